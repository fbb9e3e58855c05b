/* lectern-window-several.c: several sessions are selected
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-window-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-compat.h"
#include "lectern-names.h"
#include "lectern-text.h"

/* ---- What an undo or a redo selects again ---- */

typedef struct
{
  GArray *before;
  GArray *after;
} Touched;

static void
touched_free (gpointer data)
{
  Touched *touched = data;

  g_array_unref (touched->before);
  g_array_unref (touched->after);
  g_free (touched);
}

static GArray *
list_keys (GPtrArray *sessions)
{
  GArray *keys = g_array_sized_new (FALSE, FALSE, sizeof (guint64), sessions->len);

  for (guint i = 0; i < sessions->len; i++)
    {
      guint64 key = lectern_session_get_key (g_ptr_array_index (sessions, i));

      g_array_append_val (keys, key);
    }

  return keys;
}

/* Selects sessions, and brings the first into sight. */
void
lectern_window_select (LecternWindow *self,
                       GPtrArray     *sessions)
{
  g_autoptr (GArray) keys = list_keys (sessions);

  lectern_session_list_select (self->list, (const guint64 *) keys->data, keys->len);
}

/* The last step was about several sessions: @before are there without it,
 * @after with it. */
void
lectern_window_remember_several (LecternWindow *self,
                                 GPtrArray     *before,
                                 GPtrArray     *after)
{
  LecternHistory *history = lectern_document_get_history (self->document);
  guint64 state = lectern_history_get_state (history);
  Touched *touched = g_new0 (Touched, 1);

  if (self->touched == NULL)
    self->touched = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, touched_free);

  touched->before = list_keys (before);
  touched->after = list_keys (after);
  g_hash_table_insert (self->touched, g_memdup2 (&state, sizeof state), touched);
}

/* The step that leads to a state was undone or done again. */
void
lectern_window_select_touched (LecternWindow *self,
                               guint64        state,
                               gboolean       undone)
{
  Touched *touched = self->touched != NULL ? g_hash_table_lookup (self->touched, &state) : NULL;
  GArray *keys;

  if (touched == NULL)
    return;

  keys = undone ? touched->before : touched->after;
  lectern_session_list_select (self->list, (const guint64 *) keys->data, keys->len);
}

/* ---- What stays selected when the schedule is read anew ---- */

/* What is selected, by names that another reading of the file knows too. */
GPtrArray *
lectern_window_list_selected_ids (LecternWindow *self)
{
  g_autoptr (GPtrArray) sessions = lectern_session_list_list_selected (self->list);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < sessions->len; i++)
    {
      const char *id = lectern_session_get_id (g_ptr_array_index (sessions, i));

      if (id != NULL)
        g_ptr_array_add (ids, g_strdup (id));
    }

  return ids;
}

void
lectern_window_select_ids (LecternWindow *self,
                           GPtrArray     *ids)
{
  LecternSchedule *schedule = lectern_document_get_schedule (self->document);
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) sessions = g_ptr_array_new ();

  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (wanted, g_ptr_array_index (ids, i));

  /* The first of two with one name. */
  for (guint i = 0; i < lectern_schedule_get_n_sessions (schedule); i++)
    {
      LecternSession *session = lectern_schedule_get_session (schedule, i);
      const char *id = lectern_session_get_id (session);

      if (id != NULL && g_hash_table_remove (wanted, id))
        g_ptr_array_add (sessions, session);
    }

  lectern_window_select (self, sessions);
}

/* ---- The page in the editor's place ---- */

static void
add_action (GtkWidget  *list,
            const char *label,
            const char *action)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (row), action);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

static GtkWidget *
make_list (guint n)
{
  GtkWidget *list = gtk_list_box_new ();
  g_autofree char *duplicate = NULL;
  g_autofree char *remove = NULL;

  duplicate = g_strdup_printf (ngettext ("_Duplicate %u Session", "_Duplicate %u Sessions", n), n);
  remove = g_strdup_printf (ngettext ("_Remove %u Session", "_Remove %u Sessions", n), n);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What can be done with them"), -1);
  add_action (list, _("_Postpone…"), "win.postpone");
  add_action (list, _("Cance_l Sessions…"), "win.cancel-session");
  add_action (list, _("Schedule _Next…"), "win.schedule-session");
  add_action (list, _("Mark as _Break"), "win.session-kind::break");
  add_action (list, _("Copy as _Markdown"), "win.copy-session");
  add_action (list, duplicate, "win.duplicate-session");
  add_action (list, remove, "win.remove-session");

  return list;
}

/* The days between which they are, or %NULL if they have none. */
static char *
describe_range (GPtrArray *sessions)
{
  LecternSession *first = NULL;
  LecternSession *last = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  GDate earliest, latest;

  for (guint i = 0; i < sessions->len; i++)
    {
      LecternSession *session = g_ptr_array_index (sessions, i);
      GDate date;

      if (!lectern_session_get_gdate (session, &date))
        continue;
      if (first == NULL || g_date_compare (&date, &earliest) < 0)
        {
          first = session;
          earliest = date;
        }
      if (last == NULL || g_date_compare (&date, &latest) > 0)
        {
          last = session;
          latest = date;
        }
    }
  if (first == NULL)
    return NULL;

  from = lectern_text_session_date (first);
  to = lectern_text_session_date (last);
  if (g_str_equal (from, to))
    return g_steal_pointer (&from);

  /* Translators: the dates of the first and the last of the selected sessions. */
  return g_strdup_printf (_("Between %s and %s"), from, to);
}

static void
make_page (LecternWindow *self)
{
  self->several = adw_status_page_new ();
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->several), "edit-select-all-symbolic");
  gtk_widget_add_css_class (self->several, "compact");
  gtk_widget_set_vexpand (self->several, TRUE);
  gtk_box_append (GTK_BOX (self->editor_box), self->several);
}

/* Says how many are selected, and what can be done with them. */
void
lectern_window_update_several (LecternWindow *self)
{
  guint n = self->n_selected;
  g_autoptr (GPtrArray) sessions = NULL;
  g_autofree char *title = NULL;
  g_autofree char *range = NULL;
  GtkWidget *list;

  if (n > 1 && self->several == NULL)
    make_page (self);
  if (self->several != NULL)
    gtk_widget_set_visible (self->several, n > 1);
  if (n <= 1)
    return;

  sessions = lectern_session_list_list_selected (self->list);
  title = g_strdup_printf (ngettext ("%u Session Selected", "%u Sessions Selected", n), n);
  range = describe_range (sessions);
  list = make_list (n);
  if (g_strcmp0 (adw_status_page_get_title (ADW_STATUS_PAGE (self->several)), title) != 0)
    lectern_compat_announce (GTK_WIDGET (self), title);
  adw_status_page_set_title (ADW_STATUS_PAGE (self->several), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (self->several), range);
  adw_status_page_set_child (ADW_STATUS_PAGE (self->several), list);
  lectern_names_add (self->several);
}
