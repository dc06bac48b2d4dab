/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/canvas-private.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "canvas/map-edits.h"
#include "canvas/note-edits.h"
#include "canvas/travel.h"

#define NUDGE     4.0   /* units */
#define NUDGE_FAR 40.0
#define ZOOM_STEP 1.25

/* What the actions do. */

/* Selected rows by value, for edits that change the selection as they go. */
static GArray *
copy_selected (LsnCanvas *self,
               LsnTable   table)
{
  guint         n_rows;
  const LsnRow *rows = lsn_selection_rows (self->selection, table, &n_rows);

  return g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (LsnRow)), rows, n_rows);
}

static const LsnRow *
rows_of (GArray *rows)
{
  return (const LsnRow *) (gpointer) rows->data;
}

/* ---- drawing ---- */

static void
activate_new_actor (LsnCanvas  *self,
                    const char *name,
                    GVariant   *parameter)
{
  lsn_canvas_make_actor_near (self, lsn_canvas_middle (self), LSN_NO_ROW);
}

static void
activate_tied_actor (LsnCanvas  *self,
                     const char *name,
                     GVariant   *parameter)
{
  LsnRow     from = lsn_canvas_focused_actor (self);

  if (from != LSN_NO_ROW)
    lsn_canvas_make_tied_actor (self, from, FALSE);
  else
    activate_new_actor (self, name, parameter);
}

static void
activate_rename (LsnCanvas  *self,
                 const char *name,
                 GVariant   *parameter)
{
  LsnTable   table;
  LsnRow     row;

  if (self->draws_frame)
    lsn_canvas_make_frame (self, NULL, NULL);
  else if (lsn_selection_get_focus (self->selection, &table, &row) &&
           (table == LSN_TABLE_ACTORS || table == LSN_TABLE_TIES || table == LSN_TABLE_NOTES))
    lsn_canvas_edit_name (self, table, row);
}

static void
activate_delete (LsnCanvas  *self,
                 const char *name,
                 GVariant   *parameter)
{
  g_autoptr (GArray) actors = NULL;
  g_autoptr (GArray) ties = NULL;
  g_autoptr (GArray) notes = NULL;
  g_autoptr (GError) error = NULL;
  guint n_actors, n_ties, n_notes;

  if (lsn_canvas_remove_focused_bend (self))
    return;
  n_actors = lsn_map_n_rows (self->map, LSN_TABLE_ACTORS);
  n_ties = lsn_map_n_rows (self->map, LSN_TABLE_TIES);
  n_notes = lsn_map_n_rows (self->map, LSN_TABLE_NOTES);
  actors = copy_selected (self, LSN_TABLE_ACTORS);
  ties = copy_selected (self, LSN_TABLE_TIES);
  notes = copy_selected (self, LSN_TABLE_NOTES);
  if (lsn_edits_delete_with_notes (self->map, rows_of (actors), actors->len, rows_of (ties), ties->len, rows_of (notes),
                                   notes->len, NULL, &error))
    lsn_canvas_say_deleted (self, n_actors, n_ties, n_notes);
  lsn_canvas_say_error (self, error);
}

static void
set_kind_of_selected (LsnCanvas *self,
                      LsnRow     kind)
{
  LsnTable table = lsn_kind_is_of_tie (self->map, kind) ? LSN_TABLE_TIES : LSN_TABLE_ACTORS;
  g_autoptr (GArray) rows = copy_selected (self, table);

  lsn_edits_set_kind (self->map, table, rows_of (rows), rows->len, kind);
}

static void
activate_kind (LsnCanvas  *self,
               const char *name,
               GVariant   *parameter)
{
  int        number = g_variant_get_int32 (parameter);
  g_autoptr (GArray) palette = NULL;

  palette = lsn_edits_palette (self->map);
  if (number < 1 || (guint) number > palette->len)
    return;
  lsn_canvas_set_next_kind (self, g_array_index (palette, LsnRow, number - 1));
  set_kind_of_selected (self, g_array_index (palette, LsnRow, number - 1));
}

