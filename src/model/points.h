/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The points of a cell: "x,y x,y ...", in map units (1 unit = 1/96 inch, y down). */

typedef struct { double x, y; } LsnPoint;

#define LSN_MAX_POINTS 256

GArray *lsn_points_parse  (const char *text);
char   *lsn_points_format (const LsnPoint *points,
                           guint           n_points);

G_END_DECLS
