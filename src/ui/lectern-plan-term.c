/* lectern-plan-term.c: what can be chosen before a term is planned
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-plan-dialog-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-cadence.h"
#include "lectern-chooser.h"
#include "lectern-date-input.h"
#include "lectern-date.h"
#include "lectern-ical-term.h"
#include "lectern-saver.h"

/* What is planned at first, and at most. */
#define USUAL_COUNT 10
#define LARGEST_COUNT 500
#define LARGEST_INTERVAL 366

static AdwEntryRow *
add_entry (LecternPlanDialog *self,
           const char        *title,
           const char        *text,
           const char        *tooltip)
{
  GtkWidget *row = adw_entry_row_new ();

  gtk_widget_set_tooltip_text (row, tooltip);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  g_signal_connect_object (row, "changed", G_CALLBACK (lectern_plan_dialog_update),
                           self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->options, row);

  return ADW_ENTRY_ROW (row);
}

static GtkSpinButton *
add_number (LecternPlanDialog *self,
            const char        *title,
            guint              value,
            guint              largest)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *spin = gtk_spin_button_new_with_range (1, largest, 1);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), value);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_editable_set_width_chars (GTK_EDITABLE (spin), 3);
  gtk_text_set_activates_default (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (spin))), TRUE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), spin);
  g_signal_connect_object (spin, "value-changed", G_CALLBACK (lectern_plan_dialog_update),
                           self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->options, row);

  return GTK_SPIN_BUTTON (spin);
}

/* A file was chosen after which the dialog may be gone: the task holds it. */
static void
read_calendar (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  GError *error = NULL;
  GBytes *bytes = lectern_saver_read (task_data, cancellable, &error);

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static void
calendar_read_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  LecternPlanDialog *self = LECTERN_PLAN_DIALOG (source);
  GFile *file = g_task_get_task_data (G_TASK (result));
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_utf8_make_valid (name, -1);

  g_clear_pointer (&self->calendar, g_bytes_unref);
  g_clear_error (&self->calendar_error);
  self->calendar = g_task_propagate_pointer (G_TASK (result), &self->calendar_error);
  adw_action_row_set_subtitle (self->calendar_row, shown);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->calendar_row), shown);
  gtk_widget_set_visible (self->calendar_clear, TRUE);
  lectern_plan_dialog_update (self);
}

/* Reads the holidays of a calendar, and plans around them. */
void
lectern_plan_dialog_set_calendar (LecternPlanDialog *self,
                                  GFile             *file)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, calendar_read_cb, NULL);

  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_calendar);
}

static void
clear_calendar_cb (LecternPlanDialog *self)
{
  g_clear_pointer (&self->calendar, g_bytes_unref);
  g_clear_error (&self->calendar_error);
  adw_action_row_set_subtitle (self->calendar_row, _("Days of an .ics file without a session"));
  gtk_widget_set_visible (self->calendar_clear, FALSE);
  lectern_plan_dialog_update (self);
}

static void
chosen_cb (gpointer  dialog,
           GFile    *file)
{
  lectern_plan_dialog_set_calendar (dialog, file);
}

