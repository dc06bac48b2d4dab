/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include "model/edit.h"
#include "model/reach.h"

#define MOST 7

typedef struct
{
  LsnMap  *map;
  guint    n;
  LsnRow   rows[MOST];
  gboolean tied[MOST][MOST];
} Graph;

static Graph
random_graph (double density)
{
  g_autoptr (LsnOrigin) origin = lsn_origin_new_seeded (1, "2026-01-01", "tester");
  Graph graph = { .map = lsn_map_new (origin), .n = (guint) g_test_rand_int_range (2, MOST + 1) };

  lsn_map_begin (graph.map, "Draw", NULL);
  for (guint i = 0; i < graph.n; i++)
    graph.rows[i] = lsn_map_insert_actor (graph.map, NULL, "", LSN_NO_ROW, 0, 0, NULL);
  for (guint i = 0; i < graph.n; i++)
    for (guint j = 0; j < graph.n; j++)
      if (g_test_rand_double () < density)
        {
          lsn_map_insert_tie (graph.map, NULL, graph.rows[i], graph.rows[j], LSN_NO_ROW, NULL);
          graph.tied[i][j] = graph.tied[j][i] = TRUE;
        }
  lsn_map_commit (graph.map);
  return graph;
}

/* All paths, one by one. */
static gboolean
walk (const Graph *graph,
      guint        at,
      guint        to,
      gboolean    *visited,
      gboolean    *between)
{
  gboolean leads = FALSE;

  if (at == to)
    return between[at] = TRUE;

  visited[at] = TRUE;
  for (guint next = 0; next < graph->n; next++)
    if (!visited[next] && graph->tied[at][next] && walk (graph, next, to, visited, between))
      leads = TRUE;
  visited[at] = FALSE;
  if (leads)
    between[at] = TRUE;
  return leads;
}

static void
test_between (void)
{
  for (guint i = 0; i < 1500; i++)
    {
      Graph graph = random_graph (0.05 + 0.3 * g_test_rand_double ());
      gboolean visited[MOST] = { FALSE }, expected[MOST] = { FALSE };
      g_autofree gboolean *between = lsn_reach_between (graph.map, graph.rows[0], graph.rows[1], NULL, NULL);

      walk (&graph, 0, 1, visited, expected);
      for (guint actor = 0; actor < graph.n; actor++)
        g_assert_cmpint (between[graph.rows[actor]], ==, expected[actor]);
      g_object_unref (graph.map);
    }
}

/* Against Floyd and Warshall's way over all pairs. */
static void
test_steps (void)
{
  for (guint i = 0; i < 500; i++)
    {
      Graph graph = random_graph (0.2);
      guint least[MOST][MOST];
      g_autofree guint *steps = lsn_reach_steps (graph.map, graph.rows, 2, NULL, NULL);

      for (guint a = 0; a < graph.n; a++)
        for (guint b = 0; b < graph.n; b++)
          least[a][b] = a == b ? 0 : graph.tied[a][b] ? 1 : 1000;
      for (guint by = 0; by < graph.n; by++)
        for (guint a = 0; a < graph.n; a++)
          for (guint b = 0; b < graph.n; b++)
            least[a][b] = MIN (least[a][b], least[a][by] + least[by][b]);

      for (guint actor = 0; actor < graph.n; actor++)
        {
          guint expected = MIN (least[0][actor], least[1][actor]);

          g_assert_cmpuint (steps[graph.rows[actor]], ==, expected == 1000 ? LSN_STEPS_NONE : expected);
        }
      g_object_unref (graph.map);
    }
}

static gboolean
is_not (LsnRow   tie,
        gpointer data)
{
  return tie != *(LsnRow *) data;
}

static void
test_some_ties (void)
{
  g_autoptr (LsnOrigin) origin = lsn_origin_new_seeded (1, "2026-01-01", "tester");
  g_autoptr (LsnMap)    map = lsn_map_new (origin);
  g_autofree guint     *steps = NULL;
  g_autofree gboolean  *between = NULL;
  LsnRow rows[4], tie;

  lsn_map_begin (map, "Draw", NULL);
  for (guint i = 0; i < 4; i++)
    rows[i] = lsn_map_insert_actor (map, NULL, "", LSN_NO_ROW, 0, 0, NULL);
  tie = lsn_map_insert_tie (map, NULL, rows[0], rows[3], LSN_NO_ROW, NULL);
  for (guint i = 0; i < 3; i++)
    lsn_map_insert_tie (map, NULL, rows[i + 1], rows[i], LSN_NO_ROW, NULL);
  lsn_map_commit (map);

  steps = lsn_reach_steps (map, rows, 1, is_not, &tie);
  g_assert_cmpuint (steps[rows[3]], ==, 3);
  between = lsn_reach_between (map, rows[0], rows[2], is_not, &tie);
  g_assert_true (between[rows[1]]);
  g_assert_false (between[rows[3]]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reach/between", test_between);
  g_test_add_func ("/reach/steps", test_steps);
  g_test_add_func ("/reach/some-ties", test_some_ties);
  return g_test_run ();
}
