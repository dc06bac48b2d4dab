/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A rectangle in map units, y down. One whose x0 is greater than its x1 is empty. */

typedef struct
{
  double x0, y0, x1, y1;
} LsnRect;

#define LSN_EMPTY_RECT ((LsnRect) { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE })

static inline gboolean
lsn_rect_is_empty (LsnRect rect)
{
  return rect.x0 > rect.x1;
}

static inline double
lsn_rect_x (LsnRect rect)
{
  return (rect.x0 + rect.x1) / 2;
}

static inline double
lsn_rect_y (LsnRect rect)
{
  return (rect.y0 + rect.y1) / 2;
}

static inline LsnRect
lsn_rect_moved (LsnRect rect,
                double  dx,
                double  dy)
{
  return (LsnRect) { rect.x0 + dx, rect.y0 + dy, rect.x1 + dx, rect.y1 + dy };
}

static inline LsnRect
lsn_rect_grown (LsnRect rect,
                double  by)
{
  return (LsnRect) { rect.x0 - by, rect.y0 - by, rect.x1 + by, rect.y1 + by };
}

static inline LsnRect
lsn_rect_union (LsnRect a,
                LsnRect b)
{
  return (LsnRect) { MIN (a.x0, b.x0), MIN (a.y0, b.y0), MAX (a.x1, b.x1), MAX (a.y1, b.y1) };
}

static inline gboolean
lsn_rect_meets (LsnRect a,
                LsnRect b)
{
  return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}

G_END_DECLS
