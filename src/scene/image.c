/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "scene/image.h"

#include <math.h>
#include <string.h>

#include "model/bounds.h"
#include "model/shared-text.h"
#include "scene/image-decode.h"

/* The small size of a picture is enough for an actor at 100 % and is kept; the full one goes when many are in use. */
#define SMALL 128          /* pixels of the shorter side */
#define FULL 1024          /* of the longer side: what files hold that others wrote may be larger */
#define MOST_DECODED (4096u * 4096u)
#define ROOM (48u * 1024u * 1024u) /* bytes of all full sizes together */
#define LEAST_SWEEP 32

enum { SIZE_SMALL, SIZE_FULL, N_SIZES };

/* The full sizes that are kept, the last used first. Its lock is that of all sizes of its images. */
typedef struct
{
  gatomicrefcount ref_count;
  GMutex          lock;
  GQueue          full;
  gsize           bytes;
} Shelf;

struct _LsnImage
{
  gatomicrefcount ref_count;
  char           *text;    /* shared with the cells */
  Shelf          *shelf;
  GMutex          decoding;
  LsnPixels      *sizes[N_SIZES];
  gboolean        is_broken;
  GList           link;    /* in the shelf; data is NULL while it is not there */
};

struct _LsnImageCache
{
  GMutex      lock;
  GHashTable *images;  /* by text: equal texts of one map are one */
  guint       sweep_at;
  Shelf      *shelf;
};

/* ---- pixels ---- */

static gsize
bytes_of (const LsnPixels *pixels)
{
  return (gsize) pixels->stride * (gsize) pixels->height;
}

/**
 * lsn_pixels_ref:
 * @pixels: a decoded picture
 *
 * Holds it once more. Any thread.
 *
 * Returns: (transfer full): @pixels
 */
LsnPixels *
lsn_pixels_ref (LsnPixels *pixels)
{
  g_atomic_ref_count_inc (&pixels->ref_count);
  return pixels;
}

/**
 * lsn_pixels_unref:
 * @pixels: (transfer full): a decoded picture
 *
 * Gives back one hold, and frees it with the last. Any thread.
 */
void
lsn_pixels_unref (LsnPixels *pixels)
{
  if (g_atomic_ref_count_dec (&pixels->ref_count))
    g_free (pixels);
}

static guint32
premultiplied (const guint8 *from,
               gboolean      has_alpha)
{
  guint32 alpha = has_alpha ? from[3] : 255, parts[3];

  for (guint i = 0; i < 3; i++)
    {
      guint32 product = from[i] * alpha + 128;

      parts[i] = (product + (product >> 8)) >> 8;
    }
  return alpha << 24 | parts[0] << 16 | parts[1] << 8 | parts[2];
}

static LsnPixels *
pixels_of (GdkPixbuf *pixbuf)
{
  int width = gdk_pixbuf_get_width (pixbuf), height = gdk_pixbuf_get_height (pixbuf);
  int from_stride = gdk_pixbuf_get_rowstride (pixbuf), n_channels = gdk_pixbuf_get_n_channels (pixbuf);
  const guint8 *from = gdk_pixbuf_read_pixels (pixbuf);
  LsnPixels *pixels = g_malloc (sizeof (LsnPixels) + (gsize) width * 4 * (gsize) height);

  g_atomic_ref_count_init (&pixels->ref_count);
  pixels->width = width;
  pixels->height = height;
  pixels->stride = width * 4;
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        guint32 pixel = premultiplied (from + (gsize) y * (gsize) from_stride + (gsize) x * (gsize) n_channels, n_channels == 4);

        memcpy (pixels->data + (gsize) y * (gsize) pixels->stride + (gsize) x * 4, &pixel, 4);
      }

  return pixels;
}

/* ---- the shelf ---- */

static void
shelf_unref (Shelf *shelf)
{
  if (!g_atomic_ref_count_dec (&shelf->ref_count))
    return;

  g_mutex_clear (&shelf->lock);
  g_free (shelf);
}

/* Locked. */
static void
take_down (LsnImage *image)
{
  if (image->link.data == NULL)
    return;

  g_queue_unlink (&image->shelf->full, &image->link);
  image->link.data = NULL;
  image->shelf->bytes -= bytes_of (image->sizes[SIZE_FULL]);
  g_clear_pointer (&image->sizes[SIZE_FULL], lsn_pixels_unref);
}

