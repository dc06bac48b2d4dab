/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/canvas-private.h"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "canvas/note-edits.h"
#include "canvas/travel.h"
#include "scene/notes-size.h"

/* What the actions do with notes, callouts and frames. */

#define ROUND_SELECTION 28.0 /* units from a new frame to what it is drawn around */
#define TITLE 34.0           /* units at its top for the title */
#define APART 12.0           /* units from a new note to what is there */
#define SIZE_STEP 20.0       /* units by which the keyboard changes a size */
#define N_TRIES 80
#define N_TRIES_OFF_LINES 24    /* further away it would be too far */

static const LsnRow *
rows_of (GArray *rows)
{
  return (const LsnRow *) (gpointer) rows->data;
}

/* ---- where there is room ---- */

/* The @turn-th of the boxes of a size that go around a place, ever further out. */
static LsnBox
box_in_turn (LsnPoint about,
             double   from,
             double   width,
             double   height,
             guint    turn)
{
  double angle = -G_PI / 4 + turn * G_PI / 4, far = from + 24.0 * (turn / 8);
  LsnBox box = { about.x - width / 2, about.y - height / 2, width, height };

  if (from > 0 || turn > 0)
    {
      box.x += cos (angle) * (far + width / 2);
      box.y += sin (angle) * (far + height / 2);
    }
  return box;
}

/* The nearest free box about a place, off the lines of ties where that can be; there itself when all is taken. What @but, a
 * note, takes is free. */
static LsnBox
free_box (LsnCanvas *self,
          LsnRow     but,
          LsnPoint   about,
          double     from,
          double     width,
          double     height)
{
  for (guint pass = 0; pass < 2; pass++)
    for (guint turn = 0; turn < (pass == 0 ? N_TRIES_OFF_LINES : N_TRIES) && self->scene != NULL; turn++)
      {
        LsnBox box = box_in_turn (about, from, width, height, turn);
        LsnBox wide = { box.x - APART, box.y - APART, box.width + 2 * APART, box.height + 2 * APART };

        if (!lsn_scene_is_taken (self->scene, &wide, but, FALSE) &&
            (pass == 1 || !lsn_scene_is_taken (self->scene, &box, but, TRUE)))
          return box;
      }
  return (LsnBox) { about.x - width / 2, about.y - height / 2, width, height };
}

/* ---- making ---- */

static void
make_note (LsnCanvas   *self,
           LsnNoteShape shape,
           LsnBox       box,
           LsnTable     about,
           LsnRow       row)
{
  g_autofree char *merge_key = lsn_canvas_new_merge_key (self);
  LsnRow note;

  if (shape != LSN_NOTE_SHAPE_FRAME)
    box.width = box.height = 0; /* as large as what will be typed */
  note = lsn_edits_add_note (self->map, shape, &box, about, row, merge_key);
  if (note != LSN_NO_ROW)
    lsn_canvas_edit_new_note (self, note, merge_key);
}

/* At the pointer when it is over the map, else in the middle of what is seen. */
static void
new_note (LsnCanvas *self)
{
  LsnPoint about = self->has_pointer ? lsn_viewport_to_map (self->viewport, self->pointer.x, self->pointer.y)
                                     : lsn_canvas_middle (self);

  make_note (self, LSN_NOTE_SHAPE_TEXT, free_box (self, LSN_NO_ROW, about, 0, LSN_NOTE_MOST_WIDTH, 2 * LSN_NOTE_LEAST_HEIGHT),
             LSN_TABLE_MAP, LSN_NO_ROW);
}

/* What a new callout speaks of: the focused row when it is selected, else the first that is. */
static gboolean
find_subject (LsnCanvas *self,
              LsnTable  *table,
              LsnRow    *row)
{
  static const LsnTable tables[] = { LSN_TABLE_ACTORS, LSN_TABLE_TIES };

  if (lsn_selection_get_focus (self->selection, table, row) && (*table == LSN_TABLE_ACTORS || *table == LSN_TABLE_TIES) &&
      lsn_selection_contains (self->selection, *table, *row))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      guint         n_rows;
      const LsnRow *rows = lsn_selection_rows (self->selection, tables[i], &n_rows);

      *table = tables[i];
      *row = n_rows > 0 ? rows[0] : LSN_NO_ROW;
      if (n_rows > 0)
        return TRUE;
    }
  return FALSE;
}

