/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "app/layout-job.h"
#include "app/window-private.h"
#include "model/changes.h"

/* A layout from the click to the toast: it is made off the main thread, shown as an offer on the canvas with its bar above, and
 * applied as one step when it is accepted. Whatever is changed meanwhile, of the map or of what is asked for, has it made
 * anew. Where there is no picture yet that anybody might know, nothing is asked. */

#define SOON 250 /* milliseconds after the last change until a layout is asked for again */

struct _LsnOffering
{
  LsnLayoutWish     wish;
  LsnLayout        *layout;     /* that is shown; NULL when none is */
  LsnLayoutMeasures measures;
  guint             soon;       /* source that asks */
  guint             asks       : 1;
  guint             asks_again : 1; /* as soon as what runs has ended */
  guint             accepts    : 1; /* as soon as what is asked for is there */
};

/* What a layout that is being made holds. */
typedef struct
{
  LsnWindow    *window;
  GApplication *application;  /* held, so that the helper of a closed window is still ended */
  LsnDocument  *document;
  LsnMap       *snapshot;
  LsnOffering  *offering;     /* only compared: it may be gone */
} Ask;

static void ask (LsnWindow *window);

static LsnMap *
map_of (LsnWindow *window)
{
  return lsn_document_get_map (window->document);
}

static void
ask_free (Ask *job)
{
  g_application_release (job->application);
  g_object_unref (job->application);
  g_object_unref (job->window);
  g_object_unref (job->document);
  g_object_unref (job->snapshot);
  g_free (job);
}

/* ---- the offer ---- */

static void
show_preview (LsnWindow *window)
{
  LsnOffering *offering = window->offering;
  guint n_places;
  const LsnPlace *places = lsn_layout_places (offering->layout, &n_places);
  g_autofree LsnRow *actors = g_new (LsnRow, MAX (n_places, 1));
  g_autofree double *to = g_new (double, MAX (2 * n_places, 1));
  g_autoptr (LsnMap) preview = NULL;

  for (guint i = 0; i < n_places; i++)
    {
      actors[i] = places[i].actor;
      to[2 * i] = places[i].x;
      to[2 * i + 1] = places[i].y;
    }
  preview = lsn_map_snapshot_moved (map_of (window), actors, to, n_places);
  lsn_canvas_set_preview (window->canvas, preview);
}

static gboolean
on_soon (gpointer user_data)
{
  LsnWindow *window = user_data;

  window->offering->soon = 0;
  ask (window);
  return G_SOURCE_REMOVE;
}

static void
ask_soon (LsnWindow *window)
{
  g_clear_handle_id (&window->offering->soon, g_source_remove);
  window->offering->soon = g_timeout_add (SOON, on_soon, window);
}

/* Whether a layout of the map as it is now may be another. Names and kinds say how large actors are. */
static gboolean
matters (LsnChanges *changes)
{
  static const LsnColumn columns[] = { LSN_ACTOR_X, LSN_ACTOR_Y, LSN_ACTOR_PINNED, LSN_ACTOR_PARENT, LSN_ACTOR_COLLAPSED,
                                       LSN_ACTOR_NAME, LSN_ACTOR_KIND, LSN_ACTOR_POWER };
  guint n_rows;

  for (LsnTable table = LSN_TABLE_ACTORS; table <= LSN_TABLE_TIES; table++)
    {
      lsn_changes_inserted (changes, table, &n_rows);
      if (n_rows > 0)
        return TRUE;
      lsn_changes_removed (changes, table, &n_rows);
      if (n_rows > 0)
        return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (lsn_changes_touch_column (changes, LSN_TABLE_ACTORS, columns[i]))
      return TRUE;
  return lsn_changes_touch_column (changes, LSN_TABLE_TIES, LSN_TIE_SOURCE) ||
         lsn_changes_touch_column (changes, LSN_TABLE_TIES, LSN_TIE_TARGET);
}

static void
on_map_changed (LsnMap     *map,
                LsnChanges *changes,
                LsnWindow  *window)
{
  if (window->offering->layout != NULL)
    show_preview (window);
  if (matters (changes))
    ask_soon (window);
}

static void
on_selection_changed (LsnSelection *selection,
                      LsnWindow    *window)
{
  if (window->offering->wish.scope == LSN_LAYOUT_SELECTED)
    ask_soon (window);
}

static void
open_offer (LsnWindow *window)
{
  /* An offer that nobody can see is none. */
  if (!gtk_widget_get_visible (GTK_WIDGET (window->overlay)))
    lsn_window_set_look (window, FALSE, window->beside);
  lsn_layout_offer_set_wish (window->layout_offer, &window->offering->wish);
  lsn_layout_offer_open (window->layout_offer);
  g_signal_connect (map_of (window), "changed", G_CALLBACK (on_map_changed), window);
  g_signal_connect (lsn_document_get_selection (window->document), "changed", G_CALLBACK (on_selection_changed), window);
}

static void
close_offer (LsnWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));
  gboolean had_keyboard = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (window->layout_offer));

  g_signal_handlers_disconnect_by_func (map_of (window), on_map_changed, window);
  g_signal_handlers_disconnect_by_func (lsn_document_get_selection (window->document), on_selection_changed, window);
  lsn_canvas_set_preview (window->canvas, NULL);
  lsn_layout_offer_close (window->layout_offer);
  if (had_keyboard)
    gtk_widget_grab_focus (GTK_WIDGET (window->canvas));
}

