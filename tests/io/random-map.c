/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "random-map.h"

#include <float.h>
#include <math.h>
#include <string.h>

static const char * const pieces[] = {
  "a", "Z", " ", "  ", "\n", "\t", "\r", "&", "<", ">", "\"", "'", "]]>", "&amp;", "é", "漢", "عربي", "\342\200\217",
  "\360\237\230\200", "0", "1e5", "NaN", "true", "\\", "\302\240", "{", ";", "#"
};

static char *
random_text (GRand *random)
{
  GString *text = g_string_new (NULL);

  do
    g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
  while (g_rand_int_range (random, 0, 4) > 0);
  return g_string_free (text, FALSE);
}

static double
random_number (GRand               *random,
               const LsnColumnSpec *spec)
{
  static const double extremes[] = {
    0.0, -0.0, 1.0, -1.0, 0.1, 1.0 / 3.0, DBL_MAX, -DBL_MAX, DBL_MIN, 5e-324, 1e15, 123456789012345680.0, 1e22, 1e23,
    0.30000000000000004, 9007199254740993.0
  };
  double number;

  if (isfinite (spec->min) && isfinite (spec->max))
    return g_rand_double_range (random, spec->min, spec->max);
  number = extremes[g_rand_int_range (random, 0, G_N_ELEMENTS (extremes))];
  return CLAMP (number, spec->min, spec->max);
}

static void
set_reference (LsnMap              *map,
               LsnTable             table,
               LsnRow               row,
               LsnColumn            column,
               const LsnColumnSpec *spec,
               GRand               *random)
{
  guint n = lsn_map_n_rows (map, spec->refers_to);
  guint steps = n == 0 ? 0 : g_rand_int_range (random, 0, n);
  LsnRow to = lsn_map_next_row (map, spec->refers_to, LSN_NO_ROW);

  while (steps-- > 0)
    to = lsn_map_next_row (map, spec->refers_to, to);
  /* A circle of containers is refused: then the cell stays empty. */
  lsn_map_set_reference (map, table, row, column, to, NULL);
}

static void
set_random (LsnMap   *map,
            LsnTable  table,
            LsnRow    row,
            LsnColumn column,
            GRand    *random)
{
  static const gint64 integers[] = { 0, 1, -1, 42, G_MAXINT64, G_MININT64, 9007199254740993 };
  static const char * const dates[] = { "2021", "2021-02", "2020-02-29", "0001-01-01" };
  const LsnColumnSpec *spec = lsn_map_column_spec (map, table, column);
  g_autofree char *text = random_text (random);
  LsnValue value = lsn_value_text (text);

  switch (spec->type)
    {
    case LSN_TYPE_INTEGER:
      value = lsn_value_integer (isfinite (spec->min) ? g_rand_int_range (random, spec->min, spec->max + 1)
                                 : integers[g_rand_int_range (random, 0, G_N_ELEMENTS (integers))]);
      break;
    case LSN_TYPE_NUMBER:
      value = lsn_value_number (random_number (random, spec));
      break;
    case LSN_TYPE_BOOLEAN:
      value = lsn_value_boolean (g_rand_boolean (random));
      break;
    case LSN_TYPE_CHOICE:
      value = lsn_value_text (spec->choices[g_rand_int_range (random, 0, spec->n_choices)].id);
      break;
    case LSN_TYPE_DATE:
      value = lsn_value_text (dates[g_rand_int_range (random, 0, G_N_ELEMENTS (dates))]);
      break;
    case LSN_TYPE_COLOUR:
      value = lsn_value_text ("#12ab9f");
      break;
    case LSN_TYPE_POINTS:
      value = lsn_value_text ("1,2 3.5,-4");
      break;
    case LSN_TYPE_IMAGE:
      value = lsn_value_text ("data:image/png;base64,AAAA");
      break;
    case LSN_TYPE_XML:
      value = lsn_value_text ("<o:x xmlns:o=\"urn:o\" a=\"&lt;\">&amp;<o:y/></o:x>");
      break;
    case LSN_TYPE_REFERENCE:
      set_reference (map, table, row, column, spec, random);
      return;
    default:
      break;
    }
  lsn_map_set (map, table, row, column, value, NULL);
}

static void
fill_rows (LsnMap  *map,
           LsnTable table,
           GRand   *random)
{
  for (LsnRow row = lsn_map_next_row (map, table, LSN_NO_ROW); row != LSN_NO_ROW; row = lsn_map_next_row (map, table, row))
    for (LsnColumn column = lsn_map_next_column (map, table, LSN_NO_COLUMN); column != LSN_NO_COLUMN;
         column = lsn_map_next_column (map, table, column))
      if (g_rand_int_range (random, 0, 2) == 0
          || (table == LSN_TABLE_TIES && (column == LSN_TIE_SOURCE || column == LSN_TIE_TARGET))
          || (table == LSN_TABLE_ALIASES && column == LSN_ALIAS_ACTOR))
        set_random (map, table, row, column, random);
}

/* A column of every type in every table */
static void
add_columns (LsnMap *map,
             GRand  *random)
{
  static const LsnChoice choices[] = { { "one", "The <first>" }, { "two", "The second" } };

  for (guint table = 0; table < LSN_N_TABLES; table++)
    for (guint type = LSN_TYPE_TEXT; type <= LSN_TYPE_XML; type++)
      {
        g_autofree char *name = g_strdup_printf ("more %u & <%u>", type, g_rand_int_range (random, 0, 1000000));
        LsnColumnSpec spec = { .name = name, .type = type, .min = -INFINITY, .max = INFINITY };

        if (type == LSN_TYPE_CHOICE)
          {
            spec.choices = choices;
            spec.n_choices = G_N_ELEMENTS (choices);
          }
        if (type == LSN_TYPE_REFERENCE)
          spec.refers_to = LSN_TABLE_ACTORS;
        if (type == LSN_TYPE_NUMBER && g_rand_boolean (random))
          spec.unit = "km/h";
        spec.multiline = type == LSN_TYPE_TEXT && g_rand_boolean (random);
        lsn_map_insert_column (map, table, &spec, NULL);
      }
}

static void
add_rows (LsnMap  *map,
          LsnTable table,
          guint    n,
          GRand   *random)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = random_text (random);
      g_autofree char *id = g_strdup_printf ("%s%u", text, g_rand_int_range (random, 0, 1000));

      /* An id that is taken or has what an id cannot have is refused: then a random one will do. */
      if (lsn_map_insert_row (map, table, id, NULL) == LSN_NO_ROW)
        lsn_map_insert_row (map, table, NULL, NULL);
    }
}

LsnMap *
random_map_new (guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (LsnOrigin) origin = lsn_origin_new_seeded (seed, "2026-01-01", "tester");
  LsnMap *map = lsn_map_new (origin);

  lsn_map_begin (map, "Fill", NULL);
  if (g_rand_boolean (random))
    add_columns (map, random);
  add_rows (map, LSN_TABLE_ACTORS, g_rand_int_range (random, 1, 30), random);
  add_rows (map, LSN_TABLE_TIES, g_rand_int_range (random, 0, 40), random);
  add_rows (map, LSN_TABLE_KINDS, g_rand_int_range (random, 0, 3), random);
  add_rows (map, LSN_TABLE_ALIASES, g_rand_int_range (random, 0, 5), random);
  for (guint table = 0; table < LSN_N_TABLES; table++)
    fill_rows (map, table, random);
  lsn_map_commit (map);
  return map;
}
