/* lectern-attention.c: what needs attention, with its remedies
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-attention.h"

#include <glib/gi18n-lib.h>

#include "lectern-attention-row.h"
#include "lectern-cadence.h"
#include "lectern-date.h"
#include "lectern-text.h"

/* More rows at a time than anyone reads; what is mended makes room. */
#define MOST_ROWS 100

/**
 * LecternAttention:
 *
 * The warnings about a schedule, in groups, or that there are none.
 */
struct _LecternAttention
{
  AdwBin              parent_instance;

  GtkStack           *stack;
  AdwPreferencesPage *page;
  GPtrArray          *groups;
  GPtrArray          *rows;
};

enum
{
  SIGNAL_REMEDY,
  SIGNAL_DISMISS,
  SIGNAL_SHOW_WARNING,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LecternAttention, lectern_attention, ADW_TYPE_BIN)

/* In the order in which they are shown. */
static const struct
{
  const char *title;
  const char *codes[10];
} group_codes[] = {
  { N_("Next Session"), { "next-paper", "next-link", "next-presenter" } },
  { N_("Dates"), { "order", "repeated-date", "weekday", "year", "invalid-date", "invalid-time",
                   "invalid-duration", "time-zone" } },
  { N_("Papers"), { "repeated-paper", "newer-paper" } },
  { N_("Notes and Links"), { "missing-file", "outside-file", "invalid-url", "resource-target",
                             "several-primary", "no-notes" } },
  { N_("Others"), { NULL } },
};

#define LAST_GROUP (G_N_ELEMENTS (group_codes) - 1)

static guint
find_group (const char *code)
{
  for (guint i = 0; i < LAST_GROUP; i++)
    {
      if (g_strv_contains (group_codes[i].codes, code))
        return i;
    }

  return LAST_GROUP;
}

/* When the last meeting was of those that the line about notes is for. */
static char *
latest_without_notes (LecternSchedule *schedule)
{
  GDate today, latest;
  g_autofree char *name = NULL;

  lectern_date_today (&today);
  g_date_clear (&latest, 1);
  for (guint i = 0; i < lectern_schedule_get_n_sessions (schedule); i++)
    {
      LecternSession *session = lectern_schedule_get_session (schedule, i);
      const char * const *ignore;
      GDate date;

      if (!lectern_cadence_is_meeting (session, &date) || g_date_compare (&date, &today) >= 0
          || (g_date_valid (&latest) && g_date_compare (&date, &latest) <= 0)
          || g_list_model_get_n_items (lectern_session_get_resources (session)) > 0)
        continue;
      ignore = lectern_session_get_ignore (session);
      if (ignore == NULL || !g_strv_contains (ignore, "no-notes"))
        latest = date;
    }

  if (!g_date_valid (&latest))
    return g_strdup ("");

  name = lectern_text_full_date (&latest);
  /* Translators: %s is a date. */
  return g_strdup_printf (_("The latest: %s"), name);
}

/* The session that a warning is about: its date, and what is read. */
static char *
make_where (LecternSchedule      *schedule,
            const LecternWarning *warning)
{
  LecternSession *session = lectern_schedule_find_key (schedule, warning->key, NULL);
  g_auto (GStrv) parts = NULL;
  g_auto (GStrv) titles = NULL;
  g_autofree char *date = NULL;

  if (g_str_equal (warning->code, "no-notes") && warning->key == 0)
    return latest_without_notes (schedule);
  if (session == NULL)
    return g_strdup (_("The whole schedule"));

  date = lectern_text_session_date (session);
  titles = lectern_text_titles (session, &parts);
  /* The part first: a long title would push it out of sight. */
  if (*parts[0] != '\0')
    /* Translators: the date of a session, the part of the paper that is read,
     * the paper's title. */
    return g_strdup_printf (_("%s, %s, %s"), date, parts[0], titles[0]);

  /* Translators: the date of a session, its title. */
  return g_strdup_printf (_("%s, %s"), date, titles[0]);
}

