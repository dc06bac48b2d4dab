/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "scene/picture.h"
#include "scene/scene-private.h"

G_BEGIN_DECLS

/* One picture being made: its page, and who makes which format. Inside the layer only. */

typedef struct
{
  LsnScene         *scene;
  const LsnPicture *picture;
  const char       *title;     /* may be NULL */
  LsnBox            page;      /* in units */
  LsnColour         ground;    /* LSN_NO_COLOUR: transparent */
  guint             width;     /* of a PNG, in pixels */
  guint             height;
  double            scale;     /* of a PNG: pixels per unit */
  GCancellable     *cancellable;
} LsnPage;

GBytes *lsn_svg_render (const LsnPage *page,
                        GError       **error);
GBytes *lsn_png_render (const LsnPage *page,
                        GError       **error);
GBytes *lsn_pdf_render (const LsnPage *page,
                        GError       **error);

G_END_DECLS
