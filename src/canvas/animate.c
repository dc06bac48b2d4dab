/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/animate.h"

#include "canvas/marks.h"
#include "canvas/texture.h"
#include "model/kinds.h"

#define DURATION (350 * G_TIME_SPAN_MILLISECOND)

typedef struct
{
  LsnPoint from, to;
  double   radius;
  gboolean is_square;
  GdkRGBA  colour;
} Body;

typedef struct
{
  guint source, target; /* in bodies */
} Line;

struct _LsnAnimation
{
  GArray *bodies;
  GArray *lines;
  gint64  start;
  double  progress;
};

static void
look_of (LsnMap *map,
         LsnRow  actor,
         Body   *body)
{
  LsnRow      kind = lsn_map_get_reference (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_KIND);
  const char *colour = kind != LSN_NO_ROW ? lsn_kind_text (map, kind, LSN_KIND_COLOUR) : NULL;

  if (colour == NULL || !gdk_rgba_parse (&body->colour, colour))
    body->colour = (GdkRGBA) { 0.45f, 0.5f, 0.55f, 1 }
  ;
  body->is_square = kind != LSN_NO_ROW && g_strcmp0 (lsn_kind_text (map, kind, LSN_KIND_SHAPE), "square") == 0;
}

static GHashTable *
collect_bodies (LsnAnimation *animation,
                LsnMap       *map,
                LsnScene     *from,
                LsnScene     *to)
{
  GHashTable *index = g_hash_table_new (NULL, NULL);

  for (LsnRow row = lsn_map_next_row (map, LSN_TABLE_ACTORS, LSN_NO_ROW); row != LSN_NO_ROW;
       row = lsn_map_next_row (map, LSN_TABLE_ACTORS, row))
    {
      LsnBox   before, after;
      gboolean was_frame, is_frame;
      Body     body = { 0 };

      if (!lsn_scene_actor_body (from, row, &before, &was_frame) ||
          !lsn_scene_actor_body (to, row, &after, &is_frame) || was_frame || is_frame)
        continue;
      body.from = (LsnPoint) { before.x + before.width / 2, before.y + before.height / 2 };
      body.to = (LsnPoint) { after.x + after.width / 2, after.y + after.height / 2 };
      body.radius = after.width / 2;
      look_of (map, row, &body);
      g_hash_table_insert (index, GUINT_TO_POINTER (row), GUINT_TO_POINTER (animation->bodies->len));
      g_array_append_val (animation->bodies, body);
    }
  return index;
}

static void
collect_lines (LsnAnimation *animation,
               LsnMap       *map,
               GHashTable   *index)
{
  for (LsnRow row = lsn_map_next_row (map, LSN_TABLE_TIES, LSN_NO_ROW); row != LSN_NO_ROW;
       row = lsn_map_next_row (map, LSN_TABLE_TIES, row))
    {
      LsnRow   source = lsn_map_get_reference (map, LSN_TABLE_TIES, row, LSN_TIE_SOURCE);
      LsnRow   target = lsn_map_get_reference (map, LSN_TABLE_TIES, row, LSN_TIE_TARGET);
      gpointer a, b;

      if (g_hash_table_lookup_extended (index, GUINT_TO_POINTER (source), NULL, &a) &&
          g_hash_table_lookup_extended (index, GUINT_TO_POINTER (target), NULL, &b))
        {
          Line line = { GPOINTER_TO_UINT (a), GPOINTER_TO_UINT (b) };

          g_array_append_val (animation->lines, line);
        }
    }
}

/**
 * lsn_animation_new:
 * @from: how it was
 * @to: how it is
 * @start: the time of the first frame, in microseconds
 *
 * Cost: O(rows); each frame costs a node per actor and tie, so it is meant for small maps.
 */
LsnAnimation *
lsn_animation_new (LsnMap   *map,
                   LsnScene *from,
                   LsnScene *to,
                   gint64    start)
{
  LsnAnimation *animation = g_new0 (LsnAnimation, 1);
  g_autoptr (GHashTable) index = NULL;

  animation->bodies = g_array_new (FALSE, FALSE, sizeof (Body));
  animation->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  animation->start = start;
  index = collect_bodies (animation, map, from, to);
  collect_lines (animation, map, index);
  return animation;
}

void
lsn_animation_free (LsnAnimation *animation)
{
  g_array_unref (animation->bodies);
  g_array_unref (animation->lines);
  g_free (animation);
}

/**
 * lsn_animation_advance:
 * @now: the time of the frame, in microseconds
 *
 * Returns: whether it goes on
 */
gboolean
lsn_animation_advance (LsnAnimation *animation,
                       gint64        now)
{
  double t = CLAMP ((double) (now - animation->start) / DURATION, 0, 1);

  animation->progress = 1 - (1 - t) * (1 - t) * (1 - t);
  return t < 1;
}

static LsnPoint
place_of (LsnAnimation *animation,
          LsnViewport  *viewport,
          const Body   *body)
{
  double t = animation->progress;

  return lsn_viewport_to_widget (viewport, body->from.x + (body->to.x - body->from.x) * t,
                                 body->from.y + (body->to.y - body->from.y) * t);
}

static void
snapshot_body (GtkSnapshot *snapshot,
               const Body  *body,
               LsnPoint     centre,
               double       radius)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT ((float) (centre.x - radius), (float) (centre.y - radius),
                                                        (float) (2 * radius), (float) (2 * radius)),
                                   body->is_square ? (float) (radius / 4) : (float) radius);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &body->colour, &outline.bounds);
  gtk_snapshot_pop (snapshot);
}

void
lsn_animation_snapshot (LsnAnimation *animation,
                        GtkSnapshot  *snapshot,
                        LsnViewport  *viewport)
{
  GdkRGBA ground = lsn_texture_ground ();
  GdkRGBA line = { 0.42f, 0.45f, 0.5f, 0.8f };
  double  zoom = lsn_viewport_get_zoom (viewport);
  int     width, height;

  lsn_viewport_get_size (viewport, &width, &height);
  gtk_snapshot_append_color (snapshot, &ground, &GRAPHENE_RECT_INIT (0, 0, width, height));
  for (guint i = 0; i < animation->lines->len; i++)
    {
      const Line *each = &g_array_index (animation->lines, Line, i);

      lsn_marks_segment (snapshot, place_of (animation, viewport, &g_array_index (animation->bodies, Body, each->source)),
                         place_of (animation, viewport, &g_array_index (animation->bodies, Body, each->target)),
                         MAX (1, zoom), &line);
    }
  for (guint i = 0; i < animation->bodies->len; i++)
    {
      const Body *body = &g_array_index (animation->bodies, Body, i);

      snapshot_body (snapshot, body, place_of (animation, viewport, body), body->radius * zoom);
    }
}
