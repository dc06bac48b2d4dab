#!/usr/bin/python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""What a filter hides, by real keys and clicks: it is said, it is not selected, and one click shows all again."""

import os
import tempfile

from board import open_board, read, wait_for, write_map
from desktop import run
from main_job import export

FIVE = {'Ada': (0, 0), 'Ben': (150, 0), 'Cem': (300, 0), 'Dan': (0, 150), 'Eva': (300, 150)}
CHAIN = (('Ada', 'Ben', 'negotiation'), ('Ben', 'Cem', 'negotiation'), ('Cem', 'Eva', 'pressure'))


def shown(program, text):
    return wait_for('"%s"' % text, lambda: program.find_all('label', text))


def from_menu(program, *names):
    """Chooses an item of the context menu by the keyboard; what opens a submenu comes before what is in it."""
    program.key('Menu')
    program.find('menu item')
    program.menu_items()
    for name in names:
        program.key_until('Down', name)
        program.key('Return')


def test_within_and_all():
    board = open_board(write_map(FIVE, CHAIN))
    program = board.program
    before = read(board.path)
    program.click_at(*board.pixel(*FIVE['Ada']))
    wait_for('Ada', lambda: board.focused_name() == 'Ada')
    from_menu(program, 'Show Only', 'Within 1 Step of the Selection')
    shown(program, '2 of 5 actors shown')
    program.screenshot(os.environ.get('LIAISON_SCREENSHOTS', tempfile.gettempdir()) + '/filter.png')

    program.key('ctrl+a')
    shown(program, '3 selected')
    program.key('Escape')
    program.click_at(*board.pixel(*FIVE['Eva']))
    assert not program.find_all('label', '1 selected'), 'a hidden actor was selected'
    picture = tempfile.mkdtemp(prefix='liaison-') + '/shown.svg'
    export(program, 0, picture)
    words = open(picture, encoding='utf-8').read()
    assert 'Ada' in words and 'Ben' in words and not any(name in words for name in ('Cem', 'Dan', 'Eva'))

    program.click(program.find('push button', 'Show All'))
    board.wait_counts(5, 3, 0)
    assert board.save() == before, 'looking at less of a map changes nothing in it'
    program.close()


HIDDEN = 'Hidden by the filter. Show all'


def test_list_says_what_is_hidden():
    """In the list what is hidden is there and says so; it cannot be selected unseen, and one click shows all."""
    board = open_board(write_map(FIVE, CHAIN))
    program = board.program
    assert not program.find_all('push button', HIDDEN)
    program.click_at(*board.pixel(*FIVE['Ada']))
    wait_for('Ada', lambda: board.focused_name() == 'Ada')
    from_menu(program, 'Show Only', 'Within 1 Step of the Selection')
    shown(program, '2 of 5 actors shown')
    wait_for('three that are hidden', lambda: len(program.find_all('push button', HIDDEN)) == 3)
    program.screenshot(os.environ.get('LIAISON_SCREENSHOTS', tempfile.gettempdir()) + '/filter-list.png')

    program.click(program.find('label', 'Ben'))
    wait_for('Ben', lambda: program.find_all('label', part='Ben, No kind'))
    program.click(program.find('label', 'Dan'))
    program.key('ctrl+a')
    shown(program, '2 selected')
    program.click(program.find_all('push button', HIDDEN)[0])
    board.wait_counts(5, 3, 2)
    assert not program.find_all('push button', HIDDEN)
    program.close()


def test_kinds_and_chips():
    """Two conditions at once, each taken away by its chip."""
    board = open_board(write_map(FIVE, CHAIN))
    program = board.program
    x, y = (FIVE['Cem'][0] + FIVE['Eva'][0]) / 2, (FIVE['Cem'][1] + FIVE['Eva'][1]) / 2
    program.click_at(*board.pixel(x, y))
    board.wait_counts(5, 3, 1)
    from_menu(program, 'Hide This Kind')
    shown(program, '5 of 5 actors shown')
    wait_for('a dropped selection', lambda: not program.find_all('label', '1 selected'))
    program.key('ctrl+a')
    shown(program, '7 selected')
    program.key('ctrl+alt+a')
    board.wait_counts(5, 3)
    program.close()


if __name__ == '__main__':
    run(test_within_and_all, test_list_says_what_is_hidden, test_kinds_and_chips)
