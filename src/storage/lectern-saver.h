/* lectern-saver.h: reads a file whole, and replaces one whole or not at all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define LECTERN_SAVER_ERROR (lectern_saver_error_quark ())
GQuark lectern_saver_error_quark (void);

/**
 * LecternSaverError:
 * @LECTERN_SAVER_ERROR_FAILED: the system refused, such as with a full disk
 * @LECTERN_SAVER_ERROR_CHANGED: another program has changed the file
 * @LECTERN_SAVER_ERROR_GONE: the file to be replaced is no longer there
 * @LECTERN_SAVER_ERROR_EXISTS: there is a file already
 * @LECTERN_SAVER_ERROR_READ_ONLY: the file may not be changed
 * @LECTERN_SAVER_ERROR_MISSING: there is no such file or no such folder
 * @LECTERN_SAVER_ERROR_NOT_A_FILE: a folder, a pipe, a device
 * @LECTERN_SAVER_ERROR_TOO_LARGE: larger than any schedule
 * @LECTERN_SAVER_ERROR_NOT_LOCAL: the file has no path on this computer
 * @LECTERN_SAVER_ERROR_UNCONFIRMED: the file was replaced, whole, but the disk
 *   did not confirm that it would survive a power cut, or another program wrote
 *   at the same moment and its version is kept beside it
 *
 * After every one of them but the last the target is what it was before.
 */
typedef enum
{
  LECTERN_SAVER_ERROR_FAILED,
  LECTERN_SAVER_ERROR_CHANGED,
  LECTERN_SAVER_ERROR_GONE,
  LECTERN_SAVER_ERROR_EXISTS,
  LECTERN_SAVER_ERROR_READ_ONLY,
  LECTERN_SAVER_ERROR_MISSING,
  LECTERN_SAVER_ERROR_NOT_A_FILE,
  LECTERN_SAVER_ERROR_TOO_LARGE,
  LECTERN_SAVER_ERROR_NOT_LOCAL,
  LECTERN_SAVER_ERROR_UNCONFIRMED,
} LecternSaverError;

/**
 * LecternSaverExpect:
 * @LECTERN_SAVER_EXPECT_ANYTHING: the user has agreed to replace whatever is
 *   there
 * @LECTERN_SAVER_EXPECT_NOTHING: there must be no such file
 * @LECTERN_SAVER_EXPECT_HASH: the file must have known content
 * @LECTERN_SAVER_EXPECT_HASH_OR_NOTHING: known content, or no such file
 *
 * What must be in the target's place for it to be replaced.
 */
typedef enum
{
  LECTERN_SAVER_EXPECT_ANYTHING,
  LECTERN_SAVER_EXPECT_NOTHING,
  LECTERN_SAVER_EXPECT_HASH,
  LECTERN_SAVER_EXPECT_HASH_OR_NOTHING,
} LecternSaverExpect;

/* Far more than any schedule: 10,000 sessions take about 4 MiB. */
#define LECTERN_SAVER_MAX_SIZE (64 * 1024 * 1024)

char     *lectern_saver_hash    (GBytes              *bytes);

GBytes   *lectern_saver_read    (GFile               *file,
                                 GCancellable        *cancellable,
                                 GError             **error);
GBytes   *lectern_saver_read_fd (int                  fd,
                                 const char          *name,
                                 GCancellable        *cancellable,
                                 GError             **error);

gboolean  lectern_saver_check   (GFile               *file,
                                 LecternSaverExpect   expect,
                                 const char          *hash,
                                 GError             **error);
gboolean  lectern_saver_write   (GFile               *file,
                                 GBytes              *bytes,
                                 LecternSaverExpect   expect,
                                 const char          *hash,
                                 GCancellable        *cancellable,
                                 GError             **error);

gboolean  lectern_saver_write_private (GFile         *file,
                                       GBytes        *bytes,
                                       GCancellable  *cancellable,
                                       GError       **error);

char     *lectern_saver_resolve (GFile               *file,
                                 GError             **error);

G_END_DECLS
