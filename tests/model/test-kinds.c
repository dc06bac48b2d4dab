/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "model/builtin-kinds.h"
#include "model/edit.h"
#include "model/kind-edits.h"
#include "model/kinds.h"

#include <libintl.h>
#include <locale.h>
#include <math.h>
#include <string.h>

#undef G_DISABLE_ASSERT

#define KINDS LSN_TABLE_KINDS

typedef struct
{
  LsnMap *map;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (LsnOrigin) origin = lsn_origin_new_seeded (1, "2024-05-01", "Test");

  fixture->map = lsn_map_new (origin);
  lsn_map_begin (fixture->map, "Test", NULL);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  lsn_map_commit (fixture->map);
  g_clear_object (&fixture->map);
}

static LsnRow
kind (Fixture    *fixture,
      const char *id)
{
  LsnRow row = lsn_map_find_row (fixture->map, KINDS, id);

  g_assert_cmpuint (row, !=, LSN_NO_ROW);
  return row;
}

/* Relative luminance as WCAG 2.1 defines it. */
static double
luminance (const char *colour)
{
  static const double weights[] = { 0.2126, 0.7152, 0.0722 };
  guint8 rgba[4];
  double sum = 0.0;

  g_assert_true (lsn_colour_parse (colour, rgba));
  for (guint i = 0; i < 3; i++)
    {
      double part = rgba[i] / 255.0;

      sum += weights[i] * (part <= 0.03928 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4));
    }

  return sum;
}

static void
check_kind (LsnMap *map,
            LsnRow  row)
{
  gboolean of_tie = lsn_kind_is_of_tie (map, row);
  const char *colour = lsn_kind_text (map, row, LSN_KIND_COLOUR);

  g_assert_null (lsn_map_get_text (map, KINDS, row, LSN_KIND_NAME));
  g_assert_cmpstr (lsn_kind_name (map, row), !=, "");
  g_assert_cmpstr (lsn_kind_name (map, row), !=, lsn_map_row_id (map, KINDS, row));
  g_assert_true (g_str_has_suffix (lsn_kind_text (map, row, LSN_KIND_MEANING), "."));

  /* Graphical objects need 3:1 against white. */
  g_assert_cmpfloat (1.05 / (luminance (colour) + 0.05), >=, 3.0);

  g_assert_true ((lsn_map_get_text (map, KINDS, row, LSN_KIND_LINE) != NULL) == of_tie);
  g_assert_true ((lsn_map_get_text (map, KINDS, row, LSN_KIND_SHAPE) != NULL) == !of_tie);
  g_assert_true ((lsn_map_get_text (map, KINDS, row, LSN_KIND_SYMBOL) != NULL) == !of_tie);
  for (LsnColumn column = LSN_KIND_DIRECTED; column <= LSN_KIND_COMMANDS; column++)
    g_assert_true ((lsn_map_get_boolean (map, KINDS, row, column) >= 0) == of_tie);
}

static void
test_builtin (Fixture      *fixture,
              gconstpointer data)
{
  static const char *const ids[] = {
    "state", "government-body", "armed-group", "intergovernmental-organisation", "ngo", "company", "media", "public",
    "community", "families", "captives", "person", "issue",
    "alliance", "cooperation", "support", "funds-or-arms", "influence", "pressure", "threat", "commands", "negotiation",
    "mediation", "accepts-as-mediator", "refuses-as-mediator", "hosts", "verifies", "speaks-for", "back-channel", "contact",
    "advocacy", "member-of", "recognises", "rivalry", "conflict", "broken-relation", "holds", "may-not-contact",
  };
  guint n_ties = 0;

  g_assert_cmpuint (lsn_map_n_rows (fixture->map, KINDS), ==, G_N_ELEMENTS (ids));
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      check_kind (fixture->map, kind (fixture, ids[i]));
      n_ties += (guint) lsn_kind_is_of_tie (fixture->map, kind (fixture, ids[i]));
    }
  g_assert_cmpuint (n_ties, ==, 25);
}

/* Above every kind stands a broader one, and at the top of each way a head, which is no row of a new map. */
static void
test_heads (Fixture      *fixture,
            gconstpointer data)
{
  guint n_kinds;
  const LsnBuiltinKind *kinds = lsn_builtin_kinds (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      const LsnBuiltinKind *top = &kinds[i];

      g_assert_true ((kinds[i].broader == NULL) == kinds[i].is_head);
      for (guint depth = 0; depth < 10 && top->broader != NULL; depth++)
        top = lsn_builtin_kind_find (top->broader);
      g_assert_true (top->is_head && top->of_tie == kinds[i].of_tie);
      g_assert_true ((lsn_map_find_row (fixture->map, KINDS, kinds[i].id) == LSN_NO_ROW) == kinds[i].is_head);
    }
}

