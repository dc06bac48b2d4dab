# SPDX-FileCopyrightText: The Liaison contributors
# SPDX-License-Identifier: MIT
"""Drives the real program as a person does: pointer and keys by X events, widgets found by their accessible names.

Runs under tests/display-run (a private session bus and X server). Whatever the program writes to stderr is kept, and
`Program.close ()` fails when there was anything: no run of the program may warn.
"""

import os
import subprocess
import tempfile
import time

# The accessibility library of this process warns when a widget vanishes while it looks: that is no fault of the program.
G_DEBUG = os.environ.pop('G_DEBUG', '')
os.environ.pop('NO_AT_BRIDGE', None)

import pyatspi  # noqa: E402

PATIENCE = 20.0
"""Seconds to wait for what must come: generous, as the machine may be busy; nothing waits longer than it has to."""


class Failure(AssertionError):
    """What was expected on the screen did not come."""


class Skipped(Exception):
    """The test cannot be run here; its text says why."""


def wait_for(what, condition, seconds=PATIENCE):
    """The first true answer of `condition`, or a failure that says `what` was awaited."""
    end = time.monotonic() + seconds
    while True:
        answer = condition()
        if answer:
            return answer
        if time.monotonic() > end:
            raise Failure('waited in vain for ' + what)
        time.sleep(0.05)


def xdotool(*words):
    return subprocess.run(('xdotool',) + tuple(str(word) for word in words),
                          check=True, capture_output=True, text=True).stdout


def walk(accessible, depth=0):
    """The accessible and all below it; what vanishes meanwhile is passed over."""
    yield accessible
    if depth > 40:
        return
    try:
        children = [accessible.getChildAtIndex(i) for i in range(accessible.childCount)]
    except Exception:
        return
    for child in children:
        if child is not None:
            yield from walk(child, depth + 1)


def is_showing(accessible):
    """GTK before 4.10 sets the state "showing" on windows only; what is not laid out has no size."""
    try:
        box = accessible.queryComponent().getExtents(pyatspi.WINDOW_COORDS)
        return box.width > 0 and box.height > 0
    except Exception:
        return False


def words_of(accessible):
    """What it is called; from GTK 4.10 on a label with the role of a status has no name, only its text."""
    if accessible.name or accessible.getRoleName() != 'status bar':
        return accessible.name
    text = accessible.queryText()
    return text.getText(0, text.characterCount)


def bears(accessible, name):
    """A button with a mnemonic is called by its label with the underscore and once more without."""
    words = words_of(accessible)
    return words == name or words.replace('_', '') == '%s %s' % (name, name)


ROLES = {'push button': ('push button', 'button', 'toggle button')}
"""What later versions of AT-SPI and GTK call a role of those that Liaison is built on."""


def has_role(accessible, role):
    return accessible.getRoleName() in ROLES.get(role, (role,))


