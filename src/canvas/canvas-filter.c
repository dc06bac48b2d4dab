/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/canvas-private.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/changes.h"
#include "model/follow.h"

/* What of the map is shown. */

/* What speaks of something hidden is hidden with it. */
static gboolean
is_shown (LsnCanvas *self,
          LsnTable   table,
          LsnRow     row)
{
  LsnBox box;

  return table == LSN_TABLE_NOTES ? lsn_scene_note_box (self->scene, row, &box) : !lsn_scene_hides (self->scene, table, row);
}

static GArray *
shown_rows (LsnCanvas *self,
            LsnTable   table,
            gboolean   only_selected)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (LsnRow));

  for (LsnRow row = lsn_map_next_row (self->map, table, LSN_NO_ROW); row != LSN_NO_ROW;
       row = lsn_map_next_row (self->map, table, row))
    if (is_shown (self, table, row) &&
        (!only_selected || lsn_selection_contains (self->selection, table, row)))
      g_array_append_val (rows, row);
  return rows;
}

/* What is not seen is not selected: a key that deletes or moves would do so unseen. */
static void
select_shown (LsnCanvas *self,
              gboolean   only_selected)
{
  g_autoptr (GArray) actors = shown_rows (self, LSN_TABLE_ACTORS, only_selected);
  g_autoptr (GArray) ties = shown_rows (self, LSN_TABLE_TIES, only_selected);
  g_autoptr (GArray) notes = shown_rows (self, LSN_TABLE_NOTES, only_selected);

  lsn_selection_set_with_notes (self->selection, (const LsnRow *) (gpointer) actors->data, actors->len,
                                (const LsnRow *) (gpointer) ties->data, ties->len,
                                (const LsnRow *) (gpointer) notes->data, notes->len);
}

/* Selects all that is shown. */
void
lsn_canvas_select_shown (LsnCanvas *self)
{
  lsn_canvas_ensure_scene (self);
  if (self->scene == NULL || lsn_filter_n (self->filter) == 0)
    lsn_selection_select_all (self->selection);
  else
    select_shown (self, FALSE);
}

static gboolean
hides_selected (LsnCanvas *self,
                LsnTable   table)
{
  guint         n_rows;
  const LsnRow *rows = lsn_selection_rows (self->selection, table, &n_rows);

  for (guint i = 0; i < n_rows; i++)
    if (lsn_scene_hides (self->scene, table, rows[i]))
      return TRUE;
  return FALSE;
}

/* There is a new scene: what it hides leaves the selection, and others are told. */
void
lsn_canvas_note_shown (LsnCanvas *self)
{
  if (lsn_filter_n (self->filter) == 0)
    return;
  if (hides_selected (self, LSN_TABLE_ACTORS) || hides_selected (self, LSN_TABLE_TIES))
    select_shown (self, TRUE);
  lsn_canvas_say_shown (self);
}

static void
forget_followed (LsnCanvas *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->followed); i++)
    g_clear_pointer (&self->followed[i], lsn_filter_free);
  g_clear_pointer (&self->followed_id, g_free);
}

/* What is shown asks of who took the place of a row what it asked of that, as the views do. */
void
lsn_canvas_follow_replaced (LsnCanvas  *self,
                            guint       table,
                            const char *id,
                            const char *by)
{
  g_autofree char      *text = lsn_filter_to_text (self->filter);
  g_autofree char      *other = lsn_conditions_follow (text, self->map, (LsnTable) table, id, by);
  g_autoptr (LsnFilter) filter = other != NULL ? lsn_filter_parse (other, NULL) : NULL;

  if (filter == NULL)
    return;

  lsn_filter_set_faded (filter, lsn_filter_get_faded (self->filter));
  forget_followed (self);
  self->followed[0] = lsn_filter_copy (self->filter);
  self->followed[1] = lsn_filter_copy (filter);
  self->followed_table = (LsnTable) table;
  self->followed_id = g_strdup (id);
  lsn_canvas_set_filter (self, filter);
}

