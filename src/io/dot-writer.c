/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "io/dot-writer.h"

#include <math.h>
#include <string.h>

#include "io/kept.h"
#include "io/natural-order.h"
#include "model/kinds.h"

/* DOT for Graphviz: places as they are, for "neato -n2"; looks as near as Graphviz can; and every cell as an attribute, so
 * that reading the file back loses nothing. Built-in columns are attributes by their names, which Graphviz does not know;
 * columns of users begin with "x_", so that none of them can be an attribute that Graphviz acts upon. */

/* Points, Graphviz's unit, to a map unit */
#define POINTS 0.75
/* Inches: an actor of no and of full power */
#define LEAST 0.30
#define MOST 0.75

typedef struct
{
  LsnMap  *map;
  GString *dot;
  gboolean begun;   /* an attribute has been written in the list that is open */
} Writer;

/* The text between the quotes. Graphviz takes a backslash and a quote for a quote, keeps two backslashes as they are, and
 * loses a line end that stands alone between escapes: so that is an escape of ours too. What begins with a percent sign is
 * no name to it, but a thing without one: a backslash, of which there is otherwise an even number, keeps such an id. */
static void
append_quoted (GString    *dot,
               const char *text)
{
  g_string_append (dot, *text == '%' ? "\"\\" : "\"");
  for (; *text != '\0'; text++)
    {
      if (*text == '"' || *text == '\\' || *text == '\n')
        g_string_append_c (dot, '\\');
      g_string_append_c (dot, *text == '\n' ? 'n' : *text);
    }
  g_string_append_c (dot, '"');
}

/* A label's text: line ends, and the ampersands of entities, mean something there. */
static void
append_label (GString    *dot,
              const char *text)
{
  g_string_append_c (dot, '"');
  for (; *text != '\0'; text++)
    switch (*text)
      {
      case '\n': g_string_append (dot, "\\n"); break;
      case '&': g_string_append (dot, "&amp;"); break;
      case '"': g_string_append (dot, "\\\""); break;
      case '\\': g_string_append (dot, "\\\\"); break;
      default: g_string_append_c (dot, *text);
      }
  g_string_append_c (dot, '"');
}

static void
begin_attribute (Writer     *self,
                 const char *name)
{
  g_string_append (self->dot, self->begun ? ", " : " [");
  self->begun = TRUE;
  g_string_append (self->dot, name);
  g_string_append_c (self->dot, '=');
}

static void
append_attribute (Writer     *self,
                  const char *name,
                  const char *value)
{
  begin_attribute (self, name);
  append_quoted (self->dot, value);
}

static void
append_number (Writer     *self,
               const char *name,
               double      number)
{
  char text[32];

  append_attribute (self, name, lsn_number_format (round (number * 10000.0) / 10000.0, text));
}

static void
end_attributes (Writer *self)
{
  g_string_append (self->dot, self->begun ? "];\n" : ";\n");
  self->begun = FALSE;
}

static void
append_indent (Writer *self,
               guint   depth)
{
  for (guint i = 0; i <= depth; i++)
    g_string_append (self->dot, "  ");
}

/* Whether the looks say it already, or it stands elsewhere in the file */
static gboolean
is_shown_otherwise (LsnTable             table,
                    LsnColumn            column,
                    const LsnColumnSpec *spec)
{
  if (lsn_kept_is_id (spec->id) || spec->type == LSN_TYPE_XML)
    return TRUE;
  if (table == LSN_TABLE_ACTORS)
    return column == LSN_ACTOR_X || column == LSN_ACTOR_Y;
  return table == LSN_TABLE_TIES && (column == LSN_TIE_SOURCE || column == LSN_TIE_TARGET || column == LSN_TIE_LABEL);
}

static void
append_cells (Writer  *self,
              LsnTable table,
              LsnRow   row)
{
  for (LsnColumn column = lsn_map_next_column (self->map, table, LSN_NO_COLUMN); column != LSN_NO_COLUMN;
       column = lsn_map_next_column (self->map, table, column))
    {
      const LsnColumnSpec *spec = lsn_map_column_spec (self->map, table, column);
      g_autofree char *text = is_shown_otherwise (table, column, spec) ? NULL
                              : lsn_map_format_cell (self->map, table, row, column);
      g_autoptr (GString) name = g_string_new (NULL);
      g_autofree char *prefixed = g_strconcat ("x_", spec->name, NULL);

      if (text == NULL)
        continue;
      append_quoted (name, column < lsn_table_n_builtin (table) ? spec->name : prefixed);
      append_attribute (self, name->str, text);
    }
}

static const char *
look (LsnMap     *map,
      LsnRow      kind,
      LsnColumn   column,
      const char *otherwise)
{
  const char *text = kind == LSN_NO_ROW ? NULL : lsn_kind_text (map, kind, column);

  return text == NULL ? otherwise : text;
}

static const char *
node_shape (const char *shape)
{
  return g_str_equal (shape, "disc") ? "circle" : shape;
}

