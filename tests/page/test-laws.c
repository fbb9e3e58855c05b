/* test-laws.c: what holds for every page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "lectern-edit-value.h"
#include "lectern-page-scan.h"
#include "tests.h"

#define SEED 20221026

/* How many cells the header has above a row that GitHub sees. */
static guint
n_shown (LecternPage *page,
         guint        line)
{
  guint table = page->gfm[line].table;

  while (line > 0 && page->gfm[line - 1].table == table)
    line--;

  return page->gfm[line].cells;
}

/* In each renderer in which a line was a row it still is one, and as many of
 * its cells are shown. */
static void
check_rows (GBytes *before,
            GBytes *after)
{
  g_autoptr (LecternPage) old = lectern_page_scan (before, NULL);
  g_autoptr (LecternPage) new = lectern_page_scan (after, NULL);
  guint i;

  g_assert_cmpuint (old->lines->len, ==, new->lines->len);
  for (i = 0; i < old->lines->len; i++)
    {
      g_assert_cmpint (old->gfm[i].part, ==, new->gfm[i].part);
      g_assert_cmpint (old->kramdown[i].part, ==, new->kramdown[i].part);
      g_assert_cmpuint (MIN (old->gfm[i].cells, n_shown (old, i)), <=, new->gfm[i].cells);
      g_assert_cmpuint (old->kramdown[i].cells, <=, new->kramdown[i].cells);
      if (old->gfm[i].table == 0 && old->kramdown[i].table == 0)
        {
          LecternPageLine *one = lectern_page_line (old, i);
          LecternPageLine *two = lectern_page_line (new, i);

          g_assert_cmpmem (old->text + one->start, one->next - one->start,
                           new->text + two->start, two->next - two->start);
        }
    }
}

static void
check_identity (GBytes *page)
{
  g_autoptr (LecternSchedule) schedule = import_page (page, NULL);
  g_autoptr (LecternSchedule) with_ids = fresh_copy (schedule, TRUE);
  g_autoptr (LecternSchedule) without = fresh_copy (schedule, FALSE);
  g_autoptr (GBytes) one = publish_page (page, with_ids, NULL);
  g_autoptr (GBytes) two = publish_page (page, without, NULL);

  assert_same_bytes (page, one);
  assert_same_bytes (page, two);
}

static guint
n_notes (LecternPageReport  *report,
         LecternPageNoteKind kind)
{
  guint n = 0;
  guint i;

  for (i = 0; i < report->notes->len; i++)
    n += ((LecternPageNote *) g_ptr_array_index (report->notes, i))->kind == kind;

  return n;
}

/* Whether a line of the page is another now. */
static gboolean
line_changed (GBytes *before,
              GBytes *after,
              guint   line)
{
  g_autofree char *one = g_strndup (g_bytes_get_data (before, NULL), g_bytes_get_size (before));
  g_autofree char *two = g_strndup (g_bytes_get_data (after, NULL), g_bytes_get_size (after));
  g_auto (GStrv) old = g_strsplit (one, "\n", -1);
  g_auto (GStrv) new = g_strsplit (two, "\n", -1);

  return strcmp (old[line - 1], new[line - 1]) != 0;
}

/* A page that is read for the first time says what the schedule says that was
 * put into it, apart from what it has no column for. */
static void
check_meaning (GBytes          *page,
               LecternSchedule *schedule,
               gboolean         basics)
{
  g_autoptr (LecternSchedule) read = import_page (page, NULL);
  guint n = lectern_schedule_get_n_sessions (schedule);
  guint i;

  g_assert_cmpuint (lectern_schedule_get_n_sessions (read), ==, n);
  for (i = 0; i < n; i++)
    {
      g_autofree char *wanted = describe_session (lectern_schedule_get_session (schedule, i), basics);
      g_autofree char *found = describe_session (lectern_schedule_get_session (read, i), basics);

      g_assert_cmpstr (found, ==, wanted);
    }
}

