#!/usr/bin/python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""The list beside the canvas: ties and actors in turn, searching for a name, and the keys of the canvas that work there too."""

import time

from board import TRIANGLE, open_board, write_map
from desktop import Program, run, wait_for
from sample import SAMPLE, counts


def test_ties_and_search():
    """The list of ties comes when it is asked for and when a tie is selected; who types a name gets that actor."""
    program = Program(SAMPLE)
    before = wait_for('the counts', lambda: counts(program))
    program.click(program.find('push button', 'Ties %d' % before[1]))
    tie = wait_for('a tie in the list', lambda: program.find_all('label', part=' → '))[0]
    time.sleep(0.3)
    program.click(tie)
    program.find('label', 'Trust in return')
    program.click(program.find('push button', 'Actors %d' % before[0]))
    program.key('ctrl+shift+f')
    program.type('qatar')
    program.find('push button', 'Actors 2')
    program.key('Return')
    wait_for('the details of Qatar', lambda: len(program.find_all('label', 'Qatar')) > 1)
    program.key('ctrl+shift+f')
    program.type('egypt')
    program.key('Return')
    wait_for('the details of Egypt, typed at once', lambda: len(program.find_all('label', 'Egypt')) > 1)
    program.close()


def test_ties_follow_names():
    """A tie is called by its ends: the list says what they are called now, after undo and redo too."""
    board = open_board(write_map(ties=[('Ada', 'Ben', 'support'), ('Ada', 'Cem', 'support')]))
    program = board.program
    program.click(program.find('push button', 'Ties 2'))
    program.find('label', 'Ada → Cem')
    program.click_at(*board.pixel(*TRIANGLE['Ben']))
    program.key('F2')
    program.find('text', 'Name', under=board.canvas)
    program.key('ctrl+a')
    program.type('Bea')
    program.key('Return')
    wait_for('the end of typing', lambda: not program.find_all('text', 'Name', under=board.canvas))
    program.click(program.find('push button', 'Ties 2'))
    program.find('label', 'Ada → Bea')
    program.click(program.find('label', 'Ada → Cem'))
    program.find('label', 'Ada → Bea')
    program.key('ctrl+z')
    program.click(program.find('push button', 'Ties 2'))
    program.find('label', 'Ada → Ben')
    program.key('ctrl+shift+z')
    program.click(program.find('push button', 'Ties 2'))
    program.find('label', 'Ada → Bea')
    board.save()
    program.close()


def test_zoom_from_the_search():
    """Zooming needs no click on the canvas first; but a text keeps the keys that it knows."""
    program = Program(SAMPLE)
    program.key('ctrl+shift+f')
    program.type('qatar')
    program.key('ctrl+0')
    program.find('push button', '100 %')
    program.key('ctrl+minus')
    program.find('push button', '80 %')
    program.key('Home')
    program.type('south ')
    program.find('push button', '80 %')
    wait_for('a text typed at its beginning', lambda: program.find_all('label', 'Nothing found'))
    program.close()


if __name__ == '__main__':
    run(test_ties_and_search, test_ties_follow_names, test_zoom_from_the_search)
