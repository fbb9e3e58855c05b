# test-notes.py: PDFs are attached, found again, and taken off
#
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import re

from driver import check, equal, run_tests
from notes import NOTES, reach, resources, save, scan


def attach_by_chooser(driver):
    """A PDF is chosen: it is copied, opens, and undo leaves the copy."""
    path = driver.copy_sample()
    pdf = scan(driver)
    process, window = driver.open(path)
    driver.go_to(window, "Git Re-Basin")
    driver.key("ctrl+shift+a")
    driver.choose_file(process, "Attach PDF", pdf)
    driver.wait_for_text(window, "Edited")
    [copy] = [entry for entry in (driver.folder / "files/Pdfs").iterdir()
              if entry.name.startswith("Git_Re-Basin")]
    equal(copy.read_bytes(), NOTES, "the copy")
    equal(pdf.read_bytes(), NOTES, "the original")

    save(driver, window, path)
    equal(resources(path, "Git Re-Basin"), [{"label": "Notes", "file": f"files/Pdfs/{copy.name}"}],
          "what is attached")
    window = driver.window(process, role="frame")
    driver.go_to(window, "Git Re-Basin")
    driver.key("Return")
    driver.wait_launched([copy])

    driver.key("ctrl+z")
    driver.wait_for(window, name="The copy stays in “files/Pdfs”")
    save(driver, window, path)
    equal(path.read_bytes(), driver.sample, "the file after undo")
    equal(copy.read_bytes(), NOTES, "the copy after undo")

    driver.key("ctrl+shift+z")
    driver.wait_for_text(window, "Edited")
    save(driver, window, path)
    equal(resources(path, "Git Re-Basin"), [{"label": "Notes", "file": f"files/Pdfs/{copy.name}"}],
          "what is attached after redo")
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")


def refused(driver):
    """What is no PDF is refused in a sentence, and nothing changes."""
    path = driver.copy_sample()
    pdf = scan(driver, "letter.pdf", b"no PDF at all")
    process, window = driver.open(path)
    before = sorted(driver.folder.rglob("*"))
    driver.go_to(window, "Git Re-Basin")
    driver.key("ctrl+shift+a")
    driver.choose_file(process, "Attach PDF", pdf)
    dialog = driver.dialog(process, "“letter.pdf” is not a PDF file")
    driver.press(dialog, "Close")
    equal(sorted(driver.folder.rglob("*")), before, "what is in the folder")
    driver.window(process, role="frame")
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")
    equal(path.read_bytes(), driver.sample, "the file")


def first_folder(driver):
    """A schedule that names no folder is asked for one; undo takes that back too."""
    path = driver.copy_sample()
    plain = json.loads(driver.sample)
    del plain["notes"]
    before = json.dumps(plain, indent=2, ensure_ascii=False) + "\n"
    path.write_text(before)
    pdf = scan(driver)
    process, window = driver.open(path)
    driver.go_to(window, "Git Re-Basin")
    driver.key("ctrl+shift+a")
    driver.choose_file(process, "Attach PDF", pdf)
    dialog = driver.dialog(process, "Where Are the Notes Kept")
    driver.wait_for(dialog, name="files/Pdfs")
    driver.press(dialog, "Keep Notes There")
    window = driver.window(process, role="frame")
    driver.wait_for_text(window, "Edited")
    save(driver, window, path)
    equal(json.loads(path.read_text())["notes"], {"folder": "files/Pdfs"}, "the folder")
    driver.key("ctrl+z")
    driver.wait_for_text(window, "Edited")
    save(driver, window, path)
    equal(path.read_text(), before, "the file after undo")
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")


def locate(driver):
    """A folder was renamed: one file is located, the others are mended with it."""
    path = driver.copy_sample()
    (driver.folder / "files/Pdfs/PoDLT").rename(driver.folder / "files/Pdfs/Book")
    process, window = driver.open(path)
    driver.key("Home")
    driver.wait_selected(window, "^Wednesday 6 July 2022")
    driver.wait_for(window, name=re.compile("^Locate “Chapter 1”"))
    reach(driver, window, re.compile("^Locate “Chapter 1”"))
    driver.key("space")
    driver.choose_file(process, "Locate File", driver.folder / "files/Pdfs/Book/Chapter1.pdf")
    dialog = driver.dialog(process, "other missing files are in the new place")
    driver.press(dialog, "Mend All")
    window = driver.window(process, role="frame")
    driver.wait_for_text(window, "Edited")
    save(driver, window, path)
    equal(path.read_bytes(), driver.sample.replace(b"PoDLT/", b"Book/"), "the file")
    driver.key("ctrl+z")
    driver.wait_for_text(window, "Edited")
    save(driver, window, path)
    equal(path.read_bytes(), driver.sample, "the file after one undo")
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")


