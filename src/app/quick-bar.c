/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/quick-bar.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/completion-row.h"
#include "app/template.h"
#include "canvas/entry-words.h"
#include "model/kinds.h"
#include "model/report.h"

#define MOST_OFFERS 3 /* shown at once */

struct _LsnQuickBar
{
  GtkWidget      parent_instance;

  GtkTextView   *text;
  GtkWidget     *take;
  GtkBox        *questions;
  GtkLabel      *preview;
  LsnCompletionRow *completions; /* of the line, first what Tab takes */

  LsnMap        *map;
  LsnCanvas     *canvas;
  LsnQuickEntry *entry;     /* what the text means now */
  GHashTable    *decisions; /* name -> the actor that it means, LSN_NO_ROW for somebody new */
  GPtrArray     *taken;     /* texts that were taken, the oldest first */
  guint          recalled;  /* place in taken; its length when none is recalled */

  char          *completed; /* the line as it was before it was completed; NULL when the last key was another */
  guint          nth;       /* completion of it that stands there */
  gboolean       is_changing;
};

G_DEFINE_FINAL_TYPE (LsnQuickBar, lsn_quick_bar, GTK_TYPE_WIDGET)

static GtkTextBuffer *
buffer_of (LsnQuickBar *bar)
{
  return gtk_text_view_get_buffer (bar->text);
}

static char *
dup_text (LsnQuickBar *bar)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer_of (bar), &start, &end);
  return gtk_text_buffer_get_text (buffer_of (bar), &start, &end, FALSE);
}

/* ---- what it means ---- */

static void
show_words (LsnQuickBar *bar,
            const char  *words,
            gboolean     is_error)
{
  gtk_label_set_text (bar->preview, words);
  if (is_error)
    gtk_widget_add_css_class (GTK_WIDGET (bar->preview), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (bar->preview), "error");
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar->text), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

static void
apply_decisions (LsnQuickBar *bar)
{
  for (guint i = 0; i < lsn_quick_entry_n_actors (bar->entry); i++)
    {
      const LsnEntryActor *named = lsn_quick_entry_actor (bar->entry, i);
      gpointer actor;

      if (!named->is_decided && g_hash_table_lookup_extended (bar->decisions, named->name, NULL, &actor))
        lsn_quick_entry_decide (bar->entry, i, GPOINTER_TO_UINT (actor));
    }
}

static void update (LsnQuickBar *bar);

static void
on_decided_cb (GtkButton   *button,
               LsnQuickBar *bar)
{
  const char *name = g_object_get_data (G_OBJECT (button), "name");

  g_hash_table_insert (bar->decisions, g_strdup (name), g_object_get_data (G_OBJECT (button), "actor"));
  gtk_widget_grab_focus (GTK_WIDGET (bar->text));
  update (bar);
}

static void
append_answer (LsnQuickBar *bar,
               GtkWidget   *row,
               const char  *name,
               LsnRow       actor)
{
  g_autofree char *words = actor != LSN_NO_ROW ? lsn_actor_sentence (bar->map, actor) : g_strdup (_("Somebody new"));
  GtkWidget *button = gtk_button_new_with_label (words);

  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (button, words);
  g_object_set_data_full (G_OBJECT (button), "name", g_strdup (name), g_free);
  g_object_set_data (G_OBJECT (button), "actor", GUINT_TO_POINTER (actor));
  g_signal_connect (button, "clicked", G_CALLBACK (on_decided_cb), bar);
  gtk_box_append (GTK_BOX (row), button);
}

static void
append_question (LsnQuickBar         *bar,
                 const LsnEntryActor *named)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  /* Translators: %s is a name that several actors bear; buttons with these actors follow */
  g_autofree char *question = g_strdup_printf (_("Who is “%s”?"), named->name);

  gtk_box_append (GTK_BOX (row), gtk_label_new (question));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, question, -1);
  for (guint i = 0; i < named->n_candidates; i++)
    append_answer (bar, row, named->name, named->candidates[i]);
  append_answer (bar, row, named->name, LSN_NO_ROW);
  gtk_box_append (bar->questions, row);
}

