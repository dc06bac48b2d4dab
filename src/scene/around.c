/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "scene/around.h"
#include "scene/grid.h"
#include "scene/shapes.h"

/* The shortest way past the corners of the boxes that are in it. Only boxes that some way has met are looked at: at first those
 * on the straight line, then those that the way around them meets, and so on, so that the cost depends on what a line meets, not
 * on the map. Graphviz's routes for fixed places (splines=true) were the other choice: they come from a helper, later than the
 * drag that wants them, and know neither names nor frames. */

#define MAX_BOXES 20
#define MAX_ROUNDS 12
#define MAX_CORNERS (2 + 4 * MAX_BOXES)
#define CORNER_COST 16.0 /* units: a detour that a corner less is worth */

struct _LsnAround
{
  LsnStage *stage;
  LsnGrid  *bodies;
  GArray   *found;   /* of guint32 */
};

/* What a way keeps off; it is looked for again with less care where there is none. */
typedef enum { CARE_ALL, CARE_NO_FRAMES, CARE_BODIES, N_CARES } Care;

typedef struct
{
  LsnAround *around;
  guint      from, to;
  double     clearance;
  Care       care;
  LsnBox     boxes[MAX_BOXES];
  guint      spots[MAX_BOXES];
  guint      n_boxes;
  LsnPoint   corners[MAX_CORNERS]; /* the first two are the ends */
  guint      n_corners;
  guint      before[MAX_CORNERS];
} Search;

static LsnBox
body_of (const LsnSpot *spot)
{
  double half = lsn_shape_half (spot->look.shape, lsn_body_outer (&spot->look));

  return spot->is_frame ? spot->body : lsn_box_around (spot->centre, half, half);
}

/* With the name below it, where that stands as long as nothing is in its way. */
static LsnBox
all_of (const LsnSpot *spot)
{
  return spot->is_frame ? spot->body : lsn_box_union (body_of (spot), spot->reach);
}

/**
 * lsn_around_new:
 * @stage: who stands where; it outlives what is returned
 *
 * Returns: (transfer full): what finds ways on @stage. Cost: O(actors)
 */
LsnAround *
lsn_around_new (LsnStage *stage)
{
  LsnAround *around = g_new0 (LsnAround, 1);
  LsnBox bounds = LSN_EMPTY_BOX;

  around->stage = stage;
  around->found = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint i = 0; i < stage->n_spots; i++)
    bounds = lsn_box_union (bounds, all_of (&stage->spots[i]));
  around->bodies = lsn_grid_new (bounds, stage->n_spots);
  for (guint i = 0; i < stage->n_spots; i++)
    lsn_grid_add (around->bodies, i, all_of (&stage->spots[i]));

  return around;
}

/**
 * lsn_around_free:
 * @around: (transfer full): what finds ways
 *
 * Frees it.
 */
void
lsn_around_free (LsnAround *around)
{
  lsn_grid_free (around->bodies);
  g_array_unref (around->found);
  g_free (around);
}

static gboolean
holds_an_end (Search *search,
              guint   spot)
{
  LsnStage *stage = search->around->stage;

  return lsn_spot_holds (stage, spot, search->from) || lsn_spot_holds (stage, spot, search->to) ||
         lsn_spot_holds (stage, search->from, spot) || lsn_spot_holds (stage, search->to, spot);
}

/* The ends themselves, what holds them and what they hold, and what lies over an end cannot be passed. */
static gboolean
can_be_passed (Search *search,
               guint   spot,
               LsnBox *box)
{
  LsnStage *stage = search->around->stage;
  LsnPoint a = search->corners[0], b = search->corners[1];
  guint frame = stage->spots[spot].parent;

  if (spot == search->from || spot == search->to || holds_an_end (search, spot) ||
      (stage->spots[spot].is_frame && search->care >= CARE_NO_FRAMES))
    return FALSE;
  /* who goes around a frame goes around all that is in it */
  if (frame != LSN_NO_SPOT && can_be_passed (search, frame, box))
    return FALSE;

  *box = search->care >= CARE_BODIES ? body_of (&stage->spots[spot]) : all_of (&stage->spots[spot]);
  *box = lsn_box_grow (*box, search->clearance);

  return !lsn_box_holds (box, a.x, a.y) && !lsn_box_holds (box, b.x, b.y);
}

static gboolean
is_known (Search *search,
          guint   spot)
{
  for (guint i = 0; i < search->n_boxes; i++)
    if (search->spots[i] == spot)
      return TRUE;

  return FALSE;
}

