/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/text-editor.h"

#include "canvas/name-editor.h"

#define WIDTH  280
#define HEIGHT 96

struct _LsnTextEditor
{
  GtkWidget  parent_instance;

  GtkWidget *scroller;
  GtkWidget *view;
  gboolean   is_done;
};

G_DEFINE_FINAL_TYPE (LsnTextEditor, lsn_text_editor, GTK_TYPE_WIDGET)

enum { DONE, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
end (LsnTextEditor *editor,
     LsnNameEnd     how)
{
  if (editor->is_done)
    return;
  editor->is_done = TRUE;
  g_signal_emit (editor, signals[DONE], 0, how);
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
      end (editor, LSN_NAME_END_ESCAPE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if ((state & (GDK_SHIFT_MASK | GDK_ALT_MASK | GDK_CONTROL_MASK)) != 0)
        gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor->view)), "\n", 1);
      else
        end (editor, LSN_NAME_END_ENTER);
      return GDK_EVENT_STOP;
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
    case GDK_KEY_ISO_Left_Tab:
      if ((state & GDK_CONTROL_MASK) != 0)
        return GDK_EVENT_PROPAGATE;
      end (editor, shift || key == GDK_KEY_ISO_Left_Tab ? LSN_NAME_END_BACK_TAB : LSN_NAME_END_TAB);
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
    end (editor, LSN_NAME_END_LEFT);
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

/* Transfer full: what stands there now. */
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
