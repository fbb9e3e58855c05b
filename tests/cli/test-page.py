#!/usr/bin/python3
# test-page.py: importing and publishing the group's page on the command line
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Usage: test-page.py LECTERN-CLI PAGE SAMPLE

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
PAGE = pathlib.Path(sys.argv[2])
SAMPLE = pathlib.Path(sys.argv[3])

tap = Tap()


def run(*arguments, stdin=None):
    return subprocess.run([CLI, *[str(argument) for argument in arguments]], capture_output=True,
                          input=stdin, timeout=60, check=False)


class Group:
    """A folder with the page, and the schedule made of it."""

    def __enter__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="lectern-page-"))
        (self.folder / "_pages").mkdir()
        self.page = self.folder / "_pages/group.md"
        shutil.copy(PAGE, self.page)
        self.before = self.page.read_bytes()
        self.file = self.folder / "schedule.lectern.json"
        self.imported = run("import", self.page, "-o", self.file)
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder)

    def cli(self, *arguments):
        result = run(*arguments)
        equal((result.returncode, result.stderr.decode() if result.returncode else ""), (0, ""))
        return result

    def names(self):
        return sorted(str(path.relative_to(self.folder)) for path in self.folder.rglob("*") if path.is_file())

    def untouched(self):
        """The page is what it was, and nothing lies beside it."""
        equal(self.page.read_bytes(), self.before)
        equal(self.names(), ["_pages/group.md", "schedule.lectern.json"])

    def changed(self):
        """The pairs of lines that differ; as many lines as before."""
        old, new = self.before.decode().split("\n"), self.page.read_bytes().decode().split("\n")
        equal(len(new), len(old))
        return [(a, b) for a, b in zip(old, new) if a != b]


with tap.test("import makes a schedule that knows its page, and publish gives the page back"), Group() as group:
    equal(group.imported.returncode, 0)
    equal(group.imported.stdout, b"")
    schedule = json.loads(group.file.read_text())
    equal(schedule["page"], "_pages/group.md")
    equal(len(schedule["sessions"]), 36)
    resources = [len(session.get("resources", [])) for session in schedule["sessions"]]
    equal((sum(resources), sum(map(bool, resources))), (12, 9))
    result = group.cli("publish", group.file, group.page)
    contains(result.stderr.decode(), "says what the schedule says already")
    group.untouched()

with tap.test("import writes to standard output, and reads standard input"):
    result = run("import", "-", "-o", "-", stdin=PAGE.read_bytes())
    equal(result.returncode, 0)
    schedule = json.loads(result.stdout)
    equal(len(schedule["sessions"]), 36)
    equal(schedule.get("page"), None)

with tap.test("a page outside the schedule's folder is not written into it"), Group() as group:
    inner = group.folder / "inner"
    inner.mkdir()
    equal(run("import", group.page, "-o", inner / "s.json").returncode, 0)
    equal(json.loads((inner / "s.json").read_text()).get("page"), None)

with tap.test("a link to a page outside the folder is outside"), Group() as group:
    inner = group.folder / "inner"
    inner.mkdir()
    (inner / "page.md").symlink_to(group.page)
    equal(run("import", inner / "page.md", "-o", inner / "s.json").returncode, 0)
    equal(json.loads((inner / "s.json").read_text()).get("page"), None)

with tap.test("what columns and dates are can be chosen, and is remembered"), Group() as group:
    page = group.folder / "own.md"
    page.write_text("| When | What | Where |\n|---|---|---|\n| 1/2/2023 | One | x |\n")
    out = group.folder / "own.json"
    result = run("import", page, "-o", out, "--column=Where=presenter", "--dates=mm/dd/yyyy")
    equal((result.returncode, result.stderr.decode() if result.returncode else ""), (0, ""))
    schedule = json.loads(out.read_text())
    equal(schedule["pageFormat"], {"dates": "mm/dd/yyyy", "columns": {"Where": "presenter"}})
    equal(schedule["sessions"][0]["presenters"], ["x"])
    equal(schedule["sessions"][0]["date"], "2023-01-02")
    equal(run("publish", out, page, "-o", group.folder / "again.md").returncode, 0)
    equal((group.folder / "again.md").read_text(), page.read_text())

with tap.test("publish changes one line for one edit"), Group() as group:
    group.cli("edit", group.file, "2023-01-04", "--set", "papers[0].title=A | B")
    result = group.cli("publish", group.file, group.page)
    contains(result.stderr.decode(), "1 row changed in ")
    pairs = group.changed()
    equal(len(pairs), 1)
    contains(pairs[0][1], "[A \\| B](")

with tap.test("publish --diff shows the lines and writes nothing"), Group() as group:
    group.cli("edit", group.file, "2023-01-04", "--set", "papers[0].title=Other")
    result = group.cli("publish", "--diff", group.file, group.page)
    lines = result.stdout.decode().splitlines()
    equal([line[0] for line in lines], ["-", "+", "@", "-", "+"])
    contains(lines[3], "Neural networks")
    contains(lines[4], "[Other](")
    group.untouched()
    patched = subprocess.run(["patch", "-s", "-o", "-", group.page], input=result.stdout,
                             capture_output=True, check=False) if shutil.which("patch") else None
    group.cli("publish", group.file, group.page)
    if patched is not None:
        equal(patched.stdout, group.page.read_bytes())

with tap.test("publish --diff of nothing prints nothing"), Group() as group:
    equal(group.cli("publish", "--diff", group.file, group.page).stdout, b"")

with tap.test("the sample changes nothing in the page that it was taken from"), Group() as group:
    for schedule in SAMPLE, shutil.copy(SAMPLE, group.folder / "sample.json"):
        result = group.cli("publish", schedule, group.page, "--diff")
        equal(result.stdout, b"")

