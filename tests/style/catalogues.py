#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""Catalogues: well formed, placeholders kept, and nothing left untranslated."""

import pathlib
import re
import subprocess
import tempfile

import tree


def run(*command):
    result = subprocess.run(command, cwd=tree.TOP, capture_output=True, text=True, env={'LC_ALL': 'C', 'PATH': '/usr/bin:/bin'})
    return result.returncode, result.stderr.strip()


def extract(pot):
    code, text = run('xgettext', '--from-code=UTF-8', '--add-comments', '--keyword=_', '--keyword=N_', '--keyword=C_:1c,2',
                     '--keyword=NC_:1c,2', '--keyword=g_dngettext:2,3', '--keyword=g_dpgettext2:2c,3',
                     '--files-from=po/POTFILES.in', f'--output={pot}')
    return [text] if code else []


def unfinished(catalogue, pot, folder):
    """What the catalogue lacks of what the sources say today."""
    merged = folder / catalogue.name
    code, text = run('msgmerge', '--quiet', '--no-fuzzy-matching', f'--output-file={merged}', str(catalogue), str(pot))
    if code:
        return [text]
    _, statistics = run('msgfmt', '--statistics', '--output-file=/dev/null', str(merged))
    return [f'{catalogue}: {statistics}'] if re.search(r'untranslated|fuzzy', statistics) else []


def main():
    checks = tree.Checks()
    languages = [line for line in tree.read('po/LINGUAS').splitlines() if line and not line.startswith('#')]
    catalogues = {path.stem: path for path in tree.files('.po', under=['po'])}
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        pot = folder / 'liaison.pot'
        checks.check('words can be extracted', extract(pot))
        checks.check('LINGUAS names every catalogue, sorted',
                     [] if languages == sorted(catalogues) else [f'LINGUAS: {languages}', f'po/: {sorted(catalogues)}'])
        for language in languages:
            if language in catalogues:
                code, text = run('msgfmt', '--check', '--output-file=/dev/null', str(catalogues[language]))
                checks.check(f'{language} is well formed', [text] if code else [])
                checks.check(f'{language} is complete', unfinished(catalogues[language], pot, folder))
    checks.finish()


main()
