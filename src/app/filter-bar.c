/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/filter-bar.h"

#include <glib/gi18n-lib.h>

#include "app/condition-editor.h"
#include "app/template.h"
#include "model/condition-words.h"

struct _LsnFilterBar
{
  GtkWidget           parent_instance;

  GtkWidget          *scroller; /* around the chips */
  GtkBox             *chips;
  GtkWidget          *add;
  GtkToggleButton    *fade;     /* the rest is pale instead of hidden */
  GtkWidget          *show_all;

  LsnConditionEditor *editor;   /* child; NULL until it is first opened */
  GtkWidget          *before;   /* what had the keyboard before that; weak */
  LsnDocument        *document;
  LsnCanvas          *canvas;   /* borrowed from the window */
  LsnFilter          *told;     /* what the chips say */
  gboolean            showing;  /* the bar is being told what is shown */
};

G_DEFINE_FINAL_TYPE (LsnFilterBar, lsn_filter_bar, GTK_TYPE_WIDGET)

enum { EDITING, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
set_before (LsnFilterBar *bar,
            GtkWidget    *widget)
{
  g_set_weak_pointer (&bar->before, widget);
}

static GtkWidget *
chip_at (LsnFilterBar *bar,
         guint         index)
{
  GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (bar->chips));

  while (chip != NULL && index-- > 0)
    chip = gtk_widget_get_next_sibling (chip);
  return chip;
}

/* The chip that now stands where one was, or what adds one. */
static void
focus_chip (LsnFilterBar *bar,
            guint         index)
{
  GtkWidget *chip = chip_at (bar, index);

  if (chip == NULL || !gtk_widget_child_focus (chip, GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (bar->add);
}

/* ---- the editor ---- */

static gboolean
give_focus_back (gpointer data)
{
  LsnFilterBar *bar = data;

  if (bar->before != NULL && gtk_widget_get_mapped (bar->before))
    gtk_widget_grab_focus (bar->before);
  else if (bar->canvas != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (bar->canvas));
  set_before (bar, NULL);
  return G_SOURCE_REMOVE;
}

/* The popover has its last word about the keyboard when it is gone. */
static void
on_editor_closed (LsnFilterBar *bar)
{
  g_signal_emit (bar, signals[EDITING], 0, FALSE);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, give_focus_back, g_object_ref (bar), g_object_unref);
}

/* At a chip or the button: the popover stays where that was, also when others come and go beside it. */
static void
begin_editing (LsnFilterBar *bar,
               GtkWidget    *at)
{
  graphene_rect_t box;
  GtkWidget *focus = GTK_WIDGET (gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (bar))));

  if (bar->editor == NULL)
    {
      bar->editor = LSN_CONDITION_EDITOR (lsn_condition_editor_new ());
      g_signal_connect_swapped (bar->editor, "closed", G_CALLBACK (on_editor_closed), bar);
      gtk_widget_set_parent (GTK_WIDGET (bar->editor), GTK_WIDGET (bar));
    }
  if (gtk_widget_compute_bounds (at, GTK_WIDGET (bar), &box))
    gtk_popover_set_pointing_to (GTK_POPOVER (bar->editor),
                                 &(GdkRectangle) { (int) box.origin.x, (int) box.origin.y, (int) box.size.width,
                                                   (int) box.size.height });
  /* Chips are made anew when conditions change: who came from one goes on with the canvas. */
  set_before (bar, focus != NULL && !gtk_widget_is_ancestor (focus, GTK_WIDGET (bar->chips)) ? focus : NULL);
  g_signal_emit (bar, signals[EDITING], 0, TRUE);
}

/* ---- chips ---- */

static guint
index_of (GtkWidget *chip)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (chip), "condition"));
}

static void
remove_condition (LsnFilterBar *bar,
                  guint         index)
{
  g_autoptr (LsnFilter) filter = lsn_filter_copy (lsn_canvas_get_filter (bar->canvas));

  lsn_filter_remove (filter, index);
  lsn_canvas_set_filter (bar->canvas, filter);
  focus_chip (bar, index);
}

