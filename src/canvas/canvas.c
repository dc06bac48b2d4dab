/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/canvas-private.h"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "canvas/focus-child.h"
#include "canvas/map-edits.h"
#include "canvas/texture.h"
#include "model/changes.h"
#include "model/kinds.h"

#define N_PAINTERS 2
#define N_HELPERS  2
#define ARRIVING   100 /* milliseconds between frames that show some of the tiles that are missed */

enum { PROP_0, PROP_ZOOM, PROP_NEXT_KIND, PROP_CRISP, N_PROPS };
enum { MESSAGE, ACTIVATE_ROW, N_SIGNALS };

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

/* ---- keeping up with the map ---- */

static void
update_crisp (LsnCanvas *self)
{
  gboolean crisp = lsn_canvas_is_crisp (self);

  if (crisp && !lsn_patches_is_empty (self->patches))
    {
      lsn_patches_clear (self->patches);
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  if (crisp == self->was_crisp)
    return;

  self->was_crisp = crisp;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CRISP]);
}

static gboolean
on_tick_cb (GtkWidget     *widget,
            GdkFrameClock *clock,
            gpointer       data)
{
  LsnCanvas *self = LSN_CANVAS (widget);

  /* Without a size there is nothing to paint for; the first allocation builds. */
  if (gtk_widget_get_width (widget) > 0)
    lsn_scene_builder_update (self->builder);
  if (self->settle == 0)
    lsn_tiles_update (self->tiles, self->viewport);
  update_crisp (self);

  if (self->animation != NULL)
    {
      gtk_widget_queue_draw (widget);
      if (lsn_animation_advance (self->animation, gdk_frame_clock_get_frame_time (clock)))
        return G_SOURCE_CONTINUE;
      g_clear_pointer (&self->animation, lsn_animation_free);
      lsn_canvas_place_children (self);
    }
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

/* Brings the picture up to date in the next frame. */
void
lsn_canvas_queue_update (LsnCanvas *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick_cb, NULL, NULL);
}

static gboolean
on_arrived_cb (gpointer data)
{
  LsnCanvas *self = data;

  self->arrived = 0;
  self->was_shown = TRUE;
  lsn_canvas_queue_update (self);
  return G_SOURCE_REMOVE;
}

/* Tiles are shown together when all are there, or as far as they have come after a while: a frame for each of them would
 * take from the painters the time that they need for the next. Of a large map the first that comes is shown at once. */
static void
on_tiles_changed (gpointer tiles,
                  gpointer canvas)
{
  LsnCanvas *self = canvas;

  if (lsn_tiles_is_crisp (tiles, self->viewport) || (!self->was_shown && !lsn_scene_builder_is_small (self->map)))
    {
      g_clear_handle_id (&self->arrived, g_source_remove);
      self->was_shown = TRUE;
      lsn_canvas_queue_update (self);
    }
  else if (self->arrived == 0)
    self->arrived = g_timeout_add (ARRIVING, on_arrived_cb, self);
}

static void
fit_first_time (LsnCanvas *self)
{
  int width, height;

  lsn_viewport_get_size (self->viewport, &width, &height);
  if (self->has_fitted || self->scene == NULL || width == 0 || height == 0)
    return;

  self->has_fitted = TRUE;
  if (self->first_zoom > 0)
    lsn_canvas_set_view (self, self->first_zoom, &self->first_middle);
  else
    lsn_canvas_zoom_to_fit (self);
}

/* A view that shows the whole map goes on doing so in another size, as long as nobody moves or zooms it. */
static void
fit_again (LsnCanvas *self)
{
  LsnPoint middle;
  double zoom;

  lsn_canvas_get_view (self, &zoom, &middle);
  if (self->has_fitted && self->tool == NULL && self->editor == NULL && zoom == self->fitted_zoom &&
      fabs (middle.x - self->fitted_middle.x) * zoom < 2 && fabs (middle.y - self->fitted_middle.y) * zoom < 2)
    lsn_canvas_zoom_to_fit (self);
}

static void
begin_animation (LsnCanvas *self,
                 LsnScene  *scene)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));
  gboolean       wanted = FALSE;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &wanted, NULL);
  if (!self->animate_next || !wanted || clock == NULL || self->scene == NULL || !lsn_scene_builder_is_small (self->map))
    return;

  g_clear_pointer (&self->animation, lsn_animation_free);
  self->animation = lsn_animation_new (self->map, self->scene, scene, gdk_frame_clock_get_frame_time (clock));
}

