#!/usr/bin/python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""The map as tables, by real keys and clicks: edited in place, sorted, pasted into from a spreadsheet, and one with the canvas."""

import os
import tempfile

from board import TRIANGLE, Board, Program, open_board, read, wait_for, write_map
from desktop import run
from graphml import Saved
import x_clipboard

TIES = [('Ada', 'Ben', 'mediation'), ('Ben', 'Cem', 'threat')]


def picture(program, name):
    program.screenshot(os.environ.get('LIAISON_SCREENSHOTS', tempfile.gettempdir()) + '/' + name)


class Tables(Board):
    """A window that shows a map as tables."""

    def __init__(self, path, **more):
        super().__init__(Program(path, **more), path)
        self.save()
        self.before = read(path)
        self.program.key('ctrl+t')
        self.cell('New actor\u2026')
        self.wait_cursor('Name: Ada. Ada')

    def cell(self, words):
        """What a cell says, when it is in sight."""
        return self.program.find('label', words)

    def rows(self, *words):
        """How far down the cells of these words stand, in the table and not in the list beside it."""
        left = self.program.extents(self.cell('New actor\u2026'))[0]
        places = [[self.program.extents(found)[1] for found in self.program.find_all('label', word)
                   if abs(self.program.extents(found)[0] - left) < 20] for word in words]
        return [place[0] if place else None for place in places]

    def wait_cursor(self, words):
        wait_for('the cursor at "%s", not "%s"' % (words, self.program.focused()),
                 lambda: self.program.focused() == words)

    def header(self, name):
        """The title of a column; the details beside the table have fields of the same name."""
        top = self.program.extents(self.cell('New actor\u2026'))
        found = [label for label in self.program.find_all('label', name)
                 if top[0] - 20 < self.program.extents(label)[0] < self.program.extents(self.inspector())[0]]
        return min(found, key=lambda label: self.program.extents(label)[1])

    def inspector(self):
        return self.program.find('label', 'Question') if self.counts()[2] == 0 else self.program.find('label', 'Identity')


def test_edit_in_place():
    tables = Tables(write_map(ties=TIES))
    program = tables.program
    program.key('F2')
    program.type(' Lovelace')
    program.key('Escape')
    tables.wait_cursor('Name: Ada. Ada')
    assert not tables.can_undo()
    program.key('Return', 'End')
    program.type(' Lovelace')
    program.key('Tab')
    tables.wait_cursor('Kind: not known. Ada Lovelace')
    program.type('sta')
    program.key('Down', 'Tab')
    tables.wait_cursor('Part of: not known. Ada Lovelace')
    program.type('Ben')
    program.key('Tab')
    tables.wait_cursor('Power: not known. Ada Lovelace')
    picture(program, 'table-edit.png')
    # A word of the scale may be left unfinished; Enter leads down to where Tab began.
    program.type('hi')
    program.key('Return')
    tables.wait_cursor('Name: Ben. Ben')
    name, cells = tables.saved().actor('Ada Lovelace')
    assert (cells['kind'], cells['parent'], cells['power']) == ('state', 'Ben', '0.75'), cells

    # What cannot be is said, stays to be mended, and changes nothing.
    before = read(tables.path)
    program.key('Right', 'Right', 'Right')
    program.type('9')
    program.key('Return')
    wait_for('a sentence', lambda: program.find_all('label', part='Power'))
    program.key('Escape')
    tables.wait_cursor('Power: not known. Ben')
    assert tables.save() == before
    program.key('ctrl+z', 'ctrl+z', 'ctrl+z', 'ctrl+z')
    wait_for('nothing to undo', lambda: not tables.can_undo())
    assert tables.save() == tables.before
    tables.close()


def test_new_rows_and_delete():
    """An actor, a tie by the names of its ends of which one is new, another name; and away with them."""
    tables = Tables(write_map(ties=TIES))
    program = tables.program
    program.key('Insert')
    tables.wait_cursor('Name: not known. New row')
    program.type('Dan')
    program.key('Return')
    tables.wait_cursor('Name: not known. New row')
    tables.wait_counts(4, 2)

    program.key('ctrl+Page_Down', 'Insert')
    tables.wait_cursor('From: not known. New row')
    program.type('Dan')
    program.key('Tab')
    tables.wait_counts(4, 2)
    program.type('Eva')
    program.key('Down', 'Tab')
    tables.wait_counts(5, 3)
    program.type('Media')
    program.key('Return')

    program.key('ctrl+Page_Down')
    tables.wait_cursor('Actor: not known. New row')
    program.type('Ada')
    program.key('Tab')
    program.type('Countess')
    program.key('Return')
    wait_for('the name', lambda: program.find_all('label', 'Countess'))
    picture(program, 'table-names.png')
    saved = tables.saved()
    assert saved.tie('Dan', 'Eva')['kind'] == 'mediation'
    assert all('x' in cells and 'y' in cells for cells in saved.actors.values()), 'somebody new has no place'
    assert b'Countess' in read(tables.path)

    program.key('Up', 'Delete')
    wait_for('no name', lambda: not program.find_all('label', 'Countess'))
    program.key('ctrl+Page_Down', 'ctrl+End', 'Up', 'Delete')
    tables.wait_counts(4, 2)
    program.key(*(6 * ['ctrl+z']))
    wait_for('nothing to undo', lambda: not tables.can_undo())
    assert tables.save() == tables.before
    tables.close()


