/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/handover.h"
#include "scene/picture.h"

G_BEGIN_DECLS

/* A picture of a map made by a worker: for the preview, for the file and for the clipboard. */

typedef struct
{
  LsnPicture  picture;
  char       *ground;         /* owned copy of picture.ground */
  GArray     *only_actors;    /* LsnRow; NULL for all */
  GArray     *only_notes;     /* LsnRow, beside those of @only_actors; NULL for none */
  LsnFilter  *filter;         /* of these, what passes it; owned; NULL for all */
  LsnRow      page;           /* a frame, of which the picture is; LSN_NO_ROW for none */
  gboolean    legend;
  gboolean    title;
} LsnPictureWish;

LsnPictureWish *lsn_picture_wish_copy (const LsnPictureWish *wish);
void            lsn_picture_wish_free (LsnPictureWish *wish);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LsnPictureWish, lsn_picture_wish_free)

GBytes         *lsn_picture_make  (LsnMap               *snapshot,
                                   LsnTextCache         *cache,
                                   const LsnPictureWish *wish,
                                   guint                 most_side,
                                   GCancellable         *cancellable,
                                   GError              **error);
void            lsn_picture_async (LsnWorkers           *workers,
                                   LsnMap               *snapshot,
                                   LsnTextCache         *cache,
                                   const LsnPictureWish *wish,
                                   guint                 preview_width,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
GBytes         *lsn_picture_finish (GAsyncResult *result,
                                    guint        *width,
                                    guint        *height,
                                    GError      **error);

G_END_DECLS
