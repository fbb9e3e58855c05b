/* type-fixture.c: what the tests of all types need
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "type-fixture.h"

#include <glib/gstdio.h>

#include "lectern-edit.h"
#include "lectern-session-list.h"
#include "lectern-warnings.h"

static LecternDocument *
load_document (GFile *file)
{
  g_autoptr (GError) error = NULL;
  LecternDocument *document = lectern_document_load (file, NULL, &error);

  g_assert_no_error (error);

  return document;
}

/* The sample, and a page, in a folder of their own. */
void
type_fixture_set_up (TypeFixture   *fixture,
                     gconstpointer  data)
{
  static const char page[] = "| Date | Paper |\n|---|---|\n| 2023-01-04 | One |\n";
  g_autofree char *page_path = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GFile) file = NULL;
  gsize length;

  fixture->folder = g_dir_make_tmp ("lectern-types-XXXXXX", NULL);
  page_path = g_build_filename (fixture->folder, "page.md", NULL);
  path = g_build_filename (fixture->folder, "types.lectern.json", NULL);
  g_assert_true (g_file_set_contents (page_path, page, -1, NULL));
  g_assert_true (g_file_get_contents (g_getenv ("LECTERN_SAMPLE"), &text, &length, NULL));
  g_assert_true (g_file_set_contents (path, text, length, NULL));

  fixture->page = g_file_new_for_path (page_path);
  file = g_file_new_for_path (path);
  fixture->document = load_document (file);
  fixture->parent = g_object_ref (GTK_WINDOW (lectern_window_new (window_fixture_application)));
  gtk_window_present (fixture->parent);
}

void
type_fixture_tear_down (TypeFixture   *fixture,
                        gconstpointer  data)
{
  gtk_window_destroy (fixture->parent);
  ui_test_finalize (fixture->parent);
  g_assert_finalize_object (fixture->document);
  g_assert_true (g_file_delete (fixture->page, NULL, NULL));
  g_object_unref (fixture->page);
  g_assert_cmpint (g_chdir (fixture->folder), ==, 0);
  g_assert_cmpint (g_unlink ("types.lectern.json"), ==, 0);
  g_unlink ("other.lectern.json");
  g_assert_cmpint (g_chdir ("/"), ==, 0);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
}

LecternSession *
type_fixture_get_session (TypeFixture *fixture,
                          guint        position)
{
  return lectern_schedule_get_session (lectern_document_get_schedule (fixture->document), position);
}

/* What is told of one property. */
typedef struct
{
  GParamSpec *pspec;
  GValue      value;
  guint       n;
} Watch;

static gboolean
is_told (GObject *object,
         Watch   *watch)
{
  g_auto (GValue) now = G_VALUE_INIT;

  g_value_init (&now, watch->pspec->value_type);
  g_object_get_property (object, watch->pspec->name, &now);
  if (g_param_values_cmp (watch->pspec, &now, &watch->value) == 0)
    return TRUE;

  g_value_copy (&now, &watch->value);

  return FALSE;
}

/* Told of is only what is another value than before. */
static void
notify_cb (GObject    *object,
           GParamSpec *pspec,
           Watch      *watch)
{
  if (is_told (object, watch))
    g_error ("%s:%s was notified of, and is what it was", G_OBJECT_TYPE_NAME (object), pspec->name);
  watch->n++;
}

static void
start_watch (GObject    *object,
             GParamSpec *pspec,
             Watch      *watch)
{
  g_autofree char *signal = g_strconcat ("notify::", pspec->name, NULL);

  watch->pspec = pspec;
  watch->value = (GValue) G_VALUE_INIT;
  watch->n = 0;
  g_value_init (&watch->value, pspec->value_type);
  g_object_get_property (object, pspec->name, &watch->value);
  g_signal_connect (object, signal, G_CALLBACK (notify_cb), watch);
}

static void
end_watch (GObject *object,
           Watch   *watch)
{
  if (!is_told (object, watch))
    g_error ("%s:%s is another value, and was not notified of", G_OBJECT_TYPE_NAME (object),
             watch->pspec->name);
  g_signal_handlers_disconnect_by_data (object, watch);
  g_value_unset (&watch->value);
}

