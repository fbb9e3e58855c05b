# test-page.py: the group's page, from importing to publishing; announcements
#
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import pathlib
import re
import urllib.parse

from driver import check, equal, run_tests, until

PAGE = pathlib.Path(__file__).parent.parent / "page/deep-learning-theory.md"


def import_page(driver):
    """A page that was imported, saved beside it."""
    page = driver.folder / "reading-group.md"
    page.write_bytes(PAGE.read_bytes())
    process = driver.start()
    window = driver.window(process, role="frame")
    driver.press(window, "Import a Page…")
    driver.choose_file(process, "Import Page", page)
    dialog = driver.dialog(process, "^36 rows found")
    driver.wait_for_text(dialog, "36 sessions. The page itself is not changed")
    driver.wait_for_text(dialog, "^All 36 dates understood")
    driver.press(dialog, "Import")
    window = driver.window(process, role="frame")
    driver.wait_selected(window, "^Wednesday 4 January 2023")

    path = driver.folder / "ours.lectern.json"
    driver.key("ctrl+s")
    chooser = driver.chooser(process, "Save")
    driver.wait_for_focus(chooser, "text")
    driver.key("ctrl+a")
    driver.type(str(path))
    driver.key("Return")
    driver.wait_file(path, lambda data: data.endswith(b"}\n"), "the file to be saved")
    window = driver.window(process, role="frame")
    driver.wait_for(window, name="ours.lectern.json")
    return process, window, page, path


def go_to_title(driver, window):
    """Into the title, with all of it selected."""
    driver.click(window, driver.wait_for(window, ("text", "entry"), "Title"))
    driver.wait_for_focus(window, "text", "Title")
    driver.key("ctrl+a")


def retitle(driver, window, title):
    go_to_title(driver, window)
    driver.type(title)
    driver.row(window, re.escape(title))


def changed_lines(before, after):
    before, after = before.decode().split("\n"), after.decode().split("\n")
    equal(len(after), len(before), "the number of lines")
    return [new for old, new in zip(before, after) if old != new]


def import_and_publish(driver):
    """Import, change a title, publish: one line of the page is another."""
    process, window, page, path = import_page(driver)
    equal(json.loads(path.read_text())["page"], "reading-group.md", "the page that is remembered")
    before = page.read_bytes()
    equal(before, PAGE.read_bytes(), "the page after importing")

    retitle(driver, window, "Hopfield & co")
    driver.key("ctrl+shift+p")
    dialog = driver.dialog(process, "^1 row changes")
    driver.wait_for_text(dialog, "^Wednesday 4 January 2023: Paper, from .*Neural networks.* to .*Hopfield &amp; co")
    driver.press(dialog, "Publish")
    window = driver.window(process, role="frame")
    driver.wait_for_text(window, "1 row changed in reading-group.md. Commit and push")
    lines = changed_lines(before, page.read_bytes())
    equal(len(lines), 1, "how many lines changed")
    check("[Hopfield &amp; co](" in lines[0], f"the title in {lines[0]}")

    # Once more there is nothing to do.
    driver.key("ctrl+shift+p")
    dialog = driver.dialog(process, "^Nothing changes")
    driver.key("Escape")


def changed_outside(driver):
    """A page that changes under the preview is not written over."""
    process, window, page, _ = import_page(driver)
    retitle(driver, window, "Hopfield")
    driver.key("ctrl+shift+p")
    dialog = driver.dialog(process, "^1 row changes")
    page.write_bytes(page.read_bytes() + b"\nBy hand.\n")
    changed = page.read_bytes()
    driver.press(dialog, "Publish")
    driver.wait_for_text(dialog, "reading-group.md.*(changed|another program)")
    equal(page.read_bytes(), changed, "the page")

    # What is shown by now is what is on the disk.
    driver.wait_for_text(dialog, "^1 row changes")
    until(lambda: dialog.find("push button", re.compile("Publish")), "the button")
    driver.press(dialog, "Publish")
    window = driver.window(process, role="frame")
    driver.wait_for_text(window, "1 row changed")
    equal(len(changed_lines(changed, page.read_bytes())), 1, "how many lines changed")


def undo_of_an_import(driver):
    """Importing is one step that can be undone."""
    page = driver.folder / "page.md"
    page.write_text("| Date | Paper |\n|---|---|\n| 2023-01-04 | [One](https://e.org/1) |\n"
                    "| 2023-01-11 | Two |\n")
    process = driver.start()
    window = driver.window(process, role="frame")
    driver.press(window, "Import a Page…")
    driver.choose_file(process, "Import Page", page)
    dialog = driver.dialog(process, "^2 rows found")
    driver.press(dialog, "Import")
    window = driver.window(process, role="frame")
    driver.wait_selected(window, "One")
    equal(len(driver.rows(window)), 2, "how many rows")
    driver.key("ctrl+z")
    driver.wait_button(window, "Add the First Session")
    driver.key("ctrl+shift+z")
    driver.row(window, "Two")