static void
assert_broader (Fixture    *fixture,
                LsnRow      row,
                const char *expected)
{
  g_autofree char *name = lsn_kind_dup_broader_name (fixture->map, row);

  g_assert_cmpstr (name, ==, expected);
}

/* A kind is what it is below, whether that is a row or not; what a user puts elsewhere is elsewhere. */
static void
test_is_a (Fixture      *fixture,
           gconstpointer data)
{
  LsnMap *map = fixture->map;
  LsnRow threat = kind (fixture, "threat"), mine = lsn_kind_add (map, TRUE, "Ultimatum", NULL);
  LsnRow head;

  g_assert_true (lsn_kind_is_a (map, threat, kind (fixture, "influence")));
  g_assert_true (lsn_kind_is_a_named (map, threat, "threat"));
  g_assert_true (lsn_kind_is_a_named (map, threat, "power-over"));
  g_assert_false (lsn_kind_is_a_named (map, threat, "bad-terms"));
  g_assert_false (lsn_kind_is_a_named (map, mine, "power-over"));
  g_assert_false (lsn_kind_is_a (map, LSN_NO_ROW, LSN_NO_ROW));
  assert_broader (fixture, mine, NULL);
  assert_broader (fixture, kind (fixture, "influence"), "Power over");

  lsn_map_set_reference (map, KINDS, mine, LSN_KIND_BROADER, threat, NULL);
  g_assert_true (lsn_kind_is_a_named (map, mine, "power-over"));
  assert_broader (fixture, mine, "Threat");

  /* The head becomes a row, and the way leads over it. */
  head = lsn_kind_add_builtin (map, "power-over", NULL);
  g_assert_true (lsn_kind_is_a (map, mine, head));
  g_assert_true (lsn_map_remove_row (map, KINDS, kind (fixture, "influence"), NULL));
  g_assert_true (lsn_kind_is_a (map, mine, head));

  lsn_map_set_reference (map, KINDS, threat, LSN_KIND_BROADER, kind (fixture, "conflict"), NULL);
  g_assert_true (lsn_kind_is_a_named (map, mine, "bad-terms"));
  g_assert_false (lsn_kind_is_a (map, mine, head));
}

static void
test_duplicate (Fixture      *fixture,
                gconstpointer data)
{
  LsnMap *map = fixture->map;
  LsnRow cooperation = kind (fixture, "cooperation");
  LsnRow copy = lsn_kind_duplicate (map, cooperation, NULL);

  g_assert_cmpstr (lsn_kind_name (map, copy), ==, "Cooperation (copy)");
  g_assert_cmpstr (lsn_kind_text (map, copy, LSN_KIND_MEANING), ==, "Both work together.");
  g_assert_cmpstr (lsn_kind_text (map, copy, LSN_KIND_COLOUR), ==, lsn_kind_text (map, cooperation, LSN_KIND_COLOUR));
  g_assert_cmpint (lsn_kind_sign (map, copy), ==, 1);
  g_assert_cmpint (lsn_kind_boolean (map, copy, LSN_KIND_CARRIES), ==, 1);
  g_assert_true (lsn_kind_is_a (map, copy, kind (fixture, "good-terms")));
  g_assert_false (lsn_kind_is_builtin (map, copy));
}

