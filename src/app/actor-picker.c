/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/actor-picker.h"

#include <glib/gi18n-lib.h>

#include "app/swatch.h"
#include "app/template.h"
#include "canvas/suggestion-list.h"
#include "model/condition-words.h"
#include "model/names.h"

#define N_OFFERED  6
#define FEW_ENOUGH 4 /* to be seen at once */

struct _LsnActorPicker
{
  GtkWidget     parent_instance;

  GtkScrolledWindow *scroller;
  GtkBox       *named;
  GtkEntry     *entry;
  GtkBox       *offers;    /* where the suggestions are */
  GtkWidget    *selected;  /* names who is selected */

  GtkWidget    *list;      /* LsnSuggestionList, in the box of offers */
  LsnMap       *map;
  LsnSelection *selection;
  GPtrArray    *ids;       /* of char * */
  guint         most;      /* how many may be named */
};

G_DEFINE_FINAL_TYPE (LsnActorPicker, lsn_actor_picker, GTK_TYPE_WIDGET)

enum { CHANGED, DONE, N_SIGNALS };

static guint signals[N_SIGNALS];

static void show_named (LsnActorPicker *picker);

/* ---- who is named ---- */

static gboolean
is_named (LsnActorPicker *picker,
          const char     *id)
{
  return g_ptr_array_find_with_equal_func (picker->ids, id, g_str_equal, NULL);
}

static gboolean
is_full (LsnActorPicker *picker)
{
  return picker->ids->len >= picker->most;
}

static void
note_changed (LsnActorPicker *picker)
{
  show_named (picker);
  g_signal_emit (picker, signals[CHANGED], 0);
}

static void
on_remove (GtkWidget      *button,
           LsnActorPicker *picker)
{
  const char *id = g_object_get_data (G_OBJECT (button), "id");
  guint at;

  if (!g_ptr_array_find_with_equal_func (picker->ids, id, g_str_equal, &at))
    return;
  g_ptr_array_remove_index (picker->ids, at);
  note_changed (picker);
  gtk_widget_grab_focus (GTK_WIDGET (picker->entry));
}

static GtkWidget *
row_of (LsnActorPicker *picker,
        const char     *id)
{
  static const LsnColumnSpec actors = { .type = LSN_TYPE_REFERENCE, .refers_to = LSN_TABLE_ACTORS };
  LsnRow actor = lsn_map_find_row (picker->map, LSN_TABLE_ACTORS, id);
  g_autofree char *name = lsn_condition_value_in_words (picker->map, &actors, id);
  g_autofree char *hint = NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  /* Translators: a button that takes a condition of a filter away: "Remove “Kind: State”" */
  hint = g_strdup_printf (_("Remove “%s”"), name);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (button, hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, hint, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "small");
  g_object_set_data_full (G_OBJECT (button), "id", g_strdup (id), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_remove), picker);
  if (actor != LSN_NO_ROW)
    gtk_box_append (GTK_BOX (box), lsn_swatch_new (picker->map, lsn_map_get_reference (picker->map, LSN_TABLE_ACTORS, actor,
                                                                                       LSN_ACTOR_KIND)));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

static gboolean
can_use_selection (LsnActorPicker *picker)
{
  guint n_rows;
  const LsnRow *rows = lsn_selection_rows (picker->selection, LSN_TABLE_ACTORS, &n_rows);
  gboolean is_other = n_rows != picker->ids->len;

  for (guint i = 0; i < n_rows && !is_other; i++)
    is_other = !is_named (picker, lsn_map_row_id (picker->map, LSN_TABLE_ACTORS, rows[i]));
  return n_rows > 0 && n_rows <= picker->most && is_other;
}

static void
show_named (LsnActorPicker *picker)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (picker->named))) != NULL)
    gtk_box_remove (picker->named, child);
  for (guint i = 0; i < picker->ids->len; i++)
    gtk_box_append (picker->named, row_of (picker, g_ptr_array_index (picker->ids, i)));
  /* What may be scrolled is never lower than its scroll bar. */
  gtk_scrolled_window_set_policy (picker->scroller, GTK_POLICY_NEVER,
                                  picker->ids->len > FEW_ENOUGH ? GTK_POLICY_AUTOMATIC : GTK_POLICY_NEVER);
  gtk_widget_set_visible (GTK_WIDGET (picker->scroller), picker->ids->len > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (picker->entry), !is_full (picker));
  gtk_widget_set_visible (picker->selected, can_use_selection (picker));
}

