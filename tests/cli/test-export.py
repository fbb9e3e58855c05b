#!/usr/bin/python3
# test-export.py: what is exported, as other programs read it
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Usage: test-export.py LECTERN-CLI SAMPLE
#
# Calendars are read by python3-icalendar, pages by xmllint and as XML, tables
# by cmark-gfm and kramdown.

import datetime
import html.parser
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import urllib.parse
import xml.etree.ElementTree as ElementTree
import zoneinfo

import icalendar

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from tap import Tap, contains, equal, true  # noqa: E402

CLI = os.path.abspath(sys.argv[1])
SAMPLE = pathlib.Path(sys.argv[2])
LONDON = {"time": "15:00", "duration": 60, "timezone": "Europe/London", "location": "Room 1"}
tap = Tap()


def run(*arguments, cwd=None, stdin=b"", status=0, env=None):
    result = subprocess.run([CLI, *map(str, arguments)], input=stdin, capture_output=True, cwd=cwd,
                            timeout=120, env={**os.environ, **(env or {})}, check=False)
    if result.returncode != status:
        raise AssertionError(f"status {result.returncode} instead of {status}: {result.stderr.decode()}")
    return result


def as_bytes(schedule):
    return json.dumps({"lectern": 1, **schedule}).encode()


def export(schedule, kind, *options, status=0):
    """The bytes of an export of a schedule, and what was said about it."""
    text = schedule if isinstance(schedule, bytes) else as_bytes(schedule)
    result = run("export", "-", f"--format={kind}", "-o", "-", *options, stdin=text, status=status)
    return result.stdout, result.stderr.decode()


def read_calendar(data):
    calendar = icalendar.Calendar.from_ical(data)
    equal([str(error) for part in calendar.walk() for error in part.errors], [])
    return calendar, calendar.walk("VEVENT")


def papers_words(session):
    return "; ".join(", ".join(filter(None, (paper.get("title"), paper.get("part"))))
                     for paper in session.get("papers", []))


# ---- The calendar ----

def check_sample_calendar():
    schedule = json.loads(SAMPLE.read_text())
    data, said = export(SAMPLE.read_bytes(), "ical")
    calendar, events = read_calendar(data)
    equal(said, "-: 1 announcement was left out.\n")
    equal(str(calendar["NAME"]), schedule["title"])
    equal(str(calendar["X-WR-CALNAME"]), schedule["title"])

    sessions = [session for session in schedule["sessions"] if session.get("kind") != "announcement"]
    equal(len(events), 35)
    equal(len(sessions), 35)
    for session, event in zip(sessions, events):
        equal(str(event["UID"]), f"{session['id']}@{schedule['id']}")
        equal(event.decoded("DTSTART"), datetime.date.fromisoformat(session["date"]))
        equal(str(event["SUMMARY"]), papers_words(session))
        equal(str(event["URL"]), session["papers"][0]["url"])
        lines = str(event["DESCRIPTION"]).split("\n")
        for paper in session["papers"]:
            true(paper["url"] in lines, "the address of the paper stands on a line of its own")
        attached = event.get("ATTACH", [])
        attached = attached if isinstance(attached, list) else [attached]
        equal(len(attached), len(session.get("resources", [])))
        for resource, address in zip(session.get("resources", []), attached):
            expected = resource.get("url") or \
                schedule["notes"]["url"] + resource["file"].removeprefix(schedule["notes"]["folder"] + "/")
            equal(str(address), expected)
            # What has no name goes by that of its server.
            label = resource.get("label", urllib.parse.urlsplit(expected).hostname)
            contains(lines, f"{label}: {expected}")


