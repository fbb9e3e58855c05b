# test-flatpak.py: the installed bundle, with what its sandbox lets it have
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A test's home is its own, and with it what the application keeps under
# ~/.var/app; the portals and what was installed are the same for all.

import configparser
import hashlib
import json
import os
import pathlib
import re
import subprocess

from gi.repository import Gio

from accessible import Bus, State, applications
from driver import Driver, check, equal, run_tests, until, xdotool

ID = os.environ["FLATPAK_ID"]
LAUNCHED = pathlib.Path(os.environ["LECTERN_LAUNCHED"])
PICTURES = pathlib.Path(os.environ["LECTERN_PICTURES"])
NOTES = b"%PDF-1.7\nscanned\n"


def run(*command, status=0, **more):
    done = subprocess.run([str(part) for part in command], text=True, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, timeout=120, **more)
    equal(done.returncode, status, f"the status of {command}, which said {done.stderr[-600:]}")
    return done.stdout


class Sandboxed(Driver):
    """The window is in the sandbox, what is looked at and changed is outside."""

    def add_stand_in(self):
        # The portal starts what run has put there.
        self.launched_file = LAUNCHED
        LAUNCHED.write_text("")

    def application(self, process):
        # The bus knows the sandbox's proxy, not the process.
        return self.application_named("lectern")

    def application_named(self, name):
        return next((node for node, _ in reversed(applications())
                     if name in node.name.lower()), None)

    @property
    def state(self):
        return self.home / ".var/app" / ID / ".local/state/lectern"

    def grant_folder(self):
        """The folder as the sandbox sees it, once it was chosen."""
        return pathlib.Path(run("flatpak", "document-export", "-w", "-a", ID, self.folder).strip())

    def open_file(self, path):
        """As a file manager does it: with this file and no other."""
        process = self.start("@@", path, "@@")
        window = self.window(process, role="frame")
        self.wait_rows(window)
        return process, window

    def open_in_folder(self, path):
        return self.open(self.grant_folder() / path.relative_to(self.folder))

    def edit_title(self, window, title, more):
        self.go_to(window, title)
        self.click(window, self.wait_for_field(window, "Title", title))
        self.wait_for_focus(window, None, "Title")
        self.key("End")
        self.type(more)
        self.row(window, title + more)
        self.wait_for_text(window, "Edited")

    def save(self, window, path, text):
        self.key("ctrl+s")
        self.wait_file(path, lambda data: text in data, f"{text} to be in the file")
        self.wait_gone(window, name=f"{path.name} · Edited")

    def wait_opened(self, contents):
        """Waits for the handler to have been given files with these bytes."""
        expected = [hashlib.sha256(content).hexdigest() for content in contents]
        until(lambda: len(self.launched) >= len(expected),
              lambda: f"{len(expected)} files to be opened, not {self.launched}")
        equal([line.split(" ")[0] for line in self.launched], expected, "what was opened")

    def everything(self):
        return sorted(str(path.relative_to(self.folder)) for path in self.folder.rglob("*"))

    def picture(self, name):
        run("import", "-window", "root", PICTURES / f"{name}.png")

    def close(self, process):
        self.key("ctrl+w")
        equal(process.wait(), 0, "the exit status")

    def finish(self):
        subprocess.run(["flatpak", "kill", ID], stderr=subprocess.DEVNULL)
        super().finish()


def permissions(driver):
    """The bundle has the manifest's permissions, and none for files."""
    metadata = configparser.ConfigParser()
    metadata.optionxform = str
    metadata.read_string(run("flatpak", "info", "--user", "--show-metadata", ID))
    equal({key: sorted(value.strip(";").split(";")) for key, value in metadata["Context"].items()},
          # The one for X11 goes with its fallback.
          {"shared": ["ipc"], "sockets": ["fallback-x11", "wayland", "x11"], "devices": ["dri"]},
          "the permissions")
    wanted = {f"--{option}={value}" for option, values in
              (("share", ["ipc"]), ("socket", ["fallback-x11", "wayland"]), ("device", ["dri"]))
              for value in values}
    manifest = json.loads(pathlib.Path(os.environ["LECTERN_MANIFEST"]).read_text())
    equal(set(manifest["finish-args"]), wanted, "the manifest's permissions")
    equal([section for section in metadata.sections() if section.endswith("Bus Policy")], [],
          "names on the buses")


