#!/usr/bin/python3
# test-cli.py: the command line, run as a user runs it
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Usage: test-cli.py LECTERN-CLI SAMPLE

import difflib
import hashlib
import json
import os
import pathlib
import re
import shutil
import stat
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from tap import Tap, contains, equal, true  # noqa: E402

CLI = os.path.abspath(sys.argv[1])
SAMPLE = pathlib.Path(sys.argv[2]).read_bytes()

SMALL = b"""{
  "lectern": 1,
  "sessions": [
    { "id": "a", "date": "2023-01-04", "papers": [ { "title": "One" } ] },
    { "id": "b", "date": "2023-01-11", "note": "x" },
    { "date": "2023-01-11" },
    { "id": "2023-01-18", "date": "2023-02-01" },
    { "id": "d", "date": "2023-01-18" },
    { "id": "e" }
  ]
}
"""

tap = Tap()


def run(*arguments, stdin=b"", cwd=None, user=False, env=None):
    command = [CLI, *arguments]
    if user:
        copy = os.path.join(cwd, "lectern-cli")
        command = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", copy, *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, cwd=cwd, timeout=60,
                          env={**os.environ, **(env or {})}, check=False)


class Folder:
    """A folder with a schedule, and a look at what has become of it."""

    def __init__(self, content=SMALL):
        self.path = pathlib.Path(tempfile.mkdtemp(prefix="lectern-cli-"))
        self.file = self.path / "s.json"
        if content is not None:
            self.file.write_bytes(content)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for path in [self.path, *self.path.rglob("*")]:
            if path.is_dir() and not path.is_symlink():
                path.chmod(0o755)
        shutil.rmtree(self.path)

    def run(self, *arguments, **options):
        return run(*arguments, cwd=self.path, **options)

    def names(self):
        return sorted(os.listdir(self.path))


def fails(result, *parts):
    """Status 2, nothing on standard output, one sentence on standard error."""
    text = result.stderr.decode()
    equal(result.returncode, 2)
    equal(result.stdout, b"")
    equal(text.count("\n"), 1)
    contains(text, ": error: ")
    true(text.endswith(".\n"), f"no sentence: {text!r}")
    true("critical" not in text.lower() and "warning" not in text.lower(), text)
    for part in parts:
        contains(text, part)


def succeeds(result):
    equal(result.stderr, b"")
    equal(result.returncode, 0)


def changed_lines(before, after):
    lines = difflib.unified_diff(before.decode().splitlines(), after.decode().splitlines(), n=0,
                                 lineterm="")
    return [line for line in lines if line[:2] not in ("--", "++", "@@")]


def test_program():
    with tap.test("links no GTK"):
        linked = subprocess.run(["ldd", CLI], capture_output=True, check=True).stdout.decode()
        contains(linked, "libglib-2.0")
        for name in ("gtk", "gdk", "adwaita", "libX11", "wayland", "pango", "cairo"):
            true(name not in linked, f"{name} in {linked}")
    with tap.test("--version"):
        result = run("--version")
        succeeds(result)
        true(result.stdout.startswith(b"lectern-cli ") and result.stdout.count(b"\n") == 1, result.stdout)
    with tap.test("--help"):
        result = run("--help")
        succeeds(result)
        for verb in ("show", "check", "edit", "add", "remove"):
            contains(result.stdout.decode(), f"\n  {verb} ")
    for verb in ("show", "check", "edit", "add", "remove"):
        with tap.test(f"{verb} --help"):
            result = run(verb, "--help")
            succeeds(result)
            contains(result.stdout.decode(), f"lectern-cli {verb} [OPTION")
        with tap.test(f"{verb} without a file"):
            result = run(verb) if verb in ("show", "check", "remove") else run(verb, "--set", "note=x")
            fails(result, "is used as", f"lectern-cli {verb} --help")
        with tap.test(f"{verb} with an unknown option"):
            fails(run(verb, "--nonsense", "x"), "--nonsense")
    manual = (pathlib.Path(__file__).resolve().parents[2] / "docs/lectern-cli.1").read_text().replace("\\-", "-")
    synopsis, descriptions = manual.split(".SH DESCRIPTION")
    verbs = re.findall(r"^  ([a-z]+) ", run("--help").stdout.decode(), re.M)
    true(len(verbs) > 10, verbs)
    for verb in verbs:
        with tap.test(f"the manual knows {verb} and all its options"):
            contains(descriptions, f"\n.B {verb}\n")
            contains(synopsis, f"\n.B lectern-cli {verb}\n")
            for option in re.findall(r"(?<![\w-])--[a-z-]+", run(verb, "--help").stdout.decode()):
                true(re.search(rf"^\.BI? .*{option}\b(?!-)", descriptions, re.M), f"{option} of {verb}")
    with tap.test("no verb"):
        result = run()
        equal((result.returncode, result.stdout), (2, b""))
        contains(result.stderr.decode(), "Usage:")
    with tap.test("an unknown verb"):
        fails(run("frobnicate\x1b[2J"), "“frobnicate [2J”", "--help")
    with tap.test("a full disk under standard output"):
        with Folder(SAMPLE) as folder, open("/dev/full", "wb") as full:
            result = subprocess.run([CLI, "show", folder.file], stdout=full, stderr=subprocess.PIPE,
                                    check=False)
            equal(result.returncode, 2)
            contains(result.stderr.decode(), "could not be written")


