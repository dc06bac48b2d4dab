/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "model/row-list.h"
#include "model/row-item-private.h"

struct _LsnRowItem
{
  GObject  parent_instance;

  LsnMap  *map;
  LsnTable table;
  LsnRow   row;
  guint    depth;
};

G_DEFINE_FINAL_TYPE (LsnRowItem, lsn_row_item, G_TYPE_OBJECT)

static void
lsn_row_item_dispose (GObject *object)
{
  g_clear_object (&LSN_ROW_ITEM (object)->map);
  G_OBJECT_CLASS (lsn_row_item_parent_class)->dispose (object);
}

static void
lsn_row_item_class_init (LsnRowItemClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lsn_row_item_dispose;
}

static void
lsn_row_item_init (LsnRowItem *item)
{
}

LsnRowItem *
_lsn_row_item_new (LsnMap  *map,
                   LsnTable table,
                   LsnRow   row,
                   guint    depth)
{
  LsnRowItem *item = g_object_new (LSN_TYPE_ROW_ITEM, NULL);

  item->map = g_object_ref (map);
  item->table = table;
  item->row = row;
  item->depth = depth;

  return item;
}

/**
 * lsn_row_item_get_map:
 *
 * Returns: (transfer none): the map that the row is of
 */
LsnMap *
lsn_row_item_get_map (LsnRowItem *item)
{
  return item->map;
}

/**
 * lsn_row_item_get_table:
 *
 * Returns: the table that the row is of
 */
LsnTable
lsn_row_item_get_table (LsnRowItem *item)
{
  return item->table;
}

/**
 * lsn_row_item_get_row:
 *
 * Returns: the row; it may have left the map since
 */
LsnRow
lsn_row_item_get_row (LsnRowItem *item)
{
  return item->row;
}

/**
 * lsn_row_item_get_depth:
 *
 * Returns: how many containers are above it in a nested list; 0 in others
 */
guint
lsn_row_item_get_depth (LsnRowItem *item)
{
  return item->depth;
}
