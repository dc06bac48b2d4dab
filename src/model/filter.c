/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "model/filter.h"

#include <string.h>

#include "model/reach.h"
#include "model/report.h"

struct _LsnFilter
{
  GPtrArray *conditions; /* of LsnCondition */
  gboolean   faded;      /* what does not pass is shown pale, not hidden */
  GArray    *actors;     /* of LsnRow: shown whatever is asked */
  GArray    *ties;       /* of LsnRow: the same, with their ends */
};

/**
 * lsn_filter_new:
 *
 * Returns: (transfer full): a filter without conditions, which shows all
 */
LsnFilter *
lsn_filter_new (void)
{
  LsnFilter *filter = g_new0 (LsnFilter, 1);

  filter->conditions = g_ptr_array_new_with_free_func ((GDestroyNotify) lsn_condition_free);
  filter->actors = g_array_new (FALSE, FALSE, sizeof (LsnRow));
  filter->ties = g_array_new (FALSE, FALSE, sizeof (LsnRow));
  return filter;
}

/**
 * lsn_filter_copy:
 *
 * Returns: (transfer full): the same once more
 */
LsnFilter *
lsn_filter_copy (const LsnFilter *filter)
{
  LsnFilter *copy = lsn_filter_new ();

  copy->faded = filter->faded;
  for (guint i = 0; i < filter->conditions->len; i++)
    lsn_filter_add (copy, lsn_condition_copy (lsn_filter_get (filter, i)));
  g_array_append_vals (copy->actors, filter->actors->data, filter->actors->len);
  g_array_append_vals (copy->ties, filter->ties->data, filter->ties->len);
  return copy;
}

/**
 * lsn_filter_free:
 * @filter: (transfer full): no longer wanted
 */
void
lsn_filter_free (LsnFilter *filter)
{
  g_ptr_array_unref (filter->conditions);
  g_array_unref (filter->actors);
  g_array_unref (filter->ties);
  g_free (filter);
}

/**
 * lsn_filter_equal:
 *
 * Returns: whether both have the same conditions in the same order, and do the same with the rest; who is exempt does not count
 */
gboolean
lsn_filter_equal (const LsnFilter *a,
                  const LsnFilter *b)
{
  gboolean is_equal = a->conditions->len == b->conditions->len && a->faded == b->faded;

  for (guint i = 0; is_equal && i < a->conditions->len; i++)
    is_equal = lsn_condition_equal (lsn_filter_get (a, i), lsn_filter_get (b, i));
  return is_equal;
}

/**
 * lsn_filter_n:
 *
 * Returns: how many conditions it has; with none it shows all
 */
guint
lsn_filter_n (const LsnFilter *filter)
{
  return filter->conditions->len;
}

/**
 * lsn_filter_get:
 * @index: below lsn_filter_n()
 *
 * Returns: (transfer none): one of its conditions
 */
const LsnCondition *
lsn_filter_get (const LsnFilter *filter,
                guint            index)
{
  g_return_val_if_fail (index < filter->conditions->len, NULL);

  return g_ptr_array_index (filter->conditions, index);
}

/**
 * lsn_filter_add:
 * @condition: (transfer full): what must be true besides; passed over when it is in the filter already
 */
void
lsn_filter_add (LsnFilter    *filter,
                LsnCondition *condition)
{
  for (guint i = 0; i < filter->conditions->len; i++)
    if (lsn_condition_equal (lsn_filter_get (filter, i), condition))
      {
        lsn_condition_free (condition);
        return;
      }
  g_ptr_array_add (filter->conditions, condition);
}

/**
 * lsn_filter_remove:
 * @index: below lsn_filter_n()
 */
void
lsn_filter_remove (LsnFilter *filter,
                   guint      index)
{
  g_return_if_fail (index < filter->conditions->len);

  g_ptr_array_remove_index (filter->conditions, index);
}

/**
 * lsn_filter_get_faded:
 *
 * Returns: whether what does not pass is shown pale, instead of being hidden
 */
gboolean
lsn_filter_get_faded (const LsnFilter *filter)
{
  return filter->faded;
}

/**
 * lsn_filter_set_faded:
 * @faded: whether what does not pass is shown pale, instead of being hidden
 */
