/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/changes.h"
#include "model/map.h"

G_BEGIN_DECLS

/* The actors and ties that are drawn otherwise since edits were noted: what was edited, and what follows from it, as the ties of
 * an actor that moved, the frames around it, and everything of a kind that has another colour. */

typedef struct
{
  GByteArray *actors;   /* by row: 1 when it was touched */
  GByteArray *ties;
  guint       n_actors; /* that are touched */
  guint       n_ties;
} LsnTouched;

void lsn_touched_init   (LsnTouched *touched);
void lsn_touched_finish (LsnTouched *touched);
void lsn_touched_clear  (LsnTouched *touched);
void lsn_touched_note   (LsnTouched *touched,
                         LsnMap     *map,
                         LsnMap     *shown,
                         LsnChanges *changes);

G_END_DECLS
