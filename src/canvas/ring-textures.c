/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/ring-textures.h"

#include <math.h>

#define MOST_DISC    256  /* pixels: of larger ones most is not ring, and the screen would go over all of it */
#define MOST_SQUARE  4096 /* pixels: larger textures may not be possible */
#define LEAST_SPLIT  64   /* pixels: what is square and larger is four strips */
#define CORNER       7    /* pixels that the corners of a strip reach inward of the body */
#define MAX_PARTS    4
#define MOST_PAINTED 16   /* rings in one frame */
#define SLACK        64  /* that are kept without having been shown in the last frame */

/* What a ring looks like, from the whole pixel at its top left. */
typedef struct
{
  LsnBox          body;
  gboolean        is_square;
  double          zoom;
  int             scale;
  cairo_region_t *region; /* where it may be; NULL for anywhere */
} Look;

typedef struct
{
  Look        look;
  GdkTexture *textures[MAX_PARTS]; /* NULL until it has looked so twice */
  guint       shown;               /* the frame that it was shown in last */
} Ring;

struct _LsnRingTextures
{
  GHashTable *rings; /* LsnRow in Ring */
  guint       frame;
  guint       n_painted;
};

static void
clear_textures (Ring *ring)
{
  for (guint i = 0; i < MAX_PARTS; i++)
    g_clear_object (&ring->textures[i]);
}

static void
free_ring (gpointer data)
{
  Ring *ring = data;

  clear_textures (ring);
  g_clear_pointer (&ring->look.region, cairo_region_destroy);
  g_free (ring);
}

/**
 * lsn_ring_textures_new:
 *
 * Returns: (transfer full): no textures yet
 */
LsnRingTextures *
lsn_ring_textures_new (void)
{
  LsnRingTextures *textures = g_new0 (LsnRingTextures, 1);

  textures->rings = g_hash_table_new_full (NULL, NULL, NULL, free_ring);
  return textures;
}

void
lsn_ring_textures_free (LsnRingTextures *textures)
{
  g_hash_table_unref (textures->rings);
  g_free (textures);
}

static gboolean
is_old (gpointer key,
        gpointer value,
        gpointer data)
{
  const LsnRingTextures *textures = data;

  return ((Ring *) value)->shown != textures->frame;
}

/**
 * lsn_ring_textures_begin:
 *
 * To be called before the first ring of a frame. Cost: O(textures kept), at times.
 */
void
lsn_ring_textures_begin (LsnRingTextures *textures)
{
  guint n_rings = g_hash_table_size (textures->rings);

  if (n_rings > SLACK)
    g_hash_table_foreach_remove (textures->rings, is_old, textures);
  textures->frame++;
  textures->n_painted = 0;
}

static gboolean
same_look (const Look *a,
           const Look *b)
{
  return fabs (a->body.x - b->body.x) < 0.01 && fabs (a->body.y - b->body.y) < 0.01 &&
         fabs (a->body.width - b->body.width) < 0.01 && fabs (a->body.height - b->body.height) < 0.01 &&
         a->is_square == b->is_square && a->zoom == b->zoom && a->scale == b->scale &&
         cairo_region_equal (a->region, b->region);
}

static void
clip (cairo_t              *cr,
      const cairo_region_t *region)
{
  for (int i = 0; i < cairo_region_num_rectangles (region); i++)
    {
      cairo_rectangle_int_t part;

      cairo_region_get_rectangle (region, i, &part);
      cairo_rectangle (cr, part.x, part.y, part.width, part.height);
    }
  cairo_clip (cr);
}

/* How many pixels it is about a body: what is empty costs the screen as much as what is not. */
static int
reach_of (double zoom)
{
  double gap, width;

  lsn_marks_ring (zoom, &gap, &width);
  return (int) ceil (gap + width) + 1;
}