void
lsn_filter_set_faded (LsnFilter *filter,
                      gboolean   faded)
{
  filter->faded = faded;
}

/**
 * lsn_filter_exempt:
 * @table: actors or ties
 * @rows: (array length=n_rows): that are shown from now on, whatever is asked; ties with their ends
 *
 * Rows that a map does not have, or has no longer, are passed over where the filter is applied.
 */
void
lsn_filter_exempt (LsnFilter    *filter,
                   LsnTable      table,
                   const LsnRow *rows,
                   guint         n_rows)
{
  g_return_if_fail (table == LSN_TABLE_ACTORS || table == LSN_TABLE_TIES);

  if (n_rows > 0)
    g_array_append_vals (table == LSN_TABLE_TIES ? filter->ties : filter->actors, rows, n_rows);
}

/**
 * lsn_filter_forget_exempt:
 *
 * From now on all rows are asked.
 */
void
lsn_filter_forget_exempt (LsnFilter *filter)
{
  g_array_set_size (filter->actors, 0);
  g_array_set_size (filter->ties, 0);
}

/**
 * lsn_filter_to_text:
 *
 * Returns: (transfer full): the conditions, one a line
 */
char *
lsn_filter_to_text (const LsnFilter *filter)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < filter->conditions->len; i++)
    g_ptr_array_add (lines, lsn_condition_to_text (lsn_filter_get (filter, i)));
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

/**
 * lsn_filter_take_line:
 * @at: (inout): in the text of a filter; the end of the text when it was the last line
 *
 * A line feed inside quotation marks does not end a line.
 *
 * Returns: (transfer full): the line that begins there, without its end
 */
char *
lsn_filter_take_line (const char **at)
{
  const char *start = *at, *end = start;
  char        mark = '\0';

  for (; *end != '\0' && (mark != '\0' || *end != '\n'); end++)
    {
      if (mark == '\0' && *end == '\\' && end[1] != '\0')
        end++;
      else if (mark == '\0' && (*end == '\'' || *end == '"'))
        mark = *end;
      else if (*end == mark)
        mark = '\0';
    }
  *at = *end != '\0' ? end + 1 : end;
  return g_strndup (start, (gsize) (end - start));
}

/**
 * lsn_filter_parse:
 * @text: as lsn_filter_to_text() writes it
 * @report: (nullable): gets each line that is not understood
 *
 * Returns: (transfer full): the conditions that are understood
 */
LsnFilter *
lsn_filter_parse (const char *text,
                  LsnReport  *report)
{
  LsnFilter *filter = lsn_filter_new ();

  for (guint number = 1; *text != '\0'; number++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char   *line = lsn_filter_take_line (&text);
      LsnCondition      *condition = *line != '\0' ? lsn_condition_parse (line, &error) : NULL;

      if (condition != NULL)
        lsn_filter_add (filter, condition);
      else if (error != NULL && report != NULL)
        lsn_report_add (report, LSN_SEVERITY_WARNING, number, 0, "%s", error->message);
    }
  return filter;
}

/* ---- what is shown ---- */

static gboolean
passes (const LsnFilter *filter,
        LsnMap          *map,
        LsnTable         table,
        LsnRow           row)
{
  for (guint i = 0; i < filter->conditions->len; i++)
    {
      const LsnCondition *condition = lsn_filter_get (filter, i);

      if (condition->test == LSN_TEST_DURING && !lsn_condition_test_during (condition, map, table, row))
        return FALSE;
      if (lsn_condition_has_column (condition) && condition->table == table &&
          !lsn_condition_test (condition, map, row))
        return FALSE;
    }
  return TRUE;
}

static gboolean
ends_are_shown (LsnMap         *map,
                LsnRow          tie,
                const gboolean *actors)
{
  LsnRow source = lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_SOURCE);
  LsnRow target = lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_TARGET);

  return source != LSN_NO_ROW && target != LSN_NO_ROW && actors[source] && actors[target];
}

static gboolean
tie_is_shown (LsnRow   tie,
              gpointer ties)
{
  return ((gboolean *) ties)[tie];
}

