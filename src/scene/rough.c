/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "scene/rough.h"
#include "scene/cairo-pen.h"
#include "scene/raster.h"
#include "scene/rough-spots.h"
#include "scene/scene-private.h"
#include "scene/shapes.h"

/* Measured with all of 10,000 actors and 50,000 ties changed: a million pixels of lines take 5 ms. With more to be covered all
 * is drawn anew on a clear ground; of more to be drawn only every second, third ... tie is. */
#define MAX_COVERED  1000000.0
#define MAX_DRAWN    1000000.0
#define MAX_NAMES    80   /* in sight: with more there are none */
#define MAX_FINE     60   /* bodies in sight that are drawn with their symbols */
#define FRAME_STROKE 4.0  /* units that the border of a frame is covered with */
#define HEAD_LENGTH  16.0 /* units at the end of a line that may have a head */

typedef struct
{
  LsnPoint  from, to;
  double    width;
  LsnColour colour;
} Line;

struct _LsnRough
{
  LsnMap       *map;     /* borrowed while it is made */
  LsnTextCache *cache;
  LsnBox        area;
  double        scale;
  LsnScene     *before[2];
  GPtrArray    *covered; /* LsnItem, of the scenes before */
  gboolean      clear;   /* all is drawn anew on a clear ground */
  GArray       *lines;   /* Line */
  GArray       *frames;  /* LsnRoughSpot */
  GArray       *bodies;  /* LsnRoughSpot */
  GArray       *rows;    /* LsnRow, of the bodies */
  GPtrArray    *images;  /* LsnImage or NULL, of the bodies; none when they are many */
  GPtrArray    *names;   /* LsnText, of the bodies; NULL for none */
  double        length;  /* of what the lines cover, and then of what is drawn, in pixels */
  LsnBox        ink;
};

static gboolean
is_set (const guint8 *flags,
        guint         n_flags,
        guint         row)
{
  return row < n_flags && flags[row] != 0;
}

static void
add_ink (LsnRough *rough,
         LsnBox    ink)
{
  rough->ink = lsn_box_union (rough->ink, ink);
}

/* As long as its diagonal in sight at most. */
static double
pixels_of (LsnRough *rough,
           LsnPoint  from,
           LsnPoint  to)
{
  return MIN (lsn_distance (from, to), hypot (rough->area.width, rough->area.height)) * rough->scale;
}

/* ---- what is covered ---- */

static void
cover_item (LsnRough *rough,
            LsnScene *scene,
            guint     number)
{
  const LsnItem *item = lsn_scene_item (scene, number);

  if (item == NULL || !lsn_box_meets (&item->ink, &rough->area))
    return;
  if (item->type == LSN_ITEM_LINE)
    {
      if (!lsn_way_meets_box (&item->line.way, &rough->area))
        return;
      rough->length += pixels_of (rough, lsn_way_start (&item->line.way), lsn_way_end (&item->line.way));
    }
  g_ptr_array_add (rough->covered, (gpointer) item);
  add_ink (rough, item->ink);
}

static void
cover_scene (LsnRough              *rough,
             const LsnRoughOptions *options,
             LsnScene              *scene)
{
  for (guint row = 0; row < MIN (scene->n_ties, options->n_ties) && rough->length <= MAX_COVERED; row++)
    if (options->ties[row])
      {
        cover_item (rough, scene, scene->ties[row].line);
        cover_item (rough, scene, scene->ties[row].label);
      }
  for (guint row = 0; row < MIN (scene->n_actors, options->n_actors); row++)
    if (options->actors[row])
      {
        cover_item (rough, scene, scene->actors[row].body);
        cover_item (rough, scene, scene->actors[row].name);
      }
}

static void
cover (LsnRough              *rough,
       const LsnRoughOptions *options)
{
  for (guint i = 0; i < G_N_ELEMENTS (options->before); i++)
    if (options->before[i] != NULL && (i == 0 || options->before[i] != options->before[0]))
      cover_scene (rough, options, options->before[i]);
  if (rough->length > MAX_COVERED)
    {
      rough->clear = TRUE;
      g_ptr_array_set_size (rough->covered, 0);
      rough->ink = rough->area;
    }
}

