/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include "desk.h"

#include <math.h>

#include "canvas/map-edits.h"
#include "canvas/note-edits.h"

/* A map that is too large for its scene to be there in the next frame: workers are held while one is awaited, so that what it
 * shows is what it can show without them. */

#define SIDE  40    /* actors in a row, and rows */
#define APART 100.0 /* units */

typedef struct
{
  Desk   *desk;
  GArray *actors;
  GMutex  held;
} Fixture;

static void
fill (Fixture *fixture)
{
  LsnMap *map = fixture->desk->map;

  lsn_map_begin (map, "Fill", NULL);
  for (guint i = 0; i < SIDE * SIDE; i++)
    {
      LsnRow actor = lsn_map_insert_row (map, LSN_TABLE_ACTORS, NULL, NULL);

      lsn_map_set_number (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_X, ((int) (i % SIDE) - SIDE / 2) * APART, NULL);
      lsn_map_set_number (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_Y, ((int) (i / SIDE) - SIDE / 2) * APART, NULL);
      lsn_map_set_number (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_POWER, 0.5, NULL);
      lsn_map_set_reference (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_KIND,
                             lsn_map_find_row (map, LSN_TABLE_KINDS, "person"), NULL);
      g_array_append_val (fixture->actors, actor);
    }
  for (guint i = 1; i < SIDE * SIDE; i++)
    {
      LsnRow tie = lsn_map_insert_row (map, LSN_TABLE_TIES, NULL, NULL);

      lsn_map_set_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_SOURCE, g_array_index (fixture->actors, LsnRow, i - 1), NULL);
      lsn_map_set_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_TARGET, g_array_index (fixture->actors, LsnRow, i), NULL);
    }
  lsn_map_commit (map);
  g_assert_false (lsn_scene_builder_is_small (map));
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->desk = desk_new ();
  fixture->actors = g_array_new (FALSE, FALSE, sizeof (LsnRow));
  g_mutex_init (&fixture->held);
  fill (fixture);
  lsn_canvas_set_map (fixture->desk->canvas, NULL, NULL);
  lsn_canvas_set_map (fixture->desk->canvas, fixture->desk->map, fixture->desk->selection);
  desk_wait_crisp (fixture->desk);
  lsn_canvas_set_zoom (fixture->desk->canvas, 1);
  lsn_viewport_center_on (fixture->desk->canvas->viewport, 0, 0);
  desk_wait_crisp (fixture->desk);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  desk_free (fixture->desk);
  g_array_unref (fixture->actors);
  g_mutex_clear (&fixture->held);
}

static void
wait_job (gpointer      fixture,
          GCancellable *cancellable)
{
  g_mutex_lock (&((Fixture *) fixture)->held);
  g_mutex_unlock (&((Fixture *) fixture)->held);
}

static void
finish_job (gpointer fixture,
            gboolean cancelled)
{
}

static void
on_painted_cb (GdkFrameClock *clock,
               gboolean      *painted)
{
  *painted = TRUE;
}

/* The colour at a place of the map, in what the window is given to show. */
static guint32
colour_at (Fixture *fixture,
           double   x,
           double   y)
{
  GtkWidget   *canvas = GTK_WIDGET (fixture->desk->canvas);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  LsnPoint     at = desk_at (fixture->desk, x, y);
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (canvas));
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  guint32 pixel;

  GTK_WIDGET_GET_CLASS (canvas)->snapshot (canvas, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (renderer, node, &GRAPHENE_RECT_INIT ((float) at.x, (float) at.y, 1, 1));
  gdk_texture_download (texture, (guchar *) &pixel, sizeof pixel);
  return pixel & 0xffffff;
}

/* Runs the window until one frame has been painted, in which no worker can have a part. */
static void
see_next_frame (Fixture *fixture,
                void   (*edit)(Fixture *fixture))
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (fixture->desk->canvas));
  gboolean       painted = FALSE;
  gulong         handler;

  desk_wait_crisp (fixture->desk);
  g_mutex_lock (&fixture->held);
  for (guint i = 0; i < 8; i++)
    lsn_workers_submit (fixture->desk->canvas->helpers, 100, wait_job, finish_job, fixture, NULL, NULL);
  edit (fixture);
  handler = g_signal_connect (clock, "after-paint", G_CALLBACK (on_painted_cb), &painted);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
  g_assert_false (lsn_canvas_is_crisp (fixture->desk->canvas));
}

static void
let_go (Fixture *fixture)
{
  g_mutex_unlock (&fixture->held);
  desk_wait_crisp (fixture->desk);
}

static void
undo (Fixture *fixture)
{
  g_assert_true (lsn_map_undo (fixture->desk->map));
}

static const LsnRow *
rows (Fixture *fixture)
{
  return (const LsnRow *) (gpointer) fixture->actors->data;
}

#define PAPER 0xffffffu

