#!/usr/bin/python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""Pictures: what others get of what is copied, and the pictures of actors, pasted and dropped."""

import base64
import os
import tempfile

from board import open_board, wait_for, write_map, xdotool
from desktop import run
from foreign import Other, drop
from x_clipboard import ask, ask_bytes, offer, offer_file, offered

TIES = [('Ada', 'Ben', 'mediation'), ('Ben', 'Cem', 'threat')]


def screenshot(program, name):
    program.screenshot(os.path.join(os.environ.get('LIAISON_SCREENSHOTS', tempfile.gettempdir()), name))


def pixbuf_of(data):
    import gi
    gi.require_version('GdkPixbuf', '2.0')
    from gi.repository import GdkPixbuf

    loader = GdkPixbuf.PixbufLoader()
    loader.write(data)
    loader.close()
    return loader.get_pixbuf()


def write_picture(width=800, height=600, colour=0xd02020ff):
    """A picture of one colour, in a file."""
    import gi
    gi.require_version('GdkPixbuf', '2.0')
    from gi.repository import GdkPixbuf

    pixbuf = GdkPixbuf.Pixbuf.new(GdkPixbuf.Colorspace.RGB, False, 8, width, height)
    pixbuf.fill(colour)
    path = os.path.join(tempfile.mkdtemp(prefix='liaison-picture-'), 'Blue_Shield.png')
    pixbuf.savev(path, 'png', [], [])
    return path


def middle_of(data):
    pixbuf = pixbuf_of(data)
    at = pixbuf.get_height() // 2 * pixbuf.get_rowstride() + pixbuf.get_width() // 2 * pixbuf.get_n_channels()
    return tuple(pixbuf.get_pixels()[at:at + 3])


def picture_of(saved, name):
    uri = saved.actor(name)[1].get('picture')
    return base64.b64decode(uri.split(',', 1)[1]) if uri else None


def test_copied_for_others():
    """Another program reads text that can be typed in again, PNG and SVG of what is selected, and of all that is shown."""
    board = open_board(write_map(ties=TIES))
    program = board.program
    program.click_at(*board.pixel(0, 0))
    program.key('ctrl+c')
    assert ask('text/plain;charset=utf-8') == 'Ada'
    small = pixbuf_of(ask_bytes('image/png'))
    svg = ask('image/svg+xml')
    assert '>Ada</text>' in svg and '>Ben</text>' not in svg, svg

    program.key('ctrl+a', 'ctrl+c')
    assert ask('text/plain') == 'Ada\nBen\nCem\nAda -Mediation-> Ben\nBen -Threat-> Cem', ask('text/plain')
    large = pixbuf_of(ask_bytes('image/png'))
    assert large.get_width() > 2 * small.get_width() and large.get_height() > 2 * small.get_height()
    assert large.get_width() > 480, 'as crisp as on a dense screen'
    svg = ask('image/svg+xml')
    assert all('>%s</text>' % name in svg for name in ('Ada', 'Ben', 'Cem')), svg

    program.key('Escape', 'ctrl+shift+c')
    wait_for('a word about it', lambda: program.find_all('label', 'Picture of the map copied'))
    assert [name for name in offered() if name] == ['image/svg+xml', 'image/png'], offered()
    assert ask('image/svg+xml').count('</text>') == svg.count('</text>')
    board.program.close()


def test_text_comes_back():
    """Lists of other programs become actors; lines that Liaison has copied become what they were."""
    board = open_board(write_map({'Zoe': (0, 0)}))
    program = board.program
    for text, n_actors, n_ties in (('1. Ada\r\n2. Ben\r\n', 3, 0), ('\u2022\tCem\n\u2022\tDan\n', 5, 0),
                                   ('Ada -Mediation-> Ben\nBen -Threat-> Cem', 5, 2)):
        other = offer(**{'text/plain;charset=utf-8': text})
        program.key('Escape', 'ctrl+v')
        board.wait_counts(n_actors, n_ties)
        other.kill()
    saved = board.saved()
    assert sorted(cells['name'] for cells in saved.actors.values()) == ['Ada', 'Ben', 'Cem', 'Dan', 'Zoe']
    assert sorted(tie['kind'] for tie in saved.ties.values()) == ['mediation', 'threat']
    board.program.close()


