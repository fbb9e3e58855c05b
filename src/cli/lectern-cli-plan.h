/* lectern-cli-plan.h: verbs that change several sessions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-cli.h"
#include "lectern-plan.h"

G_BEGIN_DECLS

int lectern_cli_carry_out (LecternCliInput *input,
                           LecternPlan     *plan,
                           gboolean         dry_run,
                           const GError    *error);

G_END_DECLS
