/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/canvas-private.h"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "canvas/context-menu.h"
#include "model/kinds.h"
#include "model/notes.h"

/* The context menus. Their items are the canvas's actions, so that the keys are shown beside them. */

static void
add_item (GMenu      *menu,
          const char *label,
          const char *action)
{
  g_menu_append (menu, label, action);
}

static void
add_section (GMenu *menu,
             GMenu *section)
{
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static GMenu *
kinds_menu (LsnCanvas *self,
            gboolean   of_ties)
{
  GMenu *menu = g_menu_new ();

  for (LsnRow kind = lsn_map_next_row (self->map, LSN_TABLE_KINDS, LSN_NO_ROW); kind != LSN_NO_ROW;
       kind = lsn_map_next_row (self->map, LSN_TABLE_KINDS, kind))
    {
      g_autoptr (GMenuItem) item = NULL;

      if (lsn_kind_is_of_tie (self->map, kind) != of_ties)
        continue;
      item = g_menu_item_new (lsn_kind_name (self->map, kind), NULL);
      g_menu_item_set_action_and_target (item, "canvas.set-kind", "s",
                                         lsn_map_row_id (self->map, LSN_TABLE_KINDS, kind));
      g_menu_append_item (menu, item);
    }
  return menu;
}

static void
add_kinds (LsnCanvas *self,
           GMenu     *menu,
           gboolean   of_ties)
{
  g_autoptr (GMenu) kinds = kinds_menu (self, of_ties);

  g_menu_append_submenu (menu, _("Kind"), G_MENU_MODEL (kinds));
}

static void
add_clipboard (GMenu *menu)
{
  g_autoptr (GMenu) section = g_menu_new ();

  add_item (section, _("Cut"), "canvas.cut");
  add_item (section, _("Copy"), "canvas.copy");
  add_item (section, _("Paste"), "canvas.paste");
  add_item (section, _("Duplicate"), "canvas.duplicate");
  add_item (section, _("Delete"), "canvas.delete");
  add_section (menu, section);
}

static void
add_filter (LsnCanvas *self,
            GMenu     *menu,
            gboolean   of_actors)
{
  g_autoptr (GMenu) section = g_menu_new ();
  g_autoptr (GMenu) items = g_menu_new ();

  if (of_actors)
    {
      add_item (items, _("Within 1 Step of the Selection"), "canvas.show-within(1)");
      add_item (items, _("Within 2 Steps of the Selection"), "canvas.show-within(2)");
      if (lsn_selection_n_rows (self->selection, LSN_TABLE_ACTORS) == 2)
        add_item (items, _("Paths Between These Two"), "canvas.show-between");
    }
  add_item (items, _("This Kind"), "canvas.show-kind");
  /* Translators: an item of the menu "Show Only": what is asked for is chosen next */
  add_item (items, _("By Another Field…"), "win.add-filter");
  g_menu_append_submenu (section, _("Show Only"), G_MENU_MODEL (items));
  add_item (section, _("Hide This Kind"), "canvas.hide-kind");
  if (lsn_filter_n (self->filter) > 0)
    {
      add_item (section, lsn_filter_get_faded (self->filter) ? _("Hide the Rest") : _("Fade the Rest"), "canvas.fade-rest");
      add_item (section, _("Show All"), "canvas.show-all");
    }
  else if (of_actors)
    add_item (section, _("Fade the Rest"), "canvas.fade-rest");
  add_section (menu, section);
}

static GMenu *
routes_menu (const char *of_map)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) routes = g_menu_new ();
  g_autoptr (GMenu) forms = g_menu_new ();

  if (of_map == NULL)
    add_item (routes, _("As Straight as Others Allow"), "canvas.route-all('')");
  else
    add_item (routes, of_map, "canvas.route('')");
  add_item (routes, _("Straight or Fanned Out"), of_map == NULL ? "canvas.route-all('direct')" : "canvas.route('direct')");
  add_item (routes, _("Around Other Actors"), of_map == NULL ? "canvas.route-all('around')" : "canvas.route('around')");
  add_section (menu, routes);
  if (of_map != NULL)
    add_item (forms, _("Bends as the Map Says"), "canvas.form('')");
  add_item (forms, _("Smooth Bends"), of_map == NULL ? "canvas.form-all('smooth')" : "canvas.form('smooth')");
  add_item (forms, _("Sharp Corners"), of_map == NULL ? "canvas.form-all('angular')" : "canvas.form('angular')");
  add_section (menu, forms);
  return menu;
}

