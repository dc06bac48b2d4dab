/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"
#include "io/graphml-state.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "io/file-error.h"

/* libxml2's push parser: its events, its errors, and what it is not given. Nothing outside the document is ever opened: no
 * network, no external entity, and a document that declares entities is refused before one is expanded. */

static void
set_failure (LsnGraphml *self,
             LsnIoError  code,
             const char *message,
             guint       line,
             guint       column)
{
  if (self->error != NULL)
    return;
  lsn_report_add (self->report, LSN_SEVERITY_ERROR, line, column, "%s", message);
  self->error = lsn_io_error_new_at (code, message, line, column);
}

guint
lsn_graphml_line (LsnGraphml *self)
{
  return self->parser == NULL || self->parser->input == NULL ? 1 : MAX (self->parser->input->line, 1);
}

/* The column of the place that is being read, from 1. */
guint
lsn_graphml_at (LsnGraphml *self)
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
  set_failure (self, code, message, lsn_graphml_line (self), lsn_graphml_at (self));
}

/* Ends the reading with an error at a place that was read before. */
void
lsn_graphml_fail_at (LsnGraphml *self,
                     guint       line,
                     LsnIoError  code,
                     const char *format,
                     ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  set_failure (self, code, message, line, 1);
}

/* Whether the reading was cancelled; it has failed then. */
gboolean
lsn_graphml_is_cancelled (LsnGraphml *self)
{
  return self->error == NULL && g_cancellable_set_error_if_cancelled (self->cancellable, &self->error);
}

/* At the end of an event: nothing of the document is looked at any more. */
static void
stop_after_failure (LsnGraphml *self)
{
  if (self->error != NULL)
    xmlStopParser (self->parser);
}

/* What a sentence shows of a text of the file: no more than a line holds, on one line. Transfer full. */
char *
lsn_graphml_shown (const char *text)
{
  enum { MOST = 80 };
  gboolean is_long = g_utf8_strlen (text, -1) > MOST;
  g_autofree char *begin = is_long ? g_utf8_substring (text, 0, MOST) : g_strdup (text);

  g_strdelimit (begin, "\r\n\t", ' ');
  return is_long ? g_strconcat (begin, "…", NULL) : g_steal_pointer (&begin);
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
  lsn_report_add (self->report, severity, lsn_graphml_line (self), lsn_graphml_at (self), "%s", message);
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
  frame.n_given = self->given->len;
  g_array_append_val (self->frames, frame);
  return lsn_graphml_top (self);
}

static void
fail_attributes (LsnGraphml *self)
{
  lsn_graphml_fail (self, LSN_IO_ERROR_LIMIT, _("An element has more than %u attributes."), LSN_IO_MAX_TAG);
  stop_after_failure (self);
}

