/* list-model-validator.c: holds a list model to its word
 *
 * Keeps a copy of the list, changes it only as each items-changed says, and
 * compares the whole of it with the model every time.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "list-model-validator.h"

struct _ListModelValidator
{
  GListModel *model;
  GPtrArray  *mirror;
  guint       n_emissions;
};

static void
compare (ListModelValidator *self)
{
  g_assert_cmpuint (g_list_model_get_n_items (self->model), ==, self->mirror->len);

  for (guint i = 0; i < self->mirror->len; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (self->model, i);

      g_assert_true (item == g_ptr_array_index (self->mirror, i));
      g_assert_true (G_TYPE_CHECK_INSTANCE_TYPE (item, g_list_model_get_item_type (self->model)));
    }

  g_assert_null (g_list_model_get_item (self->model, self->mirror->len));
}

static void
on_items_changed (ListModelValidator *self,
                  guint               position,
                  guint               removed,
                  guint               added,
                  GListModel         *model)
{
  self->n_emissions++;

  g_assert_cmpuint (position + removed, <=, self->mirror->len);
  g_assert_cmpuint (removed + added, >, 0);

  if (removed > 0)
    g_ptr_array_remove_range (self->mirror, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (self->mirror, position + i, g_list_model_get_item (model, position + i));

  compare (self);
}

ListModelValidator *
list_model_validator_new (GListModel *model)
{
  ListModelValidator *self = g_new0 (ListModelValidator, 1);

  self->model = g_object_ref (model);
  self->mirror = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (self->mirror, g_list_model_get_item (model, i));

  g_signal_connect_swapped (model, "items-changed", G_CALLBACK (on_items_changed), self);

  return self;
}

guint
list_model_validator_n_emissions (ListModelValidator *self)
{
  return self->n_emissions;
}

void
list_model_validator_free (ListModelValidator *self)
{
  compare (self);

  g_signal_handlers_disconnect_by_data (self->model, self);
  g_object_unref (self->model);
  g_ptr_array_unref (self->mirror);
  g_free (self);
}