def exports(driver):
    """The desktop is given the launcher, the service, the file type and the icons."""
    share = pathlib.Path(os.environ["FLATPAK_USER_DIR"]) / "exports/share"
    for name in (f"applications/{ID}.desktop", f"dbus-1/services/{ID}.service",
                 f"mime/packages/{ID}.xml", f"icons/hicolor/scalable/apps/{ID}.svg",
                 f"icons/hicolor/symbolic/apps/{ID}-symbolic.svg",
                 f"icons/hicolor/scalable/mimetypes/{ID}-schedule.svg"):
        check((share / name).is_file(), f"{name} is not exported")
    launcher = (share / f"applications/{ID}.desktop").read_text()
    check("--file-forwarding" in launcher and "@@ %F @@" in launcher,
          f"the launcher forwards no files: {launcher}")


def command_line(driver):
    """lectern-cli is reached as README says, with a file or a folder."""
    path = driver.copy_sample()
    cli = ["flatpak", "run", "--command=lectern-cli", "--file-forwarding", ID]
    check("Neural Tangent Kernel" in run(*cli, "show", "@@", path, "@@"), "show does not show it")
    run("flatpak", "run", "--command=lectern-cli", f"--filesystem={driver.folder}", ID, "edit", path,
        "2022-07-20", "--set", "note=From outside")
    check(b"From outside" in path.read_bytes(), "the edit is not in the file")


def folder_grant(driver):
    """With the folder: open, edit, save, open notes; one line changes, and nothing is left behind."""
    path = driver.copy_sample()
    before = driver.everything()
    process, window = driver.open_in_folder(path)
    driver.wait_selected(window, "^Wednesday 4 January 2023.*Hopfield")
    driver.picture("folder")
    driver.edit_title(window, "Neural Tangent Kernel", " again")
    driver.save(window, path, b'"Neural Tangent Kernel again"')
    equal(path.read_bytes(), driver.sample.replace(b'"Neural Tangent Kernel"',
                                                   b'"Neural Tangent Kernel again"'), "the file")
    equal(driver.everything(), before, "what is in the folder")
    driver.double_click(window, driver.row(window, "Neural Tangent Kernel again"), fraction=(0.4, 0.35))
    driver.wait_opened([(driver.folder / "files/Pdfs/Neural_Tangent_Kernel.pdf").read_bytes()])
    driver.picture("folder-saved")
    driver.close(process)


def german(driver):
    """In German, without a catalogue or a locale of the machine's: the bundle has its own."""
    path = driver.copy_sample()
    place = driver.grant_folder() / path.name
    process = driver.start(place, LC_ALL="de_DE.UTF-8")
    window = driver.window(process, role="frame")
    sessions = driver.wait_for(window, "list", "Sitzungen")
    until(lambda: any(re.search("^Mittwoch, 4. Januar 2023, Nächste, in 2 Tagen, Neural", row.name)
                      for row in sessions.each()),
          lambda: f"the next session among {[row.name for row in sessions.each()]}")
    driver.wait_for(window, "text", "Titel")
    driver.picture("in-german")
    driver.close(process)


def help_opens(driver):
    """F1 opens the guide, which is in the bundle, outside of the sandbox."""
    process, window = driver.open_in_folder(driver.copy_sample())
    driver.key("F1")
    guide = run("flatpak", "run", "--command=cat", ID, "/app/share/lectern/guide.html")
    check("Lectern for organizers" in guide, "the guide is in the bundle")
    driver.wait_opened([guide.encode()])
    driver.close(process)


def settings(driver):
    """The size of the window is there the next time, and the settings are the sandbox's own."""
    path = driver.copy_sample()
    process, window = driver.open_in_folder(path)
    before = window.box[2:]
    xdotool("windowsize", xdotool("getactivewindow"), 1240, 840)
    until(lambda: window.box[2] > 1100 and window.box[2:] != before, "the window to be larger")
    size = window.box[2:]
    driver.close(process)
    keys = (driver.home / ".var/app" / ID / "config/glib-2.0/settings/keyfile").read_text()
    check(f"window-width={size[0]}" in keys, f"the width {size[0]} among {keys}")
    process, window = driver.open_in_folder(path)
    until(lambda: window.box[2:] == size, lambda: f"the size {size}, not {window.box}")
    driver.close(process)


