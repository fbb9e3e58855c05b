/* lectern-session.c: one entry of a schedule
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-session.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lectern-date.h"

/**
 * LecternSession:
 *
 * A meeting of the group, a break or an announcement.
 *
 * A session that was read from a file knows the text it was read from, and
 * is filled in from it only when more than its id and its date are asked for:
 * of ten thousand sessions a window shows a few.
 */
struct _LecternSession
{
  LecternRecord           parent_instance;

  guint64                 key;
  GBytes                 *file;
  gsize                   start;
  gsize                   length;
  LecternSessionLoadFunc  load;
  char                   *search_text;
};

G_DEFINE_FINAL_TYPE (LecternSession, lectern_session, LECTERN_TYPE_RECORD)

static const LecternMember members[] = {
  { "id", "id", LECTERN_MEMBER_STRING, LECTERN_FORM_TEXT, N_("Change Identifier"), NULL },
  { "date", "date", LECTERN_MEMBER_STRING, LECTERN_FORM_DATE, N_("Change Date"), NULL },
  { "dateText", "date-text", LECTERN_MEMBER_STRING, LECTERN_FORM_TEXT, N_("Change Date"), NULL },
  { "time", "time", LECTERN_MEMBER_STRING, LECTERN_FORM_TIME, N_("Change Time"), NULL },
  { "duration", "duration", LECTERN_MEMBER_INTEGER, LECTERN_FORM_TEXT, N_("Change Duration"), NULL },
  { "location", "location", LECTERN_MEMBER_STRING, LECTERN_FORM_TEXT, N_("Change Place"), NULL },
  { "kind", "kind", LECTERN_MEMBER_STRING, LECTERN_FORM_KIND, N_("Change Kind"), NULL },
  { "title", "title", LECTERN_MEMBER_STRING, LECTERN_FORM_TEXT, N_("Change Title"), NULL },
  { "status", "status", LECTERN_MEMBER_STRING, LECTERN_FORM_STATUS, N_("Change Cancellation"), NULL },
  { "reason", "reason", LECTERN_MEMBER_STRING, LECTERN_FORM_TEXT, N_("Change Reason"), NULL },
  { "papers", "papers", LECTERN_MEMBER_RECORDS, LECTERN_FORM_TEXT, N_("Change Papers"), lectern_paper_get_type },
  { "presenters", "presenters", LECTERN_MEMBER_STRINGS, LECTERN_FORM_TEXT, N_("Change Presenters"), NULL },
  { "resources", "resources", LECTERN_MEMBER_RECORDS, LECTERN_FORM_TEXT, N_("Change Notes and Links"), lectern_resource_get_type },
  { "note", "note", LECTERN_MEMBER_STRING, LECTERN_FORM_TEXT, N_("Change Note"), NULL },
  { "extra", "extra", LECTERN_MEMBER_MAP, LECTERN_FORM_TEXT, N_("Change Other Columns"), NULL },
  { "ignore", "ignore", LECTERN_MEMBER_STRINGS, LECTERN_FORM_TEXT, N_("Change Dismissed Warnings"), NULL },
};

static guint64
next_key (void)
{
  /* Sessions are also made in the thread that loads a file. */
  static gsize last;

  return (guint64) g_atomic_pointer_add (&last, 1) + 1;
}

static void
lectern_session_load (LecternRecord *record)
{
  LecternSession *self = LECTERN_SESSION (record);
  const char *text = g_bytes_get_data (self->file, NULL);

  self->load (self, text + self->start, self->length);
}

static void
lectern_session_changed (LecternRecord *record)
{
  g_clear_pointer (&LECTERN_SESSION (record)->search_text, g_free);
}

static void
lectern_session_finalize (GObject *object)
{
  LecternSession *self = LECTERN_SESSION (object);

  g_clear_pointer (&self->file, g_bytes_unref);
  g_clear_pointer (&self->search_text, g_free);

  G_OBJECT_CLASS (lectern_session_parent_class)->finalize (object);
}

