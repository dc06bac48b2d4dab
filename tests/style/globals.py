#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""No state of the whole program: what the object files keep in writable memory is types, quarks, properties and signals.

globals.py FOLDER    the build folder, where each layer's object files are
"""

import pathlib
import re
import shutil
import subprocess
import sys

import tree

# What GObject's macros make, and the arrays that classes fill once
EXEMPT = re.compile(r'(_parent_class|_private_offset|_type_id|__once|_quark|quark)(\.\d+)?$|'
                    r'^(properties|props|obj_properties|signals|q|once|initialized|type|id|static_g_define_type_id|g_define_type_id.*)(\.\d+)?$|'
                    r'^(static_resource|.*_resource_data)|^(completed|__)|'
                    # The key of hashes, drawn before main () and only read from then on
                    r'^hash_key$')
# A Graphviz process has one of everything by nature
HELPERS = re.compile(r'liaison-layout|liaison-analysis')


def writable(objects):
    """Names in .data and .bss; not in .data.rel.ro, which is constant once the program is loaded."""
    for path in objects:
        table = subprocess.run(['objdump', '-t', str(path)], capture_output=True, text=True, check=True).stdout
        for line in table.splitlines():
            match = re.match(r'^[0-9a-f]+ .{7} (\.data|\.bss|\.tbss|\.tdata|\*COM\*)(\.(?!rel\.ro)\S*)?\t[0-9a-f]+ (?:\.hidden )?(\S+)$', line)
            if match and not match.group(3).startswith('.') and not EXEMPT.search(match.group(3)):
                yield f'{path.name}: {match.group(3)}'


def main():
    checks = tree.Checks()
    build = pathlib.Path(sys.argv[1]) / 'src'
    if shutil.which('objdump') is None:
        checks.skip('no global state', 'objdump is not installed')
        checks.finish()
    for folder in sorted({path.parent for path in build.rglob('*.o')}):
        if not HELPERS.search(str(folder)):
            name = folder.relative_to(build).as_posix().removesuffix('.p')
            checks.check(f'no state in {name}', sorted(writable(sorted(folder.glob('*.o')))))
    checks.finish()


main()
