#!/usr/bin/python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""Two actors that are one, and one that is two, by the keyboard and by the menu; one step each, undone to the last byte."""

import os

from board import open_board, read, wait_for, write_map, xdotool
from desktop import run

FOUR = {'Ada': (0, 0), 'Ben': (200, 0), 'Cem': (0, 160), 'Dan': (200, 160)}
TIES = (('Ada', 'Cem', 'pressure'), ('Ben', 'Dan', 'negotiation'), ('Ben', 'Cem', 'contact'))


def write_power(path, **known):
    """The same file with the power of some actors."""
    with open(path, encoding='utf-8') as file:
        text = file.read()
    text = text.replace('  <graph id', '  <key id="power" for="node" attr.name="power" attr.type="double"/>\n  <graph id')
    for actor, power in known.items():
        text = text.replace('<node id="%s">' % actor, '<node id="%s"><data key="power">%g</data>' % (actor, power))
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text)
    return path


def look(program, name):
    """Keeps what the screen shows, when a folder for that is set."""
    if os.environ.get('LIAISON_SCREENSHOTS'):
        program.screenshot('%s/%s.png' % (os.environ['LIAISON_SCREENSHOTS'], name))


def back_to(program, window, title):
    """Waits until the window of that title is gone, and gives the keyboard to the other."""
    wait_for('a closed window', lambda: not program.find_all('frame', title))
    xdotool('windowraise', window, 'windowfocus', '--sync', window)


def test_merge():
    """Both keep their ties; which name stays is chosen, the other one is another name of the same actor."""
    board = open_board(write_power(write_map(FOUR, TIES), Ada=0.25, Ben=0.75))
    program = board.program
    before = read(board.path)
    window = program.windows()[-1]
    program.click_at(*board.pixel(*FOUR['Ada']))
    program.click_at(*board.pixel(*FOUR['Ben']), keys=('shift',))
    board.wait_counts(4, 3, 2)
    program.key('ctrl+m')
    program.bring_up('These Are the Same')
    frame = program.find('frame', 'These Are the Same')
    # Places differ too, but nobody is asked about those.
    program.find('label', 'Where They Differ', under=frame)
    program.click(program.find('label', 'Power', under=frame), frame=frame)
    program.key('Down', 'Return')
    program.find('label', '0.75 (Ben)', under=frame)
    look(program, 'merge')
    program.find('push button', 'Merge', under=frame).queryAction().doAction(0)
    back_to(program, window, 'These Are the Same')
    board.wait_counts(3, 3, 1)
    saved = board.saved()
    ada, cells = saved.actor('Ada')
    assert cells['power'] == '0.75' and 'Power: 0.25 (Ada)' in cells['notes'], cells
    ends = sorted((tie['source'], tie['target']) for tie in saved.ties.values())
    assert ends == sorted(((ada, 'Cem'), (ada, 'Dan'), (ada, 'Cem'))), ends
    assert '<l:cell column="text">Ben</l:cell>' in read(board.path).decode(), 'the other name is kept'
    board.undo_to(before)
    program.close()


def test_split():
    """The other actor takes the ties that are chosen and stands beside, on nobody."""
    board = open_board(write_map(FOUR, TIES))
    program = board.program
    before = read(board.path)
    window = program.windows()[-1]
    program.click_at(*board.pixel(*FOUR['Ben']))
    board.wait_counts(4, 3, 1)
    program.key('Menu')
    program.find('menu item')
    program.key_until('Down', 'Split…')
    program.key('Return')
    program.bring_up('Split the Actor')
    frame = program.find('frame', 'Split the Actor')
    program.type('Bea')
    program.click(program.find('label', 'Ben negotiates with Dan: one way', under=frame), frame=frame)
    look(program, 'split')
    program.find('push button', 'Split', under=frame).queryAction().doAction(0)
    back_to(program, window, 'Split the Actor')
    board.wait_counts(5, 3, 2)
    saved = board.saved()
    bea, cells = saved.actor('Bea')
    assert saved.tie('Bea', 'Dan')['kind'] == 'negotiation'
    assert saved.tie('Ben', 'Cem')['kind'] == 'contact'
    for name, place in FOUR.items():
        assert abs(float(cells['x']) - place[0]) + abs(float(cells['y']) - place[1]) > 40, (name, cells)
    board.undo_to(before, 'one step')
    program.close()


def test_cancel():
    """Escape changes nothing; without a selection neither is offered."""
    board = open_board(write_map(FOUR, TIES))
    program = board.program
    before = read(board.path)
    window = program.windows()[-1]
    program.click_at(*board.at(0.5, 0.02))
    program.key('ctrl+m', 'ctrl+alt+m')
    program.click_at(*board.pixel(*FOUR['Cem']))
    board.wait_counts(4, 3, 1)
    program.key('ctrl+alt+m')
    program.bring_up('Split the Actor')
    program.type('Nobody')
    program.key('Escape')
    back_to(program, window, 'Split the Actor')
    assert not board.can_undo()
    assert board.save() == before
    program.close()


if __name__ == '__main__':
    run(test_merge, test_split, test_cancel)
