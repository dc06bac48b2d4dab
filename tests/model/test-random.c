/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "model/changes.h"
#include "model/edit.h"
#include "model/invariants.h"
#include "random-map.h"

#undef G_DISABLE_ASSERT

/* Random transactions: undoing all of them gives the start, redoing all gives the end, row for row and cell for cell. */

#define N_TRANSACTIONS 60

static void
assert_sound (LsnMap *map)
{
  g_autofree char *problem = lsn_map_check (map);

  g_assert_cmpstr (problem, ==, NULL);
}

static void
assert_holds (LsnMap     *map,
              const char *dump)
{
  g_autofree char *now = lsn_map_dump (map);

  g_assert_cmpstr (now, ==, dump);
}

static guint
do_transactions (LsnMap    *map,
                 GRand     *rand,
                 GPtrArray *dumps,
                 GArray    *revisions)
{
  guint n_steps = 0;

  for (guint i = 0; i < N_TRANSACTIONS; i++)
    {
      g_autofree char *before = lsn_map_dump (map);
      guint64 revision = lsn_map_get_revision (map);

      lsn_map_begin (map, "Something", NULL);
      lsn_random_map_edit (map, rand, (guint) g_rand_int_range (rand, 1, 25));
      assert_sound (map);
      if (g_rand_int_range (rand, 0, 5) == 0)
        {
          lsn_map_rollback (map);
          assert_holds (map, before);
          g_assert_cmpuint (lsn_map_get_revision (map), ==, revision);
        }
      else if (lsn_map_commit (map))
        {
          g_assert_cmpuint (lsn_map_get_revision (map), !=, revision);
          revision = lsn_map_get_revision (map);
          g_ptr_array_add (dumps, lsn_map_dump (map));
          g_array_append_val (revisions, revision);
          n_steps++;
        }
      assert_sound (map);
    }

  return n_steps;
}

static void
go_back_and_forth (LsnMap    *map,
                   GPtrArray *dumps,
                   GArray    *revisions,
                   guint      n_steps)
{
  for (guint i = n_steps; i > 0; i--)
    {
      g_assert_true (lsn_map_undo (map));
      assert_sound (map);
      assert_holds (map, g_ptr_array_index (dumps, i - 1));
      g_assert_cmpuint (lsn_map_get_revision (map), ==, g_array_index (revisions, guint64, i - 1));
    }
  g_assert_false (lsn_map_undo (map));

  for (guint i = 1; i <= n_steps; i++)
    {
      g_assert_true (lsn_map_redo (map));
      assert_sound (map);
      assert_holds (map, g_ptr_array_index (dumps, i));
      g_assert_cmpuint (lsn_map_get_revision (map), ==, g_array_index (revisions, guint64, i));
    }
  g_assert_false (lsn_map_redo (map));
}

static void
test_random (gconstpointer data)
{
  LsnRandomMap options = {
    .seed = GPOINTER_TO_UINT (data), .n_actors = 20, .n_ties = 40, .n_containers = 4, .placed = TRUE, .cells = TRUE,
  };
  g_autoptr (LsnMap) map = lsn_random_map_new (&options);
  g_autoptr (GRand) rand = g_rand_new_with_seed (options.seed);
  g_autoptr (GPtrArray) dumps = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) revisions = g_array_new (FALSE, FALSE, sizeof (guint64));
  guint64 revision = lsn_map_get_revision (map);
  guint n_steps;

  g_ptr_array_add (dumps, lsn_map_dump (map));
  g_array_append_val (revisions, revision);

  n_steps = do_transactions (map, rand, dumps, revisions);
  g_assert_cmpuint (n_steps, >, N_TRANSACTIONS / 2);
  go_back_and_forth (map, dumps, revisions, n_steps);
  go_back_and_forth (map, dumps, revisions, n_steps);
}

/* What the signal says about rows is what really happened to them. */

