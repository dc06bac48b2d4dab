/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "io/files.h"

G_BEGIN_DECLS

/* Opens a file to be read. @seekable (out): it can be opened again and holds the same: not so a pipe. */
GInputStream *lsn_disk_open (GFile         *file,
                             LsnFileState **state,
                             gboolean      *seekable,
                             GCancellable  *cancellable,
                             GError       **error);

gboolean      lsn_disk_refuse_cancelled (GFile        *file,
                                         GCancellable *cancellable,
                                         GError      **error);
gboolean      lsn_disk_write (GFile         *file,
                              GBytes        *bytes,
                              LsnFileState  *expected,
                              GCancellable  *cancellable,
                              LsnFileState **state,
                              GError       **error);

G_END_DECLS