/**
 * lsn_window_drop_layout:
 *
 * No layout is made or offered any more. The map is what it was.
 */
void
lsn_window_drop_layout (LsnWindow *window)
{
  g_autofree LsnOffering *offering = g_steal_pointer (&window->offering);

  if (offering == NULL)
    return;
  if (lsn_layout_offer_is_open (window->layout_offer))
    close_offer (window);
  if (offering->asks)
    lsn_progress_cancel (window->progress);
  g_clear_handle_id (&offering->soon, g_source_remove);
  g_clear_pointer (&offering->layout, lsn_layout_unref);
}

/* ---- taking it ---- */

static guint
count_pinned (LsnMap *map)
{
  guint n = 0;

  for (LsnRow actor = lsn_map_next_row (map, LSN_TABLE_ACTORS, LSN_NO_ROW); actor != LSN_NO_ROW;
       actor = lsn_map_next_row (map, LSN_TABLE_ACTORS, actor))
    n += lsn_map_get_boolean (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_PINNED) == 1;
  return n;
}

static void
say_result (LsnWindow     *window,
            LsnLayoutScope scope,
            guint          n_moved)
{
  guint n_pinned = scope == LSN_LAYOUT_ALL ? count_pinned (map_of (window)) : 0;
  g_autofree char *sentence = NULL;

  if (n_moved == 0)
    {
      lsn_window_say (window, _("Nothing moved"), FALSE);
      return;
    }
  if (n_pinned > 0)
    /* Translators: the plural goes by %1$u, how many moved; say %2$u, how many pinned ones did not, so that it fits any number */
    sentence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Laid out %1$u actor; pinned and left in place: %2$u",
                                             "Laid out %1$u actors; pinned and left in place: %2$u", n_moved),
                                n_moved, n_pinned);
  else
    sentence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Laid out %u actor", "Laid out %u actors", n_moved), n_moved);
  lsn_window_say (window, sentence, TRUE);
}

static void
apply (LsnWindow           *window,
       LsnLayout           *layout,
       const LsnLayoutWish *wish)
{
  const LsnEngineInfo *engine = lsn_engine_find (wish->engine);
  g_autofree char *label = NULL;

  if (engine != NULL)
    /* Translators: what undo takes back; %s is the name of a layout: "Lay Out: Hierarchy" */
    label = g_strdup_printf (_("Lay Out: %s"), lsn_engine_label (engine));
  lsn_canvas_animate_next (window->canvas);
  say_result (window, wish->scope, lsn_layout_apply (layout, map_of (window), label != NULL ? label : _("Lay Out")));
  if (wish->scope == LSN_LAYOUT_ALL)
    lsn_canvas_zoom_to_fit (window->canvas);
}

/* Who accepts before the layout is there that was asked for last gets that one. */
static void
accept (LsnWindow *window)
{
  LsnOffering *offering = window->offering;
  LsnLayoutWish wish = offering->wish;
  g_autoptr (LsnLayout) layout = NULL;

  offering->accepts = offering->soon != 0 || offering->asks;
  if (offering->soon != 0)
    ask (window);
  else if (!offering->asks && offering->layout != NULL)
    {
      layout = g_steal_pointer (&offering->layout);
      lsn_window_drop_layout (window);
      apply (window, layout, &wish);
    }
}

/* ---- asking for it ---- */

/* Whether there is a picture that somebody may have in mind: of a map whose actors stand nowhere there is none. */
static gboolean
has_places (LsnMap *map)
{
  for (LsnRow actor = lsn_map_next_row (map, LSN_TABLE_ACTORS, LSN_NO_ROW); actor != LSN_NO_ROW;
       actor = lsn_map_next_row (map, LSN_TABLE_ACTORS, actor))
    if (!lsn_map_is_container (map, actor) && isfinite (lsn_map_get_number (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_X)))
      return TRUE;
  return FALSE;
}

