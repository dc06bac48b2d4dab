/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "maps.h"
#include <math.h>
#include "scene/colour.h"
#include "scene/lines.h"
#include "scene/looks.h"
#include "scene/marks.h"
#include "scene/scene-private.h"
#include "scene/text.h"
#undef G_DISABLE_ASSERT

/* What is on a line, seen by a pen that writes down what it is told: heads, brackets, and marks with what is in them. */

typedef struct
{
  GArray  *dots;     /* of LsnPoint: its outline */
  gboolean is_disc;  /* filled with paper: what comes within it is part of it */
  LsnPoint centre;
  double   radius;
} Shape;

typedef struct
{
  LsnPen     pen;
  GPtrArray *shapes;
} Notes;

static void
free_shape (gpointer shape)
{
  g_array_unref (((Shape *) shape)->dots);
  g_free (shape);
}

static void
add_dots (GArray  *dots,
          LsnPoint a,
          LsnPoint b,
          LsnPoint c,
          LsnPoint d)
{
  LsnCurve curve = { { a, b, c, d } };

  for (guint i = 0; i <= 6; i++)
    {
      LsnPoint dot = lsn_curve_at (&curve, i / 6.0);

      g_array_append_val (dots, dot);
    }
}

static GArray *
flattened (const LsnPath *path)
{
  GArray *dots = g_array_new (FALSE, FALSE, sizeof (LsnPoint));
  LsnPoint at = { 0, 0 }, begin = { 0, 0 };

  for (guint i = 0; i < path->n_pieces; i++)
    {
      const LsnPathPiece *piece = &path->pieces[i];

      if (piece->op == LSN_PATH_MOVE)
        at = begin = piece->p[0];
      else if (piece->op == LSN_PATH_LINE)
        add_dots (dots, at, lsn_between (at, piece->p[0], 1 / 3.0), lsn_between (at, piece->p[0], 2 / 3.0), piece->p[0]);
      else if (piece->op == LSN_PATH_CURVE)
        add_dots (dots, at, piece->p[0], piece->p[1], piece->p[2]);
      else
        add_dots (dots, at, lsn_between (at, begin, 1 / 3.0), lsn_between (at, begin, 2 / 3.0), begin);
      if (piece->op != LSN_PATH_CLOSE)
        at = piece->p[piece->op == LSN_PATH_CURVE ? 2 : 0];
    }

  return dots;
}

static gboolean
is_within (const GArray *dots,
           const Shape  *disc)
{
  for (guint i = 0; i < dots->len; i++)
    if (lsn_distance (g_array_index (dots, LsnPoint, i), disc->centre) > disc->radius + 0.1)
      return FALSE;

  return TRUE;
}

static void
note_path (LsnPen         *pen,
           const LsnPath  *path,
           const LsnStyle *style)
{
  Notes *notes = (Notes *) pen;
  const Shape *last = notes->shapes->len > 0 ? g_ptr_array_index (notes->shapes, notes->shapes->len - 1) : NULL;
  Shape *shape = g_new0 (Shape, 1);
  LsnBox box = LSN_EMPTY_BOX;

  shape->dots = flattened (path);
  if (last != NULL && last->is_disc && is_within (shape->dots, last))
    {
      free_shape (shape);
      return;
    }
  for (guint i = 0; i < shape->dots->len; i++)
    box = lsn_box_with_point (box, g_array_index (shape->dots, LsnPoint, i));
  shape->is_disc = style->fill == LSN_PAPER;
  shape->centre = lsn_box_centre (&box);
  shape->radius = MAX (box.width, box.height) / 2.0;
  g_ptr_array_add (notes->shapes, shape);
}

static void
note_text (LsnPen        *pen,
           const LsnText *text,
           LsnPoint       anchor,
           LsnAlign       align,
           LsnColour      colour,
           LsnColour      halo)
{
  const Notes *notes = (const Notes *) pen;
  const Shape *last = g_ptr_array_index (notes->shapes, notes->shapes->len - 1);

  /* in its badge */
  g_assert_cmpint (align, ==, LSN_ALIGN_CENTRE);
  g_assert_cmpfloat_with_epsilon (anchor.x, last->centre.x, 0.1);
  g_assert_cmpfloat (text->width / 2.0, <, last->radius);
}

