/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "app/tables.h"
#include "canvas/canvas.h"
#include "model/map.h"

G_BEGIN_DECLS

/* How a map was last looked at, kept in the user's state folder by the map's id, never in the file. */

void      lsn_view_state_load_async  (LsnMap             *map,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data);
GKeyFile *lsn_view_state_load_finish (GAsyncResult *result);
void      lsn_view_state_restore     (GKeyFile  *keys,
                                      LsnMap    *map,
                                      LsnCanvas *canvas);
void      lsn_view_state_note        (GKeyFile  *keys,
                                      LsnCanvas *canvas,
                                      LsnTables *tables);
void      lsn_view_state_keep        (LsnMap    *map,
                                      LsnCanvas *canvas,
                                      LsnTables *tables);
char     *lsn_view_state_path        (LsnMap *map);

G_END_DECLS