static void
activate_set_kind (LsnCanvas  *self,
                   const char *name,
                   GVariant   *parameter)
{
  LsnRow     kind;

  kind = lsn_map_find_row (self->map, LSN_TABLE_KINDS, g_variant_get_string (parameter, NULL));
  if (kind != LSN_NO_ROW)
    set_kind_of_selected (self, kind);
}

static void
activate_set_next_kind (LsnCanvas  *self,
                        const char *name,
                        GVariant   *parameter)
{
  LsnRow     kind;

  if (self->map == NULL)
    return;

  kind = lsn_map_find_row (self->map, LSN_TABLE_KINDS, g_variant_get_string (parameter, NULL));
  if (kind != LSN_NO_ROW && lsn_kind_is_of_tie (self->map, kind))
    lsn_canvas_set_next_kind (self, kind);
}

static void
activate_direction (LsnCanvas  *self,
                    const char *name,
                    GVariant   *parameter)
{
  static const char *const words[] = { "forward", "mutual", "none" };
  g_autoptr (GArray) ties = NULL;

  ties = copy_selected (self, LSN_TABLE_TIES);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (g_variant_get_string (parameter, NULL), words[i]))
      lsn_edits_set_direction (self->map, rows_of (ties), ties->len, i);
}

static void
activate_reverse (LsnCanvas  *self,
                  const char *name,
                  GVariant   *parameter)
{
  g_autoptr (GArray) ties = NULL;

  ties = copy_selected (self, LSN_TABLE_TIES);
  lsn_edits_reverse (self->map, rows_of (ties), ties->len);
}

/* From the first selected actor, or the focused one, to the others. */
static void
activate_tie_selected (LsnCanvas  *self,
                       const char *name,
                       GVariant   *parameter)
{
  g_autoptr (GArray) actors = NULL;
  LsnRow     source;

  actors = copy_selected (self, LSN_TABLE_ACTORS);
  source = lsn_canvas_focused_actor (self);
  if (actors->len < 2)
    {
      lsn_canvas_say (self, FALSE, _("Select the actors to tie first: at least two."));
      return;
    }
  if (source == LSN_NO_ROW || !lsn_selection_contains (self->selection, LSN_TABLE_ACTORS, source))
    source = g_array_index (actors, LsnRow, 0);
  else if (actors->len == 2) /* the focus is on the one that was selected last: that is the target */
    source = g_array_index (actors, LsnRow, g_array_index (actors, LsnRow, 0) == source ? 1 : 0);
  lsn_edits_tie_actors (self->map, source, rows_of (actors), actors->len, lsn_canvas_get_next_kind (self));
}

static void
activate_pin (LsnCanvas  *self,
              const char *name,
              GVariant   *parameter)
{
  g_autoptr (GArray) actors = NULL;

  gboolean pinned = g_str_equal (name, "canvas.pin");

  actors = copy_selected (self, LSN_TABLE_ACTORS);
  if (lsn_edits_set_pinned (self->map, rows_of (actors), actors->len, pinned))
    lsn_canvas_say_pinned (self, actors->len, pinned);
}

static void
activate_collapse (LsnCanvas  *self,
                   const char *name,
                   GVariant   *parameter)
{
  g_autoptr (GArray) actors = NULL;

  actors = copy_selected (self, LSN_TABLE_ACTORS);
  lsn_edits_set_collapsed (self->map, rows_of (actors), actors->len, g_str_equal (name, "canvas.collapse"));
}

static void
activate_group (LsnCanvas  *self,
                const char *name,
                GVariant   *parameter)
{
  g_autoptr (GArray) actors = NULL;
  LsnRow     container;
  LsnBox     box;

  actors = copy_selected (self, LSN_TABLE_ACTORS);
  box = lsn_canvas_bounds_of (self, LSN_TABLE_ACTORS, rows_of (actors), actors->len);
  container = lsn_edits_group (self->map, rows_of (actors), actors->len, box.x + box.width / 2, box.y + box.height / 2);
  if (container != LSN_NO_ROW)
    lsn_canvas_edit_name (self, LSN_TABLE_ACTORS, container);
}

/* ---- clipboard ---- */

