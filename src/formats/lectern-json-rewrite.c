/* lectern-json-rewrite.c: a record written over the text that it was read from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-json-rewrite.h"

#include <string.h>

typedef enum
{
  OUTCOME_KEEP,
  OUTCOME_DROP,
  OUTCOME_TEXT,
} Outcome;

static LecternJsonContainer
open_container (const LecternJsonRewrite *self,
                LecternJsonSpan           span,
                LecternJsonLayout         layout)
{
  LecternJsonContainer container;

  lectern_json_container_init (&container, self->text, span,
                               lectern_json_children (self->text, span),
                               self->style, layout);

  return container;
}

/* What a container becomes: itself if nothing was in it and nothing is,
 * nothing if nothing is left of it. */
static Outcome
close_container (const LecternJsonRewrite   *self,
                 const LecternJsonContainer *container,
                 GArray                     *items,
                 LecternJsonLayout           layout,
                 char                      **text)
{
  if (items->len == 0)
    return container->children->len == 0 ? OUTCOME_KEEP : OUTCOME_DROP;

  *text = lectern_json_container_splice (container, items, self->style, layout);

  return OUTCOME_TEXT;
}

/* A member whose value becomes @value, with all else of it as it is. */
static char *
replace_value (const LecternJsonRewrite *self,
               const LecternJsonChild   *child,
               const char               *value)
{
  GString *out = g_string_new (NULL);

  g_string_append_len (out, self->text + child->name_span.start,
                       child->value.start - child->name_span.start);
  g_string_append (out, value);

  return g_string_free (out, FALSE);
}

static char *
make_string (const char *string)
{
  GString *out = g_string_new (NULL);

  lectern_json_fresh_string (out, string);

  return g_string_free (out, FALSE);
}

/* Strings have no identity.  Those that are the same at both ends keep their
 * bytes; between them the first is written over the first, and so on. */
static Outcome
rewrite_strings (const LecternJsonRewrite *self,
                 LecternJsonSpan           span,
                 const char * const       *now,
                 const char * const       *before,
                 LecternJsonLayout         layout,
                 char                    **text)
{
  g_auto (LecternJsonContainer) container = open_container (self, span, layout);
  g_autoptr (GArray) items = lectern_json_items_new ();
  guint n_now = now != NULL ? g_strv_length ((GStrv) now) : 0;
  guint n_before = before != NULL ? g_strv_length ((GStrv) before) : 0;
  guint start = 0;
  guint end = 0;

  while (start < MIN (n_now, n_before) && g_str_equal (now[start], before[start]))
    start++;
  while (end < MIN (n_now, n_before) - start &&
         g_str_equal (now[n_now - 1 - end], before[n_before - 1 - end]))
    end++;

  for (guint i = 0; i < n_now; i++)
    {
      if (i < start)
        lectern_json_items_add (items, i, NULL);
      else if (i >= n_now - end)
        lectern_json_items_add (items, i + n_before - n_now, NULL);
      else
        lectern_json_items_add (items, i < n_before - end ? (int) i : -1, make_string (now[i]));
    }

  return close_container (self, &container, items, layout, text);
}

/* What is in the object and no string, which is null, stays where it was. */
static void
keep_nulls (const LecternJsonContainer *container,
            GArray                     *items)
{
  int previous = -1;

  for (guint i = 0; i < container->children->len; i++)
    {
      const LecternJsonChild *child = &g_array_index (container->children, LecternJsonChild, i);
      LecternJsonItem kept = { i, -1, NULL };
      guint place = 0;

      if (container->text[child->value.start] != '"')
        {
          for (guint j = 0; j < items->len; j++)
            {
              int old = g_array_index (items, LecternJsonItem, j).old;

              if (old == (int) i)
                place = G_MAXUINT;
              else if (old == previous && place != G_MAXUINT)
                place = j + 1;
            }

          if (place != G_MAXUINT)
            g_array_insert_val (items, place, kept);
        }

      previous = i;
    }
}

static Outcome
rewrite_map (const LecternJsonRewrite *self,
             LecternJsonSpan           span,
             GVariant                 *map,
             LecternJsonLayout         layout,
             char                    **text)
{
  g_auto (LecternJsonContainer) container = open_container (self, span, layout);
  g_autoptr (GArray) items = lectern_json_items_new ();
  guint n = map != NULL ? g_variant_n_children (map) : 0;
  g_autofree char *colon = NULL;
  LecternJsonStyle style = lectern_json_container_get_style (&container, self->style, &colon);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *fresh = NULL;
      const char *name;
      const char *value;
      LecternJsonChild *child;

      g_variant_get_child (map, i, "{&s&s}", &name, &value);
      fresh = make_string (value);
      child = lectern_json_child_named (container.children, name);

      if (child == NULL)
        {
          g_autofree char *key = make_string (name);

          lectern_json_items_add (items, -1, g_strconcat (key, style.colon, fresh, NULL));
        }
      else
        {
          g_autofree char *old = NULL;
          gboolean same = FALSE;

          if (self->text[child->value.start] == '"')
            {
              old = lectern_json_decode (self->text, child->value, NULL);
              same = g_str_equal (old, value);
            }
          lectern_json_items_add (items, child - (LecternJsonChild *) container.children->data,
                                  same ? NULL : replace_value (self, child, fresh));
        }
    }

  keep_nulls (&container, items);

  return close_container (self, &container, items, layout, text);
}

