#!/usr/bin/python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""What a window shows in which width, and what it covers."""

import os
import tempfile

from desktop import Program, run, wait_for, xdotool
from sample import SAMPLE

SHOTS = os.environ.get('LIAISON_SCREENSHOTS', tempfile.gettempdir())


def panes(program):
    """Whether the list and the details stand beside the map."""
    window = program.extents(program.find('frame'))
    canvas = program.extents(program.canvas())
    return canvas[0] - window[0] > 100, window[0] + window[2] - canvas[0] - canvas[2] > 100


def shows(program, name):
    return bool(program.find_all('push button', name))


def resize(program, width):
    xdotool('windowsize', '--sync', program.windows()[-1], width, 760)


def test_narrow():
    """A window that gets narrow folds its panes away and keeps its title readable; all comes back with its width."""
    program = Program(SAMPLE)
    wait_for('both panes', lambda: panes(program) == (True, True))
    resize(program, 940)
    wait_for('only the list', lambda: panes(program) == (True, False))
    wait_for('no export', lambda: not shows(program, 'Export'))
    assert shows(program, 'Table')
    resize(program, 727)
    wait_for('only the map', lambda: panes(program) == (False, False))
    wait_for('no table', lambda: not shows(program, 'Table'))
    title = program.find('label', 'Hostage release')
    assert program.extents(title)[2] > 100, program.extents(title)
    program.screenshot(SHOTS + '/narrow.png')

    # What is not seen is still there by its key, and the way back to the map is seen.
    assert not shows(program, 'Map')
    program.key('ctrl+t')
    wait_for('the way back', lambda: shows(program, 'Map'))
    program.key('ctrl+t')
    wait_for('no need of it', lambda: not shows(program, 'Map'))
    resize(program, 1280)
    wait_for('both panes again', lambda: panes(program) == (True, True))
    assert shows(program, 'Table') and shows(program, 'Export')

    # Who hides the list in a wide window does not get it back by going through a narrow one.
    program.key('F9')
    wait_for('no list', lambda: panes(program) == (False, True))
    resize(program, 940)
    wait_for('no export', lambda: not shows(program, 'Export'))
    resize(program, 727)
    wait_for('no table', lambda: not shows(program, 'Table'))
    resize(program, 1280)
    wait_for('the table', lambda: shows(program, 'Table'))
    wait_for('the details alone', lambda: panes(program) == (False, True))
    program.close()


def test_toast_leaves_the_tools_free():
    """What is said stands above the kinds of ties and the foot, where filters are changed."""
    program = Program(SAMPLE)
    canvas = program.canvas()
    left, top = program.origin()
    x, y, width, height = program.extents(canvas)
    program.click_at(left + x + width / 2, top + y + 6)
    program.key('Right', 'Delete')
    said = wait_for('a toast', lambda: program.find_all('label', part='Deleted 1 actor'))[0]
    wait_for('it to have come in', lambda: program.extents(said)[1] + program.extents(said)[3] < y + height)
    kinds = program.extents(program.find(name='More kinds of ties'))
    said = program.extents(said)
    assert y < said[1] and said[1] + said[3] < kinds[1], (said, kinds)
    program.kill()


if __name__ == '__main__':
    run(test_narrow, test_toast_leaves_the_tools_free)
