#!/usr/bin/python3
# test-contract.py: what the design and the manual promise, corner by corner
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Usage: test-contract.py LECTERN-CLI

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

SCHEDULE = """{
  "lectern": 1,
  "sessions": [
    {
      "id": "a",
      "date": "2023-01-04",
      "papers": [ { "title": "One", "pages": 12345678901234567890 } ],
      "x": null
    },
    { "id": "b", "date": "2023-01-11", "kind": "break" },
    { "id": "c", "date": "2023-01-18", "duration": 1e2, "extra": { "Room": "1", "Chair": "A" } }
  ]
}
"""

PAGE = """# Group

| Date | Paper | Notes |
|---|---|---|
| 2023-01-04 | One | [n](https://example.org/n/a.pdf) |
| 2023-01-18 | Two | |
"""

tap = Tap()


class Folder:
    """A schedule and its page in a folder, and how that stood at first."""

    def __init__(self, schedule=SCHEDULE):
        self.path = pathlib.Path(tempfile.mkdtemp(prefix="lectern-contract-"))
        self.group = self.path / "group"
        self.group.mkdir()
        self.file = self.group / "s.json"
        self.file.write_text(schedule)
        self.page = self.group / "p.md"
        self.page.write_text(PAGE)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.path)

    def run(self, *arguments, stdin="", env=None):
        return subprocess.run([CLI, *arguments], capture_output=True, text=True, timeout=60, check=False,
                              cwd=self.group, input=stdin, env={**os.environ, **(env or {})})

    def state(self):
        """All that a command that changes nothing leaves alone."""
        found = {}
        for path in sorted(self.path.rglob("*")):
            status = path.lstat()
            found[str(path)] = (status.st_ino, status.st_mtime_ns, status.st_mode,
                                path.read_bytes() if path.is_file() else None)
        return found

    def does(self, *arguments, **options):
        result = self.run(*arguments, **options)
        equal((result.returncode, result.stderr), (0, ""))
        return result.stdout

    def changes_nothing(self, *arguments, **options):
        before = self.state()
        result = self.run(*arguments, **options)
        equal(result.returncode, 0)
        equal(self.state(), before)

    def refuses(self, *arguments, says="", where=None, **options):
        """Status 2, one sentence, and nothing on the disk is other than before."""
        before = self.state()
        result = self.run(*arguments, **options)
        equal((result.returncode, result.stdout), (2, ""))
        equal(result.stderr.count("\n"), 1)
        true(result.stderr.endswith(".\n"), f"no sentence: {result.stderr!r}")
        contains(result.stderr, says)
        if where is not None:
            equal(result.stderr.split(": error: ")[0], where)
        equal(self.state(), before)


# ---- show ----

with tap.test("show --json gives all that the file has"), Folder() as folder:
    equal(json.loads(folder.does("show", "--json", "s.json")), json.loads(SCHEDULE)["sessions"])
    contains(folder.does("show", "--json", "s.json"), '"duration": 1e2')
    equal(json.loads(folder.does("show", "--json", "-", stdin='{"lectern":1,"sessions":[{"y":[]},{}]}')),
          [{"y": []}, {}])

with tap.test("show --json stands in as the file does"), Folder() as folder:
    lines = folder.does("show", "--json", "s.json").splitlines()
    equal([lines[0], *lines[1:-1], lines[-1]], ["[", *SCHEDULE.splitlines()[3:-2], "]"])

with tap.test("LECTERN_TODAY that is no day is an error"), Folder() as folder:
    for verb in ("show", "check", "announce"):
        folder.refuses(verb, "s.json", env={"LECTERN_TODAY": "2023-02-30"}, says="“2023-02-30” in LECTERN_TODAY")
    equal(folder.does("show", "--past", "s.json", env={"LECTERN_TODAY": "2023-01-05"}).count("\n"), 1)