def remove_keeps_the_file(driver):
    """Taking a PDF off a session leaves the file."""
    path = driver.copy_sample()
    process, window = driver.open(path)
    driver.go_to(window, "Neural Tangent Kernel")
    reach(driver, window, re.compile("^Menu of “Notes”"))
    driver.key("space")
    driver.press_mnemonic(window, "Remove", "r")
    driver.wait_for_text(window, "Edited")
    save(driver, window, path)
    equal(resources(path, "Neural Tangent Kernel"), [{"url": "https://rajatvd.github.io/NTK/"}],
          "what is attached")
    check((driver.folder / "files/Pdfs/Neural_Tangent_Kernel.pdf").exists(), "the file is there")
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")


def unattached(driver):
    """A PDF in the notes folder that belongs to no session goes to the one it names."""
    path = driver.copy_sample()
    (driver.folder / "files/Pdfs/git-rebasin.pdf").write_bytes(NOTES)
    (driver.folder / "files/Pdfs/zz.pdf").write_bytes(NOTES)
    process, window = driver.open(path)
    driver.key("F10")
    driver.press_mnemonic(window, "Unattached Files…", "u")
    dialog = driver.dialog(process, "git-rebasin.pdf")
    driver.wait_for(dialog, name=re.compile("Its name matches Thu.*Git Re-Basin"))
    driver.press(dialog, "Attach “files/Pdfs/git-rebasin.pdf”")
    driver.wait_gone(dialog, name="files/Pdfs/git-rebasin.pdf")
    driver.wait_for(dialog, name="files/Pdfs/zz.pdf")
    driver.key("Escape")
    window = driver.window(process, role="frame")
    driver.wait_for_text(window, "Edited")
    save(driver, window, path)
    equal(resources(path, "Git Re-Basin"), [{"label": "Notes", "file": "files/Pdfs/git-rebasin.pdf"}],
          "what is attached")
    driver.key("ctrl+z")
    driver.wait_for_text(window, "Edited")
    save(driver, window, path)
    equal(path.read_bytes(), driver.sample, "the file after undo")
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")


def unsaved(driver):
    """A schedule that has no file is saved first, and then the PDF is attached."""
    pdf = scan(driver)
    process = driver.start()
    window = driver.window(process, role="frame")
    driver.press(window, "New Schedule")
    driver.press(window, "Add the First Session")
    driver.wait_for_focus(window, "text", "Title")
    driver.type("Our first paper")
    driver.row(window, "Our first paper")
    driver.key("ctrl+shift+a")
    driver.choose_file(process, "Attach PDF", pdf)
    dialog = driver.dialog(process, "Save the Schedule First")
    driver.press(dialog, "Save…")
    path = driver.folder / "ours.lectern.json"
    chooser = driver.chooser(process, "Save Schedule")
    driver.wait_for_focus(chooser, "text")
    driver.key("ctrl+a")
    driver.type(str(path))
    driver.wait_for(chooser, "text", focused=True)
    driver.key("Return")
    dialog = driver.dialog(process, "Where Are the Notes Kept")
    driver.press(dialog, "Keep Notes There")
    window = driver.window(process, role="frame")
    driver.wait_for(window, name="ours.lectern.json · Edited")
    save(driver, window, path)
    equal(resources(path, "Our first paper"), [{"label": "Notes", "file": "notes/Our_first_paper.pdf"}],
          "what is attached")
    equal((driver.folder / "notes/Our_first_paper.pdf").read_bytes(), NOTES, "the copy")
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")


def save_elsewhere(driver):
    """Saved in another folder, the notes are copied along or left, as is said."""
    path = driver.copy_sample()
    other = driver.folder / "other"
    other.mkdir()
    process, window = driver.open(path)
    for target, answer in ((other / "left.json", "Leave Them Behind"), (driver.folder / "same.json", None),
                           (other / "copied.json", "Copy Notes Along")):
        driver.key("ctrl+shift+s")
        chooser = driver.chooser(process, "Save Schedule")
        driver.wait_for_focus(chooser, "text")
        driver.key("ctrl+a")
        driver.type(str(target))
        driver.wait_for(chooser, "text", focused=True)
        driver.key("Return")
        if answer is not None:
            dialog = driver.dialog(process, "Take the Notes Along")
            check(not (other / "files").exists(), "nothing was copied before it was said")
            driver.press(dialog, answer)
        window = driver.window(process, role="frame")
        driver.wait_for(window, name=target.name)
        equal(target.read_bytes(), driver.sample, "the schedule")
        if answer == "Leave Them Behind":
            # The next is saved from where the notes are.
            check(not (other / "files").exists(), "nothing was copied")
            driver.key("ctrl+w")
            equal(process.wait(), 0, "the exit status")
            process, window = driver.open(path)
    pdfs = sorted(driver.folder.glob("files/**/*.pdf"))
    for pdf in pdfs:
        equal((other / pdf.relative_to(driver.folder)).read_bytes(), pdf.read_bytes(), "the copy")
    check(len(pdfs) > 5, "there are notes")
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")


run_tests([attach_by_chooser, refused, first_folder, locate, remove_keeps_the_file, unattached, unsaved,
           save_elsewhere])
