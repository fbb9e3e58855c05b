#!/usr/bin/python3
# test-interleavings.py: another program writes while a save is under way
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Usage: test-interleavings.py SAVE-ONCE LECTERN-CLI STOP SAMPLE
#
# The saver is stopped at known places, among them that between its look at
# the target and its rename, and the other program does its work meanwhile.
# Whatever it wrote must be there afterwards, and be told of.

import concurrent.futures
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from portal import Portal  # noqa: E402
from tap import Tap, contains, equal, true  # noqa: E402

SAVE_ONCE, CLI, STOP = map(os.path.abspath, sys.argv[1:4])
OLD = pathlib.Path(sys.argv[4]).read_bytes()
OURS = OLD.replace(b'"2022-09-22"', b'"2022-09-21"')
# As long as what it replaces, so that only the content tells.
THEIRS = OLD.replace(b'"2022-09-22"', b'"2022-10-23"')
THEIRS_AGAIN = OLD.replace(b'"2022-09-22"', b'"2022-11-24"')
LITTER = re.compile(r"^\.lectern-[0-9a-f]{16}\.tmp$")

tap = Tap()
portal = Portal()


def write(path, content):
    path.write_bytes(content)


def write_unseen(path, content):
    status = path.stat()
    path.write_bytes(content)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def replace(path, content):
    other = path.parent.parent / "theirs"
    other.write_bytes(content)
    os.replace(other, path)


def git(folder, *arguments):
    subprocess.run(["git", "-c", "user.name=-", "-c", "user.email=-", "-c", "commit.gpgsign=false",
                    "-C", folder, *arguments], check=True, capture_output=True)


def check_out(path, content):
    """What git does to a file of another branch."""
    folder = path.parent
    shutil.rmtree(folder / ".git", ignore_errors=True)
    now = path.read_bytes()
    git(folder, "init", "-q")
    path.write_bytes(content)
    git(folder, "add", "s.json")
    git(folder, "commit", "-q", "-m", "theirs")
    git(folder, "branch", "theirs")
    path.write_bytes(now)
    git(folder, "commit", "-q", "-a", "-m", "ours")
    git(folder, "checkout", "-q", "theirs")
    shutil.rmtree(folder / ".git")


def write_half(path, content):
    """A synchronizing program that is not done yet."""
    half = len(content) // 2
    stream = open(path, "r+b")
    stream.truncate(half)
    stream.write(content[:half])
    stream.flush()

    def finish():
        stream.write(content[half:])
        stream.close()
    return finish


def delete(path, _):
    path.unlink()


def touch(path, _):
    os.utime(path, (1, 1))


def write_ours(path, _):
    path.write_bytes(OURS)


CHANGES = (write, write_unseen, replace, check_out, write_half)
ALL = (*CHANGES, delete, touch, write_ours)
# Before anything, before the look, after the look, after the exchange.
MOMENTS = ("start", "fsync:1;", "renameat2:1;", "unlinkat:1;")


