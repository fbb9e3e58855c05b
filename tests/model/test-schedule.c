/* test-schedule.c: the schedule is a list model, and finds what is in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tests.h"

#include "lectern-date.h"
#include "lectern-schedule.h"
#include "list-model-validator.h"

static LecternSession *
new_session (const char *id,
             const char *date)
{
  LecternSession *session = lectern_session_new ();

  lectern_record_set_string (LECTERN_RECORD (session), LECTERN_SESSION_ID, id);
  lectern_record_set_string (LECTERN_RECORD (session), LECTERN_SESSION_DATE, date);

  return session;
}

static LecternSchedule *
new_schedule (const char *dates)
{
  LecternSchedule *schedule = lectern_schedule_new ();
  g_auto (GStrv) parts = g_strsplit (dates, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *id = g_strdup_printf ("s%u", i);
      g_autoptr (LecternSession) session = new_session (id, g_str_equal (parts[i], "-") ? NULL : parts[i]);

      lectern_schedule_splice (schedule, i, 0, &session, 1);
    }

  return schedule;
}

static void
test_validator (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (LecternSchedule) schedule = lectern_schedule_new ();
  g_autoptr (ListModelValidator) validator = list_model_validator_new (G_LIST_MODEL (schedule));

  for (guint round = 0; round < 500; round++)
    {
      guint n = lectern_schedule_get_n_sessions (schedule);
      guint position = g_rand_int_range (rand, 0, n + 1);
      guint n_removals = g_rand_int_range (rand, 0, MIN (4, n - position + 1));
      guint n_additions = g_rand_int_range (rand, n_removals == 0 ? 1 : 0, 5);
      g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);

      for (guint i = 0; i < n_additions; i++)
        g_ptr_array_add (added, lectern_session_new ());
      lectern_schedule_splice (schedule, position, n_removals,
                               (LecternSession **) added->pdata, n_additions);

      g_assert_cmpuint (list_model_validator_n_emissions (validator), ==, round + 1);
      for (guint i = 0; i < n_additions; i++)
        {
          LecternSession *session = g_ptr_array_index (added, i);
          guint found;

          g_assert_true (lectern_schedule_find_key (schedule, lectern_session_get_key (session), &found) == session);
          g_assert_cmpuint (found, ==, position + i);
        }
    }
}

static void
test_find (void)
{
  g_autoptr (LecternSchedule) schedule = new_schedule ("2023-01-04 2023-01-11 2023-01-04 -");
  g_autoptr (LecternSession) dated = new_session ("2023-01-11", NULL);
  g_autoptr (GPtrArray) by_date = lectern_schedule_find (schedule, "2023-01-04");
  g_autoptr (GPtrArray) by_id = lectern_schedule_find (schedule, "s1");
  g_autoptr (GPtrArray) none = lectern_schedule_find (schedule, "s9");
  g_autoptr (GPtrArray) id_first = NULL;

  g_assert_cmpuint (by_date->len, ==, 2);
  g_assert_true (by_date->pdata[1] == lectern_schedule_get_session (schedule, 2));
  g_assert_cmpuint (by_id->len, ==, 1);
  g_assert_true (by_id->pdata[0] == lectern_schedule_get_session (schedule, 1));
  g_assert_cmpuint (none->len, ==, 0);

  /* An id that looks like a date comes before the date. */
  lectern_schedule_splice (schedule, 4, 0, &dated, 1);
  id_first = lectern_schedule_find (schedule, "2023-01-11");
  g_assert_cmpuint (id_first->len, ==, 1);
  g_assert_true (id_first->pdata[0] == dated);
}

static void
test_place (void)
{
  static const struct
  {
    const char *dates;
    const char *date;
    guint place;
  } cases[] = {
    { "2023-01-04 2023-01-11 2023-01-18", "2023-01-11", 2 },
    { "2023-01-04 2023-01-11 2023-01-18", "2023-01-12", 2 },
    { "2023-01-04 2023-01-11 2023-01-18", "2022-12-31", 0 },
    { "2023-01-04 2023-01-11 2023-01-18", "2024-01-01", 3 },
    { "2023-01-04 2023-01-11 - -", "2023-01-12", 2 },
    { "2023-01-04 2023-01-11 - -", NULL, 4 },
    { "2023-01-04 2023-01-18 2023-01-11", "2023-01-12", 3 },
    { "2023-01-04 2023-02-30", "2023-01-20", 1 },
    { "- -", "2023-01-04", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LecternSchedule) schedule = new_schedule (cases[i].dates);

      g_assert_cmpuint (lectern_schedule_find_place (schedule, cases[i].date), ==, cases[i].place);
    }
}

static void
test_next (void)
{
  g_autoptr (LecternSchedule) schedule = new_schedule ("2023-01-04 2023-01-18 2023-01-11 2023-02-30 -");
  GDate today;
  guint position = 99;

  lectern_date_parse ("2023-01-05", &today);
  g_assert_true (lectern_schedule_find_next (schedule, &today, &position) ==
                 lectern_schedule_get_session (schedule, 2));
  g_assert_cmpuint (position, ==, 2);

  lectern_record_set_string (LECTERN_RECORD (lectern_schedule_get_session (schedule, 2)),
                             LECTERN_SESSION_STATUS, "cancelled");
  lectern_schedule_find_next (schedule, &today, &position);
  g_assert_cmpuint (position, ==, 1);

  lectern_record_set_string (LECTERN_RECORD (lectern_schedule_get_session (schedule, 1)),
                             LECTERN_SESSION_KIND, "break");
  g_assert_null (lectern_schedule_find_next (schedule, &today, NULL));

  lectern_date_parse ("2023-01-04", &today);
  lectern_schedule_find_next (schedule, &today, &position);
  g_assert_cmpuint (position, ==, 0);
}

static void
test_snapshot (void)
{
  g_autoptr (LecternSchedule) schedule = new_schedule ("2023-01-04 2023-01-11");
  g_autoptr (LecternSchedule) snapshot = lectern_schedule_snapshot (schedule);
  LecternSession *session = lectern_schedule_get_session (schedule, 0);

  lectern_record_set_string (LECTERN_RECORD (session), LECTERN_SESSION_DATE, "2024-01-01");

  g_assert_cmpuint (lectern_schedule_get_n_sessions (snapshot), ==, 2);
  g_assert_cmpstr (lectern_session_get_date (lectern_schedule_get_session (snapshot, 0)), ==, "2023-01-04");
}

static void
test_finalize (void)
{
  LecternSchedule *schedule = new_schedule ("2023-01-04 2023-01-11");
  LecternHead *head = NULL;

  g_object_get (schedule, "head", &head, NULL);
  g_assert_true (head == lectern_schedule_get_head (schedule));
  g_object_unref (head);

  g_assert_finalize_object (schedule);
}

void
add_schedule_tests (void)
{
  g_test_add_func ("/model/schedule/validator", test_validator);
  g_test_add_func ("/model/schedule/find", test_find);
  g_test_add_func ("/model/schedule/place", test_place);
  g_test_add_func ("/model/schedule/next", test_next);
  g_test_add_func ("/model/schedule/snapshot", test_snapshot);
  g_test_add_func ("/model/schedule/finalize", test_finalize);
}
