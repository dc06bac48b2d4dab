/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "engine/layout.h"

#include <math.h>

#include "engine/budget.h"
#include "engine/helper-error.h"
#include "engine/helper.h"
#include "engine/layout-levels.h"
#include "engine/layout-units.h"
#include "engine/tidiness.h"
#include "model/bends.h"
#include "model/callouts.h"
#include "model/edit.h"
#include "model/handover.h"
#include "wire/layout-catalog.h"
#include "wire/layout-message.h"

struct _LsnLayout
{
  gatomicrefcount references;
  guint64         revision;
  GArray         *places;    /* of LsnPlace */
};

/* A layout that is being made: one request per level */
typedef struct
{
  LsnMap           *map;
  LsnUnits         *units;
  LsnUnits         *present;   /* the same as they are now; NULL without a budget */
  double            budget;
  GArray           *places;    /* of LsnPlace: the outcome */
  LsnLevels        *levels;
  LsnLayoutRequest *request;
  LsnWorkers       *workers;   /* where places are found: among thousands of actors that takes a while */
  double            timeout;
  gint64            start;
} Work;

static void
work_free (Work *work)
{
  g_clear_pointer (&work->workers, lsn_workers_free);
  g_clear_pointer (&work->levels, lsn_levels_free);
  g_clear_pointer (&work->request, lsn_layout_request_free);
  g_clear_pointer (&work->units, lsn_units_free);
  g_clear_pointer (&work->present, lsn_units_free);
  g_clear_pointer (&work->places, g_array_unref);
  g_clear_object (&work->map);
  g_free (work);
}

static LsnLayout *
layout_new (Work *work)
{
  LsnLayout *layout = g_new0 (LsnLayout, 1);

  g_atomic_ref_count_init (&layout->references);
  layout->revision = lsn_map_get_revision (work->map);
  layout->places = g_steal_pointer (&work->places);
  return layout;
}

static void go_on (GTask *task);

static void
take (gpointer      task,
      GCancellable *cancellable)
{
  Work *work = g_task_get_task_data (task);
  g_autoptr (GArray) goals = NULL;

  lsn_levels_take (work->levels, cancellable);
  if (!lsn_levels_is_done (work->levels) || g_cancellable_is_cancelled (cancellable))
    return;
  goals = lsn_units_places (work->units);
  if (work->present != NULL)
    work->places = lsn_budget_keep (work->present, goals, work->budget, cancellable);
  else
    work->places = g_steal_pointer (&goals);
}

static void
on_taken (gpointer task,
          gboolean cancelled)
{
  if (!cancelled || !g_task_return_error_if_cancelled (task))
    go_on (task);
}

/* The main thread comes back to this layout in on_taken (), and leaves it alone until then. */
static void
take_in_worker (GTask *task)
{
  Work *work = g_task_get_task_data (task);

  lsn_workers_submit (work->workers, 0, take, on_taken, g_object_ref (task), g_object_unref,
                      g_task_get_cancellable (task));
}

static void
on_answer (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Work *work = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GBytes) payload = lsn_helper_run_finish (result, &error);

  if (payload == NULL && g_error_matches (error, LSN_ENGINE_ERROR, LSN_ENGINE_ERROR_TIMED_OUT))
    {
      g_clear_error (&error);
      error = lsn_helper_error_timed_out (work->timeout);   /* of all levels, not of this one */
    }
  if (payload == NULL)
    g_task_return_error (task, error);
  else if (!lsn_layout_answer_unpack (work->request, payload, NULL))
    g_task_return_error (task, lsn_helper_error_garbage ());
  else
    take_in_worker (task);
}

/* One level up, by the engine where there is something for it to lay out. */
static void
go_on (GTask *task)
{
  Work *work = g_task_get_task_data (task);
  double left = work->timeout - (g_get_monotonic_time () - work->start) / 1e6;
  g_autoptr (GBytes) payload = NULL;

  g_clear_pointer (&work->request, lsn_layout_request_free);
  work->request = lsn_levels_next (work->levels);
  if (work->request == NULL)
    g_task_return_pointer (task, layout_new (work), (GDestroyNotify) lsn_layout_unref);
  else if (work->request->graphs->len == 0)
    take_in_worker (task);
  else
    {
      payload = lsn_layout_request_pack (work->request);
      lsn_helper_run_async ("layout", payload, MAX (left, 0.001), g_task_get_cancellable (task), on_answer,
                            g_object_ref (task));
    }
}

