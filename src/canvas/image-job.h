/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Pictures for actors, from wherever they come, made into what a cell holds by a thread of their own. */

void        lsn_image_take_bytes_async (GBytes             *bytes,
                                        GAsyncReadyCallback callback,
                                        gpointer            user_data);
void        lsn_image_take_file_async  (GFile              *file,
                                        GAsyncReadyCallback callback,
                                        gpointer            user_data);
void        lsn_image_choose_async     (GtkWidget          *asker,
                                        GAsyncReadyCallback callback,
                                        gpointer            user_data);
void        lsn_image_paste_async      (GdkClipboard       *clipboard,
                                        GAsyncReadyCallback callback,
                                        gpointer            user_data);
char       *lsn_image_take_finish      (GAsyncResult *result,
                                        GError      **error);
gboolean    lsn_image_is_named_so      (GFile *file);
GPtrArray  *lsn_image_files_of_uris    (GBytes *uris);

G_END_DECLS
