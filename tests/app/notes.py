#!/usr/bin/python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""Notes, callouts and frames made, typed, moved, resized and removed on the map, by pointer and keyboard."""

import os
import time
from xml.etree import ElementTree

from board import Held, open_board, place, wait_for, write_map, xdotool
from desktop import run
from main_job import fill_chooser

TABLES = '{urn:x-liaison:tables:1}'
SHOTS = os.environ.get('LIAISON_SHOTS')


def shot(board, name):
    """A picture for who wants to look."""
    if SHOTS:
        time.sleep(0.6)
        board.program.screenshot(os.path.join(SHOTS, name + '.png'))


def notes(board):
    """The cells of each note of the saved map."""
    board.save()
    root = ElementTree.parse(board.path).getroot()
    return [{cell.get('column'): cell.text for cell in row.iter(TABLES + 'cell')}
            for table in root.iter(TABLES + 'table') if table.get('name') == 'notes' for row in table.iter(TABLES + 'row')]


def only(board):
    rows = notes(board)
    assert len(rows) == 1, rows
    return rows[0]


def corner(note):
    return float(note['x']), float(note['y'])


def ground(board):
    """Where there is room for a note."""
    board.program.click_at(*board.pixel(150, 110))


def away(board):
    board.program.click_at(*board.pixel(60, 300))


def test_note():
    """Typed where it stands, several lines; Ctrl+Enter ends, Escape gives up; moved, resized and deleted; undo brings the bytes."""
    board = open_board(write_map())
    before = board.save()
    program = board.program

    ground(board)
    program.key('shift+Insert')
    program.type('Speaks through others')
    program.key('Return')
    program.type('only')
    shot(board, 'note-typing')
    program.key('ctrl+Return')
    note = only(board)
    assert note['text'] == 'Speaks through others\nonly' and note['shape'] == 'text', note
    shot(board, 'note')
    made = board.save()

    at = corner(note)
    program.drag(board.pixel(at[0] + 40, at[1] + 30), board.pixel(at[0] + 140, at[1] - 20))
    wait_for('the note to move', lambda: abs(corner(only(board))[0] - at[0] - 100) < 8)
    assert abs(corner(only(board))[1] - at[1] + 50) < 8, only(board)
    board.undo_to(made)

    program.click_at(*board.pixel(at[0] + 40, at[1] + 20))
    width, height = program.extents(board.focused_actor())[2:]
    program.drag(board.pixel(at[0] + width, at[1] + height / 2), board.pixel(at[0] + width + 60, at[1] + height / 2))
    shot(board, 'note-resized')
    resized = only(board)
    assert abs(float(resized['width']) - width - 60) < 3 and corner(resized) == at, resized
    board.undo_to(made)
    program.drag(board.pixel(*at), board.pixel(at[0] - 30, at[1] - 40))
    resized = only(board)
    assert abs(float(resized['width']) - width - 30) < 4 and abs(float(resized['height']) - height - 40) < 4, resized
    assert abs(corner(resized)[0] - at[0] + 30) < 3 and abs(corner(resized)[1] - at[1] + 40) < 3, resized
    board.undo_to(made)

    program.click_at(*board.pixel(at[0] + 40, at[1] + 20))
    program.key('ctrl+Right', 'ctrl+Right', 'alt+Down')
    resized = only(board)
    assert abs(float(resized['width']) - width - 40) < 2 and corner(resized) == (at[0], at[1] + 4), resized
    program.key('ctrl+z', 'ctrl+z')
    assert board.save() == made

    program.click_at(*board.pixel(at[0] + 40, at[1] + 20), count=2)
    program.key('ctrl+a')
    program.type('Never mind')
    program.key('Escape')
    assert board.save() == made, 'what Escape gave up'
    program.key('F2', 'ctrl+a')
    program.type('Said again')
    away(board)
    assert only(board)['text'] == 'Said again'
    board.undo_to(made)

    program.click_at(*board.pixel(at[0] + 40, at[1] + 20))
    program.key('Delete')
    assert notes(board) == []
    board.undo_to(made)
    board.undo_to(before, 'making and typing are one step')
    board.close()


def test_nothing_typed():
    """A note of no words is not kept."""
    board = open_board(write_map())
    before = board.save()
    ground(board)
    board.program.key('shift+Insert', 'ctrl+Return')
    assert not board.can_undo()
    board.program.key('shift+Insert')
    board.program.type('No')
    board.program.key('Escape')
    assert not board.can_undo()
    assert board.save() == before
    board.close()


