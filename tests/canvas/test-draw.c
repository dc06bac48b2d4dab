/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include "desk.h"

/* Drawing by hand with real pointer and key events. */

static LsnPoint
rim_of (Desk  *desk,
        LsnRow actor,
        double side)
{
  LsnBox   body;
  gboolean is_frame;

  g_assert_true (lsn_scene_actor_body (lsn_canvas_get_scene (desk->canvas), actor, &body, &is_frame));
  return (LsnPoint) { body.x + body.width / 2 + side * (body.width / 2 - 2), body.y + body.height / 2 };
}

static double
x_of (Desk  *desk,
      LsnRow actor)
{
  return lsn_map_get_number (desk->map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_X);
}

static double
y_of (Desk  *desk,
      LsnRow actor)
{
  return lsn_map_get_number (desk->map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_Y);
}

static guint
n_rows (Desk    *desk,
        LsnTable table)
{
  return lsn_map_n_rows (desk->map, table);
}

static void
test_double_click_makes_actor (void)
{
  Desk    *desk = desk_new ();
  LsnPoint at = desk_at (desk, -120, -80);
  LsnRow   actor;

  desk_do (desk, "mousemove %d %d click --repeat 2 --delay 40 1", (int) at.x, (int) at.y);
  g_assert_cmpuint (n_rows (desk, LSN_TABLE_ACTORS), ==, 1);
  g_assert_nonnull (desk->canvas->editor);
  desk_do (desk, "type --delay 15 Qatar");
  desk_look (desk, "naming");
  desk_do (desk, "key Return");
  g_assert_null (desk->canvas->editor);
  actor = desk_find_actor (desk, "Qatar");
  g_assert_cmpuint (actor, !=, LSN_NO_ROW);
  g_assert_cmpfloat_with_epsilon (x_of (desk, actor), -120, 1);
  g_assert_cmpfloat_with_epsilon (y_of (desk, actor), -80, 1);

  /* Making and naming are one step. */
  g_assert_true (lsn_map_undo (desk->map));
  g_assert_cmpuint (n_rows (desk, LSN_TABLE_ACTORS), ==, 0);
  g_assert_false (lsn_map_can_undo (desk->map));
  g_assert_true (lsn_map_redo (desk->map));
  g_assert_cmpuint (desk_find_actor (desk, "Qatar"), !=, LSN_NO_ROW);
  desk_free (desk);
}

/* Typing ends once when the pointer is pressed elsewhere, and what was typed stays. */
static void
test_click_elsewhere_keeps_name (void)
{
  Desk    *desk = desk_new ();
  LsnPoint at = desk_at (desk, -120, -80);

  desk_do (desk, "mousemove %d %d click --repeat 2 --delay 40 1", (int) at.x, (int) at.y);
  desk_do (desk, "type --delay 15 Oman");
  desk_click (desk, 200, 150);
  g_assert_null (desk->canvas->editor);
  g_assert_cmpuint (desk_find_actor (desk, "Oman"), !=, LSN_NO_ROW);
  g_assert_cmpuint (n_rows (desk, LSN_TABLE_ACTORS), ==, 1);
  desk_free (desk);
}

