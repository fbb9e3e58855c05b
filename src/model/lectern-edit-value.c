/* lectern-edit-value.c: putting a text into a member of a record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-edit-value.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "lectern-edit.h"
#include "lectern-session.h"

/* What a path names: the record that holds the member, the member, and, where
 * it ends in one, an index. */
typedef struct
{
  LecternRecord       *record;
  const LecternMember *member;
  guint                number;
  gboolean             has_index;
  guint                index;
  const char          *key;
} LecternPlace;

static gboolean
fail_path (const char  *path,
           GError     **error)
{
  g_set_error (error, LECTERN_EDIT_ERROR, LECTERN_EDIT_ERROR_PATH,
               _("There is no member “%s”. Examples of members are “date”, “papers[0].title” and “presenters[1]”."),
               path);

  return FALSE;
}

/* It is there, but it is not a text. */
static gboolean
fail_whole (const char  *path,
            const char  *example,
            GError     **error)
{
  g_set_error (error, LECTERN_EDIT_ERROR, LECTERN_EDIT_ERROR_PATH,
               _("“%s” is not a single text. Name one in it, such as “%s”, or set it to nothing to remove it."),
               path, example);

  return FALSE;
}

static gboolean
fail_index (const char  *path,
            guint        n,
            GError     **error)
{
  g_set_error (error, LECTERN_EDIT_ERROR, LECTERN_EDIT_ERROR_PATH,
               g_dngettext (GETTEXT_PACKAGE,
                            "“%s” is past the end of the list, which has %u item: the next one to add is number %u.",
                            "“%s” is past the end of the list, which has %u items: the next one to add is number %u.",
                            n),
               path, n, n);

  return FALSE;
}

static gboolean
set_integer (LecternPlace  *place,
             const char    *value,
             GError       **error)
{
  guint64 number = 0;

  if (*value != '\0' &&
      !g_ascii_string_to_unsigned (value, 10, 1, G_MAXINT, &number, NULL))
    return lectern_edit_fail_value (value, _("“%s” is not a number of minutes. Write a whole number from 1 on, such as 60."), error);

  lectern_record_set_integer (place->record, place->number, (int) number);

  return TRUE;
}

static gboolean
set_boolean (LecternPlace  *place,
             const char    *value,
             GError       **error)
{
  if (strcmp (value, "true") != 0 && strcmp (value, "false") != 0 && *value != '\0')
    return lectern_edit_fail_value (value, _("“%s” is neither “true” nor “false”. Write one of these."), error);

  lectern_record_set_boolean (place->record, place->number, strcmp (value, "true") == 0);

  return TRUE;
}

/* The whole list, separated by commas. */
static void
set_all_strings (LecternPlace *place,
                 const char   *value)
{
  g_auto (GStrv) parts = g_strsplit (value, ",", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) strings = NULL;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (*g_strstrip (parts[i]) != '\0')
        g_strv_builder_add (builder, parts[i]);
    }
  strings = g_strv_builder_end (builder);

  lectern_record_set_strings (place->record, place->number, (const char * const *) strings);
}

static gboolean
set_strings (LecternPlace  *place,
             const char    *path,
             const char    *value,
             GError       **error)
{
  const char * const *old = lectern_record_get_strings (place->record, place->number);
  guint n = old != NULL ? g_strv_length ((GStrv) old) : 0;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) strings = NULL;

  if (!place->has_index)
    {
      set_all_strings (place, value);
      return TRUE;
    }

  if (place->index > n)
    return fail_index (path, n, error);

  for (guint i = 0; i <= n; i++)
    {
      if (i == place->index)
        {
          if (*value != '\0')
            g_strv_builder_add (builder, value);
        }
      else if (i < n)
        g_strv_builder_add (builder, old[i]);
    }
  strings = g_strv_builder_end (builder);

  lectern_record_set_strings (place->record, place->number, (const char * const *) strings);

  return TRUE;
}

