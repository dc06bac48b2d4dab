/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Texts of cells: immutable, counted atomically, so that a snapshot may be freed in any thread. A text is the pointer to
 * its characters; what belongs to it stands before them.
 *
 * A pool belongs to the thread that owns the map. It holds one reference to each of its texts, so a text that only the
 * pool holds cannot be found by anybody else and may be dropped; that happens when the pool has to grow. Within one
 * pool, equal texts are the same pointer. */

typedef struct _LsnTextPool LsnTextPool;

char        *lsn_shared_text_new    (const char *text,
                                     gsize       length);
char        *lsn_shared_text_ref    (char *text);
void         lsn_shared_text_unref  (char *text);
gsize        lsn_shared_text_length (const char *text);

LsnTextPool *lsn_text_pool_new      (void);
void         lsn_text_pool_free     (LsnTextPool *pool);
char        *lsn_text_pool_take     (LsnTextPool *pool,
                                     const char  *text,
                                     gsize        length);

G_END_DECLS
