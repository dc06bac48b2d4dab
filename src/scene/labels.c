/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "scene/labels.h"
#include "scene/grid.h"
#include "scene/marks.h"
#include "scene/notes.h"
#include "scene/shapes.h"

/* Greedy, in the order of the actors, so the same map always gives the same picture: each takes the first of the cheapest
 * of its sides. Bodies and names that are already there are dear, ties less. */

#define LINE_COST 60.0
#define BODY_COST 400.0
#define NAME_COST 500.0
#define TITLE_INSET 14.0
#define FRAME_COST 300.0
#define HEAD_COST 250.0
#define BESIDE_COST 45.0
#define MAX_ASKED 64
#define MAX_TIES 3000

typedef struct
{
  LsnStage  *stage;
  LsnRoutes *routes;
  LsnGrid   *bodies; /* by spot */
  LsnGrid   *names;  /* by spot, of those placed */
  LsnGrid   *frames; /* by spot */
  LsnGrid   *lines;  /* by route; NULL when there are too many to care */
  LsnGrid   *labels; /* by number, of tie labels placed */
  LsnGrid   *notes;  /* by number; NULL when there are none */
  GArray    *placed; /* of LsnTieLabel */
  GArray    *found;
} Free;

typedef struct
{
  LsnBox   box;
  LsnPoint anchor;
  LsnAlign align;
  double   cost;
} Side;

static void
sides_of (const LsnSpot *spot,
          Side           sides[6])
{
  double half = lsn_shape_half (spot->look.shape, spot->look.radius);
  double outer = half + lsn_body_outer (&spot->look) - spot->look.radius;
  double width = spot->name->width, height = spot->name->height;
  LsnPoint c = spot->centre;
  double below = c.y + outer + LSN_NAME_GAP, above = c.y - outer - LSN_NAME_GAP - height;
  double right = c.x + outer + 7.0, left = c.x - outer - 7.0;

  sides[0] = (Side) { { c.x - width / 2.0, below, width, height }, { c.x, below }, LSN_ALIGN_CENTRE, 0.0 };
  sides[1] = (Side) { { right, c.y - height / 2.0, width, height }, { right, c.y - height / 2.0 }, LSN_ALIGN_LEFT, 14.0 };
  sides[2] = (Side) { { left - width, c.y - height / 2.0, width, height }, { left, c.y - height / 2.0 },
                      LSN_ALIGN_RIGHT, 16.0 };
  sides[3] = (Side) { { c.x - width / 2.0, above, width, height }, { c.x, above }, LSN_ALIGN_CENTRE, 12.0 };
  sides[4] = (Side) { { c.x + 0.55 * outer, below - 2.0, width, height }, { c.x + 0.55 * outer, below - 2.0 },
                      LSN_ALIGN_LEFT, 30.0 };
  sides[5] = (Side) { { c.x - 0.55 * outer - width, below - 2.0, width, height }, { c.x - 0.55 * outer, below - 2.0 },
                      LSN_ALIGN_RIGHT, 32.0 };
}

static double
share_covered (const LsnBox *box,
               const LsnBox *by)
{
  return lsn_box_overlap (box, by) / MAX (1.0, box->width * box->height);
}

static double
cost_of_bodies (Free         *space,
                const LsnBox *box,
                guint         own)
{
  double cost = 0.0;

  lsn_grid_find (space->bodies, *box, space->found);
  for (guint i = 0; i < MIN (space->found->len, MAX_ASKED); i++)
    {
      guint number = g_array_index (space->found, guint32, i);
      const LsnSpot *other = &space->stage->spots[number];
      LsnBox body = lsn_box_grow (other->body, other->look.external ? 6.0 : 2.0);

      if (number != own && lsn_box_meets (box, &body))
        cost += BODY_COST * (0.3 + share_covered (box, &body));
    }

  return cost;
}

static double
cost_of_names (Free         *space,
               const LsnBox *box)
{
  double cost = 0.0;

  lsn_grid_find (space->names, *box, space->found);
  for (guint i = 0; i < MIN (space->found->len, MAX_ASKED); i++)
    {
      const LsnSpot *other = &space->stage->spots[g_array_index (space->found, guint32, i)];
      LsnBox grown = lsn_box_grow (other->name_box, 2.0);

      if (lsn_box_meets (box, &grown))
        cost += NAME_COST * (0.3 + share_covered (box, &grown));
    }

  return cost;
}

