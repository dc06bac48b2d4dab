/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/live.h"

#include "canvas/layer.h"

struct _LsnLive
{
  LsnWorkers   *workers;  /* borrowed */
  LsnMap       *snapshot;
  LsnTextCache *texts;
  GArray       *actors;
  LsnViewport  *viewport;
  GFunc         changed;
  gpointer      data;
  GCancellable *cancellable;
  LsnLayer     *old;      /* covers what the tiles still show */
  LsnLayer     *moved;
  LsnPoint      wanted;
  LsnPoint      painting;
  gboolean      is_painting;
};

typedef struct
{
  LsnLive         *live;
  LsnMap          *snapshot;
  LsnTextCache    *texts;
  GArray          *actors;
  LsnLayerView     view;
  LsnPoint         by;
  LsnTextureGround ground;
  LsnLayer        *layer;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->snapshot);
  g_clear_pointer (&job->texts, lsn_text_cache_unref);
  g_clear_pointer (&job->actors, g_array_unref);
  g_clear_pointer (&job->layer, lsn_layer_free);
  g_free (job);
}

static void
paint_job (gpointer      data,
           GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (LsnScene) scene = NULL;
  LsnBox bounds;

  scene = lsn_scene_new_moved (job->snapshot, job->texts, (const LsnRow *) (gpointer) job->actors->data,
                               job->actors->len, job->by.x, job->by.y);
  bounds = lsn_scene_get_bounds (scene);
  job->layer = lsn_layer_new (lsn_texture_paint_scene, scene, job->ground, &bounds, bounds.width > 0 ? 1 : 0, &job->view,
                              cancellable);
}

static void paint (LsnLive         *live,
                   LsnTextureGround ground);

static void
finish_job (gpointer data,
            gboolean cancelled)
{
  Job     *job = data;
  LsnLive *live = job->live;

  if (cancelled) /* then @live may be gone */
    return;

  if (job->ground == LSN_TEXTURE_FADE)
    {
      g_clear_pointer (&live->old, lsn_layer_free);
      live->old = g_steal_pointer (&job->layer);
    }
  else
    {
      g_clear_pointer (&live->moved, lsn_layer_free);
      live->moved = g_steal_pointer (&job->layer);
      live->is_painting = FALSE;
      if (live->wanted.x != live->painting.x || live->wanted.y != live->painting.y)
        paint (live, LSN_TEXTURE_CLEAR);
    }
  live->changed (live, live->data);
}

static void
paint (LsnLive         *live,
       LsnTextureGround ground)
{
  Job *job = g_new0 (Job, 1);

  job->live = live;
  job->snapshot = g_object_ref (live->snapshot);
  job->texts = lsn_text_cache_ref (live->texts);
  job->actors = g_array_ref (live->actors);
  job->view = lsn_layer_view (live->viewport);
  job->ground = ground;
  if (ground == LSN_TEXTURE_CLEAR)
    {
      job->by = live->painting = live->wanted;
      live->is_painting = TRUE;
    }
  lsn_workers_submit (live->workers, ground == LSN_TEXTURE_CLEAR ? 1 : 0, paint_job, finish_job, job, free_job,
                      live->cancellable);
}

/**
 * lsn_live_new:
 * @workers: must outlive what is returned
 * @map: as it is now
 * @actors: what is inside of them moves with them
 * @changed: called when there is something new to be shown
 */
LsnLive *
lsn_live_new (LsnWorkers   *workers,
              LsnMap       *map,
              LsnTextCache *texts,
              const LsnRow *actors,
              guint         n_actors,
              LsnViewport  *viewport,
              GFunc         changed,
              gpointer      data)
{
  LsnLive *live = g_new0 (LsnLive, 1);

  live->workers = workers;
  live->snapshot = lsn_map_snapshot (map);
  live->texts = lsn_text_cache_ref (texts);
  live->actors = g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (LsnRow)), actors, n_actors);
  live->viewport = g_object_ref (viewport);
  live->changed = changed;
  live->data = data;
  live->cancellable = g_cancellable_new ();
  paint (live, LSN_TEXTURE_FADE);
  return live;
}

void
lsn_live_free (LsnLive *live)
{
  g_cancellable_cancel (live->cancellable);
  g_clear_object (&live->cancellable);
  g_clear_object (&live->snapshot);
  g_clear_object (&live->viewport);
  g_clear_pointer (&live->texts, lsn_text_cache_unref);
  g_clear_pointer (&live->actors, g_array_unref);
  g_clear_pointer (&live->old, lsn_layer_free);
  g_clear_pointer (&live->moved, lsn_layer_free);
  g_free (live);
}

/**
 * lsn_live_move:
 * @dx: from the place on the map, in units
 * @dy: likewise
 */
void
lsn_live_move (LsnLive *live,
               double   dx,
               double   dy)
{
  live->wanted = (LsnPoint) { dx, dy };
  if (!live->is_painting)
    paint (live, LSN_TEXTURE_CLEAR);
}

/**
 * lsn_live_is_settled:
 *
 * Returns: whether what was asked for last is what is shown
 */
gboolean
lsn_live_is_settled (LsnLive *live)
{
  return !live->is_painting && live->moved != NULL;
}

void
lsn_live_snapshot (LsnLive     *live,
                   GtkSnapshot *snapshot)
{
  if (live->old != NULL && live->moved != NULL)
    lsn_layer_snapshot (live->old, snapshot, live->viewport);
  if (live->moved != NULL)
    lsn_layer_snapshot (live->moved, snapshot, live->viewport);
}
