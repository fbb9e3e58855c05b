/* lectern-field-text.c: between what a member holds and what is typed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-field-text.h"

#include <string.h>

#include "lectern-date-input.h"
#include "lectern-paper.h"

/* Only papers are edited before they exist. */
static const LecternMember *
find_member (LecternRecord *record,
             const char    *name,
             guint         *number)
{
  guint n_members;
  const LecternMember *members =
    lectern_record_type_get_members (record != NULL ? G_OBJECT_TYPE (record) : LECTERN_TYPE_PAPER,
                                     &n_members);
  const LecternMember *member =
    lectern_member_find (members, n_members, name, strlen (name));

  g_assert (member != NULL);
  if (number != NULL)
    *number = member - members;

  return member;
}

/**
 * lectern_field_text_dup:
 * @record: (nullable): a record
 * @name: the name of one of its members, in the file
 *
 * What the record holds, as a field shows it.
 *
 * Returns: (transfer full): the text
 */
char *
lectern_field_text_dup (LecternRecord *record,
                        const char    *name)
{
  guint number;
  const LecternMember *member;

  if (record == NULL)
    return g_strdup ("");

  member = find_member (record, name, &number);
  switch (member->type)
    {
    case LECTERN_MEMBER_INTEGER:
      {
        int value = lectern_record_get_integer (record, number);

        return value > 0 ? g_strdup_printf ("%d", value) : g_strdup ("");
      }
    case LECTERN_MEMBER_STRINGS:
      {
        const char * const *strings = lectern_record_get_strings (record, number);

        /* What stands between them is what they are split at. */
        return strings != NULL ? g_strjoinv (", ", (char **) strings) : g_strdup ("");
      }
    case LECTERN_MEMBER_STRING:
      {
        const char *value = lectern_record_get_string (record, number);

        return g_strdup (value != NULL ? value : "");
      }
    case LECTERN_MEMBER_BOOLEAN:
    case LECTERN_MEMBER_MAP:
    case LECTERN_MEMBER_RECORD:
    case LECTERN_MEMBER_RECORDS:
    default:
      g_assert_not_reached ();
    }
}

/* “arxiv.org/abs/1806.07572” is meant as an address, once it is finished. */
static char *
complete_address (char *text)
{
  char *complete;

  if (strstr (text, "://") != NULL || strchr (text, '.') == NULL || strchr (text, ' ') != NULL)
    return text;

  complete = g_strconcat ("https://", text, NULL);
  g_free (text);

  return complete;
}

/**
 * lectern_field_text_read:
 * @record: (nullable): a record, %NULL for a paper that is not there yet
 * @name: the name of one of its members, in the file
 * @text: what was typed
 * @finished: whether no more is going to be typed
 *
 * Makes the value out of what was typed.  A text that is none is left as it
 * is: the model says what is wrong with it.
 *
 * Returns: (transfer full): the value
 */
char *
lectern_field_text_read (LecternRecord *record,
                         const char    *name,
                         const char    *text,
                         gboolean       finished)
{
  const LecternMember *member = find_member (record, name, NULL);
  char *value = g_strdup (text);
  char *time;

  if (finished || member->form != LECTERN_FORM_TEXT)
    g_strstrip (value);

  if (*value == '\0' || member->type != LECTERN_MEMBER_STRING)
    return value;

  if (member->form == LECTERN_FORM_URL && finished)
    return complete_address (value);

  if (member->form == LECTERN_FORM_TIME)
    {
      time = lectern_time_input_parse (value, finished);
      if (time != NULL)
        {
          g_free (value);
          return time;
        }
    }

  return value;
}
