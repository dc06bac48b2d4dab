/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include "app/cell-block.h"

#include <locale.h>
#include <math.h>

#include "app/cell-paste.h"
#include "app/cell-words.h"
#include "io/files.h"
#include "model/edit.h"

/* Blocks of cells: what they say in words, what is taken of what is pasted, and that a refusal changes nothing. */

typedef struct
{
  LsnOrigin *origin;
  LsnMap    *map;
  LsnRow     qatar, hamas, egypt, tie;
  LsnColumn  budget, checked;
  guint      n_placed;
  char      *words; /* said of the last paste */
} Fixture;

static void
add_columns (Fixture *fixture)
{
  LsnColumnSpec budget = { .name = "budget", .type = LSN_TYPE_NUMBER, .min = 0, .max = INFINITY };
  LsnColumnSpec checked = { .name = "checked", .type = LSN_TYPE_BOOLEAN };

  fixture->budget = lsn_map_insert_column (fixture->map, LSN_TABLE_ACTORS, &budget, NULL);
  fixture->checked = lsn_map_insert_column (fixture->map, LSN_TABLE_ACTORS, &checked, NULL);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  LsnMap *map;
  LsnRow state;

  fixture->origin = lsn_origin_new_seeded (7, "2026-03-05", "tester");
  fixture->map = map = lsn_map_new (fixture->origin);
  state = lsn_map_find_row (map, LSN_TABLE_KINDS, "state");
  lsn_map_begin (map, "Set up", NULL);
  add_columns (fixture);
  fixture->qatar = lsn_map_insert_actor (map, NULL, "Qatar", state, 0, 0, NULL);
  fixture->hamas = lsn_map_insert_actor (map, NULL, "Hamas", LSN_NO_ROW, 10, 0, NULL);
  fixture->egypt = lsn_map_insert_actor (map, NULL, "Egypt", state, 20, 0, NULL);
  fixture->tie = lsn_map_insert_tie (map, NULL, fixture->qatar, fixture->hamas, LSN_NO_ROW, NULL);
  lsn_map_commit (map);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_free (fixture->words);
  g_object_unref (fixture->map);
  lsn_origin_unref (fixture->origin);
}

static GBytes *
bytes_of (Fixture *fixture)
{
  g_autoptr (LsnMap) snapshot = lsn_map_snapshot (fixture->map);
  g_autoptr (LsnReport) report = lsn_report_new ();

  return lsn_encode (snapshot, "graphml", report, NULL);
}

static void
count_placed (const LsnRow *actors,
              guint         n_actors,
              gpointer      fixture)
{
  g_assert_true (lsn_map_in_transaction (((Fixture *) fixture)->map));
  ((Fixture *) fixture)->n_placed += n_actors;
}

static LsnCells
cells_of (Fixture         *fixture,
          LsnTable         table,
          const LsnRow    *rows,
          guint            n_rows,
          const LsnColumn *columns,
          guint            n_columns)
{
  return (LsnCells) { fixture->map, table, rows, n_rows, columns, n_columns };
}

static gboolean
paste (Fixture        *fixture,
       const LsnCells *cells,
       const char     *text,
       GError        **error)
{
  g_autoptr (LsnBlock) block = lsn_block_parse (text, -1);

  g_autoptr (LsnPasted) pasted = lsn_pasted_new ();
  gboolean done = lsn_cells_paste (cells, block, count_placed, fixture, pasted, error);

  g_clear_pointer (&fixture->words, g_free);
  fixture->words = lsn_pasted_words (pasted, fixture->map);
  return done;
}

static void
assert_words (Fixture    *fixture,
              LsnTable    table,
              LsnRow      row,
              LsnColumn   column,
              const char *wanted)
{
  g_autofree char *words = lsn_cell_words (fixture->map, table, row, column);

  g_assert_cmpstr (words, ==, wanted);
}

