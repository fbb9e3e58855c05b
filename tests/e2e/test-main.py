# test-main.py: open, read the notes, edit, undo, redo, save, close
#
# SPDX-License-Identifier: GPL-3.0-or-later

import difflib

from driver import check, equal, run_tests

NTK = "Neural Tangent Kernel"


def changed_lines(before, after):
    return [line for line in difflib.ndiff(before.decode().splitlines(), after.decode().splitlines())
            if line[0] in "+-"]


def notes_open_once(driver):
    """Double click and Enter each open the notes, once."""
    path = driver.copy_sample()
    process, window = driver.open(path)
    driver.wait_selected(window, "^Wednesday 4 January 2023.*Hopfield")
    driver.key("Home")
    driver.wait_selected(window, "^Wednesday 6 July 2022")
    driver.double_click(window, driver.row(window, NTK), fraction=(0.4, 0.35))
    driver.wait_launched([driver.folder / "files/Pdfs/Neural_Tangent_Kernel.pdf"])

    driver.wait_selected(window, NTK)
    driver.key("Home")
    driver.wait_selected(window, "^Wednesday 6 July 2022")
    driver.key("Return")
    # What comes second shows that the first came once.
    driver.wait_launched([driver.folder / "files/Pdfs/Neural_Tangent_Kernel.pdf",
                          driver.folder / "files/Pdfs/PoDLT/Chapter1.pdf"])

    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")
    equal(path.read_bytes(), driver.sample, "the file")


def one_edit_is_one_line(driver):
    """A title is edited, undone, redone and saved: one line of the file changes."""
    path = driver.copy_sample()
    process, window = driver.open(path)
    driver.go_to(window, NTK)
    title = driver.wait_for_field(window, "Title", NTK)
    driver.click(window, title)
    driver.wait_for_focus(window, None, "Title")
    driver.key("End")
    driver.type(" again")
    driver.row(window, NTK + " again")
    driver.wait_for_text(window, "Edited")

    driver.key("ctrl+z")
    driver.wait_for_field(window, "Title", NTK)
    driver.wait_gone(window, name="schedule.lectern.json · Edited")
    driver.key("ctrl+shift+z")
    driver.wait_for_field(window, "Title", NTK + " again")
    driver.wait_for_text(window, "Edited")

    # Typed, and not left by Tab.
    driver.key("End")
    driver.type("!")
    driver.key("ctrl+s")
    driver.wait_file(path, lambda data: b"again!" in data, "the file to be saved")
    driver.wait_gone(window, name="schedule.lectern.json · Edited")
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")
    equal(changed_lines(driver.sample, path.read_bytes()),
          [f'-           "title": "{NTK}",', f'+           "title": "{NTK} again!",'], "the diff")
    equal(sorted(entry.name for entry in driver.folder.iterdir()), ["files", path.name],
          "what is in the folder")


def undo_after_save(driver):
    """Undoing after a save and saving again gives the first bytes back."""
    path = driver.copy_sample()
    process, window = driver.open(path)
    driver.go_to(window, "Git Re-Basin")
    driver.click(window, driver.wait_for_field(window, "Title", "Git Re-Basin"))
    driver.wait_for_focus(window, None, "Title")
    driver.key("ctrl+a")
    driver.type("Other")
    driver.row(window, "Other")
    driver.key("ctrl+s")
    driver.wait_file(path, lambda data: b'"Other"' in data, "the file to be saved")
    driver.wait_gone(window, name="schedule.lectern.json · Edited")
    driver.key("ctrl+z")
    driver.row(window, "Git Re-Basin")
    driver.wait_for_text(window, "Edited")
    driver.key("ctrl+s")
    driver.wait_file(path, lambda data: data == driver.sample, "the first bytes")
    driver.wait_gone(window, name="schedule.lectern.json · Edited")
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")


def saving_unchanged_writes_nothing(driver):
    """Saving without an edit does not touch the file."""
    path = driver.copy_sample()
    before = path.stat()
    process, window = driver.open(path)
    driver.key("ctrl+s")
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")
    after = path.stat()
    equal((after.st_ino, after.st_mtime_ns), (before.st_ino, before.st_mtime_ns), "the file")
    check(not driver.launched, "nothing is launched")


run_tests([notes_open_once, one_edit_is_one_line, undo_after_save, saving_unchanged_writes_nothing])
