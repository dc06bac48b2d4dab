/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "scene/scene.h"

G_BEGIN_DECLS

/* The line of a tie laid straight, from 0, 0 to its length, 0: what is painted once, with its dashes, heads and marks, and then
 * turned and bent with the tie while an end of it is moved. */

/**
 * LsnStrip:
 * @length: of the line, in units
 * @width: of its stroke, in units
 * @colour: red, green and blue of the stroke, 0 to 1
 * @ends: how much of it the heads at source and target cover, in units; 0 where there is none, or none that can be seen
 * @reach_of_ends: how far it draws to each side there, in units
 * @marks: from where to where there are marks on it, in units from its begin; the same twice where there are none
 * @reach_of_marks: how far it draws to each side there, in units
 * @reach: how far it draws to each side elsewhere, in units; 0 for a plain stroke of @width
 */
typedef struct
{
  double length;
  double width;
  double colour[3];
  double ends[2];
  double reach_of_ends;
  double marks[2];
  double reach_of_marks;
  double reach;
} LsnStrip;

gboolean lsn_strip_of    (LsnScene *scene,
                          LsnRow    tie,
                          double    scale,
                          LsnStrip *strip);
void     lsn_strip_paint (LsnScene *scene,
                          LsnRow    tie,
                          cairo_t  *cr,
                          double    scale);

G_END_DECLS
