#!/usr/bin/python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""Several selected actors changed at once, what undo and redo say of it."""

from board import open_board, wait_for, write_map, xdotool
from desktop import run

FIVE = {'Ada': (0, 0), 'Ben': (130, 0), 'Cem': (260, 0), 'Dan': (0, 120), 'Eva': (130, 120), 'Fay': (260, 120)}
CHOSEN = ('Ada', 'Ben', 'Cem', 'Dan', 'Eva')


def of_chosen(saved, column):
    return {saved.actor(name)[1].get(column) for name in CHOSEN}


def scroll_to(program, inspector, accessible):
    """Turns the wheel over the inspector until what is wanted is in view."""
    x, y, width, height = program.extents(inspector)
    left, top = program.origin()
    xdotool('mousemove', round(left + x + 20), round(top + y + height / 2))
    wait_for(accessible.name + ' in view', lambda: program.extents(accessible)[1] + 30 < y + height or
             xdotool('click', 5) is None)


def changed(board, column):
    """Whether the change is a step now, and the hint of the button says which."""
    return board.undo_hint() == 'Undo Change “%s” of 5 Actors' % column


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
    wait_for('a step', lambda: changed(board, 'Kind'))
    wait_for('the end of the list', lambda: len(program.windows()) == 1)
    states.append(board.save())
    power = program.find('slider', 'Power')
    # The first click after a list has closed only wakes the window, when no window manager does.
    wait_for('a step', lambda: program.click(power, at=(0.75, 0.5)) or changed(board, 'Power'))
    states.append(board.save())
    inspector = power
    while inspector.getRoleName() != 'scroll pane':
        inspector = inspector.parent
    secrecy = program.find('combo box', 'Secrecy', under=inspector)
    scroll_to(program, inspector, secrecy)
    program.click(secrecy)
    wait_for('the list', lambda: program.find_all('label', 'Covert', under=secrecy))
    program.key('End', 'Return')
    wait_for('a step', lambda: changed(board, 'Secrecy'))
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
    redo = program.find('push button', 'Redo')
    assert redo.description == 'Redo Change “Kind” of 5 Actors', redo.description
    board.program.close()


if __name__ == '__main__':
    run(test_five_at_once)
