/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>
#include "canvas/viewport.h"

G_BEGIN_DECLS

/* Shows a layout as a movement: discs and straight lines that go from the old places to the new ones, before the picture
 * itself is shown again. The map is already where it goes. */

typedef struct _LsnAnimation LsnAnimation;

LsnAnimation *lsn_animation_new      (LsnMap   *map,
                                      LsnScene *from,
                                      LsnScene *to,
                                      gint64    start);
void          lsn_animation_free     (LsnAnimation *animation);
gboolean      lsn_animation_advance  (LsnAnimation *animation,
                                      gint64        now);
void          lsn_animation_snapshot (LsnAnimation *animation,
                                      GtkSnapshot  *snapshot,
                                      LsnViewport  *viewport);

G_END_DECLS
