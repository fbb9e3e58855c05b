/* lectern-merge-text.c: what a conflict is about, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-merge.h"

#include <glib/gi18n-lib.h>

#include "lectern-checks-private.h"
#include "lectern-date.h"

static const struct
{
  const char *property;
  const char *name;
} names[] = {
  { "date", N_("Date") },
  { "time", N_("Time") },
  { "duration", N_("Duration") },
  { "timezone", N_("Time Zone") },
  { "location", N_("Place") },
  { "kind", N_("Kind") },
  { "title", N_("Title") },
  { "description", N_("Description") },
  { "status", N_("Cancellation") },
  { "reason", N_("Reason") },
  { "papers", N_("Papers") },
  { "presenters", N_("Presenters") },
  { "resources", N_("Notes and Links") },
  { "note", N_("Note") },
  { "extra", N_("Other Columns") },
  { "folder", N_("Notes Folder") },
  { "url", N_("Address of the Notes") },
  { "page", N_("Page") },
  { "dates", N_("Dates of the Page") },
  { "columns", N_("Columns of the Page") },
  { "announcement", N_("Announcement") },
  { "skipPresenters", N_("Skipped Presenters") },
  { "id", N_("Identifier") },
};

/**
 * lectern_merge_conflict_is_removal:
 * @self: a conflict
 *
 * Tells whether one side removed what the other changed.
 *
 * Returns: whether it is about a session as a whole
 */
gboolean
lectern_merge_conflict_is_removal (LecternMergeConflict *self)
{
  return self->into == NULL;
}

static void
add_line (GString    *text,
          const char *line)
{
  if (line == NULL || *line == '\0')
    return;

  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

static void
add_paper (GString      *text,
           LecternPaper *paper)
{
  const char *title = lectern_paper_get_title (paper);
  const char *part = lectern_paper_get_part (paper);
  const char *url = lectern_paper_get_url (paper);
  const char * const *authors = lectern_paper_get_authors (paper);
  g_autofree char *line = NULL;
  g_autofree char *people = authors != NULL ? g_strjoinv (_(", "), (char **) authors) : NULL;

  line = g_strjoin (" ", title != NULL ? title : "", part, NULL);
  add_line (text, g_strstrip (line));
  add_line (text, people);
  add_line (text, url);
}

static void
add_resource (GString         *text,
              LecternResource *resource)
{
  const char *file = lectern_resource_get_file (resource);

  add_line (text, lectern_resource_get_label (resource));
  add_line (text, file != NULL ? file : lectern_resource_get_url (resource));
  if (lectern_resource_get_primary (resource))
    add_line (text, _("Opened by a double click"));
}

static void
add_list (GString    *text,
          GListModel *list)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (LecternRecord) item = g_list_model_get_item (list, i);

      if (LECTERN_IS_PAPER (item))
        add_paper (text, LECTERN_PAPER (item));
      else
        add_resource (text, LECTERN_RESOURCE (item));
    }
}

static void
add_map (GString  *text,
         GVariant *map)
{
  for (gsize i = 0; map != NULL && i < g_variant_n_children (map); i++)
    {
      g_autofree char *line = NULL;
      const char *name;
      const char *value;

      g_variant_get_child (map, i, "{&s&s}", &name, &value);
      line = g_strdup_printf ("%s: %s", name, value);
      add_line (text, line);
    }
}