def test_sort_and_hide():
    """By clicks on the head of a column; what is kept of it is there when the file is opened again."""
    path = write_map(ties=TIES)
    tables = Tables(path)
    program = tables.program
    program.click(tables.header('Name'))
    program.click(tables.header('Name'))
    wait_for('the other order', lambda: tables.rows('Cem', 'Ben', 'Ada') == sorted(tables.rows('Ada', 'Ben', 'Cem')))
    program.key('ctrl+Home')
    tables.wait_cursor('Name: Cem. Cem')
    program.click(program.find(name='Columns'))
    program.find('check box', 'Kind')
    program.key_until('Tab', 'Kind')
    program.key('space', 'Escape')
    program.key('Right')
    tables.wait_cursor('Part of: not known. Cem')
    program.close()

    again = Board(Program(path, home=program.home), path)
    again.program.key('ctrl+t')
    tables.program = again.program
    again.program.find('label', 'New actor\u2026')
    wait_for('the same order', lambda: tables.rows('Cem', 'Ben', 'Ada') == sorted(tables.rows('Ada', 'Ben', 'Cem')))
    again.program.key('ctrl+Home', 'Right')
    tables.wait_cursor('Part of: not known. Cem')
    again.program.close()


def test_selection_is_one():
    """The row of the cursor is selected on the canvas too, and what is selected there is where the cursor goes."""
    tables = Tables(write_map(ties=TIES))
    program = tables.program
    program.key('Down')
    tables.wait_counts(3, 2, 1)
    wait_for('the details of Ben', lambda: [label for label in program.find_all('label', 'Ben')
                                            if program.extents(label)[0] > program.extents(program.find('frame'))[2] * 2 / 3])
    program.key('shift+Down')
    tables.wait_counts(3, 2, 2)
    program.key('ctrl+t', 'Escape')
    tables.wait_counts(3, 2, 0)
    program.key('ctrl+f')
    program.type('Cem')
    program.key('Return', 'Escape', 'ctrl+t')
    tables.wait_cursor('Name: Cem. Cem')
    program.key('ctrl+shift+t')
    wait_for('the map above the table', lambda: program.find_all('label', 'New actor\u2026') and
             program.canvases())
    picture(program, 'table-beside.png')
    program.key('ctrl+shift+t')
    wait_for('the table alone, as before', lambda: program.find_all('label', 'New actor\u2026') and not program.canvases())
    program.key('ctrl+t')
    wait_for('the map alone', lambda: program.canvases() and not program.find_all('label', 'New actor\u2026'))
    program.key('ctrl+shift+t')
    wait_for('both', lambda: program.canvases() and program.find_all('label', 'New actor\u2026'))
    program.key('ctrl+shift+t')
    wait_for('the map alone again', lambda: program.canvases() and not program.find_all('label', 'New actor\u2026'))
    tables.close()


def test_paste_from_a_spreadsheet():
    """A block as LibreOffice offers it goes in by one step, with the lines within its cells; a bad one changes nothing."""
    tables = Tables(write_map(ties=TIES))
    program = tables.program
    rows = [['Ada', 'State', '', '0.5'], ['Ben', 'NGO', 'Ada', 'high'], ['Cem', '', '', ''],
            ['Dan "the man"', 'Person', '', '1']]
    owner = x_clipboard.offer(**x_clipboard.libreoffice(rows))
    program.key('ctrl+v')
    tables.wait_counts(4, 2)
    picture(program, 'table-paste.png')
    saved = tables.saved()
    assert saved.actor('Ben')[1]['power'] == '0.75' and saved.actor('Ben')[1]['parent'] == 'Ada'
    assert saved.actor('Dan "the man"')[1]['kind'] == 'person'
    program.key('ctrl+z')
    tables.wait_counts(3, 2)
    assert tables.save() == tables.before, 'pasting is more than one step'
    owner.kill()

    owner = x_clipboard.offer(**x_clipboard.libreoffice([['one\nline\nmore', 'and "so" on']]))
    program.key('ctrl+Home', *(8 * ['Right']))
    tables.wait_cursor('Position: not known. Ada')
    program.key('ctrl+v')
    tables.wait_cursor('Position: one\nline\nmore. Ada')
    assert tables.saved().actor('Ada')[1]['interests'] == 'and "so" on'
    owner.kill()

    before = read(tables.path)
    owner = x_clipboard.offer(**x_clipboard.libreoffice([['Ada', 'State'], ['Ben', 'no such kind']]))
    program.key('ctrl+Home', 'ctrl+v')
    program.find('label', 'Nothing was pasted. Row 2, column \u201cKind\u201d: There is no kind of actor called '
                 '\u201cno such kind\u201d.')
    assert tables.save() == before
    owner.kill()
    tables.close()


