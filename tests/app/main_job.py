#!/usr/bin/python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""The main job with a real window, pointer and keyboard: draw, name, lay out, save, open again, export."""

import os
import subprocess
import tempfile
import xml.etree.ElementTree as ElementTree

from desktop import Program, run, wait_for
from graphml import Saved

RIM = 27
"""Screen pixels from the centre of an actor of unknown power to its rim, at 100 %."""


class Drawing:
    """A window with an empty map, and places on its canvas by shares of its width and height."""

    def __init__(self, program):
        self.program = program
        program.key('ctrl+n')
        canvas = program.canvas()
        left, top = program.origin()
        x, y, self.width, self.height = program.extents(canvas)
        self.left, self.top = left + x, top + y

    def at(self, across, down):
        return self.left + self.width * across, self.top + self.height * down

    def actor(self, place, name):
        """Double click, type, click on free ground."""
        self.program.click_at(*place, count=2)
        self.program.find('text', 'Name')
        self.program.type(name)
        self.program.click_at(*self.at(0.5, 0.06))
        self.program.find('label', name)


def assert_counts(program, text):
    for part in text.split(', '):
        program.find('label', part)


def save_as(program, path):
    program.key('ctrl+shift+s')
    fill_chooser(program, path)
    wait_for(path, lambda: os.path.exists(path))
    wait_for('the name of the file', lambda: program.find_all('label', part=os.path.basename(path)))


def fill_chooser(program, path):
    program.fill_in('Name:', path)
    program.key('Return')


def export(program, format_steps, path):
    """Through the dialog: `format_steps` down in the list of formats."""
    program.key('ctrl+e')
    frame = program.find('frame', 'Export a Picture')
    formats = program.find('combo box', 'Format', under=frame)
    program.click(formats, frame=frame)
    wait_for('the list of formats', lambda: program.at_keyboard() and not program.at_keyboard('Format'))
    program.key('Home', *['Down'] * format_steps, 'Return')
    wait_for('the end of the list', lambda: program.at_keyboard('Format'))
    program.key('alt+e')
    fill_chooser(program, path)
    wait_for(path, lambda: os.path.exists(path))
    wait_for('the end of the dialog', lambda: not program.find_all('frame', 'Export a Picture'))


def draw(drawing):
    """Three actors and two ties, each made in its own way."""
    program = drawing.program
    qatar, hamas, egypt = drawing.at(0.25, 0.3), drawing.at(0.7, 0.3), drawing.at(0.5, 0.65)
    drawing.actor(qatar, 'Qatar')
    drawing.actor(hamas, 'Hamas')

    program.drag((qatar[0] + RIM, qatar[1]), hamas)
    assert_counts(program, '2 actors, 1 tie')
    program.drag((hamas[0] - 4, hamas[1] - RIM), egypt)
    program.find('text', 'Name')
    program.type('Egypt')
    program.click_at(*drawing.at(0.5, 0.06))
    assert_counts(program, '3 actors, 2 ties')

    program.click_at((qatar[0] + hamas[0]) / 2, qatar[1])
    program.find('label', 'Trust')
    program.key('2')
    trust = program.find('slider', 'Trust')
    program.click(trust, at=(0.75, 0.5))

    start = egypt
    program.click_at(*egypt)
    program.drag(start, (egypt[0] - 120, egypt[1] + 40))
    return egypt


def check_drawn(saved):
    assert sorted(cells.get('name') for cells in saved.actors.values()) == ['Egypt', 'Hamas', 'Qatar'], saved.actors
    assert len(saved.ties) == 2, saved.ties
    mediation = saved.tie('Qatar', 'Hamas')
    assert mediation['kind'] == 'mediation', mediation
    assert 0.6 <= float(mediation['trust']) <= 0.9, mediation
    saved.tie('Hamas', 'Egypt')


def place(saved, name):
    cells = saved.actor(name)[1]
    return float(cells['x']), float(cells['y'])


def check_pictures(folder):
    names = ('Qatar', 'Hamas', 'Egypt')
    svg = ElementTree.parse(folder + '/map.svg').getroot()
    words = ' '.join(''.join(text.itertext()) for text in svg.iter('{http://www.w3.org/2000/svg}text'))
    assert all(name in words for name in names), words

    with open(folder + '/map.png', 'rb') as picture:
        assert picture.read(8) == b'\x89PNG\r\n\x1a\n'
    words = subprocess.run(['pdftotext', folder + '/map.pdf', '-'], capture_output=True, text=True, check=True).stdout
    assert all(name in words for name in names), words


def test_main_job():
    folder = tempfile.mkdtemp(prefix='liaison-main-job-')
    program = Program()
    drawing = Drawing(program)
    draw(drawing)
    save_as(program, folder + '/map.graphml')
    drawn = Saved(folder + '/map.graphml')
    check_drawn(drawn)
    with open(folder + '/map.graphml', 'rb') as file:
        before = file.read()

    program.key(*['ctrl+z'] * 30)
    assert_counts(program, '0 actors, 0 ties')
    program.key(*['ctrl+shift+z'] * 30)
    assert_counts(program, '3 actors, 2 ties')
    program.key('ctrl+s')
    wait_for('the map without the mark of what is not saved', lambda: not program.find_all('label', part='•'))
    with open(folder + '/map.graphml', 'rb') as file:
        assert file.read() == before, 'undoing and redoing all is not the same map'

    program.key('ctrl+shift+j')
    program.find('list item', 'Hierarchy')
    program.key_until('Tab', 'Organic')
    program.key_until('Down', 'Hierarchy')
    program.key('Return')
    wait_for('an offer', lambda: program.find_all(part='Crossings: '))
    program.key('Return')
    # What is said of it goes away again; this stays
    wait_for('the layout', lambda: program.find_all('label', part='•'))
    save_as(program, folder + '/laid-out.graphml')
    laid_out = Saved(folder + '/laid-out.graphml')
    assert [place(laid_out, name) for name in ('Qatar', 'Hamas', 'Egypt')] != \
           [place(drawn, name) for name in ('Qatar', 'Hamas', 'Egypt')]
    assert place(laid_out, 'Qatar')[1] < place(laid_out, 'Hamas')[1] < place(laid_out, 'Egypt')[1], 'levels downwards'
    program.close()

    program = Program(folder + '/laid-out.graphml')
    assert_counts(program, '3 actors, 2 ties')
    for steps, ending in enumerate(('svg', 'png', 'pdf')):
        export(program, steps, folder + '/map.' + ending)
    program.close()
    check_pictures(folder)


if __name__ == '__main__':
    run(test_main_job)
