# check-schema.py: what Lectern writes, and what it refuses, held against the
# published schema by a validator of others
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Usage: check-schema.py WRITE-SCHEDULES SCHEMA SAMPLE

import copy
import json
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "project"))
from tap import Tap  # noqa: E402

try:
    import jsonschema
except ImportError:
    print("1..0 # SKIP python3-jsonschema is not installed (tools/test installs it)")
    sys.exit(0)

VALUES = ["text", 1, True, None, [], {}]

# One place for each type that a member can have: (path, allowed in VALUES).
# The whole set, member by member, is compared below with what the scan takes.
FULL = {
    "lectern": 1, "id": "i", "title": "t", "description": "d",
    "defaults": {"time": "15:00", "duration": 60, "timezone": "UTC", "location": "l"},
    "notes": {"folder": "f", "url": "u"},
    "page": "p", "pageFormat": {"dates": "iso", "columns": {"Topic": "paper"}},
    "announcement": "a",
    "skipPresenters": ["A"],
    "sessions": [{
        "id": "i", "date": "2022-07-06", "dateText": "d", "time": "15:00", "duration": 60,
        "location": "l", "kind": "break", "title": "t", "status": "cancelled", "reason": "r",
        "papers": [{"title": "t", "url": "u", "part": "p", "authors": ["a"]}],
        "presenters": ["p"],
        "resources": [{"label": "l", "file": "f", "url": "u", "primary": True}],
        "note": "n", "extra": {"Room": "1"}, "ignore": ["weekday"],
    }],
}


def places(value, path=()):
    """Every place in a value but the value itself."""
    items = value.items() if isinstance(value, dict) else \
        enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield path + (key,), inner
        yield from places(inner, path + (key,))


def replaced(path, value):
    changed = copy.deepcopy(FULL)
    target = changed
    for step in path[:-1]:
        target = target[step]
    target[path[-1]] = value
    return changed


def json_type(value):
    return "number" if type(value) in (int, float) else type(value).__name__


def main():
    write_schedules, schema_path, sample = sys.argv[1:]
    schema = json.loads(pathlib.Path(schema_path).read_text())
    tap = Tap()

    draft = jsonschema.Draft202012Validator
    draft.check_schema(schema)
    validator = draft(schema)
    tap.check(schema["$schema"] == draft.META_SCHEMA["$id"], "the schema is sound")

    def errors(value):
        return [f"{list(error.absolute_path)}: {error.message}"
                for error in validator.iter_errors(value)]

    found = errors(json.loads(pathlib.Path(sample).read_text()))
    tap.check(not found, "the sample is valid", found)

    with tempfile.TemporaryDirectory(prefix="lectern-schema-") as folder:
        subprocess.run([write_schedules, folder], check=True)
        files = sorted(pathlib.Path(folder).iterdir())
        tap.check(len(files) == 200, "schedules are written")
        found = [f"{path.name}: {error}" for path in files
                 for error in errors(json.loads(path.read_text()))]
        tap.check(not found, "what is written is valid", "\n".join(found))

    tap.check(not errors(FULL), "a file with every member is valid", errors(FULL))
    tap.check(not errors({"lectern": 1}), "a file with no member is valid")
    tap.check(bool(errors({})), "a file without version is not")
    tap.check(bool(errors({"lectern": 2})), "a file of a later version is not")
    tap.check(not errors({"lectern": 1.0}), "the version may be spelled otherwise")

    wrong = []
    count = 0
    for path, old in places(FULL):
        for value in VALUES:
            # null is absent, but not in a list, nor is a version
            right = json_type(value) == json_type(old) and (path != ("lectern",) or value == 1)
            if value is None:
                right = isinstance(path[-1], str) and path != ("lectern",)
            count += 1
            if right == bool(errors(replaced(path, value))):
                wrong.append(f"{path} = {value!r} should be {'valid' if right else 'refused'}")
    tap.check(not wrong and count > 250, f"{count} values of every type, right and wrong", "\n".join(wrong))

    unknown = [path for path, old in [((), FULL)] + list(places(FULL)) if isinstance(old, dict)
               and path[-1:] not in [("extra",), ("columns",)]]
    wrong = []
    for path in unknown:
        for value in VALUES:
            found = errors(replaced(path + ("unknown",), value))
            if found:
                wrong.append(f"{path}: {found}")
    tap.check(not wrong and len(unknown) == 7, "unknown members are allowed everywhere", "\n".join(wrong))

    tap.finish()


main()
