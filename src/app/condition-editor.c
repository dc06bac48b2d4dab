/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/condition-editor.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "app/actor-picker.h"
#include "app/condition-finder.h"
#include "app/condition-tests.h"
#include "app/typed-value.h"
#include "app/value-picker.h"

#define MANY 1000 /* actors that steps are counted from */

struct _LsnConditionEditor
{
  GtkPopover          parent_instance;

  GtkStack           *pages;
  LsnConditionFinder *finder;
  GtkLabel           *title;
  GtkLabel           *of;      /* actors or ties */
  GtkDropDown        *tests;
  GtkWidget          *steps_box;
  GtkSpinButton      *steps;
  GtkStack           *inputs;  /* a page for each LsnConditionInput */
  GtkEntry           *words;
  LsnTypedValue      *typed;
  LsnValuePicker     *values;
  LsnActorPicker     *actors;

  LsnMap             *map;     /* NULL while the popover is closed, and so are the next three */
  LsnSelection       *selection;
  LsnFilter          *before;  /* what the canvas showed */
  LsnCondition       *draft;   /* NULL until something is chosen to ask */
  LsnCanvas          *canvas;  /* borrowed from the window */
  guint               index;   /* of the condition that is changed; G_MAXUINT for a new one */
  LsnTest             offered[LSN_N_TESTS];
  gboolean            showing; /* the inputs are being told what the draft says */
};

G_DEFINE_FINAL_TYPE (LsnConditionEditor, lsn_condition_editor, GTK_TYPE_POPOVER)

/* ---- what the canvas shows meanwhile ---- */

/* What was shown before, with the draft in its place as soon as it says enough. */
static LsnFilter *
filter_with_draft (LsnConditionEditor *editor)
{
  LsnFilter *filter = lsn_filter_new ();
  gboolean counts = editor->draft != NULL && lsn_condition_is_complete (editor->draft);

  lsn_filter_set_faded (filter, lsn_filter_get_faded (editor->before));
  for (guint i = 0; i < lsn_filter_n (editor->before); i++)
    if (i != editor->index)
      lsn_filter_add (filter, lsn_condition_copy (lsn_filter_get (editor->before, i)));
    else if (counts)
      lsn_filter_add (filter, lsn_condition_copy (editor->draft));
  if (counts && editor->index >= lsn_filter_n (editor->before))
    lsn_filter_add (filter, lsn_condition_copy (editor->draft));
  return filter;
}

static void
apply (LsnConditionEditor *editor)
{
  g_autoptr (LsnFilter) filter = filter_with_draft (editor);

  lsn_canvas_set_filter (editor->canvas, filter);
}

static void
cancel (LsnConditionEditor *editor)
{
  if (editor->before != NULL)
    lsn_canvas_set_filter (editor->canvas, editor->before);
  gtk_popover_popdown (GTK_POPOVER (editor));
}

static void
done (LsnConditionEditor *editor)
{
  gtk_popover_popdown (GTK_POPOVER (editor));
}

/* ---- the values of the draft ---- */

static const LsnColumnSpec *
spec_of (LsnConditionEditor *editor,
         LsnColumn          *column)
{
  LsnColumn found = editor->draft->column != NULL
                      ? lsn_map_find_column_by_id (editor->map, editor->draft->table, editor->draft->column) : LSN_NO_COLUMN;

  if (column != NULL)
    *column = found;
  return found != LSN_NO_COLUMN ? lsn_map_column_spec (editor->map, editor->draft->table, found) : NULL;
}

static LsnConditionInput
input_of (LsnConditionEditor *editor)
{
  const LsnColumnSpec *spec = spec_of (editor, NULL);

  if (spec == NULL && lsn_condition_has_column (editor->draft))
    return LSN_INPUT_NONE;
  /* Of several dates, as a table asks for them, each can be given up. */
  if (lsn_condition_input (spec, editor->draft->test) == LSN_INPUT_TYPED && editor->draft->values[0] != NULL &&
      editor->draft->values[1] != NULL)
    return LSN_INPUT_VALUES;
  return lsn_condition_input (spec, editor->draft->test);
}

static char **
values_of_input (LsnConditionEditor *editor)
{
  g_autofree char *text = NULL;
  const char *one[] = { NULL, NULL };

  switch (input_of (editor))
    {
    case LSN_INPUT_WORDS:
      one[0] = *gtk_editable_get_text (GTK_EDITABLE (editor->words)) != '\0'
                 ? gtk_editable_get_text (GTK_EDITABLE (editor->words)) : NULL;
      return g_strdupv ((char **) one);

    case LSN_INPUT_TYPED:
      one[0] = text = lsn_typed_value_get (editor->typed);
      return g_strdupv ((char **) one);

    case LSN_INPUT_VALUES:
      return lsn_value_picker_get_values (editor->values);

    case LSN_INPUT_ACTORS:
      return lsn_actor_picker_get_ids (editor->actors);

    case LSN_INPUT_NONE:
    default:
      return g_strdupv ((char **) one);
    }
}

