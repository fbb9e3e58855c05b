# test-many-notes.py: a thousand attachments do not hold the window up
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The calls that look at files are counted for each thread, by strace.

import json
import re

from driver import check, equal, run_tests, until

COUNT = 1000


def make(driver):
    notes = driver.folder / "notes"
    notes.mkdir()
    sessions = []
    for number in range(COUNT):
        name = f"notes/n{number}.pdf"
        # Every tenth is missing, which is to be found out all the same.
        if number % 10 != 0:
            (driver.folder / name).write_bytes(b"%PDF-1.4\n%%EOF\n")
        sessions.append({"id": f"s{number}", "date": f"{2000 + number // 48}-{number // 4 % 12 + 1:02}-{number % 4 * 7 + 1:02}",
                         "papers": [{"title": f"Paper {number}"}],
                         "resources": [{"label": "Notes", "file": name}]})
    path = driver.folder / "many.lectern.json"
    path.write_text(json.dumps({"lectern": 1, "title": "Group", "notes": {"folder": "notes"},
                                "sessions": sessions}))
    return path


def not_in_the_main_thread(driver):
    """A thousand attachments are looked at, but not by the thread that draws."""
    path = make(driver)
    trace = driver.home / "trace"
    strace = ["strace", "-D", "-f", "-qq", "--seccomp-bpf", "-e", "trace=%file", "-o", trace]
    process = driver.start(path, prefix=strace)

    def looked_at():
        return set(re.findall(r"notes/(n\d+\.pdf)", trace.read_text(errors="replace"))) if trace.exists() else ()
    until(lambda: len(looked_at()) == COUNT, lambda: f"all files to be looked at, not {len(looked_at())}")
    driver.window(process, role="frame")
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")
    calls = [line.split(None, 1) for line in trace.read_text(errors="replace").splitlines()
             if re.search(r'notes/n\d+\.pdf"', line)]
    main = trace.read_text(errors="replace").split(None, 1)[0]
    by_main = [call for thread, call in calls if thread == main]
    check(len(calls) >= COUNT, "all were looked at")
    check(len(by_main) == 0, f"{len(by_main)} calls of the main thread, such as {by_main[:3]}")


run_tests([not_in_the_main_thread])
