#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""How long the window takes from its start until the sample map stands in it, beside a text editor with an empty file.

start.py LIAISON SAMPLE    to be run by display-run, with LIAISON_TEST_FRAMEBUFFER set

The screen itself is watched, in the memory that the X server draws into: a start has ended when the screen first looks as it does
once all has settled, the whole window and the map in it: 98 in 100 points are right. (The sample's lines cover 7 in 100; 1 in 100 may
change its shade when the tiles come, as they lie on other fractions of a pixel.) Both programs are measured by turns, and the
medians compared.
"""

import mmap
import os
import pathlib
import shutil
import statistics
import struct
import subprocess
import sys
import tempfile
import time

ROUNDS = 15
SETTLED = 4.0
SAMPLES = 97 * 61
FEW = 13  # of the samples every so many are looked at first, as looking takes time from what is looked at


class Screen:
    """The screen as the X server keeps it in a file, in the format of xwd."""

    def __init__(self, path):
        file = open(path, 'rb')
        self.memory = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
        header = struct.unpack('>25I', self.memory[:100])
        self.width, self.height, self.stride = header[4], header[5], header[12]
        self.offset = header[0] + header[19] * 12
        self.points = [self.offset + (self.height * row // 61) * self.stride + (self.width * column // 97) * 4
                       for row in range(61) for column in range(97)]

    def look(self):
        memory = self.memory
        return [memory[point:point + 3] for point in self.points]


def likeness(a, b, empty):
    """The share of points that are right already, of those where the settled picture is not the empty screen."""
    marked = [index for index in range(SAMPLES) if b[index] != empty[index]]
    return sum(a[index] == b[index] for index in marked) / max(1, len(marked))


def is_settled(screen, settled, empty):
    points = screen.points[::FEW]
    memory = screen.memory
    wrong = sum(memory[point:point + 3] != right for point, right in zip(points, settled[::FEW]))
    return wrong < len(points) * 0.04 and likeness(screen.look(), settled, empty) >= 0.98


def end(process):
    process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def start(screen, command, settled):
    """Seconds until the screen is as @settled; with None, what it settles to."""
    empty = screen.look()
    began = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        if settled is None:
            time.sleep(SETTLED)
            return screen.look()
        while time.monotonic() - began < 15:
            if is_settled(screen, settled, empty):
                return time.monotonic() - began
            time.sleep(0.002)
        sys.exit(f'{command[0]} never looked as it did before')
    finally:
        end(process)
        time.sleep(0.3)


def main():
    liaison, sample = sys.argv[1:]
    if shutil.which('gnome-text-editor') is None:
        print('gnome-text-editor is not installed: nothing to compare with')
        sys.exit(77)
    screen = Screen(pathlib.Path(os.environ['LIAISON_TEST_FRAMEBUFFER']) / 'Xvfb_screen0')
    with tempfile.NamedTemporaryFile(suffix='.txt') as empty:
        commands = {'liaison': [liaison, sample], 'editor': ['gnome-text-editor', '--standalone', empty.name]}
        settled = {name: start(screen, command, None) for name, command in commands.items()}
        times = {name: [] for name in commands}
        for _ in range(ROUNDS):
            for name, command in commands.items():
                times[name].append(start(screen, command, settled[name]) * 1000)
    print(f'measure start {statistics.median(times["liaison"]):.0f} {statistics.median(times["editor"]):.0f} ms')


main()
