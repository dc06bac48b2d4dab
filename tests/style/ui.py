#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""Interface files are well formed and in the resources, and each template has its class and each class its template."""

import re
import xml.etree.ElementTree as ElementTree

import tree

TEMPLATE = re.compile(r'gtk_widget_class_set_template_from_resource\s*\([^,]+,\s*"([^"]+)"', re.DOTALL)
TYPE = re.compile(r'G_DEFINE_(?:FINAL_|ABSTRACT_)?TYPE(?:_WITH_CODE|_WITH_PRIVATE)?\s*\(\s*(\w+)')


def parse(path):
    try:
        return ElementTree.fromstring(tree.read(path).encode()), []
    except ElementTree.ParseError as error:
        return None, [f'{path}: {error}']


def resources():
    """Where each file of ui/ is in the resources."""
    places = {}
    for path in tree.files('.xml', under=['ui', 'data', 'src']):
        if path.name.endswith('.gresource.xml'):
            for group in ElementTree.fromstring(tree.read(path).encode()).iter('gresource'):
                for file in group.iter('file'):
                    places[f'{group.get("prefix")}/{file.get("alias") or file.text}'] = path.parent / file.text
    return places


def main():
    checks = tree.Checks()
    interfaces = tree.files('.ui', under=['ui', 'src'])
    sources = {path: tree.read(path) for path in tree.files('.c', under=['src'])}
    places = resources()
    templates = {}
    for path in interfaces:
        root, problems = parse(path)
        checks.check(f'{path} is well formed', problems)
        for template in root.iter('template') if root is not None else ():
            templates[path] = template.get('class')

    classes = {name: path for path, text in sources.items() for name in TYPE.findall(text)}
    used = {place: path for path, text in sources.items() for place in TEMPLATE.findall(text)}
    checks.check('every template has its class',
                 [f'{path}: no class {name}' for path, name in templates.items() if name not in classes])
    checks.check('every class has its template', [f'{path}: {place} is not in the resources' for place, path in used.items()
                                                  if place not in places])
    checks.check('every template is used',
                 [f'{path}' for path in templates if path not in {places.get(place) for place in used}])
    checks.check('every interface file is in the resources', [f'{path}' for path in interfaces if path not in places.values()])
    checks.check('every resource is there', [f'{path}' for path in places.values() if not (tree.TOP / path).exists()])
    checks.finish()


main()
