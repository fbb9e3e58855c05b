/* lectern-import-preview.c: what a page says, in groups of rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-import-preview.h"

#include <glib/gi18n-lib.h>

#include "lectern-dialog.h"
#include "lectern-text.h"

/* Enough to see whether the columns were understood. */
#define FIRST_SESSIONS 5

/* More rows than anyone reads. */
#define MOST_NOTES 50

static GtkWidget *
make_group (const char *title,
            const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *escaped_title = g_markup_escape_text (title, -1);
  g_autofree char *escaped = description != NULL ? g_markup_escape_text (description, -1) : NULL;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), escaped_title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), escaped);

  return group;
}

/**
 * lectern_import_preview_sum_up:
 * @import: what was read
 * @group: a group
 *
 * Says as the heading of a group how many rows there are, and what they are.
 */
void
lectern_import_preview_sum_up (LecternImport       *import,
                               AdwPreferencesGroup *group)
{
  guint n = lectern_schedule_get_n_sessions (import->schedule);
  guint n_kinds[LECTERN_KIND_UNKNOWN + 1] = { 0 };
  guint n_cancelled = 0;
  g_autofree char *title = g_strdup_printf (ngettext ("%u row found", "%u rows found", n), n);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      LecternSession *session = lectern_schedule_get_session (import->schedule, i);

      n_kinds[lectern_session_get_kind (session)]++;
      n_cancelled += lectern_session_get_cancelled (session);
    }

  lectern_dialog_append_count (text, ngettext ("%u session", "%u sessions",
                                               n_kinds[LECTERN_KIND_SESSION]),
                               n_kinds[LECTERN_KIND_SESSION]);
  lectern_dialog_append_count (text, ngettext ("%u break", "%u breaks", n_kinds[LECTERN_KIND_BREAK]),
                               n_kinds[LECTERN_KIND_BREAK]);
  lectern_dialog_append_count (text, ngettext ("%u announcement", "%u announcements",
                                               n_kinds[LECTERN_KIND_ANNOUNCEMENT]),
                               n_kinds[LECTERN_KIND_ANNOUNCEMENT]);
  lectern_dialog_append_count (text, ngettext ("%u of them cancelled", "%u of them cancelled",
                                               n_cancelled),
                               n_cancelled);
  if (text->len > 0)
    g_string_append (text, ". ");
  g_string_append (text, _("The page itself is not changed."));

  adw_preferences_group_set_title (group, title);
  adw_preferences_group_set_description (group, text->str);
}

/**
 * lectern_import_preview_sessions:
 * @import: what was read
 *
 * Shows the first sessions.
 *
 * Returns: (transfer floating): a group of rows
 */
GtkWidget *
lectern_import_preview_sessions (LecternImport *import)
{
  GtkWidget *group = make_group (_("First Rows"), NULL);
  guint n = lectern_schedule_get_n_sessions (import->schedule);

  for (guint i = 0; i < MIN (n, FIRST_SESSIONS); i++)
    {
      LecternSession *session = lectern_schedule_get_session (import->schedule, i);
      GListModel *resources = lectern_session_get_resources (session);
      g_auto (GStrv) parts = NULL;
      g_auto (GStrv) titles = lectern_text_titles (session, &parts);
      g_autofree char *date = lectern_text_session_date (session);
      g_autofree char *presenters = lectern_text_presenters (session);
      g_autoptr (GString) detail = g_string_new (date);

      if (*parts[0] != '\0')
        g_string_append_printf (detail, " · %s", parts[0]);
      if (presenters != NULL && *presenters != '\0')
        g_string_append_printf (detail, " · %s", presenters);
      for (guint k = 0; k < g_list_model_get_n_items (resources); k++)
        {
          g_autoptr (LecternRecord) resource = g_list_model_get_item (resources, k);
          g_autofree char *name = lectern_text_target_name (resource);

          g_string_append_printf (detail, " · %s", name);
        }
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                                 lectern_dialog_make_row (titles[0], detail->str, NULL));
    }
  if (n > FIRST_SESSIONS)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               lectern_dialog_make_more (n - FIRST_SESSIONS));

  return group;
}

/**
 * lectern_import_preview_dates:
 * @import: what was read
 *
 * Says how many dates were understood, and from when to when they are.
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
lectern_import_preview_dates (LecternImport *import)
{
  guint n = lectern_schedule_get_n_sessions (import->schedule);
  guint n_dates = 0;
  g_autofree char *text = NULL;
  g_autofree char *detail = NULL;
  GDate first, last;

  g_date_clear (&first, 1);
  g_date_clear (&last, 1);
  for (guint i = 0; i < n; i++)
    {
      GDate date;

      if (!lectern_session_get_gdate (lectern_schedule_get_session (import->schedule, i), &date))
        continue;
      if (n_dates == 0 || g_date_compare (&date, &first) < 0)
        first = date;
      if (n_dates == 0 || g_date_compare (&date, &last) > 0)
        last = date;
      n_dates++;
    }

  if (n_dates > 0)
    {
      g_autofree char *from = lectern_text_short_date (&first);
      g_autofree char *to = lectern_text_short_date (&last);

      /* Translators: the first and the last date of a schedule. */
      detail = g_strdup_printf (_("%s to %s"), from, to);
    }
  if (n_dates == n)
    text = g_strdup_printf (ngettext ("%u date understood", "All %u dates understood", n), n);
  else
    /* Translators: the first number is never larger than the second. */
    text = g_strdup_printf (ngettext ("%u of %u date understood", "%u of %u dates understood", n),
                            n_dates, n);

  return lectern_dialog_make_row (text, detail, n_dates == n ? "object-select-symbolic"
                                                             : "dialog-warning-symbolic");
}

/**
 * lectern_import_preview_notes:
 * @import: what was read
 * @kind: inferred, or left
 *
 * Lists what there is to say about the page.
 *
 * Returns: (transfer floating) (nullable): a group of rows, %NULL if there is
 *   nothing to say
 */
GtkWidget *
lectern_import_preview_notes (LecternImport       *import,
                              LecternPageNoteKind  kind)
{
  GPtrArray *notes = import->report->notes;
  GtkWidget *group;
  guint n = 0;

  group = kind == LECTERN_PAGE_NOTE_INFERRED
            ? make_group (_("Worked Out From the Page"), _("Each of these can be changed later"))
            : make_group (_("Not Understood"), _("Nothing of it is lost"));
  for (guint i = 0; i < notes->len; i++)
    {
      const LecternPageNote *note = g_ptr_array_index (notes, i);
      g_autofree char *line = NULL;

      if (note->kind != kind || ++n > MOST_NOTES)
        continue;
      if (note->line > 0)
        line = g_strdup_printf (_("Line %u"), note->line);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                                 lectern_dialog_make_row (note->text, line,
                                                          kind == LECTERN_PAGE_NOTE_INFERRED
                                                            ? NULL : "dialog-warning-symbolic"));
    }
  if (n > MOST_NOTES)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), lectern_dialog_make_more (n - MOST_NOTES));
  if (n > 0)
    return group;

  g_object_ref_sink (group);
  g_object_unref (group);

  return NULL;
}
