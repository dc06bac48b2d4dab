/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/notes.h"
#include "scene/notes-size.h"
#include "scene/routes.h"
#include "scene/scene-private.h"

G_BEGIN_DECLS

/* Texts and callouts over the map, and titled frames behind it. */

/**
 * LsnNoteSpot:
 * @actor: what a callout speaks of; %LSN_NO_ROW for none
 * @tie: likewise
 * @item: how it is drawn
 */
typedef struct
{
  LsnRow      row;
  LsnRow      actor;
  LsnRow      tie;
  gboolean    faded;
  double      order;
  LsnNoteItem item;
} LsnNoteSpot;

/* Whom callouts speak of, as they are drawn: into an array of rows, each once. */
void      lsn_notes_add_subjects (LsnMap       *map,
                                  const LsnRow *notes,
                                  guint         n_notes,
                                  GArray       *actors);
/* Which are shown, and where: after the boxes of the spots are known. Callouts without a place wait. */
void      lsn_notes_find      (LsnStage *stage);
/* What callouts point to, and the place of those that have none: after the ways of the ties are known. */
void      lsn_notes_point     (LsnStage  *stage,
                               LsnRoutes *routes);
/* The fill of the topmost frame that holds a place; the paper where there is none. */
LsnColour lsn_notes_ground_at (const LsnStage *stage,
                               LsnPoint        place);
/* Puts the items of the frames, or of the others, on top. */
void      lsn_notes_add       (LsnScene *scene,
                               LsnStage *stage,
                               gboolean  frames,
                               LsnScene *previous);

/* The drawing of one. */
LsnBox    lsn_note_ink        (const LsnNoteItem *note);
void      lsn_note_draw       (const LsnNoteItem *note,
                               LsnPen            *pen);

G_END_DECLS
