#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""render: every format, and what each option does to the picture."""

import re
import shutil
import struct
import subprocess
import unittest
import xml.etree.ElementTree as ElementTree
import zlib

import harness
from harness import SAMPLE

SVG = '{http://www.w3.org/2000/svg}'


def png_chunks(data):
    assert data[:8] == b'\x89PNG\r\n\x1a\n'
    offset = 8
    while offset < len(data):
        length, name = struct.unpack('>I4s', data[offset:offset + 8])
        body = data[offset + 8:offset + 8 + length]
        assert zlib.crc32(name + body) == struct.unpack('>I', data[offset + 8 + length:offset + 12 + length])[0]
        yield name.decode(), body
        offset += 12 + length


def png_size(data):
    return struct.unpack('>II', dict(png_chunks(data))['IHDR'][:8])


class Render(harness.Case):

    def render(self, *options, path=SAMPLE, form='svg'):
        return self.run_cli('render', path, '-', f'--format={form}', *options).stdout

    def svg_size(self, *options, **more):
        root = ElementTree.fromstring(self.render(*options, **more))
        return float(root.get('viewBox').split()[2]), float(root.get('viewBox').split()[3])

    def test_by_ending(self):
        for ending, start in (('svg', b'<'), ('png', b'\x89PNG'), ('pdf', b'%PDF-'), ('dot', b'digraph'), ('xdot', b'digraph'),
                              ('SVG', b'<')):
            with self.subTest(ending=ending):
                out = self.folder / f'out.{ending}'
                self.run_cli('render', SAMPLE, out)
                self.assertEqual(out.read_bytes()[:len(start)], start)

    def test_standard_output_is_svg(self):
        self.assertEqual(ElementTree.fromstring(self.run_cli('render', SAMPLE, '-').stdout).tag, f'{SVG}svg')

    def test_same_bytes_twice(self):
        for form in ('svg', 'png', 'pdf', 'dot'):
            with self.subTest(form=form):
                self.assertEqual(self.render(form=form), self.render(form=form))

    def test_svg_holds_the_names(self):
        text = ''.join(ElementTree.fromstring(self.render(path=self.small)).itertext())
        self.assertIn('Alpha', text)
        self.assertIn('Beta', text)

    def test_outlines_hold_no_text(self):
        root = ElementTree.fromstring(self.render('--outlines', path=self.small))
        self.assertEqual(list(root.iter(f'{SVG}text')), [])
        self.assertTrue(list(ElementTree.fromstring(self.render(path=self.small)).iter(f'{SVG}text')))

    def test_width(self):
        self.assertEqual(png_size(self.render('--width=777', form='png'))[0], 777)

    def test_scale_and_dpi_multiply(self):
        width, height = png_size(self.render(form='png'))
        for options, factor in ((['--scale=2'], 2), (['--dpi=192'], 2), (['--scale=0.5', '--dpi=192'], 1), (['--scale=1.5'], 1.5)):
            with self.subTest(options=options):
                size = png_size(self.render(*options, form='png'))
                self.assertAlmostEqual(size[0], width * factor, delta=2)
                self.assertAlmostEqual(size[1], height * factor, delta=2)

    def test_dpi_is_written(self):
        body = dict(png_chunks(self.render('--dpi=300', form='png')))['pHYs']
        across, down, unit = struct.unpack('>IIB', body)
        self.assertEqual(unit, 1)
        self.assertAlmostEqual(across, 300 / 0.0254, delta=1)
        self.assertEqual(across, down)

    def corner(self, *options):
        """The first pixel of a PNG, by an independent reader."""
        data = self.render('--width=200', *options, path=self.small, form='png')
        text = subprocess.run(['convert', 'png:-', '-depth', '8', '-crop', '1x1+0+0', 'rgba:-'], input=data,
                              capture_output=True, check=True, timeout=60).stdout
        return tuple(text[:4])

    def test_background(self):
        self.assertEqual(self.corner('--background=none')[3], 0)
        self.assertEqual(self.corner('--background=#336699'), (0x33, 0x66, 0x99, 255))
        self.assertEqual(self.corner()[3], 255)

    def test_legend_takes_room(self):
        self.assertGreater(self.svg_size('--legend')[0], self.svg_size()[0])

    def test_title_takes_room(self):
        plain, titled = self.render(), self.render('--title')
        self.assertNotEqual(plain, titled)
        self.assertGreater(self.svg_size('--title')[1], self.svg_size()[1])

    def test_only(self):
        text = ''.join(ElementTree.fromstring(self.render('--only=a', path=self.small)).itertext())
        self.assertIn('Alpha', text)
        self.assertNotIn('Beta', text)
        both = self.render('--only=a,b', path=self.small)
        self.assertEqual(both, self.render('--only=a', '--only=b', path=self.small))

    def with_frames(self):
        key = '<key id="tables" for="graph" attr.name="tables" attr.type="string"/>'
        keys = ''.join(f'<key id="{name}" for="node" attr.name="{name}" attr.type="double"/>' for name in 'xy')
        cells = {'f1': ('First, around Alpha', -120, -100, 300, 200), 'f2': ('Twice', 400, 0, 200, 100), 'f3': ('Twice', 400, 200, 200, 100)}
        rows = ''.join(f'<l:row id="{row}">' + ''.join(
            f'<l:cell column="{column}">{value}</l:cell>'
            for column, value in zip(('text', 'x', 'y', 'width', 'height', 'shape'), (*values, 'frame'))) + '</l:row>'
            for row, values in cells.items())
        table = ('<data key="tables"><l:tables xmlns:l="urn:x-liaison:tables:1" version="1"><l:table name="notes">'
                 f'{rows}</l:table></l:tables></data>')
        text = self.small.read_text().replace('  <graph', keys + key + '<graph').replace('</graph>', table + '</graph>')
        for node, (x, y) in {'a': (0, 0), 'b': (0, 900)}.items():
            text = text.replace(f'<node id="{node}">', f'<node id="{node}"><data key="x">{x}</data><data key="y">{y}</data>')
        return self.write('frames.graphml', text)

    def test_frame(self):
        path = self.with_frames()
        root = ElementTree.fromstring(self.render('--frame=f1', path=path))
        words = ''.join(text.text for text in root.iter(f'{SVG}text'))
        self.assertEqual(root.get('viewBox'), '-120 -100 300 200')
        self.assertEqual(root.findtext(f'{SVG}title'), 'First, around Alpha')
        self.assertIn('Alpha', words)
        self.assertIn('First, around Alpha', words)
        for elsewhere in ('Beta', 'Twice'):
            self.assertNotIn(elsewhere, words)
        self.assertEqual(png_size(self.render('--frame=f1', '--scale=2', path=path, form='png')), (600, 400))
        self.assertEqual(self.render('--frame=First, around Alpha', path=path), self.render('--frame=f1', path=path))
        info = self.folder / 'out.pdf'
        self.run_cli('render', path, info, '--frame=f2')
        said = subprocess.run(['pdfinfo', info], capture_output=True, check=True, timeout=60, text=True).stdout
        self.assertRegex(said, r'Page size:\s+150 x 75 pts')

    @unittest.skipUnless(shutil.which('xmllint'), 'xmllint is not there')
    def test_notes_are_valid(self):
        saved = self.folder / 'saved.graphml'
        self.run_cli('convert', self.with_frames(), saved)
        self.assertEqual(saved.read_text().count('column="shape">frame<'), 3)
        subprocess.run(['xmllint', '--noout', '--relaxng', harness.SOURCE / 'data' / 'schema' / 'liaison-graphml.rng', saved],
                       check=True, capture_output=True, timeout=60)

    def test_frame_that_is_none(self):
        path = self.with_frames()
        said = self.complaint('render', path, '-', '--frame=f9', status=harness.USAGE)
        self.assertIn('f1 (First, around Alpha)', said)
        self.assertIn('Several', self.complaint('render', path, '-', '--frame=Twice', status=harness.USAGE))
        self.assertIn('no frames', self.complaint('render', SAMPLE, '-', '--frame=f1', status=harness.USAGE))
        for option in ('--legend', '--title'):
            self.assertIn(option, self.complaint('render', path, '-', '--frame=f1', option, status=harness.USAGE))

    def test_view(self):
        key = '<key id="tables" for="graph" attr.name="tables" attr.type="string"/>'
        table = """<data key="tables"><l:tables xmlns:l="urn:x-liaison:tables:1" version="1"><l:table name="views">
            <l:row id="v1"><l:cell column="name">Just Alpha</l:cell><l:cell column="conditions">within 0 a</l:cell></l:row>
            </l:table></l:tables></data>"""
        with_views = self.small.read_text().replace('  <graph', key + '<graph').replace('</graph>', table + '</graph>')
        path = self.write('views.graphml', with_views)
        for name in ('Just Alpha', 'just alpha', 'v1'):
            with self.subTest(name=name):
                text = ''.join(ElementTree.fromstring(self.render(f'--view={name}', path=path)).itertext())
                self.assertIn('Alpha', text)
                self.assertNotIn('Beta', text)
        self.assertIn('Just Alpha', self.complaint('render', path, '-', '--view=Other', status=harness.USAGE))
        self.assertIn('no views', self.complaint('render', self.small, '-', '--view=Other', status=harness.USAGE))

    def test_graphviz_reads_the_dot(self):
        out = self.folder / 'out.dot'
        self.run_cli('render', SAMPLE, out)
        subprocess.run(['dot', '-Tcanon', '-o/dev/null', out], check=True, timeout=60)
        self.assertTrue(re.search(r'pos="', out.read_text()))

    def test_empty_map(self):
        path = self.write('empty.graphml', '<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><graph edgedefault="directed"/></graphml>')
        for form in ('svg', 'png', 'pdf'):
            with self.subTest(form=form):
                self.assertTrue(self.render(path=path, form=form))

    def test_dot_input(self):
        path = self.write('in.dot', 'digraph { a -> b [label="says"] }')
        self.assertIn('says', ''.join(ElementTree.fromstring(self.render(path=path)).itertext()))

    def test_too_large(self):
        out = self.folder / 'out.png'
        self.complaint('render', SAMPLE, out, '--width=2000000', status=harness.OUTPUT)
        self.assertFalse(out.exists())


harness.main()