static void
choose_calendar_cb (LecternPlanDialog *self)
{
  GtkFileChooserNative *chooser = lectern_chooser_new (GTK_WINDOW (self), _("Calendar of Holidays"),
                                                       GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"));

  lectern_chooser_add_filter (chooser, _("Calendars"), "*.ics", NULL);
  lectern_chooser_add_filter (chooser, _("All Files"), "*", NULL);
  lectern_chooser_ask (chooser, chosen_cb, self);
}

static void
add_calendar (LecternPlanDialog *self)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *open = gtk_button_new_from_icon_name ("document-open-symbolic");

  self->calendar_row = ADW_ACTION_ROW (row);
  self->calendar_clear = gtk_button_new_from_icon_name ("edit-clear-symbolic");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Holidays"));
  gtk_widget_set_tooltip_text (open, _("Choose a Calendar of Holidays"));
  gtk_widget_set_tooltip_text (self->calendar_clear, _("Without Holidays"));
  gtk_widget_set_valign (open, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->calendar_clear, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (open, "flat");
  gtk_widget_add_css_class (self->calendar_clear, "flat");
  g_signal_connect_object (open, "clicked", G_CALLBACK (choose_calendar_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->calendar_clear, "clicked", G_CALLBACK (clear_calendar_cb),
                           self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (self->calendar_row, self->calendar_clear);
  adw_action_row_add_suffix (self->calendar_row, open);
  adw_preferences_group_add (self->options, row);
  clear_calendar_cb (self);
}

/* The next free day in the group's rhythm, after all that is planned. */
static char *
propose_start (LecternSchedule *schedule)
{
  GDate today;
  GDate start;

  lectern_date_today (&today);
  lectern_cadence_find_last (schedule, &today, &start);

  return lectern_date_format (&start);
}

static char *
name_weekday (GDateWeekday weekday)
{
  /* The first of January 2024 was a Monday. */
  g_autoptr (GDateTime) time = g_date_time_new_utc (2024, 1, (int) weekday, 0, 0, 0);

  return g_date_time_format (time, "%A");
}

/* A rhythm that no number of days tells, in words; else %NULL. */
static char *
describe_rhythm (const LecternCadence *cadence)
{
  g_autoptr (GStrvBuilder) builder = NULL;
  g_auto (GStrv) names = NULL;

  if (cadence->week_of_month != 0)
    {
      static const char * const formats[] = {
        N_("The last %s of the month"), N_("The first %s of the month"),
        N_("The second %s of the month"), N_("The third %s of the month"),
        N_("The fourth %s of the month"),
      };
      g_autofree char *name = name_weekday (cadence->weekday);
      g_auto (GStrv) parts = g_strsplit (_(formats[MAX (0, cadence->week_of_month)]), "%s", 2);

      return g_strjoinv (name, parts);
    }
  if (cadence->weekdays == 0)
    return NULL;

  builder = g_strv_builder_new ();
  for (int weekday = G_DATE_MONDAY; weekday <= G_DATE_SUNDAY; weekday++)
    {
      if ((cadence->weekdays & (1u << weekday)) != 0)
        {
          g_autofree char *name = name_weekday (weekday);

          g_strv_builder_add (builder, name);
        }
    }
  names = g_strv_builder_end (builder);

  return g_strjoinv (_(", "), names);
}

/* Who meets on several days a week or once a month goes on with it, unless
 * the days between are to be given. */
static void
add_rhythm (LecternPlanDialog    *self,
            const LecternCadence *cadence)
{
  g_autofree char *words = describe_rhythm (cadence);

  if (words != NULL)
    self->rhythm = lectern_plan_dialog_add_switch (self, _("As the Group Usually Meets"), words, TRUE);
  self->interval = add_number (self, _("Days Apart"), cadence->interval, LARGEST_INTERVAL);
  if (words != NULL)
    g_object_bind_property (self->rhythm, "active", self->interval, "sensitive",
                            G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
}

/* Puts the choices for a term into the first group. */
void
lectern_plan_dialog_add_term (LecternPlanDialog *self)
{
  LecternSchedule *schedule = lectern_document_get_schedule (self->document);
  g_autofree char *start = propose_start (schedule);
  LecternCadence cadence;

  lectern_cadence_read (schedule, &cadence);
  self->start = add_entry (self, _("First Day"), start,
                           _("The day of the first session"));
  self->count = add_number (self, _("Sessions"), USUAL_COUNT, LARGEST_COUNT);
  add_rhythm (self, &cadence);
  self->time = add_entry (self, _("Time"), "",
                          _("If it is not the group’s usual time"));
  self->number = add_entry (self, _("Number With"), "",
                            _("A word that is followed by numbers, such as Week"));
  self->breaks = add_entry (self, _("Breaks"), "",
                            _("Such as 2022-12-19..2023-01-01 Christmas; 2023-04-05 Easter"));
  add_calendar (self);
}

static gboolean
fail (GError     **error,
      const char  *text)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, text);

  return FALSE;
}

/* Several breaks have semicolons between them. */
static gboolean
read_breaks (LecternPlanDialog  *self,
             GPtrArray          *holidays,
             GError            **error)
{
  g_auto (GStrv) texts = g_strsplit (gtk_editable_get_text (GTK_EDITABLE (self->breaks)), ";", -1);

  for (guint i = 0; texts[i] != NULL; i++)
    {
      LecternHoliday *holiday;

      if (*g_strstrip (texts[i]) == '\0')
        continue;

      holiday = lectern_holiday_parse (texts[i]);
      if (holiday == NULL)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                       _("“%s” is not a break. Write it as 2022-12-21 or 2022-12-19..2023-01-01, with what it is called after it."),
                       texts[i]);
          return FALSE;
        }
      /* It is to be seen why nobody meets. */
      if (holiday->title == NULL)
        holiday->title = g_strdup (_("Break"));
      g_ptr_array_add (holidays, holiday);
    }

  return TRUE;
}

static gboolean
read_choices (LecternPlanDialog  *self,
              LecternTerm        *term,
              char              **time,
              GError            **error)
{
  const char *start = gtk_editable_get_text (GTK_EDITABLE (self->start));
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->time));

  if (!lectern_date_input_parse (start, lectern_date_input_month_first (), NULL, &term->start))
    return fail (error, _("The first day is not a date. Write it as 2023-01-04."));

  *time = *text != '\0' ? lectern_time_input_parse (text, TRUE) : NULL;
  if (*text != '\0' && *time == NULL)
    return fail (error, _("The time is not one. Write it as 15:00."));
  if (self->calendar_error != NULL)
    return fail (error, self->calendar_error->message);

  term->count = gtk_spin_button_get_value_as_int (self->count);
  term->interval = self->rhythm != NULL && gtk_switch_get_active (self->rhythm)
                     ? 0 : gtk_spin_button_get_value_as_int (self->interval);
  term->time = *time;

  return read_breaks (self, term->holidays, error);
}

/* The term as it is chosen now. */
LecternPlan *
lectern_plan_dialog_make_term (LecternPlanDialog  *self,
                               GError            **error)
{
  g_autoptr (GPtrArray) holidays = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_holiday_free);
  g_autofree char *number = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->number))));
  g_autofree char *time = NULL;
  LecternTerm term = { .holidays = holidays, .number_text = *number != '\0' ? number : NULL };

  if (!read_choices (self, &term, &time, error))
    return NULL;

  return lectern_ical_plan_term (lectern_document_get_schedule (self->document), &term,
                                 self->calendar, error);
}
