/* draft-fixture.h: a document with a keeper of its drafts, for tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "test-storage.h"

#include "lectern-draft-keeper.h"

G_BEGIN_DECLS

#define FILE_WITH(note) \
  "{\n" \
  "  \"lectern\": 1,\n" \
  "  \"unknown\": [ 1,2 ],\n" \
  "  \"sessions\": [\n" \
  "    { \"id\": \"one\", \"date\": \"2023-01-04\" , \"note\": \"" note "\" },\n" \
  "    {\"id\":\"two\",\"unknown\":18446744073709551615},\n" \
  "    { \"date\": \"2023-01-18\", \"papers\": [ { \"title\": \"A\", \"x\": 1 }, { \"title\": \"B\", \"x\": 2 } ] }\n" \
  "  ]\n" \
  "}\n"

typedef struct
{
  TestFolder         *folder;
  GFile              *file;
  LecternDocument    *document;
  LecternDraftKeeper *keeper;
} DraftFixture;

void          draft_fixture_set_up    (DraftFixture  *fixture,
                                       gconstpointer  data);
void          draft_fixture_tear_down (DraftFixture  *fixture,
                                       gconstpointer  data);
void          draft_fixture_open      (DraftFixture  *fixture);
void          draft_fixture_close     (DraftFixture  *fixture,
                                       gboolean       keep);
void          draft_fixture_set_note  (DraftFixture  *fixture,
                                       const char    *note);
void          draft_fixture_flush     (DraftFixture  *fixture);
guint         draft_fixture_count     (GFile         *file);
LecternDraft *draft_fixture_find      (GFile         *file);
char         *draft_fixture_get_name  (void);

G_END_DECLS