/* ---- what is drawn ---- */

static void
take_line (LsnRough           *rough,
           const LsnRoughSpot *from,
           const LsnRoughSpot *to,
           const LsnTieLook   *look)
{
  LsnPoint a = lsn_box_centre (&from->body), b = lsn_box_centre (&to->body);
  double length = lsn_distance (a, b), before, after;
  LsnPoint along = { (b.x - a.x) / length, (b.y - a.y) / length };
  Line line = { .width = look->width, .colour = look->colour };
  LsnBox box;

  if (!(length > 0.0))
    return;
  before = lsn_rough_spot_reach (from, along);
  after = lsn_rough_spot_reach (to, (LsnPoint) { -along.x, -along.y });
  if (before + after >= length)
    return;

  line.from = lsn_along (a, along, before);
  line.to = lsn_along (b, along, -after);
  if (!lsn_box_meets_segment (&rough->area, line.from, line.to))
    return;
  box = lsn_box_grow (lsn_box_with_point (lsn_box_around (line.from, 0.0, 0.0), line.to), line.width);
  add_ink (rough, box);
  rough->length += pixels_of (rough, line.from, line.to);
  g_array_append_val (rough->lines, line);
}

static const LsnTieLook *
look_of (LsnLooks   *looks,
         LsnRow      kind,
         LsnTieLook *known,
         gboolean   *is_known,
         guint       n_kinds)
{
  if (kind >= n_kinds)
    kind = LSN_NO_ROW;
  if (!is_known[kind])
    lsn_looks_tie_kind (looks, kind, &known[kind]);
  is_known[kind] = TRUE;

  return &known[kind];
}

static void
take_ties (LsnRough              *rough,
           const LsnRoughOptions *options,
           LsnRoughSpots         *spots)
{
  guint n_kinds = lsn_map_max_row (rough->map, LSN_TABLE_KINDS) + 1, max = lsn_map_max_row (rough->map, LSN_TABLE_TIES);
  g_autofree LsnTieLook *looks = g_new (LsnTieLook, n_kinds);
  g_autofree gboolean *known = g_new0 (gboolean, n_kinds);

  rough->length = 0.0;
  for (LsnRow tie = 1; tie <= max; tie++)
    {
      const LsnRoughSpot *from, *to;

      if ((!rough->clear && !is_set (options->ties, options->n_ties, tie)) ||
          !lsn_map_has_row (rough->map, LSN_TABLE_TIES, tie) ||
          (rough->before[0] != NULL && lsn_scene_hides (rough->before[0], LSN_TABLE_TIES, tie)))
        continue;
      from = lsn_rough_spots_shown (spots, lsn_map_get_reference (rough->map, LSN_TABLE_TIES, tie, LSN_TIE_SOURCE));
      to = lsn_rough_spots_shown (spots, lsn_map_get_reference (rough->map, LSN_TABLE_TIES, tie, LSN_TIE_TARGET));
      if (from != to && from->is_drawn && to->is_drawn)
        take_line (rough, from, to, look_of (lsn_rough_spots_looks (spots),
                                             lsn_map_get_reference (rough->map, LSN_TABLE_TIES, tie, LSN_TIE_KIND), looks,
                                             known, n_kinds));
    }
}

static void
take_actors (LsnRough              *rough,
             const LsnRoughOptions *options,
             LsnRoughSpots         *spots)
{
  guint max = lsn_map_max_row (rough->map, LSN_TABLE_ACTORS);

  for (LsnRow actor = 1; actor <= max; actor++)
    {
      const LsnRoughSpot *spot;
      LsnBox ink;

      if (!rough->clear && !is_set (options->actors, options->n_actors, actor))
        continue;
      spot = lsn_rough_spots_get (spots, actor);
      ink = lsn_box_grow (spot->body, LSN_RING_GAP + LSN_RING_WIDTH);
      if (!spot->is_drawn || !lsn_box_meets (&ink, &rough->area) || lsn_map_shown_as (rough->map, actor) != actor)
        continue;
      add_ink (rough, ink);
      g_array_append_vals (spot->is_frame ? rough->frames : rough->bodies, spot, 1);
      if (!spot->is_frame)
        g_array_append_val (rough->rows, actor);
    }
}

