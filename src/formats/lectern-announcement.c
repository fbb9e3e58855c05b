/* lectern-announcement.c: what to tell the group about a meeting
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-announcement.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lectern-announcement-template.h"
#include "lectern-date.h"
#include "lectern-public.h"
#include "lectern-words.h"

G_DEFINE_QUARK (lectern-announcement-error-quark, lectern_announcement_error)

static void
append_line (GString    *text,
             const char *line)
{
  g_autofree char *clean = NULL;

  if (!lectern_public_is_text (line))
    return;
  clean = lectern_public_one_line (line);
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, clean);
}

static char *
dup_line (const char *text)
{
  return lectern_public_is_text (text) ? lectern_public_one_line (text) : NULL;
}

static char *
make_papers (LecternSession *session)
{
  GListModel *papers = lectern_session_get_papers (session);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (papers); i++)
    {
      g_autoptr (LecternPaper) paper = g_list_model_get_item (papers, i);
      g_autofree char *words = lectern_public_paper_words (paper);
      g_autofree char *authors = lectern_public_names (lectern_paper_get_authors (paper));

      append_line (text, words);
      append_line (text, authors);
      if (lectern_public_is_text (lectern_paper_get_title (paper)))
        append_line (text, lectern_paper_get_url (paper));
    }

  return g_string_free (text, FALSE);
}

/* A file that is not published has no address to send. */
static char *
make_resources (LecternHead    *head,
                LecternSession *session)
{
  GListModel *resources = lectern_session_get_resources (session);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (resources); i++)
    {
      g_autoptr (LecternResource) resource = g_list_model_get_item (resources, i);
      g_autofree char *name = lectern_resource_dup_shown_name (resource);
      g_autofree char *address = lectern_public_resource (head, resource, FALSE);
      g_autofree char *line = address != NULL ? g_strdup_printf ("%s: %s", name, address) : NULL;

      append_line (text, line);
    }

  return g_string_free (text, FALSE);
}

/* The group's usual time and place are those of its meetings. */
static gboolean
is_meeting (LecternSession *session)
{
  LecternSessionKind kind = lectern_session_get_kind (session);

  return kind != LECTERN_KIND_BREAK && kind != LECTERN_KIND_ANNOUNCEMENT;
}

static char *
make_time (LecternHead    *head,
           LecternSession *session)
{
  const char *time = lectern_session_get_time (session);
  const char *zone = lectern_head_get_timezone (head);
  g_autofree char *text = NULL;

  if (!lectern_public_is_text (time) && is_meeting (session))
    time = lectern_head_get_default_time (head);
  if (!lectern_public_is_text (time))
    return NULL;

  /* Translators: a time of day and a time zone, such as 15:00 (Europe/London) */
  text = lectern_public_is_text (zone) ? g_strdup_printf (_("%s (%s)"), time, zone) : g_strdup (time);

  return lectern_public_one_line (text);
}

static char *
make_place (LecternHead    *head,
            LecternSession *session)
{
  const char *place = lectern_session_get_location (session);

  if (!lectern_public_is_text (place) && is_meeting (session))
    place = lectern_head_get_default_location (head);

  return dup_line (place);
}

static char *
make_when (LecternHead    *head,
           LecternSession *session)
{
  g_autofree char *date = lectern_words_when (session);
  g_autofree char *clean = dup_line (date);
  g_autofree char *time = make_time (head, session);

  if (clean == NULL || time == NULL)
    return g_strdup (clean != NULL ? clean : time);

  /* Translators: a date and a time of day */
  return g_strdup_printf (_("%s, %s"), clean, time);
}

/* “No meeting on Wednesday 21 December 2022: Christmas” */
static char *
make_no_meeting (LecternSession *session)
{
  gboolean cancelled = lectern_session_get_cancelled (session);
  const char *reason = cancelled ? lectern_session_get_reason (session) : lectern_session_get_title (session);
  g_autofree char *when = lectern_words_when (session);
  g_autofree char *clean_when = lectern_public_one_line (when != NULL ? when : _("a day that is still open"));
  g_autofree char *clean_reason = dup_line (reason);

  if (cancelled && clean_reason != NULL)
    return g_strdup_printf (_("The meeting on %s is cancelled: %s"), clean_when, clean_reason);
  if (cancelled)
    return g_strdup_printf (_("The meeting on %s is cancelled"), clean_when);
  if (clean_reason != NULL)
    return g_strdup_printf (_("No meeting on %s: %s"), clean_when, clean_reason);

  return g_strdup_printf (_("No meeting on %s"), clean_when);
}

static gboolean
is_off (LecternSession *session)
{
  return lectern_session_get_kind (session) == LECTERN_KIND_BREAK ||
         (lectern_session_get_cancelled (session) && is_meeting (session));
}

typedef struct
{
  LecternSession *session;
  GDate           date;
} Off;

static int
compare_off (gconstpointer a,
             gconstpointer b)
{
  return g_date_compare (&((const Off *) a)->date, &((const Off *) b)->date);
}

