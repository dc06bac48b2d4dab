/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"
#include "io/graphml-state.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "io/xml-text.h"

/* GraphML's own elements: what each means for the map. Everything else is kept as it is (graphml-foreign.c). */

static void
start_graphml (LsnGraphml        *self,
               const LsnStartTag *tag)
{
  static const char * const known[] = { "xsi:schemaLocation", NULL };
  LsnFrame *frame;

  if (tag->name != self->name_graphml || !lsn_graphml_is_ours (self, tag->uri))
    {
      /* Translators: %s is the name of an XML element */
      lsn_graphml_fail (self, LSN_IO_ERROR_FORMAT, _("This is not GraphML: its outermost element is “%s”."),
                        (const char *) tag->name);
      return;
    }
  self->bare = tag->uri == NULL;
  frame = lsn_graphml_push (self, LSN_IN_GRAPHML);
  frame->table = LSN_TABLE_MAP;
  frame->row = lsn_map_the_row (self->map);
  lsn_graphml_keep_attributes (self, tag, LSN_KEPT_FILE_ATTRIBUTES, LSN_TABLE_MAP, frame->row, known);
}

gboolean
lsn_graphml_is_directed (const LsnStartTag *tag)
{
  LsnAttribute edgedefault = lsn_graphml_find_attribute (tag, "edgedefault");

  return edgedefault.length != strlen ("undirected") || memcmp (edgedefault.value, "undirected", 10) != 0;
}

static void
start_graph (LsnGraphml        *self,
             const LsnStartTag *tag)
{
  static const char * const known[] = { "id", "edgedefault", NULL };
  g_autofree char *id = lsn_graphml_value (self, lsn_graphml_find_attribute (tag, "id"));
  LsnFrame *frame = lsn_graphml_push (self, LSN_IN_GRAPH);

  frame->directed = lsn_graphml_is_directed (tag);
  self->graph_seen = TRUE;
  lsn_map_set_id (self->map, id == NULL || *id == '\0' ? "e1" : id);
  frame->row = lsn_map_the_row (self->map);
  lsn_graphml_keep_attributes (self, tag, LSN_KEPT_ATTRIBUTES, LSN_TABLE_MAP, frame->row, known);
}

static gboolean
count_row (LsnGraphml *self,
           LsnTable    table)
{
  if (!self->resolved)
    lsn_graphml_resolve (self);
  if (++self->n_rows[table] <= LSN_IO_MAX_ROWS)
    return TRUE;
  if (table == LSN_TABLE_ACTORS)
    lsn_graphml_fail (self, LSN_IO_ERROR_LIMIT, _("The file has more than %u actors."), LSN_IO_MAX_ROWS);
  else
    lsn_graphml_fail (self, LSN_IO_ERROR_LIMIT, _("The file has more than %u ties."), LSN_IO_MAX_ROWS);
  return FALSE;
}

/* A copy of an attribute behind those that are in self->names already; its offset there. */
static gsize
terminate (LsnGraphml  *self,
           LsnAttribute attribute)
{
  gsize offset = self->names->len;

  if (attribute.length > LSN_IO_MAX_NAME)
    /* Translators: %s is the name of an XML attribute, %u a number of bytes */
    lsn_graphml_fail (self, LSN_IO_ERROR_LIMIT, _("The attribute “%s” is longer than %u bytes."),
                      (const char *) attribute.name, LSN_IO_MAX_NAME);
  else
    g_string_append_len (self->names, attribute.value, attribute.length);
  g_string_append_c (self->names, '\0');
  return offset;
}

static void
start_node (LsnGraphml        *self,
            const LsnStartTag *tag)
{
  static const char * const known[] = { "id", "yfiles.foldertype", NULL };
  LsnFrame *graph = lsn_graphml_top (self);
  LsnRow container = graph->table == LSN_TABLE_ACTORS ? graph->row : LSN_NO_ROW;
  LsnFrame *frame;

  if (!count_row (self, LSN_TABLE_ACTORS))
    return;
  g_string_truncate (self->names, 0);
  terminate (self, lsn_graphml_find_attribute (tag, "id"));
  if (self->error != NULL)
    return;
  frame = lsn_graphml_push (self, LSN_IN_NODE);
  frame->table = LSN_TABLE_ACTORS;
  frame->ordinal = self->n_rows[LSN_TABLE_ACTORS];
  frame->row = lsn_graphml_insert (self, LSN_TABLE_ACTORS, self->names->str);
  if (container != LSN_NO_ROW)
    lsn_map_set_reference (self->map, LSN_TABLE_ACTORS, frame->row, LSN_ACTOR_PARENT, container, NULL);
  if (tag->n_attributes == 1)
    return;
  self->folders |= lsn_graphml_find_attribute (tag, "yfiles.foldertype").name != NULL;
  lsn_graphml_keep_attributes (self, tag, LSN_KEPT_ATTRIBUTES, LSN_TABLE_ACTORS, frame->row, known);
}