def test_callout():
    """A callout follows its actor, by drag and by layout; one about a tie speaks of it."""
    board = open_board(write_map(ties=[('Ada', 'Ben', 'alliance')]))
    program = board.program
    before = board.save()

    program.click_at(*board.pixel(0, 180))
    program.key('ctrl+Insert')
    program.type('Decides')
    program.key('ctrl+Return')
    assert len(notes(board)) == 1
    board.undo_to(before, 'making, typing and placing are one step')
    program.key('ctrl+shift+z')
    note = only(board)
    x, y, width, height = program.extents(board.focused_actor())
    gap = max(x - board.pixel(0, 0)[0] - 27 + program.origin()[0], board.pixel(0, 0)[0] - 27 - x - width - program.origin()[0])
    assert gap < 40, 'as near as its words allow, not %g away' % gap
    assert (note['shape'], note['actor'], note['text']) == ('callout', 'Cem', 'Decides'), note
    shot(board, 'callout')
    made = board.save()
    at = corner(note)
    program.drag(board.pixel(0, 180), board.pixel(-60, 240))
    moved, cem = only(board), place(board.saved(), 'Cem')
    assert abs(cem[0] + 60) < 8, cem
    assert abs(corner(moved)[0] - at[0] - cem[0]) < 0.02 and abs(corner(moved)[1] - at[1] - cem[1] + 180) < 0.02, (moved, cem)
    board.undo_to(made)

    program.click_at(*board.pixel(120, 0))
    program.key('ctrl+Insert')
    program.type('Since 2020')
    program.key('ctrl+Return')
    about_tie = [row for row in notes(board) if 'tie' in row]
    assert len(about_tie) == 1 and about_tie[0]['tie'] == 't0', about_tie
    shot(board, 'callout-tie')
    board.close()


def test_frame():
    """Around the selection, and by a drag; it takes along what stands in it, with Alt it goes alone."""
    board = open_board(write_map())
    before = board.save()
    program = board.program

    program.click_at(*board.pixel(0, 0))
    program.click_at(*board.pixel(240, 0), keys=('shift',))
    program.key('ctrl+shift+Insert')
    program.type('The two')
    program.key('Return')
    frame = only(board)
    assert (frame['shape'], frame['text']) == ('frame', 'The two'), frame
    x, y = corner(frame)
    width, height = float(frame['width']), float(frame['height'])
    assert x < -20 and y < -20 and x + width > 260 and y + height > 20, frame
    shot(board, 'frame')
    made = board.save()

    program.drag(board.pixel(x + width / 4, y), board.pixel(x + width / 4, y - 60))
    saved = board.saved()
    moved = corner(only(board))[1] - y
    assert abs(moved + 60) < 8, moved
    assert abs(place(saved, 'Ada')[1] - moved) < 0.02 and abs(place(saved, 'Ben')[1] - moved) < 0.02, saved.actors
    assert place(saved, 'Cem') == (0, 180)
    board.undo_to(made)

    xdotool('keydown', 'alt')
    held = Held(board.pixel(x + width / 4, y), board.pixel(x + width / 4, y - 60))
    held.release()
    xdotool('keyup', 'alt')
    saved = board.saved()
    assert abs(corner(only(board))[1] - y + 60) < 8 and place(saved, 'Ada') == (0, 0), only(board)
    board.undo_to(made)
    board.undo_to(before)

    program.click_at(*board.pixel(-120, 260))
    program.key('ctrl+shift+Insert')
    program.drag(board.pixel(-100, 100), board.pixel(180, 280))
    program.type('Drawn')
    program.key('Return')
    frame = only(board)
    assert frame['text'] == 'Drawn' and abs(float(frame['width']) - 280) < 4 and abs(float(frame['height']) - 180) < 4, frame
    shot(board, 'frame-drawn')
    board.close()


def test_select():
    """By rubber band and Ctrl+A with the others, and by keys from one to the next."""
    board = open_board(write_map())
    program = board.program
    for name, at in (('One', (-60, 330)), ('Two', (220, 330))):
        program.click_at(*board.pixel(*at))
        program.key('shift+Insert')
        program.type(name)
        program.key('ctrl+Return')
    program.key('ctrl+a')
    board.wait_counts(3, 0, 5)
    program.click_at(*board.pixel(120, 100))
    board.wait_counts(3, 0, 0)
    program.drag(board.pixel(-200, 260), board.pixel(400, 420))
    board.wait_counts(3, 0, 2)
    program.click_at(*board.pixel(0, 0))
    program.key('m')
    wait_for('the first note', lambda: board.focused_actor() is not None and board.focused_actor().name == 'Note: One')
    program.key('m')
    wait_for('the second note', lambda: board.focused_actor().name == 'Note: Two')
    program.key('shift+m')
    wait_for('the first note again', lambda: board.focused_actor().name == 'Note: One')
    shot(board, 'selected')
    board.close()


