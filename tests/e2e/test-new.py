# test-new.py: a schedule from nothing; sessions that come and go
#
# SPDX-License-Identifier: GPL-3.0-or-later

import json

from driver import equal, run_tests, until


def new_schedule(driver):
    """New schedule, first session, save as."""
    process = driver.start()
    window = driver.window(process, role="frame")
    driver.wait_for_text(window, "No Schedule Open")
    driver.press(window, "New Schedule")
    driver.press(window, "Add the First Session")
    driver.wait_for_focus(window, "text", "Title")
    driver.type("Our first paper")
    driver.row(window, "Our first paper")

    path = driver.folder / "ours.lectern.json"
    driver.key("ctrl+s")
    chooser = driver.chooser(process, "Save")
    driver.wait_for_focus(chooser, "text")
    driver.key("ctrl+a")
    driver.type(str(path))
    driver.wait_for(chooser, "text", focused=True)
    driver.key("Return")
    driver.wait_file(path, lambda data: data.endswith(b"}\n"), "the file to be saved")
    window = driver.window(process, role="frame")
    driver.wait_for(window, name="ours.lectern.json")

    schedule = json.loads(path.read_text())
    equal(schedule["lectern"], 1, "the version")
    equal([paper["title"] for session in schedule["sessions"] for paper in session["papers"]],
          ["Our first paper"], "the papers")

    # From now on it saves there.
    driver.wait_for_focus(window, "text", "Title")
    driver.type("!")
    driver.key("ctrl+s")
    driver.wait_file(path, lambda data: b"Our first paper!" in data, "the file to be saved")
    driver.wait_gone(window, name="ours.lectern.json · Edited")
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")


def unsaved_new_schedule(driver):
    """A new schedule that nothing was put into closes without a question."""
    process = driver.start()
    window = driver.window(process, role="frame")
    driver.press(window, "New Schedule")
    driver.wait_button(window, "Add the First Session")
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")


def duplicate_and_remove(driver):
    """Duplicate and remove, each undone; the toast's Undo too."""
    path = driver.copy_sample()
    process, window = driver.open(path)
    driver.go_to(window, "Git Re-Basin")
    driver.key("ctrl+d")
    until(lambda: len(driver.matching_rows(window, "Git Re-Basin")) == 2, "a second row")
    driver.key("ctrl+z")
    until(lambda: len(driver.matching_rows(window, "Git Re-Basin")) == 1, "one row again")

    driver.wait_rows(window)
    driver.go_to(window, "Git Re-Basin")
    driver.key("Delete")
    until(lambda: not driver.matching_rows(window, "Git Re-Basin"), "the row to go")
    driver.wait_for_text(window, "“Git Re-Basin” was removed")
    driver.press(window, "Undo")
    driver.row(window, "Git Re-Basin")
    driver.wait_rows(window)
    driver.wait_gone(window, name="schedule.lectern.json · Edited")
    driver.key("ctrl+s")
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")
    equal(path.read_bytes(), driver.sample, "the file")


def save_as_keeps_the_first(driver):
    """Save As writes a copy, and the first file keeps its bytes."""
    path = driver.copy_sample()
    copy = driver.folder / "copy.lectern.json"
    process, window = driver.open(path)
    driver.go_to(window, "Flat Minima")
    driver.key("F2")
    driver.wait_for_focus(window, "text", "Title")
    driver.key("ctrl+a")
    driver.type("Sharp Minima")
    driver.row(window, "Sharp Minima")
    driver.key("ctrl+shift+s")
    chooser = driver.chooser(process, "Save")
    driver.wait_for_focus(chooser, "text")
    driver.key("ctrl+a")
    driver.type(str(copy))
    driver.key("Return")
    driver.wait_file(copy, lambda data: b"Sharp Minima" in data, "the copy")
    window = driver.window(process, role="frame")
    driver.wait_for(window, name="copy.lectern.json")
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")
    equal(path.read_bytes(), driver.sample, "the first file")
    equal(copy.read_bytes(), driver.sample.replace(b'"Flat Minima"', b'"Sharp Minima"'), "the copy")


run_tests([new_schedule, unsaved_new_schedule, duplicate_and_remove, save_as_keeps_the_first])
