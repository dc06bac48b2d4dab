/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/find-bar.h"

#include <glib/gi18n-lib.h>

#include "app/template.h"
#include "model/find.h"

#define NONE G_MAXUINT

struct _LsnFindBar
{
  GtkWidget       parent_instance;

  GtkSearchEntry *entry;
  GtkLabel       *count;
  GtkLabel       *where;

  LsnDocument    *document;
  LsnCanvas      *canvas;  /* borrowed from the window, as are the next */
  GtkWidget      *before;  /* what had the keyboard; weak */
  GArray         *hits;    /* of LsnFound */
  char           *text;    /* what they are of */
  guint           present; /* which of them is shown; NONE */
  guint           again;   /* source that looks again, as the map has changed */
};

enum { FOUND, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LsnFindBar, lsn_find_bar, GTK_TYPE_WIDGET)

static LsnMap *
map_of (LsnFindBar *bar)
{
  return lsn_document_get_map (bar->document);
}

static void
show_words (LsnFindBar *bar)
{
  gboolean         fails = *bar->text != '\0' && bar->hits->len == 0;
  g_autofree char *count = NULL, *where = NULL;

  if (fails)
    count = g_strdup (_("Nothing found"));
  else if (bar->present != NONE)
    /* Translators: which of the places where a text stands is shown: "3 of 17" */
    count = g_strdup_printf (_("%u of %u"), bar->present + 1, bar->hits->len);
  if (bar->present != NONE)
    where = lsn_found_describe (map_of (bar), &g_array_index (bar->hits, LsnFound, bar->present), bar->text);
  gtk_label_set_text (bar->count, count != NULL ? count : "");
  gtk_label_set_text (bar->where, where != NULL ? where : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (bar->where), where);
  if (fails)
    gtk_widget_add_css_class (GTK_WIDGET (bar->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (bar->entry), "error");
  g_signal_emit (bar, signals[FOUND], 0, bar->hits);
}

/* What is inside a collapsed container is shown as that. */
static void
show_hit (LsnFindBar *bar)
{
  const LsnFound *found = &g_array_index (bar->hits, LsnFound, bar->present);
  LsnRow          row = found->row;

  lsn_selection_select (lsn_document_get_selection (bar->document), found->table, row);
  if (found->table == LSN_TABLE_ACTORS)
    row = lsn_map_shown_as (map_of (bar), row);
  lsn_canvas_show_row (bar->canvas, found->table, row);
}

static gboolean
is_same (const LsnFound *a,
         const LsnFound *b)
{
  return a->table == b->table && a->row == b->row && a->column == b->column;
}

/* Looks for what stands in the entry. Returns whether the place that was shown before is still one. */
static gboolean
search (LsnFindBar *bar)
{
  g_autoptr (GArray) before = g_steal_pointer (&bar->hits);
  guint              was = bar->present;

  g_free (bar->text);
  bar->text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (bar->entry)));
  bar->hits = lsn_find (map_of (bar), bar->text);
  bar->present = NONE;
  for (guint i = 0; was != NONE && i < bar->hits->len && bar->present == NONE; i++)
    if (is_same (&g_array_index (bar->hits, LsnFound, i), &g_array_index (before, LsnFound, was)))
      bar->present = i;
  return bar->present != NONE;
}

static void
on_search_changed (GtkSearchEntry *entry,
                   LsnFindBar     *bar)
{
  if (bar->document == NULL || g_strcmp0 (bar->text, gtk_editable_get_text (GTK_EDITABLE (entry))) == 0)
    return;
  bar->present = NONE;
  search (bar);
  if (bar->hits->len > 0)
    {
      bar->present = 0;
      show_hit (bar);
    }
  show_words (bar);
}

static gboolean
on_again (gpointer data)
{
  LsnFindBar *bar = data;

  bar->again = 0;
  search (bar);
  show_words (bar);
  return G_SOURCE_REMOVE;
}

static void
on_map_changed (LsnFindBar *bar)
{
  if (bar->again == 0 && gtk_widget_get_visible (GTK_WIDGET (bar)))
    bar->again = g_idle_add (on_again, bar);
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        LsnFindBar            *bar)
{
  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  lsn_find_bar_step (bar, (state & GDK_SHIFT_MASK) != 0);
  return GDK_EVENT_STOP;
}

static void
set_before (LsnFindBar *bar,
            GtkWidget  *widget)
{
  g_set_weak_pointer (&bar->before, widget);
}

static void
forget (LsnFindBar *bar)
{
  g_clear_handle_id (&bar->again, g_source_remove);
  if (bar->document != NULL)
    g_signal_handlers_disconnect_by_data (map_of (bar), bar);
  g_clear_object (&bar->document);
  g_clear_pointer (&bar->hits, g_array_unref);
  g_clear_pointer (&bar->text, g_free);
  bar->present = NONE;
  set_before (bar, NULL);
}