/* Every type that can be typed, as people write it, in one step that undo takes back to the byte. */
static void
test_types (Fixture      *fixture,
            gconstpointer data)
{
  const LsnRow rows[] = { fixture->qatar, fixture->hamas };
  const LsnColumn columns[] = { LSN_ACTOR_NAME, LSN_ACTOR_KIND, LSN_ACTOR_PARENT, LSN_ACTOR_POWER, LSN_ACTOR_SECRECY,
                                LSN_ACTOR_SINCE, LSN_ACTOR_UNTIL, LSN_ACTOR_OURS, LSN_ACTOR_NOTES, fixture->budget };
  LsnCells cells = cells_of (fixture, LSN_TABLE_ACTORS, rows, 2, columns, G_N_ELEMENTS (columns));
  g_autoptr (GBytes) before = bytes_of (fixture);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;
  guint n_steps = lsn_map_n_steps (fixture->map);

  paste (fixture, &cells,
         "State of Qatar\tstate\t\thigh\tcovert\tMarch 2021\tthe end of 2021\tyes\t\"two\nlines\"\t12.5\n"
         "Hamas\tArmed group\tegypt\t0.25\tPublic\t2020-01-02\t\tNO\t\t", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lsn_map_n_steps (fixture->map), ==, n_steps + 1);
  assert_words (fixture, LSN_TABLE_ACTORS, fixture->qatar, LSN_ACTOR_NAME, "State of Qatar");
  g_assert_cmpfloat (lsn_map_get_number (fixture->map, LSN_TABLE_ACTORS, fixture->qatar, LSN_ACTOR_POWER), ==, 0.75);
  g_assert_cmpstr (lsn_map_get_text (fixture->map, LSN_TABLE_ACTORS, fixture->qatar, LSN_ACTOR_SECRECY), ==, "covert");
  g_assert_cmpstr (lsn_map_get_text (fixture->map, LSN_TABLE_ACTORS, fixture->qatar, LSN_ACTOR_SINCE), ==, "2021-03");
  g_assert_cmpstr (lsn_map_get_text (fixture->map, LSN_TABLE_ACTORS, fixture->qatar, LSN_ACTOR_UNTIL), ==, "2022");
  g_assert_cmpint (lsn_map_get_boolean (fixture->map, LSN_TABLE_ACTORS, fixture->qatar, LSN_ACTOR_OURS), ==, 1);
  g_assert_cmpstr (lsn_map_get_text (fixture->map, LSN_TABLE_ACTORS, fixture->qatar, LSN_ACTOR_NOTES), ==, "two\nlines");
  g_assert_cmpfloat (lsn_map_get_number (fixture->map, LSN_TABLE_ACTORS, fixture->qatar, fixture->budget), ==, 12.5);
  g_assert_cmpuint (lsn_map_get_reference (fixture->map, LSN_TABLE_ACTORS, fixture->hamas, LSN_ACTOR_PARENT), ==,
                    fixture->egypt);
  g_assert_cmpint (lsn_map_get_boolean (fixture->map, LSN_TABLE_ACTORS, fixture->hamas, LSN_ACTOR_OURS), ==, 0);
  assert_words (fixture, LSN_TABLE_ACTORS, fixture->hamas, LSN_ACTOR_KIND, "Armed group");

  g_assert_true (lsn_map_undo (fixture->map));
  after = bytes_of (fixture);
  g_assert_true (g_bytes_equal (before, after));
}

/* The whole table as it is copied can be pasted over itself, and nothing is another. */
static void
test_copy_is_read_back (Fixture      *fixture,
                        gconstpointer data)
{
  const LsnRow rows[] = { fixture->qatar, fixture->hamas, fixture->egypt };
  LsnColumn columns[LSN_N_ACTOR_COLUMNS];
  LsnCells cells = cells_of (fixture, LSN_TABLE_ACTORS, rows, 3, columns, LSN_N_ACTOR_COLUMNS);
  g_autoptr (LsnBlock) block = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < LSN_N_ACTOR_COLUMNS; i++)
    columns[i] = i;
  lsn_map_begin (fixture->map, "Fill", NULL);
  lsn_map_set_number (fixture->map, LSN_TABLE_ACTORS, fixture->qatar, LSN_ACTOR_POWER, 1.0 / 3, NULL);
  lsn_map_set_text (fixture->map, LSN_TABLE_ACTORS, fixture->qatar, LSN_ACTOR_UNTIL, "2023-03", NULL);
  lsn_map_set_text (fixture->map, LSN_TABLE_ACTORS, fixture->egypt, LSN_ACTOR_NOTES, "\"a\"\tb\nc", NULL);
  lsn_map_set_reference (fixture->map, LSN_TABLE_ACTORS, fixture->egypt, LSN_ACTOR_PARENT, fixture->hamas, NULL);
  lsn_map_commit (fixture->map);
  before = bytes_of (fixture);

  block = lsn_cells_copy (&cells);
  text = lsn_block_to_text (block);
  paste (fixture, &cells, text, &error);
  g_assert_no_error (error);
  after = bytes_of (fixture);
  g_assert_true (g_bytes_equal (before, after));
}

