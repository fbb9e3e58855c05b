# test-accessibility.py: everything that can be reached has a name
#
# SPDX-License-Identifier: GPL-3.0-or-later

import subprocess

from a11y_lint import lint
from driver import Failed, State, equal, run_tests, until, xdotool


def clean(window, fewest):
    complaints, count = lint(window)
    if count < fewest:
        raise Failed(f"only {count} nodes: is it all there?")
    if complaints:
        raise Failed(f"{len(complaints)} of {count}:\n" + "\n".join(complaints))


def end(driver, process):
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")


def resize(driver, window, width, height):
    number = xdotool("getactivewindow")
    xdotool("windowsize", number, width, height)
    until(lambda: abs(window.box[2] - width) < 24, f"a width of {width}")


def main_window(driver):
    """The window with the sample."""
    process, window = driver.open(driver.copy_sample())
    driver.wait_for(window, "text", "Title")
    clean(window, 300)
    end(driver, process)


def narrow_window(driver):
    """The narrow window: the list, and the editor."""
    process, window = driver.open(driver.copy_sample())
    driver.wait_for(window, "text", "Title")
    resize(driver, window, 370, 640)
    clean(window, 200)
    driver.wait_rows(window)
    driver.key("F2")
    driver.wait_for(window, "text", "Title")
    clean(window, 60)
    end(driver, process)


def search(driver):
    """The search with its filters, and no result."""
    process, window = driver.open(driver.copy_sample())
    driver.key("ctrl+f")
    driver.wait_for_focus(window, None, "Search sessions")
    driver.wait_for(window, name="Without Notes")
    clean(window, 300)
    driver.type("zzzz")
    driver.wait_for_text(window, "No Sessions Found")
    clean(window, 40)
    end(driver, process)


def start_page(driver):
    """No schedule open, and the main menu."""
    process = driver.start()
    window = driver.window(process, role="frame")
    driver.wait_for_text(window, "No Schedule Open")
    clean(window, 15)
    driver.key("F10")
    driver.wait_for(window, name="Keyboard Shortcuts")
    clean(window, 20)
    driver.key("Escape")
    driver.wait_gone(window, name="Keyboard Shortcuts")
    end(driver, process)


def menus(driver):
    """The main menu and the menu of a row."""
    process, window = driver.open(driver.copy_sample())
    driver.key("shift+F10")
    driver.wait_for(window, name="Duplicate")
    clean(window, 300)
    driver.key("Escape")
    driver.wait_gone(window, name="Duplicate")
    driver.wait_rows(window)
    driver.key("F10")
    driver.wait_for(window, name="Keyboard Shortcuts")
    clean(window, 300)
    driver.key("Escape")
    end(driver, process)


def dialogs(driver):
    """The question at closing, about, and the page of an error."""
    process, window = driver.open(driver.copy_sample())
    driver.key("ctrl+d")
    driver.wait_for_text(window, "Edited")
    driver.key("ctrl+w")
    dialog = driver.dialog(process, "Save Changes")
    clean(dialog, 5)
    driver.press(dialog, "Discard")
    equal(process.wait(), 0, "the exit status")

    bad = driver.folder / "bad.json"
    bad.write_text("{")
    process = driver.start(bad)
    window = driver.window(process, role="frame")
    driver.wait_for_text(window, "bad.json")
    clean(window, 15)
    end(driver, process)


run_tests([main_window, narrow_window, search, start_page, menus, dialogs])
