/* lectern-record-inner.c: the records that belong to a record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-record-private.h"

static gboolean
holds_item (LecternRecord *self,
            LecternRecord *item)
{
  LecternRecordClass *klass = LECTERN_RECORD_GET_CLASS (self);

  for (guint i = 0; i < klass->n_members; i++)
    {
      if (klass->members[i].type == LECTERN_MEMBER_RECORDS &&
          klass->members[i].item_type () == G_OBJECT_TYPE (item))
        {
          GListStore *list = g_value_get_object (&PRIVATE (self)->values[i]);

          if (list != NULL && g_list_store_find (list, item, NULL))
            return TRUE;
        }
    }

  return FALSE;
}

/* A list does not say what was taken out of it, so a record that is not in
 * one any more is found out when it changes. */
static void
on_item_changed (LecternRecord *self,
                 LecternRecord *item)
{
  if (holds_item (self, item))
    lectern_record_announce (self);
  else
    g_signal_handlers_disconnect_by_func (item, on_item_changed, self);
}

static void
on_records_changed (LecternRecord *self,
                    guint          position,
                    guint          removed,
                    guint          added,
                    GListModel    *list)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (LecternRecord) item = g_list_model_get_item (list, i);

      /* It may have been in the list before. */
      g_signal_handlers_disconnect_by_func (item, on_item_changed, self);
      g_signal_connect_object (item, "changed",
                               G_CALLBACK (on_item_changed), self,
                               G_CONNECT_SWAPPED);
    }

  lectern_record_announce (self);
}

/* The two kinds that hold other records are made when they are first asked
 * for: most sessions of a long schedule never are. */
GObject *
lectern_record_ensure_inner (LecternRecord *self,
                             guint          i)
{
  LecternRecordPrivate *priv = PRIVATE (self);
  const LecternMember *member = &LECTERN_RECORD_GET_CLASS (self)->members[i];
  GObject *inner = g_value_get_object (&priv->values[i]);

  if (inner != NULL)
    return inner;

  if (member->type == LECTERN_MEMBER_RECORD)
    {
      inner = g_object_new (member->item_type (), NULL);
      g_signal_connect_object (inner, "changed",
                               G_CALLBACK (lectern_record_announce), self,
                               G_CONNECT_SWAPPED);
    }
  else
    {
      inner = G_OBJECT (g_list_store_new (member->item_type ()));
      g_signal_connect_object (inner, "items-changed",
                               G_CALLBACK (on_records_changed), self,
                               G_CONNECT_SWAPPED);
    }

  g_value_take_object (&priv->values[i], inner);

  return inner;
}