static void
activate_copy (LsnCanvas  *self,
               const char *name,
               GVariant   *parameter)
{
  lsn_canvas_copy (self, g_str_equal (name, "canvas.cut"));
}

/* ---- what is shown ---- */

static void
activate_show_within (LsnCanvas  *self,
                      const char *name,
                      GVariant   *parameter)
{
  lsn_canvas_show_within (self, (guint) MAX (g_variant_get_int32 (parameter), 0));
}

static void
activate_filter_kind (LsnCanvas  *self,
                      const char *name,
                      GVariant   *parameter)
{
  lsn_canvas_filter_kind (self, g_str_equal (name, "canvas.hide-kind"));
}

static void
activate_show_all (LsnCanvas  *self,
                   const char *name,
                   GVariant   *parameter)
{
  lsn_canvas_set_filter (self, NULL);
}

/* ---- selecting ---- */

static void
activate_select_all (LsnCanvas  *self,
                     const char *name,
                     GVariant   *parameter)
{
  if (self->selection != NULL)
    lsn_canvas_select_shown (self);
}

static void
activate_select_none (LsnCanvas  *self,
                      const char *name,
                      GVariant   *parameter)
{
  if (self->selection != NULL)
    lsn_selection_clear (self->selection);
}

static void
activate_cancel (LsnCanvas  *self,
                 const char *name,
                 GVariant   *parameter)
{
  LsnRow tie;
  guint  number;

  if (lsn_canvas_cancel_tool (self) || self->selection == NULL)
    return;
  if (lsn_canvas_focused_bend (self, &tie, &number))
    lsn_canvas_focus_bend (self, tie, G_MAXUINT);
  else
    lsn_selection_clear (self->selection);
}

/* ---- travelling and moving ---- */

static LsnPoint
scaled (LsnPoint vector,
        double   by)
{
  return (LsnPoint) { by * vector.x, by * vector.y };
}

static void
activate_travel (LsnCanvas  *self,
                 const char *name,
                 GVariant   *parameter)
{
  LsnRow     from, to;
  LsnTravel  way;

  if (!lsn_travel_from_word (g_variant_get_string (parameter, NULL), &way))
    return;

  lsn_canvas_ensure_scene (self);
  if (self->scene == NULL || lsn_canvas_nudge_bend (self, scaled (lsn_travel_vector (way), NUDGE)))
    return;
  from = lsn_canvas_focused_actor (self);
  if (from != LSN_NO_ROW)
    to = lsn_travel_next (self->map, self->scene, from, way);
  else
    {
      LsnPoint middle = lsn_viewport_to_map (self->viewport, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0,
                                             gtk_widget_get_height (GTK_WIDGET (self)) / 2.0);

      to = lsn_travel_nearest (self->map, self->scene, middle.x, middle.y);
    }
  self->by_keyboard = TRUE;
  if (to != LSN_NO_ROW)
    lsn_canvas_focus_row (self, LSN_TABLE_ACTORS, to);
}

/* Who reads from right to left goes back to the right. */
static void
activate_trail (LsnCanvas  *self,
                const char *name,
                GVariant   *parameter)
{
  gboolean left = g_str_equal (g_variant_get_string (parameter, NULL), "left");

  lsn_canvas_step_trail (self, left == (gtk_widget_get_direction (GTK_WIDGET (self)) != GTK_TEXT_DIR_RTL));
}

static void
activate_follow (LsnCanvas  *self,
                 const char *name,
                 GVariant   *parameter)
{
  LsnRow     from, to, tie;

  lsn_canvas_ensure_scene (self);
  from = lsn_canvas_focused_actor (self);
  if (from == LSN_NO_ROW || self->scene == NULL)
    return;
  to = lsn_travel_follow (self->map, self->scene, from, g_variant_get_int32 (parameter), &tie);
  self->by_keyboard = TRUE;
  if (to != LSN_NO_ROW)
    lsn_canvas_focus_row (self, LSN_TABLE_ACTORS, to);
}

