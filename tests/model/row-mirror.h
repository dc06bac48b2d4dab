/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/row-list.h"

G_BEGIN_DECLS

/* A view of a list that believes only the signal: an array of rows, which must live as long as the list. Transfer full. */
GArray *lsn_row_mirror_new (LsnRowList *list);

G_END_DECLS
