/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"
#include "scene/title.h"
#include <glib/gi18n-lib.h>
#include "model/date-words.h"

#define GAP 28.0
#define LEAST_WIDTH 420.0

/* Where the words of the page are written: from the side where reading begins. */
typedef struct
{
  LsnScene *scene;
  LsnStage *stage;
  double    x;
  double    width;
  LsnAlign  align;
} Writer;

gboolean
lsn_title_is_mirrored (LsnStage *stage)
{
  g_autoptr (LsnText) word = lsn_text_cache_get (stage->cache, C_("legend", "Actors"), LSN_FONT_HEADING, 0.0);

  return word->lines[0].rtl;
}

/* Returns the height of what was written. */
static double
write_words (Writer     *writer,
             const char *words,
             LsnFont     font,
             double      y,
             LsnColour   colour)
{
  LsnItem item = { .type = LSN_ITEM_WORDS, .table = LSN_TABLE_MAP };
  LsnText *text = lsn_text_cache_get (writer->stage->cache, words, font, writer->width);

  item.words = (LsnWordsItem) { text, { writer->x, y }, writer->align, colour, LSN_NO_COLOUR };
  lsn_scene_add (writer->scene, item, NULL);

  return text->height;
}

/* Whole sentences, so that each language can order them. */
static char *
origin_of (LsnMap *map)
{
  LsnRow row = lsn_map_the_row (map);
  const char *author = lsn_map_get_text (map, LSN_TABLE_MAP, row, LSN_MAP_AUTHOR);
  const char *date = lsn_map_get_text (map, LSN_TABLE_MAP, row, LSN_MAP_AS_OF);
  g_autofree char *as_of = date != NULL ? lsn_date_in_words (date) : NULL;

  if (author != NULL && as_of != NULL)
    /* Translators: under the title of a picture; %1$s is the author, %2$s the date that the map shows, such as
     * “24 November 2023”, “November 2023” or “2023” */
    return g_strdup_printf (_("Drawn by %1$s, as of %2$s"), author, as_of);
  if (author != NULL)
    /* Translators: under the title of a picture; %s is the author */
    return g_strdup_printf (_("Drawn by %s"), author);
  if (as_of != NULL)
    /* Translators: under the title of a picture; %s is the date that the map shows, such as
     * “24 November 2023”, “November 2023” or “2023” */
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

/* The caveat below the picture. */
static void
add_foot (Writer *writer,
          LsnBox  picture)
{
  double y = picture.y + picture.height + GAP;
  double far = writer->align == LSN_ALIGN_RIGHT ? writer->x - writer->width : writer->x + writer->width;
  LsnItem rule = { .type = LSN_ITEM_RULE, .table = LSN_TABLE_MAP };

  rule.rule = lsn_curve_line ((LsnPoint) { writer->x, y }, (LsnPoint) { far, y });
  lsn_scene_add (writer->scene, rule, NULL);
  /* Translators: at the foot of a picture of a network */
  write_words (writer, _("Place and distance have no meaning."), LSN_FONT_LEGEND, y + 8.0, LSN_QUIET_INK);
}

void
lsn_title_add (LsnScene *scene,
               LsnStage *stage)
{
  LsnRow row = lsn_map_the_row (stage->map);
  const char *title = lsn_map_get_text (stage->map, LSN_TABLE_MAP, row, LSN_MAP_QUESTION);
  g_autofree char *origin = origin_of (stage->map);
  LsnBox picture = lsn_scene_get_bounds (scene);
  Writer writer = { scene, stage, picture.x, MAX (picture.width, LEAST_WIDTH), LSN_ALIGN_LEFT };
  double y;

  if (lsn_title_is_mirrored (stage))
    {
      writer.align = LSN_ALIGN_RIGHT;
      writer.x = picture.x + picture.width;
    }
  if (title == NULL)
    title = lsn_map_get_text (stage->map, LSN_TABLE_MAP, row, LSN_MAP_TITLE);
  y = picture.y - GAP - text_height (stage, title, LSN_FONT_TITLE, writer.width) -
      text_height (stage, origin, LSN_FONT_SUBTITLE, writer.width);
  if (title != NULL)
    y += write_words (&writer, title, LSN_FONT_TITLE, y, LSN_INK);
  if (origin != NULL)
    write_words (&writer, origin, LSN_FONT_SUBTITLE, y, LSN_QUIET_INK);
  add_foot (&writer, picture);
}