/* What of a ring of @width x @height pixels is painted, in its pixels: all of it, or four strips along its sides. */
static guint
parts_of (const Look           *look,
          int                   width,
          int                   height,
          cairo_rectangle_int_t parts[MAX_PARTS])
{
  int side = reach_of (look->zoom) + 1, end = side + CORNER;

  parts[0] = (cairo_rectangle_int_t) { 0, 0, width, height };
  if (!look->is_square || MIN (width, height) < LEAST_SPLIT)
    return 1;

  parts[0].height = end;
  parts[1] = (cairo_rectangle_int_t) { 0, height - end, width, end };
  parts[2] = (cairo_rectangle_int_t) { 0, end, side, height - 2 * end };
  parts[3] = (cairo_rectangle_int_t) { width - side, end, side, height - 2 * end };
  return 4;
}

static GdkTexture *
paint (const Look                  *look,
       const cairo_rectangle_int_t *part)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, part->width * look->scale,
                                                         part->height * look->scale);
  cairo_t         *cr = cairo_create (surface);
  gsize            stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_scale (cr, look->scale, look->scale);
  cairo_translate (cr, -part->x, -part->y);
  if (look->region != NULL)
    clip (cr, look->region);
  lsn_marks_trace_selected (cr, &look->body, look->is_square, look->zoom);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize) (part->height * look->scale),
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  return gdk_memory_texture_new (part->width * look->scale, part->height * look->scale, GDK_MEMORY_DEFAULT, bytes, stride);
}

static Ring *
ring_of (LsnRingTextures *textures,
         LsnRow           actor)
{
  Ring *ring = g_hash_table_lookup (textures->rings, GUINT_TO_POINTER (actor));

  if (ring == NULL)
    {
      ring = g_new0 (Ring, 1);
      g_hash_table_insert (textures->rings, GUINT_TO_POINTER (actor), ring);
    }
  return ring;
}

static void
take_look (Ring *ring,
           Look *look)
{
  clear_textures (ring);
  g_clear_pointer (&ring->look.region, cairo_region_destroy);
  ring->look = *look;
  look->region = NULL;
}

/**
 * lsn_ring_textures_snapshot:
 * @body: of the actor, in pixels
 * @zoom: pixels per map unit
 * @scale: device pixels per pixel
 * @region: (nullable): where its ring may be, in whole pixels; %NULL for anywhere
 *
 * Appends the ring of a selected actor, when it looks as it did in the frame before and is not too large; it may have been moved
 * by whole pixels. Cost: O(1), and the painting of a few in a frame.
 *
 * Returns: whether it did
 */
gboolean
lsn_ring_textures_snapshot (LsnRingTextures      *textures,
                            GtkSnapshot          *snapshot,
                            LsnRow                actor,
                            const LsnBox         *body,
                            gboolean              is_square,
                            double                zoom,
                            int                   scale,
                            const cairo_region_t *region)
{
  int   reach = reach_of (zoom), x = (int) floor (body->x) - reach, y = (int) floor (body->y) - reach;
  int   width = (int) ceil (body->width) + 2 * reach + 1, height = (int) ceil (body->height) + 2 * reach + 1;
  Look  look = { { body->x - x, body->y - y, body->width, body->height }, is_square, zoom, scale, NULL };
  cairo_rectangle_int_t parts[MAX_PARTS];
  guint n_parts = parts_of (&look, width, height, parts);
  Ring *ring;

  if (MAX (width, height) > (is_square ? MOST_SQUARE : MOST_DISC))
    return FALSE;

  ring = ring_of (textures, actor);
  ring->shown = textures->frame;
  if (region != NULL)
    {
      look.region = cairo_region_copy (region);
      cairo_region_translate (look.region, -x, -y);
    }
  if (!same_look (&ring->look, &look))
    take_look (ring, &look);
  else if (ring->textures[0] == NULL && textures->n_painted++ < MOST_PAINTED)
    for (guint i = 0; i < n_parts; i++)
      ring->textures[i] = paint (&ring->look, &parts[i]);
  g_clear_pointer (&look.region, cairo_region_destroy);
  if (ring->textures[0] == NULL)
    return FALSE;

  for (guint i = 0; i < n_parts; i++)
    gtk_snapshot_append_texture (snapshot, ring->textures[i],
                                 &GRAPHENE_RECT_INIT ((float) (x + parts[i].x), (float) (y + parts[i].y),
                                                      (float) parts[i].width, (float) parts[i].height));
  return TRUE;
}