/* Where they stand when nothing is in their way. */
static LsnPoint
name_anchor (const LsnRoughSpot *spot)
{
  LsnPoint middle = lsn_box_centre (&spot->body);
  double outer = spot->body.height / 2.0 + lsn_body_outer (&spot->look) - spot->look.radius;

  return (LsnPoint) { middle.x, middle.y + outer + LSN_NAME_GAP };
}

static void
take_names (LsnRough     *rough,
            LsnTextCache *cache)
{
  if (rough->bodies->len > MAX_NAMES || lsn_font_spec (LSN_FONT_NAME)->size * rough->scale < 3.0)
    return;

  for (guint i = 0; i < rough->bodies->len; i++)
    {
      const LsnRoughSpot *spot = &g_array_index (rough->bodies, LsnRoughSpot, i);
      g_autofree char *name = lsn_actor_display_name (rough->map, g_array_index (rough->rows, LsnRow, i));
      LsnText *text = lsn_text_cache_get (cache, name, LSN_FONT_NAME, LSN_NAME_WIDTH);
      LsnPoint at = name_anchor (spot);

      g_ptr_array_add (rough->names, text);
      add_ink (rough, (LsnBox) { at.x - text->width / 2.0, at.y, text->width, text->height });
    }
}

static void
unref_image (gpointer image)
{
  if (image != NULL)
    lsn_image_unref (image);
}

static void
take_images (LsnRough     *rough,
             LsnTextCache *cache)
{
  for (guint i = 0; rough->bodies->len <= MAX_FINE && i < rough->bodies->len; i++)
    {
      const char *text = lsn_map_get_text (rough->map, LSN_TABLE_ACTORS, g_array_index (rough->rows, LsnRow, i),
                                           LSN_ACTOR_PICTURE);

      g_ptr_array_add (rough->images, text != NULL ? lsn_image_cache_get (lsn_text_cache_images (cache), text) : NULL);
    }
}

/**
 * lsn_rough_new:
 * @map: as it is now
 * @cache: shaped texts
 * @options: what was changed, and what is seen
 *
 * Cost: O(rows changed), or O(rows) when that is most of them; some 5 ms for 5,000 ties.
 *
 * Returns: (transfer full): what covers the old picture of what was changed and shows the new one
 */
LsnRough *
lsn_rough_new (LsnMap                *map,
               LsnTextCache          *cache,
               const LsnRoughOptions *options)
{
  LsnRough *rough = g_new0 (LsnRough, 1);
  g_autoptr (LsnRoughSpots) spots = lsn_rough_spots_new (map, options->before[0]);

  rough->map = map;
  rough->area = options->area;
  rough->scale = options->scale;
  for (guint i = 0; i < G_N_ELEMENTS (options->before); i++)
    if (options->before[i] != NULL)
      rough->before[i] = lsn_scene_ref (options->before[i]);
  rough->covered = g_ptr_array_new ();
  rough->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  rough->frames = g_array_new (FALSE, FALSE, sizeof (LsnRoughSpot));
  rough->bodies = g_array_new (FALSE, FALSE, sizeof (LsnRoughSpot));
  rough->rows = g_array_new (FALSE, FALSE, sizeof (LsnRow));
  rough->images = g_ptr_array_new_with_free_func (unref_image);
  rough->names = g_ptr_array_new_with_free_func ((GDestroyNotify) lsn_text_unref);
  rough->ink = LSN_EMPTY_BOX;
  cover (rough, options);
  take_actors (rough, options, spots);
  take_ties (rough, options, spots);
  take_images (rough, cache);
  take_names (rough, cache);
  rough->map = NULL;

  return rough;
}

/**
 * lsn_rough_free:
 * @rough: (transfer full): what is not needed any more
 */
void
lsn_rough_free (LsnRough *rough)
{
  for (guint i = 0; i < G_N_ELEMENTS (rough->before); i++)
    g_clear_pointer (&rough->before[i], lsn_scene_unref);
  g_ptr_array_unref (rough->covered);
  g_array_unref (rough->lines);
  g_array_unref (rough->frames);
  g_array_unref (rough->bodies);
  g_array_unref (rough->rows);
  g_ptr_array_unref (rough->images);
  g_ptr_array_unref (rough->names);
  g_free (rough);
}