static void
take_answer (LsnWindow *window,
             Ask       *job,
             LsnLayout *layout)
{
  LsnOffering *offering = window->offering;
  gboolean moves = offering->measures.n_moved + offering->measures.n_placed > 0;

  g_clear_pointer (&offering->layout, lsn_layout_unref);
  offering->layout = lsn_layout_ref (layout);
  if (!lsn_layout_offer_is_open (window->layout_offer))
    {
      if (!moves || !has_places (job->snapshot))
        {
          accept (window);
          return;
        }
      open_offer (window);
      if (lsn_map_get_revision (job->snapshot) != lsn_map_get_revision (map_of (window)))
        ask_soon (window);
    }
  lsn_layout_offer_show (window->layout_offer, &offering->measures);
  if (offering->accepts)
    accept (window);
  else
    show_preview (window);
}

static void
fail (LsnWindow    *window,
      const GError *error)
{
  lsn_window_drop_layout (window);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      lsn_window_say (window, _("The layout was cancelled; nothing moved"), FALSE);
      lsn_window_focus_map (window);
    }
  else
    lsn_window_show_problem (window, _("The Map Could Not Be Laid Out"), error->message);
}

static void
on_answer (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Ask *job = user_data;
  LsnWindow *window = job->window;
  LsnOffering *offering = window->offering;
  LsnLayoutMeasures measures;
  g_autoptr (GError) error = NULL;
  g_autoptr (LsnLayout) layout = lsn_layout_job_finish (result, &measures, &error);

  lsn_progress_end (window->progress);
  if (offering != NULL && offering == job->offering && gtk_widget_get_realized (GTK_WIDGET (window)))
    {
      offering->asks = FALSE;
      if (offering->asks_again)
        ask (window);
      else if (layout == NULL)
        fail (window, error);
      else
        {
          offering->measures = measures;
          take_answer (window, job, layout);
        }
    }
  ask_free (job);
}

static void
run (LsnWindow              *window,
     const LsnLayoutOptions *options)
{
  LsnApplication *application = LSN_APPLICATION (gtk_window_get_application (GTK_WINDOW (window)));
  const LsnEngineInfo *info = lsn_engine_find (options->engine);
  Ask *job = g_new0 (Ask, 1);
  GCancellable *cancellable;
  g_autofree char *what = NULL;

  job->window = g_object_ref (window);
  job->application = G_APPLICATION (g_object_ref (application));
  g_application_hold (job->application);
  job->document = g_object_ref (window->document);
  job->snapshot = lsn_map_snapshot (map_of (window));
  job->offering = window->offering;
  if (info != NULL)
    /* Translators: what runs; %s is the name of a layout: "Laying out: Organic…" */
    what = g_strdup_printf (_("Laying out: %s…"), lsn_engine_label (info));
  cancellable = lsn_progress_begin (window->progress, what != NULL ? what : _("Laying out…"));
  g_signal_connect_object (window, "unrealize", G_CALLBACK (g_cancellable_cancel), cancellable, G_CONNECT_SWAPPED);
  lsn_layout_job_run (lsn_application_get_workers (application), lsn_application_get_text_cache (application),
                      job->snapshot, options, cancellable, on_answer, job);
}

/* Nobody is selected who could be laid out: the bar stays, as that may change. */
static void
offer_nothing (LsnWindow *window)
{
  g_clear_pointer (&window->offering->layout, lsn_layout_unref);
  window->offering->accepts = FALSE;
  lsn_canvas_set_preview (window->canvas, NULL);
  lsn_layout_offer_show (window->layout_offer, NULL);
}

/* Has the layout made that is wished for, at once or when what is made already has been given up. */
static void
ask (LsnWindow *window)
{
  LsnOffering *offering = window->offering;
  LsnLayoutOptions options = { .engine = offering->wish.engine, .seed = 1,
                               .new_only = offering->wish.scope == LSN_LAYOUT_NEW,
                               .has_budget = offering->wish.has_limit, .budget = offering->wish.limit };

  g_clear_handle_id (&offering->soon, g_source_remove);
  offering->asks_again = offering->asks;
  if (offering->wish.scope == LSN_LAYOUT_SELECTED)
    options.only = lsn_selection_rows (lsn_document_get_selection (window->document), LSN_TABLE_ACTORS, &options.n_only);
  if (offering->asks)
    lsn_progress_cancel (window->progress);
  else if (offering->wish.scope == LSN_LAYOUT_SELECTED && options.n_only == 0)
    offer_nothing (window);
  else if (lsn_progress_is_busy (window->progress))
    ask_soon (window); /* the map is being saved */
  else
    {
      offering->asks = TRUE;
      run (window, &options);
    }
}

