/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>
#include "scene/scene.h"

G_BEGIN_DECLS

/* The marks above the map, as nodes of their own size. They lie on the paper, which is white in a dark interface too, so
 * their colours are fixed. Boxes and places are pixels of the canvas. */

#define LSN_MARKS_REACH 12 /* pixels that no ring round a body exceeds */
#define LSN_MARKS_PIN   15 /* pixels: the size of a pin */

GdkRGBA lsn_marks_colour    (double alpha);
void    lsn_marks_ring      (double  zoom,
                             double *gap,
                             double *width);
GdkTexture *lsn_marks_pin   (int scale);
void    lsn_marks_band      (GtkSnapshot  *snapshot,
                             const LsnBox *box);
void    lsn_marks_line      (GtkSnapshot *snapshot,
                             LsnPoint     from,
                             LsnPoint     to);
void    lsn_marks_segment   (GtkSnapshot   *snapshot,
                             LsnPoint       from,
                             LsnPoint       to,
                             double         width,
                             const GdkRGBA *colour);
void    lsn_marks_guide     (GtkSnapshot *snapshot,
                             LsnPoint     from,
                             LsnPoint     to,
                             gboolean     is_gap);
void    lsn_marks_grid      (GtkSnapshot *snapshot,
                             LsnPoint     origin,
                             double       step,
                             int          width,
                             int          height);
void    lsn_marks_selected  (GtkSnapshot  *snapshot,
                             const LsnBox *body,
                             gboolean      is_square,
                             double        zoom);
void    lsn_marks_trace_selected (cairo_t      *cr,
                                  const LsnBox *body,
                                  gboolean      is_square,
                                  double        zoom);
void    lsn_marks_focus     (GtkSnapshot  *snapshot,
                             const LsnBox *body,
                             gboolean      is_square,
                             double        zoom);
void    lsn_marks_halo      (GtkSnapshot  *snapshot,
                             const LsnBox *body,
                             gboolean      is_square,
                             gboolean      on_rim);
void    lsn_marks_handle    (GtkSnapshot *snapshot,
                             LsnPoint     at,
                             gboolean     is_square,
                             gboolean     is_strong);
void    lsn_marks_target    (GtkSnapshot  *snapshot,
                             const LsnBox *body,
                             gboolean      is_square);
void    lsn_marks_new_actor (GtkSnapshot *snapshot,
                             LsnPoint     centre,
                             double       radius);

G_END_DECLS
