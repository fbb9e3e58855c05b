#!/usr/bin/python3
# test-faults.py: saves that are killed, refused and starved
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Usage: test-faults.py --quick|--full SAVE-ONCE LECTERN-CLI SAMPLE [FUNCTION…]
#
# Needs strace, the document portal, and the right to mount: what cannot be run
# has failed.
#
# strace counts the calls of each name from the start of the program, so that
# a save is first traced undisturbed, and then once for each of its calls with
# that very call disturbed.

import collections
import concurrent.futures
import os
import pathlib
import re
import resource
import shutil
import signal
import stat
import struct
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from portal import Portal  # noqa: E402
from tap import Tap, contains, equal, true  # noqa: E402

FULL = sys.argv[1] == "--full"
ONLY = sys.argv[5:]
SAVE_ONCE, CLI = map(os.path.abspath, sys.argv[2:4])
SAMPLE = pathlib.Path(sys.argv[4]).read_bytes()
# Larger than what is written at once.
OLD = SAMPLE * 120
NEW = OLD.replace(b'"2022-', b'"2032-') + b" "
TEMPORARY = re.compile(r"^\.lectern-[0-9a-f]{16}\.tmp$")
# The portal's own, behind which the saver's stands where a file is granted alone.
PORTAL_TEMPORARY = re.compile(r"^\.xdp-\.lectern-[0-9a-f]{16}\.tmp-[A-Za-z0-9]+$")
CALL = re.compile(r"^\d+ +([a-z0-9_]+)\(")
PORTAL_KINDS = ("portal, the file alone", "portal, the file alone, new",
                "portal, the folder", "portal, the folder, new")

NOBODY = 65534
AS_NOBODY = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]

tap = Tap()
portal = Portal()


class Scene:
    """A folder with a target of one kind, and what a save may leave of it."""

    def __init__(self, kind, save):
        self.kind = kind
        self.save = save
        self.injection = None
        self.root = pathlib.Path(tempfile.mkdtemp(prefix="lectern-faults-"))
        self.folder = self.root / "folder"
        self.folder.mkdir()
        self.old = SAMPLE if save == "cli" else OLD
        self.new = (SAMPLE.replace(b'"2022-09-22"', b'"2022-09-21"') if save == "cli" else NEW)
        self.target = self.named = self.folder / "s.json"
        (self.root / "old").write_bytes(self.old)
        (self.root / "new").write_bytes(self.new)
        self.new_file = kind.endswith("new")
        if not self.new_file:
            self.target.write_bytes(self.old)
            self.target.chmod(0o640)
        if kind.startswith("portal, the file"):
            self.named = portal.grant_file(self.target)
        elif kind.startswith("portal, the folder"):
            self.named = portal.grant_folder(self.folder) / "s.json"
        if kind == "symlink":
            self.named = self.root / "link.json"
            self.named.symlink_to("folder/s.json")
        if kind == "hard link":
            os.link(self.target, self.root / "other")

    def give_away(self):
        """Makes all of it an ordinary user's."""
        self.root.chmod(0o755)
        for path in (self.folder, self.target):
            os.chown(path, NOBODY, NOBODY)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.root)

    def command(self):
        if self.save == "cli":
            return [CLI, "edit", self.named, "2022-09-22", "--set", "date=2022-09-21"]
        expected = [] if self.new_file else [self.root / "old"]
        return [SAVE_ONCE, self.named, self.root / "new", *expected]

    def trace(self, *options):
        return subprocess.run(["strace", "-f", "-o", self.root / "trace", *options, *self.command()],
                              capture_output=True, timeout=60, check=False)

    def content(self):
        return self.target.read_bytes() if self.target.exists() else None

    def check(self, saved, litter):
        """Whole old or whole new; saved says which, or None if either may be."""
        content = self.content()
        before = None if self.new_file else self.old
        true(content in (before, self.new),
             f"torn: {None if content is None else len(content)} bytes")
        if saved is not None:
            equal(content == self.new, saved)
        if content is not None and not self.new_file:
            equal(stat.S_IMODE(self.target.stat().st_mode), 0o640)
        if self.kind == "symlink":
            equal(os.readlink(self.named), "folder/s.json")
        if self.kind == "hard link":
            equal((self.root / "other").read_bytes(), self.old)
        others = [name for name in os.listdir(self.folder) if name != "s.json"]
        true(all(TEMPORARY.match(name) or PORTAL_TEMPORARY.match(name) and "alone" in self.kind
                 for name in others), f"left behind: {others}")
        true(len(others) <= litter, f"left behind: {others}")