static void
on_remove_clicked (GtkWidget    *button,
                   LsnFilterBar *bar)
{
  remove_condition (bar, index_of (gtk_widget_get_parent (button)));
}

static void
on_edit_clicked (GtkWidget    *button,
                 LsnFilterBar *bar)
{
  begin_editing (bar, gtk_widget_get_parent (button));
  lsn_condition_editor_edit (bar->editor, bar->document, bar->canvas, index_of (gtk_widget_get_parent (button)));
}

static gboolean
on_chip_key (GtkEventControllerKey *controller,
             guint                  keyval,
             guint                  keycode,
             GdkModifierType        state,
             LsnFilterBar          *bar)
{
  if (keyval != GDK_KEY_Delete && keyval != GDK_KEY_KP_Delete && keyval != GDK_KEY_BackSpace)
    return GDK_EVENT_PROPAGATE;
  remove_condition (bar, index_of (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller))));
  return GDK_EVENT_STOP;
}

static GtkWidget *
edit_button_new (LsnFilterBar *bar,
                 const char   *words)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (words);
  g_autofree char *hint = NULL;

  /* Translators: a button that changes a condition of a filter: "Change “Kind: State”" */
  hint = g_strdup_printf (_("Change “%s”"), words);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_tooltip_text (button, hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, hint, -1);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect (button, "clicked", G_CALLBACK (on_edit_clicked), bar);
  return button;
}

static GtkWidget *
remove_button_new (LsnFilterBar *bar,
                   const char   *words)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autofree char *hint = NULL;

  /* Translators: a button that takes a condition of a filter away: "Remove “Kind: State”" */
  hint = g_strdup_printf (_("Remove “%s”"), words);
  gtk_widget_set_tooltip_text (button, hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, hint, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect (button, "clicked", G_CALLBACK (on_remove_clicked), bar);
  return button;
}

static GtkWidget *
chip_new (LsnFilterBar *bar,
          guint         index)
{
  const LsnFilter *filter = lsn_canvas_get_filter (bar->canvas);
  g_autofree char *words = lsn_condition_describe (lsn_filter_get (filter, index), lsn_document_get_map (bar->document));
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_add_css_class (chip, "chip");
  g_object_set_data (G_OBJECT (chip), "condition", GUINT_TO_POINTER (index));
  gtk_box_append (GTK_BOX (chip), edit_button_new (bar, words));
  gtk_box_append (GTK_BOX (chip), remove_button_new (bar, words));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_chip_key), bar);
  gtk_widget_add_controller (chip, keys);
  return chip;
}

static void
show_filter (LsnFilterBar *bar)
{
  const LsnFilter *filter = lsn_canvas_get_filter (bar->canvas);
  gboolean any = lsn_filter_n (filter) > 0;
  GtkWidget *chip;

  if (bar->told != NULL && lsn_filter_equal (bar->told, filter))
    return;
  g_clear_pointer (&bar->told, lsn_filter_free);
  bar->told = lsn_filter_copy (filter);
  while ((chip = gtk_widget_get_first_child (GTK_WIDGET (bar->chips))) != NULL)
    gtk_box_remove (bar->chips, chip);
  for (guint i = 0; i < lsn_filter_n (filter); i++)
    gtk_box_append (bar->chips, chip_new (bar, i));
  gtk_widget_set_visible (bar->scroller, any);
  gtk_widget_set_visible (GTK_WIDGET (bar->fade), any);
  gtk_widget_set_visible (bar->show_all, any);
  bar->showing = TRUE;
  gtk_toggle_button_set_active (bar->fade, lsn_filter_get_faded (filter));
  bar->showing = FALSE;
}

