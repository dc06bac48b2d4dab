/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <adwaita.h>
#include "app/cell.h"

G_BEGIN_DECLS

/* Fields of a kind: what an empty cell of it means is said by what is built in, or by its broader kind. */

LsnRow  lsn_kind_cell_row          (LsnCell *cell);
char   *lsn_kind_cell_dup_text     (LsnCell *cell);
char   *lsn_kind_cell_dup_no_value (LsnCell *cell);
void    lsn_kind_cell_show_samples (LsnCell     *cell,
                                    AdwComboRow *row);

G_END_DECLS
