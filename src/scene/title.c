/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"
#include "scene/title.h"
#include <glib/gi18n-lib.h>

#define GAP 28.0
#define LEAST_WIDTH 420.0

static LsnBox
add_words (LsnScene   *scene,
           LsnStage   *stage,
           const char *words,
           LsnFont     font,
           double      width,
           LsnPoint    at,
           LsnColour   colour)
{
  LsnItem item = { .type = LSN_ITEM_WORDS, .table = LSN_TABLE_MAP };
  const LsnItem *made;

  item.words = (LsnWordsItem) { lsn_text_cache_get (stage->cache, words, font, width), at, LSN_ALIGN_LEFT, colour,
                                LSN_NO_COLOUR };
  made = lsn_scene_item (scene, lsn_scene_add (scene, item, NULL));

  return made->ink;
}

/* Whole sentences, so that each language can order them. */
static char *
origin_of (LsnMap *map)
{
  LsnRow row = lsn_map_the_row (map);
  const char *author = lsn_map_get_text (map, LSN_TABLE_MAP, row, LSN_MAP_AUTHOR);
  const char *as_of = lsn_map_get_text (map, LSN_TABLE_MAP, row, LSN_MAP_AS_OF);

  if (author != NULL && as_of != NULL)
    /* Translators: under the title of a picture; %1$s is the author, %2$s the date that the map shows, such as 2023-11-24 */
    return g_strdup_printf (_("Drawn by %1$s, as of %2$s"), author, as_of);
  if (author != NULL)
    /* Translators: under the title of a picture; %s is the author */
    return g_strdup_printf (_("Drawn by %s"), author);
  if (as_of != NULL)
    /* Translators: under the title of a picture; %s is the date that the map shows, such as 2023-11-24 */
    return g_strdup_printf (_("As of %s"), as_of);

  return NULL;
}

static double
text_height (LsnStage   *stage,
             const char *words,
             LsnFont     font,
             double      width)
{
  g_autoptr (LsnText) text = words != NULL ? lsn_text_cache_get (stage->cache, words, font, width) : NULL;

  return text != NULL ? text->height : 0.0;
}

void
lsn_title_add (LsnScene *scene,
               LsnStage *stage)
{
  LsnRow row = lsn_map_the_row (stage->map);
  const char *title = lsn_map_get_text (stage->map, LSN_TABLE_MAP, row, LSN_MAP_QUESTION);
  g_autofree char *origin = origin_of (stage->map);
  LsnBox picture = lsn_scene_get_bounds (scene);
  double width = MAX (picture.width, LEAST_WIDTH), y;
  LsnItem rule = { .type = LSN_ITEM_RULE, .table = LSN_TABLE_MAP };

  if (title == NULL)
    title = lsn_map_get_text (stage->map, LSN_TABLE_MAP, row, LSN_MAP_TITLE);
  y = picture.y - GAP - text_height (stage, title, LSN_FONT_TITLE, width) -
      text_height (stage, origin, LSN_FONT_SUBTITLE, width);
  if (title != NULL)
    y += add_words (scene, stage, title, LSN_FONT_TITLE, width, (LsnPoint) { picture.x, y }, LSN_INK).height - 2.0;
  if (origin != NULL)
    add_words (scene, stage, origin, LSN_FONT_SUBTITLE, width, (LsnPoint) { picture.x, y }, LSN_QUIET_INK);

  y = picture.y + picture.height + GAP;
  rule.rule = lsn_curve_line ((LsnPoint) { picture.x, y }, (LsnPoint) { picture.x + width, y });
  lsn_scene_add (scene, rule, NULL);
  /* Translators: at the foot of a picture of a network */
  add_words (scene, stage, _("Place and distance have no meaning."), LSN_FONT_LEGEND, width,
             (LsnPoint) { picture.x, y + 8.0 }, LSN_QUIET_INK);
}
