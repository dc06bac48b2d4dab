/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "row-mirror.h"

#undef G_DISABLE_ASSERT

static void
on_items_changed (GListModel *list,
                  guint       position,
                  guint       n_removed,
                  guint       n_added,
                  GArray     *mirror)
{
  g_assert_cmpuint (position + n_removed, <=, mirror->len);
  if (n_removed > 0)
    g_array_remove_range (mirror, position, n_removed);
  for (guint i = 0; i < n_added; i++)
    {
      LsnRow row = lsn_row_list_get_row (LSN_ROW_LIST (list), position + i);

      g_array_insert_val (mirror, position + i, row);
    }
}

/**
 * lsn_row_mirror_new:
 * @list: a list
 *
 * Returns: (transfer full): its rows, kept by what "items-changed" says
 */
GArray *
lsn_row_mirror_new (LsnRowList *list)
{
  GArray *mirror = g_array_new (FALSE, FALSE, sizeof (LsnRow));

  on_items_changed (G_LIST_MODEL (list), 0, 0, g_list_model_get_n_items (G_LIST_MODEL (list)), mirror);
  g_signal_connect (list, "items-changed", G_CALLBACK (on_items_changed), mirror);

  return mirror;
}
