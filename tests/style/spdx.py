#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""Every file that somebody wrote says whose it is and under which terms, in its first lines."""

import tree

OWNER = 'SPDX-FileCopyrightText: The Liaison contributors'
TERMS = 'SPDX-License-Identifier: MIT'
# Lists that programs read as a whole, pictures, and maps, which are somebody's data
EXEMPT_SUFFIXES = {'.png', '.jpg', '.graphml', '.dot', '.gv', '.csv', '.tsv', '.gz', '.po', '.pot', '.mo', '.txt'}
EXEMPT_NAMES = {'LINGUAS', 'POTFILES.in', 'POTFILES.skip', 'lsan.supp', 'exceptions'}


def main():
    checks = tree.Checks()
    problems = []
    for path in tree.files() + [tree.pathlib.Path(name) for name in ('meson.build', 'README.md')]:
        if path.suffix in EXEMPT_SUFFIXES or path.name in EXEMPT_NAMES:
            continue
        head = '\n'.join(tree.read(path).splitlines()[:6])
        if OWNER not in head or TERMS not in head:
            problems.append(path)
    checks.check('SPDX lines', problems)
    checks.finish()


main()
