/* tests.h: the tests of the formats
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

void add_action_tests  (void);
void add_bad_tests     (void);
void add_command_tests (void);
void add_good_tests    (void);
void add_limit_tests   (void);
void add_locate_tests  (void);
void add_merge_tests   (void);
void add_random_tests  (void);
void add_rewrite_tests (void);
void add_type_tests    (void);
void add_unknown_tests (void);
