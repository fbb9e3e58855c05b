/* lectern-notes-carry.h: the notes of a schedule that is saved elsewhere
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-document.h"

G_BEGIN_DECLS

/**
 * LecternNotesCarry:
 * @LECTERN_NOTES_CARRY_COPY: they are copied, each to the same place there
 * @LECTERN_NOTES_CARRY_POINT_BACK: they stay, and are named where they are
 *
 * What becomes of the files of a schedule that is saved in another folder.
 */
typedef enum
{
  LECTERN_NOTES_CARRY_COPY,
  LECTERN_NOTES_CARRY_POINT_BACK,
} LecternNotesCarry;

gboolean   lectern_notes_carry_concerns  (GFile                *from,
                                          GFile                *to,
                                          LecternSchedule      *schedule);
char      *lectern_notes_carry_way_back  (GFile                *from,
                                          GFile                *to);
GPtrArray *lectern_notes_carry           (GFile                *from,
                                          GFile                *to,
                                          LecternSchedule      *schedule,
                                          LecternNotesCarry     way,
                                          GError              **error);
void       lectern_notes_carry_async     (GFile                *from,
                                          GFile                *to,
                                          LecternSchedule      *schedule,
                                          LecternNotesCarry     way,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
GPtrArray *lectern_notes_carry_finish    (GAsyncResult         *result,
                                          GError              **error);
gboolean   lectern_notes_carry_note_down (LecternHistory       *history,
                                          GPtrArray            *moved,
                                          const char           *way_back,
                                          GError              **error);

G_END_DECLS
