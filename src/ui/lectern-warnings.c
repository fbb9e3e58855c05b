/* lectern-warnings.c: what is wrong with a document, kept up to date
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-warnings.h"

#include "lectern-date.h"
#include "lectern-notes-folder.h"

/* How long to wait after an edit: more may follow. */
#define DELAY_MS 200

/* Looks through a snapshot in a thread, so that it never holds up the
 * window, however many sessions there are. */
struct _LecternWarnings
{
  GObject          parent_instance;

  LecternDocument *document;
  GPtrArray       *list;
  GHashTable      *by_key;

  GCancellable    *cancellable;
  guint            timeout_id;
};

enum
{
  PROP_0,
  PROP_N,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static guint changed_signal;

G_DEFINE_FINAL_TYPE (LecternWarnings, lectern_warnings, G_TYPE_OBJECT)

/* What a thread needs: nobody else holds the schedule. */
typedef struct
{
  LecternSchedule *schedule;
  GFile           *file;
  GCancellable    *cancellable;
} Work;

static void
work_free (Work *work)
{
  g_object_unref (work->schedule);
  g_clear_object (&work->file);
  g_object_unref (work->cancellable);
  g_free (work);
}

static LecternFileState
look_for (const char *path,
          gpointer    user_data)
{
  Work *work = user_data;

  /* Nobody waits for it any more, and the disk may be far away. */
  if (g_cancellable_is_cancelled (work->cancellable))
    return LECTERN_FILE_STATE_THERE;

  return lectern_notes_folder_look_for (work->file, path);
}

static void
check_thread (GTask        *task,
              gpointer      source_object,
              gpointer      task_data,
              GCancellable *cancellable)
{
  Work *work = task_data;
  LecternChecksOptions options = { 0 };

  lectern_date_today (&options.today);
  /* A schedule that was not saved yet has no folder to look into. */
  options.look_for = work->file != NULL ? look_for : NULL;
  options.user_data = work;
  g_task_return_pointer (task, lectern_checks_run (work->schedule, &options),
                         (GDestroyNotify) g_ptr_array_unref);
}

static void
checked_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (LecternWarnings) self = user_data;
  g_autoptr (GPtrArray) warnings = g_task_propagate_pointer (G_TASK (result), NULL);
  guint n_before = self->list->len;

  /* Cancelled: a later one is under way, or the window is gone. */
  if (warnings == NULL)
    return;

  g_ptr_array_unref (self->list);
  self->list = g_ptr_array_ref (warnings);
  g_hash_table_unref (self->by_key);
  self->by_key = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  for (guint i = 0; i < warnings->len; i++)
    {
      const LecternWarning *warning = g_ptr_array_index (warnings, i);
      const char *before = g_hash_table_lookup (self->by_key, &warning->key);
      char *text = before == NULL ? g_strdup (warning->text)
                                  : g_strconcat (before, "\n", warning->text, NULL);

      g_hash_table_insert (self->by_key, g_memdup2 (&warning->key, sizeof warning->key), text);
    }

  if (warnings->len != n_before)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N]);
  g_signal_emit (self, changed_signal, 0);
}

static gboolean
start_cb (gpointer user_data)
{
  LecternWarnings *self = user_data;
  g_autoptr (GTask) task = NULL;
  Work *work = g_new0 (Work, 1);

  self->timeout_id = 0;
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();

  /* Not its source: a thread drops its task when it likes, and what belongs to
   * a window must not be freed there. */
  task = g_task_new (NULL, self->cancellable, checked_cb, g_object_ref (self));
  work->schedule = lectern_schedule_snapshot (lectern_document_get_schedule (self->document));
  g_set_object (&work->file, lectern_document_get_file (self->document));
  work->cancellable = g_object_ref (self->cancellable);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  g_task_run_in_thread (task, check_thread);

  return G_SOURCE_REMOVE;
}

static void
changed_cb (LecternWarnings *self)
{
  if (self->timeout_id == 0)
    self->timeout_id = g_timeout_add (DELAY_MS, start_cb, self);
}

static void
lectern_warnings_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  LecternWarnings *self = LECTERN_WARNINGS (object);

  switch (property_id)
    {
    case PROP_N:
      g_value_set_uint (value, self->list->len);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
lectern_warnings_dispose (GObject *object)
{
  LecternWarnings *self = LECTERN_WARNINGS (object);

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (lectern_warnings_parent_class)->dispose (object);
}

static void
lectern_warnings_finalize (GObject *object)
{
  LecternWarnings *self = LECTERN_WARNINGS (object);

  g_object_unref (self->cancellable);
  g_hash_table_unref (self->by_key);
  g_ptr_array_unref (self->list);

  G_OBJECT_CLASS (lectern_warnings_parent_class)->finalize (object);
}

static void
lectern_warnings_class_init (LecternWarningsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lectern_warnings_get_property;
  object_class->dispose = lectern_warnings_dispose;
  object_class->finalize = lectern_warnings_finalize;

  /**
   * LecternWarnings:n:
   *
   * How many warnings there are.
   */
  properties[PROP_N] =
    g_param_spec_uint ("n", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * LecternWarnings::changed:
   *
   * The document has been looked through.
   */
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lectern_warnings_init (LecternWarnings *self)
{
  self->cancellable = g_cancellable_new ();
  self->list = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_warning_free);
  self->by_key = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
}

/**
 * lectern_warnings_new:
 * @document: a document
 *
 * Follows @document, which is looked through soon after this and after each
 * edit.
 *
 * Returns: (transfer full): the warnings
 */
LecternWarnings *
lectern_warnings_new (LecternDocument *document)
{
  LecternWarnings *self = g_object_new (LECTERN_TYPE_WARNINGS, NULL);

  self->document = g_object_ref (document);
  g_signal_connect_object (lectern_document_get_history (document), "changed",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  /* The notes are looked for beside the file. */
  g_signal_connect_object (document, "notify::file",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  self->timeout_id = g_idle_add_full (G_PRIORITY_LOW, start_cb, self, NULL);

  return self;
}

/**
 * lectern_warnings_get_n:
 * @self: warnings
 *
 * How many there are.
 *
 * Returns: their number
 */
guint
lectern_warnings_get_n (LecternWarnings *self)
{
  return self->list->len;
}

/**
 * lectern_warnings_get_by_key:
 * @self: warnings
 *
 * The sentences by the keys of the sessions; those of the head by 0.
 *
 * Returns: (transfer none): the table
 */
GHashTable *
lectern_warnings_get_by_key (LecternWarnings *self)
{
  return self->by_key;
}

/**
 * lectern_warnings_get_list:
 * @self: warnings
 *
 * The warnings themselves, in the order of the sessions.  The array is never
 * changed: when the document has been looked through there is a new one.
 *
 * Returns: (transfer none) (element-type LecternWarning): the warnings
 */
GPtrArray *
lectern_warnings_get_list (LecternWarnings *self)
{
  return self->list;
}

/**
 * lectern_warnings_check:
 * @self: warnings
 *
 * Looks through the document soon: its files or the day may have changed.
 */
void
lectern_warnings_check (LecternWarnings *self)
{
  changed_cb (self);
}
