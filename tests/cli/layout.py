#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""layout: the same bytes for the same seed, who moves and who does not, and helpers that misbehave."""

import math
import os
import pathlib
import re
import signal
import subprocess
import time
import xml.etree.ElementTree as ElementTree

import harness
from harness import DONE, HELPER, INPUT, SAMPLE, USAGE

ENGINES = ('dot', 'neato', 'fdp', 'sfdp', 'twopi', 'circo')
GRAPHML = '{http://graphml.graphdrawing.org/xmlns}'


def places(text):
    """Where each actor stands, read without Liaison."""
    root = ElementTree.fromstring(text)
    keys = {key.get('attr.name'): key.get('id') for key in root.iter(f'{GRAPHML}key') if key.get('for') == 'node'}
    found = {}
    for node in root.iter(f'{GRAPHML}node'):
        cells = {data.get('key'): data.text for data in node.findall(f'{GRAPHML}data')}
        if keys.get('x') in cells and keys.get('y') in cells:
            found[node.get('id')] = (float(cells[keys['x']]), float(cells[keys['y']]))
    return found


class Layout(harness.Case):

    def layout(self, path, *options, **more):
        return self.run_cli('layout', path, '-', *options, **more).stdout

    def test_same_bytes_twice(self):
        for engine in ENGINES:
            with self.subTest(engine=engine):
                options = (f'--engine={engine}', '--seed=1')
                self.assertEqual(self.layout(SAMPLE, *options), self.layout(SAMPLE, *options))

    def test_everybody_gets_a_place(self):
        for engine in ENGINES + (None,):
            with self.subTest(engine=engine):
                found = places(self.layout(self.small, *([f'--engine={engine}'] if engine else [])))
                self.assertEqual(sorted(found), ['a', 'b'])
                self.assertNotEqual(found['a'], found['b'])

    def test_another_seed_is_another_layout(self):
        text = 'graph { ' + '; '.join(f'n{i} -- n{i * 7 % 20}' for i in range(20)) + ' }'
        path = self.write('ring.dot', text)
        self.assertNotEqual(self.layout(path, '--engine=neato', '--seed=1'), self.layout(path, '--engine=neato', '--seed=2'))

    def test_only(self):
        before = places(SAMPLE.read_bytes())
        mover = sorted(before)[0]
        after = places(self.layout(SAMPLE, f'--only={mover}', '--engine=neato', '--seed=3'))
        self.assertEqual({name: after[name] for name in before if name != mover and not self.holds(mover, name)},
                         {name: before[name] for name in before if name != mover and not self.holds(mover, name)})

    @staticmethod
    def holds(container, name):
        """Whether an actor stands in a container: its nodes are nested, or name it as their parent."""
        root = ElementTree.parse(SAMPLE).getroot()
        keys = {key.get('attr.name'): key.get('id') for key in root.iter(f'{GRAPHML}key') if key.get('for') == 'node'}
        parents = {node.get('id'): data.text for node in root.iter(f'{GRAPHML}node')
                   for data in node.findall(f'{GRAPHML}data') if data.get('key') == keys.get('parent')}
        while name in parents:
            name = parents[name]
            if name == container:
                return True
        return False

    def test_new_only(self):
        text = SAMPLE.read_text()
        new = re.sub(r'(</graph>\s*</graphml>)', r'<node id="newcomer"/>\1', text)
        before = places(text)
        after = places(self.layout(self.write('new.graphml', new), '--new-only'))
        self.assertIn('newcomer', after)
        self.assertEqual({name: after[name] for name in before}, before)

    def test_budget(self):
        before = places(SAMPLE.read_bytes())
        self.assertEqual(places(self.layout(SAMPLE, '--engine=neato', '--budget=0')), before)
        after = places(self.layout(SAMPLE, '--engine=neato', '--budget=25'))
        shifts = [math.dist(before[name], after[name]) for name in before]
        self.assertGreater(max(shifts), 0)
        self.assertLessEqual(max(shifts), 25)
        for budget in ('-1', 'nan', 'inf', 'far'):
            with self.subTest(budget=budget):
                self.complaint('layout', SAMPLE, '-', f'--budget={budget}', status=USAGE)

    def test_empty_map(self):
        path = self.write('empty.graphml', '<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><graph edgedefault="directed"/></graphml>')
        self.assertEqual(places(self.layout(path)), {})

    def test_dot_in_and_out(self):
        path = self.write('in.dot', 'digraph { a -> b -> c }')
        out = self.folder / 'out.dot'
        self.run_cli('layout', path, out)
        self.assertIn('pos', out.read_text())


