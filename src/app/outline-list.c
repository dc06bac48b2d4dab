/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/outline-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/swatch.h"
#include "model/changes.h"
#include "model/kinds.h"
#include "model/row-list.h"

#define INDENT 16

struct _LsnOutlineList
{
  GtkWidget          parent_instance;

  GtkStack          *stack;
  GtkListView       *view;

  LsnTable           table;
  LsnDocument       *document;
  LsnCanvas         *canvas;      /* what hides rows; NULL without a document */
  GPtrArray         *items;       /* GtkListItems that show a row now */
  LsnRowList        *rows;
  GtkSelectionModel *selection;   /* what the view shows as selected: follows the document's selection */
  gboolean           syncing;     /* one of the two selections is being told about the other */
  gboolean           searching;
};

G_DEFINE_FINAL_TYPE (LsnOutlineList, lsn_outline_list, GTK_TYPE_WIDGET)

enum { SHOWN, ACTIVATED, N_SIGNALS };
enum { PROP_0, PROP_N_ROWS, N_PROPS };

static guint signals[N_SIGNALS];
static GParamSpec *properties[N_PROPS];

static char *
row_title (LsnMap  *map,
           LsnTable table,
           LsnRow   row)
{
  return table == LSN_TABLE_ACTORS ? lsn_actor_display_name (map, row) : lsn_tie_title (map, row);
}

static GtkWidget *
show_button (void)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("view-conceal-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "row-button");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Hidden by the filter. Show all"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Hidden by the filter. Show all"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-all");
  return button;
}

static char *
sentence_of (LsnRowItem *item)
{
  LsnMap *map = lsn_row_item_get_map (item);
  LsnRow row = lsn_row_item_get_row (item);

  return lsn_row_item_get_table (item) == LSN_TABLE_ACTORS ? lsn_actor_sentence (map, row) : lsn_tie_sentence (map, row);
}

/* Asked for when it is wanted: to be given a tooltip, each row that is scrolled into sight would ask the X server where the
 * pointer is, and wait for it. */
static gboolean
on_query_tooltip (GtkWidget   *box,
                  int          x,
                  int          y,
                  gboolean     keyboard,
                  GtkTooltip  *tooltip,
                  GtkListItem *item)
{
  LsnRowItem *row_item = gtk_list_item_get_item (item);
  g_autofree char *sentence = NULL;

  if (row_item == NULL || !lsn_map_has_row (lsn_row_item_get_map (row_item), lsn_row_item_get_table (row_item),
                                            lsn_row_item_get_row (row_item)))
    return FALSE;
  sentence = sentence_of (row_item);
  gtk_tooltip_set_text (tooltip, sentence);
  return TRUE;
}

static void
setup_row (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           LsnOutlineList           *list)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  /* A tie bears two names: both must be read. */
  if (list->table == LSN_TABLE_TIES)
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_lines (GTK_LABEL (label), 2);
    }
  else
    gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (box), lsn_swatch_new (NULL, LSN_NO_ROW));
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), show_button ());
  gtk_widget_set_has_tooltip (box, TRUE);
  g_signal_connect (box, "query-tooltip", G_CALLBACK (on_query_tooltip), item);
  gtk_list_item_set_child (item, box);
}

/* What a filter hides is there, greyed, and says so; but nobody selects unseen what a key then deletes. */
static void
show_whether_hidden (LsnOutlineList *list,
                     GtkListItem    *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *button = gtk_widget_get_last_child (box);
  GtkWidget *label = gtk_widget_get_prev_sibling (button);
  LsnRow     row = lsn_row_item_get_row (gtk_list_item_get_item (item));
  gboolean   is_hidden = list->canvas != NULL && lsn_canvas_hides (list->canvas, list->table, row);

  gtk_widget_set_visible (button, is_hidden);
  gtk_list_item_set_selectable (item, !is_hidden);
  gtk_list_item_set_activatable (item, !is_hidden);
  if (is_hidden)
    gtk_widget_add_css_class (label, "dim-label");
  else
    gtk_widget_remove_css_class (label, "dim-label");
}

