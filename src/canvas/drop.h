/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "canvas/canvas.h"

G_BEGIN_DECLS

/* Into which containers actors fall that are dragged over the map. */

typedef struct _LsnDrop LsnDrop;

LsnDrop *lsn_drop_new      (LsnCanvas    *canvas,
                            const LsnRow *actors,
                            guint         n_actors);
void     lsn_drop_free     (LsnDrop *drop);
void     lsn_drop_move     (LsnDrop *drop,
                            double   x,
                            double   y);
void     lsn_drop_finish   (LsnDrop *drop,
                            double   dx,
                            double   dy);
void     lsn_drop_snapshot (LsnDrop     *drop,
                            GtkSnapshot *snapshot);

G_END_DECLS
