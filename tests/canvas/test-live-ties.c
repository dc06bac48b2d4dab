/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include "canvas/live-ties.h"

#include <math.h>

#include "canvas/texture.h"
#include "model/edit.h"
#include "model/kinds.h"

/* Ties that follow what is dragged look as they will when it rests. */

#define WIDTH 300
#define BAND  60 /* of one tie */
#define RIM   34 /* from the middle of a body to where its ring ends */

static const char *const lines[] = {
  "solid", "double", "triple", "dashed", "long-dashed", "dotted", "dash-dotted", "wavy", "zigzag", "barred", "crossed",
  "ringed", "bracket"
};

/* A tie of each line, from left to right, one below the other. */
static LsnMap *
map_of_lines (GArray *targets)
{
  g_autoptr (LsnOrigin) origin = lsn_origin_new_seeded (5, "2024-05-01", "tester");
  LsnMap *map = lsn_map_new (origin);

  lsn_map_begin (map, "Fill", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      LsnRow kind = lsn_map_insert_row (map, LSN_TABLE_KINDS, NULL, NULL);
      LsnRow tie, ends[2];

      g_assert_true (lsn_map_set_text (map, LSN_TABLE_KINDS, kind, LSN_KIND_OF, "tie", NULL));
      g_assert_true (lsn_map_set_text (map, LSN_TABLE_KINDS, kind, LSN_KIND_LINE, lines[i], NULL));
      g_assert_true (lsn_map_set_text (map, LSN_TABLE_KINDS, kind, LSN_KIND_COLOUR, "#202020", NULL));
      for (guint end = 0; end < 2; end++)
        {
          ends[end] = lsn_map_insert_row (map, LSN_TABLE_ACTORS, NULL, NULL);
          lsn_map_set_number (map, LSN_TABLE_ACTORS, ends[end], LSN_ACTOR_X, end * WIDTH, NULL);
          lsn_map_set_number (map, LSN_TABLE_ACTORS, ends[end], LSN_ACTOR_Y, i * BAND + BAND / 2.0, NULL);
          lsn_map_set_number (map, LSN_TABLE_ACTORS, ends[end], LSN_ACTOR_POWER, 0.5, NULL);
        }
      tie = lsn_map_insert_row (map, LSN_TABLE_TIES, NULL, NULL);
      lsn_map_set_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_SOURCE, ends[0], NULL);
      lsn_map_set_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_TARGET, ends[1], NULL);
      lsn_map_set_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_KIND, kind, NULL);
      g_array_append_val (targets, ends[1]);
    }
  lsn_map_commit (map);
  return map;
}

static cairo_t *
new_picture (int extra)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH + extra,
                                                         (int) G_N_ELEMENTS (lines) * BAND);
  cairo_t *cr = cairo_create (surface);

  cairo_surface_destroy (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  return cr;
}

/* How dark the line in a band is between the bodies, from pixel column @from to @to. */
static double
ink_of (cairo_t *cr,
        guint    band,
        int      from,
        int      to)
{
  cairo_surface_t *surface = cairo_get_target (cr);
  int    stride = cairo_image_surface_get_stride (surface);
  double ink = 0;

  cairo_surface_flush (surface);
  for (guint y = band * BAND; y < (band + 1) * BAND; y++)
    for (int x = from; x < to; x++)
      ink += 255 - cairo_image_surface_get_data (surface)[y * (guint) stride + (guint) x * 4 + 1];
  return ink;
}

static void
keep (cairo_t    *cr,
      const char *name)
{
  const char *folder = g_getenv ("LIAISON_SCREENSHOTS");
  g_autofree char *path = folder != NULL ? g_strdup_printf ("%s/%s.png", folder, name) : NULL;

  if (path != NULL)
    cairo_surface_write_to_png (cairo_get_target (cr), path);
}

/* What follows when everything on the right has been dragged @dx further since the ties were made, and what the scene of
 * that looks like. Returns what the window is given. */
