/* lectern-schedule.c: the sessions of a group, and its head
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-schedule.h"

/**
 * LecternSchedule:
 *
 * A list model of the sessions, in the order of the file, and the head.
 *
 * The schedule also keeps the bytes that it was read from: every later text
 * of it is made from those and from what it says, so that undoing everything
 * brings the old bytes back, whatever was saved in between.
 */
struct _LecternSchedule
{
  GObject      parent_instance;

  LecternHead *head;
  GPtrArray   *sessions;
  GHashTable  *by_key;
  GBytes      *source;
};

static void lectern_schedule_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LecternSchedule, lectern_schedule, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      lectern_schedule_list_model_init))

enum
{
  PROP_0,
  PROP_HEAD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GType
lectern_schedule_get_item_type (GListModel *model)
{
  return LECTERN_TYPE_SESSION;
}

static guint
lectern_schedule_get_n_items (GListModel *model)
{
  return LECTERN_SCHEDULE (model)->sessions->len;
}

static gpointer
lectern_schedule_get_item (GListModel *model,
                           guint       position)
{
  LecternSchedule *self = LECTERN_SCHEDULE (model);

  if (position >= self->sessions->len)
    return NULL;

  return g_object_ref (g_ptr_array_index (self->sessions, position));
}

static void
lectern_schedule_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = lectern_schedule_get_item_type;
  iface->get_n_items = lectern_schedule_get_n_items;
  iface->get_item = lectern_schedule_get_item;
}

static void
lectern_schedule_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_HEAD:
      g_value_set_object (value, LECTERN_SCHEDULE (object)->head);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lectern_schedule_finalize (GObject *object)
{
  LecternSchedule *self = LECTERN_SCHEDULE (object);

  g_clear_object (&self->head);
  g_clear_pointer (&self->by_key, g_hash_table_unref);
  g_clear_pointer (&self->sessions, g_ptr_array_unref);
  g_clear_pointer (&self->source, g_bytes_unref);

  G_OBJECT_CLASS (lectern_schedule_parent_class)->finalize (object);
}

