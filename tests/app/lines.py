#!/usr/bin/python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""The lines of ties by hand: bent, attached to others, their labels moved; by the pointer and by the keyboard alone."""

from board import Held, open_board, wait_for, write_map, xdotool
from desktop import run

ADA, BEN, CEM = (0, 0), (240, 0), (0, 180)


def bends(board, source='Ada', target='Ben'):
    """The points that a saved tie is bent at."""
    text = board.saved().tie(source, target).get('bends')
    return [tuple(float(number) for number in point.split(',')) for point in text.split(' ')] if text else []


def near(point, wanted, within=3):
    return abs(point[0] - wanted[0]) <= within and abs(point[1] - wanted[1]) <= within


def board_with_a_tie():
    return open_board(write_map(ties=[('Ada', 'Ben', 'influence')]))


def test_bends_by_pointer():
    """A tie that is dragged bends there; the bend is dragged on, a second one added by a double click and removed by another."""
    board = board_with_a_tie()
    before = board.save()
    program = board.program

    held = Held(board.pixel(120, 0), board.pixel(130, 60))
    held.move(board.pixel(120, 90))
    held.release()
    board.wait_counts(3, 1, 1)
    first = bends(board)
    assert len(first) == 1 and near(first[0], (120, 90)), first

    program.drag(board.pixel(120, 90), board.pixel(150, -80))
    moved = bends(board)
    assert len(moved) == 1 and near(moved[0], (150, -80)), moved

    program.key('Escape', 'Escape')
    board.wait_counts(3, 1, 0)
    program.click_at(*board.pixel(*moved[0]))
    board.wait_counts(3, 1, 1)
    program.click_at(*board.pixel(*moved[0]), count=2)
    wait_for('a straight tie', lambda: bends(board) == [])
    program.click_at(*board.pixel(100, 0), count=2)
    wait_for('a bend', lambda: len(bends(board)) == 1)
    for _ in range(4):
        program.key('ctrl+z')
    assert board.save() == before, 'undo brings back the bytes'
    board.close()


def test_escape():
    """A bend, an end and a label that are being dragged stay as they were when Escape is pressed."""
    board = board_with_a_tie()
    before = board.save()
    for begin, end in ((board.pixel(120, 0), board.pixel(120, 90)), (board.pixel(215, 0), board.pixel(*CEM))):
        board.program.click_at(*board.pixel(120, 0))
        board.wait_counts(3, 1, 1)
        held = Held(begin, end)
        xdotool('key', 'Escape')
        held.move((end[0] + 10, end[1] + 10))
        held.release()
        board.program.key('Escape', 'Escape')
        assert not board.can_undo(), 'a gesture that Escape ended can be undone'
    assert board.save() == before
    board.close()


def end_of(board):
    """Where the target's end of the selected tie from Ada to Ben is: left of Ben's rim."""
    return board.pixel(BEN[0] - 27, BEN[1])


def test_ends_by_pointer():
    """An end is dragged to another actor; over the ground the tie stays as it is and a sentence says so."""
    board = board_with_a_tie()
    program = board.program

    program.click_at(*board.pixel(120, 0))
    board.wait_counts(3, 1, 1)
    program.drag(end_of(board), board.pixel(120, 120))
    program.find('label', 'The tie stays as it is. Drop its end on an actor to attach it there.')
    assert not board.can_undo()
    program.drag(end_of(board), board.pixel(*CEM))
    wait_for('a step to undo', board.can_undo)
    assert board.saved().tie('Ada', 'Cem')['kind'] == 'influence'
    program.key('ctrl+z')
    board.saved().tie('Ada', 'Ben')
    board.close()


def test_keyboard():
    """A bend is made, moved, left and removed, an end attached and the route chosen without a pointer."""
    board = board_with_a_tie()
    program = board.program

    program.click_at(*board.pixel(120, 0))
    board.wait_counts(3, 1, 1)
    program.key('b')
    assert near(bends(board)[0], (120, 0)), bends(board)
    program.key('Down', 'Down', 'alt+shift+Down', 'Right')
    assert near(bends(board)[0], (124, 48), 1), bends(board)
    program.key('b', 'n', 'Up')
    wait_for('two bends', lambda: len(bends(board)) == 2)
    program.key('Delete')
    wait_for('one bend', lambda: len(bends(board)) == 1)
    board.wait_counts(3, 1, 1)
    program.key('shift+b')
    wait_for('none', lambda: bends(board) == [])

    program.key('l')
    program.find('text', 'Tie leads to…', under=board.canvas)
    program.type('Ce')
    program.key('Return')
    wait_for('a tie to Cem', lambda: [tie for tie in board.saved().ties.values()
                                      if tie['target'] == board.saved().actor('Cem')[0]])
    board.close()


def test_label():
    """A label that is dragged stays at that part of the line, and the keyboard moves it on."""
    board = board_with_a_tie()
    program = board.program

    program.click_at(*board.pixel(120, 0))
    program.key('F2')
    program.find('text', 'Name', under=board.canvas)
    program.type('grain')
    program.key('Return')
    wait_for('a label', lambda: board.saved().tie('Ada', 'Ben').get('label') == 'grain')
    board.wait_counts(3, 1, 1)
    program.drag(board.pixel(120, 0), board.pixel(80, 40))
    wait_for('a place of the label', lambda: 'label_at' in board.saved().tie('Ada', 'Ben'))
    at = float(board.saved().tie('Ada', 'Ben')['label_at'])
    assert 0.2 < at < 0.35, at
    program.key('alt+Right', 'alt+Right')
    moved = float(board.saved().tie('Ada', 'Ben')['label_at'])
    assert abs(moved - at - 0.1) < 0.002, (at, moved)
    board.close()


def test_merge():
    """Two ties between the same actors become one; where they differ it is asked what is right, without a pointer."""
    board = open_board(write_map(ties=[('Ada', 'Ben', 'influence'), ('Ada', 'Ben', 'support'), ('Ada', 'Cem', 'conflict')]))
    before = board.save()
    program = board.program

    program.click_at(*board.pixel(0, 90))
    board.wait_counts(3, 3, 1)
    program.key('j')
    program.find('label', 'There is no other tie between these two actors.')
    program.click_at(*board.pixel(120, -13))
    board.wait_counts(3, 3, 1)
    program.key('j')
    program.find('push button', 'Merge')
    program.key('Tab', 'Return')
    board.wait_counts(3, 2, 1)
    tie = board.saved().tie('Ada', 'Ben')
    assert tie['kind'] in ('influence', 'support') and 'Kind: ' in tie['notes'], tie
    board.undo_to(before)
    board.close()


if __name__ == '__main__':
    run(test_bends_by_pointer, test_escape, test_ends_by_pointer, test_keyboard, test_label, test_merge)
