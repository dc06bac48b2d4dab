/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"
#include "io/graphml-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "io/graphml-state.h"
#include "io/xml-bytes.h"

/* The front of the GraphML reader: passes, libxml2's push parser, its events and its errors. Nothing outside the document is
 * ever opened: no network, no external entity, and a document that declares entities is refused before one is expanded. */

#define MAX_PASSES 4
#define CHUNK (64 * 1024)

static char *
position_text (const char *message,
               guint       line,
               guint       column)
{
  /* Translators: an error of a file, then where it is; the first is a whole sentence */
  return g_strdup_printf (_("%s (line %u, column %u)"), message, line, column);
}

static void
set_failure (LsnGraphml *self,
             LsnIoError  code,
             const char *message,
             guint       line,
             guint       column)
{
  g_autofree char *text = NULL;

  if (self->error != NULL)
    return;
  text = position_text (message, line, column);
  lsn_report_add (self->report, LSN_SEVERITY_ERROR, line, column, "%s", message);
  self->error = g_error_new_literal (LSN_IO_ERROR, code, text);
}

guint
lsn_graphml_line (LsnGraphml *self)
{
  return self->parser == NULL || self->parser->input == NULL ? 1 : MAX (self->parser->input->line, 1);
}

static guint
current_column (LsnGraphml *self)
{
  return self->parser == NULL || self->parser->input == NULL ? 1 : MAX (self->parser->input->col, 1);
}

/* Ends the reading with an error at the place that is being read. The parser goes on to the end of its event: stopping it frees
 * the text that the attributes of the tag at hand point to. */
void
lsn_graphml_fail (LsnGraphml *self,
                  LsnIoError  code,
                  const char *format,
                  ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  set_failure (self, code, message, lsn_graphml_line (self), current_column (self));
}

/* At the end of an event: nothing of the document is looked at any more. */
static void
stop_after_failure (LsnGraphml *self)
{
  if (self->error != NULL)
    xmlStopParser (self->parser);
}

/* Says something about the place that is being read. */
void
lsn_graphml_note (LsnGraphml *self,
                  LsnSeverity severity,
                  const char *format,
                  ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  lsn_report_add (self->report, severity, lsn_graphml_line (self), current_column (self), "%s", message);
}

/* A copy of an attribute's value, or NULL with the reading failed when it is longer than a name may be. */
char *
lsn_graphml_value (LsnGraphml  *self,
                   LsnAttribute attribute)
{
  if (attribute.length <= LSN_IO_MAX_NAME)
    return g_strndup (attribute.value, attribute.length);
  /* Translators: %s is the name of an XML attribute, %u a number of bytes */
  lsn_graphml_fail (self, LSN_IO_ERROR_LIMIT, _("The attribute “%s” is longer than %u bytes."),
                    (const char *) attribute.name, LSN_IO_MAX_NAME);
  return NULL;
}

LsnAttribute
lsn_graphml_find_attribute (const LsnStartTag *tag,
                            const char        *name)
{
  for (int i = 0; i < tag->n_attributes; i++)
    {
      LsnAttribute attribute = lsn_attribute (tag, i);

      if (attribute.prefix == NULL && strcmp ((const char *) attribute.name, name) == 0)
        return attribute;
    }
  return (LsnAttribute) { 0 };
}

/* GraphML's own elements: of its namespace in all the spellings that are in use, or of none. */
gboolean
lsn_graphml_is_ours (LsnGraphml    *self,
                     const xmlChar *uri)
{
  if (uri == NULL || uri == self->uri_known)
    return TRUE;
  if (!g_str_has_prefix ((const char *) uri, LSN_GRAPHML_NAMESPACE))
    return FALSE;
  self->uri_known = uri;
  return TRUE;
}

LsnFrame *
lsn_graphml_push (LsnGraphml *self,
                  LsnPlace    place)
{
  LsnFrame frame = { 0 };

  if (self->frames->len > 0)
    {
      LsnFrame *top = lsn_graphml_top (self);

      frame.table = top->table;
      frame.row = top->row;
      frame.ordinal = top->ordinal;
      frame.directed = top->directed;
      frame.key = top->key;
    }
  frame.place = place;
  g_array_append_val (self->frames, frame);
  return lsn_graphml_top (self);
}