static void
lectern_session_class_init (LecternSessionClass *klass)
{
  LecternRecordClass *record_class = LECTERN_RECORD_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lectern_session_finalize;
  record_class->load = lectern_session_load;
  record_class->changed = lectern_session_changed;

  lectern_record_class_install_members (record_class, members, G_N_ELEMENTS (members));
}

static void
lectern_session_init (LecternSession *self)
{
}

/**
 * lectern_session_new:
 *
 * Creates a session that says nothing yet, with a new key.
 *
 * Returns: (transfer full): a new session
 */
LecternSession *
lectern_session_new (void)
{
  LecternSession *self = g_object_new (LECTERN_TYPE_SESSION, NULL);

  self->key = next_key ();

  return self;
}

static void
set_text (LecternSession         *self,
          GBytes                 *file,
          gsize                   start,
          gsize                   length,
          LecternSessionLoadFunc  load)
{
  self->file = g_bytes_ref (file);
  self->start = start;
  self->length = length;
  self->load = load;
}

static void
set_pending (LecternSession *self,
             const char     *id,
             const char     *date)
{
  LecternRecord *record = LECTERN_RECORD (self);

  lectern_record_begin_load (record);
  lectern_record_set_string (record, LECTERN_SESSION_ID, id);
  lectern_record_set_string (record, LECTERN_SESSION_DATE, date);
  lectern_record_end_load (record);
  lectern_record_postpone_load (record);
}

/**
 * lectern_session_new_from_text:
 * @file: the bytes of a file
 * @start: where in @file the session's text begins
 * @length: the length of that text in bytes
 * @id: (nullable): the id that stands in the text
 * @date: (nullable): the date that stands in the text
 * @load: fills the session in from its text
 *
 * Creates a session that reads the rest of its text when it is needed.
 *
 * Returns: (transfer full): a new session
 */
LecternSession *
lectern_session_new_from_text (GBytes                 *file,
                               gsize                   start,
                               gsize                   length,
                               const char             *id,
                               const char             *date,
                               LecternSessionLoadFunc  load)
{
  LecternSession *self = lectern_session_new ();

  set_text (self, file, start, length, load);
  set_pending (self, id, date);

  return self;
}

/**
 * lectern_session_copy:
 * @self: a session
 *
 * Creates a session that says the same and is the same entry of the
 * schedule: it has the same key and was read from the same text.
 *
 * Returns: (transfer full): a new session
 */
LecternSession *
lectern_session_copy (LecternSession *self)
{
  LecternSession *copy = g_object_new (LECTERN_TYPE_SESSION, NULL);

  copy->key = self->key;
  if (self->file != NULL)
    set_text (copy, self->file, self->start, self->length, self->load);

  if (lectern_session_is_pristine (self))
    set_pending (copy, lectern_session_get_id (self), lectern_session_get_date (self));
  else
    lectern_record_assign (LECTERN_RECORD (copy), LECTERN_RECORD (self));

  return copy;
}

static void
clear_origins (GListModel *list)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (LecternRecord) item = g_list_model_get_item (list, i);

      lectern_record_set_origin (item, -1);
    }
}

/**
 * lectern_session_duplicate:
 * @self: a session
 *
 * Creates another entry that says the same: its key and id are its own, and
 * what only the file knows of @self does not go with it.
 *
 * Returns: (transfer full): a new session
 */
LecternSession *
lectern_session_duplicate (LecternSession *self)
{
  LecternSession *copy = lectern_session_new ();
  g_autofree char *id = lectern_session_make_id ();

  lectern_record_assign (LECTERN_RECORD (copy), LECTERN_RECORD (self));
  lectern_record_set_string (LECTERN_RECORD (copy), LECTERN_SESSION_ID, id);
  clear_origins (lectern_session_get_papers (copy));
  clear_origins (lectern_session_get_resources (copy));

  return copy;
}

/**
 * lectern_session_make_id:
 *
 * Makes an id for a new session: 80 random bits in base32, which no date
 * looks like.
 *
 * Returns: (transfer full): an id
 */
