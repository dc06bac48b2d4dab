/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/name-editor.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#define LEAST_CHARS 14
#define MOST_CHARS  40

struct _LsnNameEditor
{
  GtkWidget  parent_instance;

  GtkWidget *entry;
  guint      is_done : 1;
};

enum { DONE, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LsnNameEditor, lsn_name_editor, GTK_TYPE_WIDGET)

/**
 * lsn_name_editor_end:
 * @how: why typing ends
 *
 * Emits "done", unless typing has ended before.
 */
void
lsn_name_editor_end (LsnNameEditor *self,
                     LsnNameEnd     how)
{
  g_return_if_fail (LSN_IS_NAME_EDITOR (self));

  if (self->is_done)
    return;

  self->is_done = TRUE;
  g_signal_emit (self, signals[DONE], 0, how);
}

static gboolean
on_key_pressed_cb (GtkEventControllerKey *controller,
                   guint                  keyval,
                   guint                  keycode,
                   GdkModifierType        state,
                   LsnNameEditor         *self)
{
  /* What the input method or the entry itself wants does not come here. */
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Escape:
      lsn_name_editor_end (self, LSN_NAME_END_ESCAPE);
      return GDK_EVENT_STOP;

    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
      lsn_name_editor_end (self, LSN_NAME_END_TAB);
      return GDK_EVENT_STOP;

    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
on_activate_cb (GtkEntry      *entry,
                LsnNameEditor *self)
{
  lsn_name_editor_end (self, LSN_NAME_END_ENTER);
}

static void
on_leave_cb (GtkEventControllerFocus *controller,
             LsnNameEditor           *self)
{
  /* A menu or another window over this one takes the focus for a while only. */
  if (gtk_window_is_active (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)))))
    lsn_name_editor_end (self, LSN_NAME_END_LEFT);
}

static void
on_changed_cb (GtkEditable   *editable,
               LsnNameEditor *self)
{
  int n_chars = (int) g_utf8_strlen (gtk_editable_get_text (editable), -1);

  gtk_editable_set_width_chars (editable, CLAMP (n_chars + 2, LEAST_CHARS, MOST_CHARS));
}

static gboolean
lsn_name_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (LSN_NAME_EDITOR (widget)->entry);
}

static void
lsn_name_editor_dispose (GObject *object)
{
  LsnNameEditor *self = LSN_NAME_EDITOR (object);

  self->is_done = TRUE;
  g_clear_pointer (&self->entry, gtk_widget_unparent);

  G_OBJECT_CLASS (lsn_name_editor_parent_class)->dispose (object);
}

static void
lsn_name_editor_class_init (LsnNameEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lsn_name_editor_dispose;
  widget_class->grab_focus = lsn_name_editor_grab_focus;

  /**
   * LsnNameEditor::done:
   * @how: an LsnNameEnd
   */
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_INT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "lsnnameeditor");
}

static void
lsn_name_editor_init (LsnNameEditor *self)
{
  GtkEventController *controller;

  self->entry = gtk_entry_new ();
  gtk_entry_set_alignment (GTK_ENTRY (self->entry), 0.5);
  /* An entry's own ground is translucent, and the old name would shine through. */
  gtk_widget_add_css_class (GTK_WIDGET (self), "view");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name"), -1);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  g_signal_connect (self->entry, "activate", G_CALLBACK (on_activate_cb), self);
  g_signal_connect (self->entry, "changed", G_CALLBACK (on_changed_cb), self);

  controller = gtk_event_controller_key_new ();
  g_signal_connect (controller, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);

  controller = gtk_event_controller_focus_new ();
  g_signal_connect (controller, "leave", G_CALLBACK (on_leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/**
 * lsn_name_editor_new:
 * @text: what the name is now
 */
GtkWidget *
lsn_name_editor_new (const char *text)
{
  LsnNameEditor *self = g_object_new (LSN_TYPE_NAME_EDITOR, NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  on_changed_cb (GTK_EDITABLE (self->entry), self);
  return GTK_WIDGET (self);
}

const char *
lsn_name_editor_get_text (LsnNameEditor *self)
{
  g_return_val_if_fail (LSN_IS_NAME_EDITOR (self), "");

  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/**
 * lsn_name_editor_set_zoom:
 * @zoom: 1 is the size of the interface's own text; kept legible
 */
void
lsn_name_editor_set_zoom (LsnNameEditor *self,
                          double         zoom)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  g_return_if_fail (LSN_IS_NAME_EDITOR (self));

  pango_attr_list_insert (attributes, pango_attr_scale_new (CLAMP (zoom, 0.8, 3)));
  gtk_entry_set_attributes (GTK_ENTRY (self->entry), attributes);
}
