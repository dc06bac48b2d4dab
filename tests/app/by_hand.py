#!/usr/bin/python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""Placing actors and shaping ties by hand, with a real pointer: what is saved is where the guides said."""

from board import Held, open_board, place, wait_for, write_map, xdotool
from desktop import run

ROW = {'Ada': (0, 0), 'Ben': (200, 0), 'Cem': (30, 180)}


def look(name):
    """Keeps what the screen shows, when a folder for that is set."""
    import os
    import subprocess
    if os.environ.get('LIAISON_SCREENSHOTS'):
        subprocess.run(['import', '-window', 'root', '%s/%s.png' % (os.environ['LIAISON_SCREENSHOTS'], name)], check=True)


def drop(board, start, to, shot=None):
    """Drags what is at a place of the map somewhere, slowly enough to be seen."""
    held = Held(board.pixel(*start), board.pixel(start[0] + 20, start[1] + 20), board.pixel(*to))
    if shot:
        look(shot)
    held.release()


def test_snap_to_others():
    """Near the line of another the actor stands on it exactly; with Ctrl held it stands where it was put."""
    board = open_board(write_map(ROW))
    drop(board, (30, 180), (4, 181), 'snap')
    wait_for('a step to undo', board.can_undo)
    saved = board.saved()
    assert saved.actor('Cem')[1]['x'] == saved.actor('Ada')[1]['x'] == '0', saved.actors
    assert abs(place(saved, 'Cem')[1] - 181) < 2, place(saved, 'Cem')

    board.program.key('ctrl+z')
    held = Held(board.pixel(30, 180), board.pixel(20, 170))
    xdotool('keydown', 'ctrl')
    held.move(board.pixel(4, 181))
    held.release()
    xdotool('keyup', 'ctrl')
    x, y = place(board.saved(), 'Cem')
    assert 2 < x < 6, (x, y)
    board.close()


def test_snap_to_gaps():
    """A third in a row stands as far from its neighbour as the others stand apart."""
    board = open_board(write_map({'Ada': (0, 0), 'Ben': (150, 6), 'Cem': (270, 160)}))
    drop(board, (270, 160), (303, 24), 'gaps')
    x, y = place(board.saved(), 'Cem')
    assert x == 300 and y > 10, (x, y)
    board.close()


def test_snap_to_grid():
    """By its key and kept as a setting; off again things go anywhere."""
    board = open_board(write_map({'Ada': (0, 0), 'Ben': (203, 7)}))
    board.program.click_at(*board.at(0.5, 0.02))
    board.program.key('ctrl+apostrophe')
    drop(board, (203, 7), (214, 132), 'grid')
    assert place(board.saved(), 'Ben') == (220, 140)
    board.program.key('ctrl+apostrophe')
    board.show_at_100_percent()
    drop(board, (220, 140), (310, 211))
    x, y = place(board.saved(), 'Ben')
    assert abs(x - 310) < 2 and abs(y - 211) < 2, (x, y)
    board.close()


if __name__ == '__main__':
    run(test_snap_to_others, test_snap_to_gaps, test_snap_to_grid)
