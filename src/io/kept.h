/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/edit.h"

G_BEGIN_DECLS

/* Names of the file that its reader and its writer share, and the hidden columns that hold what other programs wrote beside
 * the data: kept as it was, and written back where it stood. */

#define LSN_GRAPHML_NAMESPACE "http://graphml.graphdrawing.org/xmlns"
#define LSN_TABLES_NAMESPACE "urn:x-liaison:tables:1"
#define LSN_TABLES_NAMESPACE_STEM "urn:x-liaison:tables:"
#define LSN_TABLES_VERSION "1"
#define LSN_YED_NAMESPACE "http://www.yworks.com/xml/graphml"
#define LSN_TABLES_KEY "tables"
#define LSN_COLUMNS_TABLE "columns"

typedef enum
{
  LSN_KEPT_ATTRIBUTES,      /* of a <node>, <edge> or the <graph> */
  LSN_KEPT_CONTENT,         /* elements in it: ports, hyperedges */
  LSN_KEPT_DESCRIPTION,     /* <desc> in it, which must be its first element */
  LSN_KEPT_FILE_ATTRIBUTES, /* of the <graphml> */
  LSN_KEPT_FILE_DESCRIPTION, /* <desc> of it */
  LSN_KEPT_FILE_HEAD,       /* keys for what a map has no table for */
  LSN_KEPT_FILE_TAIL,       /* <data> of the file, later graphs, anything else */
  LSN_KEPT_KEYS,            /* what a <key> said beyond GraphML: per column a line of id, attributes and content */
  LSN_KEPT_TABLES,          /* tables that this version does not know */
  LSN_N_KEPT
} LsnKept;

gboolean    lsn_kept_is_id      (const char *column_id);
LsnColumn   lsn_kept_find       (LsnMap  *map,
                                 LsnTable table,
                                 LsnKept  kept);
gboolean    lsn_kept_set        (LsnMap     *map,
                                 LsnTable    table,
                                 LsnRow      row,
                                 LsnKept     kept,
                                 const char *text,
                                 GError    **error);
const char *lsn_kept_get        (LsnMap  *map,
                                 LsnTable table,
                                 LsnRow   row,
                                 LsnKept  kept);
void        lsn_kept_append     (GString    *xml,
                                 const char *indent,
                                 const char *first,
                                 const char *second);
void        lsn_kept_append_of_map (GString    *xml,
                                    const char *indent,
                                    LsnMap     *map,
                                    LsnKept     first,
                                    LsnKept     second);

G_END_DECLS