static void
activate_nudge (LsnCanvas  *self,
                const char *name,
                GVariant   *parameter)
{
  double     by = g_str_equal (name, "canvas.nudge-far") ? NUDGE_FAR : NUDGE;
  LsnPoint   vector;
  LsnTravel  way;

  if (!lsn_travel_from_word (g_variant_get_string (parameter, NULL), &way))
    return;

  vector = lsn_travel_vector (way);
  lsn_canvas_ensure_scene (self);
  if (lsn_canvas_nudge_bend (self, scaled (vector, by)) || lsn_canvas_nudge_label (self, vector, by > NUDGE))
    return;
  lsn_canvas_nudge_selected (self, scaled (vector, by));
}

/* ---- seeing ---- */

static void
activate_zoom (LsnCanvas  *self,
               const char *name,
               GVariant   *parameter)
{
  if (g_str_equal (name, "canvas.zoom-in"))
    lsn_canvas_set_zoom (self, lsn_canvas_get_zoom (self) * ZOOM_STEP);
  else if (g_str_equal (name, "canvas.zoom-out"))
    lsn_canvas_set_zoom (self, lsn_canvas_get_zoom (self) / ZOOM_STEP);
  else if (g_str_equal (name, "canvas.zoom-normal"))
    lsn_canvas_set_zoom (self, 1);
  else
    lsn_canvas_zoom_to_fit (self);
}

/* ---- the table ---- */

/* What has a function of its own that needs to be told nothing. */
static void
activate_plain (LsnCanvas  *self,
                const char *name,
                GVariant   *parameter)
{
  static const struct
  {
    const char *name;
    void      (*act)(LsnCanvas *self);
  } plain[] = {
    { "canvas.connect", lsn_canvas_connect_selected },
    { "canvas.context-menu", lsn_canvas_popup_menu_at_focus },
    { "canvas.copy-picture", lsn_canvas_copy_picture },
    { "canvas.paste", lsn_canvas_paste },
    { "canvas.duplicate", lsn_canvas_duplicate },
    { "canvas.show-between", lsn_canvas_show_between },
    { "canvas.fade-rest", lsn_canvas_toggle_fade },
    { "canvas.zoom-selection", lsn_canvas_zoom_to_selection },
  };

  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    if (g_str_equal (plain[i].name, name))
      plain[i].act (self);
}

/* Rows are actors and ties; anything may also be notes. */
typedef enum { NEEDS_NOTHING, NEEDS_MAP, NEEDS_ACTORS, NEEDS_TIES, NEEDS_ROWS, NEEDS_NOTES, NEEDS_ANYTHING } Needs;

/* While a name is typed the keys are the entry's, and while something is dragged the map stays as it is. */
typedef enum { AT_REST, ANY_TIME } When;

