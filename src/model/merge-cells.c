/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "model/merge-cells.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/edit.h"
#include "model/kinds.h"
#include "model/names.h"

/**
 * lsn_cells_append_note:
 * @text: a line that a text of several lines is to have
 *
 * Within a transaction.
 */
gboolean
lsn_cells_append_note (LsnMap     *map,
                       LsnTable    table,
                       LsnRow      row,
                       LsnColumn   column,
                       const char *text,
                       GError    **error)
{
  const char      *old = lsn_map_get_text (map, table, row, column);
  g_autofree char *joined = NULL;

  if (old != NULL && strstr (old, text) != NULL)
    return TRUE;

  joined = old != NULL ? g_strdup_printf ("%s\n%s", old, text) : g_strdup (text);
  return lsn_map_set_text (map, table, row, column, joined, error);
}

/**
 * lsn_cell_in_words:
 *
 * Returns: (transfer full): what a cell says, as people read it
 */
char *
lsn_cell_in_words (LsnMap   *map,
                   LsnTable  table,
                   LsnRow    row,
                   LsnColumn column)
{
  const LsnColumnSpec *spec = lsn_map_column_spec (map, table, column);
  LsnValue value = lsn_map_get (map, table, row, column);

  if (value.kind == LSN_VALUE_REFERENCE)
    return lsn_row_display_name (map, spec->refers_to, value.row);
  if (value.kind == LSN_VALUE_TEXT && spec->type == LSN_TYPE_CHOICE)
    return g_strdup (lsn_column_choice_label (spec, value.text));
  if (value.kind == LSN_VALUE_TEXT && spec->type == LSN_TYPE_IMAGE)
    /* Translators: what a field holds whose content cannot be told in words: "a picture (The palace)" */
    return g_strdup (C_("value", "a picture"));
  return lsn_map_format_cell (map, table, row, column);
}

static gboolean
take_over_column (LsnMap   *map,
                  LsnTable  table,
                  LsnColumn column,
                  LsnRow    into,
                  LsnRow    other,
                  GError  **error)
{
  for (LsnRow row = lsn_map_next_row (map, table, LSN_NO_ROW); row != LSN_NO_ROW; row = lsn_map_next_row (map, table, row))
    if (lsn_map_get_reference (map, table, row, column) == other &&
        !(table == LSN_TABLE_ACTORS && column == LSN_ACTOR_PARENT && row == into) &&
        !lsn_map_set_reference (map, table, row, column, into, error))
      return FALSE;
  return TRUE;
}

/**
 * lsn_cells_take_over:
 * @refers_to: the table of @into and @other
 *
 * Within a transaction: whatever refers to @other refers to @into. O(rows of the map).
 */
gboolean
lsn_cells_take_over (LsnMap  *map,
                     LsnTable refers_to,
                     LsnRow   into,
                     LsnRow   other,
                     GError **error)
{
  for (guint table = 0; table < LSN_N_TABLES; table++)
    for (LsnColumn column = lsn_map_next_column (map, table, LSN_NO_COLUMN); column != LSN_NO_COLUMN;
         column = lsn_map_next_column (map, table, column))
      {
        const LsnColumnSpec *spec = lsn_map_column_spec (map, table, column);

        if (spec->type == LSN_TYPE_REFERENCE && spec->refers_to == refers_to &&
            !take_over_column (map, table, column, into, other, error))
          return FALSE;
      }
  return TRUE;
}
