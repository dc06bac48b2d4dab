/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/tile-painter.h"

#include "canvas/texture.h"

typedef struct
{
  LsnScene      *scene;
  LsnBox         area;
  double         scale;
  int            width;
  int            height;
  GdkTexture    *under;   /* what the scene is faded in; NULL when it is painted by itself */
  GdkTexture    *texture;
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
  g_clear_object (&job->under);
  g_clear_object (&job->texture);
  job->free_tag (job->tag);
  g_free (job);
}

static void
paint_job (gpointer      data,
           GCancellable *cancellable)
{
  Job *job = data;

  if (job->under != NULL)
    job->texture = lsn_texture_veil (job->under, job->scene, &job->area, job->scale, cancellable);
  else
    job->texture = lsn_texture_paint (lsn_texture_paint_scene, job->scene, LSN_TEXTURE_PAPER, &job->area, job->scale,
                                      job->width, job->height, cancellable);
}

static void
finish_job (gpointer data,
            gboolean cancelled)
{
  Job *job = data;

  job->painted (job->data, job->tag, cancelled ? NULL : job->texture);
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
                         GCancellable  *cancellable,
                         LsnTilePainted painted,
                         gpointer       data,
                         gpointer       tag,
                         GDestroyNotify free_tag)
{
  Job *job = new_job (scene, area, scale, painted, data, tag, free_tag);

  job->width = width;
  job->height = height;
  lsn_workers_submit (workers, priority, paint_job, finish_job, job, free_job, cancellable);
}

/**
 * lsn_tile_painter_veil:
 * @priority: higher ones are painted first
 * @texture: shows @area
 * @veil: what is to be seen faintly only
 * @area: in map units
 * @scale: device pixels per map unit
 * @painted: called on the submitting thread; with @texture itself when @veil has no ink there
 * @tag: (transfer full): freed by @free_tag after @painted
 */
void
lsn_tile_painter_veil (LsnWorkers    *workers,
                       int            priority,
                       GdkTexture    *texture,
                       LsnScene      *veil,
                       const LsnBox  *area,
                       double         scale,
                       GCancellable  *cancellable,
                       LsnTilePainted painted,
                       gpointer       data,
                       gpointer       tag,
                       GDestroyNotify free_tag)
{
  Job *job = new_job (veil, area, scale, painted, data, tag, free_tag);

  job->under = g_object_ref (texture);
  lsn_workers_submit (workers, priority, paint_job, finish_job, job, free_job, cancellable);
}