class Scene:
    def __init__(self, kind, save):
        self.root = pathlib.Path(tempfile.mkdtemp(prefix="lectern-interleaved-"))
        self.folder = self.root / "folder"
        self.folder.mkdir()
        self.target = self.named = self.folder / "s.json"
        self.target.write_bytes(OLD)
        self.save = save
        (self.root / "old").write_bytes(OLD)
        (self.root / "new").write_bytes(OURS)
        if kind == "symlink":
            self.named = self.root / "link.json"
            self.named.symlink_to("folder/s.json")
        elif kind == "portal, the folder":
            self.named = portal.grant_folder(self.folder) / "s.json"
        elif kind == "portal, the file alone":
            self.named = portal.grant_file(self.target)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.root)

    def run(self, stops, changes):
        """Saves, and makes a change at each stop; returns status and sentence."""
        command = [SAVE_ONCE, self.named, self.root / "new", self.root / "old"]
        if self.save == "cli":
            command = [CLI, "edit", self.named, "2022-09-22", "--set", "date=2022-09-21"]
        finish = []
        changes = list(changes)

        def change():
            done = changes.pop(0)()
            if done:
                finish.append(done)
        if stops == "start":
            change()
        with open(self.root / "said", "wb") as said:
            program = subprocess.Popen(command, stderr=said, stdout=said,
                                       env=dict(os.environ, LD_PRELOAD=STOP, LECTERN_STOP=stops))
        while True:
            _, status = os.waitpid(program.pid, os.WUNTRACED)
            if not os.WIFSTOPPED(status):
                break
            change()
            program.send_signal(signal.SIGCONT)
        program.returncode = os.waitstatus_to_exitcode(status)
        for done in finish:
            done()
        true(not changes, f"it was never stopped at {stops}")
        return program.returncode, (self.root / "said").read_text()

    def content(self):
        return self.target.read_bytes() if self.target.exists() else None


def interleave(kind, save, moment, change):
    with Scene(kind, save) as scene:
        status, said = scene.run(moment, [lambda: change(scene.target, THEIRS)])
        refused = change in (*CHANGES, delete) and moment != "unlinkat:1;"
        equal(status, (2 if save == "cli" else 3) if refused else 0)
        expected = {delete: None, touch: OURS, write_ours: OURS}.get(change, THEIRS)
        true(scene.content() == expected, "a version is lost")
        equal(os.listdir(scene.folder), [] if change is delete else ["s.json"])
        if refused:
            contains(said, "no longer where it was" if change is delete else "another program has changed it")


def interleave_twice(kind, change, second):
    """The second time between the two exchanges that put the first one back."""
    with Scene(kind, "once") as scene:
        status, said = scene.run("renameat2:1; renameat2:2;",
                                 [lambda: change(scene.target, THEIRS),
                                  lambda: second(scene.target, THEIRS_AGAIN)])
        equal(status, 4)
        true(scene.content() == (None if second is delete else THEIRS_AGAIN), "the second is lost")
        kept = [name for name in os.listdir(scene.folder) if LITTER.match(name)]
        equal(len(kept), 1)
        contains(said, kept[0])
        true((scene.folder / kept[0]).read_bytes() == THEIRS, "the first is lost")


def all_of(cases, judge):
    failures = []
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for case, future in [(case, pool.submit(judge, *case)) for case in cases]:
            try:
                future.result()
            except AssertionError as error:
                failures.append(f"{[getattr(part, '__name__', part) for part in case]}: {error}")
    true(not failures, f"{len(failures)} of {len(cases)}:\n" + "\n".join(failures[:20]))
    return len(cases)


def run():
    count = 0
    for kind, saves in (("plain", ("once", "cli")), ("symlink", ("once", "cli")),
                        ("portal, the folder", ("once", "cli"))):
        for save in saves:
            moments = MOMENTS if save == "once" else MOMENTS[1:]
            with tap.test(f"{kind}, {'lectern-cli edit' if save == 'cli' else 'the saver'}"):
                count += all_of([(kind, save, moment, change) for moment in moments for change in ALL],
                                interleave)
    # Here the moment between the look and the rename is unguarded: see
    # docs/nothing-is-lost.md.
    with tap.test("portal, the file alone, until the look"):
        count += all_of([("portal, the file alone", "once", moment, change)
                         for moment in MOMENTS[:2] for change in ALL], interleave)
    with tap.test("two other versions, one after the other"):
        count += all_of([(kind, change, second) for kind in ("plain", "portal, the folder")
                         for change in (write, replace, check_out)
                         for second in (write, write_unseen, replace, delete)], interleave_twice)
    with tap.test("at least 200 interleavings, none lost"):
        true(count >= 200, f"only {count}")
        print(f"# {count} interleavings")


try:
    run()
finally:
    portal.close()
tap.done()
