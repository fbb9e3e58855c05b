/* lectern-record.c: a set of members with change notification
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-record-private.h"

/**
 * LecternRecord:
 *
 * The base of everything that the file format calls an object: a session, a
 * paper, a resource, the head.
 *
 * A subclass brings a table of members; each member becomes a GObject
 * property of the same kind that notifies only when its value changes.
 * Records inside a record (a session's papers) belong to it: they are changed
 * in place and never replaced, so that whoever shows one can hold on to it.
 */

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (LecternRecord, lectern_record, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Between freeze and thaw any number of changes are one `changed`. */
void
lectern_record_freeze (LecternRecord *self)
{
  PRIVATE (self)->frozen++;
}

void
lectern_record_thaw (LecternRecord *self)
{
  LecternRecordPrivate *priv = PRIVATE (self);

  priv->frozen--;
  if (priv->frozen == 0 && priv->pending)
    {
      priv->pending = FALSE;
      g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
    }
}

LecternRecordPrivate *
lectern_record_get_private (LecternRecord *self)
{
  return lectern_record_get_instance_private (self);
}

/* Something in the record changed, or in a record inside it. */
void
lectern_record_announce (LecternRecord *self)
{
  LecternRecordPrivate *priv = PRIVATE (self);

  if (priv->loading > 0)
    return;

  priv->touched = TRUE;

  if (priv->frozen > 0)
    priv->pending = TRUE;
  else
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
lectern_record_ensure_loaded (LecternRecord *self)
{
  LecternRecordPrivate *priv = PRIVATE (self);

  if (G_LIKELY (priv->loaded))
    return;

  priv->loaded = TRUE;

  if (LECTERN_RECORD_GET_CLASS (self)->load != NULL)
    {
      lectern_record_begin_load (self);
      LECTERN_RECORD_GET_CLASS (self)->load (self);
      lectern_record_end_load (self);
    }
}

static GType
member_value_type (const LecternMember *member)
{
  switch (member->type)
    {
    case LECTERN_MEMBER_STRING:
      return G_TYPE_STRING;
    case LECTERN_MEMBER_INTEGER:
      return G_TYPE_INT;
    case LECTERN_MEMBER_BOOLEAN:
      return G_TYPE_BOOLEAN;
    case LECTERN_MEMBER_STRINGS:
      return G_TYPE_STRV;
    case LECTERN_MEMBER_MAP:
      return G_TYPE_VARIANT;
    case LECTERN_MEMBER_RECORD:
      return member->item_type ();
    case LECTERN_MEMBER_RECORDS:
      return G_TYPE_LIST_MODEL;
    default:
      g_assert_not_reached ();
    }
}

static GParamSpec *
member_create_pspec (const LecternMember *member)
{
  const GParamFlags constant = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  switch (member->type)
    {
    case LECTERN_MEMBER_STRING:
      return g_param_spec_string (member->property, NULL, NULL, NULL, flags);
    case LECTERN_MEMBER_INTEGER:
      return g_param_spec_int (member->property, NULL, NULL, LECTERN_RECORD_UNREADABLE, G_MAXINT, 0, flags);
    case LECTERN_MEMBER_BOOLEAN:
      return g_param_spec_boolean (member->property, NULL, NULL, FALSE, flags);
    case LECTERN_MEMBER_STRINGS:
      return g_param_spec_boxed (member->property, NULL, NULL, G_TYPE_STRV, flags);
    case LECTERN_MEMBER_MAP:
      return g_param_spec_variant (member->property, NULL, NULL,
                                   G_VARIANT_TYPE ("a{ss}"), NULL, flags);
    case LECTERN_MEMBER_RECORD:
      return g_param_spec_object (member->property, NULL, NULL,
                                  member->item_type (), constant);
    case LECTERN_MEMBER_RECORDS:
      return g_param_spec_object (member->property, NULL, NULL,
                                  G_TYPE_LIST_MODEL, constant);
    default:
      g_assert_not_reached ();
    }
}

/* Absent, never empty: one spelling for each meaning. */
static void
normalise_value (const LecternMember *member,
                 GValue              *value)
{
  switch (member->type)
    {
    case LECTERN_MEMBER_STRINGS:
      {
        const char * const *strings = g_value_get_boxed (value);

        if (strings != NULL && strings[0] == NULL)
          g_value_set_boxed (value, NULL);
        break;
      }
    case LECTERN_MEMBER_MAP:
      {
        GVariant *map = g_value_get_variant (value);

        if (map != NULL && g_variant_n_children (map) == 0)
          g_value_set_variant (value, NULL);
        break;
      }
    case LECTERN_MEMBER_STRING:
      if (g_strcmp0 (g_value_get_string (value), "") == 0)
        g_value_set_string (value, NULL);
      break;
    case LECTERN_MEMBER_INTEGER:
    case LECTERN_MEMBER_BOOLEAN:
    case LECTERN_MEMBER_RECORD:
    case LECTERN_MEMBER_RECORDS:
    default:
      break;
    }
}

void
lectern_record_set_value (LecternRecord *self,
                          guint          i,
                          const GValue  *value)
{
  LecternRecordPrivate *priv = PRIVATE (self);
  LecternRecordClass *klass = LECTERN_RECORD_GET_CLASS (self);
  g_auto (GValue) normal = G_VALUE_INIT;

  lectern_record_ensure_loaded (self);

  g_value_init (&normal, G_VALUE_TYPE (value));
  g_value_copy (value, &normal);
  normalise_value (&klass->members[i], &normal);

  if (lectern_member_values_equal (&klass->members[i], &priv->values[i], &normal))
    return;

  g_value_copy (&normal, &priv->values[i]);

  if (priv->loading == 0)
    {
      g_object_notify_by_pspec (G_OBJECT (self), klass->pspecs[i]);
      lectern_record_announce (self);
    }
}

static void
lectern_record_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  LecternRecord *self = LECTERN_RECORD (object);
  const LecternMember *member = &LECTERN_RECORD_GET_CLASS (self)->members[prop_id - 1];

  lectern_record_ensure_loaded (self);

  if (member->type == LECTERN_MEMBER_RECORD || member->type == LECTERN_MEMBER_RECORDS)
    g_value_set_object (value, lectern_record_ensure_inner (self, prop_id - 1));
  else
    g_value_copy (&PRIVATE (self)->values[prop_id - 1], value);
}

static void
lectern_record_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  lectern_record_set_value (LECTERN_RECORD (object), prop_id - 1, value);
}