/* Which of the old items each item was, -1 for none. */
static int *
pair_records (const LecternJsonRewrite *self,
              GListModel               *list,
              GListModel               *old_list)
{
  guint n = g_list_model_get_n_items (list);
  guint n_old = g_list_model_get_n_items (old_list);
  g_autofree gboolean *taken = g_new0 (gboolean, n_old + 1);
  int *pairs = g_new (int, n + 1);
  guint next = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LecternRecord) item = g_list_model_get_item (list, i);
      int origin = lectern_record_get_origin (item);

      pairs[i] = -1;
      if (self->by_origin && origin >= 0 && origin < (int) n_old && !taken[origin])
        pairs[i] = origin;

      for (guint j = 0; !self->by_origin && pairs[i] < 0 && j < n_old; j++)
        {
          g_autoptr (LecternRecord) old = g_list_model_get_item (old_list, j);

          if (!taken[j] && lectern_record_equal (item, old))
            pairs[i] = j;
        }

      if (pairs[i] >= 0)
        taken[pairs[i]] = TRUE;
    }

  /* In a text that the items were not read from: by order. */
  for (guint i = 0; !self->by_origin && i < n; i++)
    {
      while (next < n_old && taken[next])
        next++;
      if (pairs[i] < 0 && next < n_old)
        pairs[i] = next++;
    }

  return pairs;
}

static void
add_record (const LecternJsonRewrite   *self,
            const LecternJsonContainer *container,
            GArray                     *items,
            LecternRecord              *record)
{
  GString *out;

  if (lectern_record_is_empty (record))
    return;

  out = g_string_new (NULL);
  lectern_json_fresh_record (out, record, self->style,
                             lectern_json_container_place_new (container));
  lectern_json_items_add (items, -1, g_string_free (out, FALSE));
}

static Outcome
rewrite_records (const LecternJsonRewrite *self,
                 LecternJsonSpan           span,
                 GListModel               *list,
                 GListModel               *old_list,
                 LecternJsonLayout         layout,
                 char                    **text)
{
  g_auto (LecternJsonContainer) container = open_container (self, span, layout);
  g_autoptr (GArray) items = lectern_json_items_new ();
  g_autofree int *pairs = pair_records (self, list, old_list);
  LecternJsonLayout inner = { container.indent, container.expanded };

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (LecternRecord) item = g_list_model_get_item (list, i);
      g_autoptr (LecternRecord) old = NULL;
      char *rewritten;

      if (pairs[i] < 0)
        {
          add_record (self, &container, items, item);
          continue;
        }

      old = g_list_model_get_item (old_list, pairs[i]);
      if (lectern_record_equal (item, old))
        {
          lectern_json_items_add (items, pairs[i], NULL);
          continue;
        }

      rewritten = lectern_json_rewrite_record (self,
                                               g_array_index (container.children, LecternJsonChild,
                                                              pairs[i]).value,
                                               item, old, inner);
      /* NULL: emptied, with nothing left that Lectern does not know. */
      if (rewritten != NULL)
        lectern_json_items_add (items, pairs[i], rewritten);
    }

  return close_container (self, &container, items, layout, text);
}

/* What becomes of the value of a known member that stands at @span. */
static Outcome
rewrite_value (const LecternJsonRewrite *self,
               LecternJsonSpan           span,
               LecternRecord            *record,
               LecternRecord            *old,
               guint                     member,
               LecternJsonLayout         layout,
               char                    **text)
{
  guint n_members;
  const LecternMember *members = lectern_record_get_members (record, &n_members);
  LecternJsonRewrite inner = *self;
  char first = self->text[span.start];
  GString *out;

  if (lectern_record_member_equal (record, old, member))
    return OUTCOME_KEEP;

  inner.members = NULL;
  if (members[member].type == LECTERN_MEMBER_STRINGS && first == '[')
    return rewrite_strings (&inner, span, lectern_record_get_strings (record, member),
                            lectern_record_get_strings (old, member), layout, text);
  if (members[member].type == LECTERN_MEMBER_MAP && first == '{')
    return rewrite_map (&inner, span, lectern_record_get_map (record, member), layout, text);
  if (members[member].type == LECTERN_MEMBER_RECORDS && first == '[')
    return rewrite_records (&inner, span, lectern_record_get_records (record, member),
                            lectern_record_get_records (old, member), layout, text);
  if (members[member].type == LECTERN_MEMBER_RECORD && first == '{')
    {
      *text = lectern_json_rewrite_record (&inner, span,
                                           lectern_record_get_record (record, member),
                                           lectern_record_get_record (old, member), layout);
      return *text != NULL ? OUTCOME_TEXT : OUTCOME_DROP;
    }

  /* A number that is not understood counts as absent, but goes if it is taken
   * away. */
  if (lectern_record_member_is_absent (record, member))
    return lectern_record_member_is_absent (old, member) && !lectern_record_is_unreadable (old, member)
           ? OUTCOME_KEEP : OUTCOME_DROP;

  out = g_string_new (NULL);
  lectern_json_fresh_member (out, record, member, self->style, layout);
  *text = g_string_free (out, FALSE);

  return OUTCOME_TEXT;
}