with tap.test("an empty name is no file"), Folder() as folder:
    folder.refuses("show", "", says="It is used as")
    folder.refuses("edit", "s.json", "", "--set", "note=x", says="It is used as")

# ---- check ----

with tap.test("what is said about the whole schedule has its place in the file"), Folder("""{
  "lectern": 1,
  "title": "Ä", "defaults": { "time": "9", "duration": -30, "timezone": "Mars/X" },
  "notes": { "folder": "../notes" },
\t"page": "/p.md",
  "sessions": []
}
""") as folder:
    result = folder.run("check", "s.json")
    equal(result.returncode, 1)
    equal([(":".join(line.split(":")[:3]), line[line.rindex("["):]) for line in result.stdout.splitlines()],
          [("s.json:3:39", "[invalid-time]"), ("s.json:3:56", "[invalid-duration]"),
           ("s.json:3:73", "[time-zone]"), ("s.json:4:24", "[outside-file]"), ("s.json:5:10", "[outside-file]")])

with tap.test("files elsewhere are warned of, by their path or by where links lead"), Folder(json.dumps(
        {"lectern": 1, "sessions": [{"resources": [
            {"file": "../x.pdf"}, {"file": "/x.pdf"}, {"file": "out.pdf"}, {"file": "in.pdf"},
            {"file": "none.pdf"}]}]})) as folder:
    (folder.path / "x.pdf").write_bytes(b"%PDF-1.7\n")
    (folder.group / "y.pdf").write_bytes(b"%PDF-1.7\n")
    os.symlink("../x.pdf", folder.group / "out.pdf")
    os.symlink("y.pdf", folder.group / "in.pdf")
    found = json.loads(folder.run("check", "--json", "s.json").stdout)
    equal([(warning["code"], warning["path"]) for warning in found],
          [("outside-file", "resources[0].file"), ("outside-file", "resources[1].file"),
           ("outside-file", "resources[2].file"), ("missing-file", "resources[4].file")])

with tap.test("a duration that is no number of minutes is kept and warned of"), Folder() as folder:
    for value in ("-30", "0", "59.5", "1e400", "99999999999999999999", "-1e-400"):
        text = json.dumps({"lectern": 1, "sessions": [{"id": "a", "duration": 0, "note": "n"}]})
        folder.file.write_text(text.replace("0", value))
        equal(folder.run("check", "s.json").stdout.rsplit("[", 1)[1], "invalid-duration]\n")
        folder.does("edit", "s.json", "a", "--set", "note=m")
        equal(folder.file.read_text(), text.replace("0", value).replace('"n"', '"m"'))
        folder.does("edit", "s.json", "a", "--set", "duration=")
        equal(json.loads(folder.file.read_text())["sessions"], [{"id": "a", "note": "m"}])

# ---- edit, add ----

with tap.test("an empty value removes all of a list or of the columns"), Folder() as folder:
    folder.does("edit", "s.json", "c", "--set", "extra=", "--set", "duration=")
    folder.does("edit", "s.json", "a", "--set", "papers=")
    equal(json.loads(folder.file.read_text())["sessions"],
          [{"id": "a", "date": "2023-01-04", "x": None}, {"id": "b", "date": "2023-01-11", "kind": "break"},
           {"id": "c", "date": "2023-01-18"}])

with tap.test("what is there but no single text is not called unknown"), Folder() as folder:
    folder.refuses("edit", "s.json", "c", "--set", "extra=x", says="such as “extra.Room”")
    folder.refuses("edit", "s.json", "a", "--set", "papers=x", says="such as “papers[0].title”")
    folder.refuses("edit", "s.json", "a", "--set", "papers[1]=x", says="such as “papers[1].title”")
    folder.refuses("edit", "s.json", "a", "--set", "resources[0]=x", says="such as “resources[0].label”")