/* What will not take place from today until the day before a session, in the
 * order of the dates. */
static char *
make_between (LecternSchedule *schedule,
              const GDate     *today,
              LecternSession  *session)
{
  g_autoptr (GArray) offs = g_array_new (FALSE, FALSE, sizeof (Off));
  GString *text = g_string_new (NULL);
  GDate until;

  if (!lectern_session_get_gdate (session, &until))
    return g_string_free (text, FALSE);

  for (guint i = 0; i < lectern_schedule_get_n_sessions (schedule); i++)
    {
      Off off = { lectern_schedule_get_session (schedule, i) };

      if (lectern_session_get_gdate (off.session, &off.date) &&
          g_date_compare (&off.date, today) >= 0 && g_date_compare (&off.date, &until) < 0 &&
          is_off (off.session))
        g_array_append_val (offs, off);
    }

  g_array_sort (offs, compare_off);
  for (guint i = 0; i < offs->len; i++)
    {
      g_autofree char *line = make_no_meeting (g_array_index (offs, Off, i).session);

      append_line (text, line);
    }

  return g_string_free (text, FALSE);
}

/* What a template may ask for. */
enum
{
  VALUE_GROUP,
  VALUE_WHEN,
  VALUE_DATE,
  VALUE_TIME,
  VALUE_PLACE,
  VALUE_PRESENTERS,
  VALUE_TITLE,
  VALUE_PAPERS,
  VALUE_RESOURCES,
  VALUE_NO_MEETING,
  VALUE_NEXT,
  N_VALUES,
};

static const char * const value_names[N_VALUES] = {
  "group", "when", "date", "time", "place", "presenters", "title", "papers", "resources",
  "no-meeting", "next",
};

static char *
fill (const char  *template,
      char       **texts,
      GError     **error)
{
  LecternTemplateValue values[N_VALUES];

  for (guint i = 0; i < N_VALUES; i++)
    {
      values[i].name = value_names[i];
      values[i].value = texts[i];
    }

  return lectern_announcement_template_fill (template, values, N_VALUES, error);
}

static const char *
usual_next (void)
{
  /* Translators: do not translate what stands in braces. */
  return _("{group}\n\nNext meeting: {when}\nPlace: {place}\nPresenter: {presenters}\n\n"
           "{title}\n{papers}\n\n{resources}\n\n{no-meeting}\n");
}

static const char *
choose_usual (LecternSession *session,
              gboolean        next)
{
  if (is_off (session))
    return _("{group}\n\n{no-meeting}\n\nNext meeting: {next}\n");
  if (!is_meeting (session))
    return _("{group}\n\n{when}\n{title}\n\n{papers}\n\n{resources}\n");
  if (next)
    return usual_next ();

  /* Translators: do not translate what stands in braces. */
  return _("{group}\n\nMeeting: {when}\nPlace: {place}\nPresenter: {presenters}\n\n"
           "{title}\n{papers}\n\n{resources}\n\n{no-meeting}\n");
}

/* The schedule's own template is for meetings that take place. */
static const char *
choose_template (LecternSchedule *schedule,
                 LecternSession  *session,
                 gboolean         next)
{
  const char *own = lectern_head_get_announcement (lectern_schedule_get_head (schedule));

  if (lectern_public_is_text (own) && is_meeting (session) && !is_off (session))
    return own;

  return choose_usual (session, next);
}

/* The next meeting after a session. */
static char *
make_next (LecternSchedule *schedule,
           LecternSession  *session,
           const GDate     *today)
{
  LecternSession *next;
  GDate from;

  if (!lectern_session_get_gdate (session, &from) || g_date_compare (&from, today) < 0)
    from = *today;
  else
    g_date_add_days (&from, 1);
  next = lectern_schedule_find_next (schedule, &from, NULL);

  return next != NULL ? make_when (lectern_schedule_get_head (schedule), next) : NULL;
}

/**
 * lectern_announcement_write:
 * @schedule: a schedule
 * @session: (nullable): a session of it, or %NULL for the next meeting
 * @today: today's date
 * @template: (nullable): what to write, or %NULL for what the schedule says or
 *   else the usual
 * @error: return location
 *
 * Writes what to tell the group, by e-mail or chat, about a meeting: plain
 * text, one thing a line.  A template may name `{group}`, `{when}`, `{date}`,
 * `{time}`, `{place}`, `{presenters}`, `{title}`, `{papers}`, `{resources}`,
 * `{no-meeting}` (what does not take place until then) and `{next}` (the
 * meeting after); a line all of whose names stand for nothing is left out.
 * The place goes with it, since it goes to the group; notes are never written.
 *
 * Of a break or a cancelled session it says that there is no meeting, and when
 * the next one is; @template is for meetings.
 *
 * Returns: (transfer full): the text, or %NULL with an error in
 *   %LECTERN_ANNOUNCEMENT_ERROR
 */