/* Whether the row below has its date from a session's row. */
static gboolean
is_leaned_on (LecternPageReport *places,
              guint              which)
{
  guint line = which + 1 < places->places->len
               ? g_array_index (places->places, LecternPagePlace, which + 1).line : 0;
  guint i;

  for (i = 0; i < places->notes->len && line > 0; i++)
    {
      LecternPageNote *note = g_ptr_array_index (places->notes, i);

      if (note->line == line && strstr (note->text, "row above") != NULL)
        return TRUE;
    }

  return FALSE;
}

/* One member of one session: its line changes and no other, and reading the
 * page again gives the new value; or it is refused, and nothing changes.
 * Returns whether it was written; what cannot be set is not. */
static gboolean
check_edit (GBytes     *page,
            guint       which,
            const char *path,
            const char *value,
            gboolean    ids)
{
  g_autoptr (LecternPageReport) places = NULL;
  g_autoptr (LecternSchedule) schedule = import_page (page, &places);
  LecternSession *session = lectern_schedule_get_session (schedule, which);
  g_autofree char *before = describe_session (session, FALSE);
  g_autofree char *now = NULL;
  g_autoptr (LecternSchedule) again = NULL;
  g_autoptr (LecternPageReport) report = NULL;
  g_autoptr (GBytes) published = NULL;
  g_autoptr (GBytes) twice = NULL;
  guint n;

  if (!lectern_edit_set_path (LECTERN_RECORD (session), path, value, NULL, NULL))
    return FALSE;
  g_test_message ("session %u, %s=%s", which, path, value);
  now = describe_session (session, FALSE);
  again = fresh_copy (schedule, ids);
  published = publish_page (page, again, &report);
  n = count_changed (page, published);
  check_rows (page, published);
  if (n_notes (report, LECTERN_PAGE_NOTE_REFUSED) > 0 || n == 0)
    {
      if (n > 0)
        g_test_message ("session %u, %s=%s:\n%.*s", which, path, value, (int) g_bytes_get_size (published),
                        (const char *) g_bytes_get_data (published, NULL));
      g_assert_cmpuint (n, ==, 0);
      if (n_notes (report, LECTERN_PAGE_NOTE_REFUSED) == 0 && n_notes (report, LECTERN_PAGE_NOTE_PRIVATE) == 0)
        g_assert_cmpstr (before, ==, now);
      return FALSE;
    }
  if (n_of_line (places, which) == 1)
    g_assert_cmpuint (n, ==, g_str_has_prefix (path, "date") && is_leaned_on (places, which) && n > 1 ? 2 : 1);
  g_assert_true (line_changed (page, published, g_array_index (places->places, LecternPagePlace, which).line));

  /* It says what the schedule says now. */
  twice = publish_page (published, again, NULL);
  assert_same_bytes (published, twice);
  if (n_notes (report, LECTERN_PAGE_NOTE_INFERRED) == 0)
    check_meaning (published, again, n_notes (report, LECTERN_PAGE_NOTE_PRIVATE) > 0);

  return TRUE;
}

static const char * const texts[] = {
  "New title", "A | B", "*not bold* `nor code` [nor](link)", "{{ nor }} {% liquid %} {: .c}", "<b>&amp;</b> ~~x~~ $y$",
  "back\\slash\\", "https://example.org/ in a title", "1. Intro", "# 3", "- dash", "_a_ __b__", "图 | Ü",
  "`", "``|``", "|", "\\|", "~ x", "==", "Ends in (", "> quote",
};

/* What else a session may have, and what to make of it. */
static const struct
{
  const char *path;
  const char *value;
} others[] = {
  { "presenters[0]", "Ann | Bob" },
  { "presenters[0]", "" },
  { "papers[0].url", "https://example.org/a_(b)?q=1&r=%7C#c" },
  { "papers[0].url", "" },
  { "papers[0].part", "Chapter 3 | *4*" },
  { "papers[0].part", "" },
  { "papers[0].title", "" },
  { "papers[0]", "" },
  { "resources[0].label", "New | *label*" },
  { "resources[0].url", "https://example.org/new.pdf" },
  { "resources[0]", "" },
  { "status", "cancelled" },
  { "status", "" },
  { "reason", "snow | *ice*" },
  { "time", "09:05" },
  { "note", "A | note" },
  { "dateText", "Some | day" },
  { "date", "" },
};

