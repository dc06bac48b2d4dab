/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdio.h>

#include "engine/layout.h"
#include "random-map.h"

/* A layout through the helper, beside the Graphviz command on the same graph with the same attributes; and Hierarchy at 200/600
 * within 5 seconds. The median of some runs each. */

#define RUNS 5
#define REACH 50.0
#define TIE_GAP 90.0

typedef struct
{
  const char *engine;
  guint       n_actors, n_ties;
} Work;

static void
keep_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static LsnMap *
chained_map (const Work *work)
{
  LsnRandomMap random_map = { .seed = 3, .n_actors = work->n_actors, .n_ties = work->n_ties - work->n_actors + 1,
                              .clustered = TRUE };
  LsnMap *map = lsn_random_map_new (&random_map);

  /* in one piece, as the command would lay pieces out in another way */
  lsn_map_begin (map, "Chain", NULL);
  for (LsnRow actor = 2; actor <= lsn_map_max_row (map, LSN_TABLE_ACTORS); actor++)
    {
      LsnRow tie = lsn_map_insert_row (map, LSN_TABLE_TIES, NULL, NULL);

      lsn_map_set_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_SOURCE, actor / 2, NULL);
      lsn_map_set_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_TARGET, actor, NULL);
    }
  lsn_map_commit (map);
  return map;
}

static double
through_helper (LsnMap     *map,
                const Work *work)
{
  g_autoptr (LsnMap) snapshot = lsn_map_snapshot (map);
  g_autoptr (GArray) extents = g_array_new (FALSE, FALSE, sizeof (LsnExtents));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (LsnLayout) layout = NULL;
  g_autoptr (GError) error = NULL;
  LsnLayoutOptions options = { .engine = work->engine, .seed = 1, .timeout = 100 };
  gint64 start = g_get_monotonic_time ();

  for (LsnRow actor = 1; actor <= lsn_map_max_row (map, LSN_TABLE_ACTORS); actor++)
    {
      LsnExtents one = { actor, REACH, REACH, REACH, REACH };

      g_array_append_val (extents, one);
    }
  lsn_layout_async (snapshot, &options, (LsnExtents *) extents->data, extents->len, NULL, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  layout = lsn_layout_finish (result, &error);
  g_assert_no_error (error);
  return (g_get_monotonic_time () - start) / 1e3;
}

static void
write_dot (LsnMap     *map,
           const char *path)
{
  const double inch = 72, length = TIE_GAP + 2 * REACH;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  FILE *file = fopen (path, "w");

  g_assert_nonnull (file);
  fprintf (file, "digraph { overlap=true; splines=false; inputscale=72; start=1; nslimit=1; nslimit1=1; mclimit=0.1; K=%g;\n"
                 "mindist=%g; nodesep=%g; ranksep=%g; edge [len=%g];\n"
                 "node [shape=box,label=\"\",fixedsize=true,width=%g,height=%g]\n", length / inch, 0.6 * TIE_GAP / inch,
           0.35 * TIE_GAP / inch, 0.7 * TIE_GAP / inch, length / inch, 2 * REACH / inch, 2 * REACH / inch);
  for (LsnRow actor = 1; actor <= lsn_map_max_row (map, LSN_TABLE_ACTORS); actor++)
    fprintf (file, "%u\n", actor);
  for (LsnRow tie = lsn_map_next_row (map, LSN_TABLE_TIES, LSN_NO_ROW); tie != LSN_NO_ROW;
       tie = lsn_map_next_row (map, LSN_TABLE_TIES, tie))
    {
      LsnRow source = lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_SOURCE);
      LsnRow target = lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_TARGET);
      char *edge = g_strdup_printf ("%u -> %u", source, target);

      if (source != target && !g_hash_table_contains (seen, edge))
        fprintf (file, "%s\n", edge);
      g_hash_table_add (seen, edge);
    }
  fprintf (file, "}\n");
  fclose (file);
}

static double
by_command (const char *engine,
            const char *path)
{
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GSubprocess) process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error, engine, "-Tplain", path, NULL);

  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (process, NULL, &error));
  return (g_get_monotonic_time () - start) / 1e3;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static void
measure (const Work *work)
{
  g_autoptr (LsnMap) map = chained_map (work);
  g_autofree char *folder = g_dir_make_tmp ("liaison-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "graph.dot", NULL);
  double ours[RUNS], command[RUNS];

  write_dot (map, path);
  for (guint i = 0; i < RUNS; i++)
    {
      ours[i] = through_helper (map, work);
      command[i] = by_command (work->engine, path);
    }
  qsort (ours, RUNS, sizeof *ours, compare_doubles);
  qsort (command, RUNS, sizeof *command, compare_doubles);
  printf ("measure layout-%s-%u-%u %.1f %.1f ms\n", work->engine, work->n_actors, work->n_ties, ours[RUNS / 2],
          1.1 * command[RUNS / 2] + 50);
  if (g_str_equal (work->engine, "dot"))
    printf ("measure layout-hierarchy-%u-%u %.1f 5000 ms\n", work->n_actors, work->n_ties, ours[RUNS / 2]);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (void)
{
  const Work works[] = {
    { "neato", 30, 60 }, { "neato", 300, 900 }, { "fdp", 300, 900 }, { "dot", 200, 600 }, { "twopi", 300, 900 },
    { "circo", 40, 80 }, { "sfdp", 2000, 8000 }, { "sfdp", 10000, 50000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (works); i++)
    measure (&works[i]);
  return 0;
}
