/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/window-private.h"
#include "engine/layout.h"

/* A layout from the click to the toast: sizes are measured by a worker, the helper lays out, the places are applied as one
 * step. What the user draws meanwhile stays; places of what is gone are left out. */

typedef struct
{
  LsnWindow      *window;
  GApplication   *application;  /* held, so that the helper of a closed window is still ended */
  LsnDocument    *document;
  LsnMap         *snapshot;
  LsnTextCache   *texts;
  char           *engine;
  LsnLayoutScope  scope;
  GArray         *only;         /* LsnRow: what was selected, for LSN_LAYOUT_SELECTED */
  GArray         *extents;      /* LsnExtents, from the worker */
  GCancellable   *cancellable;
} Layout;

static void
layout_free (Layout *layout)
{
  g_application_release (layout->application);
  g_object_unref (layout->application);
  g_object_unref (layout->window);
  g_object_unref (layout->document);
  g_object_unref (layout->snapshot);
  lsn_text_cache_unref (layout->texts);
  g_free (layout->engine);
  g_clear_pointer (&layout->only, g_array_unref);
  g_clear_pointer (&layout->extents, g_array_unref);
  g_object_unref (layout->cancellable);
  g_free (layout);
}

static guint
count_pinned (Layout *layout)
{
  guint n = 0;

  for (LsnRow actor = lsn_map_next_row (layout->snapshot, LSN_TABLE_ACTORS, LSN_NO_ROW); actor != LSN_NO_ROW;
       actor = lsn_map_next_row (layout->snapshot, LSN_TABLE_ACTORS, actor))
    n += lsn_map_get_boolean (layout->snapshot, LSN_TABLE_ACTORS, actor, LSN_ACTOR_PINNED) == 1;
  return n;
}

static void
say_result (Layout *layout,
            guint   n_moved)
{
  guint n_pinned = layout->scope == LSN_LAYOUT_ALL ? count_pinned (layout) : 0;
  g_autofree char *sentence = NULL;

  if (n_moved == 0)
    {
      lsn_window_say (layout->window, _("Nothing moved"), FALSE);
      return;
    }
  if (n_pinned > 0)
    /* Translators: the plural goes by %1$u, how many moved; say %2$u, how many pinned ones did not, so that it fits any number */
    sentence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Laid out %1$u actor; pinned and left in place: %2$u",
                                             "Laid out %1$u actors; pinned and left in place: %2$u", n_moved),
                                n_moved, n_pinned);
  else
    sentence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Laid out %u actor", "Laid out %u actors", n_moved), n_moved);
  lsn_window_say (layout->window, sentence, TRUE);
}

static void
apply (Layout    *layout,
       LsnLayout *result)
{
  const LsnEngineInfo *engine = lsn_engine_find (layout->engine);
  g_autofree char *label = NULL;

  if (engine != NULL)
    /* Translators: what undo takes back; %s is the name of a layout: "Lay Out: Hierarchy" */
    label = g_strdup_printf (_("Lay Out: %s"), lsn_engine_label (engine));
  lsn_canvas_animate_next (layout->window->canvas);
  say_result (layout, lsn_layout_apply (result, lsn_document_get_map (layout->document),
                                        label != NULL ? label : _("Lay Out")));
  if (layout->scope == LSN_LAYOUT_ALL)
    lsn_canvas_zoom_to_fit (layout->window->canvas);
}

static void
end (Layout       *layout,
     LsnLayout    *result,
     const GError *error)
{
  LsnWindow *window = layout->window;

  lsn_progress_end (window->progress);
  if (window->document != layout->document || !gtk_widget_get_realized (GTK_WIDGET (window)))
    ;
  else if (result != NULL)
    apply (layout, result);
  else if (error == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    lsn_window_say (window, _("The layout was cancelled; nothing moved"), FALSE);
  else
    lsn_window_show_problem (window, _("The Map Could Not Be Laid Out"), error->message);
  layout_free (layout);
}

static void
on_laid_out (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LsnLayout) places = lsn_layout_finish (result, &error);

  end (user_data, places, error);
}