def lives(process):
    """Whether it runs; one that has ended may still wait for its new parent to take note."""
    try:
        stat = pathlib.Path(f'/proc/{process}/stat').read_text()
    except FileNotFoundError:
        return False
    return stat.rpartition(')')[2].split()[0] != 'Z'


class Helpers(harness.Case):
    """A helper that is not there or misbehaves: status 5, a sentence, the old file as it was."""

    def helper(self, script):
        folder = self.folder / 'libexec'
        folder.mkdir()
        if script is not None:
            path = folder / 'liaison-layout'
            path.write_text(f'#!/bin/sh\n{script}\n')
            path.chmod(0o755)
        return {'LIAISON_LIBEXECDIR': str(folder)}

    def fails(self, script, *options):
        env = self.helper(script)
        out = self.write('out.graphml', 'old')
        began = time.monotonic()
        said = self.complaint('layout', self.small, out, *options, status=HELPER, env=env)
        self.assertEqual(out.read_text(), 'old')
        self.assertLess(time.monotonic() - began, 30)
        return said

    def test_missing(self):
        self.fails(None)

    def test_crashes(self):
        self.fails('kill -SEGV $$')

    def test_crashes_after_reading(self):
        self.fails('head -c 64 >/dev/null; kill -ABRT $$')

    def test_says_why(self):
        self.assertIn('the dog ate it', self.fails('head -c 32 >/dev/null; echo the dog ate it >&2; exit 1'))

    def test_ends_without_an_answer(self):
        self.fails('head -c 32 >/dev/null; exit 0')

    def test_answers_garbage(self):
        self.fails('head -c 32 >/dev/null; head -c 5000 /dev/urandom')

    def test_answers_a_huge_frame(self):
        self.fails(r"head -c 32 >/dev/null; printf '\377\377\377\377\377\377\377\377'; cat /dev/zero")

    def test_hangs(self):
        self.assertIn('after 0.5 seconds', self.fails('exec sleep 600', '--timeout=0.5'))

    def test_never_reads(self):
        self.fails('exec sleep 600 <&-', '--timeout=0.5')

    def test_missing_for_dot(self):
        path = self.write('in.dot', 'digraph { a -> b }')
        self.complaint('info', path, status=HELPER, env=self.helper(None))

    def test_missing_for_graphviz_formats(self):
        self.complaint('render', self.small, self.folder / 'x.xdot', status=HELPER, env=self.helper(None))

    def test_graphml_needs_no_helper(self):
        self.run_cli('info', self.small, status=DONE, env=self.helper(None))

    def test_interrupted(self):
        """Ctrl+C ends the helper too, and leaves the old file."""
        env = self.helper(f'echo $$ >{self.folder}/pid; exec sleep 600')
        out = self.write('out.graphml', 'old')
        process = subprocess.Popen([harness.CLI, 'layout', self.small, out], env={**os.environ, **env}, stderr=subprocess.PIPE)
        for _ in range(200):
            if (self.folder / 'pid').exists() and (self.folder / 'pid').read_text():
                break
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        said = process.communicate(timeout=20)[1]
        self.assertEqual(process.returncode, HELPER)
        self.assertTrue(said)
        self.assertEqual(out.read_text(), 'old')
        helper = int((self.folder / 'pid').read_text())
        for _ in range(500):
            if not lives(helper):
                return
            time.sleep(0.02)
        self.fail('the helper lives on')

    def test_wrong_dot_is_the_input(self):
        path = self.write('wrong.dot', 'digraph { a -> \n -> b }')
        self.assertRegex(self.complaint('info', path, status=INPUT), r'wrong\.dot:2: error: This is not valid DOT')


harness.main()