static void
lectern_schedule_class_init (LecternScheduleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lectern_schedule_get_property;
  object_class->finalize = lectern_schedule_finalize;

  /**
   * LecternSchedule:head: (transfer none)
   *
   * What the schedule says about the whole group.
   */
  properties[PROP_HEAD] =
    g_param_spec_object ("head", NULL, NULL, LECTERN_TYPE_HEAD,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static guint
key_hash (gconstpointer key)
{
  return g_int64_hash (key);
}

static void
lectern_schedule_init (LecternSchedule *self)
{
  self->head = lectern_head_new ();
  self->sessions = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_key = g_hash_table_new_full (key_hash, g_int64_equal, g_free, NULL);
}

/**
 * lectern_schedule_new:
 *
 * Creates a schedule without sessions.
 *
 * Returns: (transfer full): a new schedule
 */
LecternSchedule *
lectern_schedule_new (void)
{
  return g_object_new (LECTERN_TYPE_SCHEDULE, NULL);
}

/**
 * lectern_schedule_snapshot:
 * @self: a schedule
 *
 * Creates a schedule that says the same and that nobody else changes, to be
 * written in another thread.
 *
 * Returns: (transfer full): a new schedule
 */
LecternSchedule *
lectern_schedule_snapshot (LecternSchedule *self)
{
  LecternSchedule *copy = lectern_schedule_new ();
  g_autoptr (GPtrArray) sessions = NULL;

  g_return_val_if_fail (LECTERN_IS_SCHEDULE (self), NULL);

  sessions = g_ptr_array_new_full (self->sessions->len, g_object_unref);
  for (guint i = 0; i < self->sessions->len; i++)
    g_ptr_array_add (sessions, lectern_session_copy (g_ptr_array_index (self->sessions, i)));

  lectern_record_assign (LECTERN_RECORD (copy->head), LECTERN_RECORD (self->head));
  lectern_schedule_splice (copy, 0, 0, (LecternSession **) sessions->pdata, sessions->len);
  lectern_schedule_set_source (copy, self->source);

  return copy;
}

/**
 * lectern_schedule_get_head:
 * @self: a schedule
 *
 * Gets what the schedule says about the whole group.
 *
 * Returns: (transfer none): the head
 */
LecternHead *
lectern_schedule_get_head (LecternSchedule *self)
{
  g_return_val_if_fail (LECTERN_IS_SCHEDULE (self), NULL);

  return self->head;
}

/**
 * lectern_schedule_get_n_sessions:
 * @self: a schedule
 *
 * Gets how many sessions there are.
 *
 * Returns: the number
 */
guint
lectern_schedule_get_n_sessions (LecternSchedule *self)
{
  g_return_val_if_fail (LECTERN_IS_SCHEDULE (self), 0);

  return self->sessions->len;
}

/**
 * lectern_schedule_get_session:
 * @self: a schedule
 * @position: a position in the list
 *
 * Gets a session without taking a reference.
 *
 * Returns: (transfer none) (nullable): the session, or %NULL if @position is
 *   past the end
 */
LecternSession *
lectern_schedule_get_session (LecternSchedule *self,
                              guint            position)
{
  g_return_val_if_fail (LECTERN_IS_SCHEDULE (self), NULL);

  if (position >= self->sessions->len)
    return NULL;

  return g_ptr_array_index (self->sessions, position);
}

/**
 * lectern_schedule_find_key:
 * @self: a schedule
 * @key: a session's key
 * @position: (out) (optional): where it stands
 *
 * Looks a session up by its key.
 *
 * Returns: (transfer none) (nullable): the session, or %NULL if there is
 *   none now
 */
LecternSession *
lectern_schedule_find_key (LecternSchedule *self,
                           guint64          key,
                           guint           *position)
{
  LecternSession *session;

  g_return_val_if_fail (LECTERN_IS_SCHEDULE (self), NULL);

  session = g_hash_table_lookup (self->by_key, &key);
  if (session != NULL && position != NULL)
    g_ptr_array_find (self->sessions, session, position);

  return session;
}

/**
 * lectern_schedule_get_source:
 * @self: a schedule
 *
 * Gets the bytes that the schedule was read from.
 *
 * Returns: (transfer none) (nullable): the bytes, or %NULL if it is new
 */
GBytes *
lectern_schedule_get_source (LecternSchedule *self)
{
  g_return_val_if_fail (LECTERN_IS_SCHEDULE (self), NULL);

  return self->source;
}

/**
 * lectern_schedule_set_source:
 * @self: a schedule
 * @source: (nullable): bytes
 *
 * Sets the bytes that the schedule was read from.
 */
void
lectern_schedule_set_source (LecternSchedule *self,
                             GBytes          *source)
{
  GBytes *old;

  g_return_if_fail (LECTERN_IS_SCHEDULE (self));

  old = self->source;
  self->source = source != NULL ? g_bytes_ref (source) : NULL;
  g_clear_pointer (&old, g_bytes_unref);
}

static guint64 *
key_new (guint64 key)
{
  guint64 *copy = g_new (guint64, 1);

  *copy = key;

  return copy;
}

/**
 * lectern_schedule_splice:
 * @self: a schedule
 * @position: where to begin
 * @n_removals: how many sessions to take out
 * @additions: (array length=n_additions) (transfer none): the sessions to
 *   put in their place
 * @n_additions: how many they are
 *
 * Takes sessions out and puts others in, with one `items-changed`.
 */
void
lectern_schedule_splice (LecternSchedule  *self,
                         guint             position,
                         guint             n_removals,
                         LecternSession  **additions,
                         guint             n_additions)
{
  g_autoptr (GPtrArray) old = NULL;

  g_return_if_fail (LECTERN_IS_SCHEDULE (self));
  g_return_if_fail (position + n_removals <= self->sessions->len);

  /* Held until everybody has been told. */
  old = self->sessions;
  self->sessions = g_ptr_array_new_full (old->len - n_removals + n_additions, g_object_unref);

  for (guint i = 0; i < n_removals; i++)
    {
      guint64 key = lectern_session_get_key (g_ptr_array_index (old, position + i));

      g_hash_table_remove (self->by_key, &key);
    }

  for (guint i = 0; i < position; i++)
    g_ptr_array_add (self->sessions, g_object_ref (g_ptr_array_index (old, i)));
  for (guint i = 0; i < n_additions; i++)
    {
      g_ptr_array_add (self->sessions, g_object_ref (additions[i]));
      g_hash_table_insert (self->by_key,
                           key_new (lectern_session_get_key (additions[i])), additions[i]);
    }
  for (guint i = position + n_removals; i < old->len; i++)
    g_ptr_array_add (self->sessions, g_object_ref (g_ptr_array_index (old, i)));

  g_list_model_items_changed (G_LIST_MODEL (self), position, n_removals, n_additions);
}
