/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"
#include "io/dot-reader.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "io/dot-text.h"
#include "io/files.h"
#include "io/kept.h"
#include "model/edit.h"
#include "model/kind-edits.h"
#include "model/bounds.h"
#include "model/text-hash.h"

/* A DOT file, as the helper has read it, into a map: clusters become containers, what Graphviz's attributes say of names and
 * places goes into our columns, every other attribute becomes a column. Nothing of it ever reaches Graphviz again. */

/* Points, Graphviz's unit, to a map unit */
#define POINTS 0.75
#define USER_PREFIX "x_"

typedef struct
{
  LsnDotGraph *graph;
  LsnMap      *map;
  LsnReport   *report;
  GCancellable *cancellable;
  gboolean     own;           /* we wrote the file */
  LsnRow      *actors;        /* by node */
  LsnRow      *ties;          /* by edge */
  LsnRow      *containers;    /* by cluster */
  guint        n_replaced;    /* characters that a cell cannot hold */
  GHashTable  *columns[LSN_TABLE_TIES + 1]; /* attribute -> Attribute */
} Reader;

/* What is known of the values of one attribute, before it has a column */
typedef struct
{
  const char   *name;
  gboolean      integers, numbers, colours;
  LsnColumn     column;
} Attribute;

/* Nobody waits for the map any more. Every loop over what a file holds asks, as a small file may hold much. */
static gboolean
is_over (Reader *self)
{
  return g_cancellable_is_cancelled (self->cancellable);
}

static const char *
find_attribute (Reader     *self,
                char        what,
                guint       index,
                const char *wanted)
{
  guint n = lsn_dot_n_attributes (self->graph, what, index);

  for (guint i = 0; i < n; i++)
    {
      const char *name, *value;

      lsn_dot_attribute (self->graph, what, index, i, &name, &value);
      if (g_str_equal (name, wanted))
        return value;
    }
  return NULL;
}

static void
report_lost (Reader     *self,
             LsnSeverity severity,
             const char *name,
             const char *value)
{
  g_autofree char *clean = lsn_text_clean (value, -1, NULL);
  g_autofree char *shown = g_utf8_substring (clean, 0, MIN (g_utf8_strlen (clean, -1), 40));

  lsn_report_add (self->report, severity, 0, 0,
                  _("The value “%1$s” of the column “%2$s” could not be kept."), shown, name);
}

static guint
count_replacements (const char *text)
{
  guint n = 0;

  for (const char *at = text; (at = strstr (at, "\357\277\275")) != NULL; at += strlen ("\357\277\275"))
    n++;
  return n;
}

/* The text with what a cell cannot hold replaced, which is counted for the report. Transfer full. */
static char *
clean_text (Reader     *self,
            const char *text)
{
  gboolean changed = FALSE;
  char *clean = lsn_text_clean (text, -1, &changed);

  if (changed)
    self->n_replaced += count_replacements (clean) - count_replacements (text);
  return clean;
}

static void
set_text (Reader     *self,
          LsnTable    table,
          LsnRow      row,
          LsnColumn   column,
          const char *text)
{
  g_autofree char *clean = clean_text (self, text);

  if (!lsn_map_set_text (self->map, table, row, column, clean, NULL))
    report_lost (self, LSN_SEVERITY_ERROR, lsn_map_column_spec (self->map, table, column)->name, clean);
}

static void
report_long_id (Reader     *self,
                const char *id,
                const char *given)
{
  g_autofree char *shown = g_utf8_substring (id, 0, 80);

  lsn_report_add (self->report, LSN_SEVERITY_WARNING, 0, 0,
                  /* Translators: the two are ids */
                  _("The id “%s” cannot be kept. It is “%s” from now on."), shown, given);
}

static LsnRow
insert (Reader     *self,
        LsnTable    table,
        const char *id,
        guint      *number)
{
  g_autofree char *clean = lsn_text_clean (id, -1, NULL);
  LsnRow row = *id == '\0' ? LSN_NO_ROW : lsn_map_insert_row (self->map, table, clean, NULL);

  while (row == LSN_NO_ROW)
    {
      g_autofree char *next = g_strdup_printf ("e%u", ++*number);

      row = lsn_map_insert_row (self->map, table, next, NULL);
    }
  if (strlen (clean) > LSN_MAX_ID)
    report_long_id (self, clean, lsn_map_row_id (self->map, table, row));
  return row;
}

