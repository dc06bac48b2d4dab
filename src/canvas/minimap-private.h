/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "canvas/canvas-private.h"
#include "canvas/minimap-fit.h"
#include "canvas/minimap.h"

G_BEGIN_DECLS

/* The inside of the minimap: minimap.c shows, minimap-input.c hears pointer and keys. */

struct _LsnMinimap
{
  GtkWidget     parent_instance;

  LsnCanvas    *canvas;      /* weak */
  LsnSelection *selection;   /* of the canvas: followed */
  LsnScene     *scene;       /* whose bodies the marks are at */
  GArray       *found;       /* of LsnFound */
  gboolean      wanted;

  LsnMinimapFit fit;
  int           scale;       /* device pixels per pixel */
  LsnBox        frame;
  int           percent;     /* of the map that is said to be seen */
  GdkTexture   *overview;    /* what the picture is made from */
  GdkTexture   *picture;     /* that in the size of the widget; NULL until a worker has made it */
  GCancellable *shrinking;
  GdkTexture   *marks;       /* NULL for none */
  gboolean      marks_stale;

  LsnPoint      press;
  LsnPoint      held;        /* from the middle of what is seen to the place that is held, in map units */
};

void lsn_minimap_init_input   (LsnMinimap *self);
void lsn_minimap_bind_actions (GtkWidgetClass *widget_class);

G_END_DECLS