/* An edge that is known from an earlier pass to end nowhere. */
static void
keep_dangling (LsnGraphml        *self,
               const LsnStartTag *tag,
               const char        *source,
               const char        *target)
{
  g_autofree char *from = lsn_graphml_shown (source);
  g_autofree char *to = lsn_graphml_shown (target);

  if (*source == '\0' || *target == '\0')
    lsn_graphml_note (self, LSN_SEVERITY_ERROR, _("A tie lacks an end. It is kept in the file but not shown."));
  else
    /* Translators: the two are ids of actors */
    lsn_graphml_note (self, LSN_SEVERITY_ERROR,
                      _("The tie from “%s” to “%s” ends at an actor that is not in the map. "
                        "It is kept in the file but not shown."), from, to);
  lsn_graphml_keep (self, tag, LSN_KEPT_CONTENT, LSN_TABLE_MAP, lsn_map_the_row (self->map));
}

static void
start_edge (LsnGraphml        *self,
            const LsnStartTag *tag)
{
  static const char * const known[] = { "id", "source", "target", "directed", NULL };
  LsnAttribute id = { 0 }, source = { 0 }, target = { 0 }, directed = { 0 };
  gsize source_at, target_at;
  int n_known = 0;
  LsnFrame *frame;

  if (!count_row (self, LSN_TABLE_TIES))
    return;
  for (int i = 0; i < tag->n_attributes; i++)
    {
      LsnAttribute attribute = lsn_attribute (tag, i);
      LsnAttribute *meant = attribute.prefix != NULL ? NULL
                            : attribute.name == self->name_id ? &id
                            : attribute.name == self->name_source ? &source
                            : attribute.name == self->name_target ? &target
                            : attribute.name == self->name_directed ? &directed : NULL;

      n_known += meant != NULL;
      if (meant != NULL)
        *meant = attribute;
    }
  g_string_truncate (self->names, 0);
  terminate (self, id);
  source_at = terminate (self, source);
  target_at = terminate (self, target);
  if (self->error != NULL)
    return;
  if (g_hash_table_size (self->dangling) > 0
      && g_hash_table_contains (self->dangling, GUINT_TO_POINTER (self->n_rows[LSN_TABLE_TIES])))
    {
      keep_dangling (self, tag, self->names->str + source_at, self->names->str + target_at);
      return;
    }
  frame = lsn_graphml_push (self, LSN_IN_EDGE);
  if (directed.name != NULL)
    frame->directed = directed.length == 4 && memcmp (directed.value, "true", 4) == 0;
  frame->table = LSN_TABLE_TIES;
  frame->ordinal = self->n_rows[LSN_TABLE_TIES];
  frame->row = lsn_graphml_insert_tie (self, self->names->str, self->names->str + source_at,
                                       self->names->str + target_at);
  if (n_known < tag->n_attributes)
    lsn_graphml_keep_attributes (self, tag, LSN_KEPT_ATTRIBUTES, LSN_TABLE_TIES, frame->row, known);
}

static void
start_data (LsnGraphml        *self,
            const LsnStartTag *tag)
{
  LsnFrame *frame = lsn_graphml_top (self);
  LsnAttribute key = { 0 };

  for (int i = 0; i < tag->n_attributes; i++)
    if (lsn_attribute (tag, i).name == self->name_key)
      key = lsn_attribute (tag, i);
  if (key.name == NULL)
    {
      lsn_graphml_note (self, LSN_SEVERITY_WARNING, _("A <data> without a key could not be kept."));
      key.value = "";
    }
  if (key.length > LSN_IO_MAX_NAME)
    {
      g_free (lsn_graphml_value (self, key));
      return;
    }
  g_string_truncate (self->text, 0);
  self->text_full = FALSE;
  frame = lsn_graphml_push (self, LSN_IN_DATA);
  frame->key = lsn_graphml_find_key (self, key.value, key.length, frame->table);
  if (frame->key == NULL)
    return;
  if (!self->resolved && !frame->key->is_tables)
    lsn_graphml_resolve (self);
}

