/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>
#include "scene/image.h"

G_BEGIN_DECLS

/* From the bytes of a picture to its pixels, with distrust: what is too large, moves, or is not whole is refused before it
 * costs much. Inside the layer only. */

typedef enum
{
  LSN_IMAGE_PNG,
  LSN_IMAGE_JPEG,
  LSN_IMAGE_GIF,
  LSN_IMAGE_WEBP,
} LsnImageFormat;

/* Tells the format by the first bytes. */
gboolean   lsn_image_sniff  (const guint8   *data,
                             gsize           size,
                             LsnImageFormat *format);
GdkPixbuf *lsn_image_decode (const guint8 *data,
                             gsize         size,
                             guint64       most_pixels,
                             GError      **error);

G_END_DECLS
