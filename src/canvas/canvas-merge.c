/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/canvas-private.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "canvas/merge-popover.h"
#include "model/tie-merge.h"

/* Parallel ties become one. */

/* The one that stays first: the focused one, or the first that was selected. One tie stands for all between its actors. */
static GArray *
ties_to_merge (LsnCanvas *self)
{
  GArray       *ties = g_array_new (FALSE, FALSE, sizeof (LsnRow));
  guint         n_rows;
  const LsnRow *rows = lsn_selection_rows (self->selection, LSN_TABLE_TIES, &n_rows);
  LsnTable      table;
  LsnRow        focus = LSN_NO_ROW;

  if (n_rows == 1)
    {
      g_array_unref (ties);
      return lsn_ties_parallel (self->map, rows[0]);
    }
  if (!lsn_selection_get_focus (self->selection, &table, &focus) || table != LSN_TABLE_TIES ||
      !lsn_selection_contains (self->selection, LSN_TABLE_TIES, focus))
    focus = n_rows > 0 ? rows[0] : LSN_NO_ROW;
  for (guint i = 0; i <= n_rows; i++)
    {
      LsnRow tie = i == 0 ? focus : rows[i - 1];

      if (tie != LSN_NO_ROW && (i == 0 || tie != focus))
        g_array_append_val (ties, tie);
    }
  return ties;
}

static void
merge (LsnCanvas  *self,
       GHashTable *choices)
{
  g_autoptr (GArray) ties = ties_to_merge (self);
  const LsnRow *rows = (const LsnRow *) (gpointer) ties->data;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  LsnRow into;

  if (ties->len < 2)
    return;
  into = rows[0];
  if (lsn_ties_merge (self->map, into, rows + 1, ties->len - 1, choices, &error))
    {
      lsn_selection_select (self->selection, LSN_TABLE_TIES, into);
      words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Merged %u tie", "Merged %u ties", ties->len), ties->len);
      lsn_canvas_say (self, TRUE, words);
    }
  lsn_canvas_say_error (self, error);
}

static void
on_merge_cb (LsnMergePopover *popover,
             GHashTable      *choices,
             LsnCanvas       *self)
{
  merge (self, choices);
}

/* Asks first what is right where they differ. */
void
lsn_canvas_merge_ties (LsnCanvas  *self,
                       const char *name,
                       GVariant   *parameter)
{
  g_autoptr (GArray) ties = ties_to_merge (self);
  const LsnRow *rows = (const LsnRow *) (gpointer) ties->data;
  g_autoptr (GArray) conflicts = NULL;
  GtkWidget *popover;
  LsnBox     box;

  if (ties->len < 2)
    {
      lsn_canvas_say (self, FALSE, _("There is no other tie between these two actors."));
      return;
    }
  conflicts = lsn_ties_join_same (self->map, rows, ties->len) ? lsn_ties_conflicts (self->map, rows, ties->len) : NULL;
  if (conflicts == NULL || conflicts->len == 0)
    {
      merge (self, NULL);
      return;
    }
  lsn_canvas_ensure_scene (self);
  lsn_canvas_show_row (self, LSN_TABLE_TIES, rows[0]);
  popover = lsn_merge_popover_new (self->map, rows[0], conflicts);
  g_signal_connect (popover, "merge", G_CALLBACK (on_merge_cb), self);
  box = lsn_canvas_bounds_of (self, LSN_TABLE_TIES, rows, 1);
  lsn_canvas_ask (self, popover, (LsnPoint) { box.x + box.width / 2, box.y + box.height / 2 });
}