def check_summer_time(zone, offsets):
    """Weekly through a year, against Python's own time zones."""
    start = datetime.date(2023, 1, 4)
    days = [start + datetime.timedelta(weeks=week) for week in range(60)]
    schedule = {"defaults": {**LONDON, "timezone": zone},
                "sessions": [{"id": f"s{day}", "date": day.isoformat()} for day in days]}
    _, events = read_calendar(export(schedule, "ical")[0])
    equal(len(events), 60)
    seen = set()
    for day, event in zip(days, events):
        local = datetime.datetime.combine(day, datetime.time(15), zoneinfo.ZoneInfo(zone))
        found = event.decoded("DTSTART")
        equal(found.utcoffset(), datetime.timedelta(0))
        equal(found, local)
        equal(event.decoded("DTEND") - found, datetime.timedelta(hours=1))
        seen.add(local.utcoffset() // datetime.timedelta(hours=1))
    equal(seen, offsets)


PIECES = ["a", "é", "€", "😀", " ", "  ", "\n", "\t", ";", ",", ":", "\\", "\\n", "\\,", '"', "'", "|", "||", "`", "``",
          "*", "**", "_", "~", "~~", "$", "$$", "&", "&amp;", "&#124;", "<", ">", "<b>", "</td>", "<script>", "<!--", "-->",
          "[", "]", "](", "[a](b)", "![", "[^1]", "(", ")", "{", "{{", "}}", "{%", "%}", "{:", "{::", "}", "#", "1.", "+", "-",
          "--", "---", "=", ":-:", "^", "@", "!", "/", "END:VEVENT", "BEGIN:VALARM", "http://e.org", "www.e.org", "\u200f", "\u2028",
          "a\u0301", "^n", "%0A", "\\|", "\\\\|", "<br>", "javascript:"]


def hostile(source, pieces=None):
    """A text that a format could take for something else."""
    return "x" + "".join(source.choice(pieces or PIECES) for _ in range(source.choice((1, 3, 10, 60)))) + "y"


def check_hostile_calendar():
    source = random.Random(20230104)
    # python3-icalendar 4 undoes escapes in a wrong order, so that it loses a
    # backslash before these; libical's parser, in another test, reads them.
    texts = [text for text in (hostile(source) for _ in range(1000)) if not re.search(r"\\[nN,;:\\]", text)]
    texts += ["x" * 10240, "😀" * 2560, ",;" * 5120, " a\n " * 2048]
    true(len(texts) > 300, "there are texts")
    schedule = {"title": texts[7], "sessions": [
        {"id": f"{number}-{text}", "date": "2023-01-04", "title": text, "location": text, "status": "cancelled", "reason": text,
         "presenters": [text], "papers": [{"title": text, "part": text, "authors": [text], "url": "https://e.org/" + text}],
         "resources": [{"label": text, "url": "https://e.org/"}], "note": "PRIVATE"} for number, text in enumerate(texts)]}
    data, _ = export(schedule, "ical", "--with-location")
    for line in data.split(b"\r\n"):
        true(len(line) <= 75, f"a line has {len(line)} octets")
        line.decode()
        true(b"\n" not in line and b"\r" not in line, "a line end stands alone")
    true(b"PRIVATE" not in data, "the note is not private")
    calendar, events = read_calendar(data)
    equal(str(calendar["NAME"]), texts[7])
    equal(len(events), len(texts))
    for number, (text, event) in enumerate(zip(texts, events)):
        equal(str(event["UID"]), f"{number}-{text}@lectern")
        equal(str(event["SUMMARY"]), text)
        equal(str(event["LOCATION"]), text)
        equal(str(event["DESCRIPTION"]), f"Cancelled: {text}\n{text}, {text}\n{text}\nhttps://e.org/{text}\n"
                                         f"Presented by {text}\n{text}: https://e.org/")
        equal(str(event["STATUS"]), "CANCELLED")


def check_refused_controls():
    for character in ("\r", "\r\n", "\x01", "\x1b", "\x7f", "\x85"):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder)
            (path / "s.json").write_bytes(as_bytes({"sessions": [{"date": "2023-01-04", "title": f"a{character}b"}]}))
            said = run("export", "s.json", "--format=ical", "-o", "s.ics", cwd=folder, status=2).stderr.decode()
            contains(said, f"U+{ord(character[0]):04X}")
            equal(said.count("\n"), 1)
            equal(os.listdir(folder), ["s.json"])


