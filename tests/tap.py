# tap.py: what the tests that are Python scripts share
#
# SPDX-License-Identifier: GPL-3.0-or-later

import contextlib
import sys
import traceback


class Tap:
    """Prints one line a test, and what was wrong with it before that."""

    def __init__(self):
        self.count = 0
        self.failed = 0

    @contextlib.contextmanager
    def test(self, name):
        """What raises in the block fails the test; the next one still runs."""
        self.count += 1
        try:
            yield
        except Exception:
            self.failed += 1
            for line in traceback.format_exc().splitlines():
                print("# " + line)
            print(f"not ok {self.count} - {name}", flush=True)
        else:
            print(f"ok {self.count} - {name}", flush=True)

    def done(self):
        print(f"1..{self.count}")
        sys.exit(1 if self.failed or not self.count else 0)


def equal(found, expected):
    if found != expected:
        raise AssertionError(f"found {found!r}\nexpected {expected!r}")


def contains(text, part):
    if part not in text:
        raise AssertionError(f"{part!r} is not in {text!r}")


def true(value, message):
    if not value:
        raise AssertionError(message)