static void
test_drag_from_rim_ties (void)
{
  Desk    *desk = desk_new ();
  LsnRow   one = desk_add_actor (desk, "Qatar", "state", -200, 0);
  LsnRow   other = desk_add_actor (desk, "Hamas", "armed-group", 200, 40);
  LsnRow   tie, made;
  LsnPoint rim = rim_of (desk, one, 1);
  LsnPoint from, to;

  desk_wait_crisp (desk);
  from = desk_at (desk, rim.x, rim.y);
  to = desk_at (desk, 200, 40);
  desk_do (desk, "mousemove %d %d sleep 0.05 mousedown 1 sleep 0.02 mousemove %d %d sleep 0.02 mousemove %d %d", (int) from.x,
           (int) from.y, (int) from.x + 60, (int) from.y, (int) to.x, (int) to.y);
  desk_look (desk, "connecting");
  desk_do (desk, "mouseup 1");
  g_assert_cmpuint (n_rows (desk, LSN_TABLE_TIES), ==, 1);
  tie = lsn_map_next_row (desk->map, LSN_TABLE_TIES, LSN_NO_ROW);
  g_assert_cmpuint (lsn_map_get_reference (desk->map, LSN_TABLE_TIES, tie, LSN_TIE_SOURCE), ==, one);
  g_assert_cmpuint (lsn_map_get_reference (desk->map, LSN_TABLE_TIES, tie, LSN_TIE_TARGET), ==, other);
  g_assert_cmpuint (lsn_map_get_reference (desk->map, LSN_TABLE_TIES, tie, LSN_TIE_KIND), ==,
                    lsn_canvas_get_next_kind (desk->canvas));
  g_assert_true (lsn_selection_contains (desk->selection, LSN_TABLE_TIES, tie));
  desk_wait_crisp (desk);
  desk_look (desk, "tied");

  /* A number sets the kind of the selected tie, and of the next one. */
  desk_do (desk, "key 3");
  g_assert_cmpstr (lsn_map_row_id (desk->map, LSN_TABLE_KINDS,
                                   lsn_map_get_reference (desk->map, LSN_TABLE_TIES, tie, LSN_TIE_KIND)), ==,
                   "negotiation");

  /* To the ground: a tie and an actor, one step. */
  rim = rim_of (desk, one, -1);
  desk_drag (desk, rim.x, rim.y, -300, 180);
  g_assert_cmpuint (n_rows (desk, LSN_TABLE_ACTORS), ==, 3);
  g_assert_cmpuint (n_rows (desk, LSN_TABLE_TIES), ==, 2);
  desk_do (desk, "type --delay 15 Egypt");
  desk_do (desk, "key Return");
  made = desk_find_actor (desk, "Egypt");
  g_assert_cmpuint (made, !=, LSN_NO_ROW);
  g_assert_cmpfloat_with_epsilon (x_of (desk, made), -300, 1);
  g_assert_true (lsn_map_undo (desk->map));
  g_assert_cmpuint (n_rows (desk, LSN_TABLE_ACTORS), ==, 2);
  g_assert_cmpuint (n_rows (desk, LSN_TABLE_TIES), ==, 1);
  desk_free (desk);
}

/* The name stands just below: it does not answer for the rim. */
/* Beside an actor, where somebody new would lie on it, a tie ends at it; with more distance there is somebody new. */
static void
test_drop_beside (void)
{
  Desk    *desk = desk_new ();
  LsnRow   one = desk_add_actor (desk, "Qatar", "state", -200, 0);
  LsnRow   other = desk_add_actor (desk, "Hamas", "armed-group", 200, 0);
  LsnRow   tie;
  LsnPoint rim = rim_of (desk, one, 1), near, from, to;

  desk_wait_crisp (desk);
  near = rim_of (desk, other, -1);
  from = desk_at (desk, rim.x, rim.y);
  to = desk_at (desk, near.x - 11, near.y);
  desk_do (desk, "mousemove %d %d sleep 0.05 mousedown 1 sleep 0.02 mousemove %d %d sleep 0.02 mousemove %d %d", (int) from.x,
           (int) from.y, (int) from.x + 60, (int) from.y, (int) to.x, (int) to.y);
  desk_look (desk, "connecting-beside");
  desk_do (desk, "mouseup 1");
  g_assert_cmpuint (n_rows (desk, LSN_TABLE_ACTORS), ==, 2);
  g_assert_cmpuint (n_rows (desk, LSN_TABLE_TIES), ==, 1);
  tie = lsn_map_next_row (desk->map, LSN_TABLE_TIES, LSN_NO_ROW);
  g_assert_cmpuint (lsn_map_get_reference (desk->map, LSN_TABLE_TIES, tie, LSN_TIE_TARGET), ==, other);

  /* beside the one that it comes from: nobody new on top of that, nor a tie to itself */
  desk_do (desk, "key Escape");
  rim = rim_of (desk, one, -1);
  desk_drag (desk, rim.x, rim.y, rim.x - 12, rim.y - 12);
  g_assert_cmpuint (n_rows (desk, LSN_TABLE_ACTORS), ==, 2);
  g_assert_cmpuint (n_rows (desk, LSN_TABLE_TIES), ==, 1);

  desk_drag (desk, rim.x, rim.y, near.x - 30, near.y);
  g_assert_cmpuint (n_rows (desk, LSN_TABLE_ACTORS), ==, 3);
  desk_do (desk, "key Escape");
  desk_free (desk);
}

