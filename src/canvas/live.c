/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/live.h"

#include <math.h>

#include "canvas/layer.h"
#include "canvas/live-ties.h"

#define REST  80  /* milliseconds without a movement until what is dragged is painted as it will be */
#define TYING 400 /* milliseconds after which the ties are routed anew; between, they are stretched: a frame that shows new ones
                     has their pictures to hand to the screen, so only a few may */

struct _LsnLive
{
  LsnWorkers   *workers;     /* borrowed */
  LsnMap       *snapshot;
  LsnScene     *like;        /* what it hides is hidden; NULL for nothing */
  LsnTextCache *texts;
  GArray       *actors;
  GArray       *notes;
  LsnTiles     *tiles;       /* borrowed */
  LsnViewport  *viewport;
  GFunc         changed;
  gpointer      data;
  GCancellable *cancellable;
  LsnLayer     *bodies;      /* what is dragged, and the ties among it, where they were; shown moved */
  LsnLiveTies  *ties;        /* to what stays */
  LsnLayer     *exact;       /* all of it as it is drawn, at one place */
  LsnPoint      exact_by;
  LsnPoint      wanted;
  gint64        tied;        /* when the ties were asked for last */
  gboolean      is_tying;
  guint         rest;        /* source */
};

typedef enum { JOB_OLD, JOB_BODIES, JOB_TIES, JOB_EXACT } JobType;

typedef struct
{
  LsnLive      *live;
  JobType       type;
  LsnMap       *snapshot;
  LsnTextCache *texts;
  GArray       *actors;
  GArray       *notes;
  LsnLayerView  view;
  LsnPoint      by;
  LsnLayer     *layer;
  LsnLiveTies  *ties;
  LsnScene     *old;
  LsnScene     *like;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->snapshot);
  g_clear_pointer (&job->texts, lsn_text_cache_unref);
  g_clear_pointer (&job->actors, g_array_unref);
  g_clear_pointer (&job->notes, g_array_unref);
  g_clear_pointer (&job->layer, lsn_layer_free);
  g_clear_pointer (&job->ties, lsn_live_ties_free);
  g_clear_pointer (&job->old, lsn_scene_unref);
  g_clear_pointer (&job->like, lsn_scene_unref);
  g_free (job);
}

static const LsnRow *
rows_of (GArray *rows)
{
  return (const LsnRow *) (gpointer) rows->data;
}

static LsnScene *
moved_scene (Job *job)
{
  return lsn_scene_new_moved (job->snapshot, job->texts, rows_of (job->actors), job->actors->len, rows_of (job->notes),
                              job->notes->len, job->by.x, job->by.y,
                              job->like);
}

static LsnLayer *
paint_layer (Job          *job,
             LsnScene     *scene,
             GCancellable *cancellable)
{
  LsnBox bounds = lsn_scene_get_bounds (scene);

  return lsn_layer_new (lsn_texture_paint_scene, scene, LSN_TEXTURE_CLEAR, &bounds, bounds.width > 0 ? 1 : 0, &job->view,
                        cancellable);
}

static void
work (gpointer      data,
      GCancellable *cancellable)
{
  Job *job = data;
  LsnSceneOptions options = { .only_actors = rows_of (job->actors), .n_only_actors = job->actors->len,
                              .only_notes = rows_of (job->notes), .n_only_notes = job->notes->len, .like = job->like };
  g_autoptr (LsnScene) scene = NULL;

  switch (job->type)
    {
    case JOB_OLD:
      job->old = moved_scene (job);
      break;

    case JOB_BODIES:
      scene = lsn_scene_new (job->snapshot, &options, job->texts);
      job->layer = paint_layer (job, scene, cancellable);
      break;

    case JOB_TIES:
      job->ties = lsn_live_ties_new (job->snapshot, job->texts, rows_of (job->actors), job->actors->len, job->by,
                                     &job->view, job->like);
      break;

    case JOB_EXACT:
      scene = moved_scene (job);
      job->layer = paint_layer (job, scene, cancellable);
      break;

    default:
      g_assert_not_reached ();
    }
}

static gboolean
is_at (LsnPoint a,
       LsnPoint b)
{
  return a.x == b.x && a.y == b.y;
}

static void
take_layer (LsnLayer **place,
            Job       *job)
{
  g_clear_pointer (place, lsn_layer_free);
  *place = g_steal_pointer (&job->layer);
}

static void
take_ties (LsnLive *live,
           Job     *job)
{
  g_clear_pointer (&live->ties, lsn_live_ties_free);
  live->ties = g_steal_pointer (&job->ties);
  live->is_tying = FALSE;
}

static void
finish (gpointer data,
        gboolean cancelled)
{
  Job     *job = data;
  LsnLive *live = job->live;

  if (cancelled) /* then @live may be gone */
    return;

  switch (job->type)
    {
    case JOB_OLD:
      lsn_tiles_set_veil (live->tiles, job->old);
      break;

    case JOB_BODIES:
      take_layer (&live->bodies, job);
      break;

    case JOB_TIES:
      take_ties (live, job);
      break;

    case JOB_EXACT:
      take_layer (&live->exact, job);
      live->exact_by = job->by;
      break;

    default:
      g_assert_not_reached ();
    }
  live->changed (live, live->data);
}

/* What may come into sight while it is dragged is painted with the rest. */
static void
widen (LsnBox *visible)
{
  visible->x -= visible->width / 2;
  visible->y -= visible->height / 2;
  visible->width *= 2;
  visible->height *= 2;
}