class Program:
    """One running program with its private home folder."""

    running = []
    """Those that a failed test may have left behind, in the way of the next one."""

    def __init__(self, *arguments, home=None, environment=None):
        self.home = home or tempfile.mkdtemp(prefix='liaison-home-')
        env = dict(os.environ, HOME=self.home, G_DEBUG=G_DEBUG,
                   XDG_STATE_HOME=self.home + '/state', XDG_DATA_HOME=self.home + '/data',
                   XDG_CACHE_HOME=self.home + '/cache', XDG_CONFIG_HOME=self.home + '/config')
        env.update(environment or {})
        self.stderr = tempfile.NamedTemporaryFile('w+', prefix='liaison-stderr-')
        self.process = subprocess.Popen([os.environ['LIAISON_PROGRAM']] + [str(word) for word in arguments],
                                        env=env, stdin=subprocess.DEVNULL, stderr=self.stderr)
        Program.running.append(self)
        self.application = wait_for('the program on the accessibility bus', self._application)
        wait_for('a window', self.windows)

    def _application(self):
        if self.process.poll() is not None:
            raise Failure('the program ended with %d: %s' % (self.process.returncode, self.messages()))
        for application in pyatspi.Registry.getDesktop(0):
            try:
                if application is not None and application.get_process_id() == self.process.pid:
                    return application
            except Exception:
                continue
        return None

    def messages(self):
        """What the program wrote to stderr so far."""
        with open(self.stderr.name, encoding='utf-8') as text:
            return text.read()

    def windows(self):
        """The top-level windows as X knows them, the newest last."""
        words = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(self.process.pid)],
                               capture_output=True, text=True).stdout.split()
        return words

    def bring_up(self, title):
        """Puts the window of that title above the others and gives it the keyboard, as there is no window manager."""
        def found():
            for window in reversed(self.windows()):
                if xdotool('getwindowname', window).strip() == title:
                    return window
            return None

        window = wait_for('a window called ' + title, found)
        xdotool('windowraise', window)
        xdotool('windowfocus', '--sync', window)
        return window

    def find_all(self, role=None, name=None, under=None, part=None):
        """Those that are laid out, of that role, name, or with `part` in their name."""
        found = []
        for accessible in walk(under or self.application):
            try:
                if role is not None and not has_role(accessible, role):
                    continue
                if name is not None and not bears(accessible, name):
                    continue
                if part is not None and part not in words_of(accessible):
                    continue
            except Exception:
                continue
            if is_showing(accessible):
                found.append(accessible)
        return found

    def find(self, role=None, name=None, under=None, seconds=PATIENCE):
        """The first showing accessible of that role and name; waits for it."""
        return wait_for('%s "%s"' % (role or 'widget', name or ''),
                        lambda: self.find_all(role, name, under), seconds)[0]

    def canvases(self, under=None):
        """The maps that are showing: a button in the header is called so too."""
        return [found for found in self.find_all(name='Map', under=under) if self.extents(found)[2] > 300]

    def canvas(self, under=None):
        """The map; waits for it."""
        return wait_for('the canvas', lambda: self.canvases(under))[0]

    @staticmethod
    def extents(accessible):
        """x, y, width, height in its window."""
        box = accessible.queryComponent().getExtents(pyatspi.WINDOW_COORDS)
        return box.x, box.y, box.width, box.height

    def menu_items(self):
        """The names of the items of the menu that is open."""
        return [item.name for item in self.find_all('menu item')]

    def surface(self, accessible):
        """Where on the screen the window of a frame or popover begins, inside its invisible border."""
        _, _, width, height = self.extents(accessible)
        for window in reversed(self.windows()):
            words = dict(line.split('=') for line in xdotool('getwindowgeometry', '--shell', window).split())
            border = int(words['WIDTH']) - width, int(words['HEIGHT']) - height
            if 0 <= border[0] < 60 and 0 <= border[1] < 60:
                return int(words['X']) + border[0] / 2, int(words['Y']) + border[1] / 2
        raise Failure('no window has the size of "%s"' % accessible.name)

    def origin(self, frame=None):
        """Where on the screen the accessible coordinates of a window begin.

        From GTK 4.10 on the frame begins at minus its border, and its border is missing once more in all that is inside.
        """
        frame = frame or self.find('frame')
        x, y, _, _ = self.extents(frame)
        left, top = self.surface(frame)
        return left - 2 * x, top - 2 * y

    def click(self, accessible, button=1, count=1, at=(0.5, 0.5), frame=None):
        x, y, width, height = self.extents(accessible)
        left, top = self.origin(frame)
        self.click_at(left + x + width * at[0], top + y + height * at[1], button, count)

    def click_in(self, popover, accessible):
        """Clicks what stands in a popover, whose own extents are those of a window at the place of its parent."""
        x, y, width, height = self.extents(accessible)
        beyond = self.extents(popover)
        left, top = self.surface(popover)
        self.click_at(left + x - beyond[0] + width / 2, top + y - beyond[1] + height / 2)

    def click_at(self, x, y, button=1, count=1, keys=()):
        # A hand does not jump: after a menu has closed GTK wants to see the pointer move before it takes a click.
        xdotool('mousemove', round(x) + 3, round(y) + 2, 'sleep', 0.03, 'mousemove', round(x), round(y))
        time.sleep(0.05)
        for key in keys:
            xdotool('keydown', key)
        xdotool('click', '--repeat', count, '--delay', 40, button)
        for key in keys:
            xdotool('keyup', key)
        time.sleep(0.05)

    def drag(self, start, end, button=1, steps=8):
        """Presses, moves in steps as a hand does, and lets go."""
        xdotool('mousemove', round(start[0]), round(start[1]))
        time.sleep(0.15)
        xdotool('mousedown', button)
        for step in range(1, steps + 1):
            xdotool('mousemove',
                    round(start[0] + (end[0] - start[0]) * step / steps),
                    round(start[1] + (end[1] - start[1]) * step / steps))
            time.sleep(0.03)
        time.sleep(0.1)
        xdotool('mouseup', button)
        time.sleep(0.1)

    @staticmethod
    def key(*keys):
        for key in keys:
            xdotool('key', '--clearmodifiers', key)
            time.sleep(0.06)

    def at_keyboard(self, name=None):
        """What has the keyboard, and is called `name`. Without a window manager a window below may believe that it has it, too."""
        for accessible in walk(self.application):
            try:
                if accessible.getState().contains(pyatspi.STATE_FOCUSED) and name in (None, accessible.name):
                    return accessible
            except Exception:
                continue
        return None

    def focused(self):
        """The name of what has the keyboard."""
        accessible = self.at_keyboard()
        return accessible.name if accessible is not None else None

    def fill_in(self, name, text):
        """Writes into the entry of that name as soon as it has the keyboard: a window that is on the screen may not have it yet."""
        def holds():
            entry = self.at_keyboard(name)
            words = entry.queryText() if entry is not None else None
            return words is not None and words.getText(0, words.characterCount) == text

        wait_for('the keyboard at "%s"' % name, lambda: self.at_keyboard(name))
        self.key('ctrl+a')
        self.type(text)
        wait_for('"%s" in "%s"' % (text, name), holds)

    def key_until(self, key, name):
        """Presses a key, at most 30 times, until the keyboard is at what is called `name`."""
        for _ in range(30):
            if self.focused() == name:
                return
            self.key(key)
            time.sleep(0.1)
        raise Failure('%s does not lead to "%s"' % (key, name))

    @staticmethod
    def type(text):
        xdotool('type', '--delay', 15, text)
        time.sleep(0.1)

    @staticmethod
    def screenshot(path):
        subprocess.run(['import', '-window', 'root', path], check=True)

    def close(self, key='ctrl+q', seconds=PATIENCE):
        """Ends the program by its key and fails when it warned or ended badly."""
        if self.process.poll() is None:
            self.key(key)
        try:
            self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.kill()
            raise Failure('the program did not end')
        if self.process.returncode != 0 or self.messages():
            raise Failure('the program ended with %d and said: %s' % (self.process.returncode, self.messages()))

    def kill(self):
        self.process.kill()
        self.process.wait()


