/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"
#include "scene/legend.h"
#include <glib/gi18n-lib.h>
#include "scene/shapes.h"
#include "scene/title.h"

#define GAP 56.0
#define LINE_STEP 25.0
#define BODY_STEP 27.0
#define WIDE_BODY_STEP 37.0 /* with a ring or a badge */
#define BODY_RADIUS 10.5
#define SAMPLE 64.0
#define TEXT_GAP 14.0
#define TEXT_WIDTH 190.0
#define SECTION_GAP 18.0
#define POWER_SCALE 0.7
#define COLUMN_GAP 36.0
#define LEAST_COLUMN 360.0

/* Where the legend is being written: down a column, then on to the next. All x are distances from the side where reading begins:
 * the left, or in languages that are read from the right, the right. */
typedef struct
{
  LsnScene *scene;
  LsnStage *stage;
  double    begin;   /* where x is 0 in the picture */
  gboolean  mirrored;
  LsnPoint  at;
  double    top;
  double    bottom;  /* a section that would go below it begins a new column */
  double    widest;
} Writer;

static LsnPoint
place (const Writer *writer,
       double        x,
       double        y)
{
  return (LsnPoint) { writer->mirrored ? writer->begin - x : writer->begin + x, y };
}

/* Returns the height of what was written. */
static double
write_words (Writer     *writer,
             const char *words,
             LsnFont     font,
             double      x,
             double      middle)
{
  LsnItem item = { .type = LSN_ITEM_WORDS, .table = LSN_TABLE_MAP };
  LsnText *text = lsn_text_cache_get (writer->stage->cache, words, font, TEXT_WIDTH);

  item.words = (LsnWordsItem) { text, place (writer, x, middle - text->height / 2.0),
                                writer->mirrored ? LSN_ALIGN_RIGHT : LSN_ALIGN_LEFT, LSN_INK, LSN_NO_COLOUR };
  lsn_scene_add (writer->scene, item, NULL);
  writer->widest = MAX (writer->widest, x + text->width - writer->at.x);

  return text->height;
}

static void
next_column (Writer *writer)
{
  writer->at = (LsnPoint) { writer->at.x + writer->widest + COLUMN_GAP, writer->top };
  writer->widest = 0.0;
}

static void
begin_section (Writer     *writer,
               const char *heading,
               double      height)
{
  if (writer->at.y > writer->top)
    {
      writer->at.y += SECTION_GAP;
      if (writer->at.y + height > writer->bottom)
        next_column (writer);
    }
  write_words (writer, heading, LSN_FONT_HEADING, writer->at.x, writer->at.y + 9.0);
  writer->at.y += 28.0;
}

/* A long entry makes room for its lines. */
static void
write_entry (Writer     *writer,
             const char *words,
             double      sample,
             double      step)
{
  double height = write_words (writer, words, LSN_FONT_LEGEND, writer->at.x + sample + TEXT_GAP,
                               writer->at.y + step / 2.0);

  writer->at.y += step + MAX (0.0, height - step) / 2.0;
}

static void
write_line (Writer            *writer,
            const LsnLineLook *line,
            const char        *words)
{
  LsnItem item = { .type = LSN_ITEM_LINE, .table = LSN_TABLE_MAP };
  double y = writer->at.y + LINE_STEP / 2.0;

  item.line.line = *line;
  item.line.way = lsn_way_of (lsn_curve_line (place (writer, writer->at.x, y), place (writer, writer->at.x + SAMPLE, y)));
  if (line->count > 1)
    item.line.count = lsn_text_cache_get (writer->stage->cache, "2", LSN_FONT_MARK, 0.0);
  lsn_scene_add (writer->scene, item, NULL);
  write_entry (writer, words, SAMPLE, LINE_STEP);
}

static double
step_of_body (const LsnActorLook *look)
{
  return look->external || look->ours || look->covert || look->closed ? WIDE_BODY_STEP : BODY_STEP;
}

