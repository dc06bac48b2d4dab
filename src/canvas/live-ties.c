/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/live-ties.h"

#include <math.h>

#include "canvas/marks.h"
#include "canvas/texture.h"
#include "scene/strip.h"

#define TOLERANCE    2.0  /* pixels by which a piece may miss the curve that it is a part of */
#define MAX_PIECES   3000 /* per frame; what is more is seen when the drag rests */
#define MAX_PAINTED  400  /* pieces that have a picture; more are plain */
#define MAX_LENGTH   2048 /* pixels of a picture */
#define LEAST_WIDTH  1.0  /* pixels; what is thinner is paler instead */

typedef enum { PART_SHAFT, PART_MARKS, PART_SOURCE_END, PART_TARGET_END } Part;

/* A part of a tie that is shown straight. */
typedef struct
{
  LsnPoint    from, to;
  double      from_follows, to_follows; /* how much of a movement each end takes part in: 1 at what is dragged, 0 at what stays */
  Part        part;
  GdkTexture *texture;                  /* NULL for a plain stroke */
  double      reach;                    /* of the texture to each side, units */
  double      width;                    /* units */
  GdkRGBA     colour;
} Piece;

struct _LsnLiveTies
{
  LsnPoint by;     /* where the pieces were made for */
  GArray  *pieces; /* Piece; those with pictures last, as the screen is slow to change between them and plain ones */
  guint    n_painted;
};

static void
clear_piece (gpointer data)
{
  g_clear_object (&((Piece *) data)->texture);
}

static void
add_with_inside (LsnMap     *map,
                 LsnRow      actor,
                 GHashTable *set)
{
  LsnRow child = LSN_NO_ROW;

  if (!lsn_map_has_row (map, LSN_TABLE_ACTORS, actor) || !g_hash_table_add (set, GUINT_TO_POINTER (actor)))
    return;

  while ((child = lsn_map_next_child (map, actor, child)) != LSN_NO_ROW)
    add_with_inside (map, child, set);
}

/* How far @point is from the line through @from and @to. */
static double
distance (LsnPoint point,
          LsnPoint from,
          LsnPoint to)
{
  double dx = to.x - from.x, dy = to.y - from.y;
  double length = hypot (dx, dy);

  return length > 0 ? fabs ((point.x - from.x) * dy - (point.y - from.y) * dx) / length
                    : hypot (point.x - from.x, point.y - from.y);
}

/* A tie that is made into pieces. */
typedef struct
{
  LsnScene           *scene;
  LsnRow              tie;
  LsnStrip            strip;
  const LsnPoint     *points;
  double             *lengths;     /* of the line up to each point */
  guint               n_points;
  gboolean            from_target; /* the target is what is dragged */
  const LsnLayerView *view;
  LsnLiveTies        *ties;
} Line;

static LsnPoint
at_length (const Line *line,
           double      length)
{
  guint  i = 1;
  double share;

  while (i < line->n_points - 1 && line->lengths[i] < length)
    i++;
  share = (length - line->lengths[i - 1]) / MAX (1e-9, line->lengths[i] - line->lengths[i - 1]);
  return (LsnPoint) { line->points[i - 1].x + share * (line->points[i].x - line->points[i - 1].x),
                      line->points[i - 1].y + share * (line->points[i].y - line->points[i - 1].y) };
}

/* What is between the ends goes as far with them as their tips, so that it does not part from them; marks stay as they are. */
static double
follows (const Line *line,
         Part        part,
         double      length)
{
  const double *marks = line->strip.marks;
  double        whole = line->lengths[line->n_points - 1], share = length / whole;
  gboolean      is_end = part == PART_SOURCE_END || part == PART_TARGET_END;

  if (!is_end && length <= line->strip.ends[0])
    share = 0;
  else if (!is_end && length >= whole - line->strip.ends[1])
    share = 1;
  else if (!is_end && marks[0] < marks[1] && length >= marks[0] && length <= marks[1])
    share = (marks[0] + marks[1]) / 2 / whole;
  return line->from_target ? share : 1 - share;
}

static gboolean
is_near (const Line *line,
         double      begin,
         double      end)
{
  LsnPoint from = at_length (line, begin), to = at_length (line, end);

  for (guint i = 0; i < line->n_points; i++)
    if (line->lengths[i] > begin && line->lengths[i] < end &&
        distance (line->points[i], from, to) > TOLERANCE / line->view->scale)
      return FALSE;
  return TRUE;
}

static void
paint_strip (cairo_t      *cr,
             const LsnBox *area,
             double        scale,
             GCancellable *cancellable,
             gpointer      data)
{
  const Line *line = data;

  lsn_strip_paint (line->scene, line->tie, cr, scale);
}

static gboolean
is_in_view (const Line  *line,
            const Piece *piece)
{
  const LsnBox *view = &line->view->visible;

  return MAX (piece->from.x, piece->to.x) >= view->x && MIN (piece->from.x, piece->to.x) <= view->x + view->width &&
         MAX (piece->from.y, piece->to.y) >= view->y && MIN (piece->from.y, piece->to.y) <= view->y + view->height;
}

