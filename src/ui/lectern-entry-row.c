/* lectern-entry-row.c: a row with an entry for one member
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-entry-row.h"

#include <glib/gi18n-lib.h>

struct _LecternEntryRow
{
  AdwEntryRow   parent_instance;

  char         *member;
  LecternField *field;
};

enum
{
  PROP_0,
  PROP_MEMBER,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LecternEntryRow, lectern_entry_row, ADW_TYPE_ENTRY_ROW)

/* The entry in the row takes the focus and the keys: it needs the name. */
static void
title_changed_cb (LecternEntryRow *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (self))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)), -1);
}

static void
lectern_entry_row_constructed (GObject *object)
{
  LecternEntryRow *self = LECTERN_ENTRY_ROW (object);

  G_OBJECT_CLASS (lectern_entry_row_parent_class)->constructed (object);

  self->field = lectern_field_new (GTK_WIDGET (self), GTK_WIDGET (self), self->member);
  g_signal_connect (self, "notify::title", G_CALLBACK (title_changed_cb), NULL);
  g_signal_connect_object (self, "entry-activated", G_CALLBACK (lectern_field_leave),
                           self->field, G_CONNECT_SWAPPED);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  title_changed_cb (self);
}

static void
lectern_entry_row_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_MEMBER:
      g_value_set_string (value, LECTERN_ENTRY_ROW (object)->member);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
lectern_entry_row_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_MEMBER:
      LECTERN_ENTRY_ROW (object)->member = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
lectern_entry_row_dispose (GObject *object)
{
  g_clear_object (&LECTERN_ENTRY_ROW (object)->field);

  G_OBJECT_CLASS (lectern_entry_row_parent_class)->dispose (object);
}

static void
lectern_entry_row_finalize (GObject *object)
{
  g_free (LECTERN_ENTRY_ROW (object)->member);

  G_OBJECT_CLASS (lectern_entry_row_parent_class)->finalize (object);
}

static void
lectern_entry_row_class_init (LecternEntryRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = lectern_entry_row_constructed;
  object_class->get_property = lectern_entry_row_get_property;
  object_class->set_property = lectern_entry_row_set_property;
  object_class->dispose = lectern_entry_row_dispose;
  object_class->finalize = lectern_entry_row_finalize;

  /**
   * LecternEntryRow:member:
   *
   * The name of the member in the file.
   */
  properties[PROP_MEMBER] =
    g_param_spec_string ("member", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
lectern_entry_row_init (LecternEntryRow *self)
{
}

/**
 * lectern_entry_row_new:
 * @member: the name of the member in the file
 * @title: what the row is called
 *
 * Makes a row that is not bound yet.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
lectern_entry_row_new (const char *member,
                       const char *title)
{
  return g_object_new (LECTERN_TYPE_ENTRY_ROW, "member", member, "title", title, NULL);
}

/**
 * lectern_entry_row_bind:
 * @self: a row
 * @subject: (nullable): what the editor is about
 * @record: (nullable): the record that has the member
 * @prefix: (nullable): what stands before the member in its path
 *
 * Binds the row, as [method@Field.bind].
 */
void
lectern_entry_row_bind (LecternEntryRow *self,
                        LecternSubject  *subject,
                        LecternRecord   *record,
                        const char      *prefix)
{
  lectern_field_bind (self->field, subject, record, prefix);
}

/**
 * lectern_entry_row_set_usual:
 * @self: a row
 * @title: what the row is called
 * @usual: (nullable): what holds where the row is empty
 *
 * Has the title tell the value that the group usually has, as long as the
 * session has none of its own.
 */
void
lectern_entry_row_set_usual (LecternEntryRow *self,
                             const char      *title,
                             const char      *usual)
{
  g_autofree char *both = NULL;

  if (usual != NULL && *usual != '\0' && *gtk_editable_get_text (GTK_EDITABLE (self)) == '\0')
    /* Translators: the name of a field, and the value that it usually has. */
    both = g_strdup_printf (_("%s (usually %s)"), title, usual);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), both != NULL ? both : title);
}

/**
 * lectern_entry_row_get_field:
 * @self: a row
 *
 * The field of the row.
 *
 * Returns: (transfer none): the field
 */
LecternField *
lectern_entry_row_get_field (LecternEntryRow *self)
{
  return self->field;
}