static void
submit (LsnLive *live,
        JobType  type)
{
  Job *job = g_new0 (Job, 1);

  job->live = live;
  job->type = type;
  job->snapshot = g_object_ref (live->snapshot);
  job->texts = lsn_text_cache_ref (live->texts);
  job->actors = g_array_ref (live->actors);
  job->notes = g_array_ref (live->notes);
  if (live->like != NULL)
    job->like = lsn_scene_ref (live->like);
  job->view = lsn_layer_view (live->viewport);
  if (type == JOB_BODIES)
    widen (&job->view.visible);
  if (type == JOB_TIES || type == JOB_EXACT)
    job->by = live->wanted;
  if (type == JOB_TIES)
    {
      live->tied = g_get_monotonic_time ();
      live->is_tying = TRUE;
    }
  lsn_workers_submit (live->workers, type == JOB_TIES ? 1 : 0, work, finish, job, free_job, live->cancellable);
}

static gboolean
on_rest_cb (gpointer data)
{
  LsnLive *live = data;

  live->rest = 0;
  submit (live, JOB_EXACT);
  return G_SOURCE_REMOVE;
}

/**
 * lsn_live_new:
 * @workers: must outlive what is returned
 * @map: as it is now
 * @scene: (nullable): what of it is shown
 * @actors: what is inside of them moves with them
 * @notes: that move with them
 * @tiles: where its old picture fades; must outlive what is returned
 * @changed: called when there is something new to be shown, by lsn_tiles_update() too
 *
 * Returns: (transfer full): what is dragged, not moved yet
 */
LsnLive *
lsn_live_new (LsnWorkers   *workers,
              LsnMap       *map,
              LsnScene     *scene,
              LsnTextCache *texts,
              LsnTiles     *tiles,
              const LsnRow *actors,
              guint         n_actors,
              const LsnRow *notes,
              guint         n_notes,
              LsnViewport  *viewport,
              GFunc         changed,
              gpointer      data)
{
  LsnLive *live = g_new0 (LsnLive, 1);

  live->workers = workers;
  live->snapshot = lsn_map_snapshot (map);
  if (scene != NULL)
    live->like = lsn_scene_ref (scene);
  live->texts = lsn_text_cache_ref (texts);
  /* with room for one, so that no array is NULL: that would mean all */
  live->actors = g_array_append_vals (g_array_sized_new (FALSE, FALSE, sizeof (LsnRow), n_actors + 1), actors, n_actors);
  live->notes = g_array_append_vals (g_array_sized_new (FALSE, FALSE, sizeof (LsnRow), n_notes + 1), notes, n_notes);
  live->tiles = tiles;
  live->viewport = g_object_ref (viewport);
  live->changed = changed;
  live->data = data;
  live->cancellable = g_cancellable_new ();
  submit (live, JOB_BODIES);
  submit (live, JOB_OLD);
  return live;
}

void
lsn_live_free (LsnLive *live)
{
  g_cancellable_cancel (live->cancellable);
  lsn_tiles_set_veil (live->tiles, NULL);
  g_clear_handle_id (&live->rest, g_source_remove);
  g_clear_object (&live->cancellable);
  g_clear_object (&live->snapshot);
  g_clear_pointer (&live->like, lsn_scene_unref);
  g_clear_object (&live->viewport);
  g_clear_pointer (&live->texts, lsn_text_cache_unref);
  g_clear_pointer (&live->actors, g_array_unref);
  g_clear_pointer (&live->notes, g_array_unref);
  g_clear_pointer (&live->bodies, lsn_layer_free);
  g_clear_pointer (&live->ties, lsn_live_ties_free);
  g_clear_pointer (&live->exact, lsn_layer_free);
  g_free (live);
}

/**
 * lsn_live_move:
 * @dx: from the place on the map, in units
 * @dy: likewise
 *
 * Moves what is dragged. It and its ties follow in the next frame; the numbers of ties that stand for several come when it rests.
 */
void
lsn_live_move (LsnLive *live,
               double   dx,
               double   dy)
{
  live->wanted = (LsnPoint) { dx, dy };
  if (!live->is_tying && g_get_monotonic_time () - live->tied > TYING * G_TIME_SPAN_MILLISECOND)
    submit (live, JOB_TIES);
  g_clear_handle_id (&live->rest, g_source_remove);
  /* after the frames that are due: a slow one is no rest, and more to paint would make the next one slower */
  live->rest = g_timeout_add_full (G_PRIORITY_LOW, REST, on_rest_cb, live, NULL);
}

/**
 * lsn_live_is_settled:
 *
 * Returns: whether all is shown as it will be drawn, at the place that was asked for last
 */
gboolean
lsn_live_is_settled (LsnLive *live)
{
  return live->exact != NULL && is_at (live->exact_by, live->wanted);
}

static void
snapshot_bodies (LsnLive     *live,
                 GtkSnapshot *snapshot)
{
  LsnPoint by = lsn_viewport_whole_pixels (live->viewport, live->wanted);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) by.x, (float) by.y));
  lsn_layer_snapshot (live->bodies, snapshot, live->viewport);
  gtk_snapshot_restore (snapshot);
}

/**
 * lsn_live_snapshot:
 *
 * Appends what is dragged. Cost: O(ties to what stays).
 */
void
lsn_live_snapshot (LsnLive     *live,
                   GtkSnapshot *snapshot)
{
  if (lsn_live_is_settled (live))
    {
      lsn_layer_snapshot (live->exact, snapshot, live->viewport);
      return;
    }
  if (live->bodies == NULL)
    return;
  if (live->ties != NULL)
    lsn_live_ties_snapshot (live->ties, snapshot, live->viewport, live->wanted);
  snapshot_bodies (live, snapshot);
}
