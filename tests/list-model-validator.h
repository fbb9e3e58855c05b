/* list-model-validator.h: holds a list model to its word
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

typedef struct _ListModelValidator ListModelValidator;

ListModelValidator *list_model_validator_new         (GListModel         *model);
guint               list_model_validator_n_emissions (ListModelValidator *self);
void                list_model_validator_free        (ListModelValidator *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ListModelValidator, list_model_validator_free)