static GskRenderNode *
paint (double    dx,
       cairo_t **live,
       cairo_t **still)
{
  g_autoptr (GArray) targets = g_array_new (FALSE, FALSE, sizeof (LsnRow));
  g_autoptr (LsnMap) map = map_of_lines (targets);
  g_autoptr (LsnTextCache) texts = lsn_text_cache_new ();
  g_autoptr (LsnViewport) viewport = lsn_viewport_new ();
  g_autoptr (LsnLiveTies) ties = NULL;
  g_autoptr (LsnScene) scene = NULL;
  GskRenderNode *node;
  const LsnRow *rows = (const LsnRow *) (gpointer) targets->data;
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  LsnLayerView view;
  LsnBox all = { 0, 0, WIDTH + dx, G_N_ELEMENTS (lines) * BAND };

  lsn_viewport_set_size (viewport, (int) all.width, (int) all.height, 1);
  lsn_viewport_center_on (viewport, all.width / 2, all.height / 2);
  view = lsn_layer_view (viewport);
  ties = lsn_live_ties_new (map, texts, rows, targets->len, (LsnPoint) { 0, 0 }, &view, NULL);
  lsn_live_ties_snapshot (ties, snapshot, viewport, (LsnPoint) { dx, 0 });
  node = gtk_snapshot_free_to_node (snapshot);
  *live = new_picture ((int) dx);
  gsk_render_node_draw (node, *live);

  scene = lsn_scene_new_moved (map, texts, rows, targets->len, NULL, 0, dx, 0, NULL);
  *still = new_picture ((int) dx);
  lsn_scene_paint (scene, *still, &all, 1, LSN_PAINT_SCREEN, NULL);
  return node;
}

static void
test_same (void)
{
  cairo_t *live, *still;
  g_autoptr (GskRenderNode) node = paint (0, &live, &still);

  keep (live, "live-ties");
  keep (still, "still-ties");
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      double is = ink_of (live, i, RIM, WIDTH - RIM), wanted = ink_of (still, i, RIM, WIDTH - RIM);

      g_test_message ("%s: %.0f of %.0f", lines[i], is, wanted);
      g_assert_cmpfloat (fabs (is - wanted), <, 0.1 * wanted);
    }
  cairo_destroy (live);
  cairo_destroy (still);
}

/* Pulled longer, before new pieces are there, the heads are as large as before and at the tip. */
static void
test_stretched (void)
{
  const int dx = 60;
  cairo_t *live, *still;
  g_autoptr (GskRenderNode) node = paint (dx, &live, &still);

  keep (live, "live-ties-stretched");
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      double is = ink_of (live, i, WIDTH + dx - RIM - 14, WIDTH + dx - RIM);
      double wanted = ink_of (still, i, WIDTH + dx - RIM - 14, WIDTH + dx - RIM);

      g_test_message ("%s: %.0f of %.0f", lines[i], is, wanted);
      g_assert_cmpfloat (fabs (is - wanted), <, 0.35 * wanted);
    }
  cairo_destroy (live);
  cairo_destroy (still);
}

static void
look_at (GskRenderNode *node,
         guint         *n_plain,
         guint         *n_pictures)
{
  graphene_rect_t bounds;

  switch (gsk_render_node_get_node_type (node))
    {
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        look_at (gsk_container_node_get_child (node, i), n_plain, n_pictures);
      break;

    case GSK_TRANSFORM_NODE:
      look_at (gsk_transform_node_get_child (node), n_plain, n_pictures);
      break;

    case GSK_COLOR_NODE:
      g_assert_cmpuint (*n_pictures, ==, 0);
      (*n_plain)++;
      break;

    case GSK_TEXTURE_NODE:
      gsk_render_node_get_bounds (node, &bounds);
      g_test_message ("%.0f x %.0f", bounds.size.width, bounds.size.height);
      g_assert_true (bounds.size.height <= 15 || bounds.size.width <= 30);
      (*n_pictures)++;
      break;

    default:
      g_assert_not_reached ();
    }
}

/* Pictures cost the screen by their pixels, and by changes between them and plain strokes: they come last, and where a mark
 * makes one high it is short. */
static void
test_cheap (void)
{
  guint    n_plain = 0, n_pictures = 0;
  cairo_t *live, *still;
  g_autoptr (GskRenderNode) node = paint (0, &live, &still);

  look_at (node, &n_plain, &n_pictures);
  g_assert_cmpuint (n_plain, >=, 8); /* a solid line, on both sides of each of three marks, and before a bracket */
  g_assert_cmpuint (n_pictures, >=, 2 * G_N_ELEMENTS (lines) - 5);
  cairo_destroy (live);
  cairo_destroy (still);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init_check (); /* without a screen it still makes the types of render nodes */
  g_test_add_func ("/canvas/live-ties/same", test_same);
  g_test_add_func ("/canvas/live-ties/stretched", test_stretched);
  g_test_add_func ("/canvas/live-ties/cheap", test_cheap);
  return g_test_run ();
}
