/* lectern-page-columns.c: what the columns of a table hold
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-page-columns.h"

#include <string.h>

#include "lectern-page-cell.h"
#include "lectern-page.h"

/* What the link column is before it is known whether another has the papers. */
#define LINK (LECTERN_PAGE_COLUMN_STATUS + 1)
#define TOPIC (LECTERN_PAGE_COLUMN_STATUS + 2)
#define WEEK (LECTERN_PAGE_COLUMN_STATUS + 3)

/* Words of headers, folded. */
static const struct
{
  guint       role;
  const char *words;
} synonyms[] = {
  { LECTERN_PAGE_COLUMN_DATE,
    "date|dates|day|when|datum|tag|termin|fecha|data|jour|dato|päivä|дата|日期|日付|日時|날짜|時間" },
  { LECTERN_PAGE_COLUMN_TIME,
    "time|hour|start|uhrzeit|zeit|heure|hora|ora|tijd|tid|время|时间|時刻|시간" },
  { LINK,
    "link|links|url|urls|paper link|doi|lien|liens|enlace|链接|リンク" },
  { LECTERN_PAGE_COLUMN_PAPER,
    "paper|papers|article|articles|reading|readings|book|publication|paper title|paper name|"
    "paper titel|artikel|aufsatz|lektüre|artículo|articulo|artigo|articolo|lecture|papier|"
    "chapter|chapters|kapitel|chapitre|capítulo|статья|论文|論文|논문|문헌|文献" },
  { TOPIC,
    "topic|topics|title|subject|theme|what|event|content|talk|talk title|session|titel|thema|sujet|titre|tema|"
    "título|titulo|titolo|argomento|onderwerp|ämne|тема|题目|主题|題目|内容|タイトル|トピック|주제" },
  { LECTERN_PAGE_COLUMN_PRESENTER,
    "presenter|presenters|speaker|speakers|lead|leads|leader|leaders|leading|led by|presented by|discussant|"
    "discussants|discussion lead|discussion leads|discussion leader|facilitator|facilitators|moderator|host|"
    "chair|who|person|name|presentation by|vortragende|vortragender|vortrag|referent|referentin|"
    "sprecher|wer|présentateur|presentateur|orateur|intervenant|présentation|presentador|ponente|"
    "apresentador|relatore|spreker|presentator|föredragande|докладчик|发表者|発表者|主讲人|主讲者|主讲|"
    "报告人|讲者|担当|担当者|발표자" },
  { LECTERN_PAGE_COLUMN_RESOURCE,
    "resource|resources|material|materials|notes|slides|slide|video|videos|recording|recordings|code|"
    "handout|handouts|attachments|files|summary|summaries|supplementary|supplementary materials|presentation|"
    "presentations|talk slides|unterlagen|materialien|folien|aufzeichnung|notizen|ressources|diapositives|"
    "supports|recursos|materiales|diapositivas|materiali|materiaal|资料|資料|スライド|讲义|幻灯片|视频|자료" },
  { LECTERN_PAGE_COLUMN_LOCATION,
    "location|place|venue|room|where|meeting room|ort|raum|lieu|salle|lugar|sala|luogo|plaats|место|"
    "地点|场所|場所|会場|장소" },
  { LECTERN_PAGE_COLUMN_NOTE,
    "note|comment|comments|remark|remarks|remarks comments|kommentar|kommentare|bemerkung|bemerkungen|"
    "anmerkung|anmerkungen|commentaire|commentaires|remarque|remarques|comentario|comentarios|commenti|"
    "opmerking|opmerkingen|备注|備考|비고" },
  { LECTERN_PAGE_COLUMN_STATUS, "status|state|estado|statut|stato|状态|状態" },
  { WEEK, "week|week number|week no|wk|no|nr|number|num|session number|session no|woche|kw|semaine|semana|周|週|回|第几周" },
};

static gboolean
has_word (const char *words,
          const char *word)
{
  gsize length = strlen (word);
  const char *p;

  for (p = words; p != NULL; p = strchr (p, '|'))
    {
      if (*p == '|')
        p++;
      if (strncmp (p, word, length) == 0 && (p[length] == '|' || p[length] == '\0'))
        return TRUE;
    }

  return FALSE;
}