def test_copy():
    """Duplicated, cut and pasted; a frame with what stands in it; undo brings the bytes back."""
    board = open_board(write_map())
    program = board.program
    ground(board)
    program.key('shift+Insert')
    program.type('Twice')
    program.key('ctrl+Return')
    made = board.save()
    at = corner(only(board))
    program.key('ctrl+d')
    rows = notes(board)
    assert [row['text'] for row in rows] == ['Twice', 'Twice'], rows
    assert sorted(corner(row) for row in rows)[1] == (at[0] + 40, at[1] + 40), rows
    board.undo_to(made)
    program.click_at(*board.pixel(at[0] + 20, at[1] + 15))
    program.key('ctrl+x')
    assert notes(board) == []
    away(board)
    program.key('ctrl+v')
    wait_for('the note again', lambda: len(notes(board)) == 1)
    assert only(board)['text'] == 'Twice' and corner(only(board)) != at
    program.key('ctrl+z', 'ctrl+z')
    assert board.save() == made

    draw_frame(board, 'Around Cem', (-60, 140), (80, 240))
    program.key('ctrl+d')
    board.wait_counts(4, 0, 2)
    saved = board.saved()
    frames = sorted(corner(row) for row in notes(board) if row['shape'] == 'frame')
    cems = sorted((float(cells['x']), float(cells['y'])) for cells in saved.actors.values() if cells['name'] == 'Cem')
    moved = [(new[0] - old[0], new[1] - old[1]) for old, new in (frames, cems)]
    assert abs(moved[0][0] - moved[1][0]) < 0.02 and abs(moved[0][1] - moved[1][1]) < 0.02, (frames, cems)
    board.close()


def draw_frame(board, title, start, end):
    away(board)
    board.program.key('ctrl+shift+Insert')
    board.program.drag(board.pixel(*start), board.pixel(*end))
    board.program.type(title)
    board.program.key('Return')
    wait_for('a title', lambda: board.focused_actor() is not None and board.focused_actor().name == 'Frame: ' + title)


def test_export():
    """The selected frame is what the dialog begins with; then each frame into a file of its own, asked before one is replaced."""
    board = open_board(write_map())
    program = board.program
    folder = os.path.dirname(board.path)
    draw_frame(board, 'Low: Cem', (-60, 140), (140, 240))
    draw_frame(board, 'High: Ada', (-60, -60), (80, 60))

    program.key('ctrl+e')
    program.find('frame', 'Export a Picture')
    wait_for('the frame as what is exported', lambda: program.find_all('label', 'Frame: High: Ada'))
    shot(board, 'export-frame')
    program.key('alt+e')
    fill_chooser(program, os.path.join(folder, 'one.svg'))
    wait_for('the end of the dialog', lambda: not program.find_all('frame', 'Export a Picture'))
    root = ElementTree.parse(os.path.join(folder, 'one.svg')).getroot()
    words = ''.join(root.itertext())
    assert (root.get('width'), root.get('height')) == ('140', '120'), root.attrib
    assert 'Ada' in words and 'Ben' not in words and 'Cem' not in words, words

    for again in (False, True):
        away(board)
        program.key('ctrl+e')
        frame = program.find('frame', 'Export a Picture')
        scope = program.find('combo box', 'What', under=frame)
        program.click(scope, frame=frame)
        wait_for('the list of what', lambda: program.at_keyboard() and not program.at_keyboard('What'))
        program.key('End', 'Return')
        wait_for('the end of the list', lambda: program.at_keyboard('What'))
        shot(board, 'export-frames')
        program.key('alt+e')
        wait_for('the folders', lambda: program.focused() == 'GtkTreeView')
        program.key('alt+e')
        if again:
            program.find('label', 'Replace the Files?')
            shot(board, 'export-replace')
            program.key('alt+r')
        wait_for('the end of the dialog', lambda: not program.find_all('frame', 'Export a Picture'))
        for name, word, others in (('High- Ada.svg', 'Ada', 'Cem'), ('Low- Cem.svg', 'Cem', 'Ada')):
            wait_for(name, lambda: os.path.exists(os.path.join(folder, name)))
            words = [text.text for text in ElementTree.parse(os.path.join(folder, name)).getroot().iter(
                '{http://www.w3.org/2000/svg}text')]
            assert word in words and others not in words, words
            if not again:
                os.utime(os.path.join(folder, name), (1, 1))
            else:
                assert os.stat(os.path.join(folder, name)).st_mtime > 2, 'replaced'
    board.close()


if __name__ == '__main__':
    run(test_note, test_nothing_typed, test_callout, test_frame, test_select, test_copy, test_export)
