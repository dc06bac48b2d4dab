/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include "canvas/places.h"

#include <math.h>

#include "canvas/suggest.h"
#include "model/edit.h"
#include "model/kinds.h"

/* Where new actors come to stand, and what is offered while they are named, without a screen. */

#define N_MAPS 40

static LsnMap *
new_map (guint32 seed)
{
  g_autoptr (LsnOrigin) origin = lsn_origin_new_seeded (seed, "2024-05-01", "tester");

  return lsn_map_new (origin);
}

static LsnRow
add_actor (LsnMap     *map,
           const char *name,
           double      x,
           double      y)
{
  LsnRow actor = lsn_map_insert_actor (map, NULL, name, LSN_NO_ROW, x, y, NULL);

  g_assert_cmpuint (actor, !=, LSN_NO_ROW);
  return actor;
}

static void
add_tie (LsnMap *map,
         LsnRow  source,
         LsnRow  target)
{
  g_assert_cmpuint (lsn_map_insert_tie (map, NULL, source, target, LSN_NO_ROW, NULL), !=, LSN_NO_ROW);
}

static LsnScene *
scene_of (LsnMap       *map,
          LsnTextCache *texts)
{
  g_autoptr (LsnMap) snapshot = lsn_map_snapshot (map);
  LsnSceneOptions options = { 0 };

  return lsn_scene_new (snapshot, &options, texts);
}

static LsnPoint
place_of (LsnMap *map,
          LsnRow  actor)
{
  return (LsnPoint) { lsn_map_get_number (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_X),
                      lsn_map_get_number (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_Y) };
}

static gboolean
overlap (LsnBox one,
         LsnBox other)
{
  return one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height &&
         other.y < one.y + one.height;
}

static LsnBox
body_of (LsnScene *scene,
         LsnRow    actor)
{
  LsnBox   body;
  gboolean is_frame;

  g_assert_true (lsn_scene_actor_body (scene, actor, &body, &is_frame));
  return body;
}

/* A name may stand on any side of its body, where no tie runs through it, so both are looked at apart. */
static gboolean
collide (LsnScene *scene,
         LsnRow    one,
         LsnRow    other)
{
  LsnBox boxes[2][2] = { { body_of (scene, one) }, { body_of (scene, other) } };

  g_assert_true (lsn_scene_name_bounds (scene, one, &boxes[0][1]));
  g_assert_true (lsn_scene_name_bounds (scene, other, &boxes[1][1]));
  for (guint i = 0; i < 2; i++)
    for (guint k = 0; k < 2; k++)
      if (overlap (boxes[0][i], boxes[1][k]))
        return TRUE;
  return FALSE;
}

/* @before is how the map was drawn when there were no new ones. */
static void
put (LsnMap       *map,
     LsnScene     *before,
     const LsnRow *actors,
     guint         n_actors,
     LsnPoint      wish)
{
  g_autoptr (LsnTextCache) texts = lsn_text_cache_new ();
  g_autoptr (LsnPlaces) places = lsn_places_new (map, before, texts);

  lsn_places_put (places, actors, n_actors, wish);
}

static LsnScene *
look (LsnMap *map)
{
  g_autoptr (LsnTextCache) texts = lsn_text_cache_new ();

  return scene_of (map, texts);
}

/* A crowd on a grid, all overlaps of which are none of ours, with a net of new ones tied to it and to each other. */
static LsnScene *
grow (GRand  *rand,
      LsnMap *map,
      GArray *old,
      GArray *made)
{
  static const char *const names[] = { "Qatar", "The office of the prime minister", "حماس", "Families of the captives", "UN" };
  guint n_old = (guint) g_rand_int_range (rand, 0, 30), n_new = (guint) g_rand_int_range (rand, 1, 12);
  LsnScene *before;

  lsn_map_begin (map, "Grow", NULL);
  for (guint i = 0; i < n_old; i++)
    {
      LsnRow actor = add_actor (map, names[i % 5], 160 * (i % 6) + g_rand_double_range (rand, -5, 5), 130 * (i / 6));

      g_array_append_val (old, actor);
    }
  lsn_map_commit (map);
  before = look (map);

  lsn_map_begin (map, "Add", NULL);
  for (guint i = 0; i < n_new; i++)
    {
      LsnRow actor = add_actor (map, names[g_rand_int_range (rand, 0, 5)], NAN, NAN);

      if (old->len > 0 && g_rand_boolean (rand))
        add_tie (map, actor, g_array_index (old, LsnRow, g_rand_int_range (rand, 0, (int) old->len)));
      if (made->len > 0 && g_rand_boolean (rand))
        add_tie (map, g_array_index (made, LsnRow, g_rand_int_range (rand, 0, (int) made->len)), actor);
      g_array_append_val (made, actor);
    }
  return before;
}

