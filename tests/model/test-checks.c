/* test-checks.c: each warning is given, where it belongs, and no other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tests.h"

#include "lectern-checks.h"
#include "lectern-edit.h"

static LecternResource *
add_resource (LecternSession *session,
              const char     *label,
              const char     *file,
              const char     *url,
              gboolean        primary)
{
  g_autoptr (LecternResource) resource = lectern_resource_new ();
  LecternRecord *record = LECTERN_RECORD (resource);

  lectern_record_set_string (record, LECTERN_RESOURCE_LABEL, label);
  lectern_record_set_string (record, LECTERN_RESOURCE_FILE, file);
  lectern_record_set_string (record, LECTERN_RESOURCE_URL, url);
  lectern_record_set_boolean (record, LECTERN_RESOURCE_PRIMARY, primary);
  g_list_store_append (G_LIST_STORE (lectern_session_get_resources (session)), resource);

  return resource;
}

static char *
codes (LecternSession *session)
{
  g_autoptr (GPtrArray) warnings = lectern_checks_session (session);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < warnings->len; i++)
    {
      LecternWarning *warning = g_ptr_array_index (warnings, i);

      g_assert_cmpuint (warning->key, ==, lectern_session_get_key (session));
      g_assert_cmpuint (strlen (warning->text), >, 10);
      g_string_append_printf (text, "%s%s@%s", i > 0 ? " " : "", warning->code, warning->path);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_codes (LecternSession *session,
              const char     *expected)
{
  g_autofree char *found = codes (session);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_session (void)
{
  g_autoptr (LecternSession) session = lectern_session_new ();
  LecternRecord *record = LECTERN_RECORD (session);
  const char *ignore[] = { "invalid-time", NULL };

  assert_codes (session, "");

  lectern_record_set_string (record, LECTERN_SESSION_DATE, "2023-02-30");
  lectern_record_set_string (record, LECTERN_SESSION_TIME, "noon");
  assert_codes (session, "invalid-date@date invalid-time@time");

  lectern_record_set_strings (record, LECTERN_SESSION_IGNORE, ignore);
  assert_codes (session, "invalid-date@date");

  lectern_record_set_string (record, LECTERN_SESSION_DATE, "4 Jan");
  lectern_record_set_string (record, LECTERN_SESSION_KIND, "party");
  lectern_record_set_string (record, LECTERN_SESSION_STATUS, "maybe");
  assert_codes (session, "invalid-date@date unknown-kind@kind unknown-status@status");
}

static void
test_resources (void)
{
  g_autoptr (LecternSession) session = lectern_session_new ();
  g_autoptr (LecternPaper) paper = lectern_paper_new ();

  add_resource (session, "Fine", "a.pdf", NULL, TRUE);
  assert_codes (session, "");

  add_resource (session, "None", NULL, NULL, FALSE);
  add_resource (session, "Both", "a.pdf", "https://example.org/", TRUE);
  add_resource (session, "Bad", NULL, "javascript:x", FALSE);
  lectern_record_set_string (LECTERN_RECORD (paper), LECTERN_PAPER_URL, "example.org");
  g_list_store_append (G_LIST_STORE (lectern_session_get_papers (session)), paper);

  assert_codes (session,
                "invalid-url@papers[0].url resource-target@resources[1] "
                "resource-target@resources[2] several-primary@resources[2].primary "
                "invalid-url@resources[3].url");
}

static void
test_ids (void)
{
  g_autoptr (LecternSchedule) schedule = lectern_schedule_new ();
  g_autoptr (LecternHistory) history = lectern_history_new (schedule);
  const char *assignments[] = { "id=same", NULL };
  const char *no_id[] = { "id=", NULL };
  LecternChecksOptions options = { 0 };
  g_autoptr (GPtrArray) warnings = NULL;
  LecternWarning *warning;
  LecternSession *second;

  g_date_clear (&options.today, 1);
  g_date_set_dmy (&options.today, 4, 1, 2023);
  lectern_edit_add (history, assignments, NULL);
  second = lectern_edit_add (history, assignments, NULL);
  lectern_edit_add (history, no_id, NULL);
  lectern_edit_add (history, no_id, NULL);

  warnings = lectern_checks_run (schedule, &options);
  g_assert_cmpuint (warnings->len, ==, 1);
  warning = g_ptr_array_index (warnings, 0);
  g_assert_cmpstr (warning->code, ==, "repeated-id");
  g_assert_cmpuint (warning->key, ==, lectern_session_get_key (second));
}

void
add_checks_tests (void)
{
  g_test_add_func ("/model/checks/session", test_session);
  g_test_add_func ("/model/checks/resources", test_resources);
  g_test_add_func ("/model/checks/ids", test_ids);
}
