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


def choose(driver, process, title, path):
    """Types a path into a file chooser."""
    chooser = driver.dialog(process, title)
    # The key opens the field for the path, where the chooser has none.
    driver.key("ctrl+l")
    driver.wait_for_focus(chooser, "text")
    driver.key("ctrl+a")
    driver.type(str(path))
    driver.key("Return")


def press_item(driver, window, name):
    """Chooses from a menu by its keys."""
    driver.wait_for(window, name=name)
    for _ in range(20):
        if window.find(name=name, focused=True):
            break
        driver.key("Down")
    driver.wait_for_focus(window, name=name)
    driver.key("Return")


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
