#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""convert: from format to format, to files and through pipes, in one step or not at all."""

import gzip
import json
import os
import pathlib
import resource
import signal
import stat
import subprocess
import tempfile
from xml.etree import ElementTree

import harness
from harness import INPUT, NO, OUTPUT, SAMPLE


class Convert(harness.Case):

    def counts(self, path):
        facts = json.loads(self.run_cli('info', path, '--json').stdout)
        return facts['actors'], facts['ties']

    def test_sample_to_itself(self):
        out = self.folder / 'out.graphml'
        self.run_cli('convert', SAMPLE, out)
        self.assertEqual(out.read_bytes(), SAMPLE.read_bytes())

    def test_twice_is_the_same(self):
        once, twice = self.folder / 'once.graphml', self.folder / 'twice.graphml'
        self.run_cli('convert', self.small, once)
        self.run_cli('convert', once, twice)
        self.assertEqual(once.read_bytes(), twice.read_bytes())

    def test_through_pipes(self):
        out = self.run_cli('convert', '-', '-', stdin=SAMPLE.read_bytes())
        self.assertEqual(out.stdout, SAMPLE.read_bytes())

    def test_named_pipes(self):
        """One that is written to is read, at once or a little later; one that nobody writes to is refused."""
        pipe = self.folder / 'pipe'
        os.mkfifo(pipe)
        self.assertIn(f'{pipe}” is a pipe that nobody writes to.', self.complaint('info', pipe, status=INPUT))
        with subprocess.Popen(['sh', '-c', 'sleep 0.2; cat "$0" >"$1"', SAMPLE, pipe]):
            self.assertEqual(self.run_cli('convert', pipe, '-').stdout, SAMPLE.read_bytes())
        for slow in ('cat "$1"', 'sleep 0.2; cat "$1"'):
            result = subprocess.run(['bash', '-c', f'"$0" convert <({slow}) -', harness.CLI, SAMPLE], check=True, timeout=60,
                                    stdout=subprocess.PIPE)
            self.assertEqual(result.stdout, SAMPLE.read_bytes())

    def test_to_dot_and_back(self):
        dot, back = self.folder / 'out.gv', self.folder / 'back.graphml'
        self.run_cli('convert', SAMPLE, dot)
        subprocess.run(['dot', '-Tcanon', '-o/dev/null', dot], check=True, timeout=60)
        self.run_cli('convert', dot, back)
        self.assertEqual(self.counts(back), self.counts(SAMPLE))

    def cells(self, path):
        """All (element, id, column, value) of a file, by Python's reader."""
        name = '{http://graphml.graphdrawing.org/xmlns}'
        root = ElementTree.parse(path).getroot()
        columns = {key.get('id'): key.get('attr.name') for key in root.iter(name + 'key')}
        return {(row.tag.removeprefix(name), row.get('id'), columns[data.get('key')], data.text)
                for kind in ('node', 'edge') for row in root.iter(name + kind) for data in row.iter(name + 'data')}

    def test_texts_and_ids_through_dot(self):
        """What DOT could take for something else: codes that look like numbers, markup, ids that Graphviz gives no meaning."""
        first = self.write('first.graphml', """<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="name" for="node" attr.name="name" attr.type="string"/><key id="code" for="node" attr.name="code" attr.type="string"/>
<key id="label" for="edge" attr.name="label" attr.type="string"/><graph edgedefault="directed">
<node id="%x"><data key="name">&lt;b&gt;&amp;amp;\\n%</data><data key="code">007</data></node>
<node id="\\%"><data key="name">100%</data><data key="code">12</data></node>
<edge id="%1" source="%x" target="\\%"><data key="label">&lt;init&gt;</data></edge></graph></graphml>""")
        once, dot, back = (self.folder / name for name in ('once.graphml', 'out.dot', 'back.graphml'))
        self.run_cli('convert', first, once)
        self.run_cli('convert', once, dot)
        self.run_cli('convert', dot, back)
        self.assertEqual(self.cells(back), self.cells(once))
        self.assertIn(('node', '%x', 'code', '007'), self.cells(back))

    def test_dot_keeps_what_its_texts_say(self):
        source, out = self.folder / 'in.dot', self.folder / 'out.graphml'
        source.write_text('digraph { a [label="<unknown>", phone="+4912", big="12345678901234567890", zip="01234", '
                          'real="0.1234567890123456"]; b [label=<<b>bold</b>>, zip="5"]; a -> b [label="<init>"] }')
        self.run_cli('convert', source, out)
        self.assertEqual(self.cells(out), {
            ('node', 'a', 'name', '<unknown>'), ('node', 'a', 'phone', '+4912'), ('node', 'a', 'zip', '01234'),
            ('node', 'a', 'big', '12345678901234567890'), ('node', 'a', 'real', '0.1234567890123456'),
            ('node', 'b', 'name', 'bold'), ('node', 'b', 'zip', '5'),
            ('edge', 'e1', 'label', '<init>'), ('edge', 'e1', 'direction', 'forward')})

    def test_dot_says_what_it_loses(self):
        source, out = self.folder / 'in.dot', self.folder / 'out.graphml'
        source.write_text('digraph { "a\1" [pos="left,up", note="x\2y"]; b [pos="3,1e99"]; '
                          f'c [label="{"x" * (1 << 20)}y"] }}')
        said = self.run_cli('convert', source, out, status=NO).stderr.decode()
        self.assertEqual(self.cells(out), {('node', 'a\N{REPLACEMENT CHARACTER}', 'name', 'a\N{REPLACEMENT CHARACTER}'),
                                           ('node', 'a\N{REPLACEMENT CHARACTER}', 'note', 'x\N{REPLACEMENT CHARACTER}y'),
                                           ('node', 'b', 'name', 'b')})
        for words in ('left,up', '3,1e99', 'xxx', '2 characters'):
            self.assertIn(words, said)

    def test_compressed(self):
        out = self.folder / 'out.graphml.gz'
        self.run_cli('convert', SAMPLE, out)
        self.assertEqual(gzip.decompress(out.read_bytes()), SAMPLE.read_bytes())

    def test_format_against_the_ending(self):
        out = self.folder / 'out.txt'
        self.run_cli('convert', self.small, out, '--format=dot')
        self.assertIn('graph', out.read_text())
        self.assertIn(b'graph', self.run_cli('convert', self.small, '-', '--format=dot').stdout)

    def test_strange_names(self):
        for name in ('two words.graphml', 'naïve-漢字.graphml', '-dash.graphml', 'a:b:c.graphml', 'new\nline.graphml'):
            with self.subTest(name=name):
                self.run_cli('convert', self.small, self.folder / name)
                self.assertEqual(self.counts(self.folder / name), (2, 1))

    def test_name_that_is_no_utf8(self):
        name = os.fsencode(self.folder) + b'/caf\xe9.graphml'
        result = subprocess.run([harness.CLI, 'convert', os.fsencode(self.small), name], timeout=60)
        self.assertEqual(result.returncode, 0)
        self.assertTrue(os.path.exists(name))


