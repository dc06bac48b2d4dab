#!/usr/bin/python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""Windows and their files: several at once, the three answers on closing, recent maps, files changed by others."""

import os
import re
import subprocess
import tempfile

from board import Board, Program, open_board, read, wait_for, write_map, xdotool
from desktop import run


def says(program, part):
    return wait_for('"%s"' % part, lambda: program.find_all('label', part=part))


def titles(program):
    """Of the windows that X knows: the accessibility library does not always hear of a third one."""
    return sorted(title for title in (xdotool('getwindowname', window).strip() for window in program.windows())
                  if title != 'liaison')


def change(board):
    """One more actor."""
    board.program.click_at(*board.at(0.5, 0.02))
    n_actors = board.counts()[0]
    board.program.key('ctrl+a', 'ctrl+d')
    board.wait_counts(2 * n_actors)


def test_three_answers():
    """Cancel keeps the window, Discard the file, Save neither."""
    board = open_board(write_map())
    program = board.program
    before = board.save()
    change(board)
    program.key('ctrl+w')
    says(program, 'has changes that are not saved')
    program.screenshot(os.environ.get('LIAISON_SCREENSHOTS', tempfile.gettempdir()) + '/closing.png')
    program.key('alt+c')
    wait_for('the end of the question', lambda: len(program.windows()) == 1)
    board.wait_counts(6)
    program.key('ctrl+w')
    says(program, 'has changes that are not saved')
    program.key('alt+d')
    program.process.wait(20)
    assert not program.messages(), program.messages()
    assert read(board.path) == before

    board = Board(Program(board.path), board.path)
    change(board)
    board.program.key('ctrl+w')
    says(board.program, 'has changes that are not saved')
    board.program.key('alt+s')
    board.program.process.wait(20)
    assert not board.program.messages(), board.program.messages()
    assert read(board.path) != before


def test_files_and_windows():
    """Two files are two windows; a second start hands its file to the first process; a file that is open is only shown."""
    first, second, third = (write_map(name=name + '.graphml') for name in ('first', 'second', 'third'))
    program = Program(first, second)
    wait_for('two windows', lambda: titles(program) == ['first.graphml', 'second.graphml'])
    for path in (third, first):
        subprocess.run([os.environ['LIAISON_PROGRAM'], path], check=True, timeout=20,
                       env=dict(os.environ, HOME=program.home))
    wait_for('three windows', lambda: titles(program) == ['first.graphml', 'second.graphml', 'third.graphml'])
    program.bring_up('third.graphml')
    program.key('ctrl+shift+n')
    wait_for('a welcome page', lambda: 'Liaison' in titles(program))
    program.bring_up('Liaison')
    program.key('ctrl+shift+o')
    wait_for('the example in the free window', lambda: any('ostage' in name for name in titles(program)) and
             'Liaison' not in titles(program))
    program.bring_up('third.graphml')
    program.key('ctrl+w')
    wait_for('one window less', lambda: len(titles(program)) == 3)
    program.bring_up('first.graphml')
    program.close()


def test_recent():
    """What was opened is on the welcome page of the next start, and opens from there."""
    path = write_map(name='remembered.graphml')
    program = Program(path)
    Board(program, path)
    program.close()
    again = Program(home=program.home)
    again.screenshot(os.environ.get('LIAISON_SCREENSHOTS', tempfile.gettempdir()) + '/recent.png')
    again.click(again.find('label', 'remembered.graphml'))
    Board(again, path)
    again.close()


def test_changed_and_loaded_again():
    """Another program writes the file: the window says so and loads it again."""
    path = write_map()
    board = open_board(path)
    program = board.program
    with open(path, 'wb') as file:
        file.write(read(write_map({'Zoe': (0, 0)})))
    says(program, 'Another program has changed the file')
    program.click(program.find('push button', 'Load Again'))
    wait_for('the other map', lambda: program.find_all('label', '1 actor') and program.find_all('label', '0 ties'))
    assert not board.can_undo()
    program.close()


def test_loaded_again_where_it_was_looked_at():
    """What is loaded again is shown where and as large as it was, not as it was when it was last closed."""
    path = write_map()
    board = open_board(path)
    program = board.program
    program.key('ctrl+minus')
    program.find('push button', '80 %')
    with open(path, 'wb') as file:
        file.write(read(write_map({'Ada': (0, 0), 'Ben': (240, 0), 'Cem': (0, 180), 'Zoe': (120, 90)})))
    says(program, 'Another program has changed the file')
    program.click(program.find('push button', 'Load Again'))
    wait_for('the other map', lambda: program.find_all('label', '4 actors'))
    program.find('push button', '80 %')
    program.close()


def test_folder_that_takes_nothing():
    """Not even root writes a file below /proc: a sentence, the map stays, and nothing is saved."""
    path = write_map()
    board = open_board(path)
    program = board.program
    change(board)
    program.key('ctrl+shift+s')
    program.find('push button', 'Save')
    program.key('ctrl+a')
    program.type('/proc/map.graphml')
    program.key('Return')
    says(program, 'Could Not Be Saved')
    program.screenshot(os.environ.get('LIAISON_SCREENSHOTS', tempfile.gettempdir()) + '/readonly.png')
    program.key('Escape')
    wait_for('the end of the message', lambda: len(program.windows()) == 1)
    board.wait_counts(6)
    board.close()


BROKEN = b'''<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="k" for="node" attr.name="power" attr.type="double"/>
<graph id="g" edgedefault="directed">
<node id="a"><data key="k">0.5</data></node>
  <node id="a"/>
  <edge source="a" target="nobody"/>
</graph></graphml>
'''


def test_remarks():
    """What was odd about a file is said with line and column."""
    path = write_map()
    with open(path, 'wb') as file:
        file.write(BROKEN)
    program = Program(path)
    says(program, 'Opened without 1 part of the file')
    program.click(program.find('push button', 'Details'))
    frame = program.find('frame', 'Remarks on the File')
    lines = wait_for('places', lambda: {label.name for label in program.find_all('label', under=frame)
                                        if re.fullmatch(r'Line \d+, column \d+', label.name)})
    program.screenshot(os.environ.get('LIAISON_SCREENSHOTS', tempfile.gettempdir()) + '/remarks.png')
    assert {int(re.findall(r'\d+', line)[0]) for line in lines} == {5, 6}, lines
    program.key('Escape')
    wait_for('the end of the dialog', lambda: len(program.windows()) == 1)
    program.bring_up('map.graphml')
    program.close()


if __name__ == '__main__':
    run(test_three_answers, test_files_and_windows, test_recent, test_changed_and_loaded_again,
        test_loaded_again_where_it_was_looked_at, test_folder_that_takes_nothing, test_remarks)