/* Ties whose ends are not both shown are not either. */
static void
drop_loose_ties (LsnShown *shown,
                 LsnMap   *map)
{
  for (LsnRow tie = lsn_map_next_row (map, LSN_TABLE_TIES, LSN_NO_ROW); tie != LSN_NO_ROW;
       tie = lsn_map_next_row (map, LSN_TABLE_TIES, tie))
    shown->ties[tie] = shown->ties[tie] && ends_are_shown (map, tie, shown->actors);
}

static void
keep_within (const LsnCondition *condition,
             LsnMap             *map,
             LsnShown           *shown,
             gboolean           *keep)
{
  g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (LsnRow));
  g_autofree guint  *steps = NULL;
  LsnRow             max = lsn_map_max_row (map, LSN_TABLE_ACTORS);

  for (guint i = 0; condition->values[i] != NULL; i++)
    {
      LsnRow actor = lsn_map_find_row (map, LSN_TABLE_ACTORS, condition->values[i]);

      if (actor != LSN_NO_ROW)
        g_array_append_val (from, actor);
    }
  steps = lsn_reach_steps (map, (const LsnRow *) (gpointer) from->data, from->len, tie_is_shown, shown->ties);
  for (LsnRow actor = 1; actor <= max; actor++)
    keep[actor] = keep[actor] && steps[actor] <= condition->steps;
}

static void
keep_between (const LsnCondition *condition,
              LsnMap             *map,
              LsnShown           *shown,
              gboolean           *keep)
{
  LsnRow a = lsn_map_find_row (map, LSN_TABLE_ACTORS, condition->values[0]);
  LsnRow b = lsn_map_find_row (map, LSN_TABLE_ACTORS, condition->values[1]);
  LsnRow max = lsn_map_max_row (map, LSN_TABLE_ACTORS);
  g_autofree gboolean *between = NULL;

  if (a != LSN_NO_ROW && b != LSN_NO_ROW)
    between = lsn_reach_between (map, a, b, tie_is_shown, shown->ties);
  for (LsnRow actor = 1; actor <= max; actor++)
    keep[actor] = keep[actor] && (actor == a || actor == b || (between != NULL && between[actor]));
}

/* All ask of the same ties, so that their order does not matter. */
static void
keep_near (const LsnFilter *filter,
           LsnMap          *map,
           LsnShown        *shown)
{
  LsnRow max = lsn_map_max_row (map, LSN_TABLE_ACTORS);
  g_autofree gboolean *keep = g_memdup2 (shown->actors, sizeof (gboolean) * ((gsize) max + 1));

  for (guint i = 0; i < filter->conditions->len; i++)
    {
      const LsnCondition *condition = lsn_filter_get (filter, i);

      if (condition->test == LSN_TEST_WITHIN)
        keep_within (condition, map, shown, keep);
      else if (condition->test == LSN_TEST_BETWEEN)
        keep_between (condition, map, shown, keep);
    }
  memcpy (shown->actors, keep, sizeof (gboolean) * ((gsize) max + 1));
  drop_loose_ties (shown, map);
}

static gboolean
asks (const LsnFilter *filter,
      LsnTest          test)
{
  for (guint i = 0; i < filter->conditions->len; i++)
    if (lsn_filter_get (filter, i)->test == test)
      return TRUE;
  return FALSE;
}

static void
keep_tied (LsnMap   *map,
           LsnShown *shown)
{
  for (LsnRow actor = lsn_map_next_row (map, LSN_TABLE_ACTORS, LSN_NO_ROW); actor != LSN_NO_ROW;
       actor = lsn_map_next_row (map, LSN_TABLE_ACTORS, actor))
    {
      LsnRow tie = shown->actors[actor] ? lsn_map_next_tie (map, actor, LSN_NO_ROW) : LSN_NO_ROW;

      while (tie != LSN_NO_ROW && !shown->ties[tie])
        tie = lsn_map_next_tie (map, actor, tie);
      shown->actors[actor] = tie != LSN_NO_ROW;
    }
}

