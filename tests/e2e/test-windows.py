# test-windows.py: one process, however often it is started
#
# SPDX-License-Identifier: GPL-3.0-or-later

from driver import check, equal, run_tests, until


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


def edit_two(driver):
    path = driver.copy_sample()
    other = driver.copy_sample("other.lectern.json")
    process, window = driver.open(path)
    driver.key("ctrl+d")
    driver.wait_for_text(window, "schedule.lectern.json · Edited")
    equal(driver.start(other).wait(), 0, "the exit status of the second start")
    window = driver.window_saying(process, "other.lectern.json")
    driver.wait_rows(window)
    driver.key("ctrl+d")
    driver.wait_for_text(window, "other.lectern.json · Edited")
    return path, other, process


def quit_asks_once(driver):
    """Quit asks once for all windows with changes: Cancel keeps them, Save All saves them."""
    path, other, process = edit_two(driver)
    driver.key("ctrl+q")
    dialog = driver.dialog(process, "Save Changes")
    for name in ("schedule", "other"):
        driver.wait_for_text(dialog, f"/{name}.lectern.json")
    driver.press(dialog, "Cancel")
    driver.window_saying(process, "^other.lectern.json · Edited")
    until(lambda: len(driver.windows(process)) == 2, "the question to go, and both windows to stay")
    equal([path.read_bytes(), other.read_bytes()], [driver.sample] * 2, "the files")

    driver.key("ctrl+q")
    driver.press(driver.dialog(process, "Save Changes"), "Save All")
    equal(process.wait(), 0, "the exit status")
    check(path.read_bytes() != driver.sample and other.read_bytes() != driver.sample,
          "both are saved")


def quit_asks_for_a_file(driver):
    """What has no file asks for one; without one nothing closes."""
    path = driver.copy_sample()
    process, window = driver.open(path)
    driver.key("ctrl+d")
    driver.wait_for_text(window, "schedule.lectern.json · Edited")
    driver.key("ctrl+n")
    window = driver.window_saying(process, "No Schedule Open")
    driver.press(window, "New Schedule")
    driver.press(window, "Add the First Session")
    driver.wait_for_focus(window, "text", "Title")
    driver.type("Ours")
    driver.row(window, "Ours")

    for target in (None, driver.folder / "ours.lectern.json"):
        driver.key("ctrl+q")
        dialog = driver.dialog(process, "Save Changes")
        driver.wait_for_text(dialog, "saving asks for one")
        driver.press(dialog, "Save All")
        if target is None:
            driver.wait_for_focus(driver.chooser(process, "Save Schedule"), "text")
            driver.key("Escape")
            window = driver.window_saying(process, "^Reading Group$")
            driver.row(window, "Ours")
            until(lambda: len(driver.windows(process)) == 2, "both windows to stay")
            equal(path.read_bytes(), driver.sample, "the file")
        else:
            driver.choose_file(process, "Save Schedule", target)
    equal(process.wait(), 0, "the exit status")
    check(b"Ours" in target.read_bytes(), "the new schedule is saved")
    check(path.read_bytes() != driver.sample, "the other is saved")


run_tests([second_start, quit_asks_once, quit_asks_for_a_file])
