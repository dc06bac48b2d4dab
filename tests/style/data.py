#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""What the desktop reads of us is valid: desktop file, metainfo, settings schema, and every XML file is well formed.

data.py FOLDER    the built data folder, where the desktop file and the metainfo are with their translations
"""

import pathlib
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

import tree

APP = 'io.github.liaison_map.Liaison'


def run(checks, name, *command):
    if shutil.which(command[0]) is None:
        checks.skip(name, f'{command[0]} is not installed')
        return
    result = subprocess.run([str(word) for word in command], capture_output=True, text=True)
    checks.check(name, [result.stdout + result.stderr] if result.returncode else [])


def metainfo_problems(path):
    """What the judge says but for one thing: newer ones ask for a page on the web, and there is none to name."""
    result = subprocess.run(['appstreamcli', 'validate', '--no-net', '--explain', str(path)], capture_output=True, text=True)
    faults = [line for line in result.stdout.splitlines() if line.startswith(('E:', 'W:'))]
    excused = [line for line in faults if line.endswith(' url-homepage-missing')]
    if result.returncode and (not faults or faults != excused):
        yield result.stdout + result.stderr


def xml_problems():
    for path in tree.files('.xml', '.ui', '.svg', '.graphml', '.rng', under=['data', 'ui', 'icons', 'src']):
        try:
            ElementTree.fromstring(tree.read(path).encode())
        except ElementTree.ParseError as error:
            yield f'{path}: {error}'


def main():
    built = pathlib.Path(sys.argv[1])
    checks = tree.Checks()
    run(checks, 'desktop file', 'desktop-file-validate', built / f'{APP}.desktop')
    if shutil.which('appstreamcli') is None:
        checks.skip('metainfo', 'appstreamcli is not installed')
    else:
        checks.check('metainfo', list(metainfo_problems(built / f'{APP}.metainfo.xml')))
    if list((tree.TOP / 'data').glob('*.gschema.xml')):
        run(checks, 'settings schema', 'glib-compile-schemas', '--strict', '--dry-run', tree.TOP / 'data')
    checks.check('XML is well formed', list(xml_problems()))
    checks.finish()


main()
