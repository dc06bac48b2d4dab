/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/note-edits.h"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "canvas/map-edits.h"

static const char *
label_of_new (LsnNoteShape shape)
{
  switch (shape)
    {
    case LSN_NOTE_SHAPE_CALLOUT:
      return _("Add Callout");
    case LSN_NOTE_SHAPE_FRAME:
      return _("Add Frame");
    case LSN_NOTE_SHAPE_TEXT:
    default:
      return _("Add Note");
    }
}

/* The order of one that is to be over all others. */
static gint64
topmost (LsnMap *map)
{
  gint64 most = 0;

  for (LsnRow note = LSN_NO_ROW; (note = lsn_map_next_row (map, LSN_TABLE_NOTES, note)) != LSN_NO_ROW;)
    {
      LsnValue order = lsn_map_get (map, LSN_TABLE_NOTES, note, LSN_NOTE_ORDER);

      if (order.kind == LSN_VALUE_INTEGER)
        most = MAX (most, MIN (order.integer, G_MAXINT64 - 1));
    }
  return most + 1;
}

/**
 * lsn_edits_add_note:
 * @box: in map units; a width or height of 0 for as large as its words
 * @about: actors or ties; what a callout speaks of
 * @row: of @about; %LSN_NO_ROW for nothing
 * @merge_key: (nullable): joins what is typed into it with its making
 *
 * Returns: the new note, over the others
 */
LsnRow
lsn_edits_add_note (LsnMap       *map,
                    LsnNoteShape  shape,
                    const LsnBox *box,
                    LsnTable      about,
                    LsnRow        row,
                    const char   *merge_key)
{
  gint64 order = topmost (map);
  LsnRow note;

  lsn_map_begin (map, label_of_new (shape), merge_key);
  note = lsn_map_insert_row (map, LSN_TABLE_NOTES, NULL, NULL);
  if (note != LSN_NO_ROW)
    {
      lsn_map_set_text (map, LSN_TABLE_NOTES, note, LSN_NOTE_SHAPE, lsn_note_shape_word (shape), NULL);
      lsn_map_set_number (map, LSN_TABLE_NOTES, note, LSN_NOTE_X, box->x, NULL);
      lsn_map_set_number (map, LSN_TABLE_NOTES, note, LSN_NOTE_Y, box->y, NULL);
      if (box->width > 0)
        lsn_map_set_number (map, LSN_TABLE_NOTES, note, LSN_NOTE_WIDTH, box->width, NULL);
      if (box->height > 0)
        lsn_map_set_number (map, LSN_TABLE_NOTES, note, LSN_NOTE_HEIGHT, box->height, NULL);
      lsn_map_set (map, LSN_TABLE_NOTES, note, LSN_NOTE_ORDER, lsn_value_integer (order), NULL);
      if (row != LSN_NO_ROW)
        lsn_map_set_reference (map, LSN_TABLE_NOTES, note, about == LSN_TABLE_TIES ? LSN_NOTE_TIE : LSN_NOTE_ACTOR, row, NULL);
    }
  lsn_map_commit (map);
  return note;
}

/**
 * lsn_edits_set_note_text:
 * @text: without blanks at its end; empty for none; what no cell can hold is replaced by U+FFFD
 * @merge_key: (nullable): as for lsn_edits_add_note ()
 * @error: why the cell does not take it
 *
 * Returns: whether it was changed, which it is not when there are only blanks at its end that @text lacks
 */
gboolean
lsn_edits_set_note_text (LsnMap     *map,
                         LsnRow      note,
                         const char *text,
                         const char *merge_key,
                         GError    **error)
{
  const char *old = lsn_map_get_text (map, LSN_TABLE_NOTES, note, LSN_NOTE_TEXT);
  g_autofree char *bare = g_strchomp (g_strdup (old != NULL ? old : ""));
  g_autofree char *clean = lsn_text_clean (text, -1, NULL);

  if (g_str_equal (bare, clean))
    return FALSE;

  lsn_map_begin (map, lsn_note_shape (map, note) == LSN_NOTE_SHAPE_FRAME ? _("Rename Frame") : _("Edit Note"), merge_key);
  if (!lsn_map_set_text (map, LSN_TABLE_NOTES, note, LSN_NOTE_TEXT, clean, error))
    {
      lsn_map_rollback (map);
      return FALSE;
    }
  return lsn_map_commit (map);
}

/**
 * lsn_edits_put_notes:
 * @notes: (array length=n_notes): as they stood before
 * @dx: how far they go from there, in map units
 * @dy: likewise
 *
 * Within a transaction.
 */
void
lsn_edits_put_notes (LsnMap          *map,
                     const LsnPlaced *notes,
                     guint            n_notes,
                     double           dx,
                     double           dy)
{
  for (guint i = 0; i < n_notes; i++)
    if (lsn_map_has_row (map, LSN_TABLE_NOTES, notes[i].note))
      {
        lsn_map_set_number (map, LSN_TABLE_NOTES, notes[i].note, LSN_NOTE_X, notes[i].at.x + dx, NULL);
        lsn_map_set_number (map, LSN_TABLE_NOTES, notes[i].note, LSN_NOTE_Y, notes[i].at.y + dy, NULL);
      }
}

