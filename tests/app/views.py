#!/usr/bin/python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""Views: what is shown is saved under a name, chosen by click and key, changed, renamed and deleted, and all of it undone."""

import os
import subprocess
import tempfile
import time

from board import open_board, read, wait_for, write_map
from desktop import run
from filters import CHAIN, FIVE, from_menu, shown
from main_job import fill_chooser

SCREENS = os.environ.get('LIAISON_SCREENSHOTS', tempfile.gettempdir())


def near_ada(board, steps='Within 1 Step of the Selection'):
    board.program.click_at(*board.pixel(*FIVE['Ada']))
    wait_for('Ada', lambda: board.focused_name() == 'Ada')
    from_menu(board.program, 'Show Only', steps)


def view(program, name):
    return wait_for('the view "%s"' % name, lambda: program.find_all('list item', name))[0]


def save_view(program, name):
    program.key('ctrl+b')
    program.fill_in('Name of the view', name)
    program.key('Return')
    return view(program, name)


def test_save_choose_update():
    board = open_board(write_map(FIVE, CHAIN))
    program = board.program
    before = read(board.path)
    near_ada(board)
    shown(program, '2 of 5 actors shown')
    save_view(program, 'Around Ada')
    near_ada(board, 'Within 2 Steps of the Selection')
    shown(program, '3 of 5 actors shown')
    program.screenshot(SCREENS + '/views.png')
    assert program.find_all('push button', 'Update'), 'what differs from the view is not said'

    program.click(view(program, 'Everything'))
    board.wait_counts(5, 3)
    program.click(view(program, 'Around Ada'))
    shown(program, '2 of 5 actors shown')
    near_ada(board, 'Within 2 Steps of the Selection')
    shown(program, '3 of 5 actors shown')
    program.click(program.find('push button', 'Update'))
    wait_for('no more difference', lambda: not program.find_all('push button', 'Update'))
    program.key('ctrl+shift+Page_Down')
    board.wait_counts(5, 3)
    program.key('ctrl+shift+Page_Up')
    shown(program, '3 of 5 actors shown')

    after = board.save()
    assert b'Around Ada' in after and b'within 2 ' in after, after
    program.key('ctrl+z', 'ctrl+z')
    wait_for('no view', lambda: not program.find_all('list item', 'Around Ada'))
    assert board.save() == before, 'undo brings back the bytes'
    program.close()


def test_by_keyboard():
    """Named, renamed and deleted from the list, without a pointer."""
    board = open_board(write_map(FIVE, CHAIN))
    program = board.program
    near_ada(board)
    save_view(program, 'One')
    program.key('ctrl+shift+b')
    wait_for('the keyboard at the view', lambda: program.focused() == 'One')
    program.key('F2')
    program.fill_in('Name of the view', 'Two')
    program.key('Return')
    view(program, 'Two')
    program.key('ctrl+shift+b', 'F2')
    program.fill_in('Name of the view', 'Three')
    program.key('Escape')
    view(program, 'Two')
    program.key('Up')
    board.wait_counts(5, 3)
    program.key('Down')
    shown(program, '2 of 5 actors shown')
    program.key('Delete')
    wait_for('no view', lambda: not program.find_all('list item', 'Two'))
    assert 'Delete View' in board.undo_hint()
    program.key('ctrl+z')
    view(program, 'Two')
    board.close()


def test_kept_in_the_file():
    """Another program run lists the views of the file, and the command line draws them."""
    board = open_board(write_map(FIVE, CHAIN))
    near_ada(board)
    save_view(board.program, 'Around Ada')
    board.program.key('ctrl+z')
    wait_for('no view', lambda: not board.program.find_all('list item', 'Around Ada'))
    board.program.key('ctrl+shift+z')
    view(board.program, 'Around Ada')
    board.close()

    picture = subprocess.run([os.environ['LIAISON_CLI'], 'render', board.path, '-', '--view=around ada'],
                             check=True, capture_output=True, text=True).stdout
    assert 'Ada' in picture and 'Ben' in picture and 'Cem' not in picture
    board = open_board(board.path)
    board.program.click(view(board.program, 'Around Ada'))
    shown(board.program, '2 of 5 actors shown')
    board.close()