def announcements(driver):
    """What changes away from the focus is said: what was found, undone, saved, and a toast."""
    said = []
    Bus.get().signal_subscribe(None, "org.a11y.atspi.Event.Object", "Announcement", None, None,
                               Gio.DBusSignalFlags.NONE,
                               lambda *signal: said.append(signal[5].unpack()[3]))

    def heard(text):
        def listen():
            # Signals come with the answers to questions.
            driver.application(None)
            return text in said
        until(listen, lambda: f"“{text}” to be said, not {said}")
        equal(said.count(text), 1, f"how often “{text}” was said")
        said.clear()

    path = driver.copy_sample()
    process, window = driver.open_in_folder(path)
    driver.key("ctrl+f")
    driver.wait_for_focus(window, None, "Search sessions")
    driver.type("monte carlo")
    heard("3 sessions found")
    driver.key("Escape")
    driver.wait_rows(window)
    driver.go_to(window, "Git Re-Basin")
    driver.key("Delete")
    heard("“Git Re-Basin” was removed")
    driver.key("ctrl+z")
    heard("Undone: Remove Session")
    driver.edit_title(window, "Flat Minima", " 2")
    driver.save(window, path, b'"Flat Minima 2"')
    heard("Saved")
    driver.close(process)


def attach(driver):
    """With the folder: a PDF chosen in the portal's dialog is copied, and opens."""
    path = driver.copy_sample()
    scans = driver.folder.parent / "scans"
    scans.mkdir()
    (scans / "scan.pdf").write_bytes(NOTES)
    before = driver.everything()
    process, window = driver.open_in_folder(path)
    driver.go_to(window, "Git Re-Basin")
    driver.key("ctrl+shift+a")
    choose(driver, "Attach PDF", scans / "scan.pdf", "Attach")
    window = driver.window(process, role="frame")
    driver.wait_for_text(window, "Edited")
    [copy] = (driver.folder / "files/Pdfs").glob("Git_Re-Basin*")
    equal(copy.read_bytes(), NOTES, "the copy")
    driver.save(window, path, copy.name.encode())
    driver.go_to(window, "Git Re-Basin")
    driver.key("Return")
    driver.wait_opened([NOTES])
    driver.picture("attached")
    equal(driver.everything(), sorted([*before, str(copy.relative_to(driver.folder))]),
          "what is in the folder")
    driver.close(process)


def choose(driver, title, path, button):
    """Types a path into the dialog of the portal, which is not the sandbox's."""
    def dialog():
        portal = driver.application_named("xdg-desktop-portal-gtk")
        return portal and next((window for window in portal.each()
                                if window.name == title and driver.is_active(window)), None)
    chooser = until(dialog, f"the dialog {title}")
    driver.picture("chooser")
    # Among the recent files no folder can be chosen.
    driver.key("alt+Home")
    driver.key("ctrl+l")
    driver.wait_for_focus(chooser, "text")
    driver.key("ctrl+a")
    driver.type(str(path))
    # It can be pressed once the file was found.
    found = until(lambda: (node := chooser.find("push button", button))
                  and node.has(State.SENSITIVE) and node, f"{button} to be sensitive")
    found.act()


def other_program(driver):
    """With the folder: another program's change is noticed."""
    path = driver.copy_sample()
    process, window = driver.open_in_folder(path)
    driver.go_to(window, "Flat Minima")
    other = path.with_suffix(".new")
    other.write_bytes(driver.sample.replace(b'"Flat Minima"', b'"Wide Minima"'))
    os.replace(other, path)
    driver.wait_for_text(window, "was changed by another program and loaded again")
    driver.picture("changed")
    driver.wait_selected(window, "Wide Minima")
    driver.close(process)


def file_only(driver):
    """With the file alone: editing and saving leave nothing beside it."""
    path = driver.copy_sample()
    before = driver.everything()
    process, window = driver.open_file(path)
    driver.edit_title(window, "Flat Minima", " 2")
    driver.save(window, path, b'"Flat Minima 2"')
    driver.type(" 3")
    driver.row(window, "Flat Minima 2 3")
    driver.wait_for_text(window, "Edited")
    driver.picture("file")
    driver.save(window, path, b'"Flat Minima 2 3"')
    check([backup.read_bytes() for backup in (driver.state / "backups").glob("*/*.json")] == [driver.sample],
          "what was replaced is kept")
    equal(path.read_bytes(), driver.sample.replace(b'"Flat Minima"', b'"Flat Minima 2 3"'), "the file")
    equal(driver.everything(), before, "what is in the folder")
    driver.close(process)
    equal(driver.everything(), before, "what is in the folder after the end")


