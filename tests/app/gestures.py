#!/usr/bin/python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""Every gesture of the canvas with a real pointer and keyboard, to its end and broken off by Escape."""

from board import RIM, Held, open_board, place, wait_for, write_map, xdotool
from desktop import run

ADA, BEN, CEM = (0, 0), (240, 0), (0, 180)


def assert_untouched(board, bytes_before, what):
    """The file is what it was when it is saved again, and there is nothing to undo."""
    assert not board.can_undo(), what + ' can be undone'
    assert board.save() == bytes_before, what + ' has changed the map'


def escape(board, held):
    held.move((held.at[0] + 7, held.at[1] + 5))
    xdotool('key', 'Escape')  # Program.key () would let go of the button, too
    held.move((held.at[0] + 30, held.at[1] + 20))
    held.release()


def test_escape_breaks_off():
    """Rubber band, moving, drawing a tie, panning: each is as if it had never begun."""
    board = open_board(write_map(ties=[('Ada', 'Ben', 'influence')]))
    before = board.save()
    ada, ben = board.pixel(*ADA), board.pixel(*BEN)

    escape(board, Held(board.at(0.02, 0.02), board.pixel(300, 250)))
    board.wait_counts(3, 1, 0)
    escape(board, Held(ada, board.pixel(60, 60)))
    assert_untouched(board, before, 'moving')
    escape(board, Held((ada[0], ada[1] - RIM), board.pixel(60, -90)))
    escape(board, Held((ada[0] + 2, ada[1] + RIM), board.pixel(*CEM)))
    board.wait_counts(3, 1)
    escape(board, Held(board.pixel(120, 90), board.pixel(160, 120), button=2))
    board.program.drag(board.pixel(120, 90), board.pixel(150, 110))
    assert_untouched(board, before, 'a gesture that Escape ended')

    board.program.click_at(*board.at(0.5, 0.02))
    board.program.drag(ben, board.pixel(240, 60))
    wait_for('a step to undo', board.can_undo)
    assert place(board.saved(), 'Ben') != BEN, 'after Escape the next gesture works'
    board.close()


def test_undo_breaks_off():
    """Ctrl+Z amid a drag ends that and no more; in the empty box of a new actor it takes that one back, and the box with it."""
    board = open_board(write_map())
    program = board.program
    program.drag(board.pixel(*BEN), board.pixel(240, 60))
    wait_for('a step to undo', board.can_undo)
    moved = board.save()
    for keys in ('ctrl+z', 'ctrl+shift+z'):
        held = Held(board.pixel(*ADA), board.pixel(60, 60))
        held.move((held.at[0] + 7, held.at[1] + 5))
        xdotool('key', keys)
        held.move((held.at[0] + 30, held.at[1] + 20))
        held.release()
        if keys == 'ctrl+z':
            assert board.save() == moved, 'the gesture ended, and what was done before stays'
            program.key('ctrl+z')
            program.key('Escape')
    wait_for('a step to redo', lambda: not board.can_undo())
    program.key('ctrl+shift+z')
    assert board.save() == moved, 'redo waits, too'

    program.click_at(*board.at(0.5, 0.02))
    program.key('Insert')
    program.type('First')
    program.key('Return')
    board.wait_counts(5, 0)
    program.key('ctrl+z')
    wait_for('the end of typing', lambda: not program.find_all('text', 'Name', under=board.canvas))
    board.wait_counts(4, 0)
    board.close()


def typed(board):
    """What stands in the box of a name; None without one."""
    boxes = [box.queryText() for box in board.program.find_all('text', 'Name', under=board.canvas)]
    return boxes[0].getText(0, boxes[0].characterCount) if boxes else None


def test_undo_of_typing():
    """While a name is typed Ctrl+Z takes back the typing first, and never the name as it was."""
    board = open_board(write_map())
    program = board.program
    program.key('Insert')
    program.type('Ghost')
    wait_for('the name', lambda: typed(board) == 'Ghost')
    program.key('ctrl+z')
    wait_for('the empty box', lambda: typed(board) == '')
    program.key('ctrl+shift+z')
    wait_for('the name again', lambda: typed(board) == 'Ghost')
    program.key('ctrl+z', 'ctrl+z')
    wait_for('the end of typing', lambda: typed(board) is None)
    board.wait_counts(3, 0)
    assert not board.can_undo()

    program.drag(board.pixel(*BEN), board.pixel(240, 60))
    wait_for('a step to undo', board.can_undo)
    program.key('F2')
    wait_for('the old name', lambda: typed(board) == 'Ben')
    program.key('ctrl+z')
    wait_for('the end of the step', lambda: not board.can_undo())
    assert place(board.saved(), 'Ben') == BEN
    board.close()


