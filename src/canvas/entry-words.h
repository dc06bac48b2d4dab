/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/quick-entry.h"

G_BEGIN_DECLS

/* What is said about lines of the quick entry while they are typed, and how a name in them is completed. */

/**
 * LsnCompletion:
 * @text: what the line goes on with
 * @name: the name or kind that it says
 */
typedef struct
{
  char *text;
  char *name;
} LsnCompletion;

char      *lsn_entry_summary     (LsnMap        *map,
                                  LsnQuickEntry *entry);
char      *lsn_entry_problem     (LsnReport *report);
GPtrArray *lsn_entry_completions (LsnMap     *map,
                                  const char *head,
                                  gsize      *start);

G_END_DECLS