static void
on_input_changed (LsnConditionEditor *editor)
{
  char **values;

  if (editor->draft == NULL || editor->showing)
    return;
  values = values_of_input (editor);
  g_strfreev (editor->draft->values);
  editor->draft->values = values;
  apply (editor);
}

static void
on_steps_changed (LsnConditionEditor *editor)
{
  if (editor->draft == NULL || editor->showing)
    return;
  editor->draft->steps = (guint) gtk_spin_button_get_value_as_int (editor->steps);
  apply (editor);
}

/* ---- showing the draft ---- */

/* Between bounds the middle is a value to begin with: one sees at once what dragging does. */
static void
show_typed (LsnConditionEditor  *editor,
            const LsnColumnSpec *spec,
            LsnColumn            column)
{
  const char *text = editor->draft->values[0];
  char digits[32];
  gboolean is_limit = editor->draft->test == LSN_TEST_AT_LEAST || editor->draft->test == LSN_TEST_AT_MOST;

  lsn_typed_value_set_column (editor->typed, editor->map, editor->draft->table, column);
  if (text == NULL && is_limit && spec != NULL && spec->type == LSN_TYPE_NUMBER && isfinite (spec->min) && isfinite (spec->max))
    text = lsn_number_format ((spec->min + spec->max) / 2, digits);
  lsn_typed_value_set (editor->typed, text);
}

static void
show_actors (LsnConditionEditor *editor)
{
  gboolean is_path = editor->draft->test == LSN_TEST_BETWEEN;

  lsn_actor_picker_set_map (editor->actors, editor->map, editor->selection, is_path ? 2 : MANY);
  if (editor->draft->values[0] != NULL)
    lsn_actor_picker_set_ids (editor->actors, (const char *const *) editor->draft->values);
  else if (!is_path || lsn_selection_n_rows (editor->selection, LSN_TABLE_ACTORS) == 2)
    lsn_actor_picker_use_selection (editor->actors);
}

/* Gives the input of the test what the draft says; it may have something to begin with, when that is nothing. */
static void
show_input (LsnConditionEditor *editor)
{
  static const char *const pages[] = { "none", "words", "typed", "values", "actors" };
  LsnColumn column;
  const LsnColumnSpec *spec = spec_of (editor, &column);
  LsnConditionInput input = input_of (editor);

  editor->showing = TRUE;
  if (input == LSN_INPUT_WORDS)
    gtk_editable_set_text (GTK_EDITABLE (editor->words), editor->draft->values[0] != NULL ? editor->draft->values[0] : "");
  else if (input == LSN_INPUT_TYPED)
    show_typed (editor, spec, column);
  else if (input == LSN_INPUT_VALUES)
    {
      lsn_value_picker_set_column (editor->values, editor->map, editor->draft->table, column);
      lsn_value_picker_set_values (editor->values, (const char *const *) editor->draft->values);
    }
  else if (input == LSN_INPUT_ACTORS)
    show_actors (editor);
  gtk_spin_button_set_value (editor->steps, editor->draft->steps);
  gtk_widget_set_visible (editor->steps_box, editor->draft->test == LSN_TEST_WITHIN);
  gtk_widget_set_visible (GTK_WIDGET (editor->inputs), input != LSN_INPUT_NONE);
  gtk_stack_set_visible_child_name (editor->inputs, pages[input]);
  editor->showing = FALSE;
  if (editor->draft->values[0] == NULL)
    on_input_changed (editor);
}

/* The keyboard is at the button inside. */
static void
tell_test (LsnConditionEditor  *editor,
           const LsnColumnSpec *spec)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (editor->tests))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("How it is compared"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, lsn_column_test_label (spec, editor->draft->test), -1);
}

static void
show_tests (LsnConditionEditor *editor)
{
  const LsnColumnSpec *spec = spec_of (editor, NULL);
  guint n = spec != NULL ? lsn_column_tests (spec, editor->offered) : 0, selected = 0;
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  while (selected < n && editor->offered[selected] != editor->draft->test)
    selected++;
  /* A file may ask in a way that nobody would ask of such a column here. */
  if (spec != NULL && selected == n)
    editor->offered[n++] = editor->draft->test;
  for (guint i = 0; i < n; i++)
    gtk_string_list_append (labels, lsn_column_test_label (spec, editor->offered[i]));
  editor->showing = TRUE;
  gtk_drop_down_set_model (editor->tests, G_LIST_MODEL (labels));
  if (n > 0)
    gtk_drop_down_set_selected (editor->tests, selected);
  gtk_widget_set_visible (GTK_WIDGET (editor->tests), n > 0);
  editor->showing = FALSE;
  if (n > 0)
    tell_test (editor, spec);
}