static GMenu *
ground_menu (LsnCanvas *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) draw = g_menu_new ();
  g_autoptr (GMenu) see = g_menu_new ();
  g_autoptr (GMenu) lines = g_menu_new ();
  g_autoptr (GMenu) routes = routes_menu (NULL);

  add_item (draw, _("New Actor"), "canvas.new-actor");
  add_item (draw, _("New Note"), "canvas.new-note");
  add_item (draw, _("New Frame"), "canvas.new-frame");
  add_item (draw, _("Paste"), "canvas.paste");
  add_item (draw, _("Copy Picture"), "canvas.copy-picture");
  add_item (draw, _("Select All"), "canvas.select-all");
  add_item (draw, _("Make Room"), "canvas.make-room");
  add_section (menu, draw);
  add_item (see, _("Show Whole Map"), "canvas.zoom-fit");
  add_item (see, _("Zoom to 100 %"), "canvas.zoom-normal");
  if (lsn_filter_n (self->filter) > 0)
    add_item (see, _("Show All"), "canvas.show-all");
  add_section (menu, see);
  g_menu_append_submenu (lines, _("Routes of All Ties"), G_MENU_MODEL (routes));
  add_section (menu, lines);
  return menu;
}

static void
add_container_items (LsnCanvas *self,
                     GMenu     *menu,
                     LsnRow     actor)
{
  g_autoptr (GMenu) items = g_menu_new ();

  if (lsn_map_is_container (self->map, actor))
    {
      if (lsn_map_get_boolean (self->map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_COLLAPSED) == 1)
        add_item (menu, _("Expand"), "canvas.expand");
      else
        add_item (menu, _("Collapse"), "canvas.collapse");
    }
  add_item (items, _("Put into New Container"), "canvas.group");
  add_item (items, _("Put into…"), "canvas.put-into");
  if (lsn_map_get_reference (self->map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_PARENT) != LSN_NO_ROW)
    add_item (items, _("Take out of Container"), "canvas.take-out");
  /* Translators: a menu of what puts actors into containers and takes them out */
  g_menu_append_submenu (menu, _("Container"), G_MENU_MODEL (items));
}

static void
add_arrange (GMenu *menu)
{
  g_autoptr (GMenu) all = g_menu_new ();
  g_autoptr (GMenu) edges = g_menu_new ();
  g_autoptr (GMenu) middles = g_menu_new ();
  g_autoptr (GMenu) gaps = g_menu_new ();
  g_autoptr (GMenu) turn = g_menu_new ();

  add_item (edges, _("Align Left"), "canvas.align('left')");
  add_item (edges, _("Align Right"), "canvas.align('right')");
  add_item (edges, _("Align Top"), "canvas.align('top')");
  add_item (edges, _("Align Bottom"), "canvas.align('bottom')");
  add_section (all, edges);
  add_item (middles, _("Align Below One Another"), "canvas.align('centre')");
  add_item (middles, _("Align Beside One Another"), "canvas.align('middle')");
  add_section (all, middles);
  add_item (gaps, _("Space Evenly Across"), "canvas.distribute('across')");
  add_item (gaps, _("Space Evenly Down"), "canvas.distribute('down')");
  add_section (all, gaps);
  /* Translators: the size of an actor says how powerful it is */
  add_item (gaps, _("Same Size (Power)"), "canvas.same-power");
  add_item (turn, _("Rotate and Scale…"), "canvas.turn");
  add_item (turn, _("Bring to Front"), "canvas.to-front");
  add_item (turn, _("Send to Back"), "canvas.to-back");
  add_section (all, turn);
  g_menu_append_submenu (menu, _("Arrange"), G_MENU_MODEL (all));
}

static void
add_picture (LsnCanvas *self,
             GMenu     *menu,
             LsnRow     actor)
{
  g_autoptr (GMenu) items = g_menu_new ();

  if (lsn_map_get_text (self->map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_PICTURE) == NULL)
    {
      add_item (menu, _("Picture…"), "canvas.choose-picture");
      return;
    }
  add_item (items, _("Choose Another…"), "canvas.choose-picture");
  add_item (items, _("Remove"), "canvas.remove-picture");
  g_menu_append_submenu (menu, _("Picture"), G_MENU_MODEL (items));
}

