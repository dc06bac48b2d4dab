/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"
#include "scene/picture.h"
#include <glib/gi18n-lib.h>
#include <string.h>
#include "scene/page.h"

#define MARGIN 24.0
#define UNITS_PER_INCH 96.0

/* The longest side of a PNG: cairo's images end at 32,767. */
#define MAX_SIDE 32000.0

G_DEFINE_QUARK (lsn-export-error-quark, lsn_export_error)

/**
 * lsn_picture_format_from_name:
 * @file_name: a file's name or path
 * @format: (out): its format
 *
 * Tells the format of a picture from the ending of its name, in any case.
 *
 * Returns: whether it is one of ours
 */
gboolean
lsn_picture_format_from_name (const char       *file_name,
                              LsnPictureFormat *format)
{
  static const char *const endings[] = { ".svg", ".png", ".pdf" };
  gsize length = strlen (file_name);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (length > 4 && g_ascii_strcasecmp (file_name + length - 4, endings[i]) == 0)
      {
        *format = (LsnPictureFormat) i;
        return TRUE;
      }

  return FALSE;
}

/* The frame that is wanted alone, else the ink and a margin, from whole unit to whole unit, so that pixels and points fall alike
 * in every format. */
static LsnBox
page_box (LsnScene         *scene,
          const LsnPicture *picture)
{
  LsnBox ink = lsn_scene_get_bounds (scene);
  double margin = picture->margin < 0.0 ? MARGIN : picture->margin;
  double left = floor (ink.x - margin), top = floor (ink.y - margin);
  double right = ceil (ink.x + ink.width + margin), bottom = ceil (ink.y + ink.height + margin);
  LsnBox page;

  if (lsn_scene_get_page (scene, &page))
    return (LsnBox) { round (page.x), round (page.y), MAX (1.0, round (page.width)), MAX (1.0, round (page.height)) }
  ;

  return (LsnBox) { left, top, MAX (1.0, right - left), MAX (1.0, bottom - top) };
}

static double
pixels_per_unit (const LsnPicture *picture,
                 const LsnBox     *box)
{
  double scale = picture->scale > 0.0 ? picture->scale : 1.0;
  double dpi = picture->dpi > 0.0 ? picture->dpi : UNITS_PER_INCH;

  return picture->width > 0 ? picture->width / box->width : scale * dpi / UNITS_PER_INCH;
}

static double
pixels_for (double units,
            double scale)
{
  return MAX (1.0, ceil (units * scale - 1e-6));
}

/**
 * lsn_picture_size:
 * @scene: a scene
 * @picture: how
 * @width: (out): pixels
 * @height: (out): pixels
 *
 * Computes the size that a PNG would have; %G_MAXUINT where that is beyond counting.
 */
void
lsn_picture_size (LsnScene         *scene,
                  const LsnPicture *picture,
                  guint            *width,
                  guint            *height)
{
  LsnBox box = page_box (scene, picture);
  double scale = pixels_per_unit (picture, &box);

  *width = (guint) MIN (pixels_for (box.width, scale), (double) G_MAXUINT);
  *height = (guint) MIN (pixels_for (box.height, scale), (double) G_MAXUINT);
}

static gboolean
check_size (const LsnPage *page,
            GError       **error)
{
  if (page->width <= MAX_SIDE && page->height <= MAX_SIDE)
    return TRUE;

  g_set_error (error, LSN_EXPORT_ERROR, LSN_EXPORT_ERROR_SIZE,
               /* Translators: the numbers are pixels */
               _("A PNG of this map would be %1$u × %2$u pixels, more than the %3$u that an image can have a side. "
                 "Choose a smaller width or scale, or export SVG or PDF."),
               page->width, page->height, (guint) MAX_SIDE);
  return FALSE;
}

/**
 * lsn_picture_render:
 * @scene: a scene
 * @picture: how
 * @title: (nullable): the title that the file bears within
 * @cancellable: (nullable): ends the work early
 * @error: return location for an error
 *
 * Makes a picture of the whole scene: the same as the canvas shows at 100 %. The same scene gives the same bytes. Any thread.
 * Cost: O(items), and for a PNG its pixels.
 *
 * Returns: (transfer full): the file's bytes, or %NULL with LSN_EXPORT_ERROR or G_IO_ERROR_CANCELLED
 */
GBytes *
lsn_picture_render (LsnScene         *scene,
                    const LsnPicture *picture,
                    const char       *title,
                    GCancellable     *cancellable,
                    GError          **error)
{
  LsnPage page = { scene, picture, title, page_box (scene, picture), .cancellable = cancellable };

  page.ground = picture->transparent ? LSN_NO_COLOUR : lsn_colour_from_text (picture->ground, LSN_PAPER);
  page.scale = pixels_per_unit (picture, &page.page);
  lsn_picture_size (scene, picture, &page.width, &page.height);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  switch (picture->format)
    {
    case LSN_PICTURE_SVG:
      return lsn_svg_render (&page, error);
    case LSN_PICTURE_PDF:
      return lsn_pdf_render (&page, error);
    case LSN_PICTURE_PNG:
    default:
      return check_size (&page, error) ? lsn_png_render (&page, error) : NULL;
    }
}
