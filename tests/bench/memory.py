#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""How much memory a large map takes, open in the command line program.

memory.py LIAISON-CLI GENERATOR...    the generator with its interpreter
"""

import os
import subprocess
import sys
import tempfile

BUDGET = 40


def peak(command):
    """The most memory that a command held at once, in MB."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f'{command} failed: {process.returncode}')
    return usage.ru_maxrss / 1024


def main():
    cli, *generator = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        for kind in ('clustered', 'random'):
            path = os.path.join(folder, f'{kind}.graphml')
            with open(path, 'wb') as file:
                subprocess.run([*generator, '10000', '50000', '1', kind], stdout=file, check=True)
            print(f'measure memory-{kind}-10000-50000 {peak([cli, "info", path]):.1f} {BUDGET} MB')


main()