static void
start_in_data (LsnGraphml        *self,
               const LsnStartTag *tag)
{
  LsnFrame *frame = lsn_graphml_top (self);

  if (frame->key != NULL && frame->key->is_tables && lsn_graphml_tables_start (self, tag))
    return;
  lsn_graphml_keep_data (self, tag);
}

static void
start_in_graphml (LsnGraphml        *self,
                  const LsnStartTag *tag,
                  gboolean           ours)
{
  LsnRow row = lsn_map_the_row (self->map);

  if (ours && tag->name == self->name_key)
    lsn_graphml_key (self, tag);
  else if (ours && tag->name == self->name_graph && !self->graph_seen)
    start_graph (self, tag);
  else if (ours && tag->name == self->name_desc)
    lsn_graphml_keep (self, tag, LSN_KEPT_FILE_HEAD, LSN_TABLE_MAP, row);
  else
    {
      if (ours && tag->name == self->name_graph)
        lsn_graphml_note (self, LSN_SEVERITY_WARNING,
                          _("The file has more than one graph. This one is kept in the file but not shown."));
      lsn_graphml_keep (self, tag, LSN_KEPT_FILE_TAIL, LSN_TABLE_MAP, row);
    }
}

static void
keep_in_graph (LsnGraphml        *self,
               const LsnStartTag *tag,
               gboolean           ours)
{
  LsnFrame *frame = lsn_graphml_top (self);
  gboolean is_hyperedge = ours && strcmp ((const char *) tag->name, "hyperedge") == 0;

  if (is_hyperedge)
    lsn_graphml_note (self, LSN_SEVERITY_WARNING,
                      _("A tie of several actors at once (a hyperedge) is kept in the file but not shown."));
  if (frame->nested != NULL && !is_hyperedge)
    lsn_graphml_keep_in_nested (self, tag, ours);
  else if (ours && tag->name == self->name_desc)
    lsn_graphml_keep (self, tag, LSN_KEPT_DESCRIPTION, LSN_TABLE_MAP, frame->row);
  else
    lsn_graphml_keep (self, tag, LSN_KEPT_CONTENT, LSN_TABLE_MAP, lsn_map_the_row (self->map));
}

static void
start_in_graph (LsnGraphml        *self,
                const LsnStartTag *tag,
                gboolean           ours)
{
  if (ours && tag->name == self->name_node)
    start_node (self, tag);
  else if (ours && tag->name == self->name_edge)
    start_edge (self, tag);
  else if (ours && tag->name == self->name_data && lsn_graphml_top (self)->nested == NULL)
    start_data (self, tag);
  else if (ours && tag->name == self->name_key)
    lsn_graphml_key (self, tag);
  else
    keep_in_graph (self, tag, ours);
}

static void
start_in_row (LsnGraphml        *self,
              const LsnStartTag *tag,
              gboolean           ours)
{
  LsnFrame *frame = lsn_graphml_top (self);

  if (ours && tag->name == self->name_data)
    start_data (self, tag);
  else if (ours && tag->name == self->name_graph && frame->place == LSN_IN_NODE)
    lsn_graphml_start_nested (self, tag);
  else
    lsn_graphml_keep (self, tag, LSN_KEPT_CONTENT, frame->table, frame->row);
}

static void
start_in_key (LsnGraphml        *self,
              const LsnStartTag *tag,
              gboolean           ours)
{
  LsnFrame *frame = lsn_graphml_top (self);

  if (ours && tag->name == self->name_default && frame->place == LSN_IN_KEY)
    {
      g_string_truncate (self->text, 0);
      self->text_full = FALSE;
      lsn_graphml_push (self, LSN_IN_DEFAULT);
    }
  else
    lsn_graphml_keep_in_key (self, tag, frame->key);
}

