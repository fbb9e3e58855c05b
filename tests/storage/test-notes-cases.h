/* test-notes-cases.h: hostile values and good ones, and what becomes of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-notes-folder.h"

#define OPENS (-1)
#define BROWSER (-2)

typedef struct
{
  const char *value;
  int         outcome;  /* OPENS, BROWSER or a LecternNotesError */
  const char *uri;      /* how the address ends, if it opens */
} Case;

/* Values of a resource's “file”. */
static const Case files[] = {
  { "files/a.pdf", OPENS, "/site/files/a.pdf" },
  { "./files/a.pdf", OPENS, "/site/files/a.pdf" },
  { "files//a.pdf", OPENS, "/site/files/a.pdf" },
  { "files/ü b.PDF", OPENS, "/site/files/%C3%BC%20b.PDF" },
  { "files/#1%20?.pdf", OPENS, "/site/files/%231%2520%3F.pdf" },
  { "files/2303.10512", OPENS, "/site/files/2303.10512" },
  { "files/plain", OPENS, "/site/files/plain" },
  { "files/inside.pdf", OPENS, "/site/files/a.pdf" },
  { "-rf.pdf", OPENS, "/site/-rf.pdf" },
  { "~.pdf", OPENS, "/site/~.pdf" },

  { "", LECTERN_NOTES_ERROR_EMPTY, NULL },
  { "files/none.pdf", LECTERN_NOTES_ERROR_MISSING, NULL },
  { "none/a.pdf", LECTERN_NOTES_ERROR_MISSING, NULL },
  { "files/dangling.pdf", LECTERN_NOTES_ERROR_MISSING, NULL },
  { "files/circle.pdf", LECTERN_NOTES_ERROR_MISSING, NULL },
  { "files/a.pdf/b.pdf", LECTERN_NOTES_ERROR_MISSING, NULL },
  { "FILES/A.PDF", LECTERN_NOTES_ERROR_MISSING, NULL },
  { "files/a.pdf ", LECTERN_NOTES_ERROR_MISSING, NULL },
  { "~/a.pdf", LECTERN_NOTES_ERROR_MISSING, NULL },
  { "$HOME/a.pdf", LECTERN_NOTES_ERROR_MISSING, NULL },
  { "files\\a.pdf", LECTERN_NOTES_ERROR_MISSING, NULL },
  { "C:\\a.pdf", LECTERN_NOTES_ERROR_MISSING, NULL },
  { "files/%61.pdf", LECTERN_NOTES_ERROR_MISSING, NULL },
  { "files/*.pdf", LECTERN_NOTES_ERROR_MISSING, NULL },
  { "file:files/a.pdf", LECTERN_NOTES_ERROR_MISSING, NULL },
  { "file:///etc/passwd", LECTERN_NOTES_ERROR_MISSING, NULL },
  { "https://example.org/a.pdf", LECTERN_NOTES_ERROR_MISSING, NULL },
  { "javascript:alert(1)", LECTERN_NOTES_ERROR_MISSING, NULL },

  { "/etc/passwd", LECTERN_NOTES_ERROR_OUTSIDE, NULL },
  { "/", LECTERN_NOTES_ERROR_OUTSIDE, NULL },
  { "//etc/passwd", LECTERN_NOTES_ERROR_OUTSIDE, NULL },
  { "../outside.pdf", LECTERN_NOTES_ERROR_OUTSIDE, NULL },
  { "../site/files/a.pdf", LECTERN_NOTES_ERROR_OUTSIDE, NULL },
  { "../site-evil/a.pdf", LECTERN_NOTES_ERROR_OUTSIDE, NULL },
  { "files/../../outside.pdf", LECTERN_NOTES_ERROR_OUTSIDE, NULL },
  { "files/../files/a.pdf", LECTERN_NOTES_ERROR_OUTSIDE, NULL },
  { "..", LECTERN_NOTES_ERROR_OUTSIDE, NULL },
  { "files/..", LECTERN_NOTES_ERROR_OUTSIDE, NULL },
  { "files/out.pdf", LECTERN_NOTES_ERROR_OUTSIDE, NULL },
  { "files/evil.pdf", LECTERN_NOTES_ERROR_OUTSIDE, NULL },
  { "files/absolute.pdf", LECTERN_NOTES_ERROR_OUTSIDE, NULL },
  { "files/up/outside.pdf", LECTERN_NOTES_ERROR_OUTSIDE, NULL },
  { "files/zero.pdf", LECTERN_NOTES_ERROR_OUTSIDE, NULL },
  { "files/a.pdf\n", LECTERN_NOTES_ERROR_OUTSIDE, NULL },
  { "files/\x1b[2Ja.pdf", LECTERN_NOTES_ERROR_OUTSIDE, NULL },
  { "files/\x7f.pdf", LECTERN_NOTES_ERROR_OUTSIDE, NULL },

  { ".", LECTERN_NOTES_ERROR_OUTSIDE, NULL },
  { "files", LECTERN_NOTES_ERROR_NO_PDF, NULL },
  { "files/", LECTERN_NOTES_ERROR_NO_PDF, NULL },
  { "files/folder.pdf", LECTERN_NOTES_ERROR_NO_PDF, NULL },
  { "files/pipe.pdf", LECTERN_NOTES_ERROR_NO_PDF, NULL },
  { "files/socket.pdf", LECTERN_NOTES_ERROR_NO_PDF, NULL },
  { "files/empty.pdf", LECTERN_NOTES_ERROR_NO_PDF, NULL },
  { "files/short.pdf", LECTERN_NOTES_ERROR_NO_PDF, NULL },
  { "files/text.pdf", LECTERN_NOTES_ERROR_NO_PDF, NULL },
  { "files/late.pdf", LECTERN_NOTES_ERROR_NO_PDF, NULL },
  { "files/start.desktop", LECTERN_NOTES_ERROR_NO_PDF, NULL },
  { "files/page.html", LECTERN_NOTES_ERROR_NO_PDF, NULL },
  { "files/run.sh", LECTERN_NOTES_ERROR_NO_PDF, NULL },
  { "files/a.pdf.exe", LECTERN_NOTES_ERROR_NO_PDF, NULL },
  { "files/page.pdf", LECTERN_NOTES_ERROR_NO_PDF, NULL },
  { "schedule.json", LECTERN_NOTES_ERROR_NO_PDF, NULL },
};

