/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/tables.h"

#include <glib/gi18n-lib.h>

#include "app/columns-popover.h"
#include "app/template.h"

#define GROUP "tables"

static const LsnTable shown_tables[] = { LSN_TABLE_ACTORS, LSN_TABLE_TIES, LSN_TABLE_ALIASES };

struct _LsnTables
{
  GtkWidget      parent_instance;

  GtkStack      *stack;
  GtkMenuButton *columns_button;
  LsnSheet      *sheets[G_N_ELEMENTS (shown_tables)]; /* children of the stack */

  LsnDocument   *document;
};

G_DEFINE_FINAL_TYPE (LsnTables, lsn_tables, GTK_TYPE_WIDGET)

enum { MESSAGE, N_SIGNALS };

static guint signals[N_SIGNALS];

static char *
title_of (LsnTables *tables,
          guint      index)
{
  guint n = lsn_sheet_n_rows (tables->sheets[index]);

  switch (shown_tables[index])
    {
    case LSN_TABLE_ACTORS:
      return g_strdup_printf (_("Actors %u"), n);
    case LSN_TABLE_TIES:
      return g_strdup_printf (_("Ties %u"), n);
    case LSN_TABLE_ALIASES:
    case LSN_TABLE_MAP:
    case LSN_TABLE_KINDS:
    case LSN_TABLE_NOTES:
    case LSN_TABLE_VIEWS:
    default:
      /* Translators: heading of the table of other names of actors with how many it shows */
      return g_strdup_printf (_("Other Names %u"), n);
    }
}

static void
show_titles (LsnTables *tables)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables->sheets); i++)
    {
      g_autofree char *title = title_of (tables, i);

      gtk_stack_page_set_title (gtk_stack_get_page (tables->stack, GTK_WIDGET (tables->sheets[i])), title);
    }
}

static void
on_message (LsnTables  *tables,
            const char *sentence,
            gboolean    can_undo)
{
  g_signal_emit (tables, signals[MESSAGE], 0, sentence, can_undo);
}

static gboolean
focus_again (gpointer sheet)
{
  gtk_widget_grab_focus (sheet);
  return G_SOURCE_REMOVE;
}

/* GTK 4.18 takes the keyboard on to whatever comes next when the popover that had it has gone. */
static void
on_columns_closed (LsnSheet *sheet)
{
  gtk_widget_grab_focus (GTK_WIDGET (sheet));
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, focus_again, g_object_ref (sheet), g_object_unref);
}

static void
make_columns_popover (GtkMenuButton *button,
                      gpointer       data)
{
  LsnTables *tables = data;
  LsnSheet *sheet = LSN_SHEET (gtk_stack_get_visible_child (tables->stack));
  GtkWidget *popover;

  if (tables->document == NULL)
    return;
  popover = lsn_columns_popover_new (sheet);
  g_signal_connect_object (popover, "closed", G_CALLBACK (on_columns_closed), sheet, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, popover);
}

static gboolean
lsn_tables_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (gtk_stack_get_visible_child (LSN_TABLES (widget)->stack));
}

/**
 * lsn_tables_follow_selection:
 *
 * Shows the table of what was selected last elsewhere.
 */
void
lsn_tables_follow_selection (LsnTables *tables)
{
  LsnTable table;
  LsnRow row;
  GtkWidget *now = gtk_stack_get_visible_child (tables->stack);

  if (!lsn_selection_get_focus (lsn_document_get_selection (tables->document), &table, &row) ||
      gtk_widget_get_focus_child (now) != NULL)
    return;
  for (guint i = 0; i < 2; i++)
    if (table == shown_tables[i])
      gtk_stack_set_visible_child (tables->stack, GTK_WIDGET (tables->sheets[i]));
}

static void
turn (GtkWidget  *widget,
      const char *name,
      GVariant   *parameter)
{
  LsnTables *tables = LSN_TABLES (widget);
  int n = G_N_ELEMENTS (tables->sheets);

  for (int i = 0; i < n; i++)
    if (gtk_stack_get_visible_child (tables->stack) == GTK_WIDGET (tables->sheets[i]))
      {
        gtk_stack_set_visible_child (tables->stack,
                                     GTK_WIDGET (tables->sheets[(i + n + g_variant_get_int32 (parameter)) % n]));
        break;
      }
  gtk_widget_grab_focus (widget);
}

