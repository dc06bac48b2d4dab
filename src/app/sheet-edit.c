/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/cell-words.h"
#include "app/cell.h"
#include "app/number-words.h"
#include "app/sheet-private.h"
#include "canvas/text-editor.h"
#include "canvas/map-edits.h"
#include "canvas/name-editor.h"
#include "model/row-text.h"

/* Cells edited in place: what is typed means what the column says, and what it may mean is offered below. */

#define N_OFFERED 9

static void begin_again (LsnSheet   *sheet,
                         const char *text);
static GPtrArray *suggest (const char *text,
                           gpointer    data);

static const LsnColumnSpec *
spec_of (LsnSheet *sheet,
         LsnColumn column)
{
  return lsn_map_column_spec (sheet->map, sheet->table, column);
}

/* Whether something can be typed into the column. */
gboolean
lsn_sheet_may_edit (LsnSheet *sheet,
                    LsnColumn column)
{
  const LsnColumnSpec *spec = spec_of (sheet, column);

  return spec != NULL && !spec->computed;
}

/* ---- the row to be made ---- */

/* What has been typed into the row to be made is forgotten. */
void
lsn_sheet_clear_draft (LsnSheet *sheet)
{
  g_hash_table_remove_all (sheet->draft);
  lsn_sheet_show_cells (sheet);
}

static void
keep_draft (LsnSheet *sheet,
            LsnColumn column,
            LsnValue  value)
{
  LsnSheetDraft *draft = g_new0 (LsnSheetDraft, 1);

  draft->value = value;
  if (value.kind == LSN_VALUE_TEXT)
    draft->value.text = draft->text = g_strdup (value.text);
  if (value.kind == LSN_VALUE_EMPTY)
    {
      g_hash_table_remove (sheet->draft, GUINT_TO_POINTER (column));
      g_free (draft);
      return;
    }
  g_hash_table_insert (sheet->draft, GUINT_TO_POINTER (column), draft);
}

/* Rows that are gone meanwhile are no longer meant. */
static gboolean
draft_is_whole (LsnSheet *sheet)
{
  GHashTableIter iter;
  gpointer column, draft;
  const LsnColumn *needs = lsn_table_needs (sheet->table);

  g_hash_table_iter_init (&iter, sheet->draft);
  while (g_hash_table_iter_next (&iter, &column, &draft))
    {
      LsnValue value = ((LsnSheetDraft *) draft)->value;

      if (value.kind == LSN_VALUE_REFERENCE &&
          !lsn_map_has_row (sheet->map, spec_of (sheet, GPOINTER_TO_UINT (column))->refers_to, value.row))
        g_hash_table_iter_remove (&iter);
    }
  for (; *needs != LSN_NO_COLUMN; needs++)
    if (!g_hash_table_contains (sheet->draft, GUINT_TO_POINTER (*needs)))
      return FALSE;
  return g_hash_table_size (sheet->draft) > 0;
}

static const char *
insert_label (LsnTable table)
{
  switch (table)
    {
    case LSN_TABLE_ACTORS:
      return _("Add Actor");
    case LSN_TABLE_TIES:
      return g_dngettext (GETTEXT_PACKAGE, "Add Tie", "Add Ties", 1);
    case LSN_TABLE_ALIASES:
    case LSN_TABLE_MAP:
    case LSN_TABLE_KINDS:
    case LSN_TABLE_NOTES:
    case LSN_TABLE_VIEWS:
    default:
      return _("Add Name");
    }
}

static LsnRow
insert_draft (LsnSheet *sheet,
              GError  **error)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (LsnColumn));
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (LsnValue));
  GHashTableIter iter;
  gpointer key, draft;
  LsnRow row;

  g_hash_table_iter_init (&iter, sheet->draft);
  while (g_hash_table_iter_next (&iter, &key, &draft))
    {
      LsnColumn column = GPOINTER_TO_UINT (key);

      g_array_append_val (columns, column);
      g_array_append_val (values, ((LsnSheetDraft *) draft)->value);
    }
  row = lsn_cells_insert (sheet->map, sheet->table, (LsnColumn *) (gpointer) columns->data,
                          (LsnValue *) (gpointer) values->data, columns->len, error);
  if (row != LSN_NO_ROW && sheet->table == LSN_TABLE_ACTORS)
    lsn_sheet_place_new (&row, 1, sheet);
  return row;
}

