/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/map.h"

G_BEGIN_DECLS

/* The notes of a map: texts and callouts that stand over it, and titled frames around a part of it. */

/**
 * LsnNoteShape:
 * @LSN_NOTE_SHAPE_TEXT: a text in a box
 * @LSN_NOTE_SHAPE_CALLOUT: a text in a bubble that points to an actor or a tie
 * @LSN_NOTE_SHAPE_FRAME: a titled frame behind everything
 */
typedef enum
{
  LSN_NOTE_SHAPE_TEXT,
  LSN_NOTE_SHAPE_CALLOUT,
  LSN_NOTE_SHAPE_FRAME,
} LsnNoteShape;

const char  *lsn_note_shape_word   (LsnNoteShape shape);       /* as in the cell */
LsnNoteShape lsn_note_shape        (LsnMap *map, LsnRow note);
char        *lsn_note_display_name (LsnMap *map, LsnRow note); /* transfer full */
char        *lsn_note_sentence     (LsnMap *map, LsnRow note); /* transfer full */
GArray      *lsn_notes_frames      (LsnMap *map);              /* of LsnRow; transfer full */

G_END_DECLS