def test_escape_ends_naming():
    """Names typed and given up: the old name stays, and what was made for a name goes again."""
    board = open_board(write_map())
    before = board.save()
    program = board.program

    program.click_at(*board.pixel(*ADA), count=2)
    program.find('text', 'Name', under=board.canvas)
    program.type('Ida')
    program.key('Escape')
    wait_for('the end of typing', lambda: not program.find_all('text', 'Name', under=board.canvas))
    assert_untouched(board, before, 'a name given up')

    program.click_at(*board.pixel(140, 150), count=2)
    program.find('text', 'Name', under=board.canvas)
    board.wait_counts(4, 0)
    program.type('Nobody')
    program.key('Escape')
    board.wait_counts(3, 0)
    assert_untouched(board, before, 'an actor given up')

    program.drag((board.pixel(*ADA)[0], board.pixel(*ADA)[1] - RIM), board.pixel(120, -100))
    program.find('text', 'Name', under=board.canvas)
    board.wait_counts(4, 1)
    program.key('Escape')
    board.wait_counts(3, 0)
    assert_untouched(board, before, 'a tied actor given up')
    board.close()


def choose(program, name):
    """A kind of the palette, by the pointer."""
    program.click(program.find('push button', name))


def test_ties_by_pointer():
    """The kind comes from the palette or a key; a tie goes to an actor, to the ground, or back to its own actor."""
    board = open_board(write_map())
    program = board.program
    ada, ben, cem = board.pixel(*ADA), board.pixel(*BEN), board.pixel(*CEM)

    choose(program, 'Mediation')
    program.drag((ada[0] + RIM, ada[1]), ben)
    board.wait_counts(3, 1, 1)
    assert board.saved().tie('Ada', 'Ben')['kind'] == 'mediation'

    program.key('4')
    assert board.saved().tie('Ada', 'Ben')['kind'] == 'pressure', 'a number changes the tie that is selected'
    program.drag((ben[0], ben[1] + RIM), cem)
    board.wait_counts(3, 2, 1)
    assert board.saved().tie('Ben', 'Cem')['kind'] == 'pressure', 'and is the kind of the next one'

    program.click_at(*board.at(0.5, 0.02))
    program.key('9')
    program.drag((cem[0] + RIM, cem[1]), board.pixel(200, 180))
    program.find('text', 'Name', under=board.canvas)
    program.type('Dan')
    program.click_at(*board.at(0.5, 0.02))
    board.wait_counts(4, 3, 0)
    saved = board.saved()
    assert saved.tie('Cem', 'Dan')['kind'] == 'contact', saved.ties
    x, y = place(saved, 'Dan')
    assert abs(x - 200) < 4 and abs(y - 180) < 4, (x, y)
    program.key('ctrl+z')
    board.wait_counts(3, 2)

    loop = Held((ada[0] - RIM, ada[1]), (ada[0] - 90, ada[1] + 10), (ada[0] - 80, ada[1] + 50), ada)
    loop.release()
    board.wait_counts(3, 3)
    saved = board.saved()
    assert saved.tie('Ada', 'Ada')['kind'] == 'contact', saved.ties
    held = Held((ada[0] - RIM, ada[1]), (ada[0] - 5, ada[1] + 5))
    held.release()
    assert board.save() and board.counts()[:2] == (3, 3), 'a pull that never left its actor makes no tie'
    board.close()


def test_selecting():
    """Click, shift-click, Ctrl-click, Ctrl+A, the ground, and the band with Shift."""
    board = open_board(write_map(ties=[('Ada', 'Ben', 'influence')]))
    before = board.save()
    program = board.program

    program.click_at(*board.pixel(*ADA))
    board.wait_counts(3, 1, 1)
    program.click_at(*board.pixel(*BEN), keys=['shift'])
    board.wait_counts(3, 1, 2)
    program.click_at(*board.pixel(120, 0), keys=['shift'])
    board.wait_counts(3, 1, 3)
    program.click_at(*board.pixel(*ADA), keys=['ctrl'])
    board.wait_counts(3, 1, 2)
    program.click_at(*board.at(0.5, 0.02))
    board.wait_counts(3, 1, 0)
    program.key('ctrl+a')
    board.wait_counts(3, 1, 4)
    program.key('ctrl+shift+a')
    board.wait_counts(3, 1, 0)
    program.click_at(*board.pixel(*CEM))
    board.wait_counts(3, 1, 1)
    program.drag(board.pixel(180, -70), board.pixel(300, 70))
    board.wait_counts(3, 1, 1)
    program.key('Escape')
    board.wait_counts(3, 1, 0)
    assert_untouched(board, before, 'selecting')
    board.close()


def names_on_the_way(board, *keys):
    """Where the keyboard is after each key."""
    names = []
    for key in keys:
        old = names[-1] if names else ''
        board.program.key(key)
        names.append(wait_for('an actor after ' + key, lambda: board.focused_name() != old and board.focused_name()))
    return names