/* The cursor goes along with the row that was made where it stood, as soon as the list has it. */
static void
follow_made (LsnSheet *sheet)
{
  LsnRow row = sheet->made_row;

  if (row == LSN_NO_ROW || lsn_map_in_transaction (sheet->map))
    return;
  sheet->made_row = LSN_NO_ROW;
  if (lsn_sheet_position (sheet, row) != G_MAXUINT)
    lsn_sheet_move_cursor (sheet, row, sheet->cursor_column, FALSE);
}

/* Makes the row once it has what it needs. */
static gboolean
commit_draft (LsnSheet *sheet)
{
  g_autoptr (GError) error = NULL;
  LsnRow row;

  if (!draft_is_whole (sheet))
    {
      lsn_sheet_show_cells (sheet);
      return TRUE;
    }
  lsn_canvas_get_scene (sheet->canvas);
  lsn_map_begin (sheet->map, insert_label (sheet->table), NULL);
  row = insert_draft (sheet, &error);
  if (row == LSN_NO_ROW)
    {
      lsn_map_rollback (sheet->map);
      lsn_sheet_say (sheet, error->message, FALSE);
      return FALSE;
    }
  g_hash_table_remove_all (sheet->draft);
  sheet->made_row = row;
  lsn_map_commit (sheet->map);
  follow_made (sheet);
  return TRUE;
}

/* ---- what was typed ---- */

static void
on_refused (LsnCell    *cell,
            const char *sentence,
            LsnSheet   *sheet)
{
  lsn_sheet_say (sheet, sentence, FALSE);
}

static gboolean
is_needed (LsnSheet *sheet,
           LsnColumn column)
{
  for (const LsnColumn *needs = lsn_table_needs (sheet->table); *needs != LSN_NO_COLUMN; needs++)
    if (*needs == column)
      return TRUE;
  return FALSE;
}

/* One cell gets a value, in one step. Returns whether it has taken it; if not, why was said. */
gboolean
lsn_sheet_commit (LsnSheet *sheet,
                  LsnRow    row,
                  LsnColumn column,
                  LsnValue  value)
{
  g_autoptr (LsnCell) cell = NULL;

  if (row == LSN_NO_ROW)
    {
      keep_draft (sheet, column, value);
      return commit_draft (sheet);
    }
  if (value.kind == LSN_VALUE_EMPTY && is_needed (sheet, column))
    {
      lsn_sheet_say (sheet, sheet->table == LSN_TABLE_TIES ? _("A tie needs an actor at both ends.")
                                                           : _("Another name needs a text, and an actor that bears it."),
                     FALSE);
      return FALSE;
    }
  cell = lsn_cell_new (sheet->map, sheet->table, column);
  lsn_cell_set_rows (cell, &row, 1);
  g_signal_connect (cell, "refused", G_CALLBACK (on_refused), sheet);
  return lsn_cell_set (cell, value);
}

/* The one word that may be meant by its beginning; NULL when there is none, or more. Transfer full. */
static char *
finish_word (LsnSheet   *sheet,
             const char *words)
{
  g_autoptr (GPtrArray) offered = suggest (words, sheet);
  g_autofree char *folded = lsn_text_fold (words);
  const LsnSuggestion *found = NULL;

  for (guint i = 0; offered != NULL && i < offered->len && *folded != '\0'; i++)
    {
      const LsnSuggestion *suggestion = g_ptr_array_index (offered, i);
      g_autofree char *title = lsn_text_fold (suggestion->title);

      if (suggestion->what != LSN_SUGGEST_WORD || !g_str_has_prefix (title, folded))
        continue;
      if (found != NULL)
        return NULL;
      found = suggestion;
    }
  return found != NULL ? g_strdup (found->title) : NULL;
}

