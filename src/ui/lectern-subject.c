/* lectern-subject.c: the session that the editor is about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-subject.h"

/**
 * LecternSubject:
 *
 * What the parts of the session editor share: the document, the session, and
 * the way to edit it.  It also keeps the texts that a field holds and that
 * the model cannot hold, such as half an address, so that they are there
 * again when their session is.
 */
struct _LecternSubject
{
  GObject          parent_instance;

  LecternDocument *document;
  LecternSession  *session;
  GSignalGroup    *session_signals;
  GSignalGroup    *head_signals;
  GHashTable      *kept;
  gboolean         changing;
};

/* A text that is not in the model, and what the model had at its place. */
typedef struct
{
  char *shown;
  char *text;
} Kept;

enum
{
  SIGNAL_LEAVE,
  SIGNAL_CHANGED,
  SIGNAL_OPEN_TARGET,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LecternSubject, lectern_subject, G_TYPE_OBJECT)

static void
kept_free (Kept *kept)
{
  g_free (kept->shown);
  g_free (kept->text);
  g_free (kept);
}

static void
emit_changed (LecternSubject *self)
{
  self->changing = TRUE;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  self->changing = FALSE;
}

static void
lectern_subject_dispose (GObject *object)
{
  LecternSubject *self = LECTERN_SUBJECT (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->head_signals);
  g_clear_object (&self->session);
  g_clear_object (&self->document);
  g_hash_table_remove_all (self->kept);

  G_OBJECT_CLASS (lectern_subject_parent_class)->dispose (object);
}

static void
lectern_subject_finalize (GObject *object)
{
  g_hash_table_unref (LECTERN_SUBJECT (object)->kept);

  G_OBJECT_CLASS (lectern_subject_parent_class)->finalize (object);
}

static void
lectern_subject_class_init (LecternSubjectClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = lectern_subject_dispose;
  object_class->finalize = lectern_subject_finalize;

  /**
   * LecternSubject::leave:
   * @self: the subject
   *
   * The fields are to put what they hold into the model.
   */
  signals[SIGNAL_LEAVE] =
    g_signal_new ("leave", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * LecternSubject::changed:
   * @self: the subject
   *
   * The session says something else, or the head does.
   */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * LecternSubject::open-target:
   * @self: the subject
   * @target: a paper or a resource
   *
   * Something of the session is to be opened.
   */
  signals[SIGNAL_OPEN_TARGET] =
    g_signal_new ("open-target", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, LECTERN_TYPE_RECORD);
}

static void
lectern_subject_init (LecternSubject *self)
{
  self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                      (GDestroyNotify) kept_free);

  self->session_signals = g_signal_group_new (LECTERN_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "changed",
                                  G_CALLBACK (emit_changed), self);
  self->head_signals = g_signal_group_new (LECTERN_TYPE_HEAD);
  g_signal_group_connect_swapped (self->head_signals, "changed",
                                  G_CALLBACK (emit_changed), self);
}

/**
 * lectern_subject_new:
 *
 * Makes a subject without a session.
 *
 * Returns: (transfer full): the subject
 */
LecternSubject *
lectern_subject_new (void)
{
  return g_object_new (LECTERN_TYPE_SUBJECT, NULL);
}

/**
 * lectern_subject_get_document:
 * @self: a subject
 *
 * The document that the session belongs to.
 *
 * Returns: (transfer none) (nullable): the document
 */
LecternDocument *
lectern_subject_get_document (LecternSubject *self)
{
  return self->document;
}

/**
 * lectern_subject_set_document:
 * @self: a subject
 * @document: (nullable): a document
 *
 * Sets the document.  What was kept for another one is forgotten.
 *
 * Returns: whether it is another one
 */