static void
on_shown (LsnOutlineList *list)
{
  for (guint i = 0; i < list->items->len; i++)
    show_whether_hidden (list, list->items->pdata[i]);
}

static void
unbind_row (GtkSignalListItemFactory *factory,
            GtkListItem              *item,
            LsnOutlineList           *list)
{
  if (list->items != NULL)
    g_ptr_array_remove_fast (list->items, item);
}

static void
show_row (LsnOutlineList *list,
          GtkListItem    *item)
{
  LsnRowItem *row_item = gtk_list_item_get_item (item);
  LsnMap *map = lsn_row_item_get_map (row_item);
  LsnRow row = lsn_row_item_get_row (row_item);
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *swatch = gtk_widget_get_first_child (box);
  g_autofree char *title = NULL;
  g_autofree char *sentence = NULL;

  if (!lsn_map_has_row (map, list->table, row))
    return;
  title = row_title (map, list->table, row);
  sentence = sentence_of (row_item);
  if (list->table == LSN_TABLE_ACTORS)
    lsn_swatch_set_actor (LSN_SWATCH (swatch), map, row);
  else
    lsn_swatch_set_kind (LSN_SWATCH (swatch), map, lsn_map_get_reference (map, list->table, row, LSN_TIE_KIND));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (swatch)), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  gtk_widget_set_margin_start (box, INDENT * (int) MIN (lsn_row_item_get_depth (row_item), 8));
  show_whether_hidden (list, item);
}

static void
bind_row (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          LsnOutlineList           *list)
{
  g_ptr_array_add (list->items, item);
  show_row (list, item);
}

/* A tie is called by its ends, and every row by its kind: what changes elsewhere is told anew, too. */
static void
on_map_changed (LsnOutlineList *list,
                LsnChanges     *changes)
{
  if (lsn_changes_only_places (changes))
    return;
  for (guint i = 0; i < list->items->len; i++)
    show_row (list, list->items->pdata[i]);
}

static void
select_in_document (LsnOutlineList *list)
{
  g_autoptr (GtkBitset) bits = gtk_selection_model_get_selection (list->selection);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (LsnRow));
  LsnSelection *selection = lsn_document_get_selection (list->document);
  GtkBitsetIter iter;
  guint position;

  if (gtk_bitset_iter_init_first (&iter, bits, &position))
    do
      {
        LsnRow row = lsn_row_list_get_row (list->rows, position);

        if (list->canvas == NULL || !lsn_canvas_hides (list->canvas, list->table, row))
          g_array_append_val (rows, row);
      }
    while (gtk_bitset_iter_next (&iter, &position));

  if (list->table == LSN_TABLE_ACTORS)
    lsn_selection_set (selection, (LsnRow *) rows->data, rows->len, NULL, 0);
  else
    lsn_selection_set (selection, NULL, 0, (LsnRow *) rows->data, rows->len);
  if (rows->len == 1)
    g_signal_emit (list, signals[SHOWN], 0, list->table, g_array_index (rows, LsnRow, 0));
}

static void show_document_selection (LsnOutlineList *list);

static void
on_view_selection_changed (LsnOutlineList *list)
{
  if (list->syncing)
    return;
  list->syncing = TRUE;
  select_in_document (list);
  list->syncing = FALSE;
  if (list->canvas != NULL && lsn_filter_n (lsn_canvas_get_filter (list->canvas)) > 0)
    show_document_selection (list);
}

