/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"
#include "io/graphml-state.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "io/xml-text.h"

/* Foreign XML: elements and attributes that mean nothing to a map are written back as text while they are read, and kept in
 * cells. A piece carries the namespaces that it uses, so that it can stand anywhere in a document whose default namespace is
 * GraphML's; reading a piece that was written so gives the same text again. */

static const LsnStartTag wrapper = {
  .name = (const xmlChar *) "kept", .prefix = (const xmlChar *) "l", .uri = (const xmlChar *) LSN_TABLES_NAMESPACE
};

static gboolean
same (const xmlChar *a,
      const xmlChar *b)
{
  return a == b || (a != NULL && b != NULL && xmlStrEqual (a, b));
}

static void
append_name (GString       *xml,
             const xmlChar *prefix,
             const xmlChar *name)
{
  if (prefix != NULL)
    {
      g_string_append (xml, (const char *) prefix);
      g_string_append_c (xml, ':');
    }
  g_string_append (xml, (const char *) name);
}

static void
append_declaration (GString    *xml,
                    const char *prefix,
                    const char *uri)
{
  g_string_append (xml, prefix == NULL ? " xmlns" : " xmlns:");
  g_string_append (xml, prefix == NULL ? "" : prefix);
  g_string_append (xml, "=\"");
  lsn_xml_append_attribute (xml, uri, -1);
  g_string_append_c (xml, '"');
}

static void
append_value (GString            *xml,
              const LsnAttribute *attribute)
{
  g_string_append_c (xml, ' ');
  append_name (xml, attribute->prefix, attribute->name);
  g_string_append (xml, "=\"");
  lsn_xml_append_attribute (xml, attribute->value, attribute->length);
  g_string_append_c (xml, '"');
}

/* What the prefix stands for in the piece; GraphML's namespace for none, and "" for no namespace. */
static const char *
uri_in_scope (LsnCapture    *capture,
              const xmlChar *prefix)
{
  for (guint i = capture->names->len; i > 0; i--)
    {
      LsnScopedName *scoped = &g_array_index (capture->names, LsnScopedName, i - 1);

      if (same ((const xmlChar *) scoped->prefix, prefix))
        return scoped->uri;
    }
  return prefix == NULL ? LSN_GRAPHML_NAMESPACE : NULL;
}

static void
need_namespace (LsnCapture    *capture,
                const xmlChar *prefix,
                const xmlChar *uri)
{
  const char *known = uri_in_scope (capture, prefix);
  LsnScopedName scoped = { (const char *) prefix, uri == NULL ? "" : (const char *) uri, capture->depth };

  if (known != NULL && strcmp (known, scoped.uri) == 0)
    return;
  append_declaration (capture->xml, scoped.prefix, scoped.uri);
  g_array_append_val (capture->names, scoped);
}

/* Elements of GraphML are written without a prefix, as ours are, and so are those of no namespace: in a document that has none
 * they are GraphML's. */
static void
normalize (LsnGraphml     *self,
           const xmlChar **prefix,
           const xmlChar **uri)
{
  if (!lsn_graphml_is_ours (self, *uri))
    return;
  *prefix = NULL;
  if (*uri != NULL || self->bare)
    *uri = (const xmlChar *) LSN_GRAPHML_NAMESPACE;
}

/* Whether so many bytes more can be kept */
static gboolean
has_room (LsnCapture *capture,
          gsize       length)
{
  if (capture->xml->len + length > capture->room)
    capture->full = TRUE;
  if (capture->full)
    capture->n_left_out += length;
  return !capture->full;
}

static void
close_tag (LsnCapture *capture)
{
  if (capture->open)
    g_string_append_c (capture->xml, '>');
  capture->open = FALSE;
}

static gboolean
is_xml_prefix (const xmlChar *prefix)
{
  return strcmp ((const char *) prefix, "xml") == 0;
}

