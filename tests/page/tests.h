/* tests.h: what the tests of the page share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-page.h"

void             add_date_tests     (void);
void             add_fixture_tests  (void);
void             add_law_tests      (void);
void             add_publish_tests  (void);
void             add_shared_tests   (void);
void             add_table_tests    (void);

GBytes          *load_page          (const char         *name);
GBytes          *page_from          (const char         *text);
LecternSchedule *import_page        (GBytes             *page,
                                     LecternPageReport **report);
LecternSchedule *fresh_copy         (LecternSchedule    *schedule,
                                     gboolean            ids);
GBytes          *publish_page       (GBytes             *page,
                                     LecternSchedule    *schedule,
                                     LecternPageReport **report);
guint            count_changed      (GBytes             *before,
                                     GBytes             *after);
void             assert_published   (const char         *page_text,
                                     LecternSchedule    *schedule,
                                     const char         *wanted);
void             assert_same_bytes  (GBytes             *one,
                                     GBytes             *other);
guint            n_of_line          (LecternPageReport  *report,
                                     guint               session);
char            *random_page        (GRand              *rand);
void             set_member         (LecternSession     *session,
                                     const char         *path,
                                     const char         *value);
char            *describe_session   (LecternSession     *session,
                                     gboolean            basics);
