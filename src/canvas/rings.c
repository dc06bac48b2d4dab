/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/rings.h"

#include <math.h>

#include "canvas/canvas-private.h"
#include "canvas/marks.h"
#include "canvas/ring-textures.h"

#define MOST_NODES 400  /* rings that are nodes; with more selected actors all are painted */
#define NAME_SPACE 1.0  /* pixels between a ring and a name */
#define NAME_ABOVE 2.0  /* units at the top of a name that only accents reach, if anything */
#define LEAST_BODY 10.0 /* pixels: on smaller bodies a pin could not be told from the body */
#define SMALL_BODY 26.0 /* pixels: smaller bodies have smaller pins */
#define SMALL_PIN  11.0

typedef struct
{
  LsnBox   box;   /* map units */
  gboolean moves; /* with what is dragged */
} Name;

typedef struct
{
  LsnBox   box;
  gboolean is_square;
} Body;

struct _LsnRings
{
  GArray     *names;   /* Name: those that a ring might cross */
  GArray     *pinned;  /* LsnRow */
  LsnLayer   *layer;   /* of the rings when there are many, else NULL */
  GdkTexture *pin;
  int         pin_scale;
  LsnRingTextures *textures;
};

/**
 * lsn_rings_new:
 *
 * Returns: (transfer full): no rings yet
 */
LsnRings *
lsn_rings_new (void)
{
  LsnRings *rings = g_new0 (LsnRings, 1);

  rings->names = g_array_new (FALSE, FALSE, sizeof (Name));
  rings->pinned = g_array_new (FALSE, FALSE, sizeof (LsnRow));
  rings->textures = lsn_ring_textures_new ();
  return rings;
}

void
lsn_rings_free (LsnRings *rings)
{
  lsn_rings_clear (rings);
  g_array_unref (rings->names);
  g_array_unref (rings->pinned);
  g_clear_object (&rings->pin);
  lsn_ring_textures_free (rings->textures);
  g_free (rings);
}

/**
 * lsn_rings_clear:
 *
 * Forgets the map.
 */
void
lsn_rings_clear (LsnRings *rings)
{
  g_array_set_size (rings->names, 0);
  g_array_set_size (rings->pinned, 0);
  g_clear_pointer (&rings->layer, lsn_layer_free);
}

/**
 * lsn_rings_are_painted:
 *
 * Returns: whether the rings are a layer, which has to be painted again for another view
 */
gboolean
lsn_rings_are_painted (LsnRings *rings)
{
  return rings->layer != NULL;
}

/* ---- many: one layer ---- */

typedef struct
{
  GArray *bodies; /* Body */
  GArray *names;  /* Name */
  double  zoom;
} Paint;

static LsnBox
grown (const LsnBox *box,
       double        by)
{
  return (LsnBox) { box->x - by, box->y - by, box->width + 2 * by, box->height + 2 * by };
}