static void
row_activated_cb (LecternAttention    *self,
                  LecternAttentionRow *row)
{
  g_signal_emit (self, signals[SIGNAL_SHOW_WARNING], 0, lectern_attention_row_get_warning (row));
}

static void
row_remedy_cb (LecternAttention    *self,
               LecternAttentionRow *row)
{
  g_signal_emit (self, signals[SIGNAL_REMEDY], 0, lectern_attention_row_get_warning (row));
}

static void
row_dismiss_cb (LecternAttention    *self,
                LecternAttentionRow *row)
{
  g_signal_emit (self, signals[SIGNAL_DISMISS], 0, lectern_attention_row_get_warning (row));
}

static gboolean
same_text (LecternAttentionRow  *row,
           const LecternWarning *b)
{
  const LecternWarning *a = lectern_attention_row_get_warning (row);

  return a->key == b->key && g_str_equal (a->code, b->code)
         && g_strcmp0 (a->text, b->text) == 0
         && g_strcmp0 (a->remedy_label, b->remedy_label) == 0;
}

/* The indices of the warnings, in the order in which they are shown. */
static GArray *
sort_into_groups (GPtrArray *warnings)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint group = 0; group <= LAST_GROUP; group++)
    {
      for (guint i = 0; i < warnings->len && order->len < MOST_ROWS; i++)
        {
          const LecternWarning *warning = g_ptr_array_index (warnings, i);

          if (find_group (warning->code) == group)
            g_array_append_val (order, i);
        }
    }

  return order;
}

/* Whether the rows say that already: then they stay, with the focus. */
static gboolean
renew_rows (LecternAttention *self,
            LecternSchedule  *schedule,
            GPtrArray        *warnings,
            GArray           *order)
{
  if (self->rows->len != order->len)
    return FALSE;

  for (guint i = 0; i < order->len; i++)
    {
      if (!same_text (g_ptr_array_index (self->rows, i),
                      g_ptr_array_index (warnings, g_array_index (order, guint, i))))
        return FALSE;
    }

  for (guint i = 0; i < order->len; i++)
    {
      guint index = g_array_index (order, guint, i);
      g_autofree char *where = make_where (schedule, g_ptr_array_index (warnings, index));

      lectern_attention_row_renew (g_ptr_array_index (self->rows, i), warnings, index, where);
    }

  return TRUE;
}

static void
make_rows (LecternAttention *self,
           LecternSchedule  *schedule,
           GPtrArray        *warnings,
           GArray           *order)
{
  AdwPreferencesGroup *groups[G_N_ELEMENTS (group_codes)] = { NULL };

  for (guint i = 0; i < order->len; i++)
    {
      guint index = g_array_index (order, guint, i);
      const LecternWarning *warning = g_ptr_array_index (warnings, index);
      g_autofree char *where = make_where (schedule, warning);
      guint group = find_group (warning->code);
      GtkWidget *row = lectern_attention_row_new (warnings, index, where);

      g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "remedy", G_CALLBACK (row_remedy_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "dismiss", G_CALLBACK (row_dismiss_cb), self, G_CONNECT_SWAPPED);
      if (groups[group] == NULL)
        {
          groups[group] = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          adw_preferences_group_set_title (groups[group], _(group_codes[group].title));
          adw_preferences_page_add (self->page, groups[group]);
          g_ptr_array_add (self->groups, groups[group]);
        }
      adw_preferences_group_add (groups[group], row);
      g_ptr_array_add (self->rows, row);
    }

  if (order->len < warnings->len && self->groups->len > 0)
    {
      guint n = warnings->len - order->len;
      AdwPreferencesGroup *last = g_ptr_array_index (self->groups, self->groups->len - 1);
      GtkWidget *label = gtk_label_new (NULL);
      g_autofree char *text = g_strdup_printf (ngettext ("And %u more", "And %u more", n), n);

      gtk_label_set_text (GTK_LABEL (label), text);
      gtk_widget_set_margin_top (label, 12);
      adw_preferences_group_add (last, label);
    }
}