static void
lsn_tables_dispose (GObject *object)
{
  LsnTables *tables = LSN_TABLES (object);

  if (tables->document != NULL)
    lsn_tables_set_document (tables, NULL, NULL);
  lsn_template_dispose (GTK_WIDGET (tables), LSN_TYPE_TABLES);
  G_OBJECT_CLASS (lsn_tables_parent_class)->dispose (object);
}

static void
lsn_tables_class_init (LsnTablesClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = lsn_tables_dispose;
  widget_class->grab_focus = lsn_tables_grab_focus;
  signals[MESSAGE] = g_signal_new ("message", LSN_TYPE_TABLES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                   G_TYPE_STRING, G_TYPE_BOOLEAN);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_map/Liaison/ui/tables.ui");
  gtk_widget_class_install_action (widget_class, "tables.turn", "i", turn);
  gtk_widget_class_bind_template_child (widget_class, LsnTables, stack);
  gtk_widget_class_bind_template_child (widget_class, LsnTables, columns_button);
}

static void
lsn_tables_init (LsnTables *tables)
{
  gtk_widget_init_template (GTK_WIDGET (tables));
  for (guint i = 0; i < G_N_ELEMENTS (shown_tables); i++)
    {
      GtkWidget *sheet = lsn_sheet_new (shown_tables[i]);

      tables->sheets[i] = LSN_SHEET (sheet);
      gtk_stack_add_named (tables->stack, sheet, lsn_table_id (shown_tables[i]));
      g_signal_connect_swapped (sheet, "message", G_CALLBACK (on_message), tables);
      g_signal_connect_swapped (sheet, "notify::n-rows", G_CALLBACK (show_titles), tables);
    }
  gtk_menu_button_set_create_popup_func (tables->columns_button, make_columns_popover, tables, NULL);
}

/**
 * lsn_tables_set_document:
 * @document: (nullable) (transfer none): what is shown
 * @canvas: (nullable): that shows it too
 */
void
lsn_tables_set_document (LsnTables   *tables,
                         LsnDocument *document,
                         LsnCanvas   *canvas)
{
  g_return_if_fail (LSN_IS_TABLES (tables));

  if (tables->document != NULL)
    g_signal_handlers_disconnect_by_data (lsn_document_get_selection (tables->document), tables);
  g_set_object (&tables->document, document);
  gtk_menu_button_set_popover (tables->columns_button, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tables->sheets); i++)
    lsn_sheet_set_document (tables->sheets[i], document, canvas);
  if (document == NULL)
    return;
  show_titles (tables);
  g_signal_connect_swapped (lsn_document_get_selection (document), "changed",
                            G_CALLBACK (lsn_tables_follow_selection), tables);
}

/**
 * lsn_tables_go_to:
 * @table: actors or ties
 * @column: %LSN_NO_COLUMN for that where the cursor is
 */
void
lsn_tables_go_to (LsnTables *tables,
                  LsnTable   table,
                  LsnRow     row,
                  LsnColumn  column)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables->sheets); i++)
    if (table == shown_tables[i])
      {
        gtk_stack_set_visible_child (tables->stack, GTK_WIDGET (tables->sheets[i]));
        lsn_sheet_go_to (tables->sheets[i], row, column);
      }
}

/* Writes groups into @keys: which table is shown, and how each looks. */
void
lsn_tables_keep_look (LsnTables *tables,
                      GKeyFile  *keys)
{
  g_key_file_set_string (keys, GROUP, "table", gtk_stack_get_visible_child_name (tables->stack));
  for (guint i = 0; i < G_N_ELEMENTS (tables->sheets); i++)
    lsn_sheet_keep_look (tables->sheets[i], keys);
}

/* @keys may hold anything. */
void
lsn_tables_restore_look (LsnTables *tables,
                         GKeyFile  *keys)
{
  g_autofree char *name = g_key_file_get_string (keys, GROUP, "table", NULL);

  if (name != NULL && gtk_stack_get_child_by_name (tables->stack, name) != NULL)
    gtk_stack_set_visible_child_name (tables->stack, name);
  for (guint i = 0; i < G_N_ELEMENTS (tables->sheets); i++)
    lsn_sheet_restore_look (tables->sheets[i], keys);
}