def calls_of_save(kind, save, from_temporary=False):
    """The calls of a save, as (name, count from the start of the program)."""
    with Scene(kind, save) as scene:
        result = scene.trace()
        equal(result.returncode, 0)
        scene.check(saved=True, litter=0)
        counts = collections.Counter()
        calls = []
        begun = False
        for line in (scene.root / "trace").read_text(errors="replace").splitlines():
            match = CALL.match(line)
            if not match or match[1] in ("execve", "exit_group"):
                continue
            counts[match[1]] += 1
            begun = begun or (".lectern-" in line if from_temporary else
                              "/lectern-save-begins" in line or
                              (save == "cli" and str(scene.named) in line))
            if begun:
                calls.append((match[1], counts[match[1]]))
        true(len(calls) > 8, f"only {calls}")
        return calls


def disturb(kind, save, injection, judge):
    with Scene(kind, save) as scene:
        scene.injection = injection
        result = scene.trace("-e", f"inject={injection}")
        try:
            judge(scene, result)
        except AssertionError as error:
            message = f"{kind}, {injection}: {error}\n{result.stderr.decode(errors='replace')}"
            raise AssertionError(message) from error


def disturb_all(cases, judge):
    """All of them, even if one fails: the report names each."""
    failures = []
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for future in [pool.submit(disturb, *case, judge) for case in cases]:
            try:
                future.result()
            except AssertionError as error:
                failures.append(str(error))
    true(cases, "nothing was disturbed")
    true(not failures, f"{len(failures)} of {len(cases)}:\n" + "\n".join(failures[:20]))


def judge_killed(scene, result):
    true(result.returncode in (-signal.SIGKILL, 128 + signal.SIGKILL), f"status {result.returncode}")
    scene.check(saved=None, litter=1)


def judge_failed(scene, result):
    status = result.returncode
    true(status in ((0, 2) if scene.save == "cli" else (0, 3, 4)), f"status {status}")
    unconfirmed = status == 4 or b"did not confirm" in result.stderr
    scene.check(saved=status == 0 or unconfirmed, litter=0)
    # Where no write succeeds, the one to standard error does not either.
    mute = scene.injection.startswith("write:") and scene.injection.endswith("+")
    if status != 0 and not mute:
        text = result.stderr.decode()
        true(text.endswith(".\n") and text.count("\n") == 1, "no sentence")
        contains(text, "s.json" if scene.kind != "symlink" else "link.json")


def test_kills():
    kinds = [("plain", "once"), ("new", "once"), ("symlink", "once"), ("hard link", "once"),
             ("plain", "cli"), *((kind, "once") for kind in PORTAL_KINDS)]
    for kind, save in kinds:
        name = f"killed at every call: {kind}, {'lectern-cli edit' if save == 'cli' else 'the saver'}"
        # What comes before the first write has not touched anything.
        calls = calls_of_save(kind, save, from_temporary=kind in PORTAL_KINDS and not FULL)
        if save == "cli" and not FULL:
            names = {"write", "fsync", "rename", "renameat", "renameat2", "openat", "close",
                     "fchmod", "unlinkat"}
            calls = [call for call in calls if call[0] in names]
        with tap.test(f"{name} ({len(calls)} kills)"):
            disturb_all([(kind, save, f"{call}:signal=KILL:when={count}") for call, count in calls],
                        judge_killed)


def test_errors():
    names = ("openat", "write", "fsync", "close", "rename", "renameat", "renameat2", "fchmod")
    errors = ("ENOSPC", "EIO", "EDQUOT") if FULL else ("ENOSPC", "EIO")
    kinds = [("plain", "once")]
    if FULL:
        kinds += [(kind, "once") for kind in ("new", "symlink", "hard link", *PORTAL_KINDS)]
    for kind, save in [*kinds, ("plain", "cli")]:
        calls = [call for call in calls_of_save(kind, save) if call[0] in names]
        if save == "cli" and not FULL:
            calls = [call for call in calls if call[0] in ("write", "fsync", "renameat2")]
        for error in errors:
            cases = [(kind, save, f"{call}:error={error}:when={count}{more}")
                     for call, count in calls for more in ("", "+")]
            who = "lectern-cli edit" if save == "cli" else "the saver"
            with tap.test(f"{error} at every call: {kind}, {who} ({len(cases)} errors)"):
                disturb_all(cases, judge_failed)


