/* lectern-cli-publish.c: puts a schedule into a page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "lectern-cli.h"
int
lectern_cli_publish (char **argv)
{
  return LECTERN_CLI_ERROR;
}
