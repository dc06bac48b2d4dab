# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""A map with a window around it: small maps to begin with, where their actors are on the screen, and what was saved."""

import os
import tempfile
import time
from xml.sax.saxutils import escape

from desktop import Failure, Program, pyatspi, wait_for, walk, xdotool
from graphml import Saved
from sample import counts, foot_labels

RIM = 24
"""Screen pixels from the centre of an actor of unknown power to the middle of its rim, at 100 %."""

HEAD = '''<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="label" for="node" attr.name="name" attr.type="string"/>
  <key id="x" for="node" attr.name="x" attr.type="double"/>
  <key id="y" for="node" attr.name="y" attr.type="double"/>
  <key id="pinned" for="node" attr.name="pinned" attr.type="boolean"/>
  <key id="tie-kind" for="edge" attr.name="kind" attr.type="string"/>
  <graph id="map" edgedefault="directed">
'''

TRIANGLE = {'Ada': (0, 0), 'Ben': (240, 0), 'Cem': (0, 180)}
"""Three actors far enough from each other for the pointer."""


def write_map(actors=TRIANGLE, ties=(), folder=None, name='map.graphml', pinned=()):
    """Writes a map of actors (name: place), ties (source, target, kind) by names, and returns its path."""
    path = os.path.join(folder or tempfile.mkdtemp(prefix='liaison-board-'), name)
    with open(path, 'w', encoding='utf-8') as file:
        file.write(HEAD)
        for actor, (x, y) in actors.items():
            file.write('<node id="%s"><data key="label">%s</data><data key="x">%g</data><data key="y">%g</data>%s</node>\n'
                       % (actor, escape(actor), x, y,
                          '<data key="pinned">true</data>' if actor in pinned else ''))
        for number, (source, target, kind) in enumerate(ties):
            file.write('<edge id="t%d" source="%s" target="%s"><data key="tie-kind">%s</data></edge>\n'
                       % (number, source, target, kind))
        file.write('</graph></graphml>\n')
    return path


def read(path):
    with open(path, 'rb') as file:
        return file.read()


def place(saved, name):
    cells = saved.actor(name)[1]
    return float(cells['x']), float(cells['y'])


class Board:
    """The canvas of the window that shows a file."""

    def __init__(self, program, path, frame=None):
        self.program, self.path, self.frame = program, path, frame
        self.canvas = program.canvas(frame)
        # Found once: walking over all that a window holds takes its time.
        self.footbar = wait_for('the foot', lambda: foot_labels(program, frame))[0].parent
        self.undo_button = program.find('push button', 'Undo', under=frame)
        wait_for('the counts', lambda: len(self.counts()) == 3)
        left, top = program.origin(frame)
        x, y, self.width, self.height = program.extents(self.canvas)
        self.left, self.top = left + x, top + y
        self.offset = None

    def at(self, across, down):
        """A place on the screen by shares of the canvas's width and height."""
        return self.left + self.width * across, self.top + self.height * down

    def counts(self):
        """Actors, ties and selected rows as the foot of the window says them."""
        return counts(self.program, self.footbar)

    def wait_counts(self, *wanted):
        wait_for('%s actors, ties, selected, not %s' % (wanted, self.counts()),
                 lambda: self.counts()[:len(wanted)] == wanted)

    def focused_actor(self):
        """The accessible of the actor that the keyboard is at, or None."""
        for child in walk(self.canvas):
            try:
                if child.getRoleName() == 'image' and self.program.extents(child)[2] > 0:
                    return child
            except Exception:
                continue
        return None

    def focused_name(self):
        child = self.focused_actor()
        return child.name.split(',')[0] if child is not None else ''

    def show_at_100_percent(self):
        """Zooms to 100 % and learns where the map's own origin is on the screen."""
        self.program.click_at(*self.at(0.5, 0.02))
        self.program.key('ctrl+0', 'Right')
        saved = Saved(self.path)
        names = [cells['name'] for cells in saved.actors.values()]
        name = wait_for('a focused actor', lambda: self.focused_name() in names and self.focused_name())
        child = self.focused_actor()
        x, y, width, height = self.program.extents(child)
        left, top = self.program.origin(self.frame)
        of = place(saved, name)
        self.offset = left + x + width / 2 - of[0], top + y + height / 2 - of[1]
        self.program.key('Escape')

    def pixel(self, x, y):
        """Where on the screen a place of the map is."""
        return self.offset[0] + x, self.offset[1] + y

    def can_undo(self):
        return self.undo_button.getState().contains(pyatspi.STATE_SENSITIVE)

    def undo_hint(self):
        """What the tooltip of the button says."""
        return self.undo_button.description

    def save(self):
        """Saves by the key and returns the bytes, when the file has been replaced."""
        before = os.stat(self.path).st_ino
        self.program.key('ctrl+s')
        wait_for('a saved file', lambda: os.stat(self.path).st_ino != before)
        return read(self.path)

    def undo_to(self, before, why='undo brings back the bytes'):
        """One step back gives the bytes of before."""
        self.program.key('ctrl+z')
        assert self.save() == before, why

    def saved(self):
        self.save()
        return Saved(self.path)

    def close(self):
        """Saves and ends the program, which wants that it said nothing on the way."""
        self.save()
        self.program.close()


def open_board(path, **more):
    """A program that shows a map at 100 %, with the window's own bytes in the file."""
    board = Board(Program(path, **more), path)
    board.show_at_100_percent()
    board.save()
    return board


class Held:
    """A button held down while the pointer goes from place to place."""

    def __init__(self, *places, button=1):
        self.button = button
        xdotool('mousemove', *[round(number) for number in places[0]])
        time.sleep(0.1)
        xdotool('mousedown', button)
        self.at = places[0]
        for place_ in places[1:]:
            self.move(place_)

    def move(self, to, steps=6):
        for step in range(1, steps + 1):
            xdotool('mousemove', round(self.at[0] + (to[0] - self.at[0]) * step / steps),
                    round(self.at[1] + (to[1] - self.at[1]) * step / steps))
            time.sleep(0.02)
        self.at = to

    def release(self):
        xdotool('mouseup', self.button)


__all__ = ['Board', 'Failure', 'Held', 'Program', 'RIM', 'Saved', 'TRIANGLE', 'counts', 'open_board', 'place',
           'read', 'wait_for', 'write_map', 'xdotool']
