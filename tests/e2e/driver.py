# driver.py: drives the real window as a user does, and sees what one sees
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The window is read through the accessibility bus, and moved by pointer and
# keys of the display.  Nothing is waited for by time alone: each wait has a
# condition and a deadline, and says what it waited for.

import contextlib
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import time
import traceback

from gi.repository import GLib

from a11y_lint import complaints_of
from accessible import Node, State, applications
from display import Input, xdotool
from process import PATIENCE, STEP, Failed, Process, until
from tap import Tap

SAMPLE = pathlib.Path(os.environ["LECTERN_SAMPLE"])
IN_SIGHT = 6    # rows of the sample at least


class Driver(Input):
    def __init__(self):
        self.home = pathlib.Path(os.environ["HOME"])
        self.folder = pathlib.Path("group").absolute()
        self.folder.mkdir()
        self.processes = []
        self.launched_file = self.home / "launched"
        self.environment = dict(os.environ, G_DEBUG="fatal-criticals")
        self.environment.pop("PYTHONPATH", None)
        self.add_stand_in()

    # ---- Files ----

    def add_stand_in(self):
        """A program that opens PDFs and pages, and only writes down which."""
        self.launched_file.touch()
        program = self.home / "stand-in"
        program.write_text("#!/bin/sh\n"
                           f"printf '%s\\n' \"$*\" >>{shlex.quote(str(self.launched_file))}\n")
        program.chmod(0o755)
        types = "application/pdf;x-scheme-handler/http;x-scheme-handler/https;x-scheme-handler/mailto;"
        types += "text/plain;text/html;"
        applications = self.home / ".local/share/applications"
        applications.mkdir(parents=True)
        (applications / "stand-in.desktop").write_text(
            "[Desktop Entry]\nType=Application\nName=Stand-in\n"
            f"Exec={program} %u\nMimeType={types}\n")
        config = self.home / ".config"
        config.mkdir(exist_ok=True)
        (config / "mimeapps.list").write_text(
            "[Default Applications]\n"
            + "".join(f"{name}=stand-in.desktop\n" for name in types.split(";") if name)
            + "[Added Associations]\n"
            + "".join(f"{name}=stand-in.desktop\n" for name in types.split(";") if name))

    @property
    def launched(self):
        """What was opened in other programs, in order."""
        return self.launched_file.read_text().splitlines()

    def copy_sample(self, name="schedule.lectern.json"):
        target = self.folder / name
        shutil.copy(SAMPLE, target)
        if not (self.folder / "files").exists():
            shutil.copytree(SAMPLE.parent / "files", self.folder / "files")
        target.chmod(0o644)
        return target

    @property
    def sample(self):
        return SAMPLE.read_bytes()

    def wait_launched(self, expected):
        """Waits for what was opened to be this and no more."""
        expected = [str(item) for item in expected]

        def plain():
            return [GLib.filename_from_uri(item)[0] if item.startswith("file:") else item
                    for item in self.launched]
        until(lambda: len(self.launched) >= len(expected),
              lambda: f"{expected} to be opened, not {self.launched}")
        equal(plain(), expected, "what was opened")

    # ---- Processes and windows ----

    def start(self, *arguments, prefix=(), **environment):
        process = Process(arguments, dict(self.environment, **environment), prefix)
        self.processes.append(process)
        return process

    def application(self, process):
        return next((node for node, pid in applications() if pid == process.pid), None)

    def windows(self, process):
        """The windows that are shown, dialogs included."""
        application = self.application(process)
        if application is None:
            return []
        return list(application.each())

    def window(self, process, name=None, role=None):
        """Waits for a window; the name may be a pattern."""
        def look():
            if process.popen.poll() is not None:
                raise Failed(f"the program ended with status {process.popen.returncode}: "
                             f"{process.errors.read_text(errors='replace')[-1500:]}")
            for window in self.windows(process):
                # To later versions dialogs are frames too, until they have gone.
                if (window.matches(role, name) and self.is_active(window)
                        and not (role == "frame" and window.has(State.MODAL))):
                    return window
            return None
        return until(look, lambda: f"a window {name or ''} among "
                     f"{[str(window) for window in self.windows(process)]}")

    @staticmethod
    def is_active(window):
        # GTK 4.8 does not say so of dialogs.  A window of keys is a panel to later
        # versions, and has no name.
        if window.role in ("frame", "panel"):
            return window.has(State.ACTIVE)
        return xdotool("getactivewindow", "getwindowname", check=False) == window.name

    def window_saying(self, process, pattern):
        """Waits for the window with a text to be the active one."""
        def look():
            for window in self.windows(process):
                if self.is_active(window) and any(re.search(pattern, node.name)
                                                    for node in window.walk()):
                    return window
            return None
        return until(look, f"a window that says {pattern}")

    def dialog(self, process, pattern, but=None):
        """Waits for a dialog with a text, and listens to all that is in it:
        each has to be sound, whatever test opens it."""
        dialog = self.window_saying(process, pattern)
        left = []

        def sound():
            left[:] = complaints_of(dialog, but)[0]
            return not left
        # It may still be filled.
        until(sound, lambda: "nothing to complain of in the dialog, but:\n" + "\n".join(left),
              patience=min(PATIENCE, 10))
        return dialog

    def chooser(self, process, title):
        """Waits for the dialog that asks for a file, which is GTK's."""
        process.had_chooser = True
        return self.window_saying(process, title)

    def press(self, window, name):
        """Clicks a button."""
        self.click(window, self.wait_button(window, name))

    def wait_button(self, window, name):
        # GTK 4.8 adds the label to the label, mnemonic and all.
        pattern = re.compile(f"^(_?{re.escape(name)}|_?{re.escape(name)} {re.escape(name)})$")
        return self.wait_for(window, "push button", pattern)

    def wait_for(self, window, role=None, name=None, **more):
        def look():
            return window.find(role, name, **more)
        return until(look, lambda: f"{role} {name} {more or ''} in\n{self.outline(window)}").found_by(look)

    @staticmethod
    def menu_item(window, name, place, **more):
        """An item of the menu that is open.  Later versions do not say what
        their menus' items are called: there the place counts."""
        named = window.find(None, name, **more)
        if named is not None:
            return named
        items = window.find_all("menu item")
        if not items or any(item.name for item in items):
            return None
        return items[place] if items[place].matches(**more) else None

    def wait_menu_item(self, window, name, place, **more):
        return until(lambda: self.menu_item(window, name, place, **more),
                     lambda: f"the menu item {name} {more or ''} in\n{self.outline(window)}")

    def close_menu(self, window):
        """Leaves the menu that is open.  Until it has gone, it gets the keys."""
        self.key("Escape")
        self.wait_gone(window, "menu item")

    def press_mnemonic(self, window, name, letter):
        """Takes an item of the menu that is open by its letter."""
        def sized():
            # A menu's submenus are there too, but have no size until they open.
            items = window.find_all("menu item", name) or window.find_all("menu item")
            return next((item for item in items if item.box[2] > 0), None)
        self.settled(until(sized, lambda: f"the menu item {name} in\n{self.outline(window)}"))
        self.key(letter)

    def choose_file(self, process, title, path):
        """Names a file in the dialog that asks for one."""
        chooser = self.chooser(process, title)
        self.wait_button(chooser, "Cancel")
        # The key opens the field for the path, where the chooser has none.
        self.key("ctrl+l")
        field = self.wait_for_focus(chooser, "text")
        for _ in range(5):
            self.key("ctrl+a")
            if chooser.toolkit < (4, 10):
                self.type(str(path))
            else:
                # What is completed late, GTK 4.18 puts among what is typed since.
                field.set_text(str(path))
            with contextlib.suppress(Failed):
                until(lambda: field.text.rstrip("/") == str(path), "the path", patience=2)
                break
        else:
            raise Failed(f"the chooser has {field.text}, not {path}")
        self.key("Return")

    def choose_menu_item(self, window, name, place):
        """Goes to an item of the menu that is open by keys, and takes it."""
        self.wait_menu_item(window, name, place)
        for _ in range(30):
            # Asked again before the next key: the focus may come late.
            for _ in range(5):
                if self.menu_item(window, name, place, focused=True) is not None:
                    self.key("Return")
                    return
                time.sleep(STEP)
            self.key("Down")
        raise Failed(f"the menu item {name} does not get the focus in\n{self.outline(window)}")

    def wait_gone(self, window, role=None, name=None, **more):
        until(lambda: window.find(role, name, **more) is None,
              lambda: f"{role} {name} to go away")

    def wait_for_focus(self, window, role=None, name=None):
        return self.wait_for(window, role, name, focused=True)

    @staticmethod
    def outline(window):
        lines = []

        def add(node, depth):
            if node.role == "list item" and node.has(State.FOCUSED):
                lines.insert(0, f"the focus is at {node}")
            states = "".join(mark for state, mark in ((State.FOCUSED, " *focus*"),
                                                      (State.SELECTED, " *selected*"))
                             if node.has(state))
            name = node.name or node.text
            lines.append(f"{'  ' * depth}{node.role} “{name[:80]}”{states}")
            for child in node.each():
                add(child, depth + 1)
        with contextlib.suppress(GLib.Error):
            add(window, 0)
        # What has no name of its own only takes room.
        return "\n".join(line for line in lines
                         if "*focus*" in line or not re.search("“((Gtk|Adw|Lectern)[A-Z]\\w*)?”", line))

    def situation(self):
        """What a failure was met in: the windows, where the focus is, and what has ended."""
        lines = []
        for process in self.processes:
            if process.popen.poll() is not None:
                lines.append(f"the program has ended with status {process.popen.returncode}")
            for window in self.windows(process):
                active = ", active" if self.is_active(window) else ""
                lines += [f"{window}{active}"] + [f"  the focus is at {node}" for node in window.walk()
                                                  if node.has(State.FOCUSED)]
        return "\n".join(lines)

    # ---- Lectern's window ----

    def open(self, path, prefix=(), **environment):
        """Starts the program with a file, and waits for its list.  With the
        prefix, by another program."""
        process = self.start(path, prefix=prefix, **environment)
        window = self.window(process, role="frame")
        self.wait_rows(window)
        return process, window

    def rows(self, window):
        found = window.find("list", "Sessions")
        return list(found.each()) if found else []

    def each_row(self, window):
        """The rows, one after the other, with what is seen of each."""
        found = window.find("list", "Sessions")
        return found.each() if found else ()

    def wait_rows(self, window):
        """Waits for the list and for keys to go there."""
        return until(lambda: next((row for row in self.each_row(window) if row.has(State.FOCUSED)), None),
                     lambda: f"a row with the focus in\n{self.outline(window)}")

    def matching_rows(self, window, pattern):
        return [row for row in self.each_row(window) if re.search(pattern, row.name)]

    def wait_row_count(self, window, count):
        """Waits for so many rows, or for as many as are in sight: since GTK
        4.10 there are no others."""
        def look():
            there = len(self.rows(window))
            return there == count or IN_SIGHT <= there < count
        until(look, lambda: f"{count} rows, not {len(self.rows(window))}")

    def row(self, window, pattern):
        """A row of the list by what it says, wherever it has to scroll to."""
        passed = []

        def look():
            for row in self.each_row(window):
                if re.search(pattern, row.name):
                    return row
            if window.toolkit >= (4, 10):
                passed.append([row.name for row in self.each_row(window)])
                self.turn_wheel(window, passed)
            return None
        return until(look, lambda: f"a row {pattern} among {[row.name for row in self.each_row(window)]}") \
            .found_by(look)

    def turn_wheel(self, window, passed):
        """Scrolls the list: down, and from an end the other way."""
        ends = sum(one == two for one, two in zip(passed, passed[1:]))
        sessions = window.find("list", "Sessions")
        if sessions is not None:
            xdotool(*self.way_to(window, sessions, (0.5, 0.5)),
                    "click", "--repeat", 3, "--delay", 30, 4 if ends % 2 else 5)

    @staticmethod
    def selected(window):
        found = window.find("list", "Sessions")
        return next((row for row in found.each() if row.has(State.SELECTED)), None) \
            if found else None

    def wait_selected(self, window, pattern):
        return until(lambda: (row := self.selected(window)) and
                     re.search(pattern, row.name) and row,
                     lambda: f"{pattern} to be selected, not {self.selected(window)}")

    def go_to(self, window, pattern):
        """Moves along the list by keys until a session is selected."""
        self.wait_rows(window)
        self.key("Home")
        until(lambda: self.rows(window)[0].has(State.SELECTED), "the first row to be selected")
        row = self.selected(window)
        while not re.search(pattern, row.name):
            before = row.name
            self.key("Down")
            row = until(lambda: (row := self.selected(window)) and row.name != before and row,
                        lambda: f"a row {pattern} after {before}")
        return row

    def wait_for_field(self, window, name, text):
        """Waits for a field of the editor to hold a text."""
        return until(lambda: next((node for node in window.walk()
                                   if node.name == name and node.role in ("text", "entry")
                                   and node.text == text), None),
                     lambda: f"the field {name} to hold “{text}” in\n{self.outline(window)}")

    def wait_for_text(self, window, pattern):
        """Waits for a sentence anywhere in the window."""
        return until(lambda: next((node for node in window.walk() if re.search(pattern, node.name)),
                                  None),
                     lambda: f"“{pattern}” in\n{self.outline(window)}")

    def wait_file(self, path, condition, what):
        return until(lambda: path.exists() and condition(path.read_bytes()), what)

    def finish(self):
        for process in self.processes:
            process.stop()


