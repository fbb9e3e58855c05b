/* random-schedule.c: schedules that nobody would write by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "random-schedule.h"

#include "lectern-edit.h"

#include <string.h>

typedef struct
{
  GRand     *rand;
  GString   *text;
  GPtrArray *unknown;  /* the text of each unknown member of a record */
  gboolean   tidy;     /* as most files are: fewer kinds of white space */
} Maker;

static guint
pick (Maker *self,
      guint  n)
{
  return g_rand_int_range (self->rand, 0, n);
}

static void
add_space (Maker *self)
{
  static const char *spaces[] = { "", "", " ", "\n", "\t", "\r\n", "  \n\t ", "\r", "\n\n    " };

  g_string_append (self->text, spaces[self->tidy ? pick (self, 3) : pick (self, G_N_ELEMENTS (spaces))]);
}

static void
add_string (Maker    *self,
            gboolean  known)
{
  static const char *parts[] = {
    "a", "Paper", " ", "é", "😀", "\\n", "\\u0041", "\\u00e9", "\\ud83d\\ude00", "\\/", "/", "\\\"",
    "\\\\", "\\t", "\\u001f", "\x7f", "{", "]", ",", ":", "\\\\u0000", "2022-07-06", "15:00", "-5",
  };
  guint n = pick (self, 5);

  g_string_append_c (self->text, '"');
  for (guint i = 0; i < n; i++)
    g_string_append (self->text, parts[pick (self, G_N_ELEMENTS (parts))]);
  if (!known && pick (self, 4) == 0)
    g_string_append (self->text, "\\u0000");
  g_string_append_c (self->text, '"');
}

static void
add_number (Maker *self)
{
  static const char *numbers[] = {
    "0", "-0", "60", "90.0", "6e1", "1E+2", "-1", "1.5", "-1.5e-3", "18446744073709551615",
    "-99999999999999999999", "3.14159265358979323846264338327950288", "1e400", "0e0",
  };

  g_string_append (self->text, numbers[pick (self, G_N_ELEMENTS (numbers))]);
}

static void
add_anything (Maker *self,
              guint  depth)
{
  guint n = pick (self, 3);

  switch (pick (self, depth > 3 ? 5 : 7))
    {
    case 0:
      g_string_append (self->text, "null");
      break;
    case 1:
      g_string_append (self->text, pick (self, 2) ? "true" : "false");
      break;
    case 2:
    case 3:
      add_number (self);
      break;
    case 4:
      add_string (self, FALSE);
      break;
    case 5:
      g_string_append_c (self->text, '[');
      add_space (self);
      for (guint i = 0; i < n; i++)
        {
          if (i > 0)
            g_string_append_c (self->text, ',');
          add_space (self);
          add_anything (self, depth + 1);
          add_space (self);
        }
      g_string_append_c (self->text, ']');
      break;
    default:
      g_string_append_c (self->text, '{');
      add_space (self);
      for (guint i = 0; i < n; i++)
        {
          g_string_append_printf (self->text, "%s\"k%u\"", i > 0 ? "," : "", i);
          add_space (self);
          g_string_append_c (self->text, ':');
          add_space (self);
          add_anything (self, depth + 1);
        }
      g_string_append_c (self->text, '}');
      break;
    }
}

/* A name, sometimes with its first letter as an escape. */
static void
add_name (Maker      *self,
          const char *name)
{
  if (pick (self, 10) == 0)
    g_string_append_printf (self->text, "\"\\u%04x%s\"", name[0], name + 1);
  else
    g_string_append_printf (self->text, "\"%s\"", name);
}

static void
add_colon (Maker *self)
{
  add_space (self);
  g_string_append_c (self->text, ':');
  add_space (self);
}

