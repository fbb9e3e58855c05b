/* lectern-paper.h: one paper that a session reads
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-record.h"

G_BEGIN_DECLS

/* In canonical order; indices into the table of members. */
typedef enum
{
  LECTERN_PAPER_TITLE,
  LECTERN_PAPER_URL,
  LECTERN_PAPER_PART,
  LECTERN_PAPER_AUTHORS,
} LecternPaperMember;

#define LECTERN_TYPE_PAPER (lectern_paper_get_type ())
G_DECLARE_FINAL_TYPE (LecternPaper, lectern_paper, LECTERN, PAPER, LecternRecord)

LecternPaper       *lectern_paper_new         (void);

const char         *lectern_paper_get_title   (LecternPaper *self);
const char         *lectern_paper_get_url     (LecternPaper *self);
const char         *lectern_paper_get_part    (LecternPaper *self);
const char * const *lectern_paper_get_authors (LecternPaper *self);

G_END_DECLS