static void
show_title (LsnConditionEditor *editor)
{
  const LsnColumnSpec *spec = spec_of (editor, NULL);

  if (spec != NULL)
    gtk_label_set_text (editor->title, lsn_column_label (spec));
  else if (lsn_condition_has_column (editor->draft))
    gtk_label_set_text (editor->title, editor->draft->column);
  else
    gtk_label_set_text (editor->title, lsn_whole_map_test_label (editor->draft->test));
  gtk_label_set_text (editor->of, editor->draft->table == LSN_TABLE_TIES ? _("Ties") : _("Actors"));
  gtk_widget_set_visible (GTK_WIDGET (editor->of), lsn_condition_has_column (editor->draft));
}

static void
focus_input (LsnConditionEditor *editor)
{
  GtkWidget *input = gtk_stack_get_visible_child (editor->inputs);

  if (!gtk_widget_get_visible (GTK_WIDGET (editor->inputs)) || !gtk_widget_grab_focus (input))
    gtk_widget_child_focus (GTK_WIDGET (editor), GTK_DIR_TAB_FORWARD);
}

/* Takes @draft. */
static void
show_draft (LsnConditionEditor *editor,
            LsnCondition       *draft)
{
  g_clear_pointer (&editor->draft, lsn_condition_free);
  editor->draft = draft;
  show_title (editor);
  show_tests (editor);
  show_input (editor);
  gtk_stack_set_visible_child_name (editor->pages, "value");
  focus_input (editor);
}

/* ---- commands ---- */

static void
on_test_selected (LsnConditionEditor *editor)
{
  guint selected = gtk_drop_down_get_selected (editor->tests);
  LsnConditionInput before;

  if (editor->draft == NULL || editor->showing || selected == GTK_INVALID_LIST_POSITION)
    return;
  before = input_of (editor);
  editor->draft->test = editor->offered[selected];
  tell_test (editor, spec_of (editor, NULL));
  /* What can be compared in this way too stays. */
  if (input_of (editor) != before)
    {
      g_strfreev (editor->draft->values);
      editor->draft->values = g_new0 (char *, 1);
    }
  show_input (editor);
  apply (editor);
}

static void
on_chosen (LsnConditionFinder *finder,
           const LsnCondition *condition,
           LsnConditionEditor *editor)
{
  show_draft (editor, lsn_condition_copy (condition));
  apply (editor);
  if (!lsn_condition_has_column (condition) && lsn_condition_input (NULL, condition->test) == LSN_INPUT_NONE)
    done (editor);
}

static void
show_finder (LsnConditionEditor *editor)
{
  lsn_condition_finder_set_map (editor->finder, editor->map);
  gtk_stack_set_visible_child_name (editor->pages, "finder");
  gtk_widget_grab_focus (GTK_WIDGET (editor->finder));
}

static void
on_back (LsnConditionEditor *editor)
{
  g_clear_pointer (&editor->draft, lsn_condition_free);
  lsn_canvas_set_filter (editor->canvas, editor->before);
  show_finder (editor);
}

/* ---- keys ---- */

