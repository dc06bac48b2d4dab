/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "scene/scene.h"

G_BEGIN_DECLS

/* A small picture of one kind for lists, palettes and legends: disc with symbol, or a piece of line. Paints within
 * @width x @height units with the origin at the top left. Document colours. */
void lsn_swatch_paint (LsnMap *map, LsnRow kind, cairo_t *cr, double width, double height);
void lsn_swatch_paint_choice (LsnMap *map, LsnRow kind, LsnColumn column, const char *choice, cairo_t *cr, double width,
                              double height);

G_END_DECLS
