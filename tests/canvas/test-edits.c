/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include "canvas/map-edits.h"
#include "canvas/note-edits.h"

#include <math.h>

#include "canvas/rows-bytes.h"
#include "canvas/rows-text.h"
#include "canvas/travel.h"
#include "model/quick-entry.h"
#include "model/report.h"

/* What drawing by hand, travelling and the clipboard do to a map, without a screen. */

typedef struct
{
  LsnMap *map;
  LsnRow  qatar, egypt, hamas, wing;
  LsnRow  tie;
} Fixture;

static LsnRow
kind_of (LsnMap     *map,
         const char *id)
{
  LsnRow kind = lsn_map_find_row (map, LSN_TABLE_KINDS, id);

  g_assert_cmpuint (kind, !=, LSN_NO_ROW);
  return kind;
}

static LsnRow
add_actor (LsnMap     *map,
           const char *name,
           double      x,
           double      y)
{
  LsnRow actor = lsn_edits_add_actor (map, x, y, kind_of (map, "state"), NULL);

  g_assert_true (lsn_edits_rename (map, LSN_TABLE_ACTORS, actor, name, NULL, NULL));
  return actor;
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  g_autoptr (LsnOrigin) origin = lsn_origin_new_seeded (3, "2024-05-01", "tester");

  f->map = lsn_map_new (origin);
  f->qatar = add_actor (f->map, "Qatar", 0, 0);
  f->egypt = add_actor (f->map, "مصر", 200, 10);
  f->hamas = add_actor (f->map, "Hamas", 0, 200);
  f->wing = add_actor (f->map, "Wing", 30, 220);
  f->tie = lsn_edits_add_tie (f->map, f->qatar, f->egypt, kind_of (f->map, "negotiation"));
  lsn_map_begin (f->map, "Set up", NULL);
  g_assert_true (lsn_map_set_reference (f->map, LSN_TABLE_ACTORS, f->wing, LSN_ACTOR_PARENT, f->hamas, NULL));
  g_assert_true (lsn_map_set_number (f->map, LSN_TABLE_TIES, f->tie, LSN_TIE_TRUST, 0.25, NULL));
  lsn_map_commit (f->map);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  g_assert_finalize_object (f->map);
}

static double
number (Fixture  *f,
        LsnRow    actor,
        LsnColumn column)
{
  return lsn_map_get_number (f->map, LSN_TABLE_ACTORS, actor, column);
}

static void
test_move (Fixture      *f,
           gconstpointer data)
{
  const LsnRow rows[] = { f->hamas, f->wing };

  /* What is selected with its container moves once. */
  g_assert_true (lsn_edits_move (f->map, rows, 2, 10, -5, NULL));
  g_assert_cmpfloat (number (f, f->hamas, LSN_ACTOR_X), ==, 10);
  g_assert_cmpfloat (number (f, f->wing, LSN_ACTOR_X), ==, 40);
  g_assert_cmpfloat (number (f, f->wing, LSN_ACTOR_Y), ==, 215);
  g_assert_cmpfloat (number (f, f->qatar, LSN_ACTOR_X), ==, 0);
  g_assert_false (lsn_edits_move (f->map, rows, 2, 0, 0, NULL));
  g_assert_true (lsn_map_undo (f->map));
  g_assert_cmpfloat (number (f, f->wing, LSN_ACTOR_X), ==, 30);
}

