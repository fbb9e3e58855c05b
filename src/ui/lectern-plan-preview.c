/* lectern-plan-preview.c: what a plan will change, row by row
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-plan-preview.h"

#include <glib/gi18n-lib.h>

#include "lectern-cadence.h"
#include "lectern-compat.h"
#include "lectern-date.h"
#include "lectern-dialog.h"
#include "lectern-text.h"

/* More rows than anyone reads; the heading counts them all. */
#define MOST_ROWS 100

/**
 * LecternPlanPreview:
 *
 * How many sessions a plan changes, in words, and each of them before and
 * after.
 */
struct _LecternPlanPreview
{
  AdwPreferencesGroup  parent_instance;

  GPtrArray           *rows;
};

G_DEFINE_FINAL_TYPE (LecternPlanPreview, lectern_plan_preview, ADW_TYPE_PREFERENCES_GROUP)

/* A date without its year, if that is this year. */
static char *
format_day (LecternSession *session)
{
  g_autoptr (GDateTime) time = NULL;
  GDate date, today;

  lectern_date_today (&today);
  if (!lectern_session_get_gdate (session, &date)
      || g_date_get_year (&date) != g_date_get_year (&today))
    return lectern_text_session_date (session);

  time = g_date_time_new_utc (g_date_get_year (&date), g_date_get_month (&date),
                              g_date_get_day (&date), 0, 0, 0);
  /* Translators: a day of this year, as for g_date_time_format(). */
  return g_date_time_format (time, _("%a %-e %b"));
}

static gpointer
make_day (LecternSession *session)
{
  GDate date;

  if (!lectern_cadence_is_meeting (session, &date))
    return NULL;

  return GUINT_TO_POINTER (g_date_get_julian (&date));
}

/* Who has each day when the plan is done: what the plan leaves alone comes
 * first, then its rows in their order. */
static GHashTable *
list_days (LecternSchedule *schedule,
           LecternPlan     *plan)
{
  GHashTable *days = g_hash_table_new (g_direct_hash, g_direct_equal);
  g_autoptr (GHashTable) changed = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (guint64));

  g_array_set_size (keys, plan->rows->len);
  for (guint i = 0; i < plan->rows->len; i++)
    {
      const LecternPlanRow *row = g_ptr_array_index (plan->rows, i);
      guint64 *key = &g_array_index (keys, guint64, i);

      *key = lectern_session_get_key (row->after);
      g_hash_table_add (changed, key);
    }

  for (guint i = 0; i < lectern_schedule_get_n_sessions (schedule); i++)
    {
      LecternSession *session = lectern_schedule_get_session (schedule, i);
      guint64 key = lectern_session_get_key (session);
      gpointer day = make_day (session);

      if (day != NULL && !g_hash_table_contains (changed, &key)
          && !g_hash_table_contains (days, day))
        g_hash_table_insert (days, day, session);
    }
  for (guint i = 0; i < plan->rows->len; i++)
    {
      const LecternPlanRow *row = g_ptr_array_index (plan->rows, i);
      gpointer day = make_day (row->after);

      if (day != NULL && !g_hash_table_contains (days, day))
        g_hash_table_insert (days, day, row->after);
    }

  return days;
}

/* A sentence if another session has that day, at the same time. */
static char *
make_warning (GHashTable     *days,
              LecternSession *after)
{
  gpointer day = make_day (after);
  LecternSession *other = day != NULL ? g_hash_table_lookup (days, day) : NULL;
  g_autofree char *name = NULL;
  g_auto (GStrv) parts = NULL;
  g_auto (GStrv) titles = NULL;

  if (other == NULL || other == after
      || g_strcmp0 (lectern_session_get_time (other), lectern_session_get_time (after)) != 0)
    return NULL;

  name = format_day (after);
  titles = lectern_text_titles (other, &parts);
  /* Translators: a date, and what is read on it. */
  return g_strdup_printf (_("%s is taken by %s"), name,
                          *parts[0] != '\0' ? parts[0] : titles[0]);
}

static GtkWidget *
make_label (const char *text,
            const char *css_class,
            gboolean    ellipsize)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  if (ellipsize)
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_set_hexpand (label, TRUE);
    }

  return label;
}