static gboolean
overlap (const LsnBox *a,
         const LsnBox *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

static void
trace_ring (cairo_t      *cr,
            const LsnBox *box,
            double        radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, box->x + box->width - radius, box->y + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, box->x + box->width - radius, box->y + box->height - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, box->x + radius, box->y + box->height - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, box->x + radius, box->y + radius, radius, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

/* Rings, and then the places of the names without them. */
static void
paint_rings (cairo_t      *cr,
             const LsnBox *area,
             double        scale,
             GCancellable *cancellable,
             gpointer      data)
{
  const Paint *paint = data;
  GdkRGBA      colour = lsn_marks_colour (1);
  double       gap, width;

  lsn_marks_ring (paint->zoom, &gap, &width);
  gap /= paint->zoom;
  width /= paint->zoom;
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_set_line_width (cr, width);
  for (guint i = 0; i < paint->bodies->len; i++)
    {
      const Body *body = &g_array_index (paint->bodies, Body, i);
      LsnBox      ring = grown (&body->box, gap + width / 2);
      LsnBox      ink = grown (&ring, width);

      if (!overlap (&ink, area))
        continue;
      trace_ring (cr, &ring, body->is_square ? 7 / paint->zoom : MIN (ring.width, ring.height) / 2);
      cairo_stroke (cr);
    }

  cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
  for (guint i = 0; i < paint->names->len; i++)
    {
      LsnBox name = g_array_index (paint->names, Name, i).box;

      if (overlap (&name, area))
        cairo_rectangle (cr, name.x, name.y, name.width, name.height);
    }
  cairo_fill (cr);
}

static void
paint_layer (LsnRings  *rings,
             LsnCanvas *canvas,
             GArray    *bodies)
{
  LsnLayerView view = lsn_layer_view (canvas->viewport);
  Paint        paint = { bodies, rings->names, lsn_viewport_get_zoom (canvas->viewport) };
  LsnBox       all = view.visible;

  /* Half a view more on each side, so that panning has something to show. */
  all = (LsnBox) { all.x - all.width / 2, all.y - all.height / 2, 2 * all.width, 2 * all.height };
  view.visible = all;
  rings->layer = lsn_layer_new (paint_rings, &paint, LSN_TEXTURE_CLEAR, &all, 1, &view, NULL);
}

/* ---- what there is ---- */

/* The bodies that get a ring: of the selected actors, and of the focused one. */
static GArray *
ringed_bodies (LsnCanvas *canvas)
{
  guint         n_actors;
  const LsnRow *actors = lsn_selection_rows (canvas->selection, LSN_TABLE_ACTORS, &n_actors);
  LsnRow        focus = lsn_canvas_focused_actor (canvas);
  GArray       *bodies = g_array_sized_new (FALSE, FALSE, sizeof (Body), n_actors + 1);

  for (guint i = 0; i <= n_actors; i++)
    {
      LsnRow   actor = i < n_actors ? actors[i] : focus;
      gboolean is_frame;
      Body     body;

      if (actor == LSN_NO_ROW || !lsn_scene_actor_body (canvas->scene, actor, &body.box, &is_frame))
        continue;
      if (i == n_actors && lsn_selection_contains (canvas->selection, LSN_TABLE_ACTORS, actor))
        continue;
      body.is_square = lsn_canvas_is_square (canvas, actor, is_frame);
      g_array_append_val (bodies, body);
    }
  return bodies;
}

static gboolean
is_near (const LsnBox *name,
         GArray       *bodies,
         double        reach)
{
  for (guint i = 0; i < bodies->len; i++)
    {
      LsnBox box = grown (&g_array_index (bodies, Body, i).box, reach);

      if (overlap (name, &box))
        return TRUE;
    }
  return FALSE;
}

/* Whether an actor is selected, or what holds it is. */
static gboolean
is_selected_within (LsnCanvas *canvas,
                    LsnRow     actor)
{
  for (LsnRow at = actor; at != LSN_NO_ROW; at = lsn_map_get_reference (canvas->map, LSN_TABLE_ACTORS, at, LSN_ACTOR_PARENT))
    if (lsn_selection_contains (canvas->selection, LSN_TABLE_ACTORS, at))
      return TRUE;
  return FALSE;
}

static void
add_name (LsnRings  *rings,
          LsnCanvas *canvas,
          LsnRow     actor,
          GArray    *bodies)
{
  double reach = 2 * LSN_MARKS_REACH / lsn_viewport_get_zoom (canvas->viewport);
  Name   name;

  if (!lsn_scene_name_bounds (canvas->scene, actor, &name.box) ||
      (bodies->len <= MOST_NODES && !is_near (&name.box, bodies, reach)))
    return;
  name.box.y += NAME_ABOVE;
  name.box.height -= NAME_ABOVE;
  name.moves = is_selected_within (canvas, actor);
  g_array_append_val (rings->names, name);
}

static void
collect (LsnRings  *rings,
         LsnCanvas *canvas,
         GArray    *bodies)
{
  for (LsnRow actor = lsn_map_next_row (canvas->map, LSN_TABLE_ACTORS, LSN_NO_ROW); actor != LSN_NO_ROW;
       actor = lsn_map_next_row (canvas->map, LSN_TABLE_ACTORS, actor))
    {
      if (lsn_map_get_boolean (canvas->map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_PINNED) == 1)
        g_array_append_val (rings->pinned, actor);
      if (bodies->len > 0)
        add_name (rings, canvas, actor, bodies);
    }
}

/**
 * lsn_rings_refresh:
 *
 * To be called when the scene, the selection or the painted part of the view is another. Cost: O(actors x rings) while the
 * rings are few, else O(actors) and the painting of the rings.
 */
void
lsn_rings_refresh (LsnRings  *rings,
                   LsnCanvas *canvas)
{
  g_autoptr (GArray) bodies = NULL;

  lsn_rings_clear (rings);
  if (canvas->scene == NULL || canvas->selection == NULL)
    return;

  bodies = ringed_bodies (canvas);
  collect (rings, canvas, bodies);
  if (bodies->len > MOST_NODES)
    paint_layer (rings, canvas, bodies);
}

/* ---- drawing ---- */

typedef void (*DrawFunc) (GtkSnapshot  *snapshot,
                          const LsnBox *body,
                          gboolean      is_square,
                          double        zoom);

static gboolean
is_inside (const LsnBox *inner,
           const LsnBox *outer)
{
  return inner->x >= outer->x && inner->y >= outer->y && inner->x + inner->width <= outer->x + outer->width &&
         inner->y + inner->height <= outer->y + outer->height;
}

static cairo_rectangle_int_t
whole_pixels (const LsnBox *box)
{
  int x = (int) floor (box->x), y = (int) floor (box->y);

  return (cairo_rectangle_int_t) { x, y, (int) ceil (box->x + box->width) - x, (int) ceil (box->y + box->height) - y };
}

/* Where a ring round @body may be: NULL when no name stands there. What is dragged covers the names that stay, and so do its
 * rings. */
static cairo_region_t *
clear_of_names (LsnRings     *rings,
                LsnCanvas    *canvas,
                const LsnBox *body,
                gboolean      is_square,
                const LsnBox *ink)
{
  LsnPoint by = lsn_viewport_whole_pixels (canvas->viewport, lsn_tool_move_by (canvas->tool));
  gboolean is_dragged = by.x != 0 || by.y != 0;
  cairo_region_t *region = NULL;

  for (guint i = 0; i < rings->names->len; i++)
    {
      const Name *name = &g_array_index (rings->names, Name, i);
      LsnBox      box = name->box;
      cairo_rectangle_int_t pixels;

      if (is_dragged && !name->moves)
        continue;

      box = lsn_viewport_box_to_widget (canvas->viewport, &box);
      box = grown (&box, NAME_SPACE);
      box.x += name->moves ? by.x : 0;
      box.y += name->moves ? by.y : 0;
      if (!overlap (&box, ink) || (is_square && is_inside (&box, body)))
        continue;
      if (region == NULL)
        {
          pixels = whole_pixels (ink);
          region = cairo_region_create_rectangle (&pixels);
        }
      pixels = whole_pixels (&box);
      cairo_region_subtract_rectangle (region, &pixels);
    }
  return region;
}

/* The part of a ring that crosses no name, as far as is known. Where names are when something has moved is known with the next
 * scene. */
static cairo_region_t *
region_of (LsnRings     *rings,
           LsnCanvas    *canvas,
           const LsnBox *body,
           gboolean      is_square)
{
  LsnBox ink = grown (body, LSN_MARKS_REACH);

  return lsn_canvas_is_scene_current (canvas) ? clear_of_names (rings, canvas, body, is_square, &ink) : NULL;
}

static void
draw_within (GtkSnapshot          *snapshot,
             const cairo_region_t *region,
             const LsnBox         *body,
             gboolean              is_square,
             double                zoom,
             DrawFunc              draw)
{
  if (region == NULL)
    {
      draw (snapshot, body, is_square, zoom);
      return;
    }
  for (int i = 0; i < cairo_region_num_rectangles (region); i++)
    {
      cairo_rectangle_int_t clip;

      cairo_region_get_rectangle (region, i, &clip);
      gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT ((float) clip.x, (float) clip.y, (float) clip.width,
                                                             (float) clip.height));
      draw (snapshot, body, is_square, zoom);
      gtk_snapshot_pop (snapshot);
    }
}

static void
snapshot_ring (LsnRings     *rings,
               LsnCanvas    *canvas,
               GtkSnapshot  *snapshot,
               LsnRow        actor,
               const LsnBox *body,
               gboolean      is_square)
{
  double          zoom = lsn_viewport_get_zoom (canvas->viewport);
  cairo_region_t *region = region_of (rings, canvas, body, is_square);

  if (!lsn_ring_textures_snapshot (rings->textures, snapshot, actor, body, is_square, zoom,
                                   lsn_viewport_get_scale_factor (canvas->viewport), region))
    draw_within (snapshot, region, body, is_square, zoom, lsn_marks_selected);
  g_clear_pointer (&region, cairo_region_destroy);
}

/* Painted rings are shown moved when all of them have been since they were painted, by the same way; otherwise not until they
 * are painted anew. */
static gboolean
moved_together (LsnCanvas    *canvas,
                const LsnRow *actors,
                guint         n_actors,
                LsnPoint     *by)
{
  *by = n_actors > 0 ? lsn_canvas_moved_since (canvas, actors[0]) : (LsnPoint) { 0, 0 };
  for (guint i = 0; i < n_actors; i++)
    {
      LsnPoint other = lsn_canvas_moved_since (canvas, actors[i]);

      if (!lsn_map_has_row (canvas->map, LSN_TABLE_ACTORS, actors[i]) || fabs (other.x - by->x) > 0.02 ||
          fabs (other.y - by->y) > 0.02)
        return FALSE;
    }
  return TRUE;
}

static void
snapshot_painted (LsnRings     *rings,
                  LsnCanvas    *canvas,
                  GtkSnapshot  *snapshot,
                  const LsnRow *actors,
                  guint         n_actors)
{
  LsnPoint by = lsn_tool_move_by (canvas->tool), since;
  double   zoom = lsn_viewport_get_zoom (canvas->viewport);

  if (!moved_together (canvas, actors, n_actors, &since))
    return;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) round ((by.x + since.x) * zoom),
                                                          (float) round ((by.y + since.y) * zoom)));
  lsn_layer_snapshot (rings->layer, snapshot, canvas->viewport);
  gtk_snapshot_restore (snapshot);
}

