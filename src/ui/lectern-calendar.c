/* lectern-calendar.c: a month from which a day is chosen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-calendar.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>

#include "lectern-names.h"
#include "lectern-text.h"

#define N_WEEKS 6
#define N_CELLS (7 * N_WEEKS)

/**
 * LecternCalendar:
 *
 * A month, with a button for each day.  GtkCalendar would begin its weeks as
 * the locale does, and knows no other way; it says none of its days to those
 * who cannot see them.  One day has the focus; the arrow keys take it to
 * others, Page Up and Page Down to other months, with Control to other years.
 */
struct _LecternCalendar
{
  GtkBox        parent_instance;

  GtkLabel     *month;
  GtkLabel     *names[7];
  GtkButton    *cells[N_CELLS];

  GDateWeekday  week_start;
  GDate         shown;
  GDate         today;
  GDate         focused;
  GDate         first;
};

enum
{
  PROP_0,
  PROP_WEEK_START,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static guint chosen_signal;

G_DEFINE_FINAL_TYPE (LecternCalendar, lectern_calendar, GTK_TYPE_BOX)

/* What the locale says, as GtkCalendar has it. */
static GDateWeekday
get_usual_week_start (void)
{
#ifdef __GLIBC__
  const char *first = nl_langinfo (_NL_TIME_FIRST_WEEKDAY);
  gboolean from_monday = GPOINTER_TO_INT (nl_langinfo (_NL_TIME_WEEK_1STDAY)) == 19971201;
  int from_sunday = (first[0] - 1 + (from_monday ? 1 : 0)) % 7;

  return from_sunday == 0 ? G_DATE_SUNDAY : (GDateWeekday) from_sunday;
#else
  return G_DATE_MONDAY;
#endif
}

static void
set_names (LecternCalendar *self)
{
  for (guint i = 0; i < 7; i++)
    {
      GDate day = self->first;
      g_autofree char *name = NULL;

      g_date_add_days (&day, i);
      name = lectern_text_weekday_short (&day);
      gtk_label_set_text (self->names[i], name);
    }
}

static void
set_class (GtkWidget  *widget,
           const char *name,
           gboolean    on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
set_cell (LecternCalendar *self,
          guint            cell)
{
  GtkWidget *button = GTK_WIDGET (self->cells[cell]);
  g_autofree char *number = NULL;
  g_autofree char *full = NULL;
  GDate day = self->first;

  g_date_add_days (&day, cell);
  number = lectern_text_day (&day);
  full = lectern_text_full_date (&day);
  gtk_button_set_label (self->cells[cell], number);
  lectern_names_set (button, full);
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_PRESSED,
                               g_date_compare (&day, &self->shown) == 0
                                 ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
  /* One step of the Tab key for all days. */
  gtk_widget_set_focusable (button, g_date_compare (&day, &self->focused) == 0);
  set_class (button, "suggested-action", g_date_compare (&day, &self->shown) == 0);
  set_class (button, "flat", g_date_compare (&day, &self->shown) != 0);
  set_class (button, "today", g_date_compare (&day, &self->today) == 0);
  set_class (button, "dim-label", g_date_get_month (&day) != g_date_get_month (&self->focused));
}

/* Shows the month of the day that has the focus. */
static void
update (LecternCalendar *self)
{
  g_autofree char *month = lectern_text_month (&self->focused);
  guint before;

  self->first = self->focused;
  g_date_set_day (&self->first, 1);
  before = (g_date_get_weekday (&self->first) + 7 - lectern_calendar_get_week_start (self)) % 7;
  /* The first years that there are end the past. */
  if (g_date_get_julian (&self->first) > before)
    g_date_subtract_days (&self->first, before);

  gtk_label_set_text (self->month, month);
  set_names (self);
  for (guint i = 0; i < N_CELLS; i++)
    set_cell (self, i);
}

static void
move_months (LecternCalendar *self,
             int              n)
{
  GDate moved = self->focused;

  if (n > 0)
    g_date_add_months (&moved, n);
  else if (g_date_get_year (&moved) > 1)
    g_date_subtract_months (&moved, -n);
  if (g_date_get_year (&moved) > 9998)
    return;

  self->focused = moved;
  update (self);
}

static void
move_days (LecternCalendar *self,
           int              n)
{
  if (n > 0 && g_date_get_year (&self->focused) < 9998)
    g_date_add_days (&self->focused, n);
  else if (n < 0 && g_date_get_year (&self->focused) > 1)
    g_date_subtract_days (&self->focused, -n);
  update (self);
}

static gboolean
key_pressed_cb (LecternCalendar *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int months = (state & GDK_CONTROL_MASK) != 0 ? 12 : 1;

  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      move_days (self, mirrored ? 1 : -1);
      break;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      move_days (self, mirrored ? -1 : 1);
      break;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move_days (self, -7);
      break;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move_days (self, 7);
      break;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      move_months (self, -months);
      break;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      move_months (self, months);
      break;
    default:
      return GDK_EVENT_PROPAGATE;
    }
  lectern_calendar_focus (self);

  return GDK_EVENT_STOP;
}

static void
day_clicked_cb (LecternCalendar *self,
                GtkButton       *button)
{
  for (guint i = 0; i < N_CELLS; i++)
    {
      if (self->cells[i] != button)
        continue;
      self->shown = self->first;
      g_date_add_days (&self->shown, i);
      break;
    }

  self->focused = self->shown;
  update (self);
  g_signal_emit (self, chosen_signal, 0);
}

static void
earlier_cb (LecternCalendar *self)
{
  move_months (self, -1);
}

static void
later_cb (LecternCalendar *self)
{
  move_months (self, 1);
}

static GtkWidget *
make_step (LecternCalendar *self,
           const char      *icon_name,
           const char      *name,
           GCallback        callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);

