/* lectern-head.c: what a schedule says about the whole group
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-head.h"

#include <glib/gi18n-lib.h>

/**
 * LecternHead:
 *
 * What stands in a schedule beside its sessions: the group's name, the usual
 * time and place, where the notes and the page are.
 */
struct _LecternHead
{
  LecternRecord parent_instance;
};

/**
 * LecternDefaults:
 *
 * The time and place of a session that names none of its own.
 */
struct _LecternDefaults
{
  LecternRecord parent_instance;
};

/**
 * LecternNotes:
 *
 * The folder where the notes are and the address where it is published.
 */
struct _LecternNotes
{
  LecternRecord parent_instance;
};

/**
 * LecternPageFormat:
 *
 * How the group's page is to be read, where the page alone does not tell.
 */
struct _LecternPageFormat
{
  LecternRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (LecternHead, lectern_head, LECTERN_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (LecternDefaults, lectern_defaults, LECTERN_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (LecternNotes, lectern_notes, LECTERN_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (LecternPageFormat, lectern_page_format, LECTERN_TYPE_RECORD)

static const LecternMember head_members[] = {
  { "id", "id", LECTERN_MEMBER_STRING, LECTERN_FORM_TEXT, N_("Change Identifier"), NULL },
  { "title", "title", LECTERN_MEMBER_STRING, LECTERN_FORM_TEXT, N_("Change Name of the Group"), NULL },
  { "description", "description", LECTERN_MEMBER_STRING, LECTERN_FORM_TEXT, N_("Change Description"), NULL },
  { "defaults", "defaults", LECTERN_MEMBER_RECORD, LECTERN_FORM_TEXT, N_("Change Usual Time and Place"), lectern_defaults_get_type },
  { "notes", "notes", LECTERN_MEMBER_RECORD, LECTERN_FORM_TEXT, N_("Change Notes Folder"), lectern_notes_get_type },
  { "page", "page", LECTERN_MEMBER_STRING, LECTERN_FORM_FILE, N_("Change Page"), NULL },
  { "pageFormat", "page-format", LECTERN_MEMBER_RECORD, LECTERN_FORM_TEXT, N_("Change Page Format"), lectern_page_format_get_type },
  { "announcement", "announcement", LECTERN_MEMBER_STRING, LECTERN_FORM_TEXT, N_("Change Announcement"), NULL },
  { "skipPresenters", "skip-presenters", LECTERN_MEMBER_STRINGS, LECTERN_FORM_TEXT, N_("Change Who Is Skipped"), NULL },
};

static const LecternMember defaults_members[] = {
  { "time", "time", LECTERN_MEMBER_STRING, LECTERN_FORM_TIME, N_("Change Usual Time"), NULL },
  { "duration", "duration", LECTERN_MEMBER_INTEGER, LECTERN_FORM_TEXT, N_("Change Usual Duration"), NULL },
  { "timezone", "timezone", LECTERN_MEMBER_STRING, LECTERN_FORM_TEXT, N_("Change Time Zone"), NULL },
  { "location", "location", LECTERN_MEMBER_STRING, LECTERN_FORM_TEXT, N_("Change Usual Place"), NULL },
};

static const LecternMember notes_members[] = {
  { "folder", "folder", LECTERN_MEMBER_STRING, LECTERN_FORM_FILE, N_("Change Notes Folder"), NULL },
  { "url", "url", LECTERN_MEMBER_STRING, LECTERN_FORM_URL, N_("Change Address of the Notes"), NULL },
};

static const LecternMember page_format_members[] = {
  { "dates", "dates", LECTERN_MEMBER_STRING, LECTERN_FORM_TEXT, N_("Change Page Format"), NULL },
  { "columns", "columns", LECTERN_MEMBER_MAP, LECTERN_FORM_TEXT, N_("Change Page Format"), NULL },
};

static void
lectern_head_class_init (LecternHeadClass *klass)
{
  lectern_record_class_install_members (LECTERN_RECORD_CLASS (klass),
                                        head_members, G_N_ELEMENTS (head_members));
}

static void
lectern_head_init (LecternHead *self)
{
}

static void
lectern_defaults_class_init (LecternDefaultsClass *klass)
{
  lectern_record_class_install_members (LECTERN_RECORD_CLASS (klass),
                                        defaults_members, G_N_ELEMENTS (defaults_members));
}

static void
lectern_defaults_init (LecternDefaults *self)
{
}

static void
lectern_notes_class_init (LecternNotesClass *klass)
{
  lectern_record_class_install_members (LECTERN_RECORD_CLASS (klass),
                                        notes_members, G_N_ELEMENTS (notes_members));
}

static void
lectern_notes_init (LecternNotes *self)
{
}

static void
lectern_page_format_class_init (LecternPageFormatClass *klass)
{
  lectern_record_class_install_members (LECTERN_RECORD_CLASS (klass),
                                        page_format_members,
                                        G_N_ELEMENTS (page_format_members));
}

static void
lectern_page_format_init (LecternPageFormat *self)
{
}

/**
 * lectern_head_new:
 *
 * Creates a head that says nothing yet.
 *
 * Returns: (transfer full): a new head
 */
LecternHead *
lectern_head_new (void)
{
  return g_object_new (LECTERN_TYPE_HEAD, NULL);
}

/**
 * lectern_head_copy:
 * @self: a head
 *
 * Creates a head that says the same.
 *
 * Returns: (transfer full): a new head
 */
LecternHead *
lectern_head_copy (LecternHead *self)
{
  LecternHead *copy = lectern_head_new ();

  lectern_record_assign (LECTERN_RECORD (copy), LECTERN_RECORD (self));

  return copy;
}

static LecternRecord *
get_inner (LecternHead      *self,
           LecternHeadMember member)
{
  return lectern_record_get_record (LECTERN_RECORD (self), member);
}

/**
 * lectern_head_get_id:
 * @self: a head
 *
 * Gets the name by which calendars know the schedule.
 *
 * Returns: (transfer none) (nullable): the id
 */
const char *
lectern_head_get_id (LecternHead *self)
{
  return lectern_record_get_string (LECTERN_RECORD (self), LECTERN_HEAD_ID);
}

/**
 * lectern_head_get_title:
 * @self: a head
 *
 * Gets the group's name.
 *
 * Returns: (transfer none) (nullable): the name
 */
const char *
lectern_head_get_title (LecternHead *self)
{
  return lectern_record_get_string (LECTERN_RECORD (self), LECTERN_HEAD_TITLE);
}

/**
 * lectern_head_get_description:
 * @self: a head
 *
 * Gets what the group is about.
 *
 * Returns: (transfer none) (nullable): the description
 */
const char *
lectern_head_get_description (LecternHead *self)
{
  return lectern_record_get_string (LECTERN_RECORD (self), LECTERN_HEAD_DESCRIPTION);
}

/**
 * lectern_head_get_default_time:
 * @self: a head
 *
 * Gets when the group usually begins.
 *
 * Returns: (transfer none) (nullable): the time as it stands in the file,
 *   HH:MM if all is well
 */
const char *
lectern_head_get_default_time (LecternHead *self)
{
  return lectern_record_get_string (get_inner (self, LECTERN_HEAD_DEFAULTS),
                                    LECTERN_DEFAULTS_TIME);
}

/**
 * lectern_head_get_default_duration:
 * @self: a head
 *
 * Gets how long a session usually is.
 *
 * Returns: the duration in minutes, 0 if none is given that can be understood
 */
int
lectern_head_get_default_duration (LecternHead *self)
{
  return MAX (0, lectern_record_get_integer (get_inner (self, LECTERN_HEAD_DEFAULTS),
                                             LECTERN_DEFAULTS_DURATION));
}

/**
 * lectern_head_get_timezone:
 * @self: a head
 *
 * Gets the time zone of all times.
 *
 * Returns: (transfer none) (nullable): the name, such as "Europe/London"
 */
const char *
lectern_head_get_timezone (LecternHead *self)
{
  return lectern_record_get_string (get_inner (self, LECTERN_HEAD_DEFAULTS),
                                    LECTERN_DEFAULTS_TIMEZONE);
}

/**
 * lectern_head_get_default_location:
 * @self: a head
 *
 * Gets where the group usually meets.
 *
 * Returns: (transfer none) (nullable): the place
 */
const char *
lectern_head_get_default_location (LecternHead *self)
{
  return lectern_record_get_string (get_inner (self, LECTERN_HEAD_DEFAULTS),
                                    LECTERN_DEFAULTS_LOCATION);
}

/**
 * lectern_head_get_notes_folder:
 * @self: a head
 *
 * Gets the folder of the notes, relative to the schedule's.
 *
 * Returns: (transfer none) (nullable): the folder as it stands in the file
 */
const char *
lectern_head_get_notes_folder (LecternHead *self)
{
  return lectern_record_get_string (get_inner (self, LECTERN_HEAD_NOTES),
                                    LECTERN_NOTES_FOLDER);
}

/**
 * lectern_head_get_notes_url:
 * @self: a head
 *
 * Gets the address where the folder of the notes is published.
 *
 * Returns: (transfer none) (nullable): the address as it stands in the file
 */
const char *
lectern_head_get_notes_url (LecternHead *self)
{
  return lectern_record_get_string (get_inner (self, LECTERN_HEAD_NOTES),
                                    LECTERN_NOTES_URL);
}

/**
 * lectern_head_get_page:
 * @self: a head
 *
 * Gets the group's public page.
 *
 * Returns: (transfer none) (nullable): its path, relative to the schedule's
 *   folder
 */
const char *
lectern_head_get_page (LecternHead *self)
{
  return lectern_record_get_string (LECTERN_RECORD (self), LECTERN_HEAD_PAGE);
}

/**
 * lectern_head_get_announcement:
 * @self: a head
 *
 * Gets what to tell the group about a meeting, with names in braces.
 *
 * Returns: (transfer none) (nullable): the template
 */
const char *
lectern_head_get_announcement (LecternHead *self)
{
  return lectern_record_get_string (LECTERN_RECORD (self), LECTERN_HEAD_ANNOUNCEMENT);
}

/**
 * lectern_head_get_skip_presenters:
 * @self: a head
 *
 * Gets who is not suggested as a presenter.
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): the names
 */
const char * const *
lectern_head_get_skip_presenters (LecternHead *self)
{
  return lectern_record_get_strings (LECTERN_RECORD (self), LECTERN_HEAD_SKIP_PRESENTERS);
}
