#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""Writes a large map as GraphML, the same for the same arguments.

generate-map.py ACTORS TIES SEED clustered|random > FILE

clustered: actors stand in groups on a grid, nine of ten ties stay in their group, one group in eight is a container.
random: actors stand anywhere, ties join any two.
Both have every built-in kind of actor and tie.
"""

import math
import random
import sys

ACTOR_KINDS = ('state government-body armed-group intergovernmental-organisation ngo company media public community '
               'families captives person issue').split()
TIE_KINDS = ('alliance cooperation support funds-or-arms influence pressure threat commands negotiation mediation '
             'accepts-as-mediator refuses-as-mediator hosts verifies speaks-for back-channel contact advocacy member-of '
             'recognises rivalry conflict broken-relation holds may-not-contact').split()
SYLLABLES = 'ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo zu al en ir os un'.split()
KEYS = '''\
  <key id="title" for="graph" attr.name="title" attr.type="string"/>
  <key id="label" for="node" attr.name="name" attr.type="string"/>
  <key id="kind" for="node" attr.name="kind" attr.type="string"/>
  <key id="parent" for="node" attr.name="parent" attr.type="string"/>
  <key id="power" for="node" attr.name="power" attr.type="double"/>
  <key id="x" for="node" attr.name="x" attr.type="double"/>
  <key id="y" for="node" attr.name="y" attr.type="double"/>
  <key id="tie-kind" for="edge" attr.name="kind" attr.type="string"/>
  <key id="direction" for="edge" attr.name="direction" attr.type="string"/>
  <key id="strength" for="edge" attr.name="strength" attr.type="double"/>
  <key id="trust" for="edge" attr.name="trust" attr.type="double"/>
  <key id="tie-secrecy" for="edge" attr.name="secrecy" attr.type="string"/>
'''


class Generator:
    """The choices that make a map, in a fixed order."""

    def __init__(self, n_actors, seed, clustered):
        self.random = random.Random(f'{seed}')
        self.n_actors = n_actors
        self.clustered = clustered
        self.n_clusters = max(1, round(math.sqrt(n_actors) / 2)) if clustered else 1
        self.size = math.ceil(n_actors / self.n_clusters)

    def name(self):
        words = []
        for _ in range(self.random.randint(1, 3)):
            words.append(''.join(self.random.choice(SYLLABLES) for _ in range(self.random.randint(2, 4))).capitalize())
        return ' '.join(words)

    def container(self, actor):
        """The actor at the head of its cluster, when that is a container."""
        cluster = actor // self.size
        if not self.clustered or cluster % 8 != 7 or actor % self.size == 0:
            return None
        return cluster * self.size

    def place(self, actor):
        if not self.clustered:
            width = 120 * math.sqrt(self.n_actors)
            return self.random.uniform(0, width), self.random.uniform(0, width)
        cluster, within = divmod(actor, self.size)
        columns = math.ceil(math.sqrt(self.n_clusters))
        inside = math.ceil(math.sqrt(self.size))
        pitch = 130 * inside + 200
        return (cluster % columns * pitch + within % inside * 130 + self.random.uniform(-25, 25),
                cluster // columns * pitch + within // inside * 130 + self.random.uniform(-25, 25))

    def ends(self):
        source = self.random.randrange(self.n_actors)
        if not self.clustered or self.random.random() < 0.1:
            return source, self.random.randrange(self.n_actors)
        first = source // self.size * self.size
        return source, self.random.randrange(first, min(first + self.size, self.n_actors))

    def write_actor(self, actor, out):
        x, y = self.place(actor)
        parent = self.container(actor)
        out(f'    <node id="a{actor + 1}">\n')
        out(f'      <data key="label">{self.name()}</data>\n')
        out(f'      <data key="kind">{self.random.choice(ACTOR_KINDS)}</data>\n')
        if parent is not None:
            out(f'      <data key="parent">a{parent + 1}</data>\n')
        if self.random.random() < 0.8:
            out(f'      <data key="power">{self.random.randint(0, 100) / 100:g}</data>\n')
        out(f'      <data key="x">{round(x, 2):.12g}</data>\n')
        out(f'      <data key="y">{round(y, 2):.12g}</data>\n')
        out('    </node>\n')

    def write_tie(self, tie, out):
        source, target = self.ends()
        out(f'    <edge id="t{tie + 1}" source="a{source + 1}" target="a{target + 1}">\n')
        out(f'      <data key="tie-kind">{self.random.choice(TIE_KINDS)}</data>\n')
        out(f'      <data key="direction">{self.random.choice(("forward", "forward", "mutual", "none"))}</data>\n')
        if self.random.random() < 0.7:
            out(f'      <data key="strength">{self.random.randint(0, 8) / 2:g}</data>\n')
        if self.random.random() < 0.5:
            out(f'      <data key="trust">{self.random.randint(0, 20) / 20:g}</data>\n')
        if self.random.random() < 0.15:
            out('      <data key="tie-secrecy">covert</data>\n')
        out('    </edge>\n')


def main():
    if len(sys.argv) != 5 or sys.argv[4] not in ('clustered', 'random'):
        sys.exit(__doc__)
    n_actors, n_ties, seed = (int(word) for word in sys.argv[1:4])
    generator = Generator(n_actors, seed, sys.argv[4] == 'clustered')
    out = sys.stdout.write
    out('<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n' + KEYS)
    out(f'  <graph id="generated-{seed}" edgedefault="directed">\n')
    out(f'    <data key="title">{n_actors} actors and {n_ties} ties, {sys.argv[4]}</data>\n')
    for actor in range(n_actors):
        generator.write_actor(actor, out)
    for tie in range(n_ties):
        generator.write_tie(tie, out)
    out('  </graph>\n</graphml>\n')


main()
