/* lectern-session-editor-update.c: the editor's rows follow the session
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-session-editor-private.h"

#include "lectern-paper-group.h"
#include "lectern-text.h"

/* A session without a paper shows an empty group to type into. */
static void
update_papers (LecternSessionEditor *self,
               LecternSession       *session)
{
  guint n = 1;

  if (session != NULL)
    n = MAX (n, g_list_model_get_n_items (lectern_session_get_papers (session)));

  while (self->papers->len > n)
    gtk_box_remove (GTK_BOX (self->papers_box),
                    g_ptr_array_steal_index (self->papers, self->papers->len - 1));

  while (self->papers->len < n)
    {
      g_ptr_array_add (self->papers, lectern_paper_group_new ());
      gtk_box_append (GTK_BOX (self->papers_box),
                      g_ptr_array_index (self->papers, self->papers->len - 1));
    }

  for (guint i = 0; i < n; i++)
    lectern_paper_group_bind (g_ptr_array_index (self->papers, i), self->subject, i);
}

/* A break or an announcement is a date and a title.  A title of a session's
 * own is rare: it has a field if it is there, or just was. */
static void
update_visibility (LecternSessionEditor *self,
                   LecternSession       *session)
{
  LecternSessionKind kind = lectern_session_get_kind (session);
  gboolean meets = kind != LECTERN_KIND_BREAK && kind != LECTERN_KIND_ANNOUNCEMENT;
  gboolean cancelled = lectern_session_get_cancelled (session);
  gboolean has_title = lectern_session_get_title (session) != NULL
                       || gtk_widget_get_focus_child (GTK_WIDGET (self->title_group)) != NULL;

  adw_preferences_group_set_title (self->title_group, lectern_text_get_kind_name (kind));
  gtk_widget_set_visible (GTK_WIDGET (self->title_group),
                          kind != LECTERN_KIND_SESSION || has_title);
  gtk_widget_set_visible (GTK_WIDGET (self->time), meets);
  gtk_widget_set_visible (self->papers_box, meets);
  gtk_widget_set_visible (self->presenters_group, meets);
  gtk_widget_set_visible (GTK_WIDGET (self->resources), meets);
  gtk_widget_set_visible (GTK_WIDGET (self->cancelled), meets || cancelled);
}

/* Rows that are bound already only look at what has changed. */
void
lectern_session_editor_update (LecternSessionEditor *self)
{
  LecternSession *session = lectern_subject_get_session (self->subject);
  LecternRecord *record = LECTERN_RECORD (session);

  gtk_widget_set_visible (self->groups, session != NULL);
  lectern_date_row_bind (self->date, self->subject);
  lectern_time_row_bind (self->time, self->subject);
  lectern_text_row_bind (self->title, self->subject, record, "");
  update_papers (self, session);
  lectern_entry_row_bind (self->presenters, self->subject, record, "");
  lectern_resource_group_bind (self->resources, self->subject);
  lectern_text_row_bind (self->note, self->subject, record, "");
  lectern_cancelled_row_bind (self->cancelled, self->subject);
  lectern_warning_group_bind (self->warnings, session);
  if (session != NULL)
    update_visibility (self, session);
}
