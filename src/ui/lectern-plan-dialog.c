/* lectern-plan-dialog.c: a change of several sessions, shown before it is made
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-plan-dialog-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-dialog.h"
#include "lectern-names.h"
#include "lectern-text.h"

/**
 * LecternPlanDialog:
 *
 * Has choices, shows what they lead to, and does it as one step.
 */

static guint applied_signal;

G_DEFINE_FINAL_TYPE (LecternPlanDialog, lectern_plan_dialog, ADW_TYPE_WINDOW)

/* Makes the plan anew, and shows it. */
void
lectern_plan_dialog_update (LecternPlanDialog *self)
{
  g_autoptr (GError) error = NULL;

  /* While the choices are made they change too. */
  if (self->preview == NULL)
    return;

  g_clear_pointer (&self->plan, lectern_plan_free);
  self->plan = lectern_plan_dialog_make_plan (self, &error);
  if (self->plan != NULL)
    lectern_plan_preview_set_plan (self->preview,
                                   lectern_document_get_schedule (self->document), self->plan);
  else
    lectern_plan_preview_set_error (self->preview, error != NULL ? error->message : "");

  gtk_button_set_label (GTK_BUTTON (self->verb), lectern_plan_dialog_get_verb (self));
  lectern_names_add (self->verb);
  gtk_widget_set_sensitive (self->verb, self->plan != NULL && self->plan->rows->len > 0);
}

/* What to show afterwards: what was added or filled first, or the session
 * itself. */
static guint64
find_result (LecternPlanDialog *self)
{
  for (guint i = 0; i < self->plan->rows->len; i++)
    {
      const LecternPlanRow *row = g_ptr_array_index (self->plan->rows, i);

      if (self->kind == LECTERN_PLAN_ROTA
          || (row->before == NULL
              && (self->kind == LECTERN_PLAN_CONTINUE || self->kind == LECTERN_PLAN_TERM)))
        return lectern_session_get_key (row->after);
    }

  return self->session != NULL ? lectern_session_get_key (self->session) : 0;
}

/* Without its sessions there is nothing to decide any more. */
static void
items_changed_cb (LecternPlanDialog *self)
{
  LecternSchedule *schedule = lectern_document_get_schedule (self->document);

  if (self->kind == LECTERN_PLAN_TERM || self->kind == LECTERN_PLAN_ROTA)
    lectern_plan_dialog_update (self);
  for (guint i = 0; i < self->sessions->len; i++)
    {
      guint64 key = lectern_session_get_key (g_ptr_array_index (self->sessions, i));

      if (lectern_schedule_find_key (schedule, key, NULL) == NULL)
        {
          gtk_window_close (GTK_WINDOW (self));
          return;
        }
    }
}

static void
apply_cb (LecternPlanDialog *self)
{
  LecternHistory *history = lectern_document_get_history (self->document);
  guint64 key;

  /* The number may be half typed, and the schedule may have changed since it
   * was shown. */
  if (self->weeks != NULL)
    gtk_spin_button_update (self->weeks);
  if (self->kind == LECTERN_PLAN_TERM)
    {
      gtk_spin_button_update (self->count);
      gtk_spin_button_update (self->interval);
    }
  lectern_plan_dialog_update (self);
  if (self->plan == NULL || self->plan->rows->len == 0)
    return;

  /* The plan is what was shown; it is not made anew while it is carried out. */
  g_signal_handlers_disconnect_by_func (lectern_document_get_schedule (self->document),
                                        items_changed_cb, self);
  lectern_history_seal (history);
  lectern_plan_apply (self->plan, history);
  key = find_result (self);
  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (self, applied_signal, 0, key);
}

static const char *
get_title (LecternPlanDialog *self)
{
  switch (self->kind)
    {
    case LECTERN_PLAN_POSTPONE:
      return _("Postpone");
    case LECTERN_PLAN_CONTINUE:
      return _("Continue Next Time");
    case LECTERN_PLAN_SWAP:
      return _("Swap");
    case LECTERN_PLAN_CANCEL:
      return self->sessions->len > 1 ? _("Cancel Sessions") : _("Cancel Session");
    case LECTERN_PLAN_MOVE:
      return _("Move");
    case LECTERN_PLAN_TERM:
      return _("Plan a Term");
    case LECTERN_PLAN_ROTA:
      return _("Fill Planned Sessions");
    case LECTERN_PLAN_SCHEDULE:
    default:
      return _("Schedule");
    }
}

