/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "canvas/canvas.h"

G_BEGIN_DECLS

/* What the map may become, shown before it does: the picture as it would be, over it faintly the one that is, and a trace from
 * where each actor is to where it would be. The map itself knows nothing of it. */

typedef struct _LsnPreview LsnPreview;

LsnPreview *lsn_preview_new        (LsnCanvas *canvas);
void        lsn_preview_free       (LsnPreview *preview);
void        lsn_preview_set_map    (LsnPreview *preview,
                                    LsnMap     *map);
void        lsn_preview_set_filter (LsnPreview *preview);
void        lsn_preview_update     (LsnPreview *preview);
void        lsn_preview_pause      (LsnPreview *preview);
void        lsn_preview_trace      (LsnPreview *preview);
gboolean    lsn_preview_is_crisp   (LsnPreview *preview);
gboolean    lsn_preview_is_seen    (LsnPreview *preview);
void        lsn_preview_snapshot   (LsnPreview  *preview,
                                    GtkSnapshot *snapshot);

G_END_DECLS