def test_show():
    with tap.test("show the sample: 36 lines"), Folder(SAMPLE) as folder:
        result = folder.run("show", "s.json")
        succeeds(result)
        lines = result.stdout.decode().splitlines()
        equal(len(lines), 36)
        equal(lines[0], "2022-07-06  Principles of Deep Learning Theory (Chapters 1 & 2)")
        contains(result.stdout.decode(), "[announcement]")
    with tap.test("show - is standard input"):
        result = run("show", "-", stdin=SAMPLE)
        succeeds(result)
        equal(result.stdout.count(b"\n"), 36)
    with tap.test("show --json is the sessions"):
        result = run("show", "--json", "-", stdin=SAMPLE)
        succeeds(result)
        equal(json.loads(result.stdout), json.loads(SAMPLE)["sessions"])
    with tap.test("show --upcoming and --past divide the dated ones"):
        outputs = [run("show", option, "--today=2023-01-11", "-", stdin=SMALL)
                   for option in ("--past", "--upcoming")]
        past, upcoming = (output.stdout.decode().split() for output in outputs)
        equal(past, ["2023-01-04", "One"])
        equal(upcoming, ["2023-01-11", "2023-01-11", "2023-02-01", "2023-01-18"])
    with tap.test("show honours LECTERN_TODAY"):
        result = run("show", "--past", "-", stdin=SMALL, env={"LECTERN_TODAY": "2023-01-05"})
        equal(result.stdout.count(b"\n"), 1)
    with tap.test("show --json of none"):
        result = run("show", "--json", "--past", "--today=1999-01-01", "-", stdin=SMALL)
        succeeds(result)
        equal(json.loads(result.stdout), [])
    with tap.test("show both --upcoming and --past"):
        fails(run("show", "--upcoming", "--past", "-", stdin=SMALL), "--past")
    for date in ("2023-02-30", "tomorrow", ""):
        with tap.test(f"show --today={date}"):
            fails(run("show", f"--today={date}", "-", stdin=SMALL), f"“{date}” is not a date")
    with tap.test("show all that a line has"):
        content = json.dumps({"lectern": 1, "sessions": [
            {"date": "2023-01-04", "time": "14:30", "presenters": ["A", "B"],
             "papers": [{"title": "One", "part": "I"}, {"title": "Two"}, {"url": "https://x.org/"}],
             "status": "cancelled", "reason": "strike"},
            {"dateText": "TBD", "title": "Away", "kind": "break"},
            {"status": "cancelled", "title": "Off"},
            {"kind": "party"}, {}]}).encode()
        succeeds(run("show", "-", stdin=content))
        equal(run("show", "-", stdin=content).stdout.decode().splitlines(), [
            "2023-01-04 14:30  One (I); Two; https://x.org/ — A, B [cancelled: strike]",
            "TBD  Away [break]",
            "no date  Off [cancelled]",
            "no date   [party]",
            "no date"])
    with tap.test("show keeps every session on its line, and the terminal alone"):
        title = "a\nb\r\tc\x1b[2Jd\u2028e\u0085f\x7f"
        content = json.dumps({"lectern": 1, "sessions": [{"papers": [{"title": title}]}] * 3}).encode()
        result = run("show", "-", stdin=content)
        succeeds(result)
        equal(result.stdout.decode().split("\n"), ["no date  a b  c [2Jd e f"] * 3 + [""])
    with tap.test("show writes UTF-8 in the C locale"):
        content = '{"lectern":1,"sessions":[{"title":"Zoë — “x”"}]}'.encode()
        result = run("show", "-", stdin=content, env={"LC_ALL": "C"})
        equal(result.stdout.decode(), "no date  Zoë — “x”\n")


