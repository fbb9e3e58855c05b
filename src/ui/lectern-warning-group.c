/* lectern-warning-group.c: what is wrong with a session, in the editor
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-warning-group.h"

#include "lectern-attention-row.h"

/**
 * LecternWarningGroup:
 *
 * The warnings of one session, each with its remedy and its menu, as in Needs
 * Attention.  Which session that is says the header above it.
 */
struct _LecternWarningGroup
{
  AdwPreferencesGroup  parent_instance;

  LecternSession      *session;
  GPtrArray           *known;
  GPtrArray           *rows;
};

enum
{
  SIGNAL_REMEDY,
  SIGNAL_DISMISS,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LecternWarningGroup, lectern_warning_group, ADW_TYPE_PREFERENCES_GROUP)

static void
remedy_cb (LecternWarningGroup *self,
           LecternAttentionRow *row)
{
  g_signal_emit (self, signals[SIGNAL_REMEDY], 0, lectern_attention_row_get_warning (row));
}

static void
dismiss_cb (LecternWarningGroup *self,
            LecternAttentionRow *row)
{
  g_signal_emit (self, signals[SIGNAL_DISMISS], 0, lectern_attention_row_get_warning (row));
}

static GtkWidget *
create_row (LecternWarningGroup *self,
            GPtrArray           *warnings,
            guint                index)
{
  GtkWidget *row = lectern_attention_row_new (warnings, index, NULL);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  gtk_widget_add_css_class (icon, "warning");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  g_signal_connect_object (row, "remedy", G_CALLBACK (remedy_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "dismiss", G_CALLBACK (dismiss_cb), self, G_CONNECT_SWAPPED);

  return row;
}

/* What is known of the whole schedule says more than the session by itself. */
static GPtrArray *
ref_warnings (LecternWarningGroup *self)
{
  return self->known != NULL ? g_ptr_array_ref (self->known)
                             : lectern_checks_session (self->session);
}

static gboolean
says_the_same (LecternAttentionRow  *row,
               const LecternWarning *warning)
{
  const LecternWarning *shown = lectern_attention_row_get_warning (row);

  return shown->key == warning->key && g_str_equal (shown->text, warning->text)
         && g_strcmp0 (shown->remedy_label, warning->remedy_label) == 0;
}

static void
remove_from (LecternWarningGroup *self,
             guint                n)
{
  while (self->rows->len > n)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self),
                                  g_ptr_array_steal_index (self->rows, self->rows->len - 1));
}

/* A row that still says what it said stays, with the focus that it may have. */
static void
update_row (LecternWarningGroup *self,
            guint                n,
            GPtrArray           *warnings,
            guint                index)
{
  if (n < self->rows->len && says_the_same (g_ptr_array_index (self->rows, n),
                                            g_ptr_array_index (warnings, index)))
    {
      lectern_attention_row_renew (g_ptr_array_index (self->rows, n), warnings, index, NULL);
      return;
    }

  remove_from (self, n);
  g_ptr_array_add (self->rows, create_row (self, warnings, index));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, n));
}

/* The row that had it is gone: the keys go on from there. */
static void
restore_focus (LecternWarningGroup *self)
{
  GtkWidget *next = GTK_WIDGET (self);

  if (!gtk_widget_get_visible (next))
    next = gtk_widget_get_next_sibling (next);
  if (next != NULL)
    gtk_widget_child_focus (next, GTK_DIR_TAB_FORWARD);
}

static void
update (LecternWarningGroup *self)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  guint n = 0;

  if (self->session != NULL)
    {
      guint64 key = lectern_session_get_key (self->session);
      g_autoptr (GPtrArray) warnings = ref_warnings (self);

      for (guint i = 0; i < warnings->len; i++)
        {
          const LecternWarning *warning = g_ptr_array_index (warnings, i);

          if (warning->key == key)
            update_row (self, n++, warnings, i);
        }
    }

  remove_from (self, n);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  if (had_focus && gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL)
    restore_focus (self);
}

static void
lectern_warning_group_dispose (GObject *object)
{
  LecternWarningGroup *self = LECTERN_WARNING_GROUP (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->known, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (lectern_warning_group_parent_class)->dispose (object);
}

static void
lectern_warning_group_class_init (LecternWarningGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lectern_warning_group_dispose;

  /**
   * LecternWarningGroup::remedy:
   * @self: the group
   * @warning: a warning
   *
   * What is wrong is to be put right.
   */
  signals[SIGNAL_REMEDY] = g_signal_new ("remedy", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  /**
   * LecternWarningGroup::dismiss:
   * @self: the group
   * @warning: a warning
   *
   * The session is not to be warned of that again.
   */
  signals[SIGNAL_DISMISS] = g_signal_new ("dismiss", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
lectern_warning_group_init (LecternWarningGroup *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_add_css_class (GTK_WIDGET (self), "warning-group");
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
 * @warnings: (nullable) (element-type LecternWarning): the warnings of the
 *   whole schedule, which nobody changes, or %NULL if they are not known
 *
 * Sets what is known of the whole schedule.  Without it the group shows what
 * can be told from the session by itself.
 */
void
lectern_warning_group_set_known (LecternWarningGroup *self,
                                 GPtrArray           *warnings)
{
  if (warnings != NULL)
    g_ptr_array_ref (warnings);
  g_clear_pointer (&self->known, g_ptr_array_unref);
  self->known = warnings;

  update (self);
}
