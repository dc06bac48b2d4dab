/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/trimmed.h"

#define RIM 1 /* pixels of the ground that are kept about the ink, for what is shown larger than it was painted */

typedef struct
{
  const guint32 *pixels;
  gsize          stride; /* pixels */
  int            width;
  int            height;
} Pixels;

static Pixels
pixels_of (cairo_surface_t *surface)
{
  return (Pixels) {
           (const guint32 *) (gpointer) cairo_image_surface_get_data (surface),
           (gsize) cairo_image_surface_get_stride (surface) / sizeof (guint32),
           cairo_image_surface_get_width (surface),
           cairo_image_surface_get_height (surface),
  };
}

static gboolean
is_empty_row (const Pixels *all,
              int           y,
              guint32       empty)
{
  const guint32 *row = all->pixels + (gsize) y * all->stride;
  guint32        differs = 0;

  for (int x = 0; x < all->width; x++)
    differs |= row[x] ^ empty;
  return differs == 0;
}

/* Where there is ink; of no width when there is none. */
static cairo_rectangle_int_t
find_ink (const Pixels *all,
          guint32       empty)
{
  int x0 = all->width, x1 = 0, y0 = 0, y1 = all->height;

  while (y0 < y1 && is_empty_row (all, y0, empty))
    y0++;
  while (y1 > y0 && is_empty_row (all, y1 - 1, empty))
    y1--;
  for (int y = y0; y < y1; y++)
    {
      const guint32 *row = all->pixels + (gsize) y * all->stride;
      int            first = 0, last = all->width;

      while (first < x0 && row[first] == empty)
        first++;
      while (last > x1 && row[last - 1] == empty)
        last--;
      x0 = MIN (x0, first);
      x1 = MAX (x1, last);
    }
  return x0 < x1 ? (cairo_rectangle_int_t) { x0, y0, x1 - x0, y1 - y0 } : (cairo_rectangle_int_t) { 0, 0, 0, 0 };
}

static cairo_rectangle_int_t
with_rim (const cairo_rectangle_int_t *ink,
          int                          width,
          int                          height)
{
  int x0 = MAX (0, ink->x - RIM), y0 = MAX (0, ink->y - RIM);
  int x1 = MIN (width, ink->x + ink->width + RIM), y1 = MIN (height, ink->y + ink->height + RIM);

  return (cairo_rectangle_int_t) { x0, y0, x1 - x0, y1 - y0 };
}

static GdkTexture *
copy_part (const Pixels                *all,
           const cairo_rectangle_int_t *part)
{
  gsize    stride = (gsize) part->width * sizeof (guint32);
  guint8  *copy = g_malloc (stride * (gsize) part->height);
  g_autoptr (GBytes) bytes = NULL;

  for (int y = 0; y < part->height; y++)
    memcpy (copy + (gsize) y * stride, all->pixels + (gsize) (part->y + y) * all->stride + part->x, stride);
  bytes = g_bytes_new_take (copy, stride * (gsize) part->height);
  return gdk_memory_texture_new (part->width, part->height, GDK_MEMORY_DEFAULT, bytes, stride);
}

/**
 * lsn_trimmed_paint:
 * @trimmed: (out caller-allocates): what was painted
 * @area: what it shows, in map units
 * @scale: device pixels per map unit
 * @width: in device pixels
 * @height: in device pixels
 *
 * Any thread. Cost: that of @paint, and O(pixels).
 *
 * Returns: whether it was painted, and not cancelled
 */
gboolean
lsn_trimmed_paint (LsnTrimmed      *trimmed,
                   LsnPaintFunc     paint,
                   gpointer         data,
                   LsnTextureGround ground,
                   const LsnBox    *area,
                   double           scale,
                   int              width,
                   int              height,
                   GCancellable    *cancellable)
{
  guint32          empty;
  cairo_surface_t *surface = lsn_texture_paint_surface (paint, data, ground, area, scale, width, height, &empty, cancellable);
  Pixels           all;

  *trimmed = (LsnTrimmed) { .width = width, .height = height };
  if (surface == NULL)
    return FALSE;

  all = pixels_of (surface);
  trimmed->part = find_ink (&all, empty);
  if (trimmed->part.width > 0)
    {
      trimmed->part = with_rim (&trimmed->part, width, height);
      trimmed->texture = copy_part (&all, &trimmed->part);
    }
  cairo_surface_destroy (surface);
  return TRUE;
}

/**
 * lsn_trimmed_paint_whole:
 *
 * As lsn_trimmed_paint (), with its empty rims, on paper.
 */