static void
measure (gpointer      data,
         GCancellable *cancellable)
{
  Layout *layout = data;

  layout->extents = lsn_scene_measure (layout->snapshot, layout->texts);
}

static void
on_measured (gpointer data,
             gboolean cancelled)
{
  Layout *layout = data;
  LsnLayoutOptions options = {
    .engine = layout->engine,
    .seed = 1,
    .new_only = layout->scope == LSN_LAYOUT_NEW,
  };

  if (cancelled || layout->extents == NULL)
    {
      end (layout, NULL, NULL);
      return;
    }
  if (layout->only != NULL)
    {
      options.only = (const LsnRow *) layout->only->data;
      options.n_only = layout->only->len;
    }
  lsn_layout_async (layout->snapshot, &options, (const LsnExtents *) layout->extents->data, layout->extents->len,
                    layout->cancellable, on_laid_out, layout);
}

static GArray *
selected_actors (LsnWindow *window)
{
  guint n;
  const LsnRow *rows = lsn_selection_rows (lsn_document_get_selection (window->document), LSN_TABLE_ACTORS, &n);
  GArray *actors = g_array_sized_new (FALSE, FALSE, sizeof (LsnRow), n);

  if (n > 0)
    g_array_append_vals (actors, rows, n);
  return actors;
}

static void
start (LsnWindow     *window,
       const char    *engine,
       LsnLayoutScope scope)
{
  LsnApplication *application = LSN_APPLICATION (gtk_window_get_application (GTK_WINDOW (window)));
  Layout *layout = g_new0 (Layout, 1);
  const LsnEngineInfo *info;
  g_autofree char *what = NULL;

  layout->window = g_object_ref (window);
  layout->application = G_APPLICATION (g_object_ref (application));
  g_application_hold (layout->application);
  layout->document = g_object_ref (window->document);
  layout->snapshot = lsn_map_snapshot (lsn_document_get_map (window->document));
  layout->texts = lsn_text_cache_ref (lsn_application_get_text_cache (application));
  layout->engine = g_strdup (*engine != '\0' ? engine : lsn_layout_default_engine (layout->snapshot));
  layout->scope = scope;
  layout->only = scope == LSN_LAYOUT_SELECTED ? selected_actors (window) : NULL;
  info = lsn_engine_find (layout->engine);
  if (info != NULL)
    /* Translators: what runs; %s is the name of a layout: "Laying out: Organic…" */
    what = g_strdup_printf (_("Laying out: %s…"), lsn_engine_label (info));
  gtk_info_bar_set_revealed (window->places_bar, FALSE);
  layout->cancellable = g_object_ref (lsn_progress_begin (window->progress, what != NULL ? what : _("Laying out…")));
  g_signal_connect_object (window, "unrealize", G_CALLBACK (g_cancellable_cancel), layout->cancellable,
                           G_CONNECT_SWAPPED);
  lsn_workers_submit (lsn_application_get_workers (application), 1, measure, on_measured, layout, NULL,
                      layout->cancellable);
}

static void
lay_out (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  LsnWindow *window = LSN_WINDOW (widget);
  LsnLayoutScope scope = window->layouts != NULL ? lsn_layout_popover_get_scope (window->layouts) : LSN_LAYOUT_ALL;

  if (lsn_progress_is_busy (window->progress))
    lsn_window_say (window, _("Wait until what runs has ended, or cancel it"), FALSE);
  else if (lsn_map_n_rows (lsn_document_get_map (window->document), LSN_TABLE_ACTORS) == 0)
    lsn_window_say (window, _("There is nothing to lay out yet"), FALSE);
  else if (scope == LSN_LAYOUT_SELECTED &&
           lsn_selection_n_rows (lsn_document_get_selection (window->document), LSN_TABLE_ACTORS) == 0)
    lsn_window_say (window, _("Select the actors to lay out first"), FALSE);
  else
    start (window, g_variant_get_string (parameter, NULL), scope);
}

void
lsn_window_install_layout_actions (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "win.layout", "s", lay_out);
}