static void
test_delete (Fixture      *f,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (lsn_edits_delete (f->map, &f->qatar, 1, NULL, 0, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (lsn_map_has_row (f->map, LSN_TABLE_TIES, f->tie));
  g_assert_cmpstr (lsn_map_undo_label (f->map), ==, "Delete 1 Actor");
  g_assert_true (lsn_map_undo (f->map));
  g_assert_true (lsn_map_has_row (f->map, LSN_TABLE_TIES, f->tie));
  g_assert_false (lsn_edits_delete (f->map, NULL, 0, NULL, 0, NULL, &error));

  /* What was inside stays. */
  g_assert_true (lsn_edits_delete (f->map, &f->hamas, 1, NULL, 0, NULL, &error));
  g_assert_true (lsn_map_has_row (f->map, LSN_TABLE_ACTORS, f->wing));
}

static void
test_ties (Fixture      *f,
           gconstpointer data)
{
  const LsnRow rows[] = { f->qatar, f->egypt, f->hamas };

  g_assert_true (lsn_edits_reverse (f->map, &f->tie, 1));
  g_assert_cmpuint (lsn_map_get_reference (f->map, LSN_TABLE_TIES, f->tie, LSN_TIE_SOURCE), ==, f->egypt);
  g_assert_true (isnan (lsn_map_get_number (f->map, LSN_TABLE_TIES, f->tie, LSN_TIE_TRUST)));
  g_assert_cmpfloat (lsn_map_get_number (f->map, LSN_TABLE_TIES, f->tie, LSN_TIE_TRUST_BACK), ==, 0.25);

  g_assert_true (lsn_edits_set_direction (f->map, &f->tie, 1, LSN_DIRECTION_NONE));
  g_assert_cmpint (lsn_tie_direction (f->map, f->tie), ==, LSN_DIRECTION_NONE);
  g_assert_true (lsn_edits_set_direction (f->map, &f->tie, 1, LSN_DIRECTION_FORWARD));
  g_assert_cmpint (lsn_tie_direction (f->map, f->tie), ==, LSN_DIRECTION_FORWARD);

  g_assert_cmpuint (lsn_edits_tie_actors (f->map, f->qatar, rows, 3, kind_of (f->map, "support")), ==, 2);
  g_assert_cmpuint (lsn_map_n_rows (f->map, LSN_TABLE_TIES), ==, 3);
}

static void
test_containers (Fixture      *f,
                 gconstpointer data)
{
  const LsnRow rows[] = { f->hamas, f->wing, f->qatar };
  LsnRow container;

  /* The wing stays in its movement. */
  container = lsn_edits_group (f->map, rows, 3, 5, 5);
  g_assert_cmpuint (lsn_map_get_reference (f->map, LSN_TABLE_ACTORS, f->hamas, LSN_ACTOR_PARENT), ==, container);
  g_assert_cmpuint (lsn_map_get_reference (f->map, LSN_TABLE_ACTORS, f->qatar, LSN_ACTOR_PARENT), ==, container);
  g_assert_cmpuint (lsn_map_get_reference (f->map, LSN_TABLE_ACTORS, f->wing, LSN_ACTOR_PARENT), ==, f->hamas);

  /* Only containers collapse. */
  g_assert_false (lsn_edits_set_collapsed (f->map, &f->egypt, 1, TRUE));
  g_assert_true (lsn_edits_set_collapsed (f->map, &container, 1, TRUE));
  g_assert_cmpuint (lsn_map_shown_as (f->map, f->wing), ==, container);

  /* It stands amid what it hides: Qatar at 0, 0 and the wing at 30, 220. */
  g_assert_cmpfloat (lsn_map_get_number (f->map, LSN_TABLE_ACTORS, container, LSN_ACTOR_X), ==, 15);
  g_assert_cmpfloat (lsn_map_get_number (f->map, LSN_TABLE_ACTORS, container, LSN_ACTOR_Y), ==, 110);
  g_assert_true (lsn_edits_set_collapsed (f->map, &container, 1, FALSE));
  g_assert_cmpuint (lsn_map_shown_as (f->map, f->wing), ==, f->wing);
}

static void
test_palette (Fixture      *f,
              gconstpointer data)
{
  g_autoptr (GArray) palette = lsn_edits_palette (f->map);
  g_autoptr (GArray) fewer = NULL;

  g_assert_cmpuint (palette->len, ==, 9);
  for (guint i = 0; i < palette->len; i++)
    {
      g_assert_true (lsn_kind_is_of_tie (f->map, g_array_index (palette, LsnRow, i)));
      for (guint j = 0; j < i; j++)
        g_assert_cmpuint (g_array_index (palette, LsnRow, i), !=, g_array_index (palette, LsnRow, j));
    }

  /* A kind that is gone makes room for another. */
  lsn_map_begin (f->map, "Remove", NULL);
  g_assert_true (lsn_map_remove_row (f->map, LSN_TABLE_KINDS, g_array_index (palette, LsnRow, 1), NULL));
  lsn_map_commit (f->map);
  fewer = lsn_edits_palette (f->map);
  g_assert_cmpuint (fewer->len, ==, 9);
}

/* ---- clipboard ---- */

static void
test_paste_here (Fixture      *f,
                 gconstpointer data)
{
  const LsnRow rows[] = { f->qatar, f->egypt, f->hamas, f->wing };
  g_autoptr (GBytes) bytes = lsn_rows_to_bytes (f->map, rows, 4, NULL, 0, NULL, 0);
  g_autoptr (GArray) actors = NULL;
  g_autoptr (GArray) ties = NULL;
  g_autoptr (GArray) notes = NULL;
  g_autoptr (GError) error = NULL;
  LsnRowsPlace place = { TRUE, 40, 50 };
  LsnRow wing, tie;

  g_assert_true (lsn_rows_from_bytes (f->map, bytes, &place, "Paste", &actors, &ties, &notes, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (actors->len, ==, 4);
  g_assert_cmpuint (ties->len, ==, 1);
  g_assert_cmpfloat (number (f, g_array_index (actors, LsnRow, 1), LSN_ACTOR_X), ==, 240);
  g_assert_cmpstr (lsn_map_get_text (f->map, LSN_TABLE_ACTORS, g_array_index (actors, LsnRow, 1), LSN_ACTOR_NAME), ==, "مصر");
  wing = g_array_index (actors, LsnRow, 3);
  g_assert_cmpuint (lsn_map_get_reference (f->map, LSN_TABLE_ACTORS, wing, LSN_ACTOR_PARENT), ==,
                    g_array_index (actors, LsnRow, 2));
  tie = g_array_index (ties, LsnRow, 0);
  g_assert_cmpuint (lsn_map_get_reference (f->map, LSN_TABLE_TIES, tie, LSN_TIE_SOURCE), ==,
                    g_array_index (actors, LsnRow, 0));
  g_assert_cmpfloat (lsn_map_get_number (f->map, LSN_TABLE_TIES, tie, LSN_TIE_TRUST), ==, 0.25);
  g_assert_true (lsn_map_undo (f->map));
  g_assert_cmpuint (lsn_map_n_rows (f->map, LSN_TABLE_ACTORS), ==, 4);
}

static void
test_paste_elsewhere (Fixture      *f,
                      gconstpointer data)
{
  g_autoptr (LsnOrigin) origin = lsn_origin_new_seeded (4, "2024-05-01", "tester");
  g_autoptr (LsnMap) other = lsn_map_new (origin);
  const LsnColumnSpec spec = { .name = "reach", .type = LSN_TYPE_NUMBER, .min = -INFINITY, .max = INFINITY };
  const LsnRow rows[] = { f->qatar, f->egypt };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GArray) actors = NULL;
  g_autoptr (GArray) ties = NULL;
  g_autoptr (GArray) notes = NULL;
  LsnRowsPlace place = { FALSE, 1000, -1000 };
  LsnColumn reach;
  LsnRow    kind;

  lsn_map_begin (f->map, "Set up", NULL);
  reach = lsn_map_insert_column (f->map, LSN_TABLE_ACTORS, &spec, NULL);
  kind = lsn_map_insert_row (f->map, LSN_TABLE_KINDS, "own-kind", NULL);
  g_assert_true (lsn_map_set_text (f->map, LSN_TABLE_KINDS, kind, LSN_KIND_OF, "actor", NULL));
  g_assert_true (lsn_map_set_text (f->map, LSN_TABLE_KINDS, kind, LSN_KIND_NAME, "Own", NULL));
  g_assert_true (lsn_map_set_number (f->map, LSN_TABLE_ACTORS, f->qatar, reach, 7.5, NULL));
  g_assert_true (lsn_map_set_reference (f->map, LSN_TABLE_ACTORS, f->qatar, LSN_ACTOR_KIND, kind, NULL));
  lsn_map_commit (f->map);

  bytes = lsn_rows_to_bytes (f->map, rows, 2, NULL, 0, NULL, 0);
  g_assert_true (lsn_rows_from_bytes (other, bytes, &place, "Paste", &actors, &ties, &notes, NULL));
  g_assert_cmpuint (lsn_map_n_rows (other, LSN_TABLE_ACTORS), ==, 2);
  g_assert_cmpuint (lsn_map_n_rows (other, LSN_TABLE_TIES), ==, 1);

  /* The middle of the two, 100, 5, comes to 1000, -1000. */
  g_assert_cmpfloat (lsn_map_get_number (other, LSN_TABLE_ACTORS, g_array_index (actors, LsnRow, 0), LSN_ACTOR_X), ==, 900);
  g_assert_cmpfloat (lsn_map_get_number (other, LSN_TABLE_ACTORS, g_array_index (actors, LsnRow, 1), LSN_ACTOR_Y), ==, -995);
  reach = lsn_map_find_column (other, LSN_TABLE_ACTORS, "reach");
  g_assert_cmpuint (reach, !=, LSN_NO_COLUMN);
  g_assert_cmpfloat (lsn_map_get_number (other, LSN_TABLE_ACTORS, g_array_index (actors, LsnRow, 0), reach), ==, 7.5);
  kind = lsn_map_get_reference (other, LSN_TABLE_ACTORS, g_array_index (actors, LsnRow, 0), LSN_ACTOR_KIND);
  g_assert_cmpstr (lsn_map_row_id (other, LSN_TABLE_KINDS, kind), ==, "own-kind");
  g_assert_cmpstr (lsn_kind_name (other, kind), ==, "Own");
}

static LsnRow
add_kind (LsnMap     *map,
          const char *id,
          const char *name,
          LsnRow      broader)
{
  LsnRow kind = lsn_map_insert_row (map, LSN_TABLE_KINDS, id, NULL);

  g_assert_true (lsn_map_set_text (map, LSN_TABLE_KINDS, kind, LSN_KIND_OF, "actor", NULL));
  g_assert_true (lsn_map_set_text (map, LSN_TABLE_KINDS, kind, LSN_KIND_NAME, name, NULL));
  g_assert_true (lsn_map_set_reference (map, LSN_TABLE_KINDS, kind, LSN_KIND_BROADER, broader, NULL));
  return kind;
}

/* Two maps that both have columns and kinds of their own: a cell goes where its column has the same name, whatever its id. */
static void
test_paste_own (Fixture      *f,
                gconstpointer data)
{
  g_autoptr (LsnOrigin) origin = lsn_origin_new_seeded (4, "2024-05-01", "tester");
  g_autoptr (LsnMap) other = lsn_map_new (origin);
  static const LsnChoice sides[] = { { "north", "north" }, { "south", "south" } };
  const LsnColumnSpec reach = { .id = "c1", .name = "reach", .type = LSN_TYPE_NUMBER, .unit = "km", .min = 0, .max = 9 };
  const LsnColumnSpec side = { .id = "c2", .name = "side", .type = LSN_TYPE_CHOICE, .choices = sides, .n_choices = 2 };
  const LsnColumnSpec friend = { .id = "c3", .name = "friend", .type = LSN_TYPE_REFERENCE, .refers_to = LSN_TABLE_ACTORS };
  const LsnColumnSpec others_side = { .id = "c1", .name = "side", .type = LSN_TYPE_CHOICE, .choices = sides, .n_choices = 1 };
  const LsnRow rows[] = { f->qatar, f->egypt };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GArray) actors = NULL;
  g_autoptr (GArray) ties = NULL;
  g_autoptr (GArray) notes = NULL;
  LsnRowsPlace place = { TRUE, 0, 0 };
  LsnColumn columns[3], here[3];
  LsnRow donor, alias, qatar, egypt;

  lsn_map_begin (f->map, "Set up", NULL);
  columns[0] = lsn_map_insert_column (f->map, LSN_TABLE_ACTORS, &reach, NULL);
  columns[1] = lsn_map_insert_column (f->map, LSN_TABLE_ACTORS, &side, NULL);
  columns[2] = lsn_map_insert_column (f->map, LSN_TABLE_ACTORS, &friend, NULL);
  donor = add_kind (f->map, "k1", "Donor", LSN_NO_ROW);
  g_assert_true (lsn_map_set_reference (f->map, LSN_TABLE_ACTORS, f->qatar, LSN_ACTOR_KIND,
                                        add_kind (f->map, "k2", "Rich donor", donor), NULL));
  g_assert_true (lsn_map_set_number (f->map, LSN_TABLE_ACTORS, f->qatar, columns[0], 7.5, NULL));
  g_assert_true (lsn_map_set_text (f->map, LSN_TABLE_ACTORS, f->qatar, columns[1], "south", NULL));
  g_assert_true (lsn_map_set_reference (f->map, LSN_TABLE_ACTORS, f->qatar, columns[2], f->egypt, NULL));
  alias = lsn_map_insert_row (f->map, LSN_TABLE_ALIASES, NULL, NULL);
  g_assert_true (lsn_map_set_reference (f->map, LSN_TABLE_ALIASES, alias, LSN_ALIAS_ACTOR, f->egypt, NULL));
  g_assert_true (lsn_map_set_text (f->map, LSN_TABLE_ALIASES, alias, LSN_ALIAS_TEXT, "Cairo", NULL));
  lsn_map_commit (f->map);
  lsn_map_begin (other, "Set up", NULL);
  lsn_map_insert_column (other, LSN_TABLE_ACTORS, &others_side, NULL);
  donor = add_kind (other, "k9", "Donor", LSN_NO_ROW);
  lsn_map_commit (other);

  bytes = lsn_rows_to_bytes (f->map, rows, 2, NULL, 0, NULL, 0);
  g_assert_true (lsn_rows_from_bytes (other, bytes, &place, "Paste", &actors, &ties, &notes, NULL));
  qatar = g_array_index (actors, LsnRow, 0);
  egypt = g_array_index (actors, LsnRow, 1);
  for (guint i = 0; i < 3; i++)
    here[i] = lsn_map_find_column (other, LSN_TABLE_ACTORS, lsn_map_column_spec (f->map, LSN_TABLE_ACTORS, columns[i])->name);
  g_assert_cmpfloat (lsn_map_get_number (other, LSN_TABLE_ACTORS, qatar, here[0]), ==, 7.5);
  g_assert_cmpfloat (lsn_map_column_spec (other, LSN_TABLE_ACTORS, here[0])->max, ==, 9);
  g_assert_cmpstr (lsn_map_column_spec (other, LSN_TABLE_ACTORS, here[0])->unit, ==, "km");
  g_assert_cmpstr (lsn_map_get_text (other, LSN_TABLE_ACTORS, qatar, here[1]), ==, "south");
  g_assert_cmpuint (lsn_map_get_reference (other, LSN_TABLE_ACTORS, qatar, here[2]), ==, egypt);
  g_assert_cmpstr (lsn_kind_name (other, lsn_map_get_reference (other, LSN_TABLE_ACTORS, qatar, LSN_ACTOR_KIND)), ==,
                   "Rich donor");
  g_assert_cmpuint (lsn_map_get_reference (other, LSN_TABLE_KINDS, lsn_map_find_row (other, LSN_TABLE_KINDS, "k2"),
                                           LSN_KIND_BROADER), ==, donor);
  g_assert_cmpuint (lsn_map_find_row (other, LSN_TABLE_KINDS, "k1"), ==, LSN_NO_ROW);
  alias = lsn_map_next_row (other, LSN_TABLE_ALIASES, LSN_NO_ROW);
  g_assert_cmpstr (lsn_map_get_text (other, LSN_TABLE_ALIASES, alias, LSN_ALIAS_TEXT), ==, "Cairo");
  g_assert_cmpuint (lsn_map_get_reference (other, LSN_TABLE_ALIASES, alias, LSN_ALIAS_ACTOR), ==, egypt);

  /* One step, which takes the columns and kinds away again. */
  g_assert_true (lsn_map_undo (other));
  g_assert_cmpuint (lsn_map_find_column (other, LSN_TABLE_ACTORS, "reach"), ==, LSN_NO_COLUMN);
  g_assert_cmpuint (lsn_map_find_row (other, LSN_TABLE_KINDS, "k2"), ==, LSN_NO_ROW);
  g_assert_cmpuint (lsn_map_column_spec (other, LSN_TABLE_ACTORS, here[1])->n_choices, ==, 1);
}

/* Notes that are copied along speak of the copies; alone, of who was there. */
static void
test_paste_notes (Fixture      *f,
                  gconstpointer data)
{
  g_autoptr (LsnOrigin) origin = lsn_origin_new_seeded (4, "2024-05-01", "tester");
  g_autoptr (LsnMap) other = lsn_map_new (origin);
  g_autoptr (GBytes) alone = NULL;
  g_autoptr (GBytes) together = NULL;
  LsnRow note = lsn_edits_add_note (f->map, LSN_NOTE_SHAPE_CALLOUT, &(LsnBox) { 10, 20, 100, 0 }, LSN_TABLE_ACTORS, f->qatar,
                                    NULL);
  const LsnRowsPlace there = { FALSE, 500, 600 }, beside = { TRUE, 40, 50 };
  const LsnRow by_map[] = { f->qatar, LSN_NO_ROW };

  lsn_edits_set_note_text (f->map, note, "Said\ntwice", NULL, NULL);
  alone = lsn_rows_to_bytes (f->map, NULL, 0, NULL, 0, &note, 1);
  together = lsn_rows_to_bytes (f->map, &f->qatar, 1, NULL, 0, &note, 1);
  for (guint i = 0; i < 2; i++)
    {
      LsnMap *map = i == 0 ? f->map : other;
      g_autoptr (GArray) actors = NULL;
      g_autoptr (GArray) ties = NULL;
      g_autoptr (GArray) notes = NULL;
      LsnRow made;

      g_assert_true (lsn_rows_from_bytes (map, alone, &there, "Paste", &actors, &ties, &notes, NULL));
      g_assert_cmpuint (notes->len, ==, 1);
      made = g_array_index (notes, LsnRow, 0);
      g_assert_cmpstr (lsn_map_get_text (map, LSN_TABLE_NOTES, made, LSN_NOTE_TEXT), ==, "Said\ntwice");
      g_assert_cmpfloat (lsn_map_get_number (map, LSN_TABLE_NOTES, made, LSN_NOTE_X), ==, 500);
      g_assert_cmpuint (lsn_map_get_reference (map, LSN_TABLE_NOTES, made, LSN_NOTE_ACTOR), ==, by_map[i]);
    }
  for (guint i = 0; i < 2; i++)
    {
      LsnMap *map = i == 0 ? f->map : other;
      g_autoptr (GArray) actors = NULL;
      g_autoptr (GArray) ties = NULL;
      g_autoptr (GArray) notes = NULL;
      LsnRow made;

      g_assert_true (lsn_rows_from_bytes (map, together, &beside, "Paste", &actors, &ties, &notes, NULL));
      made = g_array_index (notes, LsnRow, 0);
      g_assert_cmpuint (lsn_map_get_reference (map, LSN_TABLE_NOTES, made, LSN_NOTE_ACTOR), ==,
                        g_array_index (actors, LsnRow, 0));
      g_assert_cmpfloat (lsn_map_get_number (map, LSN_TABLE_NOTES, made, LSN_NOTE_X), ==, 50);
      g_assert_cmpfloat (lsn_map_get_number (map, LSN_TABLE_NOTES, made, LSN_NOTE_Y), ==, 70);
    }
}

/* Bytes of another process are not trusted: whatever of them is broken, the map is whole afterwards. */
static void
test_paste_garbage (Fixture      *f,
                    gconstpointer data)
{
  const LsnRow rows[] = { f->qatar, f->egypt, f->hamas, f->wing };
  g_autoptr (GBytes) good = lsn_rows_to_bytes (f->map, rows, 4, NULL, 0, NULL, 0);
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);
  gsize         size;
  const guint8 *from = g_bytes_get_data (good, &size);
  guint         n_refused = 0;

  for (guint i = 0; i < 400; i++)
    {
      g_autofree guint8 *bad = g_memdup2 (from, size);
      gsize length = i % 2 == 0 ? size : (gsize) g_rand_int_range (rand, 0, (gint32) size);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GArray) actors = NULL;
      g_autoptr (GArray) ties = NULL;
      g_autoptr (GArray) notes = NULL;
      g_autoptr (GError) error = NULL;
      LsnRowsPlace place = { TRUE, 1, 1 };

      for (guint j = 0; j < 4 && length > 0; j++)
        bad[g_rand_int_range (rand, 0, (gint32) length)] = (guint8) g_rand_int_range (rand, 0, 256);
      bytes = g_bytes_new (bad, length);
      if (lsn_rows_from_bytes (f->map, bytes, &place, "Paste", &actors, &ties, &notes, &error))
        lsn_map_undo (f->map);
      else
        {
          n_refused++;
          g_assert_nonnull (error);
        }
      g_assert_false (lsn_map_in_transaction (f->map));
      g_assert_cmpuint (lsn_map_n_rows (f->map, LSN_TABLE_ACTORS), ==, 4);
      g_assert_cmpuint (lsn_map_n_rows (f->map, LSN_TABLE_TIES), ==, 1);
    }
  g_assert_cmpuint (n_refused, >, 100);
}

