/* random-page.c: pages of any look
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tests.h"

static const char *
pick (GRand              *rand,
      const char * const *choices,
      guint               n)
{
  return choices[g_rand_int_range (rand, 0, n)];
}

#define PICK(rand, ...) \
  pick (rand, (const char * const[]) { __VA_ARGS__ }, \
        sizeof ((const char * const[]) { __VA_ARGS__ }) / sizeof (const char *))

typedef struct
{
  GRand      *rand;
  GString    *out;
  const char *end;
  gboolean    lead;
  gboolean    trail;
  guint       order;      /* of the date */
  GDate       date;
} Maker;

static void
append_date (Maker *self)
{
  static const char * const forms[] = { "%d/%m/%Y", "%Y-%m-%d", "%d %B %Y", "%b %d, %Y", "%d.%m.%Y", "%m/%d/%Y", "%a %d %b %Y" };
  char text[64];

  g_date_strftime (text, sizeof text, forms[self->order], &self->date);
  g_date_add_days (&self->date, g_rand_int_range (self->rand, 0, 9) == 0 ? 14 : 7);
  switch (g_rand_int_range (self->rand, 0, 30))
    {
    case 0:
      g_string_append (self->out, PICK (self->rand, "TBD", "Week 5", "**2024**", "–"));
      break;
    case 1:
      g_string_append_printf (self->out, "**%s**", text);
      break;
    case 2:
      g_string_append_printf (self->out, "%s @ 2PM", text);
      break;
    case 3:
      break;
    default:
      g_string_append (self->out, text);
      break;
    }
}

static const char *
words (Maker *self)
{
  return PICK (self->rand, "On Rates", "Sets & maps", "**Bold** claims", "A \\| B", "Über Zahlen", "snake\\_case",
               "`code` here", "&lt;tags&gt; &amp; more", "*Lean* proofs", "1. Intro", "# 3", "图论", "x^2 ~ y", "{{ page.title }}");
}

static void
append_paper (Maker *self)
{
  const char *url = PICK (self->rand, "https://example.org/a", "https://example.org/b_(c)", "/files/x%20y.pdf",
                          "https://example.org/?q=1&r=2");

  switch (g_rand_int_range (self->rand, 0, 14))
    {
    case 0:
      g_string_append (self->out, PICK (self->rand, "", "TBD", "-", "_", "N/A", "&nbsp;"));
      break;
    case 1:
      g_string_append (self->out, PICK (self->rand, "Christmas", "No meeting", "Spring Break", "Cancelled",
                                        "Cancelled: snow", "~~Old~~ Cancelled: strike"));
      break;
    case 2:
      g_string_append (self->out, words (self));
      break;
    case 3:
      g_string_append_printf (self->out, "<%s>", "https://example.org/auto");
      break;
    case 4:
      g_string_append_printf (self->out, "%s ([paper](%s))", words (self), url);
      break;
    case 5:
      g_string_append_printf (self->out, "[%s](%s), [%s](https://example.org/2)", words (self), url, words (self));
      break;
    case 6:
      g_string_append_printf (self->out, "[%s][ref]", words (self));
      break;
    case 7:
      g_string_append_printf (self->out, "<a href=\"%s\">%s</a>", url, words (self));
      break;
    case 8:
      g_string_append_printf (self->out, "%s <br> %s", words (self), words (self));
      break;
    default:
      g_string_append_printf (self->out, "[%s](%s)%s", words (self), url,
                              PICK (self->rand, "", " Chapter 3", "   Section 1,2 & 3", " (part 2)", " *(tbc)*"));
      break;
    }
}

