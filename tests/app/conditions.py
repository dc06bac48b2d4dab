#!/usr/bin/python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""Conditions of what is shown, made and changed by real keys and clicks: over columns of the file's own, numbers, dates, kinds
and steps; the map follows while they are made, and Escape gives back what was."""

import os
import tempfile

from board import open_board, read, wait_for, write_map
from desktop import pyatspi, run
from filters import CHAIN, FIVE, shown
from tables import Tables
from views import save_view, view

SCREENS = os.environ.get('LIAISON_SCREENSHOTS', tempfile.gettempdir())

KEYS = '''  <key id="region" for="node" attr.name="region" attr.type="string"/>
  <key id="visits" for="node" attr.name="visits" attr.type="int"/>
  <key id="met" for="node" attr.name="since" attr.type="string"/>
  <key id="kind" for="node" attr.name="kind" attr.type="string"/>
  <graph'''

CELLS = {
    'Ada': {'region': 'North coast', 'visits': 1, 'met': '2020-03-05', 'kind': 'state'},
    'Ben': {'region': 'Far north', 'visits': 4, 'met': '2020', 'kind': 'ngo'},
    'Cem': {'region': 'South', 'visits': 9, 'met': '2021-06', 'kind': 'media'},
    'Dan': {'region': 'South', 'kind': 'state'},
    'Eva': {},
}


def own_columns():
    """A map of five actors with columns that no other file has."""
    path = write_map(FIVE, CHAIN)
    text = read(path).decode().replace('  <graph', KEYS, 1)
    for name, cells in CELLS.items():
        data = ''.join('<data key="%s">%s</data>' % cell for cell in cells.items())
        text = text.replace('<node id="%s">' % name, '<node id="%s">%s' % (name, data))
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text)
    return path


def ask(program, words):
    """Begins a condition by the key, and finds what to ask by typing."""
    program.key('ctrl+shift+h')
    program.fill_in('Filter by…', words)
    program.key('Return')


def chip(program, words):
    return program.find('push button', 'Change “%s”' % words)


def closed(program):
    wait_for('the end of the editor', lambda: not program.find_all('push button', 'Done') and
             not program.find_all('text', 'Filter by…'))


def press_in_editor(program, role, name):
    """Clicks what stands in the popover."""
    found = program.find(role, name)
    program.click_in(program.find(name='Condition'), found)


def test_own_column():
    """A filter over a column of the file's own becomes a view, is changed, taken apart, and all of it undone."""
    board = open_board(own_columns())
    program = board.program
    before = read(board.path)

    ask(program, 'region')
    program.fill_in('Text', 'north')
    shown(program, '2 of 5 actors shown')
    program.screenshot(SCREENS + '/condition.png')
    program.key('Return')
    closed(program)
    chip(program, 'region contains “north”')
    save_view(program, 'The north')

    program.click(chip(program, 'region contains “north”'))
    program.find('push button', 'Done')
    program.key('shift+Tab')
    wait_for('the keyboard at the test', lambda: program.at_keyboard('How it is compared'))
    program.key('space')
    program.find('label', 'is not known')
    program.key('Home', 'Down', 'Return')
    program.find('check box', 'South')
    board.wait_counts(5, 3)
    press_in_editor(program, 'check box', 'South')
    shown(program, '2 of 5 actors shown')
    press_in_editor(program, 'check box', 'Far north')
    shown(program, '3 of 5 actors shown')
    program.screenshot(SCREENS + '/condition-values.png')
    press_in_editor(program, 'push button', 'Done')
    closed(program)
    chip(program, 'region: Far north, South')
    program.click(program.find('push button', 'Update'))
    wait_for('no more difference', lambda: not program.find_all('push button', 'Update'))

    # Undoing goes back to what the view was, and what is shown with it.
    program.key('ctrl+z')
    chip(program, 'region contains “north”')
    shown(program, '2 of 5 actors shown')
    program.key('ctrl+shift+z')
    shown(program, '3 of 5 actors shown')

    program.click(program.find('push button', 'Remove “region: Far north, South”'))
    board.wait_counts(5, 3)
    program.click(view(program, 'The north'))
    shown(program, '3 of 5 actors shown')
    program.click(program.find('push button', 'Show All'))
    board.wait_counts(5, 3)
    program.key('ctrl+z', 'ctrl+z')
    wait_for('no view', lambda: not program.find_all('list item', 'The north'))
    assert board.save() == before, 'undo brings back the bytes'
    program.close()