/* Whether the prefix of an attribute, if it has one, stands for anything. Without, the attribute means nothing to anybody. */
static gboolean
has_namespace (LsnGraphml  *self,
               LsnAttribute attribute)
{
  if (attribute.prefix == NULL || attribute.uri != NULL)
    return TRUE;
  lsn_graphml_note (self, LSN_SEVERITY_WARNING, _("The prefix “%s” is not declared. Its attribute could not be kept."),
                    (const char *) attribute.prefix);
  return FALSE;
}

void
lsn_capture_start (LsnGraphml        *self,
                   const LsnStartTag *tag)
{
  LsnCapture *capture = &self->capture;
  const xmlChar *prefix = tag->prefix, *uri = tag->uri;
  guint n_names = capture->names->len;

  close_tag (capture);
  capture->depth++;
  if (!has_room (capture, strlen ((const char *) tag->name) + 3))
    return;
  normalize (self, &prefix, &uri);
  g_string_append_c (capture->xml, '<');
  append_name (capture->xml, prefix, tag->name);
  for (int i = 0; i < tag->n_namespaces; i++)
    if (tag->namespaces[2 * i] != NULL && tag->namespaces[2 * i + 1] != NULL)
      need_namespace (capture, tag->namespaces[2 * i], tag->namespaces[2 * i + 1]);
  need_namespace (capture, prefix, uri);
  for (int i = 0; i < tag->n_attributes; i++)
    {
      LsnAttribute attribute = lsn_attribute (tag, i);

      if (!has_namespace (self, attribute))
        continue;
      if (attribute.prefix != NULL && !is_xml_prefix (attribute.prefix))
        need_namespace (capture, attribute.prefix, attribute.uri);
      append_value (capture->xml, &attribute);
    }
  capture->open = TRUE;
  capture->full |= tag->n_attributes + capture->names->len - n_names > LSN_IO_MAX_TAG;
}

/* Something of another program is too large for its place. */
void
lsn_graphml_lose (LsnGraphml *self,
                  gsize       n_bytes)
{
  if (self->lost == 0)
    {
      self->lost_line = lsn_graphml_line (self);
      self->lost_at = lsn_graphml_at (self);
    }
  self->lost += n_bytes;
}

void
lsn_graphml_report_lost (LsnGraphml *self)
{
  g_autofree char *size = g_format_size (self->lost);

  if (self->lost > 0)
    lsn_report_add (self->report, LSN_SEVERITY_ERROR, self->lost_line, self->lost_at,
                    /* Translators: %s is an amount such as "2.5 MB" */
                    _("What other programs wrote into the file is too large in some places: %s of it could not be kept. "
                      "The first of that is here."), size);
}

/* Sets the cell that was put together; what it held is replaced. */
static void
flush_kept (LsnGraphml *self,
            LsnTable    table,
            LsnKept     kept)
{
  LsnKeptCell *cell = &self->kept[table][kept];
  g_autoptr (GError) error = NULL;

  if (cell->xml != NULL && cell->xml->len > 0
      && !lsn_kept_set (self->map, table, cell->row, kept, cell->xml->str, &error))
    /* Translators: %s is a sentence that says why */
    lsn_graphml_note (self, LSN_SEVERITY_ERROR, _("Something of another program could not be kept. %s"), error->message);
}

/* The cell of that row: pieces are collected there, as a file can have thousands in one place. */
static GString *
kept_cell (LsnGraphml *self,
           LsnTable    table,
           LsnRow      row,
           LsnKept     kept)
{
  LsnKeptCell *cell = &self->kept[table][kept];
  const char *before;

  if (cell->xml != NULL && cell->row == row)
    return cell->xml;
  flush_kept (self, table, kept);
  if (cell->xml == NULL)
    cell->xml = g_string_new (NULL);
  before = lsn_kept_get (self->map, table, row, kept);
  g_string_assign (cell->xml, before == NULL ? "" : before);
  cell->row = row;
  return cell->xml;
}

void
lsn_graphml_add_kept (LsnGraphml *self,
                      LsnTable    table,
                      LsnRow      row,
                      LsnKept     kept,
                      const char *xml)
{
  GString *cell = kept_cell (self, table, row, kept);
  gsize length = strlen (xml);

  if (cell->len + length > (table == LSN_TABLE_MAP ? LSN_IO_MAX_BYTES : LSN_IO_MAX_CELL))
    lsn_graphml_lose (self, length);
  else
    g_string_append_len (cell, xml, length);
}

