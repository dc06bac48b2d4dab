/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gdk/gdk.h>
#include "model/handover.h"
#include "scene/scene.h"

G_BEGIN_DECLS

/* Paints one opaque texture of a scene on a worker. @texture is NULL when it was cancelled. @tag is the caller's own. */
typedef void (*LsnTilePainted) (gpointer      data,
                                gconstpointer tag,
                                GdkTexture   *texture);

void lsn_tile_painter_submit (LsnWorkers    *workers,
                              int            priority,
                              LsnScene      *scene,
                              const LsnBox  *area,
                              double         scale,
                              int            width,
                              int            height,
                              GCancellable  *cancellable,
                              LsnTilePainted painted,
                              gpointer       data,
                              gpointer       tag,
                              GDestroyNotify free_tag);

/* Fades a scene in a texture that was painted before. */
void lsn_tile_painter_veil   (LsnWorkers    *workers,
                              int            priority,
                              GdkTexture    *texture,
                              LsnScene      *veil,
                              const LsnBox  *area,
                              double         scale,
                              GCancellable  *cancellable,
                              LsnTilePainted painted,
                              gpointer       data,
                              gpointer       tag,
                              GDestroyNotify free_tag);

G_END_DECLS
