/* lectern-history.c: every change of a schedule, to be undone and redone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-history-private.h"

/**
 * LecternHistory:
 *
 * The way that every edit of a schedule goes: it is recorded, then applied.
 *
 * What one undo takes back is a step: one change, the changes of a group, or
 * successive changes of one member that were merged.  Each step that the
 * schedule can be at has a number, its state, so that the history knows
 * whether the schedule is as it was when it was last saved.
 */

G_DEFINE_FINAL_TYPE (LecternHistory, lectern_history, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_SAVED,
  N_PROPS
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_APPLIED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static LecternStep *
last_step (GPtrArray *steps)
{
  return steps->len > 0 ? g_ptr_array_index (steps, steps->len - 1) : NULL;
}

static void
update_label (LecternHistory  *self,
              char           **label,
              GPtrArray       *steps,
              guint            prop)
{
  LecternStep *step = last_step (steps);
  const char *now = step != NULL ? step->label : NULL;

  if (g_strcmp0 (*label, now) == 0)
    return;

  g_free (*label);
  *label = g_strdup (now);
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
}

static void
update_flag (LecternHistory *self,
             gboolean       *flag,
             gboolean        now,
             guint           prop)
{
  if (*flag == now)
    return;

  *flag = now;
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
}

static void
update_properties (LecternHistory *self)
{
  g_object_freeze_notify (G_OBJECT (self));
  update_flag (self, &self->can_undo, self->undo->len > 0, PROP_CAN_UNDO);
  update_flag (self, &self->can_redo, self->redo->len > 0, PROP_CAN_REDO);
  update_flag (self, &self->saved,
               lectern_history_get_state (self) == self->saved_state, PROP_SAVED);
  update_label (self, &self->undo_label, self->undo, PROP_UNDO_LABEL);
  update_label (self, &self->redo_label, self->redo, PROP_REDO_LABEL);
  g_object_thaw_notify (G_OBJECT (self));

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
lectern_history_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  LecternHistory *self = LECTERN_HISTORY (object);

  switch (prop_id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, self->can_undo);
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, self->can_redo);
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, self->undo_label);
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, self->redo_label);
      break;
    case PROP_SAVED:
      g_value_set_boolean (value, self->saved);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lectern_history_finalize (GObject *object)
{
  LecternHistory *self = LECTERN_HISTORY (object);

  g_clear_object (&self->schedule);
  g_clear_pointer (&self->undo, g_ptr_array_unref);
  g_clear_pointer (&self->redo, g_ptr_array_unref);
  g_clear_pointer (&self->group, lectern_step_free);
  g_clear_pointer (&self->undo_label, g_free);
  g_clear_pointer (&self->redo_label, g_free);

  G_OBJECT_CLASS (lectern_history_parent_class)->finalize (object);
}

static void
lectern_history_class_init (LecternHistoryClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lectern_history_get_property;
  object_class->finalize = lectern_history_finalize;

  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  properties[PROP_SAVED] = g_param_spec_boolean ("saved", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * LecternHistory::changed:
   * @self: the history
   *
   * Emitted after every edit, undo and redo, and when the schedule was saved.
   */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * LecternHistory::applied:
   * @self: the history
   * @key: the key of the session that changed first, 0 for the head
   *
   * Emitted after an undo or a redo, so that what it changed can be shown.
   * The session may be gone.
   */
  signals[SIGNAL_APPLIED] =
    g_signal_new ("applied", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT64);
}

static void
lectern_history_init (LecternHistory *self)
{
  self->undo = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_step_free);
  self->redo = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_step_free);
  self->saved = TRUE;
}

/**
 * lectern_history_new:
 * @schedule: a schedule
 *
 * Creates the history of a schedule.  Where it begins counts as saved.
 *
 * Returns: (transfer full): a new history
 */
LecternHistory *
lectern_history_new (LecternSchedule *schedule)
{
  LecternHistory *self = g_object_new (LECTERN_TYPE_HISTORY, NULL);

  self->schedule = g_object_ref (schedule);

  return self;
}

static void
push_step (LecternHistory *self,
           LecternStep    *step)
{
  step->state = ++self->last_state;
  g_ptr_array_set_size (self->redo, 0);
  g_ptr_array_add (self->undo, step);
}

/* Typing is one step until it is sealed.  If what was typed was taken out
 * again there is no step left, and the schedule is where it was. */
static gboolean
merge_change (LecternHistory *self,
              LecternChange  *change,
              const char     *merge)
{
  LecternStep *step = last_step (self->undo);
  LecternChange *last;

  if (merge == NULL || self->sealed || step == NULL || self->redo->len > 0 ||
      g_strcmp0 (step->merge, merge) != 0)
    return FALSE;

  last = g_ptr_array_index (step->changes, 0);
  if (last->key != change->key || last->after == NULL || change->after == NULL)
    return FALSE;

  g_set_object (&last->after, change->after);
  step->state = ++self->last_state;
  if (lectern_change_is_none (last))
    g_ptr_array_set_size (self->undo, self->undo->len - 1);
  lectern_change_free (change);

  return TRUE;
}