/* ---- naming ---- */

static GArray *
rows_of_ids (LsnActorPicker *picker)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (LsnRow));

  for (guint i = 0; i < picker->ids->len; i++)
    {
      LsnRow row = lsn_map_find_row (picker->map, LSN_TABLE_ACTORS, g_ptr_array_index (picker->ids, i));

      if (row != LSN_NO_ROW)
        g_array_append_val (rows, row);
    }
  return rows;
}

/* Whoever fits best is meant, unless the keyboard says otherwise. */
static void
on_typed (LsnActorPicker *picker)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (picker->entry));
  g_autoptr (GArray) but = NULL;
  GPtrArray *suggestions;

  if (picker->map == NULL)
    return;
  but = rows_of_ids (picker);
  suggestions = lsn_suggest_actors (picker->map, text, (const LsnRow *) (gpointer) but->data, but->len, N_OFFERED);
  lsn_suggestion_list_set (LSN_SUGGESTION_LIST (picker->list), suggestions);
  if (lsn_suggestion_list_n (LSN_SUGGESTION_LIST (picker->list)) > 0)
    lsn_suggestion_list_choose (LSN_SUGGESTION_LIST (picker->list), 0);
  gtk_widget_set_visible (GTK_WIDGET (picker->offers), lsn_suggestion_list_n (LSN_SUGGESTION_LIST (picker->list)) > 0);
  if (*text != '\0' && !gtk_widget_get_visible (GTK_WIDGET (picker->offers)))
    gtk_widget_add_css_class (GTK_WIDGET (picker->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (picker->entry), "error");
}

static void
take (LsnActorPicker *picker)
{
  const LsnSuggestion *chosen = lsn_suggestion_list_get_chosen (LSN_SUGGESTION_LIST (picker->list));
  const char *id;

  if (*gtk_editable_get_text (GTK_EDITABLE (picker->entry)) == '\0')
    {
      g_signal_emit (picker, signals[DONE], 0);
      return;
    }
  if (chosen == NULL || is_full (picker))
    return;
  id = lsn_map_row_id (picker->map, LSN_TABLE_ACTORS, chosen->actor);
  if (!is_named (picker, id))
    g_ptr_array_add (picker->ids, g_strdup (id));
  gtk_editable_set_text (GTK_EDITABLE (picker->entry), "");
  note_changed (picker);
}

static void
on_selected_clicked (LsnActorPicker *picker)
{
  lsn_actor_picker_use_selection (picker);
  gtk_widget_grab_focus (GTK_WIDGET (picker));
}

static gboolean
on_entry_key (GtkEventControllerKey *controller,
              guint                  keyval,
              guint                  keycode,
              GdkModifierType        state,
              LsnActorPicker        *picker)
{
  return lsn_suggestion_list_handle_key (LSN_SUGGESTION_LIST (picker->list), keyval, FALSE);
}

/* ---- the widget ---- */

static gboolean
lsn_actor_picker_grab_focus (GtkWidget *widget)
{
  LsnActorPicker *picker = LSN_ACTOR_PICKER (widget);

  if (!is_full (picker))
    return gtk_widget_grab_focus (GTK_WIDGET (picker->entry));
  return gtk_widget_child_focus (GTK_WIDGET (picker->named), GTK_DIR_TAB_FORWARD);
}

static void
lsn_actor_picker_dispose (GObject *object)
{
  LsnActorPicker *picker = LSN_ACTOR_PICKER (object);

  lsn_template_dispose (GTK_WIDGET (picker), LSN_TYPE_ACTOR_PICKER);
  g_clear_object (&picker->map);
  g_clear_object (&picker->selection);
  G_OBJECT_CLASS (lsn_actor_picker_parent_class)->dispose (object);
}

static void
lsn_actor_picker_finalize (GObject *object)
{
  g_ptr_array_unref (LSN_ACTOR_PICKER (object)->ids);
  G_OBJECT_CLASS (lsn_actor_picker_parent_class)->finalize (object);
}