/* Locked. The last one stays, however large. */
static void
put_up (LsnImage  *image,
        LsnPixels *full)
{
  Shelf *shelf = image->shelf;

  image->sizes[SIZE_FULL] = full;
  image->link.data = image;
  g_queue_push_head_link (&shelf->full, &image->link);
  shelf->bytes += bytes_of (full);
  while (shelf->bytes > ROOM && shelf->full.length > 1)
    take_down (g_queue_peek_tail (&shelf->full));
}

/* ---- images ---- */

static LsnImage *
image_new (const char *text,
           Shelf      *shelf)
{
  LsnImage *image = g_new0 (LsnImage, 1);

  g_atomic_ref_count_init (&image->ref_count);
  image->text = lsn_shared_text_ref ((char *) text);
  image->shelf = shelf;
  g_atomic_ref_count_inc (&shelf->ref_count);
  g_mutex_init (&image->decoding);

  return image;
}

/**
 * lsn_image_ref:
 * @image: a picture
 *
 * Holds it once more. Any thread.
 *
 * Returns: (transfer full): @image
 */
LsnImage *
lsn_image_ref (LsnImage *image)
{
  g_atomic_ref_count_inc (&image->ref_count);
  return image;
}

/**
 * lsn_image_unref:
 * @image: (transfer full): a picture
 *
 * Gives back one hold, and frees it with the last. Any thread.
 */
void
lsn_image_unref (LsnImage *image)
{
  if (!g_atomic_ref_count_dec (&image->ref_count))
    return;

  g_mutex_lock (&image->shelf->lock);
  take_down (image);
  g_mutex_unlock (&image->shelf->lock);
  g_clear_pointer (&image->sizes[SIZE_SMALL], lsn_pixels_unref);
  g_mutex_clear (&image->decoding);
  shelf_unref (image->shelf);
  lsn_shared_text_unref (image->text);
  g_free (image);
}

/**
 * lsn_image_get_uri:
 *
 * Returns: what stands in the cell
 */
const char *
lsn_image_get_uri (LsnImage *image)
{
  return image->text;
}

/* The bytes behind a data: address; only PNG and JPEG, which is what lsn_image_import () makes. */
static guint8 *
bytes_of_uri (const char     *uri,
              gsize          *size,
              LsnImageFormat *format)
{
  static const char *const heads[] = { "data:image/png;base64,", "data:image/jpeg;base64,", "data:image/jpg;base64," };
  g_autofree guint8 *bytes = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (heads) && bytes == NULL; i++)
    if (g_ascii_strncasecmp (uri, heads[i], strlen (heads[i])) == 0)
      bytes = g_base64_decode (uri + strlen (heads[i]), size);

  return bytes != NULL && lsn_image_sniff (bytes, *size, format) && *format <= LSN_IMAGE_JPEG ? g_steal_pointer (&bytes) : NULL;
}

static GdkPixbuf *
scaled (GdkPixbuf *pixbuf,
        double     by)
{
  int width = MAX (1, (int) lround (gdk_pixbuf_get_width (pixbuf) * by));
  int height = MAX (1, (int) lround (gdk_pixbuf_get_height (pixbuf) * by));

  return by < 1.0 ? gdk_pixbuf_scale_simple (pixbuf, width, height, GDK_INTERP_BILINEAR) : g_object_ref (pixbuf);
}

static LsnPixels *
decode (const char *uri,
        guint       size)
{
  gsize length;
  LsnImageFormat format;
  g_autofree guint8 *bytes = bytes_of_uri (uri, &length, &format);
  g_autoptr (GdkPixbuf) whole = bytes != NULL ? lsn_image_decode (bytes, length, MOST_DECODED, NULL) : NULL;
  g_autoptr (GdkPixbuf) fitting = NULL;
  double width, height;

  if (whole == NULL)
    return NULL;

  width = gdk_pixbuf_get_width (whole);
  height = gdk_pixbuf_get_height (whole);
  /* A picture that is very long has its ends cut off when it is drawn, so that they need not be kept. */
  fitting = scaled (whole, MIN (FULL / MAX (width, height), size == SIZE_SMALL ? SMALL / MIN (width, height) : 1.0));

  return fitting != NULL ? pixels_of (fitting) : NULL;
}

/* Whether @size is there; then it is the last used one. Locked. */
static LsnPixels *
find (LsnImage *image,
      guint     size)
{
  if (image->sizes[size] == NULL)
    return NULL;
  if (size == SIZE_FULL)
    {
      g_queue_unlink (&image->shelf->full, &image->link);
      g_queue_push_head_link (&image->shelf->full, &image->link);
    }
  return lsn_pixels_ref (image->sizes[size]);
}