/* Two values that differ, neither of them the present one where that can be. */
static void
make_values (TypeFixture *fixture,
             GObject     *object,
             Watch       *watch,
             GValue      *a,
             GValue      *b)
{
  GType type = watch->pspec->value_type;

  g_value_init (a, type);
  g_value_init (b, type);
  if (type == G_TYPE_BOOLEAN)
    {
      g_value_set_boolean (a, !g_value_get_boolean (&watch->value));
      g_value_set_boolean (b, g_value_get_boolean (&watch->value));
    }
  else if (type == G_TYPE_UINT)
    {
      g_value_set_uint (a, 1);
      g_value_set_uint (b, 2);
    }
  else if (type == GTK_TYPE_WIDGET)
    {
      g_value_set_object (a, gtk_label_new ("a"));
      g_value_set_object (b, gtk_label_new ("b"));
    }
  else if (type == LECTERN_TYPE_DOCUMENT)
    {
      g_value_take_object (a, load_document (lectern_document_get_file (fixture->document)));
      g_value_set_object (b, fixture->document);
    }
  else if (type == LECTERN_TYPE_SESSION)
    {
      /* Of the document that was set before it. */
      g_value_set_object (a, type_fixture_get_session (fixture, 0));
      g_value_set_object (b, type_fixture_get_session (fixture, 1));
    }
  else
    {
      g_error ("%s:%s is of a type that this test has no values for", G_OBJECT_TYPE_NAME (object),
               watch->pspec->name);
    }
}

static void
check_writable (TypeFixture *fixture,
                GObject     *object,
                GParamSpec  *pspec)
{
  g_auto (GValue) a = G_VALUE_INIT;
  g_auto (GValue) b = G_VALUE_INIT;
  Watch watch;

  start_watch (object, pspec, &watch);
  make_values (fixture, object, &watch, &a, &b);

  g_object_set_property (object, pspec->name, &a);
  g_assert_cmpuint (watch.n, ==, 1);
  g_assert_cmpint (g_param_values_cmp (pspec, &watch.value, &a), ==, 0);
  g_object_set_property (object, pspec->name, &a);
  g_assert_cmpuint (watch.n, ==, 1);
  g_object_set_property (object, pspec->name, &b);
  g_assert_cmpuint (watch.n, ==, 2);
  g_assert_cmpint (g_param_values_cmp (pspec, &watch.value, &b), ==, 0);

  end_watch (object, &watch);
}

/* What is given when it is made is what it has from then on. */
static void
check_construct_only (GObject    *object,
                      GParamSpec *pspec)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_auto (GValue) got = G_VALUE_INIT;
  g_autoptr (GObject) other = NULL;

  g_value_init (&value, pspec->value_type);
  g_value_init (&got, pspec->value_type);
  if (pspec->value_type == G_TYPE_BOOLEAN)
    g_value_set_boolean (&value, TRUE);
  else
    g_value_set_string (&value, "title");
  other = g_object_new_with_properties (G_OBJECT_TYPE (object), 1, (const char *[]) { pspec->name }, &value);
  g_object_ref_sink (other);
  g_object_get_property (other, pspec->name, &got);
  g_assert_cmpint (g_param_values_cmp (pspec, &got, &value), ==, 0);
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  gboolean *saved = user_data;
  g_autoptr (GError) error = NULL;

  *saved = lectern_document_save_finish (LECTERN_DOCUMENT (object), result, &error);
  g_assert_no_error (error);
}