/**
 * lsn_rough_bounds:
 * @rough: what there is to be seen
 *
 * Returns: the part of what is seen that it draws on, in map units; of no size when that is nowhere
 */
LsnBox
lsn_rough_bounds (LsnRough *rough)
{
  double x0 = MAX (rough->ink.x, rough->area.x), y0 = MAX (rough->ink.y, rough->area.y);
  double x1 = MIN (rough->ink.x + rough->ink.width, rough->area.x + rough->area.width);
  double y1 = MIN (rough->ink.y + rough->ink.height, rough->area.y + rough->area.height);

  if (lsn_box_is_empty (&rough->ink) || x0 >= x1 || y0 >= y1)
    return (LsnBox) { 0.0, 0.0, 0.0, 0.0 }
  ;

  return (LsnBox) { x0, y0, x1 - x0, y1 - y0 };
}

/* ---- painting ---- */

typedef struct
{
  LsnRaster raster;
  LsnPoint  origin;
  double    scale;
} Sheet;

static LsnPoint
to_pixels (const Sheet *sheet,
           LsnPoint     at)
{
  return (LsnPoint) { (at.x - sheet->origin.x) * sheet->scale, (at.y - sheet->origin.y) * sheet->scale };
}

static LsnBox
box_to_pixels (const Sheet *sheet,
               LsnBox       box)
{
  LsnPoint at = to_pixels (sheet, (LsnPoint) { box.x, box.y });

  return (LsnBox) { at.x, at.y, box.width * sheet->scale, box.height * sheet->scale };
}

static void
draw_line (Sheet    *sheet,
           LsnPoint  from,
           LsnPoint  to,
           double    width,
           LsnColour colour)
{
  lsn_raster_line (&sheet->raster, to_pixels (sheet, from), to_pixels (sheet, to), width, colour);
}

static void
draw_outline (Sheet    *sheet,
              LsnBox    box,
              double    width,
              LsnColour colour)
{
  LsnPoint corners[] = { { box.x, box.y }, { box.x + box.width, box.y }, { box.x + box.width, box.y + box.height },
                         { box.x, box.y + box.height } };

  for (guint i = 0; i < 4; i++)
    draw_line (sheet, corners[i], corners[(i + 1) % 4], width, colour);
}

/* The band that a line and what is drawn on it takes; its ends are wider where heads are. */
static void
cover_line (Sheet             *sheet,
            const LsnLineItem *item)
{
  LsnLineLook plain = item->line;
  const LsnWay *way = &item->way;
  g_autoptr (GArray) points = lsn_way_flatten (way, 12);
  LsnPoint start = lsn_way_start (way), end = lsn_way_end (way);
  double thickness = lsn_line_thickness (&item->line);

  plain.look.head_at_source = plain.look.head_at_target = FALSE;
  for (guint i = 0; i + 1 < points->len; i++)
    draw_line (sheet, g_array_index (points, LsnPoint, i), g_array_index (points, LsnPoint, i + 1),
               2.0 * lsn_line_thickness (&plain) * sheet->scale + 1.0, LSN_PAPER);
  if (HEAD_LENGTH * sheet->scale < 3.0)
    return;
  draw_line (sheet, start, lsn_along (start, lsn_way_tangent (way, 0.0), HEAD_LENGTH), 2.0 * thickness * sheet->scale, LSN_PAPER);
  draw_line (sheet, end, lsn_along (end, lsn_way_tangent (way, 1.0), -HEAD_LENGTH), 2.0 * thickness * sheet->scale, LSN_PAPER);
}

