/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/edit.h"

G_BEGIN_DECLS

/* Actors, ties and notes as bytes that another window or another process can paste: kinds, columns that a user added, and all
 * that is not empty. Read with distrust: what does not fit is left out. */

#define LSN_ROWS_MIME_TYPE "application/x-liaison-rows"

GBytes  *lsn_rows_to_bytes   (LsnMap       *map,
                              const LsnRow *actors,
                              guint         n_actors,
                              const LsnRow *ties,
                              guint         n_ties,
                              const LsnRow *notes,
                              guint         n_notes);
/* Where the middle of the pasted actors, or of the notes when there are none, comes to stand; @by_offset: how far each is from
 * its own place instead. */
typedef struct
{
  gboolean by_offset;
  double   x, y;
} LsnRowsPlace;

gboolean lsn_rows_from_bytes (LsnMap             *map,
                              GBytes             *bytes,
                              const LsnRowsPlace *place,
                              const char         *label,
                              GArray            **actors,
                              GArray            **ties,
                              GArray            **notes,
                              GError            **error);
GArray  *lsn_rows_ties_to_take (LsnMap       *map,
                                const LsnRow *actors,
                                guint         n_actors,
                                const LsnRow *ties,
                                guint         n_ties);

G_END_DECLS
