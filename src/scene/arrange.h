/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "scene/scene.h"

G_BEGIN_DECLS

/* Boxes put in order: how far each is to be moved. Those that are held stay, and the others go by them. */

/**
 * LsnLineUp:
 *
 * What of some boxes is brought into one line: an edge, or their middles, beside (centre) or below (middle) one another.
 */
typedef enum
{
  LSN_LINE_UP_LEFT,
  LSN_LINE_UP_CENTRE,
  LSN_LINE_UP_RIGHT,
  LSN_LINE_UP_TOP,
  LSN_LINE_UP_MIDDLE,
  LSN_LINE_UP_BOTTOM,
} LsnLineUp;

typedef struct
{
  LsnBox   box;
  gboolean held;
} LsnArranged;

void lsn_arrange_line_up    (const LsnArranged *boxes,
                             guint              n_boxes,
                             LsnLineUp          side,
                             LsnPoint          *by);
void lsn_arrange_distribute (const LsnArranged *boxes,
                             guint              n_boxes,
                             gboolean           down,
                             LsnPoint          *by);

G_END_DECLS