/**
 * lsn_layout_async:
 * @snapshot: a snapshot of a map
 * @options: how, and what of it
 * @extents: (array length=n_extents): how far each actor reaches
 * @n_extents: how many
 * @cancellable: (nullable): stops the helper
 *
 * Lays a map out, by levels: the inside of each container, then the container as one box. To be called on the main thread, which
 * is never blocked. What is fixed (pinned, out of scope, or having a place when only new ones shall move) stays exactly where
 * it is; no two free actors overlap, and none stands in a frame that it is not in. The same map, engine and seed give the same
 * places.
 *
 * With a budget the layout is moved as a whole to fit the present places, unless something is fixed, and each actor goes towards
 * its new place as far as the budget allows; there are then never more crossings, overlaps and strangers together than
 * before, an overlap or stranger counting as five crossings, but there may be some of each.
 */
void
lsn_layout_async (LsnMap                 *snapshot,
                  const LsnLayoutOptions *options,
                  const LsnExtents       *extents,
                  guint                   n_extents,
                  GCancellable           *cancellable,
                  GAsyncReadyCallback     callback,
                  gpointer                user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  const char *engine = options->engine != NULL ? options->engine : lsn_layout_default_engine (snapshot);
  Work *work;

  g_return_if_fail (lsn_engine_find (engine) != NULL);
  g_return_if_fail (!options->has_budget || options->budget >= 0);
  work = g_new0 (Work, 1);
  g_task_set_source_tag (task, lsn_layout_async);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  work->map = g_object_ref (snapshot);
  work->units = lsn_units_new (snapshot, options, extents, n_extents);
  if (options->has_budget)
    work->present = lsn_units_new (snapshot, options, extents, n_extents);
  work->budget = options->budget;
  work->levels = lsn_levels_new (work->units, engine, options->seed);
  work->timeout = options->timeout > 0 ? options->timeout : LSN_HELPER_DEFAULT_TIMEOUT;
  work->start = g_get_monotonic_time ();
  work->workers = lsn_workers_new (1, FALSE);
  go_on (task);
}

/**
 * lsn_layout_finish:
 * @result: as the callback got it
 *
 * Returns: (transfer full): the places; %NULL with a %LSN_ENGINE_ERROR, or with %G_IO_ERROR_CANCELLED
 */