static void
test_lower_rim (void)
{
  Desk    *desk = desk_new ();
  LsnRow   one = desk_add_actor (desk, "Qatar", "state", -200, 0);
  LsnPoint rim = rim_of (desk, one, 1);
  double   radius = rim.x - -200;

  desk_wait_crisp (desk);
  desk_drag (desk, -200, radius, -60, 160);
  g_assert_cmpuint (n_rows (desk, LSN_TABLE_ACTORS), ==, 2);
  g_assert_cmpuint (n_rows (desk, LSN_TABLE_TIES), ==, 1);
  g_assert_cmpfloat (x_of (desk, one), ==, -200);
  desk_free (desk);
}

static void
test_move (void)
{
  Desk    *desk = desk_new ();
  LsnRow   one = desk_add_actor (desk, "Qatar", "state", -200, 0);
  LsnRow   other = desk_add_actor (desk, "Egypt", "state", -200, 140);
  LsnRow   away = desk_add_actor (desk, "Iran", "state", 200, 0);
  LsnPoint from;
  guint64  revision;

  desk_add_tie (desk, one, away, "conflict");
  desk_wait_crisp (desk);
  revision = lsn_map_get_revision (desk->map);
  desk_click (desk, -200, 0);
  desk_do (desk, "keydown shift");
  desk_click (desk, -200, 140);
  desk_do (desk, "keyup shift");
  g_assert_cmpuint (lsn_selection_n_rows (desk->selection, LSN_TABLE_ACTORS), ==, 2);

  /* Nothing of the map changes before the release. */
  from = desk_at (desk, -200, 0);
  desk_do (desk, "mousemove %d %d mousedown 1 sleep 0.02 mousemove_relative 30 20 sleep 0.02 mousemove_relative 70 30",
           (int) from.x, (int) from.y);
  desk_settle (desk);
  desk_look (desk, "moving");
  g_assert_cmpuint (lsn_map_get_revision (desk->map), ==, revision);
  desk_do (desk, "mouseup 1");
  g_assert_cmpfloat_with_epsilon (x_of (desk, one), -100, 0.01);
  g_assert_cmpfloat_with_epsilon (y_of (desk, one), 50, 0.01);
  g_assert_cmpfloat_with_epsilon (x_of (desk, other), -100, 0.01);
  g_assert_cmpfloat_with_epsilon (y_of (desk, other), 190, 0.01);
  g_assert_cmpfloat_with_epsilon (x_of (desk, away), 200, 0.01);
  g_assert_cmpstr (lsn_map_undo_label (desk->map), ==, "Move 2 Actors");
  g_assert_true (lsn_map_undo (desk->map));
  g_assert_cmpfloat_with_epsilon (x_of (desk, other), -200, 0.01);
  desk_free (desk);
}

/* How dark the canvas is around a place on the map: the least light of a small square of its next frame, 0 to 255. */
static int
darkest_at (Desk  *desk,
            double x,
            double y)
{
  GtkSnapshot     *snapshot = gtk_snapshot_new ();
  LsnPoint         at = lsn_viewport_to_widget (desk->canvas->viewport, x, y);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 8, 8);
  cairo_t         *cr = cairo_create (surface);
  g_autoptr (GskRenderNode) node = NULL;
  const guchar *pixels;
  int           darkest = 255;

  GTK_WIDGET_GET_CLASS (desk->canvas)->snapshot (GTK_WIDGET (desk->canvas), snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  cairo_translate (cr, 4 - at.x, 4 - at.y);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  pixels = cairo_image_surface_get_data (surface);
  for (int row = 0; row < 8; row++)
    for (int i = 0; i < 8; i++)
      darkest = MIN (darkest, pixels[row * cairo_image_surface_get_stride (surface) + 4 * i + 1]);
  cairo_surface_destroy (surface);
  return darkest;
}

