/* lectern-cancelled-row.c: whether a session is cancelled, and why
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-cancelled-row.h"

#include <glib/gi18n-lib.h>

#include "lectern-entry-row.h"

struct _LecternCancelledRow
{
  AdwExpanderRow   parent_instance;

  LecternSubject  *subject;
  LecternEntryRow *reason;
  gboolean         updating;
};

G_DEFINE_FINAL_TYPE (LecternCancelledRow, lectern_cancelled_row, ADW_TYPE_EXPANDER_ROW)

static gboolean
get_cancelled (LecternCancelledRow *self)
{
  LecternSession *session = lectern_subject_get_session (self->subject);

  return session != NULL && lectern_session_get_cancelled (session);
}

/* Made when the row is first opened. */
static void
ensure_reason (LecternCancelledRow *self)
{
  if (self->reason != NULL)
    return;

  self->reason = LECTERN_ENTRY_ROW (lectern_entry_row_new ("reason", _("Reason")));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->reason));
}

static void
update (LecternCancelledRow *self)
{
  AdwExpanderRow *expander = ADW_EXPANDER_ROW (self);
  gboolean cancelled = get_cancelled (self);

  if (cancelled)
    ensure_reason (self);

  self->updating = TRUE;
  if (adw_expander_row_get_enable_expansion (expander) != cancelled)
    {
      adw_expander_row_set_enable_expansion (expander, cancelled);
      adw_expander_row_set_expanded (expander, cancelled);
    }
  self->updating = FALSE;

  if (self->reason != NULL)
    lectern_entry_row_bind (self->reason, self->subject,
                            LECTERN_RECORD (lectern_subject_get_session (self->subject)), "");
}

static void
switched_cb (LecternCancelledRow *self)
{
  gboolean cancelled = adw_expander_row_get_enable_expansion (ADW_EXPANDER_ROW (self));
  g_autoptr (GError) error = NULL;

  if (self->updating || self->subject == NULL || cancelled == get_cancelled (self))
    return;

  if (!lectern_subject_set (self->subject, "status", cancelled ? "cancelled" : "", &error))
    g_critical ("A status was refused: %s", error->message);
}

static void
lectern_cancelled_row_dispose (GObject *object)
{
  g_clear_object (&LECTERN_CANCELLED_ROW (object)->subject);

  G_OBJECT_CLASS (lectern_cancelled_row_parent_class)->dispose (object);
}

static void
lectern_cancelled_row_class_init (LecternCancelledRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lectern_cancelled_row_dispose;
}

static void
lectern_cancelled_row_init (LecternCancelledRow *self)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _("Cancelled"));
  adw_expander_row_set_show_enable_switch (ADW_EXPANDER_ROW (self), TRUE);
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (self), FALSE);
  g_signal_connect (self, "notify::enable-expansion", G_CALLBACK (switched_cb), NULL);
}

/**
 * lectern_cancelled_row_bind:
 * @self: a row
 * @subject: what the editor is about
 *
 * Shows the session that @subject has now.
 */
void
lectern_cancelled_row_bind (LecternCancelledRow *self,
                            LecternSubject      *subject)
{
  if (g_set_object (&self->subject, subject))
    g_signal_connect_object (subject, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  update (self);
}
