#!/usr/bin/python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""Containers by hand: made from a selection, entered and left by dragging and by the keyboard, collapsed and expanded."""

from board import open_board, place, wait_for, write_map
from desktop import run

FOUR = {'Ada': (0, 0), 'Ben': (120, 0), 'Cem': (0, 220), 'Dan': (120, 220)}
TIES = [('Ada', 'Cem', 'influence'), ('Ben', 'Cem', 'influence'), ('Ada', 'Ben', 'alliance'), ('Cem', 'Dan', 'support')]


def parent(board, name):
    """The name of the container that an actor is in, or None."""
    saved = board.saved()
    row = saved.actor(name)[1].get('parent')
    return saved.actors[row].get('name') if row else None


def with_a_container(board):
    """Ada and Ben in a container called Pair."""
    program = board.program
    program.click_at(*board.pixel(*FOUR['Ada']))
    program.click_at(*board.pixel(*FOUR['Ben']), keys=['shift'])
    program.key('ctrl+g')
    program.find('text', 'Name', under=board.canvas)
    program.type('Pair')
    program.key('Return')
    board.wait_counts(5, 4)
    board.wait_counts(5, 4, 1)
    assert parent(board, 'Ada') == parent(board, 'Ben') == 'Pair'


def test_group_collapse_expand():
    """Nothing is lost: after expanding all stands as before, and to undo all gives the first bytes."""
    board = open_board(write_map(FOUR, ties=TIES))
    first = board.save()
    program = board.program
    program.click_at(*board.pixel(*FOUR['Ada']))
    program.find('combo box', 'Pinned')
    assert not program.find_all('combo box', 'Collapsed'), 'only what holds others can be collapsed'
    with_a_container(board)
    program.find('combo box', 'Collapsed')
    open_before = board.saved()

    program.key('c')
    wait_for('a collapsed container', lambda: board.saved().actor('Pair')[1].get('collapsed') == 'true')
    collapsed = board.saved()
    assert len(collapsed.actors) == 5 and len(collapsed.ties) == 4
    program.key('e')
    wait_for('an open container', lambda: board.saved().actor('Pair')[1].get('collapsed') != 'true')
    after = board.saved()
    assert after.ties == open_before.ties
    for name in FOUR:
        assert place(after, name) == place(open_before, name), name
        assert after.actor(name)[1] == open_before.actor(name)[1], name
    while board.can_undo():
        program.key('ctrl+z')
    assert board.save() == first
    board.close()


def test_drag_in_and_out():
    """An actor that is dropped in a frame joins it, one that is dragged well out of it leaves; both are one step."""
    board = open_board(write_map(FOUR, ties=TIES))
    program = board.program
    with_a_container(board)
    before = board.save()

    program.drag(board.pixel(*FOUR['Dan']), board.pixel(60, 10))
    wait_for('Dan in Pair', lambda: parent(board, 'Dan') == 'Pair')
    board.undo_to(before)

    program.drag(board.pixel(*FOUR['Ben']), board.pixel(260, 120))
    wait_for('Ben out of Pair', lambda: parent(board, 'Ben') is None)
    assert place(board.saved(), 'Ben') != FOUR['Ben']
    board.undo_to(before)

    program.drag(board.pixel(*FOUR['Ben']), board.pixel(140, 8))
    wait_for('Ben elsewhere', lambda: place(board.saved(), 'Ben') != FOUR['Ben'])
    assert parent(board, 'Ben') == 'Pair', 'a small step is no leaving'
    board.close()


def test_keyboard():
    """Into another by its name, and out again; nobody can be in what is inside of it."""
    board = open_board(write_map(FOUR, ties=TIES))
    program = board.program
    with_a_container(board)

    program.click_at(*board.pixel(*FOUR['Cem']))
    program.key('i')
    program.find('text', 'Put into…', under=board.canvas)
    program.type('Pa')
    program.key('Return')
    wait_for('Cem in Pair', lambda: parent(board, 'Cem') == 'Pair')
    program.key('shift+i')
    wait_for('Cem out of Pair', lambda: parent(board, 'Cem') is None)
    board.close()


if __name__ == '__main__':
    run(test_group_collapse_expand, test_drag_in_and_out, test_keyboard)
