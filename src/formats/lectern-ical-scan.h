/* lectern-ical-scan.h: where the pieces of a calendar stand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LecternIcalLine:
 * @start: where it starts in the file
 * @length: with its continuations and line ends
 * @name: the name of the property, in capitals; empty if it has none
 * @rest: what follows the name, unfolded: parameters, colon, value
 *
 * One content line.
 */
typedef struct
{
  gsize    start;
  gsize    length;
  char    *name;
  GString *rest;
} LecternIcalLine;

/**
 * LecternIcalPiece:
 * @first: its first line
 * @n: how many lines
 * @uid: (nullable): the UID, if it is an event that does not override another
 * @sequence: the SEQUENCE of such an event
 *
 * A component of the calendar, or one stray line between two.
 */
typedef struct
{
  guint  first;
  guint  n;
  char  *uid;
  gint64 sequence;
} LecternIcalPiece;

/**
 * LecternIcalScan:
 * @bytes: the file
 * @lines: (element-type LecternIcalLine): all of its lines
 * @pieces: (element-type LecternIcalPiece): from @head to @end
 * @head: how many lines stand before the first piece
 * @end: the line that ends the calendar
 * @crlf: whether its lines end as the standard wants it
 *
 * The spans of a calendar: head, pieces and end are all of it.
 */
typedef struct
{
  GBytes    *bytes;
  GPtrArray *lines;
  GPtrArray *pieces;
  guint      head;
  guint      end;
  gboolean   crlf;
} LecternIcalScan;

LecternIcalScan *lectern_ical_scan       (GBytes                 *bytes,
                                          GError                **error);
void             lectern_ical_scan_free  (LecternIcalScan        *self);
LecternIcalLine *lectern_ical_scan_line  (LecternIcalScan        *self,
                                          guint                   line);
void             lectern_ical_scan_append_lines (LecternIcalScan *self,
                                                 guint            first,
                                                 guint            n,
                                                 GString         *to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternIcalScan, lectern_ical_scan_free)

G_END_DECLS
