#!/usr/bin/python3
# drag-source.py: a window that PDFs and links are dragged from, as a file
# manager's or a browser's is
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Usage: drag-source.py [--clipboard] TYPE TEXT
#
# What is dragged says TEXT, of the media type TYPE.  The window is called Dragged
# as long as it is, and Taken where what is below the pointer would take it.  With
# --clipboard it is copied as soon as the window is there.

import sys

import gi

gi.require_version("Gdk", "4.0")
gi.require_version("Gtk", "4.0")
from gi.repository import Gdk, GLib, Gtk  # noqa: E402

arguments = sys.argv[1:]
copies = arguments[0] == "--clipboard"
kind, text = arguments[-2:]
content = Gdk.ContentProvider.new_for_bytes(kind, GLib.Bytes.new(text.encode()))


def activate(application):
    window = Gtk.ApplicationWindow(application=application, title="Drag source",
                                   default_width=160, default_height=100, decorated=False)
    label = Gtk.Label(label="Drag this")
    source = Gtk.DragSource(content=content, actions=Gdk.DragAction.COPY)

    def answered(drag, _property=None):
        window.set_title("Taken" if drag.get_selected_action() else "Dragged")

    def begun(_source, drag):
        drag.connect("notify::selected-action", answered)
        answered(drag)
    source.connect("drag-begin", begun)
    source.connect("drag-end", lambda *_: window.set_title("Drag source"))
    label.add_controller(source)
    window.set_child(label)
    if copies:
        def active(*_):
            window.get_clipboard().set_content(content)
            window.set_title("Copied")
        window.connect("notify::is-active", active)
    window.present()


application = Gtk.Application(application_id="org.example.DragSource")
application.connect("activate", activate)
application.run([])
