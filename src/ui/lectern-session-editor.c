/* lectern-session-editor.c: everything about one session, to be edited
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-session-editor-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-name-completion.h"
#include "lectern-paper-group.h"
#include "lectern-text.h"

/**
 * LecternSessionEditor:
 *
 * Shows a session in groups of rows, and edits it.
 *
 * The rows are bound to the session through one [class@Subject].  They stay
 * when another session is shown: only their number follows the papers and
 * resources.
 */
enum
{
  PROP_0,
  PROP_DOCUMENT,
  PROP_SESSION,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static guint open_target_signal;
static guint remedy_signal;
static guint dismiss_signal;

G_DEFINE_FINAL_TYPE (LecternSessionEditor, lectern_session_editor, ADW_TYPE_BIN)

static void
open_target_cb (LecternSessionEditor *self,
                LecternRecord        *target)
{
  g_signal_emit (self, open_target_signal, 0, target);
}

static void
remedy_cb (LecternSessionEditor *self,
           LecternWarning       *warning)
{
  g_signal_emit (self, remedy_signal, 0, warning);
}

static void
dismiss_cb (LecternSessionEditor *self,
            LecternWarning       *warning)
{
  g_signal_emit (self, dismiss_signal, 0, warning);
}

static void
add_paper_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  LecternSessionEditor *self = LECTERN_SESSION_EDITOR (widget);
  LecternSession *session = lectern_subject_get_session (self->subject);
  GListModel *papers;
  guint n;
  g_autoptr (LecternRecord) last = NULL;

  if (session == NULL)
    return;

  lectern_subject_leave (self->subject);
  papers = lectern_session_get_papers (session);
  n = g_list_model_get_n_items (papers);
  last = n > 0 ? g_list_model_get_item (papers, n - 1) : NULL;

  /* One that says nothing yet is there to be filled in first. */
  if (last != NULL && !lectern_record_is_empty (last))
    lectern_edit_add_paper (lectern_subject_get_history (self->subject), session);

  lectern_paper_group_focus_title (g_ptr_array_index (self->papers, self->papers->len - 1));
}

