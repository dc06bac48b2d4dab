/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include "model/tie-merge.h"

#include "model/edit.h"
#include "model/kinds.h"

/* Several ties between two actors become one. */

typedef struct
{
  LsnMap *map;
  LsnRow  ada, ben, cem;
  LsnRow  there, back, other; /* Ada to Ben, Ben to Ada, Ada to Cem */
} Fixture;

static void
set_number (Fixture  *f,
            LsnRow    tie,
            LsnColumn column,
            double    number)
{
  g_assert_true (lsn_map_set_number (f->map, LSN_TABLE_TIES, tie, column, number, NULL));
}

static void
set_text (Fixture    *f,
          LsnRow      tie,
          LsnColumn   column,
          const char *text)
{
  g_assert_true (lsn_map_set_text (f->map, LSN_TABLE_TIES, tie, column, text, NULL));
}

static LsnRow
add_tie (Fixture *f,
         LsnRow   source,
         LsnRow   target)
{
  LsnRow tie = lsn_map_insert_row (f->map, LSN_TABLE_TIES, NULL, NULL);

  lsn_map_set_reference (f->map, LSN_TABLE_TIES, tie, LSN_TIE_SOURCE, source, NULL);
  lsn_map_set_reference (f->map, LSN_TABLE_TIES, tie, LSN_TIE_TARGET, target, NULL);
  set_text (f, tie, LSN_TIE_DIRECTION, "forward");
  return tie;
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  g_autoptr (LsnOrigin) origin = lsn_origin_new_seeded (8, "2024-05-01", "tester");

  f->map = lsn_map_new (origin);
  lsn_map_begin (f->map, "Set up", NULL);
  f->ada = lsn_map_insert_row (f->map, LSN_TABLE_ACTORS, NULL, NULL);
  f->ben = lsn_map_insert_row (f->map, LSN_TABLE_ACTORS, NULL, NULL);
  f->cem = lsn_map_insert_row (f->map, LSN_TABLE_ACTORS, NULL, NULL);
  f->there = add_tie (f, f->ada, f->ben);
  f->back = add_tie (f, f->ben, f->ada);
  f->other = add_tie (f, f->ada, f->cem);
  set_number (f, f->there, LSN_TIE_STRENGTH, 2);
  set_number (f, f->back, LSN_TIE_STRENGTH, 3);
  set_number (f, f->back, LSN_TIE_TRUST, 0.25);
  set_number (f, f->there, LSN_TIE_TRUST_BACK, 0.75);
  set_text (f, f->back, LSN_TIE_LABEL, "grain");
  set_text (f, f->there, LSN_TIE_NOTES, "one");
  set_text (f, f->back, LSN_TIE_NOTES, "two");
  lsn_map_commit (f->map);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  g_assert_finalize_object (f->map);
}

static void
test_parallel (Fixture      *f,
               gconstpointer data)
{
  g_autoptr (GArray) ties = lsn_ties_parallel (f->map, f->there);
  LsnRow apart[2] = { f->there, f->other };

  g_assert_cmpuint (ties->len, ==, 2);
  g_assert_cmpuint (g_array_index (ties, LsnRow, 0), ==, f->there);
  g_assert_cmpuint (g_array_index (ties, LsnRow, 1), ==, f->back);
  g_assert_true (lsn_ties_join_same (f->map, (const LsnRow *) (gpointer) ties->data, 2));
  g_assert_false (lsn_ties_join_same (f->map, apart, 2));
}

/* Trust is looked at from the same side; what only one says is no conflict. */
static void
test_conflicts (Fixture      *f,
                gconstpointer data)
{
  LsnRow ties[2] = { f->there, f->back };
  g_autoptr (GArray) conflicts = lsn_ties_conflicts (f->map, ties, 2);
  g_autofree char *words = lsn_tie_cell_words (f->map, f->there, f->back, LSN_TIE_TRUST_BACK);

  g_assert_cmpuint (conflicts->len, ==, 2);
  g_assert_cmpuint (g_array_index (conflicts, LsnConflict, 0).column, ==, LSN_TIE_STRENGTH);
  g_assert_cmpuint (g_array_index (conflicts, LsnConflict, 1).column, ==, LSN_TIE_TRUST_BACK);
  g_assert_cmpuint (g_array_index (conflicts, LsnConflict, 1).rows->len, ==, 2);
  g_assert_cmpstr (words, ==, "0.25");
}

