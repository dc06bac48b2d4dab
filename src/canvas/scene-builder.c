/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/scene-builder.h"

/* So many actors and ties are built within a frame. */
#define SMALL 1500

struct _LsnSceneBuilder
{
  LsnWorkers    *workers; /* borrowed */
  LsnTextCache  *texts;
  LsnMap        *map;
  LsnScene      *scene;
  LsnFilter     *filter;  /* NULL for all */
  LsnSceneBuilt  built;
  gpointer       data;
  GCancellable  *building; /* NULL when no worker builds */
  gboolean       stale;
};

typedef struct
{
  LsnSceneBuilder *builder;
  LsnMap          *snapshot;
  LsnTextCache    *texts;
  LsnFilter       *filter;
  LsnScene        *previous;
  LsnScene        *scene;
} Job;

/**
 * lsn_scene_builder_new:
 * @workers: must be freed before the builder is
 * @built: called for every new scene, on this thread
 */
LsnSceneBuilder *
lsn_scene_builder_new (LsnWorkers   *workers,
                       LsnTextCache *texts,
                       LsnSceneBuilt built,
                       gpointer      data)
{
  LsnSceneBuilder *builder = g_new0 (LsnSceneBuilder, 1);

  builder->workers = workers;
  builder->texts = lsn_text_cache_ref (texts);
  builder->built = built;
  builder->data = data;
  return builder;
}

static void
stop (LsnSceneBuilder *builder)
{
  if (builder->building == NULL)
    return;

  g_cancellable_cancel (builder->building);
  g_clear_object (&builder->building);
}

void
lsn_scene_builder_free (LsnSceneBuilder *builder)
{
  stop (builder);
  g_clear_object (&builder->map);
  g_clear_pointer (&builder->scene, lsn_scene_unref);
  g_clear_pointer (&builder->texts, lsn_text_cache_unref);
  g_clear_pointer (&builder->filter, lsn_filter_free);
  g_free (builder);
}

/**
 * lsn_scene_builder_set_map:
 * @map: (nullable): what to build from now on
 */
void
lsn_scene_builder_set_map (LsnSceneBuilder *builder,
                           LsnMap          *map)
{
  stop (builder);
  g_set_object (&builder->map, map);
  g_clear_pointer (&builder->scene, lsn_scene_unref);
  builder->stale = map != NULL;
}

/**
 * lsn_scene_builder_invalidate:
 *
 * The map has changed: the next lsn_scene_builder_update() builds anew.
 */
void
lsn_scene_builder_invalidate (LsnSceneBuilder *builder)
{
  builder->stale = builder->map != NULL;
}

/**
 * lsn_scene_builder_set_filter:
 * @filter: (nullable): what of the map is shown from now on; copied
 */
void
lsn_scene_builder_set_filter (LsnSceneBuilder *builder,
                              const LsnFilter *filter)
{
  g_clear_pointer (&builder->filter, lsn_filter_free);
  if (filter != NULL)
    builder->filter = lsn_filter_copy (filter);
  lsn_scene_builder_invalidate (builder);
}

gboolean
lsn_scene_builder_is_small (LsnMap *map)
{
  return lsn_map_n_rows (map, LSN_TABLE_ACTORS) + lsn_map_n_rows (map, LSN_TABLE_TIES) <= SMALL;
}

/**
 * lsn_scene_builder_is_current:
 *
 * Returns: whether the last scene shows the map as it is
 */
gboolean
lsn_scene_builder_is_current (LsnSceneBuilder *builder)
{
  return !builder->stale && builder->building == NULL;
}

static void
take_scene (LsnSceneBuilder *builder,
            LsnScene        *scene,
            LsnMap          *of)
{
  g_clear_pointer (&builder->scene, lsn_scene_unref);
  builder->scene = lsn_scene_ref (scene);
  builder->built (builder->data, scene, of);
}

static void
free_job (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->snapshot);
  g_clear_pointer (&job->texts, lsn_text_cache_unref);
  g_clear_pointer (&job->filter, lsn_filter_free);
  g_clear_pointer (&job->previous, lsn_scene_unref);
  g_clear_pointer (&job->scene, lsn_scene_unref);
  g_free (job);
}

static void
build_job (gpointer      data,
           GCancellable *cancellable)
{
  Job            *job = data;
  LsnSceneOptions options = { .previous = job->previous, .filter = job->filter };

  job->scene = lsn_scene_new (job->snapshot, &options, job->texts);
}

static void
finish_job (gpointer data,
            gboolean cancelled)
{
  Job *job = data;

  if (cancelled || job->scene == NULL)
    return;

  g_clear_object (&job->builder->building);
  take_scene (job->builder, job->scene, job->snapshot);
}

static void
build_here (LsnSceneBuilder *builder)
{
  g_autoptr (LsnMap) of = lsn_map_snapshot (builder->map);
  g_autoptr (LsnScene) scene = NULL;
  LsnSceneOptions options = { .previous = builder->scene, .filter = builder->filter };

  stop (builder);
  builder->stale = FALSE;
  scene = lsn_scene_new (of, &options, builder->texts);
  take_scene (builder, scene, of);
}

static void
build_elsewhere (LsnSceneBuilder *builder)
{
  Job *job;

  if (builder->building != NULL)
    return;

  builder->stale = FALSE;
  builder->building = g_cancellable_new ();
  job = g_new0 (Job, 1);
  job->builder = builder;
  job->snapshot = lsn_map_snapshot (builder->map);
  job->texts = lsn_text_cache_ref (builder->texts);
  if (builder->scene != NULL)
    job->previous = lsn_scene_ref (builder->scene);
  if (builder->filter != NULL)
    job->filter = lsn_filter_copy (builder->filter);
  lsn_workers_submit (builder->workers, 0, build_job, finish_job, job, free_job, builder->building);
}

/**
 * lsn_scene_builder_update:
 *
 * To be called once per frame. Cost: O(rows) for a small map, O(1) else.
 */
void
lsn_scene_builder_update (LsnSceneBuilder *builder)
{
  if (!builder->stale)
    return;

  if (lsn_scene_builder_is_small (builder->map))
    build_here (builder);
  else
    build_elsewhere (builder);
}