/* Where a callout points: the middle of an actor, and how far from it there is room at the least; the middle of a tie. */
static gboolean
subject_place (LsnCanvas *self,
               LsnTable   table,
               LsnRow     row,
               LsnPoint  *at,
               double    *from)
{
  g_autoptr (GArray) path = NULL;
  LsnBox body;

  if (table == LSN_TABLE_ACTORS && lsn_scene_actor_body (self->scene, lsn_map_shown_as (self->map, row), &body, NULL))
    {
      *at = (LsnPoint) { body.x + body.width / 2, body.y + body.height / 2 };
      *from = MAX (body.width, body.height) / 2 + 24;
      return TRUE;
    }
  path = table == LSN_TABLE_TIES ? lsn_scene_tie_path (self->scene, row) : NULL;
  if (path == NULL || path->len == 0)
    return FALSE;
  *at = g_array_index (path, LsnPoint, path->len / 2);
  *from = 28;
  return TRUE;
}

static void
new_callout (LsnCanvas *self)
{
  LsnTable table;
  LsnRow   row;
  LsnPoint at;
  double   from;

  if (self->scene == NULL || !find_subject (self, &table, &row) || !subject_place (self, table, row, &at, &from))
    return;
  make_note (self, LSN_NOTE_SHAPE_CALLOUT,
             free_box (self, LSN_NO_ROW, at, from, LSN_NOTE_MOST_WIDTH, 2 * LSN_NOTE_LEAST_HEIGHT), table, row);
}

/* A new callout was put before it was known how large its words are: it comes as near as it can now. */
void
lsn_canvas_settle_callout (LsnCanvas  *self,
                           LsnRow      note,
                           const char *merge_key)
{
  LsnRow   actor = lsn_map_get_reference (self->map, LSN_TABLE_NOTES, note, LSN_NOTE_ACTOR);
  LsnRow   tie = lsn_map_get_reference (self->map, LSN_TABLE_NOTES, note, LSN_NOTE_TIE);
  LsnTable table = actor != LSN_NO_ROW ? LSN_TABLE_ACTORS : LSN_TABLE_TIES;
  LsnPoint at;
  LsnBox   box;
  double   from;

  lsn_canvas_ensure_scene (self);
  if (lsn_note_shape (self->map, note) != LSN_NOTE_SHAPE_CALLOUT || actor + tie == LSN_NO_ROW || self->scene == NULL ||
      !lsn_scene_note_box (self->scene, note, &box) ||
      !subject_place (self, table, actor != LSN_NO_ROW ? actor : tie, &at, &from))
    return;
  box = free_box (self, note, at, from, box.width, box.height);
  lsn_map_begin (self->map, _("Add Callout"), merge_key);
  lsn_edits_put_notes (self->map, &(LsnPlaced) { note, { box.x, box.y } }, 1, 0, 0);
  lsn_map_commit (self->map);
}

/**
 * lsn_canvas_make_frame:
 * @box: (nullable): in map units; %NULL for one of the usual size
 * @at: (nullable): where its middle is then, in pixels; %NULL for the middle of what is seen
 */
void
lsn_canvas_make_frame (LsnCanvas      *self,
                       const LsnBox   *box,
                       const LsnPoint *at)
{
  LsnPoint middle = at != NULL ? lsn_viewport_to_map (self->viewport, at->x, at->y) : lsn_canvas_middle (self);
  LsnBox   usual = { middle.x - LSN_NOTE_FRAME_WIDTH / 2, middle.y - LSN_NOTE_FRAME_HEIGHT / 2, LSN_NOTE_FRAME_WIDTH,
                     LSN_NOTE_FRAME_HEIGHT };

  self->draws_frame = FALSE;
  lsn_canvas_update_cursor (self);
  make_note (self, LSN_NOTE_SHAPE_FRAME, box != NULL ? *box : usual, LSN_TABLE_MAP, LSN_NO_ROW);
}