with tap.test("publish -o writes elsewhere and leaves the page"), Group() as group:
    group.cli("edit", group.file, "2023-01-04", "--set", "papers[0].title=Other")
    out = group.folder / "out.md"
    group.cli("publish", group.file, group.page, "-o", out)
    equal(group.page.read_bytes(), group.before)
    contains(out.read_text(), "[Other](")
    equal(group.cli("publish", group.file, group.page, "-o", "-").stdout, out.read_bytes())
    result = run("publish", group.file, "-", stdin=group.before)
    equal(result.stdout, out.read_bytes())

with tap.test("publish after postpone changes exactly the rows that moved"), Group() as group:
    before = {session["id"]: session.get("date") for session in json.loads(group.file.read_text())["sessions"]}
    group.cli("postpone", group.file, "2023-09-27", "--weeks=1")
    after = {session["id"]: session.get("date") for session in json.loads(group.file.read_text())["sessions"]}
    moved = [key for key in before if before[key] != after[key]]
    true(len(moved) > 2, moved)
    group.cli("publish", group.file, group.page)
    pairs = group.changed()
    equal(len(pairs), len(moved))

    def shown(date):
        year, month, day = date.split("-")
        return f"{day}/{month}/{year}"
    equal(sorted(old.split("|")[1].strip() for old, _ in pairs), sorted(shown(before[key]) for key in moved))
    equal(sorted(new.split("|")[1].strip() for _, new in pairs), sorted(shown(after[key]) for key in moved))
    # All but the date is what it was.
    equal([old.split("|")[2:] for old, _ in pairs], [new.split("|")[2:] for _, new in pairs])
    # And back again: not a byte is another.
    first = min(after[key] for key in moved)
    group.cli("postpone", group.file, first, "--weeks=-1")
    group.cli("publish", group.file, group.page)
    equal(group.page.read_bytes(), group.before)

with tap.test("a new file of the notes is named"), Group() as group:
    (group.folder / "files").mkdir()
    (group.folder / "files/new.pdf").write_bytes(b"%PDF-1.4\n")
    group.cli("edit", group.file, "2022-12-07", "--set", "resources[0].label=Notes",
              "--set", "resources[0].file=files/new.pdf")
    result = group.cli("publish", group.file, group.page)
    contains(result.stderr.decode(), "“files/new.pdf” is new on the page; commit it too")

with tap.test("a file that the repository does not know is named until it does"), Group() as group:
    def git(*arguments):
        subprocess.run(["git", "-C", group.folder, *arguments], check=True, stdout=subprocess.DEVNULL)

    git("init", "-q")
    (group.folder / "files").mkdir(exist_ok=True)
    (group.folder / "files/new.pdf").write_bytes(b"%PDF-1.4\n")
    group.cli("edit", group.file, "2022-12-07", "--set", "resources[0].label=Notes",
              "--set", "resources[0].file=files/new.pdf")
    for _ in range(2):
        result = group.cli("publish", group.file, group.page)
        contains(result.stderr.decode(), "“files/new.pdf” is not in the site’s repository yet; commit it too")
    git("add", "files/new.pdf")
    result = group.cli("publish", group.file, group.page)
    true("files/new.pdf" not in result.stderr.decode(), "it is known now")
    equal(len(group.changed()), 1)
    again = group.cli("publish", group.file, group.page).stderr.decode()
    true("new on the page" not in again, again)

with tap.test("a schedule's own template is taken for the announcement"), Group() as group:
    schedule = json.loads(group.file.read_text())
    schedule["announcement"] = "Hello: {date}\n"
    group.file.write_text(json.dumps(schedule))
    result = group.cli("announce", "--today=2023-01-02", group.file)
    equal(result.stdout.decode(), "Hello: Wednesday 4 January 2023\n")
    template = group.folder / "template"
    template.write_text("{group}\n")
    result = group.cli("announce", "--today=2023-01-02", f"--template={template}", group.file)
    equal(result.stdout.decode(), "Deep Learning Theory Reading Group\n")


def refused(group, status, message, *arguments):
    result = run(*arguments)
    equal(result.returncode, status)
    equal(result.stdout, b"")
    contains(result.stderr.decode(), message)
    group.untouched()


with tap.test("what cannot be imported is an error, and nothing is written"), Group() as group:
    refused(group, 2, "no such file", "import", group.folder / "none.md", "-o", group.folder / "new.json")
    refused(group, 2, "no table with a schedule", "import", group.file, "-o", group.folder / "new.json")
    refused(group, 2, "Name the schedule to write", "import", group.page)
    refused(group, 2, "names no column", "import", group.page, "-o", group.folder / "new.json", "--column=Date=when")
    refused(group, 2, "--dates is either", "import", group.page, "-o", group.folder / "new.json", "--dates=yyyy")
    refused(group, 2, "", "import", group.page, "-o", group.folder / "none/new.json")

with tap.test("what cannot be published is an error, and nothing is written"), Group() as group:
    refused(group, 2, "", "publish", group.file, group.folder / "none.md")
    refused(group, 2, "no table with a schedule", "publish", group.file, group.file)
    refused(group, 2, "", "publish", group.page, group.page)
    refused(group, 2, "", "publish", group.file)
    refused(group, 2, "", "publish", group.file, group.page, "-o", group.folder / "none/out.md")

with tap.test("a page that is no text is refused with its line"), Group() as group:
    group.page.write_bytes(b"one\ntwo \xff\n")
    result = run("publish", group.file, group.page)
    equal(result.returncode, 2)
    contains(result.stderr.decode(), "Line 2")
    equal(group.page.read_bytes(), b"one\ntwo \xff\n")

tap.done()
