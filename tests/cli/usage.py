#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""Help, version, wrong usage, and a manual page that says what the help says."""

import os
import re

import harness
from harness import DONE, USAGE

COMMANDS = ('info', 'check', 'convert', 'layout', 'render')
OPTION = re.compile(r'(?<![\w-])--([a-z][a-z-]+)')


def manual():
    """The options of each command, from the manual page."""
    text = (harness.SOURCE / 'data' / 'liaison-cli.1').read_text().replace('\\-', '-')
    sections = re.split(r'^\.SS (\w+)$', text.split('.SH EXIT STATUS')[0], flags=re.MULTILINE)
    return {name: set(re.findall(r'^\.BI? --([a-z-]+?)=?(?: .*)?$', body, re.MULTILINE))
            for name, body in zip(sections[1::2], sections[2::2])}


class Usage(harness.Case):

    def test_help_lists_every_command(self):
        text = self.run_cli('--help').stdout.decode()
        for name in COMMANDS:
            self.assertRegex(text, rf'(?m)^  {name} ')

    def test_version(self):
        self.assertRegex(self.run_cli('--version').stdout.decode(), r'^liaison-cli \d+\.\d+\.\d+\n$')

    def test_each_command_has_help(self):
        for name in COMMANDS:
            text = self.run_cli(name, '--help').stdout.decode()
            self.assertIn(f'liaison-cli {name}', text)

    def test_manual_has_the_options_of_the_help(self):
        options = manual()
        self.assertEqual(sorted(options), sorted(COMMANDS))
        for name in COMMANDS:
            text = self.run_cli(name, '--help').stdout.decode()
            helped = set(re.findall(r'(?m)^  (?:-\w, )?--([a-z-]+)', text)) - {'help'}
            self.assertEqual(options[name], helped, name)

    def test_readme_and_manual_name_only_what_there_is(self):
        every = set.union({'help', 'version'}, *manual().values())
        for line in (harness.SOURCE / 'README.md').read_text().splitlines():
            if 'liaison-cli' in line:
                self.assertLessEqual(set(OPTION.findall(line)), every, line)

    def test_no_command(self):
        self.assertIn('--help', self.complaint(status=USAGE))

    def test_unknown_command(self):
        self.assertIn('frobnicate', self.complaint('frobnicate', status=USAGE))

    def test_unknown_option(self):
        for name in COMMANDS:
            self.assertIn('--frobnicate', self.complaint(name, '--frobnicate', 'x', 'y', status=USAGE))

    def test_wrong_number_of_files(self):
        for words in (['info'], ['info', 'a', 'b'], ['check'], ['convert', 'a'], ['convert', 'a', 'b', 'c'],
                      ['layout', 'a'], ['render', 'a'], ['render']):
            self.complaint(*words, status=USAGE)

    def test_bad_values(self):
        small, out = self.small, self.folder / 'out'
        for words in (['layout', small, '-', '--engine=osage'], ['layout', small, '-', '--engine='],
                      ['layout', small, '-', '--seed=-1'], ['layout', small, '-', '--seed=4294967296'],
                      ['layout', small, '-', '--seed=x'], ['layout', small, '-', '--timeout=0'],
                      ['layout', small, '-', '--timeout=-3'], ['layout', small, '-', '--timeout=nan'],
                      ['layout', small, '-', '--timeout=1e99'],
                      ['layout', small, '-', '--only=a', '--new-only'], ['layout', small, '-', '--only=nobody'],
                      ['layout', small, '-', '--only='],
                      ['layout', small, f'{out}.svg'], ['layout', small, '-', '--format=svg'],
                      ['convert', small, f'{out}.doc'], ['convert', small, out], ['convert', small, '-', '--format=xlsx'],
                      ['render', small, f'{out}.graphml'], ['render', small, out], ['render', small, f'{out}.x11'],
                      ['render', small, '-', '--format=x11'],
                      ['render', small, f'{out}.png', '--width=0'], ['render', small, f'{out}.png', '--width=-5'],
                      ['render', small, f'{out}.png', '--scale=0'], ['render', small, f'{out}.png', '--scale=inf'],
                      ['render', small, f'{out}.png', '--dpi=nan'], ['render', small, f'{out}.png', '--width=9', '--scale=2'],
                      ['render', small, f'{out}.png', '--background=red'], ['render', small, f'{out}.png', '--background=#12'],
                      ['render', small, f'{out}.png', '--background='], ['render', small, f'{out}.png', '--only=nobody'],
                      ['render', small, f'{out}.png', '--only='],
                      ['render', small, f'{out}.png', '--outlines'], ['render', small, f'{out}.svg', '--width=9'],
                      ['render', small, f'{out}.pdf', '--dpi=300'], ['render', small, f'{out}.dot', '--legend']):
            with self.subTest(words=words):
                self.complaint(*words, status=USAGE)
        self.assertEqual([path.name for path in self.folder.iterdir()], ['small.graphml'])

    def test_messages_are_translated(self):
        """With a language that there is, the help is not the English one."""
        languages = [line for line in (harness.SOURCE / 'po' / 'LINGUAS').read_text().split('\n') if line and line[0] != '#']
        if not languages:
            self.skipTest('there are no catalogues')
        english = self.run_cli('--help').stdout
        for language in languages:
            # LANGUAGE counts only in a locale that is not C, nor C.UTF-8 with newer versions of glibc
            locale = os.environ.get('LIAISON_LANGUAGE_LOCALE', 'C.UTF-8')
            text = self.run_cli('--help', env={'LANGUAGE': language, 'LC_ALL': locale,
                                                 'LOCPATH': os.environ.get('LIAISON_LOCALES', '')}).stdout
            if text == english and locale == 'C.UTF-8':
                self.skipTest('this system has no locale but C')
            self.assertNotEqual(text, english, language)

    def test_full_standard_output(self):
        if not os.path.exists('/dev/full'):
            self.skipTest('there is no /dev/full')
        with open('/dev/full', 'wb') as full:
            result = self.run_cli('--help', status=harness.OUTPUT, stdout=full)
        self.assertTrue(result.stderr)

    def test_done_is_zero(self):
        self.run_cli('--help', status=DONE)


harness.main()