/* What nothing may be written on: a note, or the title of a frame. */
static LsnBox
taken_by_note (const LsnNoteItem *note)
{
  LsnBox box = note->box;

  if (note->shape != LSN_NOTE_SHAPE_FRAME)
    return lsn_box_grow (box, 2.0);
  if (note->text == NULL)
    return LSN_EMPTY_BOX;

  box.x += LSN_NOTE_FRAME_INSET;
  if (note->text->n_lines > 0 && note->text->lines[0].rtl)
    box.x += box.width - 2.0 * LSN_NOTE_FRAME_INSET - note->text->width;
  return (LsnBox) { box.x, box.y + LSN_NOTE_FRAME_INSET, note->text->width, note->text->height };
}

static double
cost_of_notes (Free         *space,
               const LsnBox *box)
{
  double cost = 0.0;

  if (space->notes == NULL)
    return 0.0;

  lsn_grid_find (space->notes, *box, space->found);
  for (guint i = 0; i < MIN (space->found->len, MAX_ASKED); i++)
    {
      guint number = g_array_index (space->found, guint32, i);
      LsnBox note = taken_by_note (&g_array_index (space->stage->notes, LsnNoteSpot, number).item);

      if (lsn_box_meets (box, &note))
        cost += NAME_COST * (0.3 + share_covered (box, &note));
    }

  return cost;
}

/* The marks of a line are as much in the way as a body. */
static gboolean
marks_meet (const LsnRoute *route,
            const LsnBox   *box)
{
  LsnMark marks[LSN_MAX_MARKS];
  guint n_marks = lsn_marks_place (&route->line, &route->way, marks);

  for (guint i = 0; i < n_marks; i++)
    {
      LsnBox mark = lsn_mark_box (&marks[i]);

      if (lsn_box_meets (&mark, box))
        return TRUE;
    }

  return FALSE;
}

/* Whether words in @box would hide an end of a line: its head, or where it touches. */
static gboolean
covers_end (const LsnRoute *route,
            const LsnBox   *box)
{
  double length = lsn_way_length (&route->way);
  double begin = 2.0 + lsn_line_end_length (&route->line, length, FALSE);
  double end = 2.0 + lsn_line_end_length (&route->line, length, TRUE);
  LsnBox near[2] = { lsn_box_around (lsn_way_at (&route->way, 0.0), begin, begin),
                     lsn_box_around (lsn_way_at (&route->way, 1.0), end, end) };

  return lsn_box_meets (&near[0], box) || lsn_box_meets (&near[1], box);
}

static guint
lines_through (Free         *space,
               const LsnBox *box,
               guint         but)
{
  guint n = 0;

  if (space->lines == NULL)
    return 0;

  lsn_grid_find (space->lines, *box, space->found);
  for (guint i = 0; i < MIN (space->found->len, MAX_ASKED); i++)
    {
      guint number = g_array_index (space->found, guint32, i);

      if (number != but && lsn_way_meets_box (&space->routes->routes[number].way, box))
        n += marks_meet (&space->routes->routes[number], box) ? 4 : 1;
    }

  return n;
}

static gboolean
stands_in (Free          *space,
           const LsnSpot *spot,
           guint          frame)
{
  guint at = spot->parent;

  while (at != LSN_NO_SPOT && at != frame)
    at = space->stage->spots[at].parent;

  return at == frame;
}

/* A name should not leave the frame that its actor stands in, nor touch one that it does not stand in: there it would read as
 * the name of somebody inside. */
static double
cost_of_frames (Free          *space,
                const LsnSpot *spot,
                const LsnBox  *box)
{
  double cost = 0.0;

  if (spot->parent != LSN_NO_SPOT)
    {
      LsnBox inside = lsn_box_grow (space->stage->spots[spot->parent].body, -4.0);

      cost += lsn_box_holds_box (&inside, box) ? 0.0 : FRAME_COST;
    }
  lsn_grid_find (space->frames, *box, space->found);
  for (guint i = 0; i < MIN (space->found->len, MAX_ASKED); i++)
    {
      guint frame = g_array_index (space->found, guint32, i);

      if (lsn_box_meets (&space->stage->spots[frame].body, box) && !stands_in (space, spot, frame))
        cost += FRAME_COST;
    }

  return cost;
}

