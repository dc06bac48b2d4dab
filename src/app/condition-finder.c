/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/condition-finder.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/condition-tests.h"
#include "app/swatch.h"
#include "app/template.h"
#include "model/condition-words.h"
#include "model/held-values.h"
#include "model/row-text.h"

struct _LsnConditionFinder
{
  GtkWidget       parent_instance;

  GtkSearchEntry *search;
  GtkListBox     *list;

  char           *wanted;  /* folded; "" for all */
};

G_DEFINE_FINAL_TYPE (LsnConditionFinder, lsn_condition_finder, GTK_TYPE_WIDGET)

enum { CHOSEN, CANCEL, N_SIGNALS };

static guint signals[N_SIGNALS];

/* What a row of the list is about. */
typedef struct
{
  LsnCondition *condition;
  const char   *section;  /* translated */
  char         *folded;   /* what it is found by */
  gboolean      is_value; /* only shown while something is typed */
} Subject;

static void
subject_free (gpointer data)
{
  Subject *subject = data;

  lsn_condition_free (subject->condition);
  g_free (subject->folded);
  g_free (subject);
}

static const Subject *
subject_of (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "subject");
}

/* ---- rows ---- */

static GtkWidget *
content_of (const char *title,
            const char *detail,
            GtkWidget  *swatch)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (title);

  if (swatch != NULL)
    gtk_box_append (GTK_BOX (box), swatch);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  if (detail != NULL)
    {
      GtkWidget *dim = gtk_label_new (detail);

      gtk_label_set_ellipsize (GTK_LABEL (dim), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (dim, "dim-label");
      gtk_widget_add_css_class (dim, "caption");
      gtk_box_append (GTK_BOX (box), dim);
    }
  return box;
}

/* Takes @condition and @swatch. */
static void
append_row (LsnConditionFinder *finder,
            LsnCondition       *condition,
            const char         *section,
            const char         *title,
            const char         *detail,
            GtkWidget          *swatch,
            gboolean            is_value)
{
  GtkWidget *row = gtk_list_box_row_new ();
  Subject *subject = g_new0 (Subject, 1);
  g_autofree char *words = g_strjoin (" ", title, detail != NULL ? detail : "", section, NULL);

  subject->condition = condition;
  subject->section = section;
  subject->is_value = is_value;
  subject->folded = lsn_text_fold (is_value ? title : words);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), content_of (title, detail, swatch));
  g_object_set_data_full (G_OBJECT (row), "subject", subject, subject_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, section, -1);
  gtk_list_box_append (finder->list, row);
}

static void
append_whole_map (LsnConditionFinder *finder)
{
  static const LsnTest tests[] = { LSN_TEST_WITHIN, LSN_TEST_BETWEEN, LSN_TEST_TIED, LSN_TEST_DURING };

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      LsnCondition *condition = lsn_condition_new (tests[i], LSN_TABLE_ACTORS, NULL, NULL);

      condition->steps = tests[i] == LSN_TEST_WITHIN ? 1 : 0;
      /* Translators: heading of what a filter can ask that is no column: paths, steps, time */
      append_row (finder, condition, _("Ties and time"), lsn_whole_map_test_label (tests[i]), NULL, NULL, FALSE);
    }
}

static void
append_columns (LsnConditionFinder *finder,
                LsnMap             *map,
                LsnTable            table,
                const char         *section)
{
  for (LsnColumn column = lsn_map_next_column (map, table, LSN_NO_COLUMN); column != LSN_NO_COLUMN;
       column = lsn_map_next_column (map, table, column))
    {
      const LsnColumnSpec *spec = lsn_map_column_spec (map, table, column);
      LsnTest tests[LSN_N_TESTS];

      if (!lsn_column_has_tests (spec))
        continue;
      lsn_column_tests (spec, tests);
      append_row (finder, lsn_condition_new (tests[0], table, spec->id, NULL), section, lsn_column_label (spec),
                  lsn_column_group (spec), NULL, FALSE);
    }
}

/* Kinds and choices: few, and known by name. */
static void
append_values (LsnConditionFinder *finder,
               LsnMap             *map,
               LsnTable            table,
               const char         *section)
{
  for (LsnColumn column = lsn_map_next_column (map, table, LSN_NO_COLUMN); column != LSN_NO_COLUMN;
       column = lsn_map_next_column (map, table, column))
    {
      const LsnColumnSpec *spec = lsn_map_column_spec (map, table, column);
      gboolean is_kind = spec->type == LSN_TYPE_REFERENCE && spec->refers_to == LSN_TABLE_KINDS;
      g_autoptr (GPtrArray) values = NULL;

      if (!lsn_column_has_tests (spec) || (!is_kind && spec->type != LSN_TYPE_CHOICE))
        continue;
      values = lsn_held_values (map, table, column);
      for (guint i = 0; i < values->len; i++)
        {
          const LsnHeldValue *held = g_ptr_array_index (values, i);
          const char *strv[] = { held->value, NULL };
          LsnCondition *condition = lsn_condition_new (LSN_TEST_IS, table, spec->id, strv);
          g_autofree char *title = lsn_condition_describe (condition, map);

          if (held->n_rows == 0)
            lsn_condition_free (condition);
          else
            append_row (finder, condition, section, title, NULL,
                        is_kind && held->row != LSN_NO_ROW ? lsn_swatch_new (map, held->row) : NULL, TRUE);
        }
    }
}

