/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/actor-popover.h"

#include "canvas/suggest.h"
#include "canvas/suggestion-list.h"

#define N_OFFERED   8
#define WIDTH_CHARS 28

struct _LsnActorPopover
{
  GtkPopover  parent_instance;
  LsnMap     *map;   /* weak: the toolkit may keep a popover for a while that nobody sees any more */
  GArray     *but;   /* LsnRow: who is not offered */
  GtkWidget  *entry;
  GtkWidget  *list;
};

G_DEFINE_TYPE (LsnActorPopover, lsn_actor_popover, GTK_TYPE_POPOVER)

enum { CHOSEN, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
update (LsnActorPopover *self)
{
  GPtrArray *suggestions;
  int        place;

  if (self->map == NULL)
    return;
  suggestions = lsn_suggest_actors (self->map, gtk_editable_get_text (GTK_EDITABLE (self->entry)),
                                    (const LsnRow *) (gpointer) self->but->data, self->but->len, N_OFFERED);
  place = suggestions->len > 0 ? 0 : -1;
  lsn_suggestion_list_set (LSN_SUGGESTION_LIST (self->list), suggestions);
  lsn_suggestion_list_choose (LSN_SUGGESTION_LIST (self->list), place);
  gtk_widget_set_visible (self->list, place >= 0);
}

static void
take (LsnActorPopover *self)
{
  const LsnSuggestion *chosen = lsn_suggestion_list_get_chosen (LSN_SUGGESTION_LIST (self->list));
  LsnRow actor = chosen != NULL ? chosen->actor : LSN_NO_ROW;

  if (self->map == NULL || actor == LSN_NO_ROW)
    return;
  g_object_ref (self);
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, actor);
  g_object_unref (self);
}

static gboolean
on_key_pressed_cb (GtkEventControllerKey *controller,
                   guint                  keyval,
                   guint                  keycode,
                   GdkModifierType        state,
                   LsnActorPopover       *self)
{
  return (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK | GDK_SUPER_MASK)) == 0 &&
         lsn_suggestion_list_handle_key (LSN_SUGGESTION_LIST (self->list), keyval, FALSE);
}

static void
lsn_actor_popover_dispose (GObject *object)
{
  LsnActorPopover *self = LSN_ACTOR_POPOVER (object);

  gtk_popover_set_child (GTK_POPOVER (self), NULL);
  g_clear_weak_pointer (&self->map);
  g_clear_pointer (&self->but, g_array_unref);

  G_OBJECT_CLASS (lsn_actor_popover_parent_class)->dispose (object);
}

static void
lsn_actor_popover_class_init (LsnActorPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lsn_actor_popover_dispose;

  /**
   * LsnActorPopover::chosen:
   * @actor: a row
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_UINT);
}

static void
lsn_actor_popover_init (LsnActorPopover *self)
{
  GtkWidget          *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkEventController *controller = gtk_event_controller_key_new ();

  self->entry = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), WIDTH_CHARS);
  gtk_box_append (GTK_BOX (box), self->entry);
  self->list = lsn_suggestion_list_new (self->entry);
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (take), self);
  g_signal_connect_swapped (self->list, "taken", G_CALLBACK (take), self);

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/**
 * lsn_actor_popover_new:
 * @map: (transfer none): whose actors
 * @question: translated: what it is asked for
 * @but: (array length=n_but) (nullable): who is not offered
 *
 * Returns: (transfer floating): a popover that has no parent yet
 */
GtkWidget *
lsn_actor_popover_new (LsnMap       *map,
                       const char   *question,
                       const LsnRow *but,
                       guint         n_but)
{
  LsnActorPopover *self = g_object_new (LSN_TYPE_ACTOR_POPOVER, NULL);

  g_set_weak_pointer (&self->map, map);
  self->but = g_array_new (FALSE, FALSE, sizeof (LsnRow));
  g_array_append_vals (self->but, but, n_but);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), question);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, question, -1);
  update (self);
  return GTK_WIDGET (self);
}
