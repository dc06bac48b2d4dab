/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/texture.h"

#define FADED 0.8 /* how much of what is faded is covered */

/**
 * lsn_texture_ground:
 *
 * Returns: the colour of the paper, which is the document's and not the theme's
 */
GdkRGBA
lsn_texture_ground (void)
{
  double red, green, blue;

  lsn_scene_ground (&red, &green, &blue);
  return (GdkRGBA) { (float) red, (float) green, (float) blue, 1 };
}

void
lsn_texture_paint_scene (cairo_t      *cr,
                         const LsnBox *area,
                         double        scale,
                         GCancellable *cancellable,
                         gpointer      scene)
{
  lsn_scene_paint (scene, cr, area, scale, LSN_PAINT_SCREEN, cancellable);
}

static void
paint_ground (cairo_t         *cr,
              cairo_operator_t operator)
{
  double red, green, blue;

  lsn_scene_ground (&red, &green, &blue);
  cairo_save (cr);
  cairo_identity_matrix (cr);
  cairo_set_operator (cr, operator);
  cairo_set_source_rgb (cr, red, green, blue);
  cairo_paint (cr);
  cairo_restore (cr);
}

static gboolean
is_clear (cairo_surface_t *surface)
{
  const guint64 *words = (const guint64 *) (gpointer) cairo_image_surface_get_data (surface);
  gsize          size = (gsize) cairo_image_surface_get_stride (surface) * cairo_image_surface_get_height (surface);

  for (gsize i = 0; i < size / sizeof (guint64); i++)
    if (words[i] != 0)
      return FALSE;
  for (gsize i = size / sizeof (guint64) * sizeof (guint64); i < size; i++)
    if (((const guchar *) words)[i] != 0)
      return FALSE;
  return TRUE;
}

static GdkTexture *
take_texture (cairo_surface_t *surface)
{
  int               width = cairo_image_surface_get_width (surface);
  int               height = cairo_image_surface_get_height (surface);
  gsize             stride = cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;

  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static guint32
first_pixel (cairo_surface_t *surface)
{
  cairo_surface_flush (surface);
  return *(const guint32 *) (gpointer) cairo_image_surface_get_data (surface);
}

/**
 * lsn_texture_paint_surface:
 * @area: what it shows, in map units
 * @scale: device pixels per map unit
 * @width: in device pixels
 * @height: in device pixels
 * @empty: (out): the pixel where there is no ink
 *
 * Cost: that of @paint, and O(pixels).
 *
 * Returns: (transfer full) (nullable): an image; %NULL when it was cancelled
 */
cairo_surface_t *
lsn_texture_paint_surface (LsnPaintFunc     paint,
                           gpointer         data,
                           LsnTextureGround ground,
                           const LsnBox    *area,
                           double           scale,
                           int              width,
                           int              height,
                           guint32         *empty,
                           GCancellable    *cancellable)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);

  if (ground == LSN_TEXTURE_PAPER)
    paint_ground (cr, CAIRO_OPERATOR_SOURCE);
  *empty = first_pixel (surface);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -area->x, -area->y);
  paint (cr, area, scale, cancellable, data);
  if (ground == LSN_TEXTURE_ERASE)
    paint_ground (cr, CAIRO_OPERATOR_IN);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS && !g_cancellable_is_cancelled (cancellable))
    return surface;

  cairo_surface_destroy (surface);
  return NULL;
}

/* An image, or NULL when it was cancelled or nothing is on it. */
static cairo_surface_t *
paint_ink (LsnPaintFunc     paint,
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

  if (surface == NULL || ground == LSN_TEXTURE_PAPER || !is_clear (surface))
    return surface;

  cairo_surface_destroy (surface);
  return NULL;
}

/**
 * lsn_texture_paint:
 * @area: what the texture shows, in map units
 * @scale: device pixels per map unit
 * @width: in device pixels
 * @height: in device pixels
 *
 * Cost: that of @paint, and O(pixels).
 *
 * Returns: (transfer full) (nullable): a texture; %NULL when it was cancelled, or when there is no ink on no ground
 */
GdkTexture *
lsn_texture_paint (LsnPaintFunc     paint,
                   gpointer         data,
                   LsnTextureGround ground,
                   const LsnBox    *area,
                   double           scale,
                   int              width,
                   int              height,
                   GCancellable    *cancellable)
{
  cairo_surface_t *surface;

  g_return_val_if_fail (width > 0 && height > 0, NULL);

  surface = paint_ink (paint, data, ground, area, scale, width, height, cancellable);
  return surface != NULL ? take_texture (surface) : NULL;
}

/**
 * lsn_texture_veil:
 * @texture: shows @area
 * @scene: what is to be seen faintly only
 * @area: in map units
 * @scale: device pixels per map unit
 *
 * Cost: that of painting @scene, and O(pixels) where it has ink.
 *
 * Returns: (transfer full): the picture with @scene faded in it; the very same where @scene has no ink
 */
GdkTexture *
lsn_texture_veil (GdkTexture   *texture,
                  LsnScene     *scene,
                  const LsnBox *area,
                  double        scale,
                  GCancellable *cancellable)
{
  int width = gdk_texture_get_width (texture);
  int height = gdk_texture_get_height (texture);
  cairo_surface_t *veil, *surface;
  cairo_t *cr;

  veil = paint_ink (lsn_texture_paint_scene, scene, LSN_TEXTURE_ERASE, area, scale, width, height, cancellable);
  if (veil == NULL)
    return g_object_ref (texture);

  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  gdk_texture_download (texture, cairo_image_surface_get_data (surface), cairo_image_surface_get_stride (surface));
  cairo_surface_mark_dirty (surface);
  cr = cairo_create (surface);
  cairo_set_source_surface (cr, veil, 0, 0);
  cairo_paint_with_alpha (cr, FADED);
  cairo_destroy (cr);
  cairo_surface_destroy (veil);
  cairo_surface_flush (surface);
  return take_texture (surface);
}

/**
 * lsn_texture_shrink:
 * @texture: a picture
 * @width: in pixels, over 0
 * @height: in pixels, over 0
 *
 * Cost: O(pixels of both).
 *
 * Returns: (transfer full): the same picture in that size
 */
GdkTexture *
lsn_texture_shrink (GdkTexture *texture,
                    int         width,
                    int         height)
{
  int from_width = gdk_texture_get_width (texture);
  int from_height = gdk_texture_get_height (texture);
  cairo_surface_t *from = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, from_width, from_height);
  cairo_surface_t *to = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (to);

  gdk_texture_download (texture, cairo_image_surface_get_data (from), cairo_image_surface_get_stride (from));
  cairo_surface_mark_dirty (from);
  cairo_scale (cr, (double) width / from_width, (double) height / from_height);
  cairo_set_source_surface (cr, from, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_GOOD);
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (from);
  cairo_surface_flush (to);
  return take_texture (to);
}
