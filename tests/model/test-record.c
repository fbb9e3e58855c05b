/* test-record.c: every property of every type keeps its word
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tests.h"

#include "lectern-history.h"

typedef GType (*GetType) (void);

static const GetType record_types[] = {
  lectern_session_get_type,
  lectern_paper_get_type,
  lectern_resource_get_type,
  lectern_head_get_type,
  lectern_defaults_get_type,
  lectern_notes_get_type,
  lectern_page_format_get_type,
};

static void
count (guint *counter)
{
  (*counter)++;
}

/* Two values that differ, of the kind that the property holds. */
static void
make_value (GParamSpec *pspec,
            guint       which,
            GValue     *value)
{
  g_value_init (value, pspec->value_type);

  if (pspec->value_type == G_TYPE_STRING)
    g_value_set_string (value, which == 0 ? "one" : "two");
  else if (pspec->value_type == G_TYPE_INT)
    g_value_set_int (value, which == 0 ? 45 : 90);
  else if (pspec->value_type == G_TYPE_BOOLEAN)
    g_value_set_boolean (value, which == 0);
  else if (pspec->value_type == G_TYPE_STRV)
    g_value_take_boxed (value, g_strsplit (which == 0 ? "a,b" : "a,c", ",", -1));
  else if (pspec->value_type == G_TYPE_VARIANT)
    g_value_take_variant (value,
                          g_variant_ref_sink (g_variant_new_parsed (which == 0 ? "{'a': 'b'}"
                                                                               : "{'a': 'c'}")));
  else
    g_assert_not_reached ();
}

static void
check_property (GObject    *object,
                GParamSpec *pspec)
{
  g_auto (GValue) a = G_VALUE_INIT;
  g_auto (GValue) b = G_VALUE_INIT;
  g_auto (GValue) got = G_VALUE_INIT;
  g_autofree char *signal = g_strconcat ("notify::", pspec->name, NULL);
  guint notified = 0;
  guint changed = 0;
  gulong on_notify = g_signal_connect_swapped (object, signal, G_CALLBACK (count), &notified);
  gulong on_changed = g_signal_connect_swapped (object, "changed", G_CALLBACK (count), &changed);

  make_value (pspec, 0, &a);
  make_value (pspec, 1, &b);

  g_object_set_property (object, pspec->name, &a);
  g_assert_cmpuint (notified, ==, 1);
  g_assert_cmpuint (changed, ==, 1);

  g_object_set_property (object, pspec->name, &a);
  g_assert_cmpuint (notified, ==, 1);
  g_assert_cmpuint (changed, ==, 1);

  g_object_set_property (object, pspec->name, &b);
  g_assert_cmpuint (notified, ==, 2);
  g_assert_cmpuint (changed, ==, 2);

  g_value_init (&got, pspec->value_type);
  g_object_get_property (object, pspec->name, &got);
  if (pspec->value_type == G_TYPE_STRV)
    g_assert_true (g_strv_equal (g_value_get_boxed (&got), g_value_get_boxed (&b)));
  else
    g_assert_cmpint (g_param_values_cmp (pspec, &got, &b), ==, 0);

  g_signal_handler_disconnect (object, on_notify);
  g_signal_handler_disconnect (object, on_changed);
}

static void
test_properties (gconstpointer data)
{
  const GetType *get_type = data;
  g_autoptr (GObject) object = g_object_new ((*get_type) (), NULL);
  g_autofree GParamSpec **pspecs = NULL;
  guint n_members;
  guint n_pspecs;

  lectern_record_get_members (LECTERN_RECORD (object), &n_members);
  pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (object), &n_pspecs);
  g_assert_cmpuint (n_pspecs, ==, n_members);

  for (guint i = 0; i < n_pspecs; i++)
    {
      if (pspecs[i]->flags & G_PARAM_WRITABLE)
        {
          check_property (object, pspecs[i]);
        }
      else
        {
          g_autoptr (GObject) inner = NULL;
          g_autoptr (GObject) again = NULL;

          /* What holds other records is there from the first and never another. */
          g_object_get (object, pspecs[i]->name, &inner, NULL);
          g_object_get (object, pspecs[i]->name, &again, NULL);
          g_assert_nonnull (inner);
          g_assert_true (inner == again);
        }
    }
}

static void
test_names (gconstpointer data)
{
  const GetType *get_type = data;
  guint n;
  const LecternMember *members = lectern_record_type_get_members ((*get_type) (), &n);

  for (guint i = 0; i < n; i++)
    {
      g_assert_true (lectern_member_find (members, n, members[i].name,
                                          strlen (members[i].name)) == &members[i]);
      g_assert_nonnull (members[i].label);
      g_assert_cmpint (members[i].type >= LECTERN_MEMBER_RECORD, ==, members[i].item_type != NULL);
    }

  g_assert_null (lectern_member_find (members, n, "none", 4));
}

