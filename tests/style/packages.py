#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""build-aux/install-packages says what to type on each system, and is silent when nothing is missing.

The systems are folders with nothing but their tools, made up: those answer that a package is there, or that it is not.
"""

import os
import pathlib
import shutil
import subprocess
import tempfile

import tree

SCRIPT = tree.TOP / 'build-aux' / 'install-packages'
COMMON = ('awk', 'cat', 'dirname', 'env', 'mktemp', 'rm', 'sh', 'sort', 'tail', 'tr')
SYSTEMS = {
    'Debian': (1, {'dpkg-query': 'echo installed', 'apt-get': 'exit 1', 'id': 'echo 1000'}, 'apt-get install'),
    'Fedora': (2, {'rpm': 'exit 0', 'dnf': 'exit 1'}, 'sudo dnf install'),
    'Arch': (3, {'pacman': 'exit 0'}, 'sudo pacman -S'),
}


def wanted(column, groups):
    lines = [line.split() for line in tree.read(pathlib.Path('build-aux/packages')).splitlines() if not line.startswith('#')]
    return {words[column] for words in lines if words[0] in groups and words[column] != '-'}


def ask(tools, missing, groups):
    with tempfile.TemporaryDirectory() as folder:
        for name in COMMON:
            os.symlink(shutil.which(name), pathlib.Path(folder, name))
        for name, answer in tools.items():
            asked = name in ('dpkg-query', 'rpm', 'pacman')
            tool = pathlib.Path(folder, name)
            tool.write_text(f'#!/bin/sh\n{"exit 1" if asked and missing else answer}\n')
            tool.chmod(0o755)
        return subprocess.run([SCRIPT, *groups], env={'PATH': folder}, stdin=subprocess.DEVNULL, capture_output=True,
                              text=True)


def problems_of(system, groups):
    column, tools, command = SYSTEMS[system]
    there = ask(tools, False, groups)
    if there.returncode != 0 or there.stdout or there.stderr:
        yield f'with all there: {there.returncode} {there.stdout}{there.stderr}'
    result = ask(tools, True, groups)
    said = [line.strip() for line in result.stderr.splitlines() if line.strip().startswith(command)]
    if result.returncode != 1 or result.stdout or len(said) != 1:
        yield f'with nothing there: {result.returncode} {result.stdout}{result.stderr}'
    elif set(said[0][len(command):].split()) != wanted(column, groups):
        yield f'it says {said[0]}'


def table_problems():
    seen = set()
    for line in tree.read(pathlib.Path('build-aux/packages')).splitlines():
        words = line.split()
        if line.startswith('#'):
            continue
        if len(words) != 4 or words[0] not in ('build', 'run', 'test'):
            yield f'not a group and three names: {line}'
            continue
        for column, name in enumerate(words[1:]):
            place = words[0], column, name
            if name != '-' and place in seen:
                yield f'{name} is in its group twice'
            seen.add(place)


def main():
    checks = tree.Checks()
    checks.check('the table', list(table_problems()))
    for system in SYSTEMS:
        checks.check(system, [*problems_of(system, ('build', 'run', 'test')), *problems_of(system, ('build', 'run'))])
    other = ask({}, True, ('run',))
    checks.check('another system', [] if other.returncode == 0 and 'graphviz' in other.stderr else [other.stderr])
    checks.finish()


main()
