#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""Whether a GraphML file that Liaison saved holds everything of the file that it was read from.

compare-graphml.py ORIGINAL SAVED REPORT

It knows nothing of Liaison's sources: it reads both files with ElementTree and looks for every (element, id, key name, value)
and every foreign element of the original in the saved file. What is not there must be named in REPORT, which is what
`check` printed for the original. Prints what is lost; exit status 1 when something is.

Rules of the file, from its description, that are applied to the original: of equal ids the first keeps it, the others and
rows without one get e1, e2 ... in document order; a string column `id` whose values are complete and unique gives the ids; a
nested graph makes its node a container, and has its attributes and values for itself; of several values of a row for one key the first counts; numbers and booleans are compared by value; NaN and the empty text are no value.
"""

import collections
import math
import re
import sys
import xml.etree.ElementTree as ElementTree

OURS = '{urn:x-liaison:tables:'


def local(element):
    return element.tag.rsplit('}', 1)[-1]


def is_graphml(element):
    return not element.tag.startswith('{') or element.tag.startswith('{http://graphml.graphdrawing.org/xmlns')


def named(element, name):
    return is_graphml(element) and local(element) == name


def children(element, name):
    return [child for child in element if named(child, name)]


class Keys:
    """The <key> elements of a document: by id and what they are for; of equal ones the first counts."""

    def __init__(self, root):
        self.keys = {}
        for key in root.iter():
            if isinstance(key.tag, str) and named(key, 'key'):
                name = key.get('attr.name') or key.get('yfiles.type') or key.get('id') or 'data'
                what = key.get('for') or 'all'
                self.keys.setdefault((key.get('id') or '', what), (name, key.get('attr.type') or 'string'))

    def find(self, key_id, what):
        for wanted in (what, 'all'):
            if (key_id, wanted) in self.keys:
                return self.keys[key_id, wanted]
        for (other, _), found in self.keys.items():
            if other == key_id:
                return found
        return key_id or 'data', 'string'


def plain(text, kind):
    """A value to compare: numbers and booleans by what they mean."""
    if kind in ('int', 'long', 'float', 'double'):
        try:
            number = float(text)
            return None if math.isnan(number) else number
        except ValueError:
            return text
    if kind == 'boolean' and text.strip().lower() in ('true', 'false', '1', '0'):
        return text.strip().lower() in ('true', '1')
    return text


def canonical(element, bare):
    """An element as something to compare: without prefixes; space around text does not count. Elements of no namespace are
    GraphML's only when BARE, where the whole document has none."""
    if element.tag.startswith('{'):
        name = 'graphml ' + local(element) if is_graphml(element) else element.tag
    else:
        name = 'graphml ' + element.tag if bare else element.tag
    attributes = tuple(sorted(element.attrib.items()))
    inside = tuple(canonical(child, bare) for child in element if isinstance(child.tag, str))
    texts = tuple((text or '').strip() for text in [element.text] + [child.tail for child in element])
    return name, attributes, ''.join(texts), inside


def has_elements(data):
    return any(isinstance(child.tag, str) for child in data)