/* Tries a title, a date and one of the rest, or all of it, for one session in
 * so many; returns how many were written. */
static guint
check_edits (GBytes  *page,
             guint    step,
             guint    start,
             gboolean all)
{
  g_autoptr (LecternSchedule) schedule = import_page (page, NULL);
  guint n = lectern_schedule_get_n_sessions (schedule);
  guint written = 0;
  guint i;

  for (i = start; i < n; i += step)
    {
      LecternSession *session = lectern_schedule_get_session (schedule, i);
      gboolean named = lectern_session_get_kind (session) != LECTERN_KIND_SESSION;
      guint n_others = all ? G_N_ELEMENTS (others) : 1;
      guint k;

      written += check_edit (page, i, named ? "title" : "papers[0].title", texts[(i * 7 + start) % G_N_ELEMENTS (texts)], FALSE);
      written += check_edit (page, i, "date", "2021-11-13", TRUE);
      for (k = 0; k < n_others; k++)
        {
          guint other = (i * 5 + start + k) % G_N_ELEMENTS (others);

          written += check_edit (page, i, others[other].path, others[other].value, FALSE);
        }
    }

  return written;
}

/* Under the sanitizers all takes ten times as long; there it is enough that each
 * kind of thing happens. */
static gboolean
is_sanitized (void)
{
  return g_getenv ("LECTERN_SANITIZED") != NULL;
}

static void
test_fixtures (void)
{
  g_autoptr (GDir) folder = g_dir_open (PAGE_FOLDER, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autoptr (GBytes) page = load_page (name);

      g_test_message ("%s", name);
      check_identity (page);
      g_assert_cmpuint (check_edits (page, 1, 0, !is_sanitized ()), >, 0);
      n++;
    }
  g_assert_cmpuint (n, >=, 16);
}

static void
test_generated (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  const char *full = g_getenv ("LECTERN_TEST_FULL");
  guint usual = is_sanitized () ? 400 : 2000;
  guint n = full != NULL && (strcmp (full, "1") == 0 || strcmp (full, "yes") == 0) ? 10000 : usual;
  guint n_tables = 0;
  guint written = 0;
  guint i;

  for (i = 0; i < n; i++)
    {
      g_autofree char *text = random_page (rand);
      g_autoptr (GBytes) page = page_from (text);
      g_autoptr (LecternSchedule) schedule = lectern_page_import (page, NULL, NULL, NULL);

      if (schedule == NULL)
        continue;
      g_test_message ("page %u", i);
      n_tables++;
      check_identity (page);
      written += check_edits (page, 5, i % 5, FALSE);
    }
  /* Most pages are read, and most changes are made. */
  g_assert_cmpuint (n_tables, >, n * 9 / 10);
  g_assert_cmpuint (written, >, n_tables);
}

static void
test_corpus (void)
{
  const char *given = g_getenv ("LECTERN_CORPUS");
  g_autofree char *beside = g_build_filename (PAGE_FOLDER, "..", "..", "..", "..", "shared", "corpus", NULL);
  const char *path = given != NULL ? given : beside;
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;
  guint n = 0;

  if (folder == NULL)
    {
      g_test_skip ("there are no pages of other groups here");
      return;
    }

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      g_autoptr (LecternSchedule) schedule = NULL;
      g_autoptr (GBytes) page = NULL;
      char *text;
      gsize length;

      if (!g_str_has_suffix (name, ".md") || !g_file_get_contents (file, &text, &length, NULL))
        continue;
      page = g_bytes_new_take (text, length);
      schedule = lectern_page_import (page, NULL, NULL, NULL);
      if (schedule == NULL)
        continue;
      g_test_message ("%s", name);
      check_identity (page);
      g_assert_cmpuint (check_edits (page, 7, 0, !is_sanitized ()), >, 0);
      n++;
    }
  g_assert_cmpuint (n, >, 0);
}

void
add_law_tests (void)
{
  g_test_add_func ("/page/laws/fixtures", test_fixtures);
  g_test_add_func ("/page/laws/generated", test_generated);
  g_test_add_func ("/page/laws/corpus", test_corpus);
}
