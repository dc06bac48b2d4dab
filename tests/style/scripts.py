#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""Shell scripts pass shellcheck, and whatever is run by its name may be run."""

import os
import shutil
import subprocess

import tree


def scripts():
    for path in tree.files():
        with open(tree.TOP / path, 'rb') as file:
            if file.read(2) == b'#!':
                yield path


def main():
    checks = tree.Checks()
    shells = [str(path) for path in scripts() if 'python' not in tree.read(path).split('\n', 1)[0]]
    if shutil.which('shellcheck') is None:
        checks.skip('shellcheck', 'shellcheck is not installed')
    else:
        result = subprocess.run(['shellcheck', *shells], cwd=tree.TOP, capture_output=True, text=True)
        checks.check('shellcheck', [result.stdout + result.stderr] if result.returncode else [])
    checks.check('scripts are executable', [path for path in scripts() if not os.access(tree.TOP / path, os.X_OK)])
    checks.finish()


main()
