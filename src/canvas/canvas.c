/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/canvas-private.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "canvas/focus-child.h"
#include "canvas/map-edits.h"
#include "canvas/texture.h"

enum { PROP_0, PROP_ZOOM, PROP_NEXT_KIND, PROP_CRISP, PROP_SNAP_TO_GRID, N_PROPS };
enum { MESSAGE, ACTIVATE_ROW, ASK_ENTRY, SHOWN, SEEN, N_SIGNALS };

static GParamSpec *props[N_PROPS];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LsnCanvas, lsn_canvas, GTK_TYPE_WIDGET)

/* ---- what is said ---- */

/* Says something that the window shows in a toast. */
void
lsn_canvas_say (LsnCanvas  *self,
                gboolean    can_undo,
                const char *text)
{
  g_signal_emit (self, signals[MESSAGE], 0, text, can_undo);
}

void
lsn_canvas_say_error (LsnCanvas    *self,
                      const GError *error)
{
  if (error != NULL)
    lsn_canvas_say (self, FALSE, error->message);
}

void
lsn_canvas_activate_row (LsnCanvas *self,
                         LsnTable   table,
                         LsnRow     row)
{
  g_signal_emit (self, signals[ACTIVATE_ROW], 0, (int) table, row);
}

/* Has the window show lines where they can be typed, because something has to be asked about them. */
void
lsn_canvas_ask_entry (LsnCanvas  *self,
                      const char *text)
{
  g_signal_emit (self, signals[ASK_ENTRY], 0, text);
}

/* Says that what the filter shows may be another. */
void
lsn_canvas_say_shown (LsnCanvas *self)
{
  g_signal_emit (self, signals[SHOWN], 0);
}

/* Says, once a frame, that another part of the map is seen, or another picture of it. */
void
lsn_canvas_say_seen (LsnCanvas *self)
{
  g_signal_emit (self, signals[SEEN], 0);
}

/* Has the children put where what they belong to is drawn now. */
void
lsn_canvas_place_children (LsnCanvas *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* ---- widget ---- */

static gboolean
thaw_notify_cb (gpointer self)
{
  g_object_thaw_notify (self);
  return G_SOURCE_REMOVE;
}

/* Others show the zoom and change their size with it, which nobody may while sizes are being given: they are told after. */
static void
lsn_canvas_size_allocate (GtkWidget *widget,
                          int        width,
                          int        height,
                          int        baseline)
{
  LsnCanvas *self = LSN_CANVAS (widget);
  int        old_width, old_height;

  g_object_freeze_notify (G_OBJECT (self));
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, thaw_notify_cb, g_object_ref (self), g_object_unref);

  lsn_viewport_get_size (self->viewport, &old_width, &old_height);
  lsn_viewport_set_size (self->viewport, width, height, gtk_widget_get_scale_factor (widget));
  lsn_scene_builder_update (self->builder);
  lsn_canvas_fit_first_time (self);
  if (width != old_width || height != old_height)
    lsn_canvas_fit_again (self);
  /* The painters begin while the rest of the first frame is still being made. */
  if (!self->was_shown)
    lsn_tiles_update (self->tiles, self->viewport);
  lsn_canvas_place_focus_child (self);
  lsn_canvas_place_editor (self);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
  lsn_canvas_place_asked (self);
  lsn_signposts_place (self->signposts);
}

static void
lsn_canvas_measure (GtkWidget     *widget,
                    GtkOrientation orientation,
                    int            for_size,
                    int           *minimum,
                    int           *natural,
                    int           *minimum_baseline,
                    int           *natural_baseline)
{
  *minimum = 120;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 800 : 600;
}

