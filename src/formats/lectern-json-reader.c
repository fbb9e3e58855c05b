/* lectern-json-reader.c: a schedule from its JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-json-scan.h"

#include <json-glib/json-glib.h>
#include <string.h>

static void load_record (LecternRecord *record,
                         JsonObject    *object);

/* Goes past the number at @p and, if it is negative, writes 0 over it. */
static char *
mask_number (char *p,
             char *end)
{
  gboolean negative = *p == '-';

  for (gboolean first = TRUE; p < end && (g_ascii_isalnum (*p) || strchr ("+-.", *p) != NULL); p++)
    {
      if (negative)
        *p = first ? '0' : ' ';
      first = FALSE;
    }

  return p;
}

/* Hides from json-glib what it misreads: it ends a name at \u0000, so that
 * "title\u0000" would be taken for "title", and makes a positive number of a
 * long negative one.  Neither can be the value of a known member, and the
 * others are never taken from its tree. */
static void
mask_text (char  *text,
           gsize  length)
{
  char *end = text + length;
  gboolean in_string = FALSE;
  char *p = text;

  while (p < end)
    {
      if (in_string && *p == '\\')
        {
          if (strncmp (p, "\\u0000", 6) == 0)
            memcpy (p, "\\ufffd", 6);
          p += 2;
        }
      else if (!in_string && (*p == '-' || g_ascii_isdigit (*p)))
        {
          p = mask_number (p, end);
        }
      else
        {
          in_string ^= *p == '"';
          p++;
        }
    }
}

/* The types have been checked by the scan, and still no getter is called
 * without a look at the node: null is right for every member. */
static gboolean
is_value (JsonNode *node,
          GType     type)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

static int
read_integer (JsonNode *node)
{
  double value;

  if (is_value (node, G_TYPE_INT64))
    value = json_node_get_int (node);
  else if (is_value (node, G_TYPE_DOUBLE))
    value = json_node_get_double (node);
  else
    return 0;

  /* What is no number of minutes is not understood, and kept. */
  if (!(value >= 1 && value <= G_MAXINT) || value != (int) value)
    return LECTERN_RECORD_UNREADABLE;

  return (int) value;
}

static void
load_strings (LecternRecord *record,
              guint          member,
              JsonArray     *array)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) strings = NULL;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (is_value (node, G_TYPE_STRING))
        g_strv_builder_add (builder, json_node_get_string (node));
    }

  strings = g_strv_builder_end (builder);
  lectern_record_set_strings (record, member, (const char * const *) strings);
}

static void
load_map (LecternRecord *record,
          guint          member,
          JsonObject    *object)
{
  GVariantBuilder builder;
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      if (is_value (node, G_TYPE_STRING))
        g_variant_builder_add (&builder, "{ss}", name, json_node_get_string (node));
    }

  lectern_record_set_map (record, member, g_variant_builder_end (&builder));
}

static void
load_records (LecternRecord *record,
              guint          member,
              JsonArray     *array,
              GType          type)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *list = lectern_record_get_records (record, member);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      LecternRecord *item = g_object_new (type, NULL);

      lectern_record_set_origin (item, i);
      if (JSON_NODE_HOLDS_OBJECT (node))
        load_record (item, json_node_get_object (node));
      g_ptr_array_add (items, item);
    }

  g_list_store_splice (G_LIST_STORE (list), 0, g_list_model_get_n_items (list),
                       items->pdata, items->len);
}