/* Asks about the first name that is not decided: who is meant by it may settle the others. */
static gboolean
ask (LsnQuickBar *bar)
{
  GtkWidget *row;
  gboolean   asks = FALSE;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (bar->questions))) != NULL)
    gtk_box_remove (bar->questions, row);
  for (guint i = 0; i < lsn_quick_entry_n_actors (bar->entry) && !asks; i++)
    if (!lsn_quick_entry_actor (bar->entry, i)->is_decided)
      {
        append_question (bar, lsn_quick_entry_actor (bar->entry, i));
        asks = TRUE;
      }
  gtk_widget_set_visible (GTK_WIDGET (bar->questions), asks);
  return asks;
}

/* Whether what is wrong is only that the line that is being typed has not come to its end. */
static gboolean
is_at_work_on (LsnQuickBar *bar,
               LsnReport   *report)
{
  GtkTextIter cursor;

  gtk_text_buffer_get_iter_at_mark (buffer_of (bar), &cursor, gtk_text_buffer_get_insert (buffer_of (bar)));
  return gtk_text_iter_ends_line (&cursor) &&
         lsn_report_get (report, 0)->line == (guint64) gtk_text_iter_get_line (&cursor) + 1;
}

/* @is_asked: the lines are to be taken, so that what is wrong with them is in the way now */
static void
show_entry (LsnQuickBar *bar,
            LsnReport   *report,
            gboolean     is_asked)
{
  g_autofree char *summary = lsn_entry_summary (bar->map, bar->entry);
  g_autofree char *problem = lsn_entry_problem (report);
  gboolean asks = ask (bar), is_ready = problem == NULL && !asks && lsn_quick_entry_is_ready (bar->entry);

  gtk_widget_set_sensitive (bar->take, is_ready);
  if (problem != NULL)
    show_words (bar, problem, is_asked || !is_at_work_on (bar, report));
  else if (asks)
    show_words (bar, _("Several actors bear a name. Say who is meant: Enter goes to the answers."), FALSE);
  else if (is_ready && *summary == '\0')
    show_words (bar, _("All of these are on the map."), FALSE);
  else if (is_ready)
    show_words (bar, summary, FALSE);
  else
    /* Translators: explains a text field; keep the arrow with its hyphens and angle bracket, translate the names in it */
    show_words (bar, _("Type Qatar (state) -negotiation-> Hamas, or names alone. Tab completes, Enter adds, Shift+Enter begins "
                       "a new line."), FALSE);
}

/* ---- completing ---- */

static void show_offers (LsnQuickBar *bar);

/* The line as far as the cursor; @start is where it begins. */
static char *
dup_head (LsnQuickBar *bar,
          GtkTextIter *start,
          GtkTextIter *cursor)
{
  gtk_text_buffer_get_iter_at_mark (buffer_of (bar), cursor, gtk_text_buffer_get_insert (buffer_of (bar)));
  *start = *cursor;
  gtk_text_iter_set_line_offset (start, 0);
  return gtk_text_buffer_get_text (buffer_of (bar), start, cursor, FALSE);
}

/* Puts one of the completions of what was typed before any was, the first again after the last. */
static gboolean
complete (LsnQuickBar *bar,
          guint        nth)
{
  GtkTextIter start, cursor;
  g_autofree char *now = dup_head (bar, &start, &cursor);
  g_autofree char *head = bar->completed != NULL ? g_strdup (bar->completed) : g_strdup (now);
  gsize from = 0;
  g_autoptr (GPtrArray) completions = lsn_entry_completions (bar->map, head, &from);
  const LsnCompletion *completion;

  if (completions->len == 0)
    return FALSE;

  g_free (bar->completed);
  bar->completed = g_steal_pointer (&head);
  bar->nth = nth % completions->len;
  completion = g_ptr_array_index (completions, bar->nth);
  bar->is_changing = TRUE;
  gtk_text_iter_set_line_index (&start, (int) from);
  gtk_text_buffer_delete (buffer_of (bar), &start, &cursor);
  gtk_text_buffer_insert (buffer_of (bar), &start, completion->text, -1);
  bar->is_changing = FALSE;
  show_offers (bar);
  return TRUE;
}

