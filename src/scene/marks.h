/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "scene/lines.h"

G_BEGIN_DECLS

/* What stands on a line or beside it: the form that is a kind's own (bars, a cross, a ring), badges for what is covert or not
 * sure, and how many ties it stands for. */

#define LSN_MAX_MARKS 4

typedef enum
{
  LSN_MARK_OWN,
  LSN_MARK_COVERT,
  LSN_MARK_STATUS,
  LSN_MARK_COUNT,
} LsnMarkType;

/**
 * LsnMark:
 * @half: how far it reaches from its middle, along the line
 * @across: the same, across the line
 * @tangent: of the line, where it stands
 * @beside: whether the line is too short to have it on it
 */
typedef struct
{
  LsnMarkType type;
  LsnPoint    at;
  LsnPoint    tangent;
  double      half;
  double      across;
  gboolean    beside;
} LsnMark;

guint  lsn_marks_place (const LsnLineLook *line,
                        const LsnWay      *way,
                        LsnMark            marks[LSN_MAX_MARKS]);
void   lsn_marks_draw  (const LsnMark     *marks,
                        guint              n_marks,
                        const LsnLineLook *line,
                        LsnPen            *pen,
                        const LsnText     *count);
gboolean lsn_marks_room (const LsnLineLook *line,
                         const LsnWay      *way,
                         double            *room);
/* The box that a mark needs to be read. */
LsnBox lsn_mark_box    (const LsnMark *mark);

G_END_DECLS