static void
add_unknown (Maker      *self,
             const char *known)
{
  static guint count;
  gsize start = self->text->len;

  /* Some look like a known one up to the zero character. */
  if (known != NULL && pick (self, 4) == 0)
    g_string_append_printf (self->text, "\"%s\\u0000%u\"", known, count++);
  else
    g_string_append_printf (self->text, "\"unknown %u\"", count++);
  add_colon (self);
  add_anything (self, 0);

  if (self->unknown != NULL)
    g_ptr_array_add (self->unknown, g_strdup (self->text->str + start));
}

static void add_record (Maker      *self,
                        GType       type,
                        const char *first,
                        guint       n_sessions);

static void
add_value (Maker               *self,
           const LecternMember *member)
{
  guint n = pick (self, 4);

  if (pick (self, 10) == 0)
    {
      g_string_append (self->text, "null");
      return;
    }

  switch (member->type)
    {
    case LECTERN_MEMBER_STRING:
      add_string (self, TRUE);
      return;
    case LECTERN_MEMBER_INTEGER:
      add_number (self);
      return;
    case LECTERN_MEMBER_BOOLEAN:
      g_string_append (self->text, pick (self, 2) ? "true" : "false");
      return;
    case LECTERN_MEMBER_RECORD:
      add_record (self, member->item_type (), NULL, 0);
      return;
    case LECTERN_MEMBER_STRINGS:
    case LECTERN_MEMBER_RECORDS:
    case LECTERN_MEMBER_MAP:
    default:
      break;
    }

  g_string_append_c (self->text, member->type == LECTERN_MEMBER_MAP ? '{' : '[');
  add_space (self);
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (self->text, ',');
      add_space (self);
      if (member->type == LECTERN_MEMBER_RECORDS)
        {
          add_record (self, member->item_type (), NULL, 0);
        }
      else if (member->type == LECTERN_MEMBER_STRINGS)
        {
          add_string (self, TRUE);
        }
      else
        {
          g_string_append_printf (self->text, "\"Column %u\"", i);
          add_colon (self);
          if (pick (self, 5) == 0)
            g_string_append (self->text, "null");
          else
            add_string (self, TRUE);
        }
      add_space (self);
    }
  g_string_append_c (self->text, member->type == LECTERN_MEMBER_MAP ? '}' : ']');
}

static void
add_sessions (Maker *self,
              guint  n)
{
  g_string_append (self->text, "\"sessions\"");
  add_colon (self);
  g_string_append_c (self->text, '[');
  add_space (self);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("\"id\":\"s%u\"", i);

      if (i > 0)
        g_string_append_c (self->text, ',');
      add_space (self);
      add_record (self, LECTERN_TYPE_SESSION, pick (self, 3) ? id : NULL, 0);
      add_space (self);
    }

  g_string_append_c (self->text, ']');
}

/* @first: a member that is written as it is, and @n_sessions for the file */
static void
add_record (Maker      *self,
            GType       type,
            const char *first,
            guint       n_sessions)
{
  guint n_members;
  const LecternMember *members = lectern_record_type_get_members (type, &n_members);
  guint start = pick (self, n_members);
  gboolean any = first != NULL;

  g_string_append_c (self->text, '{');
  add_space (self);
  g_string_append (self->text, any ? first : "");

  /* In canonical order but for where it begins. */
  for (guint i = 0; i < n_members; i++)
    {
      const LecternMember *member = &members[(start + i) % n_members];
      gboolean unknown = pick (self, 8) == 0;

      if (!unknown && (pick (self, 3) != 0 || (first != NULL && g_str_equal (member->name, "id"))))
        continue;

      if (any)
        g_string_append_c (self->text, ',');
      any = TRUE;
      add_space (self);
      if (unknown)
        {
          add_unknown (self, member->name);
        }
      else
        {
          add_name (self, member->name);
          add_colon (self);
          add_value (self, member);
        }
      add_space (self);
    }

  if (n_sessions > 0)
    {
      g_string_append_c (self->text, ',');
      add_space (self);
      add_sessions (self, n_sessions);
      add_space (self);
    }

  g_string_append_c (self->text, '}');
}

