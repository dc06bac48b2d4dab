/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <glib.h>
#include <sys/stat.h>

G_BEGIN_DECLS

/* Replaces a regular file of a local disk, and leaves nothing else behind. */

gboolean lsn_write_all    (int     fd,
                           GBytes *bytes);
gboolean lsn_replace_file (const char        *target,
                           const struct stat *before,
                           GBytes            *bytes,
                           struct stat       *status,
                           gboolean          *changed,
                           char             **left);

G_END_DECLS