static void
lsn_canvas_snapshot (GtkWidget   *widget,
                     GtkSnapshot *snapshot)
{
  LsnCanvas *self = LSN_CANVAS (widget);

  if (self->animation != NULL)
    lsn_animation_snapshot (self->animation, snapshot, self->viewport);
  else if (lsn_preview_is_seen (self->preview))
    lsn_preview_snapshot (self->preview, snapshot);
  else if (self->scene != NULL)
    {
      lsn_tiles_snapshot (self->tiles, snapshot, self->viewport);
      lsn_patches_snapshot (self->patches, snapshot, self->viewport);
    }
  else
    {
      GdkRGBA ground = lsn_texture_ground ();

      gtk_snapshot_append_color (snapshot, &ground,
                                 &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                                      gtk_widget_get_height (widget)));
    }
  lsn_canvas_snapshot_overlay (self, snapshot);
  lsn_signposts_snapshot (self->signposts, snapshot);
  if (self->editor != NULL)
    gtk_widget_snapshot_child (widget, self->editor, snapshot);
}

/* Tab and Shift+Tab come here and leave again: inside, the arrow keys travel. An open menu goes round by itself. */
static gboolean
lsn_canvas_focus (GtkWidget       *widget,
                  GtkDirectionType direction)
{
  LsnCanvas *self = LSN_CANVAS (widget);
  GtkWidget *child = gtk_widget_get_focus_child (widget);

  if (child != NULL)
    return (child == self->menu || child == self->asked) && gtk_widget_child_focus (child, direction);

  self->by_keyboard = TRUE;
  return gtk_widget_grab_focus (self->focus_child);
}

static gboolean
lsn_canvas_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (LSN_CANVAS (widget)->focus_child);
}

