/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <glib.h>

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
/* <key> elements of one file: columns, and what is kept */
#define LSN_IO_MAX_KEYS 4000u
/* Bytes of an id or of a column's name */
#define LSN_IO_MAX_NAME 4096u
/* Bytes of one cell; the model's limit too */
#define LSN_IO_MAX_CELL (1024u * 1024u)
/* Attributes of one element, namespaces it declares among them: libxml2 compares each with every other */
#define LSN_IO_MAX_TAG 256u
/* Namespaces in scope at one place */
#define LSN_IO_MAX_NAMESPACES 256u
/* Attributes of one element that are not GraphML's, in bytes */
#define LSN_IO_MAX_ATTRIBUTES (64u * 1024u)

G_END_DECLS