static double
distance_between (const Shape *a,
                  const Shape *b)
{
  double least = INFINITY;

  if (a->is_disc && lsn_distance (a->centre, b->centre) < a->radius)
    return 0.0;
  if (lsn_distance (a->centre, b->centre) > a->radius * M_SQRT2 + b->radius * M_SQRT2 + 10.0)
    return INFINITY;
  for (guint i = 0; i < a->dots->len; i++)
    for (guint k = 0; k < b->dots->len; k++)
      least = MIN (least, lsn_distance (g_array_index (a->dots, LsnPoint, i), g_array_index (b->dots, LsnPoint, k)));

  return least;
}

/* The first shape is the shaft, and beads follow it on a line that has them; all else keeps clear. */
static void
check_line (const LsnLineLook *line,
            const LsnWay      *way,
            const LsnText     *count,
            guint              n_marks,
            const char        *what)
{
  Notes notes = { .pen = { .draw_path = note_path, .draw_text = note_text } };
  guint first = line->look.line == LSN_LINE_BEADED ? 2 : 1, n_heads;

  notes.shapes = g_ptr_array_new_with_free_func (free_shape);
  lsn_line_draw (line, &notes.pen, way, count);
  n_heads = line->look.head_at_source + (line->look.head_at_target || line->look.line == LSN_LINE_BRACKET);
  if (line->look.line == LSN_LINE_BEADED && notes.shapes->len == n_marks + n_heads + 1)
    first = 1;
  if (notes.shapes->len != first + n_heads + n_marks)
    g_error ("%s: %u shapes instead of %u", what, notes.shapes->len, first + n_heads + n_marks);
  for (guint i = first; i < notes.shapes->len; i++)
    for (guint k = first; k < i; k++)
      {
        double apart = distance_between (g_ptr_array_index (notes.shapes, i), g_ptr_array_index (notes.shapes, k));
        gboolean heads = i < first + n_heads;

        /* two heads may meet on a line that is hardly longer than they are */
        if (apart < (heads ? 0.5 : 1.6))
          g_error ("%s: shapes %u and %u are %g apart", what, k, i, apart);
      }
  g_ptr_array_unref (notes.shapes);
  lsn_path_finish (&notes.pen.path);
}

static void
check_curves (const LsnLineLook *line,
              const LsnText     *count,
              guint              n_marks,
              const char        *kind)
{
  static const double lengths[] = { 6, 14, 25, 37, 50, 64, 80, 110, 300 };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    for (int bend = -1; bend <= 1; bend++)
      for (guint angle = 0; angle < 2; angle++)
        {
          LsnPoint end = { lengths[i] * cos (angle * 1.1), lengths[i] * sin (angle * 1.1) };
          LsnWay way = lsn_way_of (lsn_curve_bent ((LsnPoint) { 0, 0 }, end, 0.3 * bend * lengths[i]));
          g_autofree char *what = g_strdup_printf ("%s, status %d, heads %d %d, covert %d, count %u, length %g, bend %d",
                                                   kind, line->look.status, line->look.head_at_source,
                                                   line->look.head_at_target, line->look.covert, line->count, lengths[i],
                                                   bend);

          check_line (line, &way, count, n_marks, what);
        }
}

static void
check_kind (LsnMap       *map,
            LsnTextCache *cache,
            LsnRow        kind)
{
  g_autoptr (LsnLooks) looks = lsn_looks_new (map);
  const char *name = lsn_kind_name (map, kind);
  static const guint counts[] = { 1, 7, 1234 };

  for (guint i = 0; i < 4 * 3 * 2 * 3; i++)
    {
      LsnLineLook line = { .count = counts[i / 24] };
      g_autofree char *digits = g_strdup_printf ("%u", line.count);
      g_autoptr (LsnText) count = line.count > 1 ? lsn_text_cache_get (cache, digits, LSN_FONT_MARK, 0.0) : NULL;
      guint n_marks;

      lsn_looks_tie_kind (looks, kind, &line.look);
      line.look.status = (LsnStatus) (i % 4);
      line.look.head_at_target = i / 4 % 3 > 0;
      line.look.head_at_source = i / 4 % 3 > 1;
      line.look.covert = i / 12 % 2;
      n_marks = (line.look.line == LSN_LINE_BARRED || line.look.line == LSN_LINE_CROSSED ||
                 line.look.line == LSN_LINE_RINGED) + (line.look.status != LSN_STATUS_CONFIRMED) + line.look.covert +
                (line.count > 1);
      check_curves (&line, count, n_marks, name);
    }
}