def test_check():
    with tap.test("check a good file"):
        content = {"lectern": 1, "sessions": [{"id": "a", "date": "2023-01-04", "papers": [
            {"title": "One", "url": "https://example.org/"}]}]}
        result = run("check", "--today=2023-01-01", "-", stdin=json.dumps(content).encode())
        succeeds(result)
        equal(result.stdout, b"")
    bad = b'{\n  "lectern": 1,\n  "sessions": [\n    { "id": "a",\n      "date": "2023-02-30" }\n  ]\n}\n'
    with tap.test("check a date that does not exist"), Folder(bad) as folder:
        result = folder.run("check", "s.json")
        equal(result.returncode, 1)
        equal(result.stderr, b"")
        true(result.stdout.startswith(b"s.json:5:"), result.stdout)
        contains(result.stdout.decode(), ": warning: ")
        contains(result.stdout.decode(), "2023-02-30")
        contains(result.stdout.decode(), "[invalid-date]\n")
        equal(folder.file.read_bytes(), bad)
    with tap.test("check --json"), Folder(bad) as folder:
        result = folder.run("check", "--json", "s.json")
        equal(result.returncode, 1)
        found = json.loads(result.stdout)
        equal([(w["file"], w["line"], w["code"], w["session"], w["path"]) for w in found],
              [("s.json", 5, "invalid-date", "a", "date")])
    with tap.test("check --json of nothing wrong"):
        result = run("check", "--json", "-", stdin=b'{"lectern":1,"sessions":[]}')
        succeeds(result)
        equal(json.loads(result.stdout), [])
    with tap.test("check --today is a date"):
        fails(run("check", "--today=x", "-", stdin=SMALL), "“x” is not a date")
    with tap.test("check of a repeated id names a line"):
        content = b'{"lectern":1,"sessions":[\n{"id":"a"},\n{"id":"a"}]}'
        result = run("check", "-", stdin=content)
        equal(result.returncode, 1)
        contains(result.stdout.decode(), "-:3:")


