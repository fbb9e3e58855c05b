/* lectern-warning-group.c: what is wrong with a session, in the editor
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-warning-group.h"

#include "lectern-checks.h"

struct _LecternWarningGroup
{
  AdwPreferencesGroup  parent_instance;

  LecternSession      *session;
  GHashTable          *known;
  GPtrArray           *rows;
};

G_DEFINE_FINAL_TYPE (LecternWarningGroup, lectern_warning_group, ADW_TYPE_PREFERENCES_GROUP)

static GtkWidget *
create_row (void)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  gtk_widget_add_css_class (icon, "warning");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);

  return row;
}

/* What is known of the whole schedule says more than the session by itself. */
static GStrv
dup_texts (LecternWarningGroup *self)
{
  guint64 key = lectern_session_get_key (self->session);
  g_autoptr (GStrvBuilder) builder = NULL;
  g_autoptr (GPtrArray) warnings = NULL;

  if (self->known != NULL)
    {
      const char *texts = g_hash_table_lookup (self->known, &key);

      return g_strsplit (texts != NULL ? texts : "", "\n", -1);
    }

  builder = g_strv_builder_new ();
  warnings = lectern_checks_session (self->session);
  for (guint i = 0; i < warnings->len; i++)
    g_strv_builder_add (builder, ((LecternWarning *) g_ptr_array_index (warnings, i))->text);

  return g_strv_builder_end (builder);
}

static void
update (LecternWarningGroup *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);
  g_auto (GStrv) texts = self->session != NULL ? dup_texts (self) : NULL;
  guint n = texts != NULL ? g_strv_length (texts) : 0;

  while (self->rows->len > n)
    adw_preferences_group_remove (group, g_ptr_array_steal_index (self->rows, self->rows->len - 1));

  for (guint i = 0; i < n; i++)
    {
      if (i == self->rows->len)
        {
          g_ptr_array_add (self->rows, create_row ());
          adw_preferences_group_add (group, g_ptr_array_index (self->rows, i));
        }
      adw_preferences_row_set_title (g_ptr_array_index (self->rows, i), texts[i]);
    }

  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

static void
lectern_warning_group_dispose (GObject *object)
{
  LecternWarningGroup *self = LECTERN_WARNING_GROUP (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->known, g_hash_table_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (lectern_warning_group_parent_class)->dispose (object);
}

static void
lectern_warning_group_class_init (LecternWarningGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lectern_warning_group_dispose;
}

static void
lectern_warning_group_init (LecternWarningGroup *self)
{
  self->rows = g_ptr_array_new ();
}

/**
 * lectern_warning_group_bind:
 * @self: a group
 * @session: (nullable): a session
 *
 * Shows what is wrong with @session now.
 */
void
lectern_warning_group_bind (LecternWarningGroup *self,
                            LecternSession      *session)
{
  g_set_object (&self->session, session);
  update (self);
}

/**
 * lectern_warning_group_set_known:
 * @self: a group
 * @by_key: (nullable) (element-type guint64 utf8): the sentences by the keys of
 *   the sessions, a line each, or %NULL if they are not known
 *
 * Sets what is known of the whole schedule.  Without it the group shows what
 * can be told from the session by itself.
 */
void
lectern_warning_group_set_known (LecternWarningGroup *self,
                                 GHashTable          *by_key)
{
  if (by_key != NULL)
    g_hash_table_ref (by_key);
  g_clear_pointer (&self->known, g_hash_table_unref);
  self->known = by_key;

  update (self);
}
