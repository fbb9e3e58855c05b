/* test-unknown.c: what Lectern does not know, and keeps
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tests.h"

#include "lectern-edit.h"
#include "support.h"

#include <string.h>

/* An unknown member at every level and place, in odd spellings. */
static const char text[] =
  "{ \"before\" : 18446744073709551616 ,\"lectern\":1,\n"
  "  \"title\": \"T\",\"lect\\u0065rns\":[ 1.50 , -0e+00 ],\n"
  "  \"defaults\" : {\"a\":\"\\u0000\", \"time\" : \"15:00\" , \"b\":\"\\/\" },\n"
  "  \"notes\": { \"folder\":\"f\", \"c\" : {  } },\n"
  "  \"pageFormat\":{\"columns\":{\"Topic\":\"paper\",\"No\":null}, \"d\":[]},\n"
  "\t\"sessions\": [\n"
  "    {\"e\":1E400,\"id\":\"s\", \"papers\": [ { \"f\":\"\\uD83D\\uDE00\", \"title\":\"P\" ,\"g\":null },\n"
  "      {\"h\":[[[ ]]],\"title\":\"Q\"}],\n"
  "      \"resources\":[{\"label\":\"n\",\"i\":\"\\u00e9\\b\",\"url\":\"https://example.org/\"}],\"j\":\n"
  "      { \"sessions\" : [ ] , \"note\":\"x\" },\n"
  "      \"extra\":{\"Room\":\"1\",\"Gone\":null}, \"Note\":\"N\", \"note\\u0000\":0}\n"
  "  ] , \"after\":true\n"
  "}  \n";

static const char *kept[] = {
  "\"before\" : 18446744073709551616", "\"lect\\u0065rns\":[ 1.50 , -0e+00 ]", "\"a\":\"\\u0000\"",
  "\"b\":\"\\/\"", "\"c\" : {  }", "\"No\":null", "\"d\":[]", "\"e\":1E400", "\"f\":\"\\uD83D\\uDE00\"",
  "\"g\":null", "\"h\":[[[ ]]]", "\"i\":\"\\u00e9\\b\"", "\"j\":\n      { \"sessions\" : [ ] , \"note\":\"x\" }",
  "\"Gone\":null", "\"Note\":\"N\"", "\"note\\u0000\":0", "\"after\":true",
};

/* Every value there is, changed and taken away. */
static const char *scripts[] = {
  "set 0 note=new",
  "set 0 id=t",
  "set 0 id=",
  "set 0 papers[0].title=new",
  "set 0 papers[0].title=",
  "set 0 papers[1].url=https://example.org/",
  "set 0 resources[0].label=",
  "set 0 resources[0].primary=true",
  "set 0 extra.Room=2",
  "set 0 extra.Room=",
  "head title=",
  "head title=U",
  "head defaults.time=",
  "head defaults.duration=60",
  "head notes.folder=",
  "head notes.url=https://example.org/",
  "head page=p.md",
  "set 0 date=2022-07-06\nset 0 papers[0].title=new\nhead title=U\nset 0 note=x\nhead defaults.time=",
};

static void
test_unknown (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      g_autofree char *written = support_edit (text, scripts[i]);
      const char *p = written;

      g_assert_cmpstr (written, !=, text);
      for (guint j = 0; j < G_N_ELEMENTS (kept); j++)
        {
          p = strstr (p, kept[j]);
          if (p == NULL)
            g_error ("%s loses %s: %s", scripts[i], kept[j], written);
        }
    }
}

/* What was saved and opened again has forgotten nothing either. */
static void
test_again (void)
{
  g_autofree char *current = g_strdup (text);

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      g_autofree char *written = NULL;
      const char *p;

      if (strstr (scripts[i], "date=") != NULL)
        continue;
      written = support_edit (current, scripts[i]);
      p = written;
      for (guint j = 0; j < G_N_ELEMENTS (kept); j++)
        {
          p = strstr (p, kept[j]);
          g_assert_nonnull (p);
        }
      g_free (current);
      current = g_steal_pointer (&written);
    }
}

void
add_unknown_tests (void)
{
  g_test_add_func ("/json/unknown/kept", test_unknown);
  g_test_add_func ("/json/unknown/again", test_again);
}
