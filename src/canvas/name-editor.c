/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/name-editor.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "canvas/canvas.h"
#include "canvas/suggestion-list.h"

#define NAME NC_("shortcut group", "While a name is typed")

#define LEAST_CHARS 14
#define MOST_CHARS  40

struct _LsnNameEditor
{
  GtkWidget  parent_instance;

  GtkWidget     *entry;
  GtkWidget     *popover;
  GtkWidget     *list;    /* in the popover */
  LsnNameSuggest suggest; /* NULL when nothing is suggested */
  gpointer       suggest_data;
  guint          is_done : 1;
};

enum { DONE, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LsnNameEditor, lsn_name_editor, GTK_TYPE_WIDGET)

/* ---- keys ---- */

enum { SIBLING, TIED_ACTOR, TIED_FROM, CHOOSE, CANCEL };

static const LsnAccel accels[] = {
  [SIBLING] = { "name.sibling", { "Return", "KP_Enter", "ISO_Enter" }, "Return",
                NC_("shortcut", "Done; after a new actor begin the next one"), NAME },
  [TIED_ACTOR] = { "name.tied-actor", { "Tab", "KP_Tab" }, NULL, NC_("shortcut", "Begin an actor that a tie leads to"), NAME },
  [TIED_FROM] = { "name.tied-from", { "<Shift>Tab", "<Shift>ISO_Left_Tab", "<Shift>KP_Tab", "ISO_Left_Tab" }, "<Shift>Tab",
                  NC_("shortcut", "Begin an actor that a tie comes from"), NAME },
  [CHOOSE] = { "name.choose", { "Down", "Up", "KP_Down", "KP_Up" }, "Down Up",
               NC_("shortcut", "Choose from the list below the name"), NAME },
  [CANCEL] = { "name.cancel", { "Escape" }, NULL, NC_("shortcut", "Forget what was typed"), NAME },
};

/**
 * lsn_naming_accels:
 * @n_accels: (out): how many there are
 *
 * Returns: (array length=n_accels) (transfer none): the keys of a name while it is typed
 */
const LsnAccel *
lsn_naming_accels (guint *n_accels)
{
  *n_accels = G_N_ELEMENTS (accels);
  return accels;
}

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
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  g_signal_emit (self, signals[DONE], 0, how);
}

/* An Escape that takes back what was chosen in the list does not yet end the typing. */
static gboolean
choose_none (LsnNameEditor *self)
{
  if (lsn_name_editor_get_chosen (self) == NULL)
    return FALSE;

  lsn_suggestion_list_choose (LSN_SUGGESTION_LIST (self->list), -1);
  return TRUE;
}

static gboolean
on_key_pressed_cb (GtkEventControllerKey *controller,
                   guint                  keyval,
                   guint                  keycode,
                   GdkModifierType        state,
                   LsnNameEditor         *self)
{
  /* What the input method or the entry itself wants does not come here: so Enter is heard of by its "activate". */
  switch (lsn_accels_find (accels, G_N_ELEMENTS (accels), keyval, state))
    {
    case CANCEL:
      if (!choose_none (self))
        lsn_name_editor_end (self, LSN_NAME_END_ESCAPE);
      return GDK_EVENT_STOP;

    case TIED_ACTOR:
      lsn_name_editor_end (self, LSN_NAME_END_TAB);
      return GDK_EVENT_STOP;

    case TIED_FROM:
      lsn_name_editor_end (self, LSN_NAME_END_BACK_TAB);
      return GDK_EVENT_STOP;

    case CHOOSE:
      return lsn_suggestion_list_handle_key (LSN_SUGGESTION_LIST (self->list), keyval, TRUE);

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
update_suggestions (LsnNameEditor *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  GPtrArray  *suggestions = self->suggest != NULL ? self->suggest (text, self->suggest_data) : NULL;

  lsn_suggestion_list_set (LSN_SUGGESTION_LIST (self->list), suggestions);
  if (lsn_suggestion_list_n (LSN_SUGGESTION_LIST (self->list)) > 0)
    gtk_popover_popup (GTK_POPOVER (self->popover));
  else
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
on_changed_cb (GtkEditable   *editable,
               LsnNameEditor *self)
{
  int n_chars = (int) g_utf8_strlen (gtk_editable_get_text (editable), -1);

  gtk_editable_set_width_chars (editable, CLAMP (n_chars + 2, LEAST_CHARS, MOST_CHARS));
  update_suggestions (self);
}

static void
on_taken_cb (LsnSuggestionList *list,
             LsnNameEditor     *self)
{
  lsn_name_editor_end (self, LSN_NAME_END_ENTER);
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
  g_clear_pointer (&self->popover, gtk_widget_unparent);
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

/* It never takes the keyboard, which stays with the entry. */
static void
add_popover (LsnNameEditor *self)
{
  self->popover = gtk_popover_new ();
  self->list = lsn_suggestion_list_new (self->entry);
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_popover_set_child (GTK_POPOVER (self->popover), self->list);
  gtk_widget_add_css_class (self->popover, "menu");
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  g_signal_connect (self->list, "taken", G_CALLBACK (on_taken_cb), self);
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
  add_popover (self);
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

  /* The name as it is was not typed, and is not undone. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), TRUE);
  on_changed_cb (GTK_EDITABLE (self->entry), self);
  return GTK_WIDGET (self);
}

/**
 * lsn_name_editor_set_text:
 * @text: what stands there instead
 *
 * Asks anew what may be meant.
 */
void
lsn_name_editor_set_text (LsnNameEditor *self,
                          const char    *text)
{
  g_return_if_fail (LSN_IS_NAME_EDITOR (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  on_changed_cb (GTK_EDITABLE (self->entry), self);
}

/**
 * lsn_name_editor_set_label:
 * @label: translated: what is typed, when it is no name
 */
void
lsn_name_editor_set_label (LsnNameEditor *self,
                           const char    *label)
{
  g_return_if_fail (LSN_IS_NAME_EDITOR (self));

  gtk_entry_set_alignment (GTK_ENTRY (self->entry), 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * lsn_name_editor_get_text:
 * Returns: (transfer none): what stands there now, until it is another
 */
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

/**
 * lsn_name_editor_set_suggest:
 * @suggest: (nullable): asked whenever the text has changed
 * @data: for @suggest; lives as long as the editor
 */
void
lsn_name_editor_set_suggest (LsnNameEditor *self,
                             LsnNameSuggest suggest,
                             gpointer       data)
{
  g_return_if_fail (LSN_IS_NAME_EDITOR (self));

  self->suggest = suggest;
  self->suggest_data = data;
}

/**
 * lsn_name_editor_get_chosen:
 *
 * Returns: (transfer none) (nullable): what is chosen in the list; %NULL when the text is meant as it stands
 */
const LsnSuggestion *
lsn_name_editor_get_chosen (LsnNameEditor *self)
{
  g_return_val_if_fail (LSN_IS_NAME_EDITOR (self), NULL);

  return lsn_suggestion_list_get_chosen (LSN_SUGGESTION_LIST (self->list));
}

/**
 * lsn_name_editor_take_key:
 * @from: a controller amid a key that was pressed elsewhere
 *
 * Has the entry handle that key as if it had been pressed there, input methods included.
 */
gboolean
lsn_name_editor_take_key (LsnNameEditor         *self,
                          GtkEventControllerKey *from)
{
  g_return_val_if_fail (LSN_IS_NAME_EDITOR (self), FALSE);

  return gtk_event_controller_key_forward (from, GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->entry))));
}