static void
on_completion_taken (LsnCompletionRow *row,
                     guint             nth,
                     LsnQuickBar      *bar)
{
  complete (bar, nth);
}

/* Shows what Tab would put there, and what it would the next times. */
static void
show_offers (LsnQuickBar *bar)
{
  GtkTextIter start, cursor;
  g_autofree char *now = dup_head (bar, &start, &cursor);
  const char *head = bar->completed != NULL ? bar->completed : now;
  gsize from = 0;
  g_autoptr (GPtrArray) completions = lsn_entry_completions (bar->map, head, &from);
  guint first = bar->completed != NULL ? bar->nth - bar->nth % MOST_OFFERS : 0;

  lsn_completion_row_clear (bar->completions);
  for (guint i = first; i < completions->len && i < first + MOST_OFFERS; i++)
    {
      const LsnCompletion *completion = g_ptr_array_index (completions, i);

      if (completions->len > 1 || strcmp (completion->text, head + from) != 0)
        lsn_completion_row_add (bar->completions, completion->name, i, bar->completed != NULL && i == bar->nth);
    }
}

static void
read_text (LsnQuickBar *bar,
           gboolean     is_asked)
{
  g_autofree char *text = dup_text (bar);
  g_autoptr (GArray) palette = NULL;
  g_autoptr (LsnReport) report = lsn_report_new ();

  if (bar->map == NULL || !gtk_widget_get_visible (GTK_WIDGET (bar)))
    return;

  palette = lsn_canvas_palette (bar->map);
  g_clear_pointer (&bar->entry, lsn_quick_entry_free);
  bar->entry = lsn_quick_entry_parse (bar->map, text, (const LsnRow *) (gpointer) palette->data, palette->len, report);
  apply_decisions (bar);
  show_entry (bar, report, is_asked);
  show_offers (bar);
}

/* The map or the text is another: reads it again. */
static void
update (LsnQuickBar *bar)
{
  read_text (bar, FALSE);
}

static void
on_changed_cb (LsnQuickBar *bar)
{
  if (!bar->is_changing)
    {
      g_clear_pointer (&bar->completed, g_free);
      bar->recalled = bar->taken->len;
    }
  update (bar);
}

/* Changes the text by what is no typing. */
static void
set_text (LsnQuickBar *bar,
          const char  *text)
{
  g_clear_pointer (&bar->completed, g_free);
  bar->is_changing = TRUE;
  gtk_text_buffer_set_text (buffer_of (bar), text, -1);
  bar->is_changing = FALSE;
}

/* ---- keys ---- */

static gboolean
focus_question (LsnQuickBar *bar)
{
  return gtk_widget_get_visible (GTK_WIDGET (bar->questions)) &&
         gtk_widget_child_focus (GTK_WIDGET (bar->questions), GTK_DIR_TAB_FORWARD);
}

static void
take (LsnQuickBar *bar)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = dup_text (bar);
  g_autofree char *done = NULL;
  g_autoptr (LsnQuickEntry) entry = NULL;

  read_text (bar, TRUE);
  if (focus_question (bar) || !gtk_widget_get_sensitive (bar->take))
    return;
  done = lsn_entry_summary (bar->map, bar->entry);
  /* The map's change has the text read again, which frees the bar's entry while the canvas still looks into it. */
  entry = g_steal_pointer (&bar->entry);
  if (!lsn_canvas_take_entry (bar->canvas, entry, &error))
    {
      update (bar);
      if (error != NULL)
        show_words (bar, error->message, TRUE);
      return;
    }

  g_ptr_array_add (bar->taken, g_steal_pointer (&text));
  bar->recalled = bar->taken->len;
  g_hash_table_remove_all (bar->decisions);
  set_text (bar, "");
  if (*done != '\0')
    {
      /* Translators: said when it has been done; %s is a list such as "2 new actors, 3 ties" */
      g_autofree char *words = g_strdup_printf (_("Added: %s"), done);

      show_words (bar, words, FALSE);
    }
}

