#!/usr/bin/python3
# test-moves.py: warnings, postponing, swapping and terms on the command line
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Usage: test-moves.py LECTERN-CLI SAMPLE

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from tap import Tap, contains, equal, true  # noqa: E402

CLI = os.path.abspath(sys.argv[1])
SAMPLE = pathlib.Path(sys.argv[2])
TODAY = "--today=2026-01-01"

tap = Tap()


def run(*arguments):
    return subprocess.run([CLI, *arguments], capture_output=True, text=True, timeout=60, check=False)


class Copy:
    """The sample in a folder of its own, with its notes."""

    def __enter__(self):
        self.path = pathlib.Path(tempfile.mkdtemp(prefix="lectern-moves-"))
        shutil.copytree(SAMPLE.parent, self.path, dirs_exist_ok=True)
        self.file = self.path / SAMPLE.name
        self.before = self.file.read_text().splitlines()
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.path)

    def changed(self):
        """The numbers of the lines that are others now; as many lines as before."""
        after = self.file.read_text().splitlines()
        equal(len(after), len(self.before))
        return [i for i, (a, b) in enumerate(zip(self.before, after)) if a != b]


def codes(output):
    found = []
    for line in output.splitlines():
        number = int(line.split(":")[1])
        found.append((line[line.rindex("[") + 1:-1], number))
    return found


def date_at(file, number):
    """The date of the session that a line belongs to."""
    lines = file.read_text().splitlines()[:number]
    return [line.split('"')[3] for line in lines if '"date": ' in line][-1]


with tap.test("check finds exactly what is wrong with the sample"), Copy() as copy:
    result = run("check", TODAY, str(copy.file))
    equal(result.returncode, 1)
    equal(result.stderr, "")
    found = [(code, date_at(copy.file, number) if number > 1 else "")
             for code, number in codes(result.stdout)]
    equal(found, [("no-notes", ""), ("weekday", "2022-09-22"), ("order", "2023-01-11"),
                  ("repeated-date", "2023-01-11"), ("newer-paper", "2023-03-29"),
                  ("repeated-paper", "2023-10-18")])
    contains(result.stdout, "26 past sessions have no notes")
    contains(result.stdout, "A Thursday; the group meets on Wednesdays")
    contains(result.stdout, "was already read on 24 May 2023")

with tap.test("check --all names each past session without notes"), Copy() as copy:
    result = run("check", "--all", TODAY, str(copy.file))
    equal([code for code, _ in codes(result.stdout)].count("no-notes"), 26)

with tap.test("before the sessions none of them is past"), Copy() as copy:
    result = run("check", "--today=2022-07-01", str(copy.file))
    true("no-notes" not in result.stdout, result.stdout)

with tap.test("a missing file is found, and a dismissed warning is not"), Copy() as copy:
    (copy.path / "files/Pdfs/hopfield_networks.pdf").unlink()
    equal(run("edit", str(copy.file), "2022-09-22", "--set", "ignore[0]=weekday").returncode, 0)
    found = [code for code, _ in codes(run("check", TODAY, str(copy.file)).stdout)]
    equal(found, ["no-notes", "missing-file", "order", "repeated-date", "newer-paper", "repeated-paper"])

with tap.test("a schedule from standard input has no folder to look for files in"):
    result = subprocess.run([CLI, "check", TODAY, "-"], input=SAMPLE.read_bytes(), capture_output=True,
                            timeout=60, check=False)
    equal(result.returncode, 1)
    true(b"missing-file" not in result.stdout, result.stdout)

with tap.test("postpone moves 29 rows of the sample"), Copy() as copy:
    result = run("postpone", str(copy.file), "2022-10-05", "--weeks=1", "--dry-run")
    equal(result.returncode, 0)
    lines = result.stdout.splitlines()
    equal(len(lines), 58)
    equal(lines[0], "- 2022-10-05  Monte Carlo Gradient Estimation in Machine Learning (Section 4)")
    equal(lines[1], "+ 2022-10-12  Monte Carlo Gradient Estimation in Machine Learning (Section 4)")
    equal(copy.changed(), [])

    result = run("postpone", str(copy.file), "2022-10-05", "--weeks=1")
    equal((result.returncode, result.stdout, result.stderr), (0, "", ""))
    changed = copy.changed()
    equal(len(changed), 29)
    true(all('"date": ' in copy.before[i] for i in changed), "only dates change")