static void
add_member (GString       *text,
            LecternRecord *record,
            guint          member)
{
  guint n_members;
  const LecternMember *members = lectern_record_get_members (record, &n_members);
  const char * const *strings;
  g_autofree char *line = NULL;

  switch (members[member].type)
    {
    case LECTERN_MEMBER_STRING:
      add_line (text, lectern_record_get_string (record, member));
      break;
    case LECTERN_MEMBER_INTEGER:
      if (lectern_record_get_integer (record, member) > 0)
        line = g_strdup_printf ("%d", lectern_record_get_integer (record, member));
      add_line (text, line);
      break;
    case LECTERN_MEMBER_STRINGS:
      strings = lectern_record_get_strings (record, member);
      line = strings != NULL ? g_strjoinv (_(", "), (char **) strings) : NULL;
      add_line (text, line);
      break;
    case LECTERN_MEMBER_MAP:
      add_map (text, lectern_record_get_map (record, member));
      break;
    case LECTERN_MEMBER_RECORDS:
      add_list (text, lectern_record_get_records (record, member));
      break;
    case LECTERN_MEMBER_BOOLEAN:
    case LECTERN_MEMBER_RECORD:
    default:
      /* Not in a conflict: what has such members is merged as a whole. */
      g_assert_not_reached ();
    }
}

static void
add_session (GString        *text,
             LecternSession *session)
{
  add_line (text, lectern_session_get_date (session));
  add_line (text, lectern_session_get_date_text (session));
  add_line (text, lectern_session_get_title (session));
  add_list (text, lectern_session_get_papers (session));
}

/**
 * lectern_merge_conflict_dup_where:
 * @self: a conflict
 *
 * Says which session it is in.
 *
 * Returns: (transfer full): a line
 */
char *
lectern_merge_conflict_dup_where (LecternMergeConflict *self)
{
  g_autofree char *day_name = NULL;
  const char *date;
  const char *title;
  GDate day;

  if (self->session == NULL)
    return g_strdup (_("The group’s details"));

  date = lectern_session_get_date (self->session);
  if (date != NULL && lectern_date_parse (date, &day))
    date = day_name = lectern_checks_day_name (&day);
  title = lectern_session_get_title (self->session);
  if (title == NULL && g_list_model_get_n_items (lectern_session_get_papers (self->session)) > 0)
    {
      g_autoptr (LecternPaper) paper = NULL;

      paper = g_list_model_get_item (lectern_session_get_papers (self->session), 0);
      title = lectern_paper_get_title (paper);
    }
  if (date != NULL && title != NULL)
    /* Translators: a date, and what is read then */
    return g_strdup_printf (_("%s, %s"), date, title);
  if (date == NULL && title == NULL)
    return g_strdup (_("A session without a date"));

  return g_strdup (date != NULL ? date : title);
}

/**
 * lectern_merge_conflict_dup_member:
 * @self: a conflict
 *
 * Says what of the session it is about.
 *
 * Returns: (transfer full): a word or two
 */
char *
lectern_merge_conflict_dup_member (LecternMergeConflict *self)
{
  const LecternMember *members;
  guint n_members;

  if (lectern_merge_conflict_is_removal (self))
    return g_strdup (_("Changed or Removed"));

  members = lectern_record_get_members (self->into, &n_members);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (g_strcmp0 (names[i].property, members[self->member].property) == 0)
        return g_strdup (_(names[i].name));
    }

  return g_strdup (members[self->member].name);
}

/**
 * lectern_merge_conflict_dup_value:
 * @self: a conflict
 * @mine: whether it is mine that is asked for, not theirs
 *
 * Says what one side made of it.
 *
 * Returns: (transfer full): one or more lines
 */
char *
lectern_merge_conflict_dup_value (LecternMergeConflict *self,
                                  gboolean              mine)
{
  LecternRecord *record = mine ? self->mine : self->theirs;
  GString *text = g_string_new (NULL);

  if (record == NULL)
    g_string_append (text, _("Removed"));
  else if (lectern_merge_conflict_is_removal (self))
    add_session (text, LECTERN_SESSION (record));
  else
    add_member (text, record, self->member);

  if (record != NULL && LECTERN_IS_SESSION (record) && self->into != NULL &&
      self->member == LECTERN_SESSION_DATE)
    add_member (text, record, LECTERN_SESSION_DATE_TEXT);
  if (text->len == 0)
    g_string_append (text, _("Empty"));

  return g_string_free (text, FALSE);
}
