/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Pictures that stand in cells as data: addresses, and how they come there. Decoded when they are first drawn, by whichever
 * thread draws them, and kept as long as there is room. */

#define LSN_IMAGE_ERROR (lsn_image_error_quark ())
GQuark lsn_image_error_quark (void);
typedef enum
{
  LSN_IMAGE_ERROR_FORMAT, /* none that can be read */
  LSN_IMAGE_ERROR_SIZE,
  LSN_IMAGE_ERROR_BROKEN,
  LSN_IMAGE_ERROR_MOVES,
} LsnImageError;

typedef struct _LsnImage LsnImage;
typedef struct _LsnImageCache LsnImageCache;

LsnImage   *lsn_image_ref          (LsnImage *image);
void        lsn_image_unref        (LsnImage *image);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LsnImage, lsn_image_unref)

/**
 * LsnPixels:
 * @data: premultiplied, as cairo's ARGB32
 *
 * A decoded picture, in one of its sizes. Never changes.
 */
typedef struct
{
  gatomicrefcount ref_count;
  int             width, height;
  int             stride;
  guint8          data[];
} LsnPixels;

LsnPixels  *lsn_pixels_ref         (LsnPixels *pixels);
void        lsn_pixels_unref       (LsnPixels *pixels);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LsnPixels, lsn_pixels_unref)

const char *lsn_image_get_uri      (LsnImage *image);
LsnPixels  *lsn_image_get_pixels   (LsnImage *image,
                                    double    wanted);
GBytes     *lsn_image_get_jpeg     (LsnImage *image);

LsnImageCache *lsn_image_cache_new  (void);
void           lsn_image_cache_free (LsnImageCache *cache);
LsnImage      *lsn_image_cache_get  (LsnImageCache *cache,
                                     const char    *text);

/* From the bytes of any file to what a cell holds. */
char       *lsn_image_import       (GBytes  *bytes,
                                    GError **error);
gboolean    lsn_image_is_whole     (const char *uri);

G_END_DECLS
