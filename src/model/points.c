/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "model/points.h"

#include <math.h>
#include <string.h>

#include "model/value.h"

#define FARTHEST 1e9 /* units, as for the places of actors */

static gboolean
parse_point (const char *text,
             gsize       length,
             LsnPoint   *point)
{
  g_autofree char *x = g_strndup (text, length);
  char            *comma = strchr (x, ',');

  if (comma == NULL)
    return FALSE;
  *comma = '\0';
  return lsn_number_parse (x, &point->x) && lsn_number_parse (comma + 1, &point->y) && fabs (point->x) <= FARTHEST &&
         fabs (point->y) <= FARTHEST;
}

/**
 * lsn_points_parse:
 * @text: (nullable): what a cell of points holds; %NULL for none
 *
 * Cost: O(length).
 *
 * Returns: (transfer full) (nullable) (element-type LsnPoint): the points; %NULL when @text is no list of points, has more than
 *   %LSN_MAX_POINTS, or one that is further away than any actor could be
 */
GArray *
lsn_points_parse (const char *text)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (LsnPoint));

  while (text != NULL)
    {
      const char *end = strchr (text, ' ');
      LsnPoint    point;

      if (points->len == LSN_MAX_POINTS || !parse_point (text, end != NULL ? (gsize) (end - text) : strlen (text), &point))
        return NULL;
      g_array_append_val (points, point);
      text = end != NULL ? end + 1 : NULL;
    }
  return g_steal_pointer (&points);
}

/* In hundredths of a unit, as the places of actors; never "-0". */
static void
append_number (GString *text,
               double   number)
{
  char buffer[32];

  g_string_append (text, lsn_number_format (round (number * 100) / 100 + 0.0, buffer));
}

/**
 * lsn_points_format:
 * @points: (array length=n_points): in map units
 *
 * Returns: (transfer full) (nullable): what a cell holds for them; %NULL for none
 */
char *
lsn_points_format (const LsnPoint *points,
                   guint           n_points)
{
  GString *text;

  if (n_points == 0)
    return NULL;

  text = g_string_new (NULL);
  for (guint i = 0; i < n_points; i++)
    {
      if (i > 0)
        g_string_append_c (text, ' ');
      append_number (text, points[i].x);
      g_string_append_c (text, ',');
      append_number (text, points[i].y);
    }
  return g_string_free (text, FALSE);
}