with tap.test("an index beyond all numbers is past the end"), Folder() as folder:
    for index in ("1", "4294967295", "4294967296", "99999999999999999999"):
        folder.refuses("edit", "s.json", "a", "--set", f"presenters[{index}]=x", says="past the end of the list")
        folder.refuses("edit", "s.json", "a", "--set", f"papers[{index}9].title=x", says="past the end of the list")

with tap.test("a file that leads out through a link is not written down"), Folder() as folder:
    (folder.path / "x.pdf").write_bytes(b"%PDF-1.7\n")
    os.symlink("..", folder.group / "up")
    os.symlink("../gone.pdf", folder.group / "gone.pdf")
    os.symlink(".", folder.group / "here")
    for name in ("up/x.pdf", "up/none.pdf", "up/none/none.pdf", "gone.pdf"):
        for command in (("edit", "s.json", "a"), ("add", "s.json")):
            folder.refuses(*command, "--set", f"resources[0].file={name}", says=f"“{name}” leads out")
    for name in ("here/x.pdf", "none/none.pdf", "up/group/x.pdf"):
        folder.does("edit", "s.json", "a", "--set", f"resources[0].file={name}")

# ---- postpone, plan ----

with tap.test("postpone by no week changes nothing"), Folder() as folder:
    folder.changes_nothing("postpone", "s.json", "a", "--weeks=0")
    folder.refuses("postpone", "s.json", "a", "--weeks=0", "--slots", says="exclude each other")

with tap.test("weeks that are none, or too many"), Folder() as folder:
    for weeks in ("", "x", "1.5", "521", "-521", "-2147483648", "2147483647", "99999999999999999999"):
        folder.refuses("postpone", "s.json", "a", f"--weeks={weeks}", says=f"“{weeks}” is no number of weeks")

with tap.test("no date leaves the years 1 to 9999"), Folder() as folder:
    folder.file.write_text(SCHEDULE.replace("2023-01-18", "9999-12-30"))
    for option in ("--weeks=1", "--slots", "--only"):
        folder.refuses("postpone", "s.json", "c", option, says="years 1 to 9999")
    folder.refuses("postpone", "s.json", "a", says="years 1 to 9999")
    folder.file.write_text(SCHEDULE.replace("2023-01-18", "0001-01-05"))
    folder.refuses("postpone", "s.json", "c", "--weeks=-1", "--only", says="no free day")
    folder.does("postpone", "s.json", "c", "--weeks=1", "--only")

with tap.test("a plan for which there are not days enough"), Folder() as folder:
    folder.refuses("plan", "s.json", "--from=9999-12-28", "--count=2", says="days for only 1 of 2 sessions")
    folder.refuses("plan", "s.json", "--from=2023-02-01", "--count=1", "--every=1",
                   "--break=2023-01-01..9999-12-31", says="days for only 0 of 1 sessions")

with tap.test("numbers without a word"), Folder() as folder:
    folder.does("plan", "s.json", "--from=2023-02-01", "--count=2", "--number=")
    equal([session.get("title") for session in json.loads(folder.file.read_text())["sessions"]][3:], ["1", "2"])

# ---- import, publish ----

with tap.test("import replaces a schedule, and nothing else"), Folder() as folder:
    for name, content in (("other.md", "text\n"), ("broken.json", '{"lectern":1,'), ("later.json", '{"lectern":2}')):
        (folder.group / name).write_text(content)
        folder.refuses("import", "p.md", "-o", name, says="no schedule", where=name)
    os.symlink("p.md", folder.group / "link.md")
    for name in ("p.md", "link.md", "../group/p.md"):
        folder.refuses("import", "p.md", "-o", name, says="the page itself", where=name)
    (folder.group / "empty.json").touch()
    for name in ("s.json", "empty.json", "new.json"):
        folder.does("import", "p.md", "-o", name)
    equal(len({(folder.group / name).read_bytes() for name in ("s.json", "empty.json", "new.json")}), 1)
    folder.changes_nothing("import", "p.md", "-o", "s.json")

