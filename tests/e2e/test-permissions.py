# test-permissions.py: files that may not be written, or go while they are open
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Root too is held to the modes of files here (see run --bound-by-modes).


from driver import check, equal, run_tests, until


def edited(driver):
    path = driver.copy_sample()
    process, window = driver.open(path)
    driver.go_to(window, "Flat Minima")
    driver.click(window, driver.wait_for_field(window, "Title", "Flat Minima"))
    driver.wait_for_focus(window, None, "Title")
    driver.key("End")
    driver.type(" 2")
    driver.row(window, "Flat Minima 2")
    return path, process, window


def still_edited(driver, process, dialog):
    driver.press(dialog, "Cancel")
    window = driver.window(process, role="frame")
    driver.wait_for_text(window, "Edited")
    driver.row(window, "Flat Minima 2")
    return window


def saved(driver, process, window, path):
    driver.key("ctrl+s")
    driver.wait_file(path, lambda data: b"Flat Minima 2" in data, "the file to be saved")
    driver.wait_gone(window, name="schedule.lectern.json · Edited")
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")


def bound_by_modes(driver):
    """The modes of files bind this user."""
    path = driver.folder / "no"
    path.touch()
    path.chmod(0)
    try:
        path.read_bytes()
    except PermissionError:
        return
    check(False, "modes mean something")


def made_read_only(driver):
    """Made read-only while open: saving says so, and nothing is lost."""
    path, process, window = edited(driver)
    path.chmod(0o444)
    driver.key("ctrl+s")
    dialog = driver.dialog(process, "Not Saved")
    driver.wait_for_text(dialog, "read-only")
    equal(path.read_bytes(), driver.sample, "the file")
    window = still_edited(driver, process, dialog)
    path.chmod(0o644)
    saved(driver, process, window, path)


def removed(driver):
    """Removed while open: saving says so, and nothing is lost."""
    path, process, window = edited(driver)
    path.rename(path.with_suffix(".away"))
    driver.key("ctrl+s")
    dialog = driver.dialog(process, "Not Saved")
    driver.wait_for_text(dialog, "no longer")
    check(not path.exists(), "it was not made again")
    window = still_edited(driver, process, dialog)
    path.with_suffix(".away").rename(path)
    saved(driver, process, window, path)


def changed_by_another(driver):
    """Changed by another program: saving asks about what both changed, and writes over nothing."""
    path, process, window = edited(driver)
    path.write_bytes(driver.sample.replace(b"Git Re-Basin", b"Another"))
    driver.key("ctrl+s")
    dialog = driver.dialog(process, "Merge Changes")
    check(b"Another" in path.read_bytes(), "the other's change is there")
    window = still_edited(driver, process, dialog)
    path.write_bytes(driver.sample)
    saved(driver, process, window, path)


def locked_folder(driver):
    """No file may be made in the folder: saving says so, and nothing is lost."""
    path, process, window = edited(driver)
    driver.folder.chmod(0o555)
    try:
        driver.key("ctrl+s")
        dialog = driver.dialog(process, "Not Saved")
        driver.wait_for_text(dialog, "Could not save")
        equal(path.read_bytes(), driver.sample, "the file")
        window = still_edited(driver, process, dialog)
    finally:
        driver.folder.chmod(0o755)
    saved(driver, process, window, path)


def expected(driver):
    return driver.sample.replace(b'"Flat Minima"', b'"Flat Minima 2"')


def tried_again(driver):
    """Try Again fails as long as the cause is there, and saves once it has gone."""
    path, process, window = edited(driver)
    path.chmod(0o444)
    driver.key("ctrl+s")
    dialog = driver.dialog(process, "Not Saved")
    driver.wait_for_text(dialog, "read-only")
    # So that what is said the second time is another thing.
    path.chmod(0o644)
    driver.folder.chmod(0o555)
    driver.press(dialog, "Try Again")
    dialog = driver.dialog(process, "no file may be made")
    equal(path.read_bytes(), driver.sample, "the file")
    driver.folder.chmod(0o755)
    driver.press(dialog, "Try Again")
    window = driver.window(process, role="frame")
    saved(driver, process, window, path)
    equal(path.read_bytes(), expected(driver), "the file")


