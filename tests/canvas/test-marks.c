/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include "desk.h"

#include <math.h>

#include "canvas/map-edits.h"

/* What lies above the picture: rings round selected actors, pins at pinned ones. */

#define WIDTH  1000
#define HEIGHT 700

/* The overlay alone, on nothing. */
static cairo_surface_t *
overlay_of (Desk *desk)
{
  GtkSnapshot     *snapshot = gtk_snapshot_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t         *cr = cairo_create (surface);
  g_autoptr (GskRenderNode) node = NULL;

  lsn_canvas_snapshot_overlay (desk->canvas, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node != NULL)
    gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* How many pixels of a part of the canvas, in its pixels, have ink. */
static guint
ink_in (cairo_surface_t *surface,
        LsnBox           box)
{
  const guchar *pixels = cairo_image_surface_get_data (surface);
  int           stride = cairo_image_surface_get_stride (surface);
  guint         n = 0;

  for (int y = MAX (0, (int) floor (box.y)); y < MIN (HEIGHT, (int) ceil (box.y + box.height)); y++)
    for (int x = MAX (0, (int) floor (box.x)); x < MIN (WIDTH, (int) ceil (box.x + box.width)); x++)
      n += pixels[y * stride + 4 * x + 3] > 0x40;
  return n;
}

static LsnBox
body_of (Desk  *desk,
         LsnRow actor)
{
  LsnBox   body;
  gboolean is_frame;

  g_assert_true (lsn_scene_actor_body (lsn_canvas_get_scene (desk->canvas), actor, &body, &is_frame));
  return lsn_viewport_box_to_widget (desk->canvas->viewport, &body);
}

static LsnBox
name_of (Desk  *desk,
         LsnRow actor)
{
  LsnBox name;

  g_assert_true (lsn_scene_name_bounds (lsn_canvas_get_scene (desk->canvas), actor, &name));
  /* The topmost of a line is empty but for accents. */
  name.y += 3;
  name.height -= 3;
  return lsn_viewport_box_to_widget (desk->canvas->viewport, &name);
}

static LsnBox
around (LsnBox box,
        double by)
{
  return (LsnBox) { box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by };
}

/* More than can be nodes of their own. */
static void
test_every_selected_actor (void)
{
  Desk *desk = desk_new ();
  g_autoptr (GArray) actors = g_array_new (FALSE, FALSE, sizeof (LsnRow));
  cairo_surface_t *overlay;
  LsnBox first, last;

  lsn_map_begin (desk->map, "Set up", NULL);
  for (int i = 0; i < 5000; i++)
    {
      LsnRow actor = lsn_map_insert_row (desk->map, LSN_TABLE_ACTORS, NULL, NULL);

      lsn_map_set_number (desk->map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_X, 120 * (i % 80), NULL);
      lsn_map_set_number (desk->map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_Y, 100 * (i / 80), NULL);
      g_array_append_val (actors, actor);
    }
  lsn_map_commit (desk->map);
  desk_wait_crisp (desk);
  lsn_canvas_zoom_to_fit (desk->canvas);
  desk_wait_crisp (desk);
  lsn_selection_select_all (desk->selection);
  desk_wait_crisp (desk);
  desk_look (desk, "many");

  overlay = overlay_of (desk);
  for (guint i = 0; i < actors->len; i++)
    g_assert_cmpuint (ink_in (overlay, around (body_of (desk, g_array_index (actors, LsnRow, i)), 3)), >, 0);
  cairo_surface_destroy (overlay);

  /* Where they are after a move of the view too, and not where they are not. */
  first = body_of (desk, g_array_index (actors, LsnRow, 0));
  last = body_of (desk, g_array_index (actors, LsnRow, 4999));
  overlay = overlay_of (desk);
  g_assert_cmpuint (ink_in (overlay, (LsnBox) { 0, 0, WIDTH, first.y - 8 }), ==, 0);
  g_assert_cmpuint (ink_in (overlay, (LsnBox) { 0, last.y + last.height + 8, WIDTH, HEIGHT }), ==, 0);
  cairo_surface_destroy (overlay);
  desk_free (desk);
}

static void
test_rings_are_clear_of_names (void)
{
  static const double zooms[] = { 0.4, 0.58, 1, 1.5 };
  Desk  *desk = desk_new ();
  LsnRow disc = desk_add_actor (desk, "Egypt", "state", 0, 0);
  LsnRow box = desk_add_actor (desk, "Government", "state", 100, 120);
  LsnRow inside = desk_add_actor (desk, "Cabinet", "state", 120, 130);
  LsnRow beside = desk_add_actor (desk, "A neighbour with a long name", "state", 10, 130);

  lsn_map_begin (desk->map, "Set up", NULL);
  g_assert_true (lsn_map_set_reference (desk->map, LSN_TABLE_ACTORS, inside, LSN_ACTOR_PARENT, box, NULL));
  lsn_map_commit (desk->map);
  lsn_selection_set (desk->selection, (LsnRow[]) { disc, box, beside }, 3, NULL, 0);
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      cairo_surface_t  *overlay;
      g_autofree char *name = g_strdup_printf ("rings-%.0f", 100 * zooms[i]);

      lsn_canvas_set_zoom (desk->canvas, zooms[i]);
      desk_wait_crisp (desk);
      desk_look (desk, name);
      overlay = overlay_of (desk);
      g_assert_cmpuint (ink_in (overlay, name_of (desk, disc)), ==, 0);
      g_assert_cmpuint (ink_in (overlay, name_of (desk, box)), ==, 0);
      g_assert_cmpuint (ink_in (overlay, name_of (desk, beside)), ==, 0);
      /* And yet there is one. */
      g_assert_cmpuint (ink_in (overlay, around (body_of (desk, disc), 5)), >, 30);
      cairo_surface_destroy (overlay);
    }
  desk_free (desk);
}

