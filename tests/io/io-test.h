/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "io/files.h"
#include "model/edit.h"

G_BEGIN_DECLS

/* What the tests of files share. */

LsnMap *io_test_read   (const char *text,
                        gssize      length,
                        LsnReport **report,
                        GError    **error);
/* As io_test_read (), for text that is right: what is not is a failure of the test. */
LsnMap *io_test_map    (const char *text);
char   *io_test_write  (LsnMap *map);
/* A document of GraphML around keys and what is in the graph */
char   *io_test_document (const char *keys,
                          const char *graph);
/* Cells as text; "" for empty. Borrowed until the next call. */
const char *io_test_cell (LsnMap     *map,
                          LsnTable    table,
                          const char *id,
                          const char *column);
gboolean io_test_says  (LsnReport  *report,
                        LsnSeverity severity,
                        guint       line,
                        const char *words);
/* Waits for an asynchronous call: pass io_test_done and &result. */
void          io_test_done (GObject      *source,
                            GAsyncResult *result,
                            gpointer      data);
GAsyncResult *io_test_wait (GAsyncResult **result);
/* The same cells, ids and columns on both sides */
void    io_test_assert_equal (LsnMap *a,
                              LsnMap *b);

/**
 * IoTestPlace:
 * @folder: of its own, empty at first
 * @path: of a map in it that is to be written
 *
 * Where a test writes.
 */
typedef struct
{
  char  *folder;
  char  *path;
  GFile *file;
} IoTestPlace;

/* For g_test_add (). */
void    io_test_place_set_up (IoTestPlace  *place,
                              gconstpointer data);
/* Without what is on the disk, which is the test's to remove. */
void    io_test_place_clear  (IoTestPlace *place);

/* The same lines; the first one that differs is named. */
void    io_test_assert_same_text (const char *wanted,
                                  const char *got);

G_END_DECLS
