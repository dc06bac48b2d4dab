/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/types.h"
#include "model/shared-text.h"

G_BEGIN_DECLS

/* The cells of one column, by row handle, in chunks of a few hundred rows. Chunks are counted atomically and shared by a
 * map and its snapshots; who writes to a chunk that another holds too copies it first. A chunk without any cell is not
 * there. Reading never writes, so a snapshot may be read from any thread. */

typedef enum
{
  LSN_STORE_TEXT,
  LSN_STORE_NUMBER,
  LSN_STORE_INTEGER,
  LSN_STORE_BOOLEAN,
  LSN_STORE_CHOICE, /* place in the list of choices, from 1 */
  LSN_STORE_ROW,
} LsnStoreType;

/**
 * LsnCell:
 *
 * What a store holds for one row. A text is one reference, owned by whoever has the cell.
 */
typedef struct
{
  gboolean known;
  union
  {
    char    *text;
    double   number;
    gint64   integer;
    gboolean boolean;
    guint    choice;
    LsnRow   row;
  };
} LsnCell;

#define LSN_CELL_EMPTY ((LsnCell) { .known = FALSE })

#define LSN_CHUNK_SHIFT 9
#define LSN_CHUNK_ROWS (1u << LSN_CHUNK_SHIFT)
#define LSN_CHUNK_MASK (LSN_CHUNK_ROWS - 1)

typedef struct
{
  int   references; /* atomic */
  guint n_known;
  union
  {
    char   *texts[1];
    double  numbers[1];  /* NaN is empty */
    gint64  integers[1]; /* followed by a bit for each that is known */
    guint8  booleans[1]; /* 0 empty, 1 no, 2 yes */
    guint16 choices[1];  /* 0 empty */
    LsnRow  rows[1];     /* 0 empty */
  };
} LsnChunk;

typedef struct
{
  LsnStoreType type;
  guint        n_chunks;
  guint        n_known;
  LsnChunk   **chunks;
} LsnStore;

void     lsn_store_init  (LsnStore    *store,
                          LsnStoreType type);
void     lsn_store_clear (LsnStore *store);
void     lsn_store_share (const LsnStore *store,
                          LsnStore       *copy);
LsnCell  lsn_store_get   (const LsnStore *store,
                          LsnRow          row);
LsnCell  lsn_store_swap  (LsnStore *store,
                          LsnRow    row,
                          LsnCell   cell);
LsnRow   lsn_store_next  (const LsnStore *store,
                          LsnRow          after);

gboolean lsn_cell_equal  (const LsnStore *store,
                          LsnCell         a,
                          LsnCell         b);
void     lsn_cell_clear  (const LsnStore *store,
                          LsnCell        *cell);

static inline const LsnChunk *
lsn_store_chunk (const LsnStore *store,
                 LsnRow          row)
{
  guint at = row >> LSN_CHUNK_SHIFT;

  return at < store->n_chunks ? store->chunks[at] : NULL;
}

static inline const char *
lsn_store_text (const LsnStore *store,
                LsnRow          row)
{
  const LsnChunk *chunk = lsn_store_chunk (store, row);

  return chunk == NULL ? NULL : chunk->texts[row & LSN_CHUNK_MASK];
}

static inline LsnRow
lsn_store_row (const LsnStore *store,
               LsnRow          row)
{
  const LsnChunk *chunk = lsn_store_chunk (store, row);

  return chunk == NULL ? LSN_NO_ROW : chunk->rows[row & LSN_CHUNK_MASK];
}

static inline void
lsn_store_set_row (LsnStore *store,
                   LsnRow    row,
                   LsnRow    to)
{
  lsn_store_swap (store, row, (LsnCell) { .known = to != LSN_NO_ROW, .row = to });
}

G_END_DECLS
