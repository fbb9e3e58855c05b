#!/usr/bin/python3
# test-attach.py: PDFs are attached on the command line, or refused
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Usage: test-attach.py LECTERN-CLI

import json
import os
import pathlib
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from tap import Tap, contains, equal, true  # noqa: E402

CLI = os.path.abspath(sys.argv[1])
PDF = b"%PDF-1.7\nthe notes\n"
OTHER = b"%PDF-1.7\nother notes\n"

SCHEDULE = """{
  "lectern": 1,
  "notes": {
    "folder": "files/Pdfs"
  },
  "sessions": [
    {
      "id": "a",
      "date": "2023-01-04",
      "papers": [
        {
          "title": "Neural Tangent Kernel: What’s “Lazy” Training?"
        }
      ]
    },
    {
      "id": "b",
      "date": "2023-01-11"
    }
  ]
}
"""
NAME = "Neural_Tangent_Kernel_Whats_Lazy_Training"

tap = Tap()


class Folder:
    """A schedule in a folder, and PDFs beside that folder."""

    def __init__(self, schedule=SCHEDULE):
        self.path = pathlib.Path(tempfile.mkdtemp(prefix="lectern-attach-"))
        self.site = self.path / "site"
        self.site.mkdir()
        self.file = self.site / "s.json"
        self.file.write_text(schedule)
        self.pdf = self.path / "scan 1.pdf"
        self.pdf.write_bytes(PDF)
        self.notes = self.site / "files" / "Pdfs"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for path in [self.path, *self.path.rglob("*")]:
            if path.is_dir() and not path.is_symlink():
                path.chmod(0o755)
        shutil.rmtree(self.path)

    def run(self, *arguments, pdf=None, session="a", **options):
        command = [CLI, "attach", *arguments, str(self.file), session, str(pdf or self.pdf)]
        return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False,
                              cwd=self.path, **options)

    def resources(self, index=0):
        return json.loads(self.file.read_text())["sessions"][index].get("resources")

    def tree(self):
        """Everything there is, with its content."""
        found = {}
        for path in sorted(self.path.rglob("*")):
            name = str(path.relative_to(self.path))
            if path.is_symlink():
                found[name] = os.readlink(path)
            elif path.is_file():
                found[name] = path.read_bytes()
            else:
                found[name] = None
        return found


def succeeds(result, path):
    equal(result.stderr, "")
    equal(result.returncode, 0)
    equal(result.stdout, path + "\n")


def refuses(folder, *arguments, says=(), **options):
    """Status 2, one sentence, and nothing on the disk is other than before."""
    before = folder.tree()
    result = folder.run(*arguments, **options)
    equal(result.returncode, 2)
    equal(result.stdout, "")
    equal(result.stderr.count("\n"), 1)
    contains(result.stderr, ": error: ")
    true(result.stderr.endswith(".\n"), f"no sentence: {result.stderr!r}")
    for part in [says] if isinstance(says, str) else says:
        contains(result.stderr, part)
    equal(folder.tree(), before)


with tap.test("a copy is made under a name from the title"), Folder() as folder:
    succeeds(folder.run(), f"files/Pdfs/{NAME}.pdf")
    equal((folder.notes / f"{NAME}.pdf").read_bytes(), PDF)
    equal(folder.pdf.read_bytes(), PDF)
    equal(folder.resources(), [{"label": "Notes", "file": f"files/Pdfs/{NAME}.pdf"}])
    equal(os.listdir(folder.notes), [f"{NAME}.pdf"])

with tap.test("only the lines of the resource are others"), Folder() as folder:
    folder.run()
    after = folder.file.read_text().splitlines()
    for line in SCHEDULE.splitlines():
        if line.strip() not in ("]", "}", "],"):
            true(line in after, line)

with tap.test("a copy has the day of the original"), Folder() as folder:
    os.utime(folder.pdf, (1600000000, 1600000000))
    folder.run()
    equal(int((folder.notes / f"{NAME}.pdf").stat().st_mtime), 1600000000)

with tap.test("nothing is overwritten: another gets a number"), Folder() as folder:
    folder.notes.mkdir(parents=True)
    (folder.notes / f"{NAME}.pdf").write_bytes(OTHER)
    succeeds(folder.run(), f"files/Pdfs/{NAME}_2.pdf")
    equal((folder.notes / f"{NAME}.pdf").read_bytes(), OTHER)
    equal((folder.notes / f"{NAME}_2.pdf").read_bytes(), PDF)

