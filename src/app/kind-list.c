/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/kind-list.h"

#include <glib/gi18n-lib.h>

#include "app/swatch.h"
#include "app/template.h"
#include "model/changes.h"
#include "model/kinds.h"

struct _LsnKindList
{
  GtkWidget          parent_instance;

  GtkListBox        *list;

  LsnMap            *map;
  gboolean           of_ties;
  gboolean           filling;   /* rows come and go: nobody has chosen anything */
  guint              place;     /* of the selected row: where one that was removed stood */
  guint              reveal;    /* source that brings it into view, 0 for none */
};

G_DEFINE_FINAL_TYPE (LsnKindList, lsn_kind_list, GTK_TYPE_WIDGET)

enum { SELECTED, N_SIGNALS };

static guint signals[N_SIGNALS];

static LsnRow
kind_of (GtkListBoxRow *row)
{
  return row != NULL ? GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "kind")) : LSN_NO_ROW;
}

static char *
uses_text (LsnKindList *list,
           guint        n_uses)
{
  if (list->of_ties)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u tie", "%u ties", n_uses), n_uses);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u actor", "%u actors", n_uses), n_uses);
}

static void
show_row (LsnKindList   *list,
          GtkListBoxRow *row,
          guint          n_uses)
{
  GtkWidget *box = gtk_list_box_row_get_child (row);
  GtkWidget *swatch = gtk_widget_get_first_child (box);
  GtkWidget *name = gtk_widget_get_next_sibling (swatch);
  LsnRow kind = kind_of (row);
  g_autofree char *number = n_uses > 0 ? g_strdup_printf ("%u", n_uses) : g_strdup ("");
  g_autofree char *uses = uses_text (list, n_uses);

  lsn_swatch_set_kind (LSN_SWATCH (swatch), list->map, kind);
  gtk_label_set_text (GTK_LABEL (name), lsn_kind_name (list->map, kind));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (name)), number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, lsn_kind_name (list->map, kind),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, uses, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (row), uses);
}

static void
append_row (LsnKindList *list,
            LsnRow       kind)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *swatch = lsn_swatch_new (NULL, LSN_NO_ROW);
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *number = gtk_label_new (NULL);

  gtk_widget_set_size_request (swatch, 52, -1);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (name), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (name), 2);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (number, "dim-label");
  gtk_widget_add_css_class (number, "numeric");
  gtk_box_append (GTK_BOX (box), swatch);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), number);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "kind", GUINT_TO_POINTER (kind));
  gtk_list_box_append (list->list, row);
}

/* Whether the rows are those of @kinds, in that order. */
static gboolean
has_rows (LsnKindList *list,
          GArray      *kinds)
{
  for (guint i = 0; i < kinds->len; i++)
    if (kind_of (gtk_list_box_get_row_at_index (list->list, (int) i)) != g_array_index (kinds, LsnRow, i))
      return FALSE;
  return gtk_list_box_get_row_at_index (list->list, (int) kinds->len) == NULL;
}

static GtkListBoxRow *
find_row (LsnKindList *list,
          LsnRow       kind)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list->list, i)) != NULL; i++)
    if (kind_of (row) == kind)
      return row;
  return NULL;
}