/**
 * lsn_edits_move_with_notes:
 * @actors: with what is inside them
 * @notes: (array length=n_notes): as they stand now
 * @dx: map units
 * @dy: map units
 * @merge_key: (nullable): joins it with the move before
 */
gboolean
lsn_edits_move_with_notes (LsnMap          *map,
                           const LsnRow    *actors,
                           guint            n_actors,
                           const LsnPlaced *notes,
                           guint            n_notes,
                           double           dx,
                           double           dy,
                           const char      *merge_key)
{
  g_autofree char *label = NULL;

  if (n_notes == 0)
    return lsn_edits_move (map, actors, n_actors, dx, dy, merge_key);
  if (dx == 0 && dy == 0)
    return FALSE;

  if (n_actors == 0)
    /* Translators: %u is how many notes, callouts and frames are moved together */
    label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Move %u Note", "Move %u Notes", n_notes), n_notes);
  lsn_map_begin (map, label != NULL ? label : _("Move"), merge_key);
  lsn_edits_move (map, actors, n_actors, dx, dy, NULL);
  lsn_edits_put_notes (map, notes, n_notes, dx, dy);
  return lsn_map_commit (map);
}

/**
 * lsn_edits_resize_notes:
 * @boxes: (array length=n_notes): what each is to fill, in map units; a height of 0 for as high as its words
 * @merge_key: (nullable): joins it with the change of size before
 */
gboolean
lsn_edits_resize_notes (LsnMap       *map,
                        const LsnRow *notes,
                        const LsnBox *boxes,
                        guint         n_notes,
                        const char   *merge_key)
{
  lsn_map_begin (map, _("Change Size"), merge_key);
  for (guint i = 0; i < n_notes; i++)
    {
      lsn_map_set_number (map, LSN_TABLE_NOTES, notes[i], LSN_NOTE_X, boxes[i].x, NULL);
      lsn_map_set_number (map, LSN_TABLE_NOTES, notes[i], LSN_NOTE_Y, boxes[i].y, NULL);
      lsn_map_set_number (map, LSN_TABLE_NOTES, notes[i], LSN_NOTE_WIDTH, boxes[i].width, NULL);
      lsn_map_set_number (map, LSN_TABLE_NOTES, notes[i], LSN_NOTE_HEIGHT, boxes[i].height > 0 ? boxes[i].height : NAN, NULL);
    }
  return lsn_map_commit (map);
}

/**
 * lsn_edits_delete_with_notes:
 * @label: (nullable): what to call it; %NULL for "Delete ..."
 * @error: why a row could not be removed; then nothing was
 *
 * As lsn_edits_delete (), with notes. What is in a frame stays.
 */
gboolean
lsn_edits_delete_with_notes (LsnMap       *map,
                             const LsnRow *actors,
                             guint         n_actors,
                             const LsnRow *ties,
                             guint         n_ties,
                             const LsnRow *notes,
                             guint         n_notes,
                             const char   *label,
                             GError      **error)
{
  g_autofree char *own_label = NULL;
  g_autoptr (GError) failure = NULL;

  if (n_notes == 0)
    return lsn_edits_delete (map, actors, n_actors, ties, n_ties, label, error);

  if (n_actors + n_ties == 0)
    /* Translators: %u is how many notes, callouts and frames are deleted together */
    own_label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Delete %u Note", "Delete %u Notes", n_notes), n_notes);
  lsn_map_begin (map, label != NULL ? label : own_label != NULL ? own_label : _("Delete"), NULL);
  lsn_edits_delete (map, actors, n_actors, ties, n_ties, NULL, &failure);
  for (guint i = 0; i < n_notes && failure == NULL; i++)
    if (lsn_map_has_row (map, LSN_TABLE_NOTES, notes[i]))
      lsn_map_remove_row (map, LSN_TABLE_NOTES, notes[i], &failure);
  if (failure == NULL)
    return lsn_map_commit (map);

  lsn_map_rollback (map);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/**
 * lsn_edits_set_note_colour:
 * @colour: as in the cell; empty for the usual one
 */
gboolean
lsn_edits_set_note_colour (LsnMap       *map,
                           const LsnRow *notes,
                           guint         n_notes,
                           const char   *colour)
{
  if (n_notes == 0)
    return FALSE;

  lsn_map_begin (map, _("Set Colour"), NULL);
  for (guint i = 0; i < n_notes; i++)
    lsn_map_set_text (map, LSN_TABLE_NOTES, notes[i], LSN_NOTE_COLOUR, colour, NULL);
  return lsn_map_commit (map);
}

/**
 * lsn_edits_same_power:
 * @like: the actor whose power the others get; not known when its is not
 *
 * The size of an actor says how powerful it is: to make actors of one size is to say that they are as powerful.
 */
gboolean
lsn_edits_same_power (LsnMap       *map,
                      const LsnRow *actors,
                      guint         n_actors,
                      LsnRow        like)
{
  double power = lsn_map_get_number (map, LSN_TABLE_ACTORS, like, LSN_ACTOR_POWER);

  lsn_map_begin (map, _("Same Power"), NULL);
  for (guint i = 0; i < n_actors; i++)
    lsn_map_set_number (map, LSN_TABLE_ACTORS, actors[i], LSN_ACTOR_POWER, power, NULL);
  return lsn_map_commit (map);
}
