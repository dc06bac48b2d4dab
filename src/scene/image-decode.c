/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "scene/image-decode.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A decoder is fed so much at a time: what its first bytes say of its size is heard before it has grown. */
#define CHUNK 4096

G_DEFINE_QUARK (lsn-image-error-quark, lsn_image_error)

static const char *const loaders[] = {
  [LSN_IMAGE_PNG] = "png",
  [LSN_IMAGE_JPEG] = "jpeg",
  [LSN_IMAGE_GIF] = "gif",
  [LSN_IMAGE_WEBP] = "webp",
};

typedef struct
{
  guint64  most_pixels;
  int      width, height;
  gboolean too_large;
} Size;

static gboolean
starts_with (const guint8 *data,
             gsize         size,
             const char   *magic,
             gsize         length)
{
  return size >= length && memcmp (data, magic, length) == 0;
}

/**
 * lsn_image_sniff:
 * @data: bytes of a file
 * @size: how many
 * @format: (out): what they are
 *
 * Returns: whether they are a picture that can be read
 */
gboolean
lsn_image_sniff (const guint8   *data,
                 gsize           size,
                 LsnImageFormat *format)
{
  if (starts_with (data, size, "\211PNG\r\n\032\n", 8))
    *format = LSN_IMAGE_PNG;
  else if (starts_with (data, size, "\377\330\377", 3))
    *format = LSN_IMAGE_JPEG;
  else if (starts_with (data, size, "GIF87a", 6) || starts_with (data, size, "GIF89a", 6))
    *format = LSN_IMAGE_GIF;
  else if (size >= 16 && starts_with (data, size, "RIFF", 4) && memcmp (data + 8, "WEBP", 4) == 0)
    *format = LSN_IMAGE_WEBP;
  else
    return FALSE;

  return TRUE;
}

/* ---- whether it is whole, and stands still ---- */

typedef struct
{
  gboolean is_whole;
  gboolean moves;
} Nature;

static guint32
big_endian (const guint8 *data)
{
  return (guint32) data[0] << 24 | (guint32) data[1] << 16 | (guint32) data[2] << 8 | data[3];
}

/* An animated PNG says so before its first picture. */
static Nature
nature_of_png (const guint8 *data,
               gsize         size)
{
  Nature nature = { FALSE, FALSE };
  gboolean has_begun = FALSE;

  for (gsize at = 8; at + 12 <= size && !nature.is_whole; at += 12 + (gsize) big_endian (data + at))
    {
      has_begun |= memcmp (data + at + 4, "IDAT", 4) == 0;
      nature.moves |= !has_begun && memcmp (data + at + 4, "acTL", 4) == 0;
      nature.is_whole = memcmp (data + at + 4, "IEND", 4) == 0;
    }

  return nature;
}

/* A decoder would paint what is missing grey. The picture itself begins with the marker DA; in it no other marker is its end. */
static Nature
nature_of_jpeg (const guint8 *data,
                gsize         size)
{
  gsize at = 2;

  while (at + 4 <= size && data[at] == 0xff && data[at + 1] != 0xda)
    at += data[at + 1] == 0xff ? 1 : 2 + ((gsize) data[at + 2] << 8 | data[at + 3]);
  for (; at + 1 < size; at++)
    if (data[at] == 0xff && data[at + 1] == 0xd9)
      return (Nature) { TRUE, FALSE }
  ;

  return (Nature) { FALSE, FALSE };
}

static gsize
skip_blocks (const guint8 *data,
             gsize         size,
             gsize         at)
{
  while (at < size && data[at] != 0)
    at += 1 + (gsize) data[at];

  return at + 1;
}

static gsize
colours_of (guint8 flags)
{
  return (flags & 0x80) != 0 ? (gsize) 3 << ((flags & 7) + 1) : 0;
}

/* More than one picture in a file is a film. */
static Nature
nature_of_gif (const guint8 *data,
               gsize         size)
{
  guint n_pictures = 0;
  gsize at = size > 13 ? 13 + colours_of (data[10]) : size;

  while (at < size && n_pictures < 2 && (data[at] == 0x21 || (data[at] == 0x2c && at + 10 < size)))
    if (data[at] == 0x21)
      at = skip_blocks (data, size, at + 2);
    else
      {
        at = skip_blocks (data, size, at + 11 + colours_of (data[at + 9]));
        n_pictures++;
      }

  return (Nature) { n_pictures > 0 && at <= size, n_pictures > 1 };
}

static Nature
nature_of_webp (const guint8 *data,
                gsize         size)
{
  gsize told = (gsize) data[4] | (gsize) data[5] << 8 | (gsize) data[6] << 16 | (gsize) data[7] << 24;

  return (Nature) { told + 8 <= size, size > 20 && memcmp (data + 12, "VP8X", 4) == 0 && (data[20] & 2) != 0 };
}