static void
clear_rows (LecternAttention *self)
{
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < self->groups->len; i++)
    adw_preferences_page_remove (self->page, g_ptr_array_index (self->groups, i));
  g_ptr_array_set_size (self->groups, 0);
}

/* Which row has the focus, -1 if none has. */
static int
find_focus (LecternAttention *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (gtk_widget_has_focus (row) || gtk_widget_get_focus_child (row) != NULL)
        return i;
    }

  return -1;
}

static void
lectern_attention_dispose (GObject *object)
{
  LecternAttention *self = LECTERN_ATTENTION (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->groups, g_ptr_array_unref);

  G_OBJECT_CLASS (lectern_attention_parent_class)->dispose (object);
}

static void
add_signal (LecternAttentionClass *klass,
            guint                  signal,
            const char            *name)
{
  signals[signal] = g_signal_new (name, G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
lectern_attention_class_init (LecternAttentionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lectern_attention_dispose;

  /**
   * LecternAttention::remedy:
   * @self: the page
   * @warning: (type LecternWarning): a warning
   *
   * What the warning's button says is to be done.
   */
  add_signal (klass, SIGNAL_REMEDY, "remedy");

  /**
   * LecternAttention::dismiss:
   * @self: the page
   * @warning: (type LecternWarning): a warning about a session
   *
   * The session is not to be warned of that again.
   */
  add_signal (klass, SIGNAL_DISMISS, "dismiss");

  /**
   * LecternAttention::show-warning:
   * @self: the page
   * @warning: (type LecternWarning): a warning about a session
   *
   * The session is to be shown.
   */
  add_signal (klass, SIGNAL_SHOW_WARNING, "show-warning");
}

static void
lectern_attention_init (LecternAttention *self)
{
  GtkWidget *done = adw_status_page_new ();

  self->rows = g_ptr_array_new ();
  self->groups = g_ptr_array_new ();
  self->stack = GTK_STACK (gtk_stack_new ());
  self->page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (done), "object-select-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (done), _("Nothing Needs Attention"));
  adw_status_page_set_description (ADW_STATUS_PAGE (done),
                                   _("Dates, papers and notes are as they should be."));
  gtk_widget_add_css_class (done, "compact");

  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->page), "warnings");
  gtk_stack_add_named (self->stack, done, "done");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

/**
 * lectern_attention_new:
 *
 * Makes a page that shows nothing yet.
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
lectern_attention_new (void)
{
  return g_object_new (LECTERN_TYPE_ATTENTION, NULL);
}

/**
 * lectern_attention_set_warnings:
 * @self: the page
 * @schedule: the schedule
 * @warnings: (element-type LecternWarning): the warnings about it, in an array
 *   that nobody changes
 *
 * Shows warnings.  The focus stays where it is, as far as that is still there.
 */
void
lectern_attention_set_warnings (LecternAttention *self,
                                LecternSchedule  *schedule,
                                GPtrArray        *warnings)
{
  g_autoptr (GArray) order = sort_into_groups (warnings);
  int focus = find_focus (self);

  gtk_stack_set_visible_child_name (self->stack, warnings->len > 0 ? "warnings" : "done");
  if (renew_rows (self, schedule, warnings, order))
    return;

  clear_rows (self);
  make_rows (self, schedule, warnings, order);
  if (focus >= 0 && self->rows->len > 0)
    gtk_widget_grab_focus (g_ptr_array_index (self->rows, MIN (focus, (int) self->rows->len - 1)));
}

/**
 * lectern_attention_focus:
 * @self: the page
 *
 * Gives the focus to the first row.
 */
void
lectern_attention_focus (LecternAttention *self)
{
  if (self->rows->len > 0)
    gtk_widget_grab_focus (g_ptr_array_index (self->rows, 0));
}
