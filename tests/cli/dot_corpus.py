#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""Every DOT file of other programs that Graphviz reads opens with all its nodes and edges; the others get a sentence."""

import csv
import json
import shutil
import subprocess

import harness
from harness import DONE, INPUT, NO


def corpus():
    manifest = harness.SHARED / 'corpus' / 'MANIFEST.tsv'
    if not manifest.exists():
        return []
    with open(manifest, newline='') as file:
        return [row for row in csv.DictReader(file, delimiter='\t') if row['path'].startswith('dot/')]


def graphviz_reads(path):
    """Whether Graphviz's own parser takes the whole file."""
    result = subprocess.run(['gc', '-a', path], capture_output=True, timeout=60)
    return result.returncode == 0 and b'syntax error' not in result.stderr


class Corpus(harness.Case):

    def test_corpus(self):
        rows = corpus()
        if not rows:
            self.skipTest('the corpus is not here')
        if shutil.which('gc') is None:
            self.skipTest('Graphviz is not installed')
        for row in rows:
            with self.subTest(file=row['path']):
                self.check(row, harness.SHARED / 'corpus' / row['path'])

    def check(self, row, path):
        if not graphviz_reads(path):
            self.assertIn(f'{path}:', self.complaint('info', path, '--json', status=INPUT))
            return
        result = subprocess.run([harness.CLI, 'info', path, '--json'], capture_output=True, timeout=60)
        self.assertIn(result.returncode, (DONE, NO), result.stderr.decode())
        facts = json.loads(result.stdout)
        self.assertGreaterEqual(facts['actors'], int(row['nodes'] or 0))
        self.assertGreaterEqual(facts['ties'], int(row['edges'] or 0))


harness.main()