static GtkWidget *
make_days (const LecternPlanRow *row,
           GtkSizeGroup         *size_group)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *after = format_day (row->after);
  g_autofree char *before = row->before != NULL ? format_day (row->before) : NULL;

  if (before == NULL)
    {
      gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("list-add-symbolic"));
    }
  else if (!g_str_equal (before, after))
    {
      GtkWidget *label = make_label (before, "before", FALSE);

      gtk_size_group_add_widget (size_group, label);
      gtk_box_append (GTK_BOX (box), label);
      gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("go-next-symbolic"));
    }
  gtk_box_append (GTK_BOX (box), make_label (after, "heading", FALSE));

  return box;
}

static GtkWidget *
make_titles (LecternSession *session)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_auto (GStrv) parts = NULL;
  g_auto (GStrv) titles = lectern_text_titles (session, &parts);
  g_autofree char *all = g_strjoinv ("\n", titles);
  GtkWidget *label = make_label (titles[0], "detail", TRUE);

  if (*parts[0] != '\0')
    {
      GtkWidget *part = make_label (parts[0], "part", FALSE);

      /* A part in many words gives way too. */
      gtk_label_set_ellipsize (GTK_LABEL (part), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (part),
                                 MIN (12, (int) g_utf8_strlen (parts[0], -1)));
      gtk_widget_set_tooltip_text (part, parts[0]);
      gtk_box_append (GTK_BOX (box), part);
    }
  gtk_widget_set_tooltip_text (label, all);
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

static GtkWidget *
make_warning_line (const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = make_label (text, "detail", TRUE);

  gtk_widget_set_tooltip_text (label, text);
  gtk_widget_add_css_class (box, "warning");
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

/* Who presents instead of whom, if that changes; %NULL if not. */
static char *
make_presenters (const LecternPlanRow *row)
{
  g_autofree char *after = lectern_text_presenters (row->after);
  g_autofree char *before = row->before != NULL ? lectern_text_presenters (row->before) : NULL;

  if (row->before == NULL || g_strcmp0 (before, after) == 0)
    return NULL;

  /* Translators: the presenters of a session before and after a change. */
  return g_strdup_printf (_("%s → %s"), before != NULL ? before : _("No presenter"),
                          after != NULL ? after : _("No presenter"));
}

/* All that a row says, for those who hear it. */
static char *
make_sentence (const LecternPlanRow *row,
               const char           *tag,
               const char           *warning)
{
  g_autofree char *after = lectern_text_session_date (row->after);
  g_autofree char *before = row->before != NULL ? lectern_text_session_date (row->before) : NULL;
  g_auto (GStrv) parts = NULL;
  g_auto (GStrv) titles = lectern_text_titles (row->after, &parts);
  g_autofree char *when = NULL;
  g_autofree char *presenters = make_presenters (row);
  const char *clauses[7] = { NULL };
  guint n = 0;

  if (before == NULL)
    /* Translators: a session that is added on a day. */
    when = g_strdup_printf (_("New on %s"), after);
  else if (g_str_equal (before, after))
    when = g_steal_pointer (&after);
  else
    /* Translators: a session goes from one day to another. */
    when = g_strdup_printf (_("From %s to %s"), before, after);

  clauses[n++] = when;
  if (*parts[0] != '\0')
    clauses[n++] = parts[0];
  clauses[n++] = titles[0];
  if (presenters != NULL)
    clauses[n++] = presenters;
  if (tag != NULL)
    clauses[n++] = tag;
  if (warning != NULL)
    clauses[n++] = warning;

  return g_strjoinv (_(", "), (char **) clauses);
}

static void
append_line (GtkWidget  *box,
             const char *text)
{
  GtkWidget *label;

  if (text == NULL)
    return;

  label = make_label (text, "detail", TRUE);
  gtk_widget_set_tooltip_text (label, text);
  gtk_box_append (GTK_BOX (box), label);
}

static GtkWidget *
make_row (const LecternPlanRow *plan_row,
          GHashTable           *days,
          GtkSizeGroup         *size_group)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GDate today;
  g_autofree char *warning = make_warning (days, plan_row->after);
  g_autofree char *presenters = make_presenters (plan_row);
  g_autofree char *tag = NULL;
  g_autofree char *sentence = NULL;

  lectern_date_today (&today);
  tag = lectern_text_session_tag (plan_row->after, &today, FALSE);
  sentence = make_sentence (plan_row, tag, warning);
  gtk_box_append (GTK_BOX (box), make_days (plan_row, size_group));
  gtk_box_append (GTK_BOX (box), make_titles (plan_row->after));
  append_line (box, presenters);
  append_line (box, tag);
  if (warning != NULL)
    gtk_box_append (GTK_BOX (box), make_warning_line (warning));

  gtk_widget_add_css_class (box, "plan-row");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sentence);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);

  return row;
}

