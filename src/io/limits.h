/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/bounds.h"

G_BEGIN_DECLS

/* How much a reader takes. What is above fails, with an error that names the limit, the line and the column; it bounds the
 * memory and the time that a hostile file can cost. The numbers are far above what a map can use with profit. */

/* Bytes of a file, after decompression */
#define LSN_IO_MAX_BYTES (G_GUINT64_CONSTANT (512) * 1024 * 1024)
/* Bytes of a DOT file: the whole of it goes through the helper's pipe in one frame */
#define LSN_IO_MAX_DOT_BYTES (G_GUINT64_CONSTANT (32) * 1024 * 1024)
/* Elements within elements; libxml2's own limit is 256 */
#define LSN_IO_MAX_DEPTH 200u
/* Actors and ties of one file, each */
#define LSN_IO_MAX_ROWS 4000000u
/* <key> elements of one file that are for columns: those that users add and the built-in ones */
#define LSN_IO_MAX_KEYS (LSN_MAX_COLUMNS + 256u)
/* <key> elements of one file that are only kept: no more of them go into a cell */
#define LSN_IO_MAX_FOREIGN_KEYS (64u * 1024u)
/* Bytes of an id or of a column's name */
#define LSN_IO_MAX_NAME LSN_MAX_ID
/* Bytes of one cell */
#define LSN_IO_MAX_CELL LSN_MAX_TEXT
/* Bytes of the cells that defaults fill, each counted with what it costs beside its text */
#define LSN_IO_MAX_DEFAULTS (G_GUINT64_CONSTANT (64) * 1024 * 1024)
#define LSN_IO_DEFAULT_COST 16u
/* Attributes of one element, namespaces it declares among them: libxml2 compares each with every other */
#define LSN_IO_MAX_TAG 256u
/* Of those of one element, as many are kept: some are added when it is written */
#define LSN_IO_MAX_KEPT_TAG (LSN_IO_MAX_TAG - 8u)
/* Namespaces in scope at one place */
#define LSN_IO_MAX_NAMESPACES 256u
/* Attributes of one element that are not GraphML's, in bytes */
#define LSN_IO_MAX_ATTRIBUTES (64u * 1024u)

G_END_DECLS