/* Values of a “url”; notes.url is https://example.org/files/Pdfs/, and
 * notes.folder is “files”. */
static const Case urls[] = {
  { "https://example.org/", BROWSER, "https://example.org/" },
  { "http://example.org/a.pdf?x=1#2", BROWSER, "http://example.org/a.pdf?x=1#2" },
  { "HTTPS://example.org/x", BROWSER, "https://example.org/x" },
  { "https://example.org/a b", BROWSER, "https://example.org/a%20b" },
  { "https://[::1]/", BROWSER, "https://[::1]/" },
  { "https://example.org/file:///etc/passwd", BROWSER, "https://example.org/file:///etc/passwd" },

  { "https://example.org/files/Pdfs/a.pdf", OPENS, "/site/files/a.pdf" },
  { "http://example.org/files/Pdfs/a.pdf", OPENS, "/site/files/a.pdf" },
  { "https://EXAMPLE.org:443/files/Pdfs/%C3%BC%20b.PDF", OPENS, "/site/files/%C3%BC%20b.PDF" },
  { "https://example.org/files/Pdfs/a.pdf#page=3", OPENS, "/site/files/a.pdf" },
  { "https://example.org/files/Pdfs/inside.pdf", OPENS, "/site/files/a.pdf" },
  { "https://example.org/files/Pdfs/none.pdf", BROWSER, "https://example.org/files/Pdfs/none.pdf" },
  { "https://example.org/files/Pdfs/text.pdf", BROWSER, "https://example.org/files/Pdfs/text.pdf" },
  { "https://example.org/files/Pdfs/page.html", BROWSER, "https://example.org/files/Pdfs/page.html" },
  { "https://example.org/files/Pdfs/out.pdf", BROWSER, "https://example.org/files/Pdfs/out.pdf" },
  { "https://example.org/files/Pdfs/pipe.pdf", BROWSER, "https://example.org/files/Pdfs/pipe.pdf" },
  { "https://example.org/files/Pdfs/", BROWSER, "https://example.org/files/Pdfs/" },
  { "https://example.org/files/Pdfs/%2e%2e/%2e%2e/outside.pdf", BROWSER, "/outside.pdf" },
  { "https://example.org/files/Pdfs/..%2F..%2Foutside.pdf", BROWSER, "outside.pdf" },
  { "https://example.org/files/Pdfs/a.pdf%00", BROWSER, "a.pdf%00" },
  { "https://example.org/files/Pdfs/a.pdf?x=1", BROWSER, "/files/Pdfs/a.pdf?x=1" },
  { "https://example.org/files/Pdfsa.pdf", BROWSER, "/files/Pdfsa.pdf" },
  { "https://example.org.evil/files/Pdfs/a.pdf", BROWSER, "evil/files/Pdfs/a.pdf" },
  { "https://example.org:8443/files/Pdfs/a.pdf", BROWSER, ":8443/files/Pdfs/a.pdf" },

  { "", LECTERN_NOTES_ERROR_EMPTY, NULL },
  { "example.org/a.pdf", LECTERN_NOTES_ERROR_ADDRESS, NULL },
  { "//example.org/a.pdf", LECTERN_NOTES_ERROR_ADDRESS, NULL },
  { "/etc/passwd", LECTERN_NOTES_ERROR_ADDRESS, NULL },
  { "files/a.pdf", LECTERN_NOTES_ERROR_ADDRESS, NULL },
  { "javascript:alert(1)", LECTERN_NOTES_ERROR_ADDRESS, NULL },
  { "JavaScript://example.org/%0aalert(1)", LECTERN_NOTES_ERROR_ADDRESS, NULL },
  { "data:text/html,<script>alert(1)</script>", LECTERN_NOTES_ERROR_ADDRESS, NULL },
  { "file:///etc/passwd", LECTERN_NOTES_ERROR_ADDRESS, NULL },
  { "file://example.org/etc/passwd", LECTERN_NOTES_ERROR_ADDRESS, NULL },
  { "smb://example.org/share/a.pdf", LECTERN_NOTES_ERROR_ADDRESS, NULL },
  { "ftp://example.org/a.pdf", LECTERN_NOTES_ERROR_ADDRESS, NULL },
  { "sftp://example.org/a.pdf", LECTERN_NOTES_ERROR_ADDRESS, NULL },
  { "mailto:a@example.org", LECTERN_NOTES_ERROR_ADDRESS, NULL },
  { "vbscript:x", LECTERN_NOTES_ERROR_ADDRESS, NULL },
  { "about:blank", LECTERN_NOTES_ERROR_ADDRESS, NULL },
  { "view-source:https://example.org/", LECTERN_NOTES_ERROR_ADDRESS, NULL },
  { "blob:https://example.org/1", LECTERN_NOTES_ERROR_ADDRESS, NULL },
  { "httpx://example.org/", LECTERN_NOTES_ERROR_ADDRESS, NULL },
  { "http:", LECTERN_NOTES_ERROR_ADDRESS, NULL },
  { "http://", LECTERN_NOTES_ERROR_ADDRESS, NULL },
  { "http:///etc/passwd", LECTERN_NOTES_ERROR_ADDRESS, NULL },
  { "http:example.org", LECTERN_NOTES_ERROR_ADDRESS, NULL },
  { "http:\\\\example.org\\a", LECTERN_NOTES_ERROR_ADDRESS, NULL },
  { "https://example.org\\@evil.example/", LECTERN_NOTES_ERROR_ADDRESS, NULL },
  { "https://example.org:99999/", LECTERN_NOTES_ERROR_ADDRESS, NULL },
  { "https://example.org/\n", LECTERN_NOTES_ERROR_ADDRESS, NULL },
  { "https://example.org/\x1b]0;x\x07", LECTERN_NOTES_ERROR_ADDRESS, NULL },
  { "java\tscript:alert(1)", LECTERN_NOTES_ERROR_ADDRESS, NULL },
  { "\x01javascript:alert(1)", LECTERN_NOTES_ERROR_ADDRESS, NULL },
  { " ", LECTERN_NOTES_ERROR_ADDRESS, NULL },
  { "-https://example.org/", LECTERN_NOTES_ERROR_ADDRESS, NULL },
};