/* The row that was selected; where it is gone, the one that took its place. */
static void
select_again (LsnKindList *list,
              LsnRow       kind,
              gboolean     had_focus)
{
  GtkListBoxRow *row = find_row (list, kind);

  for (int place = (int) list->place; row == NULL && place >= 0; place--)
    row = gtk_list_box_get_row_at_index (list->list, place);
  gtk_list_box_select_row (list->list, row);
  if (row != NULL && had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
make_rows (LsnKindList *list,
           GArray      *kinds)
{
  LsnRow selected = lsn_kind_list_get_selected (list);
  gboolean had_focus = gtk_widget_get_state_flags (GTK_WIDGET (list->list)) & GTK_STATE_FLAG_FOCUS_WITHIN;
  GtkListBoxRow *row;

  list->filling = TRUE;
  while ((row = gtk_list_box_get_row_at_index (list->list, 0)) != NULL)
    gtk_list_box_remove (list->list, GTK_WIDGET (row));
  for (guint i = 0; i < kinds->len; i++)
    append_row (list, g_array_index (kinds, LsnRow, i));
  select_again (list, selected, had_focus);
  list->filling = FALSE;
}

static void
fill (LsnKindList *list)
{
  g_autoptr (GArray) kinds = lsn_kinds_of (list->map, list->of_ties);
  g_autofree guint *counts = lsn_kinds_count (list->map, list->of_ties);
  LsnRow before = lsn_kind_list_get_selected (list);

  if (!has_rows (list, kinds))
    make_rows (list, kinds);
  for (guint i = 0; i < kinds->len; i++)
    show_row (list, gtk_list_box_get_row_at_index (list->list, (int) i), counts[g_array_index (kinds, LsnRow, i)]);
  if (lsn_kind_list_get_selected (list) != before)
    g_signal_emit (list, signals[SELECTED], 0);
}

static void
on_map_changed (LsnKindList *list,
                LsnChanges  *changes)
{
  if (!lsn_changes_only_places (changes))
    fill (list);
}

static void
on_row_selected (GtkListBox    *box,
                 GtkListBoxRow *row,
                 LsnKindList   *list)
{
  if (row != NULL)
    list->place = (guint) gtk_list_box_row_get_index (row);
  if (!list->filling)
    g_signal_emit (list, signals[SELECTED], 0);
}

/* Once the row has its place. */
static gboolean
on_reveal (gpointer user_data)
{
  LsnKindList *list = user_data;
  GtkListBoxRow *row = gtk_list_box_get_selected_row (list->list);
  GtkAdjustment *adjustment = gtk_list_box_get_adjustment (list->list);
  graphene_rect_t bounds;

  list->reveal = 0;
  if (row != NULL && gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (list->list), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + 1.5 * bounds.size.height);
  return G_SOURCE_REMOVE;
}

static void
lsn_kind_list_dispose (GObject *object)
{
  LsnKindList *list = LSN_KIND_LIST (object);

  lsn_kind_list_set_map (list, NULL);
  g_clear_handle_id (&list->reveal, g_source_remove);
  list->filling = TRUE;
  lsn_template_dispose (GTK_WIDGET (list), LSN_TYPE_KIND_LIST);
  G_OBJECT_CLASS (lsn_kind_list_parent_class)->dispose (object);
}

static void
lsn_kind_list_class_init (LsnKindListClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = lsn_kind_list_dispose;

  signals[SELECTED] = g_signal_new ("selected", LSN_TYPE_KIND_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                    0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_map/Liaison/ui/kind-list.ui");
  gtk_widget_class_bind_template_child (widget_class, LsnKindList, list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
}

static void
lsn_kind_list_init (LsnKindList *list)
{
  gtk_widget_init_template (GTK_WIDGET (list));
}

/**
 * lsn_kind_list_set_map:
 * @map: (nullable) (transfer none): whose kinds
 */
void
lsn_kind_list_set_map (LsnKindList *list,
                       LsnMap      *map)
{
  g_return_if_fail (LSN_IS_KIND_LIST (list));

  if (list->map != NULL)
    g_signal_handlers_disconnect_by_data (list->map, list);
  g_set_object (&list->map, map);
  if (map == NULL)
    return;
  g_signal_connect_swapped (map, "changed", G_CALLBACK (on_map_changed), list);
  fill (list);
}

/**
 * lsn_kind_list_show:
 * @of_ties: whether to show the kinds of ties or those of actors
 */
void
lsn_kind_list_show (LsnKindList *list,
                    gboolean     of_ties)
{
  g_return_if_fail (LSN_IS_KIND_LIST (list));

  if (list->of_ties == of_ties)
    return;
  list->of_ties = of_ties;
  list->place = 0;
  fill (list);
}

gboolean
lsn_kind_list_get_of_ties (LsnKindList *list)
{
  return list->of_ties;
}

/**
 * lsn_kind_list_get_selected:
 *
 * Returns: the selected kind; %LSN_NO_ROW when there is none
 */
LsnRow
lsn_kind_list_get_selected (LsnKindList *list)
{
  return kind_of (gtk_list_box_get_selected_row (list->list));
}

/**
 * lsn_kind_list_select:
 * @kind: a kind of the map, of actors or of ties
 *
 * Selects it and brings it into view.
 */
void
lsn_kind_list_select (LsnKindList *list,
                      LsnRow       kind)
{
  GtkListBoxRow *row;

  lsn_kind_list_show (list, lsn_kind_is_of_tie (list->map, kind));
  row = find_row (list, kind);
  if (row == NULL)
    return;
  gtk_list_box_select_row (list->list, row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  if (list->reveal == 0)
    list->reveal = g_idle_add_full (G_PRIORITY_LOW, on_reveal, list, NULL);
}