static void
on_start_element (void           *data,
                  const xmlChar  *name,
                  const xmlChar  *prefix,
                  const xmlChar  *uri,
                  int             n_namespaces,
                  const xmlChar **namespaces,
                  int             n_attributes,
                  int             n_defaulted,
                  const xmlChar **attributes)
{
  LsnGraphml *self = data;
  LsnStartTag tag = { name, prefix, uri, n_namespaces, n_attributes, namespaces, attributes };

  if (self->error != NULL)
    return;
  if ((guint) self->parser->nameNr > LSN_IO_MAX_DEPTH)
    lsn_graphml_fail (self, LSN_IO_ERROR_LIMIT, _("Elements are nested more than %u deep."), LSN_IO_MAX_DEPTH);
  else if (self->capture.depth > 0)
    lsn_capture_start (self, &tag);
  else
    lsn_graphml_start (self, &tag);
  stop_after_failure (self);
}

static void
on_end_element (void          *data,
                const xmlChar *name,
                const xmlChar *prefix,
                const xmlChar *uri)
{
  LsnGraphml *self = data;

  if (self->error != NULL)
    return;
  if (self->capture.depth > 0)
    lsn_capture_end (self, name, prefix, uri);
  else
    lsn_graphml_end (self);
  stop_after_failure (self);
}

static void
append_text (LsnGraphml *self,
             const char *text,
             gsize       length)
{
  if (self->text->len + length > LSN_IO_MAX_CELL)
    self->text_full = TRUE;
  else if (!self->text_full)
    g_string_append_len (self->text, text, length);
}

static void
on_characters (void          *data,
               const xmlChar *text,
               int            length)
{
  LsnGraphml *self = data;
  LsnFrame *frame;

  if (self->error != NULL)
    return;
  frame = lsn_graphml_top (self);
  if (self->capture.depth > 0 || (frame->place == LSN_IN_DATA && frame->is_xml))
    lsn_capture_text (self, (const char *) text, length);
  else if (frame->place == LSN_IN_DATA || frame->place == LSN_IN_DEFAULT || frame->place == LSN_IN_CELL
           || frame->place == LSN_IN_CHOICE)
    append_text (self, (const char *) text, length);
}

static void
on_comment (void          *data,
            const xmlChar *text)
{
  LsnGraphml *self = data;

  if (self->error == NULL && self->capture.depth > 0)
    lsn_capture_raw (self, "<!--", (const char *) text, "-->");
}

static void
on_instruction (void          *data,
                const xmlChar *target,
                const xmlChar *text)
{
  LsnGraphml *self = data;
  g_autofree char *whole = NULL;

  if (self->error != NULL || self->capture.depth == 0)
    return;
  whole = g_strjoin (text == NULL ? "" : " ", (const char *) target, (const char *) text, NULL);
  lsn_capture_raw (self, "<?", whole, "?>");
}

static void
refuse_entities (LsnGraphml *self)
{
  if (self->error == NULL)
    lsn_graphml_fail (self, LSN_IO_ERROR_SYNTAX,
                      _("The file declares entities of its own, which Liaison does not read. "
                        "Have the program that wrote it write plain text instead."));
  stop_after_failure (self);
}

static void
on_entity (void          *data,
           const xmlChar *name,
           int            type,
           const xmlChar *public_id,
           const xmlChar *system_id,
           xmlChar       *content)
{
  refuse_entities (data);
}

static void
on_unparsed_entity (void          *data,
                    const xmlChar *name,
                    const xmlChar *public_id,
                    const xmlChar *system_id,
                    const xmlChar *notation)
{
  refuse_entities (data);
}

static void
on_reference (void          *data,
              const xmlChar *name)
{
  LsnGraphml *self = data;

  if (self->error == NULL)
    /* Translators: %s is a name; the text in the file is the name between an ampersand and a semicolon */
    lsn_graphml_fail (self, LSN_IO_ERROR_SYNTAX, _("The entity “&%s;” is not defined."), (const char *) name);
  stop_after_failure (self);
}