/* The map is another: that may have been undone, or done again. */
void
lsn_canvas_follow_history (LsnCanvas *self)
{
  gboolean is_back;

  if (self->followed_id == NULL)
    return;
  is_back = lsn_map_find_row (self->map, self->followed_table, self->followed_id) != LSN_NO_ROW;
  if (lsn_filter_equal (self->filter, self->followed[is_back ? 1 : 0]))
    lsn_canvas_set_filter (self, self->followed[is_back ? 0 : 1]);
}

/* Who makes something sees it: what was made while a filter hides is shown until another is set. */
void
lsn_canvas_exempt_made (LsnCanvas  *self,
                        LsnChanges *changes)
{
  static const LsnTable tables[] = { LSN_TABLE_ACTORS, LSN_TABLE_TIES };
  guint n_made = 0;

  if (lsn_filter_n (self->filter) == 0 || lsn_changes_is_undo (changes))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      guint         n_rows;
      const LsnRow *rows = lsn_changes_inserted (changes, tables[i], &n_rows);

      lsn_filter_exempt (self->filter, tables[i], rows, n_rows);
      n_made += n_rows;
    }
  if (n_made > 0)
    lsn_scene_builder_set_filter (self->builder, self->filter);
}

/* Without a map there is nothing to hide. */
void
lsn_canvas_forget_filter (LsnCanvas *self)
{
  forget_followed (self);
  lsn_filter_free (self->filter);
  self->filter = lsn_filter_new ();
  lsn_scene_builder_set_filter (self->builder, NULL);
}

/**
 * lsn_canvas_set_filter:
 * @filter: (nullable) (transfer none): what of the map is shown from now on; %NULL for all
 *
 * What is hidden is neither drawn nor found by the pointer nor selected. The view does not move, but when nothing that is
 * shown would be in it. What is made later is shown too, until the next filter.
 */
void
lsn_canvas_set_filter (LsnCanvas       *self,
                       const LsnFilter *filter)
{
  g_autoptr (LsnFilter) wanted = filter != NULL ? lsn_filter_copy (filter) : lsn_filter_new ();

  g_return_if_fail (LSN_IS_CANVAS (self));

  if (self->map == NULL || lsn_filter_equal (wanted, self->filter))
    return;

  lsn_canvas_cancel_tool (self);
  lsn_filter_free (self->filter);
  self->filter = g_steal_pointer (&wanted);
  lsn_filter_forget_exempt (self->filter);
  self->has_hover = FALSE;
  self->has_pressed = FALSE;
  lsn_patches_clear (self->patches);
  lsn_scene_builder_set_filter (self->builder, self->filter);
  lsn_preview_set_filter (self->preview);
  lsn_canvas_ensure_scene (self);
  lsn_canvas_say_shown (self);
  lsn_canvas_queue_update (self);
}

/**
 * lsn_canvas_get_filter:
 *
 * Returns: (transfer none): what of the map is shown
 */
const LsnFilter *
lsn_canvas_get_filter (LsnCanvas *self)
{
  g_return_val_if_fail (LSN_IS_CANVAS (self), NULL);

  return self->filter;
}

/**
 * lsn_canvas_hides:
 * @table: actors or ties
 *
 * Returns: whether a filter keeps @row from being shown
 */
gboolean
lsn_canvas_hides (LsnCanvas *self,
                  LsnTable   table,
                  LsnRow     row)
{
  g_return_val_if_fail (LSN_IS_CANVAS (self), FALSE);

  return lsn_filter_n (self->filter) > 0 && self->scene != NULL && lsn_scene_hides (self->scene, table, row);
}

/**
 * lsn_canvas_count_shown:
 * @n_actors: (out): how many actors are shown
 * @n_ties: (out): how many ties are
 *
 * Of a large map the picture is made elsewhere, and the numbers are those of the one before until it comes.
 *
 * Returns: whether there is a filter, and a picture made with one
 */
gboolean
lsn_canvas_count_shown (LsnCanvas *self,
                        guint     *n_actors,
                        guint     *n_ties)
{
  g_return_val_if_fail (LSN_IS_CANVAS (self), FALSE);

  return lsn_filter_n (self->filter) > 0 && self->scene != NULL &&
         lsn_scene_count_shown (self->scene, n_actors, n_ties);
}

