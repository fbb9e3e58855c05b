/* lectern-paper.c: one paper that a session reads
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-paper.h"

#include <glib/gi18n-lib.h>

/**
 * LecternPaper:
 *
 * A paper, book or lecture, and the part of it that is read.
 */
struct _LecternPaper
{
  LecternRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (LecternPaper, lectern_paper, LECTERN_TYPE_RECORD)

static const LecternMember members[] = {
  { "title", "title", LECTERN_MEMBER_STRING, LECTERN_FORM_TEXT, N_("Change Title"), NULL },
  { "url", "url", LECTERN_MEMBER_STRING, LECTERN_FORM_URL, N_("Change Link"), NULL },
  { "part", "part", LECTERN_MEMBER_STRING, LECTERN_FORM_TEXT, N_("Change Part"), NULL },
  { "authors", "authors", LECTERN_MEMBER_STRINGS, LECTERN_FORM_TEXT, N_("Change Authors"), NULL },
};

static void
lectern_paper_class_init (LecternPaperClass *klass)
{
  lectern_record_class_install_members (LECTERN_RECORD_CLASS (klass),
                                        members, G_N_ELEMENTS (members));
}

static void
lectern_paper_init (LecternPaper *self)
{
}

/**
 * lectern_paper_new:
 *
 * Creates a paper that says nothing yet.
 *
 * Returns: (transfer full): a new paper
 */
LecternPaper *
lectern_paper_new (void)
{
  return g_object_new (LECTERN_TYPE_PAPER, NULL);
}

/**
 * lectern_paper_get_title:
 * @self: a paper
 *
 * Gets the title.
 *
 * Returns: (transfer none) (nullable): the title
 */
const char *
lectern_paper_get_title (LecternPaper *self)
{
  return lectern_record_get_string (LECTERN_RECORD (self), LECTERN_PAPER_TITLE);
}

/**
 * lectern_paper_get_url:
 * @self: a paper
 *
 * Gets the address where the paper can be read.
 *
 * Returns: (transfer none) (nullable): the address as it stands in the file
 */
const char *
lectern_paper_get_url (LecternPaper *self)
{
  return lectern_record_get_string (LECTERN_RECORD (self), LECTERN_PAPER_URL);
}

/**
 * lectern_paper_get_part:
 * @self: a paper
 *
 * Gets which part is read, such as "Chapters 1 & 2".
 *
 * Returns: (transfer none) (nullable): the part
 */
const char *
lectern_paper_get_part (LecternPaper *self)
{
  return lectern_record_get_string (LECTERN_RECORD (self), LECTERN_PAPER_PART);
}

/**
 * lectern_paper_get_authors:
 * @self: a paper
 *
 * Gets the authors.
 *
 * Returns: (transfer none) (nullable): the authors' names
 */
const char * const *
lectern_paper_get_authors (LecternPaper *self)
{
  return lectern_record_get_strings (LECTERN_RECORD (self), LECTERN_PAPER_AUTHORS);
}