static void
on_error (void       *data,
          xmlErrorPtr error)
{
  LsnGraphml *self = data;
  g_autofree char *words = NULL;
  g_autofree char *message = NULL;

  if (self->error != NULL || (error->level != XML_ERR_FATAL && error->code != XML_WAR_UNDECLARED_ENTITY))
    return;
  words = g_utf8_make_valid (error->message == NULL ? "" : error->message, -1);
  /* Translators: %s is what libxml2 says is wrong, in English */
  message = g_strdup_printf (_("The file is not well-formed XML: %s."), g_strstrip (words));
  set_failure (self, LSN_IO_ERROR_SYNTAX, message, error->line > 0 ? (guint) error->line : lsn_graphml_line (self),
               error->int2 > 0 ? (guint) error->int2 : current_column (self));
  if (error->code == XML_ERR_INVALID_CHAR)
    self->error->code = LSN_GRAPHML_INVALID_CHARACTER;
}

static const xmlChar *
intern (LsnGraphml *self,
        const char *name)
{
  return xmlDictLookup (self->parser->dict, (const xmlChar *) name, -1);
}

static gboolean
make_parser (LsnGraphml *self,
             const char *bytes,
             gsize       length)
{
  xmlSAXHandler handler = {
    .initialized = XML_SAX2_MAGIC,
    .startElementNs = on_start_element,
    .endElementNs = on_end_element,
    .characters = on_characters,
    .ignorableWhitespace = on_characters,
    .cdataBlock = on_characters,
    .comment = on_comment,
    .processingInstruction = on_instruction,
    .entityDecl = on_entity,
    .unparsedEntityDecl = on_unparsed_entity,
    .reference = on_reference,
    .serror = on_error,
  };

  self->parser = xmlCreatePushParserCtxt (&handler, self, bytes, length, NULL);
  if (self->parser == NULL)
    return FALSE;
  /* Entities are refused where they are declared; replacing means that "&amp;" in an attribute arrives as "&". */
  xmlCtxtUseOptions (self->parser, XML_PARSE_NONET | XML_PARSE_NOENT);
  self->name_graphml = intern (self, "graphml");
  self->name_graph = intern (self, "graph");
  self->name_node = intern (self, "node");
  self->name_edge = intern (self, "edge");
  self->name_data = intern (self, "data");
  self->name_key = intern (self, "key");
  self->name_default = intern (self, "default");
  self->name_desc = intern (self, "desc");
  self->name_id = intern (self, "id");
  self->name_source = intern (self, "source");
  self->name_target = intern (self, "target");
  self->name_directed = intern (self, "directed");
  self->uri_known = NULL;
  return TRUE;
}

static void
free_parser (LsnGraphml *self)
{
  if (self->parser == NULL)
    return;
  g_clear_pointer (&self->parser->myDoc, xmlFreeDoc);
  g_clear_pointer (&self->parser, xmlFreeParserCtxt);
}

static void
begin_pass (LsnGraphml *self)
{
  self->again = FALSE;
  self->map = lsn_map_new_bare (self->origin);
  self->report = lsn_report_new ();
  self->frames = g_array_new (FALSE, FALSE, sizeof (LsnFrame));
  lsn_graphml_push (self, LSN_IN_DOCUMENT);
  self->capture.names = g_array_new (FALSE, FALSE, sizeof (LsnScopedName));
  self->capture.xml = g_string_new (NULL);
  self->text = g_string_sized_new (1024);
  self->names = g_string_sized_new (256);
  self->by_xml_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->pending = g_array_new (FALSE, FALSE, sizeof (LsnPending));
  self->pending_ties = g_array_new (FALSE, FALSE, sizeof (LsnPendingTie));
  self->strings = g_string_chunk_new (4096);
  self->n_keys = self->next_key = 0;
  self->resolved = self->kinds = self->graph_seen = FALSE;
  self->places_rounded = self->folders = FALSE;
  self->fill = self->shape = LSN_NO_COLUMN;
  for (guint table = 0; table < LSN_N_KEYED_TABLES; table++)
    {
      self->n_rows[table] = self->n_numbered[table] = 0;
      self->claimed[table] = 0;
      self->id_cells[table] = g_ptr_array_new_with_free_func (g_free);
    }
  lsn_graphml_index_keys (self);
}

