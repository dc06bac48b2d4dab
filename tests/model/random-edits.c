/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "random-map.h"

#include <math.h>

#undef G_DISABLE_ASSERT

/* One random primitive after another, on whatever is there. Refusals are welcome: they must change nothing. */

static const char *const words[] = {
  "Qatar", "", "السلطة الفلسطينية", "a\tb\nc", "<&>\"'", "🕊", "bad\001", "2021", "2021-02", "2021-02-30", "2024-02-29",
  "#3566a8", "#ABCDEF80", "red", "forward", "mutual", "covert", "team", "tie", "actor", "disc", "zigzag", "1,2 3,4.5",
  "data:image/png;base64,AAAA", "true", "12", "0.5", "one", "two", "three",
};

static const LsnChoice some_choices[] = { { "one", "one" }, { "two", "two" }, { "three", "three" } };

static LsnRow
random_row (LsnMap  *map,
            GRand   *rand,
            LsnTable table)
{
  guint n_rows = lsn_map_n_rows (map, table);
  LsnRow row = LSN_NO_ROW;

  if (n_rows == 0)
    return LSN_NO_ROW;

  for (guint i = (guint) g_rand_int_range (rand, 0, (gint32) n_rows) + 1; i > 0; i--)
    row = lsn_map_next_row (map, table, row);

  return row;
}

static LsnColumn
random_column (LsnMap  *map,
               GRand   *rand,
               LsnTable table)
{
  LsnColumn last = LSN_NO_COLUMN;
  LsnColumn column;

  for (column = lsn_map_next_column (map, table, LSN_NO_COLUMN);
       column != LSN_NO_COLUMN;
       column = lsn_map_next_column (map, table, column))
    last = column;

  do
    column = (LsnColumn) g_rand_int_range (rand, 0, (gint32) last + 1);
  while (lsn_map_column_spec (map, table, column) == NULL);

  return column;
}

static LsnValue
random_value (LsnMap              *map,
              GRand               *rand,
              const LsnColumnSpec *spec)
{
  static const double numbers[] = { 0.0, 1.0, -1.0, 0.5, 1e9, -1e9, 1e300, 123.456, -0.004 };

  if (g_rand_int_range (rand, 0, 6) == 0)
    return LSN_EMPTY;

  switch (spec->type)
    {
    case LSN_TYPE_INTEGER:
      return lsn_value_integer (g_rand_boolean (rand) ? g_rand_int_range (rand, -2, 3) : (gint64) g_rand_int (rand));

    case LSN_TYPE_NUMBER:
      if (g_rand_boolean (rand))
        return lsn_value_number (g_rand_double_range (rand, -1.5, 1.5));
      return lsn_value_number (numbers[g_rand_int_range (rand, 0, G_N_ELEMENTS (numbers))]);

    case LSN_TYPE_BOOLEAN:
      return lsn_value_boolean (g_rand_boolean (rand));

    case LSN_TYPE_REFERENCE:
      return lsn_value_reference (random_row (map, rand, spec->refers_to));

    case LSN_TYPE_CHOICE:
      if (g_rand_int_range (rand, 0, 4) > 0)
        return lsn_value_text (spec->choices[g_rand_int_range (rand, 0, (gint32) spec->n_choices)].id);
      return lsn_value_text (words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);

    case LSN_TYPE_TEXT:
    case LSN_TYPE_DATE:
    case LSN_TYPE_COLOUR:
    case LSN_TYPE_POINTS:
    case LSN_TYPE_IMAGE:
    case LSN_TYPE_XML:
    default:
      return lsn_value_text (words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
    }
}

static void
insert_something (LsnMap  *map,
                  GRand   *rand,
                  LsnTable table)
{
  g_autofree char *id = g_strdup_printf ("r%d", g_rand_int_range (rand, 0, 300));
  gboolean own_id = g_rand_boolean (rand);

  if (table == LSN_TABLE_TIES)
    lsn_map_insert_tie (map, own_id ? id : NULL, random_row (map, rand, LSN_TABLE_ACTORS),
                        random_row (map, rand, LSN_TABLE_ACTORS), random_row (map, rand, LSN_TABLE_KINDS), NULL);
  else
    lsn_map_insert_row (map, table, own_id ? id : NULL, NULL);
}

static void
set_something (LsnMap  *map,
               GRand   *rand,
               LsnTable table)
{
  LsnRow row = random_row (map, rand, table);
  LsnColumn column = random_column (map, rand, table);
  LsnValue value;

  if (row == LSN_NO_ROW)
    return;

  value = random_value (map, rand, lsn_map_column_spec (map, table, column));
  if (table == LSN_TABLE_TIES && column <= LSN_TIE_TARGET && value.kind == LSN_VALUE_EMPTY)
    return;

  lsn_map_set (map, table, row, column, value, NULL);
}

static LsnColumnSpec
random_spec (GRand *rand,
             char   name[16])
{
  LsnColumnSpec spec = { .min = -INFINITY, .max = INFINITY };

  g_snprintf (name, 16, "mine %d", g_rand_int_range (rand, 0, 12));
  spec.name = name;
  spec.type = (LsnColumnType) g_rand_int_range (rand, 0, LSN_TYPE_XML + 1);
  spec.refers_to = (LsnTable) g_rand_int_range (rand, 0, LSN_N_TABLES);
  spec.on_remove = (LsnOnRemove) g_rand_int_range (rand, 0, 3);
  if (spec.type == LSN_TYPE_CHOICE)
    {
      spec.choices = some_choices;
      spec.n_choices = (guint) g_rand_int_range (rand, 0, 4);
    }
  if (g_rand_boolean (rand))
    {
      spec.min = g_rand_int_range (rand, -2, 3);
      spec.max = 2.0;
    }
  if (g_rand_boolean (rand))
    spec.step = 0.25;

  return spec;
}

static void
change_columns (LsnMap  *map,
                GRand   *rand,
                LsnTable table)
{
  char name[16];
  LsnColumnSpec spec = random_spec (rand, name);

  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      lsn_map_remove_column (map, table, random_column (map, rand, table), NULL);
      break;

    case 1:
      lsn_map_alter_column (map, table, random_column (map, rand, table), &spec, NULL);
      break;

    default:
      lsn_map_insert_column (map, table, &spec, NULL);
      break;
    }
}

/**
 * lsn_random_map_edit:
 * @map: a map in a transaction
 * @rand: where chance comes from
 * @n_primitives: how many edits to try
 */
void
lsn_random_map_edit (LsnMap *map,
                     GRand  *rand,
                     guint   n_primitives)
{
  for (guint i = 0; i < n_primitives; i++)
    {
      LsnTable table = (LsnTable) g_rand_int_range (rand, 0, LSN_N_TABLES);
      int what = g_rand_int_range (rand, 0, 20);
      LsnRow row = random_row (map, rand, table);

      if (what < 6)
        insert_something (map, rand, table);
      else if (what < 8 && row != LSN_NO_ROW)
        lsn_map_remove_row (map, table, row, NULL);
      else if (what == 8)
        change_columns (map, rand, table);
      else
        set_something (map, rand, table);
    }
}
