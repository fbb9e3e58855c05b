# test-close.py: closing a window with changes that are not saved
#
# SPDX-License-Identifier: GPL-3.0-or-later

from driver import equal, run_tests


def edit_and_close(driver):
    path = driver.copy_sample()
    process, window = driver.open(path)
    driver.go_to(window, "Flat Minima")
    driver.click(window, driver.wait_for_field(window, "Title", "Flat Minima"))
    driver.wait_for_focus(window, None, "Title")
    driver.key("End")
    driver.type(" 2")
    driver.row(window, "Flat Minima 2")
    driver.key("ctrl+w")
    dialog = driver.dialog(process, "Save Changes")
    driver.wait_for_text(dialog, "schedule.lectern.json")
    return path, process, window, dialog


def cancel(driver):
    """Cancel closes nothing, and nothing is lost."""
    path, process, window, dialog = edit_and_close(driver)
    driver.press(dialog, "Cancel")
    window = driver.window(process, role="frame")
    driver.row(window, "Flat Minima 2")
    driver.wait_for_text(window, "Edited")
    # Escape is Cancel as well.
    driver.key("ctrl+w")
    driver.dialog(process, "Save Changes")
    driver.key("Escape")
    window = driver.window(process, role="frame")
    equal(path.read_bytes(), driver.sample, "the file")
    driver.key("ctrl+z")
    driver.wait_gone(window, name="schedule.lectern.json · Edited")
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")


def discard(driver):
    """Discard closes and writes nothing."""
    path, process, window, dialog = edit_and_close(driver)
    driver.press(dialog, "Discard")
    equal(process.wait(), 0, "the exit status")
    equal(path.read_bytes(), driver.sample, "the file")


def save(driver):
    """Save writes and closes."""
    path, process, window, dialog = edit_and_close(driver)
    driver.press(dialog, "Save")
    equal(process.wait(), 0, "the exit status")
    equal(path.read_bytes(), driver.sample.replace(b'"Flat Minima"', b'"Flat Minima 2"'), "the file")


run_tests([cancel, discard, save])