/* Takes note of all boxes that a piece of the way meets. Returns whether any is new; FALSE in @room when there are too many. */
static gboolean
meet (Search   *search,
      LsnPoint  a,
      LsnPoint  b,
      gboolean *room)
{
  LsnAround *around = search->around;
  LsnCurve line = lsn_curve_line (a, b);
  LsnBox area = lsn_box_grow (lsn_curve_box (&line), search->clearance);
  gboolean any = FALSE;

  lsn_grid_find (around->bodies, area, around->found);
  for (guint i = 0; i < around->found->len; i++)
    {
      guint spot = g_array_index (around->found, guint32, i);
      LsnBox box, tight;

      if (is_known (search, spot) || !can_be_passed (search, spot, &box))
        continue;
      tight = lsn_box_grow (box, -0.5);
      if (!lsn_box_meets_segment (&tight, a, b))
        continue;
      if (search->n_boxes == MAX_BOXES)
        {
          *room = FALSE;
          return FALSE;
        }
      search->spots[search->n_boxes] = spot;
      search->boxes[search->n_boxes++] = box;
      any = TRUE;
    }

  return any;
}

/* Corners that another box covers lead nowhere. */
static void
list_corners (Search *search)
{
  search->n_corners = 2;
  for (guint i = 0; i < search->n_boxes; i++)
    for (guint k = 0; k < 4; k++)
      {
        const LsnBox *box = &search->boxes[i];
        LsnPoint corner = { box->x + (k % 2 == 0 ? 0.0 : box->width), box->y + (k < 2 ? 0.0 : box->height) };
        gboolean is_free = TRUE;

        for (guint other = 0; is_free && other < search->n_boxes; other++)
          {
            LsnBox tight = lsn_box_grow (search->boxes[other], -0.5);

            is_free = !lsn_box_holds (&tight, corner.x, corner.y);
          }
        if (is_free)
          search->corners[search->n_corners++] = corner;
      }
}

static gboolean
sees (const Search *search,
      guint         one,
      guint         other)
{
  for (guint i = 0; i < search->n_boxes; i++)
    {
      LsnBox tight = lsn_box_grow (search->boxes[i], -0.5);

      if (lsn_box_meets_segment (&tight, search->corners[one], search->corners[other]))
        return FALSE;
    }

  return TRUE;
}

/* Dijkstra over the corners that see one another. Returns whether there is a way. */
static gboolean
find_shortest (Search *search)
{
  double far[MAX_CORNERS];
  gboolean done[MAX_CORNERS] = { FALSE };

  for (guint i = 0; i < search->n_corners; i++)
    far[i] = i == 0 ? 0.0 : INFINITY;
  for (;;)
    {
      guint at = G_MAXUINT;

      for (guint i = 0; i < search->n_corners; i++)
        if (!done[i] && isfinite (far[i]) && (at == G_MAXUINT || far[i] < far[at]))
          at = i;
      if (at == G_MAXUINT)
        return FALSE;
      if (at == 1)
        return TRUE;
      done[at] = TRUE;
      for (guint i = 1; i < search->n_corners; i++)
        {
          double to = far[at] + lsn_distance (search->corners[at], search->corners[i]) + CORNER_COST;

          if (!done[i] && to < far[i] && sees (search, at, i))
            {
              far[i] = to;
              search->before[i] = at;
            }
        }
    }
}

/* Looks at all pieces of the way that was found. Returns whether it meets nobody new. */
static gboolean
is_clear (Search   *search,
          gboolean *room)
{
  gboolean met = FALSE;

  for (guint at = 1; at != 0 && *room; at = search->before[at])
    met |= meet (search, search->corners[search->before[at]], search->corners[at], room);

  return !met;
}

static void
take_bends (Search *search,
            GArray *bends)
{
  g_array_set_size (bends, 0);
  for (guint at = search->before[1]; at != 0; at = search->before[at])
    g_array_prepend_val (bends, search->corners[at]);
}

static gboolean
find_with_care (LsnAround *around,
                guint      from,
                guint      to,
                double     clearance,
                Care       care,
                GArray    *bends)
{
  Search search = { .around = around, .from = from, .to = to, .clearance = clearance, .care = care, .n_corners = 2 };
  gboolean room = TRUE;

  search.corners[0] = around->stage->spots[from].centre;
  search.corners[1] = around->stage->spots[to].centre;
  search.before[1] = 0;
  for (guint round = 0; round < MAX_ROUNDS; round++)
    {
      if (is_clear (&search, &room) && room)
        {
          take_bends (&search, bends);
          return TRUE;
        }
      if (!room)
        return FALSE;
      list_corners (&search);
      if (!find_shortest (&search))
        return FALSE;
    }

  return FALSE;
}

/**
 * lsn_around_find:
 * @around: what finds ways
 * @from: a spot
 * @to: another spot
 * @clearance: how far it keeps off others, in units
 * @bends: (element-type LsnPoint): where the way bends, from @from to @to; emptied first
 *
 * Finds the shortest way that keeps clear of the bodies and names of others, and of frames that neither end is in; where there
 * is none, one that crosses such frames, and then one that only keeps clear of bodies. Cost: bounded, and small where few are
 * in the way.
 *
 * Returns: whether there is one; none is looked for past more than some 20 others
 */
gboolean
lsn_around_find (LsnAround *around,
                 guint      from,
                 guint      to,
                 double     clearance,
                 GArray    *bends)
{
  for (guint care = CARE_ALL; care < N_CARES; care++)
    if (find_with_care (around, from, to, clearance, care, bends))
      return TRUE;

  return FALSE;
}
