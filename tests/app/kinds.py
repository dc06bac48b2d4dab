#!/usr/bin/python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""Kinds in their window, by real keys and clicks: made, changed, used, merged, removed, and all of it undone."""

import os
import re
import subprocess

from board import RIM, open_board, read, wait_for, write_map, xdotool
from desktop import run

FAR = {'Ada': (0, 0), 'Ben': (150, 0), 'Cem': (0, 150), 'Dan': (150, 150)}
TIES = (('Ada', 'Ben', 'pressure'), ('Ben', 'Cem', 'pressure'))


def look(program, name):
    """Keeps what the screen shows, when a folder for that is set."""
    if os.environ.get('LIAISON_SCREENSHOTS'):
        program.screenshot('%s/%s.png' % (os.environ['LIAISON_SCREENSHOTS'], name))


def open_kinds(program):
    """The window of the kinds, and its frame."""
    program.key('ctrl+shift+k')
    program.bring_up('Kinds')
    return program.find('frame', 'Kinds')


def leave_kinds(program, window, key='Escape'):
    """Closes the window of the kinds and goes back to that of the map."""
    program.key(key)
    wait_for('a closed window', lambda: not program.find_all('frame', 'Kinds'))
    xdotool('windowraise', window, 'windowfocus', '--sync', window)


def shown(program, frame, text):
    return wait_for('"%s"' % text, lambda: program.find_all('label', text, under=frame))


def reveal(program, frame, name):
    """The label of a field of the kind, scrolled into view by the wheel."""
    label = shown(program, frame, name)[0]
    height = program.extents(frame)[3]
    left, top = program.origin(frame)
    for _ in range(30):
        if program.extents(label)[1] < height - 80:
            return label
        program.click_at(left + 600, top + height / 2, button=5)
    return label


def kind_cells(path, kind):
    """What the file says of a kind, found by its id or its name."""
    text = read(path).decode()
    table = text[text.index('<l:table name="kinds"'):]
    for row in re.findall(r'<l:row id="[^"]*".*?</l:row>', table, re.DOTALL):
        cells = dict(re.findall(r'<l:cell column="([^"]*)">([^<]*)<', row))
        if 'id="%s"' % kind in row or cells.get('name') == kind:
            return cells
    return None


def test_make_and_use():
    """A kind of the user's own, from nothing to a line on the map; undone to the last byte."""
    board = open_board(write_map(FAR, TIES))
    program = board.program
    before = read(board.path)
    window = program.windows()[-1]
    frame = open_kinds(program)
    program.click(program.find('push button', 'Ties', under=frame), frame=frame)
    shown(program, frame, 'Alliance')
    program.key('ctrl+n')
    shown(program, frame, 'New kind')
    program.type('Ultimatum')
    shown(program, frame, 'Ultimatum')

    # Its line by the keyboard: the list opens, two steps down is the thin line.
    program.click(reveal(program, frame, 'Line'), frame=frame)
    program.key('Down', 'Down', 'Return')
    program.click(reveal(program, frame, 'Colour'), frame=frame)
    chip = program.find('push button', 'wine red')
    look(program, 'kinds-colours')
    chip.queryAction().doAction(0)
    shown(program, frame, 'wine red')
    program.click(reveal(program, frame, 'Carries messages'), frame=frame)
    program.key('Down', 'Return')
    look(program, 'kinds-ties')
    leave_kinds(program, window)

    # Drawn with it, from the rim of one actor to another.
    more = program.find('push button', 'More kinds of ties')
    program.click(more)
    program.type('ultim')
    program.key('Return')
    x, y = board.pixel(*FAR['Cem'])
    program.drag((x + RIM, y), board.pixel(*FAR['Dan']))
    board.wait_counts(4, 3)
    saved = board.saved()
    cells = kind_cells(board.path, 'Ultimatum')
    assert cells['line'] == 'thin' and cells['carries'] == 'true' and cells['colour'] == '#882255', cells
    assert 'carries' in cells and 'presses' not in cells, cells
    assert len(saved.ties) == 3, saved.ties
    wait_for('the legend', lambda: program.find_all('list item', part='Ultimatum')
             or program.find_all('label', 'Ultimatum'))

    for _ in range(12):
        if not board.can_undo():
            break
        program.key('ctrl+z')
    assert board.save() == before, 'undoing all gives the bytes of before'
    program.close()


