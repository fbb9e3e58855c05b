/* lectern-document.c: a schedule, its history and the file it lives in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-document-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-json.h"
#include "lectern-saver.h"

/**
 * LecternDocument:
 *
 * What a window shows and the command line works on: a schedule with its
 * history, the file it was read from, and the hash of what that file held when
 * it was last read or written.  All edits go through the history; saving never
 * changes the schedule.
 */

G_DEFINE_FINAL_TYPE (LecternDocument, lectern_document, G_TYPE_OBJECT)

static GParamSpec *properties[LECTERN_DOCUMENT_N_PROPS];

/* For the other parts of this type. */
void
lectern_document_notify (LecternDocument     *self,
                         LecternDocumentProp  prop)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
}

void
lectern_document_update_edited (LecternDocument *self)
{
  gboolean edited = !lectern_history_get_saved (self->history);

  if (self->edited == edited)
    return;

  self->edited = edited;
  lectern_document_notify (self, LECTERN_DOCUMENT_PROP_EDITED);
}

static void
lectern_document_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  LecternDocument *self = LECTERN_DOCUMENT (object);

  switch (property_id)
    {
    case LECTERN_DOCUMENT_PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case LECTERN_DOCUMENT_PROP_BASELINE:
      g_value_set_string (value, self->baseline);
      break;
    case LECTERN_DOCUMENT_PROP_EDITED:
      g_value_set_boolean (value, lectern_document_get_edited (self));
      break;
    case LECTERN_DOCUMENT_PROP_SAVING:
      g_value_set_boolean (value, lectern_document_get_saving (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
lectern_document_dispose (GObject *object)
{
  LecternDocument *self = LECTERN_DOCUMENT (object);

  g_clear_object (&self->history);
  g_clear_object (&self->schedule);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (lectern_document_parent_class)->dispose (object);
}

static void
lectern_document_finalize (GObject *object)
{
  LecternDocument *self = LECTERN_DOCUMENT (object);

  /* Each save holds a reference, so that there are none left. */
  g_assert (g_queue_is_empty (&self->saves));
  g_clear_pointer (&self->base, g_bytes_unref);
  g_free (self->baseline);

  G_OBJECT_CLASS (lectern_document_parent_class)->finalize (object);
}

static void
lectern_document_class_init (LecternDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = lectern_document_get_property;
  object_class->dispose = lectern_document_dispose;
  object_class->finalize = lectern_document_finalize;

  /**
   * LecternDocument:file:
   *
   * The file it was read from or last saved to; %NULL before the first save.
   */
  properties[LECTERN_DOCUMENT_PROP_FILE] =
    g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);

  /**
   * LecternDocument:baseline:
   *
   * The hash of what its file held when it was last read or written; %NULL
   * without a file.
   */
  properties[LECTERN_DOCUMENT_PROP_BASELINE] =
    g_param_spec_string ("baseline", NULL, NULL, NULL, flags);

  /**
   * LecternDocument:edited:
   *
   * Whether there is something that the file does not hold.
   */
  properties[LECTERN_DOCUMENT_PROP_EDITED] =
    g_param_spec_boolean ("edited", NULL, NULL, FALSE, flags);

  /**
   * LecternDocument:saving:
   *
   * Whether a save is under way.
   */
  properties[LECTERN_DOCUMENT_PROP_SAVING] =
    g_param_spec_boolean ("saving", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, LECTERN_DOCUMENT_N_PROPS, properties);
}

static void
lectern_document_init (LecternDocument *self)
{
  g_queue_init (&self->saves);
}

/* For the other half of this type: with the hash of what @file holds. */
LecternDocument *
lectern_document_new_for_schedule (LecternSchedule *schedule,
                                   GFile           *file,
                                   const char      *baseline)
{
  LecternDocument *self = g_object_new (LECTERN_TYPE_DOCUMENT, NULL);

  self->schedule = g_object_ref (schedule);
  self->history = lectern_history_new (schedule);
  g_set_object (&self->file, file);
  self->baseline = g_strdup (baseline);
  if (baseline != NULL)
    self->base = g_bytes_ref (lectern_schedule_get_source (schedule));
  self->saved_state = lectern_history_get_state (self->history);
  g_signal_connect_object (self->history, "notify::saved",
                           G_CALLBACK (lectern_document_update_edited), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * lectern_document_new:
 *
 * Makes a document with an empty schedule and no file.  It counts as unedited
 * until something is changed.
 *
 * Returns: (transfer full): a new document
 */
LecternDocument *
lectern_document_new (void)
{
  g_autoptr (LecternSchedule) schedule = lectern_schedule_new ();
  LecternRecord *head = LECTERN_RECORD (lectern_schedule_get_head (schedule));
  g_autofree char *id = lectern_session_make_id ();

  lectern_record_set_string (head, LECTERN_HEAD_ID, id);
  lectern_record_set_string (head, LECTERN_HEAD_TITLE, _("Reading Group"));

  return lectern_document_new_for_schedule (schedule, NULL, NULL);
}

/**
 * lectern_document_get_file:
 * @self: a document
 *
 * Gets where the document lives.
 *
 * Returns: (transfer none) (nullable): the file, %NULL before the first save
 */
GFile *
lectern_document_get_file (LecternDocument *self)
{
  g_return_val_if_fail (LECTERN_IS_DOCUMENT (self), NULL);

  return self->file;
}

/**
 * lectern_document_set_path:
 * @self: a document with a file
 * @file: the same file by another path
 *
 * Says that its file is to be reached by another path from now on, as one
 * that a sandbox was given without its folder, when the folder is there too.
 */
void
lectern_document_set_path (LecternDocument *self,
                           GFile           *file)
{
  g_return_if_fail (LECTERN_IS_DOCUMENT (self));
  g_return_if_fail (self->file != NULL && G_IS_FILE (file));

  if (g_file_equal (self->file, file))
    return;

  g_set_object (&self->file, file);
  lectern_document_notify (self, LECTERN_DOCUMENT_PROP_FILE);
}

/**
 * lectern_document_get_baseline:
 * @self: a document
 *
 * Gets the hash of what its file held when it was last read or written.
 *
 * Returns: (transfer none) (nullable): the hash, %NULL without a file
 */
const char *
lectern_document_get_baseline (LecternDocument *self)
{
  g_return_val_if_fail (LECTERN_IS_DOCUMENT (self), NULL);

  return self->baseline;
}

/**
 * lectern_document_get_base:
 * @self: a document
 *
 * Gets what its file held when it was last read or written.
 *
 * Returns: (transfer none) (nullable): the bytes, %NULL without a file
 */
GBytes *
lectern_document_get_base (LecternDocument *self)
{
  g_return_val_if_fail (LECTERN_IS_DOCUMENT (self), NULL);

  return self->base;
}

/* The file is what @baseline, which is taken, is the hash of. */
void
lectern_document_take_baseline (LecternDocument *self,
                                char            *baseline)
{
  g_autofree char *before = g_steal_pointer (&self->baseline);

  self->baseline = baseline;
  if (g_strcmp0 (before, baseline) != 0)
    lectern_document_notify (self, LECTERN_DOCUMENT_PROP_BASELINE);
}

/**
 * lectern_document_set_base:
 * @self: a document with a file
 * @base: what another program has put into the file
 *
 * Says that what the file holds now is known: the next save may replace it,
 * and keeps it, if it keeps anything, however little time has passed.
 * The document counts as edited unless it would write just that.
 */
void
lectern_document_set_base (LecternDocument *self,
                           GBytes          *base)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_if_fail (LECTERN_IS_DOCUMENT (self));
  g_return_if_fail (self->file != NULL);

  g_object_freeze_notify (G_OBJECT (self));
  g_bytes_ref (base);
  g_clear_pointer (&self->base, g_bytes_unref);
  self->base = base;
  lectern_document_take_baseline (self, lectern_saver_hash (base));
  self->unconfirmed = FALSE;
  self->missing = FALSE;
  self->foreign = TRUE;

  bytes = lectern_json_write (self->schedule, lectern_schedule_get_source (self->schedule), NULL);
  self->saved_state = bytes != NULL && g_bytes_equal (bytes, base)
                      ? lectern_history_get_state (self->history) : LECTERN_HISTORY_NO_STATE;
  lectern_history_mark_saved (self->history, self->saved_state);
  lectern_document_update_edited (self);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * lectern_document_set_missing:
 * @self: a document with a file
 * @missing: whether the file is gone
 *
 * Says that another program has deleted or moved the file, or that it is back
 * as it was.  Without its file a document is edited, and a save writes the
 * file anew.
 */
void
lectern_document_set_missing (LecternDocument *self,
                              gboolean         missing)
{
  g_return_if_fail (LECTERN_IS_DOCUMENT (self));

  if (self->missing == missing)
    return;

  self->missing = missing;
  lectern_history_mark_saved (self->history,
                              missing ? LECTERN_HISTORY_NO_STATE : self->saved_state);
  lectern_document_update_edited (self);
}

/**
 * lectern_document_get_schedule:
 * @self: a document
 *
 * Gets the schedule, which stays the same one.
 *
 * Returns: (transfer none): the schedule
 */
LecternSchedule *
lectern_document_get_schedule (LecternDocument *self)
{
  g_return_val_if_fail (LECTERN_IS_DOCUMENT (self), NULL);

  return self->schedule;
}

/**
 * lectern_document_get_history:
 * @self: a document
 *
 * Gets the history, which all edits go through.
 *
 * Returns: (transfer none): the history
 */
LecternHistory *
lectern_document_get_history (LecternDocument *self)
{
  g_return_val_if_fail (LECTERN_IS_DOCUMENT (self), NULL);

  return self->history;
}

/**
 * lectern_document_get_edited:
 * @self: a document
 *
 * Tells whether there is something that the file does not hold.
 *
 * Returns: whether something would be lost
 */
gboolean
lectern_document_get_edited (LecternDocument *self)
{
  g_return_val_if_fail (LECTERN_IS_DOCUMENT (self), FALSE);

  return self->edited;
}

/**
 * lectern_document_get_saving:
 * @self: a document
 *
 * Tells whether a save is under way or waits.
 *
 * Returns: whether the document is being saved
 */
gboolean
lectern_document_get_saving (LecternDocument *self)
{
  g_return_val_if_fail (LECTERN_IS_DOCUMENT (self), FALSE);

  return !g_queue_is_empty (&self->saves);
}

/**
 * lectern_document_set_backups:
 * @self: a document
 * @backups: whether to keep what a save replaces
 *
 * Sets whether a save keeps what the file held before, see
 * [func@backup_make].  A document does not, unless it is told to.
 */
void
lectern_document_set_backups (LecternDocument *self,
                              gboolean         backups)
{
  g_return_if_fail (LECTERN_IS_DOCUMENT (self));

  self->backups = backups;
}
