/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/edit.h"
#include "model/notes.h"
#include "scene/scene.h"

G_BEGIN_DECLS

/* What drawing by hand does to notes: each function is one labelled transaction. Those that give gboolean tell whether the map
 * was changed. */

/**
 * LsnPlaced:
 * @at: the corner above on the left, in map units
 *
 * A note where it is drawn: one that a file gave no place has none in its cells.
 */
typedef struct
{
  LsnRow   note;
  LsnPoint at;
} LsnPlaced;

LsnRow   lsn_edits_add_note         (LsnMap       *map,
                                     LsnNoteShape  shape,
                                     const LsnBox *box,
                                     LsnTable      about,
                                     LsnRow        row,
                                     const char   *merge_key);
gboolean lsn_edits_set_note_text    (LsnMap     *map,
                                     LsnRow      note,
                                     const char *text,
                                     const char *merge_key,
                                     GError    **error);
gboolean lsn_edits_move_with_notes  (LsnMap          *map,
                                     const LsnRow    *actors,
                                     guint            n_actors,
                                     const LsnPlaced *notes,
                                     guint            n_notes,
                                     double           dx,
                                     double           dy,
                                     const char      *merge_key);
void     lsn_edits_put_notes        (LsnMap          *map,
                                     const LsnPlaced *notes,
                                     guint            n_notes,
                                     double           dx,
                                     double           dy);
gboolean lsn_edits_resize_notes     (LsnMap       *map,
                                     const LsnRow *notes,
                                     const LsnBox *boxes,
                                     guint         n_notes,
                                     const char   *merge_key);
gboolean lsn_edits_delete_with_notes (LsnMap       *map,
                                      const LsnRow *actors,
                                      guint         n_actors,
                                      const LsnRow *ties,
                                      guint         n_ties,
                                      const LsnRow *notes,
                                      guint         n_notes,
                                      const char   *label,
                                      GError      **error);
gboolean lsn_edits_set_note_colour  (LsnMap       *map,
                                     const LsnRow *notes,
                                     guint         n_notes,
                                     const char   *colour);
gboolean lsn_edits_same_power       (LsnMap       *map,
                                     const LsnRow *actors,
                                     guint         n_actors,
                                     LsnRow        like);

G_END_DECLS
