#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""Opens the DOT files that other programs wrote.

dot-corpus.py CONVERT: CONVERT IN OUT reads a file and writes it. TAP on standard output.

What Graphviz reads opens with at least the nodes and edges that the manifest counts, and goes to DOT and back unchanged; the
others are refused with a sentence.
"""

import csv
import os
import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

SOURCE = pathlib.Path(__file__).parent.parent.parent
CORPUS = pathlib.Path(os.environ.get('LIAISON_SHARED', SOURCE / '..' / 'shared')) / 'corpus'
REFUSED = {'dot/ogdf_ogdf/broken-attribute.dot': 'line 3'}
GRAPHML = '{http://graphml.graphdrawing.org/xmlns}'


def convert(source, target):
    run = subprocess.run([sys.argv[1], source, target], stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60)
    return run.returncode, run.stderr.decode()


def count(path, name):
    return sum(1 for _ in ElementTree.parse(path).iter(GRAPHML + name))


def check(row, folder):
    """What does not hold of a file, or None."""
    opened, dot, back, again = (folder / name for name in ('a.graphml', 'b.dot', 'c.graphml', 'd.dot'))
    status, errors = convert(CORPUS / row['path'], opened)
    if row['path'] in REFUSED:
        return None if status == 3 and REFUSED[row['path']] in errors else f'not refused: {status} {errors}'
    if status != 0:
        return errors
    for name, column in (('node', 'nodes'), ('edge', 'edges')):
        if count(opened, name) < int(row[column] or 0):
            return f'{count(opened, name)} {column} of {row[column]}'
    for source, target in ((opened, dot), (dot, back), (back, again)):
        status, errors = convert(source, target)
        if status != 0:
            return f'{target.name}: {errors}'
    return None if dot.read_bytes() == again.read_bytes() else 'another DOT after reading DOT'


def main():
    if not (CORPUS / 'MANIFEST.tsv').exists():
        print('1..0 # SKIP the corpus is not there')
        return
    with open(CORPUS / 'MANIFEST.tsv', encoding='utf-8', newline='') as manifest:
        rows = [row for row in csv.DictReader(manifest, delimiter='\t', quoting=csv.QUOTE_NONE)
                if row['path'].startswith('dot/')]
    print(f'1..{len(rows)}')
    for number, row in enumerate(rows, 1):
        with tempfile.TemporaryDirectory() as folder:
            failure = check(row, pathlib.Path(folder))
        print(f'{"not ok" if failure else "ok"} {number} - {row["path"]}', flush=True)
        if failure:
            print(f'# {failure[:500]}', flush=True)


main()