/* What is dragged and its ties are where the pointer is in the next frame, without waiting for a worker. */
static void
test_move_is_followed (void)
{
  Desk    *desk = desk_new ();
  LsnRow   one = desk_add_actor (desk, "Qatar", "state", -200, 0);
  LsnRow   away = desk_add_actor (desk, "Iran", "state", 200, 0);
  LsnPoint at;
  LsnTool *tool;

  desk_add_tie (desk, one, away, "ally");
  desk_wait_crisp (desk);
  lsn_selection_select (desk->selection, LSN_TABLE_ACTORS, one);
  at = lsn_viewport_to_widget (desk->canvas->viewport, -200, 0);
  tool = desk->canvas->tool = lsn_tool_move_new (desk->canvas, at.x, at.y, LSN_TABLE_ACTORS, one, FALSE);
  tool->klass->motion (tool, at.x, at.y + 20, 0);
  for (guint i = 0; i < 100 && (darkest_at (desk, 0, 10) > 200 || darkest_at (desk, -200, 20) > 200); i++)
    desk_settle (desk);
  g_assert_cmpint (darkest_at (desk, 0, 10), <, 200);
  g_assert_cmpint (darkest_at (desk, 0, 100), >, 240);

  tool->klass->motion (tool, at.x, at.y + 200, 0);
  g_assert_cmpint (darkest_at (desk, 0, 100), <, 200);
  g_assert_cmpint (darkest_at (desk, -200, 200), <, 200);
  tool->klass->motion (tool, at.x + 50, at.y - 200, 0);
  g_assert_cmpint (darkest_at (desk, 0, 100), >, 240);
  g_assert_cmpint (darkest_at (desk, 25, -100), <, 200);
  g_assert_cmpint (darkest_at (desk, -150, -200), <, 200);
  desk_look (desk, "followed");

  /* At rest too. */
  for (guint i = 0; i < 20; i++)
    desk_settle (desk);
  g_assert_cmpint (darkest_at (desk, 25, -100), <, 200);
  g_assert_cmpint (darkest_at (desk, -150, -200), <, 200);
  desk_free (desk);
}

static void
test_move_container (void)
{
  Desk    *desk = desk_new ();
  LsnRow   box = desk_add_actor (desk, "Hamas", "armed-group", 0, 0);
  LsnRow   one = desk_add_actor (desk, "Wing", "armed-group", -60, 0);
  LsnRow   other = desk_add_actor (desk, "Bureau", "armed-group", 60, 60);
  LsnPoint by = { 0, 0 };
  LsnBox   title;

  lsn_map_begin (desk->map, "Set up", NULL);
  g_assert_true (lsn_map_set_reference (desk->map, LSN_TABLE_ACTORS, one, LSN_ACTOR_PARENT, box, NULL));
  g_assert_true (lsn_map_set_reference (desk->map, LSN_TABLE_ACTORS, other, LSN_ACTOR_PARENT, box, NULL));
  lsn_map_commit (desk->map);
  desk_wait_crisp (desk);
  g_assert_true (lsn_scene_name_bounds (lsn_canvas_get_scene (desk->canvas), box, &title));
  by = (LsnPoint) { title.x + title.width / 2, title.y + title.height / 2 };
  desk_drag (desk, by.x, by.y, by.x + 90, by.y - 45);
  g_assert_cmpfloat_with_epsilon (x_of (desk, one), 30, 1);
  g_assert_cmpfloat_with_epsilon (y_of (desk, other), 15, 1);
  desk_wait_crisp (desk);
  desk_look (desk, "container");
  desk_free (desk);
}

