/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/column-editor.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "model/edit.h"

struct _LsnColumnEditor
{
  GtkPopover   parent_instance;

  GtkEntry    *name;
  GtkDropDown *type;
  GtkWidget   *choices_box;
  GtkTextView *choices;
  GtkLabel    *problem;
  GtkButton   *apply;

  LsnMap      *map;
  LsnTable     table;
  LsnColumn    column;  /* LSN_NO_COLUMN: a new one */
};

G_DEFINE_FINAL_TYPE (LsnColumnEditor, lsn_column_editor, GTK_TYPE_POPOVER)

enum { MADE, N_SIGNALS };

static guint signals[N_SIGNALS];

typedef struct
{
  LsnColumnType type;
  gboolean      multiline;
  const char   *label;
} Type;

static const Type types[] = {
  { LSN_TYPE_TEXT, FALSE, NC_("column type", "Text") },
  { LSN_TYPE_TEXT, TRUE, NC_("column type", "Long text") },
  { LSN_TYPE_NUMBER, FALSE, NC_("column type", "Number") },
  { LSN_TYPE_INTEGER, FALSE, NC_("column type", "Whole number") },
  { LSN_TYPE_BOOLEAN, FALSE, NC_("column type", "Yes or no") },
  { LSN_TYPE_CHOICE, FALSE, NC_("column type", "Choice") },
  { LSN_TYPE_DATE, FALSE, NC_("column type", "Date") },
};

/* Those that other programs' files bring are none of these, and stay what they are. */
static guint
place_of_type (const LsnColumnSpec *spec)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (types[i].type == spec->type && types[i].multiline == (spec->type == LSN_TYPE_TEXT && spec->multiline))
      return i;
  return G_N_ELEMENTS (types);
}

static const Type *
chosen_type (LsnColumnEditor *editor)
{
  guint place = gtk_drop_down_get_selected (editor->type);

  return place < G_N_ELEMENTS (types) ? &types[place] : NULL;
}

static void
on_type_changed (GtkDropDown     *drop_down,
                 GParamSpec      *pspec,
                 LsnColumnEditor *editor)
{
  const Type *type = chosen_type (editor);

  gtk_widget_set_visible (editor->choices_box, type != NULL && type->type == LSN_TYPE_CHOICE);
}

/* ---- what was typed ---- */

static GArray *
read_choices (LsnColumnEditor *editor,
              char           **lines)
{
  GArray *choices = g_array_new (FALSE, TRUE, sizeof (LsnChoice));

  for (guint i = 0; lines[i] != NULL; i++)
    {
      LsnChoice choice = { .id = g_strstrip (lines[i]) };

      if (*choice.id != '\0')
        g_array_append_val (choices, choice);
    }
  return choices;
}

static gboolean
take (LsnColumnEditor     *editor,
      const LsnColumnSpec *spec,
      GError             **error)
{
  LsnColumn made = LSN_NO_COLUMN;
  gboolean done;

  lsn_map_begin (editor->map, editor->column == LSN_NO_COLUMN ? _("Add Column") : _("Change Column"), NULL);
  if (editor->column == LSN_NO_COLUMN)
    done = (made = lsn_map_insert_column (editor->map, editor->table, spec, error)) != LSN_NO_COLUMN;
  else
    done = lsn_map_alter_column (editor->map, editor->table, editor->column, spec, error);
  if (!done)
    {
      lsn_map_rollback (editor->map);
      return FALSE;
    }
  lsn_map_commit (editor->map);
  if (made != LSN_NO_COLUMN)
    g_signal_emit (editor, signals[MADE], 0, made);
  return TRUE;
}

static void
apply_type (LsnColumnEditor *editor,
            LsnColumnSpec   *spec,
            GArray          *choices)
{
  const Type *type = chosen_type (editor);

  if (type == NULL)
    return;
  if (spec->type != type->type)
    {
      spec->min = -INFINITY;
      spec->max = INFINITY;
      spec->step = 0;
    }
  spec->type = type->type;
  spec->multiline = type->multiline;
  spec->choices = (const LsnChoice *) (gpointer) choices->data;
  spec->n_choices = type->type == LSN_TYPE_CHOICE ? choices->len : 0;
}

