/* type-fixture.h: what the tests of all types need
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "lectern-document.h"
#include "window-fixture.h"

typedef struct
{
  char            *folder;
  GFile           *page;
  LecternDocument *document;
  GtkWindow       *parent;
} TypeFixture;

void            type_fixture_set_up           (TypeFixture   *fixture,
                                               gconstpointer  data);
void            type_fixture_tear_down        (TypeFixture   *fixture,
                                               gconstpointer  data);
LecternSession *type_fixture_get_session      (TypeFixture   *fixture,
                                               guint          position);
void            type_fixture_check_properties (TypeFixture   *fixture,
                                               GObject       *object);
