/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Colours of the document: 0xRRGGBB, always opaque, the same in every theme and output. */

typedef guint32 LsnColour;

#define LSN_NO_COLOUR 0xffffffffu
#define LSN_PAPER 0xffffffu
#define LSN_INK 0x1f2933u
#define LSN_QUIET_INK 0x52606du
#define LSN_HAIRLINE 0xd9e0e7u
#define LSN_NOTE_TINT 0xb7791fu

LsnColour lsn_colour_from_text   (const char *text,     /* #rrggbb or #rrggbbaa; NULL and others give @otherwise */
                                  LsnColour   otherwise);
LsnColour lsn_colour_mix     (LsnColour a,
                              LsnColour b,
                              double    share_of_b);
double    lsn_colour_light   (LsnColour colour);    /* relative luminance, 0 to 1 */
void      lsn_colour_parts   (LsnColour colour,
                              double    parts[3]);

G_END_DECLS
