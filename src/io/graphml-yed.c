/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"
#include "io/graphml-state.h"

#include <math.h>

#include "io/yed.h"

/* What yEd says of nodes and edges, into cells. In a file of ours it is newer than the cells beside it: yEd changes its own
 * data and leaves the rest. In another file it only fills what nothing else has filled. */

static gboolean
may_set (LsnGraphml *self,
         LsnTable    table,
         LsnRow      row,
         LsnColumn   column)
{
  return self->own || lsn_map_get (self->map, table, row, column).kind == LSN_VALUE_EMPTY;
}

static void
set_text (LsnGraphml *self,
          LsnTable    table,
          LsnRow      row,
          LsnColumn   column,
          const char *text)
{
  if (text != NULL && *text != '\0' && column != LSN_NO_COLUMN && may_set (self, table, row, column))
    lsn_map_set_text (self->map, table, row, column, text, NULL);
}

/* Space around it is no part of a label; what the cell has of it stays. */
static void
set_label (LsnGraphml *self,
           LsnTable    table,
           LsnRow      row,
           LsnColumn   column,
           const char *label)
{
  g_autofree char *now = g_strdup (lsn_map_get_text (self->map, table, row, column));

  if (label == NULL || now == NULL || !g_str_equal (g_strstrip (now), label))
    set_text (self, table, row, column, label);
}

static LsnColumn
need_column (LsnGraphml   *self,
             LsnColumn    *column,
             const char   *id,
             const char   *name,
             LsnColumnType type)
{
  LsnColumnSpec spec = { .type = type, .min = -INFINITY, .max = INFINITY };

  if (*column == LSN_NO_COLUMN)
    *column = lsn_map_find_column_by_id (self->map, LSN_TABLE_ACTORS, id);
  if (*column == LSN_NO_COLUMN)
    *column = lsn_graphml_new_column (self, LSN_TABLE_ACTORS, id, name, &spec);
  return *column;
}

static gboolean
is_same_place (LsnGraphml *self,
               LsnRow      row,
               LsnYed     *yed)
{
  double x = lsn_map_get_number (self->map, LSN_TABLE_ACTORS, row, LSN_ACTOR_X);
  double y = lsn_map_get_number (self->map, LSN_TABLE_ACTORS, row, LSN_ACTOR_Y);

  return fabs (x - yed->x) < 0.0051 && fabs (y - yed->y) < 0.0051;
}

static void
set_place (LsnGraphml *self,
           LsnRow      row,
           LsnYed     *yed)
{
  /* Half a place is none. */
  if (!yed->placed || is_same_place (self, row, yed)
      || (!may_set (self, LSN_TABLE_ACTORS, row, LSN_ACTOR_X) && !may_set (self, LSN_TABLE_ACTORS, row, LSN_ACTOR_Y)))
    return;
  lsn_map_set_number (self->map, LSN_TABLE_ACTORS, row, LSN_ACTOR_X, yed->x, NULL);
  lsn_map_set_number (self->map, LSN_TABLE_ACTORS, row, LSN_ACTOR_Y, yed->y, NULL);
}

void
lsn_graphml_read_yed (LsnGraphml *self,
                      LsnTable    table,
                      LsnRow      row,
                      const char *xml)
{
  LsnYed yed;

  if (table == LSN_TABLE_MAP || !lsn_yed_parse (xml, &yed))
    return;
  if (table == LSN_TABLE_TIES)
    set_label (self, table, row, LSN_TIE_LABEL, yed.label);
  else
    {
      set_label (self, table, row, LSN_ACTOR_NAME, yed.label);
      set_place (self, row, &yed);
      if (yed.fill != NULL)
        set_text (self, table, row, need_column (self, &self->fill, LSN_YED_FILL, "fill", LSN_TYPE_COLOUR), yed.fill);
      if (yed.shape != NULL)
        set_text (self, table, row, need_column (self, &self->shape, LSN_YED_SHAPE, "shape", LSN_TYPE_TEXT), yed.shape);
    }
  lsn_yed_clear (&yed);
}
