#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""info and check: what they tell of maps, whole and broken."""

import gzip
import json
import xml.etree.ElementTree as ElementTree

import harness
from harness import INPUT, NO, SAMPLE

GRAPHML = '{http://graphml.graphdrawing.org/xmlns}'


class Info(harness.Case):

    def info(self, path, **options):
        return json.loads(self.run_cli('info', path, '--json', **options).stdout)

    def test_sample_as_counted_by_another_reader(self):
        root = ElementTree.parse(SAMPLE).getroot()
        facts = self.info(SAMPLE)
        self.assertEqual(facts['actors'], len(list(root.iter(f'{GRAPHML}node'))))
        self.assertEqual(facts['ties'], len(list(root.iter(f'{GRAPHML}edge'))))
        self.assertGreaterEqual(facts['actors'], 20)
        self.assertGreaterEqual(facts['ties'], 45)
        self.assertEqual(sum(kind['count'] for kind in facts['actor_kinds']), facts['actors'])
        self.assertEqual(sum(kind['count'] for kind in facts['tie_kinds']), facts['ties'])
        self.assertGreaterEqual(len(facts['tie_kinds']), 10)
        self.assertGreater(facts['containers'], 0)
        self.assertEqual(facts['unplaced'], 0)
        self.assertGreater(facts['bounds']['width'], 0)
        self.assertTrue(facts['question'])

    def test_small(self):
        facts = self.info(self.small)
        self.assertEqual((facts['actors'], facts['ties'], facts['containers'], facts['unplaced']), (2, 1, 0, 2))
        self.assertIsNone(facts['bounds'])
        cells = {column['name']: column['cells'] for column in facts['tie_columns']}
        self.assertEqual(cells['trust'], 1)

    def test_bounds_are_those_of_the_centres(self):
        text = harness.SMALL.replace('<graph ', '<key id="x" for="node" attr.name="x" attr.type="double"/>'
                                     '<key id="y" for="node" attr.name="y" attr.type="double"/><graph ', 1)
        text = text.replace('Alpha</data>', 'Alpha</data><data key="x">-10.5</data><data key="y">4</data>')
        text = text.replace('Beta</data>', 'Beta</data><data key="x">30</data><data key="y">-6</data>')
        self.assertEqual(self.info(self.write('placed.graphml', text))['bounds'], {'x': -10.5, 'y': -6, 'width': 40.5, 'height': 10})

    def test_text(self):
        lines = self.run_cli('info', self.small).stdout.decode().splitlines()
        self.assertIn('Actors: 2', lines)
        self.assertIn('Ties: 1', lines)

    def test_standard_input(self):
        self.assertEqual(self.info('-', stdin=harness.SMALL.encode())['actors'], 2)

    def test_compressed(self):
        self.assertEqual(self.info(self.write('small.graphml.gz', gzip.compress(harness.SMALL.encode())))['actors'], 2)

    def test_dot(self):
        facts = self.info(self.write('small.dot', 'digraph { a -> b; b -> c; subgraph cluster_x { label="X"; c } }'))
        self.assertEqual((facts['actors'] >= 3, facts['ties']), (True, 2))

    def test_texts_are_escaped(self):
        name = 'quote " backslash \\ tab\t newline\n end é 漢'
        text = harness.SMALL.replace('edgedefault="directed">', 'edgedefault="directed"><data key="title">' + name + '</data>')
        text = text.replace('<graph ', '<key id="title" for="graph" attr.name="title" attr.type="string"/><graph ', 1)
        self.assertEqual(self.info(self.write('title.graphml', text))['title'], name)


class Check(harness.Case):

    def test_good(self):
        self.assertEqual(self.run_cli('check', SAMPLE).stderr, b'')

    def test_json(self):
        report = json.loads(self.run_cli('check', SAMPLE, '--json').stdout)
        self.assertEqual((report['readable'], report['problems'], report['failure']), (True, [], None))

    def test_tie_to_nobody_has_its_line(self):
        path = self.write('nobody.graphml', harness.SMALL.replace('target="b"', 'target="z"'))
        said = self.run_cli('check', path, status=NO).stderr.decode()
        self.assertRegex(said, rf'(?m)^{path}:8:\d+: ')
        report = json.loads(self.run_cli('check', path, '--json', status=NO).stdout)
        self.assertEqual([problem['line'] for problem in report['problems'] if problem['severity'] == 'error'], [8])

    def test_truncated_has_its_line(self):
        path = self.write('short.graphml', harness.SMALL[:harness.SMALL.index('Beta')])
        said = self.complaint('check', path, status=INPUT)
        self.assertRegex(said, rf'(?m)^{path}:7:\d+: ')
        report = json.loads(self.run_cli('check', path, '--json', status=INPUT).stdout)
        self.assertEqual(report['readable'], False)
        self.assertTrue(report['failure'])


class Refused(harness.Case):
    """What cannot be read: status 3, a sentence, no more."""

    def refused(self, path, **options):
        for command in (['info', path], ['check', path], ['convert', path, '-'], ['layout', path, '-'], ['render', path, '-']):
            with self.subTest(command=command[0]):
                said = self.complaint(*command, status=INPUT, **options)
                self.assertIn(f'{path}:', said)

    def test_missing(self):
        self.refused(self.folder / 'nothing.graphml')

    def test_folder(self):
        self.refused(self.folder)

    def test_empty(self):
        self.refused(self.write('empty.graphml', ''))

    def test_truncated(self):
        self.refused(self.write('short.graphml', harness.SMALL[:300]))

    def test_other_xml(self):
        self.refused(self.write('page.xml', '<html><body>no graph</body></html>'))

    def test_binary(self):
        self.refused(self.write('noise.graphml', bytes(range(256)) * 20))

    def test_wrong_dot(self):
        self.refused(self.write('wrong.dot', 'digraph { a -> \n\n }}}'))

    def test_empty_standard_input(self):
        self.refused('-', stdin=b'')

    def test_name_with_colons_is_a_path(self):
        self.refused(self.folder / 'http:' / 'example.org')


harness.main()
