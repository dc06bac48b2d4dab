/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/view-list.h"

#include <glib/gi18n-lib.h>

#include "app/settings.h"
#include "app/template.h"
#include "app/view-row.h"
#include "canvas/context-menu.h"
#include "model/changes.h"

struct _LsnViewList
{
  GtkWidget    parent_instance;

  GtkExpander *expander;
  GtkListBox  *list;

  GSettings   *settings;
  LsnDocument *document;
  LsnCanvas   *canvas;    /* borrowed from the window */
  LsnRow       current;   /* the view that was chosen last; LSN_NO_ROW for everything */
  LsnRow       menu_view; /* that the menu is about */
  LsnRow       fresh;     /* saved, and being named for the first time */
  char        *key;       /* merge key of its saving */
  guint        n_saved;
  guint        refill;    /* source that fills the list again, 0 for none */
  gboolean     showing;   /* the list is being told what is shown */
  gboolean     held;      /* what is shown is being tried out, and makes no other view the current one */
};

G_DEFINE_FINAL_TYPE (LsnViewList, lsn_view_list, GTK_TYPE_WIDGET)

enum { MESSAGE, N_SIGNALS };

static guint signals[N_SIGNALS];

static LsnMap *
map_of (LsnViewList *list)
{
  return lsn_document_get_map (list->document);
}

static void
refuse (LsnViewList  *list,
        const GError *error)
{
  g_signal_emit (list, signals[MESSAGE], 0, error->message);
}

static LsnViewRow *
row_at (LsnViewList *list,
        int          index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list->list, index);

  return row != NULL ? LSN_VIEW_ROW (row) : NULL;
}

static LsnViewRow *
row_of (LsnViewList *list,
        LsnRow       view)
{
  LsnViewRow *row;

  for (int i = 0; (row = row_at (list, i)) != NULL; i++)
    if (lsn_view_row_get_view (row) == view)
      return row;
  return NULL;
}

/* ---- what is shown ---- */

/* Without conditions nothing is faded either. */
static gboolean
shows (LsnViewRow      *row,
       const LsnFilter *filter)
{
  const LsnFilter *own = lsn_view_row_get_filter (row);

  return lsn_filter_equal (own, filter) || (lsn_filter_n (own) == 0 && lsn_filter_n (filter) == 0);
}

/* The current view is the one that was chosen last, as long as no other shows just what is shown. */
static void
find_current (LsnViewList *list)
{
  const LsnFilter *filter = lsn_canvas_get_filter (list->canvas);
  LsnViewRow      *row = row_of (list, list->current);

  if (list->held || (row != NULL && shows (row, filter)))
    return;
  for (int i = 0; (row = row_at (list, i)) != NULL; i++)
    if (shows (row, filter))
      {
        list->current = lsn_view_row_get_view (row);
        return;
      }
}

static void
show_current (LsnViewList *list)
{
  const LsnFilter *filter;
  LsnViewRow      *row, *selected = NULL;

  if (list->document == NULL)
    return;
  filter = lsn_canvas_get_filter (list->canvas);
  find_current (list);
  list->showing = TRUE;
  for (int i = 0; (row = row_at (list, i)) != NULL; i++)
    {
      LsnRow   view = lsn_view_row_get_view (row);
      gboolean changed = !shows (row, filter);

      lsn_view_row_set_current (row, view == list->current, changed);
      if (view == list->current && (!changed || view != LSN_NO_ROW))
        selected = row;
    }
  gtk_list_box_select_row (list->list, selected != NULL ? GTK_LIST_BOX_ROW (selected) : NULL);
  list->showing = FALSE;
}

static void
choose (LsnViewList *list,
        LsnViewRow  *row)
{
  g_autoptr (LsnFilter) filter = lsn_filter_copy (lsn_view_row_get_filter (row));

  list->current = lsn_view_row_get_view (row);
  lsn_canvas_set_filter (list->canvas, filter);
  show_current (list);
}

