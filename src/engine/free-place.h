/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gio/gio.h>
#include "engine/rect.h"

G_BEGIN_DECLS

/* The nearest point that is in none of some rectangles. All that stands in the way of a box, seen from the box, is such
 * rectangles of ways that it must not go; also a frame that would grow along with it, which forbids all that is past a
 * line or a corner. */

typedef struct
{
  LsnRect  ways;    /* open; a side may be infinite */
  gboolean is_hard; /* never to be entered; else it costs 1 */
} LsnForbidden;

typedef struct
{
  double x, y;
  guint  cost;
} LsnFreePlace;

gboolean lsn_free_place_find     (GArray       *forbidden,
                                  double        reach,
                                  guint64      *work_left,
                                  GCancellable *cancellable,
                                  LsnFreePlace *place);
gboolean lsn_free_place_cheapest (GArray       *forbidden,
                                  guint         max_lines,
                                  GCancellable *cancellable,
                                  LsnFreePlace *place);

G_END_DECLS
