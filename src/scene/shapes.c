/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "scene/shapes.h"

#define SQRT_PI 1.7724538509055159
#define OUTLINE 2.0

static guint
corners (LsnShape shape,
         LsnPoint centre,
         double   radius,
         LsnPoint points[6])
{
  double half = lsn_shape_half (shape, radius);

  if (shape == LSN_SHAPE_HEXAGON)
    {
      for (guint i = 0; i < 6; i++)
        points[i] = (LsnPoint) { centre.x + half * cos (i * G_PI / 3.0), centre.y + half * sin (i * G_PI / 3.0) }
      ;
      return 6;
    }
  if (shape == LSN_SHAPE_DIAMOND)
    {
      points[0] = (LsnPoint) { centre.x, centre.y - half };
      points[1] = (LsnPoint) { centre.x + half, centre.y };
      points[2] = (LsnPoint) { centre.x, centre.y + half };
      points[3] = (LsnPoint) { centre.x - half, centre.y };
      return 4;
    }

  points[0] = (LsnPoint) { centre.x - half, centre.y - half };
  points[1] = (LsnPoint) { centre.x + half, centre.y - half };
  points[2] = (LsnPoint) { centre.x + half, centre.y + half };
  points[3] = (LsnPoint) { centre.x - half, centre.y + half };
  return 4;
}

double
lsn_shape_half (LsnShape shape,
                double   radius)
{
  switch (shape)
    {
    case LSN_SHAPE_SQUARE:
      return radius * SQRT_PI / 2.0;
    case LSN_SHAPE_DIAMOND:
      return radius * SQRT_PI / G_SQRT2;
    case LSN_SHAPE_HEXAGON:
      return radius * sqrt (2.0 * G_PI / (3.0 * sqrt (3.0)));
    case LSN_SHAPE_DISC:
    default:
      return radius;
    }
}

double
lsn_shape_reach (LsnShape shape,
                 double   radius,
                 LsnPoint direction)
{
  LsnPoint points[6];
  guint n_points;
  double reach = INFINITY;

  if (shape == LSN_SHAPE_DISC)
    return radius;

  n_points = corners (shape, (LsnPoint) { 0.0, 0.0 }, radius, points);
  for (guint i = 0; i < n_points; i++)
    {
      LsnPoint a = points[i], b = points[(i + 1) % n_points];
      LsnPoint across = { b.y - a.y, a.x - b.x };
      double towards = across.x * direction.x + across.y * direction.y;

      if (towards > 1e-9)
        reach = MIN (reach, (across.x * a.x + across.y * a.y) / towards);
    }

  return reach;
}

double
lsn_body_outer (const LsnActorLook *look)
{
  return look->radius + (look->external || look->closed ? LSN_RING_GAP + LSN_RING_WIDTH / 2.0 : OUTLINE / 2.0);
}

void
lsn_shape_add (LsnPath *path,
               LsnShape shape,
               LsnPoint centre,
               double   radius)
{
  LsnPoint points[6];
  double half = lsn_shape_half (shape, radius);

  if (shape == LSN_SHAPE_DISC)
    lsn_path_add_circle (path, centre, radius);
  else if (shape == LSN_SHAPE_SQUARE)
    lsn_path_add_box (path, lsn_box_around (centre, half, half), MIN (5.0, half / 4.0));
  else
    lsn_path_add_polygon (path, points, corners (shape, centre, radius, points));
}

/* Slanting lines within the shape: power is not known. */
static void
draw_hatching (const LsnActorLook *look,
               LsnPen             *pen,
               LsnPoint            centre)
{
  const double gap = 6.0;
  double half = lsn_shape_half (look->shape, look->radius);
  double radius = look->radius - OUTLINE;
  LsnPoint slant = { M_SQRT1_2, -M_SQRT1_2 };

  if (!lsn_pen_shows (pen, gap, 2.5))
    return;

  lsn_path_clear (&pen->path);
  for (double at = -floor (1.5 * half / gap) * gap; at <= 1.5 * half; at += gap)
    {
      LsnPoint on = { at * M_SQRT1_2, at * M_SQRT1_2 }, from = { NAN, NAN }, to = { NAN, NAN };

      for (double along = -1.5 * half; along <= 1.5 * half; along += 0.5)
        {
          LsnPoint p = lsn_along (on, slant, along);
          double far = hypot (p.x, p.y);

          if (far > 0.0 && far > lsn_shape_reach (look->shape, radius, (LsnPoint) { p.x / far, p.y / far }))
            continue;
          if (isnan (from.x))
            from = p;
          to = p;
        }
      if (!isnan (from.x))
        lsn_path_add_segment (&pen->path, (LsnPoint) { centre.x + from.x, centre.y + from.y },
                              (LsnPoint) { centre.x + to.x, centre.y + to.y });
    }
  pen->draw_path (pen, &pen->path, &(LsnStyle) { .fill = LSN_NO_COLOUR, .width = 1.0,
                                                 .stroke = lsn_colour_mix (look->colour, LSN_PAPER, 0.68) });
}

static void
draw_shape (const LsnActorLook *look,
            LsnPen             *pen,
            LsnPoint            centre)
{
  LsnStyle style = { .fill = look->colour, .stroke = LSN_NO_COLOUR };

  if (!look->power_known)
    style = (LsnStyle) { .fill = LSN_PAPER, .stroke = look->colour, .width = OUTLINE }
  ;

  lsn_path_clear (&pen->path);
  lsn_shape_add (&pen->path, look->shape, centre, look->radius);
  pen->draw_path (pen, &pen->path, &style);
  if (!look->power_known)
    draw_hatching (look, pen, centre);
}

