/* lectern-chooser.h: asking for a file or a folder
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * LecternChooserFunc:
 * @object: the object that asked
 * @file: what was chosen
 *
 * Is called with what the user has chosen, and not at all if nothing was.
 */
typedef void (* LecternChooserFunc) (gpointer  object,
                                     GFile    *file);

GtkFileChooserNative *lectern_chooser_new          (GtkWindow            *parent,
                                                    const char           *title,
                                                    GtkFileChooserAction  action,
                                                    const char           *accept);
void                  lectern_chooser_add_filter   (GtkFileChooserNative *chooser,
                                                    const char           *name,
                                                    const char           *pattern,
                                                    ...) G_GNUC_NULL_TERMINATED;
void                  lectern_chooser_add_pages    (GtkFileChooserNative *chooser);
void                  lectern_chooser_start_beside (GtkFileChooserNative *chooser,
                                                    GFile                *file);
void                  lectern_chooser_ask          (GtkFileChooserNative *chooser,
                                                    LecternChooserFunc    chosen,
                                                    gpointer              object);

G_END_DECLS
