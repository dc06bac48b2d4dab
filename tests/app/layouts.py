#!/usr/bin/python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""Laying out in the window: one step, pins and scope kept, and a helper that misbehaves changes nothing."""

import os
import re
import tempfile

from board import Board, Program, open_board, place, wait_for, write_map
from desktop import run

STAR = {'Ada': (0, 0), 'Ben': (240, 0), 'Cem': (0, 180), 'Dan': (240, 180), 'Eva': (120, 90)}
TIES = [('Eva', name, 'influence') for name in ('Ada', 'Ben', 'Cem', 'Dan')]


def says(board, part):
    return wait_for('"%s"' % part, lambda: board.program.find_all('label', part=part))


def lay_out(board, engine=None, scope=None):
    """By the key for what suits, or through the menu by the pointer and the arrow keys."""
    program = board.program
    if engine is None:
        program.key('ctrl+j')
        return
    program.key('ctrl+shift+j')
    program.find('list item', engine)
    if scope is not None:
        program.key_until('Tab', scope)
        program.key('space')
    program.key_until('Tab', 'Organic')
    program.key_until('Down', engine)
    program.key('Return')


def take(board):
    """Waits for what is offered, and takes it."""
    wait_for('an offer', lambda: board.program.find_all(part='Crossings: '))
    board.program.key('Return')


def parents(accessible):
    found = []
    while accessible is not None:
        found.append(accessible)
        accessible = accessible.parent
    return found


def still_home():
    """A home in which the desktop asks for less motion."""
    home = tempfile.mkdtemp(prefix='liaison-home-')
    os.makedirs(home + '/config/gtk-4.0')
    with open(home + '/config/gtk-4.0/settings.ini', 'w', encoding='utf-8') as file:
        file.write('[Settings]\ngtk-enable-animations=0\n')
    return home


def laid_out_bytes(**more):
    """What a layout makes of the star, and that it is one step to undo and to redo."""
    board = open_board(write_map(STAR, TIES), **more)
    before = board.save()
    lay_out(board)
    take(board)
    says(board, 'Laid out')
    after = board.save()
    assert after != before, 'nothing moved'
    assert board.undo_hint().startswith('Undo Lay Out: '), board.undo_hint()
    board.program.key('ctrl+z')
    assert board.save() == before, 'a layout is more than one step'
    assert not board.can_undo()
    board.program.key('ctrl+shift+z')
    assert board.save() == after
    board.close()
    return after


def test_one_step_with_and_without_motion():
    """The map holds the new places as soon as the layout is there, whatever is shown on the way."""
    assert laid_out_bytes() == laid_out_bytes(home=still_home())


def test_pins_stay():
    """Pinned by the key and unpinned by the menu."""
    board = open_board(write_map(STAR, TIES))
    program = board.program
    program.click_at(*board.pixel(*STAR['Ada']))
    program.key('p')
    program.click_at(*board.pixel(*STAR['Dan']))
    program.key('p')
    lay_out(board)
    take(board)
    says(board, 'pinned and left in place: 2')
    saved = board.saved()
    assert {name for name in STAR if saved.actor(name)[1].get('pinned') == 'true'} == {'Ada', 'Dan'}, saved.actors
    assert place(saved, 'Ada') == STAR['Ada'] and place(saved, 'Dan') == STAR['Dan'], saved.actors
    assert any(place(saved, name) != STAR[name] for name in STAR), 'nothing moved'

    program.key('ctrl+shift+a', 'ctrl+a', 'Menu')
    wait_for('a menu', lambda: 'Unpin' in program.menu_items())
    program.click_in(program.find('menu'), program.find('menu item', 'Unpin'))
    wait_for('the end of the menu', lambda: not program.find_all('menu item'))
    assert all(cells.get('pinned') != 'true' for cells in board.saved().actors.values())
    board.close()


