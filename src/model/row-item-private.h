/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/row-list.h"

G_BEGIN_DECLS

LsnRowItem *_lsn_row_item_new (LsnMap  *map,
                               LsnTable table,
                               LsnRow   row,
                               guint    depth);

G_END_DECLS
