/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/value-picker.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/swatch.h"
#include "app/template.h"
#include "model/condition-words.h"
#include "model/held-values.h"
#include "model/kinds.h"
#include "model/row-text.h"

#define MOST_SHOWN  60 /* the others are found by typing */
#define FEW_ENOUGH  8  /* to be seen at once, with no entry to find them */

/* A value that can be chosen. */
typedef struct
{
  char    *value;
  char    *label;
  char    *folded;    /* what it is found by */
  LsnRow   kind;      /* whose looks stand before it; LSN_NO_ROW for none */
  guint    n_rows;
  gboolean chosen;
  gboolean comes_first;
} Entry;

struct _LsnValuePicker
{
  GtkWidget       parent_instance;

  GtkSearchEntry *search;
  GtkScrolledWindow *scroller;
  GtkBox         *list;
  GtkLabel       *more;

  LsnMap         *map;
  LsnTable        table;
  LsnColumn       column;
  GPtrArray      *entries; /* of Entry */
  gboolean        filling;
};

G_DEFINE_FINAL_TYPE (LsnValuePicker, lsn_value_picker, GTK_TYPE_WIDGET)

enum { CHANGED, DONE, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->value);
  g_free (entry->label);
  g_free (entry->folded);
  g_free (entry);
}

/* ---- what there is to choose from ---- */

static LsnRow
kind_of (LsnValuePicker      *picker,
         const LsnColumnSpec *spec,
         LsnRow               row)
{
  if (spec->type != LSN_TYPE_REFERENCE || row == LSN_NO_ROW)
    return LSN_NO_ROW;
  if (spec->refers_to == LSN_TABLE_KINDS)
    return row;
  return spec->refers_to == LSN_TABLE_ACTORS ? lsn_map_get_reference (picker->map, LSN_TABLE_ACTORS, row, LSN_ACTOR_KIND)
                                             : LSN_NO_ROW;
}

static Entry *
add_entry (LsnValuePicker *picker,
           const char     *value,
           LsnRow          row,
           guint           n_rows,
           LsnRowTexts    *names)
{
  const LsnColumnSpec *spec = lsn_map_column_spec (picker->map, picker->table, picker->column);
  Entry *entry = g_new0 (Entry, 1);

  entry->value = g_strdup (value);
  entry->label = lsn_condition_value_in_words (picker->map, spec, value);
  /* An actor is found by its other names too. */
  entry->folded = names != NULL && row != LSN_NO_ROW ? g_strdup (lsn_row_texts_get (names, row))
                                                      : lsn_text_fold (entry->label);
  entry->kind = kind_of (picker, spec, row);
  entry->n_rows = n_rows;
  g_ptr_array_add (picker->entries, entry);
  return entry;
}

static GtkWidget *
content_of (LsnValuePicker *picker,
            const Entry    *entry)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (entry->label);
  g_autofree char *digits = g_strdup_printf ("%u", entry->n_rows);
  GtkWidget *count = gtk_label_new (digits);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  if (entry->kind != LSN_NO_ROW)
    gtk_box_append (GTK_BOX (box), lsn_swatch_new (picker->map, entry->kind));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  return box;
}

static void
on_toggled (GtkCheckButton *check,
            LsnValuePicker *picker)
{
  Entry *entry = g_object_get_data (G_OBJECT (check), "entry");

  if (picker->filling)
    return;
  entry->chosen = gtk_check_button_get_active (check);
  g_signal_emit (picker, signals[CHANGED], 0);
}

static void
append_check (LsnValuePicker *picker,
              Entry          *entry)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), content_of (picker, entry));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), entry->chosen);
  gtk_widget_set_tooltip_text (check, g_utf8_strlen (entry->label, -1) > 28 ? entry->label : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, entry->label, -1);
  g_object_set_data (G_OBJECT (check), "entry", entry);
  g_signal_connect (check, "toggled", G_CALLBACK (on_toggled), picker);
  gtk_box_append (picker->list, check);
}

static char *
wanted_text (LsnValuePicker *picker)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (picker->search))));

  return lsn_text_fold (typed);
}