static void
test_finalize (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (record_types); i++)
    {
      GObject *object = g_object_new (record_types[i] (), NULL);
      guint n;
      const LecternMember *members = lectern_record_get_members (LECTERN_RECORD (object), &n);

      for (guint m = 0; m < n; m++)
        {
          if (members[m].type == LECTERN_MEMBER_RECORDS)
            {
              g_autoptr (GObject) item = g_object_new (members[m].item_type (), NULL);

              g_list_store_append (G_LIST_STORE (lectern_record_get_records (LECTERN_RECORD (object), m)), item);
            }
          else if (members[m].type == LECTERN_MEMBER_RECORD)
            lectern_record_get_record (LECTERN_RECORD (object), m);
        }
      g_assert_finalize_object (object);
    }
}

static void
test_inner_change (void)
{
  g_autoptr (LecternSession) session = lectern_session_new ();
  g_autoptr (LecternPaper) paper = lectern_paper_new ();
  GListStore *papers = G_LIST_STORE (lectern_session_get_papers (session));
  guint changed = 0;

  g_signal_connect_swapped (session, "changed", G_CALLBACK (count), &changed);

  g_list_store_append (papers, paper);
  g_assert_cmpuint (changed, ==, 1);

  lectern_record_set_string (LECTERN_RECORD (paper), LECTERN_PAPER_TITLE, "Title");
  g_assert_cmpuint (changed, ==, 2);

  g_list_store_remove_all (papers);
  g_assert_cmpuint (changed, ==, 3);

  /* Not the session's any more. */
  lectern_record_set_string (LECTERN_RECORD (paper), LECTERN_PAPER_TITLE, "Other");
  g_assert_cmpuint (changed, ==, 3);
}

static LecternSession *
session_with_papers (const char *titles)
{
  LecternSession *session = lectern_session_new ();
  g_auto (GStrv) parts = g_strsplit (titles, ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autoptr (LecternPaper) paper = lectern_paper_new ();

      lectern_record_set_string (LECTERN_RECORD (paper), LECTERN_PAPER_TITLE, parts[i]);
      g_list_store_append (G_LIST_STORE (lectern_session_get_papers (session)), paper);
    }

  return session;
}

static void
test_assign (void)
{
  static const char *lists[] = { "a", "a,b", "b", "a,b,c", "c,b,a", "a,x,c", "" };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (lists); j++)
        {
          g_autoptr (LecternSession) to = session_with_papers (lists[i]);
          g_autoptr (LecternSession) from = session_with_papers (lists[j]);
          guint changed = 0;

          g_signal_connect_swapped (to, "changed", G_CALLBACK (count), &changed);
          lectern_record_assign (LECTERN_RECORD (to), LECTERN_RECORD (from));

          g_assert_true (lectern_record_equal (LECTERN_RECORD (to), LECTERN_RECORD (from)));
          g_assert_cmpuint (changed, ==, i == j ? 0 : 1);
        }
    }
}

/* Who shows the second paper of two keeps it when the first one changes. */
static void
test_assign_keeps_items (void)
{
  g_autoptr (LecternSession) to = session_with_papers ("a,b");
  g_autoptr (LecternSession) from = session_with_papers ("x,b");
  g_autoptr (GObject) first = g_list_model_get_item (lectern_session_get_papers (to), 0);
  g_autoptr (GObject) second = g_list_model_get_item (lectern_session_get_papers (to), 1);
  g_autoptr (GObject) first_after = NULL;
  g_autoptr (GObject) second_after = NULL;

  lectern_record_assign (LECTERN_RECORD (to), LECTERN_RECORD (from));

  first_after = g_list_model_get_item (lectern_session_get_papers (to), 0);
  second_after = g_list_model_get_item (lectern_session_get_papers (to), 1);
  g_assert_true (first == first_after);
  g_assert_true (second == second_after);
}

static void
test_absent (void)
{
  g_autoptr (LecternSession) session = lectern_session_new ();
  LecternRecord *record = LECTERN_RECORD (session);
  const char *none[] = { NULL };

  g_assert_true (lectern_record_is_empty (record));

  lectern_record_set_string (record, LECTERN_SESSION_NOTE, "");
  lectern_record_set_strings (record, LECTERN_SESSION_PRESENTERS, none);
  g_assert_true (lectern_record_is_empty (record));
  g_assert_null (lectern_session_get_note (session));
  g_assert_null (lectern_session_get_presenters (session));
  g_assert_true (lectern_record_is_untouched (record));

  lectern_record_set_string (record, LECTERN_SESSION_NOTE, "x");
  g_assert_false (lectern_record_is_empty (record));
  g_assert_false (lectern_record_is_untouched (record));
}

void
add_record_tests (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (record_types); i++)
    {
      g_autofree char *properties = g_strdup_printf ("/model/record/properties/%s",
                                                     g_type_name (record_types[i] ()));
      g_autofree char *names = g_strdup_printf ("/model/record/names/%s",
                                                g_type_name (record_types[i] ()));

      g_test_add_data_func (properties, &record_types[i], test_properties);
      g_test_add_data_func (names, &record_types[i], test_names);
    }

  g_test_add_func ("/model/record/finalize", test_finalize);
  g_test_add_func ("/model/record/inner-change", test_inner_change);
  g_test_add_func ("/model/record/assign", test_assign);
  g_test_add_func ("/model/record/assign-keeps-items", test_assign_keeps_items);
  g_test_add_func ("/model/record/absent", test_absent);
}
