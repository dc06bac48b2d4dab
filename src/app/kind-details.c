/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/kind-details.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "app/field.h"
#include "app/row-chooser.h"
#include "app/swatch.h"
#include "app/template.h"
#include "model/changes.h"
#include "model/edit.h"
#include "model/kind-edits.h"
#include "model/kinds.h"

struct _LsnKindDetails
{
  GtkWidget            parent_instance;

  GtkScrolledWindow   *scroller;
  LsnSwatch           *swatch;
  GtkLabel            *heading;
  GtkLabel            *uses;
  GtkRevealer         *removal;         /* asks what becomes of those of the kind */
  GtkLabel            *question;
  GtkMenuButton       *instead_button;
  GtkLabel            *instead_name;
  LsnRowChooser       *instead_chooser;
  GtkBox              *groups;
  LsnRowChooser       *merge_chooser;
  AdwActionRow        *reset_row;

  LsnMap              *map;
  LsnRow               kind;
  gboolean             of_tie;          /* of the fields that are there */
  GPtrArray           *cells;           /* LsnCell, one per field */
  GtkWidget           *name;            /* the field of the name */
  LsnRow               instead;         /* chosen to take the place of the kind */
};

G_DEFINE_FINAL_TYPE (LsnKindDetails, lsn_kind_details, GTK_TYPE_WIDGET)

enum { MESSAGE, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
say (LsnKindDetails *details,
     const char     *sentence,
     gboolean        can_undo)
{
  g_signal_emit (details, signals[MESSAGE], 0, sentence, can_undo);
}

static void
on_refused (LsnKindDetails *details,
            const char     *sentence)
{
  say (details, sentence, FALSE);
}

/* ---- fields ---- */

/* The columns that say something about kinds of the other sort, and the sort itself, are left out. */
static gboolean
is_shown (LsnColumn column,
          gboolean  of_tie)
{
  switch (column)
    {
    case LSN_KIND_OF:
      return FALSE;
    case LSN_KIND_SHAPE:
    case LSN_KIND_SYMBOL:
      return !of_tie;
    case LSN_KIND_LINE:
    case LSN_KIND_SIGN:
    case LSN_KIND_DIRECTED:
    case LSN_KIND_CARRIES:
    case LSN_KIND_PRESSES:
    case LSN_KIND_COMMANDS:
      return of_tie;
    default:
      return TRUE;
    }
}

static AdwPreferencesGroup *
group_called (LsnKindDetails *details,
              const char     *title)
{
  GtkWidget *group;

  for (group = gtk_widget_get_first_child (GTK_WIDGET (details->groups)); group != NULL;
       group = gtk_widget_get_next_sibling (group))
    if (g_strcmp0 (adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (group)), title) == 0)
      return ADW_PREFERENCES_GROUP (group);

  group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (details->groups, group);
  return ADW_PREFERENCES_GROUP (group);
}

static void
append_field (LsnKindDetails *details,
              LsnColumn       column)
{
  g_autoptr (LsnCell) cell = lsn_cell_new (details->map, LSN_TABLE_KINDS, column);
  const char *group = lsn_column_group (lsn_cell_get_spec (cell));
  GtkWidget *row;

  lsn_cell_set_rows (cell, &details->kind, 1);
  row = lsn_field_row_new (cell);
  if (row == NULL)
    return;
  if (column == LSN_KIND_NAME)
    details->name = row;
  adw_preferences_group_add (group_called (details, group != NULL ? group : _("Own Fields")), row);
  g_signal_connect_object (cell, "refused", G_CALLBACK (on_refused), details, G_CONNECT_SWAPPED);
  g_ptr_array_add (details->cells, g_steal_pointer (&cell));
}

static void
clear_fields (LsnKindDetails *details)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (details->groups))) != NULL)
    gtk_box_remove (details->groups, child);
  g_ptr_array_set_size (details->cells, 0);
  details->name = NULL;
}

static void
build_fields (LsnKindDetails *details)
{
  clear_fields (details);
  details->of_tie = lsn_kind_is_of_tie (details->map, details->kind);
  for (LsnColumn column = lsn_map_next_column (details->map, LSN_TABLE_KINDS, LSN_NO_COLUMN); column != LSN_NO_COLUMN;
       column = lsn_map_next_column (details->map, LSN_TABLE_KINDS, column))
    if (is_shown (column, details->of_tie))
      append_field (details, column);
}

/* ---- as a whole ---- */

static guint
n_uses (LsnKindDetails *details)
{
  g_autofree guint *counts = lsn_kinds_count (details->map, details->of_tie);

  return counts[details->kind];
}

static char *
uses_text (LsnKindDetails *details)
{
  guint n = n_uses (details);
  gboolean builtin = lsn_kind_is_builtin (details->map, details->kind);

  if (details->of_tie)
    return builtin ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Built in; %u tie", "Built in; %u ties", n), n)
                   : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u tie", "%u ties", n), n);
  return builtin ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Built in; %u actor", "Built in; %u actors", n), n)
                 : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u actor", "%u actors", n), n);
}