void
lsn_graphml_start (LsnGraphml        *self,
                   const LsnStartTag *tag)
{
  gboolean ours = lsn_graphml_is_ours (self, tag->uri);

  switch (lsn_graphml_top (self)->place)
    {
    case LSN_IN_DOCUMENT:
      start_graphml (self, tag);
      break;
    case LSN_IN_GRAPHML:
      start_in_graphml (self, tag, ours);
      break;
    case LSN_IN_KEY:
    case LSN_IN_DEFAULT:
      start_in_key (self, tag, ours);
      break;
    case LSN_IN_GRAPH:
      start_in_graph (self, tag, ours);
      break;
    case LSN_IN_NODE:
    case LSN_IN_EDGE:
      start_in_row (self, tag, ours);
      break;
    case LSN_IN_DATA:
      start_in_data (self, tag);
      break;
    default:
      lsn_graphml_tables_start (self, tag);
    }
}

/* Whether text in such a cell is XML, also when it has no elements */
static gboolean
holds_xml (LsnGraphml     *self,
           const LsnFrame *frame)
{
  gboolean known = frame->key->uses[frame->table].as_xml;
  LsnKeyUse *use = known || frame->key->is_id || self->text->len == 0 ? NULL
                   : lsn_graphml_use_key (self, frame->key, frame->table);

  return known || (use != NULL && use->type == LSN_TYPE_XML);
}

static void
end_data (LsnGraphml *self,
          LsnFrame    frame)
{
  if (frame.key == NULL || (frame.key->is_tables && self->own))
    return;
  if (frame.is_xml || holds_xml (self, &frame))
    {
      GString *xml = self->capture.xml;

      if (!frame.is_xml)
        {
          g_string_truncate (xml, 0);
          lsn_xml_append_text (xml, self->text->str, self->text->len);
        }
      g_string_assign (self->text, g_strstrip (xml->str));
      g_string_truncate (xml, 0);
      self->text_full = self->text_full || self->capture.full;
    }
  if (lsn_graphml_store (self, &frame) && frame.is_xml)
    lsn_graphml_read_yed (self, frame.table, frame.row, self->text->str);
}

static void
end_edge (LsnGraphml *self,
          LsnFrame    frame)
{
  if (!self->own && !frame.direction_given)
    lsn_map_set_text (self->map, LSN_TABLE_TIES, frame.row, LSN_TIE_DIRECTION, frame.directed ? "forward" : "none",
                      NULL);
}

void
lsn_graphml_end (LsnGraphml *self)
{
  LsnFrame frame = *lsn_graphml_top (self);

  g_array_set_size (self->frames, self->frames->len - 1);
  switch (frame.place)
    {
    case LSN_IN_DATA:
      end_data (self, frame);
      break;
    case LSN_IN_GRAPH:
      if (frame.nested != NULL)
        lsn_graphml_end_nested (self, frame);
      break;
    case LSN_IN_NODE:
      lsn_graphml_forget_given (self, frame.n_given);
      break;
    case LSN_IN_EDGE:
      lsn_graphml_forget_given (self, frame.n_given);
      end_edge (self, frame);
      break;
    case LSN_IN_DEFAULT:
      if (self->n_keys > 0 && frame.key->text_default == NULL)
        frame.key->text_default = g_string_new_len (self->text->str, self->text->len);
      break;
    case LSN_IN_TABLES:
    case LSN_IN_TABLE:
    case LSN_IN_ROW:
    case LSN_IN_CELL:
    case LSN_IN_CHOICE:
      lsn_graphml_tables_end (self, frame);
      break;
    default:
      break;
    }
}

/* The document has ended: what could only be done now. */
void
lsn_graphml_finish_pass (LsnGraphml *self)
{
  if (!self->resolved)
    lsn_graphml_resolve (self);
  lsn_graphml_finish_kept (self);
  lsn_graphml_finish_references (self);
  lsn_graphml_finish_keys (self);
  lsn_graphml_finish_ties (self);
  lsn_graphml_report_lost (self);
  if (self->folders)
    lsn_report_add (self->report, LSN_SEVERITY_NOTE, 0, 0, _("The groups of yEd have become containers."));
  if (!self->graph_seen)
    lsn_report_add (self->report, LSN_SEVERITY_NOTE, 0, 0, _("The file holds no graph: the map is empty."));
}