def test_keys_travel_and_draw():
    """Arrows go from actor to actor, Alt moves them, Alt with a number follows a tie; Ctrl+Return, Tab and Enter draw on."""
    board = open_board(write_map(ties=[('Ben', 'Cem', 'influence')]))
    program = board.program

    program.click_at(*board.pixel(*ADA))
    assert names_on_the_way(board, 'Right', 'Left', 'Down', 'Up', 'Right', 'alt+1') == \
        ['Ben', 'Ada', 'Cem', 'Ada', 'Ben', 'Cem']
    program.key('alt+Left', 'alt+Left', 'alt+shift+Down')
    saved = board.saved()
    assert place(saved, 'Cem') == (CEM[0] - 8, CEM[1] + 40), place(saved, 'Cem')
    assert place(saved, 'Ben') == BEN
    program.key('ctrl+z')
    assert place(board.saved(), 'Cem') == CEM, 'nudging in a row is one step'

    program.key('ctrl+Return')
    program.find('text', 'Name', under=board.canvas)
    program.type('Dan')
    program.key('Tab')
    board.wait_counts(5, 3)
    program.type('Eva')
    program.key('Return')
    board.wait_counts(6, 4)
    program.type('Fay')
    program.click_at(*board.at(0.5, 0.02))
    saved = board.saved()
    saved.tie('Cem', 'Dan'), saved.tie('Dan', 'Eva'), saved.tie('Dan', 'Fay')
    program.key('ctrl+z', 'ctrl+z', 'ctrl+z')
    board.wait_counts(3, 1)

    program.click_at(*board.pixel(*ADA))
    program.key('F2')
    program.find('text', 'Name', under=board.canvas)
    program.key('ctrl+a')
    program.type('Ida')
    program.key('Return')
    wait_for('the end of typing', lambda: not program.find_all('text', 'Name', under=board.canvas))
    board.saved().actor('Ida')
    board.wait_counts(3, 1)

    program.key('Tab')
    wait_for('the keyboard in the palette', lambda: program.focused() == 'Influence')
    program.key('shift+Tab')
    wait_for('the keyboard at the actor', lambda: program.focused().startswith('Ida'))
    board.close()


def test_double_click_on_a_name():
    """The name below the actor opens for typing as the actor does."""
    board = open_board(write_map())
    program = board.program
    x, y = board.pixel(*CEM)
    program.click_at(x, y + 39, count=2)
    program.find('text', 'Name', under=board.canvas)
    program.key('ctrl+a')
    program.type('Kim')
    program.key('Return')
    wait_for('the end of typing', lambda: not program.find_all('text', 'Name', under=board.canvas))
    board.saved().actor('Kim')
    board.wait_counts(3, 0)
    board.close()


def test_context_menus():
    """By the pointer and by both keys; what is chosen is done to what is selected."""
    board = open_board(write_map(ties=[('Ada', 'Ben', 'influence')]))
    before = board.save()
    program = board.program

    for opens in (lambda: program.click_at(*board.pixel(*ADA), button=3), lambda: program.key('Menu'),
                  lambda: program.key('shift+F10')):
        opens()
        wait_for('the menu of an actor', lambda: 'Rename' in program.menu_items() and 'Pin' in program.menu_items())
        program.key('Escape')
        wait_for('the end of the menu', lambda: not program.menu_items())
        board.wait_counts(3, 1, 1)
    program.click_at(*board.pixel(120, 0), button=3)
    wait_for('the menu of a tie', lambda: 'Reverse' in program.menu_items())
    program.key('Escape')
    wait_for('the end of the menu', lambda: not program.menu_items())
    program.click_at(*board.at(0.5, 0.02), button=3)
    wait_for('the menu of the ground', lambda: 'Select All' in program.menu_items())
    program.key('Escape')
    wait_for('the end of the menu', lambda: not program.menu_items())
    program.key('F10')
    wait_for('the menu of the window', lambda: 'What Was Done' in program.menu_items())
    program.key('Escape')
    wait_for('the end of the menu', lambda: not program.menu_items())
    assert_untouched(board, before, 'looking at menus')

    program.click_at(*board.pixel(120, 0), button=3)
    program.click_in(program.find('menu'), program.find('menu item', 'Reverse'))
    wait_for('the end of the menu', lambda: not program.menu_items())
    board.saved().tie('Ben', 'Ada')
    program.click_at(*board.pixel(*CEM))
    program.key('Menu')
    wait_for('the first item', lambda: program.focused() == 'Rename')
    program.key('Up')
    wait_for('the last item', lambda: program.focused() == 'Delete')
    program.key('Return')
    board.wait_counts(2, 1)
    board.close()


if __name__ == '__main__':
    run(test_escape_breaks_off, test_undo_breaks_off, test_undo_of_typing, test_escape_ends_naming, test_ties_by_pointer,
        test_selecting, test_keys_travel_and_draw, test_double_click_on_a_name, test_context_menus)
