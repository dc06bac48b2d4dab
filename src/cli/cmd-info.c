/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"
#include "cli/cli.h"

#include <glib/gi18n-lib.h>
#include "cli/facts.h"
#include "cli/json.h"
#include "model/kinds.h"

/* info: what a map holds, in numbers */

/* The words of the JSON, and what people read */
static const struct
{
  const char *word;
  const char *label;
} types[] = {
  [LSN_TYPE_TEXT] = { "text", NC_("column type", "text") },
  [LSN_TYPE_INTEGER] = { "integer", NC_("column type", "whole number") },
  [LSN_TYPE_NUMBER] = { "number", NC_("column type", "number") },
  [LSN_TYPE_BOOLEAN] = { "boolean", NC_("column type", "yes or no") },
  [LSN_TYPE_CHOICE] = { "choice", NC_("column type", "choice") },
  [LSN_TYPE_DATE] = { "date", NC_("column type", "date") },
  [LSN_TYPE_COLOUR] = { "colour", NC_("column type", "colour") },
  [LSN_TYPE_REFERENCE] = { "reference", NC_("column type", "reference to another row") },
  [LSN_TYPE_POINTS] = { "points", NC_("column type", "points") },
  [LSN_TYPE_IMAGE] = { "image", NC_("column type", "image") },
  [LSN_TYPE_XML] = { "xml", NC_("column type", "XML of another program") },
};

static const char *
cell_of_map (LsnMap   *map,
             LsnColumn column)
{
  return lsn_map_get_text (map, LSN_TABLE_MAP, lsn_map_the_row (map), column);
}

static void
append_count (GString    *json,
              const char *key,
              guint       count)
{
  lsn_json_key (json, key);
  lsn_json_count (json, count);
}

static void
append_kinds (GString *json,
              LsnMap  *map,
              GArray  *kinds)
{
  lsn_json_open (json, '[');
  for (guint i = 0; i < kinds->len; i++)
    {
      const LsnKindFact *fact = &g_array_index (kinds, LsnKindFact, i);
      gboolean known = fact->kind != LSN_NO_ROW;

      lsn_json_open (json, '{');
      lsn_json_key (json, "id");
      lsn_json_text (json, known ? lsn_map_row_id (map, LSN_TABLE_KINDS, fact->kind) : NULL);
      lsn_json_key (json, "name");
      lsn_json_text (json, known ? lsn_kind_name (map, fact->kind) : NULL);
      append_count (json, "count", fact->n_rows);
      lsn_json_close (json, '}');
    }
  lsn_json_close (json, ']');
}

static void
append_columns (GString *json,
                LsnMap  *map,
                LsnTable table,
                GArray  *columns)
{
  lsn_json_open (json, '[');
  for (guint i = 0; i < columns->len; i++)
    {
      const LsnColumnFact *fact = &g_array_index (columns, LsnColumnFact, i);
      const LsnColumnSpec *spec = lsn_map_column_spec (map, table, fact->column);

      lsn_json_open (json, '{');
      lsn_json_key (json, "id");
      lsn_json_text (json, spec->id);
      lsn_json_key (json, "name");
      lsn_json_text (json, spec->name);
      lsn_json_key (json, "type");
      lsn_json_text (json, types[spec->type].word);
      append_count (json, "cells", fact->n_cells);
      lsn_json_close (json, '}');
    }
  lsn_json_close (json, ']');
}

static void
append_bounds (GString        *json,
               const LsnFacts *facts)
{
  const struct
  {
    const char *key;
    double      number;
  } bounds[] = { { "x", facts->x }, { "y", facts->y }, { "width", facts->width }, { "height", facts->height } };

  if (!facts->placed)
    {
      lsn_json_text (json, NULL);
      return;
    }
  lsn_json_open (json, '{');
  for (guint i = 0; i < G_N_ELEMENTS (bounds); i++)
    {
      lsn_json_key (json, bounds[i].key);
      lsn_json_number (json, bounds[i].number);
    }
  lsn_json_close (json, '}');
}