static void
on_scene_built (gpointer  data,
                LsnScene *scene,
                LsnMap   *of)
{
  LsnCanvas *self = data;
  g_autoptr (LsnScene) old = g_steal_pointer (&self->scene);

  self->scene = old;
  begin_animation (self, scene);
  self->animate_next = FALSE;
  self->scene = lsn_scene_ref (scene);
  g_set_object (&self->shown, of);
  lsn_tiles_set_scene (self->tiles, scene);
  fit_first_time (self);
  if (lsn_scene_builder_is_small (self->map))
    lsn_patches_compare (self->patches, self->map, old, scene, self->viewport);
  lsn_canvas_refresh_marks (self);
  lsn_canvas_place_children (self);
  lsn_canvas_queue_update (self);
}

static void
forget_hover (LsnCanvas *self)
{
  self->has_hover = FALSE;
  self->has_pressed = FALSE;
}

static void
on_map_changed_cb (LsnMap     *map,
                   LsnChanges *changes,
                   LsnCanvas  *self)
{
  /* A gesture goes on only with what it began with. */
  lsn_canvas_cancel_tool (self);
  forget_hover (self);
  if (!lsn_changes_only_places (changes))
    self->animate_next = FALSE;
  lsn_patches_note (self->patches, map, self->shown, changes);
  lsn_scene_builder_invalidate (self->builder);
  if (!lsn_scene_builder_is_small (map))
    lsn_patches_paint (self->patches, map, self->shown, self->viewport);
  lsn_canvas_update_actions (self);
  lsn_canvas_place_children (self);
  lsn_canvas_queue_update (self);
}

static void
on_selection_changed_cb (LsnSelection *selection,
                         LsnCanvas    *self)
{
  lsn_canvas_refresh_marks (self);
  lsn_canvas_update_actions (self);
  lsn_canvas_place_children (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Small maps are brought up to date at once, so that a gesture that follows an edit within a frame meets the new map. */
void
lsn_canvas_ensure_scene (LsnCanvas *self)
{
  if (self->map != NULL && lsn_scene_builder_is_small (self->map))
    lsn_scene_builder_update (self->builder);
}

/* ---- the focused row ---- */

LsnRow
lsn_canvas_focused_actor (LsnCanvas *self)
{
  LsnTable table;
  LsnRow   row;

  if (self->selection == NULL || !lsn_selection_get_focus (self->selection, &table, &row) ||
      table != LSN_TABLE_ACTORS || !lsn_map_has_row (self->map, LSN_TABLE_ACTORS, row))
    return LSN_NO_ROW;
  return row;
}

/* Goes to a row: selects it alone, and brings it into sight. */
void
lsn_canvas_focus_row (LsnCanvas *self,
                      LsnTable   table,
                      LsnRow     row)
{
  lsn_selection_select (self->selection, table, row);
  lsn_canvas_show_row (self, table, row);
}

static char *
focus_label (LsnCanvas *self)
{
  LsnTable table;
  LsnRow   row;
  guint    n_actors;

  if (self->map == NULL)
    return g_strdup (_("No map"));
  if (lsn_selection_get_focus (self->selection, &table, &row) && lsn_map_has_row (self->map, table, row))
    {
      if (table == LSN_TABLE_ACTORS)
        return lsn_actor_sentence (self->map, row);
      if (table == LSN_TABLE_TIES)
        return lsn_tie_sentence (self->map, row);
    }

  n_actors = lsn_map_n_rows (self->map, LSN_TABLE_ACTORS);
  /* Translators: said by the screen reader for the canvas as a whole; %u is a number of actors */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Map of %u actor; the arrow keys go to it",
                                       "Map of %u actors; the arrow keys go from one to another", n_actors), n_actors);
}

static LsnBox
focus_box (LsnCanvas *self)
{
  LsnTable table;
  LsnRow   row;
  LsnBox   box;
  gboolean is_frame, is_drawn = FALSE;
  int      width, height;

  lsn_viewport_get_size (self->viewport, &width, &height);
  if (self->map != NULL && self->scene != NULL && lsn_selection_get_focus (self->selection, &table, &row))
    is_drawn = (table == LSN_TABLE_ACTORS && lsn_scene_actor_body (self->scene, row, &box, &is_frame)) ||
               lsn_scene_row_bounds (self->scene, table, row, &box);
  if (!is_drawn)
    return (LsnBox) { 0, 0, width, height }
  ;

  box = lsn_viewport_box_to_widget (self->viewport, &box);
  return (LsnBox) {
           CLAMP (box.x, -1e4, 1e4), CLAMP (box.y, -1e4, 1e4), CLAMP (box.width, 1, 1e4), CLAMP (box.height, 1, 1e4),
  };
}

