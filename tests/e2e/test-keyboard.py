# test-keyboard.py: all of it without a pointer
#
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import pathlib

from driver import State, check, equal, run_tests, until
from notes import NOTES, resources, scan

NTK = "Neural Tangent Kernel"
PAGE = pathlib.Path(__file__).parent.parent / "page/deep-learning-theory.md"


def edit_by_keys(driver):
    """Open notes, edit, go back, undo, redo, save and close by keys."""
    path = driver.copy_sample()
    process, window = driver.open(path)
    driver.wait_selected(window, "^Wednesday 4 January 2023, Next, in 2 days, Neural networks")
    driver.key("Up")
    driver.wait_selected(window, "^Wednesday 7 December 2022")
    driver.key("End")
    driver.wait_selected(window, "^Wednesday 18 October 2023")
    driver.go_to(window, NTK)
    driver.key("Return")
    driver.wait_launched([driver.folder / "files/Pdfs/Neural_Tangent_Kernel.pdf"])

    driver.key("F2")
    driver.wait_for_focus(window, "text", "Title")
    driver.key("ctrl+a")
    driver.type("Kernels")
    driver.wait_for_field(window, "Title", "Kernels")
    driver.key("Escape")
    driver.wait_rows(window)
    driver.row(window, "Kernels")
    driver.key("ctrl+z")
    driver.row(window, NTK)
    driver.key("ctrl+shift+z")
    driver.row(window, "Kernels")
    driver.key("ctrl+s")
    driver.wait_file(path, lambda data: b'"Kernels"' in data, "the file to be saved")

    driver.key("Right")
    driver.wait_for_focus(window, "text", "Title")
    driver.key("Escape")
    driver.wait_rows(window)
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")
    equal(path.read_bytes(), driver.sample.replace(b'"' + NTK.encode() + b'"', b'"Kernels"'),
          "the file")


def search_by_typing(driver):
    """Typing searches, Down goes to what was found, Escape shows all again."""
    process, window = driver.open(driver.copy_sample())
    driver.type("stein")
    driver.wait_for_field(window, "Search sessions", "stein")
    driver.wait_row_count(window, 1)
    driver.row(window, "Discrete Stein Operators")
    # Past the filters.
    driver.key("Down")
    driver.wait_rows(window)
    driver.wait_selected(window, "Discrete Stein Operators")
    driver.key("Escape")
    driver.wait_row_count(window, 36)
    # What was found stays selected.
    driver.wait_rows(window)
    driver.wait_selected(window, "Discrete Stein Operators")

    driver.key("ctrl+f")
    driver.wait_for_focus(window, None, "Search sessions")
    driver.type("monte carlo")
    driver.wait_row_count(window, 3)
    driver.key("Escape")
    driver.wait_row_count(window, 36)
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")


def menu_of_a_row(driver):
    """The Menu key and Shift+F10 open the row's menu with every resource."""
    process, window = driver.open(driver.copy_sample())
    driver.go_to(window, NTK)
    for key in ("Menu", "shift+F10"):
        driver.key(key)
        driver.wait_menu_item(window, "Open “Notes”", 1)
        driver.wait_menu_item(window, "Open “rajatvd.github.io”", 0, focused=True)
        driver.key("Escape")
        driver.wait_rows(window)
    driver.key("Menu")
    driver.wait_menu_item(window, "Open “rajatvd.github.io”", 0, focused=True)
    driver.key("Return")
    driver.wait_launched(["https://rajatvd.github.io/NTK/"])
    driver.wait_rows(window)
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")


def focus(window):
    """What has the focus; a row stands for its list."""
    return next((node for node in window.walk() if node.has(State.FOCUSED)), None)


