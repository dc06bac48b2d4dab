/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "scene/looks.h"
#include "scene/pen.h"
#include "scene/way.h"

G_BEGIN_DECLS

/* The lines of ties: what they say by form before colour. */

/* What one drawn line says: a tie's look, and how many ties it stands for. @shift: how far its marks stand from the middle, in
 * units towards the target. */
typedef struct
{
  LsnTieLook look;
  guint      count;
  float      shift;
} LsnLineLook;

/* How far beside its way, and beyond its ends, a line draws. */
double lsn_line_reach (const LsnLineLook *line,
                       const LsnWay      *way);
double lsn_line_end_length (const LsnLineLook *line,
                            double             length,
                            gboolean           at_target);
double lsn_line_thickness (const LsnLineLook *line);
/* The line's own colour; the less sure we are, the paler. */
LsnColour lsn_line_colour (const LsnLineLook *line);
/* In units; wider where it stands for several. */
double lsn_line_width (const LsnLineLook *line);
/* @count: shaped number for a line that stands for several; may be NULL */
void   lsn_line_draw  (const LsnLineLook *line,
                       LsnPen            *pen,
                       const LsnWay      *way,
                       const LsnText     *count);

G_END_DECLS
