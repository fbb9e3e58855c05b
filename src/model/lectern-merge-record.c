/* lectern-merge-record.c: one record that two sides have changed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-merge-private.h"

/* The date and the words in its place exclude each other. */
static gboolean
is_date (LecternRecord *record,
         guint          member)
{
  return LECTERN_IS_SESSION (record) &&
         (member == LECTERN_SESSION_DATE || member == LECTERN_SESSION_DATE_TEXT);
}

static gboolean
same (LecternRecord *a,
      LecternRecord *b,
      guint          member)
{
  if (is_date (a, member))
    return lectern_record_member_equal (a, b, LECTERN_SESSION_DATE) &&
           lectern_record_member_equal (a, b, LECTERN_SESSION_DATE_TEXT);

  return lectern_record_member_equal (a, b, member);
}

/* The names of a map, those of @first before what @second has besides. */
static GPtrArray *
list_names (GVariant *first,
            GVariant *second)
{
  GPtrArray *names = g_ptr_array_new ();
  GVariant *maps[] = { first, second };

  for (guint i = 0; i < G_N_ELEMENTS (maps); i++)
    {
      for (gsize j = 0; maps[i] != NULL && j < g_variant_n_children (maps[i]); j++)
        {
          const char *name;

          g_variant_get_child (maps[i], j, "{&s&s}", &name, NULL);
          if (!g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
            g_ptr_array_add (names, (gpointer) name);
        }
    }

  return names;
}

static const char *
look_up (GVariant   *map,
         const char *name)
{
  const char *value = NULL;

  if (map != NULL)
    g_variant_lookup (map, name, "&s", &value);

  return value;
}

static gboolean
merge_map (LecternRecord *base,
           LecternRecord *mine,
           LecternRecord *theirs,
           LecternRecord *into,
           guint          member)
{
  GVariant *old = lectern_record_get_map (base, member);
  GVariant *left = lectern_record_get_map (mine, member);
  GVariant *right = lectern_record_get_map (theirs, member);
  g_autoptr (GPtrArray) names = list_names (right, left);
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{ss}"));
  g_autoptr (GVariant) merged = NULL;

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      const char *was = look_up (old, name);
      const char *my = look_up (left, name);
      const char *their = look_up (right, name);
      gboolean changed = g_strcmp0 (my, was) != 0;

      if (changed && g_strcmp0 (their, was) != 0 && g_strcmp0 (my, their) != 0)
        return FALSE;
      if ((changed ? my : their) != NULL)
        g_variant_builder_add (&builder, "{ss}", name, changed ? my : their);
    }

  merged = g_variant_ref_sink (g_variant_builder_end (&builder));
  lectern_record_set_map (into, member, g_variant_n_children (merged) > 0 ? merged : NULL);

  return TRUE;
}

/* Dismissed warnings have no order: what either side added or took out. */
static void
merge_set (LecternRecord *base,
           LecternRecord *mine,
           LecternRecord *theirs,
           LecternRecord *into,
           guint          member)
{
  static const char * const none[] = { NULL };
  const char * const *old = lectern_record_get_strings (base, member);
  const char * const *left = lectern_record_get_strings (mine, member);
  const char * const *right = lectern_record_get_strings (theirs, member);
  g_autoptr (GPtrArray) merged = g_ptr_array_new ();

  old = old != NULL ? old : none;
  left = left != NULL ? left : none;
  right = right != NULL ? right : none;

  for (guint i = 0; right[i] != NULL; i++)
    {
      if (!g_strv_contains (old, right[i]) || g_strv_contains (left, right[i]))
        g_ptr_array_add (merged, (gpointer) right[i]);
    }
  for (guint i = 0; left[i] != NULL; i++)
    {
      if (!g_strv_contains (old, left[i]) && !g_strv_contains (right, left[i]))
        g_ptr_array_add (merged, (gpointer) left[i]);
    }

  g_ptr_array_add (merged, NULL);
  lectern_record_set_strings (into, member,
                              merged->len > 1 ? (const char * const *) merged->pdata : NULL);
}

static gboolean
combine (LecternRecord     *base,
         LecternRecord     *mine,
         LecternRecord     *theirs,
         LecternRecord     *into,
         guint              member,
         LecternMemberType  type)
{
  switch (type)
    {
    case LECTERN_MEMBER_RECORDS:
      return lectern_merge_list (base, mine, theirs, into, member);
    case LECTERN_MEMBER_MAP:
      return merge_map (base, mine, theirs, into, member);
    case LECTERN_MEMBER_STRINGS:
      if (!LECTERN_IS_SESSION (base) || member != LECTERN_SESSION_IGNORE)
        return FALSE;
      merge_set (base, mine, theirs, into, member);
      return TRUE;
    case LECTERN_MEMBER_STRING:
    case LECTERN_MEMBER_INTEGER:
    case LECTERN_MEMBER_BOOLEAN:
    case LECTERN_MEMBER_RECORD:
    default:
      return FALSE;
    }
}

static void
add_conflict (GPtrArray      *conflicts,
              LecternSession *session,
              LecternRecord  *mine,
              LecternRecord  *theirs,
              LecternRecord  *into,
              guint           member)
{
  LecternMergeConflict *conflict;

  if (conflicts == NULL)
    return;

  conflict = g_new0 (LecternMergeConflict, 1);
  g_set_object (&conflict->session, session);
  g_set_object (&conflict->mine, mine);
  g_set_object (&conflict->theirs, theirs);
  g_set_object (&conflict->into, into);
  conflict->member = member;
  conflict->use_mine = TRUE;
  g_ptr_array_add (conflicts, conflict);
}

/* Gives @into the member of @from. */
void
lectern_merge_choose (LecternRecord *into,
                      LecternRecord *from,
                      guint          member)
{
  guint n_members;
  const LecternMember *members = lectern_record_get_members (into, &n_members);

  if (members[member].type == LECTERN_MEMBER_RECORDS)
    {
      /* What the others have is what may stand in the text. */
      lectern_merge_list (into, from, into, into, member);
      return;
    }

  lectern_record_assign_member (into, from, member);
  if (is_date (into, member))
    lectern_record_assign_member (into, from, LECTERN_SESSION_DATE_TEXT);
}

/* Puts into @into, which says what @theirs says, what @mine changed.
 * @conflicts: if given, gets what both did; returns how much that is. */
guint
lectern_merge_record (LecternRecord  *base,
                      LecternRecord  *mine,
                      LecternRecord  *theirs,
                      LecternRecord  *into,
                      LecternSession *session,
                      GPtrArray      *conflicts)
{
  guint n_members;
  const LecternMember *members = lectern_record_get_members (base, &n_members);
  guint n = 0;

  for (guint i = 0; i < n_members; i++)
    {
      if ((is_date (base, i) && i != LECTERN_SESSION_DATE) ||
          same (mine, base, i) || same (mine, theirs, i))
        continue;

      if (same (theirs, base, i))
        {
          lectern_merge_choose (into, mine, i);
        }
      else if (members[i].type == LECTERN_MEMBER_RECORD)
        {
          n += lectern_merge_record (lectern_record_get_record (base, i),
                                     lectern_record_get_record (mine, i),
                                     lectern_record_get_record (theirs, i),
                                     lectern_record_get_record (into, i), session, conflicts);
        }
      else if (!combine (base, mine, theirs, into, i, members[i].type))
        {
          add_conflict (conflicts, session, mine, theirs, into, i);
          n++;
        }
    }

  return n;
}
