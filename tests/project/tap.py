# tap.py: results in the form that meson reads
#
# SPDX-License-Identifier: GPL-3.0-or-later

import sys


class Tap:
    """Prints one line a check; details only of what failed."""

    def __init__(self):
        self.count = 0
        self.failed = 0

    def check(self, passed, name, details=""):
        self.count += 1
        print(f"{'ok' if passed else 'not ok'} {self.count} - {name}")
        if not passed:
            self.failed += 1
            for line in str(details).splitlines()[:30]:
                print(f"# {line}")
        sys.stdout.flush()

    def finish(self):
        print(f"1..{self.count}")
        sys.exit(1 if self.failed or not self.count else 0)