static void
check_apart (LsnMap *map,
             GArray *made)
{
  g_autoptr (LsnTextCache) texts = lsn_text_cache_new ();
  g_autoptr (LsnScene) scene = scene_of (map, texts);

  for (guint i = 0; i < made->len; i++)
    for (LsnRow other = lsn_map_next_row (map, LSN_TABLE_ACTORS, LSN_NO_ROW); other != LSN_NO_ROW;
         other = lsn_map_next_row (map, LSN_TABLE_ACTORS, other))
      {
        LsnRow actor = g_array_index (made, LsnRow, i);

        if (actor != other)
          g_assert_false (collide (scene, actor, other));
      }
}

static void
test_crowds (void)
{
  for (guint32 seed = 1; seed <= N_MAPS; seed++)
    {
      double first[2] = { 0, 0 };

      for (guint again = 0; again < 2; again++)
        {
          g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
          g_autoptr (LsnMap) map = new_map (seed);
          g_autoptr (GArray) old = g_array_new (FALSE, FALSE, sizeof (LsnRow));
          g_autoptr (GArray) made = g_array_new (FALSE, FALSE, sizeof (LsnRow));
          g_autoptr (GArray) before = g_array_new (FALSE, FALSE, sizeof (LsnPoint));
          g_autoptr (LsnScene) scene = grow (rand, map, old, made);
          double sum[2] = { 0, 0 };

          for (guint i = 0; i < old->len; i++)
            g_array_append_vals (before, (LsnPoint[]) { place_of (map, g_array_index (old, LsnRow, i)) }, 1);
          put (map, scene, (const LsnRow *) (gpointer) made->data, made->len, (LsnPoint) { 300, 200 });
          lsn_map_commit (map);
          check_apart (map, made);
          for (guint i = 0; i < old->len; i++)
            {
              LsnPoint now = place_of (map, g_array_index (old, LsnRow, i));

              g_assert_cmpfloat (now.x, ==, g_array_index (before, LsnPoint, i).x);
              g_assert_cmpfloat (now.y, ==, g_array_index (before, LsnPoint, i).y);
            }
          for (guint i = 0; i < made->len; i++)
            {
              sum[0] += (i + 1) * place_of (map, g_array_index (made, LsnRow, i)).x;
              sum[1] += (i + 1) * place_of (map, g_array_index (made, LsnRow, i)).y;
            }
          if (again > 0)
            {
              g_assert_cmpfloat (sum[0], ==, first[0]);
              g_assert_cmpfloat (sum[1], ==, first[1]);
            }
          first[0] = sum[0];
          first[1] = sum[1];
        }
    }
}

/* Alone with free ground around, the new one stands to the right, and who is tied to two stands near both. */
static void
test_near (void)
{
  g_autoptr (LsnMap) map = new_map (3);
  g_autoptr (LsnScene) scene = NULL;
  g_autoptr (LsnScene) with_first = NULL;
  LsnRow   one, two, first, both;
  LsnPoint at;

  lsn_map_begin (map, "Set up", NULL);
  one = add_actor (map, "One", 0, 0);
  two = add_actor (map, "Two", 0, 300);
  scene = look (map);
  first = add_actor (map, "First", NAN, NAN);
  add_tie (map, one, first);
  put (map, scene, &first, 1, (LsnPoint) { 900, 900 });
  at = place_of (map, first);
  g_assert_cmpfloat (at.x, ==, 150);
  g_assert_cmpfloat (at.y, ==, 0);

  with_first = look (map);
  both = add_actor (map, "Both", NAN, NAN);
  add_tie (map, one, both);
  add_tie (map, both, two);
  put (map, with_first, &both, 1, (LsnPoint) { 900, 900 });
  at = place_of (map, both);
  g_assert_cmpfloat (hypot (at.x, at.y), <, 250);
  g_assert_cmpfloat (hypot (at.x, at.y - 300), <, 250);
  lsn_map_commit (map);
}