static void
on_row_selected (GtkListBox    *box,
                 GtkListBoxRow *row,
                 LsnViewList   *list)
{
  if (!list->showing && row != NULL && !lsn_view_row_is_edited (LSN_VIEW_ROW (row)))
    choose (list, LSN_VIEW_ROW (row));
}

static void
on_row_activated (GtkListBox    *box,
                  GtkListBoxRow *row,
                  LsnViewList   *list)
{
  if (!lsn_view_row_is_edited (LSN_VIEW_ROW (row)))
    choose (list, LSN_VIEW_ROW (row));
}

/* ---- filling ---- */

static void
forget_fresh (LsnViewList *list)
{
  list->fresh = LSN_NO_ROW;
  g_clear_pointer (&list->key, g_free);
}

static void
on_named (LsnViewRow  *row,
          const char  *name,
          LsnViewList *list)
{
  LsnRow            view = lsn_view_row_get_view (row);
  g_autoptr (GError) error = NULL;

  if (list->document != NULL && *name != '\0' && lsn_map_has_row (map_of (list), LSN_TABLE_VIEWS, view) &&
      !lsn_view_rename (map_of (list), view, name, view == list->fresh ? list->key : NULL, &error))
    refuse (list, error);
  forget_fresh (list);
}

static void
append (LsnViewList *list,
        LsnRow       view)
{
  GtkWidget *row = lsn_view_row_new (map_of (list), view);

  g_signal_connect (row, "named", G_CALLBACK (on_named), list);
  gtk_list_box_append (list->list, row);
}

static void
fill (LsnViewList *list)
{
  g_autoptr (GArray) views = NULL;
  GtkListBoxRow     *row;
  gboolean           had_focus = gtk_widget_get_focus_child (GTK_WIDGET (list->list)) != NULL;

  g_clear_handle_id (&list->refill, g_source_remove);
  list->showing = TRUE;
  while ((row = gtk_list_box_get_row_at_index (list->list, 0)) != NULL)
    gtk_list_box_remove (list->list, GTK_WIDGET (row));
  list->showing = FALSE;
  if (list->document == NULL)
    return;

  views = lsn_views (map_of (list));
  if (!lsn_map_has_row (map_of (list), LSN_TABLE_VIEWS, list->current))
    list->current = LSN_NO_ROW;
  append (list, LSN_NO_ROW);
  for (guint i = 0; i < views->len; i++)
    append (list, g_array_index (views, LsnRow, i));
  show_current (list);
  if (had_focus && (row = GTK_LIST_BOX_ROW (row_of (list, list->current))) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static gboolean
on_refill (gpointer user_data)
{
  LsnViewList *list = user_data;

  list->refill = 0;
  fill (list);
  return G_SOURCE_REMOVE;
}

/* What is shown is just the view that another step, undoing, or the merging of kinds has changed: it is still just that. */
static void
follow_view (LsnViewList *list)
{
  LsnViewRow            *row = row_of (list, list->current);
  g_autoptr (LsnFilter)  filter = NULL;

  if (row == NULL || !lsn_map_has_row (map_of (list), LSN_TABLE_VIEWS, list->current) ||
      !lsn_filter_equal (lsn_view_row_get_filter (row), lsn_canvas_get_filter (list->canvas)))
    return;
  filter = lsn_view_filter (map_of (list), list->current);
  lsn_canvas_set_filter (list->canvas, filter);
}

static void
on_map_changed (LsnViewList *list,
                LsnChanges  *changes)
{
  guint n_inserted, n_removed, n_altered;

  lsn_changes_inserted (changes, LSN_TABLE_VIEWS, &n_inserted);
  lsn_changes_removed (changes, LSN_TABLE_VIEWS, &n_removed);
  lsn_changes_altered (changes, LSN_TABLE_VIEWS, &n_altered);
  if (n_altered > 0)
    follow_view (list);
  if (n_inserted + n_removed + n_altered > 0 && list->refill == 0)
    list->refill = g_idle_add (on_refill, list);
}

/* ---- commands ---- */

static void
update_view (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  LsnViewList       *list = LSN_VIEW_LIST (widget);
  g_autoptr (GError) error = NULL;
  LsnRow             view = list->menu_view != LSN_NO_ROW ? list->menu_view : list->current;

  list->menu_view = LSN_NO_ROW;
  if (!lsn_map_has_row (map_of (list), LSN_TABLE_VIEWS, view))
    return;
  list->current = view;
  if (!lsn_view_update (map_of (list), view, lsn_canvas_get_filter (list->canvas), &error))
    refuse (list, error);
}

/* The view that the keyboard is at. */
static LsnRow
focused_view (LsnViewList *list)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (list->list));

  return row != NULL ? lsn_view_row_get_view (LSN_VIEW_ROW (row)) : list->current;
}