with tap.test("the same content is used again"), Folder() as folder:
    folder.notes.mkdir(parents=True)
    (folder.notes / f"{NAME}.pdf").write_bytes(OTHER)
    (folder.notes / f"{NAME}_2.pdf").write_bytes(PDF)
    succeeds(folder.run(), f"files/Pdfs/{NAME}_2.pdf")
    equal(sorted(os.listdir(folder.notes)), [f"{NAME}.pdf", f"{NAME}_2.pdf"])

with tap.test("attached twice it is there once"), Folder() as folder:
    folder.run("--label=Notes")
    once = folder.tree()
    succeeds(folder.run("--label=Notes"), f"files/Pdfs/{NAME}.pdf")
    equal(folder.tree(), once)

with tap.test("a folder and a link that have the name are not touched"), Folder() as folder:
    (folder.notes / f"{NAME}.pdf").mkdir(parents=True)
    os.symlink("nowhere", folder.notes / f"{NAME}_2.pdf")
    succeeds(folder.run(), f"files/Pdfs/{NAME}_3.pdf")
    equal(os.readlink(folder.notes / f"{NAME}_2.pdf"), "nowhere")

with tap.test("many at once get names of their own"), Folder() as folder:
    for i in range(12):
        (folder.path / f"{i}.pdf").write_bytes(PDF + str(i).encode())
        (folder.path / f"{i}.json").write_text(SCHEDULE)
        shutil.copy(folder.path / f"{i}.json", folder.site / f"{i}.json")
    running = [subprocess.Popen([CLI, "attach", folder.site / f"{i}.json", "a", folder.path / f"{i}.pdf"],
                                stdout=subprocess.DEVNULL) for i in range(12)]
    equal([process.wait(60) for process in running], [0] * 12)
    contents = {path.read_bytes() for path in folder.notes.iterdir()}
    equal(contents, {PDF + str(i).encode() for i in range(12)})

for name, expected in [("ntk-slides.pdf", "Slides"), ("Talk_v2.pdf", "Slides"), ("scan.pdf", "Notes"),
                       ("slideshow.pdf", "Notes")]:
    with tap.test(f"the label of {name}"), Folder() as folder:
        pdf = folder.pdf.rename(folder.path / name)
        equal(folder.run(pdf=pdf).returncode, 0)
        equal(folder.resources()[0]["label"], expected)

with tap.test("the second is called as its file is"), Folder() as folder:
    folder.run()
    pdf = folder.path / "appendix.pdf"
    pdf.write_bytes(OTHER)
    succeeds(folder.run(pdf=pdf), f"files/Pdfs/{NAME}_appendix.pdf")
    equal(folder.resources()[1]["label"], "appendix")

with tap.test("a label that was given"), Folder() as folder:
    succeeds(folder.run("--label=Exercises, part 2"), f"files/Pdfs/{NAME}_Exercises_part_2.pdf")
    equal(folder.resources()[0]["label"], "Exercises, part 2")

with tap.test("a session without a title: the file's own name"), Folder() as folder:
    succeeds(folder.run(session="b"), "files/Pdfs/scan_1.pdf")

with tap.test("a name of 255 bytes is cut"), Folder() as folder:
    pdf = folder.path / ("ü" * 125 + "a.pdf")
    pdf.write_bytes(PDF)
    succeeds(folder.run(pdf=pdf, session="b"), "files/Pdfs/" + "ü" * 59 + ".pdf")

with tap.test("a name that begins with a dash"), Folder() as folder:
    pdf = folder.path / "--rf.pdf"
    pdf.write_bytes(PDF)
    succeeds(folder.run(pdf=pdf, session="b"), "files/Pdfs/rf.pdf")

with tap.test("one that is in the notes folder stays there"), Folder() as folder:
    folder.notes.mkdir(parents=True)
    (folder.notes / "my notes.pdf").write_bytes(PDF)
    succeeds(folder.run(pdf=folder.notes / "my notes.pdf"), "files/Pdfs/my notes.pdf")
    equal(os.listdir(folder.notes), ["my notes.pdf"])

with tap.test("--link names one where it is"), Folder() as folder:
    (folder.site / "a b").mkdir()
    (folder.site / "a b" / "x.pdf").write_bytes(PDF)
    succeeds(folder.run("--link", pdf=folder.site / "a b" / "x.pdf"), "a b/x.pdf")
    true(not folder.notes.exists(), "a folder was made")

with tap.test("--link by another way to the folder"), Folder() as folder:
    (folder.site / "x.pdf").write_bytes(PDF)
    os.symlink("site", folder.path / "way")
    succeeds(folder.run("--link", pdf=folder.path / "way" / "x.pdf"), "x.pdf")

with tap.test("--folder is noted down"), Folder(SCHEDULE.replace('"folder"', '"other"')) as folder:
    succeeds(folder.run("--folder=notes/new"), f"notes/new/{NAME}.pdf")
    equal(json.loads(folder.file.read_text())["notes"], {"folder": "notes/new", "other": "files/Pdfs"})