/* Applies a change and keeps it: what every edit comes down to. */
void
lectern_history_record (LecternHistory *self,
                        LecternChange  *change,
                        const char     *label,
                        const char     *merge)
{
  LecternStep *step;

  if (self->applying)
    {
      g_critical ("A change of the schedule caused another one");
      lectern_change_free (change);
      return;
    }

  if (lectern_change_is_none (change))
    {
      lectern_change_free (change);
      return;
    }

  self->applying = TRUE;
  lectern_change_apply (change, self->schedule, FALSE);
  self->applying = FALSE;

  if (self->group != NULL)
    {
      g_ptr_array_add (self->group->changes, change);
      return;
    }

  if (!merge_change (self, change, merge))
    {
      step = lectern_step_new (label, merge);
      g_ptr_array_add (step->changes, change);
      push_step (self, step);
    }
  self->sealed = FALSE;

  update_properties (self);
}

/* Applies changes of different sessions, and keeps them as one step: takes
 * @changes. */
void
lectern_history_record_all (LecternHistory *self,
                            GPtrArray      *changes,
                            const char     *label)
{
  if (self->applying)
    {
      g_critical ("A change of the schedule caused another one");
      g_ptr_array_unref (changes);
      return;
    }

  lectern_history_begin_group (self, label);
  self->applying = TRUE;
  lectern_change_apply_all (changes, self->schedule, FALSE);
  self->applying = FALSE;
  g_ptr_array_extend_and_steal (self->group->changes, changes);
  lectern_history_end_group (self);
}

/**
 * lectern_history_begin_group:
 * @self: a history
 * @label: the translated name of the step, such as "Postpone 3 Sessions"
 *
 * Begins a group: all changes until its end are one step.  Groups nest; the
 * outermost one names the step.
 */
void
lectern_history_begin_group (LecternHistory *self,
                             const char     *label)
{
  g_return_if_fail (LECTERN_IS_HISTORY (self));

  if (self->group_depth++ == 0)
    self->group = lectern_step_new (label, NULL);
}

/**
 * lectern_history_end_group:
 * @self: a history
 *
 * Ends a group.  A group without a change is no step.
 */
void
lectern_history_end_group (LecternHistory *self)
{
  LecternStep *group;

  g_return_if_fail (LECTERN_IS_HISTORY (self));
  g_return_if_fail (self->group_depth > 0);

  if (--self->group_depth > 0)
    return;

  group = g_steal_pointer (&self->group);
  if (group->changes->len == 0)
    {
      lectern_step_free (group);
      return;
    }

  push_step (self, group);
  update_properties (self);
}

/**
 * lectern_history_seal:
 * @self: a history
 *
 * Ends merging: the next change begins a step of its own.  To be called when
 * the focus leaves a field, and before a save.
 */
void
lectern_history_seal (LecternHistory *self)
{
  g_return_if_fail (LECTERN_IS_HISTORY (self));

  self->sealed = TRUE;
}

static gboolean
travel (LecternHistory *self,
        GPtrArray      *from,
        GPtrArray      *to,
        gboolean        backwards)
{
  LecternStep *step;
  guint64 key;

  if (from->len == 0 || self->group_depth > 0 || self->applying)
    return FALSE;

  step = g_ptr_array_steal_index (from, from->len - 1);
  key = ((LecternChange *) g_ptr_array_index (step->changes, 0))->key;

  self->applying = TRUE;
  if (step->changes->len > 1)
    lectern_change_apply_all (step->changes, self->schedule, backwards);
  else
    lectern_change_apply (g_ptr_array_index (step->changes, 0), self->schedule, backwards);
  self->applying = FALSE;

  g_ptr_array_add (to, step);
  self->sealed = TRUE;
  update_properties (self);
  g_signal_emit (self, signals[SIGNAL_APPLIED], 0, key);

  return TRUE;
}

/**
 * lectern_history_undo:
 * @self: a history
 *
 * Takes the last step back.
 *
 * Returns: whether there was one
 */
gboolean
lectern_history_undo (LecternHistory *self)
{
  g_return_val_if_fail (LECTERN_IS_HISTORY (self), FALSE);

  return travel (self, self->undo, self->redo, TRUE);
}

/**
 * lectern_history_redo:
 * @self: a history
 *
 * Does again the step that was last taken back.
 *
 * Returns: whether there was one
 */
gboolean
lectern_history_redo (LecternHistory *self)
{
  g_return_val_if_fail (LECTERN_IS_HISTORY (self), FALSE);

  return travel (self, self->redo, self->undo, FALSE);
}

/**
 * lectern_history_take_back:
 * @self: a history
 *
 * Takes the last step back for good: it cannot be done again, as what it went
 * with has been taken back too.
 */
void
lectern_history_take_back (LecternHistory *self)
{
  g_return_if_fail (LECTERN_IS_HISTORY (self));

  if (!travel (self, self->undo, self->redo, TRUE))
    return;

  g_ptr_array_set_size (self->redo, self->redo->len - 1);
  update_properties (self);
}

/**
 * lectern_history_get_state:
 * @self: a history
 *
 * Gets the number of the state that the schedule is in, for
 * [method@History.mark_saved] when that state has been saved.
 *
 * Returns: the state
 */
guint64
lectern_history_get_state (LecternHistory *self)
{
  LecternStep *step;

  g_return_val_if_fail (LECTERN_IS_HISTORY (self), 0);

  step = last_step (self->undo);

  return step != NULL ? step->state : 0;
}

/**
 * lectern_history_mark_saved:
 * @self: a history
 * @state: the state that was saved, which need not be the present one
 *
 * Remembers which state was saved last.
 */
void
lectern_history_mark_saved (LecternHistory *self,
                            guint64         state)
{
  g_return_if_fail (LECTERN_IS_HISTORY (self));

  self->saved_state = state;
  update_properties (self);
}