/* Halfway to the neighbours below, where neither actors nor ties stand before. */
static void
move_half (Fixture *fixture)
{
  g_assert_true (lsn_edits_move (fixture->desk->map, rows (fixture), SIDE * SIDE * 3 / 4, 0, APART / 2, NULL));
}

static void
check_moved (Fixture *fixture,
             gboolean moved)
{
  /* right of the middle of the body, where its symbol does not reach */
  g_assert_true ((colour_at (fixture, 20, 0) == PAPER) == moved);
  g_assert_true ((colour_at (fixture, 20, APART / 2) == PAPER) != moved);
  /* and on the tie to the next */
  g_assert_true ((colour_at (fixture, APART / 2, 0) == PAPER) == moved);
  g_assert_true ((colour_at (fixture, APART / 2, APART / 2) == PAPER) != moved);
}

static void
test_move (Fixture      *fixture,
           gconstpointer data)
{
  check_moved (fixture, FALSE);
  see_next_frame (fixture, move_half);
  desk_look (fixture->desk, "large-moved-rough");
  check_moved (fixture, TRUE);
  let_go (fixture);
  desk_look (fixture->desk, "large-moved");
  check_moved (fixture, TRUE);
  see_next_frame (fixture, undo);
  check_moved (fixture, FALSE);
  let_go (fixture);
  check_moved (fixture, FALSE);
}

static void
move_all (Fixture *fixture)
{
  g_assert_true (lsn_edits_move (fixture->desk->map, rows (fixture), SIDE * SIDE, 0, APART / 2, NULL));
}

static void
test_move_all (Fixture      *fixture,
               gconstpointer data)
{
  see_next_frame (fixture, move_all);
  check_moved (fixture, TRUE);
  let_go (fixture);
  check_moved (fixture, TRUE);
}

/* Whether there is something in the colour of the selection around a place. */
static gboolean
has_ring (Fixture *fixture,
          double   y,
          double   radius)
{
  for (double angle = 0; angle < 2 * G_PI; angle += 0.2)
    for (double at = radius; at < radius + 10; at += 1)
      {
        guint32 colour = colour_at (fixture, at * cos (angle), y + at * sin (angle));

        if ((int) (colour & 0xff) - (int) (colour >> 16) > 100)
          return TRUE;
      }
  return FALSE;
}

