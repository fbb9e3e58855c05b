# test-dialogs.py: what opens but is in no other test's way
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A dialog is listened to as it opens (driver.py), a popover with its window.

import re

from a11y_lint import complaints_of
from driver import Failed, equal, run_tests
from notes import reach


def clean(window, fewest, but=None):
    complaints, count = complaints_of(window, but)
    if window.toolkit >= (4, 10):
        fewest //= 4
    if complaints or count < fewest:
        raise Failed(f"{len(complaints)} of {count}:\n" + "\n".join(complaints))


def end(driver, process):
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")


def back(driver, process):
    driver.key("Escape")
    return driver.window_saying(process, "^Deep Learning Theory Reading Group")


def presenters(driver):
    """Who presents, and who would get which of the planned sessions."""
    path = driver.copy_sample()
    path.write_bytes(driver.sample.replace(
        b'"id": "dltrg-1",', b'"id": "dltrg-1",\n      "presenters": ["Ada", "Emmy"],', 1))
    process, window = driver.open(path)
    driver.key("F10")
    driver.choose_menu_item(window, "Presenters…", 4)
    dialog = driver.dialog(process, "^Who is first is suggested next")
    driver.wait_for_text(dialog, "Emmy")
    for _ in range(8):
        if dialog.find("list item", "Fill Planned Sessions…", focused=True):
            break
        driver.key("Tab")
    driver.key("Return")
    dialog = driver.dialog(process, "sessions? changes?")
    driver.wait_for_text(dialog, "Ada")
    back(driver, process)
    end(driver, process)


def shortcuts(driver):
    """The window of the keys."""
    process, _ = driver.open(driver.copy_sample())
    driver.key("ctrl+question")
    # What GTK 4.8 gives no name to, or that of a page that is the only one.
    dialog = driver.dialog(process, "Open the notes$", but="page tab “_[0-9]”|^no name: (entry “GtkSearchEntry”|"
                           "push button “Gtk(Image|MenuButton)”|scroll pane “”)")
    driver.wait_for_text(dialog, "Save under another name$")
    back(driver, process)
    end(driver, process)


def popovers(driver):
    """The menu of a link, and what one is added and changed in."""
    process, window = driver.open(driver.copy_sample())
    driver.go_to(window, "Neural Tangent Kernel")
    reach(driver, window, re.compile("^Add PDF or Link…"))
    driver.key("space")
    driver.wait_for(window, name=re.compile("^_?Add Link"))
    clean(window, 300)
    driver.key("Escape")
    driver.wait_gone(window, name=re.compile("^_?Add Link"))
    for _ in range(12):
        if window.find(name=re.compile("^Menu of “rajatvd.github.io”"), focused=True):
            break
        driver.key("shift+Tab")
    driver.key("space")
    driver.wait_menu_item(window, re.compile("^_?Edit…"), 0)
    clean(window, 300)
    driver.press_mnemonic(window, re.compile("^_?Edit…"), "e")
    driver.wait_for(window, "text", "Label")
    clean(window, 300)
    driver.key("Escape")
    driver.wait_gone(window, "text", "Label")
    end(driver, process)


def folder_without(driver):
    """A folder that has no schedule."""
    process = driver.start()
    window = driver.window(process, role="frame")
    driver.wait_for_text(window, "No Schedule Open")
    driver.key("ctrl+shift+o")
    driver.choose_file(process, "^Open Folder$", driver.folder)
    driver.press(driver.dialog(process, "No Schedule in This Folder"), "Cancel")
    driver.window_saying(process, "No Schedule Open")
    end(driver, process)


run_tests([presenters, shortcuts, popovers, folder_without])