def test_escape_gives_back():
    """By the keyboard alone: what a condition would show is given up again, for a new one and for one that is changed."""
    board = open_board(own_columns())
    program = board.program
    ask(program, 'visits')
    program.fill_in('visits', '4')
    shown(program, '2 of 5 actors shown')
    program.key('Escape')
    closed(program)
    board.wait_counts(5, 3)
    wait_for('the keyboard at the map', lambda: board.focused_name() == (program.focused() or '').split(',')[0])

    ask(program, 'visits')
    program.fill_in('visits', '4')
    program.key('Return')
    shown(program, '2 of 5 actors shown')
    program.key_until('Tab', 'Change “visits: 4 or more”')
    program.key('Return')
    program.fill_in('visits', 'many')
    board.wait_counts(5, 3)
    program.fill_in('visits', '1')
    shown(program, '3 of 5 actors shown')
    program.key('Escape')
    closed(program)
    shown(program, '2 of 5 actors shown')

    program.key_until('Tab', 'Change “visits: 4 or more”')
    program.key('Delete')
    board.wait_counts(5, 3)
    wait_for('the keyboard at what adds another', lambda: program.at_keyboard('Filter'))
    program.close()


def test_dates_and_kinds():
    """A kind is found by its name without its column; a date is typed in words; both together show less."""
    board = open_board(own_columns())
    program = board.program
    ask(program, 'stat')
    wait_for('a ticked value', lambda: program.find('check box', 'State').getState().contains(pyatspi.STATE_CHECKED))
    shown(program, '2 of 5 actors shown')
    program.key('Return')
    closed(program)
    ask(program, 'since actors')
    program.fill_in('Since', 'the year')
    shown(program, '2 of 5 actors shown')
    program.fill_in('Since', '2020')
    shown(program, '1 of 5 actors shown')
    program.key('Return')
    chip(program, 'Kind: State')
    chip(program, 'Since: 2020')
    program.close()


def test_steps():
    """Who is near an actor that is named by typing; one step more by the arrow key."""
    board = open_board(own_columns())
    program = board.program
    program.key('ctrl+shift+h')
    program.fill_in('Filter by…', 'within')
    program.key('Return')
    program.fill_in('Name of an actor', 'ad')
    program.key('Return')
    shown(program, '2 of 5 actors shown')
    program.key('alt+s')
    wait_for('the keyboard at the steps', lambda: program.at_keyboard('Steps'))
    program.key('Up')
    shown(program, '3 of 5 actors shown')
    program.screenshot(SCREENS + '/condition-steps.png')
    press_in_editor(program, 'push button', 'Remove “Ada”')
    board.wait_counts(5, 3)
    program.fill_in('Name of an actor', 'eva')
    program.key('Return')
    shown(program, '3 of 5 actors shown')
    press_in_editor(program, 'push button', 'Cancel')
    board.wait_counts(5, 3)
    program.close()


def test_from_a_cell():
    """What a cell of a table says is asked for, or hidden, by its menu."""
    tables = Tables(own_columns())
    program = tables.program
    program.click(tables.cell('Cem'))
    tables.wait_cursor('Name: Cem. Cem')
    program.key('Menu')
    program.find('menu item', 'Hide This Value')
    program.key_until('Down', 'Hide This Value')
    program.key('Return')
    shown(program, '4 of 5 actors shown')
    chip(program, 'Name is not: Cem')
    program.click(tables.cell('Ben'))
    tables.wait_cursor('Name: Ben. Ben')
    program.key('Menu')
    program.find('menu item', 'Filter by This Column…')
    program.key_until('Down', 'Filter by This Column…')
    program.key('Return')
    program.fill_in('Text', 'a')
    shown(program, '3 of 5 actors shown')
    program.screenshot(SCREENS + '/condition-table.png')
    program.key('Escape')
    shown(program, '4 of 5 actors shown')
    program.close()


def test_from_a_field():
    """What the details say of a selected actor is asked for by the menu of the field."""
    board = open_board(own_columns())
    program = board.program
    program.click_at(*board.pixel(*FIVE['Dan']))
    wait_for('Dan', lambda: board.focused_name() == 'Dan')
    x, y, width, height = program.extents(program.find('combo box', 'External'))
    label = [found for found in program.find_all('label', 'Part of') if program.extents(found)[0] >= x][0]
    program.click(label, button=3)
    program.click_in(program.find('menu'), program.find('menu item', 'Show Only This Value'))
    chip(program, 'Part of is not known')
    shown(program, '5 of 5 actors shown')
    program.close()


if __name__ == '__main__':
    run(test_own_column, test_escape_gives_back, test_dates_and_kinds, test_steps, test_from_a_cell,
        test_from_a_field)
