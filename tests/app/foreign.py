#!/usr/bin/python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""What comes from other programs: texts of every sort pasted into names, files dropped on the window."""

import os
import subprocess
import sys
import tempfile

from board import Board, Program, open_board, wait_for, write_map, xdotool
from desktop import run

OTHER = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'other_program.py')


class Other:
    """Another program that offers a text or files for as long as the block runs."""

    def __init__(self, *words):
        environment = {name: value for name, value in os.environ.items() if name != 'G_DEBUG'}
        self.process = subprocess.Popen([sys.executable, OTHER, *words], stdout=subprocess.PIPE, text=True, env=environment)

    def __enter__(self):
        assert self.process.stdout.readline() == 'ready\n', 'the other program does not start'
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()


def paste_name(board, actor, at, text):
    """Edits the name of an actor and pastes a text that another program has copied."""
    program = board.program
    with tempfile.NamedTemporaryFile('wb', prefix='liaison-text-') as file:
        file.write(text.encode())
        file.flush()
        with Other('text', file.name):
            program.click_at(*board.pixel(*at), count=2)
            entry = program.find('text', 'Name', under=board.canvas)
            program.key('ctrl+a', 'ctrl+v')
            wait_for('the text', lambda: entry.queryText().getText(0, -1) != actor)
            program.key('Return')
            wait_for('the end of typing', lambda: not program.find_all('text', 'Name', under=board.canvas))


NAMES = {
    'control\x01cha\x1bracters\x7f': 'control\ufffdcha\ufffdracters\x7f',
    'ab ' * 3333 + 'c': None,
    'حماس (Hamas) وَإسرائيل \u2067שלום\u2069': None,
}


def test_names_of_every_sort():
    """Pasted, saved, opened again and saved again: the texts are what they were, but for what XML cannot hold."""
    places = {'Ada': (0, 0), 'Ben': (240, 0), 'Cem': (0, 180)}
    for text, kept in NAMES.items():
        board = open_board(write_map(places))
        paste_name(board, 'Ada', (0, 0), text)
        saved = board.saved()
        names = {cells['name'] for cells in saved.actors.values()}
        assert names == {'Ben', 'Cem', kept or text}, [ascii(name[:80]) for name in names]
        before = board.save()
        board.program.close()

        again = Board(Program(board.path), board.path)
        assert again.save() == before
        again.program.close()


def drop(program, onto):
    """From the window of the other program, beside ours."""
    window = wait_for('the other window', lambda: xdotool('search', '--onlyvisible', '--name', '^Files$').split())[0]
    xdotool('windowmove', '--sync', window, 1350, 100)
    program.drag((1420, 160), onto, steps=20)


def test_dropped_files():
    """A map opens in the window when that is free, else in a new one; what is no map gives a sentence."""
    path, second, text = write_map(), write_map({'Zoe': (0, 0)}, name='zoe.graphml'), tempfile.mktemp(suffix='.txt')
    with open(text, 'w', encoding='utf-8') as file:
        file.write('Dear diary, no map today.\n')
    program = Program()
    with Other('files', path):
        drop(program, (500, 400))
        board = Board(program, path)
        assert board.counts() == (3, 0, 0), board.counts()
    with Other('files', text):
        drop(program, board.at(0.5, 0.5))
        wait_for('a sentence', lambda: program.find_all('label', part='Could Not Be Opened'))
        assert board.counts() == (3, 0, 0), board.counts()
        program.screenshot(os.environ.get('LIAISON_SCREENSHOTS', tempfile.gettempdir()) + '/dropped.png')
        program.key('Escape')
    program.bring_up('map.graphml')
    with Other('files', second):
        drop(program, board.at(0.5, 0.5))
        program.bring_up('zoe.graphml')
    program.close()


if __name__ == '__main__':
    run(test_names_of_every_sort, test_dropped_files)