def test_pasted_picture():
    """It is given to who is selected, kept in the file, and undo brings back the bytes; with nobody selected somebody is made."""
    board = open_board(write_map(ties=TIES))
    program = board.program
    before = board.save()
    other = offer_file('image/png', write_picture())
    program.click_at(*board.pixel(0, 0))
    program.key('ctrl+v')
    wait_for('a word about it', lambda: program.find_all('label', part='has a picture now'))
    saved = board.saved()
    assert picture_of(saved, 'Ada') and not picture_of(saved, 'Ben'), saved.actors
    pixbuf = pixbuf_of(picture_of(saved, 'Ada'))
    assert (pixbuf.get_width(), pixbuf.get_height()) == (512, 384), 'scaled down'
    screenshot(program, 'picture.png')
    program.key('ctrl+c')
    assert middle_of(picture_of(saved, 'Ada'))[0] > 200
    assert '<image' in ask('image/svg+xml')
    other.kill()
    board.undo_to(before)

    other = offer_file('image/png', write_picture(colour=0x2020d0ff))
    program.key('Escape', 'ctrl+v')
    program.find('text', 'Name', under=board.canvas)
    program.type('Dan')
    program.key('Return')
    board.wait_counts(4, 2)
    assert picture_of(board.saved(), 'Dan')
    other.kill()
    board.undo_to(before, 'the name and the picture are one step with the actor')
    board.program.close()


def test_refused_picture():
    """A sentence, and the map as it was."""
    board = open_board(write_map())
    program = board.program
    before = board.save()
    path = write_picture()
    with open(path, 'r+b') as file:
        file.truncate(os.path.getsize(path) // 2)
    other = offer_file('image/png', path)
    program.click_at(*board.pixel(0, 0))
    program.key('ctrl+v')
    wait_for('a sentence', lambda: program.find_all('label', part='damaged or not complete'))
    other.kill()
    assert board.save() == before and not board.can_undo()
    board.program.close()


def test_inspector():
    """The field of the picture shows it, and pastes and removes it; each is one step."""
    board = open_board(write_map())
    program = board.program
    before = board.save()
    other = offer_file('image/png', write_picture(90, 120))
    program.click_at(*board.pixel(0, 0))
    assert not program.find_all('push button', 'Remove Picture')
    program.find('push button', 'Paste Picture').queryAction().doAction(0)
    program.find('push button', 'Remove Picture')
    screenshot(program, 'picture-field.png')
    saved = board.saved()
    pixbuf = pixbuf_of(picture_of(saved, 'Ada'))
    assert (pixbuf.get_width(), pixbuf.get_height()) == (90, 120), 'not made larger'
    with_picture = board.save()
    other.kill()

    program.find('push button', 'Remove Picture').queryAction().doAction(0)
    wait_for('no picture', lambda: not program.find_all('push button', 'Remove Picture'))
    assert board.save() == before
    board.undo_to(with_picture)
    board.undo_to(before)
    board.program.close()


def test_dropped_picture():
    """A file that is dropped on an actor is its picture, on the ground it makes a new one."""
    board = open_board(write_map())
    program = board.program
    with Other('files', write_picture()):
        drop(program, board.pixel(240, 0))
        wait_for('a word about it', lambda: program.find_all('label', part='“Ben” has a picture now'))
        drop(program, board.pixel(240, 180))
        program.find('text', 'Name', under=board.canvas)
        board.wait_counts(4, 0)
        xdotool('windowfocus', '--sync', program.windows()[-1])
        program.type('Dan')
        program.key('Return')
        screenshot(program, 'dropped-picture.png')
    saved = board.saved()
    assert picture_of(saved, 'Ben') and picture_of(saved, 'Dan') and not picture_of(saved, 'Ada')
    board.program.close()


if __name__ == '__main__':
    run(test_copied_for_others, test_text_comes_back, test_pasted_picture, test_refused_picture, test_inspector,
        test_dropped_picture)