static void
set_name (Reader     *self,
          LsnRow      actor,
          char        what,
          guint       index,
          const char *node_name)
{
  const char *label = find_attribute (self, what, index, "label");
  const char *outside = find_attribute (self, what, index, "xlabel");
  g_autofree char *name = NULL;

  if (self->own)
    return;
  name = lsn_dot_label_to_text (label != NULL ? label : outside, node_name, lsn_dot_graph_name (self->graph));
  set_text (self, LSN_TABLE_ACTORS, actor, LSN_ACTOR_NAME, name == NULL || *name == '\0' ? node_name : name);
}

/* "x,y", perhaps a third number, perhaps an exclamation mark that pins */
static void
set_place (Reader     *self,
           LsnRow      actor,
           const char *pos)
{
  g_auto (GStrv) parts = g_strsplit (pos, ",", -1);
  gsize n = g_strv_length (parts);
  double x, y;

  /* In a file of ours, only what is pinned has a place in the map. */
  if (self->own && strchr (pos, '!') == NULL)
    return;
  if (n == 2 && strpbrk (parts[1], "! ") != NULL)
    *strpbrk (parts[1], "! ") = '\0';
  if (n < 2 || !lsn_number_parse (parts[0], &x) || !lsn_number_parse (parts[1], &y)
      || !lsn_map_set_number (self->map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_X, x / POINTS, NULL)
      || !lsn_map_set_number (self->map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_Y, -y / POINTS + 0.0, NULL))
    {
      lsn_map_set_number (self->map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_X, NAN, NULL);
      report_lost (self, LSN_SEVERITY_WARNING, "pos", pos);
      return;
    }
  if (!self->own && strchr (pos, '!') != NULL)
    lsn_map_set_boolean (self->map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_PINNED, TRUE, NULL);
}

static char *
plain_id (Reader     *self,
          const char *name)
{
  return self->own ? lsn_dot_unquote (name) : g_strdup (name);
}

static void
read_nodes (Reader *self)
{
  guint n = lsn_dot_graph_n_nodes (self->graph);
  guint number = 0;

  self->actors = g_new0 (LsnRow, n + 1);
  for (guint i = 0; i < n && !is_over (self); i++)
    {
      const char *pos = find_attribute (self, 'n', i, "pos");
      g_autofree char *id = plain_id (self, lsn_dot_node_name (self->graph, i));

      self->actors[i] = insert (self, LSN_TABLE_ACTORS, id, &number);
      set_name (self, self->actors[i], 'n', i, id);
      if (pos != NULL)
        set_place (self, self->actors[i], pos);
    }
}

/* The node in a cluster of ours that is the container itself */
static LsnRow
own_container (Reader     *self,
               const char *name)
{
  g_autofree char *id = plain_id (self, name);

  return self->own && g_str_has_prefix (id, "cluster_")
         ? lsn_map_find_row (self->map, LSN_TABLE_ACTORS, id + strlen ("cluster_")) : LSN_NO_ROW;
}

static void
read_clusters (Reader *self)
{
  guint n = lsn_dot_graph_n_clusters (self->graph);
  guint number = 0;

  self->containers = g_new0 (LsnRow, n + 1);
  for (guint i = 1; i <= n && !is_over (self); i++)
    {
      const char *name = lsn_dot_cluster_name (self->graph, i);

      self->containers[i] = own_container (self, name);
      if (self->containers[i] != LSN_NO_ROW)
        continue;
      self->containers[i] = insert (self, LSN_TABLE_ACTORS, name, &number);
      set_name (self, self->containers[i], 'c', i, name);
    }
  for (guint i = 1; i <= n && !is_over (self); i++)
    if (lsn_dot_cluster_parent (self->graph, i) > 0)
      lsn_map_set_reference (self->map, LSN_TABLE_ACTORS, self->containers[i], LSN_ACTOR_PARENT,
                             self->containers[lsn_dot_cluster_parent (self->graph, i)], NULL);
}