/* Kinds and actors may be called otherwise now. */
static void
on_map_changed (LsnFilterBar *bar)
{
  if (bar->told == NULL || lsn_filter_n (bar->told) == 0 || gtk_widget_get_focus_child (GTK_WIDGET (bar->chips)) != NULL)
    return;
  g_clear_pointer (&bar->told, lsn_filter_free);
  show_filter (bar);
}

static void
on_fade_toggled (GtkToggleButton *button,
                 LsnFilterBar    *bar)
{
  if (!bar->showing && bar->canvas != NULL)
    gtk_widget_activate_action (GTK_WIDGET (bar), "win.fade-rest", NULL);
}

/* ---- the widget ---- */

static void
forget (LsnFilterBar *bar)
{
  if (bar->editor != NULL)
    gtk_popover_popdown (GTK_POPOVER (bar->editor));
  if (bar->document != NULL)
    g_signal_handlers_disconnect_by_data (lsn_document_get_map (bar->document), bar);
  if (bar->canvas != NULL)
    g_signal_handlers_disconnect_by_data (bar->canvas, bar);
  g_clear_pointer (&bar->told, lsn_filter_free);
  g_clear_object (&bar->document);
  bar->canvas = NULL;
  set_before (bar, NULL);
}

static void
lsn_filter_bar_dispose (GObject *object)
{
  LsnFilterBar *bar = LSN_FILTER_BAR (object);

  forget (bar);
  if (bar->editor != NULL)
    g_signal_handlers_disconnect_by_data (bar->editor, bar);
  bar->editor = NULL;
  lsn_template_dispose (GTK_WIDGET (object), LSN_TYPE_FILTER_BAR);
  G_OBJECT_CLASS (lsn_filter_bar_parent_class)->dispose (object);
}

static void
lsn_filter_bar_class_init (LsnFilterBarClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = lsn_filter_bar_dispose;
  signals[EDITING] = g_signal_new ("editing", LSN_TYPE_FILTER_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                   G_TYPE_BOOLEAN);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_map/Liaison/ui/filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, LsnFilterBar, scroller);
  gtk_widget_class_bind_template_child (widget_class, LsnFilterBar, chips);
  gtk_widget_class_bind_template_child (widget_class, LsnFilterBar, add);
  gtk_widget_class_bind_template_child (widget_class, LsnFilterBar, fade);
  gtk_widget_class_bind_template_child (widget_class, LsnFilterBar, show_all);
  gtk_widget_class_bind_template_callback (widget_class, on_fade_toggled);
}

static void
lsn_filter_bar_init (LsnFilterBar *bar)
{
  gtk_widget_init_template (GTK_WIDGET (bar));
}

/**
 * lsn_filter_bar_set_document:
 * @document: (nullable) (transfer none): what is shown
 * @canvas: (nullable): that shows it; outlives the bar or is replaced before
 */
void
lsn_filter_bar_set_document (LsnFilterBar *bar,
                             LsnDocument  *document,
                             LsnCanvas    *canvas)
{
  g_return_if_fail (LSN_IS_FILTER_BAR (bar));

  forget (bar);
  if (document == NULL)
    return;
  bar->document = g_object_ref (document);
  bar->canvas = canvas;
  g_signal_connect_swapped (lsn_document_get_map (document), "changed", G_CALLBACK (on_map_changed), bar);
  g_signal_connect_swapped (canvas, "shown", G_CALLBACK (show_filter), bar);
  show_filter (bar);
}

/**
 * lsn_filter_bar_add:
 * @table: actors or ties
 * @column: (nullable): id of the column that is asked about; %NULL when that is to be chosen
 *
 * Asks for one more condition.
 */
void
lsn_filter_bar_add (LsnFilterBar *bar,
                    LsnTable      table,
                    const char   *column)
{
  g_return_if_fail (LSN_IS_FILTER_BAR (bar));

  if (bar->document == NULL)
    return;
  begin_editing (bar, bar->add);
  lsn_condition_editor_add (bar->editor, bar->document, bar->canvas, table, column);
}