static void
test_rubber_band (void)
{
  Desk    *desk = desk_new ();
  LsnRow   one = desk_add_actor (desk, "Qatar", "state", -200, 0);
  LsnRow   other = desk_add_actor (desk, "Egypt", "state", -80, 0);
  LsnRow   away = desk_add_actor (desk, "Iran", "state", 200, 0);
  LsnRow   tie = desk_add_tie (desk, one, other, "support");
  LsnPoint from, to;

  desk_wait_crisp (desk);
  from = desk_at (desk, -270, -90);
  to = desk_at (desk, -20, 90);
  desk_do (desk, "mousemove %d %d mousedown 1 mousemove_relative 40 40 sleep 0.02 mousemove %d %d", (int) from.x,
           (int) from.y, (int) to.x, (int) to.y);
  desk_look (desk, "band");
  desk_do (desk, "mouseup 1");
  g_assert_true (lsn_selection_contains (desk->selection, LSN_TABLE_ACTORS, one));
  g_assert_true (lsn_selection_contains (desk->selection, LSN_TABLE_ACTORS, other));
  g_assert_true (lsn_selection_contains (desk->selection, LSN_TABLE_TIES, tie));
  g_assert_false (lsn_selection_contains (desk->selection, LSN_TABLE_ACTORS, away));
  desk_look (desk, "selected");

  /* With Ctrl the other way round. */
  desk_do (desk, "keydown ctrl");
  desk_drag (desk, -270, -90, -140, 90);
  desk_do (desk, "keyup ctrl");
  g_assert_false (lsn_selection_contains (desk->selection, LSN_TABLE_ACTORS, one));
  g_assert_true (lsn_selection_contains (desk->selection, LSN_TABLE_ACTORS, other));

  desk_do (desk, "key ctrl+a");
  g_assert_cmpuint (lsn_selection_n_rows (desk->selection, LSN_TABLE_ACTORS), ==, 3);
  desk_do (desk, "key Delete");
  g_assert_cmpuint (n_rows (desk, LSN_TABLE_ACTORS), ==, 0);
  g_assert_cmpuint (n_rows (desk, LSN_TABLE_TIES), ==, 0);
  g_assert_cmpstr (desk->message, ==, "Deleted 3 actors; ties deleted: 1");
  g_assert_true (lsn_map_undo (desk->map));
  g_assert_cmpuint (n_rows (desk, LSN_TABLE_ACTORS), ==, 3);
  g_assert_cmpuint (n_rows (desk, LSN_TABLE_TIES), ==, 1);
  desk_free (desk);
}

static void
test_escape_cancels (void)
{
  Desk    *desk = desk_new ();
  LsnRow   one = desk_add_actor (desk, "Qatar", "state", -200, 0);
  LsnPoint at, rim;
  guint64  revision;

  desk_wait_crisp (desk);
  revision = lsn_map_get_revision (desk->map);

  /* A move */
  at = desk_at (desk, -200, 0);
  desk_do (desk, "mousemove %d %d mousedown 1 mousemove_relative 50 0 sleep 0.02 mousemove_relative 50 0", (int) at.x,
           (int) at.y);
  g_assert_nonnull (desk->canvas->tool);
  desk_do (desk, "key Escape");
  g_assert_null (desk->canvas->tool);
  desk_do (desk, "mousemove_relative 10 10 mouseup 1");
  g_assert_cmpuint (lsn_map_get_revision (desk->map), ==, revision);
  g_assert_true (lsn_selection_contains (desk->selection, LSN_TABLE_ACTORS, one));

  /* Another move, that an undo ends, which does nothing more then */
  desk_do (desk, "mousemove %d %d mousedown 1 mousemove_relative 50 0 sleep 0.02 mousemove_relative 50 0", (int) at.x,
           (int) at.y);
  g_assert_nonnull (desk->canvas->tool);
  g_assert_true (lsn_canvas_interrupt (desk->canvas));
  g_assert_null (desk->canvas->tool);
  g_assert_false (lsn_canvas_interrupt (desk->canvas));
  desk_do (desk, "mousemove_relative 10 10 mouseup 1");
  g_assert_cmpuint (lsn_map_get_revision (desk->map), ==, revision);

  /* A tie */
  rim = rim_of (desk, one, 1);
  at = desk_at (desk, rim.x, rim.y);
  desk_do (desk, "mousemove %d %d mousedown 1 mousemove_relative 80 0 sleep 0.02 mousemove_relative 80 50", (int) at.x,
           (int) at.y);
  g_assert_nonnull (desk->canvas->tool);
  desk_do (desk, "key Escape mouseup 1");
  g_assert_cmpuint (lsn_map_get_revision (desk->map), ==, revision);
  g_assert_null (desk->canvas->editor);

  /* Without a gesture it selects nothing. */
  desk_do (desk, "key Escape");
  g_assert_true (lsn_selection_is_empty (desk->selection));

  /* While a name is typed, what was made goes again. */
  at = desk_at (desk, 150, 100);
  desk_do (desk, "mousemove %d %d click --repeat 2 --delay 40 1", (int) at.x, (int) at.y);
  g_assert_cmpuint (n_rows (desk, LSN_TABLE_ACTORS), ==, 2);
  desk_do (desk, "type ab");
  desk_do (desk, "key Escape");
  g_assert_cmpuint (n_rows (desk, LSN_TABLE_ACTORS), ==, 1);
  desk_free (desk);
}

