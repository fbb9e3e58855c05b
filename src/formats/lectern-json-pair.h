/* lectern-json-pair.h: which session is which piece of the file
 *
 * Internal to this room.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-json-scan.h"

G_BEGIN_DECLS

/**
 * LecternJsonPairs:
 * @pieces: for each session the index of its piece, or -1
 * @own: for each session whether it was read from that piece
 */
typedef struct
{
  int      *pieces;
  gboolean *own;
} LecternJsonPairs;

LecternSession *lectern_json_read_piece  (const char             *text,
                                          const LecternJsonPiece *piece);
void            lectern_json_pairs_init  (LecternJsonPairs       *pairs,
                                          LecternSchedule        *schedule,
                                          GBytes                 *file,
                                          const LecternJsonScan  *scan);
void            lectern_json_pairs_clear (LecternJsonPairs       *pairs);

G_END_DECLS
