# test-drafts.py: killed, ended and started again: nothing typed is lost
#
# SPDX-License-Identifier: GPL-3.0-or-later

import os
import signal

from driver import check, equal, run_tests, until


def drafts(driver):
    return list((driver.home / ".local/state/lectern/drafts").glob("*.draft"))


def wait_draft(driver, text):
    until(lambda: any(text in path.read_bytes() for path in drafts(driver)), f"a draft with {text}")


def edit(driver, window):
    driver.go_to(window, "Flat Minima")
    driver.click(window, driver.wait_for_field(window, "Title", "Flat Minima"))
    driver.wait_for_focus(window, None, "Title")
    driver.key("End")
    driver.type(" 2")
    driver.row(window, "Flat Minima 2")


def kill(process, number):
    os.kill(process.pid, number)
    process.popen.wait()


def expected(driver):
    return driver.sample.replace(b'"Flat Minima"', b'"Flat Minima 2"')


def killed(driver):
    """After a kill the changes are offered, and restored in one step."""
    path = driver.copy_sample()
    process, window = driver.open(path)
    edit(driver, window)
    wait_draft(driver, b"Flat Minima 2")
    kill(process, signal.SIGKILL)
    equal(path.read_bytes(), driver.sample, "the file")

    process, window = driver.open(path)
    driver.wait_for_text(window, "Unsaved changes from .* were found: 1 session differs.\nWed 27 Sep 2023, Flat Minima 2$")
    driver.row(window, "Flat Minima(?! 2)")
    driver.press(window, "Restore")
    driver.row(window, "Flat Minima 2")
    driver.wait_for_text(window, "Edited")
    driver.key("ctrl+z")
    driver.row(window, "Flat Minima(?! 2)")
    driver.key("ctrl+shift+z")
    driver.row(window, "Flat Minima 2")
    driver.key("ctrl+s")
    driver.wait_file(path, lambda content: content == expected(driver), "the file to be saved")
    until(lambda: not drafts(driver), "the draft to go")
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")


def terminated(driver):
    """SIGTERM keeps what was typed a moment ago; a newer file is not replaced, and Discard forgets."""
    path = driver.copy_sample()
    process, window = driver.open(path)
    edit(driver, window)
    kill(process, signal.SIGTERM)
    equal(process.popen.returncode, 0, "the exit status")
    wait_draft(driver, b"Flat Minima 2")

    newer = driver.sample.replace(b"Deep Learning Theory Reading Group", b"Another Name")
    path.write_bytes(newer)
    process, window = driver.open(path)
    driver.wait_for_text(window, "1 session differs. The file has been changed since then.")
    driver.press(window, "Discard")
    until(lambda: not drafts(driver), "the draft to go")
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")
    equal(path.read_bytes(), newer, "the file")


def new_schedule(driver):
    """A schedule that has no file yet is offered at the next start."""
    process = driver.start()
    window = driver.window(process, role="frame")
    driver.press(window, "New Schedule")
    driver.wait_for_text(window, "Reading Group")
    driver.key("ctrl+shift+n")
    driver.wait_for_text(window, "Edited")
    kill(process, signal.SIGTERM)
    equal(len(drafts(driver)), 1, "the number of drafts")

    process = driver.start()
    window = driver.window(process, role="frame")
    driver.wait_for_text(window, "Unsaved changes to “Reading Group”, which has no file yet")
    driver.press(window, "Restore")
    driver.wait_for_text(window, "Unsaved Schedule · Edited")
    driver.wait_row_count(window, 1)
    kill(process, signal.SIGKILL)
    check(drafts(driver), "the draft went before it was saved")


def kill_two(driver):
    """Two windows with changes, and one with a schedule that has no file: killed."""
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
    driver.key("ctrl+n")
    window = driver.window_saying(process, "No Schedule Open")
    driver.press(window, "New Schedule")
    driver.wait_for_text(window, "Reading Group")
    driver.key("ctrl+shift+n")
    driver.wait_for_text(window, "Unsaved Schedule · Edited")
    until(lambda: len(drafts(driver)) == 3, "three drafts")
    kill(process, signal.SIGKILL)
    equal([path.read_bytes(), other.read_bytes()], [driver.sample] * 2, "the files")
    return path, other


def several(driver):
    """After a crash with several windows it is asked once, and each comes back."""
    path, other = kill_two(driver)
    process = driver.start()
    window = driver.window(process, role="frame")
    text = driver.wait_for_text(window, "Unsaved changes to several schedules were found").name
    for name in ("schedule.lectern.json", "other.lectern.json", "Reading Group"):
        check(f"“{name}”" in text, f"{name} is named in {text}")
    driver.press(window, "Restore All")
    until(lambda: sum(any(node.name.endswith(" · Edited") for node in window.walk())
                      for window in driver.windows(process)) == 3, "three windows, all of them edited")
    until(lambda: len(driver.windows(process)) == 3, "three windows")
    equal([path.read_bytes(), other.read_bytes()], [driver.sample] * 2, "the files")
    equal(len(drafts(driver)), 3, "the number of drafts")
    # They are this process's, and offered to nobody.
    driver.key("ctrl+n")
    window = driver.window_saying(process, "No Schedule Open")
    driver.wait_gone(window, name="Unsaved changes to.*")


def several_discarded(driver):
    """Discard All forgets them."""
    path, other = kill_two(driver)
    process = driver.start()
    window = driver.window(process, role="frame")
    driver.press(window, "Discard All")
    until(lambda: not drafts(driver), "the drafts to go")
    equal([path.read_bytes(), other.read_bytes()], [driver.sample] * 2, "the files")


def at_the_start(driver):
    """Restored without a file being opened first: it is asked once, unless the file is another one."""
    path = driver.copy_sample()
    process, window = driver.open(path)
    edit(driver, window)
    wait_draft(driver, b"Flat Minima 2")
    kill(process, signal.SIGKILL)

    process = driver.start()
    window = driver.window(process, role="frame")
    driver.wait_for_text(window, "Unsaved changes to “schedule.lectern.json” from")
    driver.press(window, "Restore")
    driver.row(window, "Flat Minima 2")
    driver.wait_for_text(window, "schedule.lectern.json · Edited")
    kill(process, signal.SIGKILL)

    newer = driver.sample.replace(b"Deep Learning Theory Reading Group", b"Another Name")
    path.write_bytes(newer)
    process = driver.start()
    window = driver.window(process, role="frame")
    driver.press(window, "Restore")
    driver.wait_for_text(window, "1 session differs. The file has been changed since then.")
    driver.row(window, "Flat Minima(?! 2)")
    kill(process, signal.SIGKILL)

    # There is still the draft, whatever has become of the file.
    path.write_bytes(driver.sample[:1000])
    process = driver.start()
    window = driver.window(process, role="frame")
    driver.press(window, "Restore")
    driver.row(window, "Flat Minima 2")
    driver.wait_for_text(window, "Unsaved Schedule · Edited")
    equal(path.read_bytes(), driver.sample[:1000], "the file")


run_tests([killed, terminated, new_schedule, several, several_discarded, at_the_start])