static void
place_in_clusters (Reader *self)
{
  for (guint i = 0; i < lsn_dot_graph_n_nodes (self->graph) && !is_over (self); i++)
    {
      LsnRow container = self->containers[lsn_dot_node_cluster (self->graph, i)];

      if (container != LSN_NO_ROW && container != self->actors[i])
        lsn_map_set_reference (self->map, LSN_TABLE_ACTORS, self->actors[i], LSN_ACTOR_PARENT, container, NULL);
    }
}

/* Which way an edge points, from `dir` and the kind of graph; TRUE when it points backwards. */
static gboolean
set_direction (Reader *self,
               LsnRow  tie,
               guint   edge)
{
  const char *dir = find_attribute (self, 'e', edge, "dir");
  const char *direction = lsn_dot_graph_is_directed (self->graph) ? "forward" : "none";

  if (self->own)
    return FALSE;
  if (dir != NULL && g_str_equal (dir, "both"))
    direction = "mutual";
  else if (dir != NULL && g_str_equal (dir, "none"))
    direction = "none";
  else if (dir != NULL)
    direction = "forward";
  lsn_map_set_text (self->map, LSN_TABLE_TIES, tie, LSN_TIE_DIRECTION, direction, NULL);
  return g_strcmp0 (dir, "back") == 0;
}

static void
read_edge (Reader *self,
           guint   edge,
           guint  *number)
{
  guint ends[2];
  const char *id = self->own ? find_attribute (self, 'e', edge, "id") : NULL;
  const char *label = find_attribute (self, 'e', edge, "label");
  g_autofree char *plain = plain_id (self, id == NULL ? "" : id);
  LsnRow tie = insert (self, LSN_TABLE_TIES, plain, number);
  gboolean back = set_direction (self, tie, edge);

  self->ties[edge] = tie;
  lsn_dot_edge_ends (self->graph, edge, &ends[0], &ends[1]);
  lsn_map_set_reference (self->map, LSN_TABLE_TIES, tie, LSN_TIE_SOURCE, self->actors[ends[back]], NULL);
  lsn_map_set_reference (self->map, LSN_TABLE_TIES, tie, LSN_TIE_TARGET, self->actors[ends[!back]], NULL);
  if (label != NULL)
    {
      g_autofree char *text = self->own ? lsn_dot_own_label_to_text (label)
                              : lsn_dot_label_to_text (label, "", lsn_dot_graph_name (self->graph));

      set_text (self, LSN_TABLE_TIES, tie, LSN_TIE_LABEL, text);
    }
}

static void
read_edges (Reader *self)
{
  guint n = lsn_dot_graph_n_edges (self->graph);
  guint number = 0;

  self->ties = g_new0 (LsnRow, n + 1);
  for (guint i = 0; i < n && !is_over (self); i++)
    read_edge (self, i, &number);
}

/* Attributes that are in our columns already. In a file of ours all looks are: they follow from the map. */
static gboolean
is_read_already (Reader     *self,
                 LsnTable    table,
                 const char *name)
{
  static const char * const always[] = { "label", "pos", NULL };
  static const char * const ours[] = {
    "id", "dir", "color", "fillcolor", "style", "penwidth", "arrowhead", "arrowtail", "arrowsize", "shape", "width",
    "height", "xlabel", "fixedsize", "fontname", "fontsize", "fontcolor", "layout", "notranslate", "inputscale",
    "overlap", "splines", "forcelabels", "outputorder", "bgcolor", "liaison", NULL
  };

  if (self->own && g_strv_contains (ours, name))
    return TRUE;
  if (table == LSN_TABLE_MAP)
    return FALSE;
  return g_strv_contains (always, name) || (table == LSN_TABLE_TIES && g_str_equal (name, "dir"));
}

/* Whether a number says all that the text says: it has no leading zero and no sign of plus, as telephone numbers and codes
 * have, and not more digits than a number keeps. */
static gboolean
is_plain_number (const char *text,
                 double      number)
{
  const char *digits = text + (*text == '-');
  guint n_digits = 0;
  char shortest[32];

  if (!g_ascii_isdigit (*digits) && *digits != '.')
    return FALSE;
  if (digits[0] == '0' && g_ascii_isdigit (digits[1]))
    return FALSE;
  for (const char *at = digits; *at != '\0'; at++)
    n_digits += g_ascii_isdigit (*at);
  return n_digits <= 15 || g_str_equal (lsn_number_format (number, shortest), text);
}

