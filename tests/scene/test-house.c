/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"
#include "maps.h"
#include <libintl.h>
#include <locale.h>
#include <math.h>
#include <string.h>
#include "scene/scene-private.h"
#undef G_DISABLE_ASSERT

/* Title, legend and foot, in languages that are read from either side. */

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

static LsnMap *
map_with_words (void)
{
  LsnMap *map = test_map_by_hand ();
  LsnRow row = lsn_map_the_row (map);

  lsn_map_begin (map, "words", NULL);
  test_set_flag (map, lsn_map_find_row (map, LSN_TABLE_ACTORS, "eu"), LSN_ACTOR_OURS);
  test_set_text (map, LSN_TABLE_ACTORS, lsn_map_find_row (map, LSN_TABLE_ACTORS, "held"), LSN_ACTOR_SECRECY, "covert");
  test_set_text (map, LSN_TABLE_MAP, row, LSN_MAP_QUESTION, "Who?");
  test_set_text (map, LSN_TABLE_MAP, row, LSN_MAP_AUTHOR, "Us");
  test_set_text (map, LSN_TABLE_MAP, row, LSN_MAP_AS_OF, "2025-01-12");
  lsn_map_commit (map);

  return map;
}

static const LsnItem *
words_of (LsnScene   *scene,
          const char *text)
{
  for (guint i = 0; i < scene->items->len; i++)
    {
      const LsnItem *item = lsn_scene_item (scene, i);

      if (item->type == LSN_ITEM_WORDS && g_str_equal (item->words.text->lines[0].utf8, text))
        return item;
    }
  g_error ("“%s” is not in the picture", text);
}

/* None of the legend's entries touches another, and each has its words after its sample, in the direction of reading, at one
 * height. */
static void
check_entries (LsnScene *bare,
               LsnScene *full,
               gboolean  mirrored)
{
  LsnBox map = lsn_scene_get_bounds (bare);
  double above = -INFINITY;
  guint n_entries = 0;

  for (guint i = bare->items->len; i + 1 < full->items->len; i++)
    {
      const LsnItem *sample = lsn_scene_item (full, i), *words = lsn_scene_item (full, i + 1);

      if ((sample->type != LSN_ITEM_LINE && sample->type != LSN_ITEM_BODY) || words->type != LSN_ITEM_WORDS)
        continue;
      n_entries++;
      g_assert_cmpfloat (sample->ink.y, >, above - 1.0);
      above = sample->ink.y + sample->ink.height;
      g_assert_cmpfloat_with_epsilon (lsn_box_centre (&sample->ink).y, lsn_box_centre (&words->ink).y, 1.0);
      if (mirrored)
        {
          g_assert_cmpfloat (words->ink.x + words->ink.width, <, sample->ink.x);
          g_assert_cmpfloat (sample->ink.x + sample->ink.width, <, map.x);
        }
      else
        {
          g_assert_cmpfloat (words->ink.x, >, sample->ink.x + sample->ink.width);
          g_assert_cmpfloat (sample->ink.x, >, map.x + map.width);
        }
    }
  g_assert_cmpuint (n_entries, >=, 14);
}

static void
read_from_the_left (void)
{
  g_autoptr (LsnMap) map = map_with_words ();
  g_autoptr (LsnScene) bare = NULL, full = NULL;
  LsnBox page;

  speak ("en");
  bare = test_scene (map, FALSE);
  full = test_scene (map, TRUE);
  page = lsn_scene_get_bounds (full);
  check_entries (bare, full, FALSE);
  g_assert_cmpfloat_with_epsilon (words_of (full, "Who?")->ink.x, page.x, 3.0);
  g_assert_cmpfloat_with_epsilon (words_of (full, "Drawn by Us, as of 12 January 2025")->ink.x, page.x, 3.0);
  g_assert_cmpfloat_with_epsilon (words_of (full, "Place and distance have no meaning.")->ink.x, page.x, 3.0);
}

static void
read_from_the_right (void)
{
  static const char *const lines[] = { "Who?", "رسمها Us بتاريخ 12 يناير 2025", "لا دلالة للموضع ولا للمسافة." };
  g_autoptr (LsnMap) map = map_with_words ();
  g_autoptr (LsnScene) bare = NULL, full = NULL;
  LsnBox page;

  speak ("ar");
  bare = test_scene (map, FALSE);
  full = test_scene (map, TRUE);
  page = lsn_scene_get_bounds (full);
  check_entries (bare, full, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      LsnBox ink = words_of (full, lines[i])->ink;

      g_assert_cmpfloat_with_epsilon (ink.x + ink.width, page.x + page.width, 3.0);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/house/left-to-right", read_from_the_left);
  g_test_add_func ("/scene/house/right-to-left", read_from_the_right);
  return g_test_run ();
}
