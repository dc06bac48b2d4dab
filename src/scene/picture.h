/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "scene/scene.h"

G_BEGIN_DECLS

/* The pictures that leave: SVG, PNG and PDF of one scene. Bytes only: io/disk.c writes them. No clock, no random number. */

#define LSN_EXPORT_ERROR (lsn_export_error_quark ())
GQuark lsn_export_error_quark (void);
typedef enum { LSN_EXPORT_ERROR_SIZE, LSN_EXPORT_ERROR_FAILED } LsnExportError;

typedef enum { LSN_PICTURE_SVG, LSN_PICTURE_PNG, LSN_PICTURE_PDF } LsnPictureFormat;

/**
 * LsnPicture:
 *
 * How a picture is made. The page is the frame that the scene was made for, else the ink of the scene and @margin. PNG size:
 * @width pixels when > 0, else @scale (1 when 0)
 * at @dpi (96 when 0; it is written as pHYs; scale and dpi multiply: pixels per unit = scale * dpi / 96).
 */
typedef struct
{
  LsnPictureFormat format;
  double           margin;       /* units; < 0 for the default of 24 */
  guint            width;
  double           scale;
  double           dpi;
  gboolean         transparent;
  const char      *ground;       /* #rrggbb; NULL for the paper */
  gboolean         outlines;     /* SVG: text as outlines */
} LsnPicture;

gboolean lsn_picture_format_from_name (const char *file_name, LsnPictureFormat *format);
GBytes  *lsn_picture_render  (LsnScene *scene, const LsnPicture *picture, const char *title, GCancellable *cancellable,
                              GError **error);
/* The size that a PNG would have. */
void     lsn_picture_size    (LsnScene *scene, const LsnPicture *picture, guint *width, guint *height);

G_END_DECLS
