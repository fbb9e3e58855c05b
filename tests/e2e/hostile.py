# hostile.py: what a schedule from a stranger may name, and nothing opens
#
# SPDX-License-Identifier: GPL-3.0-or-later

import os
import socket

PDF = b"%PDF-1.4\n%%EOF\n"

FILES = [
    "/etc/passwd", "/", "//etc/passwd", "..", "../outside.pdf", "files/../../outside.pdf",
    "../group/real.pdf", "~/outside.pdf", "$HOME/outside.pdf", "$(touch pwned)", "`touch pwned`",
    "file:///etc/passwd", "javascript:alert(1)", "https://example.org/x.pdf", "a\nb.pdf", "\x1b[2J.pdf",
    "\x7f.pdf", "link-out.pdf", "link-absolute.pdf", "folder-out/outside.pdf", "circle.pdf", "dangling.pdf",
    "folder.pdf", "pipe.pdf", "socket.pdf", "zero.pdf", "text.pdf", "empty.pdf", "start.desktop", "page.html",
    "run.sh", "real.pdf.exe", "html-link.pdf", "n" * 251 + ".pdf", "real.pdf/", ".",
    "real.pdf/real.pdf", "REAL.PDF",
]

URLS = [
    "javascript:alert(1)", "JavaScript:alert(1)", "java\tscript:alert(1)", "data:text/html,<script>",
    "file:///etc/passwd", "file://host/etc/passwd", "FILE:///etc/passwd", "smb://host/share/a.pdf",
    "sftp://host/a.pdf", "ftp://host/a.pdf", "mailto:a@example.org", "vbscript:x", "about:blank",
    "view-source:https://example.org/", "http:", "http://", "http:///etc/passwd", "https://example.org\\@evil/",
    "https://example.org/\n", "//example.org/a.pdf", "/etc/passwd", "start.desktop", " ", "--help",
    "x-scheme-handler/http", "admin:///etc/passwd",
]


def make_files(folder):
    """What the values of FILES lead to."""
    (folder.parent / "outside.pdf").write_bytes(PDF)
    for name in ("start.desktop", "page.html", "run.sh", "real.pdf.exe", "n" * 251 + ".pdf"):
        (folder / name).write_bytes(PDF)
        (folder / name).chmod(0o755)
    (folder / "text.pdf").write_bytes(b"#!/bin/sh\n")
    (folder / "empty.pdf").write_bytes(b"")
    (folder / "folder.pdf").mkdir()
    for name, target in (("link-out.pdf", "../outside.pdf"), ("folder-out", ".."), ("circle.pdf", "circle.pdf"),
                         ("dangling.pdf", "nothing.pdf"), ("zero.pdf", "/dev/zero"), ("html-link.pdf", "page.html"),
                         ("link-absolute.pdf", folder.parent / "outside.pdf")):
        (folder / name).symlink_to(target)
    os.mkfifo(folder / "pipe.pdf")
    with socket.socket(socket.AF_UNIX) as listener:
        # Its address may be no longer than some hundred bytes.
        before = os.getcwd()
        os.chdir(folder)
        listener.bind("socket.pdf")
        os.chdir(before)