static void
marks_keep_clear (void)
{
  g_autoptr (LsnMap) map = test_map_new ();
  g_autoptr (LsnTextCache) cache = lsn_text_cache_new ();
  guint n_kinds = 0;

  lsn_map_commit (map);
  for (LsnRow kind = LSN_NO_ROW; (kind = lsn_map_next_row (map, LSN_TABLE_KINDS, kind)) != LSN_NO_ROW;)
    if (lsn_kind_is_of_tie (map, kind))
      {
        check_kind (map, cache, kind);
        n_kinds++;
      }
  g_assert_cmpuint (n_kinds, ==, 25);
}

/* What stands beside a short line is in its ink, so that it is painted in every tile that it reaches. */
static void
marks_beside_are_painted (void)
{
  g_autoptr (LsnMap) map = test_map_new ();
  LsnRow a = test_actor (map, "a", "A", "state", 0, 0), b = test_actor (map, "b", "B", "state", 74, 0);
  LsnRow tie = test_tie (map, "t", a, b, "accepts-as-mediator");
  g_autoptr (LsnScene) scene = NULL;
  LsnBox ink, tile = { 20, -60, 34, 34 };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 34, 34);
  cairo_t *cr = cairo_create (surface);
  const guchar *data;
  guint n_inked = 0;

  test_set_text (map, LSN_TABLE_TIES, tie, LSN_TIE_SECRECY, "covert");
  test_set_text (map, LSN_TABLE_TIES, tie, LSN_TIE_STATUS, "rumoured");
  lsn_map_commit (map);
  scene = test_scene (map, FALSE);
  g_assert_true (lsn_scene_row_bounds (scene, LSN_TABLE_TIES, tie, &ink));
  g_assert_cmpfloat (ink.y, <, -40);

  cairo_translate (cr, -tile.x, -tile.y);
  lsn_scene_paint (scene, cr, &tile, 1.0, LSN_PAINT_EXACT, NULL);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  for (guint i = 0; i < 34 * 34; i++)
    n_inked += data[4 * i + 3] > 128;
  g_assert_cmpuint (n_inked, >, 150);
  cairo_surface_destroy (surface);
}

/* The words of a tie hide neither its marks nor its heads. */
static void
labels_keep_off_marks (void)
{
  static const double lengths[] = { 110, 150, 220, 400 };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    for (guint angle = 0; angle < 6; angle++)
      {
        g_autoptr (LsnMap) map = test_map_new ();
        LsnRow a = test_actor (map, "a", "A", "state", 0, 0);
        LsnRow b = test_actor (map, "b", "B", "state", lengths[i] * cos (angle * G_PI / 6),
                               lengths[i] * sin (angle * G_PI / 6));
        LsnRow tie = test_tie (map, "t", a, b, "accepts-as-mediator");
        g_autoptr (LsnScene) scene = NULL;
        Notes notes = { .pen = { .draw_path = note_path, .draw_text = note_text } };
        const LsnItem *line, *label;

        test_set_text (map, LSN_TABLE_TIES, tie, LSN_TIE_STATUS, "likely");
        test_set_text (map, LSN_TABLE_TIES, tie, LSN_TIE_LABEL, "by letter");
        lsn_map_commit (map);
        scene = test_scene (map, FALSE);
        line = lsn_scene_item (scene, scene->ties[tie].line);
        label = lsn_scene_item (scene, scene->ties[tie].label);
        notes.shapes = g_ptr_array_new_with_free_func (free_shape);
        lsn_line_draw (&line->line.line, &notes.pen, &line->line.way, NULL);
        for (guint k = 1; k < notes.shapes->len; k++)
          {
            const Shape *shape = g_ptr_array_index (notes.shapes, k);

            for (guint d = 0; d < shape->dots->len; d++)
              {
                LsnPoint dot = g_array_index (shape->dots, LsnPoint, d);

                g_assert_false (lsn_box_holds (&label->ink, dot.x, dot.y));
              }
          }
        g_ptr_array_unref (notes.shapes);
        lsn_path_finish (&notes.pen.path);
      }
}