def judge_saved(scene, result):
    equal((result.returncode, result.stderr), (0, b""))
    scene.check(saved=True, litter=0)


def test_steps():
    """That the steps are there at all, and in this order."""
    with tap.test("the steps of a save, in order"):
        calls = [name for name, _ in calls_of_save("plain", "once")]
        steps = iter(calls)
        for step in ("openat", "fchmod", "write", "fsync", "close", "openat", "read", "renameat2",
                     "openat", "read", "unlinkat", "fsync"):
            true(step in steps, f"no {step} in its place in {calls}")
    with tap.test("a new file is renamed only to a free name"):
        contains([name for name, _ in calls_of_save("new", "once")], "renameat2")
    with tap.test("interrupted calls are made again"):
        calls = [call for call in calls_of_save("plain", "once") if call[0] in ("write", "fsync", "read")]
        disturb_all([("plain", "once", f"{name}:error=EINTR:when={count}") for name, count in calls],
                    judge_saved)
    with tap.test("a file system without a rename that spares"):
        disturb_all([(kind, "once", "renameat2:error=EINVAL") for kind in ("new", "plain")], judge_saved)
    with tap.test("a file appears just before the rename"):
        def judge(scene, result):
            equal(result.returncode, 3)
            contains(result.stderr.decode(), "already")
            scene.check(saved=False, litter=0)
        disturb_all([("new", "once", "renameat2:error=EEXIST")], judge)


def test_no_false_success():
    """Each step that fails must be said to have failed, the last ones too."""
    def refused(scene, result):
        equal(result.returncode, 3)
        scene.check(saved=False, litter=0)

    def unconfirmed(scene, result):
        equal(result.returncode, 4)
        contains(result.stderr.decode(), "did not confirm")
        scene.check(saved=True, litter=0)

    calls = calls_of_save("plain", "once", from_temporary=True)
    names = [name for name, _ in calls]
    rename = names.index("renameat2")
    # That of the temporary, not those of what was looked at.
    closed = names.index("close", names.index("fsync"))
    before = [call for i, call in enumerate(calls[:rename + 1])
              if call[0] in ("openat", "fchmod", "write", "fsync", "renameat2") or i == closed]
    with tap.test(f"no error of the {len(before)} steps is taken for success"):
        true({name for name, _ in before} >= {"openat", "fchmod", "write", "fsync", "close", "renameat2"},
             before)
        disturb_all([("plain", "once", f"{name}:error=EIO:when={count}") for name, count in before],
                    refused)
    with tap.test("an error of the folder's fsync is not taken for success"):
        disturb_all([("plain", "once", f"{name}:error=EIO:when={count}")
                     for name, count in calls[rename:] if name == "fsync"], unconfirmed)


def test_modes():
    for kind in ("plain", "symlink", "hard link"):
        for mode in (0o600, 0o640, 0o664):
            for umask in (0o022, 0o077):
                with tap.test(f"{kind} of mode {mode:04o} with umask {umask:03o}"), Scene(kind, "cli") as scene:
                    scene.target.chmod(mode)
                    os.chown(scene.target, 12345, 54321)
                    before = scene.target.stat()
                    subprocess.run(scene.command(), umask=umask, check=True)
                    after = scene.target.stat()
                    equal(scene.content(), scene.new)
                    equal((after.st_mode, after.st_uid, after.st_gid),
                          (before.st_mode, before.st_uid, before.st_gid))
                    equal(scene.named.is_symlink(), kind == "symlink")
    with tap.test("owner and mode of a user's own file"), Scene("plain", "once") as scene:
        scene.give_away()
        before = scene.target.stat()
        equal(subprocess.run([*AS_NOBODY, *scene.command()], check=False).returncode, 0)
        after = scene.target.stat()
        equal(scene.content(), scene.new)
        equal((after.st_mode, after.st_uid, after.st_gid), (before.st_mode, before.st_uid, before.st_gid))


# Of user 12345: to be read and written; nobody else but the owner may.
ACCESS_LIST = struct.pack("<I", 2) + b"".join(struct.pack("<HHI", *entry) for entry in (
    (0x01, 6, 0xffffffff), (0x02, 6, 12345), (0x04, 0, 0xffffffff),
    (0x10, 6, 0xffffffff), (0x20, 0, 0xffffffff)))


