/* lectern-banner.h: a sentence above the list, and what can be done about it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_BANNER (lectern_banner_get_type ())
G_DECLARE_FINAL_TYPE (LecternBanner, lectern_banner, LECTERN, BANNER, AdwBin)

/**
 * LecternBannerButton:
 * @label: what it says, with a mnemonic
 * @action_name: what it does
 */
typedef struct
{
  const char *label;
  const char *action_name;
} LecternBannerButton;

GtkWidget *lectern_banner_new  (void);
void       lectern_banner_show (LecternBanner             *self,
                                const char                *text,
                                const LecternBannerButton *buttons,
                                guint                      n_buttons);
void       lectern_banner_hide (LecternBanner             *self);

G_END_DECLS
