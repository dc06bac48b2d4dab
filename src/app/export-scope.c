/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/export-scope.h"

#include <glib/gi18n-lib.h>

#include "model/notes.h"

static void
add (GArray        *scopes,
     GtkStringList *words,
     LsnExportWhat  what,
     LsnRow         frame,
     const char    *word)
{
  LsnExportScope scope = { what, frame };

  gtk_string_list_append (words, word);
  g_array_append_val (scopes, scope);
}

/* Each frame by its title, and all at once when there are several. One that is selected alone is chosen. */
static void
add_frames (GArray        *scopes,
            GtkStringList *words,
            LsnMap        *map,
            LsnSelection  *selection,
            guint         *chosen)
{
  g_autoptr (GArray) frames = lsn_notes_frames (map);

  for (guint i = 0; i < frames->len; i++)
    {
      LsnRow frame = g_array_index (frames, LsnRow, i);
      g_autofree char *title = lsn_note_display_name (map, frame);
      /* Translators: what to export; %s is the title of a frame */
      g_autofree char *word = g_strdup_printf (_("Frame: %s"), title);

      if (lsn_selection_n_rows (selection, LSN_TABLE_NOTES) == 1 && lsn_selection_contains (selection, LSN_TABLE_NOTES, frame))
        *chosen = scopes->len;
      add (scopes, words, LSN_EXPORT_FRAME, frame, word);
    }
  if (frames->len > 1)
    add (scopes, words, LSN_EXPORT_FRAMES, g_array_index (frames, LsnRow, 0), _("Each frame as a file"));
}

/**
 * lsn_export_scopes:
 * @document: whose selection counts
 * @map: what is exported of it
 * @filter: what of it is shown
 * @row: lets one of them be chosen; begins with the frame that is selected, else with what a filter shows, else with all
 *
 * Returns: (transfer full) (element-type LsnExportScope): what can be exported, as the lines of @row say it
 */
GArray *
lsn_export_scopes (LsnDocument     *document,
                   LsnMap          *map,
                   const LsnFilter *filter,
                   AdwComboRow     *row)
{
  LsnSelection *selection = lsn_document_get_selection (document);
  GArray *scopes = g_array_new (FALSE, FALSE, sizeof (LsnExportScope));
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  guint chosen = 0;

  add (scopes, words, LSN_EXPORT_WHOLE, LSN_NO_ROW, _("The whole map"));
  if (lsn_filter_n (filter) > 0)
    {
      chosen = scopes->len;
      add (scopes, words, LSN_EXPORT_SHOWN, LSN_NO_ROW, _("What is shown"));
    }
  if (lsn_selection_n_rows (selection, LSN_TABLE_ACTORS) > 0)
    add (scopes, words, LSN_EXPORT_SELECTED, LSN_NO_ROW, _("Selected actors"));
  add_frames (scopes, words, map, selection, &chosen);
  adw_combo_row_set_model (row, G_LIST_MODEL (words));
  adw_combo_row_set_selected (row, chosen);
  gtk_widget_set_visible (GTK_WIDGET (row), scopes->len > 1);
  return scopes;
}

/**
 * lsn_export_selected:
 * @document: a document
 *
 * Returns: (transfer full) (element-type LsnRow): its selected actors
 */
GArray *
lsn_export_selected (LsnDocument *document)
{
  guint n;
  const LsnRow *rows = lsn_selection_rows (lsn_document_get_selection (document), LSN_TABLE_ACTORS, &n);
  GArray *actors = g_array_sized_new (FALSE, FALSE, sizeof (LsnRow), n);

  if (n > 0)
    g_array_append_vals (actors, rows, n);
  return actors;
}

/**
 * lsn_export_frames_note:
 * @map: a map
 *
 * Returns: (transfer full): what there is to say of the first of several files
 */
char *
lsn_export_frames_note (LsnMap *map)
{
  g_autoptr (GArray) frames = lsn_notes_frames (map);

  /* Translators: %u is how many pictures will be exported */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u file; this is the first", "%u files; this is the first", frames->len),
                          frames->len);
}