/* The picture of a piece, when it needs one and is seen. */
static void
paint_piece (Line  *line,
             Piece *piece,
             double begin,
             double end)
{
  double scale = line->view->scale;
  LsnBox area = { begin, -piece->reach, end - begin, 2 * piece->reach };
  int    width = (int) ceil (area.width * scale), height = (int) ceil (area.height * scale);

  if (piece->reach <= 0 || line->ties->n_painted >= MAX_PAINTED || width <= 0 || width > MAX_LENGTH ||
      !is_in_view (line, piece))
    return;

  /* up to whole pixels, so that the line stays in the middle */
  piece->reach = height / scale / 2;
  area.y = -piece->reach;
  piece->texture = lsn_texture_paint (paint_strip, line, LSN_TEXTURE_CLEAR, &area, scale, width, height, NULL);
  line->ties->n_painted++;
}

static double
reach_of (const LsnStrip *strip,
          Part            part)
{
  switch (part)
    {
    case PART_SHAFT:
      return strip->reach;

    case PART_MARKS:
      return strip->reach_of_marks;

    case PART_SOURCE_END:
    case PART_TARGET_END:
      return strip->reach_of_ends;

    default:
      g_assert_not_reached ();
    }
}

static void
add_piece (Line  *line,
           Part   part,
           double begin,
           double end)
{
  const double *colour = line->strip.colour;
  Piece         piece = {
    .from = at_length (line, begin),
    .to = at_length (line, end),
    .from_follows = follows (line, part, begin),
    .to_follows = follows (line, part, end),
    .part = part,
    .reach = reach_of (&line->strip, part),
    .width = line->strip.width,
    .colour = { (float) colour[0], (float) colour[1], (float) colour[2], 1 },
  };

  if (end <= begin)
    return;

  paint_piece (line, &piece, begin, end);
  g_array_append_val (line->ties->pieces, piece);
}

/* How far a piece that begins at @begin can go. */
static double
reach_on (const Line *line,
          double      begin,
          double      end)
{
  double longest = line->strip.reach > 0 ? MAX_LENGTH / line->view->scale : end - begin;
  double most = begin + MIN (longest, end - begin), to = 0;

  for (guint i = 1; i < line->n_points && to < most; i++)
    {
      double next = MIN (line->lengths[i], most);

      if (next <= begin)
        continue;
      if (to > begin && !is_near (line, begin, next))
        break;
      to = next;
    }
  return to;
}

/* In as few pieces as come near enough: for the screen each is a call of its own. */
static void
add_shaft (Line  *line,
           double begin,
           double end)
{
  while (begin < end)
    {
      double to = reach_on (line, begin, end);

      if (to <= begin) /* the rest is shorter than can be told */
        return;
      add_piece (line, PART_SHAFT, begin, to);
      begin = to;
    }
}

/* Its ends, which may have heads, and what is between them: only what has a form of its own there has a picture, as small as can
 * be, as it is by their pixels that pictures cost the screen. */
static void
add_pieces (Line *line)
{
  const LsnStrip *strip = &line->strip;
  double          length = line->lengths[line->n_points - 1];
  double          begin = strip->ends[0], end = length - strip->ends[1];

  if (strip->marks[0] < strip->marks[1])
    {
      double marks[2] = { CLAMP (strip->marks[0], begin, MAX (begin, end)), CLAMP (strip->marks[1], begin, MAX (begin, end)) };

      add_shaft (line, begin, marks[0]);
      add_piece (line, PART_MARKS, marks[0], marks[1]);
      add_shaft (line, marks[1], end);
    }
  else
    add_shaft (line, begin, end);
  add_piece (line, PART_SOURCE_END, 0, begin);
  add_piece (line, PART_TARGET_END, end, length);
}

static void
add_tie (LsnLiveTies        *ties,
         LsnScene           *scene,
         LsnRow              tie,
         gboolean            from_target,
         const LsnLayerView *view)
{
  g_autoptr (GArray) path = lsn_scene_tie_path (scene, tie);
  g_autofree double *lengths = NULL;
  Line line = { .scene = scene, .tie = tie, .from_target = from_target, .view = view, .ties = ties };

  if (path == NULL || path->len < 2 || !lsn_strip_of (scene, tie, view->scale, &line.strip))
    return;

  lengths = g_new0 (double, path->len);
  line.points = (const LsnPoint *) (gpointer) path->data;
  line.n_points = path->len;
  line.lengths = lengths;
  for (guint i = 1; i < path->len; i++)
    lengths[i] = lengths[i - 1] + hypot (line.points[i].x - line.points[i - 1].x, line.points[i].y - line.points[i - 1].y);
  if (lengths[path->len - 1] > 0)
    add_pieces (&line);
}

static int
compare_pictures (gconstpointer a,
                  gconstpointer b)
{
  return (((const Piece *) a)->texture != NULL) - (((const Piece *) b)->texture != NULL);
}