static const struct
{
  const char *name;
  const char *parameter;
  void      (*act)(LsnCanvas  *self,
                   const char *name,
                   GVariant   *parameter);
  Needs       needs;
  When        when;
} actions[] = {
  { "canvas.new-actor", NULL, activate_new_actor, NEEDS_MAP, AT_REST },
  { "canvas.tied-actor", NULL, activate_tied_actor, NEEDS_MAP, AT_REST },
  { "canvas.rename", NULL, activate_rename, NEEDS_ANYTHING, AT_REST },
  { "canvas.delete", NULL, activate_delete, NEEDS_ANYTHING, AT_REST },
  { "canvas.kind", "i", activate_kind, NEEDS_MAP, AT_REST },
  { "canvas.set-kind", "s", activate_set_kind, NEEDS_ROWS, AT_REST },
  { "canvas.set-next-kind", "s", activate_set_next_kind, NEEDS_MAP, ANY_TIME },
  { "canvas.direction", "s", activate_direction, NEEDS_TIES, AT_REST },
  { "canvas.reverse", NULL, activate_reverse, NEEDS_TIES, AT_REST },
  { "canvas.add-bend", NULL, lsn_canvas_act_on_ties, NEEDS_TIES, AT_REST },
  { "canvas.next-bend", NULL, lsn_canvas_act_on_ties, NEEDS_TIES, AT_REST },
  { "canvas.straighten", NULL, lsn_canvas_act_on_ties, NEEDS_TIES, AT_REST },
  { "canvas.merge-ties", NULL, lsn_canvas_merge_ties, NEEDS_TIES, AT_REST },
  { "canvas.reattach", "s", lsn_canvas_act_on_ties, NEEDS_TIES, AT_REST },
  { "canvas.free-label", NULL, lsn_canvas_act_on_ties, NEEDS_TIES, AT_REST },
  { "canvas.route", "s", lsn_canvas_act_on_ties, NEEDS_TIES, AT_REST },
  { "canvas.form", "s", lsn_canvas_act_on_ties, NEEDS_TIES, AT_REST },
  { "canvas.route-all", "s", lsn_canvas_act_on_ties, NEEDS_MAP, AT_REST },
  { "canvas.form-all", "s", lsn_canvas_act_on_ties, NEEDS_MAP, AT_REST },
  { "canvas.tie-selected", NULL, activate_tie_selected, NEEDS_MAP, AT_REST },
  { "canvas.connect", NULL, activate_plain, NEEDS_ACTORS, AT_REST },
  { "canvas.pin", NULL, activate_pin, NEEDS_ACTORS, AT_REST },
  { "canvas.unpin", NULL, activate_pin, NEEDS_ACTORS, AT_REST },
  { "canvas.group", NULL, activate_group, NEEDS_ACTORS, AT_REST },
  { "canvas.choose-picture", NULL, lsn_canvas_act_on_pictures, NEEDS_ACTORS, AT_REST },
  { "canvas.remove-picture", NULL, lsn_canvas_act_on_pictures, NEEDS_ACTORS, AT_REST },
  { "canvas.collapse", NULL, activate_collapse, NEEDS_ACTORS, AT_REST },
  { "canvas.expand", NULL, activate_collapse, NEEDS_ACTORS, AT_REST },
  { "canvas.put-into", NULL, lsn_canvas_act_on_containers, NEEDS_ACTORS, AT_REST },
  { "canvas.take-out", NULL, lsn_canvas_act_on_containers, NEEDS_ACTORS, AT_REST },
  { "canvas.align", "s", lsn_canvas_arrange, NEEDS_ACTORS, AT_REST },
  { "canvas.distribute", "s", lsn_canvas_arrange, NEEDS_ACTORS, AT_REST },
  { "canvas.to-front", NULL, lsn_canvas_arrange, NEEDS_ANYTHING, AT_REST },
  { "canvas.to-back", NULL, lsn_canvas_arrange, NEEDS_ANYTHING, AT_REST },
  { "canvas.turn", NULL, lsn_canvas_arrange, NEEDS_ACTORS, AT_REST },
  { "canvas.new-note", NULL, lsn_canvas_act_on_notes, NEEDS_MAP, AT_REST },
  { "canvas.new-callout", NULL, lsn_canvas_act_on_notes, NEEDS_ROWS, AT_REST },
  { "canvas.new-frame", NULL, lsn_canvas_act_on_notes, NEEDS_MAP, AT_REST },
  { "canvas.note-colour", "s", lsn_canvas_act_on_notes, NEEDS_NOTES, AT_REST },
  { "canvas.resize", "s", lsn_canvas_act_on_notes, NEEDS_NOTES, AT_REST },
  { "canvas.same-size", "s", lsn_canvas_act_on_notes, NEEDS_NOTES, AT_REST },
  { "canvas.same-power", NULL, lsn_canvas_act_on_notes, NEEDS_ACTORS, AT_REST },
  { "canvas.next-note", "s", lsn_canvas_act_on_notes, NEEDS_MAP, AT_REST },
  { "canvas.make-room", NULL, lsn_canvas_arrange, NEEDS_MAP, AT_REST },
  { "canvas.make-room-beyond", "s", lsn_canvas_arrange, NEEDS_MAP, AT_REST },
  { "canvas.cut", NULL, activate_copy, NEEDS_ANYTHING, AT_REST },
  { "canvas.copy", NULL, activate_copy, NEEDS_ANYTHING, AT_REST },
  { "canvas.copy-picture", NULL, activate_plain, NEEDS_MAP, AT_REST },
  { "canvas.paste", NULL, activate_plain, NEEDS_MAP, AT_REST },
  { "canvas.duplicate", NULL, activate_plain, NEEDS_ANYTHING, AT_REST },
  { "canvas.show-within", "i", activate_show_within, NEEDS_ACTORS, AT_REST },
  { "canvas.show-between", NULL, activate_plain, NEEDS_ACTORS, AT_REST },
  { "canvas.show-kind", NULL, activate_filter_kind, NEEDS_ROWS, AT_REST },
  { "canvas.hide-kind", NULL, activate_filter_kind, NEEDS_ROWS, AT_REST },
  { "canvas.fade-rest", NULL, activate_plain, NEEDS_MAP, AT_REST },
  { "canvas.show-all", NULL, activate_show_all, NEEDS_MAP, AT_REST },
  { "canvas.select-all", NULL, activate_select_all, NEEDS_MAP, ANY_TIME },
  { "canvas.select-none", NULL, activate_select_none, NEEDS_ANYTHING, ANY_TIME },
  { "canvas.cancel", NULL, activate_cancel, NEEDS_NOTHING, ANY_TIME },
  { "canvas.context-menu", NULL, activate_plain, NEEDS_MAP, AT_REST },
  { "canvas.travel", "s", activate_travel, NEEDS_MAP, AT_REST },
  { "canvas.follow", "i", activate_follow, NEEDS_MAP, AT_REST },
  { "canvas.next-end", NULL, lsn_canvas_act_on_ends, NEEDS_ACTORS, AT_REST },
  { "canvas.previous-end", NULL, lsn_canvas_act_on_ends, NEEDS_ACTORS, AT_REST },
  { "canvas.go-to", "s", lsn_canvas_act_on_ends, NEEDS_MAP, AT_REST },
  { "canvas.trail", "s", activate_trail, NEEDS_MAP, AT_REST },
  { "canvas.nudge", "s", activate_nudge, NEEDS_ANYTHING, AT_REST },
  { "canvas.nudge-far", "s", activate_nudge, NEEDS_ANYTHING, AT_REST },
  { "canvas.zoom-in", NULL, activate_zoom, NEEDS_MAP, ANY_TIME },
  { "canvas.zoom-out", NULL, activate_zoom, NEEDS_MAP, ANY_TIME },
  { "canvas.zoom-normal", NULL, activate_zoom, NEEDS_MAP, ANY_TIME },
  { "canvas.zoom-fit", NULL, activate_zoom, NEEDS_MAP, ANY_TIME },
  { "canvas.zoom-selection", NULL, activate_plain, NEEDS_ANYTHING, ANY_TIME },
};

