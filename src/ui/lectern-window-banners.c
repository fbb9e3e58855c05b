/* lectern-window-banners.c: what there is to say above the list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-window-private.h"

/* One above the other, in the order of their kinds. */
static LecternBanner *
need_banner (LecternWindow           *self,
             LecternWindowBannerKind  kind)
{
  GtkWidget *before = gtk_widget_get_prev_sibling (GTK_WIDGET (self->list));

  if (self->banners[kind] != NULL)
    return self->banners[kind];

  for (guint i = LECTERN_WINDOW_N_BANNERS; i > kind; i--)
    {
      if (self->banners[i - 1] != NULL)
        before = gtk_widget_get_prev_sibling (GTK_WIDGET (self->banners[i - 1]));
    }

  self->banners[kind] = LECTERN_BANNER (lectern_banner_new ());
  gtk_box_insert_child_after (GTK_BOX (self->list_pane), GTK_WIDGET (self->banners[kind]), before);

  return self->banners[kind];
}

/* In place of another one of the kind. */
void
lectern_window_say (LecternWindow             *self,
                    LecternWindowBannerKind    kind,
                    const char                *text,
                    const LecternBannerButton *buttons,
                    guint                      n_buttons)
{
  lectern_banner_show (need_banner (self, kind), text, buttons, n_buttons);
}

void
lectern_window_unsay (LecternWindow           *self,
                      LecternWindowBannerKind  kind)
{
  if (self->banners[kind] != NULL)
    lectern_banner_hide (self->banners[kind]);
}

/* What may be done with the schedule: a sentence and a button. */
void
lectern_window_show_banner (LecternWindow *self,
                            const char    *text,
                            const char    *button_label,
                            const char    *action_name)
{
  LecternBannerButton button = { button_label, action_name };

  lectern_window_say (self, LECTERN_WINDOW_BANNER_ACCESS, text, &button, 1);
}

void
lectern_window_hide_banner (LecternWindow *self)
{
  lectern_window_unsay (self, LECTERN_WINDOW_BANNER_ACCESS);
}