static void
add_header (LecternPlanDialog *self,
            GtkWidget         *box)
{
  g_autofree char *date = self->session != NULL ? lectern_text_session_date (self->session) : NULL;
  g_autofree char *subtitle = NULL;

  if (self->sessions->len > 1)
    subtitle = g_strdup_printf (ngettext ("%u session", "%u sessions", self->sessions->len),
                                self->sessions->len);
  else if (self->kind == LECTERN_PLAN_POSTPONE)
    /* Translators: %s is the date of the first session that moves. */
    subtitle = g_strdup_printf (_("From %s"), date);
  else
    subtitle = g_steal_pointer (&date);

  /* Beside “Cancel Session” a “Cancel” could be taken for the same. */
  self->verb = lectern_dialog_add_header (GTK_WINDOW (self), box, get_title (self), subtitle,
                                          self->kind == LECTERN_PLAN_CANCEL ? _("_Keep") : _("_Cancel"),
                                          "");
  g_signal_connect_object (self->verb, "clicked", G_CALLBACK (apply_cb), self, G_CONNECT_SWAPPED);
}

/* Keys begin with what is most likely changed; Enter does it. */
static void
focus_first (LecternPlanDialog *self)
{
  if (self->weeks != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->weeks));
  else if (self->reason != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->reason));
  else if (self->other != NULL && self->kind != LECTERN_PLAN_MOVE)
    gtk_widget_grab_focus (GTK_WIDGET (self->other));
  else if (self->start != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->start));
  else
    gtk_widget_grab_focus (self->verb);
}

static void
fill (LecternPlanDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *preview;

  add_header (self, box);
  self->page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  self->options = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_page_add (self->page, self->options);
  lectern_plan_dialog_add_choices (self);
  preview = lectern_plan_preview_new ();
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (preview));
  gtk_widget_set_vexpand (GTK_WIDGET (self->page), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->page));
  adw_window_set_content (ADW_WINDOW (self), box);

  self->preview = LECTERN_PLAN_PREVIEW (preview);
  lectern_plan_dialog_update (self);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->verb);
  focus_first (self);
}

static void
lectern_plan_dialog_dispose (GObject *object)
{
  LecternPlanDialog *self = LECTERN_PLAN_DIALOG (object);

  self->preview = NULL;
  g_clear_pointer (&self->plan, lectern_plan_free);
  g_clear_pointer (&self->others, g_ptr_array_unref);
  g_clear_pointer (&self->calendar, g_bytes_unref);
  g_clear_error (&self->calendar_error);
  g_clear_pointer (&self->sessions, g_ptr_array_unref);
  g_clear_object (&self->session);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (lectern_plan_dialog_parent_class)->dispose (object);
}

static void
lectern_plan_dialog_class_init (LecternPlanDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lectern_plan_dialog_dispose;

  /**
   * LecternPlanDialog::applied:
   * @self: the dialog
   * @key: the key of the session to show
   *
   * What was planned has been done.
   */
  applied_signal = g_signal_new ("applied", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT64);

  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0,
                                       "window.close", NULL);
}

static void
lectern_plan_dialog_init (LecternPlanDialog *self)
{
  lectern_dialog_prepare (GTK_WINDOW (self), 480);
}

/**
 * lectern_plan_dialog_new:
 * @parent: the window that it is for
 * @document: a document
 * @sessions: (element-type LecternSession) (nullable): one or several of its
 *   sessions, %NULL for a term or a rota; several can be postponed, cancelled, moved or
 *   scheduled
 * @kind: what is to be done to it
 *
 * Makes a dialog.  Nothing is done before its button is pressed.
 *
 * Returns: (transfer none): the dialog
 */
LecternPlanDialog *
lectern_plan_dialog_new (GtkWindow       *parent,
                         LecternDocument *document,
                         GPtrArray       *sessions,
                         LecternPlanKind  kind)
{
  LecternPlanDialog *self = g_object_new (LECTERN_TYPE_PLAN_DIALOG,
                                          "transient-for", parent, NULL);

  self->kind = kind;
  self->document = g_object_ref (document);
  if (sessions != NULL)
    {
      self->sessions = g_ptr_array_copy (sessions, (GCopyFunc) g_object_ref, NULL);
      g_ptr_array_set_free_func (self->sessions, g_object_unref);
      self->session = g_object_ref (g_ptr_array_index (sessions, 0));
    }
  else
    self->sessions = g_ptr_array_new ();
  g_signal_connect_object (lectern_document_get_schedule (document), "items-changed",
                           G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  fill (self);

  return self;
}

/**
 * lectern_plan_dialog_choose:
 * @self: a dialog that moves or swaps
 * @other: another session
 *
 * Chooses where to move to or what to swap with.
 */
void
lectern_plan_dialog_choose (LecternPlanDialog *self,
                            LecternSession    *other)
{
  guint i;

  g_return_if_fail (self->other != NULL);

  if (g_ptr_array_find (self->others, other, &i))
    adw_combo_row_set_selected (self->other, i);
}

/**
 * lectern_plan_dialog_get_sessions:
 * @self: a dialog
 *
 * What is to be moved or cancelled.
 *
 * Returns: (transfer none) (element-type LecternSession): the sessions
 */
GPtrArray *
lectern_plan_dialog_get_sessions (LecternPlanDialog *self)
{
  return self->sessions;
}
