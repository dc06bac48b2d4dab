/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include "outcome.h"

#include <math.h>

#include "model/edit.h"
#include "model/geometry.h"

static void
keep_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static LsnLayout *
lay_out (LsnMap                 *map,
         const LsnLayoutOptions *options,
         GArray                 *extents)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LsnMap) snapshot = lsn_map_snapshot (map);
  LsnLayout *layout;

  lsn_layout_async (snapshot, options, (LsnExtents *) extents->data, extents->len, NULL, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  layout = lsn_layout_finish (result, &error);
  g_assert_no_error (error);
  return layout;
}

static double
number (LsnMap   *map,
        LsnRow    actor,
        LsnColumn column)
{
  return lsn_map_get_number (map, LSN_TABLE_ACTORS, actor, column);
}

Outcome *
outcome_new (LsnMap                 *map,
             const LsnLayoutOptions *options,
             GArray                 *extents)
{
  Outcome *outcome = g_new0 (Outcome, 1);
  g_autoptr (LsnLayout) layout = lay_out (map, options, extents);
  guint n_places;
  const LsnPlace *places = lsn_layout_places (layout, &n_places);

  outcome->map = map;
  outcome->extents = extents;
  outcome->n_rows = lsn_map_max_row (map, LSN_TABLE_ACTORS) + 1;
  outcome->places = g_new0 (LsnPlace, outcome->n_rows);
  outcome->moves = g_new0 (gboolean, outcome->n_rows);
  for (guint row = 1; row < outcome->n_rows; row++)
    outcome->places[row] = (LsnPlace) { row, number (map, row, LSN_ACTOR_X), number (map, row, LSN_ACTOR_Y) }
  ;
  for (guint i = 0; i < n_places; i++)
    {
      g_assert_true (isfinite (places[i].x) && isfinite (places[i].y));
      g_assert_false (outcome->moves[places[i].actor]);
      outcome->places[places[i].actor] = places[i];
      outcome->moves[places[i].actor] = TRUE;
    }
  return outcome;
}

void
outcome_free (Outcome *outcome)
{
  g_free (outcome->places);
  g_free (outcome->moves);
  g_free (outcome);
}

gboolean
box_meets (Box a,
           Box b)
{
  return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}

Box
box_union (Box a,
           Box b)
{
  return (Box) { MIN (a.x0, b.x0), MIN (a.y0, b.y0), MAX (a.x1, b.x1), MAX (a.y1, b.y1) };
}

Box
outcome_box (Outcome *outcome,
             LsnRow   actor)
{
  const LsnExtents *extents = &g_array_index (outcome->extents, LsnExtents, actor);
  LsnPlace place = outcome->places[actor];

  return (Box) { place.x - extents->left, place.y - extents->above, place.x + extents->right, place.y + extents->below };
}

Box
frame_around (Box content)
{
  return (Box) { content.x0 - LSN_FRAME_PADDING, content.y0 - LSN_FRAME_PADDING - LSN_FRAME_TITLE_BAND,
                 content.x1 + LSN_FRAME_PADDING, content.y1 + LSN_FRAME_PADDING };
}

/* What everything inside covers, or what does not move of it. FALSE when there is nothing. */
gboolean
outcome_content (Outcome *outcome,
                 LsnRow   container,
                 gboolean only_fixed,
                 Box     *content)
{
  gboolean any = FALSE;

  *content = (Box) { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };
  for (LsnRow child = lsn_map_next_child (outcome->map, container, LSN_NO_ROW); child != LSN_NO_ROW;
       child = lsn_map_next_child (outcome->map, container, child))
    {
      Box box;

      if (lsn_map_is_container (outcome->map, child))
        {
          if (!outcome_frame (outcome, child, only_fixed, &box))
            continue;
        }
      else if (only_fixed && outcome->moves[child])
        continue;
      else
        box = outcome_box (outcome, child);
      *content = box_union (*content, box);
      any = TRUE;
    }
  return any;
}

gboolean
outcome_frame (Outcome *outcome,
               LsnRow   container,
               gboolean only_fixed,
               Box     *frame)
{
  Box content;
  gboolean any = outcome_content (outcome, container, only_fixed, &content);

  *frame = frame_around (content);
  return any;
}

/* How many pairs of actors overlap of which at least one was laid out */
guint
outcome_n_overlaps (Outcome *outcome)
{
  guint n = 0;

  for (LsnRow a = 1; a < outcome->n_rows; a++)
    for (LsnRow b = a + 1; b < outcome->n_rows; b++)
      if (!lsn_map_is_container (outcome->map, a) && !lsn_map_is_container (outcome->map, b)
          && (outcome->moves[a] || outcome->moves[b]))
        n += box_meets (outcome_box (outcome, a), outcome_box (outcome, b));
  return n;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

/* Of doubles, which are sorted by that; 0 of none */
double
take_median (GArray *values)
{
  if (values->len == 0)
    return 0;
  g_array_sort (values, compare_doubles);
  return (g_array_index (values, double, (values->len - 1) / 2) + g_array_index (values, double, values->len / 2)) / 2;
}

/* The median distance of ties between who moves and who does not, by the places of @outcome */
double
outcome_median (Outcome        *outcome,
                const gboolean *moves)
{
  g_autoptr (GArray) distances = g_array_new (FALSE, FALSE, sizeof (double));

  for (LsnRow tie = lsn_map_next_row (outcome->map, LSN_TABLE_TIES, LSN_NO_ROW); tie != LSN_NO_ROW;
       tie = lsn_map_next_row (outcome->map, LSN_TABLE_TIES, tie))
    {
      LsnRow source = lsn_map_get_reference (outcome->map, LSN_TABLE_TIES, tie, LSN_TIE_SOURCE);
      LsnRow target = lsn_map_get_reference (outcome->map, LSN_TABLE_TIES, tie, LSN_TIE_TARGET);
      double distance = hypot (outcome->places[source].x - outcome->places[target].x,
                               outcome->places[source].y - outcome->places[target].y);

      if (moves[source] != moves[target] && !lsn_map_is_container (outcome->map, source)
          && !lsn_map_is_container (outcome->map, target))
        g_array_append_val (distances, distance);
    }
  return take_median (distances);
}