static gboolean
set_map (LecternPlace  *place,
         const char    *path,
         const char    *value,
         GError       **error)
{
  GVariant *old = lectern_record_get_map (place->record, place->number);
  GVariantBuilder builder;
  gboolean found = FALSE;
  g_autoptr (GVariant) map = NULL;

  if (place->key != NULL && *place->key == '\0')
    return fail_path (path, error);
  if (place->key == NULL && *value != '\0')
    return fail_whole (path, "extra.Room", error);
  if (place->key == NULL)
    {
      lectern_record_set_map (place->record, place->number, NULL);
      return TRUE;
    }

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  for (gsize i = 0; old != NULL && i < g_variant_n_children (old); i++)
    {
      const char *key;
      const char *text;

      g_variant_get_child (old, i, "{&s&s}", &key, &text);
      if (strcmp (key, place->key) == 0)
        {
          found = TRUE;
          text = value;
        }
      if (*text != '\0' || strcmp (key, place->key) != 0)
        g_variant_builder_add (&builder, "{ss}", key, text);
    }
  if (!found && *value != '\0')
    g_variant_builder_add (&builder, "{ss}", place->key, value);
  map = g_variant_ref_sink (g_variant_builder_end (&builder));

  lectern_record_set_map (place->record, place->number, map);

  return TRUE;
}

/* A record in a list can be taken out as a whole; all else goes by member. */
static gboolean
set_records (LecternPlace  *place,
             const char    *path,
             const char    *value,
             GError       **error)
{
  GListModel *list = lectern_record_get_records (place->record, place->number);

  if (*value != '\0')
    {
      const char *name = place->member->item_type () == LECTERN_TYPE_PAPER ? "title" : "label";
      g_autofree char *example = g_strdup_printf ("%s[%u].%s", place->member->name, place->index, name);

      return fail_whole (path, example, error);
    }

  if (!place->has_index)
    {
      g_list_store_remove_all (G_LIST_STORE (list));
      return TRUE;
    }

  if (place->index >= g_list_model_get_n_items (list))
    return fail_index (path, g_list_model_get_n_items (list), error);

  g_list_store_remove (G_LIST_STORE (list), place->index);

  return TRUE;
}

static gboolean
set_place (LecternPlace  *place,
           const char    *path,
           const char    *value,
           GError       **error)
{
  switch (place->member->type)
    {
    case LECTERN_MEMBER_STRING:
      if (place->has_index)
        return fail_path (path, error);
      if (*value != '\0' && !lectern_edit_check_form (place->member, value, error))
        return FALSE;
      lectern_record_set_string (place->record, place->number, value);
      return TRUE;

    case LECTERN_MEMBER_INTEGER:
      return set_integer (place, value, error);

    case LECTERN_MEMBER_BOOLEAN:
      return set_boolean (place, value, error);

    case LECTERN_MEMBER_STRINGS:
      return set_strings (place, path, value, error);

    case LECTERN_MEMBER_MAP:
      return set_map (place, path, value, error);

    case LECTERN_MEMBER_RECORDS:
      return set_records (place, path, value, error);

    case LECTERN_MEMBER_RECORD:
    default:
      return fail_path (path, error);
    }
}

/* Reads "name", "name[2]" or, of a map, "name.key" off the path. */
static gboolean
read_place (LecternRecord  *record,
            const char     *path,
            const char    **rest,
            LecternPlace   *place)
{
  guint n_members;
  const LecternMember *members = lectern_record_get_members (record, &n_members);
  gsize length = strcspn (path, "[.");

  *place = (LecternPlace) { .record = record };
  place->member = lectern_member_find (members, n_members, path, length);
  if (place->member == NULL)
    return FALSE;
  place->number = place->member - members;
  path += length;

  if (*path == '[')
    {
      guint64 index;
      char *end = NULL;

      if (!g_ascii_isdigit (path[1]))
        return FALSE;
      errno = 0;
      index = g_ascii_strtoull (path + 1, &end, 10);
      if (*end != ']')
        return FALSE;
      place->has_index = TRUE;
      /* No list is as long, and so this is past its end. */
      place->index = errno != 0 ? G_MAXUINT : MIN (index, G_MAXUINT);
      path = end + 1;

      if (place->member->type != LECTERN_MEMBER_STRINGS &&
          place->member->type != LECTERN_MEMBER_RECORDS)
        return FALSE;
    }

  if (*path == '.' && place->member->type == LECTERN_MEMBER_MAP)
    {
      place->key = path + 1;
      path += strlen (path);
    }

  *rest = path;

  return *path == '\0' || *path == '.';
}