static LsnRow
take_view (LsnViewList *list)
{
  LsnRow view = list->menu_view != LSN_NO_ROW ? list->menu_view : focused_view (list);

  list->menu_view = LSN_NO_ROW;
  return view;
}

static void
rename_view (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  LsnViewList *list = LSN_VIEW_LIST (widget);
  LsnViewRow  *row = row_of (list, take_view (list));

  if (row != NULL)
    lsn_view_row_edit (row);
}

static void
remove_view (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  LsnViewList       *list = LSN_VIEW_LIST (widget);
  LsnRow             view = take_view (list);
  g_autoptr (GError) error = NULL;

  if (lsn_map_has_row (map_of (list), LSN_TABLE_VIEWS, view) && !lsn_view_remove (map_of (list), view, &error))
    refuse (list, error);
}

static void
popup_menu (LsnViewList *list,
            LsnViewRow  *row,
            double       x,
            double       y)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  if (lsn_view_row_get_view (row) == LSN_NO_ROW)
    return;
  g_menu_append (menu, _("Make What Is Shown the View"), "views.update");
  g_menu_append (menu, _("Rename"), "views.rename");
  g_menu_append (menu, _("Delete"), "views.remove");
  list->menu_view = lsn_view_row_get_view (row);
  lsn_context_menu_popup (GTK_WIDGET (list), G_MENU_MODEL (menu), x, y);
}

static void
on_secondary_click (GtkGestureClick *gesture,
                    int              n_press,
                    double           x,
                    double           y,
                    LsnViewList     *list)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (list->list, (int) y);
  double         at_x, at_y;

  if (row == NULL)
    return;
  gtk_widget_translate_coordinates (GTK_WIDGET (list->list), GTK_WIDGET (list), x, y, &at_x, &at_y);
  popup_menu (list, LSN_VIEW_ROW (row), at_x, at_y);
}

static void
popup_menu_at_focus (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  LsnViewList    *list = LSN_VIEW_LIST (widget);
  LsnViewRow     *row = row_of (list, focused_view (list));
  graphene_rect_t bounds;

  if (row == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (row), widget, &bounds))
    return;
  popup_menu (list, row, bounds.origin.x + bounds.size.width / 2, bounds.origin.y + bounds.size.height / 2);
}

/* ---- the widget ---- */

static void
lsn_view_list_dispose (GObject *object)
{
  LsnViewList *list = LSN_VIEW_LIST (object);

  if (list->list != NULL)
    lsn_view_list_set_document (list, NULL, NULL);
  g_clear_object (&list->settings);
  lsn_template_dispose (GTK_WIDGET (list), LSN_TYPE_VIEW_LIST);
  list->list = NULL;
  G_OBJECT_CLASS (lsn_view_list_parent_class)->dispose (object);
}