class Document:
    """What a GraphML file holds, in Liaison's terms."""

    def __init__(self, path):
        self.root = ElementTree.parse(path).getroot()
        self.bare = not self.root.tag.startswith('{')
        self.keys = Keys(self.root)
        self.values = []       # (element, id, key name, type, text)
        self.foreign = []      # canonical elements
        self.ids = {'node': [], 'edge': []}
        graphs = children(self.root, 'graph')
        if graphs:
            self.number(graphs[0])
            self.read_graph(graphs[0], 'graph', graphs[0].get('id') or 'e1')
        for child in self.root:
            if isinstance(child.tag, str) and not named(child, 'key') and (not graphs or child is not graphs[0]):
                self.foreign.append(canonical(child, self.bare))

    def rows(self, graph):
        """Nodes and edges of the first graph and of those nested in its nodes, in document order."""
        for child in graph:
            if isinstance(child.tag, str) and named(child, 'node'):
                yield 'node', child
                for nested in children(child, 'graph'):
                    yield from self.rows(nested)
            elif isinstance(child.tag, str) and named(child, 'edge'):
                yield 'edge', child

    def id_column(self, rows, what):
        """The values of a string column named `id`, when they are complete and unique."""
        ids = []
        for row in rows:
            found = [data.text for data in children(row, 'data')
                     if self.keys.find(data.get('key'), what) == ('id', 'string')]
            ids.append(found[0] if found else None)
        return ids if ids and all(ids) and len(set(ids)) == len(ids) else None

    def number(self, graph):
        self.id_of = {}
        everything = list(self.rows(graph))
        nodes = {row.get('id') for what, row in everything if what == 'node'}
        for what in ('node', 'edge'):
            rows = [row for kind, row in everything if kind == what]
            if what == 'edge':
                rows = [row for row in rows if row.get('source') in nodes and row.get('target') in nodes]
            column = self.id_column(rows, what)
            wanted = column or [row.get('id') or '' for row in rows]
            taken, count = set(wanted), 0
            seen = set()
            for row, row_id in zip(rows, wanted):
                if not row_id or row_id in seen:
                    count += 1
                    while f'e{count}' in taken:
                        count += 1
                    row_id = f'e{count}'
                seen.add(row_id)
                self.id_of[row] = row_id
            self.id_columns = getattr(self, 'id_columns', set()) | ({what} if column else set())

    def read_graph(self, graph, what, row_id):
        for child in graph:
            if not isinstance(child.tag, str):
                continue
            if named(child, 'data'):
                self.read_data(child, what, row_id)
            elif named(child, 'node'):
                self.read_row(child, 'node')
            elif named(child, 'edge') and child in self.id_of:
                self.read_row(child, 'edge')
            elif not named(child, 'key'):
                self.foreign.append(canonical(child, self.bare))

    def read_row(self, row, what):
        row_id = self.id_of[row]
        self.ids[what].append(row_id)
        for child in row:
            if not isinstance(child.tag, str):
                continue
            if named(child, 'data'):
                self.read_data(child, what, row_id)
            elif named(child, 'graph') and what == 'node':
                self.foreign.append(('graph in', row_id, tuple(sorted(child.attrib.items()))))
                self.read_graph(child, 'graph', ('in', row_id))
            else:
                self.foreign.append(canonical(child, self.bare))

    def read_data(self, data, what, row_id):
        if has_elements(data):
            self.foreign.extend(canonical(child, self.bare) for child in data
                                if isinstance(child.tag, str) and not child.tag.startswith(OURS))
            return
        name, kind = self.keys.find(data.get('key'), what)
        if (name, kind) == ('id', 'string') and what in self.id_columns:
            return
        if data.text:
            self.values.append((what, row_id, name, kind, data.text))


class Report:
    """What the reader said: which names became which, and which values were left out."""

    def __init__(self, path):
        self.text = open(path, encoding='utf-8').read()
        self.renamed = collections.defaultdict(set)
        for old, new in re.findall(r'The column “(.*?)” is read as “(.*?)”', self.text):
            self.renamed[old].add(new)
        for old, new in re.findall(r'Values of the column “(.*?)” such as .*? are kept as “(.*?)”', self.text):
            self.renamed[old].add(new)
        # (start of the value, column, row)
        self.second = set(re.findall(r'“(.*?)” is a second value of the column “(.*?)” for “(.*?)”', self.text))
        self.rounded = 'Places are kept in hundredths' in self.text

    def names(self, name):
        return {name, f'{name} (file)'} | self.renamed[name]


def same(a, b, rounded):
    if isinstance(a, float) and isinstance(b, float):
        return a == b or (rounded and abs(a - b) < 0.0051)
    return a == b


def compare(original, saved, report):
    found = collections.defaultdict(list)
    lost = []
    for what, row_id, name, kind, text in saved.values:
        found[what, row_id].append((name, kind, text))
    for what in ('node', 'edge'):
        missing = set(original.ids[what]) - set(saved.ids[what])
        lost += [f'{what} {row_id}' for row_id in sorted(missing)]
    for what, row_id, name, kind, text in original.values:
        wanted = plain(text, kind)
        if wanted is None:
            continue
        candidates = [plain(other, kind if other_kind != 'string' or kind == 'boolean' else other_kind)
                      for other_name, other_kind, other in found[what, row_id] if other_name in report.names(name)]
        candidates += [other for other_name, _, other in found[what, row_id] if other_name in report.names(name)]
        if (text[:80] + ('…' if len(text) > 80 else ''), name, row_id) in report.second:
            continue
        rounded = report.rounded and report.names(name) & {'x', 'y'}
        if not any(same(wanted, other, rounded) or other == text for other in candidates):
            lost.append(f'{what} {row_id}: {name} = {text!r}')
    counts = collections.Counter(saved.foreign)
    for element in original.foreign:
        counts[element] -= 1
        if counts[element] < 0:
            lost.append(f'foreign element {element!r}'[:300])
    return lost


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    lost = compare(Document(sys.argv[1]), Document(sys.argv[2]), Report(sys.argv[3]))
    print('\n'.join(lost), end='\n' if lost else '')
    sys.exit(1 if lost else 0)


if __name__ == '__main__':
    main()
