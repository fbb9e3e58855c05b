# a11y_lint.py: what someone who listens to the window would stumble over
#
# SPDX-License-Identifier: GPL-3.0-or-later

import re

from accessible import State

INTERACTIVE = {"push button", "toggle button", "check box", "radio button", "entry", "text",
               "password text", "combo box", "menu item", "check menu item", "radio menu item",
               "table row", "list item", "list", "list box", "tree table", "slider", "spin button",
               "page tab", "link", "switch"}

# What a user neither sees as a thing of its own nor can reach.
CONTAINERS = {"filler", "panel"}


def is_type_name(name):
    return re.match(r"(Gtk|Adw|Lectern)[A-Z]", name) is not None


def reachable(node):
    """Whether keys or a screen reader stop here."""
    return node.has(State.FOCUSABLE) or node.role in INTERACTIVE


def complaint(node, parent):
    """What is wrong with one node, or None."""
    if not reachable(node):
        return None
    name = node.name
    if not name.strip() or is_type_name(name):
        # A wrapper around the very thing that has the name, such as the row
        # of a list around a text field, or the button within a menu button.
        if parent is not None and parent.name and parent.role == node.role:
            return None
        if node.role in ("list item", "list") and named_inside(node):
            return None
        # GTK would let a scrolled window have the focus, but that goes on to
        # what is in it.
        if node.role == "scroll pane" and focusable_inside(node):
            return None
        return "no name"
    if name.startswith("_") or re.search(r"(^|\s)_\w", name):
        return "a mnemonic in the name"
    half = len(name) // 2
    if len(name) % 2 and name[half] == " " and name[:half] == name[half + 1:]:
        return "the name is said twice"
    return None


def named_inside(node):
    """Whether each thing in it that can be reached has a name."""
    inside = [child for child in node.walk(rows=True) if child is not node and
              child.role in INTERACTIVE and child.role not in ("list", "list item")]
    return bool(inside) and all(child.name.strip() and not is_type_name(child.name)
                                for child in inside)


def focusable_inside(node):
    return any(child is not node and child.has(State.FOCUSABLE) for child in node.walk(rows=True))


# No version has names for what a combo box shows or drops down, but for the
# labels in it.
EARLIER = "^no name: list item “” in list"
# GTK 4.18 does not say what its menus' items are called.  libadwaita 1.7 has
# the title of a row with an entry twice, as its title and in the entry's place,
# and boxes within rows that open and in About that keys go to and no name.
LATER = (EARLIER + "|menu item “”|^no name: panel “” in list item|"
         "^no name: list “” in grouping “About”|^the name is said twice: list item")


def complaints_of(window, but=None):
    """What is ours of the complaints about a window, and how many nodes were asked."""
    complaints, count = lint(window)
    theirs = [LATER if window.toolkit >= (4, 10) else EARLIER, *([but] if but else [])]
    return [complaint for complaint in complaints
            if not any(re.search(pattern, complaint) for pattern in theirs)], count


def lint(window):
    """All complaints about a window, and how many nodes were asked."""
    found = {}
    count = 0

    def look(node, parent, trail):
        nonlocal count
        count += 1
        what = complaint(node, parent)
        if what is not None:
            key = f"{what}: {node} in {trail}"
            found[key] = found.get(key, 0) + 1
        if node.name and not is_type_name(node.name):
            trail = f"{node}"
        for child in node.each():
            look(child, node, trail)

    look(window, None, "the window")
    return [f"{key} ×{number}" for key, number in sorted(found.items())], count
