/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/types.h"

G_BEGIN_DECLS

/* (version, columns, kinds, actors, ties, other names, notes). A column is (table, id, name, type, unit, least, most, table that
 * it refers to, several lines, choices), a row (id, {column id: text}). Cells are the texts that a file would hold, so that
 * reading them checks them as reading a file does. */
#define LSN_ROWS_TYPE    "a(sa{ss})"
#define LSN_ROWS_COLUMNS "a(ussssddsbas)"
#define LSN_ROWS_FORMAT  "(u" LSN_ROWS_COLUMNS LSN_ROWS_TYPE LSN_ROWS_TYPE LSN_ROWS_TYPE LSN_ROWS_TYPE \
  LSN_ROWS_TYPE ")"
#define LSN_ROWS_VERSION 3

static const char *const lsn_rows_type_names[] = {
  "text", "integer", "number", "boolean", "choice", "date", "colour", "reference", "points", "image", "xml",
};

/* The tables whose rows are copied, in the order in which they are read: who refers to others comes after them. */
static const LsnTable lsn_rows_tables[] = { LSN_TABLE_KINDS, LSN_TABLE_ACTORS, LSN_TABLE_TIES, LSN_TABLE_ALIASES,
                                            LSN_TABLE_NOTES };

G_END_DECLS