gboolean
lectern_subject_set_document (LecternSubject  *self,
                              LecternDocument *document)
{
  if (self->document == document)
    return FALSE;

  lectern_subject_set_session (self, NULL);
  g_hash_table_remove_all (self->kept);
  g_set_object (&self->document, document);
  g_signal_group_set_target (self->head_signals, lectern_subject_get_head (self));

  return TRUE;
}

/**
 * lectern_subject_get_session:
 * @self: a subject
 *
 * The session.
 *
 * Returns: (transfer none) (nullable): the session
 */
LecternSession *
lectern_subject_get_session (LecternSubject *self)
{
  return self->session;
}

/**
 * lectern_subject_set_session:
 * @self: a subject
 * @session: (nullable): a session of the document
 *
 * Sets the session.  The fields are left first.  Who shows the session has to
 * look at the new one afterwards: no signal tells of it.
 *
 * Returns: whether it is another one
 */
gboolean
lectern_subject_set_session (LecternSubject *self,
                             LecternSession *session)
{
  if (self->session == session)
    return FALSE;

  lectern_subject_leave (self);
  g_set_object (&self->session, session);
  g_signal_group_set_target (self->session_signals, session);

  return TRUE;
}

/**
 * lectern_subject_get_history:
 * @self: a subject
 *
 * The history of the document.
 *
 * Returns: (transfer none) (nullable): the history
 */
LecternHistory *
lectern_subject_get_history (LecternSubject *self)
{
  return self->document != NULL ? lectern_document_get_history (self->document) : NULL;
}

/**
 * lectern_subject_get_head:
 * @self: a subject
 *
 * What the document says about the whole group.
 *
 * Returns: (transfer none) (nullable): the head
 */
LecternHead *
lectern_subject_get_head (LecternSubject *self)
{
  if (self->document == NULL)
    return NULL;

  return lectern_schedule_get_head (lectern_document_get_schedule (self->document));
}

/**
 * lectern_subject_get_changing:
 * @self: a subject
 *
 * Tells whether a change is being shown.  The focus may leave a field by it,
 * but nothing can be edited in the middle of it.
 *
 * Returns: whether it is
 */
gboolean
lectern_subject_get_changing (LecternSubject *self)
{
  return self->changing;
}

/* A session that was removed while its field had the focus takes no edit. */
static gboolean
can_edit (LecternSubject *self)
{
  if (self->document == NULL || self->session == NULL)
    return FALSE;

  return lectern_schedule_find_key (lectern_document_get_schedule (self->document),
                                    lectern_session_get_key (self->session), NULL)
         == self->session;
}

/**
 * lectern_subject_type:
 * @self: a subject
 * @path: a path, as for [func@edit_type]
 * @value: what a field holds after a keystroke
 * @error: return location for an error of domain %LECTERN_EDIT_ERROR
 *
 * Changes one member while it is typed.  If the session is not in the
 * schedule any more, nothing happens.
 *
 * Returns: %FALSE if the member cannot hold @value
 */
gboolean
lectern_subject_type (LecternSubject  *self,
                      const char      *path,
                      const char      *value,
                      GError         **error)
{
  if (!can_edit (self))
    return TRUE;

  return lectern_edit_type (lectern_subject_get_history (self), self->session,
                            path, value, error);
}

/**
 * lectern_subject_set:
 * @self: a subject
 * @path: a path, as for [func@edit_set]
 * @value: the value
 * @error: return location for an error of domain %LECTERN_EDIT_ERROR
 *
 * Changes one member, as one step.  If the session is not in the schedule any
 * more, nothing happens.
 *
 * Returns: %FALSE if the member cannot hold @value
 */
gboolean
lectern_subject_set (LecternSubject  *self,
                     const char      *path,
                     const char      *value,
                     GError         **error)
{
  if (!can_edit (self))
    return TRUE;

  return lectern_edit_set (lectern_subject_get_history (self), self->session,
                           path, value, error);
}

