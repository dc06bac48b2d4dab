/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>
#include "canvas/canvas.h"

G_BEGIN_DECLS

/* What is drawn round actors above the picture: a ring round each that is selected or has the keyboard, a pin at each that
 * no layout moves. Rings are clear of names. A few are nodes of their own; very many are painted into one layer. They are
 * part of the window, never of the map's picture: no export has them. */

typedef struct _LsnRings LsnRings;

LsnRings *lsn_rings_new      (void);
void      lsn_rings_free     (LsnRings *rings);
void      lsn_rings_clear    (LsnRings *rings);
void      lsn_rings_refresh  (LsnRings  *rings,
                              LsnCanvas *canvas);
gboolean  lsn_rings_are_painted (LsnRings *rings);
void      lsn_rings_snapshot (LsnRings    *rings,
                              LsnCanvas   *canvas,
                              GtkSnapshot *snapshot);
void      lsn_rings_snapshot_pins (LsnRings    *rings,
                                   LsnCanvas   *canvas,
                                   GtkSnapshot *snapshot);
void      lsn_rings_snapshot_focus (LsnRings     *rings,
                                    LsnCanvas    *canvas,
                                    GtkSnapshot  *snapshot,
                                    const LsnBox *body,
                                    gboolean      is_square);

G_END_DECLS