static Nature
nature_of (const guint8  *data,
           gsize          size,
           LsnImageFormat format)
{
  switch (format)
    {
    case LSN_IMAGE_PNG:
      return nature_of_png (data, size);
    case LSN_IMAGE_GIF:
      return nature_of_gif (data, size);
    case LSN_IMAGE_WEBP:
      return nature_of_webp (data, size);
    case LSN_IMAGE_JPEG:
    default:
      return nature_of_jpeg (data, size);
    }
}

/* ---- decoding ---- */

static gboolean
is_svg (const guint8 *data,
        gsize         size)
{
  g_autofree char *head = g_strndup (size > 0 ? (const char *) data : "", MIN (size, 1024));

  return strstr (head, "<svg") != NULL || strstr (head, "<!DOCTYPE svg") != NULL;
}

static void
refuse_format (const guint8 *data,
               gsize         size,
               GError      **error)
{
  if (is_svg (data, size))
    g_set_error_literal (error, LSN_IMAGE_ERROR, LSN_IMAGE_ERROR_FORMAT,
                         _("This is a drawing in SVG, which an actor cannot have as its picture. Export it as PNG first."));
  else
    g_set_error_literal (error, LSN_IMAGE_ERROR, LSN_IMAGE_ERROR_FORMAT,
                         _("This is not a picture that an actor can have. Use a PNG or JPEG file."));
}

static void
refuse_broken (GError **error)
{
  g_set_error_literal (error, LSN_IMAGE_ERROR, LSN_IMAGE_ERROR_BROKEN,
                       _("This picture is damaged or not complete. Use another copy of it."));
}

/* A size of 0 has the decoder give up. */
static void
on_size_prepared (GdkPixbufLoader *loader,
                  int              width,
                  int              height,
                  Size            *size)
{
  size->width = width;
  size->height = height;
  size->too_large = (guint64) width * (guint64) height > size->most_pixels;
  if (size->too_large)
    gdk_pixbuf_loader_set_size (loader, 0, 0);
}

static gboolean
feed (GdkPixbufLoader *loader,
      const guint8    *data,
      gsize            size,
      const Size      *found)
{
  gboolean good = TRUE;

  for (gsize at = 0; good && !found->too_large && at < size; at += CHUNK)
    good = gdk_pixbuf_loader_write (loader, data + at, MIN (CHUNK, size - at), NULL);
  /* It must be closed, whatever happened. */
  return gdk_pixbuf_loader_close (loader, NULL) && good && !found->too_large;
}

/**
 * lsn_image_decode:
 * @data: bytes of a file
 * @size: how many
 * @most_pixels: how many the picture may have
 * @error: %LSN_IMAGE_ERROR
 *
 * Reads a picture that stands still. Any thread. O(pixels), at most @most_pixels.
 *
 * Returns: (transfer full) (nullable): its pixels, turned as its file says
 */
GdkPixbuf *
lsn_image_decode (const guint8 *data,
                  gsize         size,
                  guint64       most_pixels,
                  GError      **error)
{
  g_autoptr (GdkPixbufLoader) loader = NULL;
  LsnImageFormat format;
  Nature nature;
  Size found = { .most_pixels = most_pixels };
  GdkPixbuf *pixbuf;

  if (!lsn_image_sniff (data, size, &format))
    {
      refuse_format (data, size, error);
      return NULL;
    }
  nature = nature_of (data, size, format);
  if (nature.moves)
    {
      g_set_error_literal (error, LSN_IMAGE_ERROR, LSN_IMAGE_ERROR_MOVES,
                           _("This picture moves. Use one that stands still, such as a PNG or JPEG file."));
      return NULL;
    }
  loader = gdk_pixbuf_loader_new_with_type (loaders[format], NULL);
  if (loader == NULL)
    {
      refuse_format (data, size, error);
      return NULL;
    }

  g_signal_connect (loader, "size-prepared", G_CALLBACK (on_size_prepared), &found);
  if (feed (loader, data, size, &found) && nature.is_whole)
    {
      pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
      if (pixbuf != NULL)
        return gdk_pixbuf_apply_embedded_orientation (pixbuf);
    }
  if (found.too_large)
    g_set_error (error, LSN_IMAGE_ERROR, LSN_IMAGE_ERROR_SIZE,
                 /* Translators: the numbers are pixels; %3$u is a number of millions of them */
                 _("This picture has %1$d × %2$d pixels, more than the %3$u million that can be read. Scale it down first."),
                 found.width, found.height, (guint) (most_pixels / 1000000));
  else
    refuse_broken (error);
  return NULL;
}
