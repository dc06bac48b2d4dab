#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""Files have one subject and functions one idea: their lengths, as src/DESIGN.md promises them."""

import re

import tree

LONGEST_FILE = 600
LONGEST_FUNCTION = 60
LONG_FUNCTION = 50
SHARE_OF_LONG = 0.02
LONGEST_LINE = 130
START = re.compile(r'^[A-Za-z_][\w ]*[ *]*\n?(\w+) \((?:[^;{}]|\n)*?\)\n\{\n', re.MULTILINE)


def functions(text):
    """The name and the number of lines of each function, from its brace at the margin to the one that closes it."""
    for match in START.finditer(text):
        end = text.find('\n}', match.end() - 1)
        yield match.group(1), text.count('\n', match.end(), end) + 1


def main():
    checks = tree.Checks()
    sources = tree.files('.c', '.h', under=['src', 'tests'])
    texts = {path: tree.read(path) for path in sources}
    checks.check(f'no file above {LONGEST_FILE} lines',
                 [f'{path}: {text.count(chr(10))}' for path, text in texts.items() if text.count('\n') > LONGEST_FILE])
    lengths = [(length, name, path) for path, text in texts.items() if path.suffix == '.c' for name, length in functions(text)]
    checks.check(f'no function above {LONGEST_FUNCTION} lines',
                 [f'{path}: {name}: {length}' for length, name, path in lengths if length > LONGEST_FUNCTION])
    long = [(length, name, path) for length, name, path in lengths if length > LONG_FUNCTION]
    checks.check(f'at most {SHARE_OF_LONG:.0%} of {len(lengths)} functions above {LONG_FUNCTION} lines',
                 long if len(long) > SHARE_OF_LONG * len(lengths) else [])
    checks.check(f'no line above {LONGEST_LINE} characters',
                 [f'{path}:{number}' for path, text in texts.items()
                  for number, line in enumerate(text.split('\n'), 1) if len(line) > LONGEST_LINE])
    checks.finish()


main()