LsnLayout *
lsn_layout_finish (GAsyncResult *result,
                   GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * lsn_layout_ref:
 * @layout: a layout
 *
 * Holds it once more. Any thread.
 *
 * Returns: (transfer full): @layout
 */
LsnLayout *
lsn_layout_ref (LsnLayout *layout)
{
  g_atomic_ref_count_inc (&layout->references);
  return layout;
}

/**
 * lsn_layout_unref:
 * @layout: (transfer full): a layout
 *
 * Gives back one hold, and frees it with the last. Any thread.
 */
void
lsn_layout_unref (LsnLayout *layout)
{
  if (!g_atomic_ref_count_dec (&layout->references))
    return;
  g_array_unref (layout->places);
  g_free (layout);
}

/**
 * lsn_layout_places:
 * @layout: a layout
 * @n_places: (out): how many
 *
 * Returns: (transfer none) (array length=n_places): the new places of the actors that move
 */
const LsnPlace *
lsn_layout_places (LsnLayout *layout,
                   guint     *n_places)
{
  *n_places = layout->places->len;
  return (const LsnPlace *) layout->places->data;
}

/**
 * lsn_layout_measure:
 * @layout: a layout
 * @snapshot: what it was made of
 * @extents: (array length=n_extents): how far each actor reaches
 * @n_extents: how many
 *
 * What the layout would do, for who has to decide about it. Containers are not counted as moved: their frames follow. Any thread.
 * Cost: twice that of lsn_tidiness_of_map (), some ms for maps of hands and about a second at 50,000 ties.
 *
 * Returns: the measures
 */
LsnLayoutMeasures
lsn_layout_measure (LsnLayout        *layout,
                    LsnMap           *snapshot,
                    const LsnExtents *extents,
                    guint             n_extents)
{
  const LsnPlace *places = (const LsnPlace *) layout->places->data;
  LsnTidiness before = lsn_tidiness_of_map (snapshot, NULL, 0, extents, n_extents);
  LsnTidiness after = lsn_tidiness_of_map (snapshot, places, layout->places->len, extents, n_extents);
  LsnLayoutMeasures measures = { 0 };

  for (guint i = 0; i < layout->places->len; i++)
    {
      double shift = hypot (places[i].x - lsn_map_get_number (snapshot, LSN_TABLE_ACTORS, places[i].actor, LSN_ACTOR_X),
                            places[i].y - lsn_map_get_number (snapshot, LSN_TABLE_ACTORS, places[i].actor, LSN_ACTOR_Y));

      if (lsn_map_is_container (snapshot, places[i].actor) && lsn_map_shown_as (snapshot, places[i].actor) == places[i].actor
          && lsn_map_get_boolean (snapshot, LSN_TABLE_ACTORS, places[i].actor, LSN_ACTOR_COLLAPSED) != 1)
        continue;
      measures.n_placed += isnan (shift);
      measures.n_moved += shift >= 0.01;
      measures.mean_shift += isnan (shift) ? 0 : shift;
      measures.max_shift = isnan (shift) ? measures.max_shift : MAX (measures.max_shift, shift);
    }
  measures.mean_shift /= MAX (measures.n_moved, 1);
  measures.crossings_before = before.n_crossings;
  measures.crossings_after = after.n_crossings;
  measures.overlaps_before = before.n_overlaps;
  measures.overlaps_after = after.n_overlaps;
  measures.strangers_before = before.n_strangers;
  measures.strangers_after = after.n_strangers;
  return measures;
}

/* Whether the user has pinned an actor that has a place, or a container of it, maybe after the layout was asked for. */
static gboolean
is_held (LsnMap *map,
         LsnRow  actor)
{
  return !isnan (lsn_map_get_number (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_X)) && lsn_units_is_pinned (map, actor);
}

/**
 * lsn_layout_apply:
 * @layout: a layout
 * @map: the map that it was made of, maybe changed since
 * @label: translated, as of lsn_map_begin ()
 *
 * Puts the actors that still exist on their new places, in one transaction. Ties that were bent by hand keep their form, and
 * callouts go with what they speak of.
 *
 * Returns: how many actors have a place that they did not have before
 */
guint
lsn_layout_apply (LsnLayout  *layout,
                  LsnMap     *map,
                  const char *label)
{
  g_autoptr (GArray) bent = lsn_bends_note (map, NULL);
  g_autoptr (LsnCallouts) callouts = lsn_callouts_note (map);
  guint n_moved = 0;

  lsn_map_begin (map, label, NULL);
  for (guint i = 0; i < layout->places->len; i++)
    {
      const LsnPlace *place = &g_array_index (layout->places, LsnPlace, i);
      double x, y;

      if (!lsn_map_has_row (map, LSN_TABLE_ACTORS, place->actor) || is_held (map, place->actor))
        continue;
      x = lsn_map_get_number (map, LSN_TABLE_ACTORS, place->actor, LSN_ACTOR_X);
      y = lsn_map_get_number (map, LSN_TABLE_ACTORS, place->actor, LSN_ACTOR_Y);
      lsn_map_set_number (map, LSN_TABLE_ACTORS, place->actor, LSN_ACTOR_X, place->x, NULL);
      lsn_map_set_number (map, LSN_TABLE_ACTORS, place->actor, LSN_ACTOR_Y, place->y, NULL);
      n_moved += x != lsn_map_get_number (map, LSN_TABLE_ACTORS, place->actor, LSN_ACTOR_X)
                 || y != lsn_map_get_number (map, LSN_TABLE_ACTORS, place->actor, LSN_ACTOR_Y);
    }
  lsn_bends_follow (map, bent);
  lsn_callouts_follow (map, callouts);
  lsn_map_commit (map);
  return n_moved;
}

/**
 * lsn_layout_default_engine:
 * @map: a map
 *
 * Returns: (transfer none): the engine for a map of that size when nobody chooses
 */
const char *
lsn_layout_default_engine (LsnMap *map)
{
  return lsn_engine_default (lsn_map_n_rows (map, LSN_TABLE_ACTORS), lsn_map_n_rows (map, LSN_TABLE_TIES));
}