with tap.test("no folder for the notes"), Folder(SCHEDULE.replace('"folder"', '"other"')) as folder:
    refuses(folder, says=("s.json: error: ", "--folder"))

with tap.test("another folder than the schedule's"), Folder() as folder:
    refuses(folder, "--folder=elsewhere", says="files/Pdfs")

for value in ("../out", "/tmp", "files/../../out", "a\\u0001b"):
    with tap.test(f"a notes folder outside: {value}"), \
            Folder(SCHEDULE.replace("files/Pdfs", value)) as folder:
        refuses(folder, says="not inside the schedule’s folder")

with tap.test("a notes folder that is a link that leads out"), Folder() as folder:
    (folder.path / "out").mkdir()
    os.symlink("../out", folder.site / "files")
    refuses(folder, says="not inside the schedule’s folder")

with tap.test("a notes folder that is a link that stays inside"), Folder() as folder:
    (folder.site / "real").mkdir()
    os.symlink("real", folder.site / "files")
    succeeds(folder.run(), f"real/Pdfs/{NAME}.pdf")

with tap.test("a notes folder that is a file"), Folder() as folder:
    (folder.site / "files").mkdir()
    folder.notes.write_bytes(PDF)
    refuses(folder, says="a part of its path is not a folder")

with tap.test("a notes folder that is a link to nothing"), Folder() as folder:
    os.symlink("nothing", folder.site / "files")
    refuses(folder, says="there is no such file or folder")

with tap.test("no such PDF"), Folder() as folder:
    refuses(folder, pdf=folder.path / "none.pdf", says=("none.pdf", "no such file"))

with tap.test("not a PDF"), Folder() as folder:
    folder.pdf.write_bytes(b"Text, whatever its name")
    refuses(folder, says=("scan 1.pdf", "not a PDF"))

with tap.test("an empty file"), Folder() as folder:
    folder.pdf.write_bytes(b"")
    refuses(folder, says="not a PDF")

with tap.test("a folder"), Folder() as folder:
    refuses(folder, pdf=folder.site, says="it is a folder")

with tap.test("a pipe"), Folder() as folder:
    os.mkfifo(folder.path / "pipe.pdf")
    result = folder.run(pdf=folder.path / "pipe.pdf")
    equal(result.returncode, 2)
    contains(result.stderr, "it is a pipe")
    equal(folder.file.read_text(), SCHEDULE)

with tap.test("a device"), Folder() as folder:
    refuses(folder, pdf="/dev/zero", says="it is a device")

with tap.test("a notes folder that may not be written into"), Folder() as folder:
    folder.notes.mkdir(parents=True)
    shutil.copy(CLI, folder.path / "lectern-cli")
    prefix = []
    if os.geteuid() == 0:
        prefix = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
        for path in [folder.path, *folder.path.rglob("*")]:
            os.chown(path, 65534, 65534)
    folder.notes.chmod(0o555)
    before = folder.tree()
    result = subprocess.run([*prefix, folder.path / "lectern-cli", "attach", folder.file, "a", folder.pdf],
                            capture_output=True, text=True, timeout=60, check=False)
    equal(result.returncode, 2)
    contains(result.stderr, "no file may be made there")
    equal(folder.tree(), before)

with tap.test("all names taken"), Folder() as folder:
    folder.notes.mkdir(parents=True)
    (folder.notes / f"{NAME}.pdf").write_bytes(OTHER)
    for number in range(2, 1000):
        (folder.notes / f"{NAME}_{number}.pdf").write_bytes(OTHER)
    refuses(folder, says=("all names that it could get are taken", "Tidy up"))