static LsnBox
bounds_of_selected (LsnCanvas *self)
{
  static const LsnTable tables[] = { LSN_TABLE_ACTORS, LSN_TABLE_TIES, LSN_TABLE_NOTES };
  LsnBox   all = { 0, 0, -1, -1 };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      guint         n_rows;
      const LsnRow *rows = lsn_selection_rows (self->selection, tables[i], &n_rows);
      LsnBox        box = lsn_canvas_bounds_of (self, tables[i], rows, n_rows);
      double        x = MIN (all.x, box.x), y = MIN (all.y, box.y);

      if (n_rows > 0 && (box.width > 0 || box.height > 0))
        all = all.width < 0 ? box : (LsnBox) { x, y, MAX (all.x + all.width, box.x + box.width) - x,
                                               MAX (all.y + all.height, box.y + box.height) - y }
      ;
    }
  return all;
}

static void
new_frame (LsnCanvas *self)
{
  LsnBox box = bounds_of_selected (self);

  if (box.width >= 0)
    {
      box = (LsnBox) { box.x - ROUND_SELECTION, box.y - ROUND_SELECTION - TITLE, box.width + 2 * ROUND_SELECTION,
                       box.height + 2 * ROUND_SELECTION + TITLE };
      lsn_canvas_make_frame (self, &box, NULL);
      return;
    }
  self->draws_frame = TRUE;
  lsn_canvas_update_actions (self);
  lsn_canvas_update_cursor (self);
  lsn_canvas_say (self, FALSE, _("Drag across the map to draw the frame, or press Enter for one in the middle."));
}

/* ---- what moves ---- */

static gboolean
stands_in (LsnCanvas *self,
           GArray    *frames,
           LsnTable   table,
           LsnRow     row)
{
  LsnBox body;

  if (table == LSN_TABLE_ACTORS ? !lsn_scene_actor_body (self->scene, row, &body, NULL)
      : !lsn_scene_note_box (self->scene, row, &body))
    return FALSE;
  for (guint i = 0; i < frames->len; i++)
    {
      const LsnBox *frame = &g_array_index (frames, LsnBox, i);

      if (body.x >= frame->x && body.y >= frame->y && body.x + body.width <= frame->x + frame->width &&
          body.y + body.height <= frame->y + frame->height)
        return TRUE;
    }
  return FALSE;
}

static void
add_contents (LsnCanvas *self,
              GArray    *frames,
              LsnTable   table,
              GArray    *rows)
{
  for (LsnRow row = LSN_NO_ROW; (row = lsn_map_next_row (self->map, table, row)) != LSN_NO_ROW;)
    if (!lsn_selection_contains (self->selection, table, row) && stands_in (self, frames, table, row))
      g_array_append_val (rows, row);
}

/**
 * lsn_canvas_moving_rows:
 * @alone: whether frames go without what stands in them
 * @actors: (out) (transfer full) (element-type LsnRow): the selected ones, and those in selected frames
 * @notes: (out) (transfer full) (element-type LsnPlaced): likewise
 *
 * What moves when the selection does. Cost: O(actors and notes) when a frame is selected.
 */