static void
show_document_selection (LsnOutlineList *list)
{
  g_autoptr (GtkBitset) selected = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) mask = NULL;
  guint n_rows, first = G_MAXUINT;
  const LsnRow *rows;

  if (list->syncing || list->selection == NULL)
    return;
  rows = lsn_selection_rows (lsn_document_get_selection (list->document), list->table, &n_rows);
  for (guint i = 0; i < n_rows; i++)
    {
      guint position = lsn_row_list_find (list->rows, rows[i]);

      if (position != G_MAXUINT)
        {
          gtk_bitset_add (selected, position);
          first = MIN (first, position);
        }
    }
  mask = gtk_bitset_new_range (0, g_list_model_get_n_items (G_LIST_MODEL (list->rows)));
  list->syncing = TRUE;
  gtk_selection_model_set_selection (list->selection, selected, mask);
  list->syncing = FALSE;
  if (first != G_MAXUINT)
    gtk_widget_activate_action (GTK_WIDGET (list->view), "list.scroll-to-item", "u", first);
}

/* The view makes its row widgets as soon as it has a model, also where nobody sees them: it gets one when it is first seen. */
static void
fill_view (LsnOutlineList *list)
{
  if (list->selection == NULL || gtk_list_view_get_model (list->view) == list->selection)
    return;
  gtk_list_view_set_model (list->view, list->selection);
  show_document_selection (list);
}

static void
on_items_changed (LsnOutlineList *list)
{
  gboolean any = lsn_outline_list_get_n_rows (list) > 0;

  gtk_stack_set_visible_child_name (list->stack, any ? "rows" : list->searching ? "none" : "empty");
  show_document_selection (list);
  g_object_notify_by_pspec (G_OBJECT (list), properties[PROP_N_ROWS]);
}

static void
on_activate (GtkListView    *view,
             guint           position,
             LsnOutlineList *list)
{
  lsn_outline_list_activate (list, position);
}

static void
lsn_outline_list_get_property (GObject    *object,
                               guint       property,
                               GValue     *value,
                               GParamSpec *pspec)
{
  g_assert (property == PROP_N_ROWS);
  g_value_set_uint (value, lsn_outline_list_get_n_rows (LSN_OUTLINE_LIST (object)));
}

static void
forget (LsnOutlineList *list)
{
  if (list->document != NULL)
    {
      g_signal_handlers_disconnect_by_data (lsn_document_get_selection (list->document), list);
      g_signal_handlers_disconnect_by_data (lsn_document_get_map (list->document), list);
    }
  if (list->canvas != NULL)
    g_signal_handlers_disconnect_by_data (list->canvas, list);
  list->canvas = NULL;
  if (list->rows != NULL)
    g_signal_handlers_disconnect_by_data (list->rows, list);
  if (list->selection != NULL)
    g_signal_handlers_disconnect_by_data (list->selection, list);
  if (list->view != NULL)
    gtk_list_view_set_model (list->view, NULL);
  g_clear_object (&list->selection);
  g_clear_object (&list->rows);
  g_clear_object (&list->document);
}

static void
lsn_outline_list_dispose (GObject *object)
{
  LsnOutlineList *list = LSN_OUTLINE_LIST (object);

  forget (list);
  list->view = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (list), LSN_TYPE_OUTLINE_LIST);
  g_clear_pointer (&list->items, g_ptr_array_unref);
  G_OBJECT_CLASS (lsn_outline_list_parent_class)->dispose (object);
}

static void
lsn_outline_list_class_init (LsnOutlineListClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = lsn_outline_list_dispose;
  G_OBJECT_CLASS (class)->get_property = lsn_outline_list_get_property;

  properties[PROP_N_ROWS] =
    g_param_spec_uint ("n-rows", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (class), N_PROPS, properties);

  signals[SHOWN] = g_signal_new ("shown", LSN_TYPE_OUTLINE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                 G_TYPE_UINT, G_TYPE_UINT);
  signals[ACTIVATED] = g_signal_new ("activated", LSN_TYPE_OUTLINE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_map/Liaison/ui/outline-list.ui");
  gtk_widget_class_bind_template_child (widget_class, LsnOutlineList, stack);
  gtk_widget_class_bind_template_child (widget_class, LsnOutlineList, view);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
}

static void
lsn_outline_list_init (LsnOutlineList *list)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  list->items = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (list));
  g_signal_connect (list, "map", G_CALLBACK (fill_view), NULL);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_row), list);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row), list);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_row), list);
  gtk_list_view_set_factory (list->view, factory);
  g_object_unref (factory);
}

