/* lectern-record-access.c: getting and setting the members of a record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-record-private.h"

/**
 * lectern_record_get_string:
 * @self: a record
 * @member: the index of one of its members of that type
 *
 * Gets a string.
 *
 * Returns: (transfer none) (nullable): the value
 */
const char *
lectern_record_get_string (LecternRecord *self,
                           guint          member)
{
  g_return_val_if_fail (LECTERN_IS_RECORD (self), NULL);

  lectern_record_ensure_loaded (self);

  return g_value_get_string (&PRIVATE (self)->values[member]);
}

/**
 * lectern_record_get_integer:
 * @self: a record
 * @member: the index of one of its members of that type
 *
 * Gets a number, 0 if it is absent or was not understood.
 *
 * Returns: the value
 */
int
lectern_record_get_integer (LecternRecord *self,
                            guint          member)
{
  g_return_val_if_fail (LECTERN_IS_RECORD (self), 0);

  lectern_record_ensure_loaded (self);

  return MAX (0, g_value_get_int (&PRIVATE (self)->values[member]));
}

/**
 * lectern_record_is_unreadable:
 * @self: a record
 * @member: the index of one of its members that is an integer
 *
 * Tells whether the file has a number there that is not understood.  It counts
 * as absent, and is kept for as long as nothing else is put in its place.
 *
 * Returns: whether it has
 */
gboolean
lectern_record_is_unreadable (LecternRecord *self,
                              guint          member)
{
  g_return_val_if_fail (LECTERN_IS_RECORD (self), FALSE);

  lectern_record_ensure_loaded (self);

  return LECTERN_RECORD_GET_CLASS (self)->members[member].type == LECTERN_MEMBER_INTEGER &&
         g_value_get_int (&PRIVATE (self)->values[member]) == LECTERN_RECORD_UNREADABLE;
}

/**
 * lectern_record_get_boolean:
 * @self: a record
 * @member: the index of one of its members of that type
 *
 * Gets a truth value, %FALSE if it is absent.
 *
 * Returns: the value
 */
gboolean
lectern_record_get_boolean (LecternRecord *self,
                            guint          member)
{
  g_return_val_if_fail (LECTERN_IS_RECORD (self), FALSE);

  lectern_record_ensure_loaded (self);

  return g_value_get_boolean (&PRIVATE (self)->values[member]);
}

/**
 * lectern_record_get_strings:
 * @self: a record
 * @member: the index of one of its members of that type
 *
 * Gets a list of strings; an empty one is %NULL.
 *
 * Returns: (transfer none) (nullable): the value
 */
const char * const *
lectern_record_get_strings (LecternRecord *self,
                            guint          member)
{
  g_return_val_if_fail (LECTERN_IS_RECORD (self), NULL);

  lectern_record_ensure_loaded (self);

  return g_value_get_boxed (&PRIVATE (self)->values[member]);
}

/**
 * lectern_record_get_map:
 * @self: a record
 * @member: the index of one of its members of that type
 *
 * Gets a map from strings to strings; an empty one is %NULL.
 *
 * Returns: (transfer none) (nullable): the value
 */
GVariant *
lectern_record_get_map (LecternRecord *self,
                        guint          member)
{
  g_return_val_if_fail (LECTERN_IS_RECORD (self), NULL);

  lectern_record_ensure_loaded (self);

  return g_value_get_variant (&PRIVATE (self)->values[member]);
}

/**
 * lectern_record_get_record:
 * @self: a record
 * @member: the index of one of its members of that type
 *
 * Gets the record inside this one.
 *
 * Returns: (transfer none): the value
 */
LecternRecord *
lectern_record_get_record (LecternRecord *self,
                           guint          member)
{
  g_return_val_if_fail (LECTERN_IS_RECORD (self), NULL);

  lectern_record_ensure_loaded (self);

  return LECTERN_RECORD (lectern_record_ensure_inner (self, member));
}

/**
 * lectern_record_get_records:
 * @self: a record
 * @member: the index of one of its members of that type
 *
 * Gets the list of records inside this one, a `GListStore`.
 *
 * Returns: (transfer none): the value
 */
GListModel *
lectern_record_get_records (LecternRecord *self,
                            guint          member)
{
  g_return_val_if_fail (LECTERN_IS_RECORD (self), NULL);

  lectern_record_ensure_loaded (self);

  return G_LIST_MODEL (lectern_record_ensure_inner (self, member));
}

/**
 * lectern_record_set_string:
 * @self: a record
 * @member: the index of one of its members of that type
 * @value: (nullable): the value
 *
 * Sets a string; the empty one makes it absent, and notifies if that changes it.
 */
void
lectern_record_set_string (LecternRecord *self,
                           guint          member,
                           const char    *value)
{
  g_auto (GValue) boxed = G_VALUE_INIT;

  g_return_if_fail (LECTERN_IS_RECORD (self));

  g_value_init (&boxed, G_TYPE_STRING);
  g_value_set_string (&boxed, value);
  lectern_record_set_value (self, member, &boxed);
}

/**
 * lectern_record_set_integer:
 * @self: a record
 * @member: the index of one of its members of that type
 * @value: the value
 *
 * Sets a number; 0 makes it absent, and notifies if that changes it.
 */
void
lectern_record_set_integer (LecternRecord *self,
                            guint          member,
                            int            value)
{
  g_auto (GValue) boxed = G_VALUE_INIT;

  g_return_if_fail (LECTERN_IS_RECORD (self));

  g_value_init (&boxed, G_TYPE_INT);
  g_value_set_int (&boxed, value);
  lectern_record_set_value (self, member, &boxed);
}

/**
 * lectern_record_set_boolean:
 * @self: a record
 * @member: the index of one of its members of that type
 * @value: the value
 *
 * Sets a truth value, and notifies if that changes it.
 */
void
lectern_record_set_boolean (LecternRecord *self,
                            guint          member,
                            gboolean       value)
{
  g_auto (GValue) boxed = G_VALUE_INIT;

  g_return_if_fail (LECTERN_IS_RECORD (self));

  g_value_init (&boxed, G_TYPE_BOOLEAN);
  g_value_set_boolean (&boxed, value);
  lectern_record_set_value (self, member, &boxed);
}

/**
 * lectern_record_set_strings:
 * @self: a record
 * @member: the index of one of its members of that type
 * @value: (nullable) (array zero-terminated=1): the value
 *
 * Sets a list of strings, and notifies if that changes it.
 */
void
lectern_record_set_strings (LecternRecord *self,
                            guint          member,
                            const char * const *value)
{
  g_auto (GValue) boxed = G_VALUE_INIT;

  g_return_if_fail (LECTERN_IS_RECORD (self));

  g_value_init (&boxed, G_TYPE_STRV);
  g_value_set_boxed (&boxed, value);
  lectern_record_set_value (self, member, &boxed);
}

/**
 * lectern_record_set_map:
 * @self: a record
 * @member: the index of one of its members of that type
 * @value: (nullable): the value
 *
 * Sets a map of type `a{ss}`, and notifies if that changes it.
 */
void
lectern_record_set_map (LecternRecord *self,
                        guint          member,
                        GVariant      *value)
{
  g_auto (GValue) boxed = G_VALUE_INIT;

  g_return_if_fail (LECTERN_IS_RECORD (self));

  g_value_init (&boxed, G_TYPE_VARIANT);
  g_value_set_variant (&boxed, value);
  lectern_record_set_value (self, member, &boxed);
}
