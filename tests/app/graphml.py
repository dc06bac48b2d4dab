# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""Reads what the program saved with an XML reader of another family, so that the tests do not trust our own."""

import xml.etree.ElementTree as ElementTree

NAMESPACE = '{http://graphml.graphdrawing.org/xmlns}'


class Saved:
    """The actors and ties of a file: dictionaries of cells by the columns' names, by id."""

    def __init__(self, path):
        root = ElementTree.parse(path).getroot()
        keys = {key.get('id'): key.get('attr.name') for key in root.iter(NAMESPACE + 'key')}
        self.actors = {node.get('id'): self._cells(node, keys) for node in root.iter(NAMESPACE + 'node')}
        self.ties = {}
        for edge in root.iter(NAMESPACE + 'edge'):
            cells = self._cells(edge, keys)
            cells['source'], cells['target'] = edge.get('source'), edge.get('target')
            self.ties[edge.get('id')] = cells

    @staticmethod
    def _cells(element, keys):
        return {keys[data.get('key')]: data.text for data in element.findall(NAMESPACE + 'data')}

    def actor(self, name):
        """The id and cells of the one actor of that name."""
        found = [(row, cells) for row, cells in self.actors.items() if cells.get('name') == name]
        assert len(found) == 1, 'actors called %s: %d' % (name, len(found))
        return found[0]

    def tie(self, source, target):
        """The cells of the one tie between the actors of these names."""
        ends = self.actor(source)[0], self.actor(target)[0]
        found = [cells for cells in self.ties.values() if (cells['source'], cells['target']) == ends]
        assert len(found) == 1, 'ties from %s to %s: %d' % (source, target, len(found))
        return found[0]