static double
cost_of_side (Free       *space,
              guint       number,
              const Side *side)
{
  const LsnSpot *spot = &space->stage->spots[number];
  LsnBox tight = lsn_box_grow (side->box, 1.0);

  return side->cost + cost_of_bodies (space, &side->box, number) + cost_of_names (space, &side->box) +
         cost_of_notes (space, &side->box) +
         LINE_COST * MIN (lines_through (space, &tight, G_MAXUINT), 6) + cost_of_frames (space, spot, &side->box);
}

static void
place_name (Free *space,
            guint number)
{
  LsnSpot *spot = &space->stage->spots[number];
  Side sides[6];
  guint best = 0;
  double least = INFINITY;

  sides_of (spot, sides);
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      double cost = cost_of_side (space, number, &sides[i]);

      if (cost < least - 1e-9)
        {
          least = cost;
          best = i;
        }
      if (i == 0 && cost == 0.0)
        break;
    }
  spot->name_box = sides[best].box;
  spot->name_anchor = sides[best].anchor;
  spot->name_align = sides[best].align;
  spot->name_crossed = lines_through (space, &spot->name_box, G_MAXUINT) > 0 || space->lines == NULL;
  lsn_grid_add (space->names, number, spot->name_box);
}

static LsnGrid *
grid_of_lines (LsnRoutes *routes,
               LsnBox     bounds)
{
  LsnGrid *grid;

  if (routes->n_routes > MAX_TIES)
    return NULL;

  grid = lsn_grid_new (bounds, routes->n_routes);
  for (guint i = 0; i < routes->n_routes; i++)
    lsn_grid_add_way (grid, i, &routes->routes[i].way, 3.0);

  return grid;
}

static void
survey (Free      *space,
        LsnStage  *stage,
        LsnRoutes *routes)
{
  LsnBox bounds = LSN_EMPTY_BOX;

  *space = (Free) { .stage = stage, .routes = routes };
  space->found = g_array_new (FALSE, FALSE, sizeof (guint32));
  space->placed = g_array_new (FALSE, FALSE, sizeof (LsnTieLabel));
  for (guint i = 0; i < stage->n_spots; i++)
    bounds = lsn_box_union (bounds, stage->spots[i].reach);
  space->bodies = lsn_grid_new (bounds, stage->n_spots);
  space->names = lsn_grid_new (bounds, stage->n_spots);
  space->frames = lsn_grid_new (bounds, stage->n_spots);
  space->labels = lsn_grid_new (bounds, routes->n_routes);
  space->lines = grid_of_lines (routes, bounds);
  space->notes = stage->notes->len > 0 ? lsn_grid_new (bounds, stage->notes->len) : NULL;
  for (guint i = 0; i < stage->notes->len; i++)
    {
      LsnBox note = taken_by_note (&g_array_index (stage->notes, LsnNoteSpot, i).item);

      if (!lsn_box_is_empty (&note))
        lsn_grid_add (space->notes, i, note);
    }
  for (guint i = 0; i < stage->n_spots; i++)
    lsn_grid_add (stage->spots[i].is_frame ? space->frames : space->bodies, i, stage->spots[i].body);
}

static void
forget (Free *space)
{
  g_clear_pointer (&space->bodies, lsn_grid_free);
  g_clear_pointer (&space->names, lsn_grid_free);
  g_clear_pointer (&space->frames, lsn_grid_free);
  g_clear_pointer (&space->lines, lsn_grid_free);
  g_clear_pointer (&space->labels, lsn_grid_free);
  g_clear_pointer (&space->notes, lsn_grid_free);
  g_clear_pointer (&space->found, g_array_unref);
  g_clear_pointer (&space->placed, g_array_unref);
}

static LsnBox
box_of_title (const LsnSpot *spot,
              LsnAlign       align)
{
  double left = spot->body.x + TITLE_INSET, right = spot->body.x + spot->body.width - TITLE_INSET;
  LsnBox box = { left, spot->body.y + 9.0, spot->name->width, spot->name->height };

  if (align == LSN_ALIGN_RIGHT)
    box.x = right - box.width;
  else if (align == LSN_ALIGN_CENTRE)
    box.x = (left + right - box.width) / 2.0;

  return box;
}