def saved_elsewhere(driver):
    """Save As… after a failed save: the other file has it all, and is the schedule's from then on."""
    path, process, window = edited(driver)
    other = driver.folder / "other.lectern.json"
    driver.folder.chmod(0o555)
    driver.key("ctrl+s")
    driver.press(driver.dialog(process, "Not Saved"), "Save As…")

    # Where nothing can be made either, it is said of that file.
    driver.choose_file(process, "Save Schedule", other)
    dialog = driver.dialog(process, "“other.lectern.json”")
    driver.press(dialog, "Save As…")

    # Given up, nothing has changed.
    driver.wait_for_focus(driver.chooser(process, "Save Schedule"), "text")
    driver.key("Escape")
    window = driver.window(process, role="frame")
    driver.wait_for_text(window, "schedule.lectern.json · Edited")
    equal(path.read_bytes(), driver.sample, "the file")
    check(not other.exists(), "nothing was made")

    driver.folder.chmod(0o755)
    path.chmod(0o444)
    driver.key("ctrl+s")
    driver.press(driver.dialog(process, "“schedule.lectern.json”"), "Save As…")
    driver.choose_file(process, "Save Schedule", other)
    driver.wait_file(other, lambda data: data == expected(driver), "the other file to be written")
    window = driver.window(process, role="frame")
    driver.wait_for_text(window, "^other.lectern.json$")
    equal(path.read_bytes(), driver.sample, "the file that could not be written")
    until(lambda: not list((driver.home / ".local/state/lectern/drafts").glob("*")), "the draft to go")

    driver.key("ctrl+d")
    driver.wait_for_text(window, "other.lectern.json · Edited")
    driver.key("ctrl+s")
    driver.wait_file(other, lambda data: data != expected(driver), "the other file to be saved")
    equal(path.read_bytes(), driver.sample, "the file that could not be written")
    driver.wait_gone(window, name="other.lectern.json · Edited")
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")


def closed_after_saving_elsewhere(driver):
    """Closing goes on once what could not be saved is saved elsewhere."""
    path, process, window = edited(driver)
    path.chmod(0o444)
    driver.key("ctrl+w")
    driver.press(driver.dialog(process, "Save Changes"), "Save")
    driver.press(driver.dialog(process, "Not Saved"), "Save As…")
    other = driver.folder / "other.lectern.json"
    driver.choose_file(process, "Save Schedule", other)
    equal(process.wait(), 0, "the exit status")
    equal(other.read_bytes(), expected(driver), "the other file")
    equal(path.read_bytes(), driver.sample, "the file that could not be written")


def save_fails_while_closing(driver):
    """A save that fails while closing keeps the window."""
    path, process, window = edited(driver)
    path.chmod(0o444)
    driver.key("ctrl+w")
    driver.press(driver.dialog(process, "Save Changes"), "Save")
    window = still_edited(driver, process, driver.dialog(process, "Not Saved"))
    path.chmod(0o644)
    saved(driver, process, window, path)


def unreadable(driver):
    """A file that may not be read is refused in a sentence."""
    path = driver.copy_sample()
    path.chmod(0)
    process = driver.start(path)
    window = driver.window(process, role="frame")
    driver.wait_for_text(window, "schedule.lectern.json")
    driver.wait_for_text(window, "permission")
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")


def read_only_from_the_start(driver):
    """A read-only schedule says so above the list."""
    path = driver.copy_sample()
    path.chmod(0o444)
    process, window = driver.open(path)
    driver.wait_for_text(window, "read-only")
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")


run_tests([bound_by_modes, made_read_only, removed, changed_by_another, locked_folder,
           tried_again, saved_elsewhere, closed_after_saving_elsewhere,
           save_fails_while_closing, unreadable, read_only_from_the_start])
