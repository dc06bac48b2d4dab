/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/turn-popover.h"

#include "config.h"

#include <glib/gi18n-lib.h>

struct _LsnTurnPopover
{
  GtkPopover  parent_instance;
  GtkWidget  *degrees;
  GtkWidget  *percent;
};

G_DEFINE_TYPE (LsnTurnPopover, lsn_turn_popover, GTK_TYPE_POPOVER)

enum { TURN, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
take (LsnTurnPopover *self)
{
  double degrees, percent;

  gtk_spin_button_update (GTK_SPIN_BUTTON (self->degrees));
  gtk_spin_button_update (GTK_SPIN_BUTTON (self->percent));
  degrees = gtk_spin_button_get_value (GTK_SPIN_BUTTON (self->degrees));
  percent = gtk_spin_button_get_value (GTK_SPIN_BUTTON (self->percent));
  g_object_ref (self);
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[TURN], 0, degrees, percent);
  g_object_unref (self);
}

/* The entry of a spin button keeps Enter for itself. */
static gboolean
on_key_pressed_cb (GtkEventControllerKey *controller,
                   guint                  keyval,
                   guint                  keycode,
                   GdkModifierType        state,
                   LsnTurnPopover        *self)
{
  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter)
    return GDK_EVENT_PROPAGATE;

  take (self);
  return GDK_EVENT_STOP;
}

static void
lsn_turn_popover_dispose (GObject *object)
{
  gtk_popover_set_child (GTK_POPOVER (object), NULL);

  G_OBJECT_CLASS (lsn_turn_popover_parent_class)->dispose (object);
}

static void
lsn_turn_popover_class_init (LsnTurnPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lsn_turn_popover_dispose;

  /**
   * LsnTurnPopover::turn:
   * @degrees: clockwise
   * @percent: of the distances
   */
  signals[TURN] = g_signal_new ("turn", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                G_TYPE_DOUBLE, G_TYPE_DOUBLE);
}

static GtkWidget *
add_row (GtkWidget  *grid,
         int         row,
         const char *words,
         double      least,
         double      most,
         double      step,
         double      value)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (words);
  GtkWidget *spin = gtk_spin_button_new_with_range (least, most, step);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), spin);
  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (spin), 1);
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (spin), TRUE);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), value);
  gtk_grid_attach (GTK_GRID (grid), label, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), spin, 1, row, 1, 1);
  return spin;
}

static void
lsn_turn_popover_init (LsnTurnPopover *self)
{
  GtkWidget          *grid = gtk_grid_new ();
  GtkWidget          *button = gtk_button_new_with_mnemonic (_("_Apply"));
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_widget_set_margin_top (grid, 6);
  gtk_widget_set_margin_bottom (grid, 6);
  gtk_widget_set_margin_start (grid, 6);
  gtk_widget_set_margin_end (grid, 6);
  self->degrees = add_row (grid, 0, _("_Rotate clockwise (degrees)"), -360, 360, 15, 0);
  self->percent = add_row (grid, 1, _("_Scale the distances (percent)"), 10, 1000, 10, 100);
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_grid_attach (GTK_GRID (grid), button, 0, 2, 2, 1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (take), self);
  gtk_popover_set_child (GTK_POPOVER (self), grid);

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/**
 * lsn_turn_popover_new:
 *
 * Returns: (transfer floating): a popover that has no parent yet
 */
GtkWidget *
lsn_turn_popover_new (void)
{
  return g_object_new (LSN_TYPE_TURN_POPOVER, NULL);
}
