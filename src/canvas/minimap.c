/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/minimap-private.h"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "canvas/marks.h"
#include "canvas/minimap-marks.h"
#include "canvas/overview.h"
#include "canvas/texture.h"

#define WIDTH        200 /* pixels that it would like to have */
#define HEIGHT       136
#define EDGE         2.0f /* pixels: the width of the frame */

enum { PROP_0, PROP_WANTED, N_PROPS };

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (LsnMinimap, lsn_minimap, GTK_TYPE_WIDGET)

/* ---- the picture ---- */

typedef struct
{
  LsnMinimap *self;
  GdkTexture *from;
  GdkTexture *to;
  int         width;
  int         height;
} Shrink;

static void
free_shrink (gpointer data)
{
  Shrink *shrink = data;

  g_object_unref (shrink->self);
  g_object_unref (shrink->from);
  g_clear_object (&shrink->to);
  g_free (shrink);
}

static void
work_shrink (gpointer      data,
             GCancellable *cancellable)
{
  Shrink *shrink = data;

  shrink->to = lsn_texture_shrink (shrink->from, shrink->width, shrink->height);
}

static void
done_shrink (gpointer data,
             gboolean cancelled)
{
  Shrink *shrink = data;

  if (cancelled || shrink->from != shrink->self->overview)
    return;
  g_set_object (&shrink->self->picture, shrink->to);
  gtk_widget_queue_draw (GTK_WIDGET (shrink->self));
}

/* A worker makes a small picture once, so that frames need not scale a large one. */
static void
shrink_overview (LsnMinimap *self)
{
  Shrink *shrink = g_new0 (Shrink, 1);

  g_cancellable_cancel (self->shrinking);
  g_object_unref (self->shrinking);
  self->shrinking = g_cancellable_new ();
  shrink->self = g_object_ref (self);
  shrink->from = g_object_ref (self->overview);
  shrink->width = MAX (1, (int) round (self->fit.picture.width * self->scale));
  shrink->height = MAX (1, (int) round (self->fit.picture.height * self->scale));
  lsn_workers_submit (self->canvas->helpers, 0, work_shrink, done_shrink, shrink, free_shrink, self->shrinking);
}

static gboolean
is_same_box (const LsnBox *a,
             const LsnBox *b)
{
  return a->x == b->x && a->y == b->y && a->width == b->width && a->height == b->height;
}