/* A stranger stays out of a frame; who belongs to it stands within, and the frame does not grow over others. */
static void
test_frames (void)
{
  g_autoptr (LsnTextCache) texts = lsn_text_cache_new ();
  g_autoptr (LsnScene) scene = NULL;
  g_autoptr (LsnScene) before = NULL;
  g_autoptr (LsnScene) with_stranger = NULL;
  g_autoptr (LsnMap) map = new_map (5);
  LsnRow   movement, wing, office, neighbour, stranger, member;
  LsnBox   frame;
  gboolean is_frame;

  lsn_map_begin (map, "Set up", NULL);
  movement = add_actor (map, "Movement", 0, 0);
  wing = add_actor (map, "Wing", 0, 0);
  office = add_actor (map, "Office", 200, 0);
  neighbour = add_actor (map, "Neighbour", 400, 0);
  for (guint i = 0; i < 2; i++)
    g_assert_true (lsn_map_set_reference (map, LSN_TABLE_ACTORS, i == 0 ? wing : office, LSN_ACTOR_PARENT, movement, NULL));
  lsn_map_commit (map);
  before = look (map);

  lsn_map_begin (map, "Add", NULL);
  stranger = add_actor (map, "Stranger", NAN, NAN);
  add_tie (map, wing, stranger);
  put (map, before, &stranger, 1, (LsnPoint) { 0, 0 });
  lsn_map_commit (map);
  with_stranger = look (map);
  lsn_map_begin (map, "Add", NULL);
  member = add_actor (map, "Member", NAN, NAN);
  g_assert_true (lsn_map_set_reference (map, LSN_TABLE_ACTORS, member, LSN_ACTOR_PARENT, movement, NULL));
  add_tie (map, office, member);
  put (map, with_stranger, &member, 1, (LsnPoint) { 0, 0 });
  lsn_map_commit (map);

  scene = scene_of (map, texts);
  g_assert_true (lsn_scene_actor_body (scene, movement, &frame, &is_frame));
  g_assert_true (is_frame);
  g_assert_false (overlap (frame, body_of (scene, stranger)));
  g_assert_false (overlap (frame, body_of (scene, neighbour)));
  g_assert_true (overlap (frame, body_of (scene, member)));
}

/* Copies that come as a whole cover nobody, keep their places to one another, and move nobody else. */
static void
test_whole (void)
{
  for (guint32 seed = 1; seed <= N_MAPS; seed++)
    {
      g_autoptr (LsnTextCache) texts = lsn_text_cache_new ();
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (LsnMap) map = new_map (seed);
      g_autoptr (GArray) old = g_array_new (FALSE, FALSE, sizeof (LsnRow));
      g_autoptr (GArray) made = g_array_new (FALSE, FALSE, sizeof (LsnRow));
      g_autoptr (GArray) copies = g_array_new (FALSE, FALSE, sizeof (LsnRow));
      g_autoptr (LsnScene) before = grow (rand, map, old, made);
      g_autoptr (LsnPlaces) places = NULL;
      LsnPoint by = { NAN, NAN };

      put (map, before, (const LsnRow *) (gpointer) made->data, made->len, (LsnPoint) { 300, 200 });
      lsn_map_commit (map);
      lsn_scene_unref (before);
      before = scene_of (map, texts);

      lsn_map_begin (map, "Copy", NULL);
      for (guint i = 0; i < made->len; i++)
        {
          LsnRow   of = g_array_index (made, LsnRow, i);
          LsnPoint at = place_of (map, of);
          LsnRow   copy = add_actor (map, lsn_map_get_text (map, LSN_TABLE_ACTORS, of, LSN_ACTOR_NAME), at.x, at.y);

          g_array_append_val (copies, copy);
        }
      places = lsn_places_new (map, before, texts);
      lsn_places_make_room (places, (const LsnRow *) (gpointer) copies->data, copies->len);
      lsn_map_commit (map);

      check_apart (map, copies);
      for (guint i = 0; i < copies->len; i++)
        {
          LsnPoint was = place_of (map, g_array_index (made, LsnRow, i)), is = place_of (map, g_array_index (copies, LsnRow, i));

          if (i == 0)
            by = (LsnPoint) { is.x - was.x, is.y - was.y }
          ;
          g_assert_cmpfloat_with_epsilon (is.x - was.x, by.x, 0.005);
          g_assert_cmpfloat_with_epsilon (is.y - was.y, by.y, 0.005);
        }
    }
}

/* What covers nobody stays where it was pasted. */
static void
test_whole_stays (void)
{
  g_autoptr (LsnTextCache) texts = lsn_text_cache_new ();
  g_autoptr (LsnMap) map = new_map (3);
  g_autoptr (LsnScene) before = NULL;
  g_autoptr (LsnPlaces) places = NULL;
  LsnRow copies[2];

  lsn_map_begin (map, "Set up", NULL);
  add_actor (map, "One", 0, 0);
  lsn_map_commit (map);
  before = scene_of (map, texts);
  lsn_map_begin (map, "Paste", NULL);
  copies[0] = add_actor (map, "Frame", 500, 0);
  copies[1] = add_actor (map, "Inside", 500, 0);
  g_assert_true (lsn_map_set_reference (map, LSN_TABLE_ACTORS, copies[1], LSN_ACTOR_PARENT, copies[0], NULL));
  places = lsn_places_new (map, before, texts);
  lsn_places_make_room (places, copies, 2);
  lsn_map_commit (map);
  g_assert_cmpfloat (place_of (map, copies[1]).x, ==, 500);
  g_assert_cmpfloat (place_of (map, copies[1]).y, ==, 0);
}