def page_that_is_none(driver):
    """A page without a schedule says so and makes nothing."""
    page = driver.folder / "page.md"
    page.write_text("# Nothing here\n")
    process = driver.start()
    window = driver.window(process, role="frame")
    driver.press(window, "Import a Page…")
    driver.choose_file(process, "Import Page", page)
    dialog = driver.dialog(process, "no table with a schedule")
    driver.press(dialog, "Cancel")
    window = driver.window(process, role="frame")
    driver.wait_for_text(window, "No Schedule Open")
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")


def choose_the_page(driver):
    """Publishing asks for the page once, and the schedule remembers it."""
    path = driver.copy_sample()
    page = driver.folder / "page.md"
    page.write_bytes(PAGE.read_bytes())
    process, window = driver.open(path)
    if "page" in json.loads(path.read_text()):
        (driver.folder / json.loads(path.read_text())["page"]).unlink(missing_ok=True)
    driver.key("ctrl+shift+p")
    dialog = driver.dialog(process, "No Page Yet|Page Cannot Be Published")
    driver.press(dialog, "Choose Page…")
    driver.choose_file(process, "Choose the Group’s Page", page)
    dialog = driver.dialog(process, "^([0-9]+ rows? change|Nothing changes)")
    driver.wait_for_text(dialog, "^page.md$")
    driver.key("Escape")
    window = driver.window(process, role="frame")
    driver.key("ctrl+s")
    driver.wait_file(path, lambda data: json.loads(data).get("page") == "page.md",
                     "the schedule to name its page")
    equal(page.read_bytes(), PAGE.read_bytes(), "the page")


def announce(driver):
    """The announcement is begun in the mail program, with the template."""
    path = driver.copy_sample()
    process, window = driver.open(path)
    driver.wait_selected(window, "^Wednesday 4 January 2023")
    driver.key("ctrl+e")
    dialog = driver.dialog(process, "^Announcement")
    driver.press(dialog, "Send by Mail…")
    uri = until(lambda: driver.launched and driver.launched[0], "the mail program to be started")
    query = urllib.parse.parse_qs(urllib.parse.urlsplit(uri).query, strict_parsing=True)
    equal(sorted(query), ["body", "subject"], "what the letter has")
    check("Wednesday 4 January 2023" in query["subject"][0], query["subject"][0])
    check("\r\nNext meeting: Wednesday 4 January 2023" in query["body"][0], query["body"][0])

    # The template is the schedule's.
    window = driver.window(process, role="frame")
    driver.key("ctrl+e")
    dialog = driver.dialog(process, "^Announcement")
    driver.click(dialog, driver.wait_for(dialog, "text", "Template"), fraction=(0.5, 0.1))
    driver.wait_for_focus(dialog, "text", "Template")
    driver.key("ctrl+a")
    driver.type("Hello: {date}")
    until(lambda: driver.wait_for(dialog, "text", "Text").text == "Hello: Wednesday 4 January 2023\n",
          "the text to follow")
    driver.key("Escape")
    window = driver.window(process, role="frame")
    driver.key("ctrl+s")
    driver.wait_file(path, lambda data: json.loads(data).get("announcement") == "Hello: {date}",
                     "the template to be saved")


def copy_as_markdown(driver):
    """The session goes to the clipboard as a table."""
    process, window = driver.open(driver.copy_sample())
    driver.wait_selected(window, "^Wednesday 4 January 2023")
    driver.key("ctrl+shift+c")
    driver.wait_for_text(window, "The session was copied as a table")
    # Pasted where it can be read again.
    go_to_title(driver, window)
    driver.key("ctrl+v")
    field = driver.wait_for_focus(window, "text", "Title")
    until(lambda: "2023-01-04 | [Neural networks" in field.text, lambda: f"the table, not {field.text}")


def export_calendar(driver):
    """The calendar is written, and what was left out is said."""
    process, window = driver.open(driver.copy_sample())
    driver.key("F10")
    driver.press_mnemonic(window, re.compile("^_?Export"), "e")
    driver.press_mnemonic(window, re.compile("^_?Calendar…"), "c")
    target = driver.folder / "group.ics"
    chooser = driver.chooser(process, "Export Calendar")
    driver.wait_for_focus(chooser, "text")
    driver.key("ctrl+a")
    driver.type(str(target))
    driver.key("Return")
    driver.wait_file(target, lambda data: data.endswith(b"END:VCALENDAR\r\n"), "the calendar")
    equal(target.read_bytes().count(b"BEGIN:VEVENT"), 35, "how many events")
    dialog = driver.dialog(process, "1 announcement was left out")
    driver.press(dialog, "Close")


run_tests([import_and_publish, changed_outside, undo_of_an_import, page_that_is_none,
           choose_the_page, announce, copy_as_markdown, export_calendar])
