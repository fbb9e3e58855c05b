/* lectern-record.h: a set of members with change notification
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "lectern-member.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_RECORD (lectern_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (LecternRecord, lectern_record, LECTERN, RECORD, GObject)

/**
 * LecternRecordClass:
 * @parent_class: the parent class
 * @members: the members in canonical order
 * @n_members: how many
 * @load: fills the members in when they are first asked for; may be %NULL
 * @changed: the handler of the `changed` signal
 */
struct _LecternRecordClass
{
  GObjectClass         parent_class;

  const LecternMember *members;
  guint                n_members;

  void (*load)    (LecternRecord *self);
  void (*changed) (LecternRecord *self);

  /*< private >*/
  GParamSpec         **pspecs;
};

/* The value of an integer member for a number that is not understood. */
#define LECTERN_RECORD_UNREADABLE (-1)

/* For subclasses: to be called at the end of class_init. */
void                 lectern_record_class_install_members (LecternRecordClass  *klass,
                                                           const LecternMember *members,
                                                           guint                n_members);

const LecternMember *lectern_record_get_members (LecternRecord       *self,
                                                 guint               *n_members);
const LecternMember *lectern_record_type_get_members (GType           type,
                                                      guint          *n_members);

const char          *lectern_record_get_string  (LecternRecord       *self,
                                                 guint                member);
int                  lectern_record_get_integer (LecternRecord       *self,
                                                 guint                member);
gboolean             lectern_record_is_unreadable (LecternRecord     *self,
                                                   guint              member);
gboolean             lectern_record_get_boolean (LecternRecord       *self,
                                                 guint                member);
const char * const  *lectern_record_get_strings (LecternRecord       *self,
                                                 guint                member);
GVariant            *lectern_record_get_map     (LecternRecord       *self,
                                                 guint                member);
LecternRecord       *lectern_record_get_record  (LecternRecord       *self,
                                                 guint                member);
GListModel          *lectern_record_get_records (LecternRecord       *self,
                                                 guint                member);

void                 lectern_record_set_string  (LecternRecord       *self,
                                                 guint                member,
                                                 const char          *value);
void                 lectern_record_set_integer (LecternRecord       *self,
                                                 guint                member,
                                                 int                  value);
void                 lectern_record_set_boolean (LecternRecord       *self,
                                                 guint                member,
                                                 gboolean             value);
void                 lectern_record_set_strings (LecternRecord       *self,
                                                 guint                member,
                                                 const char * const  *value);
void                 lectern_record_set_map     (LecternRecord       *self,
                                                 guint                member,
                                                 GVariant            *value);

int                  lectern_record_get_origin  (LecternRecord       *self);
void                 lectern_record_set_origin  (LecternRecord       *self,
                                                 int                  origin);

gboolean             lectern_record_member_is_absent (LecternRecord  *self,
                                                      guint           member);
gboolean             lectern_record_member_equal (LecternRecord      *self,
                                                  LecternRecord      *other,
                                                  guint               member);
gboolean             lectern_record_is_empty    (LecternRecord       *self);
gboolean             lectern_record_equal       (LecternRecord       *self,
                                                 LecternRecord       *other);
void                 lectern_record_assign      (LecternRecord       *self,
                                                 LecternRecord       *from);
void                 lectern_record_assign_member (LecternRecord      *self,
                                                  LecternRecord       *from,
                                                  guint                member);

/* For the reader, while a record is filled in: no signal is emitted. */
void                 lectern_record_begin_load  (LecternRecord       *self);
void                 lectern_record_end_load    (LecternRecord       *self);
gboolean             lectern_record_is_untouched (LecternRecord      *self);
void                 lectern_record_postpone_load (LecternRecord     *self);
const char          *lectern_record_peek_string (LecternRecord       *self,
                                                 guint                member);

G_END_DECLS
