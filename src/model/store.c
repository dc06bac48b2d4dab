/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "model/store.h"

#include <math.h>
#include <string.h>

/* Bytes of a chunk's cells by type; integers have a bit each beside them, as every gint64 is a value. */
static gsize
cells_size (LsnStoreType type)
{
  switch (type)
    {
    case LSN_STORE_TEXT:
      return LSN_CHUNK_ROWS * sizeof (char *);

    case LSN_STORE_NUMBER:
      return LSN_CHUNK_ROWS * sizeof (double);

    case LSN_STORE_INTEGER:
      return LSN_CHUNK_ROWS * sizeof (gint64) + LSN_CHUNK_ROWS / 8;

    case LSN_STORE_BOOLEAN:
      return LSN_CHUNK_ROWS * sizeof (guint8);

    case LSN_STORE_CHOICE:
      return LSN_CHUNK_ROWS * sizeof (guint16);

    case LSN_STORE_ROW:
    default:
      return LSN_CHUNK_ROWS * sizeof (LsnRow);
    }
}

static inline guint8 *
known_bits (LsnChunk *chunk)
{
  return (guint8 *) &chunk->integers[LSN_CHUNK_ROWS];
}

static LsnChunk *
chunk_new (LsnStoreType type)
{
  LsnChunk *chunk = g_malloc0 (G_STRUCT_OFFSET (LsnChunk, texts) + cells_size (type));

  chunk->references = 1;
  if (type == LSN_STORE_NUMBER)
    for (guint i = 0; i < LSN_CHUNK_ROWS; i++)
      chunk->numbers[i] = NAN;

  return chunk;
}

static void
chunk_unref (LsnChunk    *chunk,
             LsnStoreType type)
{
  if (!g_atomic_int_dec_and_test (&chunk->references))
    return;

  if (type == LSN_STORE_TEXT)
    for (guint i = 0; i < LSN_CHUNK_ROWS; i++)
      if (chunk->texts[i] != NULL)
        lsn_shared_text_unref (chunk->texts[i]);

  g_free (chunk);
}

/* A chunk that nobody else holds, with the cells of @chunk, whose reference is taken. */
static LsnChunk *
chunk_own (LsnChunk    *chunk,
           LsnStoreType type)
{
  LsnChunk *own;

  if (g_atomic_int_get (&chunk->references) == 1)
    return chunk;

  own = g_malloc (G_STRUCT_OFFSET (LsnChunk, texts) + cells_size (type));
  own->references = 1;
  own->n_known = chunk->n_known;
  memcpy (own->texts, chunk->texts, cells_size (type));
  if (type == LSN_STORE_TEXT)
    for (guint i = 0; i < LSN_CHUNK_ROWS; i++)
      if (own->texts[i] != NULL)
        lsn_shared_text_ref (own->texts[i]);

  chunk_unref (chunk, type);
  return own;
}

static LsnCell
chunk_get (LsnChunk    *chunk,
           LsnStoreType type,
           guint        at)
{
  switch (type)
    {
    case LSN_STORE_TEXT:
      return (LsnCell) { .known = chunk->texts[at] != NULL, .text = chunk->texts[at] };

    case LSN_STORE_NUMBER:
      return (LsnCell) { .known = !isnan (chunk->numbers[at]), .number = chunk->numbers[at] };

    case LSN_STORE_INTEGER:
      return (LsnCell) {
               .known = (known_bits (chunk)[at / 8] >> (at % 8)) & 1, .integer = chunk->integers[at]
      };

    case LSN_STORE_BOOLEAN:
      return (LsnCell) { .known = chunk->booleans[at] != 0, .boolean = chunk->booleans[at] == 2 };

    case LSN_STORE_CHOICE:
      return (LsnCell) { .known = chunk->choices[at] != 0, .choice = chunk->choices[at] };

    case LSN_STORE_ROW:
      return (LsnCell) { .known = chunk->rows[at] != LSN_NO_ROW, .row = chunk->rows[at] };

    default:
      g_return_val_if_reached (LSN_CELL_EMPTY);
    }
}

static void
chunk_put (LsnChunk    *chunk,
           LsnStoreType type,
           guint        at,
           LsnCell      cell)
{
  switch (type)
    {
    case LSN_STORE_TEXT:
      chunk->texts[at] = cell.known ? cell.text : NULL;
      break;

    case LSN_STORE_NUMBER:
      chunk->numbers[at] = cell.known ? cell.number : NAN;
      break;

    case LSN_STORE_INTEGER:
      chunk->integers[at] = cell.known ? cell.integer : 0;
      if (cell.known)
        known_bits (chunk)[at / 8] |= (guint8) (1u << (at % 8));
      else
        known_bits (chunk)[at / 8] &= (guint8) ~(1u << (at % 8));
      break;

    case LSN_STORE_BOOLEAN:
      chunk->booleans[at] = cell.known ? (cell.boolean ? 2 : 1) : 0;
      break;

    case LSN_STORE_CHOICE:
      chunk->choices[at] = cell.known ? (guint16) cell.choice : 0;
      break;

    case LSN_STORE_ROW:
      chunk->rows[at] = cell.known ? cell.row : LSN_NO_ROW;
      break;

    default:
      g_return_if_reached ();
    }
}

void
lsn_store_init (LsnStore    *store,
                LsnStoreType type)
{
  *store = (LsnStore) { .type = type };
}

