/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "maps.h"
#include <math.h>
#include <string.h>
#include "model/geometry.h"
#include "scene/scene-private.h"
#undef G_DISABLE_ASSERT

static void
names_meet_nothing (void)
{
  g_autoptr (LsnMap) map = test_map_by_hand ();
  g_autoptr (LsnScene) scene = test_scene (map, FALSE);

  for (LsnRow a = LSN_NO_ROW; (a = lsn_map_next_row (map, LSN_TABLE_ACTORS, a)) != LSN_NO_ROW;)
    for (LsnRow b = LSN_NO_ROW; (b = lsn_map_next_row (map, LSN_TABLE_ACTORS, b)) != LSN_NO_ROW;)
      {
        LsnBox name, other, body;
        gboolean is_frame;

        g_assert_true (lsn_scene_name_bounds (scene, a, &name));
        g_assert_true (lsn_scene_name_bounds (scene, b, &other));
        g_assert_true (lsn_scene_actor_body (scene, b, &body, &is_frame));
        if (a != b)
          g_assert_false (lsn_box_meets (&name, &other));
        if (!is_frame)
          g_assert_false (lsn_box_meets (&name, &body));
      }
}

/* A frame is what it holds, the padding, and the title band: as layouts keep it free. */
static void
frames_hold_what_is_in_them (void)
{
  g_autoptr (LsnMap) map = test_map_by_hand ();
  g_autoptr (LsnTextCache) cache = lsn_text_cache_new ();
  g_autoptr (LsnScene) scene = lsn_scene_new (map, NULL, cache);
  g_autoptr (GArray) extents = lsn_scene_measure (map, cache);
  LsnRow frame = lsn_map_find_row (map, LSN_TABLE_ACTORS, "party");
  LsnBox body, inside = LSN_EMPTY_BOX;

  g_assert_cmpuint (extents->len, ==, lsn_map_n_rows (map, LSN_TABLE_ACTORS));
  for (guint i = 0; i < extents->len; i++)
    {
      const LsnExtents *one = &g_array_index (extents, LsnExtents, i);
      double x = lsn_map_get_number (map, LSN_TABLE_ACTORS, one->actor, LSN_ACTOR_X);
      double y = lsn_map_get_number (map, LSN_TABLE_ACTORS, one->actor, LSN_ACTOR_Y);

      g_assert_cmpfloat (one->left, ==, floor (one->left));
      if (lsn_map_get_reference (map, LSN_TABLE_ACTORS, one->actor, LSN_ACTOR_PARENT) == frame)
        inside = lsn_box_union (inside, (LsnBox) { x - one->left, y - one->above, one->left + one->right,
                                                   one->above + one->below });
    }
  g_assert_true (lsn_scene_actor_body (scene, frame, &body, NULL));
  g_assert_cmpfloat_with_epsilon (body.x, inside.x - LSN_FRAME_PADDING, 1.0);
  g_assert_cmpfloat_with_epsilon (body.width, inside.width + 2 * LSN_FRAME_PADDING, 2.0);
  g_assert_cmpfloat_with_epsilon (body.y, inside.y - LSN_FRAME_PADDING - LSN_FRAME_TITLE_BAND, 1.0);
  g_assert_cmpfloat_with_epsilon (body.height, inside.height + 2 * LSN_FRAME_PADDING + LSN_FRAME_TITLE_BAND, 2.0);
}

static void
texts_wrap_and_end (void)
{
  g_autoptr (LsnTextCache) cache = lsn_text_cache_new ();
  g_autofree char *endless = g_strnfill (10000, 'w');
  g_autoptr (LsnText) cut = lsn_text_cache_get (cache, endless, LSN_FONT_NAME, 140);
  g_autoptr (LsnText) arabic = lsn_text_cache_get (cache, "المكتب السياسي لحركة حماس والوسطاء", LSN_FONT_NAME, 140);
  g_autoptr (LsnText) mixed = lsn_text_cache_get (cache, "Qatar قطر 😀 卡塔尔", LSN_FONT_NAME, 0);
  g_autoptr (LsnText) same = lsn_text_cache_get (cache, "Qatar قطر 😀 卡塔尔", LSN_FONT_NAME, 0);

  g_assert_cmpuint (cut->n_lines, <=, 4);
  g_assert_cmpfloat (cut->width, <=, 140.5);
  g_assert_nonnull (strstr (cut->lines[cut->n_lines - 1].utf8, "…"));
  g_assert_cmpuint (arabic->n_lines, >=, 2);
  g_assert_true (arabic->lines[0].rtl);
  g_assert_false (mixed->lines[0].rtl);
  g_assert_cmpuint (mixed->lines[0].n_runs, >=, 2);
  g_assert_true (mixed == same);
  for (guint i = 0; i < mixed->lines[0].n_runs; i++)
    {
      const LsnTextRun *run = &mixed->lines[0].runs[i];
      int bytes = 0, glyphs = 0;

      for (int k = 0; k < run->n_clusters; k++)
        {
          bytes += run->clusters[k].num_bytes;
          glyphs += run->clusters[k].num_glyphs;
        }
      g_assert_cmpint (bytes, ==, run->n_bytes);
      g_assert_cmpint (glyphs, ==, run->n_glyphs);
    }
}