/* Fits the newest overview of the map into the widget. */
static void
take_overview (LsnMinimap *self)
{
  GtkWidget    *widget = GTK_WIDGET (self);
  LsnBox        area = { 0, 0, 0, 0 };
  GdkTexture   *overview = lsn_overview_get_texture (lsn_tiles_get_overview (self->canvas->tiles), &area);
  LsnMinimapFit fit = lsn_minimap_fit (&area, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  int           scale = gtk_widget_get_scale_factor (widget);
  gboolean      moved = !is_same_box (&fit.area, &self->fit.area) || !is_same_box (&fit.picture, &self->fit.picture);

  if (overview == self->overview && !moved && scale == self->scale)
    return;

  self->fit = fit;
  self->scale = scale;
  self->marks_stale = TRUE;
  /* The picture before stays until the next is there, unless it would stand elsewhere. */
  if (moved)
    g_clear_object (&self->picture);
  g_set_object (&self->overview, overview);
  if (overview != NULL && fit.scale > 0)
    shrink_overview (self);
  gtk_widget_queue_draw (widget);
}

static void
paint_marks (LsnMinimap *self)
{
  GtkWidget      *widget = GTK_WIDGET (self);
  LsnMinimapMarks marks = { self->canvas->map, self->canvas->scene, self->selection, self->found, &self->fit };

  self->marks_stale = FALSE;
  g_clear_object (&self->marks);
  if (self->fit.scale > 0 && self->canvas->scene != NULL && self->selection != NULL)
    self->marks = lsn_minimap_marks_paint (&marks, gtk_widget_get_width (widget), gtk_widget_get_height (widget),
                                           self->scale);
  gtk_widget_queue_draw (widget);
}

/* ---- keeping up with the canvas ---- */

static void
on_selection_changed_cb (LsnMinimap *self)
{
  self->marks_stale = TRUE;
}

static void
follow_selection (LsnMinimap   *self,
                  LsnSelection *selection)
{
  if (selection == self->selection)
    return;
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_set_object (&self->selection, selection);
  if (selection != NULL)
    g_signal_connect_swapped (selection, "changed", G_CALLBACK (on_selection_changed_cb), self);
  self->marks_stale = TRUE;
}

static gboolean
should_be_seen (LsnMinimap *self)
{
  LsnBox area, visible;

  if (!self->wanted || self->canvas->map == NULL || self->canvas->scene == NULL || !self->canvas->has_fitted)
    return FALSE;

  area = lsn_scene_get_bounds (self->canvas->scene);
  visible = lsn_viewport_get_visible (self->canvas->viewport);
  return area.width > 0 && area.height > 0 && !lsn_minimap_is_whole (&area, &visible);
}

/* Says how much of the map is seen. */
static void
describe (LsnMinimap   *self,
          const LsnBox *visible)
{
  const LsnBox    *area = &self->fit.area;
  double           across = MIN (visible->x + visible->width, area->x + area->width) - MAX (visible->x, area->x);
  double           down = MIN (visible->y + visible->height, area->y + area->height) - MAX (visible->y, area->y);
  int              percent = 0;
  g_autofree char *words = NULL;

  if (across > 0 && down > 0)
    percent = CLAMP ((int) round (100 * across * down / (area->width * area->height)), 1, 100);
  if (percent == self->percent)
    return;

  self->percent = percent;
  /* Translators: said of the overview by the screen reader; %% is the per cent sign */
  words = g_strdup_printf (_("%d %% of the map is in sight"), percent);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

static void
take_frame (LsnMinimap *self)
{
  LsnBox visible = lsn_viewport_get_visible (self->canvas->viewport);
  LsnBox frame = lsn_minimap_frame (&self->fit, &visible);

  if (self->fit.scale <= 0)
    return;
  describe (self, &visible);
  if (is_same_box (&frame, &self->frame))
    return;
  self->frame = frame;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Called at most once a frame, before it is laid out. */
static void
on_seen_cb (LsnMinimap *self)
{
  gboolean seen = should_be_seen (self);

  if (seen != gtk_widget_get_visible (GTK_WIDGET (self)))
    {
      if (!seen)
        lsn_canvas_take_focus_from (self->canvas, GTK_WIDGET (self));
      gtk_widget_set_visible (GTK_WIDGET (self), seen);
    }
  follow_selection (self, self->canvas->selection);
  if (!seen)
    return;

  take_overview (self);
  take_frame (self);
  if (self->scene != self->canvas->scene)
    {
      g_clear_pointer (&self->scene, lsn_scene_unref);
      self->scene = lsn_scene_ref (self->canvas->scene);
      self->marks_stale = TRUE;
    }
  if (self->marks_stale)
    paint_marks (self);
}

/* ---- widget ---- */

static void
lsn_minimap_measure (GtkWidget     *widget,
                     GtkOrientation orientation,
                     int            for_size,
                     int           *minimum,
                     int           *natural,
                     int           *minimum_baseline,
                     int           *natural_baseline)
{
  *minimum = 1;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
lsn_minimap_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  LsnMinimap *self = LSN_MINIMAP (widget);

  if (self->canvas != NULL)
    lsn_canvas_queue_update (self->canvas);
}

static graphene_rect_t
rect_of (const LsnBox *box)
{
  return GRAPHENE_RECT_INIT ((float) box->x, (float) box->y, (float) box->width, (float) box->height);
}

/* The paper with the picture, the marks, the frame: few nodes, whatever the map holds. */
static void
lsn_minimap_snapshot (GtkWidget   *widget,
                      GtkSnapshot *snapshot)
{
  LsnMinimap     *self = LSN_MINIMAP (widget);
  graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  graphene_rect_t picture = rect_of (&self->fit.picture), frame = rect_of (&self->frame);
  GdkRGBA         ground = lsn_texture_ground (), fill = lsn_marks_colour (0.10), edge = lsn_marks_colour (1);
  GskRoundedRect  outline;

  gtk_snapshot_append_color (snapshot, &ground, &all);
  if (self->fit.scale <= 0 || self->overview == NULL)
    return;

  gtk_snapshot_append_texture (snapshot, self->picture != NULL ? self->picture : self->overview, &picture);
  if (self->marks != NULL)
    gtk_snapshot_append_texture (snapshot, self->marks, &all);
  gtk_snapshot_append_color (snapshot, &fill, &frame);
  gsk_rounded_rect_init_from_rect (&outline, &frame, 2);
  gtk_snapshot_append_border (snapshot, &outline, (const float[4]) { EDGE, EDGE, EDGE, EDGE },
                              (const GdkRGBA[4]) { edge, edge, edge, edge });
}

/* ---- setting up ---- */

static void
lsn_minimap_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  g_assert (prop_id == PROP_WANTED);
  g_value_set_boolean (value, LSN_MINIMAP (object)->wanted);
}

static void
lsn_minimap_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  LsnMinimap *self = LSN_MINIMAP (object);

  g_assert (prop_id == PROP_WANTED);
  self->wanted = g_value_get_boolean (value);
  if (self->canvas != NULL)
    lsn_canvas_queue_update (self->canvas);
}

static void
lsn_minimap_dispose (GObject *object)
{
  LsnMinimap *self = LSN_MINIMAP (object);

  lsn_minimap_set_canvas (self, NULL);
  g_cancellable_cancel (self->shrinking);
  g_clear_object (&self->shrinking);
  g_clear_pointer (&self->found, g_array_unref);

  G_OBJECT_CLASS (lsn_minimap_parent_class)->dispose (object);
}

static void
lsn_minimap_class_init (LsnMinimapClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  /**
   * LsnMinimap:wanted:
   *
   * Whether it is seen while a part of the map is out of sight; otherwise it never is.
   */
  props[PROP_WANTED] = g_param_spec_boolean ("wanted", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  object_class->get_property = lsn_minimap_get_property;
  object_class->set_property = lsn_minimap_set_property;
  object_class->dispose = lsn_minimap_dispose;
  g_object_class_install_properties (object_class, N_PROPS, props);
  widget_class->measure = lsn_minimap_measure;
  widget_class->size_allocate = lsn_minimap_size_allocate;
  widget_class->snapshot = lsn_minimap_snapshot;
  lsn_minimap_bind_actions (widget_class);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "minimap");
}

static void
lsn_minimap_init (LsnMinimap *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->found = g_array_new (FALSE, FALSE, sizeof (LsnFound));
  self->shrinking = g_cancellable_new ();
  self->wanted = TRUE;
  self->percent = -1;
  gtk_widget_set_visible (widget, FALSE);
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_focus_on_click (widget, FALSE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (widget, "osd-panel");
  gtk_widget_set_tooltip_text (widget, _("Drag the frame, or click where to go; the wheel zooms"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Overview"), -1);
  lsn_minimap_init_input (self);
}

/**
 * lsn_minimap_new:
 *
 * Returns: (transfer floating): an overview of no canvas
 */
GtkWidget *
lsn_minimap_new (void)
{
  return g_object_new (LSN_TYPE_MINIMAP, NULL);
}

/**
 * lsn_minimap_set_canvas:
 * @canvas: (nullable): whose map is shown, and whose view is moved
 */
void
lsn_minimap_set_canvas (LsnMinimap *self,
                        LsnCanvas  *canvas)
{
  g_return_if_fail (LSN_IS_MINIMAP (self));

  if (self->canvas != NULL)
    g_signal_handlers_disconnect_by_data (self->canvas, self);
  follow_selection (self, NULL);
  g_clear_pointer (&self->scene, lsn_scene_unref);
  g_clear_object (&self->overview);
  g_clear_object (&self->picture);
  g_clear_object (&self->marks);
  g_set_weak_pointer (&self->canvas, canvas);
  if (canvas != NULL)
    g_signal_connect_swapped (canvas, "seen", G_CALLBACK (on_seen_cb), self);
}

/**
 * lsn_minimap_set_found:
 * @hits: (nullable) (element-type LsnFound): what is marked as found from now on
 */
void
lsn_minimap_set_found (LsnMinimap *self,
                       GArray     *hits)
{
  g_return_if_fail (LSN_IS_MINIMAP (self));

  g_array_set_size (self->found, 0);
  if (hits != NULL && hits->len > 0)
    g_array_append_vals (self->found, hits->data, hits->len);
  self->marks_stale = TRUE;
  if (self->canvas != NULL)
    lsn_canvas_queue_update (self->canvas);
}