# ---- The page ----

ALLOWED = {
    "html": {"lang"}, "head": set(), "meta": {"charset", "name", "content", "http-equiv"}, "title": set(), "style": set(),
    "body": set(), "main": set(), "header": set(), "section": {"aria-labelledby"}, "h1": {"dir"}, "h2": {"id"},
    "p": {"class", "dir"}, "div": {"class"}, "table": {"role", "aria-labelledby"}, "thead": {"role"}, "tbody": {"role"},
    "tr": {"role", "class"}, "th": {"scope", "role", "class"}, "td": {"role", "class", "dir", "data-label"}, "time": {"datetime"},
    "span": {"class", "dir"}, "s": {"class", "dir"}, "a": {"class", "dir", "href"}, "ul": {"role"}, "li": set(),
}


class Page(html.parser.HTMLParser):
    """The page as HTML: nothing but what Lectern itself writes."""

    def __init__(self, data):
        super().__init__()
        self.links = []
        self.text = []
        self.feed(data.decode())

    def handle_starttag(self, tag, attributes):
        true(tag in ALLOWED, f"there is a <{tag}>")
        for name, value in attributes:
            true(name in ALLOWED[tag], f"<{tag}> has {name}={value!r}")
            if name == "href":
                self.links.append(value)

    def handle_data(self, data):
        self.text.append(data)

    def handle_comment(self, data):
        raise AssertionError(f"there is a comment: {data}")


def check_page(data):
    """Checks a page by three parsers; returns it as the strictest one sees it."""
    page = Page(data)
    for link in page.links:
        true(link.startswith(("http://", "https://", "mailto:")) or ":" not in link.split("/")[0],
             f"there is a link to {link}")
    result = subprocess.run(["xmllint", "--html", "--noout", "-"], input=data, capture_output=True, check=False)
    wrong = [line for line in result.stderr.decode().splitlines()
             if "parser error" in line and not line.endswith(tuple(f"Tag {tag} invalid" for tag in ("main", "header", "section", "time")))]
    equal(wrong, [])
    return ElementTree.fromstring(data.decode().replace("<!DOCTYPE html>", "", 1)), page


def check_sample_page():
    data, said = export(SAMPLE.read_bytes(), "html", "--today=2023-01-02")
    equal(said, "")
    root, page = check_page(data)
    schedule = json.loads(SAMPLE.read_text())
    equal(root.get("lang"), "en")
    equal([heading.text for heading in root.iter("h1")], [schedule["title"]])
    equal([heading.text for heading in root.iter("h2")], ["Upcoming", "Past"])
    ids = {element.get("id") for element in root.iter() if element.get("id")}
    for table in root.iter("table"):
        true(table.get("aria-labelledby") in ids, "a table has no name")
        columns = len(table.findall("./thead/tr/th[@scope='col']"))
        for row in table.findall("./tbody/tr"):
            equal(len(row.findall("./th[@scope='row']")) + len(row.findall("./td")), columns)
    days = [time.get("datetime") for time in root.iter("time")]
    upcoming = [day for day in days if day >= "2023-01-02"]
    equal(days, sorted(upcoming) + sorted(set(days) - set(upcoming), reverse=True))
    links = [paper["url"] for session in schedule["sessions"] for paper in session.get("papers", [])]
    for link in links:
        true(link in page.links, f"there is no link to {link}")
    for part in (b"url(", b"@import", b"<link", b"<script", b"javascript"):
        true(part not in data, f"{part} is in the page")