static gboolean
recall (LsnQuickBar *bar,
        gboolean     is_back)
{
  GtkTextIter start, cursor;
  g_autofree char *head = dup_head (bar, &start, &cursor);

  if (is_back ? bar->recalled == 0 || gtk_text_iter_get_line (&cursor) > 0
              : bar->recalled >= bar->taken->len || gtk_text_iter_get_line (&cursor) + 1 <
      gtk_text_buffer_get_line_count (buffer_of (bar)))
    return FALSE;

  bar->recalled += is_back ? -1 : 1;
  set_text (bar, bar->recalled < bar->taken->len ? g_ptr_array_index (bar->taken, bar->recalled) : "");
  return TRUE;
}

static void
close_bar (LsnQuickBar *bar)
{
  gtk_widget_set_visible (GTK_WIDGET (bar), FALSE);
  if (bar->canvas != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (bar->canvas));
}

#define ENTRY NC_("shortcut group", "While actors and ties are typed")

enum { TAKE, NEW_LINE, COMPLETE, RECALL, CLOSE };

static const LsnAccel accels[] = {
  [TAKE] = { "entry.take", { "Return", "KP_Enter" }, NULL, NC_("shortcut", "Take what was typed"), ENTRY },
  [NEW_LINE] = { "entry.new-line", { "<Shift>Return", "<Shift>KP_Enter" }, NULL, NC_("shortcut", "Begin another line"), ENTRY },
  [COMPLETE] = { "entry.complete", { "Tab", "KP_Tab" }, NULL, NC_("shortcut", "Complete a name or kind; again for the next"),
                 ENTRY },
  [RECALL] = { "entry.recall", { "Up", "Down", "KP_Up", "KP_Down" }, "Up Down",
               NC_("shortcut", "Bring back what was typed before"), ENTRY },
  [CLOSE] = { "entry.close", { "Escape" }, NULL, NC_("shortcut", "Close the line"), ENTRY },
};

/**
 * lsn_quick_bar_accels:
 * @n_accels: (out): how many there are
 *
 * Returns: (array length=n_accels) (transfer none): the keys of the line while one types in it
 */
const LsnAccel *
lsn_quick_bar_accels (guint *n_accels)
{
  *n_accels = G_N_ELEMENTS (accels);
  return accels;
}

static gboolean
on_text_key_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                LsnQuickBar           *bar)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (controller));

  /* What the input method wants is its own. */
  if (gtk_text_view_im_context_filter_keypress (bar->text, event))
    return GDK_EVENT_STOP;
  switch (lsn_accels_find (accels, G_N_ELEMENTS (accels), keyval, state))
    {
    case TAKE:
      take (bar);
      return GDK_EVENT_STOP;

    case COMPLETE:
      return complete (bar, bar->completed != NULL ? bar->nth + 1 : 0);

    case RECALL:
      return recall (bar, keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up);

    default: /* a new line is the text's own */
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
on_key_cb (GtkEventControllerKey *controller,
           guint                  keyval,
           guint                  keycode,
           GdkModifierType        state,
           LsnQuickBar           *bar)
{
  if (lsn_accels_find (accels, G_N_ELEMENTS (accels), keyval, state) != CLOSE)
    return GDK_EVENT_PROPAGATE;

  close_bar (bar);
  return GDK_EVENT_STOP;
}

static void
on_take_clicked (GtkButton   *button,
                 LsnQuickBar *bar)
{
  take (bar);
  gtk_widget_grab_focus (GTK_WIDGET (bar->text));
}

static void
on_close_clicked (GtkButton   *button,
                  LsnQuickBar *bar)
{
  close_bar (bar);
}

/* ---- the widget ---- */

static void
forget (LsnQuickBar *bar)
{
  if (bar->map != NULL)
    g_signal_handlers_disconnect_by_data (bar->map, bar);
  g_clear_pointer (&bar->entry, lsn_quick_entry_free);
  g_clear_pointer (&bar->completed, g_free);
  g_clear_object (&bar->map);
  bar->canvas = NULL;
}

static gboolean
lsn_quick_bar_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (LSN_QUICK_BAR (widget)->text));
}

