# test-launch.py: what is opened in other programs, and what is not
#
# SPDX-License-Identifier: GPL-3.0-or-later

import datetime
import json
import os
import pathlib

from driver import check, equal, run_tests
from hostile import FILES, URLS, make_files

PDF = b"%PDF-1.4\n%%EOF\n"


def open_with(driver, resources):
    """A schedule with a session for each resource, and the one that opens."""
    (driver.folder / "real.pdf").write_bytes(PDF)
    sessions = [{"id": f"s{number}", "date": f"{datetime.date(2023, 1, 4) + datetime.timedelta(number)}",
                 "papers": [{"title": f"Paper {number}"}], "resources": [resource]}
                for number, resource in enumerate(resources)]
    path = driver.folder / "schedule.lectern.json"
    path.write_text(json.dumps({"lectern": 1, "title": "Group", "sessions": sessions}, indent=2))
    process, window = driver.open(path)
    driver.wait_selected(window, "Paper 0")
    return process, window


def help_opens_the_guide(driver):
    """F1 opens the guide in the browser, with or without a schedule."""
    process, window = driver.open(driver.copy_sample())
    guide = pathlib.Path(os.environ["LECTERN_HELPDIR"]) / "guide.html"
    check(guide.exists(), "the guide was made")
    driver.key("F1")
    driver.wait_launched([guide])
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")


def refused(driver, resource, sentence, **files):
    for name, data in files.items():
        (driver.folder / name).write_bytes(data)
    process, window = open_with(driver, [resource, {"label": "Real", "file": "real.pdf"}])
    driver.key("Return")
    driver.wait_for_text(window, sentence)
    # What comes after shows that nothing came before.
    driver.key("Down")
    driver.wait_selected(window, "Paper 1")
    driver.key("Return")
    driver.wait_launched([driver.folder / "real.pdf"])
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")


def text_named_pdf(driver):
    """A text that is named .pdf is refused."""
    (driver.folder / "notes.pdf").write_bytes(b"#!/bin/sh\n")
    refused(driver, {"label": "Notes", "file": "notes.pdf"}, "not a PDF")


def script_address(driver):
    """An address that begins with javascript: is refused."""
    refused(driver, {"label": "Notes", "url": "javascript:alert(1)"}, "http:// or https://")


def file_address(driver):
    """An address that begins with file: is refused."""
    refused(driver, {"label": "Notes", "url": "file:///etc/passwd"}, "http:// or https://")


def outside(driver):
    """A file outside the schedule's folder is refused."""
    (driver.folder.parent / "outside.pdf").write_bytes(PDF)
    refused(driver, {"label": "Notes", "file": "../outside.pdf"}, "not inside|leads out")


def link_outside(driver):
    """A symbolic link that leads out of the folder is refused."""
    (driver.folder.parent / "outside.pdf").write_bytes(PDF)
    (driver.folder / "notes.pdf").symlink_to("../outside.pdf")
    refused(driver, {"label": "Notes", "file": "notes.pdf"}, "leads out")


def missing(driver):
    """A file that is not there is refused."""
    refused(driver, {"label": "Notes", "file": "notes.pdf"}, "Put it back")


def web_page(driver):
    """An address of the web opens in the browser, once, by its button too."""
    process, window = open_with(driver, [{"label": "Notes", "url": "https://example.org/a?b=c"},
                                         {"label": "Real", "file": "real.pdf"}])
    driver.double_click(window, driver.row(window, "Paper 0"), fraction=(0.4, 0.5))
    driver.wait_launched(["https://example.org/a?b=c"])
    button = next(node for node in driver.row(window, "Paper 1").walk(rows=True)
                  if node.role == "push button")
    driver.double_click(window, button)
    driver.wait_launched(["https://example.org/a?b=c", driver.folder / "real.pdf"])
    driver.click(window, driver.row(window, "Paper 0"), fraction=(0.4, 0.5))
    driver.wait_selected(window, "Paper 0")
    driver.key("Return")
    driver.wait_launched(["https://example.org/a?b=c", driver.folder / "real.pdf",
                          "https://example.org/a?b=c"])
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")


def hostile(driver):
    """Enter on each of more than 60 hostile values opens nothing, and the program goes on."""
    resources = [{"label": "Notes", "file": value} for value in FILES]
    resources += [{"label": "Notes", "url": value} for value in URLS]
    check(len(resources) >= 40, "there are 40 values or more")
    make_files(driver.folder)
    process, window = open_with(driver, [*resources, {"label": "Real", "file": "real.pdf"}])
    last = f"Paper {len(resources)}$|Paper {len(resources)},"
    for _ in resources:
        driver.key("Return", "Down")
    driver.wait_selected(window, last)
    # What comes after shows that nothing came before.
    driver.key("Return")
    driver.wait_launched([driver.folder / "real.pdf"])
    check(not list(driver.folder.rglob("pwned")), "no shell was at it")
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")


run_tests([help_opens_the_guide, text_named_pdf, script_address, file_address, outside, link_outside, missing, web_page,
           hostile])