/**
 * lsn_canvas_add_condition:
 * @condition: (transfer full): what must be true besides to be shown; it takes the place of one that asks the same of others
 */
void
lsn_canvas_add_condition (LsnCanvas    *self,
                          LsnCondition *condition)
{
  g_autoptr (LsnFilter) filter = lsn_filter_new ();
  gboolean              replaces = condition->test == LSN_TEST_WITHIN || condition->test == LSN_TEST_BETWEEN ||
                                   condition->test == LSN_TEST_IS;

  lsn_filter_set_faded (filter, lsn_filter_get_faded (self->filter));
  for (guint i = 0; i < lsn_filter_n (self->filter); i++)
    {
      const LsnCondition *other = lsn_filter_get (self->filter, i);

      if (!replaces || other->test != condition->test || other->table != condition->table ||
          g_strcmp0 (other->column, condition->column) != 0)
        lsn_filter_add (filter, lsn_condition_copy (other));
    }
  lsn_filter_add (filter, condition);
  lsn_canvas_set_filter (self, filter);
}

static char **
selected_ids (LsnCanvas *self)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  guint                    n_rows;
  const LsnRow            *rows = lsn_selection_rows (self->selection, LSN_TABLE_ACTORS, &n_rows);

  for (guint i = 0; i < n_rows; i++)
    g_strv_builder_add (ids, lsn_map_row_id (self->map, LSN_TABLE_ACTORS, rows[i]));
  return g_strv_builder_end (ids);
}

/* Fades what the filter hides, or hides what it fades. Where nothing is asked for yet, the selected actors stay clear with
 * who is tied to them. */
void
lsn_canvas_toggle_fade (LsnCanvas *self)
{
  g_autoptr (LsnFilter) filter = lsn_filter_copy (self->filter);
  gboolean              faded = !lsn_filter_get_faded (filter);

  if (lsn_filter_n (filter) == 0)
    {
      g_auto (GStrv) ids = selected_ids (self);
      LsnCondition  *condition;

      if (*ids == NULL)
        {
          lsn_canvas_say (self, FALSE, _("Select the actors that are to stay clear, or show only a part of the map first."));
          return;
        }
      condition = lsn_condition_new (LSN_TEST_WITHIN, LSN_TABLE_ACTORS, NULL, (const char *const *) ids);
      condition->steps = 1;
      lsn_filter_add (filter, condition);
      faded = TRUE;
    }
  lsn_filter_set_faded (filter, faded);
  lsn_canvas_set_filter (self, filter);
}

/* Shows only who is no more than so many ties from the selected actors. */
void
lsn_canvas_show_within (LsnCanvas *self,
                        guint      steps)
{
  g_auto (GStrv) ids = selected_ids (self);
  LsnCondition *condition = lsn_condition_new (LSN_TEST_WITHIN, LSN_TABLE_ACTORS, NULL, (const char *const *) ids);

  condition->steps = steps;
  lsn_canvas_add_condition (self, condition);
}

/* Shows only who is on a path between the two selected actors. */
void
lsn_canvas_show_between (LsnCanvas *self)
{
  g_auto (GStrv) ids = selected_ids (self);

  if (g_strv_length (ids) == 2)
    lsn_canvas_add_condition (self, lsn_condition_new (LSN_TEST_BETWEEN, LSN_TABLE_ACTORS, NULL, (const char *const *) ids));
}

/* Shows only what is of the kinds of the selected rows, or all but that. */
void
lsn_canvas_filter_kind (LsnCanvas *self,
                        gboolean   hide)
{
  gboolean      of_ties = lsn_selection_n_rows (self->selection, LSN_TABLE_ACTORS) == 0;
  LsnTable      table = of_ties ? LSN_TABLE_TIES : LSN_TABLE_ACTORS;
  LsnColumn     column = of_ties ? (LsnColumn) LSN_TIE_KIND : (LsnColumn) LSN_ACTOR_KIND;
  guint         n_rows;
  const LsnRow *rows = lsn_selection_rows (self->selection, table, &n_rows);

  if (n_rows > 0)
    lsn_canvas_add_condition (self, lsn_condition_of_cells (self->map, table, column, rows, n_rows, hide));
}
