/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A rectangle of texts, as spreadsheets put it on the clipboard: rows by lines, cells by tabs, and quotes around a cell that
 * holds either. */

typedef struct _LsnBlock LsnBlock;

LsnBlock   *lsn_block_new       (void);
LsnBlock   *lsn_block_parse     (const char *text,
                                 gssize      length);
void        lsn_block_free      (LsnBlock *block);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LsnBlock, lsn_block_free)
void        lsn_block_add_row   (LsnBlock *block);
void        lsn_block_add_cell  (LsnBlock   *block,
                                 const char *text);
void        lsn_block_drop_first (LsnBlock *block);
guint       lsn_block_n_rows    (const LsnBlock *block);
guint       lsn_block_n_columns (const LsnBlock *block);
const char *lsn_block_get       (const LsnBlock *block,
                                 guint           row,
                                 guint           column);
char       *lsn_block_to_text   (const LsnBlock *block);
char       *lsn_block_to_html   (const LsnBlock *block);

G_END_DECLS
