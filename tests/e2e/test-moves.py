# test-moves.py: what is moved and mended, as one step
#
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import re

from driver import State, equal, run_tests, until, xdotool

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


def drag(driver, window, start, end, fraction=(0.3, 0.5)):
    """Drags a row to another one, or to a place in it."""
    first = driver.way_to(window, driver.row(window, start), (0.3, 0.5))
    last = driver.way_to(window, driver.row(window, end), fraction)
    xdotool(*first, "mousedown", 1)
    for step in range(1, 8):
        xdotool("mousemove_relative", "--", step, step)
    xdotool(*last)
    for step in (1, -1, 1, -1, 1, -1):
        xdotool("mousemove_relative", "--", step, 0, "sleep", 0.1)
    xdotool("mouseup", 1)


def drag_a_row(driver):
    """A row dragged onto another goes there, and what lies between closes up."""
    path = driver.copy_sample()
    process, window = driver.open(path)
    driver.wait_selected(window, "^Wednesday 4 January 2023")
    drag(driver, window, "^Wednesday 4 January 2023", "^Wednesday 18 January 2023")
    dialog = driver.dialog(process, "^[34] sessions move")
    driver.wait_for_text(dialog, "^From Wed 4 Jan 2023 to Wed 18 Jan 2023, Neural networks")
    driver.press(dialog, "Move")
    driver.wait_selected(window, "^Wednesday 18 January 2023, .*Neural networks")
    driver.row(window, "^Wednesday 4 January 2023, .*Lecture 1")
    driver.key("ctrl+s")
    driver.wait_file(path, lambda data: data != driver.sample, "the file to be saved")
    save_as_it_was(driver, process, window, path)


def drag_from_the_backlog(driver):
    """A session without a date dragged above another gets its day."""
    path = driver.folder / "schedule.lectern.json"
    sessions = [{"id": "a", "date": "2023-01-04", "title": "First"},
                {"id": "b", "date": "2023-01-11", "title": "Second"},
                {"id": "c", "title": "Waiting"}]
    path.write_text(json.dumps({"lectern": 1, "sessions": sessions}))
    process, window = driver.open(path)
    driver.row(window, "Waiting")
    drag(driver, window, "Waiting", "Second", (0.3, 0.02))
    dialog = driver.dialog(process, "^2 sessions move")
    driver.press(dialog, "Move")
    driver.wait_selected(window, "^Wednesday 11 January 2023, .*Waiting")
    driver.row(window, "^Wednesday 18 January 2023, .*Second")
    driver.key("ctrl+s")
    driver.wait_file(path, lambda data: [entry.get("date") for entry in json.loads(data)["sessions"]] ==
                     ["2023-01-04", "2023-01-11", "2023-01-18"], "the dates")
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")


def schedule_several(driver):
    """Those without a date get the next free days from their menu, as one step."""
    path = driver.folder / "schedule.lectern.json"
    sessions = [{"id": "a", "date": "2022-12-21", "title": "First"}, {"id": "b", "date": "2022-12-28", "title": "Second"},
                {"id": "x", "date": "2023-01-04", "kind": "break", "title": "Rest"},
                {"id": "c", "title": "Waiting"}, {"id": "d", "title": "Patient"}]
    before = json.dumps({"lectern": 1, "sessions": sessions})
    path.write_text(before)
    process, window = driver.open(path)
    driver.go_to(window, "Waiting")
    driver.key("shift+Down")
    driver.wait_for_text(window, "^2 Sessions Selected")
    driver.key("Menu")
    driver.choose_menu_item(window, re.compile("^Schedule _?Next…"), 4)
    dialog = driver.dialog(process, "^2 sessions move")
    driver.press(dialog, "Schedule")
    driver.row(window, "^Wednesday 11 January 2023, .*Waiting")
    driver.row(window, "^Wednesday 18 January 2023, .*Patient")
    driver.key("ctrl+s")
    driver.wait_file(path, lambda data: b'"2023-01-18"' in data, "the file to be saved")
    driver.key("ctrl+z", "ctrl+s")
    driver.wait_file(path, lambda data: data == before.encode(), "the file to be as it was")
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")


def select_by_keys(driver):
    """Shift selects more, Delete removes them, and what is undone is selected."""
    path = driver.copy_sample()
    process, window = driver.open(path)
    driver.wait_selected(window, "^Wednesday 4 January 2023")
    driver.key("shift+Down", "shift+Down")
    driver.wait_for_text(window, "^3 Sessions Selected")
    driver.key("Delete")
    driver.wait_for_text(window, "^3 sessions were removed")
    driver.key("ctrl+z")
    driver.wait_for_text(window, "^3 Sessions Selected")
    driver.wait_selected(window, "^Wednesday 4 January 2023")
    driver.key("ctrl+a")
    driver.wait_for_text(window, "^36 Sessions Selected")
    driver.key("Escape")
    until(lambda: sum(row.has(State.SELECTED) for row in driver.rows(window)) == 1, "one to be selected")
    driver.key("alt+Down")
    driver.dialog(process, "sessions move")
    driver.key("Escape")
    driver.window_saying(process, "^Deep Learning Theory Reading Group")
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")


run_tests([postpone_by_keys, nothing_before_the_button, swap_from_the_menu, remedy,
           drag_a_row, drag_from_the_backlog, schedule_several, select_by_keys])
