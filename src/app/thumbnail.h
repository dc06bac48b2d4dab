/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A small round view of the picture that a cell holds. */

#define LSN_TYPE_THUMBNAIL (lsn_thumbnail_get_type ())
G_DECLARE_FINAL_TYPE (LsnThumbnail, lsn_thumbnail, LSN, THUMBNAIL, GtkWidget)

GtkWidget *lsn_thumbnail_new      (int size);
gboolean   lsn_thumbnail_set_cell (LsnThumbnail *thumbnail,
                                   const char   *text);

G_END_DECLS