static void
lectern_session_editor_get_property (GObject    *object,
                                     guint       property_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  LecternSessionEditor *self = LECTERN_SESSION_EDITOR (object);

  switch (property_id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, lectern_session_editor_get_document (self));
      break;
    case PROP_SESSION:
      g_value_set_object (value, lectern_session_editor_get_session (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
lectern_session_editor_set_property (GObject      *object,
                                     guint         property_id,
                                     const GValue *value,
                                     GParamSpec   *pspec)
{
  LecternSessionEditor *self = LECTERN_SESSION_EDITOR (object);

  switch (property_id)
    {
    case PROP_DOCUMENT:
      lectern_session_editor_set_document (self, g_value_get_object (value));
      break;
    case PROP_SESSION:
      lectern_session_editor_set_session (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
lectern_session_editor_dispose (GObject *object)
{
  LecternSessionEditor *self = LECTERN_SESSION_EDITOR (object);

  g_clear_object (&self->completion);
  g_clear_object (&self->subject);
  g_clear_pointer (&self->papers, g_ptr_array_unref);

  G_OBJECT_CLASS (lectern_session_editor_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  /**
   * LecternSessionEditor:document:
   *
   * The document that the session belongs to.  Setting another one leaves no
   * session.
   */
  properties[PROP_DOCUMENT] =
    g_param_spec_object ("document", NULL, NULL, LECTERN_TYPE_DOCUMENT, flags);

  /**
   * LecternSessionEditor:session:
   *
   * The session.
   */
  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, LECTERN_TYPE_SESSION, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
install_signals (LecternSessionEditorClass *klass)
{
  /**
   * LecternSessionEditor::open-target:
   * @self: the editor
   * @target: a paper or a resource
   *
   * Something of the session is to be opened.
   */
  open_target_signal =
    g_signal_new ("open-target", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, LECTERN_TYPE_RECORD);

  /**
   * LecternSessionEditor::remedy:
   * @self: the editor
   * @warning: a warning of the session
   *
   * What is wrong is to be put right.
   */
  remedy_signal =
    g_signal_new ("remedy", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  /**
   * LecternSessionEditor::dismiss:
   * @self: the editor
   * @warning: a warning of the session
   *
   * The session is not to be warned of that again.
   */
  dismiss_signal =
    g_signal_new ("dismiss", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (LECTERN_TYPE_CANCELLED_ROW);
  g_type_ensure (LECTERN_TYPE_DATE_ROW);
  g_type_ensure (LECTERN_TYPE_ENTRY_ROW);
  g_type_ensure (LECTERN_TYPE_RESOURCE_GROUP);
  g_type_ensure (LECTERN_TYPE_TEXT_ROW);
  g_type_ensure (LECTERN_TYPE_TIME_ROW);
  g_type_ensure (LECTERN_TYPE_WARNING_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lectern_app/Lectern/ui/lectern-session-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternSessionEditor, scroller);
  gtk_widget_class_bind_template_child (widget_class, LecternSessionEditor, groups);
  gtk_widget_class_bind_template_child (widget_class, LecternSessionEditor, warnings);
  gtk_widget_class_bind_template_child (widget_class, LecternSessionEditor, date);
  gtk_widget_class_bind_template_child (widget_class, LecternSessionEditor, time);
  gtk_widget_class_bind_template_child (widget_class, LecternSessionEditor, title_group);
  gtk_widget_class_bind_template_child (widget_class, LecternSessionEditor, title);
  gtk_widget_class_bind_template_child (widget_class, LecternSessionEditor, papers_box);
  gtk_widget_class_bind_template_child (widget_class, LecternSessionEditor, presenters_group);
  gtk_widget_class_bind_template_child (widget_class, LecternSessionEditor, presenters);
  gtk_widget_class_bind_template_child (widget_class, LecternSessionEditor, resources);
  gtk_widget_class_bind_template_child (widget_class, LecternSessionEditor, note);
  gtk_widget_class_bind_template_child (widget_class, LecternSessionEditor, cancelled);
}

static void
lectern_session_editor_class_init (LecternSessionEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lectern_session_editor_get_property;
  object_class->set_property = lectern_session_editor_set_property;
  object_class->dispose = lectern_session_editor_dispose;
  install_properties (object_class);
  install_signals (klass);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "editor.add-paper", NULL, add_paper_action);
}

static void
lectern_session_editor_init (LecternSessionEditor *self)
{
  self->papers = g_ptr_array_new ();
  self->subject = lectern_subject_new ();
  g_signal_connect_object (self->subject, "changed", G_CALLBACK (lectern_session_editor_update),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->subject, "open-target", G_CALLBACK (open_target_cb),
                           self, G_CONNECT_SWAPPED);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->completion = G_OBJECT (lectern_name_completion_new (GTK_WIDGET (self->presenters), self->subject));
  g_signal_connect_object (self->warnings, "remedy", G_CALLBACK (remedy_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->warnings, "dismiss", G_CALLBACK (dismiss_cb),
                           self, G_CONNECT_SWAPPED);
}

/**
 * lectern_session_editor_new:
 *
 * Makes an editor without a session.
 *
 * Returns: (transfer floating): the editor
 */
LecternSessionEditor *
lectern_session_editor_new (void)
{
  return g_object_new (LECTERN_TYPE_SESSION_EDITOR, NULL);
}

/**
 * lectern_session_editor_get_document:
 * @self: an editor
 *
 * The document that the session belongs to.
 *
 * Returns: (transfer none) (nullable): the document
 */
LecternDocument *
lectern_session_editor_get_document (LecternSessionEditor *self)
{
  g_return_val_if_fail (LECTERN_IS_SESSION_EDITOR (self), NULL);

  return lectern_subject_get_document (self->subject);
}

/**
 * lectern_session_editor_set_document:
 * @self: an editor
 * @document: (nullable): a document
 *
 * Sets the document.  Another one leaves no session.
 */
void
lectern_session_editor_set_document (LecternSessionEditor *self,
                                     LecternDocument      *document)
{
  g_return_if_fail (LECTERN_IS_SESSION_EDITOR (self));

  if (lectern_subject_get_document (self->subject) == document)
    return;

  lectern_session_editor_set_session (self, NULL);
  lectern_session_editor_set_warnings (self, NULL);
  lectern_subject_set_document (self->subject, document);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOCUMENT]);
}

/**
 * lectern_session_editor_get_session:
 * @self: an editor
 *
 * The session.
 *
 * Returns: (transfer none) (nullable): the session
 */
LecternSession *
lectern_session_editor_get_session (LecternSessionEditor *self)
{
  g_return_val_if_fail (LECTERN_IS_SESSION_EDITOR (self), NULL);

  return lectern_subject_get_session (self->subject);
}

/**
 * lectern_session_editor_set_session:
 * @self: an editor
 * @session: (nullable): a session of the document
 *
 * Sets the session.  What was half typed about the previous one is put into
 * the model first, as far as it can be.
 */
void
lectern_session_editor_set_session (LecternSessionEditor *self,
                                    LecternSession       *session)
{
  GtkAdjustment *adjustment;

  g_return_if_fail (LECTERN_IS_SESSION_EDITOR (self));

  if (!lectern_subject_set_session (self->subject, session))
    return;

  lectern_session_editor_update (self);
  adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_lower (adjustment));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/**
 * lectern_session_editor_set_warnings:
 * @self: an editor
 * @warnings: (nullable) (element-type LecternWarning): all warnings, or %NULL
 *   if they are not known
 *
 * Sets what is wrong with the schedule.  As long as it is not known, the
 * editor shows what can be told from the session by itself.
 */
void
lectern_session_editor_set_warnings (LecternSessionEditor *self,
                                     GPtrArray            *warnings)
{
  g_return_if_fail (LECTERN_IS_SESSION_EDITOR (self));

  lectern_warning_group_set_known (self->warnings, warnings);
  lectern_resource_group_refresh (self->resources);
}

/**
 * lectern_session_editor_commit:
 * @self: an editor
 *
 * Puts what is half typed into the model, as when the focus leaves a field:
 * to be called before the document is saved or closed, and before an undo.
 */
void
lectern_session_editor_commit (LecternSessionEditor *self)
{
  g_return_if_fail (LECTERN_IS_SESSION_EDITOR (self));

  lectern_subject_leave (self->subject);
}

/**
 * lectern_session_editor_dup_unfinished:
 * @self: an editor
 *
 * After a commit: tells of a text that a field holds and that the model cannot
 * hold, such as half an address, so that it is not in the file.
 *
 * Returns: (transfer full) (nullable): a sentence, %NULL if there is none
 */
char *
lectern_session_editor_dup_unfinished (LecternSessionEditor *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (LECTERN_IS_SESSION_EDITOR (self), NULL);

  text = lectern_subject_dup_kept (self->subject);
  if (text == NULL)
    return NULL;

  return g_strdup_printf (_("“%s” is not finished, so it is not in the file"), text);
}

/**
 * lectern_session_editor_focus_title:
 * @self: an editor
 *
 * Gives the focus to what the session is called by: its own title, or that of
 * its first paper.
 */
void
lectern_session_editor_focus_title (LecternSessionEditor *self)
{
  g_return_if_fail (LECTERN_IS_SESSION_EDITOR (self));

  if (gtk_widget_get_visible (GTK_WIDGET (self->title_group)))
    gtk_widget_grab_focus (GTK_WIDGET (self->title));
  else if (self->papers->len > 0)
    lectern_paper_group_focus_title (g_ptr_array_index (self->papers, 0));
}

/**
 * lectern_session_editor_add_resource:
 * @self: an editor
 *
 * Opens the popover that adds a PDF or a link.
 */
void
lectern_session_editor_add_resource (LecternSessionEditor *self)
{
  g_return_if_fail (LECTERN_IS_SESSION_EDITOR (self));

  if (lectern_subject_get_session (self->subject) != NULL)
    lectern_resource_group_add (self->resources);
}