def test_fade_the_rest():
    """One key fades all but the selected and who is tied to them; what is pale can still be picked."""
    board = open_board(write_map(FIVE, CHAIN))
    program = board.program
    program.key('ctrl+alt+f')
    wait_for('a hint', lambda: program.find_all(part='Select the actors that are to stay clear'))
    program.click_at(*board.pixel(*FIVE['Ada']))
    wait_for('Ada', lambda: board.focused_name() == 'Ada')
    program.key('ctrl+alt+f')
    shown(program, '2 of 5 actors in focus')
    program.screenshot(SCREENS + '/faded.png')
    program.click_at(*board.pixel(*FIVE['Cem']))
    wait_for('Cem', lambda: board.focused_name() == 'Cem')
    save_view(program, 'Ada in focus')
    program.click(program.find('push button', 'Fade the Rest Instead of Hiding It'))
    shown(program, '2 of 5 actors shown')
    assert not program.find_all('label', '1 selected'), 'what is hidden now is selected'
    program.click(view(program, 'Ada in focus'))
    shown(program, '2 of 5 actors in focus')
    after = board.save()
    assert b'column="faded">true<' in after, after
    program.key('ctrl+alt+a')
    board.wait_counts(5, 3)
    board.close()


def focus_at(board, name):
    """Where on the screen the focused actor is."""
    wait_for(name, lambda: board.focused_name() == name)
    x, y, width, height = board.program.extents(board.focused_actor())
    return x + width / 2, y + height / 2


def test_trail():
    """After a jump to somebody far away one key leads back to the very place, and another forward again."""
    board = open_board(write_map({'Ada': (0, 0), 'Far': (5000, 0)}))
    program = board.program
    program.click_at(*board.pixel(0, 0))
    before = focus_at(board, 'Ada')
    time.sleep(1)
    program.key('ctrl+f')
    program.type('Far')
    program.key('Return')
    wait_for('Far', lambda: board.focused_name() == 'Far')
    program.key('Escape')
    far = focus_at(board, 'Far')
    program.key('ctrl+bracketleft')
    program.click_at(*board.pixel(0, 0))
    after = focus_at(board, 'Ada')
    assert abs(before[0] - after[0]) < 2 and abs(before[1] - after[1]) < 2, (before, after)
    program.key('ctrl+bracketright')
    x, y, _, _ = program.extents(board.canvas)
    program.click_at(board.left + far[0] - x, board.top + far[1] - y)
    again = focus_at(board, 'Far')
    assert abs(far[0] - again[0]) < 2 and abs(far[1] - again[1]) < 2, (far, again)
    wait_for('the first place', lambda: program.key('ctrl+bracketleft') or
             program.find_all(part='There is no earlier place'))
    program.close()


def test_export_what_is_shown_or_all():
    board = open_board(write_map(FIVE, CHAIN))
    program = board.program
    near_ada(board)
    shown(program, '2 of 5 actors shown')
    folder = tempfile.mkdtemp(prefix='liaison-')
    for key, name, others in (('Home', 'all.svg', True), (None, 'shown.svg', False)):
        program.key('ctrl+e')
        frame = program.find('frame', 'Export a Picture')
        if key is not None:
            program.click(program.find('combo box', 'What', under=frame), frame=frame)
            program.key(key, 'Return')
        program.key('alt+e')
        fill_chooser(program, os.path.join(folder, name))
        wait_for('the end of the dialog', lambda: not program.find_all('frame', 'Export a Picture'))
        words = read(os.path.join(folder, name)).decode()
        assert 'Ada' in words and ('Dan' in words) == others, name
    program.close()


if __name__ == '__main__':
    run(test_save_choose_update, test_by_keyboard, test_kept_in_the_file, test_trail, test_fade_the_rest,
        test_export_what_is_shown_or_all)