def run_tests(tests, make_driver=Driver):
    """Each test has a driver of its own; what it raises is its failure.  Those
    that are named as arguments run alone."""
    tap = Tap()
    tests = [test for test in tests if not sys.argv[1:] or test.__name__ in sys.argv[1:]]
    start = pathlib.Path.cwd()
    for test in tests:
        name = (test.__doc__ or test.__name__).strip().splitlines()[0].rstrip(".")
        room = start / test.__name__
        room.mkdir()
        os.chdir(room)
        os.environ["HOME"] = str(room)
        driver = make_driver()
        details = ""
        try:
            test(driver)
            complaints = [line for process in driver.processes for line in process.complaints]
            if complaints:
                details = "\n".join(complaints)
        except Failed as failure:
            step = next((frame for frame in reversed(traceback.extract_tb(failure.__traceback__))
                         if frame.filename == sys.argv[0]), None)
            details = f"line {step.lineno if step else '?'}: {failure}"
            with contextlib.suppress(GLib.Error):
                details += "\n" + driver.situation()
        except Exception:
            details = traceback.format_exc()
        finally:
            if details and os.environ.get("LECTERN_PICTURES"):
                subprocess.run(["import", "-window", "root",
                                f"{os.environ['LECTERN_PICTURES']}/{test.__name__}.png"])
            driver.finish()
            os.chdir(start)
        for process in driver.processes:
            if details:
                details += "\n" + process.errors.read_text(errors="replace")[-800:]
        tap.check(not details, name, details)
    tap.finish()


def equal(a, b, what):
    if a != b:
        raise Failed(f"{what}: {a!r}, not {b!r}")


def check(condition, what):
    if not condition:
        raise Failed(what)
