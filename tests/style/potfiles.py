#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""po/POTFILES.in names every file with words that people read, and no other, in order."""

import re

import tree

MARKED = {
    '.c': re.compile(r'(?<![\w"])(_|N_|C_|NC_|Q_|ngettext|dngettext|g_dngettext|g_dpgettext2|g_dgettext)\s*\(\s*(GETTEXT_PACKAGE,\s*)?(C_\()?"'),
    '.ui': re.compile(r'translatable="yes"'),
    '.in': re.compile(r''),
    '.xml': re.compile(r'<schemalist[^>]*gettext-domain'),
}
MARKED['.h'] = MARKED['.c']


def has_words(path):
    pattern = MARKED[path.suffix]
    if path.suffix == '.in' and not re.search(r'\.(desktop|metainfo\.xml)\.in$', path.name):
        return False
    text = tree.read(path)
    if path.suffix in ('.c', '.h'):
        text = re.sub(r'/\*.*?\*/', '', text, flags=re.DOTALL)
    return pattern.search(text) is not None


def main():
    checks = tree.Checks()
    listed = [line for line in tree.read('po/POTFILES.in').splitlines() if line and not line.startswith('#')]
    wanted = {str(path) for path in tree.files('.c', '.h', '.ui', '.in', '.xml', under=['src', 'ui', 'data']) if has_words(path)}
    checks.check('every file with words is listed', sorted(wanted - set(listed)))
    checks.check('every listed file is there', [name for name in listed if not (tree.TOP / name).exists()])
    checks.check('every listed file has words', sorted(name for name in set(listed) - wanted if (tree.TOP / name).exists()))
    checks.check('sorted, each once', [] if listed == sorted(set(listed)) else ['should be:'] + sorted(set(listed)))
    checks.finish()


main()
