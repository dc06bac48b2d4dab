/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include "canvas/map-edits.h"
#include "canvas/note-edits.h"

#include <math.h>

#include "io/files.h"

/* What drawing by hand does to notes. Whatever it was, undoing it gives the bytes of before. */

typedef struct
{
  LsnMap *map;
  LsnRow  ada, ben, tie;
  LsnRow  text, callout, frame;
} Fixture;

static char *
bytes_of (LsnMap *map)
{
  g_autoptr (LsnMap) snapshot = lsn_map_snapshot (map);
  g_autoptr (LsnReport) report = lsn_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = lsn_encode (snapshot, "graphml", report, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  LsnOrigin *origin = lsn_origin_new_seeded (3, "2024-01-01", "tester");

  f->map = lsn_map_new (origin);
  lsn_origin_unref (origin);
  lsn_map_begin (f->map, "set up", NULL);
  f->ada = lsn_map_insert_actor (f->map, "ada", "Ada", LSN_NO_ROW, 0, 0, NULL);
  f->ben = lsn_map_insert_actor (f->map, "ben", "Ben", LSN_NO_ROW, 200, 0, NULL);
  f->tie = lsn_map_insert_tie (f->map, "tie", f->ada, f->ben, LSN_NO_ROW, NULL);
  lsn_map_commit (f->map);
  f->text = lsn_edits_add_note (f->map, LSN_NOTE_SHAPE_TEXT, &(LsnBox) { 10, 20, 0, 0 }, LSN_TABLE_MAP, LSN_NO_ROW, NULL);
  f->callout = lsn_edits_add_note (f->map, LSN_NOTE_SHAPE_CALLOUT, &(LsnBox) { 50, 60, 120, 0 }, LSN_TABLE_ACTORS, f->ada, NULL);
  f->frame = lsn_edits_add_note (f->map, LSN_NOTE_SHAPE_FRAME, &(LsnBox) { -50, -50, 300, 200 }, LSN_TABLE_MAP, LSN_NO_ROW, NULL);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  g_object_unref (f->map);
}

static double
cell (Fixture  *f,
      LsnRow    note,
      LsnColumn column)
{
  return lsn_map_get_number (f->map, LSN_TABLE_NOTES, note, column);
}

static void
assert_at (Fixture *f,
           LsnRow   note,
           double   x,
           double   y)
{
  g_assert_cmpfloat (cell (f, note, LSN_NOTE_X), ==, x);
  g_assert_cmpfloat (cell (f, note, LSN_NOTE_Y), ==, y);
}

/* One step back gives what was before. */
static void
undo_to (Fixture    *f,
         const char *before)
{
  g_autofree char *after = bytes_of (f->map);
  g_autofree char *again = NULL;

  g_assert_cmpstr (after, !=, before);
  g_assert_true (lsn_map_undo (f->map));
  again = bytes_of (f->map);
  g_assert_cmpstr (again, ==, before);
}

static void
test_make (Fixture      *f,
           gconstpointer data)
{
  g_autofree char *before = bytes_of (f->map);
  LsnRow note;

  g_assert_cmpint (lsn_note_shape (f->map, f->text), ==, LSN_NOTE_SHAPE_TEXT);
  g_assert_true (isnan (cell (f, f->text, LSN_NOTE_WIDTH)));
  g_assert_cmpuint (lsn_map_get_reference (f->map, LSN_TABLE_NOTES, f->callout, LSN_NOTE_ACTOR), ==, f->ada);
  g_assert_cmpfloat (cell (f, f->frame, LSN_NOTE_HEIGHT), ==, 200);
  g_assert_cmpfloat (cell (f, f->frame, LSN_NOTE_ORDER), >, cell (f, f->text, LSN_NOTE_ORDER));

  /* What is made and then typed is one step. */
  note = lsn_edits_add_note (f->map, LSN_NOTE_SHAPE_CALLOUT, &(LsnBox) { 0, 0, 0, 0 }, LSN_TABLE_TIES, f->tie, "made");
  g_assert_cmpuint (lsn_map_get_reference (f->map, LSN_TABLE_NOTES, note, LSN_NOTE_TIE), ==, f->tie);
  g_assert_true (lsn_edits_set_note_text (f->map, note, "Two\nlines", "made", NULL));
  g_assert_cmpstr (lsn_map_undo_label (f->map), ==, "Add Callout");
  undo_to (f, before);
  g_assert_true (lsn_edits_set_note_text (f->map, f->frame, "Title", NULL, NULL));
  g_assert_cmpstr (lsn_map_undo_label (f->map), ==, "Rename Frame");
  g_assert_false (lsn_edits_set_note_text (f->map, f->frame, "Title", NULL, NULL));
  undo_to (f, before);
}

/* Who looks into a text that a file ends with a line, and types nothing, has changed nothing. */
static void
test_blanks (Fixture      *f,
             gconstpointer data)
{
  lsn_map_begin (f->map, "file", NULL);
  lsn_map_set_text (f->map, LSN_TABLE_NOTES, f->text, LSN_NOTE_TEXT, "Said \n", NULL);
  lsn_map_commit (f->map);
  g_assert_false (lsn_edits_set_note_text (f->map, f->text, "Said", NULL, NULL));
  g_assert_cmpstr (lsn_map_get_text (f->map, LSN_TABLE_NOTES, f->text, LSN_NOTE_TEXT), ==, "Said \n");
  g_assert_true (lsn_edits_set_note_text (f->map, f->text, "Sai", NULL, NULL));
  g_assert_cmpstr (lsn_map_get_text (f->map, LSN_TABLE_NOTES, f->text, LSN_NOTE_TEXT), ==, "Sai");
}

/* A callout that was made a text points to nobody any more: it stays, as it does while it is dragged. */
static void
test_text_about_somebody (Fixture      *f,
                          gconstpointer data)
{
  lsn_map_begin (f->map, "shape", NULL);
  lsn_map_set_text (f->map, LSN_TABLE_NOTES, f->callout, LSN_NOTE_SHAPE, "text", NULL);
  lsn_map_commit (f->map);
  g_assert_true (lsn_edits_move (f->map, &f->ada, 1, 30, 40, NULL));
  assert_at (f, f->callout, 50, 60);
  lsn_map_begin (f->map, "shape", NULL);
  lsn_map_set_text (f->map, LSN_TABLE_NOTES, f->callout, LSN_NOTE_SHAPE, "callout", NULL);
  lsn_map_commit (f->map);
  g_assert_true (lsn_edits_move (f->map, &f->ada, 1, 30, 40, NULL));
  assert_at (f, f->callout, 80, 100);
}

static void
test_move (Fixture      *f,
           gconstpointer data)
{
  g_autofree char *before = bytes_of (f->map);
  LsnPlaced notes[] = { { f->text, { 10, 20 } }, { f->callout, { 50, 60 } } };

  /* What is taken along and speaks of what moves goes once, not twice. */
  g_assert_true (lsn_edits_move_with_notes (f->map, &f->ada, 1, notes, 2, 5, -7, NULL));
  assert_at (f, f->text, 15, 13);
  assert_at (f, f->callout, 55, 53);
  assert_at (f, f->frame, -50, -50);
  g_assert_cmpfloat (lsn_map_get_number (f->map, LSN_TABLE_ACTORS, f->ada, LSN_ACTOR_X), ==, 5);
  undo_to (f, before);

  g_assert_true (lsn_edits_move_with_notes (f->map, NULL, 0, notes, 1, 1, 1, NULL));
  g_assert_cmpstr (lsn_map_undo_label (f->map), ==, "Move 1 Note");
  undo_to (f, before);
  g_assert_false (lsn_edits_move_with_notes (f->map, NULL, 0, notes, 1, 0, 0, NULL));
}

/* Whatever moves an actor takes along what speaks of it. */
static void
test_follow (Fixture      *f,
             gconstpointer data)
{
  g_autofree char *before = bytes_of (f->map);
  LsnPoint by[] = { { 30, 40 } };

  g_assert_true (lsn_edits_move (f->map, &f->ada, 1, 10, 20, NULL));
  assert_at (f, f->callout, 60, 80);
  undo_to (f, before);
  g_assert_true (lsn_edits_move_each (f->map, &f->ada, by, 1, "Move"));
  assert_at (f, f->callout, 80, 100);
  undo_to (f, before);
  g_assert_true (lsn_edits_turn (f->map, &f->ada, 1, (LsnPoint) { 100, 0 }, 0, 2));
  assert_at (f, f->callout, -50, 60);
  undo_to (f, before);
  g_assert_true (lsn_edits_move (f->map, &f->ben, 1, 10, 20, NULL));
  assert_at (f, f->callout, 50, 60);
  undo_to (f, before);
}

/* Room is made in a frame that the line goes through, and what is beyond it goes. */
static void
test_make_room (Fixture      *f,
                gconstpointer data)
{
  g_autofree char *before = bytes_of (f->map);
  LsnRow beyond = lsn_edits_add_note (f->map, LSN_NOTE_SHAPE_TEXT, &(LsnBox) { 300, 0, 0, 0 }, LSN_TABLE_MAP, LSN_NO_ROW, NULL);
  g_autofree char *with = bytes_of (f->map);

  g_assert_true (lsn_edits_make_room (f->map, FALSE, 100, 40, NULL));
  g_assert_cmpfloat (cell (f, f->frame, LSN_NOTE_WIDTH), ==, 340);
  assert_at (f, f->frame, -50, -50);
  assert_at (f, beyond, 340, 0);
  assert_at (f, f->text, 10, 20);
  undo_to (f, with);
  g_assert_true (lsn_edits_make_room (f->map, FALSE, 100, -40, NULL));
  g_assert_cmpfloat (cell (f, f->frame, LSN_NOTE_WIDTH), ==, 340);
  assert_at (f, f->frame, -90, -50);
  assert_at (f, f->text, -30, 20);
  assert_at (f, f->callout, 10, 60);
  undo_to (f, with);
  undo_to (f, before);
}

static void
test_resize (Fixture      *f,
             gconstpointer data)
{
  g_autofree char *before = bytes_of (f->map);
  LsnRow notes[] = { f->text, f->frame };
  LsnBox boxes[] = { { 1, 2, 100, 0 }, { 3, 4, 500, 600 } };

  g_assert_true (lsn_edits_resize_notes (f->map, notes, boxes, 2, NULL));
  assert_at (f, f->text, 1, 2);
  g_assert_cmpfloat (cell (f, f->text, LSN_NOTE_WIDTH), ==, 100);
  g_assert_true (isnan (cell (f, f->text, LSN_NOTE_HEIGHT)));
  g_assert_cmpfloat (cell (f, f->frame, LSN_NOTE_HEIGHT), ==, 600);
  undo_to (f, before);
}

static void
test_delete (Fixture      *f,
             gconstpointer data)
{
  g_autofree char *before = bytes_of (f->map);
  g_autoptr (GError) error = NULL;
  LsnRow notes[] = { f->text, f->frame };

  g_assert_true (lsn_edits_delete_with_notes (f->map, NULL, 0, NULL, 0, notes, 2, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (lsn_map_undo_label (f->map), ==, "Delete 2 Notes");
  g_assert_cmpuint (lsn_map_n_rows (f->map, LSN_TABLE_NOTES), ==, 1);
  g_assert_cmpuint (lsn_map_n_rows (f->map, LSN_TABLE_ACTORS), ==, 2);
  undo_to (f, before);

  /* What speaks of somebody who goes stays, and speaks of nobody. */
  g_assert_true (lsn_edits_delete_with_notes (f->map, &f->ada, 1, NULL, 0, notes, 1, NULL, &error));
  g_assert_cmpstr (lsn_map_undo_label (f->map), ==, "Delete");
  g_assert_true (lsn_map_has_row (f->map, LSN_TABLE_NOTES, f->callout));
  g_assert_cmpuint (lsn_map_get_reference (f->map, LSN_TABLE_NOTES, f->callout, LSN_NOTE_ACTOR), ==, LSN_NO_ROW);
  undo_to (f, before);
}

static void
test_looks (Fixture      *f,
            gconstpointer data)
{
  g_autofree char *before = bytes_of (f->map);

  g_assert_true (lsn_edits_set_note_colour (f->map, &f->text, 1, "#3465a8"));
  g_assert_cmpstr (lsn_map_get_text (f->map, LSN_TABLE_NOTES, f->text, LSN_NOTE_COLOUR), ==, "#3465a8");
  undo_to (f, before);
  g_assert_true (lsn_edits_set_order (f->map, LSN_TABLE_NOTES, &f->text, 1, TRUE));
  g_assert_cmpfloat (cell (f, f->text, LSN_NOTE_ORDER), >, cell (f, f->frame, LSN_NOTE_ORDER));
  undo_to (f, before);
}

static void
test_same_power (Fixture      *f,
                 gconstpointer data)
{
  LsnRow both[] = { f->ada, f->ben };
  g_autofree char *before = NULL;

  lsn_map_begin (f->map, "power", NULL);
  lsn_map_set_number (f->map, LSN_TABLE_ACTORS, f->ben, LSN_ACTOR_POWER, 0.7, NULL);
  lsn_map_commit (f->map);
  before = bytes_of (f->map);
  g_assert_true (lsn_edits_same_power (f->map, both, 2, f->ben));
  g_assert_cmpfloat (lsn_map_get_number (f->map, LSN_TABLE_ACTORS, f->ada, LSN_ACTOR_POWER), ==, 0.7);
  undo_to (f, before);
  g_assert_true (lsn_edits_same_power (f->map, both, 2, f->ada));
  g_assert_true (isnan (lsn_map_get_number (f->map, LSN_TABLE_ACTORS, f->ben, LSN_ACTOR_POWER)));
  undo_to (f, before);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/canvas/notes/make", test_make);
  ADD ("/canvas/notes/blanks", test_blanks);
  ADD ("/canvas/notes/move", test_move);
  ADD ("/canvas/notes/text-about-somebody", test_text_about_somebody);
  ADD ("/canvas/notes/follow", test_follow);
  ADD ("/canvas/notes/make-room", test_make_room);
  ADD ("/canvas/notes/resize", test_resize);
  ADD ("/canvas/notes/delete", test_delete);
  ADD ("/canvas/notes/looks", test_looks);
  ADD ("/canvas/notes/same-power", test_same_power);

  return g_test_run ();
}
