# accessible.py: the window as those see it who do not look at the screen
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A window has hundreds of nodes, and a question to one costs a way to the
# program and back.  So all nodes of one depth are asked at the same time, by
# the accessibility bus itself: the library for it asks for one thing at a time.

import re

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

State = Atspi.StateType

REGISTRY = "org.a11y.atspi.Registry"
ROOT = "/org/a11y/atspi/accessible/root"
ACCESSIBLE = "org.a11y.atspi.Accessible"
PROPERTIES = "org.freedesktop.DBus.Properties"
# A program that is busy answers late.
LATEST = 15000


class Bus:
    """The accessibility bus."""

    connection = None

    @classmethod
    def get(cls):
        if cls.connection is None:
            session = Gio.bus_get_sync(Gio.BusType.SESSION)
            address, = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress",
                                         None, None, Gio.DBusCallFlags.NONE, LATEST, None).unpack()
            cls.connection = Gio.DBusConnection.new_for_address_sync(
                address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
                | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        return cls.connection

    @classmethod
    def ask(cls, questions):
        """Asks all of them at the same time: the answer to each, or its error."""
        bus = cls.get()
        answers = [None] * len(questions)
        waiting = len(questions)

        def answered(_, result, index):
            nonlocal waiting
            try:
                answers[index] = bus.call_finish(result).unpack()
            except GLib.Error as error:
                answers[index] = error
            waiting -= 1

        for index, (name, path, interface, method, arguments) in enumerate(questions):
            bus.call(name, path, interface, method, arguments, None,
                     Gio.DBusCallFlags.NONE, LATEST, None, answered, index)
        context = GLib.MainContext.default()
        while waiting:
            context.iteration(True)
        return answers


def applications():
    """The programs that can be seen, each with the number of its process."""
    found = Node(REGISTRY, ROOT).children
    answers = Bus.ask([("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                        "GetConnectionUnixProcessID", GLib.Variant("(s)", (node.owner,)))
                       for node in found])
    return [(node, answer[0]) for node, answer in zip(found, answers)
            if not isinstance(answer, GLib.Error)]


class Node:
    """A widget."""

    def __init__(self, owner, path):
        self.owner = owner
        self.path = path
        # What a walk saw, for as long as the walk stands here.
        self.seen = None
        self.search = None

    def found_by(self, search):
        """Keeps how it was found, as it may go, and another like it come."""
        self.search = search
        return self

    def find_again(self):
        """Becomes what is found the same way now, if there is anything."""
        other = self.search and self.search()
        if other:
            self.owner, self.path = other.owner, other.path

    def question(self, interface, method, arguments=None):
        return self.owner, self.path, interface, method, arguments

    def ask(self, interface, method, arguments=None):
        answer, = Bus.ask([self.question(interface, method, arguments)])
        if isinstance(answer, GLib.Error):
            raise answer
        return answer

    def value(self, interface, name):
        return self.ask(PROPERTIES, "Get", GLib.Variant("(ss)", (interface, name)))[0]

    # ---- What it is ----

    # By program
    TOOLKITS = {}

    QUESTIONS = ((PROPERTIES, "Get", GLib.Variant("(ss)", (ACCESSIBLE, "Name"))),
                 (ACCESSIBLE, "GetRole", None),
                 (ACCESSIBLE, "GetState", None),
                 (ACCESSIBLE, "GetChildren", None))

    def read(self, index):
        return (self.seen or {}).get(index) or self.ask(*self.QUESTIONS[index])

    @property
    def name(self):
        return self.read(0)[0] or ""

    @property
    def role(self):
        role = Atspi.Role(self.read(1)[0])
        if role == Atspi.Role.EXTENDED:
            return self.ask(ACCESSIBLE, "GetRoleName")[0]
        name = Atspi.role_get_name(role)
        # What it is called since at-spi 2.54.
        return "push button" if name == "button" else name

    def has(self, state):
        low, high = self.read(2)[0]
        return bool((low | high << 32) >> int(state) & 1)

    @property
    def showing(self):
        # GTK 4.8 says SHOWING of windows alone.
        return self.has(State.VISIBLE)

    @property
    def children(self):
        return [Node(owner, path) for owner, path in self.read(3)[0]]

    @property
    def text(self):
        """The text of an entry or a label."""
        interface = "org.a11y.atspi.Text"
        if interface not in self.ask(ACCESSIBLE, "GetInterfaces")[0]:
            return self.name
        # GTK 4.8 gives nothing for an end of -1.
        length = self.value(interface, "CharacterCount")
        return self.ask(interface, "GetText", GLib.Variant("(ii)", (0, length)))[0] or ""

    def set_text(self, text):
        self.ask("org.a11y.atspi.EditableText", "SetTextContents", GLib.Variant("(s)", (text,)))

    @property
    def box(self):
        return self.ask("org.a11y.atspi.Component", "GetExtents",
                        GLib.Variant("(u)", (int(Atspi.CoordType.WINDOW),)))[0]

    @property
    def toolkit(self):
        """The version of GTK, as two numbers."""
        if self.owner not in self.TOOLKITS:
            application = Node(*self.ask(ACCESSIBLE, "GetApplication")[0])
            # Called ToolkitVersion by the standard, and Version by GTK 4.8.
            about = application.ask(PROPERTIES, "GetAll",
                                    GLib.Variant("(s)", ("org.a11y.atspi.Application",)))[0]
            version = about.get("ToolkitVersion") or about["Version"]
            self.TOOLKITS[self.owner] = tuple(int(number) for number in version.split(".")[:2])
        return self.TOOLKITS[self.owner]

    def act(self):
        """What pressing it would do.  A menu button has it from the button in it."""
        interface = "org.a11y.atspi.Action"
        for node in self.walk():
            if interface in node.ask(ACCESSIBLE, "GetInterfaces")[0] and node.value(interface, "NActions"):
                node.ask(interface, "DoAction", GLib.Variant("(i)", (0,)))
                return
        raise ValueError(f"{self} does nothing")

    def __str__(self):
        try:
            return f"{self.role} “{self.name}”"
        except GLib.Error:
            return "what has gone"

    # ---- What is in it ----

    @classmethod
    def see(cls, nodes, indexes):
        """Asks these questions of all of them, and gives those that answer."""
        answers = iter(Bus.ask([node.question(*cls.QUESTIONS[index])
                                for node in nodes for index in indexes]))
        there = []
        for node in nodes:
            own = {index: next(answers) for index in indexes}
            if not any(isinstance(answer, GLib.Error) for answer in own.values()):
                node.seen = {**(node.seen or {}), **own}
                there.append(node)
        return there

    @classmethod
    def look_at(cls, nodes):
        """Sees all of them, and gives those that are there and shown."""
        shown = [node for node in cls.see(nodes, (2,)) if node.showing]
        return cls.see(shown, (0, 1, 3))

    @staticmethod
    def stand_at(nodes):
        """Goes to one after the other.  What was seen of it holds meanwhile,
        and is asked anew later."""
        for node in nodes:
            try:
                yield node
            finally:
                node.seen = None

    def each(self):
        """What is shown directly in it."""
        yield from self.stand_at(self.look_at(self.children))

    def walk(self, rows=False):
        """This and all below that is shown; the rows of the list, which are
        most of it, only if asked for.  What is high up comes first: a toast
        does not stay for long."""
        level = self.see([self], (0, 1, 2, 3))
        while level:
            below = [child for node in level
                     if rows or node.role != "list" or node.name != "Sessions"
                     for child in node.children]
            yield from self.stand_at(level)
            level = self.look_at(below)

    def matches(self, role=None, name=None, focused=None):
        if role is not None and self.role not in ((role,) if isinstance(role, str) else role):
            return False
        if isinstance(name, str) and self.name != name:
            return False
        if isinstance(name, re.Pattern) and not name.search(self.name):
            return False
        return focused is None or self.has(State.FOCUSED) == focused

    def find(self, role=None, name=None, **more):
        for node in self.walk():
            if node.matches(role, name, **more):
                return node
        return None

    def find_all(self, role=None, name=None, **more):
        return [node for node in self.walk() if node.matches(role, name, **more)]
