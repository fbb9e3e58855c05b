/* lectern-record-compare.c: comparing records by meaning, and making one say
 * what another says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-record-private.h"

gboolean
lectern_member_values_equal (const LecternMember *member,
                             const GValue        *a,
                             const GValue        *b)
{
  switch (member->type)
    {
    case LECTERN_MEMBER_STRING:
      return g_strcmp0 (g_value_get_string (a), g_value_get_string (b)) == 0;
    case LECTERN_MEMBER_INTEGER:
      return g_value_get_int (a) == g_value_get_int (b);
    case LECTERN_MEMBER_BOOLEAN:
      return g_value_get_boolean (a) == g_value_get_boolean (b);
    case LECTERN_MEMBER_STRINGS:
      {
        const char * const *left = g_value_get_boxed (a);
        const char * const *right = g_value_get_boxed (b);

        if (left == NULL || right == NULL)
          return left == right;
        return g_strv_equal (left, right);
      }
    case LECTERN_MEMBER_MAP:
      {
        GVariant *left = g_value_get_variant (a);
        GVariant *right = g_value_get_variant (b);

        if (left == NULL || right == NULL)
          return left == right;
        return g_variant_equal (left, right);
      }
    case LECTERN_MEMBER_RECORD:
    case LECTERN_MEMBER_RECORDS:
    default:
      g_assert_not_reached ();
    }
}

/**
 * lectern_record_member_is_absent:
 * @self: a record
 * @member: the index of a member
 *
 * Tells whether a member has no value.  A list with nothing but empty records
 * in it is none, and so is an empty record.
 *
 * Returns: whether the member is absent
 */
gboolean
lectern_record_member_is_absent (LecternRecord *self,
                                 guint          member)
{
  const GValue *value;

  g_return_val_if_fail (LECTERN_IS_RECORD (self), TRUE);

  lectern_record_ensure_loaded (self);
  value = &PRIVATE (self)->values[member];

  switch (LECTERN_RECORD_GET_CLASS (self)->members[member].type)
    {
    case LECTERN_MEMBER_STRING:
      return g_value_get_string (value) == NULL;
    case LECTERN_MEMBER_INTEGER:
      return g_value_get_int (value) <= 0;
    case LECTERN_MEMBER_BOOLEAN:
      return !g_value_get_boolean (value);
    case LECTERN_MEMBER_STRINGS:
      return g_value_get_boxed (value) == NULL;
    case LECTERN_MEMBER_MAP:
      return g_value_get_variant (value) == NULL;
    case LECTERN_MEMBER_RECORD:
      return g_value_get_object (value) == NULL ||
             lectern_record_is_empty (g_value_get_object (value));
    case LECTERN_MEMBER_RECORDS:
      {
        GListModel *list = g_value_get_object (value);

        for (guint i = 0; list != NULL && i < g_list_model_get_n_items (list); i++)
          {
            g_autoptr (LecternRecord) item = g_list_model_get_item (list, i);

            if (!lectern_record_is_empty (item))
              return FALSE;
          }
        return TRUE;
      }
    default:
      g_assert_not_reached ();
    }
}

/**
 * lectern_record_is_empty:
 * @self: a record
 *
 * Tells whether every member is absent.
 *
 * Returns: whether the record says nothing
 */
gboolean
lectern_record_is_empty (LecternRecord *self)
{
  g_return_val_if_fail (LECTERN_IS_RECORD (self), TRUE);

  for (guint i = 0; i < LECTERN_RECORD_GET_CLASS (self)->n_members; i++)
    {
      if (!lectern_record_member_is_absent (self, i))
        return FALSE;
    }

  return TRUE;
}

static gboolean
records_equal (GListModel *a,
               GListModel *b)
{
  guint n = a != NULL ? g_list_model_get_n_items (a) : 0;

  if (n != (b != NULL ? g_list_model_get_n_items (b) : 0))
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LecternRecord) left = g_list_model_get_item (a, i);
      g_autoptr (LecternRecord) right = g_list_model_get_item (b, i);

      if (!lectern_record_equal (left, right))
        return FALSE;
    }

  return TRUE;
}

/**
 * lectern_record_member_equal:
 * @self: a record
 * @other: a record of the same type
 * @member: the index of a member
 *
 * Compares one member of two records by meaning.
 *
 * Returns: whether the two mean the same
 */
gboolean
lectern_record_member_equal (LecternRecord *self,
                             LecternRecord *other,
                             guint          member)
{
  const LecternMember *description;
  const GValue *a;
  const GValue *b;

  g_return_val_if_fail (LECTERN_IS_RECORD (self), FALSE);
  g_return_val_if_fail (G_OBJECT_TYPE (self) == G_OBJECT_TYPE (other), FALSE);

  lectern_record_ensure_loaded (self);
  lectern_record_ensure_loaded (other);
  description = &LECTERN_RECORD_GET_CLASS (self)->members[member];
  a = &PRIVATE (self)->values[member];
  b = &PRIVATE (other)->values[member];

  if (description->type == LECTERN_MEMBER_RECORD)
    {
      if (g_value_get_object (a) == NULL || g_value_get_object (b) == NULL)
        return lectern_record_member_is_absent (self, member) &&
               lectern_record_member_is_absent (other, member);
      return lectern_record_equal (g_value_get_object (a), g_value_get_object (b));
    }
  else if (description->type == LECTERN_MEMBER_RECORDS)
    return records_equal (g_value_get_object (a), g_value_get_object (b));
  else
    return lectern_member_values_equal (description, a, b);
}