static void
test_replace (Fixture      *fixture,
              gconstpointer data)
{
  LsnMap *map = fixture->map;
  LsnRow pressure = kind (fixture, "pressure"), threat = kind (fixture, "threat");
  LsnRow a = lsn_map_insert_actor (map, "a", "A", kind (fixture, "state"), NAN, NAN, NULL);
  LsnRow tie = lsn_map_insert_tie (map, "t", a, a, pressure, NULL);
  g_autofree guint *counts = lsn_kinds_count (map, TRUE);
  LsnRow mine = lsn_kind_add (map, TRUE, NULL, NULL);

  g_assert_cmpuint (counts[pressure], ==, 1);
  g_assert_cmpuint (counts[threat], ==, 0);
  lsn_map_set_reference (map, KINDS, mine, LSN_KIND_BROADER, pressure, NULL);

  /* By a narrower one, which goes up to where it stood. */
  g_assert_true (lsn_kind_replace (map, pressure, threat, NULL));
  g_assert_false (lsn_map_has_row (map, KINDS, pressure));
  g_assert_true (lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_KIND) == threat);
  g_assert_true (lsn_map_get_reference (map, KINDS, threat, LSN_KIND_BROADER) == kind (fixture, "influence"));
  g_assert_true (lsn_map_get_reference (map, KINDS, mine, LSN_KIND_BROADER) == threat);

  /* By none. */
  g_assert_true (lsn_kind_replace (map, threat, LSN_NO_ROW, NULL));
  g_assert_true (lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_KIND) == LSN_NO_ROW);
  g_assert_true (lsn_map_get_reference (map, KINDS, mine, LSN_KIND_BROADER) == kind (fixture, "influence"));
  g_assert_cmpuint (lsn_kind_add_builtin (map, "threat", NULL), !=, LSN_NO_ROW);
  g_assert_cmpuint (lsn_kind_add_builtin (map, "threat", NULL), ==, LSN_NO_ROW);
}

static void
test_reset (Fixture      *fixture,
            gconstpointer data)
{
  LsnMap *map = fixture->map;
  LsnRow pressure = kind (fixture, "pressure"), threat = kind (fixture, "threat");
  g_autoptr (GError) error = NULL;

  lsn_map_set_text (map, KINDS, threat, LSN_KIND_NAME, "Menace", NULL);
  lsn_map_set_text (map, KINDS, threat, LSN_KIND_COLOUR, "#000000", NULL);
  lsn_map_set_boolean (map, KINDS, threat, LSN_KIND_CARRIES, TRUE, NULL);
  lsn_map_set_reference (map, KINDS, threat, LSN_KIND_BROADER, kind (fixture, "conflict"), NULL);
  g_assert_true (lsn_kind_reset (map, threat, NULL));
  check_kind (map, threat);
  g_assert_cmpstr (lsn_map_get_text (map, KINDS, threat, LSN_KIND_COLOUR), ==, "#a33a2c");
  g_assert_cmpint (lsn_map_get_boolean (map, KINDS, threat, LSN_KIND_CARRIES), ==, 0);
  g_assert_true (lsn_map_get_reference (map, KINDS, threat, LSN_KIND_BROADER) == pressure);

  /* What stands under it now cannot stand over it: nothing is changed. */
  lsn_map_set_reference (map, KINDS, threat, LSN_KIND_BROADER, LSN_NO_ROW, NULL);
  lsn_map_set_reference (map, KINDS, pressure, LSN_KIND_BROADER, threat, NULL);
  g_assert_false (lsn_kind_reset (map, threat, &error));
  g_assert_error (error, LSN_MODEL_ERROR, LSN_MODEL_ERROR_REFERENCE);
}

/* Actors by symbol, ties by line and arrowhead: told apart without colour. */
static void
test_looks (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (GHashTable) looks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (LsnRow row = lsn_map_next_row (fixture->map, KINDS, LSN_NO_ROW);
       row != LSN_NO_ROW;
       row = lsn_map_next_row (fixture->map, KINDS, row))
    {
      gboolean of_tie = lsn_kind_is_of_tie (fixture->map, row);
      const char *form = lsn_kind_text (fixture->map, row, of_tie ? LSN_KIND_LINE : LSN_KIND_SYMBOL);

      g_assert_true (g_hash_table_add (looks, g_strdup_printf ("%d %s %d", of_tie, form,
                                                               lsn_kind_boolean (fixture->map, row, LSN_KIND_DIRECTED))));
    }
}

