/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/tile-painter.h"

typedef struct
{
  LsnScene      *scene;
  LsnBox         area;
  double         scale;
  int            width;
  int            height;
  gboolean       is_whole;
  LsnTrimmed     under;   /* what the scene is faded in; nothing when it is painted by itself */
  LsnTrimmed     picture;
  gboolean       is_painted;
  LsnTilePainted painted;
  gpointer       data;
  gpointer       tag;
  GDestroyNotify free_tag;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->scene, lsn_scene_unref);
  lsn_trimmed_clear (&job->under);
  lsn_trimmed_clear (&job->picture);
  job->free_tag (job->tag);
  g_free (job);
}

static void
paint_job (gpointer      data,
           GCancellable *cancellable)
{
  Job *job = data;

  if (job->under.width > 0)
    job->is_painted = lsn_trimmed_veil (&job->picture, &job->under, job->scene, &job->area, cancellable);
  else if (job->is_whole)
    job->is_painted = lsn_trimmed_paint_whole (&job->picture, lsn_texture_paint_scene, job->scene, &job->area, job->scale,
                                               job->width, job->height, cancellable);
  else
    job->is_painted = lsn_trimmed_paint (&job->picture, lsn_texture_paint_scene, job->scene, LSN_TEXTURE_PAPER, &job->area,
                                         job->scale, job->width, job->height, cancellable);
}

static void
finish_job (gpointer data,
            gboolean cancelled)
{
  Job *job = data;

  job->painted (job->data, job->tag, cancelled || !job->is_painted ? NULL : &job->picture);
}

static Job *
new_job (LsnScene      *scene,
         const LsnBox  *area,
         double         scale,
         LsnTilePainted painted,
         gpointer       data,
         gpointer       tag,
         GDestroyNotify free_tag)
{
  Job *job = g_new0 (Job, 1);

  job->scene = lsn_scene_ref (scene);
  job->area = *area;
  job->scale = scale;
  job->painted = painted;
  job->data = data;
  job->tag = tag;
  job->free_tag = free_tag;
  return job;
}

/**
 * lsn_tile_painter_submit:
 * @priority: higher ones are painted first
 * @area: in map units
 * @scale: device pixels per map unit
 * @width: in device pixels
 * @height: in device pixels
 * @is_whole: with its empty rims
 * @painted: called on the submitting thread
 * @tag: (transfer full): freed by @free_tag after @painted
 */
void
lsn_tile_painter_submit (LsnWorkers    *workers,
                         int            priority,
                         LsnScene      *scene,
                         const LsnBox  *area,
                         double         scale,
                         int            width,
                         int            height,
                         gboolean       is_whole,
                         GCancellable  *cancellable,
                         LsnTilePainted painted,
                         gpointer       data,
                         gpointer       tag,
                         GDestroyNotify free_tag)
{
  Job *job = new_job (scene, area, scale, painted, data, tag, free_tag);

  job->width = width;
  job->height = height;
  job->is_whole = is_whole;
  lsn_workers_submit (workers, priority, paint_job, finish_job, job, free_job, cancellable);
}

/**
 * lsn_tile_painter_veil:
 * @priority: higher ones are painted first
 * @picture: shows @area
 * @veil: what is to be seen faintly only
 * @area: in map units
 * @painted: called on the submitting thread; with the texture of @picture itself when @veil has no ink there
 * @tag: (transfer full): freed by @free_tag after @painted
 */
void
lsn_tile_painter_veil (LsnWorkers       *workers,
                       int               priority,
                       const LsnTrimmed *picture,
                       LsnScene         *veil,
                       const LsnBox     *area,
                       GCancellable     *cancellable,
                       LsnTilePainted    painted,
                       gpointer          data,
                       gpointer          tag,
                       GDestroyNotify    free_tag)
{
  Job *job = new_job (veil, area, 1, painted, data, tag, free_tag);

  job->under = lsn_trimmed_copy (picture);
  lsn_workers_submit (workers, priority, paint_job, finish_job, job, free_job, cancellable);
}
