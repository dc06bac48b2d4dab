#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""The sample map is as large and as rich as it is said to be, and each of its notes rests on the article.

sample.py FILE    where $LIAISON_SHARED may name the folder with the article
"""

import os
import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

GRAPHML = '{http://graphml.graphdrawing.org/xmlns}'
LEAST_ACTORS, LEAST_TIES, LEAST_KINDS, LEAST_COVERT, LEAST_CONTAINERS = 20, 45, 10, 3, 3


class Map:
    """The map, actors and ties as dictionaries by column name, read without any code of the program."""

    def __init__(self, path):
        root = ElementTree.parse(path).getroot()
        self.names = {key.get('id'): key.get('attr.name') for key in root.iter(GRAPHML + 'key')}
        graph = root.find(GRAPHML + 'graph')
        self.cells = self.read(graph)
        self.actors = {node.get('id'): self.read(node) for node in graph.iter(GRAPHML + 'node')}
        self.ties = {edge.get('id'): self.read(edge) for edge in graph.iter(GRAPHML + 'edge')}
        self.ends = {edge.get('id'): (edge.get('source'), edge.get('target')) for edge in graph.iter(GRAPHML + 'edge')}

    def read(self, element):
        return {self.names.get(data.get('key')): data.text for data in element.findall(GRAPHML + 'data')}

    def containers(self):
        return {cells['parent'] for cells in self.actors.values() if 'parent' in cells}


def quotes(note):
    """The pieces that a note gives between quotation marks, as they must stand in the article."""
    for quote in re.findall('“(.*?)”', note):
        for piece in quote.split('…'):
            if piece.strip():
                yield plain(piece)


def plain(text):
    return ' '.join(text.replace('’', "'").lower().split()).strip(' .,')


def article():
    path = pathlib.Path(os.environ.get('LIAISON_SHARED', '')) / 'sample' / 'hostage-diplomacy.txt'
    return plain(path.read_text(encoding='utf-8')) if path.is_file() else None


def checks_of(sample):
    """Yields the name of each check and what is wrong."""
    yield 'actors', [] if len(sample.actors) >= LEAST_ACTORS else [len(sample.actors)]
    yield 'ties', [] if len(sample.ties) >= LEAST_TIES else [len(sample.ties)]
    kinds = {cells.get('kind') for cells in sample.ties.values()}
    yield 'kinds of ties', [] if len(kinds) >= LEAST_KINDS and None not in kinds else [kinds]
    covert = [tie for tie, cells in sample.ties.items() if cells.get('secrecy') == 'covert']
    yield 'covert ties', [] if len(covert) >= LEAST_COVERT else covert
    yield 'containers', [] if len(sample.containers()) >= LEAST_CONTAINERS else [sample.containers()]
    yield 'question and date', [name for name in ('title', 'question', 'as_of', 'author') if not sample.cells.get(name)]
    yield 'every actor has a name and a kind', [actor for actor, cells in sample.actors.items()
                                                if not cells.get('name') or not cells.get('kind')]
    yield 'every actor that holds no others has a place', [
        actor for actor, cells in sample.actors.items()
        if actor not in sample.containers() and not (cells.get('x') and cells.get('y'))]
    rows = {**sample.actors, **sample.ties}
    yield 'every note says what it rests on', [
        row for row, cells in rows.items() if not re.match('The article|Inferred from', cells.get('notes') or '')]
    yield 'what is only inferred is not called confirmed', [
        tie for tie, cells in sample.ties.items()
        if cells['notes'].startswith('Inferred') and cells.get('status') == 'confirmed']
    tied = {end for ends in sample.ends.values() for end in ends}
    yield 'nobody stands alone', [actor for actor in sample.actors if actor not in tied]


def main():
    sample = Map(sys.argv[1])
    results = list(checks_of(sample))
    text = article()
    if text is not None:
        rows = {**sample.actors, **sample.ties}
        results.append(('every quotation stands in the article', [
            f'{row}: {quote}' for row, cells in rows.items() for quote in quotes(cells['notes']) if quote not in text]))
    for number, (name, problems) in enumerate(results, 1):
        print(f'{"not ok" if problems else "ok"} {number} - {name}')
        for problem in problems:
            print(f'# {problem}')
    if text is None:
        print(f'ok {len(results) + 1} - every quotation stands in the article # SKIP the article is not here')
    print(f'1..{len(results) + (text is None)}')
    sys.exit(1 if any(problems for _, problems in results) else 0)


main()