/* Those that were chosen at first stand first, so that they are seen. */
static void
fill (LsnValuePicker *picker)
{
  g_autofree char *wanted = wanted_text (picker);
  g_autofree char *words = NULL;
  guint n_found = 0;
  GtkWidget *child;

  picker->filling = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (picker->list))) != NULL)
    gtk_box_remove (picker->list, child);
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < picker->entries->len; i++)
      {
        Entry *entry = g_ptr_array_index (picker->entries, i);

        if (entry->comes_first != (pass == 0) || strstr (entry->folded, wanted) == NULL)
          continue;
        if (n_found++ < MOST_SHOWN)
          append_check (picker, entry);
      }
  picker->filling = FALSE;
  /* What may be scrolled is never lower than its scroll bar. */
  gtk_scrolled_window_set_policy (picker->scroller, GTK_POLICY_NEVER,
                                  picker->entries->len > FEW_ENOUGH ? GTK_POLICY_AUTOMATIC : GTK_POLICY_NEVER);
  if (n_found == 0)
    words = g_strdup (*wanted != '\0' ? _("Nothing found") : _("No values yet"));
  else if (n_found > MOST_SHOWN)
    words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                          /* Translators: below a list that is cut short */
                                          "%u more: type to find it", "%u more: type to find them", n_found - MOST_SHOWN),
                             n_found - MOST_SHOWN);
  gtk_label_set_text (picker->more, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (picker->more), words != NULL);
}

/* ---- keys ---- */

/* What is found first is chosen, and the entry is ready for the next. */
static void
on_search_activate (LsnValuePicker *picker)
{
  GtkWidget *first;
  Entry *entry;

  if (*gtk_editable_get_text (GTK_EDITABLE (picker->search)) == '\0')
    {
      g_signal_emit (picker, signals[DONE], 0);
      return;
    }
  fill (picker);
  first = gtk_widget_get_first_child (GTK_WIDGET (picker->list));
  if (first == NULL)
    return;
  entry = g_object_get_data (G_OBJECT (first), "entry");
  entry->chosen = !entry->chosen;
  gtk_editable_set_text (GTK_EDITABLE (picker->search), "");
  fill (picker);
  g_signal_emit (picker, signals[CHANGED], 0);
}

static gboolean
on_search_key (GtkEventControllerKey *controller,
               guint                  keyval,
               guint                  keycode,
               GdkModifierType        state,
               LsnValuePicker        *picker)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (picker->list));

  if ((keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down) || first == NULL)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (first);
  return GDK_EVENT_STOP;
}

/* ---- the widget ---- */

static gboolean
lsn_value_picker_grab_focus (GtkWidget *widget)
{
  LsnValuePicker *picker = LSN_VALUE_PICKER (widget);
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (picker->list)), *chosen = first;

  if (gtk_widget_get_visible (GTK_WIDGET (picker->search)))
    return gtk_widget_grab_focus (GTK_WIDGET (picker->search));
  while (chosen != NULL && !gtk_check_button_get_active (GTK_CHECK_BUTTON (chosen)))
    chosen = gtk_widget_get_next_sibling (chosen);
  return first != NULL && gtk_widget_grab_focus (chosen != NULL ? chosen : first);
}

static void
lsn_value_picker_dispose (GObject *object)
{
  LsnValuePicker *picker = LSN_VALUE_PICKER (object);

  lsn_template_dispose (GTK_WIDGET (picker), LSN_TYPE_VALUE_PICKER);
  g_clear_object (&picker->map);
  G_OBJECT_CLASS (lsn_value_picker_parent_class)->dispose (object);
}

static void
lsn_value_picker_finalize (GObject *object)
{
  g_ptr_array_unref (LSN_VALUE_PICKER (object)->entries);
  G_OBJECT_CLASS (lsn_value_picker_parent_class)->finalize (object);
}

