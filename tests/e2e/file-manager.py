#!/usr/bin/python3
# file-manager.py: a file manager that only writes down what it is to show
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Usage: file-manager.py LIST
#
# LIST is made, empty, when it can be called.

import sys

from gi.repository import Gio, GLib

INTERFACE = """<node><interface name="org.freedesktop.FileManager1"><method name="ShowItems">
<arg type="as" direction="in"/><arg type="s" direction="in"/></method></interface></node>"""


def show(_connection, _sender, _path, _interface, _method, parameters, invocation):
    with open(sys.argv[1], "a", encoding="utf-8") as shown:
        shown.writelines(uri + "\n" for uri in parameters[0])
    invocation.return_value(None)


def acquired(connection, _name):
    [interface] = Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces
    connection.register_object("/org/freedesktop/FileManager1", interface, show, None, None)


def named(*_):
    open(sys.argv[1], "w", encoding="utf-8").close()


Gio.bus_own_name(Gio.BusType.SESSION, "org.freedesktop.FileManager1", Gio.BusNameOwnerFlags.NONE,
                 acquired, named, None)
GLib.MainLoop().run()