static LsnPixels *
find_locking (LsnImage *image,
              guint     size)
{
  LsnPixels *found;

  g_mutex_lock (&image->shelf->lock);
  found = find (image, size);
  g_mutex_unlock (&image->shelf->lock);

  return found;
}

/**
 * lsn_image_get_pixels:
 * @image: a picture
 * @wanted: how many pixels its shorter side shall have; %INFINITY for all that there are
 *
 * Decodes it if that has not been done yet. Any thread.
 *
 * Returns: (transfer full) (nullable): the picture, at least as large as @wanted if it has so many; %NULL when it is none
 */
LsnPixels *
lsn_image_get_pixels (LsnImage *image,
                      double    wanted)
{
  guint size = wanted <= SMALL ? SIZE_SMALL : SIZE_FULL;
  LsnPixels *pixels = find_locking (image, size);

  if (pixels != NULL)
    return pixels;

  g_mutex_lock (&image->decoding);
  if (!image->is_broken)
    pixels = find_locking (image, size);
  if (!image->is_broken && pixels == NULL)
    {
      pixels = decode (image->text, size);
      image->is_broken = pixels == NULL;
      g_mutex_lock (&image->shelf->lock);
      if (pixels != NULL && size == SIZE_FULL)
        put_up (image, lsn_pixels_ref (pixels));
      else if (pixels != NULL)
        image->sizes[SIZE_SMALL] = lsn_pixels_ref (pixels);
      g_mutex_unlock (&image->shelf->lock);
    }
  g_mutex_unlock (&image->decoding);

  return pixels;
}

/**
 * lsn_image_get_jpeg:
 *
 * Returns: (transfer full) (nullable): its file when that is a JPEG, which others may embed as it is
 */
GBytes *
lsn_image_get_jpeg (LsnImage *image)
{
  gsize size;
  LsnImageFormat format;
  guint8 *bytes = bytes_of_uri (image->text, &size, &format);

  if (bytes != NULL && format == LSN_IMAGE_JPEG)
    return g_bytes_new_take (bytes, size);
  g_free (bytes);
  return NULL;
}

/**
 * lsn_image_is_whole:
 * @uri: what a cell holds
 *
 * Returns: whether it can be drawn. O(pixels).
 */
gboolean
lsn_image_is_whole (const char *uri)
{
  g_autoptr (LsnPixels) pixels = decode (uri, SIZE_SMALL);

  return pixels != NULL;
}

/* ---- the cache ---- */

/**
 * lsn_image_cache_new:
 *
 * Makes a cache of pictures, to be kept as long as scenes are made. Thread-safe.
 *
 * Returns: (transfer full): the cache
 */
LsnImageCache *
lsn_image_cache_new (void)
{
  LsnImageCache *cache = g_new0 (LsnImageCache, 1);

  g_mutex_init (&cache->lock);
  cache->images = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) lsn_image_unref);
  cache->sweep_at = LEAST_SWEEP;
  cache->shelf = g_new0 (Shelf, 1);
  g_atomic_ref_count_init (&cache->shelf->ref_count);
  g_mutex_init (&cache->shelf->lock);
  g_queue_init (&cache->shelf->full);

  return cache;
}

/**
 * lsn_image_cache_free:
 * @cache: (transfer full): pictures
 *
 * Those that are in use live on.
 */
void
lsn_image_cache_free (LsnImageCache *cache)
{
  g_hash_table_unref (cache->images);
  shelf_unref (cache->shelf);
  g_mutex_clear (&cache->lock);
  g_free (cache);
}

static gboolean
is_unused (gpointer text,
           gpointer image,
           gpointer data)
{
  return g_atomic_ref_count_compare (&((LsnImage *) image)->ref_count, 1);
}

/**
 * lsn_image_cache_get:
 * @cache: pictures
 * @text: of a cell of an image column, as the map gives it
 *
 * Any thread. O(1).
 *
 * Returns: (transfer full): the picture, which may turn out to be none
 */
LsnImage *
lsn_image_cache_get (LsnImageCache *cache,
                     const char    *text)
{
  LsnImage *image;

  g_mutex_lock (&cache->lock);
  image = g_hash_table_lookup (cache->images, text);
  if (image == NULL)
    {
      if (g_hash_table_size (cache->images) >= cache->sweep_at)
        {
          g_hash_table_foreach_remove (cache->images, is_unused, NULL);
          cache->sweep_at = MAX (LEAST_SWEEP, 2 * g_hash_table_size (cache->images));
        }
      image = image_new (text, cache->shelf);
      g_hash_table_insert (cache->images, image->text, image);
    }
  lsn_image_ref (image);
  g_mutex_unlock (&cache->lock);

  return image;
}
