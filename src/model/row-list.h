/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gio/gio.h>
#include "model/filter.h"
#include "model/map.h"

G_BEGIN_DECLS

/* Rows of one table as a list model, for list and column views: row objects are made only when a view asks. Search and
 * sorting are a permutation inside; do not stack GtkSortListModel or GtkFilterListModel on it. */

#define LSN_TYPE_ROW_ITEM (lsn_row_item_get_type ())
G_DECLARE_FINAL_TYPE (LsnRowItem, lsn_row_item, LSN, ROW_ITEM, GObject)

LsnMap  *lsn_row_item_get_map   (LsnRowItem *item);
LsnTable lsn_row_item_get_table (LsnRowItem *item);
LsnRow   lsn_row_item_get_row   (LsnRowItem *item);
guint    lsn_row_item_get_depth (LsnRowItem *item); /* containers above it, when the list shows containment */

#define LSN_TYPE_ROW_LIST (lsn_row_list_get_type ())
G_DECLARE_FINAL_TYPE (LsnRowList, lsn_row_list, LSN, ROW_LIST, GObject)

LsnRowList *lsn_row_list_new        (LsnMap     *map,
                                     LsnTable    table);
/* Words that a row's text must all contain (case and accents folded), over names, aliases, kinds and notes; for ties the
 * names of both ends too. NULL or "" shows all. */
void        lsn_row_list_set_search (LsnRowList *list,
                                     const char *words);
/* Actors of a container follow it, indented by depth; default for actors without a search. */
void        lsn_row_list_set_nested (LsnRowList *list,
                                     gboolean    nested);
void        lsn_row_list_set_sort   (LsnRowList *list,
                                     LsnColumn   column,
                                     gboolean    descending);
void        lsn_row_list_set_filter (LsnRowList      *list,
                                     const LsnFilter *filter);
/* One item more at the end, of no row: where a new one is typed. */
void        lsn_row_list_set_blank  (LsnRowList *list,
                                     gboolean    blank);
guint       lsn_row_list_n_rows     (LsnRowList *list);
guint       lsn_row_list_find       (LsnRowList *list,     /* G_MAXUINT when it is not shown */
                                     LsnRow      row);
LsnRow      lsn_row_list_get_row    (LsnRowList *list,
                                     guint       position);

G_END_DECLS