static void
append_cell (Maker *self,
             guint  column)
{
  if (column == 0)
    append_date (self);
  else if (column == 1)
    append_paper (self);
  else if (column == 2)
    g_string_append (self->out, PICK (self->rand, "One", "One, Two", "Six/Seven", "One \\& <br> Two", "[One](https://example.org/1)",
                                      "~~One~~ Two", "-", "", "Prof. [Ten](https://example.org/t) and One"));
  else if (column == 3)
    g_string_append (self->out, PICK (self->rand, "", "[Slides](s.pdf)", "[S](s.pdf) · [V](https://example.org/v)", "–",
                                      "https://example.org/bare", "Ask", "[[a]](a.md) [[b]](b.md)"));
  else
    g_string_append (self->out, PICK (self->rand, "", "plain", "**x**", "`y`"));
}

static void
append_row (Maker *self,
            guint  n)
{
  guint cells = g_rand_int_range (self->rand, 0, 12) == 0 ? MAX (2, n - 1) : n;
  guint i;

  if (self->lead)
    g_string_append (self->out, PICK (self->rand, "| ", "|", "|  "));
  for (i = 0; i < cells; i++)
    {
      gsize before = self->out->len;

      append_cell (self, i);
      /* A row without pipes at its ends needs text at both. */
      if (self->out->len == before && !self->lead && i == 0)
        g_string_append (self->out, "TBD");
      if (self->out->len == before && !self->trail && i + 1 == cells)
        g_string_append_c (self->out, '-');
      if (i + 1 < cells)
        g_string_append (self->out, PICK (self->rand, " | ", " |", "| ", "    | "));
    }
  if (self->trail)
    g_string_append (self->out, PICK (self->rand, " |", "|", "   |"));
  g_string_append (self->out, self->end);
}

static void
append_table (Maker *self)
{
  static const char * const headers[] = { "Date", "Paper", "Presenter", "Slides", "Room size" };
  guint n = g_rand_int_range (self->rand, 2, 6);
  guint rows = g_rand_int_range (self->rand, 1, 9);
  guint i;

  self->lead = g_rand_boolean (self->rand);
  self->trail = self->lead && g_rand_int_range (self->rand, 0, 4) > 0;
  for (i = 0; i < n; i++)
    g_string_append_printf (self->out, "%s%s", i > 0 || self->lead ? "| " : "", headers[i]);
  g_string_append_printf (self->out, "%s%s", self->trail ? " |" : "", self->end);
  for (i = 0; i < n; i++)
    g_string_append_printf (self->out, "%s%s", i > 0 || self->lead ? "|" : "", PICK (self->rand, "---", ":--", ":-:", "--:"));
  g_string_append_printf (self->out, "%s%s", self->trail ? "|" : "", self->end);
  for (i = 0; i < rows; i++)
    append_row (self, n);
  if (g_rand_int_range (self->rand, 0, 10) == 0)
    g_string_append_printf (self->out, "%s%s", "{: .schedule }", self->end);
}

/* A page with tables among other things. */
char *
random_page (GRand *rand)
{
  Maker self = { rand, g_string_new (NULL) };
  guint n = g_rand_int_range (rand, 1, 4);
  guint i;

  self.end = PICK (rand, "\n", "\n", "\n", "\r\n");
  self.order = g_rand_int_range (rand, 0, 7);
  g_date_clear (&self.date, 1);
  g_date_set_dmy (&self.date, g_rand_int_range (rand, 1, 28), g_rand_int_range (rand, 1, 13),
                  g_rand_int_range (rand, 2015, 2027));

  if (g_rand_int_range (rand, 0, 6) == 0)
    g_string_append (self.out, "\xef\xbb\xbf");
  if (g_rand_boolean (rand))
    g_string_append_printf (self.out, "---%stitle: Group%s---%s", self.end, self.end, self.end);
  for (i = 0; i < n; i++)
    {
      g_string_append_printf (self.out, "%s%s%s", PICK (rand, "# Term", "Some text.", "{% include x %}", "<!-- | a | b | -->", "* item"),
                              self.end, self.end);
      append_table (&self);
      g_string_append (self.out, self.end);
    }
  g_string_append_printf (self.out, "[ref]: https://example.org/ref%s", g_rand_boolean (rand) ? self.end : "");

  return g_string_free (self.out, FALSE);
}