char *
lectern_session_make_id (void)
{
  static const char alphabet[] = "abcdefghijklmnopqrstuvwxyz234567";
  char id[17];

  for (guint i = 0; i < 16; i++)
    id[i] = alphabet[g_random_int_range (0, 32)];
  id[16] = '\0';

  return g_strdup (id);
}

/**
 * lectern_session_get_key:
 * @self: a session
 *
 * Gets the number by which this run of the program knows the entry, whatever
 * its id says and wherever it stands.  It is never 0.
 *
 * Returns: the key
 */
guint64
lectern_session_get_key (LecternSession *self)
{
  g_return_val_if_fail (LECTERN_IS_SESSION (self), 0);

  return self->key;
}

/**
 * lectern_session_get_source:
 * @self: a session
 * @file: (out) (optional) (transfer none): the bytes of the file
 * @start: (out) (optional): where in them the session's text begins
 * @length: (out) (optional): its length in bytes
 *
 * Gets the text that the session was read from.
 *
 * Returns: whether it was read from one
 */
gboolean
lectern_session_get_source (LecternSession  *self,
                            GBytes         **file,
                            gsize           *start,
                            gsize           *length)
{
  g_return_val_if_fail (LECTERN_IS_SESSION (self), FALSE);

  if (self->file == NULL)
    return FALSE;

  if (file != NULL)
    *file = self->file;
  if (start != NULL)
    *start = self->start;
  if (length != NULL)
    *length = self->length;

  return TRUE;
}

/**
 * lectern_session_is_pristine:
 * @self: a session
 *
 * Tells whether the session certainly says what its text says, because
 * nothing has ever changed it.
 *
 * Returns: whether it need not be compared with its text
 */
gboolean
lectern_session_is_pristine (LecternSession *self)
{
  g_return_val_if_fail (LECTERN_IS_SESSION (self), FALSE);

  return self->file != NULL && lectern_record_is_untouched (LECTERN_RECORD (self));
}

/**
 * lectern_session_get_kind:
 * @self: a session
 *
 * Gets what kind of entry it is.
 *
 * Returns: the kind
 */
LecternSessionKind
lectern_session_get_kind (LecternSession *self)
{
  const char *kind = lectern_record_get_string (LECTERN_RECORD (self), LECTERN_SESSION_KIND);

  if (kind == NULL || strcmp (kind, "session") == 0)
    return LECTERN_KIND_SESSION;
  else if (strcmp (kind, "break") == 0)
    return LECTERN_KIND_BREAK;
  else if (strcmp (kind, "announcement") == 0)
    return LECTERN_KIND_ANNOUNCEMENT;
  else
    return LECTERN_KIND_UNKNOWN;
}

/**
 * lectern_session_get_cancelled:
 * @self: a session
 *
 * Tells whether the session is cancelled.
 *
 * Returns: whether it is
 */
gboolean
lectern_session_get_cancelled (LecternSession *self)
{
  return g_strcmp0 (lectern_record_get_string (LECTERN_RECORD (self), LECTERN_SESSION_STATUS),
                    "cancelled") == 0;
}

/**
 * lectern_session_get_gdate:
 * @self: a session
 * @date: (out) (optional): the date
 *
 * Gets the date as one to reckon with.
 *
 * Returns: whether the session has a date, of a day that exists
 */
gboolean
lectern_session_get_gdate (LecternSession *self,
                           GDate          *date)
{
  return lectern_date_parse (lectern_session_get_date (self), date);
}

/**
 * lectern_session_matches:
 * @self: a session
 * @folded_needle: what to look for, normalized and case-folded; words
 *   apart by spaces
 *
 * Tells whether every word looked for stands somewhere in the session.
 *
 * Returns: whether the session is one that is looked for
 */
gboolean
lectern_session_matches (LecternSession *self,
                         const char     *folded_needle)
{
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (LECTERN_IS_SESSION (self), FALSE);

  /* Kept, since a search asks anew at each key. */
  if (self->search_text == NULL)
    self->search_text = lectern_session_dup_search_text (self);

  words = g_strsplit (folded_needle, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (strstr (self->search_text, words[i]) == NULL)
        return FALSE;
    }

  return TRUE;
}
