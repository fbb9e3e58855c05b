# test-external.py: other programs that change the file
#
# SPDX-License-Identifier: GPL-3.0-or-later

import os

from driver import State, equal, run_tests, until


def theirs(driver):
    return driver.sample.replace(b"Toy Models of Superposition", b"Models That Are Toys")


def still_selected(driver, window):
    """Later versions have to scroll to it first."""
    until(lambda: driver.row(window, "Flat Minima").has(State.SELECTED), "Flat Minima to be selected")


def unedited(driver):
    """Without unsaved changes the file is loaded again, and the selection stays."""
    path = driver.copy_sample()
    process, window = driver.open(path)
    driver.go_to(window, "Flat Minima")
    # As editors do it: another file in its place.
    other = path.with_suffix(".new")
    other.write_bytes(theirs(driver))
    os.replace(other, path)
    driver.wait_for_text(window, "was changed by another program and loaded again")
    driver.row(window, "Models That Are Toys")
    still_selected(driver, window)
    # And in place.
    path.write_bytes(driver.sample)
    driver.row(window, "Toy Models of Superposition")
    still_selected(driver, window)
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")


def type_title(driver, window):
    driver.go_to(window, "Flat Minima")
    driver.click(window, driver.wait_for_field(window, "Title", "Flat Minima"))
    driver.wait_for_focus(window, None, "Title")
    driver.key("End")
    driver.type(" 2")
    driver.row(window, "Flat Minima 2")


def edited(driver):
    """With unsaved changes nothing is loaded unasked, and a reload loses nothing."""
    path = driver.copy_sample()
    process, window = driver.open(path)
    type_title(driver, window)
    newer = driver.sample.replace(b"Deep Learning Theory Reading Group", b"Another Name")
    path.write_bytes(newer)
    driver.wait_for_text(window, "was changed by another program, and here are changes")
    driver.row(window, "Flat Minima 2")
    driver.press(window, "Reload")
    driver.press(driver.dialog(process, "Reload the File"), "Reload")
    window = driver.window(process, role="frame")
    driver.row(window, "Flat Minima(?! 2)")
    driver.wait_for_text(window, "1 session differs. The file has been changed since then.")
    driver.press(window, "Restore")
    driver.row(window, "Flat Minima 2")
    equal(path.read_bytes(), newer, "the file")
    driver.key("ctrl+z")
    driver.row(window, "Flat Minima(?! 2)")
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")
    equal(path.read_bytes(), newer, "the file")


def merged(driver):
    """Changes of different sessions are merged, as one step, and saved."""
    path = driver.copy_sample()
    process, window = driver.open(path)
    type_title(driver, window)
    path.write_bytes(theirs(driver))
    driver.wait_for_text(window, "was changed by another program, and here are changes")
    driver.press(window, "Merge…")
    driver.press(driver.dialog(process, "Merge Changes"), "Merge")
    window = driver.window(process, role="frame")
    driver.row(window, "Models That Are Toys")
    driver.row(window, "Flat Minima 2")
    driver.wait_for_text(window, "schedule.lectern.json · Edited")
    equal(path.read_bytes(), theirs(driver), "the file")
    driver.key("ctrl+z")
    driver.row(window, "Toy Models of Superposition")
    driver.row(window, "Flat Minima 2")
    driver.key("ctrl+shift+z")
    driver.row(window, "Models That Are Toys")
    driver.key("ctrl+s")
    both = theirs(driver).replace(b'"Flat Minima"', b'"Flat Minima 2"')
    until(lambda: path.read_bytes() == both, "both changes to be in the file")
    driver.wait_gone(window, name="schedule.lectern.json · Edited")
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")


def conflict(driver):
    """What both changed is asked for, also by a save that finds the file changed."""
    path = driver.copy_sample()
    process, window = driver.open(path)
    type_title(driver, window)
    path.write_bytes(driver.sample.replace(b'"Flat Minima"', b'"Sharp Minima"'))
    driver.key("ctrl+s")
    dialog = driver.dialog(process, "Merge Changes")
    driver.wait_for_text(dialog, "Flat Minima 2")
    driver.wait_for_text(dialog, "Sharp Minima")
    driver.wait_for_text(dialog, "Wed 27 Sep 2023, Flat Minima 2")
    driver.press(dialog, "Cancel")
    window = driver.window(process, role="frame")
    driver.wait_for_text(window, "schedule.lectern.json · Edited")
    driver.key("ctrl+s")
    driver.press(driver.dialog(process, "Merge Changes"), "Merge")
    window = driver.window(process, role="frame")
    driver.row(window, "Flat Minima 2")
    driver.key("ctrl+s")
    mine = driver.sample.replace(b'"Flat Minima"', b'"Flat Minima 2"')
    until(lambda: path.read_bytes() == mine, "what was chosen to be in the file")
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")


def copied(driver):
    """Instead of merging, what is here goes into a file of its own."""
    path = driver.copy_sample()
    process, window = driver.open(path)
    type_title(driver, window)
    path.write_bytes(driver.sample.replace(b'"Flat Minima"', b'"Sharp Minima"'))
    newer = path.read_bytes()
    driver.key("ctrl+s")
    driver.press(driver.dialog(process, "Merge Changes"), "Save a Copy…")
    copy = driver.folder / "copy.lectern.json"
    driver.choose_file(process, "Save Schedule", copy)
    driver.wait_file(copy, lambda data: data == driver.sample.replace(b'"Flat Minima"', b'"Flat Minima 2"'),
                     "the copy to be written")
    window = driver.window(process, role="frame")
    driver.wait_for_text(window, "^copy.lectern.json$")
    equal(path.read_bytes(), newer, "the file")
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")


def deleted(driver):
    """Without its file a schedule is edited, and a save writes it anew."""
    path = driver.copy_sample()
    process, window = driver.open(path)
    path.unlink()
    driver.wait_for_text(window, "was deleted or moved by another program")
    driver.wait_for_text(window, "schedule.lectern.json · Edited")
    driver.key("ctrl+s")
    until(path.exists, "the file to be written")
    until(lambda: path.read_bytes() == driver.sample, "the file to be whole")
    driver.wait_gone(window, name="schedule.lectern.json · Edited")
    # Half of a file is said, and what is shown is kept.
    path.write_bytes(driver.sample[:1000])
    driver.wait_for_text(window, "What is shown here is kept")
    driver.row(window, "Flat Minima")
    path.write_bytes(theirs(driver))
    driver.row(window, "Models That Are Toys")
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")


def own_save(driver):
    """An own save is nobody else's."""
    path = driver.copy_sample()
    process, window = driver.open(path)
    for number in range(3):
        count = len(driver.rows(window))
        driver.key("ctrl+d")
        driver.wait_row_count(window, count + 1)
        before = path.read_bytes()
        driver.key("ctrl+s")
        until(lambda: path.read_bytes() != before, "the file to be saved")
    driver.wait_gone(window, name="schedule.lectern.json · Edited")
    # What was loaded again has no history.
    driver.key("ctrl+z")
    driver.wait_row_count(window, count)
    driver.wait_for_text(window, "schedule.lectern.json · Edited")
    driver.key("ctrl+shift+z")
    driver.wait_row_count(window, count + 1)
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")


run_tests([unedited, edited, merged, conflict, copied, deleted, own_save])
