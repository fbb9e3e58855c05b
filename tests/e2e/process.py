# process.py: one run of the program, and how it is waited for
#
# SPDX-License-Identifier: GPL-3.0-or-later

import os
import pathlib
import re
import signal
import subprocess
import time

from gi.repository import GLib

PROGRAM = os.environ["LECTERN_PROGRAM"]

# A loaded machine is slow: only what never comes takes this long.
PATIENCE = float(os.environ.get("LECTERN_PATIENCE", 60))
STEP = 0.05


class Failed(Exception):
    """What was waited for did not come."""


def until(condition, what, patience=PATIENCE):
    """Waits for condition to be true, and gives its value."""
    deadline = time.monotonic() + patience
    while True:
        started = time.monotonic()
        try:
            value = condition()
        except GLib.Error:
            # The widget that was asked has gone meanwhile.
            value = None
        if value:
            return value
        if time.monotonic() > deadline:
            raise Failed(f"waited {patience} s for {what() if callable(what) else what}")
        # The program should have its time too, to do what is waited for.
        time.sleep(max(STEP, time.monotonic() - started))


class Process:
    """One run of the program, and the windows it shows."""

    def __init__(self, arguments, environment, prefix=()):
        self.errors = pathlib.Path(f"errors-{time.monotonic_ns()}").absolute()
        # Whether GTK's dialog that asks for a file was shown.
        self.had_chooser = False
        with open(self.errors, "wb") as stream:
            self.popen = subprocess.Popen([*prefix, PROGRAM, *[str(argument) for argument in arguments]],
                                          env=environment, stdin=subprocess.DEVNULL,
                                          stdout=stream, stderr=stream, start_new_session=True)

    @property
    def pid(self):
        return self.popen.pid

    @property
    def complaints(self):
        """What GLib and GTK complained of."""
        lines = self.errors.read_text(errors="replace").splitlines()
        return [line for line in lines
                if re.search(r"-(WARNING|CRITICAL|ERROR) \*\*|runtime error|AddressSanitizer", line)
                # libadwaita 1.7 of its own message dialogs, the emptiest too
                and not re.search(r"Trying to measure GtkLabel \w+ for width of", line)
                # GTK 4.8 of the two buttons beside the path in its dialog that asks for a file,
                # if it is drawn before it knows the path
                and not (self.had_chooser and re.search(
                    r"Trying to snapshot GtkButton \w+ without a current allocation", line))
                # GTK 4.18 where there is no portal, before it does without
                and "Cannot create OpenURI portal proxy" not in line
                # GTK 4.8 of a label that it shortens to the width of a letter, or of the keys
                # in its window of them
                and not re.search(r"GtkLabel \w+ \(label\) reported min width (\d+ and natural width|-\d, but)", line)]

    def wait(self):
        """Its exit status."""
        try:
            return self.popen.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            raise Failed("the program did not end") from None

    def stop(self):
        if self.popen.poll() is None:
            os.killpg(self.pid, signal.SIGKILL)
            self.popen.wait()
