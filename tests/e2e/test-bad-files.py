# test-bad-files.py: what is no schedule is refused in a sentence
#
# SPDX-License-Identifier: GPL-3.0-or-later

import os

from driver import check, equal, run_tests


def refused(driver, path, *sentences):
    is_file = path.is_file() and path.stat().st_size < 1000000
    before = path.read_bytes() if is_file else None
    process = driver.start(path)
    window = driver.window(process, role="frame")
    for sentence in sentences:
        driver.wait_for_text(window, sentence)
    check(not driver.rows(window), "no list is shown")
    # There is nothing to save, and nothing is written.
    driver.key("ctrl+s")
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")
    if is_file:
        equal(path.read_bytes(), before, "the file")


def bad_bytes(driver, data, *sentences):
    path = driver.folder / "bad.json"
    path.write_bytes(data)
    refused(driver, path, "bad.json", *sentences)


def truncated(driver):
    """A file that breaks off: line and column."""
    bad_bytes(driver, driver.sample[:driver.sample.index(b"2022-07-20") + 6],
              r"Line 33, column 22", "not complete|does not end")


def newer(driver):
    """A newer version: update Lectern."""
    bad_bytes(driver, b'{\n  "lectern": 2,\n  "sessions": []\n}\n', "newer version", "Line 2")


def empty(driver):
    """An empty file."""
    bad_bytes(driver, b"", "empty")


def not_text(driver):
    """Bytes that are not UTF-8."""
    bad_bytes(driver, b'{\n  "lectern": 1,\n  "title": "a\xff"\n}\n', "UTF-8", "Line 3, column 14")


def wrong_type(driver):
    """A member of the wrong type."""
    bad_bytes(driver, b'{\n  "lectern": 1,\n  "sessions": [ { "date": 20230104 } ]\n}\n',
              "date", "must be text", "Line 3, column 27")


def folder(driver):
    """A folder."""
    path = driver.folder / "folder.json"
    path.mkdir()
    refused(driver, path, "folder")


def missing(driver):
    """A file that is not there."""
    path = driver.folder / "missing.json"
    refused(driver, path, "missing.json", "no such file")
    check(not path.exists(), "nothing was made")


def zeros(driver):
    """A gigabyte of zeros."""
    path = driver.folder / "zeros.json"
    with open(path, "wb") as stream:
        os.truncate(stream.fileno(), 1 << 30)
    refused(driver, path, "zeros.json", "larger than")


def impossible_date(driver):
    """A date that does not exist is kept, and warned of."""
    path = driver.copy_sample()
    data = driver.sample.replace(b'"2023-01-04"', b'"2023-02-30"')
    path.write_bytes(data)
    process, window = driver.open(path)
    driver.row(window, "2023-02-30")
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")
    equal(path.read_bytes(), data, "the file")


run_tests([truncated, newer, empty, not_text, wrong_type, folder, missing, zeros, impossible_date])
