#!/usr/bin/python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""The sample with a real window and pointer: select by rubber band, delete, undo, and find the map unchanged."""

import os
import re
import tempfile

from desktop import Program, run, wait_for
from main_job import save_as

SAMPLE = os.path.join(os.environ['LIAISON_SOURCE'], 'data', 'samples', 'hostage-release.graphml')


def foot_labels(program, frame=None):
    """The two labels that say how many actors and ties there are, side by side."""
    for actors in program.find_all('label', part=' actor', under=frame):
        for ties in program.find_all('label', part=' tie', under=actors.parent):
            if re.fullmatch(r'\d+ actors?', actors.name) and re.fullmatch(r'\d+ ties?', ties.name):
                return [actors, ties]
    return []


def counts(program, frame=None):
    """Actors, ties and selected rows as the foot of the window says them."""
    words = ' '.join(label.name for label in foot_labels(program, frame))
    selected = ' '.join(label.name for label in program.find_all('label', part=' selected', under=frame)
                        if re.fullmatch(r'\d+ selected', label.name))
    found = re.findall(r'\d+', words) + (re.findall(r'\d+', selected) or ['0'])
    return tuple(int(number) for number in found)


def test_rubber_band_delete_undo():
    folder = tempfile.mkdtemp(prefix='liaison-sample-')
    program = Program(SAMPLE)
    canvas = program.canvas()
    left, top = program.origin()
    x, y, width, height = program.extents(canvas)
    before = wait_for('the counts', lambda: counts(program))
    assert before[0] >= 20 and before[1] >= 45 and before[2] == 0, before

    # The lower palette lies over the foot of the canvas, so the band ends above it.
    program.drag((left + x + 6, top + y + 6), (left + x + width * 0.6, top + y + height * 0.8))
    selected = wait_for('a selection', lambda: counts(program)[2])
    assert 3 <= selected < before[0] + before[1], selected

    program.key('Delete')
    wait_for('fewer actors', lambda: counts(program)[0] < before[0])
    assert counts(program)[1] < before[1], 'the ties of what was deleted went with it'
    program.key('ctrl+z')
    wait_for('all again', lambda: counts(program)[:2] == before[:2])

    save_as(program, folder + '/again.graphml')
    program.close()
    with open(SAMPLE, 'rb') as sample, open(folder + '/again.graphml', 'rb') as again:
        assert again.read() == sample.read(), 'the map is not what it was'


if __name__ == '__main__':
    run(test_rubber_band_delete_undo)
