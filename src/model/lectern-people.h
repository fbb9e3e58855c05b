/* lectern-people.h: who presented how often, and whose turn it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-schedule.h"

G_BEGIN_DECLS

/**
 * LecternPerson:
 * @name: the name as it was last written
 * @n_past: how many sessions they presented before today
 * @n_planned: how many they will present, from today on
 * @last: when they presented or will present last; not valid if the sessions
 *   have no dates
 *
 * A presenter.
 */
typedef struct
{
  char  *name;
  guint  n_past;
  guint  n_planned;
  GDate  last;
} LecternPerson;

void       lectern_person_free    (LecternPerson   *self);
GPtrArray *lectern_people_list    (LecternSchedule *schedule,
                                   const GDate     *today);
char      *lectern_people_suggest (LecternSchedule *schedule,
                                   const GDate     *today);

G_END_DECLS