/* What an empty cell means: what is built in, then the broader kind; the user's word goes first. */
static void
test_fallback (Fixture      *fixture,
               gconstpointer data)
{
  LsnMap *map = fixture->map;
  LsnRow mediation = kind (fixture, "mediation");
  LsnRow mine = lsn_map_insert_row (map, KINDS, "shuttle", NULL);

  lsn_map_set_text (map, KINDS, mediation, LSN_KIND_COLOUR, NULL, NULL);
  g_assert_cmpstr (lsn_kind_text (map, mediation, LSN_KIND_COLOUR), ==, "#1f8a80");
  lsn_map_set_text (map, KINDS, mediation, LSN_KIND_COLOUR, "#000000", NULL);
  g_assert_cmpstr (lsn_kind_text (map, mediation, LSN_KIND_COLOUR), ==, "#000000");

  g_assert_cmpint (lsn_kind_boolean (map, mine, LSN_KIND_CARRIES), ==, -1);
  g_assert_null (lsn_kind_text (map, mine, LSN_KIND_LINE));
  g_assert_cmpstr (lsn_kind_name (map, mine), ==, "shuttle");

  lsn_map_set_reference (map, KINDS, mine, LSN_KIND_BROADER, mediation, NULL);
  g_assert_cmpint (lsn_kind_boolean (map, mine, LSN_KIND_CARRIES), ==, 1);
  g_assert_cmpstr (lsn_kind_text (map, mine, LSN_KIND_LINE), ==, "dash-dotted");
  g_assert_cmpstr (lsn_kind_text (map, mine, LSN_KIND_COLOUR), ==, "#000000");
  g_assert_true (lsn_kind_is_of_tie (map, mine));
  g_assert_null (lsn_kind_text (map, mine, LSN_KIND_NAME));
  g_assert_null (lsn_kind_text (map, mine, LSN_KIND_MEANING));

  lsn_map_set_boolean (map, KINDS, mine, LSN_KIND_CARRIES, FALSE, NULL);
  g_assert_cmpint (lsn_kind_boolean (map, mine, LSN_KIND_CARRIES), ==, 0);
  lsn_map_set_text (map, KINDS, mine, LSN_KIND_NAME, "Shuttle diplomacy", NULL);
  g_assert_cmpstr (lsn_kind_name (map, mine), ==, "Shuttle diplomacy");

  g_assert_cmpstr (lsn_kind_name (map, LSN_NO_ROW), ==, "No kind");
}

/* Built-in answers for empty cells can close a circle that own cells may not: every walk ends. */
static void
test_circle (Fixture      *fixture,
             gconstpointer data)
{
  LsnMap *map = fixture->map;

  g_assert_true (lsn_map_set_reference (map, KINDS, kind (fixture, "threat"), LSN_KIND_BROADER, LSN_NO_ROW, NULL));
  g_assert_true (lsn_map_set_reference (map, KINDS, kind (fixture, "pressure"), LSN_KIND_BROADER,
                                        kind (fixture, "threat"), NULL));
  g_assert_null (lsn_kind_text (map, kind (fixture, "threat"), LSN_KIND_SHAPE));
}

static void
test_missing (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (LsnOrigin) origin = lsn_origin_new_seeded (1, "2024-05-01", "Test");
  g_autoptr (LsnMap) map = lsn_map_new_bare (origin);
  LsnRow state = lsn_map_insert_row (map, KINDS, "state", NULL);

  g_assert_cmpuint (lsn_map_n_rows (map, KINDS), ==, 1);
  g_assert_cmpstr (lsn_kind_text (map, state, LSN_KIND_SYMBOL), ==, "flag");

  /* What is there is left alone. */
  lsn_kinds_insert_builtin (map);
  g_assert_cmpuint (lsn_map_n_rows (map, KINDS), ==, 38);
  g_assert_null (lsn_map_get_text (map, KINDS, state, LSN_KIND_SYMBOL));
  lsn_kinds_insert_builtin (map);
  g_assert_cmpuint (lsn_map_n_rows (map, KINDS), ==, 38);
}

static void
test_ties (Fixture      *fixture,
           gconstpointer data)
{
  LsnMap *map = fixture->map;
  LsnRow a = lsn_map_insert_actor (map, "a", "A", LSN_NO_ROW, NAN, NAN, NULL);
  LsnRow tie = lsn_map_insert_tie (map, "t", a, a, LSN_NO_ROW, NULL);
  LsnRow mine = lsn_map_insert_row (map, KINDS, "mine", NULL);

  g_assert_cmpint (lsn_tie_direction (map, tie), ==, LSN_DIRECTION_FORWARD);
  g_assert_cmpint (lsn_tie_sign (map, tie), ==, 0);

  lsn_map_set_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_KIND, kind (fixture, "conflict"), NULL);
  g_assert_cmpint (lsn_tie_direction (map, tie), ==, LSN_DIRECTION_NONE);
  g_assert_cmpint (lsn_tie_sign (map, tie), ==, -1);

  lsn_map_set_text (map, LSN_TABLE_TIES, tie, LSN_TIE_DIRECTION, "mutual", NULL);
  lsn_map_set_number (map, LSN_TABLE_TIES, tie, LSN_TIE_SIGN, 1, NULL);
  g_assert_cmpint (lsn_tie_direction (map, tie), ==, LSN_DIRECTION_MUTUAL);
  g_assert_cmpint (lsn_tie_sign (map, tie), ==, 1);

  lsn_map_set_number (map, LSN_TABLE_TIES, tie, LSN_TIE_SIGN, NAN, NULL);
  lsn_map_set_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_KIND, mine, NULL);
  lsn_map_set_reference (map, KINDS, mine, LSN_KIND_BROADER, kind (fixture, "alliance"), NULL);
  g_assert_cmpint (lsn_tie_sign (map, tie), ==, 1);
}