void
lsn_graphml_finish_kept (LsnGraphml *self)
{
  for (guint table = 0; table < LSN_N_KEYED_TABLES; table++)
    for (guint kept = 0; kept < LSN_N_KEPT; kept++)
      flush_kept (self, table, kept);
}

static void
finish_capture (LsnGraphml *self)
{
  LsnCapture *capture = &self->capture;

  g_array_set_size (capture->names, 0);
  if (capture->into_data)
    return;
  if (capture->full)
    lsn_graphml_lose (self, capture->xml->len + capture->n_left_out);
  else if (capture->into_nested)
    g_string_append (lsn_graphml_top (self)->nested, capture->xml->str);
  else if (capture->key == NULL)
    lsn_graphml_add_kept (self, capture->table, capture->row, capture->kept, capture->xml->str);
  else if (capture->key->fresh)
    {
      if (capture->key->content == NULL)
        capture->key->content = g_string_new (NULL);
      g_string_append (capture->key->content, capture->xml->str);
    }
  g_string_truncate (capture->xml, 0);
}

void
lsn_capture_end (LsnGraphml    *self,
                 const xmlChar *name,
                 const xmlChar *prefix,
                 const xmlChar *uri)
{
  LsnCapture *capture = &self->capture;

  normalize (self, &prefix, &uri);
  if (capture->open)
    g_string_append (capture->xml, "/>");
  else if (has_room (capture, strlen ((const char *) name) + 3))
    {
      g_string_append (capture->xml, "</");
      append_name (capture->xml, prefix, name);
      g_string_append_c (capture->xml, '>');
    }
  capture->open = FALSE;
  while (capture->names->len > 0
         && g_array_index (capture->names, LsnScopedName, capture->names->len - 1).depth == capture->depth)
    g_array_set_size (capture->names, capture->names->len - 1);
  if (--capture->depth == 0)
    finish_capture (self);
  else if (capture->depth == 1 && capture->wrapped)
    lsn_capture_end (self, wrapper.name, wrapper.prefix, wrapper.uri);
}

void
lsn_capture_text (LsnGraphml *self,
                  const char *text,
                  gsize       length)
{
  close_tag (&self->capture);
  if (has_room (&self->capture, length))
    lsn_xml_append_text (self->capture.xml, text, length);
}

/* Comments and processing instructions: nothing in them is escaped. */
void
lsn_capture_raw (LsnGraphml *self,
                 const char *before,
                 const char *text,
                 const char *after)
{
  close_tag (&self->capture);
  if (!has_room (&self->capture, strlen (before) + strlen (text) + strlen (after)))
    return;
  g_string_append (self->capture.xml, before);
  g_string_append (self->capture.xml, text);
  g_string_append (self->capture.xml, after);
}

static void
begin_capture (LsnGraphml        *self,
               const LsnStartTag *tag)
{
  g_string_truncate (self->capture.xml, 0);
  g_array_set_size (self->capture.names, 0);
  self->capture.full = self->capture.open = self->capture.wrapped = FALSE;
  self->capture.into_data = self->capture.into_nested = FALSE;
  self->capture.key = NULL;
  self->capture.depth = 0;
  self->capture.room = LSN_IO_MAX_CELL;
  self->capture.n_left_out = 0;
  if (tag != NULL)
    lsn_capture_start (self, tag);
}

/* Descriptions come first wherever GraphML has them, in their order. */
static LsnKept
place_of (LsnGraphml        *self,
          const LsnStartTag *tag,
          LsnKept            kept,
          LsnTable           table)
{
  if (tag->name != self->name_desc || !lsn_graphml_is_ours (self, tag->uri))
    return kept;
  if (kept == LSN_KEPT_CONTENT && table != LSN_TABLE_MAP)
    return LSN_KEPT_DESCRIPTION;
  return kept == LSN_KEPT_FILE_HEAD ? LSN_KEPT_FILE_DESCRIPTION : kept;
}