static void
assert_refused (Fixture        *fixture,
                const LsnCells *cells,
                const char     *text,
                const char     *reason)
{
  g_autoptr (GBytes) before = bytes_of (fixture);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;
  guint n_steps = lsn_map_n_steps (fixture->map);

  g_assert_false (paste (fixture, cells, text, &error));
  g_assert_nonnull (error);
  if (!g_pattern_match_simple (reason, error->message))
    g_error ("\"%s\" is not like \"%s\"", error->message, reason);
  g_assert_cmpuint (lsn_map_n_steps (fixture->map), ==, n_steps);
  after = bytes_of (fixture);
  g_assert_true (g_bytes_equal (before, after));
}

static void
test_refusals (Fixture      *fixture,
               gconstpointer data)
{
  const LsnRow rows[] = { fixture->qatar, fixture->hamas };
  const LsnColumn columns[] = { LSN_ACTOR_NAME, LSN_ACTOR_POWER };
  const LsnColumn since[] = { LSN_ACTOR_SINCE }, parent[] = { LSN_ACTOR_PARENT }, kind[] = { LSN_ACTOR_KIND };
  const LsnColumn ours[] = { LSN_ACTOR_OURS }, secrecy[] = { LSN_ACTOR_SECRECY }, source[] = { LSN_TIE_SOURCE };
  LsnCells cells = cells_of (fixture, LSN_TABLE_ACTORS, rows, 2, columns, 2);
  LsnCells one = cells_of (fixture, LSN_TABLE_ACTORS, rows, 1, since, 1);

  assert_refused (fixture, &cells, "A\t0.5\nB\tmuch", "*Row 2, column “Power”: *much*");
  assert_refused (fixture, &cells, "A\t1.5\nB\t0", "*Row 1, column “Power”: *");
  assert_refused (fixture, &one, "some day", "*Row 1, column “Since”: “some day” is no date*");
  one.columns = kind;
  assert_refused (fixture, &one, "threat", "*column “Kind”: There is no kind of actor called “threat”*");
  one.columns = ours;
  assert_refused (fixture, &one, "perhaps", "*column “This is us”: “perhaps” is neither yes nor no*");
  one.columns = secrecy;
  assert_refused (fixture, &one, "loud", "*column “Secrecy”: “loud” is none of the choices*");
  one.columns = parent;
  assert_refused (fixture, &one, "Qatar", "*Row 1, column “Part of”: *");
  one = cells_of (fixture, LSN_TABLE_TIES, &fixture->tie, 1, source, 1);
  assert_refused (fixture, &one, "\t", "*Row 1, column “From”: A tie needs an actor at both ends*");
}