static Attribute *
note_value (Reader     *self,
            LsnTable    table,
            const char *name,
            const char *value)
{
  Attribute *attribute = g_hash_table_lookup (self->columns[table], name);
  double number;
  gboolean plain = lsn_number_parse (value, &number) && is_plain_number (value, number);
  guint8 rgba[4];
  gint64 integer;

  if (attribute == NULL)
    {
      attribute = g_new0 (Attribute, 1);
      *attribute = (Attribute) { name, TRUE, TRUE, TRUE, LSN_NO_COLUMN };
      g_hash_table_insert (self->columns[table], (gpointer) name, attribute);
    }
  attribute->integers = attribute->integers && plain
                        && g_ascii_string_to_signed (value, 10, G_MININT64, G_MAXINT64, &integer, NULL);
  attribute->numbers = attribute->numbers && plain;
  attribute->colours = attribute->colours && lsn_colour_parse (value, rgba);
  return attribute;
}

typedef void (*ValueFunc) (Reader *self, LsnTable table, LsnRow row, const char *name, const char *value);

static void
first_look (Reader     *self,
            LsnTable    table,
            LsnRow      row,
            const char *name,
            const char *value)
{
  note_value (self, table, name, value);
}

static gboolean
set_builtin (Reader     *self,
             LsnTable    table,
             LsnRow      row,
             LsnColumn   column,
             const char *text)
{
  LsnValue value;

  if (lsn_map_parse_cell (self->map, table, column, text, &value, NULL))
    return lsn_map_set (self->map, table, row, column, value, NULL);
  return FALSE;
}

/* A kind that is not there is made, as when GraphML is read. */
static gboolean
set_kind (Reader     *self,
          LsnTable    table,
          LsnRow      row,
          LsnColumn   column,
          const char *id)
{
  LsnRow kind = lsn_map_find_row (self->map, LSN_TABLE_KINDS, id);

  if (kind == LSN_NO_ROW)
    {
      kind = lsn_map_insert_row (self->map, LSN_TABLE_KINDS, id, NULL);
      if (kind == LSN_NO_ROW)
        return FALSE;
      lsn_map_set_text (self->map, LSN_TABLE_KINDS, kind, LSN_KIND_NAME, id, NULL);
      lsn_map_set_text (self->map, LSN_TABLE_KINDS, kind, LSN_KIND_OF, table == LSN_TABLE_TIES ? "tie" : "actor", NULL);
    }
  return lsn_map_set_reference (self->map, table, row, column, kind, NULL);
}

static LsnColumn
own_column (Reader    *self,
            LsnTable   table,
            Attribute *attribute)
{
  gboolean ours = self->own && g_str_has_prefix (attribute->name, USER_PREFIX);
  g_autofree char *wanted = g_strdup (attribute->name + (ours ? strlen (USER_PREFIX) : 0));
  g_autofree char *name = NULL;
  g_autofree char *id = NULL;
  LsnColumnSpec spec = { .min = -INFINITY, .max = INFINITY };

  spec.type = attribute->integers ? LSN_TYPE_INTEGER : attribute->numbers ? LSN_TYPE_NUMBER
              : attribute->colours ? LSN_TYPE_COLOUR : LSN_TYPE_TEXT;
  name = lsn_map_find_column (self->map, table, wanted) == LSN_NO_COLUMN ? g_strdup (wanted)
         : g_strdup_printf ("%s (file)", wanted);
  id = g_strdup_printf ("%s-%s", lsn_table_id (table), name);
  spec.name = name;
  spec.id = id;
  return lsn_map_insert_column (self->map, table, &spec, NULL);
}

static void
set_value (Reader     *self,
           LsnTable    table,
           LsnRow      row,
           const char *name,
           const char *value)
{
  Attribute *attribute = g_hash_table_lookup (self->columns[table], name);
  LsnColumn builtin = lsn_map_find_column (self->map, table, name);
  g_autofree char *plain = self->own ? lsn_dot_unquote (value) : g_strdup (value);
  g_autofree char *text = clean_text (self, plain);

  if (builtin < lsn_table_n_builtin (table))
    {
      const LsnColumnSpec *spec = lsn_map_column_spec (self->map, table, builtin);

      if (spec->type == LSN_TYPE_REFERENCE && spec->refers_to == LSN_TABLE_KINDS
          ? set_kind (self, table, row, builtin, text) : set_builtin (self, table, row, builtin, text))
        return;
    }
  if (attribute->column == LSN_NO_COLUMN)
    attribute->column = own_column (self, table, attribute);
  if (attribute->column == LSN_NO_COLUMN || !set_builtin (self, table, row, attribute->column, text))
    report_lost (self, LSN_SEVERITY_ERROR, name, text);
}

