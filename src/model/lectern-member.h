/* lectern-member.h: what a record of the file format consists of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * LecternMemberType:
 * @LECTERN_MEMBER_STRING: a JSON string, a `char *`; %NULL is absent
 * @LECTERN_MEMBER_INTEGER: a JSON number, an `int`; 0 is absent, and
 *   %LECTERN_RECORD_UNREADABLE a number that is not understood
 * @LECTERN_MEMBER_BOOLEAN: a JSON boolean; %FALSE is absent
 * @LECTERN_MEMBER_STRINGS: an array of strings, a `GStrv`; %NULL is absent
 * @LECTERN_MEMBER_MAP: an object of strings, a `GVariant` of type `a{ss}`
 *   in the order of the file; %NULL is absent
 * @LECTERN_MEMBER_RECORD: an object, a [class@Record] that always exists
 * @LECTERN_MEMBER_RECORDS: an array of objects, a `GListStore` of
 *   [class@Record] that always exists
 *
 * The types of members of the file format.
 */
typedef enum
{
  LECTERN_MEMBER_STRING,
  LECTERN_MEMBER_INTEGER,
  LECTERN_MEMBER_BOOLEAN,
  LECTERN_MEMBER_STRINGS,
  LECTERN_MEMBER_MAP,
  LECTERN_MEMBER_RECORD,
  LECTERN_MEMBER_RECORDS,
} LecternMemberType;

/**
 * LecternValueForm:
 * @LECTERN_FORM_TEXT: any text
 * @LECTERN_FORM_DATE: an ISO 8601 date
 * @LECTERN_FORM_TIME: a time of day, HH:MM
 * @LECTERN_FORM_KIND: one of the kinds of session
 * @LECTERN_FORM_STATUS: `cancelled`
 * @LECTERN_FORM_FILE: a relative path inside the schedule's folder
 * @LECTERN_FORM_URL: an http or https address
 *
 * What an edit may put into a string member.  A file may hold anything
 * else: that is kept, and warned of.
 */
typedef enum
{
  LECTERN_FORM_TEXT,
  LECTERN_FORM_DATE,
  LECTERN_FORM_TIME,
  LECTERN_FORM_KIND,
  LECTERN_FORM_STATUS,
  LECTERN_FORM_FILE,
  LECTERN_FORM_URL,
} LecternValueForm;

typedef struct _LecternMember LecternMember;

/**
 * LecternMember:
 * @name: the name in the file, such as `dateText`
 * @property: the name of the GObject property, such as `date-text`
 * @type: the type
 * @form: for strings, what an edit may put there
 * @label: the name of the undo step that changes it, untranslated
 * @item_type: for records, the function that gives their type
 *
 * One member of a record of the file format.  The tables of members, in
 * canonical order, are what the reader, the writer, the schema check and the
 * edits share: adding a member means adding a line to a table.
 */
struct _LecternMember
{
  const char       *name;
  const char       *property;
  LecternMemberType type;
  LecternValueForm  form;
  const char       *label;
  GType           (*item_type) (void);
};

const LecternMember *lectern_member_find (const LecternMember *members,
                                          guint                n_members,
                                          const char          *name,
                                          gsize                length);

G_END_DECLS
