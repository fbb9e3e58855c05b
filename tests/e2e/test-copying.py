# test-copying.py: copies that take a while can be followed and stopped
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A disk is made slow by strace, which holds up each look into one file.

import os

from driver import check, equal, run_tests, until
from notes import NOTES, scan

# In pieces of 256 KiB, so that there is time enough to press Cancel on a busy
# machine: nobody waits for all of it.
LARGE = NOTES + b"x" * (4 * 1024 * 1024)


def slow(driver, path):
    """What is put before the program, so that it reads a file slowly."""
    return ["strace", "-D", "-f", "-qq", "-o", driver.home / "trace", "-P", path,
            "-e", "trace=pread64", "-e", "inject=pread64:delay_enter=3s"]


def cancel_attaching(driver):
    """A PDF that takes a while to copy shows how far it is, and Cancel leaves nothing of it."""
    path = driver.copy_sample()
    pdf = scan(driver, content=LARGE)
    before = sorted(driver.folder.rglob("*"))
    process, window = driver.open(path, prefix=slow(driver, pdf))
    driver.go_to(window, "Git Re-Basin")
    driver.key("ctrl+shift+a")
    driver.choose_file(process, "Attach PDF", pdf)
    dialog = driver.window_saying(process, "Copying into the Notes Folder")
    driver.wait_for(dialog, name="How much is copied")
    driver.press(dialog, "Cancel")
    window = driver.window(process, role="frame")
    driver.wait_rows(window)
    equal(sorted(driver.folder.rglob("*")), before, "what is in the folder")
    check(pdf.read_bytes() == LARGE, "the original is whole")
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")
    equal(path.read_bytes(), driver.sample, "the file")


def save_as(driver, process, target):
    driver.key("ctrl+shift+s")
    chooser = driver.chooser(process, "Save Schedule")
    driver.wait_for_focus(chooser, "text")
    driver.key("ctrl+a")
    driver.type(str(target))
    driver.wait_for(chooser, "text", focused=True)
    driver.key("Return")


def cancel_carrying(driver):
    """Notes that come along show how far they are, and Cancel leaves all as it was."""
    path = driver.copy_sample()
    large = driver.folder / "files/Pdfs/Neural_Tangent_Kernel.pdf"
    large.write_bytes(LARGE)
    other = driver.folder / "other"
    other.mkdir()
    process, window = driver.open(path, prefix=slow(driver, large))
    save_as(driver, process, other / "copied.json")
    driver.press(driver.window_saying(process, "Take the Notes Along"), "Copy Notes Along")
    dialog = driver.window_saying(process, "Copying Notes Along")
    driver.wait_for(dialog, name="How much is copied")
    driver.press(dialog, "Cancel")
    window = driver.window(process, role="frame")
    driver.wait_rows(window)
    until(lambda: not list(other.iterdir()), lambda: f"nothing to be left, not {list(other.iterdir())}")
    driver.wait_for(window, name=path.name)
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")
    check(large.read_bytes() == LARGE, "the original is whole")
    equal(path.read_bytes(), driver.sample, "the file")


def not_saved_there(driver):
    """If the schedule cannot be saved there, the copies of its notes go again."""
    path = driver.copy_sample()
    other = driver.folder / "other"
    other.mkdir()
    (other / "files").mkdir()
    os.mkfifo(other / "pipe.json")
    # Their copies get another name there, so that the schedule is changed too.
    for pdf in (driver.folder / "files").rglob("*.pdf"):
        taken = other / pdf.relative_to(driver.folder)
        taken.parent.mkdir(parents=True, exist_ok=True)
        taken.write_bytes(b"something else")
    before = sorted(other.rglob("*"))
    process, window = driver.open(path)
    save_as(driver, process, other / "pipe.json")
    driver.window_saying(process, "already exists")
    driver.key("alt+r")
    driver.press(driver.window_saying(process, "Take the Notes Along"), "Copy Notes Along")
    dialog = driver.window_saying(process, "Schedule Was Not Saved")
    check(sorted(other.rglob("*")) != before, "the notes were copied")
    driver.press(dialog, "Cancel")
    window = driver.window(process, role="frame")
    driver.wait_rows(window)
    equal(sorted(other.rglob("*")), before, "what is in the other folder")
    driver.wait_for(window, name=path.name)
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")
    equal(path.read_bytes(), driver.sample, "the file")


run_tests([cancel_attaching, cancel_carrying, not_saved_there])