typedef struct
{
  guint   line;
  LsnMark mark;
} OnLine;

/* How many pairs of marks of different ties overlap; @at_middle: if each stood about the middle of its line. */
static guint
count_meeting (LsnScene *scene,
               gboolean  at_middle,
               guint    *n_marks)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (OnLine));
  guint n_meeting = 0;

  for (guint i = 0; i < scene->items->len; i++)
    {
      const LsnItem *item = lsn_scene_item (scene, i);
      LsnLineLook line;
      LsnMark marks[LSN_MAX_MARKS];

      if (item->type != LSN_ITEM_LINE)
        continue;
      line = item->line.line;
      if (at_middle)
        line.shift = 0.0f;
      for (guint k = lsn_marks_place (&line, &item->line.way, marks); k-- > 0;)
        {
          OnLine one = { i, marks[k] };

          g_array_append_val (all, one);
        }
    }
  *n_marks = all->len;
  for (guint i = 0; i < all->len; i++)
    for (guint k = 0; k < i; k++)
      {
        const OnLine *a = &g_array_index (all, OnLine, i), *b = &g_array_index (all, OnLine, k);
        double both = MAX (a->mark.half, a->mark.across) + MAX (b->mark.half, b->mark.across);

        n_meeting += a->line != b->line && lsn_distance (a->mark.at, b->mark.at) < both;
      }

  return n_meeting;
}

/* Two doubtful ties that cross in their middles */
static void
marks_keep_apart_where_lines_cross (void)
{
  g_autoptr (LsnMap) map = test_map_new ();
  LsnRow a = test_actor (map, "a", "A", "state", 0, 0), b = test_actor (map, "b", "B", "state", 300, 300);
  LsnRow c = test_actor (map, "c", "C", "state", 300, 0), d = test_actor (map, "d", "D", "state", 0, 300);
  LsnRow one = test_tie (map, "t", a, b, "contact"), other = test_tie (map, "u", c, d, "contact");
  g_autoptr (LsnScene) scene = NULL;
  guint n_marks;

  test_set_text (map, LSN_TABLE_TIES, one, LSN_TIE_STATUS, "rumoured");
  test_set_text (map, LSN_TABLE_TIES, other, LSN_TIE_STATUS, "rumoured");
  lsn_map_commit (map);
  scene = test_scene (map, FALSE);
  g_assert_cmpuint (count_meeting (scene, TRUE, &n_marks), ==, 1);
  g_assert_cmpuint (n_marks, ==, 2);
  g_assert_cmpuint (count_meeting (scene, FALSE, &n_marks), ==, 0);
}

static void
marks_keep_apart_on_random_maps (void)
{
  guint n_before = 0, n_after = 0;

  for (guint32 seed = 1; seed <= 12; seed++)
    {
      g_autoptr (LsnMap) map = test_map_random (seed, 30, 180);
      g_autoptr (LsnScene) scene = test_scene (map, FALSE);
      guint n_marks;

      n_before += count_meeting (scene, TRUE, &n_marks);
      n_after += count_meeting (scene, FALSE, &n_marks);
    }
  g_test_message ("%u pairs of marks meet, without moving them %u", n_after, n_before);
  g_assert_cmpuint (n_before, >, 50);
  g_assert_cmpuint (n_after, <=, n_before / 20);
}

/* The sample, as everybody sees it first */
static void
marks_keep_apart_on_the_sample (void)
{
  g_autoptr (LsnMap) map = test_map_sample ();
  g_autoptr (LsnScene) scene = test_scene (map, FALSE);
  guint n_marks;

  g_assert_cmpuint (count_meeting (scene, FALSE, &n_marks), ==, 0);
  g_assert_cmpuint (n_marks, >, 10);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/marks/clear", marks_keep_clear);
  g_test_add_func ("/scene/marks/beside", marks_beside_are_painted);
  g_test_add_func ("/scene/marks/crossing", marks_keep_apart_where_lines_cross);
  g_test_add_func ("/scene/marks/random", marks_keep_apart_on_random_maps);
  g_test_add_func ("/scene/marks/sample", marks_keep_apart_on_the_sample);
  g_test_add_func ("/scene/marks/labels", labels_keep_off_marks);
  return g_test_run ();
}
