/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/progress.h"

#include <glib/gi18n-lib.h>

struct _LsnProgress
{
  GtkWidget     parent_instance;

  GtkRevealer  *revealer;
  GtkSpinner   *spinner;
  GtkLabel     *what;
  GtkLabel     *seconds;

  GCancellable *cancellable;   /* NULL when nothing runs */
  gint64        since;         /* monotonic, microseconds */
  guint         tick;
};

G_DEFINE_FINAL_TYPE (LsnProgress, lsn_progress, GTK_TYPE_WIDGET)

static gboolean
on_tick (gpointer user_data)
{
  LsnProgress *progress = user_data;
  int seconds = (int) ((g_get_monotonic_time () - progress->since + G_USEC_PER_SEC / 10) / G_USEC_PER_SEC);
  g_autofree char *text = NULL;

  /* Translators: for how many seconds something runs, with the sign of the unit */
  text = g_strdup_printf (_("%d s"), seconds);
  gtk_label_set_text (progress->seconds, text);
  gtk_spinner_start (progress->spinner);
  gtk_revealer_set_reveal_child (progress->revealer, TRUE);
  return G_SOURCE_CONTINUE;
}

static void
on_cancel (GtkButton   *button,
           LsnProgress *progress)
{
  lsn_progress_cancel (progress);
}

static void
lsn_progress_dispose (GObject *object)
{
  LsnProgress *progress = LSN_PROGRESS (object);

  lsn_progress_cancel (progress);
  g_clear_handle_id (&progress->tick, g_source_remove);
  g_clear_object (&progress->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (progress), LSN_TYPE_PROGRESS);
  G_OBJECT_CLASS (lsn_progress_parent_class)->dispose (object);
}

static void
lsn_progress_class_init (LsnProgressClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = lsn_progress_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_map/Liaison/ui/progress.ui");
  gtk_widget_class_bind_template_child (widget_class, LsnProgress, revealer);
  gtk_widget_class_bind_template_child (widget_class, LsnProgress, spinner);
  gtk_widget_class_bind_template_child (widget_class, LsnProgress, what);
  gtk_widget_class_bind_template_child (widget_class, LsnProgress, seconds);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
}

static void
lsn_progress_init (LsnProgress *progress)
{
  gtk_widget_init_template (GTK_WIDGET (progress));
}

/**
 * lsn_progress_begin:
 * @what: translated, with its ellipsis: "Laying out…"
 *
 * Returns: (transfer none): what the Cancel button cancels; valid until lsn_progress_end ()
 */
GCancellable *
lsn_progress_begin (LsnProgress *progress,
                    const char  *what)
{
  g_return_val_if_fail (!lsn_progress_is_busy (progress), NULL);

  gtk_label_set_text (progress->what, what);
  progress->cancellable = g_cancellable_new ();
  progress->since = g_get_monotonic_time ();
  progress->tick = g_timeout_add_seconds (1, on_tick, progress);
  return progress->cancellable;
}

void
lsn_progress_end (LsnProgress *progress)
{
  g_clear_handle_id (&progress->tick, g_source_remove);
  g_clear_object (&progress->cancellable);
  if (progress->revealer == NULL)
    return;
  gtk_revealer_set_reveal_child (progress->revealer, FALSE);
  gtk_spinner_stop (progress->spinner);
}

gboolean
lsn_progress_is_busy (LsnProgress *progress)
{
  g_return_val_if_fail (LSN_IS_PROGRESS (progress), FALSE);

  return progress->cancellable != NULL;
}

void
lsn_progress_cancel (LsnProgress *progress)
{
  if (progress->cancellable != NULL)
    g_cancellable_cancel (progress->cancellable);
}
