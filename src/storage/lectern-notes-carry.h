/* lectern-notes-carry.h: the notes of a schedule that is saved elsewhere
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-document.h"

G_BEGIN_DECLS

/**
 * LecternNotesCarryWay:
 * @LECTERN_NOTES_CARRY_COPY: they are copied, each to the same place there
 * @LECTERN_NOTES_CARRY_POINT_BACK: they stay, and are named where they are
 *
 * What becomes of the files of a schedule that is saved in another folder.
 */
typedef enum
{
  LECTERN_NOTES_CARRY_COPY,
  LECTERN_NOTES_CARRY_POINT_BACK,
} LecternNotesCarryWay;

typedef struct _LecternNotesCarry LecternNotesCarry;

gboolean           lectern_notes_carry_concerns     (GFile                 *from,
                                                     GFile                 *to,
                                                     LecternSchedule       *schedule);
char              *lectern_notes_carry_way_back     (GFile                 *from,
                                                     GFile                 *to);

LecternNotesCarry *lectern_notes_carry_new          (GFile                 *from,
                                                     GFile                 *to,
                                                     LecternSchedule       *schedule,
                                                     LecternNotesCarryWay   way);
LecternNotesCarry *lectern_notes_carry_new_found    (GFile                 *schedule_file,
                                                     LecternSchedule       *schedule,
                                                     GPtrArray             *found);
LecternNotesCarry *lectern_notes_carry_ref          (LecternNotesCarry     *self);
void               lectern_notes_carry_unref        (LecternNotesCarry     *self);
gboolean           lectern_notes_carry_run          (LecternNotesCarry     *self,
                                                     GCancellable          *cancellable,
                                                     GError               **error);
void               lectern_notes_carry_run_async    (LecternNotesCarry     *self,
                                                     GCancellable          *cancellable,
                                                     GAsyncReadyCallback    callback,
                                                     gpointer               user_data);
gboolean           lectern_notes_carry_run_finish   (GAsyncResult          *result,
                                                     GError               **error);
double             lectern_notes_carry_get_progress (LecternNotesCarry     *self);
gboolean           lectern_notes_carry_note_down    (LecternNotesCarry     *self,
                                                     LecternHistory        *history,
                                                     GError               **error);
void               lectern_notes_carry_take_back    (LecternNotesCarry     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternNotesCarry, lectern_notes_carry_unref)

G_END_DECLS