/* What comes of another choice is said while the focus stays on that. */
static void
say_heading (LecternPlanPreview *self,
             const char         *title)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);

  if (gtk_widget_get_mapped (GTK_WIDGET (self))
      && g_strcmp0 (adw_preferences_group_get_title (group), title) != 0)
    lectern_compat_announce (GTK_WIDGET (self), title);
  adw_preferences_group_set_title (group, title);
}

/* The count in words, and where the last one goes. */
static void
update_heading (LecternPlanPreview *self,
                LecternPlan        *plan)
{
  g_autoptr (GString) title = g_string_new (NULL);
  g_autofree char *description = NULL;
  const LecternPlanRow *last = NULL;
  guint n_added = 0;
  guint n_breaks = 0;
  guint n_moved = 0;
  guint n_changed = 0;

  for (guint i = 0; i < plan->rows->len; i++)
    {
      const LecternPlanRow *row = g_ptr_array_index (plan->rows, i);

      if (row->before == NULL)
        {
          if (lectern_session_get_kind (row->after) == LECTERN_KIND_BREAK)
            n_breaks++;
          else
            n_added++;
        }
      else if (g_strcmp0 (lectern_session_get_date (row->before),
                          lectern_session_get_date (row->after)) != 0)
        {
          n_moved++;
          last = row;
        }
      else
        {
          n_changed++;
        }
    }

  lectern_dialog_append_count (title, ngettext ("%u session moves", "%u sessions move",
                                                n_moved),
                               n_moved);
  lectern_dialog_append_count (title, ngettext ("%u session is added", "%u sessions are added",
                                                n_added),
                               n_added);
  lectern_dialog_append_count (title, ngettext ("%u break is added", "%u breaks are added",
                                                n_breaks),
                               n_breaks);
  lectern_dialog_append_count (title, ngettext ("%u session changes", "%u sessions change",
                                                n_changed),
                               n_changed);
  if (title->len == 0)
    g_string_append (title, _("Nothing changes"));
  if (n_moved > 2)
    {
      g_autofree char *before = lectern_text_session_date (last->before);
      g_autofree char *after = lectern_text_session_date (last->after);

      description = g_strdup_printf (_("The last one moves from %s to %s"), before, after);
    }

  say_heading (self, title->str);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), description);
}

static void
clear (LecternPlanPreview *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self),
                                  g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

static void
add_row (LecternPlanPreview *self,
         GtkWidget          *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
lectern_plan_preview_dispose (GObject *object)
{
  g_clear_pointer (&LECTERN_PLAN_PREVIEW (object)->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (lectern_plan_preview_parent_class)->dispose (object);
}

static void
lectern_plan_preview_class_init (LecternPlanPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lectern_plan_preview_dispose;
}

static void
lectern_plan_preview_init (LecternPlanPreview *self)
{
  self->rows = g_ptr_array_new ();
  lectern_dialog_wrap_title (GTK_WIDGET (self));
}

/**
 * lectern_plan_preview_new:
 *
 * Makes a preview of nothing.
 *
 * Returns: (transfer floating): the preview
 */
GtkWidget *
lectern_plan_preview_new (void)
{
  return g_object_new (LECTERN_TYPE_PLAN_PREVIEW, NULL);
}

/**
 * lectern_plan_preview_set_plan:
 * @self: a preview
 * @schedule: the schedule that the plan is for
 * @plan: a plan
 *
 * Shows what @plan will change.
 */
void
lectern_plan_preview_set_plan (LecternPlanPreview *self,
                               LecternSchedule    *schedule,
                               LecternPlan        *plan)
{
  g_autoptr (GHashTable) days = list_days (schedule, plan);
  g_autoptr (GtkSizeGroup) size_group = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);

  clear (self);
  update_heading (self, plan);
  for (guint i = 0; i < MIN (plan->rows->len, MOST_ROWS); i++)
    add_row (self, make_row (g_ptr_array_index (plan->rows, i), days, size_group));

  if (plan->rows->len > MOST_ROWS)
    {
      guint n = plan->rows->len - MOST_ROWS;
      g_autofree char *text = g_strdup_printf (ngettext ("And %u more", "And %u more", n), n);
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
      add_row (self, row);
    }
}

/**
 * lectern_plan_preview_set_error:
 * @self: a preview
 * @text: a sentence
 *
 * Shows why there is no plan.
 */
void
lectern_plan_preview_set_error (LecternPlanPreview *self,
                                const char         *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  clear (self);
  say_heading (self, _("Nothing changes"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), escaped);
}
