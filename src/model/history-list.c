/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "model/history-list.h"

#include "model/edit.h"

struct _LsnHistoryPoint
{
  GObject parent_instance;

  guint   n_done;
};

struct _LsnHistoryList
{
  GObject parent_instance;

  LsnMap *map;
  guint   n_items; /* as the views know it */
  guint   telling; /* source that tells them soon */
};

static void lsn_history_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE (LsnHistoryPoint, lsn_history_point, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE_WITH_CODE (LsnHistoryList, lsn_history_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, lsn_history_list_model_init))

static void
lsn_history_point_class_init (LsnHistoryPointClass *klass)
{
}

static void
lsn_history_point_init (LsnHistoryPoint *point)
{
}

/**
 * lsn_history_point_get_n_done:
 *
 * Returns: how many steps are done at that point, as lsn_map_go_to_step() takes it
 */
guint
lsn_history_point_get_n_done (LsnHistoryPoint *point)
{
  g_return_val_if_fail (LSN_IS_HISTORY_POINT (point), 0);

  return point->n_done;
}

static gboolean
on_tell (gpointer data)
{
  LsnHistoryList *list = data;
  guint           n = lsn_map_n_steps (list->map) + 1, before = list->n_items;

  list->telling = 0;
  list->n_items = n;
  if (n != before)
    g_list_model_items_changed (G_LIST_MODEL (list), MIN (n, before), before > n ? before - n : 0,
                                n > before ? n - before : 0);
  g_signal_emit_by_name (list, "moved");
  return G_SOURCE_REMOVE;
}

/* A way over many steps says "history" at each: the views are told once, at its end. */
static void
on_history (LsnHistoryList *list)
{
  if (list->telling == 0)
    list->telling = g_idle_add_full (G_PRIORITY_DEFAULT, on_tell, list, NULL);
}

static GType
get_item_type (GListModel *model)
{
  return LSN_TYPE_HISTORY_POINT;
}

static guint
get_n_items (GListModel *model)
{
  return LSN_HISTORY_LIST (model)->n_items;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  LsnHistoryPoint *point;

  if (position >= LSN_HISTORY_LIST (model)->n_items)
    return NULL;

  point = g_object_new (LSN_TYPE_HISTORY_POINT, NULL);
  point->n_done = position;
  return point;
}

static void
lsn_history_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
lsn_history_list_dispose (GObject *object)
{
  LsnHistoryList *list = LSN_HISTORY_LIST (object);

  g_clear_handle_id (&list->telling, g_source_remove);
  if (list->map != NULL)
    g_signal_handlers_disconnect_by_data (list->map, list);
  g_clear_object (&list->map);
  G_OBJECT_CLASS (lsn_history_list_parent_class)->dispose (object);
}

static void
lsn_history_list_class_init (LsnHistoryListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lsn_history_list_dispose;
  g_signal_new ("moved", LSN_TYPE_HISTORY_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lsn_history_list_init (LsnHistoryList *list)
{
}

/**
 * lsn_history_list_new:
 * @map: whose history to list
 *
 * Returns: (transfer full): one item more than there are steps
 */
LsnHistoryList *
lsn_history_list_new (LsnMap *map)
{
  LsnHistoryList *list;

  g_return_val_if_fail (LSN_IS_MAP (map) && !lsn_map_is_snapshot (map), NULL);

  list = g_object_new (LSN_TYPE_HISTORY_LIST, NULL);
  list->map = g_object_ref (map);
  list->n_items = lsn_map_n_steps (map) + 1;
  g_signal_connect_swapped (map, "history", G_CALLBACK (on_history), list);
  return list;
}