/* What no font has is drawn as a box, one for each letter: a name is never nothing. */
static void
letters_without_a_font (void)
{
  g_autoptr (LsnTextCache) cache = lsn_text_cache_new ();
  g_autoptr (LsnText) text = lsn_text_cache_get (cache, "\364\217\277\275\364\217\277\274", LSN_FONT_NAME, 140);
  int n_glyphs = 0;

  for (guint i = 0; i < text->lines[0].n_runs; i++)
    n_glyphs += text->lines[0].runs[i].n_glyphs;
  g_assert_cmpint (n_glyphs, ==, 2);
  g_assert_cmpfloat (text->width, >, 8.0);
}

/* The title of a frame stands where reading begins, or where no line runs through it. */
static void
titles_of_frames (void)
{
  static const char *const names[] = { "The coalition", "الائتلاف" };

  for (guint i = 0; i < 4; i++)
    {
      gboolean right = (i % 2 == 1) != (i >= 2);
      g_autoptr (LsnMap) map = test_map_new ();
      LsnRow frame = test_actor (map, "frame", names[i % 2], "state", NAN, NAN);
      LsnRow a = test_actor (map, "a", "A", "state", 0, 0), b = test_actor (map, "b", "B", "state", 500, 0);
      g_autoptr (LsnScene) scene = NULL;
      LsnBox title, body;

      test_put_in (map, a, frame);
      test_put_in (map, b, frame);
      if (i >= 2)
        test_tie (map, NULL, test_actor (map, "c", "C", "state", i % 2 == 0 ? 0 : 500, -300), i % 2 == 0 ? a : b, "support");
      lsn_map_commit (map);
      scene = test_scene (map, FALSE);
      g_assert_true (lsn_scene_name_bounds (scene, frame, &title));
      g_assert_true (lsn_scene_actor_body (scene, frame, &body, NULL));
      if (right)
        g_assert_cmpfloat_with_epsilon (title.x + title.width, body.x + body.width - 13, 1.0);
      else
        g_assert_cmpfloat_with_epsilon (title.x, body.x + 13, 1.0);
    }
}

/* With lines where its name would stand, an actor beside a frame that it is not in has its name elsewhere, but not in there. */
static void
names_keep_out_of_frames (void)
{
  for (guint i = 0; i < 2; i++)
    {
      double side = i == 0 ? 1 : -1;
      g_autoptr (LsnMap) map = test_map_new ();
      LsnRow frame = test_actor (map, "frame", "Israel", "state", NAN, NAN);
      LsnRow inside = test_actor (map, "inside", "Government", "state", side * 150, 0);
      LsnRow beside = test_actor (map, "beside", "Hostages", "captives", 0, 0);
      g_autoptr (LsnScene) scene = NULL;
      LsnBox name, body;

      test_put_in (map, inside, frame);
      test_tie (map, NULL, test_actor (map, "below", "B", "state", 0, 300), beside, "holds");
      test_tie (map, NULL, test_actor (map, "above", "A", "state", 0, -300), beside, "holds");
      lsn_map_commit (map);
      scene = test_scene (map, FALSE);
      g_assert_true (lsn_scene_name_bounds (scene, beside, &name));
      g_assert_true (lsn_scene_actor_body (scene, frame, &body, NULL));
      g_assert_false (lsn_box_meets (&name, &body));
    }
}