/**
 * lsn_live_ties_new:
 * @map: a map, or a snapshot when this runs off the map's thread
 * @actors: who is dragged, with what is inside
 * @by: how far, in map units
 * @view: what is seen, for which they are fine enough
 *
 * Cost: O(actors and their ties), and the painting of what is more than a plain stroke.
 *
 * Returns: (transfer full): the ties that have one end dragged
 */
LsnLiveTies *
lsn_live_ties_new (LsnMap             *map,
                   LsnTextCache       *texts,
                   const LsnRow       *actors,
                   guint               n_actors,
                   LsnPoint            by,
                   const LsnLayerView *view,
                   LsnScene           *like)
{
  g_autoptr (LsnScene) scene = lsn_scene_new_moved (map, texts, actors, n_actors, NULL, 0, by.x, by.y, like);
  g_autoptr (GHashTable) dragged = g_hash_table_new (NULL, NULL);
  LsnLiveTies   *ties = g_new0 (LsnLiveTies, 1);
  GHashTableIter iter;
  gpointer       each;

  ties->by = by;
  ties->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_array_set_clear_func (ties->pieces, clear_piece);
  for (guint i = 0; i < n_actors; i++)
    add_with_inside (map, actors[i], dragged);
  g_hash_table_iter_init (&iter, dragged);
  while (g_hash_table_iter_next (&iter, &each, NULL))
    for (LsnRow actor = GPOINTER_TO_UINT (each), tie = LSN_NO_ROW;
         (tie = lsn_map_next_tie (map, actor, tie)) != LSN_NO_ROW;)
      {
        LsnRow source = lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_SOURCE);
        LsnRow target = lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_TARGET);

        if (!g_hash_table_contains (dragged, GUINT_TO_POINTER (source)) ||
            !g_hash_table_contains (dragged, GUINT_TO_POINTER (target)))
          add_tie (ties, scene, tie, target == actor, view);
      }
  g_array_sort (ties->pieces, compare_pictures);
  return ties;
}

void
lsn_live_ties_free (LsnLiveTies *ties)
{
  g_array_unref (ties->pieces);
  g_free (ties);
}

static LsnPoint
follow (LsnViewport *viewport,
        LsnPoint     at,
        LsnPoint     by,
        double       share)
{
  return lsn_viewport_to_widget (viewport, at.x + by.x * share, at.y + by.y * share);
}

static gboolean
is_seen (LsnPoint a,
         LsnPoint b,
         int      width,
         int      height)
{
  return MAX (a.x, b.x) >= 0 && MIN (a.x, b.x) <= width && MAX (a.y, b.y) >= 0 && MIN (a.y, b.y) <= height;
}

static void
snapshot_texture (GtkSnapshot *snapshot,
                  const Piece *piece,
                  LsnPoint     from,
                  LsnPoint     to,
                  double       zoom)
{
  double length = hypot (to.x - from.x, to.y - from.y), begin = 0, reach = piece->reach * zoom;
  double whole = hypot (piece->to.x - piece->from.x, piece->to.y - piece->from.y) * zoom;

  /* Heads keep their size and stay at the tip. */
  if (piece->part == PART_SOURCE_END || piece->part == PART_TARGET_END)
    {
      begin = piece->part == PART_TARGET_END ? length - whole : 0;
      length = whole;
    }
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) from.x, (float) from.y));
  gtk_snapshot_rotate (snapshot, (float) (atan2 (to.y - from.y, to.x - from.x) * 180 / G_PI));
  gtk_snapshot_append_texture (snapshot, piece->texture,
                               &GRAPHENE_RECT_INIT ((float) begin, (float) -reach, (float) length, (float) (2 * reach)));
  gtk_snapshot_restore (snapshot);
}

/**
 * lsn_live_ties_snapshot:
 * @by: how far everything has been dragged by now, in map units: the ends follow before new pieces are there
 *
 * Appends a node for each piece that is seen. Cost: O(pieces).
 */
void
lsn_live_ties_snapshot (LsnLiveTies *ties,
                        GtkSnapshot *snapshot,
                        LsnViewport *viewport,
                        LsnPoint     by)
{
  double   zoom = lsn_viewport_get_zoom (viewport);
  LsnPoint since = { by.x - ties->by.x, by.y - ties->by.y };
  guint    n_shown = 0;
  int      width, height;

  lsn_viewport_get_size (viewport, &width, &height);
  for (guint i = 0; i < ties->pieces->len && n_shown < MAX_PIECES; i++)
    {
      const Piece *piece = &g_array_index (ties->pieces, Piece, i);
      LsnPoint     from = follow (viewport, piece->from, since, piece->from_follows);
      LsnPoint     to = follow (viewport, piece->to, since, piece->to_follows);
      GdkRGBA      colour = piece->colour;

      if (!is_seen (from, to, width, height))
        continue;
      n_shown++;
      if (piece->texture != NULL)
        {
          snapshot_texture (snapshot, piece, from, to, zoom);
          continue;
        }
      colour.alpha = (float) MIN (1, piece->width * zoom / LEAST_WIDTH);
      lsn_marks_segment (snapshot, from, to, MAX (LEAST_WIDTH, piece->width * zoom), &colour);
    }
}
