#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""Refusing a hostile document opens nothing that the document names, and no connection: shown by a trace of system calls."""

import os
import re
import shutil
import subprocess

import harness
from harness import INPUT

FILES = {
    'external entity': '<!DOCTYPE g [<!ENTITY a SYSTEM "file:///etc/hostname">]><graphml>&a;</graphml>',
    'parameter entity': '<!DOCTYPE g [<!ENTITY % a SYSTEM "http://127.0.0.1:9/marker"> %a;]><graphml/>',
    'subset on the net': '<!DOCTYPE graphml SYSTEM "http://127.0.0.1:9/marker.dtd"><graphml>&u;</graphml>',
    'subset beside it': '<!DOCTYPE graphml SYSTEM "marker.dtd"><graphml>&u;</graphml>',
    'inclusion': '<graphml xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="/etc/hostname"/>',
}

# What the C library asks when it needs much memory
MEMORY = {'/proc/sys/vm/overcommit_memory'}


def can_trace():
    if shutil.which('strace') is None:
        return False
    return subprocess.run(['strace', '-f', '-o', '/dev/null', 'true'], stderr=subprocess.DEVNULL).returncode == 0


def named(calls):
    """The paths that the calls name"""
    return {path for call in calls for path in re.findall(r'"([^"]*)"', call)}


class Trace(harness.Case):

    def calls(self, *command):
        log = self.folder / 'log'
        # Looking for leaks needs what strace needs; other tests do it.
        status = subprocess.run(['strace', '-f', '-s', '4096', '-e', 'trace=%file,%network', '-o', log, *map(str, command)],
                                timeout=60, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                env={**os.environ, 'ASAN_OPTIONS': 'detect_leaks=0'}).returncode
        return status, log.read_text(errors='replace').splitlines()

    def setUp(self):
        super().setUp()
        if not can_trace():
            self.skipTest('SYSTEM CALLS CANNOT BE TRACED HERE: strace is missing or not permitted')

    def check(self, path):
        """All that is touched is what refusing a harmless document touches, and the file itself."""
        status, harmless = self.calls(harness.CLI, 'check', self.write('harmless.xml', '<html/>'))
        self.assertEqual(status, INPUT)
        path = path.resolve()
        status, calls = self.calls(harness.CLI, 'check', path)
        self.assertEqual(status, INPUT)
        self.assertIn(str(path), named(calls))
        self.assertEqual(named(calls) - named(harmless) - MEMORY, {str(path)})
        talk = [call for call in calls if re.search(r'\b(connect|sendto|socket)\(', call)]
        self.assertEqual([call for call in talk if 'AF_UNIX' not in call], [])

    def test_made_up(self):
        (self.folder / 'marker.dtd').write_text('<!ENTITY u "x">')
        for name, text in FILES.items():
            with self.subTest(name):
                self.check(self.write('hostile.xml', text))

    def test_corpus(self):
        folder = harness.SHARED / 'corpus' / 'xml-attack'
        paths = [path for path in sorted(folder.rglob('*')) if path.is_file()]
        if not paths:
            self.skipTest('the corpus is not here')
        for path in paths:
            with self.subTest(path.name):
                self.check(path)

    def test_trace_sees(self):
        """A trace that misses what is opened would prove nothing."""
        self.assertIn('/etc/hostname', named(self.calls('cat', '/etc/hostname')[1]))


harness.main()