/* Nobody is invisible, wherever they claim to be. */
static void
without_a_place (void)
{
  g_autoptr (LsnMap) map = test_map_new ();
  LsnRow placed = test_actor (map, "p", "Placed", "state", 0, 0);
  LsnRow rows[6];
  g_autoptr (LsnScene) scene = NULL;
  LsnBox one, other;

  for (guint i = 0; i < 6; i++)
    rows[i] = test_actor (map, NULL, "Nowhere", "person", NAN, i % 2 == 0 ? NAN : 5);
  lsn_map_commit (map);
  scene = test_scene (map, FALSE);
  g_assert_true (lsn_scene_actor_body (scene, placed, &other, NULL));
  for (guint i = 0; i < 6; i++)
    {
      g_assert_true (lsn_scene_actor_body (scene, rows[i], &one, NULL));
      g_assert_false (lsn_box_meets (&one, &other));
      for (guint k = 0; k < i; k++)
        {
          g_assert_true (lsn_scene_actor_body (scene, rows[k], &other, NULL));
          g_assert_false (lsn_box_meets (&one, &other));
        }
      g_assert_true (lsn_scene_actor_body (scene, placed, &other, NULL));
    }
}

/* A file may say that a container is collapsed without saying where it stands then. */
static void
closed_amid_what_they_hold (void)
{
  g_autoptr (LsnMap) map = test_map_new ();
  g_autoptr (LsnTextCache) cache = lsn_text_cache_new ();
  LsnRow outer = test_actor (map, "outer", "Outer", "state", NAN, NAN);
  LsnRow inner = test_actor (map, "inner", "Inner", "state", 5000, 5000);
  LsnRow own = test_actor (map, "own", "Own place", "state", -70, 40);
  LsnRow nowhere = test_actor (map, "nowhere", "Nowhere", "state", NAN, NAN);
  g_autoptr (LsnScene) scene = NULL, moved = NULL;
  LsnBox body;

  test_put_in (map, inner, outer);
  test_put_in (map, test_actor (map, "a", "A", "state", 100, 200), outer);
  test_put_in (map, test_actor (map, "b", "B", "state", 300, 300), inner);
  test_put_in (map, test_actor (map, "c", "C", "state", NAN, 900), inner);
  test_put_in (map, test_actor (map, "d", "D", "state", 900, 900), own);
  test_put_in (map, test_actor (map, "e", "E", "state", NAN, NAN), nowhere);
  test_set_flag (map, outer, LSN_ACTOR_COLLAPSED);
  test_set_flag (map, own, LSN_ACTOR_COLLAPSED);
  test_set_flag (map, nowhere, LSN_ACTOR_COLLAPSED);
  lsn_map_commit (map);

  scene = test_scene (map, FALSE);
  g_assert_true (lsn_scene_actor_body (scene, outer, &body, NULL));
  g_assert_cmpfloat_with_epsilon (body.x + body.width / 2, 200, 1e-9);
  g_assert_cmpfloat_with_epsilon (body.y + body.height / 2, 250, 1e-9);
  g_assert_true (lsn_scene_actor_body (scene, own, &body, NULL));
  g_assert_cmpfloat_with_epsilon (body.x + body.width / 2, -70, 1e-9);
  g_assert_true (lsn_scene_actor_body (scene, nowhere, &body, NULL));

  moved = lsn_scene_new_moved (map, cache, &outer, 1, NULL, 0, 10, -5, NULL);
  g_assert_true (lsn_scene_actor_body (moved, outer, &body, NULL));
  g_assert_cmpfloat_with_epsilon (body.x + body.width / 2, 210, 1e-9);
  g_assert_cmpfloat_with_epsilon (body.y + body.height / 2, 245, 1e-9);
}

static void
what_did_not_change_is_shared (void)
{
  g_autoptr (LsnMap) map = test_map_random (3, 40, 60);
  g_autoptr (LsnTextCache) cache = lsn_text_cache_new ();
  g_autoptr (LsnScene) first = lsn_scene_new (map, NULL, cache), second = NULL;
  LsnSceneOptions options = { .previous = first };
  guint shared = 0;

  second = lsn_scene_new (map, &options, cache);
  g_assert_cmpuint (second->items->len, ==, first->items->len);
  for (guint i = 0; i < second->items->len; i++)
    shared += lsn_scene_item (second, i) == lsn_scene_item (first, i);
  g_assert_cmpuint (shared * 10, >, second->items->len * 8);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/names/free", names_meet_nothing);
  g_test_add_func ("/scene/names/frames", frames_hold_what_is_in_them);
  g_test_add_func ("/scene/names/texts", texts_wrap_and_end);
  g_test_add_func ("/scene/names/without-font", letters_without_a_font);
  g_test_add_func ("/scene/names/titles", titles_of_frames);
  g_test_add_func ("/scene/names/keep-out-of-frames", names_keep_out_of_frames);
  g_test_add_func ("/scene/names/without-place", without_a_place);
  g_test_add_func ("/scene/names/closed", closed_amid_what_they_hold);
  g_test_add_func ("/scene/names/shared", what_did_not_change_is_shared);
  return g_test_run ();
}