GtkWidget *
lsn_outline_list_new (LsnTable table)
{
  LsnOutlineList *list = g_object_new (LSN_TYPE_OUTLINE_LIST, NULL);

  list->table = table;
  gtk_accessible_update_property (GTK_ACCESSIBLE (list->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  table == LSN_TABLE_ACTORS ? _("Actors") : _("Ties"), -1);
  return GTK_WIDGET (list);
}

/**
 * lsn_outline_list_set_document:
 * @document: (nullable) (transfer none): whose rows to show
 * @canvas: (not nullable unless @document is): shows it, and may hide rows; outlives the list or is replaced before
 */
void
lsn_outline_list_set_document (LsnOutlineList *list,
                               LsnDocument    *document,
                               LsnCanvas      *canvas)
{
  g_return_if_fail (LSN_IS_OUTLINE_LIST (list));

  forget (list);
  if (document == NULL)
    return;
  list->document = g_object_ref (document);
  list->canvas = canvas;
  g_signal_connect_object (canvas, "shown", G_CALLBACK (on_shown), list, G_CONNECT_SWAPPED);
  list->rows = lsn_row_list_new (lsn_document_get_map (document), list->table);
  if (list->table == LSN_TABLE_ACTORS)
    lsn_row_list_set_sort (list->rows, LSN_ACTOR_NAME, FALSE);
  list->selection = GTK_SELECTION_MODEL (gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (list->rows))));
  if (gtk_widget_get_mapped (GTK_WIDGET (list)) || list->table == LSN_TABLE_ACTORS)
    fill_view (list);
  g_signal_connect_object (lsn_document_get_map (document), "changed", G_CALLBACK (on_map_changed), list,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (list->rows, "items-changed", G_CALLBACK (on_items_changed), list,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (list->selection, "selection-changed", G_CALLBACK (on_view_selection_changed), list,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (lsn_document_get_selection (document), "changed", G_CALLBACK (show_document_selection), list,
                           G_CONNECT_SWAPPED);
  on_items_changed (list);
}

/**
 * lsn_outline_list_set_search:
 * @words: what a row must contain, "" for all
 */
void
lsn_outline_list_set_search (LsnOutlineList *list,
                             const char     *words)
{
  list->searching = words != NULL && *words != '\0';
  if (list->rows == NULL)
    return;
  lsn_row_list_set_search (list->rows, words);
  on_items_changed (list);
}

guint
lsn_outline_list_get_n_rows (LsnOutlineList *list)
{
  return list->rows != NULL ? g_list_model_get_n_items (G_LIST_MODEL (list->rows)) : 0;
}

/**
 * lsn_outline_list_find_title:
 * @words: what was searched for
 *
 * A row is also found by its notes and other texts; who types a name means that name. Cost: O(rows shown).
 *
 * Returns: the position of the first row whose title has @words, ignoring case; 0 when none has
 */
guint
lsn_outline_list_find_title (LsnOutlineList *list,
                             const char     *words)
{
  g_autofree char *wanted = g_utf8_casefold (words, -1);
  guint n_rows = lsn_outline_list_get_n_rows (list);

  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *title = row_title (lsn_document_get_map (list->document), list->table,
                                          lsn_row_list_get_row (list->rows, i));
      g_autofree char *folded = g_utf8_casefold (title, -1);

      if (strstr (folded, wanted) != NULL)
        return i;
    }
  return 0;
}

void
lsn_outline_list_activate (LsnOutlineList *list,
                           guint           position)
{
  LsnRow row;

  if (position >= lsn_outline_list_get_n_rows (list))
    return;
  row = lsn_row_list_get_row (list->rows, position);
  lsn_selection_select (lsn_document_get_selection (list->document), list->table, row);
  g_signal_emit (list, signals[ACTIVATED], 0, list->table, row);
}