/* The rings of who is selected go along, few of them or many, from the first frame on. */
static void
test_rings (Fixture      *fixture,
            gconstpointer data)
{
  static const guint sizes[] = { 390, SIDE * SIDE * 3 / 4 };
  LsnBox body;

  g_assert_true (lsn_scene_actor_body (fixture->desk->canvas->scene, rows (fixture)[0], &body, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      lsn_selection_set (fixture->desk->selection, rows (fixture) + SIDE * SIDE * 3 / 4 - sizes[i], sizes[i], NULL, 0);
      g_assert_true (has_ring (fixture, 0, body.width / 2));
      see_next_frame (fixture, move_half);
      desk_look (fixture->desk, i == 0 ? "large-rings-few" : "large-rings-many");
      g_assert_true (has_ring (fixture, APART / 2, body.width / 2));
      let_go (fixture);
      g_assert_true (has_ring (fixture, APART / 2, body.width / 2));
      see_next_frame (fixture, undo);
      g_assert_true (has_ring (fixture, 0, body.width / 2));
      g_assert_false (has_ring (fixture, APART / 2, 4));
      let_go (fixture);
    }
}

/* A little and then more before the first can be seen: nothing of either old picture is left. */
static void
test_move_twice (Fixture      *fixture,
                 gconstpointer data)
{
  see_next_frame (fixture, move_half);
  g_assert_true (lsn_edits_move (fixture->desk->map, rows (fixture), SIDE * SIDE * 3 / 4, 0, -APART / 2, NULL));
  g_mutex_unlock (&fixture->held);
  desk_settle (fixture->desk);
  check_moved (fixture, FALSE);
  desk_wait_crisp (fixture->desk);
  check_moved (fixture, FALSE);
}

static void
set_kind (Fixture *fixture)
{
  g_assert_true (lsn_edits_set_kind (fixture->desk->map, LSN_TABLE_ACTORS, rows (fixture), SIDE * SIDE * 3 / 4,
                                     lsn_map_find_row (fixture->desk->map, LSN_TABLE_KINDS, "state")));
}

static void
set_colour (Fixture *fixture)
{
  LsnMap *map = fixture->desk->map;

  lsn_map_begin (map, "Colour", NULL);
  g_assert_true (lsn_map_set_text (map, LSN_TABLE_KINDS, lsn_map_find_row (map, LSN_TABLE_KINDS, "person"),
                                   LSN_KIND_COLOUR, "#00ff00", NULL));
  lsn_map_commit (map);
}

/* A new kind below "person", which has its colour from there. */
static void
narrow_kind (Fixture *fixture)
{
  LsnMap *map = fixture->desk->map;
  LsnRow  kind;

  lsn_map_begin (map, "Kind", NULL);
  kind = lsn_map_insert_row (map, LSN_TABLE_KINDS, NULL, NULL);
  g_assert_true (lsn_map_set_text (map, LSN_TABLE_KINDS, kind, LSN_KIND_OF, "actor", NULL));
  g_assert_true (lsn_map_set_reference (map, LSN_TABLE_KINDS, kind, LSN_KIND_BROADER,
                                        lsn_map_find_row (map, LSN_TABLE_KINDS, "person"), NULL));
  lsn_map_commit (map);
  g_assert_true (lsn_edits_set_kind (map, LSN_TABLE_ACTORS, rows (fixture), SIDE * SIDE * 3 / 4, kind));
}

static void
test_looks (Fixture      *fixture,
            gconstpointer data)
{
  guint32 before = colour_at (fixture, 20, 0);

  see_next_frame (fixture, set_kind);
  desk_look (fixture->desk, "large-kind-rough");
  g_assert_cmphex (colour_at (fixture, 20, 0), !=, before);
  g_assert_cmphex (colour_at (fixture, 20, 0), !=, PAPER);
  let_go (fixture);
  see_next_frame (fixture, undo);
  g_assert_cmphex (colour_at (fixture, 20, 0), ==, before);
  let_go (fixture);
  narrow_kind (fixture);
  see_next_frame (fixture, set_colour);
  g_assert_cmphex (colour_at (fixture, 20, 0), ==, 0x00ff00);
  let_go (fixture);
  g_assert_cmphex (colour_at (fixture, 20, 0), ==, 0x00ff00);
}

/* What is left is a large map still. */
static void
delete_many (Fixture *fixture)
{
  g_assert_true (lsn_edits_delete (fixture->desk->map, rows (fixture) + SIDE * SIDE * 3 / 8, SIDE * SIDE * 3 / 8, NULL, 0,
                                   "Delete", NULL));
  g_assert_false (lsn_scene_builder_is_small (fixture->desk->map));
}

static void
test_delete (Fixture      *fixture,
             gconstpointer data)
{
  guint32 before = colour_at (fixture, 20, 0);

  see_next_frame (fixture, delete_many);
  desk_look (fixture->desk, "large-deleted-rough");
  g_assert_cmphex (colour_at (fixture, 20, 0), ==, PAPER);
  g_assert_cmphex (colour_at (fixture, APART / 2, 0), ==, PAPER);
  let_go (fixture);
  see_next_frame (fixture, undo);
  g_assert_cmphex (colour_at (fixture, 20, 0), ==, before);
  let_go (fixture);
}

/* Few are drawn as they will be. */
static void
move_one (Fixture *fixture)
{
  LsnRow middle = g_array_index (fixture->actors, LsnRow, SIDE / 2 * SIDE + SIDE / 2);

  g_assert_true (lsn_edits_move (fixture->desk->map, &middle, 1, 0, APART / 2, NULL));
}

static void
test_move_one (Fixture      *fixture,
               gconstpointer data)
{
  see_next_frame (fixture, move_one);
  g_assert_cmphex (colour_at (fixture, 20, APART / 2), !=, PAPER);
  g_assert_cmphex (colour_at (fixture, 20, -3), ==, PAPER);
  let_go (fixture);
}

/* Between four actors, where nothing else is. */
static void
add_note (Fixture *fixture)
{
  LsnBox box = { APART / 2 - 20, APART / 2 - 15, 40, 30 };

  lsn_edits_add_note (fixture->desk->map, LSN_NOTE_SHAPE_TEXT, &box, LSN_TABLE_MAP, LSN_NO_ROW, NULL);
}

static void
remove_note (Fixture *fixture)
{
  LsnRow note = lsn_map_next_row (fixture->desk->map, LSN_TABLE_NOTES, LSN_NO_ROW);

  lsn_edits_delete_with_notes (fixture->desk->map, NULL, 0, NULL, 0, &note, 1, NULL, NULL);
}

static void
test_note (Fixture      *fixture,
           gconstpointer data)
{
  g_assert_cmphex (colour_at (fixture, APART / 2, APART / 2), ==, PAPER);
  see_next_frame (fixture, add_note);
  g_assert_cmphex (colour_at (fixture, APART / 2, APART / 2), !=, PAPER);
  let_go (fixture);
  g_assert_cmphex (colour_at (fixture, APART / 2, APART / 2), !=, PAPER);
  see_next_frame (fixture, remove_note);
  g_assert_cmphex (colour_at (fixture, APART / 2, APART / 2), ==, PAPER);
  let_go (fixture);
  g_assert_cmphex (colour_at (fixture, APART / 2, APART / 2), ==, PAPER);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void      (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/canvas/large/move", test_move },
    { "/canvas/large/move-all", test_move_all },
    { "/canvas/large/move-twice", test_move_twice },
    { "/canvas/large/looks", test_looks },
    { "/canvas/large/delete", test_delete },
    { "/canvas/large/move-one", test_move_one },
    { "/canvas/large/note", test_note },
    { "/canvas/large/rings", test_rings },
  };

  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
