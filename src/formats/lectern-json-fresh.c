/* lectern-json-fresh.c: JSON text where there was none
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-json-fresh.h"

#include <string.h>

static gsize
skip_string (const char *text,
             gsize       at)
{
  for (at++; text[at] != '"'; at++)
    at += text[at] == '\\';

  return at;
}

/* Whether there is white space inside of brackets on one line, as the first of
 * each kind shows it. */
static void
find_pads (LecternJsonStyle *style,
           const char       *text,
           LecternJsonSpan   span)
{
  for (gsize at = span.start; at < span.end; at++)
    {
      gsize next = at + 1;
      const char **pad = NULL;

      if (text[at] == '"')
        {
          at = skip_string (text, at);
          continue;
        }
      if (text[at] != '{' && text[at] != '[')
        continue;

      next += strspn (text + next, " \t");
      if (text[next] == '"')
        pad = text[at] == '{' ? &style->object_pad : &style->text_pad;
      else if (text[next] == '{')
        pad = &style->list_pad;

      if (pad != NULL && *pad == NULL)
        *pad = next > at + 1 ? " " : "";
      if (style->object_pad != NULL && style->list_pad != NULL && style->text_pad != NULL)
        break;
    }
}

static void
init_pads (LecternJsonStyle      *style,
           const char            *text,
           const LecternJsonScan *scan)
{
  style->object_pad = NULL;
  style->list_pad = NULL;
  style->text_pad = NULL;

  if (text != NULL)
    {
      find_pads (style, text, scan->sessions);
      find_pads (style, text, scan->root);
    }
  if (style->object_pad == NULL)
    style->object_pad = "";
  if (style->list_pad == NULL)
    style->list_pad = "";
  if (style->text_pad == NULL)
    style->text_pad = "";
}

/**
 * lectern_json_style_init:
 * @style: (out caller-allocates): the style
 * @text: (nullable): a file that has passed the scan
 * @scan: (nullable): its scan
 *
 * Finds out how a file is written, as its first lines show it; without one,
 * sets Lectern's own style.
 */
void
lectern_json_style_init (LecternJsonStyle      *style,
                         const char            *text,
                         const LecternJsonScan *scan)
{
  const LecternJsonChild *first;
  const char *lead;
  const char *line;
  const char *end;

  style->newline = "\n";
  style->unit = g_strdup ("  ");
  style->colon = g_strdup (": ");
  style->comma = ", ";
  init_pads (style, text, scan);

  if (text == NULL)
    return;

  /* There is a first member: "lectern" at the least. */
  first = &g_array_index (scan->members, LecternJsonChild, 0);
  lead = text + scan->root.start + 1;
  end = text + first->name_span.start;

  for (line = end; line > lead && line[-1] != '\n' && line[-1] != '\r'; line--)
    ;
  if (line > lead)
    {
      g_free (style->unit);
      style->unit = g_strndup (line, end - line);
    }

  for (line = lead; line < text + scan->root.end; line++)
    {
      if (*line == '\n' || *line == '\r')
        {
          style->newline = *line == '\n' ? "\n" : line[1] == '\n' ? "\r\n" : "\r";
          break;
        }
    }

  g_free (style->colon);
  style->colon = g_strndup (text + first->name_span.end,
                            first->value.start - first->name_span.end);
  if (strpbrk (style->colon, "\r\n") != NULL)
    {
      g_free (style->colon);
      style->colon = g_strdup (": ");
    }
  if (g_str_has_suffix (style->colon, ":"))
    style->comma = ",";
}

/**
 * lectern_json_style_clear:
 * @style: a style
 *
 * Frees what it holds.
 */
void
lectern_json_style_clear (LecternJsonStyle *style)
{
  g_clear_pointer (&style->unit, g_free);
  g_clear_pointer (&style->colon, g_free);
}

/**
 * lectern_json_fresh_string:
 * @out: where to append
 * @string: a string
 *
 * Appends a JSON string, with no more escapes than JSON demands.
 */