/**
 * lsn_rings_snapshot:
 *
 * Appends the rings of the selected actors, those that are dragged where they are now. Cost: O(selected actors that are seen x
 * names), or O(pixels) when there are many.
 */
void
lsn_rings_snapshot (LsnRings    *rings,
                    LsnCanvas   *canvas,
                    GtkSnapshot *snapshot)
{
  guint         n_actors;
  const LsnRow *actors = lsn_selection_rows (canvas->selection, LSN_TABLE_ACTORS, &n_actors);
  LsnBox        body;
  gboolean      is_square;

  if (rings->layer != NULL)
    {
      snapshot_painted (rings, canvas, snapshot, actors, n_actors);
      return;
    }
  lsn_ring_textures_begin (rings->textures);
  for (guint i = 0; i < n_actors; i++)
    if (lsn_canvas_body_of (canvas, actors[i], &body, &is_square) && lsn_canvas_is_seen (canvas, &body))
      snapshot_ring (rings, canvas, snapshot, actors[i], &body, is_square);
}

/**
 * lsn_rings_snapshot_focus:
 *
 * Appends the ring of the actor that the keyboard is at.
 */
void
lsn_rings_snapshot_focus (LsnRings     *rings,
                          LsnCanvas    *canvas,
                          GtkSnapshot  *snapshot,
                          const LsnBox *body,
                          gboolean      is_square)
{
  cairo_region_t *region = region_of (rings, canvas, body, is_square);

  draw_within (snapshot, region, body, is_square, lsn_viewport_get_zoom (canvas->viewport), lsn_marks_focus);
  g_clear_pointer (&region, cairo_region_destroy);
}

