# display.py: the pointer and the keys, as a user has them in hand
#
# SPDX-License-Identifier: GPL-3.0-or-later

import contextlib
import subprocess
import time

from gi.repository import GLib

from process import PATIENCE, STEP, Failed, until


def xdotool(*arguments, check=True):
    # Without its --sync, which waits for ever if nothing moves.
    try:
        result = subprocess.run(["xdotool", *[str(argument) for argument in arguments]],
                                text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        raise Failed(f"xdotool {arguments} did not end") from None
    if check and result.returncode != 0:
        raise Failed(f"xdotool {arguments}: {result.stderr}")
    return result.stdout.strip()


class Input:
    """Moves the pointer to widgets, and presses keys."""

    @staticmethod
    def place(window):
        """Where the active window is on the screen."""
        def look():
            number = xdotool("getactivewindow", check=False)
            if not number:
                return None
            shell = xdotool("getwindowgeometry", "--shell", number, check=False)
            found = {name: int(value) for name, _, value in
                     (line.partition("=") for line in shell.splitlines()) if value.isdigit()}
            return found if "X" in found else None
        found = until(look, "the active window's place")
        # The shadow or border that GTK draws itself is the same all round; later
        # versions count it to the window, but from where it ends.
        x, y, width, height = window.box
        return (found["X"] + (found["WIDTH"] - width) // 2 - x,
                found["Y"] + (found["HEIGHT"] - height) // 2 - y)

    @staticmethod
    def settled(node):
        """Waits for a widget to stand still, and says where."""
        def look():
            try:
                before = node.box
                time.sleep(STEP)
                return before[2] > 0 and node.box == before and before
            except GLib.Error:
                # Drawn anew: there is another like it, or will be.
                node.find_again()
                return None
        return until(look, lambda: f"{node} to stand still")

    def way_to(self, window, node, fraction):
        """The pointer's way to a widget that stands still."""
        x, y, width, height = self.settled(node)
        left, top = self.place(window)
        x, y = left + x + int(width * fraction[0]), top + y + int(height * fraction[1])
        # The pointer must be seen to move: a click right after something
        # closed under it is lost otherwise.
        return ["mousemove", x - 3, y - 2, "mousemove", x - 1, y, "mousemove", x, y]

    def click(self, window, node, fraction=(0.5, 0.5)):
        # Later versions lose the padding around a button on its way to the
        # window, and say that it is where it is not.
        if window.toolkit >= (4, 10) and self.settled(node) and node.role == "push button":
            node.act()
            return
        self.wait_keys()
        xdotool(*self.way_to(window, node, fraction), "click", 1)

    def double_click(self, window, node, fraction=(0.5, 0.5)):
        self.wait_keys()
        xdotool(*self.way_to(window, node, fraction), "click", "--repeat", 2, "--delay", 60, 1)

    @staticmethod
    def wait_keys():
        """Waits for the active window to have the keys: between two windows
        nothing has them, or what is closing."""
        with contextlib.suppress(Failed):
            until(lambda: (active := xdotool("getactivewindow", check=False))
                  and xdotool("getwindowfocus", check=False) == active,
                  "the active window to have the focus", patience=5)

    def key(self, *names):
        self.wait_keys()
        for name in names:
            xdotool("key", "--clearmodifiers", name)

    def type(self, text):
        self.wait_keys()
        xdotool("type", "--clearmodifiers", "--delay", 15, "--", text)