/* Keeps the element that begins with @tag, and all in it, with a row. */
void
lsn_graphml_keep (LsnGraphml        *self,
                  const LsnStartTag *tag,
                  LsnKept            kept,
                  LsnTable           table,
                  LsnRow             row)
{
  begin_capture (self, tag);
  self->capture.kept = place_of (self, tag, kept, table);
  self->capture.table = table;
  self->capture.row = row;
  if (table == LSN_TABLE_MAP)
    self->capture.room = LSN_IO_MAX_BYTES;
}

/**
 * lsn_graphml_keep_wrapped:
 * @tag: begins a table of ours, in a place where none is expected
 *
 * The same for the map, with an element around it: all that is kept of our tables is written back beside them, where this
 * would be taken for one of them when the file is read again.
 */
void
lsn_graphml_keep_wrapped (LsnGraphml        *self,
                          const LsnStartTag *tag)
{
  lsn_graphml_keep (self, &wrapper, LSN_KEPT_TABLES, LSN_TABLE_MAP, lsn_map_the_row (self->map));
  self->capture.wrapped = TRUE;
  lsn_capture_start (self, tag);
}

/* The same with the nested graph that is open. */
void
lsn_graphml_keep_nested (LsnGraphml        *self,
                         const LsnStartTag *tag)
{
  begin_capture (self, tag);
  self->capture.into_nested = TRUE;
}

void
lsn_graphml_keep_in_key (LsnGraphml        *self,
                         const LsnStartTag *tag,
                         LsnKey            *key)
{
  begin_capture (self, tag);
  self->capture.key = key;
}

/* The value of the open <data> is XML: its text so far, and from here on everything. */
void
lsn_graphml_keep_data (LsnGraphml        *self,
                       const LsnStartTag *tag)
{
  LsnFrame *frame = lsn_graphml_top (self);

  if (!frame->is_xml)
    {
      begin_capture (self, NULL);
      lsn_xml_append_text (self->capture.xml, self->text->str, self->text->len);
      self->capture.into_data = TRUE;
      frame->is_xml = TRUE;
    }
  lsn_capture_start (self, tag);
}

static gboolean
is_known (LsnAttribute        attribute,
          const char * const *known)
{
  g_autofree char *name = NULL;

  if (attribute.prefix == NULL)
    return g_strv_contains (known, (const char *) attribute.name);
  name = g_strdup_printf ("%s:%s", (const char *) attribute.prefix, (const char *) attribute.name);
  return g_strv_contains (known, name);
}

/* The attributes of @tag that are not in @known, as they can stand in any start tag, or NULL. Transfer full. */
char *
lsn_graphml_foreign_attributes (LsnGraphml         *self,
                                const LsnStartTag  *tag,
                                const char * const *known)
{
  GString *text = g_string_new (NULL);
  guint n = 0;

  for (int i = 0; i < tag->n_attributes; i++)
    {
      LsnAttribute attribute = lsn_attribute (tag, i);
      g_autofree char *declaration = g_strdup_printf (" xmlns:%s=", (const char *) attribute.prefix);

      if (is_known (attribute, known) || !has_namespace (self, attribute))
        continue;
      if (attribute.prefix != NULL && !is_xml_prefix (attribute.prefix) && strstr (text->str, declaration) == NULL)
        {
          append_declaration (text, (const char *) attribute.prefix, (const char *) attribute.uri);
          n++;
        }
      append_value (text, &attribute);
      n++;
    }
  if (text->len > LSN_IO_MAX_ATTRIBUTES || n > LSN_IO_MAX_KEPT_TAG)
    {
      lsn_graphml_lose (self, text->len);
      g_string_truncate (text, 0);
    }
  return g_string_free (text, text->len == 0);
}

void
lsn_graphml_keep_attributes (LsnGraphml         *self,
                             const LsnStartTag  *tag,
                             LsnKept             kept,
                             LsnTable            table,
                             LsnRow              row,
                             const char * const *known)
{
  g_autofree char *text = lsn_graphml_foreign_attributes (self, tag, known);

  if (text != NULL)
    lsn_graphml_add_kept (self, table, row, kept, text);
}
