/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "scene/image.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "model/bounds.h"
#include "scene/image-decode.h"

#define MOST_PIXELS 64000000 /* of what is read: a camera's picture */
#define LEAST_SIDE 16
#define SHRINK 0.75
#define QUALITY "88"

static gboolean
is_opaque (GdkPixbuf *pixbuf)
{
  const guint8 *pixels = gdk_pixbuf_read_pixels (pixbuf);
  int width = gdk_pixbuf_get_width (pixbuf), height = gdk_pixbuf_get_height (pixbuf);
  int stride = gdk_pixbuf_get_rowstride (pixbuf);

  if (!gdk_pixbuf_get_has_alpha (pixbuf))
    return TRUE;
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      if (pixels[(gsize) y * (gsize) stride + (gsize) x * 4 + 3] != 255)
        return FALSE;

  return TRUE;
}

static GdkPixbuf *
without_alpha (GdkPixbuf *pixbuf)
{
  int width = gdk_pixbuf_get_width (pixbuf), height = gdk_pixbuf_get_height (pixbuf);
  GdkPixbuf *plain = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  const guint8 *from = gdk_pixbuf_read_pixels (pixbuf);
  guint8 *to = plain != NULL ? gdk_pixbuf_get_pixels (plain) : NULL;

  for (int y = 0; plain != NULL && y < height; y++)
    for (int x = 0; x < width; x++)
      for (int part = 0; part < 3; part++)
        to[(gsize) y * (gsize) gdk_pixbuf_get_rowstride (plain) + (gsize) x * 3 + (gsize) part] =
          from[(gsize) y * (gsize) gdk_pixbuf_get_rowstride (pixbuf) + (gsize) x * 4 + (gsize) part];

  return plain;
}

static GdkPixbuf *
shrunk (GdkPixbuf *pixbuf,
        double     side)
{
  double width = gdk_pixbuf_get_width (pixbuf), height = gdk_pixbuf_get_height (pixbuf);
  double by = MIN (1.0, side / MAX (width, height));
  g_autoptr (GdkPixbuf) small = NULL;

  if (by < 1.0)
    small = gdk_pixbuf_scale_simple (pixbuf, MAX (1, (int) lround (width * by)), MAX (1, (int) lround (height * by)),
                                     GDK_INTERP_BILINEAR);
  else
    small = g_object_ref (pixbuf);
  if (small == NULL || !gdk_pixbuf_get_has_alpha (small) || !is_opaque (small))
    return g_steal_pointer (&small);

  return without_alpha (small);
}

static char *
uri_of (const char *type,
        char       *bytes,
        gsize       size)
{
  g_autofree char *base64 = g_base64_encode ((const guchar *) bytes, size);

  return g_strconcat ("data:image/", type, ";base64,", base64, NULL);
}

/* As PNG or JPEG, whichever is smaller; what is see-through only as PNG. NULL when it is more than a cell takes. */
static char *
encode (GdkPixbuf *pixbuf)
{
  char *png_options[] = { (char *) "compression", NULL }, *png_values[] = { (char *) "9", NULL };
  char *jpeg_options[] = { (char *) "quality", NULL }, *jpeg_values[] = { (char *) QUALITY, NULL };
  g_autofree char *png = NULL;
  g_autofree char *jpeg = NULL;
  gsize png_size = G_MAXSIZE, jpeg_size = G_MAXSIZE;

  if (!gdk_pixbuf_save_to_bufferv (pixbuf, &png, &png_size, "png", png_options, png_values, NULL))
    png_size = G_MAXSIZE;
  if (gdk_pixbuf_get_has_alpha (pixbuf) ||
      !gdk_pixbuf_save_to_bufferv (pixbuf, &jpeg, &jpeg_size, "jpeg", jpeg_options, jpeg_values, NULL))
    jpeg_size = G_MAXSIZE;
  if (MIN (png_size, jpeg_size) > LSN_MAX_IMAGE)
    return NULL;

  return png_size <= jpeg_size ? uri_of ("png", png, png_size) : uri_of ("jpeg", jpeg, jpeg_size);
}

/**
 * lsn_image_import:
 * @bytes: of a file of any picture
 * @error: %LSN_IMAGE_ERROR: a sentence for who gave it
 *
 * Makes of a picture what a cell of a map holds: at most %LSN_MAX_IMAGE_SIDE pixels a side and %LSN_MAX_IMAGE bytes, and
 * nothing of what its file said beside its pixels, such as where it was taken. The same bytes give the same text. Any thread.
 * O(pixels).
 *
 * Returns: (transfer full) (nullable): a data: address
 */
char *
lsn_image_import (GBytes  *bytes,
                  GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  g_autoptr (GdkPixbuf) whole = NULL;

  if (size > LSN_MAX_IMAGE_FILE)
    {
      g_set_error (error, LSN_IMAGE_ERROR, LSN_IMAGE_ERROR_SIZE,
                   /* Translators: %u is a number of megabytes */
                   _("This picture has more than the %u MB that can be read. Scale it down first."),
                   LSN_MAX_IMAGE_FILE / 1000000);
      return NULL;
    }
  whole = lsn_image_decode (data, size, MOST_PIXELS, error);
  if (whole == NULL)
    return NULL;

  for (double side = LSN_MAX_IMAGE_SIDE; side >= LEAST_SIDE; side *= SHRINK)
    {
      g_autoptr (GdkPixbuf) small = shrunk (whole, side);
      char *uri = small != NULL ? encode (small) : NULL;

      if (uri != NULL)
        return uri;
    }
  g_set_error_literal (error, LSN_IMAGE_ERROR, LSN_IMAGE_ERROR_BROKEN,
                       _("This picture could not be made smaller. There may be too little memory."));
  return NULL;
}
