/* lectern-announcement-template.h: text with places for values
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-announcement.h"

G_BEGIN_DECLS

/**
 * LecternTemplateValue:
 * @name: what stands between the braces
 * @value: (nullable): what is put there; may have several lines
 *
 * A value for a template.
 */
typedef struct
{
  const char *name;
  char       *value;
} LecternTemplateValue;

char *lectern_announcement_template_fill (const char                  *template,
                                          const LecternTemplateValue  *values,
                                          guint                        n_values,
                                          GError                     **error);

G_END_DECLS
