/* lectern-member.c: what a record of the file format consists of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-member.h"

#include <string.h>

/**
 * lectern_member_find:
 * @members: (array length=n_members): a table of members
 * @n_members: the length of @members
 * @name: a name as it stands in a file, not necessarily nul-terminated
 * @length: the length of @name in bytes
 *
 * Looks a member up by its name.
 *
 * Returns: (transfer none) (nullable): the member, or %NULL if the table has
 *   none of that name
 */
const LecternMember *
lectern_member_find (const LecternMember *members,
                     guint                n_members,
                     const char          *name,
                     gsize                length)
{
  for (guint i = 0; i < n_members; i++)
    {
      if (strlen (members[i].name) == length &&
          memcmp (members[i].name, name, length) == 0)
        return &members[i];
    }

  return NULL;
}