/**
 * lectern_subject_set_many:
 * @self: a subject
 * @assignments: (array zero-terminated=1): each `PATH=VALUE`
 * @error: return location for an error of domain %LECTERN_EDIT_ERROR
 *
 * Changes several members in one step, or none.  If the session is not in the
 * schedule any more, nothing happens.
 *
 * Returns: %FALSE if one of them cannot be changed so
 */
gboolean
lectern_subject_set_many (LecternSubject      *self,
                          const char * const  *assignments,
                          GError             **error)
{
  if (!can_edit (self))
    return TRUE;

  return lectern_edit_set_many (lectern_subject_get_history (self), self->session,
                                assignments, error);
}

/**
 * lectern_subject_leave:
 * @self: a subject
 *
 * Has the fields put what they hold into the model, as if the focus left
 * them.  The next keystroke begins a step of its own.
 */
void
lectern_subject_leave (LecternSubject *self)
{
  g_signal_emit (self, signals[SIGNAL_LEAVE], 0);

  if (self->document != NULL)
    lectern_history_seal (lectern_subject_get_history (self));
}

/**
 * lectern_subject_open:
 * @self: a subject
 * @target: a paper or a resource of the session
 *
 * Asks for something to be opened, with what is typed in the model.
 */
void
lectern_subject_open (LecternSubject *self,
                      LecternRecord  *target)
{
  lectern_subject_leave (self);
  g_signal_emit (self, signals[SIGNAL_OPEN_TARGET], 0, target);
}

static char *
make_key (LecternSubject *self,
          const char     *path)
{
  return g_strdup_printf ("%" G_GUINT64_FORMAT " %s",
                          lectern_session_get_key (self->session), path);
}

/**
 * lectern_subject_keep:
 * @self: a subject
 * @path: the path of a field
 * @shown: what the model holds there, as the field would show it
 * @text: (nullable): what the field holds and the model cannot, or %NULL if
 *   there is no such text any more
 *
 * Keeps a text for when the session is edited again.
 */
void
lectern_subject_keep (LecternSubject *self,
                      const char     *path,
                      const char     *shown,
                      const char     *text)
{
  g_autofree char *key = NULL;
  Kept *kept;

  if (self->session == NULL)
    return;

  key = make_key (self, path);
  if (text == NULL)
    {
      g_hash_table_remove (self->kept, key);
      return;
    }

  kept = g_new0 (Kept, 1);
  kept->shown = g_strdup (shown);
  kept->text = g_strdup (text);
  g_hash_table_replace (self->kept, g_steal_pointer (&key), kept);
}

/**
 * lectern_subject_find_kept:
 * @self: a subject
 * @path: the path of a field
 * @shown: what the model holds there now
 *
 * Looks for a text that was kept for a field of the session.  If the model
 * has been changed since, the text has had its day.
 *
 * Returns: (transfer none) (nullable): the text
 */
const char *
lectern_subject_find_kept (LecternSubject *self,
                           const char     *path,
                           const char     *shown)
{
  g_autofree char *key = NULL;
  Kept *kept;

  if (self->session == NULL)
    return NULL;

  key = make_key (self, path);
  kept = g_hash_table_lookup (self->kept, key);
  if (kept == NULL)
    return NULL;

  if (g_strcmp0 (kept->shown, shown) != 0)
    {
      g_hash_table_remove (self->kept, key);
      return NULL;
    }

  return kept->text;
}

/**
 * lectern_subject_dup_kept:
 * @self: a subject
 *
 * Gets one of the texts that fields hold and the model cannot, of any session
 * that is still in the schedule.
 *
 * Returns: (transfer full) (nullable): a text, %NULL if there is none
 */
char *
lectern_subject_dup_kept (LecternSubject *self)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, self->kept);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      guint64 session = g_ascii_strtoull (key, NULL, 10);

      if (lectern_schedule_find_key (lectern_document_get_schedule (self->document),
                                     session, NULL) != NULL)
        return g_strdup (((Kept *) value)->text);
    }

  return NULL;
}