void
lectern_json_fresh_string (GString    *out,
                           const char *string)
{
  static const char values[] = "\b\f\n\r\t";
  static const char names[] = "bfnrt";
  const char *plain = string;
  const char *p;

  g_string_append_c (out, '"');

  for (p = string; *p != '\0'; p++)
    {
      const char *value;

      if ((guchar) *p >= 0x20 && *p != '"' && *p != '\\')
        continue;

      g_string_append_len (out, plain, p - plain);
      plain = p + 1;
      value = strchr (values, *p);
      if (*p == '"' || *p == '\\')
        g_string_append_printf (out, "\\%c", *p);
      else if (value != NULL)
        g_string_append_printf (out, "\\%c", names[value - values]);
      else
        g_string_append_printf (out, "\\u%04x", (guint) *p);
    }
  g_string_append_len (out, plain, p - plain);

  g_string_append_c (out, '"');
}

/* Between two values, or a bracket and a value, of something spread. */
static void
append_break (GString                *out,
              const LecternJsonStyle *style,
              LecternJsonLayout       layout,
              const char             *unit,
              const char             *pad)
{
  if (layout.expanded)
    g_string_append_printf (out, "%s%s%s", style->newline, layout.indent, unit);
  else
    g_string_append (out, pad);
}

static void
append_comma (GString                *out,
              const LecternJsonStyle *style,
              LecternJsonLayout       layout)
{
  g_string_append (out, layout.expanded ? "," : style->comma);
  append_break (out, style, layout, style->unit, "");
}

static void
append_strings (GString                *out,
                const char * const     *strings,
                const LecternJsonStyle *style)
{
  g_string_append_c (out, '[');

  for (guint i = 0; strings[i] != NULL; i++)
    {
      g_string_append (out, i > 0 ? style->comma : style->text_pad);
      lectern_json_fresh_string (out, strings[i]);
    }

  g_string_append (out, style->text_pad);
  g_string_append_c (out, ']');
}

static void
append_map (GString                *out,
            GVariant               *map,
            const LecternJsonStyle *style,
            LecternJsonLayout       layout)
{
  GVariantIter iter;
  const char *name;
  const char *value;
  gboolean first = TRUE;

  g_string_append_c (out, '{');

  g_variant_iter_init (&iter, map);
  while (g_variant_iter_next (&iter, "{&s&s}", &name, &value))
    {
      if (first)
        append_break (out, style, layout, style->unit, style->object_pad);
      else
        append_comma (out, style, layout);
      first = FALSE;

      lectern_json_fresh_string (out, name);
      g_string_append (out, style->colon);
      lectern_json_fresh_string (out, value);
    }

  append_break (out, style, layout, "", style->object_pad);
  g_string_append_c (out, '}');
}

static void
append_records (GString                *out,
                GListModel             *list,
                const LecternJsonStyle *style,
                LecternJsonLayout       layout)
{
  g_autofree char *indent = g_strconcat (layout.indent, style->unit, NULL);
  LecternJsonLayout inner = { indent, layout.expanded };
  gboolean first = TRUE;

  g_string_append_c (out, '[');

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (LecternRecord) item = g_list_model_get_item (list, i);

      if (lectern_record_is_empty (item))
        continue;

      if (first)
        append_break (out, style, layout, style->unit, style->list_pad);
      else
        append_comma (out, style, layout);
      first = FALSE;

      lectern_json_fresh_record (out, item, style, inner);
    }

  append_break (out, style, layout, "", style->list_pad);
  g_string_append_c (out, ']');
}

/**
 * lectern_json_fresh_member:
 * @out: where to append
 * @record: a record
 * @member: the index of a member that is not absent
 * @style: the style
 * @layout: where the member stands
 *
 * Appends the value of a member.
 */
