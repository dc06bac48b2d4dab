/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <glib-object.h>
#include "scene/scene.h"

G_BEGIN_DECLS

/* Which part of the map is seen, and how large: the only place that turns map units into pixels and back.
 *
 * Pixels are the widget's own, from its top left. The zoom goes in fine steps (128 to a doubling), so that a tile can
 * be named by a whole number; the map is moved by whole device pixels, so that a tile is never resampled.
 * Signal "changed" (): once per call that changed something. */

#define LSN_TYPE_VIEWPORT (lsn_viewport_get_type ())
G_DECLARE_FINAL_TYPE (LsnViewport, lsn_viewport, LSN, VIEWPORT, GObject)

#define LSN_ZOOM_STEPS_PER_DOUBLING 128
#define LSN_ZOOM_STEP_MIN (-10 * LSN_ZOOM_STEPS_PER_DOUBLING)
#define LSN_ZOOM_STEP_MAX (4 * LSN_ZOOM_STEPS_PER_DOUBLING)

double       lsn_zoom_of_step           (int step);
int          lsn_zoom_step_of           (double zoom);

LsnViewport *lsn_viewport_new           (void);
void         lsn_viewport_set_size      (LsnViewport *self,
                                         int          width,
                                         int          height,
                                         int          scale_factor);
void         lsn_viewport_get_size      (LsnViewport *self,
                                         int         *width,
                                         int         *height);
int          lsn_viewport_get_scale_factor (LsnViewport *self);
int          lsn_viewport_get_step      (LsnViewport *self);
double       lsn_viewport_get_zoom      (LsnViewport *self);
void         lsn_viewport_set_zoom      (LsnViewport *self,
                                         double       zoom,
                                         double       x,
                                         double       y);
void         lsn_viewport_pan           (LsnViewport *self,
                                         double       dx,
                                         double       dy);
void         lsn_viewport_get_origin    (LsnViewport *self,
                                         double      *x,
                                         double      *y);
LsnPoint     lsn_viewport_to_map        (LsnViewport *self,
                                         double       x,
                                         double       y);
LsnPoint     lsn_viewport_to_widget     (LsnViewport *self,
                                         double       x,
                                         double       y);
LsnBox       lsn_viewport_box_to_widget (LsnViewport  *self,
                                         const LsnBox *box);
LsnBox       lsn_viewport_box_to_pixels (LsnViewport  *self,
                                         const LsnBox *box);
LsnPoint     lsn_viewport_whole_pixels  (LsnViewport *self,
                                         LsnPoint     by);
LsnBox       lsn_viewport_get_visible   (LsnViewport *self);
void         lsn_viewport_center_on     (LsnViewport *self,
                                         double       x,
                                         double       y);
void         lsn_viewport_fit           (LsnViewport  *self,
                                         const LsnBox *box,
                                         double        margin,
                                         double        max_zoom);
void         lsn_viewport_show          (LsnViewport  *self,
                                         const LsnBox *box,
                                         double        margin);

G_END_DECLS
