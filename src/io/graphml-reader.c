/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"
#include "io/graphml-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "io/graphml-state.h"
#include "io/xml-bytes.h"
#include "model/text-hash.h"

/* The front of the GraphML reader: its passes, from the stream to the map. */

#define MAX_PASSES 8
#define CHUNK (64 * 1024)

static void
begin_pass (LsnGraphml *self)
{
  self->again = self->forget = FALSE;
  self->map = lsn_map_new_bare (self->origin);
  self->report = lsn_report_new ();
  self->frames = g_array_new (FALSE, FALSE, sizeof (LsnFrame));
  self->given = g_array_new (FALSE, FALSE, sizeof (LsnGiven));
  lsn_graphml_push (self, LSN_IN_DOCUMENT);
  self->capture.names = g_array_new (FALSE, FALSE, sizeof (LsnScopedName));
  self->capture.xml = g_string_new (NULL);
  self->text = g_string_sized_new (1024);
  self->names = g_string_sized_new (256);
  self->by_xml_id = g_hash_table_new (lsn_text_hash_string, g_str_equal);
  self->pending = g_array_new (FALSE, FALSE, sizeof (LsnPending));
  self->pending_ties = g_array_new (FALSE, FALSE, sizeof (LsnPendingTie));
  self->strings = g_string_chunk_new (4096);
  self->numbers = g_hash_table_new_full (lsn_text_hash_string, g_str_equal, g_free, NULL);
  self->defaults = self->lost = 0;
  self->n_keys = self->n_foreign_keys = self->next_key = 0;
  self->depth = self->n_namespaces = 0;
  self->ending = self->resolved = self->kinds = self->graph_seen = FALSE;
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

  lsn_graphml_free_parser (self);
  for (guint i = 0; i < self->frames->len; i++)
    if (g_array_index (self->frames, LsnFrame, i).nested != NULL)
      g_string_free (g_array_index (self->frames, LsnFrame, i).nested, TRUE);
  g_clear_pointer (&self->frames, g_array_unref);
  g_clear_pointer (&self->given, g_array_unref);
  g_clear_pointer (&self->capture.names, g_array_unref);
  g_string_free (self->capture.xml, TRUE);
  memset (&self->capture, 0, sizeof self->capture);
  g_string_free (g_steal_pointer (&self->text), TRUE);
  g_string_free (g_steal_pointer (&self->names), TRUE);
  g_clear_pointer (&self->by_xml_id, g_hash_table_unref);
  g_clear_pointer (&self->keys_by_id, g_hash_table_unref);
  g_clear_pointer (&self->numbers, g_hash_table_unref);
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
        lsn_graphml_fail (self, LSN_IO_ERROR_LIMIT, _("The file is larger than Liaison reads."));
      else if (mender == NULL)
        lsn_graphml_parse (self, chunk, n);
      else
        {
          const GString *mended = lsn_xml_bytes_mend (mender, chunk, n);

          lsn_graphml_parse (self, mended->str, mended->len);
        }
    }
  if (self->error == NULL)
    lsn_graphml_end_parsing (self);
  if (self->error == NULL)
    lsn_graphml_finish_pass (self);
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
  lsn_graphml_listen (self, TRUE);
  if (stream != NULL)
    read_stream (self, stream, mender);
  lsn_graphml_listen (self, FALSE);
  if (mender != NULL && self->error == NULL)
    note_mended (self, mender);
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
  self->columns = g_hash_table_new_full (lsn_text_hash_string, g_str_equal, NULL, lsn_file_column_free);
  self->dangling = g_hash_table_new (NULL, NULL);
  for (guint table = 0; table < LSN_N_KEYED_TABLES; table++)
    self->taken[table] = g_hash_table_new_full (lsn_text_hash_string, g_str_equal, g_free, NULL);
}

/* What was learnt of the document by now */
static void
forget (LsnGraphml *self)
{
  g_ptr_array_set_size (self->keys, 0);
  g_ptr_array_set_size (self->made_keys, 0);
  g_hash_table_remove_all (self->columns);
  for (guint table = 0; table < LSN_N_KEYED_TABLES; table++)
    {
      g_hash_table_remove_all (self->taken[table]);
      g_clear_pointer (&self->ids[table], g_ptr_array_unref);
    }
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
        g_clear_error (&self.error);
      self.again = self.again || retry;
      if (self.error != NULL || !self.again || self.last_pass)
        lsn_report_append (report, self.report);
      g_clear_pointer (&self.report, lsn_report_unref);
      map = end_pass (&self);
      if (retry || self.forget)
        forget (&self);
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