static void
show_instead (LsnKindDetails *details)
{
  if (details->instead != LSN_NO_ROW && !lsn_map_has_row (details->map, LSN_TABLE_KINDS, details->instead))
    details->instead = LSN_NO_ROW;
  gtk_label_set_text (details->instead_name, lsn_kind_name (details->map, details->instead));
}

static void
show_kind (LsnKindDetails *details)
{
  g_autofree char *uses = uses_text (details);
  const char *name = lsn_kind_name (details->map, details->kind);
  guint n = n_uses (details);
  g_autofree char *question = NULL;

  lsn_swatch_set_kind (details->swatch, details->map, details->kind);
  gtk_label_set_text (details->heading, name);
  gtk_label_set_text (details->uses, uses);
  gtk_widget_set_visible (GTK_WIDGET (details->reset_row), lsn_kind_is_builtin (details->map, details->kind));
  question = details->of_tie
               ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u tie is of this kind. What is it to be?",
                                               "%u ties are of this kind. What are they to be?", n), n)
               : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u actor is of this kind. What is it to be?",
                                               "%u actors are of this kind. What are they to be?", n), n);
  gtk_label_set_text (details->question, question);
  show_instead (details);
}

static void
hide_question (LsnKindDetails *details)
{
  gtk_revealer_set_reveal_child (details->removal, FALSE);
  details->instead = LSN_NO_ROW;
}

/* Removes the kind; @by takes its place. */
static void
replace (LsnKindDetails *details,
         LsnRow          by)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strdup (lsn_kind_name (details->map, details->kind));
  g_autofree char *other = g_strdup (lsn_kind_name (details->map, by));
  g_autofree char *sentence = NULL;

  hide_question (details);
  if (!lsn_kind_replace (details->map, details->kind, by, &error))
    {
      say (details, error->message, FALSE);
      return;
    }
  sentence = by == LSN_NO_ROW
             /* Translators: %s is the name of a kind */
               ? g_strdup_printf (_("“%s” was removed"), name)
             /* Translators: both are names of kinds: what was of the first kind is now of the second */
               : g_strdup_printf (_("“%1$s” is now “%2$s”"), name, other);
  say (details, sentence, TRUE);
}

static void
on_instead_chosen (LsnRowChooser  *chooser,
                   guint           kind,
                   LsnKindDetails *details)
{
  details->instead = kind;
  show_instead (details);
}

static void
on_remove (GtkButton      *button,
           LsnKindDetails *details)
{
  replace (details, details->instead);
}

static void
on_cancel (GtkButton      *button,
           LsnKindDetails *details)
{
  lsn_kind_details_cancel (details);
}

static void
on_merge_chosen (LsnRowChooser  *chooser,
                 guint           kind,
                 LsnKindDetails *details)
{
  if (kind != LSN_NO_ROW && kind != details->kind)
    replace (details, kind);
}

static void
on_reset (AdwActionRow   *row,
          LsnKindDetails *details)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < details->cells->len; i++)
    lsn_cell_end_gesture (details->cells->pdata[i]);
  if (!lsn_kind_reset (details->map, details->kind, &error))
    say (details, error->message, FALSE);
  else
    say (details, _("The kind is as it was built in"), TRUE);
}

static void
on_remove_row (AdwActionRow   *row,
               LsnKindDetails *details)
{
  lsn_kind_details_ask_remove (details);
}

/* ---- the widget ---- */

static void
on_map_changed (LsnKindDetails *details,
                LsnChanges     *changes)
{
  if (lsn_changes_only_places (changes) || !lsn_map_has_row (details->map, LSN_TABLE_KINDS, details->kind))
    return;
  if (lsn_changes_columns (changes, LSN_TABLE_KINDS) ||
      details->of_tie != lsn_kind_is_of_tie (details->map, details->kind))
    build_fields (details);
  for (guint i = 0; i < details->cells->len; i++)
    lsn_cell_refresh (details->cells->pdata[i]);
  show_kind (details);
}

static void
forget (LsnKindDetails *details)
{
  if (details->map != NULL)
    g_signal_handlers_disconnect_by_data (details->map, details);
  g_clear_object (&details->map);
  details->kind = LSN_NO_ROW;
}

