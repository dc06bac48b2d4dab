/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "model/map.h"
#include "model/schema.h"

#include <math.h>
#include <string.h>

#undef G_DISABLE_ASSERT

static void
test_tables (void)
{
  static const char *const ids[LSN_N_TABLES] = { "map", "actors", "ties", "kinds", "aliases", "notes", "views" };
  LsnTable table;

  for (guint i = 0; i < LSN_N_TABLES; i++)
    {
      g_assert_cmpstr (lsn_table_id ((LsnTable) i), ==, ids[i]);
      g_assert_true (lsn_table_from_id (ids[i], &table));
      g_assert_cmpuint (table, ==, i);
    }

  g_assert_false (lsn_table_from_id ("nodes", &table));
  g_assert_cmpuint (lsn_table_n_builtin (LSN_TABLE_ACTORS), ==, 25);
  g_assert_cmpuint (lsn_table_n_builtin (LSN_TABLE_TIES), ==, 19);
}

/* The words of design.md, which files hold: they must never change. */
static void
test_names (void)
{
  static const char *const actors[] = {
    "name", "kind", "parent", "power", "stake", "legitimacy", "urgency", "attitude", "position", "interests", "needs",
    "fears", "external", "ours", "secrecy", "handling", "since", "until", "notes", "x", "y", "order", "pinned", "collapsed",
    "picture",
  };
  static const char *const ties[] = {
    "source", "target", "kind", "direction", "strength", "trust", "trust_back", "sign", "status", "label", "secrecy",
    "handling", "since", "until", "notes", "bends", "route", "form", "label_at",
  };
  static const char *const tie_ids[] = {
    "source", "target", "tie-kind", "direction", "strength", "trust", "trust_back", "sign", "status", "tie-label",
    "tie-secrecy", "tie-handling", "tie-since", "tie-until", "tie-notes", "bends", "route", "form", "label_at",
  };

  for (guint i = 0; i < G_N_ELEMENTS (actors); i++)
    {
      g_assert_cmpstr (lsn_table_builtin (LSN_TABLE_ACTORS, i)->name, ==, actors[i]);
      g_assert_cmpstr (lsn_table_builtin (LSN_TABLE_ACTORS, i)->id, ==, i == 0 ? "label" : actors[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (ties); i++)
    {
      g_assert_cmpstr (lsn_table_builtin (LSN_TABLE_TIES, i)->name, ==, ties[i]);
      g_assert_cmpstr (lsn_table_builtin (LSN_TABLE_TIES, i)->id, ==, tie_ids[i]);
    }
}

static void
check_choices (const LsnColumnSpec *spec)
{
  g_assert_cmpuint (spec->n_choices > 0, ==, spec->type == LSN_TYPE_CHOICE);

  for (guint i = 0; i < spec->n_choices; i++)
    {
      g_assert_cmpstr (lsn_column_choice_label (spec, spec->choices[i].id), ==, spec->choices[i].label);
      for (guint j = 0; j < i; j++)
        {
          g_assert_cmpstr (spec->choices[i].id, !=, spec->choices[j].id);
          g_assert_cmpstr (spec->choices[i].label, !=, spec->choices[j].label);
        }
    }
}

/* Ids are unique in the file, names and labels in the table. */
static void
test_columns (void)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < LSN_N_TABLES; i++)
    {
      g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
      g_autoptr (GHashTable) labels = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint column = 0; column < lsn_table_n_builtin ((LsnTable) i); column++)
        {
          const LsnColumnSpec *spec = lsn_table_builtin ((LsnTable) i, column);

          g_assert_true (g_hash_table_add (ids, (gpointer) spec->id));
          g_assert_true (g_hash_table_add (names, (gpointer) spec->name));
          g_assert_true (g_hash_table_add (labels, (gpointer) lsn_column_label (spec)));
          g_assert_cmpfloat (spec->min, <, spec->max);
          check_choices (spec);
        }
    }
}

static void
test_ranges (void)
{
  static const struct { LsnTable table; LsnColumn column; double min, max, step; } cases[] = {
    { LSN_TABLE_ACTORS, LSN_ACTOR_POWER, 0.0, 1.0, 0.0 },
    { LSN_TABLE_ACTORS, LSN_ACTOR_ATTITUDE, -1.0, 1.0, 0.0 },
    { LSN_TABLE_ACTORS, LSN_ACTOR_X, -1e9, 1e9, 0.01 },
    { LSN_TABLE_TIES, LSN_TIE_TRUST_BACK, 0.0, 1.0, 0.0 },
    { LSN_TABLE_TIES, LSN_TIE_STRENGTH, 0.0, 4.0, 0.0 },
    { LSN_TABLE_TIES, LSN_TIE_SIGN, -1.0, 1.0, 0.0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const LsnColumnSpec *spec = lsn_table_builtin (cases[i].table, cases[i].column);

      g_assert_cmpfloat (spec->min, ==, cases[i].min);
      g_assert_cmpfloat (spec->max, ==, cases[i].max);
      g_assert_cmpfloat (spec->step, ==, cases[i].step);
    }
}

static void
test_references (void)
{
  static const struct { LsnTable table; LsnColumn column; LsnTable to; LsnOnRemove removal; } cases[] = {
    { LSN_TABLE_TIES, LSN_TIE_SOURCE, LSN_TABLE_ACTORS, LSN_ON_REMOVE_FOLLOW },
    { LSN_TABLE_TIES, LSN_TIE_TARGET, LSN_TABLE_ACTORS, LSN_ON_REMOVE_FOLLOW },
    { LSN_TABLE_TIES, LSN_TIE_KIND, LSN_TABLE_KINDS, LSN_ON_REMOVE_CLEAR },
    { LSN_TABLE_ALIASES, LSN_ALIAS_ACTOR, LSN_TABLE_ACTORS, LSN_ON_REMOVE_FOLLOW },
    { LSN_TABLE_ACTORS, LSN_ACTOR_PARENT, LSN_TABLE_ACTORS, LSN_ON_REMOVE_CLEAR },
    { LSN_TABLE_ACTORS, LSN_ACTOR_KIND, LSN_TABLE_KINDS, LSN_ON_REMOVE_CLEAR },
    { LSN_TABLE_KINDS, LSN_KIND_BROADER, LSN_TABLE_KINDS, LSN_ON_REMOVE_CLEAR },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const LsnColumnSpec *spec = lsn_table_builtin (cases[i].table, cases[i].column);

      g_assert_cmpint (spec->type, ==, LSN_TYPE_REFERENCE);
      g_assert_cmpint (spec->refers_to, ==, cases[i].to);
      g_assert_cmpint (spec->on_remove, ==, cases[i].removal);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/schema/tables", test_tables);
  g_test_add_func ("/model/schema/names", test_names);
  g_test_add_func ("/model/schema/columns", test_columns);
  g_test_add_func ("/model/schema/ranges", test_ranges);
  g_test_add_func ("/model/schema/references", test_references);

  return g_test_run ();
}
