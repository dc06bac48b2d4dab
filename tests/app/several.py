#!/usr/bin/python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""Several selected actors changed at once, what undo and redo say of it, and the remarks on a file."""

import tempfile

from board import Board, Program, open_board, wait_for, write_map
from desktop import run

FIVE = {'Ada': (0, 0), 'Ben': (130, 0), 'Cem': (260, 0), 'Dan': (0, 120), 'Eva': (130, 120), 'Fay': (260, 120)}
CHOSEN = ('Ada', 'Ben', 'Cem', 'Dan', 'Eva')


def of_chosen(saved, column):
    return {saved.actor(name)[1].get(column) for name in CHOSEN}


def pick(program, field, typed):
    """A value of a list in the inspector, found by its name."""
    program.click(program.find('label', field))


def test_five_at_once():
    """Kind, power and secrecy of five actors: each is one step, and the sixth stays as it was."""
    board = open_board(write_map(FIVE))
    program = board.program
    states = [board.save()]
    for name in CHOSEN:
        program.click_at(*board.pixel(*FIVE[name]), keys=['shift'])
    board.wait_counts(6, 0, 5)
    program.find('label', '5 actors')

    program.click(program.find('push button', 'Kind'))
    program.type('Armed')
    program.key('Return')
    wait_for('a step', board.can_undo)
    states.append(board.save())
    program.click(program.find('slider', 'Power'), at=(0.75, 0.5))
    states.append(board.save())
    program.key_until('Tab', 'Secrecy')
    program.key('space')
    program.find('list item', 'Covert')
    program.key('End', 'Return')
    states.append(board.save())

    saved = board.saved()
    assert of_chosen(saved, 'kind') == {'armed-group'}, saved.actors
    assert len(of_chosen(saved, 'power')) == 1 and 0.6 < float(of_chosen(saved, 'power').pop()) < 0.9, saved.actors
    assert of_chosen(saved, 'secrecy') == {'covert'}, saved.actors
    assert not {'kind', 'power', 'secrecy'} & set(saved.actor('Fay')[1]), saved.actor('Fay')

    program.click_at(*board.at(0.5, 0.02))
    for state in reversed(states[:-1]):
        program.key('ctrl+z')
        assert board.save() == state, 'one undo does not take one change back'
    assert not board.can_undo()
    board.program.close()


if __name__ == '__main__':
    run(test_five_at_once)
