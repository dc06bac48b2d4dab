#!/usr/bin/python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""The list of what was done: its words, which steps are undone, and the way to any of them by keys and by the pointer."""

import os
import tempfile

from board import open_board, wait_for, write_map
from desktop import run


def popover(program):
    """What holds the list: the last that is not narrower than what is inside it, as it hangs from a small button."""
    inner = program.find('label', 'As opened')
    while program.extents(inner.parent)[2] >= program.extents(inner)[2]:
        inner = inner.parent
    return inner


def said(program):
    """What is said of the steps, beside their labels."""
    return [label.name for label in program.find_all('label', under=popover(program)) if label.name in ('now', 'undone')]


def open_list(program):
    program.key('ctrl+alt+z')
    program.find('label', 'As opened')


def test_there_and_back():
    board = open_board(write_map())
    program = board.program
    before = board.save()
    program.click_at(*board.at(0.5, 0.02))
    program.key('ctrl+a', 'ctrl+d')
    board.wait_counts(6)
    program.key('Delete')
    board.wait_counts(3)
    program.key('ctrl+a', 'p')
    wait_for('a third step', lambda: 'Pin' in board.undo_hint())
    after = board.save()

    open_list(program)
    program.screenshot(os.environ.get('LIAISON_SCREENSHOTS', tempfile.gettempdir()) + '/history.png')
    assert said(program) == ['now'], said(program)

    program.key('Home', 'Return')
    wait_for('three undone steps', lambda: said(program).count('undone') == 3)
    board.wait_counts(3)
    program.screenshot(os.environ.get('LIAISON_SCREENSHOTS', tempfile.gettempdir()) + '/history-undone.png')
    program.key('Down', 'Return')
    wait_for('two undone steps', lambda: said(program).count('undone') == 2)
    board.wait_counts(6)
    program.key('Home', 'Return', 'Escape')
    wait_for('the end of the list', lambda: not program.find_all('label', 'As opened'))
    assert board.save() == before

    program.key('ctrl+shift+z')
    board.wait_counts(6)
    open_list(program)
    program.key('End', 'Return', 'Escape')
    wait_for('the end of the list', lambda: not program.find_all('label', 'As opened'))
    assert board.save() == after
    board.program.close()


def test_by_pointer():
    """A click on a step goes there, and the list stays to click the next."""
    board = open_board(write_map())
    program = board.program
    program.click_at(*board.at(0.5, 0.02))
    program.key('ctrl+a', 'ctrl+d')
    board.wait_counts(6)
    program.click(program.find(name='What Was Done', role='push button'))
    program.click_in(popover(program), program.find('label', 'As opened'))
    board.wait_counts(3)
    wait_for('an undone step', lambda: program.find_all('label', 'undone'))
    program.key('Escape', 'ctrl+shift+z')
    board.wait_counts(6)
    board.close()


if __name__ == '__main__':
    run(test_there_and_back, test_by_pointer)