static void
paint_cover (LsnRough *rough,
             Sheet    *sheet)
{
  if (rough->clear)
    lsn_raster_fill (&sheet->raster, LSN_PAPER);
  for (guint i = 0; i < rough->covered->len; i++)
    {
      const LsnItem *item = g_ptr_array_index (rough->covered, i);
      LsnBox ink = box_to_pixels (sheet, item->ink);

      if (item->type == LSN_ITEM_LINE)
        cover_line (sheet, &item->line);
      else if (item->type == LSN_ITEM_FRAME)
        draw_outline (sheet, item->frame.box, FRAME_STROKE * sheet->scale + 1.0, LSN_PAPER);
      else if (item->type == LSN_ITEM_BODY && item->body.look.shape == LSN_SHAPE_DISC)
        lsn_raster_disc (&sheet->raster, lsn_box_centre (&ink), ink.width / 2.0 + 1.0, LSN_PAPER);
      else
        lsn_raster_box (&sheet->raster, &ink, LSN_PAPER);
    }
}

static void
paint_body (Sheet              *sheet,
            const LsnRoughSpot *spot)
{
  LsnBox body = box_to_pixels (sheet, spot->body);
  LsnColour colour = spot->look.power_known ? spot->look.colour : lsn_colour_mix (spot->look.colour, LSN_PAPER, 0.5);

  if (spot->look.shape == LSN_SHAPE_SQUARE)
    lsn_raster_box (&sheet->raster, &body, colour);
  else
    lsn_raster_disc (&sheet->raster, lsn_box_centre (&body), MAX (0.6, body.width / 2.0), colour);
}

static void
paint_plain (LsnRough *rough,
             Sheet    *sheet,
             gboolean  with_bodies)
{
  guint every = (guint) MAX (1.0, ceil (rough->length / MAX_DRAWN));

  for (guint i = 0; i < rough->frames->len; i++)
    {
      const LsnRoughSpot *spot = &g_array_index (rough->frames, LsnRoughSpot, i);

      draw_outline (sheet, spot->body, 1.3 * sheet->scale, lsn_colour_mix (spot->look.colour, LSN_PAPER, 0.42));
    }
  for (guint i = 0; i < rough->lines->len; i += every)
    {
      const Line *line = &g_array_index (rough->lines, Line, i);

      draw_line (sheet, line->from, line->to, MAX (0.35, line->width * sheet->scale), line->colour);
    }
  for (guint i = 0; with_bodies && i < rough->bodies->len; i++)
    paint_body (sheet, &g_array_index (rough->bodies, LsnRoughSpot, i));
}

static void
paint_fine (LsnRough *rough,
            cairo_t  *cr,
            double    scale,
            gboolean  with_bodies)
{
  LsnCairoPen pen;

  lsn_cairo_pen_init (&pen, cr, scale, TRUE);
  for (guint i = 0; with_bodies && i < rough->bodies->len; i++)
    {
      const LsnRoughSpot *spot = &g_array_index (rough->bodies, LsnRoughSpot, i);

      lsn_body_draw (&spot->look, g_ptr_array_index (rough->images, i), &pen.pen, lsn_box_centre (&spot->body));
    }
  for (guint i = 0; i < rough->names->len; i++)
    pen.pen.draw_text (&pen.pen, g_ptr_array_index (rough->names, i),
                       name_anchor (&g_array_index (rough->bodies, LsnRoughSpot, i)), LSN_ALIGN_CENTRE, LSN_INK,
                       LSN_NO_COLOUR);
  lsn_cairo_pen_finish (&pen);
}

/**
 * lsn_rough_paint:
 * @rough: what there is to be seen
 * @cr: a context on a clear image, transformed to map units
 * @area: what the image shows, in map units
 * @scale: its pixels per unit
 *
 * Paints it. Where nothing has changed the image stays clear.
 */
void
lsn_rough_paint (LsnRough     *rough,
                 cairo_t      *cr,
                 const LsnBox *area,
                 double        scale)
{
  cairo_surface_t *surface = cairo_get_target (cr);
  gboolean fine = rough->bodies->len <= MAX_FINE;
  Sheet sheet = { .origin = { area->x, area->y }, .scale = scale };

  if (!lsn_raster_begin (&sheet.raster, surface))
    return;

  paint_cover (rough, &sheet);
  paint_plain (rough, &sheet, !fine);
  lsn_raster_end (&sheet.raster, surface);
  if (fine || rough->names->len > 0)
    paint_fine (rough, cr, scale, fine);
}