static void
write_body (Writer             *writer,
            const LsnActorLook *look,
            double              sample,
            const char         *words)
{
  LsnItem item = { .type = LSN_ITEM_BODY, .table = LSN_TABLE_MAP };
  double step = step_of_body (look);

  item.body.look = *look;
  item.body.look.radius = BODY_RADIUS;
  item.body.centre = place (writer, writer->at.x + sample / 2.0, writer->at.y + step / 2.0);
  if (look->closed)
    item.body.inside = lsn_text_cache_get (writer->stage->cache, "2", LSN_FONT_MARK, 0.0);
  lsn_scene_add (writer->scene, item, NULL);
  write_entry (writer, words, sample, step);
}

/* The kinds in use, in the order of the list of kinds; those that the filter hides are not in the trace. */
static GArray *
kinds_shown (LsnStage *stage,
             gboolean  of_ties)
{
  LsnTrace *trace = lsn_looks_trace (stage->looks);
  GHashTable *used = of_ties ? trace->tie_kinds : trace->actor_kinds;
  GArray *all = lsn_kinds_in_use (stage->map, of_ties);
  GArray *shown = g_array_new (FALSE, FALSE, sizeof (LsnRow));

  for (guint i = 0; i < all->len; i++)
    if (g_hash_table_contains (used, GUINT_TO_POINTER (g_array_index (all, LsnRow, i))))
      g_array_append_val (shown, g_array_index (all, LsnRow, i));
  g_array_unref (all);

  return shown;
}

static void
write_actor_kinds (Writer *writer)
{
  g_autoptr (GArray) kinds = kinds_shown (writer->stage, FALSE);

  if (kinds->len == 0)
    return;

  begin_section (writer, C_("legend", "Actors"), 28.0 + kinds->len * BODY_STEP);
  for (guint i = 0; i < kinds->len; i++)
    {
      LsnRow kind = g_array_index (kinds, LsnRow, i);
      LsnActorLook look;

      lsn_looks_actor_kind (writer->stage->looks, kind, &look);
      write_body (writer, &look, 2.0 * BODY_RADIUS + 2.0, lsn_kind_name (writer->stage->map, kind));
    }
}

static void
write_tie_kinds (Writer *writer)
{
  g_autoptr (GArray) kinds = kinds_shown (writer->stage, TRUE);

  if (kinds->len == 0)
    return;

  begin_section (writer, C_("legend", "Ties"), 28.0 + kinds->len * LINE_STEP);
  for (guint i = 0; i < kinds->len; i++)
    {
      LsnRow kind = g_array_index (kinds, LsnRow, i);
      LsnLineLook line = { .count = 1 };

      lsn_looks_tie_kind (writer->stage->looks, kind, &line.look);
      write_line (writer, &line, lsn_kind_name (writer->stage->map, kind));
    }
}

/* One within the other, as on a scale. */
static void
write_power (Writer *writer)
{
  static const double powers[] = { 0.0, 0.3, 1.0 };
  double foot = writer->at.y + 2.0 * POWER_SCALE * LSN_RADIUS_MAX;

  for (guint i = 0; i < G_N_ELEMENTS (powers); i++)
    {
      double radius = POWER_SCALE * lsn_radius_for_power (powers[i]);
      LsnItem item = { .type = LSN_ITEM_RING, .table = LSN_TABLE_MAP };

      item.ring = (LsnRingItem) { place (writer, writer->at.x + SAMPLE / 2.0, foot - radius), radius, FALSE };
      lsn_scene_add (writer->scene, item, NULL);
    }
  /* Translators: the bigger the shape, the more power the actor has where the map's question is decided */
  write_entry (writer, C_("legend", "Size: power over the question"), SAMPLE, foot - writer->at.y);
  writer->at.y += 6.0;
}

static void
write_status (Writer     *writer,
              LsnStatus   status,
              const char *words)
{
  LsnLineLook line = { { .colour = LSN_QUIET_INK, .width = 1.8, .status = status }, 1 };

  if (lsn_looks_trace (writer->stage->looks)->status[status])
    write_line (writer, &line, words);
}

