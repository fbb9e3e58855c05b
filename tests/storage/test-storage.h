/* test-storage.h: what the tests of the storage room share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A folder of a test's own, removed with all in it when it goes. */
typedef struct
{
  char *path;
} TestFolder;

TestFolder *test_folder_new          (void);
void        test_folder_free         (TestFolder   *self);
char       *test_folder_path         (TestFolder   *self,
                                      const char   *name);
GFile      *test_folder_file         (TestFolder   *self,
                                      const char   *name);
void        test_folder_write        (TestFolder   *self,
                                      const char   *name,
                                      const char   *content);
void        test_folder_assert_holds (TestFolder   *self,
                                      const char   *name,
                                      const char   *content);
void        test_folder_assert_names (TestFolder   *self,
                                      const char   *names);

void        test_assert_sentence     (const GError *error,
                                      const char   *about);

void        test_saver_add           (void);
void        test_read_add            (void);
void        test_document_add        (void);
void        test_save_add            (void);
void        test_notes_add           (void);
void        test_attach_add           (void);
void        test_notes_scan_add       (void);
void        test_page_add            (void);
void        test_drafts_add          (void);
void        test_draft_keeper_add    (void);
void        test_backups_add         (void);
void        test_own_saves_add       (void);
void        test_git_index_add       (void);
void        test_grants_add          (void);
void        test_notes_carry_add     (void);
void        test_notes_rename_add    (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestFolder, test_folder_free)

G_END_DECLS