static gboolean
find_role (const char *word,
           guint      *role)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (synonyms); i++)
    if (has_word (synonyms[i].words, word))
      {
        *role = synonyms[i].role;
        return TRUE;
      }

  return FALSE;
}

/* Letters and digits, with one space between words; “(s)” and “[1]” go. */
static char *
fold_header (const char *header)
{
  g_autofree char *folded = g_utf8_casefold (header, -1);
  GString *out = g_string_new (NULL);
  gunichar closing = 0;
  gboolean space = FALSE;
  const char *p;

  for (p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (closing != 0)
        {
          if (c == closing)
            closing = 0;
        }
      else if (c == '(' || c == '[')
        {
          closing = c == '(' ? ')' : ']';
        }
      else if (g_unichar_isalnum (c) || g_unichar_ismark (c))
        {
          if (space && out->len > 0)
            g_string_append_c (out, ' ');
          space = FALSE;
          g_string_append_unichar (out, c);
        }
      else
        {
          space = TRUE;
        }
    }

  return g_string_free (out, FALSE);
}

/* The whole header, or a word in it: a date before all, then the last. */
static guint
guess_role (const char *header)
{
  g_autofree char *folded = fold_header (header);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  guint n = g_strv_length (words);
  guint role;
  guint i;

  if (find_role (folded, &role))
    return role;

  for (i = 0; i < n; i++)
    if (find_role (words[i], &role) && role == LECTERN_PAGE_COLUMN_DATE && strcmp (words[i], "data") != 0)
      return role;
  for (i = n; i-- > 0; )
    if (find_role (words[i], &role) && role != WEEK)
      return role;

  return LECTERN_PAGE_COLUMN_EXTRA;
}

static const struct
{
  const char      *name;
  LecternPageRole  role;
} names[] = {
  { "extra", LECTERN_PAGE_COLUMN_EXTRA },
  { "date", LECTERN_PAGE_COLUMN_DATE },
  { "time", LECTERN_PAGE_COLUMN_TIME },
  { "paper", LECTERN_PAGE_COLUMN_PAPER },
  { "title", LECTERN_PAGE_COLUMN_TITLE },
  { "presenter", LECTERN_PAGE_COLUMN_PRESENTER },
  { "resource", LECTERN_PAGE_COLUMN_RESOURCE },
  { "location", LECTERN_PAGE_COLUMN_LOCATION },
  { "note", LECTERN_PAGE_COLUMN_NOTE },
  { "status", LECTERN_PAGE_COLUMN_STATUS },
  /* The members' own names */
  { "papers", LECTERN_PAGE_COLUMN_PAPER },
  { "presenters", LECTERN_PAGE_COLUMN_PRESENTER },
  { "resources", LECTERN_PAGE_COLUMN_RESOURCE },
};

/**
 * lectern_page_role_name:
 * @role: a role
 *
 * Gives the name of a role as `pageFormat.columns` has it.
 *
 * Returns: the name
 */
const char *
lectern_page_role_name (LecternPageRole role)
{
  guint i;

  for (i = 0; names[i].role != role; i++)
    ;

  return names[i].name;
}

/**
 * lectern_page_role_is_known:
 * @name: a word
 *
 * Looks whether `pageFormat.columns` may say that of a column.
 *
 * Returns: %TRUE if so
 */
gboolean
lectern_page_role_is_known (const char *name)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i].name, name) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
find_chosen (GVariant        *chosen,
             const char      *header,
             guint           *role)
{
  const char *name;
  guint i;

  if (chosen == NULL || !g_variant_lookup (chosen, header, "&s", &name))
    return FALSE;

  for (i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i].name, name) == 0)
      {
        *role = names[i].role;
        return TRUE;
      }

  return FALSE;
}

static int
find_guess (GPtrArray *columns,
            guint      role)
{
  guint i;

  for (i = 0; i < columns->len; i++)
    if (((LecternPageColumn *) g_ptr_array_index (columns, i))->role == role)
      return i;

  return -1;
}

static void
rename_guess (GPtrArray *columns,
              guint      from,
              guint      to)
{
  guint i;

  for (i = 0; i < columns->len; i++)
    {
      LecternPageColumn *column = g_ptr_array_index (columns, i);

      if (column->role == from)
        column->role = to;
    }
}