static void
load_member (LecternRecord       *record,
             guint                i,
             const LecternMember *member,
             JsonNode            *node)
{
  switch (member->type)
    {
    case LECTERN_MEMBER_STRING:
      if (is_value (node, G_TYPE_STRING))
        lectern_record_set_string (record, i, json_node_get_string (node));
      break;
    case LECTERN_MEMBER_INTEGER:
      lectern_record_set_integer (record, i, read_integer (node));
      break;
    case LECTERN_MEMBER_BOOLEAN:
      if (is_value (node, G_TYPE_BOOLEAN))
        lectern_record_set_boolean (record, i, json_node_get_boolean (node));
      break;
    case LECTERN_MEMBER_STRINGS:
      if (JSON_NODE_HOLDS_ARRAY (node))
        load_strings (record, i, json_node_get_array (node));
      break;
    case LECTERN_MEMBER_MAP:
      if (JSON_NODE_HOLDS_OBJECT (node))
        load_map (record, i, json_node_get_object (node));
      break;
    case LECTERN_MEMBER_RECORD:
      if (JSON_NODE_HOLDS_OBJECT (node))
        load_record (lectern_record_get_record (record, i), json_node_get_object (node));
      break;
    case LECTERN_MEMBER_RECORDS:
      if (JSON_NODE_HOLDS_ARRAY (node))
        load_records (record, i, json_node_get_array (node), member->item_type ());
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
load_record (LecternRecord *record,
             JsonObject    *object)
{
  guint n_members;
  const LecternMember *members = lectern_record_get_members (record, &n_members);

  lectern_record_begin_load (record);

  for (guint i = 0; i < n_members; i++)
    {
      JsonNode *node = json_object_get_member (object, members[i].name);

      if (node != NULL)
        load_member (record, i, &members[i], node);
    }

  lectern_record_end_load (record);
}

/**
 * lectern_json_load_record:
 * @record: a record that says nothing yet
 * @text: an object that has passed the scan
 * @length: the length of @text in bytes
 *
 * Fills a record from its text.
 */
void
lectern_json_load_record (LecternRecord *record,
                          const char    *text,
                          gsize          length)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autofree char *masked = g_strndup (text, length);
  g_autoptr (GError) error = NULL;

  mask_text (masked, length);

  /* Going on with an empty record would empty it in the file. */
  if (!json_parser_load_from_data (parser, masked, length, &error))
    g_error ("json-glib refuses what has passed the scan: %s", error->message);

  load_record (record, json_node_get_object (json_parser_get_root (parser)));
}

/**
 * lectern_json_load_session:
 * @session: the session
 * @text: its text, which has passed the scan
 * @length: the length of @text in bytes
 *
 * Fills a session from the text that it was read from.
 */
void
lectern_json_load_session (LecternSession *session,
                           const char     *text,
                           gsize           length)
{
  lectern_json_load_record (LECTERN_RECORD (session), text, length);
}

/**
 * lectern_json_load_head:
 * @head: a head that says nothing yet
 * @text: the file
 * @scan: its scan
 *
 * Fills a head from a file, without having all the sessions read.
 */
void
lectern_json_load_head (LecternHead     *head,
                        const char      *text,
                        LecternJsonScan *scan)
{
  g_autoptr (GString) members = g_string_new ("{");
  guint n_members;
  const LecternMember *known = lectern_record_get_members (LECTERN_RECORD (head), &n_members);

  for (guint i = 0; i < n_members; i++)
    {
      LecternJsonChild *child = lectern_json_child_named (scan->members, known[i].name);

      if (child != NULL)
        {
          g_string_append_printf (members, "%s\"%s\":", members->len > 1 ? "," : "", known[i].name);
          g_string_append_len (members, text + child->value.start,
                               child->value.end - child->value.start);
        }
    }

  g_string_append_c (members, '}');
  lectern_json_load_record (LECTERN_RECORD (head), members->str, members->len);
}

/**
 * lectern_json_read:
 * @bytes: the content of a file, anything at all
 * @error: return location for an error of %LECTERN_JSON_ERROR, with position
 *
 * Reads a schedule.  Its sessions are found and not read: each reads its own
 * text when it is needed.
 *
 * Returns: (transfer full) (nullable): the schedule, or %NULL if the file is
 *   not one
 */
LecternSchedule *
lectern_json_read (GBytes  *bytes,
                   GError **error)
{
  g_autoptr (LecternSchedule) schedule = NULL;
  g_autoptr (LecternJsonScan) scan = NULL;
  g_autoptr (GPtrArray) sessions = NULL;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  scan = lectern_json_scan (text, length, error);
  if (scan == NULL)
    return NULL;

  sessions = g_ptr_array_new_full (scan->pieces->len, g_object_unref);
  for (guint i = 0; i < scan->pieces->len; i++)
    {
      LecternJsonPiece *piece = &g_array_index (scan->pieces, LecternJsonPiece, i);

      g_ptr_array_add (sessions,
                       lectern_session_new_from_text (bytes, piece->span.start,
                                                      piece->span.end - piece->span.start,
                                                      piece->id, piece->date,
                                                      lectern_json_load_session));
    }

  schedule = lectern_schedule_new ();
  lectern_json_load_head (lectern_schedule_get_head (schedule), text, scan);
  lectern_schedule_splice (schedule, 0, 0, (LecternSession **) sessions->pdata, sessions->len);
  lectern_schedule_set_source (schedule, bytes);

  return g_steal_pointer (&schedule);
}