static void
test_merge (Fixture      *f,
            gconstpointer data)
{
  g_autoptr (GHashTable) choices = g_hash_table_new (NULL, NULL);
  g_autoptr (GError) error = NULL;
  const char *notes;

  g_hash_table_insert (choices, GUINT_TO_POINTER (LSN_TIE_STRENGTH), GUINT_TO_POINTER (f->back));
  g_assert_true (lsn_ties_merge (f->map, f->there, &f->back, 1, choices, &error));
  g_assert_no_error (error);
  g_assert_false (lsn_map_has_row (f->map, LSN_TABLE_TIES, f->back));
  g_assert_cmpfloat (lsn_map_get_number (f->map, LSN_TABLE_TIES, f->there, LSN_TIE_STRENGTH), ==, 3);
  g_assert_cmpfloat (lsn_map_get_number (f->map, LSN_TABLE_TIES, f->there, LSN_TIE_TRUST_BACK), ==, 0.75);
  g_assert_cmpstr (lsn_map_get_text (f->map, LSN_TABLE_TIES, f->there, LSN_TIE_LABEL), ==, "grain");
  g_assert_cmpint (lsn_tie_direction (f->map, f->there), ==, LSN_DIRECTION_MUTUAL);
  notes = lsn_map_get_text (f->map, LSN_TABLE_TIES, f->there, LSN_TIE_NOTES);
  g_assert_nonnull (strstr (notes, "one"));
  g_assert_nonnull (strstr (notes, "two"));
  g_assert_nonnull (strstr (notes, "Strength: 2"));
  g_assert_nonnull (strstr (notes, "0.25"));
  g_assert_true (lsn_map_undo (f->map));
  g_assert_true (lsn_map_has_row (f->map, LSN_TABLE_TIES, f->back));
  g_assert_cmpfloat (lsn_map_get_number (f->map, LSN_TABLE_TIES, f->there, LSN_TIE_STRENGTH), ==, 2);
}

/* What has no direction takes that of the other, whichever way it was drawn. */
static void
test_direction (Fixture      *f,
                gconstpointer data)
{
  lsn_map_begin (f->map, "Set up", NULL);
  set_text (f, f->there, LSN_TIE_DIRECTION, "none");
  lsn_map_commit (f->map);
  g_assert_true (lsn_ties_merge (f->map, f->there, &f->back, 1, NULL, NULL));
  g_assert_cmpint (lsn_tie_direction (f->map, f->there), ==, LSN_DIRECTION_FORWARD);
  g_assert_cmpuint (lsn_map_get_reference (f->map, LSN_TABLE_TIES, f->there, LSN_TIE_SOURCE), ==, f->ben);
}

static void
test_refusal (Fixture      *f,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint64 revision = lsn_map_get_revision (f->map);

  g_assert_false (lsn_ties_merge (f->map, f->there, &f->other, 1, NULL, &error));
  g_assert_cmpstr (error->message, ==, "Only ties between the same two actors can be merged.");
  g_assert_cmpuint (lsn_map_get_revision (f->map), ==, revision);
  g_assert_false (lsn_ties_merge (f->map, f->there, NULL, 0, NULL, NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/model/tie-merge/parallel", Fixture, NULL, set_up, test_parallel, tear_down);
  g_test_add ("/model/tie-merge/conflicts", Fixture, NULL, set_up, test_conflicts, tear_down);
  g_test_add ("/model/tie-merge/merge", Fixture, NULL, set_up, test_merge, tear_down);
  g_test_add ("/model/tie-merge/direction", Fixture, NULL, set_up, test_direction, tear_down);
  g_test_add ("/model/tie-merge/refusal", Fixture, NULL, set_up, test_refusal, tear_down);

  return g_test_run ();
}