/* Gives the map away when the pass was the last one. */
static LsnMap *
end_pass (LsnGraphml *self)
{
  LsnMap *map = g_steal_pointer (&self->map);

  free_parser (self);
  g_clear_pointer (&self->frames, g_array_unref);
  g_clear_pointer (&self->capture.names, g_array_unref);
  g_string_free (self->capture.xml, TRUE);
  memset (&self->capture, 0, sizeof self->capture);
  g_string_free (g_steal_pointer (&self->text), TRUE);
  g_string_free (g_steal_pointer (&self->names), TRUE);
  g_clear_pointer (&self->by_xml_id, g_hash_table_unref);
  g_clear_pointer (&self->keys_by_id, g_hash_table_unref);
  g_clear_pointer (&self->pending, g_array_unref);
  g_clear_pointer (&self->pending_ties, g_array_unref);
  g_clear_pointer (&self->strings, g_string_chunk_free);
  g_clear_pointer (&self->cell, g_free);
  g_clear_pointer (&self->column, lsn_file_column_free);
  for (guint table = 0; table < LSN_N_KEYED_TABLES; table++)
    {
      g_clear_pointer (&self->id_cells[table], g_ptr_array_unref);
      g_clear_pointer (&self->key_index[table], g_hash_table_unref);
      for (guint kept = 0; kept < LSN_N_KEPT; kept++)
        if (self->kept[table][kept].xml != NULL)
          g_string_free (g_steal_pointer (&self->kept[table][kept].xml), TRUE);
    }
  return map;
}

/* The error, if any, is the stream's own and not yet ours. */
static void
set_stream_error (LsnGraphml *self,
                  GError     *error)
{
  if (self->error != NULL)
    g_error_free (error);
  else
    self->error = error;
}

static void
feed (LsnGraphml *self,
      const char *bytes,
      gsize       length)
{
  if (self->parser == NULL)
    {
      gsize head = MIN (length, 4);

      if (!make_parser (self, bytes, head))
        {
          self->error = g_error_new_literal (LSN_IO_ERROR, LSN_IO_ERROR_LIMIT, _("There is not enough memory to read the file."));
          return;
        }
      bytes += head;
      length -= head;
    }
  if (length > 0)
    xmlParseChunk (self->parser, bytes, length, 0);
}

static void
finish_parsing (LsnGraphml *self)
{
  if (self->parser == NULL)
    set_failure (self, LSN_IO_ERROR_SYNTAX, _("The file is empty."), 1, 1);
  else if (self->error == NULL)
    xmlParseChunk (self->parser, "", 0, 1);
  if (self->error == NULL && !self->parser->wellFormed)
    set_failure (self, LSN_IO_ERROR_SYNTAX, _("The file is not well-formed XML."), lsn_graphml_line (self),
                 current_column (self));
  if (self->error == NULL)
    lsn_graphml_finish_pass (self);
}

static void
read_stream (LsnGraphml   *self,
             GInputStream *stream,
             LsnXmlBytes  *mender)
{
  g_autofree char *chunk = g_malloc (CHUNK);
  guint64 total = 0;

  while (self->error == NULL)
    {
      GError *error = NULL;
      gssize n = g_input_stream_read (stream, chunk, CHUNK, self->cancellable, &error);

      if (n < 0)
        set_stream_error (self, error);
      if (n <= 0)
        break;
      total += n;
      if (total > LSN_IO_MAX_BYTES)
        set_failure (self, LSN_IO_ERROR_LIMIT, _("The file is larger than Liaison reads."), lsn_graphml_line (self),
                     current_column (self));
      else if (mender == NULL)
        feed (self, chunk, n);
      else
        {
          const GString *mended = lsn_xml_bytes_mend (mender, chunk, n);

          feed (self, mended->str, mended->len);
        }
    }
  if (self->error == NULL)
    finish_parsing (self);
}

static void
note_mended (LsnGraphml  *self,
             LsnXmlBytes *mender)
{
  guint line;
  guint n = lsn_xml_bytes_n_mended (mender, &line);

  if (n > 0)
    lsn_report_add (self->report, LSN_SEVERITY_WARNING, line, 0,
                    /* Translators: about control characters in a file */
                    g_dngettext (GETTEXT_PACKAGE, "%u character that XML forbids was replaced by “\357\277\275”.",
                                 "%u characters that XML forbids were replaced by “\357\277\275”; the first is here.", n),
                    n);
}