static void
lsn_find_bar_dispose (GObject *object)
{
  forget (LSN_FIND_BAR (object));
  lsn_template_dispose (GTK_WIDGET (object), LSN_TYPE_FIND_BAR);
  G_OBJECT_CLASS (lsn_find_bar_parent_class)->dispose (object);
}

static void
lsn_find_bar_class_init (LsnFindBarClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = lsn_find_bar_dispose;
  /**
   * LsnFindBar::found:
   * @hits: (nullable) (element-type LsnFound): where the text stands that is looked for
   *
   * They may be others, or none any more.
   */
  signals[FOUND] = g_signal_new ("found", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 G_TYPE_ARRAY);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEARCH);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_map/Liaison/ui/find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, LsnFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, LsnFindBar, count);
  gtk_widget_class_bind_template_child (widget_class, LsnFindBar, where);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, lsn_find_bar_close);
}

static void
lsn_find_bar_init (LsnFindBar *bar)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  bar->present = NONE;
  gtk_widget_init_template (GTK_WIDGET (bar));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), bar);
  gtk_widget_add_controller (GTK_WIDGET (bar->entry), keys);
}

/**
 * lsn_find_bar_set_document:
 * @document: (nullable) (transfer none): where to look; the bar closes
 * @canvas: (nullable): where what is found is shown
 */
void
lsn_find_bar_set_document (LsnFindBar  *bar,
                           LsnDocument *document,
                           LsnCanvas   *canvas)
{
  g_return_if_fail (LSN_IS_FIND_BAR (bar));

  forget (bar);
  gtk_widget_set_visible (GTK_WIDGET (bar), FALSE);
  if (document == NULL)
    return;
  bar->document = g_object_ref (document);
  bar->canvas = canvas;
  bar->hits = g_array_new (FALSE, FALSE, sizeof (LsnFound));
  bar->text = g_strdup ("");
  gtk_editable_set_text (GTK_EDITABLE (bar->entry), "");
  show_words (bar);
  g_signal_connect_swapped (map_of (bar), "changed", G_CALLBACK (on_map_changed), bar);
}

/**
 * lsn_find_bar_open:
 *
 * Ready to type what to look for. What was looked for last is still there, and selected.
 */
void
lsn_find_bar_open (LsnFindBar *bar)
{
  GtkWidget *focus = GTK_WIDGET (gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (bar))));

  if (!gtk_widget_get_visible (GTK_WIDGET (bar)))
    {
      set_before (bar, focus);
      gtk_widget_set_visible (GTK_WIDGET (bar), TRUE);
      on_again (bar);
    }
  gtk_widget_grab_focus (GTK_WIDGET (bar->entry));
  gtk_editable_select_region (GTK_EDITABLE (bar->entry), 0, -1);
}

/**
 * lsn_find_bar_close:
 *
 * Gives the keyboard back to who had it. What was found stays selected.
 */
void
lsn_find_bar_close (LsnFindBar *bar)
{
  GtkWidget *before = bar->before;

  if (before == NULL || !gtk_widget_get_mapped (before))
    before = GTK_WIDGET (bar->canvas);
  g_clear_handle_id (&bar->again, g_source_remove);
  gtk_widget_grab_focus (before);
  gtk_widget_set_visible (GTK_WIDGET (bar), FALSE);
  set_before (bar, NULL);
  g_signal_emit (bar, signals[FOUND], 0, NULL);
}

/**
 * lsn_find_bar_step:
 * @back: whether to the place before, not to the next
 *
 * Goes to another place where the text stands, and round at the end. Opens the bar when there is nothing to look for.
 */
void
lsn_find_bar_step (LsnFindBar *bar,
                   gboolean    back)
{
  gboolean was_at;
  guint    n;

  g_return_if_fail (LSN_IS_FIND_BAR (bar));

  if (*gtk_editable_get_text (GTK_EDITABLE (bar->entry)) == '\0')
    {
      lsn_find_bar_open (bar);
      return;
    }
  /* Who types and presses Enter at once is faster than the entry, which says a little later that its text has changed. */
  if (g_strcmp0 (bar->text, gtk_editable_get_text (GTK_EDITABLE (bar->entry))) != 0)
    {
      on_search_changed (bar->entry, bar);
      return;
    }
  was_at = search (bar);
  n = bar->hits->len;
  if (n > 0)
    {
      if (was_at)
        bar->present = (bar->present + (back ? n - 1 : 1)) % n;
      else
        bar->present = back ? n - 1 : 0;
      show_hit (bar);
    }
  show_words (bar);
}