static gboolean
is_placed (LsnMap *map,
           LsnRow  actor,
           double *x,
           double *y)
{
  *x = lsn_map_get_number (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_X);
  *y = lsn_map_get_number (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_Y);
  return !isnan (*x) && !isnan (*y);
}

/* Amid what is in it: where a container is drawn that has no place of its own */
static void
find_middle (LsnMap *map,
             LsnRow  container,
             double *x,
             double *y)
{
  double across, down;
  guint n = 0;

  *x = *y = 0.0;
  for (LsnRow child = lsn_map_next_child (map, container, LSN_NO_ROW); child != LSN_NO_ROW;
       child = lsn_map_next_child (map, container, child))
    if (is_placed (map, child, &across, &down))
      {
        *x += across;
        *y += down;
        n++;
      }
  *x /= MAX (n, 1);
  *y /= MAX (n, 1);
}

/* Graphviz wants a place for everybody. Where the map has one, an exclamation mark follows, which pins it in case somebody
 * lays the file out; so what has none has none again when the file is read. */
static void
append_pos (Writer *self,
            LsnRow  actor)
{
  double x, y;
  gboolean placed = is_placed (self->map, actor, &x, &y);
  char across[32], up[32];
  g_autofree char *pos = NULL;

  if (!placed)
    find_middle (self->map, actor, &x, &y);
  lsn_number_format (round (x * POINTS * 10000.0) / 10000.0, across);
  lsn_number_format (round (-y * POINTS * 10000.0) / 10000.0 + 0.0, up);
  pos = g_strconcat (across, ",", up, placed ? "!" : "", NULL);
  append_attribute (self, "pos", pos);
}

static void
append_actor (Writer *self,
              LsnRow  actor,
              guint   depth)
{
  LsnRow kind = lsn_map_get_reference (self->map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_KIND);
  double power = lsn_map_get_number (self->map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_POWER);
  const char *name = lsn_map_get_text (self->map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_NAME);
  gboolean covert = g_strcmp0 (lsn_map_get_text (self->map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_SECRECY), "covert") == 0;

  append_indent (self, depth);
  append_quoted (self->dot, lsn_map_row_id (self->map, LSN_TABLE_ACTORS, actor));
  append_pos (self, actor);
  append_attribute (self, "shape", node_shape (look (self->map, kind, LSN_KIND_SHAPE, "disc")));
  append_attribute (self, isnan (power) ? "color" : "fillcolor", look (self->map, kind, LSN_KIND_COLOUR, "#5f6a74"));
  if (isnan (power))
    append_attribute (self, "fillcolor", "#ffffff");
  append_attribute (self, "style", covert ? "filled,dashed" : "filled");
  /* Area is power: half way when it is not known. */
  append_number (self, "width", LEAST + (MOST - LEAST) * sqrt (isnan (power) ? 0.25 : power));
  append_attribute (self, "label", "");
  if (name != NULL)
    {
      begin_attribute (self, "xlabel");
      append_label (self->dot, name);
    }
  append_cells (self, LSN_TABLE_ACTORS, actor);
  end_attributes (self);
}

/* An actor, and when it is a container a cluster with it and all that is in it. */
static void
append_inside (Writer *self,
               LsnRow  actor,
               guint   depth)
{
  const char *name = lsn_map_get_text (self->map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_NAME);
  g_autofree char *cluster = NULL;

  if (!lsn_map_is_container (self->map, actor))
    {
      append_actor (self, actor, depth);
      return;
    }
  cluster = g_strconcat ("cluster_", lsn_map_row_id (self->map, LSN_TABLE_ACTORS, actor), NULL);
  append_indent (self, depth);
  g_string_append (self->dot, "subgraph ");
  append_quoted (self->dot, cluster);
  g_string_append (self->dot, " {\n");
  append_indent (self, depth + 1);
  g_string_append (self->dot, "graph [label=");
  append_label (self->dot, name == NULL ? "" : name);
  g_string_append (self->dot, ", style=\"rounded\", color=\"#9aa5b1\"];\n");
  append_actor (self, actor, depth + 1);
  for (LsnRow child = lsn_map_next_child (self->map, actor, LSN_NO_ROW); child != LSN_NO_ROW;
       child = lsn_map_next_child (self->map, actor, child))
    append_inside (self, child, depth + 1);
  append_indent (self, depth);
  g_string_append (self->dot, "}\n");
}

static const char *
edge_style (const char *line)
{
  if (strstr (line, "dash") != NULL)
    return "dashed";
  return strstr (line, "dotted") != NULL || g_str_equal (line, "beaded") ? "dotted" : "solid";
}

/* Several colours of one edge are lines beside one another. */
static char *
edge_colour (const char *line,
             const char *colour)
{
  if (g_str_equal (line, "double"))
    return g_strconcat (colour, ":invis:", colour, NULL);
  if (g_str_equal (line, "triple"))
    return g_strconcat (colour, ":invis:", colour, ":invis:", colour, NULL);
  return g_strdup (colour);
}