def check_hostile_page():
    source = random.Random(20230105)
    words = [hostile(source, PIECES + ["\r", "\x01", "\x7f", "\x85", "\ufffe", "\ufdd0", "onclick=", "' onclick='a()", '" onclick="a()', "</style>"])
             for _ in range(200)]
    schedule = {"title": words[0], "description": words[1], "defaults": {"time": words[2], "timezone": words[3], "location": words[4]},
                "notes": {"folder": words[5], "url": "https://e.org/" + words[6]},
                "sessions": [{"id": text, "date": text if number % 3 else "2023-01-04", "dateText": text, "title": text, "time": text,
                              "location": text, "presenters": [text],
                              "papers": [{"title": text, "part": text, "authors": [text], "url": start + text}],
                              "resources": [{"label": text, "url": start + text}, {"label": text, "file": text}], "note": "PRIVATE"}
                             for number, text in enumerate(words)
                             for start in ("", "https://e.org/", "javascript:", "mailto:")]}
    data, _ = export(schedule, "html", "--with-location", "--today=2023-01-02")
    root, _ = check_page(data)
    true(b"PRIVATE" not in data, "the note is not private")
    rows = [row for table in root.iter("tbody") for row in table.findall("tr")]
    equal(len(rows), len(words) * 4)


# ---- The table ----

class Table(html.parser.HTMLParser):
    """The rows of a rendered table, with the text of their cells."""

    def __init__(self, data):
        super().__init__(convert_charrefs=True)
        self.rows = []
        self.tables = 0
        self.tags = set()
        self.feed(data)

    def handle_starttag(self, tag, attributes):
        self.tables += tag == "table"
        self.tags.add(tag)
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_data(self, data):
        if self.rows and self.rows[-1]:
            self.rows[-1][-1] += data


RENDERERS = {
    "cmark-gfm": ["cmark-gfm", "--extension", "table", "--extension", "strikethrough", "--extension", "autolink", "--unsafe"],
    "kramdown": ["kramdown"],
    "kramdown as Jekyll": ["kramdown", "-i", "GFM"],
}


def render(name, table):
    result = subprocess.run(RENDERERS[name], input=table, capture_output=True, timeout=120, check=True,
                            env={**os.environ, "LC_ALL": "C.UTF-8"})
    return Table(result.stdout.decode())


def check_sample_table(name):
    data, _ = export(SAMPLE.read_bytes(), "markdown")
    table = render(name, data)
    schedule = json.loads(SAMPLE.read_text())
    equal(table.tables, 1)
    equal([len(row) for row in table.rows], [3] * 37)
    for row, session in zip(table.rows[1:], schedule["sessions"]):
        equal(row[0].strip(), session["date"])
        for paper in session.get("papers", []):
            contains(" ".join(row[1].split()), " ".join(paper["title"].replace("--", "–" if "kram" in name else "--").split()))


def check_hostile_table(name):
    source = random.Random(20230106)
    texts = [hostile(source, PIECES + ["\r", "\x01"]) for _ in range(1000)]
    texts += ["---", ":-:", "=", "===", "|", "-", "\\", "`", "", "~~~", "[a]: b", "<table>", "- a", "# a", "    a", "{% raw %}", "{:.a}"]
    sessions = []
    for number, text in enumerate(texts):
        session = {"dateText": text, "papers": [{"title": text, "part": text}], "presenters": [text], "resources": [{"label": text}]}
        if number % 2:
            session["papers"][0]["url"] = "https://e.org/" + text.replace("\n", "").replace("\r", "").replace("\x01", "").replace("\t", "")
        if number % 5 == 0:
            session.update(status="cancelled", reason=text)
        sessions.append(session)
    data, _ = export({"sessions": sessions}, "markdown")
    equal(len(data.decode().split("\n")), len(texts) + 3)
    for sequence in (b"{{", b"{%", b"{:"):
        true(sequence not in data, f"{sequence} would be run by Jekyll")
    table = render(name, data)
    equal(table.tables, 1)
    equal(len(table.rows), len(texts) + 1)
    equal({len(row) for row in table.rows}, {4})
    true(not table.tags & {"script", "b", "code", "br", "img", "em", "strong"}, f"text has become {table.tags}")
    if name == "cmark-gfm":
        for text, row in zip(texts, table.rows[1:]):
            clean = "".join(" " if ord(letter) < 32 or letter == "\u2028" else letter for letter in text).strip()
            equal(row[2].strip(), clean)
            equal(row[0].strip(), clean)