static GMenu *
actor_menu (LsnCanvas *self,
            LsnRow     actor)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) draw = g_menu_new ();
  g_autoptr (GMenu) look = g_menu_new ();
  g_autoptr (GMenu) notes = g_menu_new ();

  add_item (draw, _("Rename"), "canvas.rename");
  add_item (draw, _("New Tied Actor"), "canvas.tied-actor");
  add_item (draw, _("Connect To…"), "canvas.connect");
  add_item (notes, _("New Callout"), "canvas.new-callout");
  add_item (notes, _("New Frame Around"), "canvas.new-frame");
  g_menu_append_submenu (draw, _("Note"), G_MENU_MODEL (notes));
  if (lsn_selection_n_rows (self->selection, LSN_TABLE_ACTORS) > 1)
    {
      add_item (draw, _("Tie Selected Actors"), "canvas.tie-selected");
      add_item (draw, _("These Are the Same…"), "win.merge-actors");
    }
  else
    add_item (draw, _("Split…"), "win.split-actor");
  add_section (menu, draw);
  add_kinds (self, look, FALSE);
  if (lsn_map_get_boolean (self->map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_PINNED) == 1)
    add_item (look, _("Unpin"), "canvas.unpin");
  else
    add_item (look, _("Pin"), "canvas.pin");
  add_picture (self, look, actor);
  add_arrange (look);
  add_container_items (self, look, actor);
  add_item (look, _("Zoom to Selection"), "canvas.zoom-selection");
  add_section (menu, look);
  add_filter (self, menu, TRUE);
  add_clipboard (menu);
  return menu;
}

/* How the line runs. What needs a line of its own is there for one tie. */
static void
add_lines (LsnCanvas *self,
           GMenu     *menu)
{
  g_autoptr (GMenu) section = g_menu_new ();
  g_autoptr (GMenu) routes = routes_menu (_("As the Map Says"));
  LsnRow tie = lsn_canvas_handled_tie (self);

  g_menu_append_submenu (section, _("Route"), G_MENU_MODEL (routes));
  if (tie != LSN_NO_ROW)
    add_item (section, _("Add Bend"), "canvas.add-bend");
  add_item (section, _("Straighten"), "canvas.straighten");
  add_item (section, _("Merge Parallel Ties"), "canvas.merge-ties");
  if (tie != LSN_NO_ROW)
    {
      add_item (section, _("Attach Start To…"), "canvas.reattach('source')");
      add_item (section, _("Attach End To…"), "canvas.reattach('target')");
      if (!isnan (lsn_map_get_number (self->map, LSN_TABLE_TIES, tie, LSN_TIE_LABEL_AT)))
        add_item (section, _("Label Where There Is Room"), "canvas.free-label");
    }
  add_section (menu, section);
}

static GMenu *
tie_menu (LsnCanvas *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) look = g_menu_new ();
  g_autoptr (GMenu) direction = g_menu_new ();

  add_item (direction, C_("direction of a tie", "One Way"), "canvas.direction('forward')");
  add_item (direction, C_("direction of a tie", "Both Ways"), "canvas.direction('mutual')");
  add_item (direction, C_("direction of a tie", "No Direction"), "canvas.direction('none')");
  add_kinds (self, look, TRUE);
  g_menu_append_submenu (look, _("Direction"), G_MENU_MODEL (direction));
  add_item (look, _("Reverse"), "canvas.reverse");
  add_item (look, _("Edit Label"), "canvas.rename");
  add_item (look, _("New Callout"), "canvas.new-callout");
  add_section (menu, look);
  add_lines (self, menu);
  add_filter (self, menu, FALSE);
  add_clipboard (menu);
  return menu;
}

/* Those that can be told apart on paper, beside any other that the inspector offers. */
static GMenu *
colours_menu (void)
{
  static const struct { const char *name, *action; } colours[] = {
    { N_("Yellow"), "canvas.note-colour('#b7791f')" },
    { N_("Red"), "canvas.note-colour('#b23a48')" },
    { N_("Purple"), "canvas.note-colour('#6b4fa0')" },
    { N_("Blue"), "canvas.note-colour('#3465a8')" },
    { N_("Green"), "canvas.note-colour('#3f7d3a')" },
    { N_("Grey"), "canvas.note-colour('#52606d')" },
  };
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) usual = g_menu_new ();
  g_autoptr (GMenu) others = g_menu_new ();

  add_item (usual, C_("colour", "Usual"), "canvas.note-colour('')");
  add_section (menu, usual);
  for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
    add_item (others, _(colours[i].name), colours[i].action);
  add_section (menu, others);
  return menu;
}

