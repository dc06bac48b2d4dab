#!/usr/bin/python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""Cutting, copying and pasting between the windows of one process and of two, and beside themselves."""

import atexit
import subprocess

from board import Board, Program, open_board, place, wait_for, write_map
from desktop import run
from graphml import Saved

TIES = [('Ada', 'Ben', 'mediation'), ('Ben', 'Cem', 'threat')]


def another_session():
    """A session bus of its own, on which a program finds no other of its kind, but the accessibility bus of this one."""
    words = subprocess.run(['gdbus', 'call', '--session', '--dest', 'org.a11y.Bus', '--object-path', '/org/a11y/bus',
                            '--method', 'org.a11y.Bus.GetAddress'], capture_output=True, text=True, check=True).stdout
    bus = subprocess.Popen(['dbus-daemon', '--session', '--nofork', '--print-address'], stdout=subprocess.PIPE,
                           stderr=subprocess.DEVNULL, text=True)
    atexit.register(bus.kill)
    return {'DBUS_SESSION_BUS_ADDRESS': bus.stdout.readline().strip(), 'AT_SPI_BUS_ADDRESS': words.split("'")[1]}


def kinds_between(saved):
    """Each tie by the names of its ends."""
    name = {row: cells.get('name') for row, cells in saved.actors.items()}
    return sorted((name[tie['source']], name[tie['target']], tie['kind']) for tie in saved.ties.values())


def test_cut_and_duplicate():
    """Duplicates have ids of their own; what was cut comes back with its ties and kinds."""
    board = open_board(write_map(ties=TIES))
    program = board.program
    program.click_at(*board.at(0.5, 0.02))
    program.key('ctrl+a', 'ctrl+d')
    board.wait_counts(6, 4)
    saved = board.saved()
    assert kinds_between(saved) == sorted(2 * TIES), saved.ties
    assert sorted(cells['name'] for cells in saved.actors.values()) == ['Ada', 'Ada', 'Ben', 'Ben', 'Cem', 'Cem']
    program.key('ctrl+z')
    board.wait_counts(3, 2)
    before = board.save()

    program.key('ctrl+a', 'ctrl+x')
    board.wait_counts(0, 0)
    program.key('ctrl+v')
    board.wait_counts(3, 2)
    assert kinds_between(board.saved()) == TIES
    program.key('ctrl+z', 'ctrl+z')
    board.wait_counts(3, 2)
    assert board.save() == before, 'pasting or cutting is more than one step'
    board.program.close()


def copy_to(source, target):
    """All of one window into the other, which has other actors."""
    source.program.bring_up('full.graphml')
    source.program.click_at(*source.at(0.5, 0.02))
    source.program.key('ctrl+a', 'ctrl+c')
    target.program.bring_up('empty.graphml')
    target.program.click_at(*target.at(0.5, 0.02))
    target.program.key('ctrl+v')
    target.wait_counts(4, 2, 5)
    saved = target.saved()
    assert kinds_between(saved) == TIES, saved.ties
    apart = [place(saved, name) for name in ('Ada', 'Ben', 'Cem')]
    assert (apart[1][0] - apart[0][0], apart[2][1] - apart[0][1]) == (240, 180), apart
    assert source.counts()[:2] == (3, 2)


def two_files():
    return write_map(ties=TIES, name='full.graphml'), write_map({'Zoe': (0, 0)}, name='empty.graphml')


def test_between_windows():
    full, empty = two_files()
    program = Program(full, empty)
    boards = [Board(program, path, program.find('frame', path.split('/')[-1])) for path in (full, empty)]
    copy_to(*boards)
    program.close()


def test_between_processes():
    """Also what was copied by a process that has ended meanwhile is no reason for a warning."""
    full, empty = two_files()
    source = Board(Program(full), full)
    target = Board(Program(empty, environment=another_session()), empty)
    assert source.program.process.pid != target.program.process.pid
    copy_to(source, target)
    source.program.bring_up('full.graphml')
    source.program.close()
    target.program.bring_up('empty.graphml')
    target.program.key('ctrl+z')
    target.wait_counts(1, 0)
    target.program.key('ctrl+v')
    wait_for('an answer', lambda: target.counts()[0] == 4 or
             target.program.find_all('label', part='nothing on the clipboard'))
    target.close()
    Saved(empty).actor('Zoe')


if __name__ == '__main__':
    run(test_cut_and_duplicate, test_between_windows, test_between_processes)
