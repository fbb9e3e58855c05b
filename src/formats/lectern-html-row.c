/* lectern-html-row.c: one session as a row of the page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-config.h"

#include "lectern-html-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lectern-date.h"
#include "lectern-public.h"
#include "lectern-words.h"

/**
 * lectern_html_append_text:
 * @page: a page
 * @text: (nullable): any text
 *
 * Appends a text so that it is nothing but text, in an element or in a quoted
 * attribute.
 */
void
lectern_html_append_text (GString    *page,
                          const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);

  for (const char *c = valid; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (character == '&')
        g_string_append (page, "&amp;");
      else if (character == '<')
        g_string_append (page, "&lt;");
      else if (character == '>')
        g_string_append (page, "&gt;");
      else if (character == '"')
        g_string_append (page, "&quot;");
      else if (character == '\'')
        g_string_append (page, "&#39;");
      else if (character == '\n')
        g_string_append_c (page, '\n');
      else if (g_unichar_iscntrl (character))
        g_string_append_c (page, ' ');
      else if ((character & 0xFFFE) == 0xFFFE || (character >= 0xFDD0 && character <= 0xFDEF))
        g_string_append_unichar (page, 0xFFFD);
      else
        g_string_append_unichar (page, character);
    }
}

static void
append_element (LecternHtml *self,
                const char  *element,
                const char  *class,
                const char  *text)
{
  g_string_append_printf (self->text, "<%s class=\"%s\" dir=\"auto\">", element, class);
  lectern_html_append_text (self->text, text);
  g_string_append_printf (self->text, "</%s>", element);
}

/* A link if there is an address that may be one, else the text alone. */
static void
append_link (LecternHtml *self,
             const char  *class,
             const char  *address,
             const char  *text)
{
  if (address == NULL)
    {
      append_element (self, "span", class, text);
      return;
    }

  g_string_append_printf (self->text, "<a class=\"%s\" dir=\"auto\" href=\"", class);
  lectern_html_append_text (self->text, address);
  g_string_append (self->text, "\">");
  lectern_html_append_text (self->text, text);
  g_string_append (self->text, "</a>");
}

/* Web and mail; anything else could be a script. */
static char *
make_address (const char *address)
{
  g_autofree char *encoded = NULL;

  if (address == NULL || g_ascii_strncasecmp (address, "mailto:", 7) != 0)
    return lectern_public_web (address);

  encoded = lectern_public_encode (address);

  return g_steal_pointer (&encoded);
}

static void
append_date (LecternHtml    *self,
             LecternSession *session)
{
  const char *time = lectern_session_get_time (session);
  g_autoptr (GDateTime) day = NULL;
  g_autofree char *weekday = NULL;
  g_autofree char *date_words = NULL;
  g_autofree char *other = NULL;
  GDate date;

  g_string_append (self->text, "<th scope=\"row\" role=\"rowheader\">");
  if (lectern_session_get_gdate (session, &date))
    {
      day = g_date_time_new_utc (g_date_get_year (&date), g_date_get_month (&date),
                                 g_date_get_day (&date), 0, 0, 0);
      /* Translators: a date in a table, below its weekday, as
       * g_date_time_format() writes it: %-d day, %B month, %Y year. */
      date_words = g_date_time_format (day, _("%-d %B %Y"));
      weekday = g_date_time_format (day, "%A");
      g_string_append_printf (self->text, "<time datetime=\"%04d-%02d-%02d\">",
                              g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));
      append_element (self, "span", "weekday", weekday);
      g_string_append_c (self->text, ' ');
      append_element (self, "span", "day", date_words);
      g_string_append (self->text, "</time>");
    }
  else
    {
      other = lectern_words_when (session);
      append_element (self, "span", "day", other != NULL ? other : _("Open"));
    }
  if (lectern_public_is_text (time))
    {
      g_string_append_c (self->text, ' ');
      append_element (self, "span", "clock", time);
    }
  g_string_append (self->text, "</th>\n");
}

static const char *
choose_tag (LecternHtml    *self,
            LecternSession *session,
            const char    **class)
{
  if (lectern_session_get_cancelled (session))
    {
      *class = "cancelled";
      return _("Cancelled");
    }

  switch (lectern_session_get_kind (session))
    {
    case LECTERN_KIND_BREAK:
      *class = "break";
      return _("No meeting");
    case LECTERN_KIND_ANNOUNCEMENT:
      *class = "announcement";
      return _("Announcement");
    case LECTERN_KIND_SESSION:
    case LECTERN_KIND_UNKNOWN:
    default:
      *class = session == self->next ? "next" : "session";
      return session == self->next ? _("Next") : NULL;
    }
}