/* The title of a frame stands inside, above, where reading begins; elsewhere above when lines run there. Other names keep off
 * it. */
static void
place_title (Free *space,
             guint number)
{
  LsnSpot *spot = &space->stage->spots[number];
  gboolean rtl = spot->name->n_lines > 0 && spot->name->lines[0].rtl;
  const LsnAlign aligns[] = { rtl ? LSN_ALIGN_RIGHT : LSN_ALIGN_LEFT, rtl ? LSN_ALIGN_LEFT : LSN_ALIGN_RIGHT,
                              LSN_ALIGN_CENTRE };
  guint least = G_MAXUINT;

  for (guint i = 0; i < G_N_ELEMENTS (aligns) && least > 0; i++)
    {
      LsnBox box = box_of_title (spot, aligns[i]);
      guint n = lines_through (space, &box, G_MAXUINT);

      if (n >= least)
        continue;
      least = n;
      spot->name_align = aligns[i];
      spot->name_box = box;
    }
  spot->name_anchor = (LsnPoint) { spot->name_box.x, spot->name_box.y };
  if (spot->name_align == LSN_ALIGN_RIGHT)
    spot->name_anchor.x += spot->name_box.width;
  else if (spot->name_align == LSN_ALIGN_CENTRE)
    spot->name_anchor.x += spot->name_box.width / 2.0;
  spot->name_crossed = least > 0 || space->lines == NULL;
  lsn_grid_add (space->names, number, spot->name_box);
}

void
lsn_labels_place_names (LsnStage  *stage,
                        LsnRoutes *routes)
{
  Free space;

  survey (&space, stage, routes);
  for (guint i = 0; i < stage->n_spots; i++)
    if (stage->spots[i].is_frame)
      place_title (&space, i);
  for (guint i = 0; i < stage->n_spots; i++)
    if (!stage->spots[i].is_frame)
      place_name (&space, i);
  forget (&space);
}

static double
cost_of_label (Free         *space,
               const LsnBox *box,
               guint         route)
{
  double cost = cost_of_bodies (space, box, G_MAXUINT) + cost_of_names (space, box) + cost_of_notes (space, box) +
                20.0 * MIN (lines_through (space, box, route), 6);

  lsn_grid_find (space->labels, *box, space->found);
  for (guint i = 0; i < MIN (space->found->len, MAX_ASKED); i++)
    {
      const LsnTieLabel *other = &g_array_index (space->placed, LsnTieLabel, g_array_index (space->found, guint32, i));

      if (lsn_box_meets (box, &other->box))
        cost += NAME_COST * (0.3 + share_covered (box, &other->box));
    }

  return cost;
}

static void
try_label (Free        *space,
           LsnTieLabel *label,
           LsnPoint     at,
           double       cost,
           double      *least)
{
  const LsnRoute *route = &space->routes->routes[label->route];
  LsnBox box = lsn_box_around (at, label->text->width / 2.0, label->text->height / 2.0);
  LsnBox roomy = lsn_box_grow (box, 2.0);

  cost += cost_of_label (space, &box, label->route) + (marks_meet (route, &roomy) ? NAME_COST : 0.0) +
          HEAD_COST * (covers_end (route, &roomy));
  if (cost >= *least - 1e-9)
    return;
  *least = cost;
  label->box = box;
  label->anchor = (LsnPoint) { at.x, box.y };
}

static double
thickness_with_marks (const LsnRoute *route)
{
  LsnMark marks[LSN_MAX_MARKS];
  guint n_marks = lsn_marks_place (&route->line, &route->way, marks);
  double thickness = lsn_line_thickness (&route->line);

  for (guint i = 0; i < n_marks; i++)
    if (!marks[i].beside)
      thickness = MAX (thickness, marks[i].across);

  return thickness;
}

