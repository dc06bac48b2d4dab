#!/usr/bin/python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""The overview in the window: where it stands, what it says, and that the view follows it."""

import os
import re
import tempfile

from board import Board, Program
from desktop import run, wait_for
from sample import SAMPLE

SHOTS = os.environ.get('LIAISON_SCREENSHOTS', tempfile.gettempdir())


def share(program):
    """How many per cent of the map are in sight, as the overview says; None when it is not seen."""
    for overview in program.find_all(name='Overview'):
        return int(re.search(r'\d+', overview.description).group())
    return None


def test_overview():
    program = Program(SAMPLE)
    board = Board(program, SAMPLE)
    program.click_at(*board.at(0.5, 0.02))
    assert not program.find_all(name='Overview'), 'all of the map is in sight'

    program.key('ctrl+0', 'Right')
    overview = program.find(name='Overview')
    assert 5 < share(program) < 60, share(program)
    actor = wait_for('a focused actor', board.focused_actor)
    before = program.extents(actor)

    # In the corner of the canvas, above the kinds of ties
    x, y, width, height = program.extents(overview)
    left, top, across, down = program.extents(board.canvas)
    kinds = program.extents(program.find(name='More kinds of ties'))
    assert left + across * 0.6 < x and x + width < left + across, (x, width)
    assert top + down * 0.5 < y and y + height < kinds[1], (y, height, kinds)

    # What is clicked comes to the middle: the corner of the map, so that the actor goes away from it.
    program.click(overview, at=(0.2, 0.2))
    wait_for('another view', lambda: program.extents(actor)[:2] != before[:2])
    program.screenshot(SHOTS + '/overview.png')
    away = program.extents(actor)
    # Caught in the middle of its frame, which the click has brought there, it comes all the way back.
    x0, y0 = program.origin()
    program.drag((x0 + x + width * 0.2, y0 + y + height * 0.2), (x0 + x + width * 0.7, y0 + y + height * 0.7))
    wait_for('yet another view', lambda: program.extents(actor)[:2] != away[:2])
    assert program.extents(actor)[0] < away[0] and program.extents(actor)[1] < away[1]

    program.key('F8')
    wait_for('no overview', lambda: not program.find_all(name='Overview'))
    program.key('F8')
    program.find(name='Overview')
    program.key('Home')
    wait_for('no need of it', lambda: not program.find_all(name='Overview'))
    program.close()


def test_signs_to_what_is_out_of_sight():
    program = Program(SAMPLE)
    board = Board(program, SAMPLE)
    program.click_at(*board.at(0.5, 0.02))
    program.key('ctrl+f')
    program.type('Egypt')
    wait_for('Egypt', lambda: board.focused_name() == 'Egypt')
    program.key('Escape', 'ctrl+0', 'shift+Home')
    sign = program.find('push button', 'Go to Political bureau')
    overview = program.find(name='Overview')
    x, y, width, height = program.extents(sign)
    over = program.extents(overview)
    assert x + width <= over[0] or y + height <= over[1] or y >= over[1] + over[3], 'the sign is clear of the overview'
    program.screenshot(SHOTS + '/signs.png')

    program.click(sign)
    wait_for('the one that it leads to', lambda: board.focused_name() == 'Political bureau')
    assert not program.find_all('push button', 'Go to Political bureau')
    program.find('push button', 'Go to Egypt')
    # Back to where one was: there it is out of sight again.
    left, _, across, _ = program.extents(board.canvas)
    assert program.extents(board.focused_actor())[0] < left + across
    program.key('ctrl+bracketleft')
    wait_for('the view before', lambda: program.extents(board.focused_actor())[0] >= left + across - 10)
    program.close()


def test_slider():
    """The slider zooms in equal steps for equal ways, says how far, and can be used by keys."""
    program = Program(SAMPLE)
    board = Board(program, SAMPLE)
    program.click_at(*board.at(0.5, 0.02))
    program.key('ctrl+0')
    slider = program.find('slider', 'Zoom')
    value = slider.queryValue()
    wait_for('100 %', lambda: slider.description == 'Zoom: 100 %')
    assert value.currentValue == 0, value.currentValue

    x, y, width, height = program.extents(slider)
    left, top = program.origin()
    program.click_at(left + x + width * 0.7, top + y + height / 2)
    wait_for('a larger zoom', lambda: value.currentValue > 0.3)
    clicked = value.currentValue
    program.key('Right')
    wait_for('a step more', lambda: abs(value.currentValue - clicked - 0.25) < 0.01)
    assert slider.description == 'Zoom: %d %%' % round(100 * 2 ** value.currentValue), slider.description
    program.key('Left', 'Left')
    wait_for('a step less', lambda: abs(value.currentValue - clicked + 0.25) < 0.01)
    program.close()


if __name__ == '__main__':
    run(test_slider, test_overview, test_signs_to_what_is_out_of_sight)