class Output(harness.Case):
    """What cannot be written: status 4, a sentence, and the old file as it was."""

    def kept(self, out, **options):
        """A conversion to @out fails and leaves it and its folder alone."""
        before = out.read_bytes() if out.exists() else None
        names = sorted(path.name for path in out.parent.iterdir()) if out.parent.is_dir() else None
        said = self.complaint('convert', SAMPLE, out, status=OUTPUT, **options)
        self.assertIn(f'{out}:', said)
        self.assertEqual(out.read_bytes() if out.exists() else None, before)
        if names is not None:
            self.assertEqual(sorted(path.name for path in out.parent.iterdir()), names)

    def test_no_folder(self):
        self.kept(self.folder / 'nowhere' / 'out.graphml')

    def test_is_a_folder(self):
        folder = self.folder / 'folder.graphml'
        folder.mkdir()
        said = self.complaint('convert', SAMPLE, folder, status=OUTPUT)
        self.assertIn(f'{folder}:', said)

    def test_no_right_to_write(self):
        if os.geteuid() == 0:
            self.skipTest('root may write anywhere')
        folder = self.folder / 'closed'
        folder.mkdir()
        (folder / 'out.graphml').write_text('old')
        folder.chmod(0o500)
        self.addCleanup(folder.chmod, 0o700)
        self.kept(folder / 'out.graphml')

    def test_file_too_large_for_its_limit(self):
        out = self.write('out.graphml', 'old')

        def limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

        self.kept(out, preexec_fn=limit)

    def test_full_disk(self):
        if os.geteuid() != 0:
            self.skipTest('only root can make a small disk')
        disk = pathlib.Path(tempfile.mkdtemp(prefix='liaison-disk-'))
        self.addCleanup(disk.rmdir)
        if subprocess.run(['mount', '-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', disk], stderr=subprocess.DEVNULL).returncode:
            self.skipTest('no disk may be mounted here')
        try:
            (disk / 'out.graphml').write_text('old')
            self.kept(disk / 'out.graphml')
        finally:
            subprocess.run(['umount', disk], check=True)

    def test_full_standard_output(self):
        if not os.path.exists('/dev/full'):
            self.skipTest('there is no /dev/full')
        for words in (['convert', SAMPLE, '-'], ['info', SAMPLE], ['render', self.small, '-']):
            with open('/dev/full', 'wb') as full:
                result = self.run_cli(*words, status=OUTPUT, stdout=full)
            self.assertTrue(result.stderr)

    def test_reader_that_goes_away(self):
        read, write = os.pipe()
        os.close(read)
        with os.fdopen(write, 'wb') as pipe:
            self.run_cli('convert', SAMPLE, '-', status=OUTPUT, stdout=pipe)

    def test_permissions_are_kept(self):
        out = self.write('out.graphml', 'old')
        out.chmod(0o640)
        self.run_cli('convert', SAMPLE, out)
        self.assertEqual(stat.S_IMODE(out.stat().st_mode), 0o640)

    def test_links_are_followed(self):
        real = self.write('real.graphml', 'old')
        link = self.folder / 'link.graphml'
        link.symlink_to(real)
        self.run_cli('convert', SAMPLE, link)
        self.assertTrue(link.is_symlink())
        self.assertEqual(real.read_bytes(), SAMPLE.read_bytes())

    def test_input_that_fails_leaves_the_output(self):
        out = self.write('out.graphml', 'old')
        self.complaint('convert', self.folder / 'nothing', out, status=INPUT)
        self.assertEqual(out.read_text(), 'old')

    def test_in_place(self):
        copy = self.write('copy.graphml', SAMPLE.read_bytes())
        self.run_cli('convert', copy, copy)
        self.assertEqual(copy.read_bytes(), SAMPLE.read_bytes())


harness.main()
