/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <cairo.h>
#include "scene/pen.h"
#include "scene/thin.h"

G_BEGIN_DECLS

/* The pen that draws on cairo surfaces. */

typedef struct
{
  LsnPen   pen;
  cairo_t *cr;
  gboolean can_thin; /* lines thinner than a pixel go straight into the pixels */
  LsnThin  thin;
  gboolean with_text; /* the surface keeps the words behind the glyphs */
} LsnCairoPen;

void lsn_cairo_pen_init   (LsnCairoPen *pen,
                           cairo_t     *cr,
                           double       scale,  /* 0 for exact drawing */
                           gboolean     thin);
void lsn_cairo_pen_finish (LsnCairoPen *pen);

G_END_DECLS
