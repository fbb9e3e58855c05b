# portal.py: the document portal, really mounted, on a bus of its own
#
# SPDX-License-Identifier: GPL-3.0-or-later

import os
import pathlib
import shutil
import subprocess
import tempfile
import time

from gi.repository import Gio, GLib

APP = "org.example.Lectern"
PLACES = ("/usr/libexec/xdg-document-portal", "/usr/lib/xdg-document-portal")
DOCUMENTS = ("org.freedesktop.portal.Documents", "/org/freedesktop/portal/documents",
             "org.freedesktop.portal.Documents")
EXPORT_DIRECTORY = 8
RIGHTS = ["read", "write"]


class Portal:
    """What a sandboxed program sees of the files that it was granted."""

    def __init__(self):
        self.root = pathlib.Path(tempfile.mkdtemp(prefix="lectern-portal-"))
        self.processes = []
        (self.root / "run").mkdir(mode=0o700)
        (self.root / "home").mkdir(mode=0o700)
        environment = dict(os.environ, HOME=str(self.root / "home"),
                           XDG_RUNTIME_DIR=str(self.root / "run"),
                           DBUS_SESSION_BUS_ADDRESS=f"unix:path={self.root}/bus")
        for name in ("XDG_DATA_HOME", "XDG_STATE_HOME", "G_DEBUG"):
            environment.pop(name, None)
        self.mounted = self.root / "run/doc"
        try:
            self.start(["dbus-daemon", "--session", "--nofork", "--nopidfile",
                        f"--address=unix:path={self.root}/bus"], environment)
            self.wait((self.root / "bus").exists, "the bus")
            place = next((place for place in PLACES if os.path.exists(place)), None)
            if place is None:
                raise AssertionError("the document portal is not installed")
            self.start([place], environment)
            self.wait(self.is_mounted, "the document portal to be mounted")
            self.bus = Gio.DBusConnection.new_for_address_sync(
                environment["DBUS_SESSION_BUS_ADDRESS"],
                Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT |
                Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        except BaseException:
            self.close()
            raise

    def start(self, command, environment):
        log = open(self.root / "log", "ab")
        self.processes.append(subprocess.Popen(command, env=environment, stdout=log, stderr=log))
        log.close()

    def wait(self, condition, what):
        end = time.monotonic() + 20
        while not condition():
            if time.monotonic() > end:
                log = (self.root / "log").read_text(errors="replace")
                raise AssertionError(f"waited in vain for {what}\n{log}")
            time.sleep(0.02)

    def call(self, method, signature, fd_path, *arguments):
        fd = os.open(fd_path, os.O_PATH | os.O_CLOEXEC)
        fds = Gio.UnixFDList.new()
        try:
            first = fds.append(fd)
        finally:
            os.close(fd)
        first = [first] if signature.startswith("(ah") else first
        answer, _ = self.bus.call_with_unix_fd_list_sync(
            *DOCUMENTS, method, GLib.Variant(signature, (first, *arguments)), None,
            Gio.DBusCallFlags.NONE, 20000, fds, None)
        identity = answer.unpack()[0]
        return self.mounted / "by-app" / APP / (identity if isinstance(identity, str) else identity[0])

    def grant_file(self, path):
        """A file alone, which need not exist; returns where the program finds it."""
        if path.exists():
            return self.call("AddFull", "(ahusas)", path, 0, APP, RIGHTS) / path.name
        return self.call("AddNamedFull", "(hayusas)", path.parent, os.fsencode(path.name) + b"\0",
                         0, APP, RIGHTS) / path.name

    def grant_folder(self, path):
        return self.call("AddFull", "(ahusas)", path, EXPORT_DIRECTORY, APP, RIGHTS) / path.name

    def is_mounted(self):
        # What was killed leaves a mount that cannot be looked at; it is listed still.
        with open("/proc/self/mountinfo") as mounts:
            return any(line.split()[4] == str(self.mounted) for line in mounts)

    def close(self):
        for process in reversed(self.processes):
            process.terminate()
            # The portal sometimes waits for itself at its end.
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        if self.is_mounted():
            subprocess.run(["umount", "-l", self.mounted], check=True)
        shutil.rmtree(self.root)
