/* lectern-publish-preview.c: what of a page changes, in groups of rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-publish-preview.h"

#include <glib/gi18n-lib.h>

#include "lectern-date.h"
#include "lectern-dialog.h"
#include "lectern-words.h"

/* More rows than anyone reads; the heading counts them all. */
/* And this many names are not too many for a message. */
#define MOST_NAMES 12
#define MOST_ROWS 100

/**
 * lectern_publish_preview_done:
 * @publication: what was written
 *
 * Says what was done, and what remains to be done.
 *
 * Returns: (transfer full): a sentence or two
 */
char *
lectern_publish_preview_done (LecternPublication *publication)
{
  const LecternPageReport *report = publication->report;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *name = lectern_publication_dup_name (publication);

  lectern_dialog_append_count (text, ngettext ("%u row changed", "%u rows changed",
                                               report->n_changed),
                               report->n_changed);
  lectern_dialog_append_count (text, ngettext ("%u row added", "%u rows added",
                                               report->n_added),
                               report->n_added);
  lectern_dialog_append_count (text, ngettext ("%u row removed", "%u rows removed",
                                               report->n_removed),
                               report->n_removed);

  /* Translators: first what was done, such as “2 rows changed”, then the name
   * of a file. */
  return g_strdup_printf (_("%s in %s. Commit and push to put them online"), text->str, name);
}

/**
 * lectern_publish_preview_count:
 * @publication: what would be written
 *
 * Counts the rows that change.
 *
 * Returns: (transfer full): such as “2 rows change, 1 row is added”
 */
char *
lectern_publish_preview_count (LecternPublication *publication)
{
  const LecternPageReport *report = publication->report;
  GString *text = g_string_new (NULL);

  lectern_dialog_append_count (text, ngettext ("%u row changes", "%u rows change",
                                               report->n_changed),
                               report->n_changed);
  lectern_dialog_append_count (text, ngettext ("%u row is added", "%u rows are added",
                                               report->n_added),
                               report->n_added);
  lectern_dialog_append_count (text, ngettext ("%u row is removed", "%u rows are removed",
                                               report->n_removed),
                               report->n_removed);
  if (text->len == 0)
    g_string_append (text, _("Nothing changes"));

  return g_string_free (text, FALSE);
}

/* A line as it is to be read: cells may be padded with any number of spaces. */
static char *
make_readable (const char *line)
{
  g_autofree char *valid = g_utf8_make_valid (line, -1);
  GString *text = g_string_new (NULL);
  guint n_spaces = 0;

  g_strchomp (valid);
  for (const char *p = valid; *p != '\0'; p++)
    {
      n_spaces = *p == ' ' ? n_spaces + 1 : 0;
      if (n_spaces <= 2)
        g_string_append_c (text, *p);
    }

  return g_string_free (text, FALSE);
}

/* What is new is underlined and bold, since nothing may depend on colour
 * alone. */
static PangoAttrList *
make_marks (const char *line,
            const char *other)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  g_autoptr (GArray) words = lectern_page_diff_words (line, other);

  for (guint i = 0; i < words->len; i++)
    {
      const LecternPageWords *piece = &g_array_index (words, LecternPageWords, i);
      PangoAttribute *marks[] = { pango_attr_weight_new (PANGO_WEIGHT_BOLD),
                                  pango_attr_underline_new (PANGO_UNDERLINE_SINGLE) };

      for (guint k = 0; k < G_N_ELEMENTS (marks); k++)
        {
          marks[k]->start_index = piece->start;
          marks[k]->end_index = piece->end;
          pango_attr_list_insert (attributes, marks[k]);
        }
    }

  return attributes;
}

