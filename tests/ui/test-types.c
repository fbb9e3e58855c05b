/* test-types.c: every type of ours can be made, and ends
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "type-fixture.h"

#include "all-types.h"

static GObject *
new_subject_popover (TypeFixture *fixture,
                     guint        variant)
{
  g_autoptr (LecternSubject) subject = lectern_subject_new ();

  return G_OBJECT (lectern_add_resource_popover_new (subject));
}

static GObject *
new_announce_dialog (TypeFixture *fixture,
                     guint        variant)
{
  return G_OBJECT (lectern_announce_dialog_new (fixture->parent, fixture->document,
                                                type_fixture_get_session (fixture, 0)));
}

static GObject *
new_attention_row (TypeFixture *fixture,
                   guint        variant)
{
  g_autoptr (GPtrArray) warnings = NULL;
  LecternChecksOptions options = { 0 };

  g_date_set_dmy (&options.today, 2, 1, 2023);
  warnings = lectern_checks_run (lectern_document_get_schedule (fixture->document), &options);
  g_assert_cmpuint (warnings->len, >, 0);

  return G_OBJECT (lectern_attention_row_new (warnings, 0, "somewhere"));
}

static GObject *
new_close_dialog (TypeFixture *fixture,
                  guint        variant)
{
  g_autoptr (GPtrArray) windows = g_ptr_array_new ();
  LecternWindow *window = LECTERN_WINDOW (fixture->parent);

  lectern_window_load (window, lectern_document_get_file (fixture->document));
  ui_test_wait (lectern_window_get_document (window) != NULL);
  g_ptr_array_add (windows, window);

  return G_OBJECT (lectern_close_dialog_new (fixture->parent, windows));
}

static GObject *
new_document (TypeFixture *fixture,
              guint        variant)
{
  return G_OBJECT (lectern_document_new ());
}

static GObject *
new_draft_keeper (TypeFixture *fixture,
                  guint        variant)
{
  return G_OBJECT (lectern_draft_keeper_new (fixture->document));
}

static GObject *
new_entry_row (TypeFixture *fixture,
               guint        variant)
{
  return G_OBJECT (lectern_entry_row_new ("title", "Title"));
}

/* A row makes it, and it is the row's. */
static GObject *
new_field (TypeFixture *fixture,
           guint        variant)
{
  gpointer row = g_object_ref_sink (adw_entry_row_new ());
  LecternField *field = lectern_field_new (row, row, "title");

  g_object_set_data_full (G_OBJECT (field), "row", row, g_object_unref);

  return G_OBJECT (field);
}

static GObject *
new_history (TypeFixture *fixture,
             guint        variant)
{
  g_autoptr (LecternSchedule) schedule = lectern_schedule_new ();

  return G_OBJECT (lectern_history_new (schedule));
}

static GObject *
new_import_dialog (TypeFixture *fixture,
                   guint        variant)
{
  return G_OBJECT (lectern_import_dialog_new (fixture->parent, fixture->page));
}

static GObject *
new_launcher (TypeFixture *fixture,
              guint        variant)
{
  return G_OBJECT (lectern_launcher_new (fixture->parent));
}

static GObject *
new_people_dialog (TypeFixture *fixture,
                   guint        variant)
{
  return G_OBJECT (lectern_people_dialog_new (fixture->parent, fixture->document));
}

static GObject *
new_plan_dialog (TypeFixture *fixture,
                 guint        variant)
{
  gboolean whole = variant == LECTERN_PLAN_TERM || variant == LECTERN_PLAN_ROTA;
  g_autoptr (GPtrArray) sessions = g_ptr_array_new ();

  g_ptr_array_add (sessions, type_fixture_get_session (fixture, 20));

  return G_OBJECT (lectern_plan_dialog_new (fixture->parent, fixture->document,
                                            whole ? NULL : sessions, variant));
}

static GObject *
new_publish_dialog (TypeFixture *fixture,
                    guint        variant)
{
  return G_OBJECT (lectern_publish_dialog_new (fixture->parent, fixture->document, fixture->page));
}

static GObject *
new_text_row (TypeFixture *fixture,
              guint        variant)
{
  return g_object_new (LECTERN_TYPE_TEXT_ROW, "member", "note", "multiline", variant == 1, NULL);
}

static GObject *
new_unattached_dialog (TypeFixture *fixture,
                       guint        variant)
{
  return G_OBJECT (lectern_unattached_dialog_new (fixture->parent, fixture->document,
                                                  type_fixture_get_session (fixture, 0)));
}

static GObject *
new_warnings (TypeFixture *fixture,
              guint        variant)
{
  return G_OBJECT (lectern_warnings_new (fixture->document));
}

static GObject *
new_window (TypeFixture *fixture,
            guint        variant)
{
  if (variant == 0)
    return G_OBJECT (lectern_window_new (window_fixture_application));

  return G_OBJECT (lectern_window_new_for_file (window_fixture_application,
                                                lectern_document_get_file (fixture->document)));
}

