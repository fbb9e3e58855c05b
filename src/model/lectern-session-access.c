/* lectern-session-access.c: the members of a session, one by one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-session.h"

/**
 * lectern_session_get_id:
 * @self: a session
 *
 * Gets the name that tells the session from others.
 *
 * Returns: (transfer none) (nullable): the id
 */
const char *
lectern_session_get_id (LecternSession *self)
{
  return lectern_record_peek_string (LECTERN_RECORD (self), LECTERN_SESSION_ID);
}

/**
 * lectern_session_get_date:
 * @self: a session
 *
 * Gets the date as it stands in the file, be there such a day or not.
 *
 * Returns: (transfer none) (nullable): the date, %NULL if the session is
 *   not scheduled yet
 */
const char *
lectern_session_get_date (LecternSession *self)
{
  return lectern_record_peek_string (LECTERN_RECORD (self), LECTERN_SESSION_DATE);
}

/**
 * lectern_session_get_date_text:
 * @self: a session
 *
 * Gets the user's own words for when, such as "Week 5".
 *
 * Returns: (transfer none) (nullable): the words
 */
const char *
lectern_session_get_date_text (LecternSession *self)
{
  return lectern_record_get_string (LECTERN_RECORD (self), LECTERN_SESSION_DATE_TEXT);
}

/**
 * lectern_session_get_time:
 * @self: a session
 *
 * Gets when the session begins, if not at the group's usual time.
 *
 * Returns: (transfer none) (nullable): the time as it stands in the file
 */
const char *
lectern_session_get_time (LecternSession *self)
{
  return lectern_record_get_string (LECTERN_RECORD (self), LECTERN_SESSION_TIME);
}

/**
 * lectern_session_get_duration:
 * @self: a session
 *
 * Gets how long the session is, if not as long as usual.
 *
 * Returns: the duration in minutes, 0 if the session names none that can be
 *   understood
 */
int
lectern_session_get_duration (LecternSession *self)
{
  return MAX (0, lectern_record_get_integer (LECTERN_RECORD (self), LECTERN_SESSION_DURATION));
}

/**
 * lectern_session_get_location:
 * @self: a session
 *
 * Gets where the session is, if not at the usual place.
 *
 * Returns: (transfer none) (nullable): the place
 */
const char *
lectern_session_get_location (LecternSession *self)
{
  return lectern_record_get_string (LECTERN_RECORD (self), LECTERN_SESSION_LOCATION);
}

/**
 * lectern_session_get_title:
 * @self: a session
 *
 * Gets the title of a break or an announcement.
 *
 * Returns: (transfer none) (nullable): the title
 */
const char *
lectern_session_get_title (LecternSession *self)
{
  return lectern_record_get_string (LECTERN_RECORD (self), LECTERN_SESSION_TITLE);
}

/**
 * lectern_session_get_reason:
 * @self: a session
 *
 * Gets why the session is cancelled.
 *
 * Returns: (transfer none) (nullable): the reason
 */
const char *
lectern_session_get_reason (LecternSession *self)
{
  return lectern_record_get_string (LECTERN_RECORD (self), LECTERN_SESSION_REASON);
}

/**
 * lectern_session_get_papers:
 * @self: a session
 *
 * Gets what is read.
 *
 * Returns: (transfer none): a list of [class@Paper]
 */
GListModel *
lectern_session_get_papers (LecternSession *self)
{
  return lectern_record_get_records (LECTERN_RECORD (self), LECTERN_SESSION_PAPERS);
}

/**
 * lectern_session_get_presenters:
 * @self: a session
 *
 * Gets who presents.
 *
 * Returns: (transfer none) (nullable): the names
 */
const char * const *
lectern_session_get_presenters (LecternSession *self)
{
  return lectern_record_get_strings (LECTERN_RECORD (self), LECTERN_SESSION_PRESENTERS);
}

/**
 * lectern_session_get_resources:
 * @self: a session
 *
 * Gets the notes, slides and links.
 *
 * Returns: (transfer none): a list of [class@Resource]
 */
GListModel *
lectern_session_get_resources (LecternSession *self)
{
  return lectern_record_get_records (LECTERN_RECORD (self), LECTERN_SESSION_RESOURCES);
}

/**
 * lectern_session_get_note:
 * @self: a session
 *
 * Gets the organizer's private note.
 *
 * Returns: (transfer none) (nullable): the note
 */
const char *
lectern_session_get_note (LecternSession *self)
{
  return lectern_record_get_string (LECTERN_RECORD (self), LECTERN_SESSION_NOTE);
}

/**
 * lectern_session_get_extra:
 * @self: a session
 *
 * Gets the columns of an imported page that have no member of their own.
 *
 * Returns: (transfer none) (nullable): a map of type `a{ss}`
 */
GVariant *
lectern_session_get_extra (LecternSession *self)
{
  return lectern_record_get_map (LECTERN_RECORD (self), LECTERN_SESSION_EXTRA);
}

/**
 * lectern_session_get_ignore:
 * @self: a session
 *
 * Gets the codes of the warnings that the user dismissed.
 *
 * Returns: (transfer none) (nullable): the codes
 */
const char * const *
lectern_session_get_ignore (LecternSession *self)
{
  return lectern_record_get_strings (LECTERN_RECORD (self), LECTERN_SESSION_IGNORE);
}