static void
append_paper (LecternHtml  *self,
              LecternPaper *paper,
              gboolean      cancelled)
{
  const char *title = lectern_paper_get_title (paper);
  g_autofree char *address = make_address (lectern_paper_get_url (paper));
  g_autofree char *authors = lectern_public_names (lectern_paper_get_authors (paper));

  if (!lectern_public_is_text (title))
    title = lectern_paper_get_url (paper);

  g_string_append (self->text, cancelled ? "<li><s>" : "<li>");
  append_link (self, "title", address, title);
  if (lectern_public_is_text (lectern_paper_get_part (paper)))
    {
      g_string_append_c (self->text, ' ');
      append_element (self, "span", "part", lectern_paper_get_part (paper));
    }
  g_string_append (self->text, cancelled ? "</s>" : "");
  if (authors != NULL)
    append_element (self, "span", "authors", authors);
  g_string_append (self->text, "</li>");
}

static void
append_reading (LecternHtml    *self,
                LecternSession *session,
                const char     *tag)
{
  GListModel *papers = lectern_session_get_papers (session);
  guint n = g_list_model_get_n_items (papers);
  gboolean cancelled = lectern_session_get_cancelled (session);
  const char *location = lectern_session_get_location (session);

  g_string_append (self->text, "<td role=\"cell\">");
  if (tag != NULL)
    append_element (self, "span", "tag", tag);
  if (cancelled && lectern_public_is_text (lectern_session_get_reason (session)))
    append_element (self, "span", "reason", lectern_session_get_reason (session));
  if (lectern_public_is_text (lectern_session_get_title (session)))
    append_element (self, cancelled ? "s" : "span", "title", lectern_session_get_title (session));
  if (n > 0)
    g_string_append (self->text, "<ul role=\"list\">");
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LecternPaper) paper = g_list_model_get_item (papers, i);

      append_paper (self, paper, cancelled);
    }
  if (n > 0)
    g_string_append (self->text, "</ul>");
  if ((self->flags & LECTERN_HTML_LOCATION) != 0 && lectern_public_is_text (location))
    append_element (self, "span", "place", location);
  g_string_append (self->text, "</td>\n");
}

static void
append_material (LecternHtml    *self,
                 LecternSession *session)
{
  GListModel *resources = lectern_session_get_resources (session);
  guint n = g_list_model_get_n_items (resources);

  g_string_append (self->text, "<td role=\"cell\" class=\"material\">");
  if (n > 0)
    g_string_append (self->text, "<ul role=\"list\">");
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LecternResource) resource = g_list_model_get_item (resources, i);
      g_autofree char *name = lectern_resource_dup_shown_name (resource);
      const char *url = lectern_resource_get_url (resource);
      g_autofree char *address = lectern_public_is_text (url)
                                   ? make_address (url)
                                   : lectern_public_resource (self->head, resource, TRUE);

      g_string_append (self->text, "<li>");
      append_link (self, "resource", address, name);
      g_string_append (self->text, "</li>");
    }
  if (n > 0)
    g_string_append (self->text, "</ul>");
  g_string_append (self->text, "</td>\n");
}

/**
 * lectern_html_append_row:
 * @self: a page
 * @session: a session
 *
 * Appends a session as a row of a table.
 */
void
lectern_html_append_row (LecternHtml    *self,
                         LecternSession *session)
{
  g_autofree char *presenters = lectern_public_names (lectern_session_get_presenters (session));
  const char *class;
  const char *tag = choose_tag (self, session, &class);

  g_string_append_printf (self->text, "<tr role=\"row\" class=\"%s\">\n", class);
  append_date (self, session);
  append_reading (self, session, tag);
  if (self->presenters)
    {
      /* Where there are no columns, a name below a title says what it is. */
      g_string_append (self->text, "<td role=\"cell\" class=\"presenters\" data-label=\"");
      lectern_html_append_text (self->text, _("Presenter"));
      g_string_append (self->text, "\" dir=\"auto\">");
      lectern_html_append_text (self->text, presenters);
      g_string_append (self->text, "</td>\n");
    }
  append_material (self, session);
  g_string_append (self->text, "</tr>\n");
}
