/* tests.h: the tests of the model
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

void add_record_tests   (void);
void add_session_tests  (void);
void add_schedule_tests (void);
void add_history_tests  (void);
void add_edit_tests     (void);
void add_holidays_tests (void);
void add_random_tests   (void);
void add_date_tests     (void);
void add_checks_tests   (void);
void add_moves_tests    (void);
void add_people_tests   (void);
void add_warnings_tests (void);