  return button;
}

static GtkWidget *
make_header (LecternCalendar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->month = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_set_hexpand (GTK_WIDGET (self->month), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->month), "heading");
  gtk_box_append (GTK_BOX (box), make_step (self, "go-previous-symbolic", _("Previous Month"),
                                            G_CALLBACK (earlier_cb)));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->month));
  gtk_box_append (GTK_BOX (box), make_step (self, "go-next-symbolic", _("Next Month"),
                                            G_CALLBACK (later_cb)));

  return box;
}

static GtkWidget *
make_days (LecternCalendar *self)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  for (guint i = 0; i < 7; i++)
    {
      self->names[i] = GTK_LABEL (gtk_label_new (NULL));
      gtk_widget_add_css_class (GTK_WIDGET (self->names[i]), "caption");
      gtk_grid_attach (GTK_GRID (grid), GTK_WIDGET (self->names[i]), i, 0, 1, 1);
    }
  for (guint i = 0; i < N_CELLS; i++)
    {
      self->cells[i] = GTK_BUTTON (gtk_button_new_with_label (""));
      gtk_widget_add_css_class (GTK_WIDGET (self->cells[i]), "day");
      gtk_widget_add_css_class (GTK_WIDGET (self->cells[i]), "numeric");
      g_signal_connect_object (self->cells[i], "clicked", G_CALLBACK (day_clicked_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_grid_attach (GTK_GRID (grid), GTK_WIDGET (self->cells[i]), i % 7, 1 + i / 7, 1, 1);
    }

  /* Before the grid takes the arrows to the neighbours, which have no focus. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (grid, keys);

  return grid;
}

static void
lectern_calendar_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_WEEK_START:
      lectern_calendar_set_week_start (LECTERN_CALENDAR (object), g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
lectern_calendar_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_WEEK_START:
      g_value_set_uint (value, LECTERN_CALENDAR (object)->week_start);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
lectern_calendar_class_init (LecternCalendarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = lectern_calendar_set_property;
  object_class->get_property = lectern_calendar_get_property;

  /**
   * LecternCalendar:week-start:
   *
   * With which day a week begins; %G_DATE_BAD_WEEKDAY: as in the locale.
   */
  properties[PROP_WEEK_START] =
    g_param_spec_uint ("week-start", NULL, NULL, G_DATE_BAD_WEEKDAY, G_DATE_SUNDAY, G_DATE_BAD_WEEKDAY,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * LecternCalendar::chosen:
   * @self: the calendar
   *
   * A day was chosen, be it another one or not.
   */
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lectern_calendar_init (LecternCalendar *self)
{
  GtkBox *box = GTK_BOX (self);

  g_date_clear (&self->focused, 1);
  g_date_set_dmy (&self->focused, 1, 1, 2000);
  self->shown = self->today = self->focused;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (box, 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "month");
  gtk_box_append (box, make_header (self));
  gtk_box_append (box, make_days (self));
  update (self);
}

/**
 * lectern_calendar_new:
 *
 * Makes a calendar.
 *
 * Returns: (transfer floating): the calendar
 */
GtkWidget *
lectern_calendar_new (void)
{
  return g_object_new (LECTERN_TYPE_CALENDAR, NULL);
}

/**
 * lectern_calendar_show_day:
 * @self: a calendar
 * @day: a valid date
 * @today: today's date
 *
 * Shows the month of a day, and marks the day; nothing is chosen by that.
 */
void
lectern_calendar_show_day (LecternCalendar *self,
                           const GDate     *day,
                           const GDate     *today)
{
  self->shown = self->focused = *day;
  self->today = *today;
  update (self);
}

/**
 * lectern_calendar_get_day:
 * @self: a calendar
 * @day: (out caller-allocates): the day
 *
 * Gets the day that was chosen, or is shown.
 */
void
lectern_calendar_get_day (LecternCalendar *self,
                          GDate           *day)
{
  *day = self->shown;
}

/**
 * lectern_calendar_focus:
 * @self: a calendar
 *
 * Puts the focus on the day that keys begin from.
 */
void
lectern_calendar_focus (LecternCalendar *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->cells[g_date_days_between (&self->first, &self->focused)]));
}

/**
 * lectern_calendar_set_week_start:
 * @self: a calendar
 * @weekday: a day, or %G_DATE_BAD_WEEKDAY for that of the locale
 *
 * Sets with which day a week begins.
 */
void
lectern_calendar_set_week_start (LecternCalendar *self,
                                 GDateWeekday     weekday)
{
  if (self->week_start == weekday)
    return;

  self->week_start = weekday;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WEEK_START]);
}

/**
 * lectern_calendar_get_week_start:
 * @self: a calendar
 *
 * Gets with which day a week begins, if by the locale or not.
 *
 * Returns: a day of the week
 */
GDateWeekday
lectern_calendar_get_week_start (LecternCalendar *self)
{
  return self->week_start != G_DATE_BAD_WEEKDAY ? self->week_start : get_usual_week_start ();
}
