/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How much a map takes. The readers of files (io/limits.h) take as much, so that whatever a map holds can be read again once
 * it is saved. */

/* Bytes of the id of a row, and of a choice */
#define LSN_MAX_ID 4096u
/* Bytes of the text of one cell */
#define LSN_MAX_TEXT (1024u * 1024u)
/* A picture that a cell is given: pixels of its longer side, and bytes of its file, which base64 makes a third longer */
#define LSN_MAX_IMAGE_SIDE 512u
#define LSN_MAX_IMAGE (256u * 1024u)
/* Bytes of the file that a picture is made from */
#define LSN_MAX_IMAGE_FILE 64000000u
/* Columns that users add, in all tables of a map together */
#define LSN_MAX_COLUMNS 4000u
/* Choices of a column: cells keep their place in 16 bits */
#define LSN_MAX_CHOICES 65535u
/* Choices of all columns of a map together */
#define LSN_MAX_ALL_CHOICES 1000000u

G_END_DECLS