# ---- The verbs ----

def check_over_old_calendar():
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder)
        (path / "s.json").write_bytes(SAMPLE.read_bytes())
        run("export", "s.json", "--format=ical", "-o", "s.ics", cwd=folder)
        first = (path / "s.ics").read_bytes()
        before = (path / "s.ics").stat()
        run("export", "s.json", "--format=ical", "-o", "s.ics", cwd=folder)
        after = (path / "s.ics").stat()
        equal((before.st_ino, before.st_mtime_ns), (after.st_ino, after.st_mtime_ns))

        run("edit", "s.json", "dltrg-7", "--set", "date=2022-09-21", cwd=folder)
        run("export", "s.json", "--format=ical", "-o", "s.ics", cwd=folder)
        second = (path / "s.ics").read_bytes()
        old = first.split(b"BEGIN:VEVENT\r\n")
        new = second.split(b"BEGIN:VEVENT\r\n")
        different = [(a, b) for a, b in zip(old, new) if a != b]
        equal((len(old), len(new), len(different)), (36, 36, 1))
        contains(different[0][1], b"UID:dltrg-7@")
        contains(different[0][1], b"SEQUENCE:1\r\n")
        contains(different[0][1], b"DTSTART;VALUE=DATE:20220921\r\n")


def check_nothing_is_lost():
    """What is there and is not an export, stays."""
    for name, kind, content in (("s.ics", "ical", b"not a calendar\n"), ("s.html", "html", b"<!DOCTYPE html><p>mine</p>"),
                                ("s.md", "markdown", b"# Page\n\n| a |\n| - |\n")):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder)
            (path / "s.json").write_bytes(SAMPLE.read_bytes())
            (path / name).write_bytes(content)
            said = run("export", "s.json", f"--format={kind}", "-o", name, cwd=folder, status=2).stderr.decode()
            true(said.startswith(f"{name}: error: "), said)
            equal((path / name).read_bytes(), content)
            (path / name).unlink()
            for _ in range(2):
                run("export", "s.json", f"--format={kind}", "-o", name, "--today=2023-01-02", cwd=folder)
            run("export", "s.json", f"--format={kind}", "-o", name, "--today=2022-01-02", "--with-location", cwd=folder)

            (path / "link").symlink_to("s.json")
            for target in ("s.json", "link", "./s.json"):
                said = run("export", "s.json", f"--format={kind}", "-o", target, cwd=folder, status=2).stderr.decode()
                contains(said, "schedule itself")
            equal((path / "s.json").read_bytes(), SAMPLE.read_bytes())


def check_misuse():
    for arguments, part in ((("export", SAMPLE), "--format=html -o"), (("export", SAMPLE, "--format=html"), "--format=html -o"),
                            (("export", SAMPLE, "-o", "-"), "--format=html -o"),
                            (("export", SAMPLE, "--format=pdf", "-o", "-"), "“pdf”"),
                            (("export", SAMPLE, "--format=html", "-o", "-", "--announcements"), "--announcements"),
                            (("export", SAMPLE, "--format=html", "-o", "-", "--today=x"), "“x”"),
                            (("export", SAMPLE, "--format=html", "-o", "/nowhere/at/all.html"), "all.html"),
                            (("announce", SAMPLE, "--session=nobody"), "nobody"),
                            (("announce", SAMPLE, "--template=/nowhere"), "/nowhere"),
                            (("announce", SAMPLE, "--today=2030-01-01"), "Tuesday 1 January 2030"),
                            (("announce", "/nowhere"), "/nowhere")):
        result = run(*arguments, status=2)
        contains(result.stderr.decode(), part)
        equal(result.stdout, b"")
    said = export({"defaults": {**LONDON, "timezone": "Europe/Lonodn"}, "sessions": []}, "ical", status=2)[1]
    contains(said, "Europe/Lonodn")