/* What an element adds to the depth and to the namespaces in scope, which are looked through for every prefix. */
static gboolean
open_scope (LsnGraphml *self,
            int         n_attributes,
            int         n_namespaces)
{
  if (n_attributes + n_namespaces > (int) LSN_IO_MAX_TAG)
    fail_attributes (self);
  else if (self->depth > LSN_IO_MAX_DEPTH)
    lsn_graphml_fail (self, LSN_IO_ERROR_LIMIT, _("Elements are nested more than %u deep."), LSN_IO_MAX_DEPTH);
  else if (self->n_namespaces + n_namespaces > LSN_IO_MAX_NAMESPACES)
    lsn_graphml_fail (self, LSN_IO_ERROR_LIMIT, _("More than %u namespaces are declared at once."), LSN_IO_MAX_NAMESPACES);
  stop_after_failure (self);
  if (self->error != NULL)
    return FALSE;
  self->n_namespaces += n_namespaces;
  self->declared[self->depth++] = n_namespaces;
  return TRUE;
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

  if (self->error != NULL || !open_scope (self, n_attributes, n_namespaces))
    return;
  if (self->capture.depth > 0)
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
  self->n_namespaces -= self->declared[--self->depth];
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

/* What is wrong, in our words where it is one of the frequent things; transfer full. */
static char *
describe (LsnGraphml *self,
          xmlErrorPtr error,
          char       *words)
{
  xmlParserInputPtr input = self->parser == NULL ? NULL : self->parser->input;

  if (error->code == XML_ERR_INVALID_CHAR && g_str_has_prefix (words, "xmlParseCharRef"))
    return g_strdup (_("A number between “&#” and “;” stands for a character that XML does not allow. "
                       "Remove it, or write what is meant."));
  if (error->code == XML_I18N_CONV_FAILED || g_str_has_prefix (words, "Input is not proper UTF-8"))
    return g_strdup (_("The file is not well-formed XML: it holds bytes that mean nothing in its encoding. "
                       "Save it as UTF-8, or name the encoding that it has in its first line."));
  if (error->code == XML_ERR_TAG_NAME_MISMATCH)
    return g_strdup (_("The file is not well-formed XML: an element ends that is not the last one that began."));
  if (self->ending && input != NULL && input->cur >= input->end)
    return g_strdup (_("The file is not well-formed XML: it ends too early. A part of it is missing."));
  if (error->code == XML_ERR_ATTRIBUTE_REDEFINED)
    return g_strdup (_("The file is not well-formed XML: an element has one attribute twice."));
  if (error->code == XML_ERR_ATTRIBUTE_NOT_STARTED || error->code == XML_ERR_ATTRIBUTE_NOT_FINISHED
      || error->code == XML_ERR_ATTRIBUTE_WITHOUT_VALUE)
    return g_strdup (_("The file is not well-formed XML: an attribute lacks its value in quotation marks."));
  if (error->code == XML_ERR_DOCUMENT_END)
    return g_strdup (_("The file is not well-formed XML: something follows after its end."));
  /* Translators: %s is what libxml2 says is wrong, in English */
  return g_strdup_printf (_("The file is not well-formed XML: %s."), g_strstrip (g_strdelimit (words, "\r\n", ' ')));
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
  message = describe (self, error, words);
  set_failure (self, LSN_IO_ERROR_SYNTAX, message, error->line > 0 ? (guint) error->line : lsn_graphml_line (self),
               error->int2 > 0 ? (guint) error->int2 : lsn_graphml_at (self));
  if (error->code == XML_ERR_INVALID_CHAR || error->code == XML_I18N_CONV_FAILED)
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

void
lsn_graphml_free_parser (LsnGraphml *self)
{
  if (self->parser == NULL)
    return;
  g_clear_pointer (&self->parser->myDoc, xmlFreeDoc);
  g_clear_pointer (&self->parser, xmlFreeParserCtxt);
}

static guint
count_attributes (const char *tag,
                  const char *end)
{
  guint n = 0;

  for (const char *at = tag; at != NULL && at < end && *at != '>'; at++)
    if (*at == '"' || *at == '\'')
      {
        n++;
        at = memchr (at + 1, *at, end - at - 1);
        if (at == NULL)
          break;
      }
  return n;
}

/* libxml2 compares each attribute of a tag with every other, as soon as the tag has come to its end. One that has not, and
 * waits in the parser's input, decoded, is refused before it comes to that; the others are as short as a chunk. */
static void
check_waiting_tag (LsnGraphml *self)
{
  const char *tag = (const char *) self->parser->input->cur;
  const char *end = (const char *) self->parser->input->end;

  if (self->error == NULL && end - tag > (gssize) LSN_IO_MAX_TAG && *tag == '<' && strchr ("!?/", tag[1]) == NULL
      && count_attributes (tag, end) > LSN_IO_MAX_TAG)
    fail_attributes (self);
}

/* Gives the parser the next bytes of the document, no more than some 64 KiB at once. */
void
lsn_graphml_parse (LsnGraphml *self,
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
  if (self->parser->input != NULL)
    check_waiting_tag (self);
}

/* The document has ended. */
void
lsn_graphml_end_parsing (LsnGraphml *self)
{
  self->ending = TRUE;
  if (self->parser == NULL)
    set_failure (self, LSN_IO_ERROR_SYNTAX, _("The file is empty."), 1, 1);
  else if (self->error == NULL)
    xmlParseChunk (self->parser, "", 0, 1);
  if (self->error == NULL && !self->parser->wellFormed)
    set_failure (self, LSN_IO_ERROR_SYNTAX, _("The file is not well-formed XML."), lsn_graphml_line (self),
                 lsn_graphml_at (self));
}

/* What libxml2 cannot say to a parser, as of encodings, it says to the thread, and to stderr when nobody listens. */
void
lsn_graphml_listen (LsnGraphml *self,
                    gboolean    listen)
{
  xmlSetStructuredErrorFunc (listen ? self : NULL, listen ? on_error : NULL);
}