static gboolean
is_wanted (GtkListBoxRow *row,
           gpointer       data)
{
  LsnConditionFinder *finder = data;
  const Subject *subject = subject_of (row);
  g_auto (GStrv) words = NULL;

  if (*finder->wanted == '\0')
    return !subject->is_value;
  words = g_strsplit (finder->wanted, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (subject->folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static void
show_heading (GtkListBoxRow *row,
              GtkListBoxRow *before,
              gpointer       data)
{
  const char *section = subject_of (row)->section;
  GtkWidget *label;

  if (before != NULL && g_str_equal (subject_of (before)->section, section))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  if (gtk_list_box_row_get_header (row) != NULL)
    return;
  label = gtk_label_new (section);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "finder-heading");
  gtk_list_box_row_set_header (row, label);
}

/* ---- finding ---- */

static GtkListBoxRow *
first_shown (LsnConditionFinder *finder)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (finder->list, i)) != NULL; i++)
    if (gtk_widget_get_child_visible (GTK_WIDGET (row)))
      return row;
  return NULL;
}

static void
look (LsnConditionFinder *finder)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (finder->search))));

  g_free (finder->wanted);
  finder->wanted = lsn_text_fold (typed);
  gtk_list_box_invalidate_filter (finder->list);
  gtk_list_box_invalidate_headers (finder->list);
  gtk_list_box_select_row (finder->list, *finder->wanted != '\0' ? first_shown (finder) : NULL);
}

static void
on_activated (GtkListBox         *list,
              GtkListBoxRow      *row,
              LsnConditionFinder *finder)
{
  g_autoptr (LsnCondition) condition = lsn_condition_copy (subject_of (row)->condition);

  g_signal_emit (finder, signals[CHOSEN], 0, condition);
}

/* Who types and presses Enter at once is faster than the entry, which says a little later that its text has changed. */
static void
on_search_activate (LsnConditionFinder *finder)
{
  GtkListBoxRow *row;

  look (finder);
  row = gtk_list_box_get_selected_row (finder->list);
  if (row != NULL)
    on_activated (finder->list, row, finder);
}

static void
on_stop_search (LsnConditionFinder *finder)
{
  g_signal_emit (finder, signals[CANCEL], 0);
}

static gboolean
on_search_key (GtkEventControllerKey *controller,
               guint                  keyval,
               guint                  keycode,
               GdkModifierType        state,
               LsnConditionFinder    *finder)
{
  GtkListBoxRow *row = first_shown (finder);

  if ((keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down) || row == NULL)
    return GDK_EVENT_PROPAGATE;
  gtk_list_box_select_row (finder->list, row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  return GDK_EVENT_STOP;
}

/* ---- the widget ---- */

static gboolean
lsn_condition_finder_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (LSN_CONDITION_FINDER (widget)->search));
}

static void
lsn_condition_finder_dispose (GObject *object)
{
  lsn_template_dispose (GTK_WIDGET (object), LSN_TYPE_CONDITION_FINDER);
  G_OBJECT_CLASS (lsn_condition_finder_parent_class)->dispose (object);
}

static void
lsn_condition_finder_finalize (GObject *object)
{
  g_free (LSN_CONDITION_FINDER (object)->wanted);
  G_OBJECT_CLASS (lsn_condition_finder_parent_class)->finalize (object);
}

static void
lsn_condition_finder_class_init (LsnConditionFinderClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = lsn_condition_finder_dispose;
  G_OBJECT_CLASS (class)->finalize = lsn_condition_finder_finalize;
  widget_class->grab_focus = lsn_condition_finder_grab_focus;
  signals[CHOSEN] = g_signal_new ("chosen", LSN_TYPE_CONDITION_FINDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_POINTER);
  signals[CANCEL] = g_signal_new ("cancel", LSN_TYPE_CONDITION_FINDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_map/Liaison/ui/condition-finder.ui");
  gtk_widget_class_bind_template_child (widget_class, LsnConditionFinder, search);
  gtk_widget_class_bind_template_child (widget_class, LsnConditionFinder, list);
  gtk_widget_class_bind_template_callback (widget_class, look);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
}

static void
lsn_condition_finder_init (LsnConditionFinder *finder)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  finder->wanted = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (finder));
  gtk_list_box_set_filter_func (finder->list, is_wanted, finder, NULL);
  gtk_list_box_set_header_func (finder->list, show_heading, NULL, NULL);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_search_key), finder);
  gtk_widget_add_controller (GTK_WIDGET (finder->search), keys);
}

/**
 * lsn_condition_finder_set_map:
 * @map: (transfer none): what it holds now
 *
 * O(rows x columns that are chosen from).
 */
void
lsn_condition_finder_set_map (LsnConditionFinder *finder,
                              LsnMap             *map)
{
  GtkListBoxRow *row;

  g_return_if_fail (LSN_IS_CONDITION_FINDER (finder));

  while ((row = gtk_list_box_get_row_at_index (finder->list, 0)) != NULL)
    gtk_list_box_remove (finder->list, GTK_WIDGET (row));
  append_whole_map (finder);
  append_columns (finder, map, LSN_TABLE_ACTORS, _("Actors"));
  append_values (finder, map, LSN_TABLE_ACTORS, _("Actors"));
  append_columns (finder, map, LSN_TABLE_TIES, _("Ties"));
  append_values (finder, map, LSN_TABLE_TIES, _("Ties"));
  gtk_editable_set_text (GTK_EDITABLE (finder->search), "");
  look (finder);
}