/* Two of one name are never taken for one another. */
static void
test_names (Fixture      *fixture,
            gconstpointer data)
{
  const LsnColumn target[] = { LSN_TIE_TARGET };
  LsnCells cells = cells_of (fixture, LSN_TABLE_TIES, &fixture->tie, 1, target, 1);
  g_autoptr (GError) error = NULL;
  LsnRow alias;

  lsn_map_begin (fixture->map, "Name", NULL);
  alias = lsn_map_insert_row (fixture->map, LSN_TABLE_ALIASES, NULL, NULL);
  lsn_map_set_reference (fixture->map, LSN_TABLE_ALIASES, alias, LSN_ALIAS_ACTOR, fixture->egypt, NULL);
  lsn_map_set_text (fixture->map, LSN_TABLE_ALIASES, alias, LSN_ALIAS_TEXT, "Cairo", NULL);
  lsn_map_insert_actor (fixture->map, NULL, "Hamas", LSN_NO_ROW, NAN, NAN, NULL);
  lsn_map_commit (fixture->map);

  assert_refused (fixture, &cells, "Hamas", "*column “To”: Several actors are called “Hamas”*");
  g_assert_true (paste (fixture, &cells, "cairo", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (lsn_map_get_reference (fixture->map, LSN_TABLE_TIES, fixture->tie, LSN_TIE_TARGET), ==, fixture->egypt);
}

/* Rows beyond the last are made, those of nothing but empty cells not; they get places in the same step. */
static void
test_new_rows (Fixture      *fixture,
               gconstpointer data)
{
  const LsnRow rows[] = { fixture->egypt, LSN_NO_ROW, LSN_NO_ROW, LSN_NO_ROW };
  const LsnColumn columns[] = { LSN_ACTOR_NAME, LSN_ACTOR_KIND };
  const LsnColumn ends[] = { LSN_TIE_SOURCE, LSN_TIE_TARGET, LSN_TIE_KIND };
  const LsnColumn no_ends[] = { LSN_TIE_KIND };
  LsnCells cells = cells_of (fixture, LSN_TABLE_ACTORS, rows, 4, columns, 2);
  g_autoptr (GBytes) before = bytes_of (fixture);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (paste (fixture, &cells, "Egypt\tState\nOman\tState\n\t\nUN\t", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (lsn_map_n_rows (fixture->map, LSN_TABLE_ACTORS), ==, 5);
  g_assert_cmpuint (fixture->n_placed, ==, 2);

  cells = cells_of (fixture, LSN_TABLE_TIES, rows + 1, 2, ends, 3);
  g_assert_true (paste (fixture, &cells, "Oman\tUN\tMediation\nUN\tQatar\t", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (lsn_map_n_rows (fixture->map, LSN_TABLE_TIES), ==, 3);
  assert_refused (fixture, &cells, "Oman\tUN\t\nUN\t\tThreat", "*Row 2, column “To”: A new row needs something here*");
  cells = cells_of (fixture, LSN_TABLE_TIES, rows + 1, 1, no_ends, 1);
  assert_refused (fixture, &cells, "Threat", "*Row 1, column “From”: A new row needs something here*");

  lsn_map_undo (fixture->map);
  lsn_map_undo (fixture->map);
  after = bytes_of (fixture);
  g_assert_true (g_bytes_equal (before, after));
}

/* A list of ties makes whom it names, once each, and kinds of ties; a list of actors finds those further down in it. */
static void
test_made_by_name (Fixture      *fixture,
                   gconstpointer data)
{
  const LsnRow rows[] = { LSN_NO_ROW, LSN_NO_ROW, LSN_NO_ROW };
  const LsnColumn ends[] = { LSN_TIE_SOURCE, LSN_TIE_TARGET, LSN_TIE_KIND }, parts[] = { LSN_ACTOR_NAME, LSN_ACTOR_PARENT };
  LsnCells cells = cells_of (fixture, LSN_TABLE_TIES, rows, 3, ends, 3);
  g_autoptr (GBytes) before = bytes_of (fixture);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;
  guint n_kinds = lsn_map_n_rows (fixture->map, LSN_TABLE_KINDS), n_ties = lsn_map_n_rows (fixture->map, LSN_TABLE_TIES);
  LsnRow wing;

  assert_refused (fixture, &cells, "Iran\tOman\towes\nIran\t\towes", "*Row 2, column “To”: A new row needs something here*");
  fixture->n_placed = 0;
  g_assert_true (paste (fixture, &cells, "Iran\tOman\towes\nIRAN\tQatar\tOwes\nOman\tIran\tMediation", &error));
  g_assert_no_error (error);
  g_assert_cmpstr (fixture->words, ==, "Pasted. New on the map: Iran, Oman. New kinds of ties: owes.");
  g_assert_cmpuint (fixture->n_placed, ==, 2);
  g_assert_cmpuint (lsn_map_n_rows (fixture->map, LSN_TABLE_ACTORS), ==, 5);
  g_assert_cmpuint (lsn_map_n_rows (fixture->map, LSN_TABLE_TIES), ==, n_ties + 3);
  g_assert_cmpuint (lsn_map_n_rows (fixture->map, LSN_TABLE_KINDS), ==, n_kinds + 1);

  cells = cells_of (fixture, LSN_TABLE_ACTORS, rows, 2, parts, 2);
  g_assert_true (paste (fixture, &cells, "Wing\tMovement\nMovement\tUmbrella", &error));
  g_assert_no_error (error);
  g_assert_cmpstr (fixture->words, ==, "Pasted, with 1 new actor: Umbrella");
  g_assert_cmpuint (lsn_map_n_rows (fixture->map, LSN_TABLE_ACTORS), ==, 8);
  wing = lsn_map_next_row (fixture->map, LSN_TABLE_ACTORS, LSN_NO_ROW);
  while (g_strcmp0 (lsn_map_get_text (fixture->map, LSN_TABLE_ACTORS, wing, LSN_ACTOR_NAME), "Wing") != 0)
    wing = lsn_map_next_row (fixture->map, LSN_TABLE_ACTORS, wing);
  assert_words (fixture, LSN_TABLE_ACTORS, wing, LSN_ACTOR_PARENT, "Movement");

  lsn_map_undo (fixture->map);
  lsn_map_undo (fixture->map);
  after = bytes_of (fixture);
  g_assert_true (g_bytes_equal (before, after));
}

/* A first row that says what the columns are called is no data, in the words of the window or of the file. */
static void
test_titles (Fixture      *fixture,
             gconstpointer data)
{
  static const struct
  {
    const char *text;
    gboolean    has_titles;
  } cases[] = {
    { "From\tTo\tKind\nQatar\tHamas\tThreat", TRUE },
    { "source\ttarget\t kind\nQatar\tHamas\tThreat", TRUE },
    { "From\tTo\nQatar\tHamas", TRUE },
    { "From\tTo\tKind", FALSE },
    { "From\tTo\tThreat\nQatar\tHamas\tThreat", FALSE },
    { "Qatar\tHamas\tThreat\nFrom\tTo\tKind", FALSE },
  };
  const LsnColumn columns[] = { LSN_TIE_SOURCE, LSN_TIE_TARGET, LSN_TIE_KIND };
  LsnCells cells = cells_of (fixture, LSN_TABLE_TIES, &fixture->tie, 1, columns, 3);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LsnBlock) block = lsn_block_parse (cases[i].text, -1);

      g_assert_cmpint (lsn_cells_has_titles (&cells, block), ==, cases[i].has_titles);
      lsn_block_drop_first (block);
      g_assert_cmpuint (lsn_block_n_rows (block), ==, i == 3 ? 0 : 1);
    }
}

/* One cell goes into all that are selected. */
static void
test_repeat_and_fill (Fixture      *fixture,
                      gconstpointer data)
{
  const LsnRow rows[] = { fixture->qatar, fixture->hamas, fixture->egypt };
  const LsnColumn columns[] = { LSN_ACTOR_POWER, LSN_ACTOR_NOTES };
  LsnCells cells = cells_of (fixture, LSN_TABLE_ACTORS, rows, 3, columns, 1);
  LsnCells below = cells_of (fixture, LSN_TABLE_ACTORS, rows + 1, 2, columns, 2);
  g_autoptr (GError) error = NULL;

  g_assert_true (paste (fixture, &cells, "0.5", &error));
  for (guint i = 0; i < 3; i++)
    g_assert_cmpfloat (lsn_map_get_number (fixture->map, LSN_TABLE_ACTORS, rows[i], LSN_ACTOR_POWER), ==, 0.5);

  lsn_map_begin (fixture->map, "Change", NULL);
  lsn_map_set_text (fixture->map, LSN_TABLE_ACTORS, fixture->qatar, LSN_ACTOR_NOTES, "seen", NULL);
  lsn_map_set_number (fixture->map, LSN_TABLE_ACTORS, fixture->qatar, LSN_ACTOR_POWER, NAN, NULL);
  lsn_map_commit (fixture->map);
  g_assert_true (lsn_cells_fill_down (&below, fixture->qatar, &error));
  for (guint i = 0; i < 3; i++)
    {
      assert_words (fixture, LSN_TABLE_ACTORS, rows[i], LSN_ACTOR_NOTES, "seen");
      assert_words (fixture, LSN_TABLE_ACTORS, rows[i], LSN_ACTOR_POWER, "");
    }
  g_assert_true (lsn_cells_empty (&below, "Empty", &error));
  assert_words (fixture, LSN_TABLE_ACTORS, fixture->egypt, LSN_ACTOR_NOTES, "");
  assert_words (fixture, LSN_TABLE_ACTORS, fixture->qatar, LSN_ACTOR_NOTES, "seen");
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  ADD ("/app/cell-block/types", test_types);
  ADD ("/app/cell-block/copy-is-read-back", test_copy_is_read_back);
  ADD ("/app/cell-block/refusals", test_refusals);
  ADD ("/app/cell-block/names", test_names);
  ADD ("/app/cell-block/made-by-name", test_made_by_name);
  ADD ("/app/cell-block/titles", test_titles);
  ADD ("/app/cell-block/new-rows", test_new_rows);
  ADD ("/app/cell-block/repeat-and-fill", test_repeat_and_fill);
  return g_test_run ();
}