def tab_leaves_the_list(driver):
    """Tab goes from the list to the editor, not through every row, and Shift+Tab back."""
    process, window = driver.open(driver.copy_sample())
    driver.wait_for(window, "text", "Title")
    driver.key("Tab")
    until(lambda: focus(window) is not None, "Tab to leave the list")
    driver.key("shift+Tab")
    row = driver.wait_rows(window)
    check(row.has(State.SELECTED), f"the focus is at {row}, which is not selected")
    driver.wait_selected(window, "^Wednesday 4 January 2023")
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")


def name_file(driver, process, title, path):
    chooser = driver.chooser(process, title)
    driver.wait_for_focus(chooser, "text")
    driver.key("ctrl+a")
    driver.type(str(path))
    driver.wait_for(chooser, "text", focused=True)
    driver.key("Return")


def whole_job(driver):
    """From a page to a published one: imported, edited, with notes, saved and announced."""
    page = driver.folder / "reading-group.md"
    page.write_bytes(PAGE.read_bytes())
    # GTK 4.8's chooser takes no path that is typed while it shows nothing.
    (driver.folder / "drafts").mkdir()
    process = driver.start()
    window = driver.window(process, role="frame")
    driver.wait_button(window, "Import a Page…")
    for _ in range(12):
        there = focus(window)
        if there is not None and there.role == "push button" and "Import a Page" in there.name:
            break
        driver.key("Tab")
    driver.key("Return")
    driver.choose_file(process, "Import Page", page)
    driver.dialog(process, "^36 rows found")
    driver.key("Return")
    window = driver.window(process, role="frame")
    driver.wait_selected(window, "^Wednesday 4 January 2023")

    path = driver.folder / "ours.lectern.json"
    driver.key("ctrl+s")
    name_file(driver, process, "Save Schedule", path)
    driver.wait_file(path, lambda data: data.endswith(b"}\n"), "the file to be saved")
    window = driver.window(process, role="frame")
    driver.wait_for(window, name="ours.lectern.json")

    driver.wait_rows(window)
    driver.key("F2")
    driver.wait_for_focus(window, "text", "Title")
    driver.key("ctrl+a")
    driver.type("Hopfield networks")
    driver.row(window, "Hopfield networks")
    driver.key("Escape")
    driver.wait_rows(window)

    pdf = scan(driver)
    driver.key("ctrl+shift+a")
    driver.choose_file(process, "Attach PDF", pdf)
    driver.dialog(process, "Where Are the Notes Kept")
    driver.key("Return")
    window = driver.window(process, role="frame")
    driver.wait_rows(window)
    driver.key("ctrl+s")
    driver.wait_gone(window, name="ours.lectern.json · Edited")
    [notes] = [entry for entry in resources(path, "Hopfield networks") if "file" in entry]
    equal((driver.folder / notes["file"]).read_bytes(), NOTES, "the copy")

    driver.key("ctrl+shift+p")
    driver.dialog(process, "^1 row changes")
    driver.key("Return")
    until(lambda: b"Hopfield networks" in page.read_bytes(), "the page to be published")
    before, after = PAGE.read_text().split("\n"), page.read_text().split("\n")
    equal(sum(one != two for one, two in zip(before, after)) + abs(len(before) - len(after)), 1,
          "how many lines of the page changed")
    # The new file is named where the site does not know it.
    driver.window_saying(process, "row changed in reading-group.md")
    if driver.window_saying(process, ".").role != "frame":
        driver.key("Return")
    window = driver.window(process, role="frame")
    driver.wait_rows(window)
    driver.key("ctrl+e")
    dialog = driver.dialog(process, "^Announcement")
    text = driver.wait_for(dialog, "text", "Text")
    until(lambda: "Hopfield networks" in text.text, lambda: f"the title in {text.text}")
    driver.key("Escape")
    window = driver.window(process, role="frame")
    driver.wait_rows(window)
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")
    equal(json.loads(path.read_text())["page"], "reading-group.md", "the page that is remembered")


run_tests([edit_by_keys, search_by_typing, menu_of_a_row, tab_leaves_the_list, whole_job])