static gboolean
commit_words (LsnSheet   *sheet,
              const char *words)
{
  g_autoptr (LsnCellReader) reader = lsn_cell_reader_new (sheet->map);
  g_autoptr (GError) error = NULL;
  g_autofree char *clean = lsn_text_clean (words, -1, NULL);
  g_autofree char *finished = NULL;
  LsnValue value;

  if (!lsn_cell_reader_read (reader, sheet->table, sheet->edited_column, clean, &value, NULL))
    finished = finish_word (sheet, clean);
  if (!lsn_cell_reader_read (reader, sheet->table, sheet->edited_column, finished != NULL ? finished : clean, &value,
                             &error))
    {
      lsn_sheet_say (sheet, error->message, FALSE);
      return FALSE;
    }
  return lsn_sheet_commit (sheet, sheet->edited_row, sheet->edited_column, value);
}

/* Somebody who is not on the map yet is made with what refers to them, in one step. */
static gboolean
commit_new_actor (LsnSheet   *sheet,
                  const char *words)
{
  g_autofree char *name = g_strstrip (lsn_text_clean (words, -1, NULL));
  g_autoptr (GError) error = NULL;
  LsnRow actor;
  gboolean done;

  lsn_canvas_get_scene (sheet->canvas);
  lsn_map_begin (sheet->map, insert_label (LSN_TABLE_ACTORS), NULL);
  actor = lsn_map_insert_actor (sheet->map, NULL, name, LSN_NO_ROW, NAN, NAN, &error);
  if (actor == LSN_NO_ROW)
    {
      lsn_map_rollback (sheet->map);
      lsn_sheet_say (sheet, error->message, FALSE);
      return FALSE;
    }
  lsn_sheet_place_new (&actor, 1, sheet);
  done = lsn_sheet_commit (sheet, sheet->edited_row, sheet->edited_column, lsn_value_reference (actor));
  lsn_map_commit (sheet->map);
  follow_made (sheet);
  return done;
}

static gboolean
commit_chosen (LsnSheet            *sheet,
               const LsnSuggestion *chosen,
               const char          *words)
{
  g_autoptr (GError) error = NULL;
  gboolean done;

  switch (chosen->what)
    {
    case LSN_SUGGEST_ACTOR:
      return lsn_sheet_commit (sheet, sheet->edited_row, sheet->edited_column, lsn_value_reference (chosen->actor));
    case LSN_SUGGEST_NEW_ACTOR:
      return commit_new_actor (sheet, words);
    case LSN_SUGGEST_KEEP_OLD_NAME:
      done = lsn_edits_rename_keeping (sheet->map, chosen->actor, words, &error);
      break;
    case LSN_SUGGEST_ADD_NAME:
      done = lsn_edits_add_alias (sheet->map, chosen->actor, words, &error);
      break;
    case LSN_SUGGEST_WORD:
    default:
      return commit_words (sheet, chosen->title);
    }
  if (error != NULL)
    lsn_sheet_say (sheet, error->message, FALSE);
  return done || error == NULL;
}

/* ---- what is offered ---- */

static gboolean
fits (const char *word,
      const char *folded)
{
  g_autofree char *other = lsn_text_fold (word);

  return strstr (other, folded) != NULL;
}

static void
offer_words (LsnSheet            *sheet,
             const LsnColumnSpec *spec,
             const char          *folded,
             GPtrArray           *offered)
{
  static const gboolean answers[] = { TRUE, FALSE };

  for (guint i = 0; spec->type == LSN_TYPE_BOOLEAN && i < G_N_ELEMENTS (answers); i++)
    {
      g_autofree char *word = lsn_value_words (sheet->map, spec, lsn_value_boolean (answers[i]));

      if (fits (word, folded))
        lsn_suggest_add_word (offered, word, NULL);
    }
  for (guint i = 0; spec->type == LSN_TYPE_CHOICE && i < spec->n_choices; i++)
    if (fits (lsn_column_choice_label (spec, spec->choices[i].id), folded))
      lsn_suggest_add_word (offered, lsn_column_choice_label (spec, spec->choices[i].id), NULL);
  for (guint i = 0; i < lsn_number_n_words (spec); i++)
    {
      double number;
      const char *word = lsn_number_nth_word (spec, i, &number);
      g_autofree char *digits = lsn_value_words (sheet->map, spec, lsn_value_number (number));

      if (fits (word, folded) || g_str_has_prefix (digits, folded))
        lsn_suggest_add_word (offered, word, digits);
    }
}