def choose_folder(driver):
    """With the file alone: Choose Folder… mends it, and the file alone finds the folder again."""
    path = driver.copy_sample()
    before = driver.everything()
    said = re.compile("was opened without its folder")
    notes = (driver.folder / "files/Pdfs/Neural_Tangent_Kernel.pdf").read_bytes()
    process, window = driver.open_file(path)
    driver.wait_for(window, name=said)
    driver.picture("file-alone")
    driver.press(window, "Choose Folder…")
    choose(driver, "Choose the Schedule’s Folder", driver.folder, "Choose")
    window = driver.window(process, role="frame")
    driver.wait_for_text(window, "The notes are within reach now")
    driver.picture("folder-chosen")
    driver.go_to(window, "Neural Tangent Kernel")
    driver.key("Return")
    driver.wait_opened([notes])
    driver.close(process)

    process, window = driver.open_file(path)
    driver.go_to(window, "Neural Tangent Kernel")
    driver.key("Return")
    driver.wait_opened([notes, notes])
    check(window.find(name=said) is None, "the folder is asked for again")
    driver.close(process)
    equal(driver.everything(), before, "what is in the folder")


def drafts_and_backups(driver):
    """After a kill the changes are offered again; what a save replaced is kept."""
    path = driver.copy_sample()
    process, window = driver.open_in_folder(path)
    driver.edit_title(window, "Flat Minima", " 2")
    until(lambda: any(b"Flat Minima 2" in draft.read_bytes()
                      for draft in (driver.state / "drafts").glob("*.draft")), "a draft")
    run("flatpak", "kill", ID)
    process.wait()
    equal(path.read_bytes(), driver.sample, "the file")

    process, window = driver.open_in_folder(path)
    driver.wait_for_text(window, "Unsaved changes from .* were found: 1 session differs.")
    driver.picture("draft")
    driver.press(window, "Restore")
    driver.wait_for_text(window, "Edited")
    driver.save(window, path, b'"Flat Minima 2"')
    until(lambda: not list((driver.state / "drafts").glob("*.draft")), "the draft to go")
    equal([backup.read_bytes() for backup in (driver.state / "backups").glob("*/*.json")],
          [driver.sample], "the backups")
    driver.close(process)


def activation(driver):
    """The desktop starts it by D-Bus, in the sandbox, with a file."""
    path = driver.copy_sample()
    uri = (driver.grant_folder() / path.name).as_uri()
    run("gdbus", "call", "--session", "--dest", ID, "--object-path", "/" + ID.replace(".", "/"),
        "--method", "org.freedesktop.Application.Open", f"[{uri!r}]", "{}")
    application = until(lambda: driver.application(None), "the application")
    window = until(lambda: next(iter(application.each()), None),
                   "the window")
    driver.wait_rows(window)
    check(ID in run("flatpak", "ps", "--columns=application"), "it is not in a sandbox")
    driver.key("ctrl+w")
    until(lambda: ID not in run("flatpak", "ps", "--columns=application"), "it to end")


def open_with(driver):
    """Chosen in a file manager for a schedule, it gets this file and no other."""
    path = driver.copy_sample()
    launcher = pathlib.Path(os.environ["FLATPAK_USER_DIR"]) / f"exports/share/applications/{ID}.desktop"
    # Not by run(): what is started holds its output open.
    launched = subprocess.run(["gio", "launch", str(launcher), str(path)], stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL, timeout=120, check=False)
    equal(launched.returncode, 0, "the status of gio launch")
    application = until(lambda: driver.application(None), "the application")
    window = until(lambda: next(iter(application.each()), None), "the window")
    driver.wait_rows(window)
    driver.wait_for_text(window, "was opened without its folder")
    driver.key("ctrl+w")
    until(lambda: ID not in run("flatpak", "ps", "--columns=application"), "it to end")


run_tests([permissions, exports, command_line, folder_grant, german, help_opens, settings, announcements,
           attach,
           other_program, file_only, choose_folder, drafts_and_backups, activation, open_with],
          Sandboxed)