with tap.test("import takes notes inside the folder only"), Folder() as folder:
    (folder.path / "n").mkdir()
    (folder.path / "n/a.pdf").write_bytes(b"%PDF-1.7\n")
    os.symlink("../n", folder.group / "out")
    for notes in ("../n", str(folder.path / "n"), "out"):
        folder.refuses("import", "p.md", "-o", "new.json", f"--notes-folder={notes}",
                       "--notes-url=https://example.org/n/", says="the schedule’s folder")
    folder.refuses("import", "p.md", "-o", "new.json", "--notes-folder=n", "--notes-url=n/", says="not a web address")
    (folder.group / "n").mkdir()
    (folder.group / "n/a.pdf").symlink_to("../../n/a.pdf")
    folder.does("import", "p.md", "-o", "new.json", "--notes-folder=n", "--notes-url=https://example.org/n/")
    true('"file"' not in (folder.group / "new.json").read_text(), "a file outside was taken")
    (folder.group / "n/a.pdf").unlink()
    (folder.group / "n/a.pdf").write_bytes(b"%PDF-1.7\n")
    folder.does("import", "p.md", "-o", "new.json", "--notes-folder=n", "--notes-url=https://example.org/n/")
    contains((folder.group / "new.json").read_text(), '"file": "n/a.pdf"')

with tap.test("publish does not replace the schedule"), Folder() as folder:
    folder.does("import", "p.md", "-o", "s.json")
    folder.does("edit", "s.json", "2023-01-04", "--set", "papers[0].title=Other")
    os.symlink("s.json", folder.group / "link.json")
    for name in ("s.json", "link.json"):
        folder.refuses("publish", "s.json", "p.md", "-o", name, says="the schedule itself", where=name)
    folder.refuses("publish", "-", "-", says="Only one of")

with tap.test("what is published again is not written again"), Folder() as folder:
    folder.does("import", "p.md", "-o", "s.json")
    for output in ((), ("-o", "p.md"), ("-o", "out.md")):
        folder.run("publish", "s.json", "p.md", *output)
        folder.changes_nothing("publish", "s.json", "p.md", *output)

with tap.test("a page that is no text is refused at its first bad byte"), Folder() as folder:
    for bad, column in ((b"\xff", 9), (b"\x00", 9), (b"\xed\xa0\x80", 9)):
        folder.page.write_bytes("# Zoë\n\täö\u2028 \U0001f600 ".encode()[:-1] + b"  " + bad + b"\n")
        for arguments in (("import", "p.md", "-o", "new.json"), ("publish", "s.json", "p.md"),
                          ("publish", "--diff", "s.json", "p.md")):
            folder.refuses(*arguments, where=f"p.md:2:{column}")

# ---- announce ----

with tap.test("a template's mistake has its place"), Folder() as folder:
    template = folder.group / "t"
    template.write_text("{{nope}} {group}\nZoë\t{when} {nope}\n")
    folder.refuses("announce", "--session=a", "--template=t", "s.json", where="t:2:12", says="{nope}")
    folder.refuses("announce", "--session=a", "--template=-", "s.json", where="-:1:1", says="{nope}",
                   stdin="{nope}")
    equal(folder.does("announce", "--session=a", "--template=-", "s.json", stdin="On {date}"),
          "On Wednesday 4 January 2023\n")
    folder.refuses("announce", "--template=-", "-", stdin=SCHEDULE, says="Only one of")
    template.write_bytes("ä\nö ".encode() + b"\xff")
    folder.refuses("announce", "--session=a", "--template=t", "s.json", where="t:2:3", says="UTF-8")
    folder.file.write_text(SCHEDULE.replace('"lectern": 1,', '"lectern": 1, "announcement": "ä {nope}",'))
    folder.refuses("announce", "--session=a", "s.json", where="s.json:2:33", says="{nope}")

tap.done()