static void
lectern_record_constructed (GObject *object)
{
  LecternRecord *self = LECTERN_RECORD (object);
  LecternRecordClass *klass = LECTERN_RECORD_GET_CLASS (self);

  G_OBJECT_CLASS (lectern_record_parent_class)->constructed (object);

  /* Not in instance init, where the subclass's table is not known yet. */
  PRIVATE (self)->values = g_new0 (GValue, klass->n_members);
  for (guint i = 0; i < klass->n_members; i++)
    g_value_init (&PRIVATE (self)->values[i], member_value_type (&klass->members[i]));
}

static void
lectern_record_finalize (GObject *object)
{
  LecternRecord *self = LECTERN_RECORD (object);
  LecternRecordPrivate *priv = PRIVATE (self);

  for (guint i = 0; i < LECTERN_RECORD_GET_CLASS (self)->n_members; i++)
    g_value_unset (&priv->values[i]);
  g_free (priv->values);

  G_OBJECT_CLASS (lectern_record_parent_class)->finalize (object);
}

static void
lectern_record_class_init (LecternRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = lectern_record_constructed;
  object_class->finalize = lectern_record_finalize;

  /**
   * LecternRecord::changed:
   * @self: the record
   *
   * Emitted once after a change of the record or of a record inside it.
   */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_FIRST,
                  G_STRUCT_OFFSET (LecternRecordClass, changed),
                  NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
lectern_record_init (LecternRecord *self)
{
  LecternRecordPrivate *priv = PRIVATE (self);

  priv->origin = -1;
  priv->loaded = TRUE;
}

/**
 * lectern_record_class_install_members:
 * @klass: the class of a subclass
 * @members: (array length=n_members): its members in canonical order; must
 *   stay in memory
 * @n_members: the length of @members
 *
 * Gives a subclass its members, and a property for each.
 */
void
lectern_record_class_install_members (LecternRecordClass  *klass,
                                      const LecternMember *members,
                                      guint                n_members)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  klass->members = members;
  klass->n_members = n_members;
  klass->pspecs = g_new0 (GParamSpec *, n_members);

  object_class->get_property = lectern_record_get_property;
  object_class->set_property = lectern_record_set_property;

  for (guint i = 0; i < n_members; i++)
    {
      klass->pspecs[i] = member_create_pspec (&members[i]);
      g_object_class_install_property (object_class, i + 1, klass->pspecs[i]);
    }
}

