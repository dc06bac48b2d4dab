/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"
#include "io/dot-losses.h"

#include <glib/gi18n-lib.h>

#include "io/column-words.h"
#include "io/kept.h"
#include "model/kind-edits.h"

/* What a map holds and DOT has no place for. */

typedef struct
{
  guint xml;       /* cells of XML columns */
  guint kept;      /* cells of what foreign files brought along */
  guint columns;   /* columns of which DOT says name and values only */
  guint kinds;     /* kinds that are not as they are built in */
  guint ties;      /* ties that lack an end */
} Losses;

static guint
count_cells (LsnMap   *map,
             LsnTable  table,
             LsnColumn column)
{
  guint n = 0;

  for (LsnRow row = lsn_map_next_row (map, table, LSN_NO_ROW); row != LSN_NO_ROW; row = lsn_map_next_row (map, table, row))
    n += lsn_map_get (map, table, row, column).kind != LSN_VALUE_EMPTY;
  return n;
}

static void
count_columns (LsnMap  *map,
               LsnTable table,
               Losses  *losses)
{
  for (LsnColumn column = lsn_map_next_column (map, table, LSN_NO_COLUMN); column != LSN_NO_COLUMN;
       column = lsn_map_next_column (map, table, column))
    {
      const LsnColumnSpec *spec = lsn_map_column_spec (map, table, column);

      if (lsn_kept_is_id (spec->id))
        losses->kept += count_cells (map, table, column);
      else if (spec->type == LSN_TYPE_XML)
        losses->xml += count_cells (map, table, column);
      else if (column >= lsn_table_n_builtin (table) && !lsn_column_is_plain (spec))
        losses->columns++;
    }
}

static gboolean
is_same_kind (LsnMap *map,
              LsnRow  row,
              LsnMap *plain,
              LsnRow  other)
{
  for (LsnColumn column = lsn_map_next_column (map, LSN_TABLE_KINDS, LSN_NO_COLUMN); column != LSN_NO_COLUMN;
       column = lsn_map_next_column (map, LSN_TABLE_KINDS, column))
    {
      g_autofree char *cell = lsn_map_format_cell (map, LSN_TABLE_KINDS, row, column);
      g_autofree char *built_in = column < lsn_table_n_builtin (LSN_TABLE_KINDS)
                                  ? lsn_map_format_cell (plain, LSN_TABLE_KINDS, other, column) : NULL;

      if (g_strcmp0 (cell, built_in) != 0)
        return FALSE;
    }
  return TRUE;
}

static guint
count_kinds (LsnMap *map)
{
  g_autoptr (LsnOrigin) origin = lsn_origin_new_seeded (0, "", "");
  g_autoptr (LsnMap) plain = lsn_map_new_bare (origin);
  guint n = 0;

  lsn_kinds_insert_builtin (plain);
  for (LsnRow row = lsn_map_next_row (map, LSN_TABLE_KINDS, LSN_NO_ROW); row != LSN_NO_ROW;
       row = lsn_map_next_row (map, LSN_TABLE_KINDS, row))
    {
      LsnRow other = lsn_map_find_row (plain, LSN_TABLE_KINDS, lsn_map_row_id (map, LSN_TABLE_KINDS, row));

      n += other == LSN_NO_ROW || !is_same_kind (map, row, plain, other);
    }
  return n;
}

static guint
count_loose_ties (LsnMap *map)
{
  guint n = 0;

  for (LsnRow tie = lsn_map_next_row (map, LSN_TABLE_TIES, LSN_NO_ROW); tie != LSN_NO_ROW;
       tie = lsn_map_next_row (map, LSN_TABLE_TIES, tie))
    n += lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_SOURCE) == LSN_NO_ROW
         || lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_TARGET) == LSN_NO_ROW;
  return n;
}

/* @sentence is in the language and the number that fits @n, with one %u. */
static void
add (LsnReport  *report,
     guint       n,
     const char *sentence)
{
  g_auto (GStrv) parts = g_strsplit (sentence, "%u", 2);
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_autofree char *text = g_strjoinv (number, parts);

  if (n > 0)
    lsn_report_add (report, LSN_SEVERITY_WARNING, 0, 0, "%s", text);
}

/**
 * lsn_dot_report_losses:
 * @map: a map or a snapshot that is written as DOT
 * @report: gets one sentence for each sort of thing that is not
 *
 * Says what lsn_dot_write () leaves out. O(cells of the columns in question).
 */
void
lsn_dot_report_losses (LsnMap    *map,
                       LsnReport *report)
{
  Losses losses = { .kinds = count_kinds (map), .ties = count_loose_ties (map) };
  guint aliases = lsn_map_n_rows (map, LSN_TABLE_ALIASES);

  for (guint table = 0; table <= LSN_TABLE_TIES; table++)
    count_columns (map, table, &losses);
  add (report, losses.xml, g_dngettext (GETTEXT_PACKAGE, "%u cell that holds XML is not written to DOT.",
                                        "%u cells that hold XML are not written to DOT.", losses.xml));
  add (report, losses.kept,
       g_dngettext (GETTEXT_PACKAGE, "%u piece that another program left in the map is not written to DOT.",
                    "%u pieces that another program left in the map are not written to DOT.", losses.kept));
  add (report, losses.columns,
       g_dngettext (GETTEXT_PACKAGE, "Of %u column, DOT holds the name and the values only, not its unit, range or choices.",
                    "Of %u columns, DOT holds the names and the values only, not their units, ranges or choices.",
                    losses.columns));
  add (report, losses.kinds,
       g_dngettext (GETTEXT_PACKAGE, "Of %u kind of this map, DOT holds the id only, not its name, looks and meaning.",
                    "Of %u kinds of this map, DOT holds the ids only, not their names, looks and meanings.", losses.kinds));
  add (report, aliases, g_dngettext (GETTEXT_PACKAGE, "%u other name of an actor is not written to DOT.",
                                     "%u other names of actors are not written to DOT.", aliases));
  add (report, losses.ties, g_dngettext (GETTEXT_PACKAGE, "%u tie that lacks an end is not written to DOT.",
                                         "%u ties that lack an end are not written to DOT.", losses.ties));
}