/* A long name typed in a narrow place makes its actor move, a short one does not. */
static void
test_settle (void)
{
  static const struct
  {
    const char *name;
    gboolean    moves;
  } cases[] = { { "UN", FALSE }, { "A committee whose name is far longer than its place", TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LsnTextCache) texts = lsn_text_cache_new ();
      g_autoptr (LsnMap) map = new_map (7);
      g_autoptr (LsnScene) scene = NULL;
      g_autoptr (LsnPlaces) places = NULL;
      g_autoptr (GArray) made = g_array_new (FALSE, FALSE, sizeof (LsnRow));
      LsnRow actor;

      lsn_map_begin (map, "Set up", NULL);
      for (guint k = 0; k < 4; k++)
        add_actor (map, "Neighbour", 90 * (k % 2 * 2.0 - 1), k < 2 ? 0 : 47);
      actor = add_actor (map, NULL, 0, 0);
      lsn_map_commit (map);
      g_array_append_val (made, actor);

      scene = scene_of (map, texts);
      lsn_map_begin (map, "Name", NULL);
      g_assert_true (lsn_map_set_text (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_NAME, cases[i].name, NULL));
      places = lsn_places_new (map, scene, texts);
      g_assert_cmpint (lsn_places_settle (places, actor, (LsnPoint) { 0, 0 }), ==, cases[i].moves);
      lsn_map_commit (map);
      check_apart (map, made);
    }
}

/* ---- what is offered ---- */

static char *
titles (GPtrArray *suggestions)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < suggestions->len; i++)
    g_string_append_printf (all, "%s%s", i > 0 ? " | " : "", ((LsnSuggestion *) suggestions->pdata[i])->title);
  g_ptr_array_unref (suggestions);
  return g_string_free (all, FALSE);
}

static void
assert_titles (GPtrArray  *suggestions,
               const char *wanted)
{
  g_autofree char *got = titles (suggestions);

  g_assert_cmpstr (got, ==, wanted);
}

static void
test_suggestions (void)
{
  g_autoptr (LsnMap) map = new_map (9);
  LsnRow court, hamas, alias;
  GPtrArray *suggestions;

  lsn_map_begin (map, "Set up", NULL);
  court = add_actor (map, "Royal court", 0, 0);
  hamas = add_actor (map, "Hamas", 200, 0);
  alias = lsn_map_insert_row (map, LSN_TABLE_ALIASES, NULL, NULL);
  g_assert_true (lsn_map_set_reference (map, LSN_TABLE_ALIASES, alias, LSN_ALIAS_ACTOR, court, NULL));
  g_assert_true (lsn_map_set_text (map, LSN_TABLE_ALIASES, alias, LSN_ALIAS_TEXT, "The palace", NULL));
  lsn_map_commit (map);

  assert_titles (lsn_suggest_actors (map, "the p", NULL, 0, 5), "The palace — another name of Royal court");
  assert_titles (lsn_suggest_actors (map, "ha", &hamas, 1, 5), "");
  assert_titles (lsn_suggest_actors (map, "  ", NULL, 0, 5), "");

  suggestions = lsn_suggest_actors (map, "ham", NULL, 0, 5);
  lsn_suggest_add_new (suggestions, " ham ");
  g_assert_cmpuint (((LsnSuggestion *) suggestions->pdata[0])->actor, ==, hamas);
  g_assert_cmpint (((LsnSuggestion *) suggestions->pdata[1])->what, ==, LSN_SUGGEST_NEW_ACTOR);
  assert_titles (suggestions, "Hamas | New actor “ham”");

  /* Both names may be kept; one that it bears already is not offered again. */
  assert_titles (lsn_suggest_other_names (map, court, "The court"),
                 "Keep “Royal court” as another name | Add “The court” as another name of Royal court");
  assert_titles (lsn_suggest_other_names (map, court, "The palace"), "Keep “Royal court” as another name");
  assert_titles (lsn_suggest_other_names (map, court, "Royal court"), "");
  assert_titles (lsn_suggest_other_names (map, court, " "), "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/canvas/places/crowds", test_crowds);
  g_test_add_func ("/canvas/places/near", test_near);
  g_test_add_func ("/canvas/places/frames", test_frames);
  g_test_add_func ("/canvas/places/settle", test_settle);
  g_test_add_func ("/canvas/places/whole", test_whole);
  g_test_add_func ("/canvas/places/whole-stays", test_whole_stays);
  g_test_add_func ("/canvas/suggest", test_suggestions);
  return g_test_run ();
}
