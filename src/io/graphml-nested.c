/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"
#include "io/graphml-state.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "io/xml-text.h"

/* A graph inside a node. Its nodes stand in the container that the node becomes; what it says of itself (its id, its data, what
 * others wrote into it) is no cell of that actor, which has its own. That is kept with the actor, as a graph without nodes. */

void
lsn_graphml_start_nested (LsnGraphml        *self,
                          const LsnStartTag *tag)
{
  static const char * const none[] = { NULL };
  static const char * const usual[] = { "edgedefault", NULL };
  g_autofree char *attributes = lsn_graphml_foreign_attributes (self, tag, none);
  g_autofree char *unusual = lsn_graphml_foreign_attributes (self, tag, usual);
  LsnFrame *frame = lsn_graphml_push (self, LSN_IN_GRAPH);

  frame->directed = lsn_graphml_is_directed (tag);
  frame->says_something = unusual != NULL;
  frame->nested = g_string_new ("<graph");
  g_string_append (frame->nested, attributes == NULL ? "" : attributes);
  frame->nested_start = frame->nested->len;
}

/* The id that the key of a <data> has in the file that is written: that of the map's own column, as graphs have it. */
static const char *
written_key (LsnGraphml        *self,
             const LsnAttribute attribute)
{
  LsnKey *key = lsn_graphml_find_key (self, attribute.value, attribute.length, LSN_TABLE_MAP);
  LsnKeyUse *use = key->is_tables ? NULL : lsn_graphml_use_key (self, key, LSN_TABLE_MAP);

  return use == NULL ? key->id : lsn_map_column_spec (self->map, LSN_TABLE_MAP, use->column)->id;
}

static void
keep_data (LsnGraphml        *self,
           const LsnStartTag *tag)
{
  g_autofree const xmlChar **attributes = g_memdup2 (tag->attributes, 5 * tag->n_attributes * sizeof *attributes);
  LsnStartTag written = *tag;

  written.attributes = attributes;
  for (int i = 0; i < tag->n_attributes; i++)
    if (lsn_attribute (tag, i).name == self->name_key && lsn_attribute (tag, i).length <= LSN_IO_MAX_NAME)
      {
        const char *id = written_key (self, lsn_attribute (tag, i));

        attributes[5 * i + 3] = (const xmlChar *) id;
        attributes[5 * i + 4] = (const xmlChar *) id + strlen (id);
      }
  lsn_graphml_keep_nested (self, &written);
}

/* An element in a nested graph that is neither node nor edge: kept there. */
void
lsn_graphml_keep_in_nested (LsnGraphml        *self,
                            const LsnStartTag *tag,
                            gboolean           ours)
{
  LsnFrame *frame = lsn_graphml_top (self);
  gboolean is_data = ours && tag->name == self->name_data;
  g_autofree char *container = lsn_graphml_shown (lsn_map_row_id (self->map, frame->table, frame->row));

  if (is_data && !frame->data_noted)
    lsn_graphml_note (self, LSN_SEVERITY_WARNING,
                      /* Translators: %s is the id of an actor; the graph is that of its inside, in a foreign file */
                      _("The graph inside “%s” has values of its own. They are kept in the file but not shown."),
                      container);
  frame->says_something = TRUE;
  frame->data_noted |= is_data;
  if (is_data)
    keep_data (self, tag);
  else
    lsn_graphml_keep_nested (self, tag);
}

void
lsn_graphml_end_nested (LsnGraphml *self,
                        LsnFrame    frame)
{
  g_autoptr (GString) xml = frame.nested;
  gboolean is_empty = xml->len == frame.nested_start;

  if (!frame.says_something)
    return;
  if (!is_empty)
    g_string_insert_c (xml, frame.nested_start, '>');
  g_string_append (xml, is_empty ? "/>" : "</graph>");
  lsn_graphml_add_kept (self, frame.table, frame.row, LSN_KEPT_CONTENT, xml->str);
}