static void
count_nodes (GskRenderNode *node,
             guint         *n_textures,
             guint         *n_clips)
{
  *n_textures += gsk_render_node_get_node_type (node) == GSK_TEXTURE_NODE;
  *n_clips += gsk_render_node_get_node_type (node) == GSK_CLIP_NODE;
  if (gsk_render_node_get_node_type (node) == GSK_CONTAINER_NODE)
    for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
      count_nodes (gsk_container_node_get_child (node, i), n_textures, n_clips);
}

/* For the screen each piece of a ring that is cut by names is as dear as a whole one: what stays as it is becomes a texture, and
 * still does when the view is moved; it looks the same. */
static void
test_rings_become_textures (void)
{
  Desk  *desk = desk_new ();
  LsnRow actors[2] = { desk_add_actor (desk, "Egypt", "state", 0, 0), desk_add_actor (desk, "Qatar", "person", 62, 30) };

  desk_wait_crisp (desk);
  lsn_canvas_set_zoom (desk->canvas, 1);
  lsn_selection_set (desk->selection, actors, 2, NULL, 0);
  desk_wait_crisp (desk);
  desk->canvas->by_keyboard = FALSE;
  for (guint frame = 0; frame < 5; frame++)
    {
      GtkSnapshot     *snapshot = gtk_snapshot_new ();
      cairo_surface_t *overlay = overlay_of (desk);
      guint            n_textures = 0, n_clips = 0;
      g_autoptr (GskRenderNode) node = NULL;

      for (guint i = 0; i < 2; i++)
        {
          LsnBox body = body_of (desk, actors[i]);
          guint  n_ink = ink_in (overlay, around (body, 5));

          g_test_message ("frame %u: %u", frame, n_ink);
          g_assert_cmpuint (ink_in (overlay, name_of (desk, actors[i])), ==, 0);
          g_assert_cmpuint (n_ink, >, 200);
          g_assert_cmpuint (n_ink, <, 800);
          g_assert_cmpuint (ink_in (overlay, around (body, -0.16 * body.width)), ==, 0);
        }
      cairo_surface_destroy (overlay);
      lsn_canvas_snapshot_overlay (desk->canvas, snapshot);
      node = gtk_snapshot_free_to_node (snapshot);
      count_nodes (node, &n_textures, &n_clips);
      g_assert_cmpuint (n_textures, ==, 2);
      g_assert_cmpuint (n_clips, ==, 0);
      lsn_viewport_pan (desk->canvas->viewport, 3, 2);
    }
  desk_free (desk);
}