with tap.test("a PDF that grows while it is copied"), Folder() as folder:
    with open(folder.pdf, "r+b") as pdf:
        pdf.truncate(1 << 28)
        before = set(folder.tree())
        process = subprocess.Popen([CLI, "attach", folder.file, "a", folder.pdf], text=True,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        end = time.monotonic() + 60
        while not folder.notes.exists() or not os.listdir(folder.notes):
            true(time.monotonic() < end and process.poll() is None, "nothing was begun")
        pdf.seek(0, os.SEEK_END)
        pdf.write(b"more")
    _, errors = process.communicate(timeout=60)
    equal(process.returncode, 2)
    contains(errors, "it changed while it was copied")
    equal(set(folder.tree()), before)
    equal(folder.file.read_text(), SCHEDULE)

with tap.test("a schedule that has no folder"), Folder() as folder:
    result = subprocess.run([CLI, "attach", "-", "a", folder.pdf], input=SCHEDULE, capture_output=True,
                            text=True, timeout=60, check=False, cwd=folder.site)
    equal(result.returncode, 2)
    contains(result.stderr, "error: ")
    equal(os.listdir(folder.site), ["s.json"])

with tap.test("a PDF that is not named"), Folder() as folder:
    result = subprocess.run([CLI, "attach", folder.file, "a"], capture_output=True, text=True,
                            timeout=60, check=False)
    equal(result.returncode, 2)
    equal(folder.file.read_text(), SCHEDULE)

with tap.test("links in a circle"), Folder() as folder:
    os.symlink("circle.pdf", folder.path / "circle.pdf")
    refuses(folder, pdf=folder.path / "circle.pdf", says="circle")

with tap.test("an address of the web"), Folder() as folder:
    refuses(folder, pdf="https://example.org/a.pdf", says="not a file of this computer")

with tap.test("a PDF that may not be read"), Folder() as folder:
    folder.path.chmod(0o755)
    folder.pdf.chmod(0o000)
    copy = folder.path / "lectern-cli"
    shutil.copy(CLI, copy)
    prefix = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] if os.geteuid() == 0 else []
    result = subprocess.run([*prefix, copy, "attach", folder.file, "a", folder.pdf],
                            capture_output=True, text=True, timeout=60, check=False)
    equal(result.returncode, 2)
    contains(result.stderr, "you do not have the permission")
    true(not folder.notes.exists(), "a folder was made")

with tap.test("--link of one outside"), Folder() as folder:
    refuses(folder, "--link", says=("scan 1.pdf", "not inside the schedule’s folder"))

with tap.test("--link of a link that leads out"), Folder() as folder:
    os.symlink("../scan 1.pdf", folder.site / "in.pdf")
    refuses(folder, "--link", pdf=folder.site / "in.pdf", says="not inside the schedule’s folder")

with tap.test("--link of a name of 255 bytes"), Folder() as folder:
    pdf = folder.site / ("a" * 251 + ".pdf")
    pdf.write_bytes(PDF)
    refuses(folder, "--link", pdf=pdf, says="too long")

with tap.test("--link of a launcher that begins as a PDF does"), Folder() as folder:
    (folder.site / "a.desktop").write_bytes(PDF)
    refuses(folder, "--link", pdf=folder.site / "a.desktop", says=".pdf")

with tap.test("--link of a name that is no text"), Folder() as folder:
    name = os.fsencode(folder.site) + b"/\xff.pdf"
    pathlib.Path(os.fsdecode(name)).write_bytes(PDF)
    refuses(folder, "--link", pdf=os.fsdecode(name), says="not UTF-8")

with tap.test("no such session"), Folder() as folder:
    refuses(folder, session="none", says="There is no session “none”")

with tap.test("a label that a schedule cannot hold"), Folder() as folder:
    refuses(folder, os.fsdecode(b"--label=\xff"), says="not UTF-8")

with tap.test("a schedule that may not be written: the copy is taken back"), Folder() as folder:
    folder.file.chmod(0o444)
    if os.geteuid() == 0:
        shutil.copy(CLI, folder.path / "lectern-cli")
        for path in [folder.path, *folder.path.rglob("*")]:
            os.chown(path, 65534, 65534)
        before = folder.tree()
        result = subprocess.run(["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups",
                                 folder.path / "lectern-cli", "attach", folder.file, "a", folder.pdf],
                                capture_output=True, text=True, timeout=60, check=False)
        equal(result.returncode, 2)
        contains(result.stderr, "it is read-only")
        equal(folder.tree(), before)
    else:
        refuses(folder, says="it is read-only")

with tap.test("a disk that fills leaves nothing"), Folder() as folder:
    folder.pdf.write_bytes(PDF + bytes(1 << 20))

    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 16, 1 << 16))

    refuses(folder, preexec_fn=limit, says=("scan 1.pdf", "Nothing was attached"))

with tap.test("killed in the middle, no half copy has a name"), Folder() as folder:
    size = 1 << 28
    with open(folder.pdf, "wb") as pdf:
        pdf.write(PDF)
        pdf.truncate(size)
    process = subprocess.Popen([CLI, "attach", folder.file, "a", folder.pdf],
                               stdout=subprocess.DEVNULL)
    end = time.monotonic() + 60
    while not folder.notes.exists() or not os.listdir(folder.notes):
        true(time.monotonic() < end and process.poll() is None, "nothing was begun")
    process.kill()
    process.wait()
    for name in os.listdir(folder.notes):
        if name.endswith(".pdf"):
            equal((folder.notes / name).stat().st_size, size)
        else:
            true(name.startswith(".lectern-") and name.endswith(".tmp"), name)
    equal(folder.file.read_text(), SCHEDULE)

tap.done()
