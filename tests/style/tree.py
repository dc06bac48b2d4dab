#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""What the style tests share: the files of the project, and results in the Test Anything Protocol."""

import pathlib
import sys

TOP = pathlib.Path(__file__).resolve().parents[2]
FOLDERS = ('src', 'ui', 'data', 'icons', 'po', 'tests', 'build-aux', '.ci')


def files(*suffixes, under=FOLDERS):
    """The files with one of these suffixes (all when there is none), as sorted paths from the top."""
    found = []
    for folder in under:
        for path in sorted((TOP / folder).rglob('*')):
            if path.is_file() and '__pycache__' not in path.parts and (not suffixes or path.suffix in suffixes):
                found.append(path.relative_to(TOP))
    return found


def read(path):
    return (TOP / path).read_text(encoding='utf-8')


class Checks:
    """Counts checks; each is a name and a list of problems, which is empty when all is well."""

    def __init__(self):
        self.count = 0
        self.failed = 0

    def check(self, name, problems):
        self.count += 1
        if problems:
            self.failed += 1
        print(f'{"not ok" if problems else "ok"} {self.count} - {name}')
        for problem in problems:
            for line in str(problem).splitlines():
                print(f'# {line}')

    def skip(self, name, reason):
        self.count += 1
        print(f'ok {self.count} - {name} # SKIP {reason}')

    def finish(self):
        print(f'1..{self.count}')
        sys.exit(1 if self.failed else 0)
