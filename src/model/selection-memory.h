/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/types.h"

G_BEGIN_DECLS

/* What was selected when the map had a certain revision: the inside of LsnSelection. */

/* The tables whose rows can be selected. */
#define LSN_N_SELECTABLE 3

typedef struct
{
  GArray  *rows[LSN_N_SELECTABLE]; /* of LsnRow, sorted: actors, ties, notes; may be of rows that are gone meanwhile */
  LsnTable focus_table;
  LsnRow   focus;
} LsnSelected;

typedef struct _LsnSelectionMemory LsnSelectionMemory;

LsnSelectionMemory *lsn_selection_memory_new    (void);
void                lsn_selection_memory_free   (LsnSelectionMemory *memory);
void                lsn_selection_memory_forget_current (LsnSelectionMemory *memory);
void                lsn_selection_memory_keep   (LsnSelectionMemory *memory,
                                                 guint64             revision,
                                                 const LsnSelected  *selected);
const LsnSelected  *lsn_selection_memory_recall (LsnSelectionMemory *memory,
                                                 guint64             revision);

G_END_DECLS
