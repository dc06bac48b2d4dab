#!/usr/bin/python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""Another program on the screen: has a text on the clipboard, or a window from which files can be dragged.

  other_program.py text FILE
  other_program.py files FILE...
"""

import sys

import gi

gi.require_version('Gdk', '4.0')
gi.require_version('Gtk', '4.0')
from gi.repository import Gdk, GLib, Gtk  # noqa: E402


def bytes_of(words):
    return GLib.Bytes.new(words)


def offer_text(path):
    with open(path, 'rb') as file:
        content = Gdk.ContentProvider.new_for_bytes('text/plain;charset=utf-8', bytes_of(file.read()))
    Gdk.Display.get_default().get_clipboard().set_content(content)


def offer_files(paths):
    uris = ''.join(GLib.filename_to_uri(path, None) + '\r\n' for path in paths)
    window = Gtk.Window(title='Files', default_width=200, default_height=120, decorated=False)
    source = Gtk.DragSource(actions=Gdk.DragAction.COPY)
    source.set_content(Gdk.ContentProvider.new_for_bytes('text/uri-list', bytes_of(uris.encode())))
    window.set_child(Gtk.Label(label='Drag from here'))
    window.add_controller(source)
    window.present()


if __name__ == '__main__':
    Gtk.init()
    if sys.argv[1] == 'text':
        offer_text(sys.argv[2])
    else:
        offer_files(sys.argv[2:])
    print('ready', flush=True)
    GLib.MainLoop().run()
