# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""Another program with the clipboard of the X server: offers what a spreadsheet offers, or asks for what Liaison does.

    x_clipboard.py offer TYPE=TEXT ...     owns the clipboard until it is killed; says "ready" when it does
    x_clipboard.py offer-file TYPE PATH    likewise, with what a file holds
    x_clipboard.py ask TYPE                writes what the clipboard gives for that type
    x_clipboard.py types                   writes what types it gives, one a line
"""

import subprocess
import sys


def offer(**types):
    """Starts a process that offers texts by their types, and waits until it does. Kill it."""
    return start('offer', *['%s=%s' % pair for pair in types.items()])


def offer_file(content_type, path):
    return start('offer-file', content_type, path)


def start(*words):
    process = subprocess.Popen([sys.executable, __file__, *words], stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline() == 'ready\n'
    return process


def ask(content_type):
    return ask_bytes(content_type).decode()


def ask_bytes(content_type):
    return subprocess.run([sys.executable, __file__, 'ask', content_type], capture_output=True, check=True, timeout=30).stdout


def offered():
    words = subprocess.run([sys.executable, __file__, 'types'], capture_output=True, check=True, text=True, timeout=30).stdout
    return words.split('\n')


def libreoffice(rows):
    """What LibreOffice Calc offers for cells: with tabs its lines within cells are lost, but in its own format; as HTML."""
    def quoted(cell):
        return '"%s"' % cell.replace('"', '""') if any(c in cell for c in '\t\n"') else cell

    def tabs(clean):
        return ''.join('\t'.join(clean(cell) for cell in row) + '\n' for row in rows)

    html = ''.join('<tr>%s</tr>' % ''.join('<td>%s</td>' % cell.replace('\n', '<br>') for cell in row) for row in rows)
    return {'application/x-libreoffice-tsvc': tabs(quoted),
            'text/html': '<html><body><table>%s</table></body></html>' % html,
            'text/plain;charset=utf-8': tabs(lambda cell: cell.replace('\n', ' '))}


def main(what, words):
    import gi
    gi.require_version('Gdk', '4.0')
    gi.require_version('Gtk', '4.0')
    from gi.repository import Gdk, Gio, GLib, Gtk

    Gtk.init()
    loop = GLib.MainLoop()
    clipboard = Gdk.Display.get_default().get_clipboard()

    def on_spliced(stream, result):
        stream.splice_finish(result)
        sys.stdout.buffer.write(stream.steal_as_bytes().get_data())
        loop.quit()

    def on_read(_, result):
        stream, _ = clipboard.read_finish(result)
        output = Gio.MemoryOutputStream.new_resizable()
        output.splice_async(stream, Gio.OutputStreamSpliceFlags.CLOSE_TARGET, 0, None, on_spliced)

    def put(providers):
        clipboard.set_content(Gdk.ContentProvider.new_union(providers))
        print('ready', flush=True)

    def on_types(*_):
        print('\n'.join(clipboard.get_formats().get_mime_types()), flush=True)
        loop.quit()

    if what == 'offer':
        put([Gdk.ContentProvider.new_for_bytes(name, GLib.Bytes.new(text.encode())) for name, text in map(split, words)])
    elif what == 'offer-file':
        with open(words[1], 'rb') as file:
            put([Gdk.ContentProvider.new_for_bytes(words[0], GLib.Bytes.new(file.read()))])
    elif what == 'types':
        clipboard.connect('changed', on_types)
    else:
        clipboard.read_async(words, 0, None, on_read)
    loop.run()


def split(word):
    """The type may hold one "=" itself, as in "text/plain;charset=utf-8"."""
    at = word.index('=')
    if word[:at].endswith('charset'):
        at = word.index('=', at + 1)
    return word[:at], word[at + 1:]


if __name__ == '__main__':
    main(sys.argv[1], sys.argv[2:])