void
lsn_store_clear (LsnStore *store)
{
  for (guint i = 0; i < store->n_chunks; i++)
    if (store->chunks[i] != NULL)
      chunk_unref (store->chunks[i], store->type);

  g_clear_pointer (&store->chunks, g_free);
  store->n_chunks = 0;
  store->n_known = 0;
}

/**
 * lsn_store_share:
 * @store: a store
 * @copy: (out caller-allocates): another that holds the same cells
 *
 * O(chunks): no cell is copied until one of both is written to.
 */
void
lsn_store_share (const LsnStore *store,
                 LsnStore       *copy)
{
  *copy = *store;
  copy->chunks = g_memdup2 (store->chunks, store->n_chunks * sizeof (LsnChunk *));
  for (guint i = 0; i < store->n_chunks; i++)
    if (store->chunks[i] != NULL)
      g_atomic_int_inc (&store->chunks[i]->references);
}

/**
 * lsn_store_get:
 * @store: a store
 * @row: a row
 *
 * Returns: the cell; its text is borrowed
 */
LsnCell
lsn_store_get (const LsnStore *store,
               LsnRow          row)
{
  guint at = row >> LSN_CHUNK_SHIFT;

  if (at >= store->n_chunks || store->chunks[at] == NULL)
    return LSN_CELL_EMPTY;

  return chunk_get (store->chunks[at], store->type, row & LSN_CHUNK_MASK);
}

static void
make_room (LsnStore *store,
           guint     n_chunks)
{
  if (n_chunks <= store->n_chunks)
    return;

  /* The array is as long as it says; growing by halves keeps filling a large map linear. */
  n_chunks = MAX (n_chunks, store->n_chunks + store->n_chunks / 2);
  store->chunks = g_renew (LsnChunk *, store->chunks, n_chunks);
  memset (store->chunks + store->n_chunks, 0, (n_chunks - store->n_chunks) * sizeof (LsnChunk *));
  store->n_chunks = n_chunks;
}

/**
 * lsn_store_swap:
 * @store: a store
 * @row: a row
 * @cell: (transfer full): what it shall hold
 *
 * Returns: (transfer full): what it held
 */
LsnCell
lsn_store_swap (LsnStore *store,
                LsnRow    row,
                LsnCell   cell)
{
  guint at = row >> LSN_CHUNK_SHIFT;
  LsnChunk *chunk;
  LsnCell old;

  if (at >= store->n_chunks || store->chunks[at] == NULL)
    {
      if (!cell.known)
        return LSN_CELL_EMPTY;
      make_room (store, at + 1);
      store->chunks[at] = chunk_new (store->type);
    }

  chunk = store->chunks[at] = chunk_own (store->chunks[at], store->type);
  old = chunk_get (chunk, store->type, row & LSN_CHUNK_MASK);
  chunk_put (chunk, store->type, row & LSN_CHUNK_MASK, cell);

  chunk->n_known += (guint) (cell.known != FALSE) - (guint) (old.known != FALSE);
  store->n_known += (guint) (cell.known != FALSE) - (guint) (old.known != FALSE);
  if (chunk->n_known == 0)
    {
      chunk_unref (chunk, store->type);
      store->chunks[at] = NULL;
    }

  return old;
}

/**
 * lsn_store_next:
 * @store: a store
 * @after: a row, or %LSN_NO_ROW to begin
 *
 * Returns: the next row whose cell is known, in order of handles; %LSN_NO_ROW at the end. Chunks without cells are skipped
 *   as one.
 */
LsnRow
lsn_store_next (const LsnStore *store,
                LsnRow          after)
{
  LsnRow row = after + 1;

  while ((row >> LSN_CHUNK_SHIFT) < store->n_chunks)
    {
      LsnChunk *chunk = store->chunks[row >> LSN_CHUNK_SHIFT];

      if (chunk != NULL)
        for (guint at = row & LSN_CHUNK_MASK; at < LSN_CHUNK_ROWS; at++, row++)
          if (chunk_get (chunk, store->type, at).known)
            return row;

      row = ((row - (chunk != NULL)) | LSN_CHUNK_MASK) + 1;
    }

  return LSN_NO_ROW;
}

gboolean
lsn_cell_equal (const LsnStore *store,
                LsnCell         a,
                LsnCell         b)
{
  if (a.known != b.known || !a.known)
    return a.known == b.known;

  switch (store->type)
    {
    case LSN_STORE_TEXT:
      return a.text == b.text || strcmp (a.text, b.text) == 0;

    case LSN_STORE_NUMBER:
      return memcmp (&a.number, &b.number, sizeof a.number) == 0;

    case LSN_STORE_INTEGER:
      return a.integer == b.integer;

    case LSN_STORE_BOOLEAN:
      return a.boolean == b.boolean;

    case LSN_STORE_CHOICE:
      return a.choice == b.choice;

    case LSN_STORE_ROW:
      return a.row == b.row;

    default:
      g_return_val_if_reached (FALSE);
    }
}

/* Gives back what a cell owns. */
void
lsn_cell_clear (const LsnStore *store,
                LsnCell        *cell)
{
  if (cell->known && store->type == LSN_STORE_TEXT)
    lsn_shared_text_unref (cell->text);

  *cell = LSN_CELL_EMPTY;
}
