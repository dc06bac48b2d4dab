#!/usr/bin/python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""The window in other languages, also from right to left: all that a key opens, used and closed again without a warning."""

import os

from desktop import Program, Skipped, run, wait_for
from sample import SAMPLE

OPENED = [
    ['ctrl+question'],             # shortcuts
    ['ctrl+f', 'q', 'Return'],     # find
    ['ctrl+shift+j'],              # layouts
    ['ctrl+alt+z'],                # history
    ['F10'],                       # main menu
    ['ctrl+e'],                    # export
    ['F1'],                        # about
    ['ctrl+shift+s'],              # save under another name
    ['ctrl+shift+l', 'q', 'Tab'],  # quick entry
]
"""Keys that open something, which Escape closes."""


def speak(language, word):
    """Opens everything once; `word` is what the export button says."""
    if os.environ.get('LIAISON_LANGUAGE_LOCALE', '') in ('', 'C.UTF-8'):
        raise Skipped('there is no locale in which a language can be spoken')
    program = Program(SAMPLE, environment={'LANGUAGE': language, 'LC_ALL': os.environ['LIAISON_LANGUAGE_LOCALE'],
                                           'LOCPATH': os.environ['LIAISON_LOCALES']})
    program.find('push button', word)
    for keys in OPENED:
        before = program.windows()
        program.key(*keys)
        wait_for('what %s opens' % keys[0], lambda: program.windows() != before or keys[0] in ('ctrl+f', 'ctrl+shift+l'))
        program.key('Escape')
        wait_for('the end of what %s opens' % keys[0], lambda: program.windows() == before)
    # On the canvas: somebody new, tied to somebody who is there, and all of it taken back
    program.key('ctrl+shift+a', 'Insert')
    program.type('Oman')
    program.key('Tab')
    program.type('qat')
    program.key('Down', 'Return', 'Escape', 'shift+F10', 'Escape', 'ctrl+l', 'Escape', 'ctrl+z', 'ctrl+z', 'ctrl+z', 'ctrl+w')
    program.close()


def test_french():
    speak('fr', 'Exporter')


def test_arabic():
    speak('ar', 'تصدير')


if __name__ == '__main__':
    run(test_french, test_arabic)
