#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""Opens and saves the files that other programs wrote.

corpus.py CONVERT: CONVERT IN OUT reads a file, writes it and prints the report. TAP on standard output.

Every well-formed GraphML file opens with at least the nodes and edges that the manifest counts, those in what is kept as it
was included; what is saved holds everything of the original (compare-graphml.py), is valid in our schema, and saves to the
same bytes again. What is refused is refused with line and column, within a second.
"""

import csv
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ElementTree

HERE = pathlib.Path(__file__).parent
SOURCE = HERE.parent.parent
CORPUS = pathlib.Path(os.environ.get('LIAISON_SHARED', SOURCE / '..' / 'shared')) / 'corpus'

# Refused, and what the sentence says
REFUSED = {
    'graphml/Calpano_graphinout/e.xml': "Entity 'Eacute' not defined",
    'graphml/Calpano_graphinout/invalidgraphml-root.graphml': 'outermost element is “myroot”',
    'graphml/igraph_igraph/invalid3.graphml': 'The file is empty',
    'graphml/igraph_igraph/invalid4.graphml': 'not well-formed',
    'graphml/igraph_igraph/invalid5.graphml': 'not well-formed',
    'xml-attack/tiran_defusedxml/external.xml': 'declares entities',
    'xml-attack/tiran_defusedxml/quadratic.xml': 'declares entities',
    'xml-attack/tiran_defusedxml/simple-ns.xml': 'outermost element is “root”',
    'xml-attack/tiran_defusedxml/xmlbomb2.xml': 'declares entities',
}


class Failure(Exception):
    """What does not hold of a file."""


def check(condition, message):
    if not condition:
        raise Failure(message)


def convert(program, source, target):
    begin = time.perf_counter()
    run = subprocess.run([program, source, target], stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=30)
    return run.returncode, run.stdout.decode(), run.stderr.decode(), time.perf_counter() - begin


def count(path, names):
    return sum(1 for element in ElementTree.parse(path).iter()
               if isinstance(element.tag, str) and element.tag.rsplit('}', 1)[-1] in names)


def check_refused(path, status, errors, seconds):
    name = str(path.relative_to(CORPUS))
    check(status == 3, f'exit status {status}, expected 3')
    check(REFUSED[name] in errors, f'says {errors!r}')
    check(re.search(r'See line \d+, column \d+\.$', errors.strip()), f'no line and column in {errors!r}')
    # Sanitizers take their time; a bomb would take for ever.
    check(seconds < float(os.environ.get('LIAISON_REFUSAL_SECONDS', '1')), f'took {seconds:.2f} s')


def check_opened(program, path, row, folder, report):
    saved, again = folder / 'saved.graphml', folder / 'again.graphml'
    check(count(saved, {'node'}) >= int(row['nodes'] or 0), 'nodes are missing')
    check(count(saved, {'edge', 'hyperedge'}) >= int(row['edges'] or 0), 'edges are missing')
    (folder / 'report').write_text(report, encoding='utf-8')
    run = subprocess.run([sys.executable, HERE / 'compare-graphml.py', path, saved, folder / 'report'],
                         stdout=subprocess.PIPE, text=True)
    check(run.returncode == 0, f'lost: {run.stdout[:500]}')
    run = subprocess.run(['xmllint', '--noout', '--relaxng', SOURCE / 'data' / 'schema' / 'liaison-graphml.rng', saved],
                         stderr=subprocess.PIPE, text=True)
    check(run.returncode == 0, f'not valid: {run.stderr[:500]}')
    status, _, errors, _ = convert(program, saved, again)
    check(status == 0, errors)
    check(saved.read_bytes() == again.read_bytes(), 'saving again gives other bytes')


def check_file(program, row):
    path = CORPUS / row['path']
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        status, report, errors, seconds = convert(program, path, folder / 'saved.graphml')
        if row['path'] in REFUSED:
            check_refused(path, status, errors, seconds)
        else:
            check(status == 0, f'exit status {status}: {errors}')
            check_opened(program, path, row, folder, report)


def check_comparison(program):
    """A comparison that cannot fail would prove nothing: values and elements taken away are missed."""
    path = CORPUS / 'graphml/Calpano_graphinout/graph1.graphml'
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        saved, report = folder / 'saved.graphml', folder / 'report'
        status, text, _, _ = convert(program, path, saved)
        check(status == 0, 'not opened')
        report.write_text(text, encoding='utf-8')
        whole = saved.read_text(encoding='utf-8')
        for pattern in (r'<y:Shape type="ellipse"/>', r'<y:BendStyle [^>]*/>', r'    <edge id="e3".*?</edge>\n'):
            less = re.sub(pattern, '', whole, count=1, flags=re.S)
            check(less != whole, f'{pattern} is not there')
            saved.write_text(less, encoding='utf-8')
            run = subprocess.run([sys.executable, HERE / 'compare-graphml.py', path, saved, report],
                                 stdout=subprocess.DEVNULL)
            check(run.returncode == 1, f'does not miss {pattern}')


def main():
    if not (CORPUS / 'MANIFEST.tsv').exists():
        print('1..0 # SKIP the corpus is not there')
        return
    with open(CORPUS / 'MANIFEST.tsv', encoding='utf-8', newline='') as manifest:
        rows = [row for row in csv.DictReader(manifest, delimiter='\t', quoting=csv.QUOTE_NONE)
                if row['path'].startswith(('graphml/', 'xml-attack/'))]
    tests = [(row['path'], lambda row=row: check_file(sys.argv[1], row)) for row in rows]
    tests.append(('the comparison misses what is taken away', lambda: check_comparison(sys.argv[1])))
    print(f'1..{len(tests)}')
    for number, (name, test) in enumerate(tests, 1):
        try:
            test()
            print(f'ok {number} - {name}', flush=True)
        except Failure as failure:
            print(f'not ok {number} - {name}\n# {failure}', flush=True)


main()