static void
offer_kinds (LsnSheet   *sheet,
             const char *folded,
             GPtrArray  *offered)
{
  for (LsnRow kind = lsn_map_next_row (sheet->map, LSN_TABLE_KINDS, LSN_NO_ROW);
       kind != LSN_NO_ROW && offered->len < (*folded == '\0' ? G_MAXUINT : N_OFFERED);
       kind = lsn_map_next_row (sheet->map, LSN_TABLE_KINDS, kind))
    if (lsn_kind_is_of_tie (sheet->map, kind) == (sheet->table == LSN_TABLE_TIES) &&
        fits (lsn_kind_name (sheet->map, kind), folded))
      lsn_suggest_add_word (offered, lsn_kind_name (sheet->map, kind), NULL);
}

static GPtrArray *
offer_actors (LsnSheet            *sheet,
              const LsnColumnSpec *spec,
              const char          *text)
{
  /* An actor is in no container that is itself. */
  guint n_but = sheet->table == LSN_TABLE_ACTORS && sheet->edited_row != LSN_NO_ROW ? 1 : 0;
  GPtrArray *offered = lsn_suggest_actors (sheet->map, text, &sheet->edited_row, n_but, N_OFFERED - 2);

  if (spec->on_remove == LSN_ON_REMOVE_FOLLOW || sheet->table == LSN_TABLE_ACTORS)
    lsn_suggest_add_new (offered, text);
  return offered;
}

static GPtrArray *
suggest (const char *text,
         gpointer    data)
{
  LsnSheet *sheet = data;
  const LsnColumnSpec *spec = sheet->map != NULL ? spec_of (sheet, sheet->edited_column) : NULL;
  g_autofree char *folded = lsn_text_fold (text);
  g_autofree char *now = NULL;
  GPtrArray *offered;

  if (spec == NULL)
    return NULL;
  if (spec->type == LSN_TYPE_REFERENCE && spec->refers_to == LSN_TABLE_ACTORS)
    return offer_actors (sheet, spec, text);
  if (sheet->table == LSN_TABLE_ACTORS && sheet->edited_column == LSN_ACTOR_NAME && sheet->edited_row != LSN_NO_ROW)
    return lsn_suggest_other_names (sheet->map, sheet->edited_row, text);

  /* What the cell holds already is no search: all is offered then. */
  now = lsn_sheet_words (sheet, sheet->edited_row, sheet->edited_column);
  if (g_str_equal (now, text))
    *folded = '\0';
  offered = g_ptr_array_new_with_free_func ((GDestroyNotify) lsn_suggestion_free);
  if (spec->type == LSN_TYPE_REFERENCE && spec->refers_to == LSN_TABLE_KINDS)
    offer_kinds (sheet, folded, offered);
  else
    offer_words (sheet, spec, folded, offered);
  return offered;
}

/* ---- the editor ---- */

static gboolean
remove_widget (gpointer widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  if (parent != NULL)
    gtk_overlay_remove_overlay (GTK_OVERLAY (parent), widget);
  return G_SOURCE_REMOVE;
}

/* The editor may be amid handling an event, so it goes a little later. */
static void
drop_editor (LsnSheet *sheet,
             gboolean  take_focus)
{
  GtkWidget *editor = g_steal_pointer (&sheet->editor);

  if (editor == NULL)
    return;
  g_signal_handlers_disconnect_by_data (editor, sheet);
  if (LSN_IS_NAME_EDITOR (editor))
    lsn_name_editor_end (LSN_NAME_EDITOR (editor), LSN_NAME_END_ESCAPE);
  if (take_focus)
    gtk_widget_grab_focus (sheet->focus);
  gtk_widget_set_visible (editor, FALSE);
  g_idle_add_full (G_PRIORITY_HIGH, remove_widget, g_object_ref (editor), g_object_unref);
}

/* Nothing is edited any longer; what was typed does not count. */
void
lsn_sheet_end_edit (LsnSheet *sheet)
{
  drop_editor (sheet, TRUE);
}

/* Where the keyboard goes when a cell has been typed: Enter goes down to where Tab was first pressed, as in a form. */
static void
go_on (LsnSheet  *sheet,
       LsnNameEnd how)
{
  if (how == LSN_NAME_END_ENTER)
    lsn_sheet_step (sheet, 1, 0);
  else if (how == LSN_NAME_END_TAB)
    lsn_sheet_step (sheet, 0, 1);
  else if (how == LSN_NAME_END_BACK_TAB)
    lsn_sheet_step (sheet, 0, -1);
}

