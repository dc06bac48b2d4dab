#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""What the tests of the command line share: runs of the program, small maps, and results in the Test Anything Protocol."""

import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import unittest

SOURCE = pathlib.Path(os.environ['LIAISON_SOURCE'])
SHARED = pathlib.Path(os.environ['LIAISON_SHARED'])
CLI = os.environ['LIAISON_CLI']
SAMPLE = SOURCE / 'data' / 'samples' / 'hostage-release.graphml'

DONE, NO, USAGE, INPUT, OUTPUT, HELPER = range(6)

# Two actors and a tie between them, as another program would write it
SMALL = '''<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="label" for="node" attr.name="name" attr.type="string"/>
  <key id="trust" for="edge" attr.name="trust" attr.type="double"/>
  <graph id="small" edgedefault="directed">
    <node id="a"><data key="label">Alpha</data></node>
    <node id="b"><data key="label">Beta</data></node>
    <edge id="e1" source="a" target="b"><data key="trust">0.5</data></edge>
  </graph>
</graphml>
'''


class Case(unittest.TestCase):
    """A test with a folder of its own, which is gone afterwards."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='liaison-cli-'))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.small = self.write('small.graphml', SMALL)

    def write(self, name, text):
        path = self.folder / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def run_cli(self, *arguments, status=DONE, stdin=b'', timeout=120, env=None, **options):
        """Runs the program, looks at its exit status, and that it never warns or dies."""
        if 'stdout' not in options:
            options['stdout'] = subprocess.PIPE
        result = subprocess.run([CLI, *map(str, arguments)], input=stdin, stderr=subprocess.PIPE, timeout=timeout,
                                env={**os.environ, **(env or {})}, **options)
        said = result.stderr.decode()
        self.assertEqual(result.returncode, status, f'{arguments}: {said}')
        self.assertNotRegex(said, r'WARNING|CRITICAL|Sanitizer|runtime error')
        return result

    def complaint(self, *arguments, status, **options):
        """What a run says on standard error that must fail; it must say something and write nothing."""
        result = self.run_cli(*arguments, status=status, **options)
        said = result.stderr.decode().strip()
        self.assertTrue(said, f'{arguments} failed without a word')
        self.assertEqual(result.stdout or b'', b'')
        return said


class TapResult(unittest.TestResult):
    """Prints each test as it ends."""

    count = 0

    def line(self, good, test, remark='', details=''):
        self.count += 1
        print(f'{"ok" if good else "not ok"} {self.count} {test.id().removeprefix("__main__.")}{remark}', flush=True)
        for line in details.splitlines():
            print(f'# {line}', flush=True)

    def addSuccess(self, test):
        super().addSuccess(test)
        self.line(True, test)

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.line(True, test, f' # SKIP {reason}')

    def addFailure(self, test, error):
        super().addFailure(test, error)
        self.line(False, test, details=self.failures[-1][1])

    def addError(self, test, error):
        super().addError(test, error)
        self.line(False, test, details=self.errors[-1][1])

    def addSubTest(self, test, subtest, error):
        super().addSubTest(test, subtest, error)
        if error is None:
            self.line(True, subtest)
        else:
            failed = issubclass(error[0], test.failureException)
            self.line(False, subtest, details=(self.failures if failed else self.errors)[-1][1])


def main():
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    suite = unittest.defaultTestLoader.loadTestsFromModule(sys.modules['__main__'])
    result = TapResult()
    suite.run(result)
    print(f'1..{result.count}')
    sys.exit(0 if result.wasSuccessful() else 1)