static void
visit (Reader   *self,
       char      what,
       guint     index,
       LsnTable  table,
       LsnRow    row,
       ValueFunc call)
{
  guint n = lsn_dot_n_attributes (self->graph, what, index);

  for (guint i = 0; i < n && !is_over (self); i++)
    {
      const char *name, *value;

      lsn_dot_attribute (self->graph, what, index, i, &name, &value);
      if (!is_read_already (self, table, name) && (what != 'c' || !self->own))
        call (self, table, row, name, value);
    }
}

static void
visit_all (Reader   *self,
           ValueFunc call)
{
  visit (self, 'g', 0, LSN_TABLE_MAP, lsn_map_the_row (self->map), call);
  for (guint i = 0; i < lsn_dot_graph_n_nodes (self->graph) && !is_over (self); i++)
    visit (self, 'n', i, LSN_TABLE_ACTORS, self->actors[i], call);
  for (guint i = 1; i <= lsn_dot_graph_n_clusters (self->graph) && !is_over (self); i++)
    visit (self, 'c', i, LSN_TABLE_ACTORS, self->containers[i], call);
  for (guint i = 0; i < lsn_dot_graph_n_edges (self->graph) && !is_over (self); i++)
    visit (self, 'e', i, LSN_TABLE_TIES, self->ties[i], call);
}

static void
read_graph (Reader *self)
{
  const char *name = lsn_dot_graph_name (self->graph);
  g_autofree char *id = plain_id (self, name == NULL ? "" : name);

  if (!lsn_map_set_id (self->map, *id == '\0' ? "e1" : id))
    report_long_id (self, id, lsn_map_row_id (self->map, LSN_TABLE_MAP, lsn_map_the_row (self->map)));
  if (lsn_dot_graph_n_graphs (self->graph) > 1)
    lsn_report_add (self->report, LSN_SEVERITY_WARNING, 0, 0,
                    _("The file has more than one graph. They were put together into one map; "
                      "what has the same name in several became one."));
}

/**
 * lsn_dot_read:
 * @graph: what a DOT file holds
 * @report: gets what there is to say
 * @cancellable: (nullable): stops it
 * @error: %G_IO_ERROR_CANCELLED
 *
 * Makes a map of a DOT graph. O(nodes + edges + attributes).
 *
 * Returns: (transfer full) (nullable): the map, or %NULL when it was cancelled
 */
LsnMap *
lsn_dot_read (LsnDotGraph  *graph,
              LsnOrigin    *origin,
              LsnReport    *report,
              GCancellable *cancellable,
              GError      **error)
{
  Reader self = { .graph = graph, .report = report, .cancellable = cancellable };

  self.map = lsn_map_new_bare (origin);
  lsn_kinds_insert_builtin (self.map);
  for (guint table = 0; table <= LSN_TABLE_TIES; table++)
    self.columns[table] = g_hash_table_new_full (lsn_text_hash_string, g_str_equal, NULL, g_free);
  self.own = find_attribute (&self, 'g', 0, "liaison") != NULL;
  read_graph (&self);
  read_nodes (&self);
  read_clusters (&self);
  place_in_clusters (&self);
  read_edges (&self);
  visit_all (&self, first_look);
  visit_all (&self, set_value);
  if (self.n_replaced > 0)
    lsn_report_add (report, LSN_SEVERITY_WARNING, 0, 0,
                    g_dngettext (GETTEXT_PACKAGE, "%u character that a file cannot hold was replaced by “\357\277\275”.",
                                 "%u characters that a file cannot hold were replaced by “\357\277\275”.",
                                 self.n_replaced), self.n_replaced);
  lsn_map_forget_history (self.map);
  for (guint table = 0; table <= LSN_TABLE_TIES; table++)
    g_hash_table_unref (self.columns[table]);
  g_free (self.actors);
  g_free (self.containers);
  g_free (self.ties);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    g_clear_object (&self.map);
  return self.map;
}
