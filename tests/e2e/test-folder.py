# test-folder.py: the notes folder is renamed, here or by another program
#
# SPDX-License-Identifier: GPL-3.0-or-later

import re

from driver import check, equal, run_tests, until
from notes import NOTES, reach, save, scan

OLD, NEW = b"files/Pdfs", b"files/Notes"


def rename(driver, process, window, name):
    driver.key("F10")
    driver.press_mnemonic(window, "Change Notes Folder…", "g")
    dialog = driver.window_saying(process, "Move the Notes Folder")
    field = driver.wait_for(dialog, "text", "Folder")
    equal(field.text, "files/Pdfs", "the folder as it was")
    driver.key("ctrl+a")
    driver.type(name)
    until(lambda: field.text == name, lambda: f"{name}, not {field.text}")
    driver.press(dialog, "Move")


def renamed_here(driver):
    """The folder is renamed in the window: all follow, and undo and redo move it too."""
    path = driver.copy_sample()
    process, window = driver.open(path)
    rename(driver, process, window, "files/Notes")
    window = driver.window(process, role="frame")
    driver.wait_file(path, lambda content: content == driver.sample.replace(OLD, NEW), "the file to follow")
    check(not (driver.folder / "files/Pdfs").exists(), "the old folder has gone")
    driver.double_click(window, driver.row(window, "Hopfield"), (0.3, 0.5))
    driver.wait_launched([driver.folder / "files/Notes/hopfield_networks.pdf"])

    driver.key("ctrl+z")
    driver.wait_file(path, lambda content: content == driver.sample, "the file after undo")
    check((driver.folder / "files/Pdfs/Neural_Tangent_Kernel.pdf").exists(), "the folder is back")
    check(not (driver.folder / "files/Notes").exists(), "the new folder has gone")
    driver.key("ctrl+shift+z")
    driver.wait_file(path, lambda content: content == driver.sample.replace(OLD, NEW), "the file after redo")
    check((driver.folder / "files/Notes/Neural_Tangent_Kernel.pdf").exists(), "the folder is there again")
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")


def refused(driver):
    """A name that is taken is refused in a sentence, and nothing changes."""
    path = driver.copy_sample()
    (driver.folder / "taken").mkdir()
    before = sorted(driver.folder.rglob("*"))
    process, window = driver.open(path)
    rename(driver, process, window, "taken")
    dialog = driver.window_saying(process, "There is a “taken” already")
    driver.press(dialog, "Close")
    driver.window(process, role="frame")
    equal(sorted(driver.folder.rglob("*")), before, "what is there")
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")
    equal(path.read_bytes(), driver.sample, "the file")


def renamed_elsewhere(driver):
    """The folder was renamed by another program: one file is located, and the folder follows."""
    path = driver.copy_sample()
    (driver.folder / "files/Pdfs").rename(driver.folder / "files/Notes")
    process, window = driver.open(path)
    driver.key("Home")
    driver.wait_selected(window, "^Wednesday 6 July 2022")
    driver.wait_for(window, name=re.compile("^Locate “Chapter 1”"))
    reach(driver, window, re.compile("^Locate “Chapter 1”"))
    driver.key("space")
    driver.choose_file(process, "Locate File", driver.folder / "files/Notes/PoDLT/Chapter1.pdf")
    dialog = driver.window_saying(process, "other missing files are in the new place")
    driver.wait_for(dialog, name=re.compile("The notes folder is “files/Notes” from now on"))
    driver.press(dialog, "Mend All")
    window = driver.window(process, role="frame")
    driver.wait_for_text(window, "Edited")
    save(driver, window, path)
    equal(path.read_bytes(), driver.sample.replace(OLD, NEW), "the file")
    driver.key("ctrl+z")
    driver.wait_for_text(window, "Edited")
    save(driver, window, path)
    equal(path.read_bytes(), driver.sample, "the file after one undo")
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")


def moved_out(driver):
    """The notes were moved out of the schedule's folder: one is located, copies are made of all."""
    path = driver.copy_sample()
    away = driver.folder.parent / (driver.folder.name + "-away")
    # A chooser that has nothing to show takes no path in GTK 4.8: one folder stays.
    (driver.folder / "files/Pdfs").rename(away)
    process, window = driver.open(path)
    driver.key("Home")
    driver.wait_selected(window, "^Wednesday 6 July 2022")
    driver.wait_for(window, name=re.compile("^Locate “Chapter 1”"))
    reach(driver, window, re.compile("^Locate “Chapter 1”"))
    driver.key("space")
    driver.choose_file(process, "Locate File", away / "PoDLT/Chapter1.pdf")
    dialog = driver.window_saying(process, "other missing files are where this one was")
    driver.press(dialog, "Copy All")
    there = sorted(pdf.relative_to(away) for pdf in away.rglob("*.pdf"))
    check(len(there) > 5, "there are notes")
    until(lambda: all((driver.folder / "files/Pdfs" / pdf).exists() for pdf in there), "the copies")
    window = driver.window(process, role="frame")
    driver.wait_for(window, name=re.compile("^Open “Chapter 1”"))
    for pdf in there:
        equal((driver.folder / "files/Pdfs" / pdf).read_bytes(), (away / pdf).read_bytes(), "the copy")
    equal(sorted(pdf.relative_to(away) for pdf in away.rglob("*.pdf")), there, "the originals")
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")
    equal(path.read_bytes(), driver.sample, "the file, which names them as before")


def copy_changed(driver):
    """A redo says if the copy is not what it was."""
    path = driver.copy_sample()
    process, window = driver.open(path)
    driver.go_to(window, "Git Re-Basin")
    driver.key("ctrl+shift+a")
    driver.choose_file(process, "Attach PDF", scan(driver))
    driver.wait_for_text(window, "Edited")
    [copy] = [entry for entry in (driver.folder / "files/Pdfs").iterdir()
              if entry.name.startswith("Git_Re-Basin")]
    window = driver.window(process, role="frame")
    driver.wait_rows(window)
    driver.key("ctrl+z")
    driver.wait_for(window, name="The copy stays in “files/Pdfs”")
    copy.write_bytes(NOTES + b"by another program")
    driver.key("ctrl+shift+z")
    driver.wait_for(window, name=f"“files/Pdfs/{copy.name}” has changed or gone since it was attached")
    driver.key("ctrl+s", "ctrl+w")
    equal(process.wait(), 0, "the exit status")


run_tests([renamed_here, refused, renamed_elsewhere, moved_out, copy_changed])