/* What is copied as text can be typed in elsewhere. */
static void
test_text (Fixture      *f,
           gconstpointer data)
{
  const LsnRow rows[] = { f->qatar, f->egypt, f->hamas };
  g_autofree char *text = NULL;
  g_autoptr (LsnOrigin) origin = lsn_origin_new_seeded (4, "2024-05-01", "tester");
  g_autoptr (LsnMap) other = lsn_map_new (origin);
  g_autoptr (LsnReport) report = lsn_report_new ();
  g_autoptr (LsnQuickEntry) entry = NULL;
  g_autoptr (GArray) made = g_array_new (FALSE, FALSE, sizeof (LsnRow));
  g_autofree char *again = NULL;

  g_assert_true (lsn_edits_rename (f->map, LSN_TABLE_ACTORS, f->hamas, "-> the\n1. \"Wing\"", NULL, NULL));
  lsn_edits_add_tie (f->map, f->egypt, f->hamas, kind_of (f->map, "support"));
  text = lsn_rows_to_text (f->map, rows, 3, NULL, 0);
  g_assert_cmpstr (text, ==, "Qatar\nمصر\n\"-> the 1. \"\"Wing\"\"\"\nQatar -Negotiation- مصر\n"
                             "مصر -Support-> \"-> the 1. \"\"Wing\"\"\"");

  entry = lsn_quick_entry_parse (other, text, NULL, 0, report);
  g_assert_cmpuint (lsn_report_n_entries (report), ==, 0);
  g_assert_true (lsn_quick_entry_apply (entry, other, LSN_NO_ROW, made, NULL));
  again = lsn_rows_to_text (other, (const LsnRow *) (gpointer) made->data, made->len, NULL, 0);
  g_assert_cmpstr (again, ==, text);
}