typedef struct
{
  LsnMap *before;
  guint   n_emitted;
} Watch;

static char *
dump_of_row (LsnMap  *map,
             LsnTable table,
             LsnRow   row)
{
  GString *text = g_string_new (lsn_map_row_id (map, table, row));

  for (LsnColumn column = lsn_map_next_column (map, table, LSN_NO_COLUMN);
       column != LSN_NO_COLUMN;
       column = lsn_map_next_column (map, table, column))
    {
      g_autofree char *cell = lsn_map_format_cell (map, table, row, column);

      if (cell != NULL)
        g_string_append_printf (text, " %u=%s", column, cell);
    }

  return g_string_free (text, FALSE);
}

static gboolean
has (const LsnRow *rows,
     guint         n_rows,
     LsnRow        row)
{
  for (guint i = 0; i < n_rows; i++)
    {
      g_assert_true (i == 0 || rows[i - 1] < rows[i]);
      if (rows[i] == row)
        return TRUE;
    }

  return FALSE;
}

static void
on_changed (LsnMap     *map,
            LsnChanges *changes,
            Watch      *watch)
{
  for (guint i = 0; i < LSN_N_TABLES; i++)
    {
      LsnTable table = (LsnTable) i;
      guint n_inserted, n_removed, n_altered;
      const LsnRow *inserted = lsn_changes_inserted (changes, table, &n_inserted);
      const LsnRow *removed = lsn_changes_removed (changes, table, &n_removed);
      const LsnRow *altered = lsn_changes_altered (changes, table, &n_altered);

      for (LsnRow row = 1; row <= lsn_map_max_row (map, table); row++)
        {
          gboolean was = lsn_map_has_row (watch->before, table, row);
          gboolean is = lsn_map_has_row (map, table, row);
          g_autofree char *old = was ? dump_of_row (watch->before, table, row) : NULL;
          g_autofree char *new = is ? dump_of_row (map, table, row) : NULL;

          g_assert_true (has (inserted, n_inserted, row) == (is && !was));
          g_assert_true (has (removed, n_removed, row) == (was && !is));
          if (was && is && g_strcmp0 (old, new) != 0 && !lsn_changes_columns (changes, table))
            g_assert_true (has (altered, n_altered, row));
        }
    }

  watch->n_emitted++;
}

static void
test_changes (gconstpointer data)
{
  LsnRandomMap options = { .seed = GPOINTER_TO_UINT (data), .n_actors = 12, .n_ties = 20, .cells = TRUE };
  g_autoptr (LsnMap) map = lsn_random_map_new (&options);
  g_autoptr (GRand) rand = g_rand_new_with_seed (options.seed);
  Watch watch = { NULL, 0 };
  guint n_changes = 0;

  g_signal_connect (map, "changed", G_CALLBACK (on_changed), &watch);
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *dump = lsn_map_dump (map);

      watch.before = lsn_map_snapshot (map);
      if (g_rand_int_range (rand, 0, 3) == 0)
        {
          n_changes += (guint) (g_rand_boolean (rand) ? lsn_map_undo (map) : lsn_map_redo (map));
        }
      else
        {
          lsn_map_begin (map, "Something", NULL);
          lsn_random_map_edit (map, rand, 8);
          n_changes += (guint) lsn_map_commit (map);
        }
      assert_holds (watch.before, dump);
      g_clear_object (&watch.before);
    }

  g_assert_cmpuint (watch.n_emitted, ==, n_changes);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint seed = 1; seed <= 12; seed++)
    {
      g_autofree char *undo = g_strdup_printf ("/model/random/undo/%u", seed);
      g_autofree char *changes = g_strdup_printf ("/model/random/changes/%u", seed);

      g_test_add_data_func (undo, GUINT_TO_POINTER (seed), test_random);
      g_test_add_data_func (changes, GUINT_TO_POINTER (seed), test_changes);
    }

  return g_test_run ();
}