void
lectern_json_fresh_member (GString                *out,
                           LecternRecord          *record,
                           guint                   member,
                           const LecternJsonStyle *style,
                           LecternJsonLayout       layout)
{
  guint n_members;
  const LecternMember *members = lectern_record_get_members (record, &n_members);

  switch (members[member].type)
    {
    case LECTERN_MEMBER_STRING:
      lectern_json_fresh_string (out, lectern_record_get_string (record, member));
      break;
    case LECTERN_MEMBER_INTEGER:
      g_string_append_printf (out, "%d", lectern_record_get_integer (record, member));
      break;
    case LECTERN_MEMBER_BOOLEAN:
      g_string_append (out, lectern_record_get_boolean (record, member) ? "true" : "false");
      break;
    case LECTERN_MEMBER_STRINGS:
      append_strings (out, lectern_record_get_strings (record, member), style);
      break;
    case LECTERN_MEMBER_MAP:
      append_map (out, lectern_record_get_map (record, member), style, layout);
      break;
    case LECTERN_MEMBER_RECORD:
      lectern_json_fresh_record (out, lectern_record_get_record (record, member), style, layout);
      break;
    case LECTERN_MEMBER_RECORDS:
      append_records (out, lectern_record_get_records (record, member), style, layout);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* Appends those members that are not absent; @first: whether nothing stands
 * in the object yet. */
static gboolean
append_members (GString                *out,
                LecternRecord          *record,
                const LecternJsonStyle *style,
                LecternJsonLayout       layout,
                gboolean                first)
{
  g_autofree char *indent = g_strconcat (layout.indent, style->unit, NULL);
  LecternJsonLayout inner = { indent, layout.expanded };
  guint n_members;
  const LecternMember *members = lectern_record_get_members (record, &n_members);

  for (guint i = 0; i < n_members; i++)
    {
      if (lectern_record_member_is_absent (record, i))
        continue;

      if (first)
        append_break (out, style, layout, style->unit, style->object_pad);
      else
        append_comma (out, style, layout);
      first = FALSE;

      lectern_json_fresh_string (out, members[i].name);
      g_string_append (out, style->colon);
      lectern_json_fresh_member (out, record, i, style, inner);
    }

  return first;
}

/**
 * lectern_json_fresh_record:
 * @out: where to append
 * @record: a record
 * @style: the style
 * @layout: where it stands
 *
 * Appends an object.
 */
void
lectern_json_fresh_record (GString                *out,
                           LecternRecord          *record,
                           const LecternJsonStyle *style,
                           LecternJsonLayout       layout)
{
  g_string_append_c (out, '{');
  if (!append_members (out, record, style, layout, TRUE))
    append_break (out, style, layout, "", style->object_pad);
  g_string_append_c (out, '}');
}

/**
 * lectern_json_fresh_sessions:
 * @out: where to append
 * @schedule: a schedule
 * @style: the style
 * @layout: where the list stands
 *
 * Appends the list of sessions.
 */
void
lectern_json_fresh_sessions (GString                *out,
                             LecternSchedule        *schedule,
                             const LecternJsonStyle *style,
                             LecternJsonLayout       layout)
{
  g_autofree char *indent = g_strconcat (layout.indent, style->unit, NULL);
  LecternJsonLayout inner = { indent, layout.expanded };
  guint n = lectern_schedule_get_n_sessions (schedule);

  g_string_append_c (out, '[');

  for (guint i = 0; i < n; i++)
    {
      if (i == 0)
        append_break (out, style, layout, style->unit, style->list_pad);
      else
        append_comma (out, style, layout);
      lectern_json_fresh_record (out, LECTERN_RECORD (lectern_schedule_get_session (schedule, i)),
                                 style, inner);
    }

  if (n > 0)
    append_break (out, style, layout, "", style->list_pad);
  g_string_append_c (out, ']');
}

/**
 * lectern_json_fresh_file:
 * @out: where to append
 * @schedule: a schedule
 * @style: the style
 *
 * Appends a whole file.
 */
void
lectern_json_fresh_file (GString                *out,
                         LecternSchedule        *schedule,
                         const LecternJsonStyle *style)
{
  LecternJsonLayout layout = { "", TRUE };
  LecternJsonLayout inner = { style->unit, TRUE };

  g_string_append_printf (out, "{%s%s\"lectern\"%s1", style->newline, style->unit, style->colon);
  append_members (out, LECTERN_RECORD (lectern_schedule_get_head (schedule)), style, layout, FALSE);
  append_comma (out, style, layout);
  g_string_append_printf (out, "\"sessions\"%s", style->colon);
  lectern_json_fresh_sessions (out, schedule, style, inner);
  g_string_append_printf (out, "%s}%s", style->newline, style->newline);
}