/* ---- travelling ---- */

static LsnScene *
scene_of (LsnMap *map)
{
  g_autoptr (LsnMap) snapshot = lsn_map_snapshot (map);
  g_autoptr (LsnTextCache) texts = lsn_text_cache_new ();
  LsnSceneOptions options = { 0 };

  return lsn_scene_new (snapshot, &options, texts);
}

static void
test_travel (Fixture      *f,
             gconstpointer data)
{
  LsnRow south = add_actor (f->map, "South", 10, -300);
  LsnRow second = lsn_edits_add_tie (f->map, south, f->qatar, kind_of (f->map, "support"));
  g_autoptr (LsnScene) scene = scene_of (f->map);
  LsnRow    tie;
  LsnTravel way;

  g_assert_true (lsn_travel_from_word ("up", &way));
  g_assert_cmpint (way, ==, LSN_TRAVEL_UP);
  g_assert_false (lsn_travel_from_word ("sideways", &way));
  g_assert_cmpuint (lsn_travel_next (f->map, scene, f->qatar, LSN_TRAVEL_RIGHT), ==, f->egypt);
  g_assert_cmpuint (lsn_travel_next (f->map, scene, f->qatar, LSN_TRAVEL_UP), ==, south);
  g_assert_cmpuint (lsn_travel_next (f->map, scene, f->egypt, LSN_TRAVEL_LEFT), ==, f->qatar);
  g_assert_cmpuint (lsn_travel_next (f->map, scene, f->qatar, LSN_TRAVEL_LEFT), ==, LSN_NO_ROW);
  g_assert_cmpuint (lsn_travel_nearest (f->map, scene, 190, 0), ==, f->egypt);

  /* Clockwise from the top: South is above, Egypt to the right. */
  g_assert_cmpuint (lsn_travel_follow (f->map, scene, f->qatar, 1, &tie), ==, south);
  g_assert_cmpuint (tie, ==, second);
  g_assert_cmpuint (lsn_travel_follow (f->map, scene, f->qatar, 2, &tie), ==, f->egypt);
  g_assert_cmpuint (tie, ==, f->tie);
  g_assert_cmpuint (lsn_travel_follow (f->map, scene, f->qatar, 3, &tie), ==, LSN_NO_ROW);
  g_assert_cmpuint (lsn_travel_follow (f->map, scene, f->qatar, 0, &tie), ==, LSN_NO_ROW);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/canvas/edits/move", Fixture, NULL, set_up, test_move, tear_down);
  g_test_add ("/canvas/edits/delete", Fixture, NULL, set_up, test_delete, tear_down);
  g_test_add ("/canvas/edits/ties", Fixture, NULL, set_up, test_ties, tear_down);
  g_test_add ("/canvas/edits/containers", Fixture, NULL, set_up, test_containers, tear_down);
  g_test_add ("/canvas/edits/palette", Fixture, NULL, set_up, test_palette, tear_down);
  g_test_add ("/canvas/rows/paste-here", Fixture, NULL, set_up, test_paste_here, tear_down);
  g_test_add ("/canvas/rows/paste-elsewhere", Fixture, NULL, set_up, test_paste_elsewhere, tear_down);
  g_test_add ("/canvas/rows/paste-own", Fixture, NULL, set_up, test_paste_own, tear_down);
  g_test_add ("/canvas/rows/notes", Fixture, NULL, set_up, test_paste_notes, tear_down);
  g_test_add ("/canvas/rows/garbage", Fixture, NULL, set_up, test_paste_garbage, tear_down);
  g_test_add ("/canvas/rows/text", Fixture, NULL, set_up, test_text, tear_down);
  g_test_add ("/canvas/travel", Fixture, NULL, set_up, test_travel, tear_down);
  return g_test_run ();
}