def test_edit():
    with tap.test("edit one date of the sample: one line of the file"), Folder(SAMPLE) as folder:
        before = folder.file.stat()
        result = folder.run("edit", "s.json", "2022-09-22", "--set", "date=2022-09-21")
        succeeds(result)
        equal(result.stdout, b"")
        equal(changed_lines(SAMPLE, folder.file.read_bytes()),
              ['-      "date": "2022-09-22",', '+      "date": "2022-09-21",'])
        equal(folder.names(), ["s.json"])
        equal(stat.S_IMODE(folder.file.stat().st_mode), stat.S_IMODE(before.st_mode))
    with tap.test("edit back: the bytes of the start"), Folder(SAMPLE) as folder:
        folder.run("edit", "s.json", "2022-09-22", "--set", "date=2022-09-21")
        folder.run("edit", "s.json", "2022-09-21", "--set", "date=2022-09-22")
        equal(folder.file.read_bytes(), SAMPLE)
    with tap.test("edit what is so already writes nothing"), Folder() as folder:
        before = folder.file.stat()
        for _ in range(2):
            succeeds(folder.run("edit", "s.json", "b", "--set", "note=x"))
        after = folder.file.stat()
        equal((before.st_ino, before.st_mtime_ns), (after.st_ino, after.st_mtime_ns))
        equal(folder.file.read_bytes(), SMALL)
    with tap.test("edit by id before date"), Folder() as folder:
        succeeds(folder.run("edit", "s.json", "2023-01-18", "--set", "note=y"))
        true('"2023-02-01"' in changed_lines(SMALL, folder.file.read_bytes())[0],
             folder.file.read_bytes())
    with tap.test("edit several members, append and remove"), Folder() as folder:
        succeeds(folder.run("edit", "s.json", "a", "--set", "papers[0].title=Two",
                            "--set", "papers[1].title=Three", "--set", "presenters[0]=A",
                            "--set=date=", "--set", "time=14:30"))
        session = json.loads(folder.file.read_bytes())["sessions"][0]
        equal(session, {"id": "a", "time": "14:30", "papers": [{"title": "Two"}, {"title": "Three"}],
                        "presenters": ["A"]})
    with tap.test("edit through a symbolic link"), Folder() as folder:
        (folder.path / "link").symlink_to("s.json")
        succeeds(folder.run("edit", "link", "a", "--set", "note=y"))
        true((folder.path / "link").is_symlink(), "the link is gone")
        contains(folder.file.read_text(), '"note": "y"')
    with tap.test("edit text beyond ASCII in the C locale"), Folder() as folder:
        succeeds(folder.run("edit", "s.json", "b", "--set", "note=Zoë “x”", env={"LC_ALL": "C"}))
        contains(folder.file.read_text(), "Zoë “x”")

    refused = [
        (("edit", "s.json", "z", "--set", "note=y"), ("s.json: error:", "no session “z”")),
        (("edit", "s.json", "2024-01-01", "--set", "note=y"), ("no session “2024-01-01”",)),
        (("edit", "s.json", "2023-01-11", "--set", "note=y"), ("2 sessions", "b (line 5)", "line 6")),
        (("edit", "s.json", "a"), ("--set",)),
        (("edit", "s.json", "a", "--set", "note"), ("“note”", "PATH=VALUE")),
        (("edit", "s.json", "a", "--set", "nonsense=1"), ("nonsense",)),
        (("edit", "s.json", "a", "--set", "papers[5].title=x"), ("papers",)),
        (("edit", "s.json", "a", "--set", "duration=long"), ("long",)),
        (("edit", "s.json", "a", "--set", "date=2023-02-30"), ("2023-02-30",)),
        (("edit", "s.json", "a", "--set", "note=y", "--set", "date=soon"), ("soon",)),
        (("edit", "s.json", "a", "--set", b"note=\xff"), ("UTF-8",)),
        (("edit", "s.json", b"\xff", "--set", "note=y"), ("UTF-8",)),
        (("edit", "-", "a", "--set", "note=y"), ("Standard input",)),
        (("add", "-", "--set", "note=y"), ("Standard input",)),
        (("add", "s.json"), ("--set",)),
        (("add", "s.json", "--set", "date=soon"), ("soon",)),
        (("remove", "-", "a"), ("Standard input",)),
        (("remove", "s.json", "z"), ("no session “z”",)),
        (("remove", "s.json", "2023-01-11"), ("2 sessions",)),
        (("remove", "s.json"), ("is used as",)),
        (("remove", "s.json", "a", "b"), ("is used as",)),
    ]
    for arguments, parts in refused:
        with tap.test(f"refused: {arguments}"), Folder() as folder:
            before = folder.file.stat()
            fails(folder.run(*arguments, stdin=SMALL), *parts)
            after = folder.file.stat()
            equal(folder.file.read_bytes(), SMALL)
            equal((before.st_ino, before.st_mtime_ns), (after.st_ino, after.st_mtime_ns))
            equal(folder.names(), ["s.json"])


def test_add_remove():
    with tap.test("add goes after the last earlier one and prints the id"), Folder() as folder:
        result = folder.run("add", "s.json", "--set", "date=2023-01-11", "--set", "papers[0].title=New")
        succeeds(result)
        sessions = json.loads(folder.file.read_bytes())["sessions"]
        equal([session.get("id") for session in sessions],
              ["a", "b", None, result.stdout.decode().strip(), "2023-01-18", "d", "e"])
        equal(sessions[3]["papers"], [{"title": "New"}])
        true(all(line[0] == "+" for line in changed_lines(SMALL, folder.file.read_bytes())), "lines went")
    with tap.test("two adds have two ids"), Folder() as folder:
        ids = {folder.run("add", "s.json", "--set", "note=x").stdout for _ in range(2)}
        equal(len(ids), 2)
    with tap.test("remove takes one session's lines"), Folder() as folder:
        succeeds(folder.run("remove", "s.json", "b"))
        equal(changed_lines(SMALL, folder.file.read_bytes()),
              ['-    { "id": "b", "date": "2023-01-11", "note": "x" },'])
    with tap.test("remove what was added: the bytes of the start"), Folder(SAMPLE) as folder:
        added = folder.run("add", "s.json", "--set", "date=2023-01-04").stdout.decode().strip()
        succeeds(folder.run("remove", "s.json", added))
        equal(folder.file.read_bytes(), SAMPLE)


