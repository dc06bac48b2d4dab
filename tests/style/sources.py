#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""Nothing lies about: every source is built, every declared function has a body, every function that another layer can call is
described where it is declared or where it stands.

sources.py FOLDER    the build folder, which says what is built
"""

import json
import pathlib
import re
import sys

import tree

DECLARED = re.compile(r'^(?!static|typedef|#|\s)[\w][\w \t*]*?[ *\n](lsn_\w+)\s*\(', re.MULTILINE)
# A header that declares a type makes these by macro
BY_MACRO = re.compile(r'G_DEFINE_\w+\s*\(\s*[\w-]+,\s*(\w+)')


def without_comments(text):
    return re.sub(r'/\*.*?\*/', '', text, flags=re.DOTALL)


def defined_in(text):
    """Names of functions with a body, as our formatting writes them: the name at the margin."""
    names = set(re.findall(r'^(lsn_\w+) \(', text, re.MULTILINE))
    names |= set(re.findall(r'^static inline[^\n]*\n(lsn_\w+) \(', text, re.MULTILINE))
    for prefix in BY_MACRO.findall(text):
        names |= {prefix + '_get_type', prefix + '_quark', prefix}
    return names


def headers_of_others(texts):
    """Headers in src that some file of another layer includes."""
    return {pathlib.Path('src') / name for path, text in texts.items() if path.parts[0] == 'src'
            for name in re.findall(r'^#include "([^"]+)"', text, re.MULTILINE)
            if pathlib.Path('src') / pathlib.Path(name).parent != path.parent}


def described_in(text):
    return set(re.findall(r'^ *\* (lsn_\w+):$', text, re.MULTILINE))


def main():
    checks = tree.Checks()
    build = pathlib.Path(sys.argv[1])
    commands = json.loads((build / 'compile_commands.json').read_text())
    built = {(pathlib.Path(command['directory']) / command['file']).resolve() for command in commands}
    checks.check('every source is built',
                 [path for path in tree.files('.c', under=['src', 'tests']) if (tree.TOP / path).resolve() not in built])
    texts = {path: without_comments(tree.read(path)) for path in tree.files('.c', '.h', under=['src', 'tests'])}
    declared = {name: path for path, text in texts.items() if path.suffix == '.h' and path.parts[0] == 'src'
                for name in DECLARED.findall(text)}
    defined = set().union(*(defined_in(text) for text in texts.values()))
    checks.check('every declared function has a body',
                 sorted(f'{path}: {name}' for name, path in declared.items() if name not in defined))
    shared = headers_of_others(texts)
    described = set().union(*(described_in(tree.read(path)) for path in texts if path.parts[0] == 'src'))
    checks.check('every function that other layers see is described',
                 sorted(f'{path}: {name}' for name, path in declared.items()
                        if path in shared and name not in described and not name.endswith(('_get_type', '_quark'))))
    checks.finish()


main()