def test_only_selected():
    """With the scope set to what is selected, nobody else moves by a hair."""
    board = open_board(write_map(STAR, TIES))
    program = board.program
    program.click_at(*board.pixel(*STAR['Ben']))
    program.click_at(*board.pixel(*STAR['Eva']), keys=['shift'])
    board.wait_counts(5, 4, 2)
    lay_out(board, 'Radial', 'Selected')
    take(board)
    says(board, 'Laid out')
    saved = board.saved()
    assert all(place(saved, name) == STAR[name] for name in ('Ada', 'Cem', 'Dan')), saved.actors
    assert any(place(saved, name) != STAR[name] for name in ('Ben', 'Eva')), saved.actors
    board.close()


def with_bad_helper(how):
    return open_board(write_map(STAR, TIES), environment={'LIAISON_LIBEXECDIR': os.environ['BAD_HELPER_DIR'],
                                                          'BAD_HELPER': how})


def fails(how, *sentences):
    """The window says so; the map is what it was, and there is nothing to undo."""
    board = with_bad_helper(how)
    before = board.save()
    lay_out(board)
    says(board, 'The Map Could Not Be Laid Out')
    for sentence in sentences:
        says(board, sentence)
    board.program.key('Escape')
    wait_for('the end of the message', lambda: not board.program.find_all('label', part='Could Not Be Laid Out'))
    assert not board.can_undo() and board.save() == before
    board.program.close()


def test_helper_crashes():
    fails('crash', 'out of luck')


def test_helper_answers_garbage():
    fails('garbage')


def test_helper_hangs():
    """What runs and for how long is shown, the window answers meanwhile, and Cancel ends it."""
    board = with_bad_helper('hang')
    program = board.program
    before = board.save()
    lay_out(board)
    label = says(board, 'Laying out: ')[0]

    def seconds():
        return [label.name for label in program.find_all('label') if re.fullmatch(r'\d+ s', label.name)]

    first = wait_for('how long it runs', seconds)
    wait_for('a longer time', lambda: seconds() != first)

    program.click_at(*board.pixel(*STAR['Ada']))
    board.wait_counts(5, 4, 1)
    program.click_at(*board.pixel(140, 300), count=2)
    program.find('text', 'Name', under=board.canvas)
    program.type('Fay')
    program.key('Escape')
    board.wait_counts(5, 4)
    lay_out(board)
    says(board, 'Wait until what runs has ended')

    program.click(program.find('push button', 'Cancel'))
    says(board, 'The layout was cancelled; nothing moved')
    wait_for('the end of the progress', lambda: any(program.extents(parent)[3] == 0 for parent in parents(label)[1:-2]))
    assert not board.can_undo() and board.save() == before
    # The keyboard is the map's: the button that had it is gone
    program.key('Insert')
    program.find('text', 'Name', under=board.canvas)
    program.key('Escape')
    program.close()


def runs(pid):
    """Who has ended and is not yet asked for by the parent does not count."""
    try:
        with open('/proc/%s/stat' % pid, encoding='utf-8') as stat:
            return stat.read().rsplit(')')[-1].split()[0] not in 'ZX'
    except FileNotFoundError:
        return False


def test_closing_while_it_hangs():
    """A window that is closed takes its helper with it, be it the last one or not."""
    pid_file = tempfile.mktemp(prefix='liaison-helper-')
    paths = [write_map(STAR, TIES, name=name + '.graphml') for name in ('first', 'second')]
    program = Program(*paths, environment={'LIAISON_LIBEXECDIR': os.environ['BAD_HELPER_DIR'], 'BAD_HELPER': 'hang',
                                           'BAD_HELPER_PID': pid_file})
    for title, key in (('second.graphml', 'ctrl+w'), ('first.graphml', 'ctrl+q')):
        frame = program.find('frame', title)
        Board(program, None, frame)
        program.bring_up(title)
        program.key('ctrl+j')
        wait_for('a helper', lambda: os.path.exists(pid_file))
        with open(pid_file, encoding='utf-8') as file:
            helper = file.read()
        os.unlink(pid_file)
        assert runs(helper)
        program.key(key)
        wait_for('the end of the helper', lambda: not runs(helper))
    program.close()


if __name__ == '__main__':
    run(test_one_step_with_and_without_motion, test_pins_stay, test_only_selected, test_helper_crashes,
        test_helper_answers_garbage, test_helper_hangs, test_closing_while_it_hangs)
