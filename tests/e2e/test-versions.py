# test-versions.py: what a save replaced can be brought back
#
# SPDX-License-Identifier: GPL-3.0-or-later

import re

from driver import equal, run_tests


def open_versions(driver, process, window):
    driver.key("F10")
    driver.press_mnemonic(window, re.compile("Earlier _?Versions…"), "v")
    return driver.window(process, "Earlier Versions")


def none(driver):
    """A file that was never replaced has none."""
    process, window = driver.open(driver.copy_sample())
    dialog = open_versions(driver, process, window)
    driver.wait_for_text(dialog, "No Earlier Versions")
    driver.key("Escape")
    driver.window(process, role="frame")
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")


def restore(driver):
    """An earlier version is listed with what differs, and restored as one step."""
    path = driver.copy_sample()
    process, window = driver.open(path)
    driver.go_to(window, "Flat Minima")
    driver.click(window, driver.wait_for_field(window, "Title", "Flat Minima"))
    driver.wait_for_focus(window, None, "Title")
    driver.key("End")
    driver.type(" 2")
    driver.key("ctrl+s")
    saved = driver.sample.replace(b'"Flat Minima"', b'"Flat Minima 2"')
    driver.wait_file(path, lambda content: content == saved, "the file to be saved")

    dialog = open_versions(driver, process, window)
    driver.wait_for_text(dialog, "1 session differs\nWed 27 Sep 2023, Flat Minima$")
    driver.wait_for_text(dialog, r"^\d+ \w+ \d{4}, \d\d:\d\d$")
    driver.click(dialog, driver.wait_for_text(dialog, "Restore"))
    window = driver.window(process, role="frame")
    driver.row(window, "Flat Minima(?! 2)")
    driver.key("ctrl+z")
    driver.row(window, "Flat Minima 2")
    driver.key("ctrl+shift+z")
    driver.row(window, "Flat Minima(?! 2)")
    driver.key("ctrl+s")
    driver.wait_file(path, lambda content: content == driver.sample, "the old bytes to be saved")
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")


run_tests([none, restore])