/* A broken ring: acts from outside. A whole one: stands for what it holds. */
static void
draw_ring (const LsnActorLook *look,
           LsnPen             *pen,
           LsnPoint            centre)
{
  LsnStyle style = { .fill = LSN_NO_COLOUR, .stroke = look->colour, .width = LSN_RING_WIDTH };

  if (look->external)
    {
      style.dash[0] = 5.0;
      style.dash[1] = 3.5;
    }
  lsn_path_clear (&pen->path);
  lsn_shape_add (&pen->path, look->shape, centre, look->radius + LSN_RING_GAP);
  pen->draw_path (pen, &pen->path, &style);
}

/* A small disc with a symbol on the rim. */
static void
draw_badge (LsnSymbol symbol,
            LsnPen   *pen,
            LsnPoint  centre,
            gboolean  dark)
{
  const double radius = 8.5;

  if (!lsn_pen_shows (pen, radius, 3.0))
    return;

  lsn_path_clear (&pen->path);
  lsn_path_add_circle (&pen->path, centre, radius);
  pen->draw_path (pen, &pen->path, &(LsnStyle) { .fill = dark ? LSN_INK : LSN_PAPER, .width = 1.4,
                                                 .stroke = dark ? LSN_PAPER : LSN_INK });
  lsn_symbol_draw (symbol, pen, centre, radius * 0.6, dark ? LSN_PAPER : LSN_INK, 1.2);
}

/* The symbol is white on dark colours, dark on light ones; on hatching it stands on a clear ground. */
static void
draw_symbol (const LsnActorLook *look,
             LsnPen             *pen,
             LsnPoint            centre)
{
  double half = look->radius * 0.45;
  double width = CLAMP (look->radius * 0.07, 1.3, 2.2);
  LsnColour on = lsn_colour_light (look->colour) > 0.45 ? LSN_INK : LSN_PAPER;

  if (look->symbol == LSN_SYMBOL_NONE)
    return;

  if (!look->power_known)
    {
      lsn_path_clear (&pen->path);
      lsn_shape_add (&pen->path, look->shape, centre, look->radius * 0.68);
      pen->draw_path (pen, &pen->path, &(LsnStyle) { .fill = LSN_PAPER, .stroke = LSN_NO_COLOUR });
      on = lsn_colour_mix (look->colour, LSN_INK, lsn_colour_light (look->colour) > 0.3 ? 0.4 : 0.0);
    }
  lsn_symbol_draw (look->symbol, pen, centre, half, on, width);
}

/* A ring of the kind's colour around a picture; broken when power is not known. */
static void
draw_rim (const LsnActorLook *look,
          LsnPen             *pen,
          double              width)
{
  LsnStyle style = { .fill = LSN_NO_COLOUR, .stroke = look->colour, .width = width };

  if (!look->power_known)
    {
      pen->draw_path (pen, &pen->path, &(LsnStyle) { .fill = LSN_NO_COLOUR, .stroke = LSN_PAPER, .width = width });
      style.dash[0] = 4.0;
      style.dash[1] = 3.0;
    }
  pen->draw_path (pen, &pen->path, &style);
}

/* Who has a picture keeps the symbol of its kind, small, on the rim. */
static void
draw_kind_badge (const LsnActorLook *look,
                 LsnPen             *pen,
                 LsnPoint            centre)
{
  double radius = CLAMP (look->radius * 0.38, 6.0, 9.0), rim = look->radius * M_SQRT1_2;
  LsnPoint at = { centre.x - rim, centre.y + rim };

  if (look->symbol == LSN_SYMBOL_NONE || !lsn_pen_shows (pen, radius, 3.0))
    return;

  lsn_path_clear (&pen->path);
  lsn_path_add_circle (&pen->path, at, radius);
  pen->draw_path (pen, &pen->path, &(LsnStyle) { .fill = look->colour, .stroke = LSN_PAPER, .width = 1.4 });
  lsn_symbol_draw (look->symbol, pen, at, radius * 0.58, lsn_colour_light (look->colour) > 0.45 ? LSN_INK : LSN_PAPER, 1.1);
}

/* FALSE when there is none to be seen. */
static gboolean
draw_picture (const LsnActorLook *look,
              LsnImage           *image,
              LsnPen             *pen,
              LsnPoint            centre)
{
  double width = CLAMP (look->radius * 0.1, 1.8, 3.2), radius = look->radius - width / 2.0;
  double half = lsn_shape_half (look->shape, radius);

  if (image == NULL || !lsn_pen_shows (pen, look->radius, 4.0))
    return FALSE;

  lsn_path_clear (&pen->path);
  lsn_shape_add (&pen->path, look->shape, centre, radius);
  if (!pen->draw_image (pen, image, &pen->path, lsn_box_around (centre, half, half), 1.0))
    return FALSE;

  draw_rim (look, pen, width);
  return TRUE;
}

void
lsn_body_draw (const LsnActorLook *look,
               LsnImage           *image,
               LsnPen             *pen,
               LsnPoint            centre)
{
  double rim = look->radius * M_SQRT1_2;
  gboolean has_picture = draw_picture (look, image, pen, centre);

  if (!has_picture)
    draw_shape (look, pen, centre);
  if ((look->external || look->closed) && lsn_pen_shows (pen, LSN_RING_GAP, 1.5))
    draw_ring (look, pen, centre);
  if (has_picture)
    draw_kind_badge (look, pen, centre);
  else
    draw_symbol (look, pen, centre);
  if (look->ours)
    draw_badge (LSN_SYMBOL_STAR, pen, (LsnPoint) { centre.x + rim, centre.y - rim }, TRUE);
  if (look->covert)
    draw_badge (LSN_SYMBOL_EYE, pen, (LsnPoint) { centre.x + rim, centre.y + rim }, FALSE);
}