void
lsn_canvas_moving_rows (LsnCanvas *self,
                        gboolean   alone,
                        GArray   **actors,
                        GArray   **notes)
{
  guint         n_actors, n_notes;
  const LsnRow *selected = lsn_selection_rows (self->selection, LSN_TABLE_ACTORS, &n_actors);
  const LsnRow *selected_notes = lsn_selection_rows (self->selection, LSN_TABLE_NOTES, &n_notes);
  g_autoptr (GArray) frames = g_array_new (FALSE, FALSE, sizeof (LsnBox));
  g_autoptr (GArray) rows = g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (LsnRow)), selected_notes, n_notes);
  LsnBox box;

  *actors = g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (LsnRow)), selected, n_actors);
  *notes = g_array_new (FALSE, FALSE, sizeof (LsnPlaced));
  if (self->scene == NULL)
    return;

  for (guint i = 0; i < n_notes; i++)
    if (!alone && lsn_note_shape (self->map, selected_notes[i]) == LSN_NOTE_SHAPE_FRAME &&
        lsn_scene_note_box (self->scene, selected_notes[i], &box))
      g_array_append_val (frames, box);
  if (frames->len > 0)
    {
      add_contents (self, frames, LSN_TABLE_ACTORS, *actors);
      add_contents (self, frames, LSN_TABLE_NOTES, rows);
    }
  for (guint i = 0; i < rows->len; i++)
    if (lsn_scene_note_box (self->scene, g_array_index (rows, LsnRow, i), &box))
      {
        LsnPlaced placed = { g_array_index (rows, LsnRow, i), { box.x, box.y } };

        g_array_append_val (*notes, placed);
      }
}

/* Moves what is selected, with what stands in selected frames. */
void
lsn_canvas_nudge_selected (LsnCanvas *self,
                           LsnPoint   by)
{
  g_autoptr (GArray) actors = NULL;
  g_autoptr (GArray) notes = NULL;

  lsn_canvas_moving_rows (self, FALSE, &actors, &notes);
  lsn_edits_move_with_notes (self->map, rows_of (actors), actors->len, (const LsnPlaced *) (gpointer) notes->data, notes->len,
                             by.x, by.y, "canvas-nudge");
}

/* ---- size ---- */

/* Wider and narrower, higher and lower, by the right and lower sides. */
static void
resize (LsnCanvas  *self,
        const char *word)
{
  guint         n_notes;
  const LsnRow *selected = lsn_selection_rows (self->selection, LSN_TABLE_NOTES, &n_notes);
  g_autoptr (GArray) notes = g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (LsnRow)), selected, n_notes);
  g_autofree LsnBox *boxes = g_new (LsnBox, MAX (1, n_notes));
  LsnPoint  vector;
  LsnTravel way;

  if (!lsn_travel_from_word (word, &way) || self->scene == NULL)
    return;
  vector = lsn_travel_vector (way);
  for (guint i = 0; i < n_notes; i++)
    {
      if (!lsn_scene_note_box (self->scene, g_array_index (notes, LsnRow, i), &boxes[i]))
        return;
      boxes[i] = lsn_canvas_resized_note (&boxes[i], 4, (LsnPoint) { SIZE_STEP * vector.x, SIZE_STEP * vector.y });
    }
  lsn_edits_resize_notes (self->map, rows_of (notes), boxes, n_notes, "canvas-resize");
}

/* As wide or as high as the focused one, or the first. */
static void
same_size (LsnCanvas *self,
           gboolean   height)
{
  guint         n_notes;
  const LsnRow *selected = lsn_selection_rows (self->selection, LSN_TABLE_NOTES, &n_notes);
  g_autoptr (GArray) notes = g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (LsnRow)), selected, n_notes);
  g_autofree LsnBox *boxes = g_new (LsnBox, MAX (1, n_notes));
  LsnTable table;
  LsnRow   like;
  LsnBox   box;

  if (n_notes < 2)
    {
      lsn_canvas_say (self, FALSE, _("Select at least two notes or frames to make them of one size."));
      return;
    }
  if (!lsn_selection_get_focus (self->selection, &table, &like) || table != LSN_TABLE_NOTES ||
      !lsn_selection_contains (self->selection, LSN_TABLE_NOTES, like))
    like = g_array_index (notes, LsnRow, 0);
  if (self->scene == NULL || !lsn_scene_note_box (self->scene, like, &box))
    return;
  for (guint i = 0; i < n_notes; i++)
    {
      if (!lsn_scene_note_box (self->scene, g_array_index (notes, LsnRow, i), &boxes[i]))
        return;
      *(height ? &boxes[i].height : &boxes[i].width) = height ? box.height : box.width;
    }
  lsn_edits_resize_notes (self->map, rows_of (notes), boxes, n_notes, NULL);
}