static void
on_done (LsnNameEditor *editor,
         int            how,
         LsnSheet      *sheet)
{
  const LsnSuggestion *chosen = lsn_name_editor_get_chosen (editor);
  g_autofree char *text = g_strdup (lsn_name_editor_get_text (editor));
  gboolean taken;

  if (how == LSN_NAME_END_ESCAPE)
    {
      drop_editor (sheet, TRUE);
      return;
    }
  taken = chosen != NULL ? commit_chosen (sheet, chosen, text) : commit_words (sheet, text);
  drop_editor (sheet, how != LSN_NAME_END_LEFT);
  if (taken)
    go_on (sheet, how);
  else if (how != LSN_NAME_END_LEFT)
    begin_again (sheet, text);
}

static void
on_text_done (LsnTextEditor *editor,
              int            how,
              LsnSheet      *sheet)
{
  g_autofree char *text = lsn_text_editor_dup_text (editor);
  gboolean taken = how == LSN_NAME_END_ESCAPE || commit_words (sheet, text);

  drop_editor (sheet, how != LSN_NAME_END_LEFT);
  if (taken)
    go_on (sheet, how);
}

static GtkWidget *
name_editor_new (LsnSheet   *sheet,
                 const char *text)
{
  GtkWidget *editor = lsn_name_editor_new ("");

  lsn_name_editor_set_label (LSN_NAME_EDITOR (editor), lsn_column_label (spec_of (sheet, sheet->edited_column)));
  lsn_name_editor_set_suggest (LSN_NAME_EDITOR (editor), suggest, sheet);
  g_signal_connect (editor, "done", G_CALLBACK (on_done), sheet);
  gtk_overlay_add_overlay (sheet->overlay, editor);
  lsn_name_editor_set_text (LSN_NAME_EDITOR (editor), text);
  return editor;
}

static GtkWidget *
text_editor_new (LsnSheet   *sheet,
                 const char *text)
{
  GtkWidget *editor = lsn_text_editor_new (lsn_column_label (spec_of (sheet, sheet->edited_column)), text);

  g_signal_connect (editor, "done", G_CALLBACK (on_text_done), sheet);
  gtk_overlay_add_overlay (sheet->overlay, editor);
  return editor;
}

static void
open_editor (LsnSheet   *sheet,
             const char *text)
{
  if (spec_of (sheet, sheet->edited_column)->multiline)
    sheet->editor = text_editor_new (sheet, text);
  else
    sheet->editor = name_editor_new (sheet, text);
  gtk_widget_grab_focus (sheet->editor);
}

static void
begin_again (LsnSheet   *sheet,
             const char *text)
{
  open_editor (sheet, text);
}

/**
 * lsn_sheet_begin_edit:
 * @text: (nullable): what stands there at first; %NULL for what the cell holds, which is all selected
 * @from: (nullable): amid a key that is the first that is typed
 *
 * Edits the cell of the cursor, when that can be.
 */
void
lsn_sheet_begin_edit (LsnSheet              *sheet,
                      const char            *text,
                      GtkEventControllerKey *from)
{
  g_autofree char *words = NULL;

  if (sheet->map == NULL || sheet->editor != NULL)
    return;
  if (!lsn_sheet_may_edit (sheet, sheet->cursor_column))
    {
      lsn_sheet_say (sheet, _("This column is computed, and nothing can be put into it."), FALSE);
      return;
    }
  sheet->edited_row = sheet->cursor_row;
  sheet->edited_column = sheet->cursor_column;
  words = text != NULL ? g_strdup (text) : lsn_sheet_words (sheet, sheet->edited_row, sheet->edited_column);
  open_editor (sheet, words);
  if (from == NULL)
    return;
  if (LSN_IS_NAME_EDITOR (sheet->editor))
    lsn_name_editor_take_key (LSN_NAME_EDITOR (sheet->editor), from);
  else
    lsn_text_editor_take_key (LSN_TEXT_EDITOR (sheet->editor), from);
}