static void
lsn_actor_picker_class_init (LsnActorPickerClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = lsn_actor_picker_dispose;
  G_OBJECT_CLASS (class)->finalize = lsn_actor_picker_finalize;
  widget_class->grab_focus = lsn_actor_picker_grab_focus;
  signals[CHANGED] = g_signal_new ("changed", LSN_TYPE_ACTOR_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DONE] = g_signal_new ("done", LSN_TYPE_ACTOR_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_map/Liaison/ui/actor-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, LsnActorPicker, scroller);
  gtk_widget_class_bind_template_child (widget_class, LsnActorPicker, named);
  gtk_widget_class_bind_template_child (widget_class, LsnActorPicker, entry);
  gtk_widget_class_bind_template_child (widget_class, LsnActorPicker, offers);
  gtk_widget_class_bind_template_child (widget_class, LsnActorPicker, selected);
  gtk_widget_class_bind_template_callback (widget_class, on_typed);
  gtk_widget_class_bind_template_callback (widget_class, take);
  gtk_widget_class_bind_template_callback (widget_class, on_selected_clicked);
}

static void
lsn_actor_picker_init (LsnActorPicker *picker)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  picker->ids = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (picker));
  picker->list = lsn_suggestion_list_new (GTK_WIDGET (picker->entry));
  gtk_box_append (picker->offers, picker->list);
  g_signal_connect_swapped (picker->list, "taken", G_CALLBACK (take), picker);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_entry_key), picker);
  gtk_widget_add_controller (GTK_WIDGET (picker->entry), keys);
}

/**
 * lsn_actor_picker_set_map:
 * @map: (transfer none): whose actors
 * @selection: (transfer none): which of them are selected
 * @most: how many can be named
 *
 * Nobody is named at first.
 */
void
lsn_actor_picker_set_map (LsnActorPicker *picker,
                          LsnMap         *map,
                          LsnSelection   *selection,
                          guint           most)
{
  g_return_if_fail (LSN_IS_ACTOR_PICKER (picker));

  g_set_object (&picker->map, map);
  g_set_object (&picker->selection, selection);
  picker->most = most;
  g_ptr_array_set_size (picker->ids, 0);
  gtk_editable_set_text (GTK_EDITABLE (picker->entry), "");
  show_named (picker);
}

/**
 * lsn_actor_picker_set_ids:
 * @ids: (array zero-terminated=1): the ids of those who are named
 */
void
lsn_actor_picker_set_ids (LsnActorPicker    *picker,
                          const char *const *ids)
{
  g_return_if_fail (LSN_IS_ACTOR_PICKER (picker));

  g_ptr_array_set_size (picker->ids, 0);
  for (guint i = 0; ids[i] != NULL; i++)
    g_ptr_array_add (picker->ids, g_strdup (ids[i]));
  show_named (picker);
}

/**
 * lsn_actor_picker_use_selection:
 *
 * Names those who are selected, if they are not too many.
 */
void
lsn_actor_picker_use_selection (LsnActorPicker *picker)
{
  guint n_rows;
  const LsnRow *rows;

  g_return_if_fail (LSN_IS_ACTOR_PICKER (picker));

  rows = lsn_selection_rows (picker->selection, LSN_TABLE_ACTORS, &n_rows);
  if (!can_use_selection (picker))
    return;
  g_ptr_array_set_size (picker->ids, 0);
  for (guint i = 0; i < n_rows; i++)
    g_ptr_array_add (picker->ids, g_strdup (lsn_map_row_id (picker->map, LSN_TABLE_ACTORS, rows[i])));
  note_changed (picker);
}

/**
 * lsn_actor_picker_get_ids:
 *
 * Returns: (transfer full) (array zero-terminated=1): the ids of those who are named
 */
char **
lsn_actor_picker_get_ids (LsnActorPicker *picker)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  g_return_val_if_fail (LSN_IS_ACTOR_PICKER (picker), NULL);

  for (guint i = 0; i < picker->ids->len; i++)
    g_strv_builder_add (ids, g_ptr_array_index (picker->ids, i));
  return g_strv_builder_end (ids);
}
