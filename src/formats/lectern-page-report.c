/* lectern-page-report.c: what importing and publishing have to say
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-page.h"

G_DEFINE_QUARK (lectern-page-error-quark, lectern_page_error)

static void
free_note (LecternPageNote *note)
{
  g_free (note->text);
  g_free (note);
}

static void
free_column (LecternPageColumnNote *column)
{
  g_free (column->header);
  g_free (column->key);
  g_free (column->example);
  g_free (column);
}

static void
free_row (LecternPageRowNote *row)
{
  g_free (row->date);
  g_free (row->columns);
  g_free (row);
}

/**
 * lectern_page_report_new:
 *
 * Makes a report that says nothing.
 *
 * Returns: (transfer full): the report
 */
LecternPageReport *
lectern_page_report_new (void)
{
  LecternPageReport *self = g_new0 (LecternPageReport, 1);

  self->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) free_note);
  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) free_column);
  self->places = g_array_new (FALSE, FALSE, sizeof (LecternPagePlace));
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) free_row);
  self->new_files = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * lectern_page_report_free:
 * @self: (transfer full): a report
 *
 * Frees a report.
 */
void
lectern_page_report_free (LecternPageReport *self)
{
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->columns);
  g_array_unref (self->places);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->new_files);
  g_free (self);
}

/**
 * lectern_page_report_add:
 * @self: a report
 * @kind: what it is about
 * @line: the line of the page, from 1; 0 for all of it
 * @format: a translated sentence, as for printf()
 * @...: what goes into it
 *
 * Adds a sentence.
 */
void
lectern_page_report_add (LecternPageReport   *self,
                         LecternPageNoteKind  kind,
                         guint                line,
                         const char          *format,
                         ...)
{
  LecternPageNote *note = g_new (LecternPageNote, 1);
  va_list arguments;

  note->kind = kind;
  note->line = line;
  va_start (arguments, format);
  note->text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (self->notes, note);
}