def test_own_columns():
    """A column is added, typed into, given another name and type, and taken away; each is one step."""
    tables = Tables(write_map(ties=TIES))
    program = tables.program
    program.click(program.find(name='Columns'))
    program.find('check box', 'Kind')
    program.key('alt+a')
    wait_for('the keyboard at the name', lambda: program.focused() == 'Name of the column')
    program.type('name')
    program.key('Return')
    program.find('label', 'There is a column \u201cname\u201d already.')
    program.key('ctrl+a')
    program.type('budget')
    program.key('Return')
    tables.wait_cursor('budget: not known. Ada')
    program.type('12')
    program.key('Return')
    program.type('x7')
    program.key('Return')
    tables.wait_cursor('budget: not known. Cem')
    assert tables.saved().actor('Ben')[1]['budget'] == 'x7'

    program.key('Menu')
    program.key_until('Down', 'Rename or Change\u2026')
    program.key('Return')
    wait_for('the keyboard at the name', lambda: program.focused() == 'Name of the column')
    program.key('ctrl+a')
    program.type('money')
    program.key('Return')
    tables.wait_cursor('money: not known. Cem')
    picture(program, 'table-columns.png')
    assert tables.saved().actor('Ada')[1]['money'] == '12'

    program.key('Menu')
    program.key_until('Down', 'Delete Column')
    program.key('Return')
    wait_for('the column gone', lambda: b'money' not in tables.save())
    program.key(*(5 * ['ctrl+z']))
    wait_for('nothing to undo', lambda: not tables.can_undo())
    assert tables.save() == tables.before
    tables.close()


def test_copy_and_fill_down():
    tables = Tables(write_map(ties=TIES))
    program = tables.program
    program.key('Right', 'Right', 'Right')
    program.type('0.25')
    program.key('Return', 'Up', 'shift+Down', 'shift+Down', 'ctrl+shift+d')
    saved = tables.saved()
    assert [saved.actor(name)[1].get('power') for name in ('Ada', 'Ben', 'Cem')] == 3 * ['0.25']
    program.key('ctrl+Home', 'shift+Right', 'shift+Right', 'shift+Right', 'shift+Down', 'ctrl+c')
    assert x_clipboard.ask('text/plain;charset=utf-8') == 'Ada\t\t\t0.25\nBen\t\t\t0.25'
    assert '<td>0.25</td></tr><tr><td>Ben</td>' in x_clipboard.ask('text/html')
    program.key('Escape', 'ctrl+Home', 'Right', 'Right', 'Right', 'ctrl+BackSpace')
    wait_for('an empty cell', lambda: 'power' not in tables.saved().actor('Ada')[1])
    program.key(*(3 * ['ctrl+z']))
    wait_for('nothing to undo', lambda: not tables.can_undo())
    assert tables.save() == tables.before
    tables.close()


def test_begins_where_the_map_is():
    """The cursor starts on the row that is selected on the map, in the table that it is in."""
    board = open_board(write_map(ties=TIES))
    program = board.program
    program.click_at(*board.pixel(*TRIANGLE['Cem']))
    board.wait_counts(3, 2, 1)
    program.key('ctrl+t')
    wait_for('the cursor at Cem', lambda: program.focused() == 'Name: Cem. Cem')
    program.close()

    board = open_board(write_map(ties=TIES))
    program = board.program
    program.click_at(*board.pixel(*[(one + other) / 2 for one, other in zip(TRIANGLE['Ben'], TRIANGLE['Cem'])]))
    board.wait_counts(3, 2, 1)
    program.key('ctrl+t')
    wait_for('the cursor at the second tie', lambda: (program.focused() or '').startswith('From: Ben'))
    picture(program, 'tables-at-selection.png')
    program.close()


if __name__ == '__main__':
    run(test_begins_where_the_map_is, test_edit_in_place, test_new_rows_and_delete, test_sort_and_hide, test_selection_is_one,
        test_paste_from_a_spreadsheet, test_copy_and_fill_down, test_own_columns)
