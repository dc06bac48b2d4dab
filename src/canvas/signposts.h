/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "canvas/canvas.h"

G_BEGIN_DECLS

/* The signs at the border of the canvas for the other ends of the selected actors' ties that are out of sight: each stands where
 * its line leaves, and a click goes there. */

typedef struct _LsnSignposts LsnSignposts;

LsnSignposts *lsn_signposts_new       (LsnCanvas *canvas);
void          lsn_signposts_free      (LsnSignposts *posts);
void          lsn_signposts_clear     (LsnSignposts *posts);
void          lsn_signposts_stale     (LsnSignposts *posts);
void          lsn_signposts_keep_clear (LsnSignposts *posts,
                                        GtkWidget    *widget);
void          lsn_signposts_update    (LsnSignposts *posts);
void          lsn_signposts_place     (LsnSignposts *posts);
void          lsn_signposts_snapshot  (LsnSignposts *posts,
                                       GtkSnapshot  *snapshot);
GArray       *lsn_signposts_ends      (LsnSignposts *posts);

G_END_DECLS
