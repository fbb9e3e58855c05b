/* lectern-chooser.c: asking for a file or a folder
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-chooser.h"

#include <glib/gi18n-lib.h>

/* A question that is open.  The chooser is held by nobody else. */
typedef struct
{
  GtkFileChooserNative *chooser;
  LecternChooserFunc chosen;
  GWeakRef object;
} Question;

/**
 * lectern_chooser_new:
 * @parent: the window that asks
 * @title: what is asked for
 * @action: whether to open or to save, and what
 * @accept: the label of the button that chooses, with its letter underlined
 *
 * Makes a modal chooser, which lectern_chooser_ask() shows.
 *
 * Returns: (transfer full): the chooser
 */
GtkFileChooserNative *
lectern_chooser_new (GtkWindow            *parent,
                     const char           *title,
                     GtkFileChooserAction  action,
                     const char           *accept)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (title, parent, action,
                                                               accept, _("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);

  return chooser;
}

/**
 * lectern_chooser_add_filter:
 * @chooser: a chooser
 * @name: what the files are called
 * @pattern: how their names look, such as `*.md`
 * @...: more patterns, and %NULL
 *
 * Lets only some files be shown.  The first filter is the one in use.
 */
void
lectern_chooser_add_filter (GtkFileChooserNative *chooser,
                            const char           *name,
                            const char           *pattern,
                            ...)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  va_list patterns;

  gtk_file_filter_set_name (filter, name);
  va_start (patterns, pattern);
  for (; pattern != NULL; pattern = va_arg (patterns, const char *))
    gtk_file_filter_add_pattern (filter, pattern);
  va_end (patterns);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
}

/**
 * lectern_chooser_add_pages:
 * @chooser: a chooser
 *
 * Lets pages in Markdown be shown, or all files.
 */
void
lectern_chooser_add_pages (GtkFileChooserNative *chooser)
{
  lectern_chooser_add_filter (chooser, _("Pages in Markdown"), "*.md", "*.markdown", NULL);
  lectern_chooser_add_filter (chooser, _("All Files"), "*", NULL);
}

/**
 * lectern_chooser_start_beside:
 * @chooser: a chooser
 * @file: (nullable): a file
 *
 * Begins in the folder of a file, if there is one.
 */
void
lectern_chooser_start_beside (GtkFileChooserNative *chooser,
                              GFile                *file)
{
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;

  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
}

static void
question_free (gpointer  data,
               GClosure *closure)
{
  Question *question = data;

  g_weak_ref_clear (&question->object);
  g_free (question);
}

static void
response_cb (GtkNativeDialog *dialog,
             int              response,
             gpointer         user_data)
{
  Question *question = user_data;
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&question->chooser);
  g_autoptr (GObject) object = g_weak_ref_get (&question->object);
  g_autoptr (GFile) file = NULL;

  gtk_native_dialog_hide (dialog);
  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file != NULL && object != NULL)
    question->chosen (object, file);
}

/**
 * lectern_chooser_ask:
 * @chooser: (transfer full): a chooser
 * @chosen: called when a file was chosen
 * @object: the [class@GObject.Object] that asks; if it is gone by then, nobody
 *   is told
 *
 * Shows a chooser, and goes on at once.
 */
void
lectern_chooser_ask (GtkFileChooserNative *chooser,
                     LecternChooserFunc    chosen,
                     gpointer              object)
{
  Question *question = g_new0 (Question, 1);

  question->chooser = chooser;
  question->chosen = chosen;
  g_weak_ref_init (&question->object, object);
  g_signal_connect_data (chooser, "response", G_CALLBACK (response_cb), question, question_free, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