static void
place_focus_child (LsnCanvas *self)
{
  g_autofree char *label = focus_label (self);
  LsnBox box = focus_box (self);

  lsn_focus_child_set_label (LSN_FOCUS_CHILD (self->focus_child), label);
  if (!gtk_widget_should_layout (self->focus_child))
    return;

  gtk_widget_measure (self->focus_child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->focus_child, &(GtkAllocation) { (int) box.x, (int) box.y, (int) box.width,
                                                                  (int) box.height }, -1);
}

/* Has the children put where what they belong to is drawn now. */
void
lsn_canvas_place_children (LsnCanvas *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* ---- widget ---- */

static void
lsn_canvas_size_allocate (GtkWidget *widget,
                          int        width,
                          int        height,
                          int        baseline)
{
  LsnCanvas *self = LSN_CANVAS (widget);

  lsn_viewport_set_size (self->viewport, width, height, gtk_widget_get_scale_factor (widget));
  lsn_scene_builder_update (self->builder);
  fit_first_time (self);
  fit_again (self);
  /* The painters begin while the rest of the first frame is still being made. */
  if (!self->was_shown)
    lsn_tiles_update (self->tiles, self->viewport);
  place_focus_child (self);
  lsn_canvas_place_editor (self);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
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
    return child == self->menu && gtk_widget_child_focus (child, direction);

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
  g_clear_handle_id (&self->arrived, g_source_remove);
  g_clear_pointer (&self->named_key, g_free);
  self->menu = NULL;
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
  g_clear_pointer (&self->tiles, lsn_tiles_free);
  g_clear_pointer (&self->patches, lsn_patches_free);
  g_clear_pointer (&self->marks, lsn_layer_free);
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
   * LsnCanvas::activate-row:
   * @table: an LsnTable
   * @row: an LsnRow
   *
   * The user wants to see the fields of a row.
   */
  signals[ACTIVATE_ROW] = g_signal_new ("activate-row", G_TYPE_FROM_CLASS (object_class), G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_UINT);
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
  self->texts = lsn_text_cache_new ();
  self->painters = lsn_workers_new (N_PAINTERS, TRUE);
  self->helpers = lsn_workers_new (N_HELPERS, FALSE);
  self->builder = lsn_scene_builder_new (self->helpers, self->texts, on_scene_built, self);
  self->tiles = lsn_tiles_new (self->painters, on_tiles_changed, self);
  self->patches = lsn_patches_new (self->texts);
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

static void
drop_map (LsnCanvas *self)
{
  if (self->map == NULL)
    return;

  lsn_canvas_cancel_tool (self);
  lsn_canvas_end_naming (self);
  g_signal_handlers_disconnect_by_func (self->map, on_map_changed_cb, self);
  g_signal_handlers_disconnect_by_func (self->selection, on_selection_changed_cb, self);
  lsn_scene_builder_set_map (self->builder, NULL);
  lsn_tiles_set_scene (self->tiles, NULL);
  self->was_shown = FALSE;
  lsn_patches_clear (self->patches);
  g_clear_pointer (&self->marks, lsn_layer_free);
  g_clear_pointer (&self->animation, lsn_animation_free);
  g_clear_pointer (&self->scene, lsn_scene_unref);
  g_clear_object (&self->shown);
  g_clear_object (&self->map);
  g_clear_object (&self->selection);
  forget_hover (self);
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

  drop_map (self);
  self->has_fitted = FALSE;
  self->first_zoom = 0;
  self->fitted_zoom = 0;
  self->next_kind = LSN_NO_ROW;
  if (map != NULL)
    {
      self->map = g_object_ref (map);
      self->selection = g_object_ref (selection);
      g_signal_connect (map, "changed", G_CALLBACK (on_map_changed_cb), self);
      g_signal_connect (selection, "changed", G_CALLBACK (on_selection_changed_cb), self);
      lsn_scene_builder_set_map (self->builder, map);
    }
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
         lsn_tiles_is_crisp (self->tiles, self->viewport);
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
