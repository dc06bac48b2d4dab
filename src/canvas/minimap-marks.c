/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/minimap-marks.h"

#include "canvas/marks.h"
#include "canvas/texture.h"

#define LEAST_DOT 5.0  /* pixels */
#define FOUND     9.0  /* pixels: the size of the mark of what was found, which is hollow and stands on a corner */
#define MOST_TIES 2000 /* with more selected ties their lines would cover the picture */

static gboolean
place_of (const LsnMinimapMarks *marks,
          LsnRow                 actor,
          LsnPoint              *centre,
          double                *size)
{
  LsnBox   body;
  gboolean is_frame;

  actor = actor != LSN_NO_ROW ? lsn_map_shown_as (marks->map, actor) : actor;
  if (actor == LSN_NO_ROW || !lsn_scene_actor_body (marks->scene, actor, &body, &is_frame))
    return FALSE;

  *centre = lsn_minimap_place (marks->fit, (LsnPoint) { body.x + body.width / 2, body.y + body.height / 2 });
  *size = is_frame ? LEAST_DOT : MAX (LEAST_DOT, body.width * marks->fit->scale);
  return TRUE;
}

/* A tie is where its ends are. */
static gboolean
ends_of (const LsnMinimapMarks *marks,
         LsnRow                 tie,
         LsnPoint              *from,
         LsnPoint              *to)
{
  double size;

  return lsn_map_has_row (marks->map, LSN_TABLE_TIES, tie) &&
         place_of (marks, lsn_map_get_reference (marks->map, LSN_TABLE_TIES, tie, LSN_TIE_SOURCE), from, &size) &&
         place_of (marks, lsn_map_get_reference (marks->map, LSN_TABLE_TIES, tie, LSN_TIE_TARGET), to, &size);
}

static void
trace_ties (cairo_t               *cr,
            const LsnMinimapMarks *marks)
{
  guint         n_ties;
  const LsnRow *ties = lsn_selection_rows (marks->selection, LSN_TABLE_TIES, &n_ties);

  for (guint i = 0; i < n_ties && n_ties <= MOST_TIES; i++)
    {
      LsnPoint from, to;

      if (!ends_of (marks, ties[i], &from, &to))
        continue;
      cairo_move_to (cr, from.x, from.y);
      cairo_line_to (cr, to.x, to.y);
    }
}

static void
trace_notes (cairo_t               *cr,
             const LsnMinimapMarks *marks)
{
  guint         n_notes;
  const LsnRow *notes = lsn_selection_rows (marks->selection, LSN_TABLE_NOTES, &n_notes);

  for (guint i = 0; i < n_notes; i++)
    {
      LsnPoint corner;
      LsnBox   box;

      if (!lsn_map_has_row (marks->map, LSN_TABLE_NOTES, notes[i]) || !lsn_scene_note_box (marks->scene, notes[i], &box))
        continue;
      corner = lsn_minimap_place (marks->fit, (LsnPoint) { box.x, box.y });
      cairo_rectangle (cr, corner.x, corner.y, box.width * marks->fit->scale, box.height * marks->fit->scale);
    }
}

static void
trace_actors (cairo_t               *cr,
              const LsnMinimapMarks *marks)
{
  guint         n_actors;
  const LsnRow *actors = lsn_selection_rows (marks->selection, LSN_TABLE_ACTORS, &n_actors);

  for (guint i = 0; i < n_actors; i++)
    {
      LsnPoint at;
      double   size;

      if (!lsn_map_has_row (marks->map, LSN_TABLE_ACTORS, actors[i]) || !place_of (marks, actors[i], &at, &size))
        continue;
      cairo_rectangle (cr, at.x - size / 2, at.y - size / 2, size, size);
    }
}

static gboolean
place_of_hit (const LsnMinimapMarks *marks,
              const LsnFound        *hit,
              LsnPoint              *at)
{
  LsnPoint to;
  LsnBox   box;
  double   size;

  if (hit->table == LSN_TABLE_ACTORS)
    return lsn_map_has_row (marks->map, LSN_TABLE_ACTORS, hit->row) && place_of (marks, hit->row, at, &size);
  if (hit->table == LSN_TABLE_NOTES)
    {
      if (!lsn_scene_note_box (marks->scene, hit->row, &box))
        return FALSE;
      *at = lsn_minimap_place (marks->fit, (LsnPoint) { box.x + box.width / 2, box.y + box.height / 2 });
      return TRUE;
    }
  if (!ends_of (marks, hit->row, at, &to))
    return FALSE;
  *at = (LsnPoint) { (at->x + to.x) / 2, (at->y + to.y) / 2 };
  return TRUE;
}

static void
trace_found (cairo_t               *cr,
             const LsnMinimapMarks *marks)
{
  for (guint i = 0; i < marks->found->len; i++)
    {
      LsnPoint at;

      if (!place_of_hit (marks, &g_array_index (marks->found, LsnFound, i), &at))
        continue;
      cairo_move_to (cr, at.x, at.y - FOUND / 2);
      cairo_line_to (cr, at.x + FOUND / 2, at.y);
      cairo_line_to (cr, at.x, at.y + FOUND / 2);
      cairo_line_to (cr, at.x - FOUND / 2, at.y);
      cairo_close_path (cr);
    }
}

static void
paint (cairo_t      *cr,
       const LsnBox *area,
       double        scale,
       GCancellable *cancellable,
       gpointer      data)
{
  GdkRGBA selected = lsn_marks_colour (1);

  trace_found (cr, data);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_set_line_width (cr, 4);
  cairo_stroke_preserve (cr);
  cairo_set_source_rgb (cr, 0.72, 0.27, 0.0);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
  gdk_cairo_set_source_rgba (cr, &selected);
  cairo_set_line_width (cr, 1.5);
  trace_ties (cr, data);
  trace_notes (cr, data);
  cairo_stroke (cr);
  trace_actors (cr, data);
  cairo_fill (cr);
}

/**
 * lsn_minimap_marks_paint:
 * @width: pixels of the small picture
 * @height: pixels of the small picture
 * @scale_factor: device pixels per pixel
 *
 * Selected actors are filled squares, selected ties lines, of selected notes and frames the edges, what was found hollow
 * diamonds. Cost: O(selected and found).
 *
 * Returns: (transfer full) (nullable): a texture of that size; %NULL when nothing is marked
 */
GdkTexture *
lsn_minimap_marks_paint (const LsnMinimapMarks *marks,
                         int                    width,
                         int                    height,
                         int                    scale_factor)
{
  LsnBox all = { 0, 0, width, height };

  if (width <= 0 || height <= 0 || (marks->found->len == 0 && lsn_selection_is_empty (marks->selection)))
    return NULL;
  return lsn_texture_paint (paint, (gpointer) marks, LSN_TEXTURE_CLEAR, &all, scale_factor, width * scale_factor,
                            height * scale_factor, NULL);
}
