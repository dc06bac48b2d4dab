/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/quick-entry.h"

G_BEGIN_DECLS

/* What is said about lines of the quick entry while they are typed, and how a name in them is completed. */

char *lsn_entry_summary  (LsnQuickEntry *entry);
char *lsn_entry_problem  (LsnReport *report);
char *lsn_entry_complete (LsnMap     *map,
                          const char *head,
                          guint       nth,
                          gsize      *start);

G_END_DECLS
