#!/usr/bin/python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""Finding by real keys: as one types, to and fro through the places, what is said of each, and the way back."""

import os
import re
import tempfile

from board import Board, Program
from desktop import run, wait_for, words_of
from sample import SAMPLE


def place(program):
    """The place that is shown and how many there are, as the bar says them; None when it says none."""
    for label in program.find_all(part=' of '):
        match = re.fullmatch(r'(\d+) of (\d+)', words_of(label))
        if match:
            return int(match.group(1)), int(match.group(2))
    return None


def test_find():
    program = Program(SAMPLE)
    board = Board(program, SAMPLE)
    program.click_at(*board.at(0.5, 0.02))
    program.key('ctrl+f')
    program.type('qat')
    first, n = wait_for('places', lambda: place(program))
    assert first == 1 and n >= 2, (first, n)
    program.find(name='in Name: \u2068Qatar\u2069')
    wait_for('the details of Qatar', lambda: len(program.find_all('label', 'Qatar')) > 1)
    board.wait_counts(*board.counts()[:2], 1)
    program.screenshot(os.environ.get('LIAISON_SCREENSHOTS', tempfile.gettempdir()) + '/find.png')

    program.key('Return')
    wait_for('the second place', lambda: place(program) == (2, n))
    program.key('F3')
    wait_for('the third place', lambda: place(program) == (3 if n > 2 else 1, n))
    program.key('shift+Return', 'shift+F3')
    wait_for('the first place', lambda: place(program) == (1, n))
    program.key('shift+F3')
    wait_for('the last place', lambda: place(program) == (n, n))
    program.key('ctrl+f')
    program.type('no such thing')
    wait_for('that there is none', lambda: program.find_all(name='Nothing found'))

    program.key('Escape')
    wait_for('the end of the bar', lambda: not program.find_all(name='Nothing found'))
    program.key('ctrl+a')
    board.wait_counts(*board.counts()[:2], sum(board.counts()[:2]))
    program.close()


def test_notes_out_of_sight():
    """What stands only in the notes of an actor that is out of sight is found, said and brought into view."""
    program = Program(SAMPLE)
    board = Board(program, SAMPLE)
    program.click_at(*board.at(0.5, 0.02))
    program.key('ctrl+0', 'ctrl+plus', 'ctrl+plus', 'ctrl+plus')
    program.key('ctrl+f')
    program.type('qatar')
    wait_for('places', lambda: place(program))
    program.key('Escape')
    wait_for('Qatar in view', lambda: board.focused_name() == 'Qatar')
    x, y, width, height = program.extents(board.focused_actor())
    left, top, across, down = program.extents(board.canvas)
    assert left <= x and x + width <= left + across and top <= y and y + height <= top + down
    program.key('F3')
    program.close()


if __name__ == '__main__':
    run(test_find, test_notes_out_of_sight)