static void
lsn_kind_details_dispose (GObject *object)
{
  LsnKindDetails *details = LSN_KIND_DETAILS (object);

  forget (details);
  g_clear_pointer (&details->cells, g_ptr_array_unref);
  lsn_template_dispose (GTK_WIDGET (details), LSN_TYPE_KIND_DETAILS);
  G_OBJECT_CLASS (lsn_kind_details_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *class)
{
  gtk_widget_class_set_template_from_resource (class, "/io/github/liaison_map/Liaison/ui/kind-details.ui");
  gtk_widget_class_bind_template_child (class, LsnKindDetails, scroller);
  gtk_widget_class_bind_template_child (class, LsnKindDetails, swatch);
  gtk_widget_class_bind_template_child (class, LsnKindDetails, heading);
  gtk_widget_class_bind_template_child (class, LsnKindDetails, uses);
  gtk_widget_class_bind_template_child (class, LsnKindDetails, removal);
  gtk_widget_class_bind_template_child (class, LsnKindDetails, question);
  gtk_widget_class_bind_template_child (class, LsnKindDetails, instead_button);
  gtk_widget_class_bind_template_child (class, LsnKindDetails, instead_name);
  gtk_widget_class_bind_template_child (class, LsnKindDetails, instead_chooser);
  gtk_widget_class_bind_template_child (class, LsnKindDetails, groups);
  gtk_widget_class_bind_template_child (class, LsnKindDetails, merge_chooser);
  gtk_widget_class_bind_template_child (class, LsnKindDetails, reset_row);
  gtk_widget_class_bind_template_callback (class, on_instead_chosen);
  gtk_widget_class_bind_template_callback (class, on_remove);
  gtk_widget_class_bind_template_callback (class, on_cancel);
  gtk_widget_class_bind_template_callback (class, on_merge_chosen);
  gtk_widget_class_bind_template_callback (class, on_reset);
  gtk_widget_class_bind_template_callback (class, on_remove_row);
}

static void
lsn_kind_details_class_init (LsnKindDetailsClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = lsn_kind_details_dispose;

  signals[MESSAGE] = g_signal_new ("message", LSN_TYPE_KIND_DETAILS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                   2, G_TYPE_STRING, G_TYPE_BOOLEAN);

  g_type_ensure (LSN_TYPE_SWATCH);
  g_type_ensure (LSN_TYPE_ROW_CHOOSER);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
}

static void
lsn_kind_details_init (LsnKindDetails *details)
{
  details->cells = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (details));
}

/**
 * lsn_kind_details_set_kind:
 * @map: (nullable): whose kind
 * @kind: the kind to show; %LSN_NO_ROW for none
 */
void
lsn_kind_details_set_kind (LsnKindDetails *details,
                           LsnMap         *map,
                           LsnRow          kind)
{
  gboolean same = map == details->map;

  g_return_if_fail (LSN_IS_KIND_DETAILS (details));

  hide_question (details);
  if (!same)
    {
      forget (details);
      clear_fields (details);
    }
  gtk_widget_set_visible (GTK_WIDGET (details->scroller), map != NULL && kind != LSN_NO_ROW);
  details->kind = kind;
  if (map == NULL || kind == LSN_NO_ROW)
    return;
  if (!same)
    {
      details->map = g_object_ref (map);
      g_signal_connect_swapped (map, "changed", G_CALLBACK (on_map_changed), details);
    }
  if (details->cells->len == 0 || details->of_tie != lsn_kind_is_of_tie (map, kind))
    build_fields (details);
  for (guint i = 0; i < details->cells->len; i++)
    lsn_cell_set_rows (details->cells->pdata[i], &kind, 1);
  lsn_row_chooser_set_kinds (details->merge_chooser, map, details->of_tie, NULL);
  lsn_row_chooser_set_without (details->merge_chooser, kind);
  lsn_row_chooser_set_kinds (details->instead_chooser, map, details->of_tie, lsn_kind_name (map, LSN_NO_ROW));
  lsn_row_chooser_set_without (details->instead_chooser, kind);
  show_kind (details);
}

/**
 * lsn_kind_details_edit_name:
 *
 * Puts the keyboard into the name.
 */
void
lsn_kind_details_edit_name (LsnKindDetails *details)
{
  if (details->name == NULL)
    return;
  gtk_widget_grab_focus (details->name);
  gtk_editable_select_region (GTK_EDITABLE (details->name), 0, -1);
}

/**
 * lsn_kind_details_ask_remove:
 *
 * Removes the kind that is shown; where it is in use, asks first what takes its place.
 */
void
lsn_kind_details_ask_remove (LsnKindDetails *details)
{
  if (details->kind == LSN_NO_ROW)
    return;
  if (n_uses (details) == 0)
    {
      replace (details, LSN_NO_ROW);
      return;
    }
  show_kind (details);
  gtk_revealer_set_reveal_child (details->removal, TRUE);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (details->scroller), 0);
  gtk_widget_grab_focus (GTK_WIDGET (details->instead_button));
}

/**
 * lsn_kind_details_cancel:
 *
 * Returns: whether a question stood there, which is gone now
 */
gboolean
lsn_kind_details_cancel (LsnKindDetails *details)
{
  if (!gtk_revealer_get_reveal_child (details->removal))
    return FALSE;
  hide_question (details);
  lsn_kind_details_edit_name (details);
  return TRUE;
}
