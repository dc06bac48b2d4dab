/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "scene/pen.h"

G_BEGIN_DECLS

/* The pictograms of the kinds: our own, as open lines in a square from -1 to 1. */

typedef enum
{
  LSN_SYMBOL_NONE,
  LSN_SYMBOL_FLAG,
  LSN_SYMBOL_COLUMNS,
  LSN_SYMBOL_SHIELD,
  LSN_SYMBOL_GLOBE,
  LSN_SYMBOL_HEART,
  LSN_SYMBOL_BUILDING,
  LSN_SYMBOL_MEGAPHONE,
  LSN_SYMBOL_CROWD,
  LSN_SYMBOL_HOUSES,
  LSN_SYMBOL_FAMILY,
  LSN_SYMBOL_BARS,
  LSN_SYMBOL_PERSON,
  LSN_SYMBOL_QUESTION,
  LSN_SYMBOL_EYE,      /* crossed: covert */
  LSN_SYMBOL_STAR,     /* ours */
  LSN_N_SYMBOLS
} LsnSymbol;

LsnSymbol lsn_symbol_from_name (const char *name); /* NULL and unknown give none */
/* Strokes @symbol so that its square has sides of 2 * @half about @centre. */
void      lsn_symbol_draw      (LsnSymbol symbol,
                                LsnPen   *pen,
                                LsnPoint  centre,
                                double    half,
                                LsnColour colour,
                                double    width);

G_END_DECLS