/* Who is shown whatever is asked. */
static void
add_exempt (const LsnFilter *filter,
            LsnMap          *map,
            LsnShown        *shown)
{
  for (guint i = 0; i < filter->actors->len; i++)
    {
      LsnRow actor = g_array_index (filter->actors, LsnRow, i);

      if (lsn_map_has_row (map, LSN_TABLE_ACTORS, actor))
        shown->actors[actor] = TRUE;
    }
  for (guint i = 0; i < filter->ties->len; i++)
    {
      LsnRow tie = g_array_index (filter->ties, LsnRow, i);

      if (!lsn_map_has_row (map, LSN_TABLE_TIES, tie))
        continue;
      shown->actors[lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_SOURCE)] = TRUE;
      shown->actors[lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_TARGET)] = TRUE;
      shown->ties[tie] = TRUE;
    }
}

/* The frames around what is shown. */
static void
add_containers (LsnMap   *map,
                LsnShown *shown)
{
  for (LsnRow actor = lsn_map_next_row (map, LSN_TABLE_ACTORS, LSN_NO_ROW); actor != LSN_NO_ROW;
       actor = lsn_map_next_row (map, LSN_TABLE_ACTORS, actor))
    if (shown->actors[actor])
      for (LsnRow parent = lsn_map_get_reference (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_PARENT);
           parent != LSN_NO_ROW && !shown->actors[parent];
           parent = lsn_map_get_reference (map, LSN_TABLE_ACTORS, parent, LSN_ACTOR_PARENT))
        shown->actors[parent] = TRUE;
}

static void
count_shown (LsnMap   *map,
             LsnShown *shown)
{
  for (LsnRow actor = lsn_map_next_row (map, LSN_TABLE_ACTORS, LSN_NO_ROW); actor != LSN_NO_ROW;
       actor = lsn_map_next_row (map, LSN_TABLE_ACTORS, actor))
    shown->n_actors += shown->actors[actor] ? 1 : 0;
  for (LsnRow tie = lsn_map_next_row (map, LSN_TABLE_TIES, LSN_NO_ROW); tie != LSN_NO_ROW;
       tie = lsn_map_next_row (map, LSN_TABLE_TIES, tie))
    shown->n_ties += shown->ties[tie] ? 1 : 0;
}

/**
 * lsn_filter_apply:
 * @map: a map or a snapshot
 *
 * Asks the cells of every row, then how what has passed hangs together. A tie is shown when it passes and both of its ends
 * are shown; a container of something that is shown is shown too. So is what is exempt. O(conditions x rows).
 *
 * Returns: (transfer full): what passes
 */
LsnShown *
lsn_filter_apply (const LsnFilter *filter,
                  LsnMap          *map)
{
  LsnShown *shown = g_new0 (LsnShown, 1);

  shown->actors = g_new0 (gboolean, (gsize) lsn_map_max_row (map, LSN_TABLE_ACTORS) + 1);
  shown->ties = g_new0 (gboolean, (gsize) lsn_map_max_row (map, LSN_TABLE_TIES) + 1);
  for (LsnRow actor = lsn_map_next_row (map, LSN_TABLE_ACTORS, LSN_NO_ROW); actor != LSN_NO_ROW;
       actor = lsn_map_next_row (map, LSN_TABLE_ACTORS, actor))
    shown->actors[actor] = passes (filter, map, LSN_TABLE_ACTORS, actor);
  for (LsnRow tie = lsn_map_next_row (map, LSN_TABLE_TIES, LSN_NO_ROW); tie != LSN_NO_ROW;
       tie = lsn_map_next_row (map, LSN_TABLE_TIES, tie))
    shown->ties[tie] = passes (filter, map, LSN_TABLE_TIES, tie);

  drop_loose_ties (shown, map);
  if (asks (filter, LSN_TEST_WITHIN) || asks (filter, LSN_TEST_BETWEEN))
    keep_near (filter, map, shown);
  if (asks (filter, LSN_TEST_TIED))
    keep_tied (map, shown);
  add_exempt (filter, map, shown);
  add_containers (map, shown);
  count_shown (map, shown);
  return shown;
}

/**
 * lsn_shown_free:
 * @shown: (transfer full): no longer wanted
 */
void
lsn_shown_free (LsnShown *shown)
{
  g_free (shown->actors);
  g_free (shown->ties);
  g_free (shown);
}