/* The places in canonical order: the members of the table from 1, in the
 * head "lectern" before them and "sessions" after them. */
static int
find_rank (const LecternJsonRewrite *self,
           const LecternMember      *members,
           guint                     n_members,
           const LecternJsonChild   *child)
{
  const LecternMember *member = lectern_member_find (members, n_members, child->name,
                                                     child->name_length);

  if (member != NULL)
    return member - members + 1;
  if (self->members != NULL)
    {
      if (child->name_length == 7 && memcmp (child->name, "lectern", 7) == 0)
        return 0;
      if (child->name_length == 8 && memcmp (child->name, "sessions", 8) == 0)
        return n_members + 1;
    }

  return -1;
}

/* What becomes of a member that stands in the text. */
static void
add_member (const LecternJsonRewrite   *self,
            const LecternJsonContainer *container,
            GArray                     *items,
            guint                       i,
            LecternRecord              *record,
            LecternRecord              *old)
{
  guint n_members;
  const LecternMember *members = lectern_record_get_members (record, &n_members);
  const LecternJsonChild *child = &g_array_index (container->children, LecternJsonChild, i);
  LecternJsonLayout layout = { container->indent, container->expanded };
  LecternJsonItem item = { i, find_rank (self, members, n_members, child), NULL };
  g_autofree char *value = NULL;

  if (item.rank >= 1 && item.rank <= (int) n_members)
    {
      if (rewrite_value (self, child->value, record, old, item.rank - 1, layout,
                         &value) == OUTCOME_DROP)
        return;
    }
  else if (item.rank > (int) n_members)
    {
      value = g_strdup (self->sessions);
    }

  if (value != NULL)
    item.text = replace_value (self, child, value);
  g_array_append_val (items, item);
}

static gboolean
has_rank (GArray *items,
          int     rank)
{
  for (guint i = 0; i < items->len; i++)
    {
      if (g_array_index (items, LecternJsonItem, i).rank == rank)
        return TRUE;
    }

  return FALSE;
}

/* Adds the members that the text has not. */
static void
insert_members (const LecternJsonRewrite   *self,
                const LecternJsonContainer *container,
                GArray                     *items,
                LecternRecord              *record)
{
  guint n_members;
  const LecternMember *members = lectern_record_get_members (record, &n_members);
  LecternJsonLayout layout = { container->indent, container->expanded };
  g_autofree char *colon = NULL;
  LecternJsonStyle style = lectern_json_container_get_style (container, self->style, &colon);

  for (guint i = 0; i < n_members; i++)
    {
      GString *out;

      if (has_rank (items, i + 1) || lectern_record_member_is_absent (record, i))
        continue;

      out = g_string_new (NULL);
      lectern_json_fresh_string (out, members[i].name);
      g_string_append (out, style.colon);
      lectern_json_fresh_member (out, record, i, &style, layout);
      lectern_json_items_insert (items, i + 1, g_string_free (out, FALSE));
    }

  if (self->members != NULL && self->sessions != NULL && !has_rank (items, n_members + 1))
    lectern_json_items_insert (items, n_members + 1,
                               g_strconcat ("\"sessions\"", style.colon,
                                            self->sessions, NULL));
}

/**
 * lectern_json_rewrite_record:
 * @self: what is written over
 * @span: where in it the record's object stands
 * @record: what it should say
 * @old: what it says
 * @layout: where it stands
 *
 * Writes a record over its text.  A member whose meaning is the same keeps
 * its bytes, and one that Lectern does not know keeps its place.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL if there was
 *   something in the object and nothing is left
 */
char *
lectern_json_rewrite_record (const LecternJsonRewrite *self,
                             LecternJsonSpan           span,
                             LecternRecord            *record,
                             LecternRecord            *old,
                             LecternJsonLayout         layout)
{
  g_auto (LecternJsonContainer) container = { 0 };
  g_autoptr (GArray) items = lectern_json_items_new ();
  char *text = NULL;

  lectern_json_container_init (&container, self->text, span,
                               self->members != NULL
                               ? g_array_ref (self->members)
                               : lectern_json_children (self->text, span),
                               self->style, layout);

  for (guint i = 0; i < container.children->len; i++)
    add_member (self, &container, items, i, record, old);
  insert_members (self, &container, items, record);

  if (close_container (self, &container, items, layout, &text) == OUTCOME_KEEP)
    text = g_strndup (self->text + span.start, span.end - span.start);

  return text;
}