static void
test_rename_and_outline (void)
{
  Desk  *desk = desk_new ();
  LsnRow one = desk_add_actor (desk, "Qatar", "state", -200, 0);
  LsnRow first, second;

  desk_wait_crisp (desk);
  desk_click (desk, -200, 0);
  desk_do (desk, "key F2");
  g_assert_nonnull (desk->canvas->editor);
  desk_do (desk, "key ctrl+a");
  desk_do (desk, "type --delay 15 Doha");
  desk_do (desk, "key Return");
  g_assert_cmpstr (lsn_map_get_text (desk->map, LSN_TABLE_ACTORS, one, LSN_ACTOR_NAME), ==, "Doha");
  g_assert_null (desk->canvas->editor);

  /* As in an outline: Ctrl+Return, a name, Enter, another name, Tab, a third, Enter, nothing, Enter. */
  desk_do (desk, "key ctrl+Return");
  g_assert_nonnull (desk->canvas->editor);
  desk_do (desk, "type --delay 15 first");
  desk_do (desk, "key Return");
  g_assert_nonnull (desk->canvas->editor);
  desk_do (desk, "type --delay 15 second");
  desk_do (desk, "key Tab");
  g_assert_nonnull (desk->canvas->editor);
  desk_do (desk, "type --delay 15 third");
  desk_do (desk, "key Return");
  g_assert_nonnull (desk->canvas->editor);
  desk_do (desk, "key Return");
  g_assert_null (desk->canvas->editor);
  g_assert_cmpuint (n_rows (desk, LSN_TABLE_ACTORS), ==, 4);
  g_assert_cmpuint (n_rows (desk, LSN_TABLE_TIES), ==, 3);
  first = desk_find_actor (desk, "first");
  second = desk_find_actor (desk, "second");
  g_assert_cmpuint (first, !=, LSN_NO_ROW);
  g_assert_cmpuint (second, !=, LSN_NO_ROW);
  g_assert_cmpuint (desk_find_actor (desk, "third"), !=, LSN_NO_ROW);
  for (LsnRow tie = lsn_map_next_row (desk->map, LSN_TABLE_TIES, LSN_NO_ROW); tie != LSN_NO_ROW;
       tie = lsn_map_next_row (desk->map, LSN_TABLE_TIES, tie))
    {
      LsnRow source = lsn_map_get_reference (desk->map, LSN_TABLE_TIES, tie, LSN_TIE_SOURCE);
      LsnRow target = lsn_map_get_reference (desk->map, LSN_TABLE_TIES, tie, LSN_TIE_TARGET);

      g_assert_cmpuint (source, ==, target == first || target == second ? one : second);
    }
  desk_wait_crisp (desk);
  desk_look (desk, "outline");
  desk_free (desk);
}

static void
test_keyboard (void)
{
  Desk  *desk = desk_new ();
  LsnRow one = desk_add_actor (desk, "Qatar", "state", -200, 0);
  LsnRow other = desk_add_actor (desk, "Egypt", "state", 100, 10);
  LsnRow below = desk_add_actor (desk, "Iran", "state", -190, 150);
  LsnTable table;
  LsnRow   row;

  desk_add_tie (desk, one, other, "support");
  desk_add_tie (desk, one, below, "support");
  desk_wait_crisp (desk);
  desk_click (desk, -200, 0);
  desk_do (desk, "key Right");
  g_assert_true (lsn_selection_contains (desk->selection, LSN_TABLE_ACTORS, other));
  desk_look (desk, "focus");
  desk_do (desk, "key Left Down");
  g_assert_true (lsn_selection_get_focus (desk->selection, &table, &row));
  g_assert_cmpuint (row, ==, below);
  desk_do (desk, "key alt+1");
  g_assert_true (lsn_selection_get_focus (desk->selection, &table, &row));
  g_assert_cmpuint (row, ==, one);

  /* Nudges join to one step. */
  desk_do (desk, "key alt+Right alt+Right alt+shift+Down");
  g_assert_cmpfloat (x_of (desk, one), ==, -192);
  g_assert_cmpfloat (y_of (desk, one), ==, 40);
  g_assert_true (lsn_map_undo (desk->map));
  g_assert_cmpfloat (x_of (desk, one), ==, -200);
  g_assert_cmpfloat (y_of (desk, one), ==, 0);

  /* Copy and paste make actors of the same name with ids of their own; the tie between them comes along. */
  desk_do (desk, "key ctrl+a");
  desk_do (desk, "key ctrl+c");
  desk_do (desk, "key ctrl+v");
  g_assert_cmpuint (n_rows (desk, LSN_TABLE_ACTORS), ==, 6);
  g_assert_cmpuint (n_rows (desk, LSN_TABLE_TIES), ==, 4);
  g_assert_cmpuint (lsn_selection_n_rows (desk->selection, LSN_TABLE_ACTORS), ==, 3);
  desk_do (desk, "key ctrl+d");
  g_assert_cmpuint (n_rows (desk, LSN_TABLE_ACTORS), ==, 9);
  desk_do (desk, "key ctrl+x");
  g_assert_cmpuint (n_rows (desk, LSN_TABLE_ACTORS), ==, 6);
  desk_free (desk);
}

