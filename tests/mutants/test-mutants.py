#!/usr/bin/python3
# test-mutants.py: plants bugs, each of which a named test must notice
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Usage: test-mutants.py --check|--full SOURCE [PATCH…]
#
# --check: every patch of this folder applies, and every row of
# docs/nothing-is-lost.md has one.  --full: in a copy of the tree, each test
# passes without the bug and fails with it.

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
from tap import Tap, equal, true  # noqa: E402

FULL = sys.argv[1] == "--full"
SOURCE = pathlib.Path(sys.argv[2]).resolve()
ROWS = set(range(1, 11))
PYTHON = "/usr/bin/python3" if os.path.exists("/usr/bin/python3") else "python3"
FAULTS = "tests/faults/"
TARGETS = {
    "save-once": [FAULTS + "save-once"],
    "type-on": [FAULTS + "type-on"],
    "stop": [FAULTS + "libstop.so"],
    "cli": ["src/cli/lectern-cli"],
    "formats": ["tests/formats/test-formats"],
    "storage": ["tests/storage/test-storage"],
    "fuzz": [],
}
# Long enough for each of them on a slow machine; a mutant may hang.
PATIENCE_S = 600

tap = Tap()


class Mutant:
    def __init__(self, path):
        self.path = path
        head = path.read_text().split("\n---", 1)[0]
        fields = dict(line.split(": ", 1) for line in head.splitlines() if line)
        self.row = int(fields["Row"])
        self.bug = fields["Bug"]
        self.build = fields["Build"].split()
        self.test = fields["Test"]

    def apply(self, folder, *options):
        # The tree itself may be in a repository, a copy of it is in none.
        environment = dict(os.environ, GIT_CEILING_DIRECTORIES=str(folder.parent))
        return subprocess.run(["git", "apply", *options, self.path], cwd=folder, env=environment,
                              capture_output=True, text=True, check=False)


class Tree:
    """A copy of the tree, built as far as needed."""

    def __init__(self):
        self.root = pathlib.Path(tempfile.mkdtemp(prefix="lectern-mutants-"))
        self.source = self.root / "tree"
        shutil.copytree(SOURCE, self.source, symlinks=True,
                        ignore=shutil.ignore_patterns("build-*", ".git"))
        self.build = self.root / "build"
        self.fuzz = self.root / "fuzz"

    def close(self):
        shutil.rmtree(self.root)

    def run(self, command, **options):
        environment = dict(os.environ, G_DEBUG="fatal-warnings", LC_ALL="C.UTF-8", TZ="UTC",
                           G_TEST_SRCDIR=str(self.source / "tests/formats"),
                           G_TEST_BUILDDIR=str(self.build / "tests"), LECTERN_TEST_FULL="no",
                           UBSAN_OPTIONS="halt_on_error=1", **options)
        try:
            return subprocess.run(command, cwd=self.root, env=environment, text=True, errors="replace",
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                  timeout=PATIENCE_S, check=False)
        except subprocess.TimeoutExpired:
            return subprocess.CompletedProcess(command, -1, "it hangs")

    def must(self, command, **options):
        result = self.run(command, **options)
        true(result.returncode == 0, f"{command}:\n{result.stdout[-3000:]}")

    def compile(self, names):
        build = self.fuzz if "fuzz" in names else self.build
        if not build.exists():
            extra = ["-Dfuzz=true", "-Db_sanitize=address,undefined", "-Db_lundef=false"]
            options = {"CC": "clang"} if "fuzz" in names else {}
            self.must(["meson", "setup", build, self.source, "-Dbuildtype=debugoptimized",
                       *(extra if "fuzz" in names else [])], **options)
        targets = [target for name in names for target in TARGETS[name]]
        self.must(["ninja", "-C", build, *(targets or ["tests/fuzz/fuzz-json"])])

    def test(self, name):
        program, _, argument = name.partition(" ")
        sample = self.source / "data/examples/deep-learning-theory.lectern.json"
        once, cli, type_on, stop = (self.build / path for name in ("save-once", "cli", "type-on", "stop")
                                    for path in TARGETS[name])
        commands = {
            "faults": [PYTHON, self.source / "tests/faults/test-faults.py", "--quick", once, cli, sample,
                       argument],
            "interleavings": [PYTHON, self.source / "tests/faults/test-interleavings.py", once, cli, stop,
                              sample],
            "crashes": [PYTHON, self.source / "tests/faults/test-crashes.py", type_on, sample],
            "formats": [self.build / "tests/formats/test-formats", "--tap", "-p", argument],
            "storage": [self.build / "tests/storage/test-storage", "--tap", "-p", argument],
            "fuzz-json": [self.fuzz / "tests/fuzz/fuzz-json", "-runs=0",
                          self.source / "tests/fuzz/corpus-json", sample.parent],
        }
        return self.run(commands[program])


def check(mutants):
    for mutant in mutants:
        with tap.test(f"{mutant.path.name} applies"):
            result = mutant.apply(SOURCE, "--check")
            equal((result.returncode, result.stderr), (0, ""))
    with tap.test("every row has a mutant"):
        equal({mutant.row for mutant in mutants}, ROWS)


def full(mutants):
    tree = Tree()
    try:
        for name in sorted({mutant.test for mutant in mutants}):
            with tap.test(f"without a bug: {name} passes"):
                for mutant in mutants:
                    if mutant.test == name:
                        tree.compile(mutant.build)
                result = tree.test(name)
                true(result.returncode == 0, result.stdout[-3000:])
        for mutant in mutants:
            with tap.test(f"row {mutant.row}: {mutant.bug}: {mutant.test} fails"):
                equal(mutant.apply(tree.source).returncode, 0)
                try:
                    tree.compile(mutant.build)
                    true(tree.test(mutant.test).returncode != 0, "the test has not noticed")
                finally:
                    equal(mutant.apply(tree.source, "-R").returncode, 0)
    finally:
        tree.close()


chosen = [pathlib.Path(name).resolve() for name in sys.argv[3:]] or sorted(HERE.glob("*.patch"))
(full if FULL else check)([Mutant(path) for path in chosen])
tap.done()