static void
lsn_quick_bar_dispose (GObject *object)
{
  LsnQuickBar *bar = LSN_QUICK_BAR (object);

  forget (bar);
  if (bar->text != NULL)
    g_signal_handlers_disconnect_by_data (buffer_of (bar), bar);
  bar->text = NULL;
  lsn_template_dispose (GTK_WIDGET (object), LSN_TYPE_QUICK_BAR);
  G_OBJECT_CLASS (lsn_quick_bar_parent_class)->dispose (object);
}

static void
lsn_quick_bar_finalize (GObject *object)
{
  LsnQuickBar *bar = LSN_QUICK_BAR (object);

  g_hash_table_unref (bar->decisions);
  g_ptr_array_unref (bar->taken);
  G_OBJECT_CLASS (lsn_quick_bar_parent_class)->finalize (object);
}

static void
lsn_quick_bar_class_init (LsnQuickBarClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = lsn_quick_bar_dispose;
  G_OBJECT_CLASS (class)->finalize = lsn_quick_bar_finalize;
  widget_class->grab_focus = lsn_quick_bar_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_map/Liaison/ui/quick-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, LsnQuickBar, text);
  gtk_widget_class_bind_template_child (widget_class, LsnQuickBar, take);
  gtk_widget_class_bind_template_child (widget_class, LsnQuickBar, questions);
  gtk_widget_class_bind_template_child (widget_class, LsnQuickBar, preview);
  gtk_widget_class_bind_template_child (widget_class, LsnQuickBar, completions);
  gtk_widget_class_bind_template_callback (widget_class, on_completion_taken);
  gtk_widget_class_bind_template_callback (widget_class, on_take_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_close_clicked);
}

static void
lsn_quick_bar_init (LsnQuickBar *bar)
{
  GtkEventController *controller;

  bar->decisions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  bar->taken = g_ptr_array_new_with_free_func (g_free);
  g_type_ensure (LSN_TYPE_COMPLETION_ROW);
  gtk_widget_init_template (GTK_WIDGET (bar));
  g_signal_connect_swapped (buffer_of (bar), "changed", G_CALLBACK (on_changed_cb), bar);

  controller = gtk_event_controller_key_new ();
  g_signal_connect (controller, "key-pressed", G_CALLBACK (on_text_key_cb), bar);
  gtk_widget_add_controller (GTK_WIDGET (bar->text), controller);
  controller = gtk_event_controller_key_new ();
  g_signal_connect (controller, "key-pressed", G_CALLBACK (on_key_cb), bar);
  gtk_widget_add_controller (GTK_WIDGET (bar), controller);
}

/**
 * lsn_quick_bar_set_map:
 * @map: (nullable) (transfer none): what is added to; %NULL for none, which closes the bar
 * @canvas: (not nullable unless @map is): which shows it; outlives the bar or is replaced before
 */
void
lsn_quick_bar_set_map (LsnQuickBar *bar,
                       LsnMap      *map,
                       LsnCanvas   *canvas)
{
  g_return_if_fail (LSN_IS_QUICK_BAR (bar));

  forget (bar);
  gtk_widget_set_visible (GTK_WIDGET (bar), FALSE);
  g_hash_table_remove_all (bar->decisions);
  if (map == NULL)
    return;
  bar->map = g_object_ref (map);
  bar->canvas = canvas;
  set_text (bar, "");
  g_signal_connect_swapped (map, "changed", G_CALLBACK (update), bar);
}

/**
 * lsn_quick_bar_open:
 * @text: (nullable): lines to begin with; %NULL leaves what is there
 *
 * Shows the bar and gives it the keyboard.
 */
void
lsn_quick_bar_open (LsnQuickBar *bar,
                    const char  *text)
{
  g_return_if_fail (LSN_IS_QUICK_BAR (bar));

  if (bar->map == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (bar), TRUE);
  if (text != NULL)
    set_text (bar, text);
  update (bar);
  gtk_widget_grab_focus (GTK_WIDGET (bar->text));
}
