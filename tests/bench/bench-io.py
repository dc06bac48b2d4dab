#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""Opening and saving 10,000 actors and 50,000 ties, beside xmllint and igraph on the same file.

bench-io.py BENCH_IO: prints figures for tests/bench/judge. The least of several runs counts: what else runs on the machine
only ever adds.
"""

import pathlib
import subprocess
import sys
import tempfile
import time

ROUNDS = 7
HERE = pathlib.Path(__file__).parent
IGRAPH = '''
import sys, time, igraph
begin = time.perf_counter()
igraph.Graph.Read_GraphML(sys.argv[1])
print(time.perf_counter() - begin)
'''


def seconds(command):
    begin = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begin


def printed(command):
    return float(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)


def measure(bench, shape, folder):
    file = folder / f'{shape}.graphml'
    with open(file, 'wb') as out:
        subprocess.run([HERE / 'generate-map.py', '10000', '50000', '1', shape], check=True, stdout=out)
    (folder / 'empty.xml').write_text('<a/>')
    xmllint, start, opening, saving = [], [], [], []
    for _ in range(ROUNDS):
        xmllint.append(seconds(['xmllint', '--stream', '--noout', file]))
        start.append(seconds(['xmllint', '--stream', '--noout', folder / 'empty.xml']))
        opening.append(printed([bench, file, 'open', '1']))
        saving.append(printed([bench, file, 'save', '1']))
    beside = min(xmllint) - min(start)
    igraph = min(printed([sys.executable, '-c', IGRAPH, file]) for _ in range(3))
    print(f'# {shape}: xmllint --stream {beside * 1000:.1f} ms, igraph {igraph * 1000:.1f} ms')
    for name, value, budget in (('open', min(opening), 2 * beside), ('open-beside-igraph', min(opening), igraph),
                                ('save', min(saving), 2 * min(opening))):
        print(f'measure {name}-{shape} {value * 1000:.1f} {budget * 1000:.1f} ms', flush=True)


def main():
    try:
        import igraph  # noqa: F401  only to see whether it is there
    except ImportError:
        print('# python3-igraph is missing')
        sys.exit(77)
    with tempfile.TemporaryDirectory() as folder:
        for shape in ('clustered', 'random'):
            measure(sys.argv[1], shape, pathlib.Path(folder))


main()
