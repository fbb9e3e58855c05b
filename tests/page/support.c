/* support.c: what the tests of the page share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "lectern-edit-value.h"
#include "lectern-json.h"
#include "tests.h"

GBytes *
load_page (const char *name)
{
  g_autofree char *path = g_build_filename (PAGE_FOLDER, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (text, length);
}

GBytes *
page_from (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

LecternSchedule *
import_page (GBytes             *page,
             LecternPageReport **report)
{
  g_autoptr (GError) error = NULL;
  LecternSchedule *schedule = lectern_page_import (page, NULL, report, &error);

  g_assert_no_error (error);

  return schedule;
}

/* Through JSON written afresh, so that no trace of the page can help. */
LecternSchedule *
fresh_copy (LecternSchedule *schedule,
            gboolean         ids)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  LecternSchedule *copy;
  guint i;

  for (i = 0; !ids && i < lectern_schedule_get_n_sessions (schedule); i++)
    lectern_record_set_string (LECTERN_RECORD (lectern_schedule_get_session (schedule, i)), LECTERN_SESSION_ID, NULL);
  bytes = lectern_json_write (schedule, NULL, &error);
  g_assert_no_error (error);
  copy = lectern_json_read (bytes, &error);
  g_assert_no_error (error);

  return copy;
}

GBytes *
publish_page (GBytes             *page,
              LecternSchedule    *schedule,
              LecternPageReport **report)
{
  g_autoptr (GError) error = NULL;
  GBytes *published = lectern_page_publish (page, schedule, NULL, report, &error);

  g_assert_no_error (error);

  return published;
}

/* How many lines differ; as many lines on both sides. */
guint
count_changed (GBytes *before,
               GBytes *after)
{
  g_autofree char *one = g_strndup (g_bytes_get_data (before, NULL), g_bytes_get_size (before));
  g_autofree char *two = g_strndup (g_bytes_get_data (after, NULL), g_bytes_get_size (after));
  g_auto (GStrv) old = g_strsplit (one, "\n", -1);
  g_auto (GStrv) new = g_strsplit (two, "\n", -1);
  guint n = 0;
  guint i;

  g_assert_cmpuint (g_strv_length (old), ==, g_strv_length (new));
  for (i = 0; old[i] != NULL; i++)
    n += strcmp (old[i], new[i]) != 0;

  return n;
}

void
assert_same_bytes (GBytes *one,
                   GBytes *other)
{
  g_autofree char *first = g_strndup (g_bytes_get_data (one, NULL), g_bytes_get_size (one));
  g_autofree char *second = g_strndup (g_bytes_get_data (other, NULL), g_bytes_get_size (other));

  g_assert_cmpstr (first, ==, second);
  g_assert_cmpuint (g_bytes_get_size (one), ==, g_bytes_get_size (other));
}

/* How many sessions stand on the line of one of them. */
guint
n_of_line (LecternPageReport *report,
           guint              session)
{
  guint line = g_array_index (report->places, LecternPagePlace, session).line;
  guint n = 0;
  guint i;

  for (i = 0; i < report->places->len; i++)
    n += g_array_index (report->places, LecternPagePlace, i).line == line;

  return n;
}

void
set_member (LecternSession *session,
            const char     *path,
            const char     *value)
{
  g_autoptr (GError) error = NULL;

  lectern_edit_set_path (LECTERN_RECORD (session), path, value, NULL, &error);
  g_assert_no_error (error);
}

static void
describe_text (GString    *out,
               const char *name,
               const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text != NULL ? text : "", " \t\r\n", -1);
  gboolean any = FALSE;
  guint i;

  for (i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      {
        g_string_append_printf (out, "%s%s", any ? " " : name, words[i]);
        any = TRUE;
      }
  if (any)
    g_string_append_c (out, '\n');
}

/* An address is the same however it is escaped.  What cannot stand by itself
 * has its last part for a text, if it has none. */
static void
describe_link (GString    *out,
               const char *name,
               const char *text,
               const char *url)
{
  g_autofree char *plain = url != NULL ? g_uri_unescape_string (url, NULL) : NULL;

  if (text == NULL && url != NULL && !g_str_has_prefix (url, "http"))
    text = strrchr (url, '/') != NULL && strrchr (url, '/')[1] != '\0' ? strrchr (url, '/') + 1 : url;
  describe_text (out, name, text);
  describe_text (out, "url ", plain != NULL ? plain : url);
}

/* What leads nowhere is no resource. */
static gboolean
has_links (LecternSession *session)
{
  GListModel *resources = lectern_session_get_resources (session);
  guint i;

  for (i = 0; i < g_list_model_get_n_items (resources); i++)
    {
      g_autoptr (LecternResource) resource = g_list_model_get_item (resources, i);

      if (lectern_resource_get_url (resource) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* What any page has columns for. */
static void
describe_basics (GString        *out,
                 LecternSession *session)
{
  GListModel *papers = lectern_session_get_papers (session);
  GVariant *extra = lectern_session_get_extra (session);
  g_autofree char *more = extra != NULL ? g_variant_print (extra, FALSE) : NULL;
  guint i;

  describe_text (out, "date ", lectern_session_get_date (session));
  describe_text (out, "words ", lectern_session_get_date_text (session));
  describe_text (out, "title ", lectern_session_get_title (session));
  for (i = 0; i < g_list_model_get_n_items (papers); i++)
    {
      g_autoptr (LecternPaper) paper = g_list_model_get_item (papers, i);

      describe_link (out, "title ", lectern_paper_get_title (paper), lectern_paper_get_url (paper));
      describe_text (out, "part ", lectern_paper_get_part (paper));
    }
  if (lectern_session_get_cancelled (session))
    {
      g_string_append (out, "cancelled\n");
      describe_text (out, "reason ", lectern_session_get_reason (session));
    }
  /* Words beside links stay on the page, and are nothing more. */
  if (!has_links (session))
    describe_text (out, "extra ", more);
}

/* What a page could say of a session, a line for each thing: white space is
 * one space, and whether something is a session's title or its only paper's
 * is no matter.  Or only what any page has columns for. */
char *
describe_session (LecternSession *session,
                  gboolean        basics)
{
  const char * const *names = lectern_session_get_presenters (session);
  GListModel *resources = lectern_session_get_resources (session);
  GString *out = g_string_new (NULL);
  guint i;

  describe_basics (out, session);
  if (basics)
    return g_string_free (out, FALSE);

  for (; names != NULL && *names != NULL; names++)
    describe_text (out, "name ", *names);
  for (i = 0; i < g_list_model_get_n_items (resources); i++)
    {
      g_autoptr (LecternResource) resource = g_list_model_get_item (resources, i);

      if (lectern_resource_get_url (resource) != NULL)
        describe_link (out, "label ", lectern_resource_get_label (resource), lectern_resource_get_url (resource));
    }
  describe_text (out, "time ", lectern_session_get_time (session));
  describe_text (out, "note ", lectern_session_get_note (session));
  describe_text (out, "place ", lectern_session_get_location (session));

  return g_string_free (out, FALSE);
}

void
assert_published (const char      *page_text,
                  LecternSchedule *schedule,
                  const char      *wanted)
{
  g_autoptr (GBytes) page = page_from (page_text);
  g_autoptr (GBytes) published = publish_page (page, schedule, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (published, NULL), g_bytes_get_size (published));

  g_assert_cmpstr (text, ==, wanted);
}