static void
write_signs_of_actors (Writer *writer)
{
  LsnTrace *trace = lsn_looks_trace (writer->stage->looks);
  LsnActorLook plain = { .colour = LSN_QUIET_INK, .power_known = TRUE }, look;

  if (trace->power_unknown)
    {
      look = plain;
      look.power_known = FALSE;
      write_body (writer, &look, SAMPLE, C_("legend", "Power not known"));
    }
  if (trace->external)
    {
      look = plain;
      look.external = TRUE;
      /* Translators: an actor that acts on a conflict from outside it */
      write_body (writer, &look, SAMPLE, C_("legend", "Acts from outside"));
    }
  if (trace->ours)
    {
      look = plain;
      look.ours = TRUE;
      /* Translators: the actor who draws the map */
      write_body (writer, &look, SAMPLE, C_("legend", "Ourselves"));
    }
  if (trace->covert_actor)
    {
      look = plain;
      look.covert = TRUE;
      write_body (writer, &look, SAMPLE, C_("legend", "Covert actor"));
    }
  if (trace->closed)
    {
      look = plain;
      look.closed = TRUE;
      /* Translators: the number in the picture counts the actors that a container hides */
      write_body (writer, &look, SAMPLE, C_("legend", "Holds so many actors"));
    }
}

static void
write_signs_of_ties (Writer *writer)
{
  LsnTrace *trace = lsn_looks_trace (writer->stage->looks);
  LsnLineLook line = { { .colour = LSN_QUIET_INK, .width = 1.8 }, 1 };

  if (trace->covert_tie)
    {
      line.look.covert = TRUE;
      write_line (writer, &line, C_("legend", "Covert"));
      line.look.covert = FALSE;
    }
  write_status (writer, LSN_STATUS_LIKELY, C_("legend", "Likely"));
  write_status (writer, LSN_STATUS_RUMOURED, C_("legend", "Rumoured"));
  write_status (writer, LSN_STATUS_ABSENT, C_("legend", "Known not to exist"));
  if (trace->summed)
    {
      line.count = 2;
      /* Translators: a line that stands for several ties, with their number */
      write_line (writer, &line, C_("legend", "So many ties"));
    }
}

/* How much room the signs need; 0 when there are none. */
static double
height_of_signs (const LsnTrace *trace)
{
  guint wide = (trace->external != 0) + (trace->ours != 0) + (trace->covert_actor != 0) + (trace->closed != 0);
  guint lines = (trace->covert_tie != 0) + (trace->summed != 0) + (trace->status[LSN_STATUS_LIKELY] != 0) +
                (trace->status[LSN_STATUS_RUMOURED] != 0) + (trace->status[LSN_STATUS_ABSENT] != 0);
  double height = (trace->power_known ? 2.0 * POWER_SCALE * LSN_RADIUS_MAX + 8.0 : 0.0) +
                  (trace->power_unknown ? BODY_STEP : 0.0) + wide * WIDE_BODY_STEP + lines * LINE_STEP;

  return height > 0.0 ? height + 28.0 : 0.0;
}

void
lsn_legend_add (LsnScene *scene,
                LsnStage *stage)
{
  LsnBox picture = lsn_scene_get_bounds (scene);
  Writer writer = { .scene = scene, .stage = stage, .mirrored = lsn_title_is_mirrored (stage) };
  double signs;

  if (stage->n_spots == 0)
    return;

  writer.begin = writer.mirrored ? picture.x - GAP : picture.x + picture.width + GAP;
  writer.at.y = writer.top = picture.y;
  writer.bottom = picture.y + MAX (picture.height, LEAST_COLUMN);
  write_actor_kinds (&writer);
  write_tie_kinds (&writer);
  signs = height_of_signs (lsn_looks_trace (stage->looks));
  if (signs <= 0.0)
    return;

  begin_section (&writer, C_("legend", "Signs"), signs);
  if (lsn_looks_trace (stage->looks)->power_known)
    write_power (&writer);
  write_signs_of_actors (&writer);
  write_signs_of_ties (&writer);
}
