# notes.py: what the tests of notes share
#
# SPDX-License-Identifier: GPL-3.0-or-later

import json

NOTES = b"%PDF-1.7\nscanned\n"


def scan(driver, name="scan.pdf", content=NOTES):
    """A PDF outside the schedule's folder."""
    folder = driver.folder.parent / (driver.folder.name + "-scans")
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(content)
    return folder / name


def reach(driver, window, name):
    """Goes to a button of the editor, wherever it has to scroll to."""
    driver.key("F2")
    driver.wait_for_focus(window, "text")
    for _ in range(40):
        if window.find(name=name, focused=True):
            break
        driver.key("Tab")
    driver.wait_for_focus(window, name=name)


def resources(path, title):
    for session in json.loads(path.read_text())["sessions"]:
        if any(title in paper["title"] for paper in session.get("papers", [])):
            return session.get("resources")
    raise AssertionError(title)


def save(driver, window, path):
    driver.key("ctrl+s")
    driver.wait_gone(window, name=f"{path.name} · Edited")
