#!/usr/bin/python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""A layout is an offer: shown on the canvas, asked for otherwise in its bar, taken as a whole or dropped."""

import math
import re
import time

from board import open_board, place, read, wait_for, write_map, Board, Program
from desktop import run
from layouts import STAR, TIES, lay_out, says


def words(board):
    """What the bar says, or nothing when it is not there."""
    found = board.program.find_all(part='Crossings: ')
    return found[0].name if found else ''


def offered(board, condition=bool):
    return wait_for('an offer', lambda: words(board) if words(board) and condition(words(board)) else None)


def farthest(said):
    """How far somebody would be moved at most; nobody is 0."""
    found = re.search(r'and (\d+) at most', said)
    return int(found.group(1)) if found else 0


def wait_closed(board):
    wait_for('the end of the offer', lambda: not words(board))


def shift(saved, name):
    x, y = place(saved, name)
    return math.hypot(x - STAR[name][0], y - STAR[name][1])


def limit(program, distance):
    program.fill_in('Nothing moves further than so many units of the map', distance)
    program.key('Return')


def zoom(board):
    return [label.name for label in board.program.find_all('label', part=' %') if re.fullmatch(r'\d+ %', label.name)]


def seen_at(board, name):
    """Where on the screen an actor stands while the bar has made the canvas lower: its middle stays in the middle."""
    _, top = board.program.origin()
    _, y, _, height = board.program.extents(board.canvas)
    x_was, y_was = board.pixel(*STAR[name])
    return x_was, y_was + (top + y + height / 2) - (board.top + board.height / 2)


def test_dropped():
    """By Escape and by the button: the bytes, the view and the history are what they were."""
    board = open_board(write_map(STAR, TIES))
    before, was = board.save(), zoom(board)
    for end in ('Escape', 'Drop'):
        lay_out(board)
        said = offered(board)
        assert re.match(r'\d actors would move, by \d+ on average and \d+ at most\. ', said), said
        assert 'Overlaps: 0 before, 0 after.' in said, said
        assert board.save() == before, 'what is offered is not taken'
        if end == 'Escape':
            board.program.key('Escape')
        else:
            board.program.click(board.program.find('push button', 'Drop'))
        wait_closed(board)
        assert board.save() == before and not board.can_undo()
        assert zoom(board) == was, 'the view is another'
    board.close()


def test_accepted_by_pointer():
    """One step, which an undo takes back to the byte."""
    board = open_board(write_map(STAR, TIES))
    before = board.save()
    lay_out(board)
    farthest_said = farthest(offered(board))
    board.program.click(board.program.find('push button', 'Accept'))
    says(board, 'Laid out')
    wait_closed(board)
    saved = board.saved()
    assert abs(max(shift(saved, name) for name in STAR) - farthest_said) <= 1, 'what was said is not what was done'
    board.program.key('ctrl+z')
    assert board.save() == before and not board.can_undo()
    board.close()


def test_budget():
    """A limit is typed, the offer follows, and nobody is moved further."""
    board = open_board(write_map(STAR, TIES))
    program = board.program
    lay_out(board)
    free = farthest(offered(board))
    assert free > 40, free
    program.key('alt+n')
    offered(board, lambda said: farthest(said) <= 100)
    limit(program, '25')
    offered(board, lambda said: 0 < farthest(said) <= 25)
    program.key('Return')
    says(board, 'Laid out')
    saved = board.saved()
    assert 0 < max(shift(saved, name) for name in STAR) <= 25, [shift(saved, name) for name in STAR]

    lay_out(board)
    offered(board, lambda said: farthest(said) > 25)
    program.key('Escape')
    wait_closed(board)
    board.close()


def test_nothing_in_reach():
    """With a limit of 0 the bar says that nobody would move; to take that is no step."""
    board = open_board(write_map(STAR, TIES))
    program = board.program
    before = board.save()
    lay_out(board)
    offered(board)
    program.key('alt+n')
    limit(program, '0')
    # Who accepts before the answer is there gets what was asked for
    program.key('Return')
    says(board, 'Nothing moved')
    assert board.save() == before and not board.can_undo()
    board.close()


def test_edited_meanwhile():
    """An actor is removed under the offer: it is made anew of those who are left, and Enter on the map takes it."""
    board = open_board(write_map(STAR, TIES))
    program = board.program
    before = board.save()
    lay_out(board)
    offered(board)
    program.click_at(*seen_at(board, 'Ada'))
    board.wait_counts(5, 4, 1)
    program.key('Delete')
    board.wait_counts(4, 3)
    offered(board, lambda said: int(said.split()[0]) <= 4)
    program.key('Return')
    says(board, 'Laid out')
    wait_closed(board)
    assert 'Ada' not in str(board.saved().actors)
    assert board.undo_hint().startswith('Undo Lay Out: '), board.undo_hint()
    program.key('ctrl+z', 'ctrl+z')
    assert board.save() == before and not board.can_undo()
    board.close()


def test_other_scope():
    """The bar asks for a selection when there is none, and then moves nobody else."""
    board = open_board(write_map(STAR, TIES))
    program = board.program
    lay_out(board)
    offered(board)
    program.key_until('shift+Tab', 'What to lay out')
    program.key('space')
    time.sleep(0.4)
    program.key('Down', 'Return')
    wait_for('a wish for a selection', lambda: program.find_all(part='Select the actors to lay out first'))
    program.click_at(*seen_at(board, 'Ben'))
    said = offered(board)
    assert said.startswith('1 actor would move'), said
    program.key('Return')
    says(board, 'Laid out 1 actor')
    saved = board.saved()
    assert [name for name in STAR if shift(saved, name) > 0] == ['Ben'], saved.actors
    board.close()


def test_no_places_no_questions():
    """Nobody knows a picture of a map that has no places: it is laid out at once."""
    path = write_map(STAR, TIES)
    text = re.sub(r'<data key="[xy]">[^<]*</data>', '', read(path).decode('utf-8'))
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text)
    program = Program(path)
    board = Board(program, path)
    program.key('ctrl+j')
    says(board, 'Laid out 5 actors')
    assert not words(board)
    board.close()


if __name__ == '__main__':
    run(test_dropped, test_accepted_by_pointer, test_budget, test_nothing_in_reach, test_edited_meanwhile, test_other_scope,
        test_no_places_no_questions)