/* The size of an actor says how powerful it is. */
static void
same_power (LsnCanvas *self)
{
  guint         n_actors;
  const LsnRow *selected = lsn_selection_rows (self->selection, LSN_TABLE_ACTORS, &n_actors);
  g_autoptr (GArray) actors = g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (LsnRow)), selected, n_actors);
  LsnRow like = lsn_canvas_focused_actor (self);
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;

  if (n_actors < 2)
    {
      lsn_canvas_say (self, FALSE, _("Select at least two actors: all get the power of the one that was selected last."));
      return;
    }
  if (like == LSN_NO_ROW || !lsn_selection_contains (self->selection, LSN_TABLE_ACTORS, like))
    like = g_array_index (actors, LsnRow, n_actors - 1);
  if (!lsn_edits_same_power (self->map, rows_of (actors), actors->len, like))
    return;
  name = lsn_actor_display_name (self->map, like);
  /* Translators: %s is the name of an actor */
  words = g_strdup_printf (_("The selected actors have the power of “%s” now"), name);
  lsn_canvas_say (self, TRUE, words);
}

/* ---- going from one to the next ---- */

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const LsnPlaced *one = a, *other = b;

  if (one->at.y != other->at.y)
    return one->at.y < other->at.y ? -1 : 1;
  if (one->at.x != other->at.x)
    return one->at.x < other->at.x ? -1 : 1;
  return one->note < other->note ? -1 : 1;
}

/* From above down, and round again. */
static void
go_to_next (LsnCanvas *self,
            gboolean   back)
{
  g_autoptr (GArray) notes = g_array_new (FALSE, FALSE, sizeof (LsnPlaced));
  LsnTable table;
  LsnRow   focused;
  guint    at = G_MAXUINT;
  LsnBox   box;

  for (LsnRow note = LSN_NO_ROW; (note = lsn_map_next_row (self->map, LSN_TABLE_NOTES, note)) != LSN_NO_ROW;)
    if (self->scene != NULL && lsn_scene_note_box (self->scene, note, &box))
      {
        LsnPlaced placed = { note, { box.x, box.y } };

        g_array_append_val (notes, placed);
      }
  if (notes->len == 0)
    {
      lsn_canvas_say (self, FALSE, _("There are no notes or frames on the map yet."));
      return;
    }
  g_array_sort (notes, compare_places);
  if (lsn_selection_get_focus (self->selection, &table, &focused) && table == LSN_TABLE_NOTES)
    for (guint i = 0; i < notes->len; i++)
      if (g_array_index (notes, LsnPlaced, i).note == focused)
        at = i;
  if (at == G_MAXUINT)
    at = back ? notes->len - 1 : 0;
  else
    at = (at + (back ? notes->len - 1 : 1)) % notes->len;
  self->by_keyboard = TRUE;
  lsn_canvas_focus_row (self, LSN_TABLE_NOTES, g_array_index (notes, LsnPlaced, at).note);
}

void
lsn_canvas_act_on_notes (LsnCanvas  *self,
                         const char *name,
                         GVariant   *parameter)
{
  guint         n_notes;
  const LsnRow *notes = lsn_selection_rows (self->selection, LSN_TABLE_NOTES, &n_notes);
  const char   *word = parameter != NULL ? g_variant_get_string (parameter, NULL) : "";

  lsn_canvas_ensure_scene (self);
  if (g_str_equal (name, "canvas.new-note"))
    new_note (self);
  else if (g_str_equal (name, "canvas.new-callout"))
    new_callout (self);
  else if (g_str_equal (name, "canvas.new-frame"))
    new_frame (self);
  else if (g_str_equal (name, "canvas.note-colour"))
    lsn_edits_set_note_colour (self->map, notes, n_notes, word);
  else if (g_str_equal (name, "canvas.resize"))
    resize (self, word);
  else if (g_str_equal (name, "canvas.same-size"))
    same_size (self, g_str_equal (word, "height"));
  else if (g_str_equal (name, "canvas.same-power"))
    same_power (self);
  else if (g_str_equal (name, "canvas.next-note"))
    go_to_next (self, g_str_equal (word, "back"));
}
