/* lectern-html.c: a schedule as a page of its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-html-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lectern-public.h"
#include "lectern-words.h"

/* What tells that a page is one that may be replaced. */
#define GENERATOR "<meta name=\"generator\" content=\"Lectern\" />"

/* The page is well-formed XML as well, so that a strict reader can check it;
 * and if a script ever got in, the policy would not let it run. */
static void
append_head (LecternHtml *self,
             const char  *title)
{
  /* Translators: not text, but the code of the language of the other
   * translations: “de”, “pt-BR”, … */
  const char *language = C_("language code", "en");

  g_string_append (self->text, "<!DOCTYPE html>\n<html lang=\"");
  lectern_html_append_text (self->text, language);
  g_string_append (self->text,
                   "\">\n<head>\n<meta charset=\"utf-8\" />\n"
                   "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n"
                   "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\" />\n"
                   "<meta name=\"color-scheme\" content=\"light dark\" />\n"
                   GENERATOR "\n<title>");
  lectern_html_append_text (self->text, title);
  g_string_append (self->text, "</title>\n<style>\n");
  g_string_append (self->text, lectern_html_style);
  g_string_append (self->text, "</style>\n</head>\n");
}

static void
append_joined (GString    *text,
               const char *part)
{
  if (!lectern_public_is_text (part))
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

static void
append_about (LecternHtml *self,
              const char  *title)
{
  const char *description = lectern_head_get_description (self->head);
  g_autofree char *duration = lectern_words_duration (lectern_head_get_default_duration (self->head));
  g_autoptr (GString) usual = g_string_new (NULL);

  g_string_append (self->text, "<header>\n<h1 dir=\"auto\">");
  lectern_html_append_text (self->text, title);
  g_string_append (self->text, "</h1>\n");
  if (lectern_public_is_text (description))
    {
      g_string_append (self->text, "<p class=\"about\" dir=\"auto\">");
      lectern_html_append_text (self->text, description);
      g_string_append (self->text, "</p>\n");
    }

  append_joined (usual, lectern_head_get_default_time (self->head));
  append_joined (usual, duration);
  if (usual->len > 0)
    append_joined (usual, lectern_head_get_timezone (self->head));
  if ((self->flags & LECTERN_HTML_LOCATION) != 0)
    append_joined (usual, lectern_head_get_default_location (self->head));
  if (usual->len > 0)
    {
      g_string_append (self->text, "<p class=\"usual\" dir=\"auto\">");
      lectern_html_append_text (self->text, usual->str);
      g_string_append (self->text, "</p>\n");
    }
  g_string_append (self->text, "</header>\n");
}

static void
append_column (LecternHtml *self,
               const char  *class,
               const char  *label)
{
  g_string_append_printf (self->text, "<th scope=\"col\" role=\"columnheader\" class=\"%s\">", class);
  lectern_html_append_text (self->text, label);
  g_string_append (self->text, "</th>");
}

static void
append_section (LecternHtml *self,
                const char  *id,
                const char  *heading,
                GPtrArray   *sessions,
                const char  *none)
{
  if (sessions->len == 0 && none == NULL)
    return;

  g_string_append_printf (self->text, "<section aria-labelledby=\"%s\">\n<h2 id=\"%s\">", id, id);
  lectern_html_append_text (self->text, heading);
  g_string_append (self->text, "</h2>\n");

  if (sessions->len == 0)
    {
      g_string_append (self->text, "<p class=\"none\">");
      lectern_html_append_text (self->text, none);
      g_string_append (self->text, "</p>\n</section>\n");
      return;
    }

  g_string_append_printf (self->text,
                          "<div class=\"card\">\n<table role=\"table\" aria-labelledby=\"%s\">\n"
                          "<thead role=\"rowgroup\">\n<tr role=\"row\">", id);
  append_column (self, "date", _("Date"));
  append_column (self, "reading", _("Reading"));
  if (self->presenters)
    append_column (self, "presenters", _("Presenter"));
  append_column (self, "material", _("Material"));
  g_string_append (self->text, "</tr>\n</thead>\n<tbody role=\"rowgroup\">\n");
  for (guint i = 0; i < sessions->len; i++)
    lectern_html_append_row (self, g_ptr_array_index (sessions, i));
  g_string_append (self->text, "</tbody>\n</table>\n</div>\n</section>\n");
}

typedef struct
{
  LecternSession *session;
  GDate           date;
  guint           position;
} Dated;

static int
compare_dated (gconstpointer a,
               gconstpointer b)
{
  const Dated *first = a;
  const Dated *second = b;
  int order = g_date_compare (&first->date, &second->date);

  return order != 0 ? order : (first->position > second->position) - (first->position < second->position);
}

/* Upcoming: the nearest first.  Past: the latest first.  Both by date, which
 * is not always the schedule's order. */
static void
sort_sessions (LecternSchedule *schedule,
               const GDate     *today,
               GPtrArray       *upcoming,
               GPtrArray       *undated,
               GPtrArray       *past)
{
  g_autoptr (GArray) dated = g_array_new (FALSE, FALSE, sizeof (Dated));

  for (guint i = 0; i < lectern_schedule_get_n_sessions (schedule); i++)
    {
      Dated one = { lectern_schedule_get_session (schedule, i), .position = i };

      g_date_clear (&one.date, 1);
      if (lectern_session_get_gdate (one.session, &one.date))
        g_array_append_val (dated, one);
      else
        g_ptr_array_add (undated, one.session);
    }

  g_array_sort (dated, compare_dated);
  for (guint i = 0; i < dated->len; i++)
    {
      Dated *one = &g_array_index (dated, Dated, i);

      if (g_date_compare (&one->date, today) >= 0)
        g_ptr_array_add (upcoming, one->session);
    }
  for (guint i = dated->len - upcoming->len; i > 0; i--)
    g_ptr_array_add (past, g_array_index (dated, Dated, i - 1).session);
}

static gboolean
has_presenters (LecternSchedule *schedule)
{
  for (guint i = 0; i < lectern_schedule_get_n_sessions (schedule); i++)
    {
      const char * const *names =
        lectern_session_get_presenters (lectern_schedule_get_session (schedule, i));

      if (names != NULL && names[0] != NULL)
        return TRUE;
    }

  return FALSE;
}

/**
 * lectern_html_write:
 * @schedule: a schedule
 * @flags: what to write only because it was asked for
 * @today: today's date
 *
 * Writes a schedule as one page without scripts, which needs no other file:
 * what is to come, then what is not scheduled yet, then what is past.
 *
 * Every text of the schedule is text in the page and nothing else; links lead
 * to the web, to a mail address, or to a file relative to the schedule.  Notes
 * are private and never written.
 *
 * Returns: (transfer full): the page
 */
GBytes *
lectern_html_write (LecternSchedule  *schedule,
                    LecternHtmlFlags  flags,
                    const GDate      *today)
{
  g_autoptr (GPtrArray) upcoming = g_ptr_array_new ();
  g_autoptr (GPtrArray) undated = g_ptr_array_new ();
  g_autoptr (GPtrArray) past = g_ptr_array_new ();
  LecternHead *head = lectern_schedule_get_head (schedule);
  const char *title = lectern_head_get_title (head);
  LecternHtml self = {
    .text = g_string_new (NULL),
    .head = head,
    .flags = flags,
    .next = lectern_schedule_find_next (schedule, today, NULL),
    .presenters = has_presenters (schedule),
  };
  gsize length;

  if (!lectern_public_is_text (title))
    title = _("Reading group");
  sort_sessions (schedule, today, upcoming, undated, past);

  append_head (&self, title);
  g_string_append (self.text, "<body>\n<main>\n");
  append_about (&self, title);
  append_section (&self, "upcoming", _("Upcoming"), upcoming, _("Nothing is planned at the moment."));
  append_section (&self, "undated", _("Not scheduled yet"), undated, NULL);
  append_section (&self, "past", _("Past"), past, NULL);
  g_string_append (self.text, "</main>\n</body>\n</html>\n");

  length = self.text->len;

  return g_bytes_new_take (g_string_free (self.text, FALSE), length);
}

/**
 * lectern_html_is_own:
 * @bytes: a file
 *
 * Tells whether a file is a page that [func@html_write] made, so that nothing
 * of anybody else's is lost if it is replaced.
 *
 * Returns: whether it is, or is empty
 */
gboolean
lectern_html_is_own (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return size == 0 ||
         (size > 2000 && memcmp (data, "<!DOCTYPE html>", strlen ("<!DOCTYPE html>")) == 0 &&
          g_strstr_len (data, 2000, GENERATOR) != NULL);
}