static GtkWidget *
make_line (const char *mark,
           const char *line,
           const char *other,
           const char *css_class)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *sign = gtk_label_new (mark);
  GtkWidget *label = gtk_label_new (line);

  if (other != NULL)
    {
      g_autoptr (PangoAttrList) marks = make_marks (line, other);

      gtk_label_set_attributes (GTK_LABEL (label), marks);
    }

  gtk_widget_set_valign (sign, GTK_ALIGN_START);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  /* Markdown is written from left to right, whatever the window is. */
  gtk_widget_set_direction (box, GTK_TEXT_DIR_LTR);
  gtk_widget_set_direction (label, GTK_TEXT_DIR_LTR);
  gtk_widget_add_css_class (box, "diff");
  gtk_widget_add_css_class (box, css_class);
  gtk_box_append (GTK_BOX (box), sign);
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

static const LecternPageRowNote *
find_row (LecternPublication *publication,
          guint               line,
          gboolean            removed)
{
  GPtrArray *rows = publication->report->rows;

  for (guint i = 0; i < rows->len; i++)
    {
      const LecternPageRowNote *row = g_ptr_array_index (rows, i);

      if (row->line == line && row->removed == removed)
        return row;
    }

  return NULL;
}

/* What happens to a row: by its session's day, or by its line. */
static char *
make_change_title (const LecternPageRowNote *row,
                   guint                     line,
                   gboolean                  added,
                   gboolean                  removed)
{
  g_autofree char *day = NULL;
  GDate date;

  if (row != NULL && row->date != NULL && lectern_date_parse (row->date, &date))
    day = lectern_words_date (&date);
  else
    day = g_strdup_printf (_("Line %u"), line);

  /* Translators: a day, or a line of the page. */
  if (added)
    return g_strdup_printf (_("%s: added"), day);
  if (removed)
    return g_strdup_printf (_("%s: removed"), day);
  if (row == NULL || row->columns == NULL || *row->columns == '\0')
    return g_strdup_printf (_("%s: changed"), day);

  /* Translators: a day, and the columns of a table that change there. */
  return g_strdup_printf (_("%s: %s"), day, row->columns);
}

static GtkWidget *
make_change (LecternPublication *publication,
             guint               line,
             const char         *old,
             const char         *new)
{
  g_autofree char *before = old != NULL ? make_readable (old) : NULL;
  g_autofree char *after = new != NULL ? make_readable (new) : NULL;
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label;
  g_autofree char *title = make_change_title (find_row (publication, line, new == NULL), line, old == NULL, new == NULL);
  g_autofree char *sentence = NULL;

  label = gtk_label_new (title);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "diff-title");
  gtk_box_append (GTK_BOX (box), label);
  if (before != NULL)
    gtk_box_append (GTK_BOX (box), make_line ("−", before, after, "old"));
  if (after != NULL)
    gtk_box_append (GTK_BOX (box), make_line ("+", after, before, "new"));

  if (before != NULL && after != NULL)
    /* Translators: what has changed in a row: its name, what it was and what
     * it will be. */
    sentence = g_strdup_printf (_("%s, from %s to %s"), title, before, after);
  else
    sentence = g_strdup_printf (_("%s, %s"), title, before != NULL ? before : after);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);

  return row;
}

/**
 * lectern_publish_preview_changes:
 * @publication: what would be written
 *
 * Says how much changes, and shows each line that does, before and after.
 *
 * Returns: (transfer floating): a group of rows
 */
GtkWidget *
lectern_publish_preview_changes (LecternPublication *publication)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autofree char *title = lectern_publish_preview_count (publication);
  guint n = 0;

  adw_preferences_group_set_title (group, title);
  lectern_dialog_wrap_title (GTK_WIDGET (group));
  adw_preferences_group_set_description (group,
                                         publication->changes->len > 0
                                           ? _("All other rows, and everything around the table, stay as they are to the byte.")
                                           : _("The page says what the schedule says already."));
  for (guint i = 0; i < publication->changes->len; i++)
    {
      const LecternPageChange *change = g_ptr_array_index (publication->changes, i);
      g_autoptr (GArray) pairs = lectern_page_diff_pair (change);

      for (guint k = 0; k < pairs->len; k++)
        {
          const LecternPagePair *pair = &g_array_index (pairs, LecternPagePair, k);
          guint line = pair->after >= 0 ? change->new_line + pair->after
                                        : change->old_line + pair->before;

          if (++n <= MOST_ROWS)
            adw_preferences_group_add (group,
                                       make_change (publication, line,
                                                    pair->before >= 0 ? change->before[pair->before] : NULL,
                                                    pair->after >= 0 ? change->after[pair->after] : NULL));
        }
    }
  if (n > MOST_ROWS)
    adw_preferences_group_add (group, lectern_dialog_make_more (n - MOST_ROWS));

  return GTK_WIDGET (group);
}