with tap.test("postpone there and back leaves every byte"), Copy() as copy:
    equal(run("postpone", str(copy.file), "2022-10-05").returncode, 0)
    equal(len(copy.changed()), 29)
    equal(run("postpone", str(copy.file), "2022-10-12", "--weeks=-1").returncode, 0)
    equal(copy.changed(), [])

with tap.test("postpone by slots keeps the days"), Copy() as copy:
    result = run("postpone", str(copy.file), "2023-09-20", "--slots", "--dry-run")
    dates = [line.split()[1] for line in result.stdout.splitlines() if line.startswith("+")]
    equal(dates, ["2023-09-27", "2023-10-04", "2023-10-11", "2023-10-18", "2023-10-25"])

with tap.test("postpone one session alone"), Copy() as copy:
    result = run("postpone", str(copy.file), "2022-10-26", "--only", "--dry-run")
    equal([line[:12] for line in result.stdout.splitlines()], ["- 2022-10-26", "+ 2022-11-02"])

with tap.test("what cannot be postponed is refused"), Copy() as copy:
    for arguments, part in [
            (["2022-07-27"], "not a break, an announcement"),
            (["2022-07-28"], "2022-07-28"),
            (["2023-01-11"], "dltrg-17"),
            (["2022-10-05", "--weeks=1", "--slots"], "exclude each other"),
            (["2022-10-05", "--weeks=9999"], "ten years")]:
        result = run("postpone", str(copy.file), *arguments)
        equal((result.returncode, result.stdout), (2, ""))
        contains(result.stderr, part)
    equal(copy.changed(), [])

with tap.test("swap"), Copy() as copy:
    equal(run("swap", str(copy.file), "2023-09-27", "2023-10-11").returncode, 0)
    shown = run("show", str(copy.file)).stdout
    contains(shown, "2023-09-27  Efficient Streaming")
    contains(shown, "2023-10-11  Flat Minima")
    equal(len(shown.splitlines()), 36)

with tap.test("plan a term"), Copy() as copy:
    result = run("plan", str(copy.file), "--from=2023-12-06", "--count=4", "--number=Week",
                 "--break=2023-12-20..2024-01-03=Christmas")
    equal((result.returncode, result.stderr), (0, ""))
    equal(run("show", str(copy.file)).stdout.splitlines()[36:],
          ["2023-12-06  Week 1", "2023-12-13  Week 2", "2023-12-20  Christmas [break]",
           "2023-12-27  Christmas [break]", "2024-01-03  Christmas [break]",
           "2024-01-10  Week 3", "2024-01-17  Week 4"])



def schedule(*rows, **head):
    """A schedule of sessions, each a date and a title, maybe with a kind."""
    sessions = [{"id": f"s{i}", "date": date, "title": title, **rest}
                for i, (date, title, rest) in enumerate(rows)]
    for entry in sessions:
        entry["resources"] = [{"url": "https://example.org/"}]
    return json.dumps({"lectern": 1, **head, "sessions": sessions}, indent=2) + "\n"


def write(copy, text):
    copy.file.write_text(text)
    copy.before = text.splitlines()


with tap.test("postpone over a break"), Copy() as copy:
    write(copy, schedule(("2022-12-07", "A", {}), ("2022-12-14", "B", {}),
                         ("2022-12-21", "Christmas", {"kind": "break"}), ("2022-12-28", "C", {})))
    arguments = ["postpone", str(copy.file), "2022-12-14"]
    equal(run(*arguments, "--dry-run").stdout.splitlines(),
          ["- 2022-12-14  B", "+ 2022-12-28  B", "- 2022-12-28  C", "+ 2023-01-04  C"])
    equal(run(*arguments).returncode, 0)
    equal(run("show", str(copy.file)).stdout.splitlines(),
          ["2022-12-07  A", "2022-12-21  Christmas [break]", "2022-12-28  B", "2023-01-04  C"])
    equal(run("check", TODAY, str(copy.file)).returncode, 0)
    result = run("postpone", str(copy.file), "2022-12-07", "--weeks=520", "--only")
    equal((result.returncode, result.stderr), (0, ""))

with tap.test("there is no room to bring forward to"), Copy() as copy:
    write(copy, schedule(("2022-12-07", "A", {}), ("2022-12-14", "B", {})))
    result = run("postpone", str(copy.file), "2022-12-14", "--weeks=-1")
    equal((result.returncode, result.stdout), (2, ""))
    contains(result.stderr, "There is no free day")
    equal(copy.changed(), [])

