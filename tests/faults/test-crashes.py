#!/usr/bin/python3
# test-crashes.py: someone types on and on, and is killed at a random moment
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Usage: test-crashes.py TYPE-ON SAMPLE
#
# What was typed up to five seconds before the kill must be found again, and
# the file must be what it was: a newer one as well.  LECTERN_TEST_FULL makes
# it a hundred kills.

import concurrent.futures
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from tap import Tap, equal, true  # noqa: E402

TYPE_ON = os.path.abspath(sys.argv[1])
SAMPLE = pathlib.Path(sys.argv[2]).read_bytes()
FULL = os.environ.get("LECTERN_TEST_FULL") in ("1", "yes")
KILLS = 100 if FULL else 10
EARLY = 12 if FULL else 2
AT_ONCE = 10 if FULL else 12
# What the promise is, and what a machine may need that does much else.
LOST_S = 15 if os.environ.get("LECTERN_SANITIZED") else 5

tap = Tap()


def read_typed(stream):
    """The numbers that were typed, each with its moment in seconds."""
    typed = []
    for line in stream.read_text().splitlines(keepends=True):
        if line.endswith("\n"):
            moment, number = line.split()
            typed.append((int(moment) / 1e6, int(number)))
    return typed


def crash(seconds, changed):
    root = pathlib.Path(tempfile.mkdtemp(prefix="lectern-crashes-"))
    file = root / "a.lectern.json"
    file.write_bytes(SAMPLE)
    environment = dict(os.environ, HOME=str(root), XDG_STATE_HOME=str(root / "state"))
    try:
        with open(root / "typed", "wb") as stream:
            program = subprocess.Popen([TYPE_ON, file], env=environment, stdout=stream)
            time.sleep(seconds)
            running = program.poll() is None
            killed_at = time.monotonic()
            program.kill()
            program.wait()
        true(running, "the program ended by itself")
        true(file.read_bytes() == SAMPLE, "the kill changed the file")
        wanted = max((number for moment, number in read_typed(root / "typed")
                      if moment <= killed_at - LOST_S), default=0)
        newer = SAMPLE.replace(b"Deep Learning Theory Reading Group", b"Another")
        if changed:
            file.write_bytes(newer)

        found = subprocess.run([TYPE_ON, "--find", file], env=environment, text=True,
                               stdout=subprocess.PIPE)
        true(file.read_bytes() == (newer if changed else SAMPLE), "a draft replaced the file")
        if found.returncode != 0 and found.stdout == "0 drafts\n" and wanted == 0:
            return False
        true(found.returncode == 0, f"finding ended with {found.returncode}: {found.stdout}")
        number, what = found.stdout.split()
        true(int(number) >= wanted, f"{number} was found, {wanted} was typed {LOST_S} s before the kill")
        equal(what, "changed" if changed else "current")
        return True
    finally:
        shutil.rmtree(root)


def all_crashes():
    """Every kill at a moment of its own: those that come late must leave a draft."""
    chance = random.Random(os.environ.get("LECTERN_TEST_SEED", 1))
    moments = [chance.uniform(LOST_S + 1, LOST_S + 5) for _ in range(KILLS)]
    moments += [chance.uniform(0.1, LOST_S) for _ in range(EARLY)]
    with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
        restored = list(pool.map(lambda scene: crash(*scene),
                                 [(seconds, index % 4 == 3) for index, seconds in enumerate(moments)]))
    print(f"# {KILLS} kills: {sum(restored[:KILLS])} drafts restored; {EARLY} early kills: "
          f"{sum(restored[KILLS:])} drafts")
    equal(sum(restored[:KILLS]), KILLS)


with tap.test("what is typed is found again after a kill, and no draft replaces a file"):
    all_crashes()
tap.done()
