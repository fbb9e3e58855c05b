# test-accessibility.py: everything that can be reached has a name
#
# SPDX-License-Identifier: GPL-3.0-or-later

import re
import subprocess

from a11y_lint import complaints_of
from driver import Failed, State, equal, run_tests, until, xdotool


def clean(window, fewest, but=None):
    complaints, count = complaints_of(window, but)
    # Later versions have the rows in sight alone.
    if window.toolkit >= (4, 10):
        fewest //= 4
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
    driver.wait_menu_item(window, "Keyboard Shortcuts", 0)
    clean(window, 20)
    driver.key("Escape")
    driver.wait_gone(window, name="Keyboard Shortcuts")
    end(driver, process)


def menus(driver):
    """The main menu and the menu of a row."""
    process, window = driver.open(driver.copy_sample())
    driver.key("shift+F10")
    driver.wait_menu_item(window, "Duplicate", 0)
    clean(window, 300)
    driver.close_menu(window)
    driver.wait_rows(window)
    driver.key("F10")
    driver.wait_menu_item(window, "Keyboard Shortcuts", 0)
    clean(window, 300)
    driver.close_menu(window)
    end(driver, process)


def dialogs(driver):
    """The question at closing, about, preferences, calendar, and the page of an error."""
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


def about(driver):
    """About, from the main menu."""
    process, window = driver.open(driver.copy_sample())
    driver.key("F10")
    driver.choose_menu_item(window, "About Lectern", -1)
    # What libadwaita 1.2 leaves without a name on pages that are not shown.
    theirs = "^no name: (push button “GtkButton”|scroll pane “”|text “GtkTextView”)"
    clean(driver.dialog(process, "The Lectern developers", but=theirs), 100, but=theirs)
    driver.key("Escape")
    driver.window_saying(process, "^Deep Learning Theory")
    end(driver, process)


def preferences(driver):
    """The preferences, by their key."""
    process, window = driver.open(driver.copy_sample())
    driver.key("ctrl+comma")
    dialog = driver.dialog(process, "^Preferences")
    driver.wait_for(dialog, name="First Day of the Week")
    clean(dialog, 40)
    driver.key("Escape")
    driver.window_saying(process, "^Deep Learning Theory")
    end(driver, process)


def calendar(driver):
    """The days of the calendar: each has its name, and the arrows go from one to the next."""
    process, window = driver.open(driver.copy_sample())
    driver.wait_for(window, "text", "Title")
    driver.press(window, "Choose a Day")
    driver.wait_for_focus(window, None, "Wednesday 4 January 2023")
    clean(window, 300)
    driver.key("Down")
    driver.wait_for_focus(window, None, "Wednesday 11 January 2023")
    driver.key("Next")
    driver.wait_for_focus(window, None, "Saturday 11 February 2023")
    driver.key("Right")
    driver.wait_for_focus(window, None, "Sunday 12 February 2023")
    driver.key("Return")
    driver.wait_for_text(window, "Sun 12 Feb 2023")
    driver.key("ctrl+z")
    driver.wait_for_text(window, "Wed 4 Jan 2023")
    end(driver, process)


def not_saved(driver):
    """The dialog that says that the schedule was not saved."""
    path = driver.copy_sample()
    process, window = driver.open(path)
    driver.key("ctrl+d")
    driver.wait_for_text(window, "Edited")
    # Not only gone, which a save mends once it has been noticed.
    path.unlink()
    path.mkdir()
    driver.key("ctrl+s")
    dialog = driver.dialog(process, "Not Saved")
    clean(dialog, 5)
    driver.press(dialog, "Cancel")
    driver.window_saying(process, "^Deep Learning Theory Reading Group")
    driver.key("ctrl+w")
    driver.press(driver.dialog(process, "Save Changes"), "Discard")
    equal(process.wait(), 0, "the exit status")


def which_schedule(driver):
    """A folder with several schedules."""
    folder = driver.folder / "several"
    folder.mkdir()
    for name in ("one", "two"):
        (folder / f"{name}.lectern.json").write_bytes(driver.sample)
    process = driver.start()
    window = driver.window(process, role="frame")
    driver.wait_for_text(window, "No Schedule Open")
    driver.key("ctrl+shift+o")
    driver.choose_file(process, "^Open Folder$", folder)
    dialog = driver.dialog(process, "Open Which Schedule")
    clean(dialog, 5)
    driver.press(dialog, "Cancel")
    driver.window_saying(process, "No Schedule Open")
    end(driver, process)


def needs_attention(driver):
    """What needs attention, in the place of the list."""
    process, window = driver.open(driver.copy_sample())
    driver.click(window, driver.wait_for(window, "push button",
                                         re.compile("^Show [0-9]+ Warnings")))
    driver.wait_for_text(window, "Needs Attention")
    # The page that is shown when there is nothing left.
    clean(window, 100, but="^no name: scroll pane “” in panel “Nothing Needs Attention”")
    end(driver, process)


def plans(driver):
    """The dialogs that move sessions, and the toast that undoes it."""
    process, window = driver.open(driver.copy_sample())
    driver.key("ctrl+m")
    clean(driver.dialog(process, "^21 sessions move"), 60)
    driver.key("Return")
    window = driver.window_saying(process, "^Deep Learning Theory Reading Group")
    driver.wait_button(window, "Undo")
    clean(window, 300)
    for item, letter in (("_Continue Next Time…", "c"), ("S_wap With…", "w"), ("Cance_l Session…", "l")):
        driver.key("Menu")
        driver.press_mnemonic(window, re.compile(item.replace("_", "_?")), letter)
        dialog = driver.dialog(process, "^" + item.replace("_", "")[:4])
        clean(dialog, 10)
        driver.key("Escape")
        window = driver.window_saying(process, "^Deep Learning Theory Reading Group")
        driver.wait_rows(window)
    driver.key("ctrl+t")
    clean(driver.dialog(process, "^10 sessions are added"), 40)
    driver.key("Escape")
    window = driver.window_saying(process, "^Deep Learning Theory Reading Group")
    driver.wait_rows(window)
    driver.key("ctrl+z")
    driver.wait_gone(window, name="schedule.lectern.json · Edited")
    end(driver, process)


def several(driver):
    """Several sessions are selected, and the page says what to do with them."""
    process, window = driver.open(driver.copy_sample())
    driver.wait_for(window, "text", "Title")
    driver.key("shift+Down", "shift+Down")
    driver.wait_for_text(window, "^3 Sessions Selected")
    equal(sum(row.has(State.SELECTED) for row in driver.rows(window)), 3, "the selected rows")
    clean(window, 300)
    driver.key("Menu")
    driver.wait_menu_item(window, "Mark as Announcement", 6)
    clean(window, 300)
    driver.key("Escape")
    driver.wait_gone(window, name="Mark as Announcement")
    driver.wait_rows(window)
    end(driver, process)


run_tests([main_window, narrow_window, search, start_page, menus, dialogs, about, preferences, calendar, not_saved,
           which_schedule, needs_attention, plans, several])