with tap.test("a term of a group that meets twice a week"), Copy() as copy:
    write(copy, schedule(*((date, "T", {}) for date in ["2023-01-03", "2023-01-05", "2023-01-10", "2023-01-12"])))
    result = run("plan", str(copy.file), "--from=2023-01-17", "--count=3", "--dry-run")
    equal(result.stdout.splitlines(), ["+ 2023-01-17", "+ 2023-01-19", "+ 2023-01-24"])
    result = run("plan", str(copy.file), "--from=2023-01-17", "--count=2", "--every=7", "--dry-run")
    equal(result.stdout.splitlines(), ["+ 2023-01-17", "+ 2023-01-24"])

with tap.test("what holds for all sessions is warned of where it stands"), Copy() as copy:
    write(copy, schedule(("2023-01-04", "A", {"duration": -30}),
                         defaults={"time": "late", "duration": 0, "timezone": "Mars"}))
    found = codes(run("check", TODAY, str(copy.file)).stdout)
    equal(found, [("invalid-time", 4), ("invalid-duration", 5), ("time-zone", 6), ("invalid-duration", 13)])
    equal(run("edit", str(copy.file), "s0", "--set", "duration=").returncode, 0)
    true('"duration": -30' not in copy.file.read_text(), "the duration has gone")

with tap.test("a schedule that begins with the newest date is in order, and stays so"), Copy() as copy:
    dates = ["2023-02-01", "2023-01-25", "2023-01-18", "2023-01-11", "2023-01-04"]
    write(copy, schedule(*((date, "T", {}) for date in dates)))
    equal(run("check", TODAY, str(copy.file)).stdout, "")
    equal(run("add", str(copy.file), "--set", "date=2023-02-08").returncode, 0)
    equal(run("postpone", str(copy.file), "2023-01-18", "--only", "--weeks=5").returncode, 0)
    equal([line.split()[0] for line in run("show", str(copy.file)).stdout.splitlines()],
          ["2023-02-22", "2023-02-08", "2023-02-01", "2023-01-25", "2023-01-11", "2023-01-04"])

HOLIDAYS = """BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
DTSTART;VALUE=DATE:20101225
DTEND;VALUE=DATE:20110102
RRULE:FREQ=YEARLY
SUMMARY:Closed
END:VEVENT
END:VCALENDAR
"""

with tap.test("plan a term around the holidays of a calendar"), Copy() as copy:
    calendar = copy.file.parent / "holidays.ics"
    calendar.write_text(HOLIDAYS)
    result = run("plan", str(copy.file), "--from=2024-12-11", "--count=3", "--time=17:30",
                 f"--holidays={calendar}")
    equal((result.returncode, result.stderr), (0, ""))
    equal(run("show", str(copy.file)).stdout.splitlines()[36:],
          ["2024-12-11 17:30", "2024-12-18 17:30", "2024-12-25  Closed [break]",
           "2025-01-01  Closed [break]", "2025-01-08 17:30"])

with tap.test("a calendar that cannot be read is refused"), Copy() as copy:
    calendar = copy.file.parent / "holidays.ics"
    for text in ["Christmas", HOLIDAYS.replace("YEARLY", "SECONDLY")]:
        calendar.write_text(text)
        result = run("plan", str(copy.file), "--from=2024-12-11", "--count=3", f"--holidays={calendar}")
        equal((result.returncode, result.stdout), (2, ""))
        true(result.stderr.startswith(str(calendar)), result.stderr)
        true(result.stderr.strip().endswith("."), result.stderr)
    result = run("plan", str(copy.file), "--from=2024-12-11", "--count=3", "--time=late")
    equal((result.returncode, result.stdout), (2, ""))
    equal(copy.changed(), [])

with tap.test("what cannot be planned is refused"), Copy() as copy:
    for arguments in [["--count=3"], ["--from=soon", "--count=3"], ["--from=2023-12-06"],
                      ["--from=2023-12-06", "--count=501"],
                      ["--from=2023-12-06", "--count=3", "--break=Christmas"],
                      ["--from=2023-12-06", "--count=3", "--break=2024-01-01..2023-12-01"],
                      ["--from=2023-12-06", "--count=3", "--break="]]:
        result = run("plan", str(copy.file), *arguments)
        equal((result.returncode, result.stdout), (2, ""))
        true(result.stderr.strip().endswith("."), result.stderr)
    equal(copy.changed(), [])

tap.done()