/* Enter among the values is done with them: what ticks is the space bar. */
static gboolean
on_input_key (GtkEventControllerKey *controller,
              guint                  keyval,
              guint                  keycode,
              GdkModifierType        state,
              LsnConditionEditor    *editor)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (editor)));

  if (keyval == GDK_KEY_Escape)
    {
      cancel (editor);
      return GDK_EVENT_STOP;
    }
  if ((keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) && GTK_IS_CHECK_BUTTON (focus))
    {
      done (editor);
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        LsnConditionEditor    *editor)
{
  if (keyval == GDK_KEY_Escape)
    {
      cancel (editor);
      return GDK_EVENT_STOP;
    }
  if (keyval == GDK_KEY_Left && (state & GDK_ALT_MASK) != 0 && editor->draft != NULL)
    {
      on_back (editor);
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

/* ---- the popover ---- */

static void
forget (LsnConditionEditor *editor)
{
  g_clear_pointer (&editor->before, lsn_filter_free);
  g_clear_pointer (&editor->draft, lsn_condition_free);
  g_clear_object (&editor->map);
  g_clear_object (&editor->selection);
  editor->canvas = NULL;
}

static void
lsn_condition_editor_closed (GtkPopover *popover)
{
  forget (LSN_CONDITION_EDITOR (popover));
}

static void
lsn_condition_editor_dispose (GObject *object)
{
  forget (LSN_CONDITION_EDITOR (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), LSN_TYPE_CONDITION_EDITOR);
  G_OBJECT_CLASS (lsn_condition_editor_parent_class)->dispose (object);
}

static void
lsn_condition_editor_class_init (LsnConditionEditorClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = lsn_condition_editor_dispose;
  GTK_POPOVER_CLASS (class)->closed = lsn_condition_editor_closed;
  g_type_ensure (LSN_TYPE_CONDITION_FINDER);
  g_type_ensure (LSN_TYPE_TYPED_VALUE);
  g_type_ensure (LSN_TYPE_VALUE_PICKER);
  g_type_ensure (LSN_TYPE_ACTOR_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_map/Liaison/ui/condition-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, LsnConditionEditor, pages);
  gtk_widget_class_bind_template_child (widget_class, LsnConditionEditor, finder);
  gtk_widget_class_bind_template_child (widget_class, LsnConditionEditor, title);
  gtk_widget_class_bind_template_child (widget_class, LsnConditionEditor, of);
  gtk_widget_class_bind_template_child (widget_class, LsnConditionEditor, tests);
  gtk_widget_class_bind_template_child (widget_class, LsnConditionEditor, steps_box);
  gtk_widget_class_bind_template_child (widget_class, LsnConditionEditor, steps);
  gtk_widget_class_bind_template_child (widget_class, LsnConditionEditor, inputs);
  gtk_widget_class_bind_template_child (widget_class, LsnConditionEditor, words);
  gtk_widget_class_bind_template_child (widget_class, LsnConditionEditor, typed);
  gtk_widget_class_bind_template_child (widget_class, LsnConditionEditor, values);
  gtk_widget_class_bind_template_child (widget_class, LsnConditionEditor, actors);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
  gtk_widget_class_bind_template_callback (widget_class, on_test_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_steps_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_input_changed);
  gtk_widget_class_bind_template_callback (widget_class, cancel);
  gtk_widget_class_bind_template_callback (widget_class, done);
}

static void
lsn_condition_editor_init (LsnConditionEditor *editor)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (editor));
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "key-pressed", G_CALLBACK (on_input_key), editor);
  gtk_widget_add_controller (GTK_WIDGET (editor->inputs), controller);
  controller = gtk_event_controller_key_new ();
  g_signal_connect (controller, "key-pressed", G_CALLBACK (on_key), editor);
  gtk_widget_add_controller (GTK_WIDGET (editor->pages), controller);
}

/**
 * lsn_condition_editor_new:
 *
 * Returns: (transfer floating): a popover that has no parent yet
 */
GtkWidget *
lsn_condition_editor_new (void)
{
  return g_object_new (LSN_TYPE_CONDITION_EDITOR, NULL);
}

static void
begin (LsnConditionEditor *editor,
       LsnDocument        *document,
       LsnCanvas          *canvas,
       guint               index)
{
  forget (editor);
  editor->map = g_object_ref (lsn_document_get_map (document));
  editor->selection = g_object_ref (lsn_document_get_selection (document));
  editor->canvas = canvas;
  editor->before = lsn_filter_copy (lsn_canvas_get_filter (canvas));
  editor->index = index;
}

/**
 * lsn_condition_editor_add:
 * @document: (transfer none): whose columns are offered
 * @canvas: what shows less of it from now on; outlives the popover
 * @table: actors or ties
 * @column: (nullable): id of the column that is asked about; %NULL when that is asked first
 *
 * Pops up to make one more condition.
 */
void
lsn_condition_editor_add (LsnConditionEditor *editor,
                          LsnDocument        *document,
                          LsnCanvas          *canvas,
                          LsnTable            table,
                          const char         *column)
{
  LsnColumn found;
  LsnTest tests[LSN_N_TESTS];

  g_return_if_fail (LSN_IS_CONDITION_EDITOR (editor));

  begin (editor, document, canvas, G_MAXUINT);
  gtk_popover_popup (GTK_POPOVER (editor));
  found = column != NULL ? lsn_map_find_column_by_id (editor->map, table, column) : LSN_NO_COLUMN;
  if (found == LSN_NO_COLUMN)
    {
      show_finder (editor);
      return;
    }
  lsn_column_tests (lsn_map_column_spec (editor->map, table, found), tests);
  show_draft (editor, lsn_condition_new (tests[0], table, column, NULL));
}

/**
 * lsn_condition_editor_edit:
 * @index: of a condition of what @canvas shows
 *
 * Pops up to change it.
 */
void
lsn_condition_editor_edit (LsnConditionEditor *editor,
                           LsnDocument        *document,
                           LsnCanvas          *canvas,
                           guint               index)
{
  g_return_if_fail (LSN_IS_CONDITION_EDITOR (editor));
  g_return_if_fail (index < lsn_filter_n (lsn_canvas_get_filter (canvas)));

  begin (editor, document, canvas, index);
  gtk_popover_popup (GTK_POPOVER (editor));
  show_draft (editor, lsn_condition_copy (lsn_filter_get (editor->before, index)));
}
