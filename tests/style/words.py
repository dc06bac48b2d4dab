#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""What no file of the project holds: promises instead of code, paths of one machine, marks of a merge, stray white space."""

import re

import tree

TEXT = {'.c', '.h', '.py', '.sh', '.build', '.ui', '.xml', '.in', '.md', '.css', '.cfg', '.1', ''}
FORBIDDEN = {
    'promises': re.compile(r'\b(TO' r'DO|FIX' r'ME|X' r'XX|HA' r'CK)\b|(?i:coming ' r'soon|not ' r'(yet )?implemented)'),
    'paths of one machine': re.compile(r'(?<![\w.])/(wo' r'rk|ho' r'me|ro' r'ot)/'),
    'marks of a merge': re.compile(r'^(<{7}|>{7}|={7})( |$)', re.MULTILINE),
    'white space at the end of a line': re.compile(r'[ \t]+$', re.MULTILINE),
    'tabs': re.compile(r'\t'),
    'ends of line of another system': re.compile(r'\r'),
}


def problems_of(pattern, texts):
    for path, text in texts.items():
        for match in pattern.finditer(text):
            line = text.count('\n', 0, match.start()) + 1
            yield f'{path}:{line}: {match.group(0).strip()}'


def main():
    checks = tree.Checks()
    texts = {path: tree.read(path) for path in tree.files() if path.suffix in TEXT and path.name != 'words.py'}
    for name, pattern in FORBIDDEN.items():
        checks.check(f'no {name}', list(problems_of(pattern, texts)))
    checks.check('every file ends with a line end', [path for path, text in texts.items() if text and not text.endswith('\n')])
    checks.finish()


main()
