/* lectern-people.h: who presented how often, and whose turn it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-plan.h"

G_BEGIN_DECLS

#define LECTERN_PEOPLE_ERROR (lectern_people_error_quark ())
GQuark lectern_people_error_quark (void);

/**
 * LecternPeopleError:
 * @LECTERN_PEOPLE_ERROR_NOBODY: there is nobody who could present
 */
typedef enum
{
  LECTERN_PEOPLE_ERROR_NOBODY,
} LecternPeopleError;

/**
 * LecternPerson:
 * @name: the name as it was last written
 * @n_past: how many sessions they presented before today
 * @n_planned: how many they will present, from today on or without a date
 * @last: when they presented last; not valid if they never did
 * @next: when they will present next; not valid if no day is known
 * @skipped: whether they are not to be suggested
 * @order: their place in the order in which they appear
 *
 * A presenter.
 */
typedef struct
{
  char     *name;
  guint     n_past;
  guint     n_planned;
  GDate     last;
  GDate     next;
  gboolean  skipped;
  guint     order;
} LecternPerson;

void         lectern_person_free        (LecternPerson    *self);
GPtrArray   *lectern_people_list        (LecternSchedule  *schedule,
                                         const GDate      *today);
char        *lectern_people_suggest     (LecternSchedule  *schedule,
                                         LecternSession   *session,
                                         const GDate      *today);
char       **lectern_people_complete    (LecternSchedule  *schedule,
                                         LecternSession   *session,
                                         const char       *typed,
                                         const GDate      *today);
void         lectern_people_skip        (LecternHistory   *history,
                                         const char       *name,
                                         gboolean          skip);
void         lectern_people_assign      (LecternHistory   *history,
                                         LecternSession   *session,
                                         const char       *name);
LecternPlan *lectern_people_plan_rota   (LecternSchedule  *schedule,
                                         const GDate      *today,
                                         GError          **error);

G_END_DECLS