/* Whether another column has the role of this one before it: one that the user
 * chose, or the first. */
static gboolean
is_taken (GPtrArray *columns,
          guint      which)
{
  LecternPageColumn *column = g_ptr_array_index (columns, which);
  guint i;

  for (i = 0; i < columns->len; i++)
    {
      LecternPageColumn *other = g_ptr_array_index (columns, i);

      if (i != which && other->role == column->role &&
          (other->chosen == column->chosen ? i < which : other->chosen))
        return TRUE;
    }

  return FALSE;
}

/* What a column is depends on what the others are. */
static void
settle (GPtrArray *columns)
{
  guint i;

  if (find_guess (columns, LECTERN_PAGE_COLUMN_PAPER) < 0)
    {
      int topic = find_guess (columns, TOPIC);
      int link = find_guess (columns, LINK);

      if (topic >= 0 || link >= 0)
        ((LecternPageColumn *) g_ptr_array_index (columns, topic >= 0 ? topic : link))->role = LECTERN_PAGE_COLUMN_PAPER;
    }
  if (find_guess (columns, LECTERN_PAGE_COLUMN_DATE) < 0)
    rename_guess (columns, find_guess (columns, WEEK) >= 0 ? WEEK : LECTERN_PAGE_COLUMN_DATE, LECTERN_PAGE_COLUMN_DATE);
  rename_guess (columns, TOPIC, LECTERN_PAGE_COLUMN_TITLE);
  rename_guess (columns, LINK, LECTERN_PAGE_COLUMN_RESOURCE);
  rename_guess (columns, WEEK, LECTERN_PAGE_COLUMN_EXTRA);

  /* Only resources may stand in several columns. */
  for (i = 0; i < columns->len; i++)
    {
      LecternPageColumn *column = g_ptr_array_index (columns, i);

      if (column->role != LECTERN_PAGE_COLUMN_RESOURCE && column->role != LECTERN_PAGE_COLUMN_EXTRA &&
          is_taken (columns, i))
        column->role = LECTERN_PAGE_COLUMN_EXTRA;
    }
}

static void
free_column (LecternPageColumn *column)
{
  g_free (column->header);
  g_free (column->key);
  g_free (column);
}

static char *
make_key (GPtrArray  *columns,
          const char *header)
{
  guint n = 1;
  guint i;

  for (i = 0; i < columns->len; i++)
    if (strcmp (((LecternPageColumn *) g_ptr_array_index (columns, i))->header, header) == 0)
      n++;

  if (*header == '\0')
    return g_strdup_printf ("Column %u", columns->len + 1);

  return n > 1 ? g_strdup_printf ("%s (%u)", header, n) : g_strdup (header);
}

/**
 * lectern_page_columns_read:
 * @page: a page
 * @table: a table of it
 * @chosen: (nullable): what the user chose, roles by header
 *
 * Reads the header of a table.
 *
 * Returns: (transfer full) (element-type LecternPageColumn): the columns
 */
GPtrArray *
lectern_page_columns_read (LecternPage      *page,
                           LecternPageTable *table,
                           GVariant         *chosen)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func ((GDestroyNotify) free_column);
  LecternPageRow *row = lectern_page_row (page, table, 0);
  guint i;

  for (i = 0; i < row->n_cells; i++)
    {
      LecternPageSpan span = g_array_index (page->cells, LecternPageSpan, row->first_cell + i);
      g_autoptr (LecternPageCell) cell = lectern_page_cell_read (page, page->text, span);
      g_autofree char *text = lectern_page_cell_text (cell);
      LecternPageColumn *column = g_new0 (LecternPageColumn, 1);
      guint role;

      column->header = lectern_page_normalize (text);
      column->key = make_key (columns, column->header);
      column->chosen = find_chosen (chosen, column->key, &role);
      column->role = column->chosen ? role : guess_role (column->header);
      g_ptr_array_add (columns, column);
    }
  settle (columns);

  return columns;
}

/**
 * lectern_page_columns_find:
 * @columns: (element-type LecternPageColumn): columns
 * @role: a role
 *
 * Finds the first column with a role.
 *
 * Returns: its number, -1 if there is none
 */
int
lectern_page_columns_find (GPtrArray       *columns,
                           LecternPageRole  role)
{
  return find_guess (columns, role);
}
