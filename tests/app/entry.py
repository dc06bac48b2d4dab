#!/usr/bin/python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""Actors and ties entered by the keyboard alone, from the welcome page to the saved file: no pointer event at all."""

import tempfile
import time

from desktop import Program, run, wait_for
from graphml import Saved
from main_job import assert_counts, place, save_as

ACTORS = ['Army', 'Egypt', 'Families', 'Hamas', 'Iran', 'Israel', 'Media', 'Office -era', 'Oman', 'Qatar', 'Red Crescent', 'UN']

TIES = [
    ('Army', 'Hamas', 'influence', None),
    ('Army', 'Red Crescent', 'alliance', 'forward'),
    ('Egypt', 'Hamas', 'influence', None),
    ('Egypt', 'Israel', 'negotiation', 'forward'),
    ('Egypt', 'Red Crescent', 'contact', None),
    ('Families', 'Iran', 'contact', 'forward'),
    ('Iran', 'Hamas', 'influence', None),
    ('Iran', 'Israel', 'pressure', None),
    ('Iran', 'Oman', 'back-channel', None),
    ('Israel', 'Hamas', 'influence', None),
    ('Israel', 'Media', 'pressure', None),
    ('Israel', 'Qatar', 'influence', None),
    ('Israel', 'UN', 'influence', None),
    ('Media', 'Army', 'pressure', None),
    ('Office -era', 'Qatar', 'influence', 'mutual'),
    ('Oman', 'Qatar', 'mediation', 'forward'),
    ('Qatar', 'Hamas', 'influence', None),
    ('UN', 'Army', 'mediation', 'forward'),
    ('UN', 'Families', 'influence', None),
    ('UN', 'Red Crescent', 'support', None),
]
"""Source, target, kind, and the direction where it is not that of the kind."""


def keys(program, *steps):
    """Each step is a key in angle brackets, or a text to type."""
    for step in steps:
        if step.startswith('<') and step.endswith('>'):
            program.key(step[1:-1])
        else:
            program.type(step)
        time.sleep(0.1)


def outline(program):
    """Names in place: Tab and Shift+Tab make tied actors, Enter siblings, and who is there already is taken from the list."""
    keys(program, 'Qatar', '<Tab>', 'Hamas', '<shift+Tab>', 'Egypt', '<Return>', 'Israel', '<Tab>', 'UN', '<Return>',
         'qat', '<Down>', '<Return>', '<Return>', '<Escape>')
    assert_counts(program, '5 actors, 5 ties')


def connect(program):
    """From one actor to others, by names that are completed or new, with kinds by Alt and a digit, a digit and an arrow."""
    keys(program, '<ctrl+shift+l>', 'Iran', '<Return>', '<Escape>', '<ctrl+l>', 'ham', '<Return>', '4 isr', '<Return>',
         '<alt+5>', 'Oman', '<Return>', ' <-contact- Families', '<Return>', '<alt+1>', '<Escape>')
    assert_counts(program, '8 actors, 9 ties')


def lines(program):
    """Several statements at once, with names in quotation marks and a kind by its number; then one that is completed."""
    keys(program, '<ctrl+shift+l>', 'UN -mediation-> Army', '<shift+Return>', 'Army -6-> Red Crescent <-support- UN',
         '<shift+Return>', 'Media -pressure-> Army -> Hamas', '<shift+Return>', '"Office -era" <-> Qatar')
    wait_for('the words', lambda: program.find_all('label', '4 new actors, 6 ties'))
    keys(program, '<Return>')
    assert_counts(program, '12 actors, 15 ties')
    keys(program, 'Om', '<Tab>', ' -medi', '<Tab>', 'Qat', '<Tab>', '<Return>')
    assert_counts(program, '12 actors, 16 ties')


def paste(program):
    """Text of another program, here of the bar itself, is read by the same rules."""
    keys(program, 'Egypt -negotiation-> Israel', '<shift+Return>', ' Egypt -contact- Red Crescent', '<shift+Return>',
         'Media <-pressure- Israel', '<shift+Return>', ' - UN -> Families', '<ctrl+a>', '<ctrl+x>', '<Escape>', '<ctrl+v>')
    assert_counts(program, '12 actors, 20 ties')


def said(saved):
    name = {row: cells.get('name') for row, cells in saved.actors.items()}
    return sorted((name[tie['source']], name[tie['target']], tie['kind'], tie.get('direction')) for tie in saved.ties.values())


def assert_apart(saved):
    """No body is over another one or over the name below it."""
    places = {cells['name']: place(saved, cells['name']) for cells in saved.actors.values()}
    for one, (x, y) in places.items():
        for other, (a, b) in places.items():
            assert one == other or abs(x - a) >= 54 or abs(y - b) >= 78, (one, other, places)


def test_twelve_actors():
    folder = tempfile.mkdtemp(prefix='liaison-entry-')
    program = Program()
    keys(program, '<ctrl+n>')
    assert_counts(program, '0 actors, 0 ties')
    for step in (outline, connect, lines, paste):
        step(program)
    save_as(program, folder + '/map.graphml')
    saved = Saved(folder + '/map.graphml')
    assert sorted(cells['name'] for cells in saved.actors.values()) == ACTORS, saved.actors
    assert said(saved) == sorted(TIES, key=lambda tie: tie[:3]), said(saved)
    assert_apart(saved)

    program.key(*['ctrl+z'] * 30)
    assert_counts(program, '0 actors, 0 ties')
    program.key('ctrl+s')
    wait_for('an empty map', lambda: not Saved(folder + '/map.graphml').actors)
    program.close()


def test_asks_who_is_meant():
    """A name that two actors bear is asked about in place, and answered by the keyboard."""
    program = Program()
    keys(program, '<ctrl+n>')
    assert_counts(program, '0 actors, 0 ties')
    keys(program, 'Hamas', '<Return>', 'Hamas', '<Return>', '<Return>', '<ctrl+shift+l>', 'Egypt -> Hamas')
    wait_for('the question', lambda: program.find_all('label', 'Who is “Hamas”?'))
    keys(program, '<Return>', '<Return>')
    wait_for('the words', lambda: program.find_all('label', '1 new actor, 1 tie'))
    keys(program, '<Return>')
    assert_counts(program, '3 actors, 1 tie')

    # What was taken can be recalled and given another meaning; an answer counts once.
    keys(program, '<Up>', '<Return>')
    wait_for('the question', lambda: program.find_all('label', 'Who is “Hamas”?'))
    keys(program, '<Tab>', '<Tab>', '<Return>')
    wait_for('the words', lambda: program.find_all('label', '1 new actor, 1 tie'))
    keys(program, '<Return>')
    assert_counts(program, '4 actors, 2 ties')
    program.key(*['ctrl+z'] * 8)
    keys(program, '<Escape>')
    program.key(*['ctrl+z'] * 8)
    assert_counts(program, '0 actors, 0 ties')
    program.close()


if __name__ == '__main__':
    run(test_twelve_actors, test_asks_who_is_meant)