def test_access_list():
    name = "system.posix_acl_access"
    for save in ("once", "cli"):
        with tap.test(f"who else may do what, {save}"), Scene("plain", save) as scene:
            os.setxattr(scene.target, name, ACCESS_LIST)
            before = scene.target.stat()
            equal(subprocess.run(scene.command(), check=False).returncode, 0)
            equal(scene.content(), scene.new)
            equal(os.getxattr(scene.target, name), ACCESS_LIST)
            equal(scene.target.stat().st_mode, before.st_mode)
    with tap.test("without the list the group has no more rights than before"), Scene("plain", "once") as scene:
        os.setxattr(scene.target, name, ACCESS_LIST)
        equal(stat.S_IMODE(scene.target.stat().st_mode), 0o660)
        equal(scene.trace("-e", "inject=fsetxattr:error=EOPNOTSUPP").returncode, 0)
        equal(scene.content(), scene.new)
        equal(stat.S_IMODE(scene.target.stat().st_mode), 0o600)


def test_read_only():
    """As an ordinary user: for root modes mean nothing."""
    for what, save in [(what, save) for what in ("file", "folder") for save in ("once", "cli")]:
        with tap.test(f"a read-only {what}, {save}"), Scene("plain", save) as scene:
            scene.give_away()
            (scene.target if what == "file" else scene.folder).chmod(0o440 if what == "file" else 0o555)
            result = subprocess.run([*AS_NOBODY, *scene.command()], capture_output=True, check=False)
            equal(result.returncode, 2 if save == "cli" else 3)
            contains(result.stderr.decode(), "read-only" if what == "file" else "no file may be made in its folder")
            equal(scene.content(), scene.old)
            equal(os.listdir(scene.folder), ["s.json"])


def test_small_disk():
    with tap.test("a disk of 400 KiB"):
        root = pathlib.Path(tempfile.mkdtemp(prefix="lectern-disk-"))
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=400k", "none", root], check=True)
        try:
            target = root / "s.json"
            target.write_bytes(SAMPLE)
            content = SAMPLE
            refused = 0
            for i in range(1, 80):
                title = "x" * 4000 * i
                result = subprocess.run([CLI, "edit", target, "dltrg-1", "--set", f"note={title[:120000]}",
                                         "--set", f"reason={title[120000:240000] or 'r'}"],
                                        capture_output=True, check=False)
                if result.returncode == 0:
                    true(target.read_bytes() != content, "a false “saved”")
                    content = target.read_bytes()
                    contains(content.decode(), title[:120000])
                else:
                    refused += 1
                    equal(result.returncode, 2)
                    contains(result.stderr.decode(), "the disk is full. The file on disk is unchanged.")
                    equal(target.read_bytes(), content)
                equal(os.listdir(root), ["s.json"])
                if refused > 3:
                    break
            true(refused > 3, "the disk never was full")
        finally:
            subprocess.run(["umount", root], check=True)
            root.rmdir()


def test_portal_notes():
    with tap.test("portal, the folder: notes attached twice are there once"), \
            Scene("portal, the folder", "cli") as scene:
        (scene.root / "Notes.pdf").write_bytes(b"%PDF-1.4\n%%EOF\n")
        for _ in range(2):
            subprocess.run([CLI, "attach", scene.named, "2022-09-22", scene.root / "Notes.pdf"],
                           check=True, stdout=subprocess.DEVNULL)
        equal(len(list(scene.folder.rglob("*.pdf"))), 1)
        equal([path.name for path in scene.folder.rglob(".*")], [])


def limit_size():
    # Without the signal the write that crosses the limit is a short one.
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100001, 100001))


def test_size_limit():
    with tap.test("a short write, and no more after it"), Scene("plain", "once") as scene:
        result = subprocess.run(scene.command(), preexec_fn=limit_size, restore_signals=False,
                                capture_output=True, check=False)
        equal(result.returncode, 3)
        contains(result.stderr.decode(), "a file of this size")
        scene.check(saved=False, litter=0)


try:
    for test in (test_steps, test_kills, test_errors, test_no_false_success, test_modes,
                 test_access_list, test_read_only, test_small_disk, test_size_limit, test_portal_notes):
        if not ONLY or test.__name__ in ONLY:
            test()
finally:
    portal.close()
tap.done()
