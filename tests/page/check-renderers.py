#!/usr/bin/env python3
# check-renderers: GitHub's and Jekyll's own programs see the same tables after
# a change as before
#
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "project"))
from tap import Tap  # noqa: E402

FRONT = re.compile(rb"\A(?:\xef\xbb\xbf)?---[ \t]*\r?\n.*?\n(?:---|\.\.\.)[ \t]*\r?\n", re.S)
CELL = re.compile(rb"<t[dh][ >]")


def shape(html):
    """How many cells each row of each table has."""
    return [[len(CELL.findall(row)) for row in table.split(b"<tr")[1:]]
            for table in html.split(b"<table")[1:]]


def github(page):
    return shape(subprocess.run(["cmark-gfm", "-e", "table", "-e", "strikethrough", "-e", "autolink", "--unsafe"],
                                input=FRONT.sub(b"", page), stdout=subprocess.PIPE, check=True).stdout)


def jekyll(pages):
    """kramdown starts slowly, so that it is given all pages at once."""
    text = subprocess.run(
        ["ruby", "-rkramdown", "-e",
         '$stdin.binmode; $stdout.binmode; print $stdin.read.force_encoding("UTF-8").split("\\0", -1)'
         '.map { |page| Kramdown::Document.new(page).to_html }.join("\\0")'],
        input=b"\0".join(FRONT.sub(b"", page).removeprefix(b"\xef\xbb\xbf") for page in pages),
        stdout=subprocess.PIPE, check=True).stdout
    return [shape(html) for html in text.split(b"\0")]


def main():
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    tap = Tap()
    if not shutil.which("cmark-gfm") or not shutil.which("ruby"):
        tap.check(False, "cmark-gfm and ruby are installed")
        tap.finish()
        return

    changed = []
    with tempfile.TemporaryDirectory(prefix="lectern-renderers-") as scratch:
        schedule, other, copy = (f"{scratch}/{name}" for name in ("s.json", "t.json", "page.md"))
        for path in sorted(folder.glob("*.md")):
            result = subprocess.run([program, "import", str(path), "-o", schedule], stderr=subprocess.PIPE)
            tap.check(result.returncode == 0, f"{path.name} is imported", result.stderr)
            sessions = json.loads(pathlib.Path(schedule).read_text())["sessions"]
            n = 0
            for session in sessions:
                kind = "title" if "kind" in session else "papers[0].title"
                for change in (f"{kind}=A | *b* `c` {{{{ d", "date=2021-11-13"):
                    if change.startswith("date") and "date" not in session:
                        continue
                    shutil.copy(schedule, other)
                    shutil.copy(path, copy)
                    subprocess.run([program, "edit", other, session["id"], "--set", change], check=True)
                    subprocess.run([program, "publish", other, copy], check=True, stderr=subprocess.PIPE)
                    after = pathlib.Path(copy).read_bytes()
                    if after != path.read_bytes():
                        changed.append((path, after))
                        n += 1
            tap.check(n > 0, f"{path.name} is changed", "nothing was")

        before = {path: github(path.read_bytes()) for path, _ in changed}
        wrong = [f"{path.name}\n{after.decode()}" for path, after in changed if github(after) != before[path]]
        tap.check(not wrong, f"{len(changed)} pages are the same tables to GitHub", "\n".join(wrong[:2]))

        paths = sorted({path for path, _ in changed})
        before = dict(zip(paths, jekyll([path.read_bytes() for path in paths])))
        shapes = jekyll([after for _, after in changed])
        wrong = [f"{path.name}: {before[path]} {now}\n{after.decode()}"
                 for (path, after), now in zip(changed, shapes) if now != before[path]]
        tap.check(not wrong, f"{len(changed)} pages are the same tables to kramdown", "\n".join(wrong[:2]))
    tap.finish()


main()