/* The record that the path goes on in; one past the end of a list is added. */
static LecternRecord *
enter_place (LecternPlace  *place,
             const char    *path,
             GError       **error)
{
  GListModel *list;
  guint n;

  if (place->member->type == LECTERN_MEMBER_RECORD)
    return g_object_ref (lectern_record_get_record (place->record, place->number));

  if (place->member->type != LECTERN_MEMBER_RECORDS || !place->has_index)
    {
      fail_path (path, error);
      return NULL;
    }

  list = lectern_record_get_records (place->record, place->number);
  n = g_list_model_get_n_items (list);
  if (place->index > n)
    {
      fail_index (path, n, error);
      return NULL;
    }
  if (place->index == n)
    {
      g_autoptr (LecternRecord) added = g_object_new (place->member->item_type (), NULL);

      g_list_store_append (G_LIST_STORE (list), added);
    }

  return g_list_model_get_item (list, place->index);
}

/* What one change brings with it: a session has either a date or words for
 * one, a resource is either a file or an address, a reason belongs to a
 * cancellation, and one resource at most is opened first. */
static void
follow_up (LecternPlace *outer,
           LecternPlace *place,
           const char   *value)
{
  gboolean session = LECTERN_IS_SESSION (place->record);
  gboolean resource = LECTERN_IS_RESOURCE (place->record);

  if (session && place->number == LECTERN_SESSION_STATUS && *value == '\0')
    lectern_record_set_string (place->record, LECTERN_SESSION_REASON, NULL);

  if (*value == '\0')
    return;

  if (session && place->number == LECTERN_SESSION_DATE)
    lectern_record_set_string (place->record, LECTERN_SESSION_DATE_TEXT, NULL);
  else if (session && place->number == LECTERN_SESSION_DATE_TEXT)
    lectern_record_set_string (place->record, LECTERN_SESSION_DATE, NULL);
  else if (session && place->number == LECTERN_SESSION_KIND && strcmp (value, "session") == 0)
    lectern_record_set_string (place->record, LECTERN_SESSION_KIND, NULL);
  else if (resource && place->number == LECTERN_RESOURCE_FILE)
    lectern_record_set_string (place->record, LECTERN_RESOURCE_URL, NULL);
  else if (resource && place->number == LECTERN_RESOURCE_URL)
    lectern_record_set_string (place->record, LECTERN_RESOURCE_FILE, NULL);
  else if (resource && place->number == LECTERN_RESOURCE_PRIMARY &&
           strcmp (value, "true") == 0 && outer != NULL)
    {
      GListModel *list = lectern_record_get_records (outer->record, outer->number);

      for (guint i = 0; i < g_list_model_get_n_items (list); i++)
        {
          g_autoptr (LecternRecord) other = g_list_model_get_item (list, i);

          if (other != place->record)
            lectern_record_set_boolean (other, LECTERN_RESOURCE_PRIMARY, FALSE);
        }
    }
}

/**
 * lectern_edit_set_path:
 * @record: a record that is not in a document: a copy, to be handed to the
 *   history
 * @path: a path such as `papers[0].title`
 * @value: the value; empty removes
 * @label: (out) (optional) (transfer none): the untranslated name of the edit
 * @error: return location for an error of domain %LECTERN_EDIT_ERROR
 *
 * Puts a text into the member that a path names, and makes the changes that
 * follow from it.
 *
 * Returns: %FALSE if there is no such member or it cannot hold @value
 */
gboolean
lectern_edit_set_path (LecternRecord  *record,
                       const char     *path,
                       const char     *value,
                       const char    **label,
                       GError        **error)
{
  LecternPlace outer;
  LecternPlace place;
  g_autoptr (LecternRecord) inner = NULL;
  const char *rest;

  if (!g_utf8_validate (value, -1, NULL))
    {
      g_set_error (error, LECTERN_EDIT_ERROR, LECTERN_EDIT_ERROR_VALUE,
                   _("The value for “%s” is not valid UTF-8 text."), path);
      return FALSE;
    }

  if (!read_place (record, path, &rest, &outer))
    return fail_path (path, error);

  if (*rest == '.')
    {
      inner = enter_place (&outer, path, error);
      if (inner == NULL)
        return FALSE;
      if (!read_place (inner, rest + 1, &rest, &place) || *rest != '\0')
        return fail_path (path, error);
    }
  else
    place = outer;

  if (!set_place (&place, path, value, error))
    return FALSE;

  follow_up (inner != NULL ? &outer : NULL, &place, value);
  if (label != NULL)
    *label = place.member->label;

  return TRUE;
}
