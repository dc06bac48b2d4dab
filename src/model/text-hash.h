/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Hashes of texts that a file chooses: under a key of the process, so that no file can be made to clash. */

guint32 lsn_text_hash        (const char *text,
                              gsize       length);
guint   lsn_text_hash_string (gconstpointer text);

G_END_DECLS
