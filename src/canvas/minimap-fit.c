/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/minimap-fit.h"

#include <math.h>

#define LEAST_FRAME 8.0  /* pixels: a frame that can still be seen and caught */
#define WHOLE       0.01 /* of the map's width or height that may be out of sight: no more than a hem */

/**
 * lsn_minimap_fit:
 * @area: the bounds of the map, in map units
 * @width: pixels that there are
 * @height: pixels that there are
 *
 * Returns: how all of @area is shown in the middle of them, as large as it goes
 */
LsnMinimapFit
lsn_minimap_fit (const LsnBox *area,
                 double        width,
                 double        height)
{
  LsnMinimapFit fit = { 0, { 0, 0, 0, 0 }, *area };

  if (area->width <= 0 || area->height <= 0 || width <= 0 || height <= 0)
    return fit;

  fit.scale = MIN (width / area->width, height / area->height);
  fit.picture.width = area->width * fit.scale;
  fit.picture.height = area->height * fit.scale;
  fit.picture.x = (width - fit.picture.width) / 2;
  fit.picture.y = (height - fit.picture.height) / 2;
  return fit;
}

/**
 * lsn_minimap_place:
 * @place: on the map
 *
 * Returns: the pixel where it is seen
 */
LsnPoint
lsn_minimap_place (const LsnMinimapFit *fit,
                   LsnPoint             place)
{
  return (LsnPoint) { fit->picture.x + (place.x - fit->area.x) * fit->scale,
                      fit->picture.y + (place.y - fit->area.y) * fit->scale };
}

/**
 * lsn_minimap_to_map:
 * @pixel: of the small picture, or beside it
 *
 * Returns: the place of the map that is seen there; beside the picture, the nearest place of the map
 */
LsnPoint
lsn_minimap_to_map (const LsnMinimapFit *fit,
                    LsnPoint             pixel)
{
  double x = CLAMP (pixel.x - fit->picture.x, 0, fit->picture.width);
  double y = CLAMP (pixel.y - fit->picture.y, 0, fit->picture.height);

  if (fit->scale <= 0)
    return (LsnPoint) { fit->area.x, fit->area.y }
  ;

  return (LsnPoint) { fit->area.x + x / fit->scale, fit->area.y + y / fit->scale };
}

/* from..to cut off at 0..size and not shorter than can be caught. */
static void
cut (double *from,
     double *length,
     double  least,
     double  most)
{
  double to = MIN (*from + *length, most);

  *from = MAX (*from, least);
  *length = MAX (to - *from, LEAST_FRAME);
  *from = CLAMP (*from, least, MAX (least, most - *length));
}

/**
 * lsn_minimap_frame:
 * @visible: what the canvas shows, in map units
 *
 * Returns: the frame round that in pixels: as far as it lies on the picture, and never too small to be caught
 */
LsnBox
lsn_minimap_frame (const LsnMinimapFit *fit,
                   const LsnBox        *visible)
{
  LsnPoint corner = lsn_minimap_place (fit, (LsnPoint) { visible->x, visible->y });
  LsnBox   frame = { corner.x, corner.y, visible->width *fit->scale, visible->height *fit->scale };

  cut (&frame.x, &frame.width, fit->picture.x, fit->picture.x + fit->picture.width);
  cut (&frame.y, &frame.height, fit->picture.y, fit->picture.y + fit->picture.height);
  return frame;
}

/**
 * lsn_minimap_is_whole:
 * @area: the bounds of the map, in map units
 * @visible: what the canvas shows
 *
 * Returns: whether the whole map is in sight
 */
gboolean
lsn_minimap_is_whole (const LsnBox *area,
                      const LsnBox *visible)
{
  double x = area->width * WHOLE, y = area->height * WHOLE;

  return area->x + x >= visible->x && area->y + y >= visible->y &&
         area->x + area->width - x <= visible->x + visible->width &&
         area->y + area->height - y <= visible->y + visible->height;
}
