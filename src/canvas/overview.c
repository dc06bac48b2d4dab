/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/overview.h"

#include <math.h>

#include "canvas/tile-painter.h"

#define SIZE 1024 /* device pixels of the longer side, at most */

/* Tiles that are seen come between. */
enum { PRIORITY_AGAIN = -5, PRIORITY_FIRST = 10 };

struct _LsnOverview
{
  LsnWorkers   *workers; /* borrowed */
  GFunc         changed;
  gpointer      data;
  guint64       serial;  /* of the scene */
  GCancellable *painting;
  LsnTrimmed    picture;
  LsnBox        area;
};

typedef struct
{
  guint64 serial;
  LsnBox  area;
} Tag;

/**
 * lsn_overview_new:
 * @workers: must be freed before the overview is
 * @changed: called with @data when there is a new picture
 *
 * Returns: (transfer full): an overview of nothing yet
 */
LsnOverview *
lsn_overview_new (LsnWorkers *workers,
                  GFunc       changed,
                  gpointer    data)
{
  LsnOverview *overview = g_new0 (LsnOverview, 1);

  overview->workers = workers;
  overview->changed = changed;
  overview->data = data;
  overview->painting = g_cancellable_new ();
  return overview;
}

void
lsn_overview_free (LsnOverview *overview)
{
  g_clear_object (&overview->painting);
  lsn_trimmed_clear (&overview->picture);
  g_free (overview);
}

static void
painted (gpointer      data,
         gconstpointer tag,
         LsnTrimmed   *picture)
{
  LsnOverview *overview = data;
  const Tag   *of = tag;

  if (picture == NULL || of->serial != overview->serial)
    return;

  lsn_trimmed_take (&overview->picture, picture);
  overview->area = of->area;
  overview->changed (overview, overview->data);
}

static void
paint (LsnOverview *overview,
       LsnScene    *scene,
       LsnBox       area)
{
  double scale = MIN (1, SIZE / MAX (area.width, area.height));
  Tag   *tag = g_new0 (Tag, 1);

  tag->serial = overview->serial;
  tag->area = area;
  lsn_tile_painter_submit (overview->workers, overview->picture.width == 0 ? PRIORITY_FIRST : PRIORITY_AGAIN, scene, &area,
                           scale, MAX (1, (int) ceil (area.width * scale)), MAX (1, (int) ceil (area.height * scale)),
                           TRUE, overview->painting, painted, overview, tag, g_free);
}

/**
 * lsn_overview_set_scene:
 * @scene: (nullable): what to show from now on
 *
 * The old picture stays until the new one is there; that of an empty map is gone at once.
 */
void
lsn_overview_set_scene (LsnOverview *overview,
                        LsnScene    *scene)
{
  LsnBox area = scene != NULL ? lsn_scene_get_bounds (scene) : (LsnBox) { 0, 0, 0, 0 };

  overview->serial++;
  g_cancellable_cancel (overview->painting);
  g_object_unref (overview->painting);
  overview->painting = g_cancellable_new ();
  if (area.width > 0 && area.height > 0)
    paint (overview, scene, area);
  else
    lsn_trimmed_clear (&overview->picture);
}

/**
 * lsn_overview_is_there:
 *
 * Returns: whether there is a picture, be it an old one
 */
gboolean
lsn_overview_is_there (LsnOverview *overview)
{
  return overview->picture.width > 0;
}

/**
 * lsn_overview_get_texture:
 * @area: (out): what it shows, in map units; only written when there is one
 *
 * Returns: (transfer none) (nullable): the picture, be it an old one
 */
GdkTexture *
lsn_overview_get_texture (LsnOverview *overview,
                          LsnBox      *area)
{
  if (overview->picture.width > 0)
    *area = overview->area;
  return overview->picture.texture;
}

void
lsn_overview_snapshot (LsnOverview *overview,
                       GtkSnapshot *snapshot,
                       LsnViewport *viewport)
{
  LsnBox box;

  if (overview->picture.width == 0)
    return;

  box = lsn_viewport_box_to_pixels (viewport, &overview->area);
  lsn_trimmed_snapshot (&overview->picture, snapshot, &box);
}
