# test-moves.py: what is moved and mended, as one step
#
# SPDX-License-Identifier: GPL-3.0-or-later

import re

from driver import equal, run_tests

SWAP = re.compile("^S_?wap With…")


def save_as_it_was(driver, process, window, path):
    """Undoes one step, saves, and compares with what was there first."""
    driver.key("ctrl+z")
    driver.key("ctrl+s")
    driver.wait_file(path, lambda data: data == driver.sample, "the file to be as it was")
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")


def postpone_by_keys(driver):
    """Postponing shows what moves, moves it, and is one step."""
    path = driver.copy_sample()
    process, window = driver.open(path)
    driver.wait_selected(window, "^Wednesday 4 January 2023")
    driver.key("ctrl+m")
    dialog = driver.dialog(process, "^21 sessions move")
    driver.wait_for_text(dialog, "^From Wed 4 Jan 2023 to Wed 11 Jan 2023, Neural networks")
    driver.wait_for_text(dialog, "Wed 18 Jan is taken by Lecture 1$")
    driver.key("Return")
    driver.wait_selected(window, "^Wednesday 11 January 2023, .*Neural networks")
    driver.key("ctrl+s")
    driver.wait_file(path, lambda data: b'"2023-10-25"' in data, "the file to be saved")
    save_as_it_was(driver, process, window, path)


def nothing_before_the_button(driver):
    """Escape leaves the schedule as it was."""
    process, window = driver.open(driver.copy_sample())
    driver.key("ctrl+m")
    driver.dialog(process, "^21 sessions move")
    driver.key("Escape")
    driver.wait_rows(window)
    driver.row(window, "^Wednesday 4 January 2023, .*Neural networks")
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")


def swap_from_the_menu(driver):
    """Two sessions change places from the menu of a row."""
    path = driver.copy_sample()
    process, window = driver.open(path)
    driver.wait_selected(window, "^Wednesday 4 January 2023")
    driver.key("Menu")
    driver.choose_menu_item(window, SWAP, 9)
    dialog = driver.dialog(process, "^2 sessions move")
    driver.press(dialog, "Swap")
    driver.wait_selected(window, "^Wednesday 11 January 2023, .*Neural networks")
    driver.row(window, "^Wednesday 4 January 2023, .*Lecture 1")
    driver.key("ctrl+s")
    driver.wait_file(path, lambda data: data != driver.sample, "the file to be saved")
    save_as_it_was(driver, process, window, path)


def remedy(driver):
    """A warning is mended by its button, and undone."""
    path = driver.copy_sample()
    process, window = driver.open(path)
    # The button is there once the schedule has been looked through.
    button = driver.wait_for(window, "push button", re.compile("Show 6 Warnings"))
    driver.click(window, button)
    driver.wait_for_text(window, "^Needs Attention")
    driver.click(window, driver.wait_for(window, "push button", re.compile("Use 21 Sep")))
    driver.wait_gone(window, "push button", re.compile("Use 21 Sep"))
    driver.wait_for_text(window, "^5 things")
    driver.key("Escape")
    driver.wait_rows(window)
    driver.row(window, "^Wednesday 21 September 2022, Git Re-Basin")
    driver.key("ctrl+s")
    driver.wait_file(path, lambda data: b'"2022-09-21"' in data, "the file to be saved")
    save_as_it_was(driver, process, window, path)


run_tests([postpone_by_keys, nothing_before_the_button, swap_from_the_menu, remedy])
