/* lectern-cli.h: what the verbs of the command line share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "lectern-document.h"
#include "lectern-page.h"

G_BEGIN_DECLS

/* Exit statuses. */
enum
{
  LECTERN_CLI_DONE = 0,
  LECTERN_CLI_FINDINGS = 1,
  LECTERN_CLI_ERROR = 2,
};

/**
 * LecternCliInput:
 * @name: the file as the user named it, for messages
 * @bytes: its content
 * @document: what it says
 *
 * A schedule that a verb works on.
 */
typedef struct
{
  char            *name;
  GBytes          *bytes;
  LecternDocument *document;
} LecternCliInput;

void             lectern_cli_input_free   (LecternCliInput     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternCliInput, lectern_cli_input_free)

gboolean         lectern_cli_parse        (char               **argv,
                                           const GOptionEntry  *entries,
                                           const char          *arguments,
                                           const char          *summary,
                                           guint                n_arguments,
                                           char              ***remaining);
char            *lectern_cli_describe     (LecternSession      *session);
char            *lectern_cli_clean        (const char          *text);
void             lectern_cli_report       (const char          *where,
                                           const char          *message);
LecternCliInput *lectern_cli_open         (const char          *path,
                                           gboolean             stdin_too);
gboolean         lectern_cli_check_utf8   (char               **values);
gboolean         lectern_cli_check_environment (void);
gboolean         lectern_cli_set_today    (const char          *date);
LecternSession  *lectern_cli_find         (LecternCliInput     *input,
                                           const char          *id_or_date);
void             lectern_cli_locate       (LecternCliInput     *input,
                                           LecternSession      *session,
                                           const char          *path,
                                           guint               *line,
                                           guint               *column);

GBytes          *lectern_cli_read_page    (const char          *path);
gboolean         lectern_cli_is_same_file (GFile               *file,
                                           GFile               *other);
gboolean         lectern_cli_write_output (const char          *path,
                                           GBytes              *bytes);
void             lectern_cli_report_page  (const char          *path,
                                           GBytes              *bytes,
                                           const GError        *error);
void             lectern_cli_print_notes  (const char          *name,
                                           LecternPageReport   *report);

int              lectern_cli_show         (char               **argv);
int              lectern_cli_check        (char               **argv);
int              lectern_cli_edit         (char               **argv);
int              lectern_cli_add          (char               **argv);
int              lectern_cli_remove       (char               **argv);
int              lectern_cli_attach       (char               **argv);
int              lectern_cli_postpone     (char               **argv);
int              lectern_cli_swap         (char               **argv);
int              lectern_cli_plan         (char               **argv);
int              lectern_cli_export       (char               **argv);
int              lectern_cli_announce     (char               **argv);
int              lectern_cli_import       (char               **argv);
int              lectern_cli_publish      (char               **argv);

G_END_DECLS
