/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "model/edit.h"
#include "model/invariants.h"
#include "random-map.h"
#include "row-mirror.h"

#undef G_DISABLE_ASSERT

/* Long random sessions: gestures that merge, undo, redo, saving, a history too small for all of it. A revision is the name of
 * what the map holds, and lists that hear nothing but their signal show the rows that are there. */

#define N_STEPS 150

typedef struct
{
  LsnMap     *map;
  GRand      *rand;
  GHashTable *dumps;      /* by revision */
  guint64     saved;
  LsnRowList *lists[LSN_N_TABLES];
  GArray     *mirrors[LSN_N_TABLES];
} Session;

static void
begin (Session *session,
       guint32  seed)
{
  LsnRandomMap options = {
    .seed = seed, .n_actors = 20, .n_ties = 30, .n_containers = 4, .placed = TRUE, .cells = TRUE,
  };

  session->map = lsn_random_map_new (&options);
  session->rand = g_rand_new_with_seed (seed);
  session->dumps = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  session->saved = lsn_map_get_revision (session->map);
  for (guint table = 0; table < LSN_N_TABLES; table++)
    {
      session->lists[table] = lsn_row_list_new (session->map, (LsnTable) table);
      session->mirrors[table] = lsn_row_mirror_new (session->lists[table]);
    }
}

static void
end (Session *session)
{
  for (guint table = 0; table < LSN_N_TABLES; table++)
    {
      g_object_unref (session->lists[table]);
      g_array_unref (session->mirrors[table]);
    }
  g_hash_table_unref (session->dumps);
  g_rand_free (session->rand);
  g_object_unref (session->map);
}

static void
assert_mirrored (Session *session,
                 LsnTable table)
{
  GArray *mirror = session->mirrors[table];

  g_assert_cmpuint (mirror->len, ==, lsn_map_n_rows (session->map, table));
  g_assert_cmpuint (mirror->len, ==, g_list_model_get_n_items (G_LIST_MODEL (session->lists[table])));
  for (guint i = 0; i < mirror->len; i++)
    {
      LsnRow row = g_array_index (mirror, LsnRow, i);

      g_assert_true (lsn_map_has_row (session->map, table, row));
      g_assert_cmpuint (lsn_row_list_find (session->lists[table], row), ==, i);
    }
}

/* A revision that was there before means what it meant. */
static void
assert_sound (Session *session)
{
  guint64 revision = lsn_map_get_revision (session->map);
  g_autofree char *problem = lsn_map_check (session->map);
  g_autofree char *dump = lsn_map_dump (session->map);
  const char *before = g_hash_table_lookup (session->dumps, &revision);

  g_assert_cmpstr (problem, ==, NULL);
  if (before != NULL)
    g_assert_cmpstr (dump, ==, before);
  else
    g_hash_table_insert (session->dumps, g_memdup2 (&revision, sizeof revision), g_steal_pointer (&dump));
  g_assert_true (lsn_map_is_modified (session->map) == (revision != session->saved));
  for (guint table = 0; table < LSN_N_TABLES; table++)
    assert_mirrored (session, (LsnTable) table);
}

static void
edit (Session *session)
{
  static const char *const keys[] = { NULL, "drag", "drag", "type" };

  lsn_map_begin (session->map, "Something", keys[g_rand_int_range (session->rand, 0, G_N_ELEMENTS (keys))]);
  lsn_random_map_edit (session->map, session->rand, (guint) g_rand_int_range (session->rand, 1, 12));
  if (g_rand_int_range (session->rand, 0, 8) == 0)
    lsn_map_rollback (session->map);
  else
    lsn_map_commit (session->map);
}

static void
step (Session *session)
{
  switch (g_rand_int_range (session->rand, 0, 10))
    {
    case 0:
    case 1:
      lsn_map_undo (session->map);
      break;

    case 2:
      lsn_map_redo (session->map);
      break;

    case 3:
      session->saved = lsn_map_get_revision (session->map);
      lsn_map_mark_saved (session->map, session->saved);
      break;

    default:
      edit (session);
      break;
    }
  assert_sound (session);
}

static guint
undo_all (Session *session)
{
  guint n = 0;

  for (; lsn_map_undo (session->map); n++)
    assert_sound (session);
  g_assert_false (lsn_map_can_undo (session->map));

  return n;
}

static void
redo_all (Session *session,
          guint    n,
          guint64  revision)
{
  for (guint i = 0; i < n; i++)
    {
      g_assert_true (lsn_map_redo (session->map));
      assert_sound (session);
    }
  g_assert_cmpuint (lsn_map_get_revision (session->map), ==, revision);
}

static void
test_session (gconstpointer data)
{
  Session session;
  guint64 first, last;
  guint n;

  begin (&session, GPOINTER_TO_UINT (data));
  assert_sound (&session);
  first = lsn_map_get_revision (session.map);
  for (guint i = 0; i < N_STEPS; i++)
    step (&session);
  while (lsn_map_redo (session.map))
    assert_sound (&session);

  last = lsn_map_get_revision (session.map);
  n = undo_all (&session);
  g_assert_cmpuint (n, >, 10);
  g_assert_cmpuint (lsn_map_get_revision (session.map), ==, first);
  redo_all (&session, n, last);

  /* Without room only the newest step stays, and it still leads back to where it began. */
  lsn_map_set_history_budget (session.map, 0);
  g_assert_cmpuint (undo_all (&session), ==, 1);
  redo_all (&session, 1, last);
  for (guint i = 0; i < 20; i++)
    step (&session);
  g_assert_cmpuint (undo_all (&session), <=, 1);
  end (&session);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint seed = 1; seed <= 8; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/model/sessions/%u", seed);

      g_test_add_data_func (path, GUINT_TO_POINTER (seed), test_session);
    }

  return g_test_run ();
}