static void
run_pass (LsnGraphml *self,
          LsnOpenFunc open,
          gpointer    data,
          gboolean    mend)
{
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (LsnXmlBytes) mender = mend ? lsn_xml_bytes_new () : NULL;

  self->last_pass = ++self->pass >= MAX_PASSES;
  begin_pass (self);
  stream = open (data, self->cancellable, &self->error);
  /* What libxml2 cannot say to a parser, as of encodings, it says to the thread, and to stderr when nobody listens. */
  xmlSetStructuredErrorFunc (self, on_error);
  if (stream != NULL)
    read_stream (self, stream, mender);
  xmlSetStructuredErrorFunc (NULL, NULL);
  if (mender != NULL && self->error == NULL)
    note_mended (self, mender);
}

static void
add_to_report (LsnReport *report,
               LsnReport *more)
{
  for (guint i = 0; i < lsn_report_n_entries (more); i++)
    {
      const LsnReportEntry *entry = lsn_report_get (more, i);

      lsn_report_add (report, entry->severity, entry->line, entry->column, "%s", entry->text);
    }
}

static void
init_reading (LsnGraphml   *self,
              LsnOrigin    *origin,
              GCancellable *cancellable)
{
  memset (self, 0, sizeof *self);
  self->origin = origin;
  self->cancellable = cancellable;
  self->keys = g_ptr_array_new_with_free_func (lsn_key_free);
  self->made_keys = g_ptr_array_new_with_free_func (lsn_key_free);
  self->columns = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, lsn_file_column_free);
  self->dangling = g_hash_table_new (NULL, NULL);
  for (guint table = 0; table < LSN_N_KEYED_TABLES; table++)
    self->taken[table] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
clear_reading (LsnGraphml *self)
{
  g_ptr_array_unref (self->keys);
  g_ptr_array_unref (self->made_keys);
  g_hash_table_unref (self->columns);
  g_hash_table_unref (self->dangling);
  for (guint table = 0; table < LSN_N_KEYED_TABLES; table++)
    {
      g_hash_table_unref (self->taken[table]);
      g_clear_pointer (&self->ids[table], g_ptr_array_unref);
    }
}

/**
 * lsn_graphml_read:
 * @open: opens the document from its beginning; called once, and again when something is known only at its end
 * @origin: where ids come from that the document does not give
 * @report: gets what there is to say, also when the reading fails
 *
 * Reads GraphML into a new map. O(size of the document).
 *
 * Returns: (transfer full) (nullable): the map, or %NULL with an error of %LSN_IO_ERROR or of the stream
 */
LsnMap *
lsn_graphml_read (LsnOpenFunc   open,
                  gpointer      data,
                  LsnOrigin    *origin,
                  LsnReport    *report,
                  GCancellable *cancellable,
                  GError      **error)
{
  LsnGraphml self;
  g_autoptr (LsnMap) map = NULL;
  gboolean mend = FALSE;

  init_reading (&self, origin, cancellable);
  do
    {
      gboolean retry;

      g_clear_object (&map);
      run_pass (&self, open, data, mend);
      retry = !mend && self.error != NULL && self.error->domain == LSN_IO_ERROR
              && self.error->code == LSN_GRAPHML_INVALID_CHARACTER;
      mend = mend || retry;
      if (retry)
        {
          g_clear_error (&self.error);
          g_ptr_array_set_size (self.keys, 0);
        }
      self.again = self.again || retry;
      if (self.error != NULL || !self.again || self.last_pass)
        add_to_report (report, self.report);
      g_clear_pointer (&self.report, lsn_report_unref);
      map = end_pass (&self);
    }
  while (self.error == NULL && self.again && !self.last_pass);
  clear_reading (&self);
  if (self.error == NULL)
    {
      lsn_map_forget_history (map);
      return g_steal_pointer (&map);
    }
  if (self.error->domain == LSN_IO_ERROR && self.error->code == LSN_GRAPHML_INVALID_CHARACTER)
    self.error->code = LSN_IO_ERROR_SYNTAX;
  g_propagate_error (error, self.error);
  return NULL;
}
