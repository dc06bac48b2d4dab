#!/usr/bin/python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""The dialog that exports a picture, while it works and after."""

import os
import tempfile
import time

from desktop import Program, pyatspi, run, wait_for
from main_job import fill_chooser
from sample import SAMPLE, counts


def is_sensitive(accessible):
    return accessible.getState().contains(pyatspi.STATE_SENSITIVE)


def begin(program):
    program.key('ctrl+e')
    frame = program.find('frame', 'Export a Picture')
    wait_for('the keyboard at what exports', lambda: 'Export' in (program.focused() or ''))
    return frame, program.find('combo box', 'Format', under=frame)


def test_window_answers_after_an_export():
    """What is clicked while the picture is made opens nothing that would be left when the dialog closes by itself."""
    path = os.path.join(tempfile.mkdtemp(prefix='liaison-exporting-'), 'large.png')
    program = Program(SAMPLE)
    before = wait_for('the counts', lambda: counts(program))
    frame, formats = begin(program)
    program.click(formats, frame=frame)
    time.sleep(0.4)
    program.key('Home', 'Down', 'Return')
    program.click(program.find('spin button', 'Scale', under=frame), frame=frame, at=(0.2, 0.5))
    program.key('ctrl+a')
    program.type('8')
    program.key('Tab', 'alt+e')
    fill_chooser(program, path)
    button = program.find('push button', 'Export…', under=frame)
    wait_for('the work', lambda: not is_sensitive(button))
    program.click(formats, frame=frame)
    wait_for('the end of the dialog', lambda: not program.find_all('frame', 'Export a Picture'), 60)
    program.find('label', 'Exported “large.png”')
    assert os.path.getsize(path) > 0
    program.click(program.canvas(), at=(0.02, 0.03))
    program.key('ctrl+a', 'Delete')
    wait_for('an empty map', lambda: counts(program)[:2] == (0, 0))
    program.key('ctrl+z')
    wait_for('all again', lambda: counts(program)[:2] == before[:2])
    program.close()


def test_enter_exports():
    """The dialog asks for the name of the file at once; Escape leaves it."""
    program = Program(SAMPLE)
    wait_for('the counts', lambda: counts(program))
    begin(program)
    program.key('Return')
    wait_for('a name', lambda: program.at_keyboard('Name:'))
    program.key('Escape')
    wait_for('no name', lambda: not program.at_keyboard('Name:'))
    program.key('Escape')
    wait_for('the end of the dialog', lambda: not program.find_all('frame', 'Export a Picture'))
    program.close()


def test_ending_says_what_it_is():
    """A name that ends in another known format makes that, and is not given a second ending."""
    folder = tempfile.mkdtemp(prefix='liaison-exporting-')
    program = Program(SAMPLE)
    wait_for('the counts', lambda: counts(program))
    for name, begins in (('t.PNG', b'\x89PNG'), ('u.pdf', b'%PDF'), ('v', b'%PDF')):
        frame, _ = begin(program)
        program.key('alt+e')
        wait_for('a name', lambda: program.at_keyboard('Name:'))
        filters = [label.name for label in program.find_all('label') if label.name.startswith(('SVG ', 'PNG ', 'PDF '))]
        assert any(word in filters for word in ('SVG picture', 'PNG picture', 'PDF document')), filters
        fill_chooser(program, os.path.join(folder, name))
        wait_for('the end of the dialog', lambda: not program.find_all('frame', 'Export a Picture'), 60)
        written = os.path.join(folder, name if '.' in name else name + '.pdf')
        with open(written, 'rb') as file:
            assert file.read(4) == begins, name
    assert sorted(os.listdir(folder)) == ['t.PNG', 'u.pdf', 'v.pdf'], os.listdir(folder)
    program.close()


if __name__ == '__main__':
    run(test_window_answers_after_an_export, test_enter_exports, test_ending_says_what_it_is)