/* What g_object_new() alone does not make. */
static const struct
{
  const char *name;
  GObject    *(*make) (TypeFixture *fixture, guint variant);
  guint       n_variants;
} makers[] = {
  { "LecternAddResourcePopover", new_subject_popover, 1 },
  { "LecternAnnounceDialog", new_announce_dialog, 1 },
  { "LecternAttentionRow", new_attention_row, 1 },
  { "LecternCloseDialog", new_close_dialog, 1 },
  { "LecternDocument", new_document, 1 },
  { "LecternDraftKeeper", new_draft_keeper, 1 },
  { "LecternEntryRow", new_entry_row, 1 },
  { "LecternField", new_field, 1 },
  { "LecternHistory", new_history, 1 },
  { "LecternImportDialog", new_import_dialog, 1 },
  { "LecternLauncher", new_launcher, 1 },
  { "LecternPeopleDialog", new_people_dialog, 1 },
  { "LecternPlanDialog", new_plan_dialog, LECTERN_PLAN_ROTA + 1 },
  { "LecternPublishDialog", new_publish_dialog, 1 },
  { "LecternTextRow", new_text_row, 2 },
  { "LecternUnattachedDialog", new_unattached_dialog, 1 },
  { "LecternWarnings", new_warnings, 1 },
  { "LecternWindow", new_window, 2 },
};

static GObject *
make (TypeFixture *fixture,
      GType        type,
      guint        variant,
      guint       *n_variants)
{
  *n_variants = 1;
  for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
    {
      if (!g_str_equal (makers[i].name, g_type_name (type)))
        continue;
      *n_variants = makers[i].n_variants;
      return makers[i].make (fixture, variant);
    }

  return g_object_new (type, NULL);
}

static void
count_end (gpointer data,
           GObject *where)
{
  guint *n_ended = data;

  (*n_ended)++;
}

/* A window is looked at first: what it begins to read, it must let go of too. */
static void
end (GObject *object)
{
  guint n_ended = 0;

  if (g_object_is_floating (object))
    g_object_ref_sink (object);
  g_object_weak_ref (object, count_end, &n_ended);
  if (GTK_IS_WINDOW (object))
    {
      gtk_window_present (GTK_WINDOW (object));
      ui_test_wait (gtk_widget_get_mapped (GTK_WIDGET (object)));
      ui_test_settle ();
      gtk_window_destroy (GTK_WINDOW (object));
    }
  else
    {
      g_object_unref (object);
    }
  ui_test_wait (n_ended == 1);
}

static void
test_ends (TypeFixture   *fixture,
           gconstpointer  data)
{
  GType (* const *get_type) (void) = data;
  GType type = (*get_type) ();
  guint n_variants = 1;

  g_assert_true (G_TYPE_IS_OBJECT (type));
  /* Those that are made of it are in the list. */
  if (G_TYPE_IS_ABSTRACT (type))
    {
      g_autofree GType *children = g_type_children (type, NULL);

      g_assert_cmpuint (children[0], !=, 0);
      return;
    }

  for (guint i = 0; i < n_variants; i++)
    {
      GObject *object = make (fixture, type, i, &n_variants);

      g_assert_true (G_OBJECT_TYPE (object) == type);
      end (object);
    }
}

/* Of no type is there a property that nothing looks at. */
static void
test_properties (TypeFixture   *fixture,
                 gconstpointer  data)
{
  GType (* const *get_type) (void) = data;
  GType type = (*get_type) ();
  guint n_variants;
  GObject *object = make (fixture, type, 0, &n_variants);

  if (g_object_is_floating (object))
    g_object_ref_sink (object);
  type_fixture_check_properties (fixture, object);
  end (object);
}

/* Those of records go by their table: tests/model/test-record.c. */
static gboolean
has_properties (GType type)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (type);
  g_autofree GParamSpec **pspecs = NULL;
  guint n;

  if (G_TYPE_IS_ABSTRACT (type) || g_type_is_a (type, LECTERN_TYPE_RECORD))
    return FALSE;

  pspecs = g_object_class_list_properties (G_OBJECT_CLASS (klass), &n);
  for (guint i = 0; i < n; i++)
    {
      if (pspecs[i]->owner_type == type)
        return TRUE;
    }

  return FALSE;
}

#define ADD(path, get_type, test) \
  g_test_add (path, TypeFixture, get_type, type_fixture_set_up, test, type_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  int status;

  window_fixture_init (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (all_types); i++)
    {
      GType type = all_types[i] ();
      g_autofree char *ends = g_strdup_printf ("/ui/types/ends/%s", g_type_name (type));
      g_autofree char *properties = g_strdup_printf ("/ui/types/properties/%s", g_type_name (type));

      ADD (ends, &all_types[i], test_ends);
      if (has_properties (type))
        ADD (properties, &all_types[i], test_properties);
    }

  status = g_test_run ();
  window_fixture_clear ();

  return status;
}