static void
test_in_use (Fixture      *fixture,
             gconstpointer data)
{
  LsnMap *map = fixture->map;
  LsnRow zulu = lsn_map_insert_row (map, KINDS, "k1", NULL), alpha = lsn_map_insert_row (map, KINDS, "k2", NULL);
  LsnRow expected[] = { kind (fixture, "state"), kind (fixture, "person"), alpha, zulu };
  LsnRow order[] = { zulu, kind (fixture, "person"), alpha, kind (fixture, "state"), zulu };
  g_autoptr (GArray) none = lsn_kinds_in_use (map, TRUE);
  g_autoptr (GArray) used = NULL;

  lsn_map_set_text (map, KINDS, zulu, LSN_KIND_NAME, "Zulu", NULL);
  lsn_map_set_text (map, KINDS, alpha, LSN_KIND_NAME, "Alpha", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    lsn_map_insert_actor (map, NULL, NULL, order[i], NAN, NAN, NULL);

  used = lsn_kinds_in_use (map, FALSE);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpmem (used->data, used->len * sizeof (LsnRow), expected, sizeof expected);
}

static void
assert_text (char       *text,
             const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
speak (const char *language)
{
  /* from another locale, so that the messages are looked up again */
  setlocale (LC_ALL, "C");
  g_setenv ("LOCPATH", g_getenv ("LIAISON_LOCALES"), TRUE);
  g_assert_nonnull (setlocale (LC_ALL, g_getenv ("LIAISON_LANGUAGE_LOCALE")));
  g_setenv ("LANGUAGE", language, TRUE);
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("LIAISON_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
}

static void
test_actor_sentences (Fixture      *fixture,
                      gconstpointer data)
{
  LsnMap *map = fixture->map;
  LsnRow a = lsn_map_insert_actor (map, "a", "Qatar", kind (fixture, "state"), NAN, NAN, NULL);
  LsnRow b = lsn_map_insert_actor (map, NULL, NULL, kind (fixture, "armed-group"), NAN, NAN, NULL);
  LsnRow c = lsn_map_insert_actor (map, NULL, NULL, LSN_NO_ROW, NAN, NAN, NULL);
  LsnRow foreign = lsn_map_insert_actor (map, "n12", NULL, kind (fixture, "armed-group"), NAN, NAN, NULL);

  lsn_map_insert_tie (map, NULL, a, b, LSN_NO_ROW, NULL);
  assert_text (lsn_actor_sentence (map, a), "Qatar, State, power not known; 1 tie");
  lsn_map_insert_tie (map, NULL, a, a, LSN_NO_ROW, NULL);
  lsn_map_set_number (map, LSN_TABLE_ACTORS, a, LSN_ACTOR_POWER, 0.9, NULL);
  assert_text (lsn_actor_sentence (map, a), "Qatar, State, power high; 2 ties");
  lsn_map_set_number (map, LSN_TABLE_ACTORS, a, LSN_ACTOR_POWER, 0.5, NULL);
  assert_text (lsn_actor_sentence (map, a), "Qatar, State, power medium; 2 ties");
  lsn_map_set_number (map, LSN_TABLE_ACTORS, a, LSN_ACTOR_POWER, 0.0, NULL);
  assert_text (lsn_actor_sentence (map, a), "Qatar, State, power low; 2 ties");

  assert_text (lsn_actor_display_name (map, a), "Qatar");
  assert_text (lsn_actor_display_name (map, b), "Unnamed (Armed group)");
  assert_text (lsn_actor_display_name (map, foreign), "n12");
  assert_text (lsn_actor_sentence (map, c), "Unnamed actor, No kind, power not known; 0 ties");
}

static void
test_tie_sentences (Fixture      *fixture,
                    gconstpointer data)
{
  LsnMap *map = fixture->map;
  LsnRow a = lsn_map_insert_actor (map, "a", "Qatar", LSN_NO_ROW, NAN, NAN, NULL);
  LsnRow b = lsn_map_insert_actor (map, "b", "Hamas", LSN_NO_ROW, NAN, NAN, NULL);
  LsnRow tie = lsn_map_insert_tie (map, "t", a, b, LSN_NO_ROW, NULL);
  LsnRow negotiation = kind (fixture, "negotiation");

  assert_text (lsn_tie_sentence (map, tie), "Qatar has a tie to Hamas");
  lsn_map_set_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_KIND, negotiation, NULL);
  assert_text (lsn_tie_sentence (map, tie), "Qatar negotiates with Hamas");
  lsn_map_set_text (map, LSN_TABLE_TIES, tie, LSN_TIE_DIRECTION, "mutual", NULL);
  lsn_map_set_text (map, LSN_TABLE_TIES, tie, LSN_TIE_SECRECY, "covert", NULL);
  assert_text (lsn_tie_sentence (map, tie), "Qatar negotiates with Hamas: both ways, covert");
  lsn_map_set_text (map, KINDS, negotiation, LSN_KIND_NAME, "Haggling", NULL);
  assert_text (lsn_tie_sentence (map, tie), "Qatar to Hamas, Haggling: both ways, covert");
}

#define LRM "\342\200\216"
#define RLM "\342\200\217"
#define ISOLATED(name) "\342\201\250" name "\342\201\251"

/* An arrow points the way in which its line is read, whatever script the names beside it have. */
static void
test_tie_titles (Fixture      *fixture,
                 gconstpointer data)
{
  LsnMap *map = fixture->map;
  LsnRow a = lsn_map_insert_actor (map, "a", "Qatar", LSN_NO_ROW, NAN, NAN, NULL);
  LsnRow b = lsn_map_insert_actor (map, "b", "Hamas", LSN_NO_ROW, NAN, NAN, NULL);
  LsnRow tie = lsn_map_insert_tie (map, "t", a, b, kind (fixture, "pressure"), NULL);

  assert_text (lsn_tie_title (map, tie), "Qatar → Hamas");
  lsn_map_set_text (map, LSN_TABLE_ACTORS, a, LSN_ACTOR_NAME, "قطر", NULL);
  assert_text (lsn_tie_title (map, tie), LRM ISOLATED ("قطر") " → Hamas");
  assert_text (lsn_actor_sentence (map, a), LRM ISOLATED ("قطر") ", No kind, power not known; 1 tie");
  assert_text (lsn_actor_summary (map, a), "No kind, power not known; 1 tie");

  lsn_map_set_text (map, LSN_TABLE_ACTORS, a, LSN_ACTOR_NAME, "Qatar", NULL);
  speak ("ar");
  assert_text (lsn_tie_title (map, tie), RLM ISOLATED ("Qatar") " ← " ISOLATED ("Hamas"));
  lsn_map_set_text (map, LSN_TABLE_TIES, tie, LSN_TIE_DIRECTION, "mutual", NULL);
  assert_text (lsn_tie_title (map, tie), RLM ISOLATED ("Qatar") " ↔ " ISOLATED ("Hamas"));
  speak ("en");
}

/* Every kind of tie has a sentence that names both. */
static void
test_phrases (Fixture      *fixture,
              gconstpointer data)
{
  guint n_kinds;
  const LsnBuiltinKind *kinds = lsn_builtin_kinds (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      g_assert_true ((kinds[i].phrase != NULL) == kinds[i].of_tie);
      if (kinds[i].of_tie)
        g_assert_true (strstr (kinds[i].phrase, "%1$s") != NULL && strstr (kinds[i].phrase, "%2$s") != NULL);
      g_assert_true (kinds[i].broader == NULL ||
                     lsn_builtin_kind_find (kinds[i].broader)->of_tie == kinds[i].of_tie);
    }
}

#define ADD(name, function) g_test_add ("/model/kinds/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("builtin", test_builtin);
  ADD ("heads", test_heads);
  ADD ("is-a", test_is_a);
  ADD ("duplicate", test_duplicate);
  ADD ("replace", test_replace);
  ADD ("reset", test_reset);
  ADD ("looks", test_looks);
  ADD ("fallback", test_fallback);
  ADD ("circle", test_circle);
  ADD ("missing", test_missing);
  ADD ("ties", test_ties);
  ADD ("in-use", test_in_use);
  ADD ("actor-sentences", test_actor_sentences);
  ADD ("tie-sentences", test_tie_sentences);
  ADD ("tie-titles", test_tie_titles);
  ADD ("phrases", test_phrases);

  return g_test_run ();
}