def test_remove_asks():
    """A kind in use is not removed before it is said what takes its place; one merges into another; undo brings it back."""
    board = open_board(write_map(FAR, TIES))
    program = board.program
    before = read(board.path)
    window = program.windows()[-1]
    frame = open_kinds(program)
    program.click(program.find('push button', 'Ties', under=frame), frame=frame)
    program.click(shown(program, frame, 'Pressure')[0], frame=frame)
    program.key('Delete')
    shown(program, frame, '2 ties are of this kind. What are they to be?')
    look(program, 'kinds-remove')
    program.key('Escape')
    wait_for('no question', lambda: not program.find_all('label', '2 ties are of this kind. What are they to be?',
                                                         under=frame))
    program.click(shown(program, frame, 'Pressure')[0], frame=frame)
    program.key('Delete')
    shown(program, frame, '2 ties are of this kind. What are they to be?')
    program.key('Return')
    program.type('threat')
    program.key('Return')
    program.find('push button', 'Remove', under=frame).queryAction().doAction(0)
    wait_for('a kind less', lambda: not program.find_all('label', 'Pressure', under=frame))
    leave_kinds(program, window, 'ctrl+w')
    saved = board.saved()
    assert all(cells['kind'] == 'threat' for cells in saved.ties.values()), saved.ties
    assert kind_cells(board.path, 'pressure') is None
    board.undo_to(before)
    program.close()


def colours_beside(program, label, frame):
    """The colours on the screen from the label of a field to the right edge of the window, as #RRGGBB."""
    x, y, _, height = program.extents(label)
    left, top = program.origin(frame)
    width = program.extents(frame)[2] - x
    return set(re.findall(r'#[0-9A-F]{6}', subprocess.run(
        ['import', '-window', 'root', '-crop', '%dx%d+%d+%d' % (width, height, left + x, top + y), '-depth', '8', 'txt:-'],
        check=True, capture_output=True, text=True).stdout))


def test_sample_of_the_line():
    """The line of the kind is drawn in its own colour, also when the one before had the same line in another."""
    board = open_board(write_map(FAR, TIES))
    program = board.program
    frame = open_kinds(program)
    program.click(program.find('push button', 'Ties', under=frame), frame=frame)
    program.click(shown(program, frame, 'Alliance')[0], frame=frame)
    line = shown(program, frame, 'Line')[0]
    wait_for('a blue line', lambda: '#3566A8' in colours_beside(program, line, frame))
    program.click(shown(program, frame, 'Funds or arms')[0], frame=frame)
    wait_for('a brown line', lambda: '#8A5A2B' in colours_beside(program, line, frame))
    assert '#3566A8' not in colours_beside(program, line, frame)
    program.key('Escape')
    program.close()


def test_from_where_kinds_are():
    """The inspector makes a kind by its name for what is selected; the legend leads to it and selects all that have it."""
    board = open_board(write_map(FAR, TIES))
    program = board.program
    before = read(board.path)
    window = program.windows()[-1]
    program.click_at(*board.pixel(*FAR['Dan']))
    board.wait_counts(4, 2, 1)
    program.click(program.find('label', 'Kind'))
    program.find('push button', 'New Kind…')
    program.type('Broker')
    new = program.find('push button', 'New Kind…')
    new.queryAction().doAction(0)
    program.bring_up('Kinds')
    frame = program.find('frame', 'Kinds')
    wait_for('the new kind', lambda: program.find_all('label', '1 actor', under=frame))
    assert len(program.find_all('label', 'Broker', under=frame)) == 2
    leave_kinds(program, window)
    saved = board.saved()
    kind = saved.actor('Dan')[1]['kind']
    assert kind_cells(board.path, kind)['name'] == 'Broker'

    program.click_at(*board.at(0.9, 0.1))
    row = program.find('list item', 'Pressure')
    program.click(row)
    board.wait_counts(4, 2, 2)
    program.key('Menu')
    program.find('menu item')
    program.key_until('Down', 'Change This Kind…')
    program.key('Return')
    program.bring_up('Kinds')
    frame = program.find('frame', 'Kinds')
    shown(program, frame, 'Built in; 2 ties')
    leave_kinds(program, window)
    board.undo_to(before, 'one step makes the kind and gives it')
    program.close()


if __name__ == '__main__':
    run(test_make_and_use, test_remove_asks, test_sample_of_the_line, test_from_where_kinds_are)