WRONG = {"text": '"x"', "number": "5", "truth": "true", "list": "[]", "object": "{}"}
MEMBERS = {
    **{name: ("text",) for name in ("id", "date", "dateText", "time", "location", "kind", "title",
                                     "status", "reason", "note")},
    "duration": ("number",), "papers": ("list",), "presenters": ("list",), "resources": ("list",),
    "extra": ("object",), "ignore": ("list",),
}


def bad_contents():
    head = '{\n  "lectern": 1,\n  "sessions": ['
    yield "an empty file", b"", "1:1"
    yield "white space", b" \n ", None
    yield "half of the sample", SAMPLE[:len(SAMPLE) // 2], None
    yield "the sample without its last brace", SAMPLE.rstrip()[:-1], None
    yield "the sample twice", SAMPLE + SAMPLE, None
    yield "invalid UTF-8", (head + '{"note":"').encode() + b"\xff" + b'"}]}', "3:25"
    yield "Latin-1", (head + '{"note":"Zo').encode() + b"\xeb" + b'"}]}', "3:27"
    yield "UTF-16", '{"lectern":1}'.encode("utf-16"), None
    yield "a byte order mark", b"\xef\xbb\xbf" + SMALL, "1:1"
    yield "a picture", b"\x89PNG\r\n\x1a\n" + bytes(100), "1:1"
    yield "a megabyte of zeros", bytes(1 << 20), "1:1"
    yield "a newer version", b'{"lectern": 2, "sessions": []}', "1:13"
    yield "no version", b'{"sessions": []}', None
    yield "a version that is text", b'{"lectern": "1"}', "1:13"
    yield "an array", b"[]", None
    yield "a repeated name", b'{"lectern":1,"sessions":[{"id":"a","id":"b"}]}', "1:36"
    yield "a comment", b'{"lectern":1, // x\n"sessions":[]}', "1:15"
    yield "100,000 nested arrays", b'{"lectern":1,"x":' + b"[" * 100000, None
    yield "sessions that are an object", b'{"lectern":1,"sessions":{}}', "1:25"
    yield "a session that is text", (head + '"x"]}').encode(), "3:16"
    for name, right in MEMBERS.items():
        for kind, value in WRONG.items():
            if kind not in right:
                yield (f"{name} that is {kind}", (head + f'{{"{name}": {value}}}]}}').encode(),
                       f"3:{16 + len(name) + 5}")


def test_bad_files():
    for name, content, position in bad_contents():
        with tap.test(f"bad file: {name}"), Folder(content) as folder:
            before = folder.file.stat()
            for arguments in (("check",), ("show",), ("edit", "--set=note=x"), ("add", "--set=note=x"),
                              ("remove",)):
                session = ("a",) if arguments[0] in ("edit", "remove") else ()
                result = folder.run(arguments[0], "s.json", *session, *arguments[1:])
                fails(result, f"s.json:{position}: error:" if position else "s.json:")
                where = result.stderr.decode().split(": error:")[0].split(":")
                true(len(where) == 3 and int(where[1]) > 0 and int(where[2]) > 0, where)
            after = folder.file.stat()
            true(folder.file.read_bytes() == content, "the file has changed")
            equal((before.st_ino, before.st_mtime_ns), (after.st_ino, after.st_mtime_ns))
            equal(folder.names(), ["s.json"])


def test_bad_places():
    with tap.test("a missing file"), Folder(None) as folder:
        fails(folder.run("show", "s.json"), "s.json: error:", "no such file")
        fails(folder.run("edit", "s.json", "a", "--set", "note=x"), "no such file")
        equal(folder.names(), [])
    with tap.test("a folder"), Folder(None) as folder:
        folder.file.mkdir()
        fails(folder.run("check", "s.json"), "it is a folder")
    with tap.test("a pipe"), Folder(None) as folder:
        os.mkfifo(folder.file)
        fails(folder.run("check", "s.json"), "it is a pipe")
    with tap.test("1 GiB of zeros is refused at once"), Folder(b"") as folder:
        os.truncate(folder.file, 1 << 30)
        began = time.monotonic()
        fails(folder.run("check", "s.json"), "64 MiB")
        true(time.monotonic() - began < 2, "it took long")
        equal(folder.file.stat().st_size, 1 << 30)
    with tap.test("endless standard input"), open("/dev/zero", "rb") as zeros:
        result = subprocess.run([CLI, "check", "-"], stdin=zeros, capture_output=True, timeout=60,
                                check=False)
        fails(result, "64 MiB")
    with tap.test("an address"), Folder(None) as folder:
        fails(folder.run("show", "https://example.org/s.json"), "not on this computer")
    with tap.test("a file name that is not UTF-8"), Folder(None) as folder:
        name = os.fsencode(folder.path) + b"/\xff.json"
        fails(folder.run("show", name), "no such file")
        pathlib.Path(os.fsdecode(name)).write_bytes(SMALL)
        succeeds(folder.run("edit", name, "a", "--set", "note=y"))
    with tap.test("a file named like an option"), Folder(None) as folder:
        (folder.path / "--json").write_bytes(SMALL)
        succeeds(folder.run("show", "--", "--json"))


def test_permissions():
    """As an ordinary user: to root no mode means anything."""
    def ready(folder, file_mode, folder_mode, owner=65534):
        shutil.copy(CLI, folder.path / "lectern-cli")
        os.chmod(folder.path / "lectern-cli", 0o755)
        os.chown(folder.file, owner, owner)
        os.chown(folder.path, owner, owner)
        os.chmod(folder.file, file_mode)
        os.chmod(folder.path, folder_mode)

    def edit(folder):
        return folder.run("edit", "s.json", "a", "--set", "note=y", user=True)

    def untouched(folder):
        equal(folder.file.read_bytes(), SMALL)
        equal(folder.names(), ["lectern-cli", "s.json"])

    with tap.test("an ordinary user saves"), Folder() as folder:
        ready(folder, 0o640, 0o755)
        succeeds(edit(folder))
        contains(folder.file.read_text(), '"note": "y"')
        status = folder.file.stat()
        equal((stat.S_IMODE(status.st_mode), status.st_uid, status.st_gid), (0o640, 65534, 65534))
    with tap.test("a read-only file stays as it is"), Folder() as folder:
        ready(folder, 0o444, 0o755)
        succeeds(folder.run("show", "s.json", user=True))
        fails(edit(folder), "“s.json”: it is read-only. The file on disk is unchanged.")
        untouched(folder)
    with tap.test("nothing to change in a read-only file is no error"), Folder() as folder:
        ready(folder, 0o444, 0o555)
        succeeds(folder.run("edit", "s.json", "b", "--set", "note=x", user=True))
        untouched(folder)
    with tap.test("a read-only folder"), Folder() as folder:
        ready(folder, 0o644, 0o555)
        fails(edit(folder), "no file may be made in its folder")
        untouched(folder)
    with tap.test("a folder that cannot be read"), Folder() as folder:
        ready(folder, 0o644, 0o333)
        succeeds(edit(folder))
        contains(folder.file.read_text(), '"note": "y"')
        equal(folder.names(), ["lectern-cli", "s.json"])
    with tap.test("a folder that cannot be entered"), Folder() as folder:
        ready(folder, 0o644, 0o755)
        (folder.path / "inner").mkdir(0o700)
        (folder.path / "inner/s.json").write_bytes(SMALL)
        fails(folder.run("show", "inner/s.json", user=True), "you do not have the permission")
    with tap.test("a file that cannot be read"), Folder() as folder:
        ready(folder, 0o200, 0o755)
        fails(folder.run("show", "s.json", user=True), "you do not have the permission")
    with tap.test("another's file that one may not write"), Folder() as folder:
        ready(folder, 0o644, 0o777, owner=1)
        fails(edit(folder), "it is read-only")
        untouched(folder)
    with tap.test("another's file that one may write: its group's rights do not become others'"), Folder() as folder:
        ready(folder, 0o666, 0o777, owner=1)
        os.chmod(folder.file, 0o676)
        succeeds(edit(folder))
        status = folder.file.stat()
        equal((stat.S_IMODE(status.st_mode), status.st_uid), (0o666, 65534))


digest = hashlib.sha256(SAMPLE).hexdigest()
test_program()
test_show()
test_check()
test_edit()
test_add_remove()
test_bad_files()
test_bad_places()
test_permissions()
with tap.test("the sample itself is untouched"):
    equal(hashlib.sha256(pathlib.Path(sys.argv[2]).read_bytes()).hexdigest(), digest)
tap.done()
