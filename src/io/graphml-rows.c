/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"
#include "io/graphml-state.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Rows: the ids that they bring along or get, the ends of ties, and references to what comes later in the document. */

/* Ids as rows get them that bring none: "e" and a number without leading zeros */
static gboolean
is_numbered (const char *id)
{
  return id[0] == 'e' && id[1] >= '1' && id[1] <= '9' && strspn (id + 1, "0123456789") == strlen (id + 1);
}

/* The next "e1", "e2" ... that no row brings along, as far as we know by now. */
static LsnRow
insert_numbered (LsnGraphml *self,
                 LsnTable    table)
{
  char id[16];
  LsnRow row;

  do
    {
      g_snprintf (id, sizeof id, "e%u", ++self->n_numbered[table]);
      row = g_hash_table_contains (self->taken[table], id) ? LSN_NO_ROW
            : lsn_map_insert_row (self->map, table, id, NULL);
    }
  while (row == LSN_NO_ROW);
  return row;
}

/* Notes an id like "e12" that a row brings along. The rows that were numbered before did not know. */
static void
note_taken (LsnGraphml *self,
            LsnTable    table,
            const char *id)
{
  if (g_hash_table_contains (self->taken[table], id))
    return;
  g_hash_table_add (self->taken[table], g_strdup (id));
  if (lsn_map_find_row (self->map, table, id) != LSN_NO_ROW)
    self->again = TRUE;
}

static void
report_refused_id (LsnGraphml *self,
                   const char *id,
                   const char *given,
                   gboolean    taken)
{
  g_autofree char *shown = lsn_graphml_shown (id);

  if (taken)
    /* Translators: the two are ids */
    lsn_graphml_note (self, LSN_SEVERITY_WARNING,
                      _("The id “%s” is there already. The first keeps it; this one is “%s” from now on."), shown, given);
  else
    lsn_graphml_note (self, LSN_SEVERITY_WARNING, _("The id “%s” cannot be kept. It is “%s” from now on."), shown, given);
}

static const char *
id_from_column (LsnGraphml *self,
                LsnTable    table)
{
  GPtrArray *ids = self->ids[table];
  guint ordinal = self->n_rows[table];

  return ids == NULL || ordinal > ids->len ? NULL : g_ptr_array_index (ids, ordinal - 1);
}

/* A row with the id that it has in the document, or its column `id`, or a number. */
LsnRow
lsn_graphml_insert (LsnGraphml *self,
                    LsnTable    table,
                    const char *id)
{
  const char *better = id_from_column (self, table);
  const char *used = better == NULL ? id : better;
  LsnRow row = LSN_NO_ROW;

  if (is_numbered (used))
    note_taken (self, table, used);
  if (*used != '\0')
    row = lsn_map_insert_row (self->map, table, used, NULL);
  if (row == LSN_NO_ROW)
    {
      row = insert_numbered (self, table);
      if (*used != '\0')
        report_refused_id (self, used, lsn_map_row_id (self->map, table, row),
                           lsn_map_find_row (self->map, table, used) != LSN_NO_ROW);
    }
  if (better != NULL && table == LSN_TABLE_ACTORS && !g_hash_table_contains (self->by_xml_id, id))
    g_hash_table_insert (self->by_xml_id, g_string_chunk_insert (self->strings, id), GUINT_TO_POINTER (row));
  return row;
}

static LsnRow
find_actor (LsnGraphml *self,
            const char *id)
{
  if (self->ids[LSN_TABLE_ACTORS] != NULL)
    return GPOINTER_TO_UINT (g_hash_table_lookup (self->by_xml_id, id));
  return lsn_map_find_row (self->map, LSN_TABLE_ACTORS, id);
}

static gboolean
set_ends (LsnGraphml *self,
          LsnRow      tie,
          LsnRow      source,
          LsnRow      target)
{
  return source != LSN_NO_ROW && target != LSN_NO_ROW
         && lsn_map_set (self->map, LSN_TABLE_TIES, tie, LSN_TIE_SOURCE, lsn_value_reference (source), NULL)
         && lsn_map_set (self->map, LSN_TABLE_TIES, tie, LSN_TIE_TARGET, lsn_value_reference (target), NULL);
}

LsnRow
lsn_graphml_insert_tie (LsnGraphml *self,
                        const char *id,
                        const char *source,
                        const char *target)
{
  LsnRow row = lsn_graphml_insert (self, LSN_TABLE_TIES, id);

  if (!set_ends (self, row, find_actor (self, source), find_actor (self, target)))
    {
      LsnPendingTie pending = {
        .row = row,
        .ordinal = self->n_rows[LSN_TABLE_TIES],
        .source = g_string_chunk_insert_const (self->strings, source),
        .target = g_string_chunk_insert_const (self->strings, target),
        .line = lsn_graphml_line (self),
        .at = lsn_graphml_at (self),
      };

      g_array_append_val (self->pending_ties, pending);
    }
  return row;
}

/* An actor by its id in the document, else by that in the map, which is what the next reading goes by. */
static LsnRow
find_end (LsnGraphml *self,
          const char *id)
{
  LsnRow row = find_actor (self, id);

  return row == LSN_NO_ROW && *id != '\0' ? lsn_map_find_row (self->map, LSN_TABLE_ACTORS, id) : row;
}

static void
leave_out (LsnGraphml    *self,
           LsnPendingTie *tie)
{
  g_autofree char *source = lsn_graphml_shown (tie->source);
  g_autofree char *target = lsn_graphml_shown (tie->target);

  lsn_map_remove_row (self->map, LSN_TABLE_TIES, tie->row, NULL);
  lsn_report_add (self->report, LSN_SEVERITY_ERROR, tie->line, tie->at,
                  _("The tie from “%s” to “%s” ends at an actor that is not in the map. It was left out."), source, target);
}