/**
 * lectern_publish_preview_notes:
 * @publication: what would be written
 * @kind: refused, or private
 *
 * Lists what the page will not say.
 *
 * Returns: (transfer floating) (nullable): a group of rows, %NULL if there
 *   are none
 */
GtkWidget *
lectern_publish_preview_notes (LecternPublication  *publication,
                               LecternPageNoteKind  kind)
{
  GPtrArray *notes = publication->report->notes;
  GtkWidget *group = NULL;
  guint n = 0;

  for (guint i = 0; i < notes->len; i++)
    {
      const LecternPageNote *note = g_ptr_array_index (notes, i);
      g_autofree char *line = NULL;

      /* What the page no longer tells by itself is not on it either. */
      if ((note->kind != kind && !(kind == LECTERN_PAGE_NOTE_PRIVATE && note->kind == LECTERN_PAGE_NOTE_INFERRED)) ||
          ++n > MOST_ROWS)
        continue;
      if (group == NULL)
        {
          group = adw_preferences_group_new ();
          adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group),
                                           kind == LECTERN_PAGE_NOTE_REFUSED ? _("Cannot Be Written")
                                                                             : _("Not on the Page"));
        }
      if (note->line > 0)
        line = g_strdup_printf (_("Line %u"), note->line);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                                 lectern_dialog_make_row (note->text, line,
                                                          kind == LECTERN_PAGE_NOTE_REFUSED
                                                            ? "dialog-warning-symbolic" : NULL));
    }
  if (n > MOST_ROWS)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), lectern_dialog_make_more (n - MOST_ROWS));

  return group;
}

/**
 * lectern_publish_preview_files:
 * @publication: what would be written
 *
 * Lists the files that have to go online with the page.
 *
 * Returns: (transfer floating) (nullable): a group of rows, %NULL if there
 *   are none
 */
GtkWidget *
lectern_publish_preview_files (LecternPublication *publication)
{
  GPtrArray *files = publication->new_files;
  GtkWidget *group;

  if (files->len == 0)
    return NULL;

  group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("New Files"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _("Commit them with the page"));
  for (guint i = 0; i < MIN (files->len, MOST_ROWS); i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               lectern_dialog_make_row (g_ptr_array_index (files, i), NULL, NULL));
  if (files->len > MOST_ROWS)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               lectern_dialog_make_more (files->len - MOST_ROWS));

  return group;
}

/**
 * lectern_publish_preview_dup_files:
 * @publication: what was written
 *
 * Names the files that have to go online with the page.
 *
 * Returns: (transfer full) (nullable): a line each, the last of which may count
 *   the rest; %NULL if there are none
 */
char *
lectern_publish_preview_dup_files (LecternPublication *publication)
{
  GPtrArray *files = publication->new_files;
  GString *lines;

  if (files->len == 0)
    return NULL;

  lines = g_string_new (NULL);
  for (guint i = 0; i < MIN (files->len, MOST_NAMES); i++)
    g_string_append_printf (lines, "%s%s", i > 0 ? "\n" : "", (char *) g_ptr_array_index (files, i));
  if (files->len > MOST_NAMES)
    g_string_append_printf (lines, ngettext ("\nand %u more", "\nand %u more", files->len - MOST_NAMES),
                            files->len - MOST_NAMES);

  return g_string_free (lines, FALSE);
}