/* On the line, off its marks and heads, where it is least in the way; beside it where the line is too short. */
static void
place_label (Free    *space,
             guint    number,
             LsnText *text)
{
  static const double tries[] = { 0.5, 0.42, 0.58, 0.35, 0.65, 0.28, 0.72, 0.2, 0.8 };
  const LsnRoute *route = &space->routes->routes[number];
  double length = lsn_way_length (&route->way), least = INFINITY, thickness = thickness_with_marks (route);
  LsnTieLabel label = { .route = number, .text = text };

  for (guint i = 0; i < G_N_ELEMENTS (tries); i++)
    {
      LsnPoint at = lsn_way_at (&route->way, lsn_way_t_at_length (&route->way, tries[i] * length));

      try_label (space, &label, at, 10.0 * fabs (tries[i] - 0.5), &least);
    }
  for (guint i = 0; i < 6 && least >= BESIDE_COST; i++)
    {
      double t = lsn_way_t_at_length (&route->way, tries[i / 2] * length);
      LsnPoint tangent = lsn_way_tangent (&route->way, t), normal = { -tangent.y, tangent.x };
      double covered = (text->width * fabs (normal.x) + text->height * fabs (normal.y)) / 2.0;
      double away = covered + thickness + 3.0;

      try_label (space, &label, lsn_along (lsn_way_at (&route->way, t), normal, i % 2 == 0 ? -away : away),
                 BESIDE_COST + i, &least);
    }
  lsn_grid_add (space->labels, space->placed->len, label.box);
  g_array_append_val (space->placed, label);
}

/* Where a hand put it, whatever is there. */
static void
put_label (Free    *space,
           guint    number,
           LsnText *text,
           double   share)
{
  const LsnWay *way = &space->routes->routes[number].way;
  LsnPoint at = lsn_way_at (way, lsn_way_t_at_length (way, share * lsn_way_length (way)));
  LsnTieLabel label = { .route = number, .text = text };

  label.box = lsn_box_around (at, text->width / 2.0, text->height / 2.0);
  label.anchor = (LsnPoint) { at.x, label.box.y };
  lsn_grid_add (space->labels, space->placed->len, label.box);
  g_array_append_val (space->placed, label);
}

/* The fill of the innermost frame that holds a place. */
static LsnColour
ground_at (LsnStage *stage,
           LsnPoint  place)
{
  LsnColour ground = lsn_notes_ground_at (stage, place);
  guint depth = 0;

  for (guint i = 0; i < stage->n_spots; i++)
    if (stage->spots[i].is_frame && stage->spots[i].depth >= depth &&
        lsn_box_holds (&stage->spots[i].body, place.x, place.y))
      {
        ground = stage->spots[i].fill;
        depth = stage->spots[i].depth;
      }

  return ground;
}

static gboolean
needs_plate (const LsnRoute *route,
             const LsnBox   *box)
{
  LsnLine line = route->line.look.line;

  return (line == LSN_LINE_ZIGZAG || line == LSN_LINE_WAVY) && lsn_way_meets_box (&route->way, box);
}

GArray *
lsn_labels_place_ties (LsnStage  *stage,
                       LsnRoutes *routes)
{
  Free space;
  GArray *placed;

  survey (&space, stage, routes);
  for (guint i = 0; i < stage->n_spots; i++)
    lsn_grid_add (space.names, i, stage->spots[i].name_box);
  /* where a hand put them first, so that the others keep off those */
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < routes->n_routes; i++)
      {
        LsnRow tie = routes->routes[i].tie;
        const char *label = lsn_map_get_text (stage->map, LSN_TABLE_TIES, tie, LSN_TIE_LABEL);
        double share = label != NULL ? lsn_map_get_number (stage->map, LSN_TABLE_TIES, tie, LSN_TIE_LABEL_AT) : NAN;

        if (label == NULL || isnan (share) != (pass == 1))
          continue;
        if (isnan (share))
          place_label (&space, i, lsn_text_cache_get (stage->cache, label, LSN_FONT_TIE, 120.0));
        else
          put_label (&space, i, lsn_text_cache_get (stage->cache, label, LSN_FONT_TIE, 120.0), share);
      }
  placed = g_array_ref (space.placed);
  for (guint i = 0; i < placed->len; i++)
    {
      LsnTieLabel *label = &g_array_index (placed, LsnTieLabel, i);

      label->ground = ground_at (stage, label->anchor);
      label->plate = needs_plate (&routes->routes[label->route], &label->box);
    }
  forget (&space);

  return placed;
}
