/* lectern-paper-id.c: which paper an address leads to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-paper-id.h"

#include <string.h>

static gboolean
is_host (GUri       *uri,
         const char *name)
{
  g_autofree char *host = g_ascii_strdown (g_uri_get_host (uri), -1);
  const char *bare = g_str_has_prefix (host, "www.") ? host + 4 : host;

  return strcmp (bare, name) == 0;
}

/* What follows one of the prefixes, without a version and ".pdf". */
static char *
take_arxiv (const char *path)
{
  static const char *prefixes[] = { "/abs/", "/pdf/", "/html/" };

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    {
      g_autoptr (GRegex) version = NULL;
      g_autofree char *id = NULL;

      if (!g_str_has_prefix (path, prefixes[i]))
        continue;

      version = g_regex_new ("(v[0-9]+)?(\\.pdf)?/*$", 0, 0, NULL);
      id = g_regex_replace_literal (version, path + strlen (prefixes[i]), -1, 0, "", 0, NULL);
      return id != NULL && *id != '\0' ? g_strconcat ("arxiv:", id, NULL) : NULL;
    }

  return NULL;
}

static char *
take_openreview (GUri *uri)
{
  g_autoptr (GHashTable) parameters = NULL;
  const char *id;

  if (g_uri_get_query (uri) == NULL)
    return NULL;

  parameters = g_uri_parse_params (g_uri_get_query (uri), -1, "&", G_URI_PARAMS_NONE, NULL);
  id = parameters != NULL ? g_hash_table_lookup (parameters, "id") : NULL;

  return id != NULL && *id != '\0' ? g_strconcat ("openreview:", id, NULL) : NULL;
}

/* A DOI stands in many publishers' addresses; case does not matter in it. */
static char *
take_doi (const char *path)
{
  g_autoptr (GRegex) regex = g_regex_new ("/(10\\.[0-9]{4,9}/[^?#]+?)/*$", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *doi = NULL;
  g_autofree char *lower = NULL;

  if (!g_regex_match (regex, path, 0, &match))
    return NULL;

  doi = g_match_info_fetch (match, 1);
  lower = g_ascii_strdown (doi, -1);

  return g_strconcat ("doi:", lower, NULL);
}

/* All that tells two addresses apart: not the scheme, "www." or a slash at
 * the end. */
static char *
take_address (GUri *uri)
{
  g_autofree char *host = g_ascii_strdown (g_uri_get_host (uri), -1);
  g_autofree char *path = g_strdup (g_uri_get_path (uri));
  gsize length = strlen (path);

  while (length > 0 && path[length - 1] == '/')
    path[--length] = '\0';

  return g_strdup_printf ("%s%s%s%s", g_str_has_prefix (host, "www.") ? host + 4 : host, path,
                          g_uri_get_query (uri) != NULL ? "?" : "",
                          g_uri_get_query (uri) != NULL ? g_uri_get_query (uri) : "");
}

/**
 * lectern_paper_id_from_url:
 * @url: (nullable): an address
 *
 * Finds out which paper an address leads to, so that the abstract, the PDF
 * and a certain version of one paper are the same: by its arXiv, OpenReview or
 * DOI number, else by the address itself.
 *
 * Returns: (transfer full) (nullable): the paper's id, or %NULL if @url is not
 *   an address
 */
char *
lectern_paper_id_from_url (const char *url)
{
  g_autoptr (GUri) uri = NULL;
  char *id = NULL;

  if (url == NULL)
    return NULL;

  uri = g_uri_parse (url, G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_ENCODED, NULL);
  if (uri == NULL || g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0')
    return NULL;

  if (is_host (uri, "arxiv.org") || is_host (uri, "export.arxiv.org"))
    id = take_arxiv (g_uri_get_path (uri));
  else if (is_host (uri, "openreview.net"))
    id = take_openreview (uri);

  if (id == NULL)
    id = take_doi (g_uri_get_path (uri));

  /* DataCite's number for an arXiv paper. */
  if (id != NULL && g_str_has_prefix (id, "doi:10.48550/arxiv."))
    {
      g_autofree char *doi = id;

      id = g_strconcat ("arxiv:", doi + strlen ("doi:10.48550/arxiv."), NULL);
    }

  return id != NULL ? id : take_address (uri);
}

/**
 * lectern_paper_id_get_month:
 * @id: a paper's id
 * @year: (out): the year
 * @month: (out): the month, 1 to 12
 *
 * Reads when a paper was first put on arXiv off its number, old or new.
 *
 * Returns: whether it says so
 */
gboolean
lectern_paper_id_get_month (const char *id,
                            guint      *year,
                            guint      *month)
{
  g_autoptr (GRegex) regex =
    g_regex_new ("^arxiv:(?:[a-z-]+(?:\\.[a-z]{2})?/)?([0-9]{2})([0-9]{2})(?:\\.[0-9]{4,5}|[0-9]{3})$",
                 G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *yy = NULL;
  g_autofree char *mm = NULL;

  if (!g_regex_match (regex, id, 0, &match))
    return FALSE;

  yy = g_match_info_fetch (match, 1);
  mm = g_match_info_fetch (match, 2);

  /* arXiv began in 1991. */
  *year = g_ascii_strtoull (yy, NULL, 10);
  *year += *year > 90 ? 1900 : 2000;
  *month = g_ascii_strtoull (mm, NULL, 10);

  return *month >= 1 && *month <= 12;
}
