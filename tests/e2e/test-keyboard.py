# test-keyboard.py: all of it without a pointer
#
# SPDX-License-Identifier: GPL-3.0-or-later

from driver import equal, run_tests

NTK = "Neural Tangent Kernel"


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


def tab_leaves_the_list(driver):
    """Tab goes from the list to the editor, not through every row."""
    process, window = driver.open(driver.copy_sample())
    for _ in range(12):
        driver.key("Tab")
    driver.wait_selected(window, "^Wednesday 4 January 2023")
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")


run_tests([edit_by_keys, search_by_typing, menu_of_a_row, tab_leaves_the_list])
