/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/typed-value.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "app/cell-words.h"
#include "app/dates.h"
#include "app/number-words.h"
#include "app/template.h"

/* A moment that no column holds is read as the beginning of an actor's time. */
#define DATE_COLUMN ((LsnColumn) LSN_ACTOR_SINCE)

struct _LsnTypedValue
{
  GtkWidget      parent_instance;

  GtkEntry      *entry;
  GtkScale      *scale;
  GtkLabel      *hint;

  LsnMap        *map;
  LsnTable       table;
  LsnColumn      column;
  LsnCellReader *reader;
  gboolean       showing; /* one is being told what the other says */
};

G_DEFINE_FINAL_TYPE (LsnTypedValue, lsn_typed_value, GTK_TYPE_WIDGET)

enum { CHANGED, DONE, N_SIGNALS };

static guint signals[N_SIGNALS];

static const LsnColumnSpec *
spec_of (LsnTypedValue *value)
{
  return lsn_map_column_spec (value->map, value->table, value->column);
}

static gboolean
is_bounded (const LsnColumnSpec *spec)
{
  return (spec->type == LSN_TYPE_NUMBER || spec->type == LSN_TYPE_INTEGER) && isfinite (spec->min) && isfinite (spec->max);
}

static double
number_of (LsnValue value)
{
  return value.kind == LSN_VALUE_INTEGER ? (double) value.integer : value.kind == LSN_VALUE_NUMBER ? value.number : NAN;
}

/* What is typed, as the column takes it; empty when it is not understood, which @error says. */
static LsnValue
read_entry (LsnTypedValue *value,
            GError       **error)
{
  LsnValue read = LSN_EMPTY;

  if (!lsn_cell_reader_read (value->reader, value->table, value->column, gtk_editable_get_text (GTK_EDITABLE (value->entry)),
                             &read, error))
    return LSN_EMPTY;
  return read;
}

static char *
examples (const LsnColumnSpec *spec)
{
  if (spec->type == LSN_TYPE_DATE)
    return g_strdup (lsn_column_is_end (spec) ? _("For example 2021, March 2021, the end of 2021, 2021-03-04")
                                              : _("For example 2021, March 2021, 4 March 2021, 2021-03-04"));
  if (is_bounded (spec))
    {
      g_autofree char *least = lsn_number_in_locale (spec->min);
      g_autofree char *most = lsn_number_in_locale (spec->max);

      /* Translators: below an entry of numbers: the least and the greatest that it takes */
      return g_strdup_printf (_("From %1$s to %2$s"), least, most);
    }
  return g_strdup (_("A number"));
}