static void
test_menu (void)
{
  Desk    *desk = desk_new ();
  LsnRow   one = desk_add_actor (desk, "Qatar", "state", -200, 0);
  LsnPoint at;

  desk_wait_crisp (desk);
  at = desk_at (desk, -200, 0);
  desk_do (desk, "mousemove %d %d sleep 0.03 click 3", (int) at.x, (int) at.y);
  desk_settle (desk);
  desk_settle (desk);
  desk_look (desk, "menu");
  g_assert_nonnull (desk->canvas->menu);
  g_assert_true (lsn_selection_contains (desk->selection, LSN_TABLE_ACTORS, one));
  desk_do (desk, "key Escape");
  desk_settle (desk);
  g_assert_null (desk->canvas->menu);
  g_assert_true (lsn_selection_contains (desk->selection, LSN_TABLE_ACTORS, one));
  desk_free (desk);
}

/* Half way down there is room for it neither above the pointer nor below it. */
static void
test_menu_is_whole (void)
{
  Desk      *desk = desk_new ();
  LsnPoint   at;
  GtkWidget *inside;
  int        natural;

  desk_add_actor (desk, "Qatar", "state", -200, 150);
  desk_wait_crisp (desk);
  at = desk_at (desk, -200, 150);
  g_assert_cmpfloat (at.y, >, 450);
  g_assert_cmpfloat (at.y, <, 550);
  desk_do (desk, "mousemove %d %d sleep 0.03 click 3", (int) at.x, (int) at.y);
  desk_settle (desk);
  desk_settle (desk);
  desk_look (desk, "menu-half-way-down");
  inside = gtk_popover_get_child (GTK_POPOVER (desk->canvas->menu));
  gtk_widget_measure (inside, GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
  g_assert_cmpint (natural, >, 500);
  g_assert_cmpint (gtk_widget_get_height (inside), ==, natural);
  desk_free (desk);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/canvas/draw/double-click", test_double_click_makes_actor);
  g_test_add_func ("/canvas/draw/click-elsewhere", test_click_elsewhere_keeps_name);
  g_test_add_func ("/canvas/draw/tie", test_drag_from_rim_ties);
  g_test_add_func ("/canvas/draw/drop-beside", test_drop_beside);
  g_test_add_func ("/canvas/draw/lower-rim", test_lower_rim);
  g_test_add_func ("/canvas/draw/move", test_move);
  g_test_add_func ("/canvas/draw/move-is-followed", test_move_is_followed);
  g_test_add_func ("/canvas/draw/move-container", test_move_container);
  g_test_add_func ("/canvas/draw/rubber-band", test_rubber_band);
  g_test_add_func ("/canvas/draw/escape", test_escape_cancels);
  g_test_add_func ("/canvas/draw/outline", test_rename_and_outline);
  g_test_add_func ("/canvas/draw/keyboard", test_keyboard);
  g_test_add_func ("/canvas/draw/menu", test_menu);
  g_test_add_func ("/canvas/draw/menu-is-whole", test_menu_is_whole);
  return g_test_run ();
}