def check_privacy():
    schedule = {"title": "T", "defaults": LONDON,
                "sessions": [{"id": "a", "date": "2023-01-04", "location": "SECRET", "note": "PRIVATE"}]}
    for kind in ("ical", "html", "markdown"):
        without, _ = export(schedule, kind)
        with_location, _ = export(schedule, kind, "--with-location")
        true(b"SECRET" not in without and b"Room 1" not in without, f"{kind} gives the place away")
        contains(with_location, b"SECRET")
        true(b"PRIVATE" not in with_location, f"{kind} gives the note away")


def check_announcements():
    data, said = export(SAMPLE.read_bytes(), "ical", "--announcements")
    _, events = read_calendar(data)
    equal((len(events), said), (36, ""))
    equal(str(events[2]["SUMMARY"]), "We decided to change approach and read papers")
    equal(str(events[2]["TRANSP"]), "TRANSPARENT")


def check_announce():
    text = run("announce", SAMPLE, "--today=2023-01-02").stdout.decode()
    equal(text, "Deep Learning Theory Reading Group\n\nNext meeting: Wednesday 4 January 2023\n\n"
                "Neural networks and physical systems with emergent collective computational abilities (Hopfield Networks)\n"
                "https://authors.library.caltech.edu/7427/1/HOPpnas82.pdf\n\n"
                "Notes: https://thomasheap.github.io/files/Pdfs/hopfield_networks.pdf\n")
    equal(run("announce", SAMPLE, env={"LECTERN_TODAY": "2023-01-02"}).stdout.decode(), text)
    equal(run("announce", "-", "--today=2023-01-02", stdin=SAMPLE.read_bytes()).stdout.decode(), text)
    one = run("announce", SAMPLE, "--session=2022-08-17").stdout.decode()
    contains(one, "Meeting: Wednesday 17 August 2022\n")
    with tempfile.TemporaryDirectory() as folder:
        template = pathlib.Path(folder) / "t.txt"
        template.write_text("Hello {group}, „{date}“\n{place}\n")
        equal(run("announce", SAMPLE, "--today=2023-01-02", f"--template={template}").stdout.decode(),
              "Hello Deep Learning Theory Reading Group, „Wednesday 4 January 2023“\n")
        template.write_text("{secret}")
        contains(run("announce", SAMPLE, "--today=2023-01-02", f"--template={template}", status=2).stderr.decode(), "“{secret}”")
        template.write_bytes(b"\xff")
        contains(run("announce", SAMPLE, "--today=2023-01-02", f"--template={template}", status=2).stderr.decode(), "UTF-8")


CHECKS = [
    ("the sample's calendar, field by field", check_sample_calendar),
    ("summer time in London", lambda: check_summer_time("Europe/London", {0, 1})),
    ("summer time in New York", lambda: check_summer_time("America/New_York", {-5, -4})),
    ("hostile text comes back out of a calendar", check_hostile_calendar),
    ("control characters are refused", check_refused_controls),
    ("announcements are in the calendar if asked for", check_announcements),
    ("a calendar over its older self", check_over_old_calendar),
    ("the sample's page", check_sample_page),
    ("hostile text in a page stays text", check_hostile_page),
    *((f"the sample's table in {name}", lambda name=name: check_sample_table(name)) for name in RENDERERS),
    *((f"hostile text in a table in {name}", lambda name=name: check_hostile_table(name)) for name in RENDERERS),
    ("a file that is no export is not replaced", check_nothing_is_lost),
    ("places and notes stay at home", check_privacy),
    ("how not to call the verbs", check_misuse),
    ("the text for the e-mail", check_announce),
]

for title, check in CHECKS:
    with tap.test(title):
        check()
tap.done()