def keyboard():
    """Where keys go, which windows there are and what the program said: the first questions when something did not come."""
    try:
        lines = ['the X focus is at ' + xdotool('getwindowfocus').strip(), 'pointer: ' + xdotool('getmouselocation').strip()]
        for program in Program.running:
            lines.append('the program %s' % ('runs' if program.process.poll() is None
                                             else 'ended with %d' % program.process.returncode))
            lines += ['stderr: ' + line for line in program.messages().splitlines()]
            lines += ['window %s: %s' % (window, ' '.join(xdotool('getwindowgeometry', '--shell', window).split()))
                      for window in program.windows()]
            lines.append('the focus of the program is at "%s"' % program.focused())
        return lines
    except subprocess.CalledProcessError as error:
        return ['the keyboard cannot be asked after: %s' % error.stderr]


def run(*tests):
    """Runs the tests one after the other and speaks TAP; a failure leaves a screenshot beside the logs."""
    import sys
    import traceback

    failed = 0
    print('1..%d' % len(tests), flush=True)
    for number, test in enumerate(tests, 1):
        try:
            test()
            print('ok %d - %s' % (number, test.__name__), flush=True)
        except Skipped as reason:
            print('ok %d - %s # SKIP %s' % (number, test.__name__, reason), flush=True)
        except Exception:
            failed += 1
            print('not ok %d - %s' % (number, test.__name__), flush=True)
            for line in traceback.format_exc().splitlines() + keyboard():
                print('# ' + line)
            folder = os.environ.get('LIAISON_SCREENSHOTS')
            if folder:
                Program.screenshot('%s/%s.png' % (folder, test.__name__))
        for program in Program.running:
            program.kill()
        Program.running.clear()
    sys.exit(1 if failed else 0)