static void
on_activate_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  LsnCanvas *self = LSN_CANVAS (widget);
  gboolean   at_rest = self->map != NULL && self->editor == NULL && self->asked == NULL &&
                       self->tool == NULL;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].name, name) && (at_rest || actions[i].when == ANY_TIME))
      actions[i].act (self, name, parameter);
}

void
lsn_canvas_class_init_actions (LsnCanvasClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter, on_activate_cb);
  lsn_canvas_bind_accels (widget_class);
}

/* Lets only those actions be used that have something to work on. */
void
lsn_canvas_update_actions (LsnCanvas *self)
{
  guint n_actors = self->map != NULL ? lsn_selection_n_rows (self->selection, LSN_TABLE_ACTORS) : 0;
  guint n_ties = self->map != NULL ? lsn_selection_n_rows (self->selection, LSN_TABLE_TIES) : 0;
  guint n_notes = self->map != NULL ? lsn_selection_n_rows (self->selection, LSN_TABLE_NOTES) : 0;
  const gboolean has[] = {
    [NEEDS_NOTHING] = TRUE,
    [NEEDS_MAP] = self->map != NULL,
    [NEEDS_ACTORS] = n_actors > 0,
    [NEEDS_TIES] = n_ties > 0,
    [NEEDS_ROWS] = n_actors + n_ties > 0,
    [NEEDS_NOTES] = n_notes > 0,
    [NEEDS_ANYTHING] = n_actors + n_ties + n_notes > 0 || self->draws_frame,
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name, has[actions[i].needs]);
}
