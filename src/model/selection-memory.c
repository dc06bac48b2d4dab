/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "model/selection-memory.h"

#define MOST_KEPT 256 /* revisions; the oldest are forgotten */

typedef struct
{
  guint64      revision;
  LsnSelected *selected; /* a GRcBox: the same for all revisions that went by without another selection */
} Kept;

struct _LsnSelectionMemory
{
  GQueue       kept;    /* Kept, the newest at the head */
  LsnSelected *current; /* a copy of what is selected now, if one was made; else NULL */
};

static void
clear_selected (gpointer data)
{
  LsnSelected *selected = data;

  for (guint i = 0; i < LSN_N_SELECTABLE; i++)
    g_array_unref (selected->rows[i]);
}

static void
selected_unref (LsnSelected *selected)
{
  g_rc_box_release_full (selected, clear_selected);
}

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  selected_unref (kept->selected);
  g_free (kept);
}

/**
 * lsn_selection_memory_new:
 *
 * Returns: (transfer full): a memory of nothing
 */
LsnSelectionMemory *
lsn_selection_memory_new (void)
{
  LsnSelectionMemory *memory = g_new0 (LsnSelectionMemory, 1);

  g_queue_init (&memory->kept);
  return memory;
}

void
lsn_selection_memory_free (LsnSelectionMemory *memory)
{
  g_clear_pointer (&memory->current, selected_unref);
  g_queue_clear_full (&memory->kept, kept_free);
  g_free (memory);
}

/**
 * lsn_selection_memory_forget_current:
 *
 * To be called when other rows are selected or focused than when lsn_selection_memory_keep () was called last.
 */
void
lsn_selection_memory_forget_current (LsnSelectionMemory *memory)
{
  g_clear_pointer (&memory->current, selected_unref);
}

static void
forget_revision (LsnSelectionMemory *memory,
                 guint64             revision)
{
  for (GList *at = memory->kept.head; at != NULL; at = at->next)
    if (((Kept *) at->data)->revision == revision)
      {
        kept_free (at->data);
        g_queue_delete_link (&memory->kept, at);
        return;
      }
}

/**
 * lsn_selection_memory_keep:
 * @revision: of the map, which is another from now on
 * @selected: what is selected in it
 *
 * Cost: O(selected rows) when others are selected than for the revision kept before.
 */
void
lsn_selection_memory_keep (LsnSelectionMemory *memory,
                           guint64             revision,
                           const LsnSelected  *selected)
{
  Kept *kept = g_new (Kept, 1);

  if (memory->current == NULL)
    {
      memory->current = g_rc_box_new0 (LsnSelected);
      for (guint i = 0; i < LSN_N_SELECTABLE; i++)
        memory->current->rows[i] = g_array_copy (selected->rows[i]);
      memory->current->focus_table = selected->focus_table;
      memory->current->focus = selected->focus;
    }

  forget_revision (memory, revision);
  kept->revision = revision;
  kept->selected = g_rc_box_acquire (memory->current);
  g_queue_push_head (&memory->kept, kept);
  if (memory->kept.length > MOST_KEPT)
    kept_free (g_queue_pop_tail (&memory->kept));
}

/**
 * lsn_selection_memory_recall:
 *
 * Returns: (transfer none) (nullable): what was selected when the map had @revision last; %NULL when that is not known. Valid
 * until something else is kept
 */
const LsnSelected *
lsn_selection_memory_recall (LsnSelectionMemory *memory,
                             guint64             revision)
{
  for (GList *at = memory->kept.head; at != NULL; at = at->next)
    if (((Kept *) at->data)->revision == revision)
      return ((Kept *) at->data)->selected;

  return NULL;
}