static GdkTexture *
pin_texture (LsnRings  *rings,
             LsnCanvas *canvas)
{
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (canvas));

  if (rings->pin == NULL || rings->pin_scale != scale)
    {
      g_clear_object (&rings->pin);
      rings->pin = lsn_marks_pin (scale);
      rings->pin_scale = scale;
    }
  return rings->pin;
}

/**
 * lsn_rings_snapshot_pins:
 *
 * Appends a pin at the upper right of each pinned actor that is seen and not too small. Cost: O(pinned actors).
 */
void
lsn_rings_snapshot_pins (LsnRings    *rings,
                         LsnCanvas   *canvas,
                         GtkSnapshot *snapshot)
{
  LsnBox   body;
  gboolean is_square;

  for (guint i = 0; i < rings->pinned->len; i++)
    if (lsn_canvas_body_of (canvas, g_array_index (rings->pinned, LsnRow, i), &body, &is_square) &&
        lsn_canvas_is_seen (canvas, &body) && MIN (body.width, body.height) >= LEAST_BODY)
      {
        /* On the rim of a disc, at the corner of what is square. */
        double inward = is_square ? 0 : MIN (body.width, body.height) / 2 * (1 - G_SQRT2 / 2);
        double size = MIN (body.width, body.height) < SMALL_BODY ? SMALL_PIN : LSN_MARKS_PIN;
        double x = round (body.x + body.width - inward - size / 2);
        double y = round (body.y + inward - size / 2);

        gtk_snapshot_append_texture (snapshot, pin_texture (rings, canvas),
                                     &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) size, (float) size));
      }
}