static double
pen_width (LsnMap     *map,
           LsnRow      tie,
           const char *line)
{
  double strength = lsn_map_get_number (map, LSN_TABLE_TIES, tie, LSN_TIE_STRENGTH);
  double width = g_str_equal (line, "thin") ? 0.75 : g_str_equal (line, "thick") ? 2.5 : 1.5;

  return isnan (strength) ? width : width * (0.5 + strength / 4.0);
}

/* A line that Graphviz has no style for is told apart by what it ends in. */
static const char *
arrow (const char *line)
{
  if (g_str_equal (line, "barred") || g_str_equal (line, "crossed"))
    return "tee";
  if (g_str_equal (line, "bracket"))
    return "box";
  if (g_str_equal (line, "zigzag") || g_str_equal (line, "wavy"))
    return "vee";
  return g_str_equal (line, "ringed") ? "odot" : "normal";
}

static void
append_tie (Writer *self,
            LsnRow  tie)
{
  static const char * const directions[] = {
    [LSN_DIRECTION_FORWARD] = "forward", [LSN_DIRECTION_MUTUAL] = "both", [LSN_DIRECTION_NONE] = "none"
  };
  LsnMap *map = self->map;
  LsnRow source = lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_SOURCE);
  LsnRow target = lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_TARGET);
  LsnRow kind = lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_KIND);
  const char *line = look (map, kind, LSN_KIND_LINE, "solid");
  const char *label = lsn_map_get_text (map, LSN_TABLE_TIES, tie, LSN_TIE_LABEL);
  gboolean covert = g_strcmp0 (lsn_map_get_text (map, LSN_TABLE_TIES, tie, LSN_TIE_SECRECY), "covert") == 0;
  g_autofree char *colour = edge_colour (line, look (map, kind, LSN_KIND_COLOUR, "#5f6a74"));

  if (source == LSN_NO_ROW || target == LSN_NO_ROW)
    return;
  append_indent (self, 0);
  append_quoted (self->dot, lsn_map_row_id (map, LSN_TABLE_ACTORS, source));
  g_string_append (self->dot, " -> ");
  append_quoted (self->dot, lsn_map_row_id (map, LSN_TABLE_ACTORS, target));
  append_attribute (self, "id", lsn_map_row_id (map, LSN_TABLE_TIES, tie));
  append_attribute (self, "dir", directions[lsn_tie_direction (map, tie)]);
  append_attribute (self, "color", colour);
  append_attribute (self, "style", covert ? "dotted" : edge_style (line));
  append_number (self, "penwidth", pen_width (map, tie, line));
  append_attribute (self, "arrowhead", arrow (line));
  append_attribute (self, "arrowtail", arrow (line));
  if (label != NULL)
    {
      begin_attribute (self, "label");
      append_label (self->dot, label);
    }
  append_cells (self, LSN_TABLE_TIES, tie);
  end_attributes (self);
}

static void
append_head (Writer *self)
{
  LsnRow row = lsn_map_the_row (self->map);

  g_string_append (self->dot, "digraph ");
  append_quoted (self->dot, lsn_map_row_id (self->map, LSN_TABLE_MAP, row));
  g_string_append (self->dot, " {\n  graph");
  append_attribute (self, "liaison", "1");
  append_attribute (self, "layout", "neato");
  append_attribute (self, "notranslate", "true");
  append_attribute (self, "inputscale", "72");
  append_attribute (self, "overlap", "true");
  append_attribute (self, "splines", "true");
  append_attribute (self, "forcelabels", "true");
  append_attribute (self, "outputorder", "edgesfirst");
  append_attribute (self, "bgcolor", "#ffffff");
  append_cells (self, LSN_TABLE_MAP, row);
  end_attributes (self);
  g_string_append (self->dot, "  node [fixedsize=true, fontname=\"sans-serif\", fontsize=10, fontcolor=\"#1f2933\"];\n"
                              "  edge [fontname=\"sans-serif\", fontsize=8, fontcolor=\"#3f4a55\", arrowsize=0.7];\n");
}

/**
 * lsn_dot_write:
 * @map: a map or a snapshot
 *
 * Writes a map as DOT. The same map gives the same bytes. O(cells).
 *
 * Returns: (transfer full): the bytes of the file
 */
GBytes *
lsn_dot_write (LsnMap *map)
{
  Writer self = { .map = map, .dot = g_string_sized_new (64 * 1024) };
  g_autoptr (GArray) actors = lsn_natural_rows (map, LSN_TABLE_ACTORS);
  g_autoptr (GArray) ties = lsn_natural_rows (map, LSN_TABLE_TIES);

  append_head (&self);
  for (guint i = 0; i < actors->len; i++)
    {
      LsnRow actor = g_array_index (actors, LsnRow, i);

      if (lsn_map_get_reference (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_PARENT) == LSN_NO_ROW)
        append_inside (&self, actor, 0);
    }
  for (guint i = 0; i < ties->len; i++)
    append_tie (&self, g_array_index (ties, LsnRow, i));
  g_string_append (self.dot, "}\n");
  return g_string_free_to_bytes (self.dot);
}