/* @unknown: if given, gets the text of each unknown member, in order */
char *
random_schedule_new (GRand     *rand,
                     guint      n_sessions,
                     GPtrArray *unknown)
{
  Maker self = { rand, g_string_new (NULL), unknown, FALSE };

  self.tidy = pick (&self, 2);
  add_space (&self);
  add_record (&self, LECTERN_TYPE_HEAD, pick (&self, 2) ? "\"lectern\":1" : "\"lectern\" : 1.0",
              n_sessions);
  add_space (&self);

  return g_string_free (self.text, FALSE);
}

static const char *paths[] = {
  "date", "dateText", "time", "duration", "location", "kind", "title", "status", "reason",
  "papers[0].title", "papers[0].url", "papers[1].part", "papers[0].authors", "papers[0].authors[1]",
  "papers[0]", "papers[1]", "presenters", "presenters[0]", "presenters[1]",
  "resources[0].label", "resources[0].file", "resources[0].url", "resources[0].primary",
  "resources[1].label", "resources[1].primary", "resources[0]", "resources[1]",
  "note", "extra.Room", "extra.Column 0", "extra.Column 1", "ignore[0]",
};

static const char *head_paths[] = {
  "title", "description", "defaults.time", "defaults.duration", "defaults.location",
  "notes.folder", "notes.url", "page",
};

static const char *values[] = {
  "", "", "a", "é \"quoted\" \\ \n\t/ 😀", "Week 5", "2023-01-04", "2022-12-31", "15:00", "60", "90",
  "break", "announcement", "cancelled", "https://example.org/", "files/a.pdf", "true", "A, B",
};

/* Some edit or other; many are refused and change nothing. */
void
random_schedule_edit (LecternHistory *history,
                      GRand          *rand)
{
  LecternSchedule *schedule = lectern_history_get_schedule (history);
  guint n = lectern_schedule_get_n_sessions (schedule);
  const char *path = paths[g_rand_int_range (rand, 0, G_N_ELEMENTS (paths))];
  const char *value = values[g_rand_int_range (rand, 0, G_N_ELEMENTS (values))];
  const char *dated[] = { "date=2023-01-04", "papers[0].title=New", NULL };
  g_autoptr (LecternSession) session = NULL;
  guint choice = g_rand_int_range (rand, 0, 24);

  if (n == 0 || (choice == 0 && n < 60))
    {
      lectern_edit_add (history, dated, NULL);
      return;
    }

  session = g_object_ref (lectern_schedule_get_session (schedule, g_rand_int_range (rand, 0, n)));

  if (choice == 1)
    lectern_edit_remove (history, session);
  else if (choice == 2)
    lectern_history_move (history, session, g_rand_int_range (rand, 0, n), "Move");
  else if (choice == 3 && n < 60)
    lectern_edit_duplicate (history, session);
  else if (choice == 4)
    lectern_history_undo (history);
  else if (choice == 5)
    lectern_history_redo (history);
  else if (choice == 6)
    lectern_history_seal (history);
  else if (choice == 7)
    lectern_edit_add_paper (history, session);
  else if (choice == 8 && g_list_model_get_n_items (lectern_session_get_papers (session)) > 0)
    lectern_edit_remove_item (history, session, LECTERN_SESSION_PAPERS, 0);
  else if (choice == 9 && g_list_model_get_n_items (lectern_session_get_resources (session)) > 0)
    lectern_edit_remove_item (history, session, LECTERN_SESSION_RESOURCES,
                              g_list_model_get_n_items (lectern_session_get_resources (session)) - 1);
  else if (choice <= 11)
    lectern_edit_set_head (history, head_paths[g_rand_int_range (rand, 0, G_N_ELEMENTS (head_paths))],
                           value, NULL);
  else
    lectern_edit_type (history, session, path, value, NULL);
}
