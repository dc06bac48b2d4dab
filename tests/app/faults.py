#!/usr/bin/python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""What a user sees when something fails: a sentence that says what happened, a map that is still there, no warning."""

import os
import shutil
import subprocess
import tempfile
import time

from desktop import Program, Skipped, run, wait_for
from main_job import fill_chooser
from sample import SAMPLE, counts


def says(program, part):
    """A label on the screen with these words."""
    return wait_for('"%s"' % part, lambda: program.find_all('label', part=part))


def read(path):
    with open(path, 'rb') as file:
        return file.read()


def folder_with_sample():
    folder = tempfile.mkdtemp(prefix='liaison-faults-')
    path = os.path.join(folder, 'map.graphml')
    shutil.copyfile(SAMPLE, path)
    return folder, path


def open_and_delete_all(path, **more):
    """A window with unsaved changes: all is deleted."""
    program = Program(path, **more)
    before = wait_for('the counts', lambda: counts(program))
    program.click(program.canvas(), at=(0.02, 0.03))
    program.key('ctrl+a', 'Delete')
    wait_for('an empty map', lambda: counts(program)[:2] == (0, 0))
    return program, before


def undo_and_close(program, before):
    program.key('ctrl+z')
    wait_for('all again', lambda: counts(program)[:2] == before[:2])
    program.close()


def test_broken_file():
    folder = tempfile.mkdtemp(prefix='liaison-faults-')
    path = os.path.join(folder, 'broken.graphml')
    with open(path, 'w', encoding='utf-8') as file:
        file.write('<graphml>\n  <graph>\n    <node id="a"></edge>\n')
    program = Program(path)
    says(program, 'Could Not Be Opened')
    program.key('Escape')
    program.find('push button', 'See the Example')
    program.close()


def test_missing_helper():
    program = Program(SAMPLE, environment={'LIAISON_LIBEXECDIR': '/nonexistent'})
    before = wait_for('the counts', lambda: counts(program))
    program.key('ctrl+j')
    says(program, 'The Map Could Not Be Laid Out')
    program.key('Escape')
    assert counts(program)[:2] == before[:2]
    program.close()


def test_file_changed_meanwhile():
    folder, path = folder_with_sample()
    program, before = open_and_delete_all(path)
    other = read(path).replace(b'Hostage release', b'Written by another')
    with open(path, 'wb') as file:
        file.write(other)
    program.key('ctrl+s')
    says(program, 'The File Was Changed by Somebody Else')
    program.key('Escape')
    time.sleep(0.3)
    assert read(path) == other, 'what the other program wrote is lost'
    undo_and_close(program, before)
    assert os.listdir(folder) == ['map.graphml'], os.listdir(folder)


def test_file_deleted_meanwhile():
    """The map is nowhere but in the window then: that is said, and closing asks although nothing was changed."""
    folder, path = folder_with_sample()
    original = read(path)
    program = Program(path)
    wait_for('the counts', lambda: counts(program))
    os.unlink(path)
    says(program, 'no longer there')
    program.key('ctrl+w')
    says(program, 'Save Changes?')
    program.key('alt+s')
    program.process.wait(20)
    assert not program.messages(), program.messages()
    assert read(path) == original


def test_full_disk():
    """A small disk without room: needs the right to mount."""
    folder = tempfile.mkdtemp(prefix='liaison-faults-')
    if subprocess.run(['mount', '-t', 'tmpfs', '-o', 'size=192k', 'tmpfs', folder], capture_output=True).returncode != 0:
        raise Skipped('no right to mount a small disk')
    try:
        path = os.path.join(folder, 'map.graphml')
        shutil.copyfile(SAMPLE, path)
        original = read(path)
        try:
            with open(os.path.join(folder, 'ballast'), 'wb', buffering=0) as ballast:
                while ballast.write(b'x' * 4096):
                    pass
        except OSError:
            pass
        program = Program(path)
        before = wait_for('the counts', lambda: counts(program))
        program.click(program.canvas(), at=(0.02, 0.03))
        program.key('ctrl+a', 'ctrl+d')
        wait_for('twice as many', lambda: counts(program)[0] == 2 * before[0])
        program.key('ctrl+s')
        says(program, 'The Map Could Not Be Saved')
        program.key('Escape')
        time.sleep(0.3)
        assert read(path) == original, 'the old file is not what it was'
        assert sorted(os.listdir(folder)) == ['ballast', 'map.graphml'], os.listdir(folder)
        undo_and_close(program, before)
    finally:
        subprocess.run(['umount', '-l', folder], check=True)


def test_closing_asks():
    """Cancel keeps the window, Save writes, and nothing that was not asked about is lost."""
    folder, path = folder_with_sample()
    original = read(path)
    program, _ = open_and_delete_all(path)
    program.key('ctrl+w')
    says(program, 'has changes that are not saved')
    program.key('Escape')
    time.sleep(0.3)
    assert counts(program)[:2] == (0, 0) and read(path) == original
    program.key('ctrl+w')
    says(program, 'has changes that are not saved')
    program.key('alt+s')
    program.process.wait(20)
    assert not program.messages(), program.messages()
    assert b'<node' not in read(path)


def test_nothing_is_replaced_unasked():
    """A name that gets its ending from the program may be that of a file that is there."""
    folder, path = folder_with_sample()
    program = Program(path)
    wait_for('the counts', lambda: counts(program))
    for ending, keys in [('graphml', ['ctrl+shift+s']), ('svg', ['ctrl+e', 'alt+e'])]:
        there = os.path.join(folder, 'there.' + ending)
        with open(there, 'w', encoding='utf-8') as file:
            file.write('mine')
        for answer in 'Cancel', 'Replace':
            for key in keys:
                program.key(key)
                time.sleep(0.4)
            fill_chooser(program, os.path.join(folder, 'there'))
            says(program, 'Replace the File?')
            assert read(there) == b'mine'
            program.click(program.find('push button', answer, under=program.find(name='Replace the File?')))
            if answer == 'Cancel':
                wait_for('no question', lambda: not program.find_all('label', part='Replace the File?'))
                program.key('Escape')
        wait_for(there, lambda: read(there) != b'mine')
        assert not os.path.exists(os.path.join(folder, 'there')), os.listdir(folder)
    program.close()


if __name__ == '__main__':
    run(test_broken_file, test_missing_helper, test_file_changed_meanwhile, test_file_deleted_meanwhile,
        test_full_disk, test_closing_asks, test_nothing_is_replaced_unasked)