/* That of a frame, in strips, is the ring that is drawn before there are textures. */
static void
test_strips (void)
{
  Desk  *desk = desk_new ();
  LsnRow frame = desk_add_actor (desk, "Government", "state", 0, 0);
  LsnRow inside[2] = { desk_add_actor (desk, "Cabinet", "state", -120, -70), desk_add_actor (desk, "Court", "state", 130, 90) };
  cairo_surface_t *first, *later;
  guint            most = 0, n_ink = 0;

  lsn_map_begin (desk->map, "Set up", NULL);
  for (guint i = 0; i < 2; i++)
    g_assert_true (lsn_map_set_reference (desk->map, LSN_TABLE_ACTORS, inside[i], LSN_ACTOR_PARENT, frame, NULL));
  lsn_map_commit (desk->map);
  desk_wait_crisp (desk);
  lsn_canvas_set_zoom (desk->canvas, 1);
  desk_wait_crisp (desk);
  desk->canvas->by_keyboard = FALSE;
  lsn_selection_set (desk->selection, &frame, 1, NULL, 0);
  first = overlay_of (desk);
  for (guint i = 0; i < 3; i++)
    {
      later = overlay_of (desk);
      if (i < 2)
        cairo_surface_destroy (later);
    }
  for (int at = 0; at < WIDTH * HEIGHT; at++)
    {
      guint a = cairo_image_surface_get_data (first)[4 * at + 3], b = cairo_image_surface_get_data (later)[4 * at + 3];

      most = MAX (most, a > b ? a - b : b - a);
      n_ink += b > 0x80;
    }
  g_assert_cmpuint (n_ink, >, 500);
  g_assert_cmpuint (most, <=, 12);
  cairo_surface_destroy (first);
  cairo_surface_destroy (later);
  desk_free (desk);
}

static void
test_pins (void)
{
  Desk  *desk = desk_new ();
  LsnRow pinned = desk_add_actor (desk, "Qatar", "state", -100, 0);
  LsnRow free_one = desk_add_actor (desk, "Egypt", "state", 100, 0);
  cairo_surface_t *overlay;

  desk_wait_crisp (desk);
  desk_do (desk, "mousemove 2 2");
  desk->canvas->by_keyboard = FALSE; /* no ring of the focus */
  overlay = overlay_of (desk);
  g_assert_cmpuint (ink_in (overlay, around (body_of (desk, pinned), 8)), ==, 0);
  cairo_surface_destroy (overlay);

  lsn_selection_select (desk->selection, LSN_TABLE_ACTORS, pinned);
  gtk_widget_activate_action (GTK_WIDGET (desk->canvas), "canvas.pin", NULL);
  g_assert_cmpstr (desk->message, ==, "Pinned 1 actor");
  lsn_selection_clear (desk->selection);
  desk_wait_crisp (desk);
  desk_look (desk, "pinned");
  overlay = overlay_of (desk);
  g_assert_cmpuint (ink_in (overlay, around (body_of (desk, pinned), 8)), >, 50);
  g_assert_cmpuint (ink_in (overlay, around (body_of (desk, free_one), 8)), ==, 0);
  cairo_surface_destroy (overlay);

  g_assert_true (lsn_map_undo (desk->map));
  lsn_selection_clear (desk->selection);
  desk_wait_crisp (desk);
  overlay = overlay_of (desk);
  g_assert_cmpuint (ink_in (overlay, around (body_of (desk, pinned), 8)), ==, 0);
  cairo_surface_destroy (overlay);
  desk_free (desk);
}

/* A view that shows the whole map does not follow the map. */
static void
test_view_stays (void)
{
  Desk    *desk = desk_new ();
  LsnRow   near_one = desk_add_actor (desk, "Qatar", "state", 0, 0);
  LsnRow   far_one = desk_add_actor (desk, "Egypt", "state", 2000, 1200);
  LsnPoint before, after;
  double   zoom, zoom_after;

  g_assert_cmpuint (near_one, !=, far_one);
  desk_wait_crisp (desk);
  lsn_canvas_zoom_to_fit (desk->canvas);
  desk_wait_crisp (desk);
  lsn_canvas_get_view (desk->canvas, &zoom, &before);
  lsn_selection_select (desk->selection, LSN_TABLE_ACTORS, far_one);
  gtk_widget_activate_action (GTK_WIDGET (desk->canvas), "canvas.delete", NULL);
  g_assert_cmpstr (desk->message, ==, "Deleted 1 actor");
  desk_wait_crisp (desk);
  lsn_canvas_get_view (desk->canvas, &zoom_after, &after);
  g_assert_cmpfloat (zoom_after, ==, zoom);
  g_assert_cmpfloat (after.x, ==, before.x);
  g_assert_cmpfloat (after.y, ==, before.y);
  desk_free (desk);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/canvas/marks/every-selected-actor", test_every_selected_actor);
  g_test_add_func ("/canvas/marks/clear-of-names", test_rings_are_clear_of_names);
  g_test_add_func ("/canvas/marks/textures", test_rings_become_textures);
  g_test_add_func ("/canvas/marks/strips", test_strips);
  g_test_add_func ("/canvas/marks/pins", test_pins);
  g_test_add_func ("/canvas/marks/view-stays", test_view_stays);
  return g_test_run ();
}
