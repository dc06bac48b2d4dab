/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "canvas/text-editor.h"

#include <math.h>

#define WIDTH  280
#define HEIGHT 96

/* What Enter does without another key. */
typedef enum { IN_CELL, ON_MAP, AS_TITLE } Place;

struct _LsnTextEditor
{
  GtkWidget  parent_instance;

  GtkWidget *scroller;
  GtkWidget *view;
  Place      place;
  gboolean   is_done;
};

G_DEFINE_FINAL_TYPE (LsnTextEditor, lsn_text_editor, GTK_TYPE_WIDGET)

enum { DONE, CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

/**
 * lsn_text_editor_end:
 * @how: why typing ends
 *
 * Emits "done", unless typing has ended before.
 */
void
lsn_text_editor_end (LsnTextEditor *editor,
                     LsnNameEnd     how)
{
  if (editor->is_done)
    return;
  editor->is_done = TRUE;
  g_signal_emit (editor, signals[DONE], 0, how);
}

/* Enter, and with another key. */
static void
enter (LsnTextEditor  *editor,
       GdkModifierType state)
{
  gboolean with = (state & (GDK_SHIFT_MASK | GDK_ALT_MASK | GDK_CONTROL_MASK)) != 0;
  gboolean ends = editor->place == AS_TITLE || (editor->place == ON_MAP ? (state & GDK_CONTROL_MASK) != 0 : !with);

  if (ends)
    lsn_text_editor_end (editor, LSN_NAME_END_ENTER);
  else
    gtk_text_buffer_insert_interactive_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor->view)), "\n", 1, TRUE);
}

static void
on_changed (GtkTextBuffer *buffer,
            LsnTextEditor *editor)
{
  g_signal_emit (editor, signals[CHANGED], 0);
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        LsnTextEditor         *editor)
{
  gboolean shift = (state & GDK_SHIFT_MASK) != 0;

  switch (key)
    {
    case GDK_KEY_Escape:
      lsn_text_editor_end (editor, LSN_NAME_END_ESCAPE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      enter (editor, state);
      return GDK_EVENT_STOP;
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
    case GDK_KEY_ISO_Left_Tab:
      if ((state & GDK_CONTROL_MASK) != 0)
        return GDK_EVENT_PROPAGATE;
      lsn_text_editor_end (editor, shift || key == GDK_KEY_ISO_Left_Tab ? LSN_NAME_END_BACK_TAB : LSN_NAME_END_TAB);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
on_leave (GtkEventControllerFocus *controller,
          LsnTextEditor           *editor)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (editor));

  /* A menu or another window over this one takes the focus for a while only. */
  if (root != NULL && gtk_window_is_active (GTK_WINDOW (root)))
    lsn_text_editor_end (editor, LSN_NAME_END_LEFT);
}

static gboolean
lsn_text_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (LSN_TEXT_EDITOR (widget)->view);
}

static void
lsn_text_editor_dispose (GObject *object)
{
  LsnTextEditor *editor = LSN_TEXT_EDITOR (object);

  editor->is_done = TRUE;
  g_clear_pointer (&editor->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (lsn_text_editor_parent_class)->dispose (object);
}

static void
lsn_text_editor_class_init (LsnTextEditorClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = lsn_text_editor_dispose;
  widget_class->grab_focus = lsn_text_editor_grab_focus;
  signals[DONE] = g_signal_new ("done", LSN_TYPE_TEXT_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_INT);
  signals[CHANGED] = g_signal_new ("changed", LSN_TYPE_TEXT_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "texteditor");
}

static void
lsn_text_editor_init (LsnTextEditor *editor)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  editor->scroller = gtk_scrolled_window_new ();
  editor->view = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (editor->view), GTK_WRAP_WORD_CHAR);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (editor->scroller), editor->view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (editor->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (editor->scroller, WIDTH, HEIGHT);
  gtk_widget_set_parent (editor->scroller, GTK_WIDGET (editor));
  gtk_widget_add_css_class (GTK_WIDGET (editor), "view");

  g_signal_connect (gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor->view)), "changed", G_CALLBACK (on_changed), editor);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "key-pressed", G_CALLBACK (on_key), editor);
  gtk_widget_add_controller (editor->view, controller);
  controller = gtk_event_controller_focus_new ();
  g_signal_connect (controller, "leave", G_CALLBACK (on_leave), editor);
  gtk_widget_add_controller (GTK_WIDGET (editor), controller);
}

/**
 * lsn_text_editor_new:
 * @label: what is typed, for the screen reader
 * @text: what it is now; all of it is selected
 */
GtkWidget *
lsn_text_editor_new (const char *label,
                     const char *text)
{
  LsnTextEditor *editor = g_object_new (LSN_TYPE_TEXT_EDITOR, NULL);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor->view));
  GtkTextIter start, finish;

  gtk_accessible_update_property (GTK_ACCESSIBLE (editor->view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_get_bounds (buffer, &start, &finish);
  gtk_text_buffer_select_range (buffer, &finish, &start);
  return GTK_WIDGET (editor);
}

/**
 * lsn_text_editor_set_on_map:
 * @font_size: in pixels
 * @inset: pixels around the words
 * @is_title: whether it has one line only
 *
 * Has it look as what it stands over: dark on light in every theme, as the map is, and as high as its words.
 */
void
lsn_text_editor_set_on_map (LsnTextEditor *editor,
                            double         font_size,
                            int            inset,
                            gboolean       is_title)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  g_autofree char *css = g_strdup_printf ("textview { font-size: %dpx; padding: %dpx; }", (int) round (font_size), inset);

  editor->place = is_title ? AS_TITLE : ON_MAP;
  gtk_css_provider_load_from_data (provider, css, -1);
  gtk_style_context_add_provider (gtk_widget_get_style_context (editor->view), GTK_STYLE_PROVIDER (provider),
                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  gtk_widget_add_css_class (GTK_WIDGET (editor), "on-map");
  if (is_title)
    gtk_widget_add_css_class (GTK_WIDGET (editor), "title");
  gtk_widget_set_size_request (editor->scroller, -1, -1);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (editor->scroller), TRUE);
}

/**
 * lsn_text_editor_dup_text:
 *
 * Returns: (transfer full): what stands there now
 */
char *
lsn_text_editor_dup_text (LsnTextEditor *editor)
{
  char *text = NULL;

  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor->view)), "text", &text, NULL);
  return text;
}

/**
 * lsn_text_editor_take_key:
 * @from: a controller amid a key that was pressed elsewhere
 *
 * Has the text handle that key as if it had been pressed there.
 */
gboolean
lsn_text_editor_take_key (LsnTextEditor         *editor,
                          GtkEventControllerKey *from)
{
  return gtk_event_controller_key_forward (from, editor->view);
}