char *
lectern_announcement_write (LecternSchedule  *schedule,
                            LecternSession   *session,
                            const GDate      *today,
                            const char       *template,
                            GError          **error)
{
  LecternHead *head = lectern_schedule_get_head (schedule);
  LecternSession *next = lectern_schedule_find_next (schedule, today, NULL);
  g_autofree char *day = lectern_words_date (today);
  g_autofree char *date = NULL;
  g_autofree char *presenters = NULL;
  char *texts[N_VALUES] = { NULL };
  char *text;

  if (session == NULL)
    session = next;
  if (session == NULL)
    {
      g_set_error (error, LECTERN_ANNOUNCEMENT_ERROR, LECTERN_ANNOUNCEMENT_ERROR_NOTHING,
                   _("No meeting is planned from %s on. Add one, or name the session to announce."), day);
      return NULL;
    }

  date = lectern_words_when (session);
  presenters = lectern_public_names (lectern_session_get_presenters (session));

  texts[VALUE_GROUP] = dup_line (lectern_head_get_title (head));
  texts[VALUE_WHEN] = make_when (head, session);
  texts[VALUE_DATE] = dup_line (date);
  texts[VALUE_TIME] = make_time (head, session);
  texts[VALUE_PLACE] = make_place (head, session);
  texts[VALUE_PRESENTERS] = dup_line (presenters);
  texts[VALUE_TITLE] = dup_line (lectern_session_get_title (session));
  texts[VALUE_PAPERS] = make_papers (session);
  texts[VALUE_RESOURCES] = make_resources (head, session);
  texts[VALUE_NO_MEETING] = is_off (session) ? make_no_meeting (session)
                                             : make_between (schedule, today, session);
  texts[VALUE_NEXT] = make_next (schedule, session, today);

  if (template == NULL || is_off (session))
    template = choose_template (schedule, session, session == next);
  text = fill (template, texts, error);
  for (guint i = 0; i < N_VALUES; i++)
    g_free (texts[i]);

  return text;
}

/**
 * lectern_announcement_subject:
 * @schedule: a schedule
 * @session: a session of it
 *
 * Writes the subject of the e-mail about a session: the group and the day.
 *
 * Returns: (transfer full): one line
 */
char *
lectern_announcement_subject (LecternSchedule *schedule,
                              LecternSession  *session)
{
  g_autofree char *when = lectern_words_when (session);
  g_autofree char *clean_when = dup_line (when);
  g_autofree char *group = dup_line (lectern_head_get_title (lectern_schedule_get_head (schedule)));

  if (group == NULL)
    group = g_strdup (_("Reading group"));
  if (clean_when == NULL)
    return g_steal_pointer (&group);

  /* Translators: the group's name and a date */
  return g_strdup_printf (_("%s: %s"), group, clean_when);
}

/**
 * lectern_announcement_get_template:
 * @schedule: a schedule
 * @session: a session of it
 * @today: today's date
 * @own: whether the schedule's own template counts
 *
 * Gets what [func@announcement_write] fills in for a session.
 *
 * Returns: (transfer none): the template
 */
const char *
lectern_announcement_get_template (LecternSchedule *schedule,
                                   LecternSession  *session,
                                   const GDate     *today,
                                   gboolean         own)
{
  gboolean next = session == lectern_schedule_find_next (schedule, today, NULL);

  return own ? choose_template (schedule, session, next) : choose_usual (session, next);
}

/**
 * lectern_announcement_get_usual:
 *
 * Gets what is filled in for the next meeting where nobody has written a
 * template.
 *
 * Returns: (transfer none): the template, in the user's language
 */
const char *
lectern_announcement_get_usual (void)
{
  return usual_next ();
}

/**
 * lectern_announcement_check_template:
 * @template: what somebody has written
 * @error: return location
 *
 * Tells whether a template asks for nothing but what there is.
 *
 * Returns: %TRUE if it can be filled in, else %FALSE with an error in
 *   %LECTERN_ANNOUNCEMENT_ERROR
 */
gboolean
lectern_announcement_check_template (const char  *template,
                                     GError     **error)
{
  char *nothing[N_VALUES] = { NULL };
  g_autofree char *text = fill (template, nothing, error);

  return text != NULL;
}

/**
 * lectern_announcement_takes_template:
 * @session: a session
 *
 * Tells whether a schedule's template is for such a session; what is cancelled
 * and what is no meeting has words of its own.
 *
 * Returns: whether it is
 */
gboolean
lectern_announcement_takes_template (LecternSession *session)
{
  return is_meeting (session) && !is_off (session);
}

/**
 * lectern_announcement_mailto:
 * @subject: one line
 * @text: an announcement
 *
 * Writes the address that opens a mail program with a letter begun (RFC 6068).
 *
 * Returns: (transfer full): the address
 */
char *
lectern_announcement_mailto (const char *subject,
                             const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *body = g_strjoinv ("\r\n", lines);
  g_autofree char *escaped_subject = g_uri_escape_string (subject, NULL, FALSE);
  g_autofree char *escaped_body = g_uri_escape_string (body, NULL, FALSE);

  return g_strdup_printf ("mailto:?subject=%s&body=%s", escaped_subject, escaped_body);
}