static void
change_document (TypeFixture *fixture,
                 GObject     *object)
{
  LecternDocument *document = LECTERN_DOCUMENT (object);
  g_autofree char *path = g_build_filename (fixture->folder, "other.lectern.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (lectern_edit_set_head (lectern_document_get_history (document), "title", "One", NULL));
  g_assert_true (lectern_edit_set_head (lectern_document_get_history (document), "title", "Two", NULL));
  for (guint i = 0; i < 2; i++)
    {
      gboolean saved = FALSE;

      lectern_document_save_async (document, file, NULL, saved_cb, &saved);
      ui_test_wait (saved);
    }
  lectern_history_undo (lectern_document_get_history (document));
  lectern_history_redo (lectern_document_get_history (document));
}

static void
change_history (TypeFixture *fixture,
                GObject     *object)
{
  LecternHistory *history = LECTERN_HISTORY (object);
  const char *nothing[] = { NULL };
  LecternSession *session = lectern_edit_add (history, nothing, NULL);

  g_assert_true (lectern_edit_set (history, session, "title", "a", NULL));
  g_assert_true (lectern_edit_set (history, session, "title", "b", NULL));
  g_assert_true (lectern_edit_set (history, session, "note", "c", NULL));
  lectern_history_mark_saved (history, lectern_history_get_state (history));
  lectern_history_mark_saved (history, lectern_history_get_state (history));
  while (lectern_history_undo (history))
    {
    }
  while (lectern_history_redo (history))
    {
    }
  lectern_history_undo (history);
  /* Another object than the one that was removed. */
  session = lectern_schedule_get_session (lectern_history_get_schedule (history), 0);
  g_assert_true (lectern_edit_set (history, session, "note", "d", NULL));
}

/* The one that it has is there from the first, and never another. */
static void
change_schedule (TypeFixture *fixture,
                 GObject     *object)
{
  g_autoptr (LecternHistory) history = lectern_history_new (LECTERN_SCHEDULE (object));
  LecternHead *head = lectern_schedule_get_head (LECTERN_SCHEDULE (object));

  g_assert_true (lectern_edit_set_head (history, "title", "One", NULL));
  lectern_history_undo (history);
  g_assert_true (lectern_schedule_get_head (LECTERN_SCHEDULE (object)) == head);
}

static void
change_list (TypeFixture *fixture,
             GObject     *object)
{
  LecternSessionList *list = LECTERN_SESSION_LIST (object);
  g_autoptr (LecternDocument) other = load_document (lectern_document_get_file (fixture->document));
  g_autoptr (LecternSchedule) empty = lectern_schedule_new ();
  guint64 key = lectern_session_get_key (type_fixture_get_session (fixture, 3));

  lectern_session_list_set_schedule (list, empty);
  lectern_session_list_set_schedule (list, lectern_document_get_schedule (fixture->document));
  g_assert_nonnull (lectern_session_list_get_selected (list));
  lectern_session_list_reveal (list, key, FALSE);
  lectern_session_list_reveal (list, key, FALSE);
  g_assert_cmpuint (lectern_session_get_key (lectern_session_list_get_selected (list)), ==, key);
  lectern_session_list_set_text (list, "no session says this");
  lectern_session_list_set_schedule (list, lectern_document_get_schedule (other));
  lectern_session_list_set_schedule (list, empty);
}

static void
check_again (LecternWarnings *warnings)
{
  guint n = 0;
  gulong id = g_signal_connect_swapped (warnings, "changed", G_CALLBACK (g_atomic_int_inc), &n);

  lectern_warnings_check (warnings);
  ui_test_wait (n > 0);
  g_signal_handler_disconnect (warnings, id);
}

static void
change_warnings (TypeFixture *fixture,
                 GObject     *object)
{
  LecternWarnings *warnings = LECTERN_WARNINGS (object);

  check_again (warnings);
  check_again (warnings);
  g_assert_true (lectern_edit_set (lectern_document_get_history (fixture->document),
                                   type_fixture_get_session (fixture, 8), "date", "2022-09-21", NULL));
  check_again (warnings);
}

static void
change_window (TypeFixture *fixture,
               GObject     *object)
{
  for (guint i = 0; i < 2; i++)
    {
      lectern_window_load (LECTERN_WINDOW (object), lectern_document_get_file (fixture->document));
      ui_test_wait (lectern_window_get_document (LECTERN_WINDOW (object)) != NULL);
      ui_test_settle ();
    }
}

/* What only the object itself changes, and how it comes to do it. */
static const struct
{
  const char *type;
  void        (*change) (TypeFixture *fixture, GObject *object);
  gboolean    constant;
} read_only[] = {
  { "LecternDocument", change_document },
  { "LecternHistory", change_history },
  { "LecternSchedule", change_schedule, TRUE },
  { "LecternSessionList", change_list },
  { "LecternWarnings", change_warnings },
  { "LecternWindow", change_window },
};

static void
check_read_only (TypeFixture *fixture,
                 GObject     *object,
                 GPtrArray   *pspecs)
{
  g_autofree Watch *watches = g_new0 (Watch, pspecs->len);

  for (guint i = 0; i < G_N_ELEMENTS (read_only); i++)
    {
      if (!g_str_equal (read_only[i].type, G_OBJECT_TYPE_NAME (object)))
        continue;

      for (guint n = 0; n < pspecs->len; n++)
        start_watch (object, g_ptr_array_index (pspecs, n), &watches[n]);
      read_only[i].change (fixture, object);
      for (guint n = 0; n < pspecs->len; n++)
        {
          if ((watches[n].n == 0) != read_only[i].constant)
            g_error ("%s:%s was notified of %u times", G_OBJECT_TYPE_NAME (object),
                     watches[n].pspec->name, watches[n].n);
          end_watch (object, &watches[n]);
        }
      return;
    }

  g_error ("nothing tests what can only be read of %s", G_OBJECT_TYPE_NAME (object));
}

/* Set to A it tells of it, to A again it is silent, to B it tells of it; what
 * cannot be set tells of each other value, and of nothing else. */
void
type_fixture_check_properties (TypeFixture *fixture,
                               GObject     *object)
{
  g_autofree GParamSpec **pspecs = NULL;
  g_autoptr (GPtrArray) only_read = g_ptr_array_new ();
  guint n;

  pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (object), &n);
  for (guint i = 0; i < n; i++)
    {
      if (pspecs[i]->owner_type != G_OBJECT_TYPE (object))
        continue;

      g_assert_true (pspecs[i]->flags & G_PARAM_READABLE);
      if (pspecs[i]->flags & G_PARAM_CONSTRUCT_ONLY)
        check_construct_only (object, pspecs[i]);
      else if (pspecs[i]->flags & G_PARAM_WRITABLE)
        check_writable (fixture, object, pspecs[i]);
      else
        g_ptr_array_add (only_read, pspecs[i]);
    }

  if (only_read->len > 0)
    check_read_only (fixture, object, only_read);
}