static void
lsn_view_list_class_init (LsnViewListClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = lsn_view_list_dispose;
  signals[MESSAGE] = g_signal_new ("message", LSN_TYPE_VIEW_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                   G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_map/Liaison/ui/view-list.ui");
  gtk_widget_class_bind_template_child (widget_class, LsnViewList, expander);
  gtk_widget_class_bind_template_child (widget_class, LsnViewList, list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_secondary_click);
  gtk_widget_class_install_action (widget_class, "views.menu", NULL, popup_menu_at_focus);
  gtk_widget_class_install_action (widget_class, "views.update", NULL, update_view);
  gtk_widget_class_install_action (widget_class, "views.rename", NULL, rename_view);
  gtk_widget_class_install_action (widget_class, "views.remove", NULL, remove_view);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "views.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "views.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "views.rename", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "views.remove", NULL);
}

static void
lsn_view_list_init (LsnViewList *list)
{
  gtk_widget_init_template (GTK_WIDGET (list));
  list->settings = lsn_settings_new ();
  g_settings_bind (list->settings, "show-views", list->expander, "expanded", G_SETTINGS_BIND_DEFAULT);
}

/**
 * lsn_view_list_set_document:
 * @document: (nullable) (transfer none): whose views are listed
 * @canvas: (nullable): what shows them
 */
void
lsn_view_list_set_document (LsnViewList *list,
                            LsnDocument *document,
                            LsnCanvas   *canvas)
{
  g_return_if_fail (LSN_IS_VIEW_LIST (list));

  if (list->document != NULL)
    {
      g_signal_handlers_disconnect_by_data (map_of (list), list);
      g_signal_handlers_disconnect_by_data (list->canvas, list);
    }
  forget_fresh (list);
  g_set_object (&list->document, document);
  list->canvas = canvas;
  list->current = LSN_NO_ROW;
  list->menu_view = LSN_NO_ROW;
  list->held = FALSE;
  fill (list);
  if (document == NULL)
    return;
  g_signal_connect_swapped (map_of (list), "changed", G_CALLBACK (on_map_changed), list);
  g_signal_connect_swapped (canvas, "shown", G_CALLBACK (show_current), list);
}

/**
 * lsn_view_list_save:
 *
 * Saves what the canvas shows as a new view, whose name can be typed at once.
 */
void
lsn_view_list_save (LsnViewList *list)
{
  g_autoptr (GError) error = NULL;
  LsnRow             view;

  g_return_if_fail (LSN_IS_VIEW_LIST (list));

  forget_fresh (list);
  list->key = g_strdup_printf ("save-view-%u", ++list->n_saved);
  view = lsn_view_save (map_of (list), lsn_canvas_get_filter (list->canvas), list->key, &error);
  if (view == LSN_NO_ROW)
    {
      refuse (list, error);
      return;
    }
  list->current = view;
  gtk_expander_set_expanded (list->expander, TRUE);
  fill (list);
  lsn_view_row_edit (row_of (list, view));
  list->fresh = view;
}

/**
 * lsn_view_list_step:
 * @by: 1 for the next view, -1 for the one before; round at the ends
 */
void
lsn_view_list_step (LsnViewList *list,
                    int          by)
{
  int at = 0, n = 0;

  g_return_if_fail (LSN_IS_VIEW_LIST (list));

  if (list->refill != 0)
    fill (list);
  for (LsnViewRow *row; (row = row_at (list, n)) != NULL; n++)
    if (lsn_view_row_get_view (row) == list->current)
      at = n;
  if (n > 0)
    choose (list, row_at (list, (at + by + n) % n));
}

/**
 * lsn_view_list_focus:
 *
 * Gives the keyboard to the current view.
 */
void
lsn_view_list_focus (LsnViewList *list)
{
  LsnViewRow *row;

  g_return_if_fail (LSN_IS_VIEW_LIST (list));

  if (list->refill != 0)
    fill (list);
  gtk_expander_set_expanded (list->expander, TRUE);
  if ((row = row_of (list, list->current)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/**
 * lsn_view_list_hold:
 * @held: whether what the canvas shows is being tried out
 *
 * While it is, the current view stays that, whatever other one happens to show the same.
 */
void
lsn_view_list_hold (LsnViewList *list,
                    gboolean     held)
{
  g_return_if_fail (LSN_IS_VIEW_LIST (list));

  list->held = held;
  show_current (list);
}