/* Ties whose nodes came after them have their ends now; a container that had to be made can be one, so this comes last. One
 * that still has none, once everything else is known, is kept as XML by the next pass. That one forgets what it learnt about
 * keys from this tie's data, so that it makes no difference in how often a file is read. */
void
lsn_graphml_finish_ties (LsnGraphml *self)
{
  gboolean known = !self->again;

  for (guint i = 0; i < self->pending_ties->len && !lsn_graphml_is_cancelled (self); i++)
    {
      LsnPendingTie *tie = &g_array_index (self->pending_ties, LsnPendingTie, i);

      if (set_ends (self, tie->row, find_end (self, tie->source), find_end (self, tie->target)))
        continue;
      if (!self->last_pass)
        {
          if (known)
            g_hash_table_add (self->dangling, GUINT_TO_POINTER (tie->ordinal));
          self->forget = known;
          self->again = TRUE;
          continue;
        }
      leave_out (self, tie);
    }
}

static void
report_reference (LsnGraphml *self,
                  LsnPending *pending,
                  GError     *error)
{
  g_autofree char *from = lsn_graphml_shown (lsn_map_row_id (self->map, pending->table, pending->row));
  g_autofree char *to = lsn_graphml_shown (pending->id);

  if (error == NULL)
    lsn_report_add (self->report, LSN_SEVERITY_ERROR, pending->line, pending->at,
                    /* Translators: %1$s and %2$s are ids */
                    _("“%1$s” refers to “%2$s”, which is not in the file. It was left without that."), from, to);
  else
    lsn_report_add (self->report, LSN_SEVERITY_ERROR, pending->line, pending->at,
                    /* Translators: %1$s and %2$s are ids, %3$s a sentence that says why */
                    _("The reference of “%1$s” to “%2$s” could not be set. %3$s"), from, to, error->message);
}

/* A kind or a container that is referred to and not there: it is made. */
static LsnRow
make_missing (LsnGraphml *self,
              LsnPending *pending)
{
  LsnRow row = lsn_map_insert_row (self->map, pending->to, pending->id, NULL);
  g_autofree char *shown = lsn_graphml_shown (pending->id);

  if (row == LSN_NO_ROW)
    return LSN_NO_ROW;
  if (pending->to == LSN_TABLE_KINDS)
    {
      lsn_map_set_text (self->map, LSN_TABLE_KINDS, row, LSN_KIND_NAME, pending->id, NULL);
      if (pending->table == LSN_TABLE_ACTORS || pending->table == LSN_TABLE_TIES)
        lsn_map_set_text (self->map, LSN_TABLE_KINDS, row, LSN_KIND_OF,
                          pending->table == LSN_TABLE_TIES ? "tie" : "actor", NULL);
      lsn_report_add (self->report, LSN_SEVERITY_NOTE, pending->line, pending->at,
                      _("The kind “%s” is not in the map and was made."), shown);
    }
  else
    {
      lsn_map_set_text (self->map, LSN_TABLE_ACTORS, row, LSN_ACTOR_NAME, pending->id, NULL);
      lsn_report_add (self->report, LSN_SEVERITY_WARNING, pending->line, pending->at,
                      _("The actor “%s” is referred to but not in the file. It was made."), shown);
    }
  return row;
}

static gboolean
may_be_made (LsnPending *pending)
{
  return pending->to == LSN_TABLE_KINDS
         || (pending->table == LSN_TABLE_ACTORS && pending->column == LSN_ACTOR_PARENT);
}

static void
settle (LsnGraphml *self,
        LsnPending *pending)
{
  g_autoptr (GError) error = NULL;
  LsnRow to = pending->to == LSN_TABLE_ACTORS ? find_end (self, pending->id)
              : lsn_map_find_row (self->map, pending->to, pending->id);

  if (to == LSN_NO_ROW && may_be_made (pending))
    to = make_missing (self, pending);
  if (to == LSN_NO_ROW
      || !lsn_map_set_reference (self->map, pending->table, pending->row, pending->column, to, &error))
    report_reference (self, pending, error);
}

/* Makes a cell refer to the row with that id: at once when a kind is meant, as kinds come first in our files and foreign
 * files have none; at the end of the document when it has to come yet. */
void
lsn_graphml_refer (LsnGraphml *self,
                   LsnTable    table,
                   LsnRow      row,
                   LsnColumn   column,
                   LsnTable    to,
                   const char *id)
{
  LsnPending pending = { table, row, column, to, id, lsn_graphml_line (self), lsn_graphml_at (self) };
  LsnRow there = self->ids[LSN_TABLE_ACTORS] != NULL && to == LSN_TABLE_ACTORS
                 ? LSN_NO_ROW : lsn_map_find_row (self->map, to, id);

  if (there != LSN_NO_ROW && lsn_map_set_reference (self->map, table, row, column, there, NULL))
    return;
  pending.id = g_string_chunk_insert_const (self->strings, id);
  g_array_append_val (self->pending, pending);
}

/* Sets the references to what came later, and makes what did not come. */
void
lsn_graphml_finish_references (LsnGraphml *self)
{
  for (guint i = 0; i < self->pending->len && !lsn_graphml_is_cancelled (self); i++)
    settle (self, &g_array_index (self->pending, LsnPending, i));
  g_array_set_size (self->pending, 0);
}