/* What was understood, or why not. */
static void
show_hint (LsnTypedValue *value,
           LsnValue       read,
           const GError  *error)
{
  const LsnColumnSpec *spec = spec_of (value);
  g_autofree char *words = NULL;

  if (error != NULL)
    words = g_strdup (error->message);
  else if (read.kind == LSN_VALUE_EMPTY)
    words = examples (spec);
  else if (spec->type == LSN_TYPE_DATE)
    words = lsn_date_to_words (read.text, lsn_column_is_end (spec));
  else
    words = lsn_number_in_words (spec, number_of (read));
  gtk_label_set_text (value->hint, words);
  if (error != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (value->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (value->entry), "error");
  gtk_accessible_update_property (GTK_ACCESSIBLE (value->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

static void
show_scale (LsnTypedValue *value,
            LsnValue       read)
{
  double number = number_of (read);

  if (!gtk_widget_get_visible (GTK_WIDGET (value->scale)) || isnan (number))
    return;
  value->showing = TRUE;
  gtk_range_set_value (GTK_RANGE (value->scale), number);
  value->showing = FALSE;
}

static void
on_entry_changed (GtkEditable   *entry,
                  LsnTypedValue *value)
{
  g_autoptr (GError) error = NULL;
  LsnValue read;

  if (value->reader == NULL || value->showing)
    return;
  read = read_entry (value, &error);
  show_hint (value, read, error);
  show_scale (value, read);
  g_signal_emit (value, signals[CHANGED], 0);
}

static void
on_scale_changed (GtkRange      *range,
                  LsnTypedValue *value)
{
  double step = gtk_adjustment_get_step_increment (gtk_range_get_adjustment (range));
  double number = round (gtk_range_get_value (range) / step) * step;
  g_autofree char *text = NULL;

  if (value->showing)
    return;
  /* no more digits than a step has */
  text = lsn_number_in_locale (round (number * 1e6) / 1e6 + 0.0);
  gtk_editable_set_text (GTK_EDITABLE (value->entry), text);
}

static void
on_activate (LsnTypedValue *value)
{
  g_signal_emit (value, signals[DONE], 0);
}

static gboolean
lsn_typed_value_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (LSN_TYPED_VALUE (widget)->entry));
}

static void
lsn_typed_value_dispose (GObject *object)
{
  LsnTypedValue *value = LSN_TYPED_VALUE (object);

  g_clear_pointer (&value->reader, lsn_cell_reader_free);
  lsn_template_dispose (GTK_WIDGET (value), LSN_TYPE_TYPED_VALUE);
  g_clear_object (&value->map);
  G_OBJECT_CLASS (lsn_typed_value_parent_class)->dispose (object);
}

static void
lsn_typed_value_class_init (LsnTypedValueClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = lsn_typed_value_dispose;
  widget_class->grab_focus = lsn_typed_value_grab_focus;
  signals[CHANGED] = g_signal_new ("changed", LSN_TYPE_TYPED_VALUE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DONE] = g_signal_new ("done", LSN_TYPE_TYPED_VALUE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_map/Liaison/ui/typed-value.ui");
  gtk_widget_class_bind_template_child (widget_class, LsnTypedValue, entry);
  gtk_widget_class_bind_template_child (widget_class, LsnTypedValue, scale);
  gtk_widget_class_bind_template_child (widget_class, LsnTypedValue, hint);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_scale_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
}

static void
lsn_typed_value_init (LsnTypedValue *value)
{
  gtk_widget_init_template (GTK_WIDGET (value));
}

static void
set_up_scale (LsnTypedValue       *value,
              const LsnColumnSpec *spec)
{
  double step = spec->type == LSN_TYPE_INTEGER ? 1 : (spec->max - spec->min) / 20;

  value->showing = TRUE;
  gtk_range_set_range (GTK_RANGE (value->scale), spec->min, spec->max);
  gtk_range_set_increments (GTK_RANGE (value->scale), step, step * 2);
  gtk_range_set_value (GTK_RANGE (value->scale), (spec->min + spec->max) / 2);
  value->showing = FALSE;
}

/**
 * lsn_typed_value_set_column:
 * @map: (transfer none): whose column
 * @column: of numbers or dates; %LSN_NO_COLUMN for a date that is no cell's
 *
 * Begins with nothing typed.
 */
void
lsn_typed_value_set_column (LsnTypedValue *value,
                            LsnMap        *map,
                            LsnTable       table,
                            LsnColumn      column)
{
  const LsnColumnSpec *spec;
  const char *label;

  g_return_if_fail (LSN_IS_TYPED_VALUE (value));

  g_clear_pointer (&value->reader, lsn_cell_reader_free);
  g_set_object (&value->map, map);
  value->table = column == LSN_NO_COLUMN ? LSN_TABLE_ACTORS : table;
  value->column = column == LSN_NO_COLUMN ? DATE_COLUMN : column;
  spec = spec_of (value);
  label = column == LSN_NO_COLUMN ? _("Date") : lsn_column_label (spec);
  gtk_accessible_update_property (GTK_ACCESSIBLE (value->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (value->scale), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_visible (GTK_WIDGET (value->scale), is_bounded (spec));
  if (is_bounded (spec))
    set_up_scale (value, spec);
  gtk_editable_set_text (GTK_EDITABLE (value->entry), "");
  value->reader = lsn_cell_reader_new (map);
  show_hint (value, LSN_EMPTY, NULL);
}

/**
 * lsn_typed_value_set:
 * @text: (nullable): the value as files write it; %NULL for none
 */
void
lsn_typed_value_set (LsnTypedValue *value,
                     const char    *text)
{
  const LsnColumnSpec *spec;
  LsnValue parsed;
  g_autofree char *words = NULL;

  g_return_if_fail (LSN_IS_TYPED_VALUE (value));

  spec = spec_of (value);
  if (text != NULL && lsn_map_parse_cell (value->map, value->table, value->column, text, &parsed, NULL))
    words = lsn_value_words (value->map, spec, parsed);
  gtk_editable_set_text (GTK_EDITABLE (value->entry), words != NULL ? words : text != NULL ? text : "");
}

/**
 * lsn_typed_value_get:
 *
 * Returns: (transfer full) (nullable): the value as files write it; %NULL when there is none that is understood
 */
char *
lsn_typed_value_get (LsnTypedValue *value)
{
  LsnValue read;
  char digits[32];

  g_return_val_if_fail (LSN_IS_TYPED_VALUE (value), NULL);

  read = read_entry (value, NULL);
  if (read.kind == LSN_VALUE_TEXT)
    return g_strdup (read.text);
  return read.kind != LSN_VALUE_EMPTY ? g_strdup (lsn_number_format (number_of (read), digits)) : NULL;
}
