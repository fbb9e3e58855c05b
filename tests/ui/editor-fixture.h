/* editor-fixture.h: a schedule and an editor that shows it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-paper.h"
#include "lectern-resource.h"
#include "lectern-session-editor.h"
#include "ui-test.h"

typedef struct
{
  char                 *folder;
  LecternDocument      *document;
  LecternHistory       *history;
  LecternSession       *session;   /* two resources, one paper */
  LecternSession       *other;     /* says nothing but its date */
  GtkWidget            *window;
  LecternSessionEditor *editor;
} EditorFixture;

void              editor_set_up      (EditorFixture  *fixture,
                                      gconstpointer   data);
void              editor_tear_down   (EditorFixture  *fixture,
                                      gconstpointer   data);
GtkWidget        *editor_find        (EditorFixture  *fixture,
                                      GType           type,
                                      guint           n);
gpointer          editor_find_row    (EditorFixture  *fixture,
                                      const char     *title,
                                      guint           n);
void              editor_assert_text (gpointer        row,
                                      const char     *text);
void              editor_type        (gpointer        row,
                                      const char     *text);
void              editor_clear       (gpointer        row);
gboolean          editor_has_error   (gpointer        row);
LecternPaper     *editor_paper       (LecternSession *session,
                                      guint           n);
LecternResource  *editor_resource    (LecternSession *session,
                                      guint           n);
guint             editor_n_steps     (EditorFixture  *fixture);
void              editor_edit        (EditorFixture  *fixture,
                                      LecternSession *session,
                                      const char     *path,
                                      const char     *value);
void              editor_show        (EditorFixture  *fixture,
                                      LecternSession *session);
void              editor_click       (EditorFixture  *fixture,
                                      const char     *tooltip,
                                      guint           n);

void editor_add_date_tests (void);
void editor_add_list_tests (void);
void editor_add_widget_tests (void);

#define EDITOR_ADD(name, function) \
  g_test_add ("/ui/editor/" name, EditorFixture, NULL, editor_set_up, function, editor_tear_down)
