#!/usr/bin/python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""Several actors put in order: aligned, spaced, rotated, and room made between them, by pointer and keyboard."""

from board import Held, open_board, place, wait_for, write_map, xdotool
from desktop import run

ROW = {'Ada': (0, 0), 'Ben': (110, 30), 'Cem': (260, -20)}


def places(board, names=('Ada', 'Ben', 'Cem')):
    saved = board.saved()
    return [place(saved, name) for name in names]


def select_all(board):
    board.program.click_at(*board.at(0.5, 0.02))
    board.program.key('ctrl+a')
    board.wait_counts(3, 0, 3)


def test_align_and_space():
    """Actors of one size stand with their tops, middles and gaps where the keys say; undo brings the bytes back."""
    board = open_board(write_map(ROW))
    before = board.save()
    program = board.program

    select_all(board)
    program.key('w')
    assert [y for _, y in places(board)] == [-20, -20, -20], places(board)
    program.key('k')
    assert [x for x, _ in places(board)] == [0, 130, 260], places(board)
    program.key('v')
    assert [x for x, _ in places(board)] == [130, 130, 130], places(board)
    program.key('ctrl+z', 'ctrl+z', 'ctrl+z')
    assert board.save() == before
    board.close()


def test_pinned_stay():
    """The others are aligned with who is pinned, who stays; a sentence says so."""
    board = open_board(write_map(ROW, pinned=('Ben',)))
    select_all(board)
    board.program.key('s')
    board.program.find('label', '1 pinned actor stayed where it is')
    assert [y for _, y in places(board)] == [30, 30, 30], places(board)
    board.close()


def test_rotate():
    """A quarter turn by typed values."""
    board = open_board(write_map(ROW))
    program = board.program
    select_all(board)
    program.key('o')
    program.find('push button', 'Apply')
    xdotool('key', 'ctrl+a')
    program.type('90')
    program.key('Return')
    wait_for('a step to undo', board.can_undo)
    after = places(board)
    assert abs(after[0][0] - 125 - 5) < 6 and abs(after[2][1] - after[0][1] - 260) < 0.1, after
    board.close()


def test_make_room():
    """A drag across the ground moves all beyond it, and Escape gives up; the keyboard makes room beside the focused actor."""
    board = open_board(write_map(ROW))
    before = board.save()
    program = board.program

    program.key('ctrl+shift+r')
    held = Held(board.pixel(60, 100), board.pixel(120, 105))
    xdotool('key', 'Escape')
    held.release()
    assert not board.can_undo(), 'room that Escape gave up'

    program.key('ctrl+shift+r')
    program.drag(board.pixel(60, 100), board.pixel(140, 105))
    wait_for('a step to undo', board.can_undo)
    moved = places(board)
    assert moved[0] == (0, 0), moved
    assert abs(moved[1][0] - 190) < 2 and moved[1][1] == 30, moved
    assert abs(moved[2][0] - 340) < 2, moved
    board.undo_to(before)

    program.click_at(*board.pixel(110, 30))
    program.key('ctrl+shift+Right', 'ctrl+shift+Right', 'ctrl+shift+Up')
    assert places(board) == [(0, -40), (110, 30), (340, -60)], places(board)
    board.close()


if __name__ == '__main__':
    run(test_align_and_space, test_pinned_stay, test_rotate, test_make_room)
