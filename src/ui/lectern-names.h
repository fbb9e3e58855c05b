/* lectern-names.h: accessible names that GTK does not give by itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void  lectern_names_set         (GtkWidget   *button,
                                 const char  *name);
void  lectern_names_add         (GtkWidget   *root);
void  lectern_names_follow      (GtkWidget   *parent);
void  lectern_names_choice      (AdwComboRow *row);
char *lectern_names_dup_tooltip (GtkWidget   *widget);

G_END_DECLS
