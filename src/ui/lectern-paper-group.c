/* lectern-paper-group.c: one paper of a session
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-paper-group.h"

#include <glib/gi18n-lib.h>

#include "lectern-entry-row.h"
#include "lectern-text-row.h"

/**
 * LecternPaperGroup:
 *
 * The fields of one paper.  A session without a paper shows an empty group:
 * the paper is made when something is typed into it.
 */
struct _LecternPaperGroup
{
  AdwPreferencesGroup  parent_instance;

  GtkWidget           *remove_button;
  GtkWidget           *add_button;
  GtkWidget           *open_button;
  LecternTextRow      *title;
  LecternEntryRow     *link;
  LecternEntryRow     *part;
  LecternEntryRow     *authors;

  LecternSubject      *subject;
  guint                index;
};

G_DEFINE_FINAL_TYPE (LecternPaperGroup, lectern_paper_group, ADW_TYPE_PREFERENCES_GROUP)

static GListModel *
get_papers (LecternPaperGroup *self)
{
  LecternSession *session = lectern_subject_get_session (self->subject);

  return session != NULL ? lectern_session_get_papers (session) : NULL;
}

static LecternPaper *
dup_paper (LecternPaperGroup *self)
{
  GListModel *papers = get_papers (self);

  return papers != NULL ? g_list_model_get_item (papers, self->index) : NULL;
}

static void
open_cb (LecternPaperGroup *self)
{
  g_autoptr (LecternPaper) paper = dup_paper (self);

  if (paper != NULL)
    lectern_subject_open (self->subject, LECTERN_RECORD (paper));
}

static void
remove_cb (LecternPaperGroup *self)
{
  g_autoptr (LecternPaper) paper = dup_paper (self);

  if (paper == NULL)
    return;

  lectern_subject_leave (self->subject);
  lectern_edit_remove_item (lectern_subject_get_history (self->subject),
                            lectern_subject_get_session (self->subject),
                            LECTERN_SESSION_PAPERS, self->index);
}

static void
lectern_paper_group_dispose (GObject *object)
{
  g_clear_object (&LECTERN_PAPER_GROUP (object)->subject);

  G_OBJECT_CLASS (lectern_paper_group_parent_class)->dispose (object);
}

static void
lectern_paper_group_class_init (LecternPaperGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lectern_paper_group_dispose;

  g_type_ensure (LECTERN_TYPE_ENTRY_ROW);
  g_type_ensure (LECTERN_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lectern_app/Lectern/ui/lectern-paper-group.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternPaperGroup, remove_button);
  gtk_widget_class_bind_template_child (widget_class, LecternPaperGroup, add_button);
  gtk_widget_class_bind_template_child (widget_class, LecternPaperGroup, open_button);
  gtk_widget_class_bind_template_child (widget_class, LecternPaperGroup, title);
  gtk_widget_class_bind_template_child (widget_class, LecternPaperGroup, link);
  gtk_widget_class_bind_template_child (widget_class, LecternPaperGroup, part);
  gtk_widget_class_bind_template_child (widget_class, LecternPaperGroup, authors);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
lectern_paper_group_init (LecternPaperGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lectern_paper_group_new:
 *
 * Makes a group that is not bound yet.
 *
 * Returns: (transfer floating): the group
 */
GtkWidget *
lectern_paper_group_new (void)
{
  return g_object_new (LECTERN_TYPE_PAPER_GROUP, NULL);
}

static void
update_header (LecternPaperGroup *self,
               guint              n_papers)
{
  g_autofree char *number = NULL;

  if (n_papers > 1)
    /* Translators: one of several papers; %u is its number. */
    number = g_strdup_printf (_("Paper %u"), self->index + 1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self),
                                   number != NULL ? number : _("Paper"));
  gtk_widget_set_visible (self->remove_button, n_papers > 1);
  gtk_widget_set_visible (self->add_button, self->index + 1 >= n_papers);
}

/**
 * lectern_paper_group_bind:
 * @self: a group
 * @subject: what the editor is about
 * @index: which paper of the session, or the number of its papers for the
 *   next one
 *
 * Shows a paper.
 */
void
lectern_paper_group_bind (LecternPaperGroup *self,
                          LecternSubject    *subject,
                          guint              index)
{
  g_autofree char *prefix = g_strdup_printf ("papers[%u].", index);
  g_autoptr (LecternPaper) paper = NULL;
  LecternRecord *record;
  GListModel *papers;

  g_set_object (&self->subject, subject);
  self->index = index;
  paper = dup_paper (self);
  record = paper != NULL ? LECTERN_RECORD (paper) : NULL;

  lectern_text_row_bind (self->title, subject, record, prefix);
  lectern_entry_row_bind (self->link, subject, record, prefix);
  lectern_entry_row_bind (self->part, subject, record, prefix);
  lectern_entry_row_bind (self->authors, subject, record, prefix);

  /* With the box of suffixes, which would leave a gap. */
  gtk_widget_set_visible (gtk_widget_get_parent (self->open_button),
                          paper != NULL && lectern_paper_get_url (paper) != NULL);
  papers = get_papers (self);
  update_header (self, papers != NULL ? g_list_model_get_n_items (papers) : 0);
}

/**
 * lectern_paper_group_focus_title:
 * @self: a group
 *
 * Gives the title the focus.
 */
void
lectern_paper_group_focus_title (LecternPaperGroup *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->title));
}