gboolean
lsn_trimmed_paint_whole (LsnTrimmed   *trimmed,
                         LsnPaintFunc  paint,
                         gpointer      data,
                         const LsnBox *area,
                         double        scale,
                         int           width,
                         int           height,
                         GCancellable *cancellable)
{
  *trimmed = (LsnTrimmed) { .part = { 0, 0, width, height }, .width = width, .height = height };
  trimmed->texture = lsn_texture_paint (paint, data, LSN_TEXTURE_PAPER, area, scale, width, height, cancellable);
  return trimmed->texture != NULL;
}

/**
 * lsn_trimmed_veil:
 * @trimmed: (out caller-allocates): the same with @scene faded in it
 * @under: what was painted, on paper
 * @scene: what is to be seen faintly only
 * @area: what the whole of @under shows, in map units
 *
 * Any thread. Cost: that of lsn_texture_veil ().
 *
 * Returns: whether it was painted, and not cancelled
 */
gboolean
lsn_trimmed_veil (LsnTrimmed       *trimmed,
                  const LsnTrimmed *under,
                  LsnScene         *scene,
                  const LsnBox     *area,
                  GCancellable     *cancellable)
{
  double scale = under->width / area->width;
  LsnBox part = { area->x + under->part.x / scale, area->y + under->part.y / scale, under->part.width / scale,
                  under->part.height / scale };

  *trimmed = *under;
  if (under->texture != NULL)
    trimmed->texture = lsn_texture_veil (under->texture, scene, &part, scale, cancellable);
  return !g_cancellable_is_cancelled (cancellable);
}

LsnTrimmed
lsn_trimmed_copy (const LsnTrimmed *trimmed)
{
  LsnTrimmed copy = *trimmed;

  if (copy.texture != NULL)
    g_object_ref (copy.texture);
  return copy;
}

/**
 * lsn_trimmed_take:
 * @other: empty after
 */
void
lsn_trimmed_take (LsnTrimmed *trimmed,
                  LsnTrimmed *other)
{
  lsn_trimmed_clear (trimmed);
  *trimmed = *other;
  *other = (LsnTrimmed) { NULL };
}

void
lsn_trimmed_clear (LsnTrimmed *trimmed)
{
  g_clear_object (&trimmed->texture);
  *trimmed = (LsnTrimmed) { NULL };
}

/* Where the texture is when the whole is in @box. */
static graphene_rect_t
place_part (const LsnTrimmed *trimmed,
            const LsnBox     *box)
{
  double across = box->width / trimmed->width, down = box->height / trimmed->height;

  return GRAPHENE_RECT_INIT ((float) (box->x + trimmed->part.x * across), (float) (box->y + trimmed->part.y * down),
                             (float) (trimmed->part.width * across), (float) (trimmed->part.height * down));
}

/**
 * lsn_trimmed_snapshot:
 * @box: where the whole of it is to be seen
 *
 * Appends the ink.
 */
void
lsn_trimmed_snapshot (const LsnTrimmed *trimmed,
                      GtkSnapshot      *snapshot,
                      const LsnBox     *box)
{
  graphene_rect_t part;

  if (trimmed->texture == NULL)
    return;

  part = place_part (trimmed, box);
  gtk_snapshot_append_texture (snapshot, trimmed->texture, &part);
}

static void
append_ground (GtkSnapshot *snapshot,
               float        x0,
               float        y0,
               float        x1,
               float        y1)
{
  GdkRGBA ground = lsn_texture_ground ();

  if (x1 > x0 && y1 > y0)
    gtk_snapshot_append_color (snapshot, &ground, &GRAPHENE_RECT_INIT (x0, y0, x1 - x0, y1 - y0));
}

/**
 * lsn_trimmed_snapshot_around:
 * @box: where the whole of it is to be seen
 *
 * Appends the ground where there is no ink.
 */
void
lsn_trimmed_snapshot_around (const LsnTrimmed *trimmed,
                             GtkSnapshot      *snapshot,
                             const LsnBox     *box)
{
  float x0 = (float) box->x, y0 = (float) box->y, x1 = (float) (box->x + box->width), y1 = (float) (box->y + box->height);
  graphene_rect_t part;
  float left, top, right, bottom;

  if (trimmed->texture == NULL)
    {
      append_ground (snapshot, x0, y0, x1, y1);
      return;
    }
  part = place_part (trimmed, box);
  left = part.origin.x;
  top = part.origin.y;
  right = left + part.size.width;
  bottom = top + part.size.height;
  append_ground (snapshot, x0, y0, x1, top);
  append_ground (snapshot, x0, bottom, x1, y1);
  append_ground (snapshot, x0, top, left, bottom);
  append_ground (snapshot, right, top, x1, bottom);
}