static void
lsn_value_picker_class_init (LsnValuePickerClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = lsn_value_picker_dispose;
  G_OBJECT_CLASS (class)->finalize = lsn_value_picker_finalize;
  widget_class->grab_focus = lsn_value_picker_grab_focus;
  signals[CHANGED] = g_signal_new ("changed", LSN_TYPE_VALUE_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DONE] = g_signal_new ("done", LSN_TYPE_VALUE_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_map/Liaison/ui/value-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, LsnValuePicker, search);
  gtk_widget_class_bind_template_child (widget_class, LsnValuePicker, scroller);
  gtk_widget_class_bind_template_child (widget_class, LsnValuePicker, list);
  gtk_widget_class_bind_template_child (widget_class, LsnValuePicker, more);
  gtk_widget_class_bind_template_callback (widget_class, fill);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate);
}

static void
lsn_value_picker_init (LsnValuePicker *picker)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  picker->entries = g_ptr_array_new_with_free_func (entry_free);
  gtk_widget_init_template (GTK_WIDGET (picker));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_search_key), picker);
  gtk_widget_add_controller (GTK_WIDGET (picker->search), keys);
}

/**
 * lsn_value_picker_set_column:
 * @map: (transfer none): that is looked at now; what changes in it later is not seen
 * @table: actors or ties
 * @column: one of its columns
 *
 * Offers what the column holds; nothing is chosen. O(rows).
 */
void
lsn_value_picker_set_column (LsnValuePicker *picker,
                             LsnMap         *map,
                             LsnTable        table,
                             LsnColumn       column)
{
  const LsnColumnSpec *spec = lsn_map_column_spec (map, table, column);
  g_autoptr (GPtrArray) values = lsn_held_values (map, table, column);
  g_autoptr (LsnRowTexts) names = NULL;

  g_return_if_fail (LSN_IS_VALUE_PICKER (picker));

  g_set_object (&picker->map, map);
  picker->table = table;
  picker->column = column;
  if (spec->type == LSN_TYPE_REFERENCE && spec->refers_to == LSN_TABLE_ACTORS)
    names = lsn_row_texts_new (map, LSN_TABLE_ACTORS);
  picker->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (picker->search), "");
  picker->filling = FALSE;
  g_ptr_array_set_size (picker->entries, 0);
  for (guint i = 0; i < values->len; i++)
    {
      const LsnHeldValue *held = g_ptr_array_index (values, i);

      add_entry (picker, held->value, held->row, held->n_rows, names);
    }
  gtk_widget_set_visible (GTK_WIDGET (picker->search), picker->entries->len > FEW_ENOUGH);
  fill (picker);
}

/**
 * lsn_value_picker_set_values:
 * @values: (array zero-terminated=1): those that are chosen; what the column does not hold can be given up
 */
void
lsn_value_picker_set_values (LsnValuePicker    *picker,
                             const char *const *values)
{
  g_return_if_fail (LSN_IS_VALUE_PICKER (picker));

  for (guint i = 0; i < picker->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (picker->entries, i);

      entry->chosen = g_strv_contains (values, entry->value);
      entry->comes_first = entry->chosen && picker->entries->len > FEW_ENOUGH;
    }
  for (guint i = 0; values[i] != NULL; i++)
    {
      gboolean known = FALSE;
      Entry *entry;

      for (guint j = 0; !known && j < picker->entries->len; j++)
        known = g_str_equal (((Entry *) g_ptr_array_index (picker->entries, j))->value, values[i]);
      if (known)
        continue;
      entry = add_entry (picker, values[i], LSN_NO_ROW, 0, NULL);
      entry->chosen = entry->comes_first = TRUE;
    }
  fill (picker);
}

/**
 * lsn_value_picker_get_values:
 *
 * Returns: (transfer full) (array zero-terminated=1): those that are chosen, in the order of the list
 */
char **
lsn_value_picker_get_values (LsnValuePicker *picker)
{
  g_autoptr (GStrvBuilder) values = g_strv_builder_new ();

  g_return_val_if_fail (LSN_IS_VALUE_PICKER (picker), NULL);

  for (guint i = 0; i < picker->entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (picker->entries, i);

      if (entry->chosen)
        g_strv_builder_add (values, entry->value);
    }
  return g_strv_builder_end (values);
}