/**
 * lectern_record_type_get_members:
 * @type: a type derived from [class@Record]
 * @n_members: (out): the number of members
 *
 * Gets the members of the records of a type.
 *
 * Returns: (transfer none) (array length=n_members): the members in
 *   canonical order
 */
const LecternMember *
lectern_record_type_get_members (GType  type,
                                 guint *n_members)
{
  /* Static types' classes are never unloaded. */
  g_autoptr (GTypeClass) klass = g_type_class_ref (type);

  *n_members = LECTERN_RECORD_CLASS (klass)->n_members;

  return LECTERN_RECORD_CLASS (klass)->members;
}

/**
 * lectern_record_get_members:
 * @self: a record
 * @n_members: (out): the number of members
 *
 * Gets the members of a record.
 *
 * Returns: (transfer none) (array length=n_members): the members in
 *   canonical order
 */
const LecternMember *
lectern_record_get_members (LecternRecord *self,
                            guint         *n_members)
{
  g_return_val_if_fail (LECTERN_IS_RECORD (self), NULL);

  *n_members = LECTERN_RECORD_GET_CLASS (self)->n_members;

  return LECTERN_RECORD_GET_CLASS (self)->members;
}

/**
 * lectern_record_get_origin:
 * @self: a record in a list of records
 *
 * Gets where in the list the record stood in the text that it was read from.
 * The writer pairs by it, so that what it does not know stays with the
 * record that it belongs to.
 *
 * Returns: the index, -1 if the record was made here
 */
int
lectern_record_get_origin (LecternRecord *self)
{
  g_return_val_if_fail (LECTERN_IS_RECORD (self), -1);

  return PRIVATE (self)->origin;
}

/**
 * lectern_record_set_origin:
 * @self: a record in a list of records
 * @origin: the index, or -1
 *
 * Sets where in its list the record was read from.
 */
void
lectern_record_set_origin (LecternRecord *self,
                           int            origin)
{
  g_return_if_fail (LECTERN_IS_RECORD (self));

  PRIVATE (self)->origin = origin;
}

/**
 * lectern_record_begin_load:
 * @self: a record
 *
 * Begins filling the record in from the text that it is read from: what is
 * set until [method@Record.end_load] notifies nobody and counts as unchanged.
 */
void
lectern_record_begin_load (LecternRecord *self)
{
  g_return_if_fail (LECTERN_IS_RECORD (self));

  PRIVATE (self)->loading++;
}

/**
 * lectern_record_end_load:
 * @self: a record
 *
 * Ends what [method@Record.begin_load] began.
 */
void
lectern_record_end_load (LecternRecord *self)
{
  g_return_if_fail (LECTERN_IS_RECORD (self));
  g_return_if_fail (PRIVATE (self)->loading > 0);

  PRIVATE (self)->loading--;
}

/**
 * lectern_record_is_untouched:
 * @self: a record
 *
 * Tells whether nothing has been changed since the record was made or read.
 * %FALSE does not mean that it is different: a change may have been undone.
 *
 * Returns: whether the record is certainly as it was read
 */
gboolean
lectern_record_is_untouched (LecternRecord *self)
{
  g_return_val_if_fail (LECTERN_IS_RECORD (self), FALSE);

  return !PRIVATE (self)->touched;
}

/**
 * lectern_record_postpone_load:
 * @self: a record whose class has a `load` function
 *
 * Lets the `load` function be called when a member is first asked for.
 */
void
lectern_record_postpone_load (LecternRecord *self)
{
  g_return_if_fail (LECTERN_IS_RECORD (self));

  PRIVATE (self)->loaded = FALSE;
}

/**
 * lectern_record_peek_string:
 * @self: a record
 * @member: the index of a member that is a string
 *
 * Gets a string without having the rest of the record read.
 *
 * Returns: (transfer none) (nullable): the string as far as it is known
 */
const char *
lectern_record_peek_string (LecternRecord *self,
                            guint          member)
{
  g_return_val_if_fail (LECTERN_IS_RECORD (self), NULL);

  return g_value_get_string (&PRIVATE (self)->values[member]);
}
