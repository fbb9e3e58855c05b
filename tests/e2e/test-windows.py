# test-windows.py: one process, however often it is started
#
# SPDX-License-Identifier: GPL-3.0-or-later

from driver import equal, run_tests, until


def second_start(driver):
    """A second start opens a second window in the first process."""
    path = driver.copy_sample()
    other = driver.copy_sample("other.lectern.json")
    other.write_bytes(driver.sample.replace(b"Deep Learning Theory Reading Group", b"Other Group"))
    process, first = driver.open(path)

    second = driver.start(other)
    equal(second.wait(), 0, "the exit status of the second start")
    window = driver.window_saying(process, "Other Group")
    driver.wait_rows(window)
    until(lambda: len(driver.windows(process)) == 2, "the question to go, and both windows to stay")

    # The same file, by another spelling of its path: its window comes back.
    third = driver.start(path.parent / ".." / path.parent.name / path.name)
    equal(third.wait(), 0, "the exit status of the third start")
    driver.window_saying(process, "Deep Learning Theory")
    until(lambda: len(driver.windows(process)) == 2, "the question to go, and both windows to stay")

    driver.key("ctrl+w")
    driver.window_saying(process, "Other Group")
    until(lambda: len(driver.windows(process)) == 1, "one window to close")
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")


def quit_asks_each(driver):
    """Quit asks for each window with changes, and Cancel keeps them all."""
    path = driver.copy_sample()
    other = driver.copy_sample("other.lectern.json")
    process, window = driver.open(path)
    equal(driver.start(other).wait(), 0, "the exit status of the second start")
    window = driver.window_saying(process, "other.lectern.json")
    driver.wait_rows(window)
    driver.key("ctrl+d")
    driver.wait_for_text(window, "Edited")
    driver.key("ctrl+q")
    dialog = driver.dialog(process, "Save Changes")
    driver.wait_for_text(dialog, "other.lectern.json")
    driver.press(dialog, "Cancel")
    driver.window_saying(process, "other.lectern.json")
    until(lambda: len(driver.windows(process)) == 2, "the question to go, and both windows to stay")
    driver.key("ctrl+q")
    driver.press(driver.dialog(process, "Save Changes"), "Discard")
    equal(process.wait(), 0, "the exit status")
    equal(other.read_bytes(), driver.sample, "the file")


run_tests([second_start, quit_asks_each])