static GMenu *
note_menu (LsnCanvas *self,
           LsnRow     note)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) draw = g_menu_new ();
  g_autoptr (GMenu) look = g_menu_new ();
  g_autoptr (GMenu) arrange = g_menu_new ();
  g_autoptr (GMenu) sizes = g_menu_new ();
  g_autoptr (GMenu) order = g_menu_new ();
  g_autoptr (GMenu) colours = colours_menu ();
  gboolean frame = lsn_note_shape (self->map, note) == LSN_NOTE_SHAPE_FRAME;

  add_item (draw, frame ? _("Rename") : _("Edit Text"), "canvas.rename");
  if (frame)
    add_item (draw, _("Export Frame…"), "win.export");
  add_section (menu, draw);
  g_menu_append_submenu (look, _("Colour"), G_MENU_MODEL (colours));
  add_item (sizes, _("Same Width"), "canvas.same-size('width')");
  add_item (sizes, _("Same Height"), "canvas.same-size('height')");
  add_section (arrange, sizes);
  add_item (order, _("Bring to Front"), "canvas.to-front");
  add_item (order, _("Send to Back"), "canvas.to-back");
  add_section (arrange, order);
  g_menu_append_submenu (look, _("Arrange"), G_MENU_MODEL (arrange));
  add_item (look, _("Zoom to Selection"), "canvas.zoom-selection");
  add_section (menu, look);
  add_clipboard (menu);
  return menu;
}

static void
on_closed_cb (GtkPopover *menu,
              LsnCanvas  *self)
{
  if (self->menu != GTK_WIDGET (menu))
    return;

  self->menu = NULL;
  lsn_canvas_take_focus_from (self, GTK_WIDGET (menu));
}

/* Shows a menu, the only one of the canvas. */
void
lsn_canvas_popup_model (LsnCanvas  *self,
                        GMenuModel *model,
                        double      x,
                        double      y)
{
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->menu = lsn_context_menu_popup (GTK_WIDGET (self), model, x, y);
  g_signal_connect (self->menu, "closed", G_CALLBACK (on_closed_cb), self);
}

/* Shows the menu of a row, or that of the ground when there is none; the row is selected when it is not. */
void
lsn_canvas_popup_menu_for (LsnCanvas *self,
                           double     x,
                           double     y,
                           LsnTable   table,
                           LsnRow     row)
{
  g_autoptr (GMenu) menu = NULL;

  if (row != LSN_NO_ROW && !lsn_selection_contains (self->selection, table, row))
    lsn_selection_select (self->selection, table, row);
  if (table == LSN_TABLE_ACTORS && row != LSN_NO_ROW)
    menu = actor_menu (self, row);
  else if (table == LSN_TABLE_TIES && row != LSN_NO_ROW)
    menu = tie_menu (self);
  else if (table == LSN_TABLE_NOTES && row != LSN_NO_ROW)
    menu = note_menu (self, row);
  else
    menu = ground_menu (self);

  lsn_canvas_popup_model (self, G_MENU_MODEL (menu), x, y);
}

/* Shows the menu of what is at a pixel. */
void
lsn_canvas_popup_menu (LsnCanvas *self,
                       double     x,
                       double     y)
{
  LsnHit hit = { LSN_TABLE_MAP, LSN_NO_ROW, LSN_PART_BODY };

  lsn_canvas_end_naming (self);
  if (!lsn_canvas_pick (self, x, y, &hit))
    hit = (LsnHit) { LSN_TABLE_MAP, LSN_NO_ROW, LSN_PART_BODY }
  ;
  else
    lsn_selection_set_focus (self->selection, hit.table, hit.row);
  lsn_canvas_popup_menu_for (self, x, y, hit.table, hit.row);
}

/**
 * lsn_canvas_popup_menu_at_focus:
 *
 * Shows the menu of the focused row where it stands; without one that of the map, in the middle.
 */
void
lsn_canvas_popup_menu_at_focus (LsnCanvas *self)
{
  LsnPoint middle = { gtk_widget_get_width (GTK_WIDGET (self)) / 2.0, gtk_widget_get_height (GTK_WIDGET (self)) / 2.0 };
  LsnTable   table;
  LsnRow     row;
  LsnBox     box;
  gboolean   is_frame;

  if (lsn_selection_get_focus (self->selection, &table, &row))
    lsn_canvas_show_row (self, table, row);
  if (self->scene != NULL && lsn_selection_get_focus (self->selection, &table, &row) &&
      ((table == LSN_TABLE_ACTORS && lsn_scene_actor_body (self->scene, row, &box, &is_frame)) ||
       lsn_scene_row_bounds (self->scene, table, row, &box)))
    {
      LsnPoint at = lsn_viewport_to_widget (self->viewport, box.x + box.width / 2, box.y + box.height / 2);

      lsn_canvas_popup_menu_for (self, at.x, at.y, table, row);
    }
  else
    lsn_canvas_popup_menu_for (self, middle.x, middle.y, LSN_TABLE_MAP, LSN_NO_ROW);
}
