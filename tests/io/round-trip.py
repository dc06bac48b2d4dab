#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""Takes the sample map through networkx and igraph and back.

round-trip.py CONVERT: CONVERT IN OUT reads a file and writes it. TAP on standard output.

Both directions: what the other program reads of our file, and what we read of the file that it writes then. Ids, names, kinds
and every value of actors and ties are the same. What the other programs drop:

- both: the tables of our namespace (kinds, aliases), so that a reader of their files has the built-in kinds;
- igraph: the ids of nodes and edges, which it keeps as values of a column `id`; which values are empty (it writes "" and
  NaN for them).

Text that is not ASCII goes to igraph's writer as escapes: python-igraph 0.10 gives its writer memory that it has freed for
such text, so that what is written is a matter of luck. What igraph reads is compared as it is.
"""

import math
import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

SOURCE = pathlib.Path(__file__).parent.parent.parent
SAMPLE = SOURCE / 'data' / 'samples' / 'hostage-release.graphml'
NAMESPACE = '{http://graphml.graphdrawing.org/xmlns}'


def convert(program, source, target):
    subprocess.run([program, source, target], check=True, stdout=subprocess.DEVNULL)


def value(text, kind):
    if kind in ('int', 'long', 'float', 'double'):
        return float(text)
    if kind == 'boolean':
        return text in ('true', 'True', '1')
    return text


def read(path):
    """{element: {id: {column: value}}} of a file, ends of edges as columns; read with ElementTree alone."""
    root = ElementTree.parse(path).getroot()
    keys = {key.get('id'): (key.get('attr.name'), key.get('attr.type')) for key in root.iter(NAMESPACE + 'key')}
    rows = {'node': {}, 'edge': {}}
    for what, table in rows.items():
        for element in root.iter(NAMESPACE + what):
            cells = {name: element.get(name) for name in ('source', 'target') if element.get(name)}
            for data in element.findall(NAMESPACE + 'data'):
                name, kind = keys[data.get('key')]
                if data.text:
                    cells[name] = value(data.text, kind)
            table[element.get('id')] = cells
    return rows


def known(cells):
    """Without what the other program wrote for empty."""
    return {name: cell for name, cell in cells.items()
            if cell not in ('', None) and not (isinstance(cell, float) and math.isnan(cell))}


def differences(wanted, got):
    found = []
    for what in ('node', 'edge'):
        if set(wanted[what]) != set(got[what]):
            found.append(f'{what}s: {sorted(set(wanted[what]) ^ set(got[what]))[:5]}')
            continue
        for row, cells in wanted[what].items():
            if known(cells) != known(got[what][row]):
                found.append(f'{what} {row}: {sorted(set(known(cells).items()) ^ set(known(got[what][row]).items()))[:4]}')
    return found


def networkx_rows(path):
    import networkx
    graph = networkx.read_graphml(path, force_multigraph=True)
    nodes = {node: dict(cells) for node, cells in graph.nodes(data=True)}
    edges = {key: dict(cells, source=source, target=target)
             for source, target, key, cells in graph.edges(keys=True, data=True)}
    return graph, {'node': nodes, 'edge': edges}


def through_networkx(path, out):
    import networkx
    graph, rows = networkx_rows(path)
    networkx.write_graphml(graph, out)
    return rows


def escaped(cell):
    return cell.encode('unicode_escape').decode() if isinstance(cell, str) and not cell.isascii() else cell


def escape_all(graph):
    for rows in (graph.vs, graph.es):
        for name in rows.attributes():
            rows[name] = [escaped(cell) for cell in rows[name]]
    for name in graph.attributes():
        graph[name] = escaped(graph[name])


def through_igraph(path, out):
    import igraph
    graph = igraph.Graph.Read_GraphML(str(path))
    ids = graph.vs['id']
    rows = {'node': {}, 'edge': {}}
    for vertex in graph.vs:
        rows['node'][vertex['id']] = {name: cell for name, cell in vertex.attributes().items() if name != 'id'}
    for edge in graph.es:
        cells = {name: cell for name, cell in edge.attributes().items() if name != 'id'}
        rows['edge'][edge['id']] = dict(cells, source=ids[edge.source], target=ids[edge.target])
    escape_all(graph)
    graph.write_graphml(str(out))
    return rows


def numbers(rows):
    """Whole numbers as floats: the programs differ in which they make."""
    return {what: {row: {name: float(cell) if isinstance(cell, int) and not isinstance(cell, bool) else cell
                         for name, cell in cells.items()} for row, cells in table.items()}
            for what, table in rows.items()}


def booleans(rows, wanted):
    """igraph gives booleans back as they are, and False for what is empty: only what the map knows is compared."""
    for what, table in rows.items():
        for row, cells in table.items():
            for name in [name for name, cell in cells.items() if cell is False]:
                if name not in wanted[what].get(row, {}):
                    del cells[name]
    return rows


def check(program, through, folder):
    ours, theirs, back = folder / 'ours.graphml', folder / 'theirs.graphml', folder / 'back.graphml'
    convert(program, SAMPLE, ours)
    wanted = read(ours)
    seen = booleans(numbers(through(ours, theirs)), wanted)
    convert(program, theirs, back)
    reads = [f'it reads: {line}' for line in differences(wanted, seen)]
    got = booleans(read(back), wanted)
    if through is through_igraph:
        wanted = {what: {row: {name: escaped(cell) for name, cell in cells.items()} for row, cells in table.items()}
                  for what, table in wanted.items()}
    return reads + [f'comes back: {line}' for line in differences(wanted, got)]


def main():
    programs = (('networkx', through_networkx), ('igraph', through_igraph))
    print(f'1..{len(programs)}')
    for number, (name, through) in enumerate(programs, 1):
        try:
            __import__(name)
        except ImportError:
            print(f'ok {number} - {name} # SKIP python3-{name} is not installed')
            continue
        with tempfile.TemporaryDirectory() as folder:
            lines = check(sys.argv[1], through, pathlib.Path(folder))
        print(f'{"not ok" if lines else "ok"} {number} - {name}')
        for line in lines[:20]:
            print(f'# {line}')


main()