static void
on_apply (LsnColumnEditor *editor)
{
  LsnColumnSpec spec = { .min = -INFINITY, .max = INFINITY };
  g_autofree char *name = g_strstrip (lsn_text_clean (gtk_editable_get_text (GTK_EDITABLE (editor->name)), -1, NULL));
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GArray) choices = NULL;
  g_autoptr (GError) error = NULL;

  g_object_get (gtk_text_view_get_buffer (editor->choices), "text", &text, NULL);
  lines = g_strsplit (text, "\n", -1);
  choices = read_choices (editor, lines);
  if (editor->column != LSN_NO_COLUMN)
    spec = *lsn_map_column_spec (editor->map, editor->table, editor->column);
  spec.name = name;
  apply_type (editor, &spec, choices);
  if (take (editor, &spec, &error))
    {
      gtk_popover_popdown (GTK_POPOVER (editor));
      return;
    }
  gtk_label_set_text (editor->problem, error->message);
  gtk_widget_set_visible (GTK_WIDGET (editor->problem), TRUE);
}

/* ---- the widget ---- */

static void
lsn_column_editor_dispose (GObject *object)
{
  LsnColumnEditor *editor = LSN_COLUMN_EDITOR (object);

  g_clear_object (&editor->map);
  gtk_widget_dispose_template (GTK_WIDGET (editor), LSN_TYPE_COLUMN_EDITOR);
  G_OBJECT_CLASS (lsn_column_editor_parent_class)->dispose (object);
}

static void
lsn_column_editor_class_init (LsnColumnEditorClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = lsn_column_editor_dispose;
  signals[MADE] = g_signal_new ("made", LSN_TYPE_COLUMN_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_UINT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_map/Liaison/ui/column-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, LsnColumnEditor, name);
  gtk_widget_class_bind_template_child (widget_class, LsnColumnEditor, type);
  gtk_widget_class_bind_template_child (widget_class, LsnColumnEditor, choices_box);
  gtk_widget_class_bind_template_child (widget_class, LsnColumnEditor, choices);
  gtk_widget_class_bind_template_child (widget_class, LsnColumnEditor, problem);
  gtk_widget_class_bind_template_child (widget_class, LsnColumnEditor, apply);
  gtk_widget_class_bind_template_callback (widget_class, on_type_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_apply);
}

static void
lsn_column_editor_init (LsnColumnEditor *editor)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (editor));
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    gtk_string_list_append (labels, g_dpgettext2 (GETTEXT_PACKAGE, "column type", types[i].label));
  gtk_drop_down_set_model (editor->type, G_LIST_MODEL (labels));
}

static void
show_column (LsnColumnEditor     *editor,
             const LsnColumnSpec *spec)
{
  g_autoptr (GString) choices = g_string_new (NULL);
  guint place = place_of_type (spec);

  gtk_editable_set_text (GTK_EDITABLE (editor->name), spec->name);
  gtk_drop_down_set_selected (editor->type, place < G_N_ELEMENTS (types) ? place : GTK_INVALID_LIST_POSITION);
  gtk_widget_set_sensitive (GTK_WIDGET (editor->type), place < G_N_ELEMENTS (types));
  for (guint i = 0; i < spec->n_choices; i++)
    g_string_append_printf (choices, "%s\n", spec->choices[i].id);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (editor->choices), choices->str, -1);
}

/**
 * lsn_column_editor_new:
 * @column: that a user added; %LSN_NO_COLUMN for one that is to be added
 *
 * Returns: (transfer floating): a popover
 */
GtkWidget *
lsn_column_editor_new (LsnMap   *map,
                       LsnTable  table,
                       LsnColumn column)
{
  LsnColumnEditor *editor = g_object_new (LSN_TYPE_COLUMN_EDITOR, NULL);

  editor->map = g_object_ref (map);
  editor->table = table;
  editor->column = column;
  gtk_button_set_label (editor->apply, column == LSN_NO_COLUMN ? _("_Add") : _("C_hange"));
  if (column != LSN_NO_COLUMN)
    show_column (editor, lsn_map_column_spec (map, table, column));
  on_type_changed (editor->type, NULL, editor);
  return GTK_WIDGET (editor);
}