static void
print_json (LsnMap         *map,
            const LsnFacts *facts)
{
  g_autoptr (GString) json = g_string_new (NULL);

  lsn_json_open (json, '{');
  lsn_json_key (json, "title");
  lsn_json_text (json, cell_of_map (map, LSN_MAP_TITLE));
  lsn_json_key (json, "question");
  lsn_json_text (json, cell_of_map (map, LSN_MAP_QUESTION));
  lsn_json_key (json, "as_of");
  lsn_json_text (json, cell_of_map (map, LSN_MAP_AS_OF));
  append_count (json, "actors", facts->n_actors);
  append_count (json, "ties", facts->n_ties);
  append_count (json, "containers", facts->n_containers);
  append_count (json, "pinned", facts->n_pinned);
  append_count (json, "unplaced", facts->n_unplaced);
  lsn_json_key (json, "actor_kinds");
  append_kinds (json, map, facts->actors.kinds);
  lsn_json_key (json, "tie_kinds");
  append_kinds (json, map, facts->ties.kinds);
  lsn_json_key (json, "actor_columns");
  append_columns (json, map, LSN_TABLE_ACTORS, facts->actors.columns);
  lsn_json_key (json, "tie_columns");
  append_columns (json, map, LSN_TABLE_TIES, facts->ties.columns);
  lsn_json_key (json, "bounds");
  append_bounds (json, facts);
  lsn_json_close (json, '}');
  g_print ("%s\n", json->str);
}

static void
print_kinds (LsnMap     *map,
             GArray     *kinds,
             const char *heading)
{
  if (kinds->len == 0)
    return;
  g_print ("%s\n", heading);
  for (guint i = 0; i < kinds->len; i++)
    {
      const LsnKindFact *fact = &g_array_index (kinds, LsnKindFact, i);

      g_print ("  %6u  %s\n", fact->n_rows,
               fact->kind == LSN_NO_ROW ? C_("kind", "not known") : lsn_kind_name (map, fact->kind));
    }
}

static void
print_columns (LsnMap     *map,
               LsnTable    table,
               GArray     *columns,
               const char *heading)
{
  g_print ("%s\n", heading);
  for (guint i = 0; i < columns->len; i++)
    {
      const LsnColumnFact *fact = &g_array_index (columns, LsnColumnFact, i);
      const LsnColumnSpec *spec = lsn_map_column_spec (map, table, fact->column);

      if (fact->n_cells > 0)
        g_print ("  %6u  %s (%s)\n", fact->n_cells, spec->name,
                 g_dpgettext2 (GETTEXT_PACKAGE, "column type", types[spec->type].label));
    }
}

static void
print_line (const char *label,
            const char *text)
{
  if (text != NULL)
    g_print ("%s %s\n", label, text);
}

static void
print_number (const char *label,
              guint       number)
{
  g_print ("%s %u\n", label, number);
}

static void
print_text (LsnMap         *map,
            const LsnFacts *facts)
{
  print_line (_("Title:"), cell_of_map (map, LSN_MAP_TITLE));
  print_line (_("Question:"), cell_of_map (map, LSN_MAP_QUESTION));
  print_line (_("As of:"), cell_of_map (map, LSN_MAP_AS_OF));
  print_number (_("Actors:"), facts->n_actors);
  print_number (_("Ties:"), facts->n_ties);
  print_number (_("Actors with others inside:"), facts->n_containers);
  print_number (_("Pinned actors:"), facts->n_pinned);
  print_number (_("Actors without a place:"), facts->n_unplaced);
  if (facts->placed)
    {
      /* Translators: how far the actors' centres spread, in units of the map: width, height, left and top */
      g_print (_("Bounds: %g × %g from %g, %g"), facts->width, facts->height, facts->x, facts->y);
      g_print ("\n");
    }
  print_kinds (map, facts->actors.kinds, _("Kinds of actors:"));
  print_kinds (map, facts->ties.kinds, _("Kinds of ties:"));
  print_columns (map, LSN_TABLE_ACTORS, facts->actors.columns, _("Columns of actors, with how many cells are known:"));
  print_columns (map, LSN_TABLE_TIES, facts->ties.columns, _("Columns of ties, with how many cells are known:"));
}

/**
 * lsn_cli_info:
 * @cli: this run
 * @command: this command
 * @argc: how many words follow, the command's name first
 * @argv: the words
 *
 * Tells what a map holds: counts, kinds, columns, bounds.
 *
 * Returns: the exit status
 */
LsnExit
lsn_cli_info (LsnCli           *cli,
              const LsnCommand *command,
              int               argc,
              char            **argv)
{
  gboolean as_json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Tell it as JSON"), NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (LsnMap) map = NULL;
  g_auto (LsnFacts) facts = { 0 };
  LsnExit status;

  if (!lsn_cli_parse (command, entries, &argc, &argv))
    return LSN_EXIT_USAGE;
  map = lsn_cli_read (cli, argv[1], &status);
  if (map == NULL)
    return status;
  lsn_facts_gather (&facts, map);
  if (as_json)
    print_json (map, &facts);
  else
    print_text (map, &facts);
  return status;
}