static void
on_scale_factor_cb (LsnCanvas *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
lsn_canvas_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  LsnCanvas *self = LSN_CANVAS (object);

  switch (prop_id)
    {
    case PROP_ZOOM:
      g_value_set_double (value, lsn_canvas_get_zoom (self));
      break;

    case PROP_NEXT_KIND:
      g_value_set_uint (value, lsn_canvas_get_next_kind (self));
      break;

    case PROP_CRISP:
      g_value_set_boolean (value, lsn_canvas_is_crisp (self));
      break;

    case PROP_SNAP_TO_GRID:
      g_value_set_boolean (value, self->snap_to_grid);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lsn_canvas_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  LsnCanvas *self = LSN_CANVAS (object);

  switch (prop_id)
    {
    case PROP_ZOOM:
      lsn_canvas_set_zoom (self, g_value_get_double (value));
      break;

    case PROP_NEXT_KIND:
      lsn_canvas_set_next_kind (self, g_value_get_uint (value));
      break;

    case PROP_SNAP_TO_GRID:
      self->snap_to_grid = g_value_get_boolean (value);
      gtk_widget_queue_draw (GTK_WIDGET (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lsn_canvas_dispose (GObject *object)
{
  LsnCanvas *self = LSN_CANVAS (object);
  GtkWidget *child;

  lsn_canvas_set_map (self, NULL, NULL);
  g_clear_handle_id (&self->settle, g_source_remove);
  g_clear_handle_id (&self->rest, g_source_remove);
  g_clear_handle_id (&self->arrived, g_source_remove);
  g_clear_pointer (&self->named_key, g_free);
  self->menu = NULL;
  self->asked = NULL;
  self->focus_child = NULL;
  for (child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_first_child (GTK_WIDGET (self)))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (lsn_canvas_parent_class)->dispose (object);
}

static void
lsn_canvas_finalize (GObject *object)
{
  LsnCanvas *self = LSN_CANVAS (object);

  g_clear_pointer (&self->painters, lsn_workers_free);
  g_clear_pointer (&self->helpers, lsn_workers_free);
  g_clear_pointer (&self->builder, lsn_scene_builder_free);
  g_clear_pointer (&self->filter, lsn_filter_free);
  g_clear_pointer (&self->preview, lsn_preview_free);
  g_clear_pointer (&self->tiles, lsn_tiles_free);
  g_clear_pointer (&self->patches, lsn_patches_free);
  g_clear_pointer (&self->marks, lsn_layer_free);
  g_clear_pointer (&self->rings, lsn_rings_free);
  g_clear_pointer (&self->trail, lsn_trail_free);
  g_clear_pointer (&self->signposts, lsn_signposts_free);
  g_clear_pointer (&self->animation, lsn_animation_free);
  g_clear_pointer (&self->texts, lsn_text_cache_unref);
  g_clear_object (&self->viewport);

  G_OBJECT_CLASS (lsn_canvas_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  /**
   * LsnCanvas:zoom:
   *
   * Pixels per map unit; 1 is 100 %.
   */
  props[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 0, 1000, 1,
                                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * LsnCanvas:next-kind:
   *
   * The kind that the next drawn tie gets, an LsnRow.
   */
  props[PROP_NEXT_KIND] = g_param_spec_uint ("next-kind", NULL, NULL, 0, G_MAXUINT, 0,
                                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * LsnCanvas:crisp:
   *
   * Whether all that is seen is painted in its own size from the map as it is.
   */
  props[PROP_CRISP] = g_param_spec_boolean ("crisp", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /**
   * LsnCanvas:snap-to-grid:
   *
   * Whether what is dragged stands on a grid, which is shown then; no output has it.
   */
  props[PROP_SNAP_TO_GRID] = g_param_spec_boolean ("snap-to-grid", NULL, NULL, FALSE,
                                                   G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
install_signals (GObjectClass *object_class)
{
  /**
   * LsnCanvas::message:
   * @text: a translated sentence
   * @can_undo: whether an undo takes back what it tells of
   */
  signals[MESSAGE] = g_signal_new ("message", G_TYPE_FROM_CLASS (object_class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  /**
   * LsnCanvas::shown:
   *
   * The filter is another, or what it shows may be.
   */
  signals[SHOWN] = g_signal_new ("shown", G_TYPE_FROM_CLASS (object_class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  /**
   * LsnCanvas::seen:
   *
   * Another part of the map may be seen, or another picture of it: emitted once a frame, before it is laid out.
   */
  signals[SEEN] = g_signal_new ("seen", G_TYPE_FROM_CLASS (object_class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  /**
   * LsnCanvas::activate-row:
   * @table: an LsnTable
   * @row: an LsnRow
   *
   * The user wants to see the fields of a row.
   */
  signals[ACTIVATE_ROW] = g_signal_new ("activate-row", G_TYPE_FROM_CLASS (object_class), G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_UINT);
  /**
   * LsnCanvas::ask-entry:
   * @text: lines for the quick entry
   *
   * Lines were pasted that are not understood, or that name somebody whom several actors may be.
   */
  signals[ASK_ENTRY] = g_signal_new ("ask-entry", G_TYPE_FROM_CLASS (object_class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
lsn_canvas_class_init (LsnCanvasClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lsn_canvas_get_property;
  object_class->set_property = lsn_canvas_set_property;
  object_class->dispose = lsn_canvas_dispose;
  object_class->finalize = lsn_canvas_finalize;
  widget_class->measure = lsn_canvas_measure;
  widget_class->size_allocate = lsn_canvas_size_allocate;
  widget_class->snapshot = lsn_canvas_snapshot;
  widget_class->focus = lsn_canvas_focus;
  widget_class->grab_focus = lsn_canvas_grab_focus;

  install_properties (object_class);
  install_signals (object_class);
  gtk_widget_class_set_css_name (widget_class, "lsncanvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  lsn_canvas_class_init_actions (klass);
}

static void
lsn_canvas_init (LsnCanvas *self)
{
  self->viewport = lsn_viewport_new ();
  self->filter = lsn_filter_new ();
  lsn_canvas_init_picture (self);
  self->focus_child = lsn_focus_child_new ();
  gtk_widget_set_parent (self->focus_child, GTK_WIDGET (self));

  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Map"), -1);
  g_signal_connect_swapped (self->viewport, "changed", G_CALLBACK (lsn_canvas_view_changed), self);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (on_scale_factor_cb), NULL);
  lsn_canvas_init_input (self);
  lsn_canvas_update_actions (self);
}

/**
 * lsn_canvas_new:
 *
 * Returns: (transfer floating): a canvas without a map
 */
GtkWidget *
lsn_canvas_new (void)
{
  return g_object_new (LSN_TYPE_CANVAS, NULL);
}

/**
 * lsn_canvas_set_map:
 * @map: (nullable): what to show; the view fits all of it
 * @selection: (nullable): of @map
 */
void
lsn_canvas_set_map (LsnCanvas    *self,
                    LsnMap       *map,
                    LsnSelection *selection)
{
  g_return_if_fail (LSN_IS_CANVAS (self));
  g_return_if_fail ((map == NULL) == (selection == NULL));

  lsn_canvas_drop_map (self);
  self->has_fitted = FALSE;
  self->first_zoom = 0;
  self->fitted_zoom = 0;
  self->next_kind = LSN_NO_ROW;
  if (map != NULL)
    lsn_canvas_take_map (self, map, selection);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NEXT_KIND]);
  if (self->focus_child == NULL)
    return;

  lsn_canvas_update_actions (self);
  lsn_canvas_place_children (self);
  lsn_canvas_queue_update (self);
}

/**
 * lsn_canvas_get_scene:
 *
 * Returns: (transfer none) (nullable): what is shown
 */
LsnScene *
lsn_canvas_get_scene (LsnCanvas *self)
{
  g_return_val_if_fail (LSN_IS_CANVAS (self), NULL);

  lsn_canvas_ensure_scene (self);
  return self->scene;
}

/**
 * lsn_canvas_is_crisp:
 *
 * Returns: whether all that is seen is painted in its own size from the map as it is
 */
gboolean
lsn_canvas_is_crisp (LsnCanvas *self)
{
  g_return_val_if_fail (LSN_IS_CANVAS (self), FALSE);

  return self->map != NULL && lsn_scene_builder_is_current (self->builder) &&
         lsn_tiles_is_crisp (self->tiles, self->viewport) && lsn_preview_is_crisp (self->preview);
}

/**
 * lsn_canvas_get_next_kind:
 *
 * Returns: the kind that the next drawn tie gets, %LSN_NO_ROW when the map has none
 */
LsnRow
lsn_canvas_get_next_kind (LsnCanvas *self)
{
  g_autoptr (GArray) palette = NULL;

  g_return_val_if_fail (LSN_IS_CANVAS (self), LSN_NO_ROW);

  if (self->map == NULL)
    return LSN_NO_ROW;
  if (self->next_kind != LSN_NO_ROW && lsn_map_has_row (self->map, LSN_TABLE_KINDS, self->next_kind))
    return self->next_kind;

  palette = lsn_edits_palette (self->map);
  return palette->len > 0 ? g_array_index (palette, LsnRow, 0) : LSN_NO_ROW;
}

/**
 * lsn_canvas_set_next_kind:
 * @kind: a kind of ties; %LSN_NO_ROW for the first of the palette
 */
void
lsn_canvas_set_next_kind (LsnCanvas *self,
                          LsnRow     kind)
{
  g_return_if_fail (LSN_IS_CANVAS (self));

  if (kind == self->next_kind)
    return;

  self->next_kind = kind;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NEXT_KIND]);
}

/**
 * lsn_canvas_keep_clear:
 * @widget: lies over the canvas: the signs at the border keep clear of it
 */
void
lsn_canvas_keep_clear (LsnCanvas *self,
                       GtkWidget *widget)
{
  g_return_if_fail (LSN_IS_CANVAS (self));
  g_return_if_fail (GTK_IS_WIDGET (widget));

  lsn_signposts_keep_clear (self->signposts, widget);
}

/**
 * lsn_canvas_palette:
 *
 * Returns: (transfer full) (element-type LsnRow): the kinds of the keys 1 to 9, in order
 */
GArray *
lsn_canvas_palette (LsnMap *map)
{
  g_return_val_if_fail (LSN_IS_MAP (map), NULL);

  return lsn_edits_palette (map);
}

/**
 * lsn_canvas_animate_next:
 *
 * The next change of places, if it is the next change, is shown as a movement, unless the desktop says to reduce motion.
 */
void
lsn_canvas_animate_next (LsnCanvas *self)
{
  g_return_if_fail (LSN_IS_CANVAS (self));

  self->animate_next = TRUE;
}
