/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/* All of what is on a clipboard, as the first of some types that it offers. */

void    lsn_clipboard_read_async  (GdkClipboard       *clipboard,
                                   const char *const  *types,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data);
GBytes *lsn_clipboard_read_finish (GAsyncResult *result,
                                   const char  **type,
                                   GError      **error);

G_END_DECLS
