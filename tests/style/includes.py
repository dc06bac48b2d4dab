#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""Includes keep to the layers. The arrows are read from src/DESIGN.md, so that it cannot drift from the sources."""

import re

import tree

ARROW = re.compile(r'^    ([a-z/]+) +-> ([a-z, ()]+?)(?:   .*)?$', re.MULTILINE)
INCLUDE = re.compile(r'^#\s*include\s+([<"])([^>"]+)[>"]', re.MULTILINE)

# The engines' names and descriptions, a table without code of its own: window and command line show it
SHARED = {'wire/layout-catalog.h': {'app', 'cli'}}

# Libraries by the folder or file that their headers begin with, and the layers that may use them
LIBRARIES = {
    'gtk': {'app', 'canvas'}, 'gdk': {'app', 'canvas'}, 'gsk': {'app', 'canvas'}, 'graphene': {'app', 'canvas'},
    'adwaita': {'app'},
    'cairo': {'scene', 'canvas', 'app'}, 'pango': {'scene', 'canvas', 'app'}, 'hb': {'scene'},
    'png': {'scene'}, 'gdk-pixbuf': {'scene', 'app', 'canvas'}, 'libxml': {'io', 'scene'},
    'fontconfig': {'scene'},
    'graphviz': {'helpers/layout'}, 'seccomp': {'helpers/layout'}, 'linux': {'helpers/layout'},
    'igraph': {'helpers/analysis'},
}
# The C library and GLib are everybody's
EVERYBODY = re.compile(r'^(glib|gio|gobject|gmodule|glibconfig|sys/|unistd|fcntl|errno|math|string|stdio|stdlib|stdint|'
                       r'stdarg|stddef|stdbool|limits|float|locale|signal|time|ctype|assert|langinfo|dirent|poll|pthread|'
                       r'sched|inttypes|malloc|syscall|dlfcn|libgen|setjmp|zlib)')


def layers_of_design():
    arrows = {}
    for name, targets in ARROW.findall(tree.read('src/DESIGN.md')):
        arrows[name] = set() if targets.startswith('(') else {word.strip() for word in targets.split(',')}
    return arrows


def layer_of(path):
    parts = path.parts[1:-1]
    return '/'.join(parts[:2]) if parts and parts[0] == 'helpers' else parts[0]


def library_of(header):
    for name in sorted(LIBRARIES, key=len, reverse=True):
        if header == name or header.startswith((name + '/', name + '.', name + '-')):
            return name
    return None


def project_problem(layer, header, arrows):
    target = header.rsplit('/', 1)[0]
    if header == 'config.h' or target == layer or target in arrows.get(layer, ()):
        return None
    if layer in SHARED.get(header, ()):
        return None
    return f'{layer} must not know "{header}"'


def system_problem(layer, header):
    library = library_of(header)
    if library is not None:
        return None if layer in LIBRARIES[library] else f'{layer} must not know <{header}>'
    return None if EVERYBODY.match(header) else f'<{header}> is of no library that the table knows'


def problems_of(path, arrows):
    layer = layer_of(path)
    for sign, header in INCLUDE.findall(tree.read(path)):
        if sign == '"' and '/' not in header and header != 'config.h':
            yield f'{path}: "{header}" must be named from src/'
        elif sign == '"' and header != 'config.h' and not (tree.TOP / 'src' / header).exists() and 'resources' not in header:
            yield f'{path}: "{header}" is not there'
        else:
            problem = project_problem(layer, header, arrows) if sign == '"' else system_problem(layer, header)
            if problem:
                yield f'{path}: {problem}'


def order_problems(path):
    """A source begins with config.h, if it needs that, and then its own header, which proves that the header stands alone."""
    own = path.relative_to('src').with_suffix('')
    headers = [header for _, header in INCLUDE.findall(tree.read(path)) if header != 'config.h']
    if (tree.TOP / 'src' / f'{own}.h').exists() and headers and headers[0] != f'{own}.h' and not headers[0].endswith('-private.h'):
        yield f'{path}: "{own}.h" must come first'


def main():
    arrows = layers_of_design()
    checks = tree.Checks()
    sources = tree.files('.c', '.h', under=['src'])
    folders = sorted({layer_of(path) for path in sources})
    checks.check('DESIGN.md has an arrow for every layer', [name for name in folders if name not in arrows])
    for folder in folders:
        checks.check(f'includes of {folder}',
                     [problem for path in sources if layer_of(path) == folder for problem in problems_of(path, arrows)])
    checks.check('own header first', [problem for path in sources if path.suffix == '.c' for problem in order_problems(path)])
    checks.finish()


main()