static void
on_wish_changed (LsnWindow *window)
{
  window->offering->wish = lsn_layout_offer_get_wish (window->layout_offer);
  window->offering->accepts = FALSE;
  ask_soon (window);
}

/* While a layout is offered, its keys work on the map too, unless something is typed or dragged there. */
static gboolean
on_canvas_key (GtkEventControllerKey *controller,
               guint                  keyval,
               guint                  keycode,
               GdkModifierType        state,
               LsnWindow             *window)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  if (focus == NULL || GTK_IS_TEXT (focus) || gtk_widget_get_native (focus) != GTK_NATIVE (window) ||
      (state & (GDK_BUTTON1_MASK | GDK_BUTTON2_MASK | GDK_BUTTON3_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  return lsn_layout_offer_take_key (window->layout_offer, keyval, state) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

/* Who looks at something else meanwhile, in a list or a field, still can drop the offer where nothing else wants the key. */
static gboolean
on_window_key (GtkEventControllerKey *controller,
               guint                  keyval,
               guint                  keycode,
               GdkModifierType        state,
               LsnWindow             *window)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  return lsn_layout_offer_take_key (window->layout_offer, keyval, state) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

/**
 * lsn_window_init_layouts:
 *
 * To be called once, when the window has its canvas.
 */
void
lsn_window_init_layouts (LsnWindow *window)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_canvas_key), window);
  gtk_widget_add_controller (GTK_WIDGET (window->canvas), keys);
  keys = gtk_event_controller_key_new ();
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_window_key), window);
  gtk_widget_add_controller (GTK_WIDGET (window), keys);
  g_signal_connect_swapped (window->layout_offer, "wish-changed", G_CALLBACK (on_wish_changed), window);
  g_signal_connect_swapped (window->layout_offer, "accepted", G_CALLBACK (accept), window);
  g_signal_connect_swapped (window->layout_offer, "dropped", G_CALLBACK (lsn_window_drop_layout), window);
}

static void
start (LsnWindow     *window,
       const char    *engine,
       LsnLayoutScope scope)
{
  gtk_info_bar_set_revealed (window->places_bar, FALSE);
  window->offering = g_new0 (LsnOffering, 1);
  window->offering->wish = (LsnLayoutWish) { .engine = lsn_engine_find (engine)->id, .scope = scope };
  ask (window);
}

/* The bar is there already: it offers another layout of the same, or of what the menu says. */
static void
offer_another (LsnWindow     *window,
               const char    *engine,
               LsnLayoutScope scope)
{
  window->offering->wish.engine = lsn_engine_find (engine)->id;
  window->offering->wish.scope = scope;
  window->offering->accepts = FALSE;
  lsn_layout_offer_set_wish (window->layout_offer, &window->offering->wish);
  lsn_layout_offer_open (window->layout_offer);
  ask (window);
}

static void
lay_out (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  LsnWindow *window = LSN_WINDOW (widget);
  LsnLayoutScope scope = window->layouts != NULL ? lsn_layout_popover_get_scope (window->layouts) : LSN_LAYOUT_ALL;
  const char *wanted = g_variant_get_string (parameter, NULL);
  const char *engine = *wanted != '\0' ? wanted : lsn_layout_default_engine (map_of (window));

  if (lsn_layout_offer_is_open (window->layout_offer))
    offer_another (window, engine, *wanted != '\0' ? scope : window->offering->wish.scope);
  else if (lsn_progress_is_busy (window->progress))
    lsn_window_say (window, _("Wait until what runs has ended, or cancel it"), FALSE);
  else if (lsn_map_n_rows (map_of (window), LSN_TABLE_ACTORS) == 0)
    lsn_window_say (window, _("There is nothing to lay out yet"), FALSE);
  else if (scope == LSN_LAYOUT_SELECTED &&
           lsn_selection_n_rows (lsn_document_get_selection (window->document), LSN_TABLE_ACTORS) == 0)
    lsn_window_say (window, _("Select the actors to lay out first"), FALSE);
  else
    start (window, engine, scope);
}

void
lsn_window_install_layout_actions (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "win.layout", "s", lay_out);
}
