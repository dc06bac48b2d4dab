/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "canvas/trimmed.h"
#include "model/handover.h"
#include "scene/scene.h"

G_BEGIN_DECLS

/* Paints one opaque picture of a scene on a worker. @picture is NULL when it was cancelled; it may be taken. @tag is the caller's
 * own. */
typedef void (*LsnTilePainted) (gpointer      data,
                                gconstpointer tag,
                                LsnTrimmed   *picture);

void lsn_tile_painter_submit (LsnWorkers    *workers,
                              int            priority,
                              LsnScene      *scene,
                              const LsnBox  *area,
                              double         scale,
                              int            width,
                              int            height,
                              gboolean       is_whole,
                              GCancellable  *cancellable,
                              LsnTilePainted painted,
                              gpointer       data,
                              gpointer       tag,
                              GDestroyNotify free_tag);

/* Fades a scene in a picture that was painted before. */
void lsn_tile_painter_veil   (LsnWorkers       *workers,
                              int               priority,
                              const LsnTrimmed *picture,
                              LsnScene         *veil,
                              const LsnBox     *area,
                              GCancellable     *cancellable,
                              LsnTilePainted    painted,
                              gpointer          data,
                              gpointer          tag,
                              GDestroyNotify    free_tag);

G_END_DECLS
