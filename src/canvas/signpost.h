/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>
#include "canvas/border.h"

G_BEGIN_DECLS

/* A small sign at the border of the canvas for what is out of sight: an arrow, the mark of its kind, and its name; or how many
 * there are. A button; the keyboard has a key of its own for what it does. */

#define LSN_TYPE_SIGNPOST (lsn_signpost_get_type ())
G_DECLARE_FINAL_TYPE (LsnSignpost, lsn_signpost, LSN, SIGNPOST, GtkButton)

GtkWidget *lsn_signpost_new       (void);
void       lsn_signpost_set_actor (LsnSignpost *self,
                                   LsnMap      *map,
                                   LsnRow       actor);
void       lsn_signpost_forget    (LsnSignpost *self);
void       lsn_signpost_set_count (LsnSignpost *self,
                                   guint        n);
int        lsn_signpost_measure  (LsnSignpost *self,
                                  const char  *words);
void       lsn_signpost_point     (LsnSignpost *self,
                                   LsnSide      side,
                                   double       angle);

G_END_DECLS