/**
 * lectern_record_equal:
 * @self: a record
 * @other: a record of the same type
 *
 * Compares two records by meaning: every member, but not where they came
 * from.
 *
 * Returns: whether the two mean the same
 */
gboolean
lectern_record_equal (LecternRecord *self,
                      LecternRecord *other)
{
  g_return_val_if_fail (LECTERN_IS_RECORD (self), FALSE);
  g_return_val_if_fail (G_OBJECT_TYPE (self) == G_OBJECT_TYPE (other), FALSE);

  for (guint i = 0; i < LECTERN_RECORD_GET_CLASS (self)->n_members; i++)
    {
      if (!lectern_record_member_equal (self, other, i))
        return FALSE;
    }

  return TRUE;
}

static gboolean
same_item (GListModel *a,
           guint       i,
           GListModel *b,
           guint       j)
{
  g_autoptr (LecternRecord) left = g_list_model_get_item (a, i);
  g_autoptr (LecternRecord) right = g_list_model_get_item (b, j);

  return lectern_record_get_origin (left) == lectern_record_get_origin (right) &&
         lectern_record_equal (left, right);
}

static LecternRecord *
copy_item (GListModel *list,
           guint       i)
{
  g_autoptr (LecternRecord) item = g_list_model_get_item (list, i);
  LecternRecord *copy = g_object_new (G_OBJECT_TYPE (item), NULL);

  lectern_record_assign (copy, item);

  return copy;
}

/* Items at both ends that are the same stay the same objects, and so does
 * every item when their number does not change: who shows them keeps them. */
static void
assign_records (GListModel *to,
                GListModel *from)
{
  guint n_to = g_list_model_get_n_items (to);
  guint n_from = g_list_model_get_n_items (from);
  guint start = 0;
  guint end = 0;

  while (start < MIN (n_to, n_from) && same_item (to, start, from, start))
    start++;
  while (end < MIN (n_to, n_from) - start &&
         same_item (to, n_to - 1 - end, from, n_from - 1 - end))
    end++;

  if (n_to == n_from)
    {
      for (guint i = start; i < n_to - end; i++)
        {
          g_autoptr (LecternRecord) left = g_list_model_get_item (to, i);
          g_autoptr (LecternRecord) right = g_list_model_get_item (from, i);

          lectern_record_assign (left, right);
        }
    }
  else
    {
      g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func (g_object_unref);

      for (guint i = start; i < n_from - end; i++)
        g_ptr_array_add (copies, copy_item (from, i));
      g_list_store_splice (G_LIST_STORE (to), start, n_to - end - start,
                           copies->pdata, copies->len);
    }
}

/**
 * lectern_record_assign_member:
 * @self: a record
 * @from: a record of the same type
 * @member: the index of a member
 *
 * Makes one member of @self say what that of @from says.
 */
void
lectern_record_assign_member (LecternRecord *self,
                              LecternRecord *from,
                              guint          member)
{
  const GValue *value;
  GObject *inner;

  g_return_if_fail (LECTERN_IS_RECORD (self));
  g_return_if_fail (G_OBJECT_TYPE (self) == G_OBJECT_TYPE (from));

  lectern_record_ensure_loaded (self);
  lectern_record_ensure_loaded (from);
  value = &PRIVATE (from)->values[member];

  switch (LECTERN_RECORD_GET_CLASS (self)->members[member].type)
    {
    case LECTERN_MEMBER_RECORD:
      inner = g_value_get_object (value);
      if (inner != NULL || !lectern_record_member_is_absent (self, member))
        lectern_record_assign (lectern_record_get_record (self, member),
                               lectern_record_get_record (from, member));
      break;
    case LECTERN_MEMBER_RECORDS:
      inner = g_value_get_object (value);
      if (inner != NULL || g_value_get_object (&PRIVATE (self)->values[member]) != NULL)
        assign_records (lectern_record_get_records (self, member),
                        lectern_record_get_records (from, member));
      break;
    case LECTERN_MEMBER_STRING:
    case LECTERN_MEMBER_INTEGER:
    case LECTERN_MEMBER_BOOLEAN:
    case LECTERN_MEMBER_STRINGS:
    case LECTERN_MEMBER_MAP:
    default:
      lectern_record_set_value (self, member, value);
      break;
    }
}

/**
 * lectern_record_assign:
 * @self: a record
 * @from: a record of the same type
 *
 * Makes @self say what @from says.  What is the same is left alone: only
 * what changes is notified, and the `changed` signal comes once.
 */
void
lectern_record_assign (LecternRecord *self,
                       LecternRecord *from)
{
  g_return_if_fail (LECTERN_IS_RECORD (self));
  g_return_if_fail (G_OBJECT_TYPE (self) == G_OBJECT_TYPE (from));

  lectern_record_ensure_loaded (self);
  lectern_record_ensure_loaded (from);

  lectern_record_freeze (self);
  g_object_freeze_notify (G_OBJECT (self));
  PRIVATE (self)->origin = PRIVATE (from)->origin;

  for (guint i = 0; i < LECTERN_RECORD_GET_CLASS (self)->n_members; i++)
    lectern_record_assign_member (self, from, i);

  g_object_thaw_notify (G_OBJECT (self));
  lectern_record_thaw (self);
}
