/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "scene/text.h"
#include <hb-ot.h>
#include <pango/pangocairo.h>
#include <string.h>
#include "scene/shaper.h"

/* Names are far shorter. */
#define MAX_BYTES 4096
#define MAX_NOTE_BYTES 65536
#define MAX_WORD 1000 /* letters; Pango breaks a word in a time that grows with the square of its length */

#define FAMILIES "Noto Sans, DejaVu Sans, sans-serif"

static const LsnFontSpec fonts[LSN_N_FONTS] = {
  [LSN_FONT_NAME] = { FAMILIES, 13.0, 600, 4, MAX_BYTES },
  [LSN_FONT_FRAME] = { FAMILIES, 13.0, 600, 1, MAX_BYTES },
  [LSN_FONT_TIE] = { FAMILIES, 11.0, 400, 3, MAX_BYTES },
  [LSN_FONT_MARK] = { FAMILIES, 10.0, 600, 1, MAX_BYTES },
  [LSN_FONT_TITLE] = { FAMILIES, 26.0, 600, 4, MAX_BYTES },
  [LSN_FONT_SUBTITLE] = { FAMILIES, 13.0, 400, 4, MAX_BYTES },
  [LSN_FONT_HEADING] = { FAMILIES, 13.0, 600, 2, MAX_BYTES },
  [LSN_FONT_LEGEND] = { FAMILIES, 12.0, 400, 3, MAX_BYTES },
  [LSN_FONT_NOTE] = { FAMILIES, 12.0, 400, 1000, MAX_NOTE_BYTES },
  [LSN_FONT_NOTE_TITLE] = { FAMILIES, 16.0, 600, 2, MAX_BYTES },
};

/**
 * lsn_font_spec:
 * @font: a font of the document
 *
 * Returns: (transfer none): its families, size and weight
 */
const LsnFontSpec *
lsn_font_spec (LsnFont font)
{
  return &fonts[font];
}

/**
 * lsn_text_ref:
 * @text: a shaped text
 *
 * Holds it once more. Any thread.
 *
 * Returns: (transfer full): @text
 */
LsnText *
lsn_text_ref (LsnText *text)
{
  g_atomic_ref_count_inc (&text->ref_count);
  return text;
}

static void
line_finish (LsnTextLine *line)
{
  for (guint i = 0; i < line->n_runs; i++)
    {
      g_clear_pointer (&line->runs[i].font, cairo_scaled_font_destroy);
      g_free (line->runs[i].utf8);
      g_free (line->runs[i].glyphs);
      g_free (line->runs[i].clusters);
    }
  g_free (line->runs);
  g_free (line->utf8);
}

/**
 * lsn_text_unref:
 * @text: (transfer full): a shaped text
 *
 * Gives back one hold, and frees it with the last. Any thread.
 */
void
lsn_text_unref (LsnText *text)
{
  if (!g_atomic_ref_count_dec (&text->ref_count))
    return;

  for (guint i = 0; i < text->n_lines; i++)
    line_finish (&text->lines[i]);
  g_free (text->lines);
  g_free (text);
}

/**
 * lsn_text_line_left:
 * @text: a shaped text
 * @line: one of its lines
 * @align: where the anchor is in the text
 * @x: of the anchor, in units from the left
 *
 * Returns: where the line begins, in units from the left
 */
double
lsn_text_line_left (const LsnText     *text,
                    const LsnTextLine *line,
                    LsnAlign           align,
                    double             x)
{
  switch (align)
    {
    case LSN_ALIGN_CENTRE:
      return x - line->width / 2.0;
    case LSN_ALIGN_RIGHT:
      return x - line->width;
    case LSN_ALIGN_LEFT:
    default:
      return x;
    }
}

/* What no font here has is drawn as the font's own box for that: a name that cannot be drawn is not the same as none. */
static gulong
glyph_number (const PangoGlyphInfo *glyph)
{
  return (glyph->glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0 ? 0 : glyph->glyph;
}

/* Glyphs of one item, placed from @x on; the item's clusters as cairo wants them. */
static double
take_glyphs (LsnTextRun     *run,
             PangoGlyphItem *item,
             double          x)
{
  PangoGlyphString *glyphs = item->glyphs;
  int pen = 0;

  run->glyphs = g_new (cairo_glyph_t, MAX (1, glyphs->num_glyphs));
  for (int i = 0; i < glyphs->num_glyphs; i++)
    {
      const PangoGlyphInfo *glyph = &glyphs->glyphs[i];

      if (glyph->glyph != PANGO_GLYPH_EMPTY)
        run->glyphs[run->n_glyphs++] = (cairo_glyph_t) {
          glyph_number (glyph), x + (double) (pen + glyph->geometry.x_offset) / PANGO_SCALE,
          (double) glyph->geometry.y_offset / PANGO_SCALE
        }
      ;
      pen += glyph->geometry.width;
    }

  return x + (double) pen / PANGO_SCALE;
}

static void
take_clusters (LsnTextRun     *run,
               PangoGlyphItem *item,
               const char     *text)
{
  PangoGlyphItemIter iter;
  gboolean more;

  run->backward = item->item->analysis.level % 2 == 1;
  run->n_bytes = item->item->length;
  run->utf8 = g_strndup (text + item->item->offset, item->item->length);
  run->clusters = g_new0 (cairo_text_cluster_t, MAX (1, item->glyphs->num_glyphs));

  for (more = pango_glyph_item_iter_init_start (&iter, item, text); more;
       more = pango_glyph_item_iter_next_cluster (&iter))
    {
      cairo_text_cluster_t *cluster = &run->clusters[run->n_clusters++];
      int from = MIN (iter.start_glyph, iter.end_glyph + 1), to = MAX (iter.start_glyph + 1, iter.end_glyph);

      cluster->num_bytes = iter.end_index - iter.start_index;
      for (int i = from; i < to; i++)
        if (item->glyphs->glyphs[i].glyph != PANGO_GLYPH_EMPTY)
          cluster->num_glyphs++;
    }
}

static gboolean
is_coloured (PangoFont *font)
{
  hb_face_t *face = hb_font_get_face (pango_font_get_hb_font (font));

  return hb_ot_color_has_png (face) || hb_ot_color_has_layers (face);
}

static void
take_line (LsnTextLine     *line,
           PangoLayoutLine *from,
           const char      *text)
{
  double x = 0.0;

  line->rtl = from->resolved_dir == PANGO_DIRECTION_RTL;
  line->utf8 = g_strndup (text + from->start_index, from->length);
  g_strchomp (line->utf8);
  line->n_runs = g_slist_length (from->runs);
  line->runs = g_new0 (LsnTextRun, MAX (1, line->n_runs));
  for (GSList *l = from->runs; l != NULL; l = l->next)
    {
      LsnTextRun *run = &line->runs[g_slist_position (from->runs, l)];
      PangoGlyphItem *item = l->data;
      PangoFont *font = item->item->analysis.font;

      run->font = cairo_scaled_font_reference (pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font)));
      run->coloured = is_coloured (font);
      x = take_glyphs (run, item, x);
      take_clusters (run, item, text);
    }
  line->width = x;
}

/* What of @utf8 stands on the first @max_lines lines, and an ellipsis, when it has more. */
static gboolean
cut_to_lines (PangoLayout *layout,
              guint        max_lines)
{
  const char *text = pango_layout_get_text (layout);
  PangoLayoutLine *last;
  g_autofree char *cut = NULL;
  const char *end;

  if ((guint) pango_layout_get_line_count (layout) <= max_lines)
    return FALSE;

  last = pango_layout_get_line_readonly (layout, max_lines - 1);
  end = text + last->start_index + last->length;
  for (guint i = 0; i < 2 && end > text + last->start_index; i++)
    end = g_utf8_prev_char (end);
  cut = g_strdup_printf ("%.*s", (int) (end - text), text);
  g_strchomp (cut);
  end = cut;
  cut = g_strconcat (end, "\342\200\246", NULL);
  g_free ((char *) end);
  if (strlen (cut) >= strlen (text) || *cut == '\0')
    return FALSE;
  pango_layout_set_text (layout, cut, -1);

  return TRUE;
}

/* Lets words that are too long to be broken in a reasonable time be broken where nobody sees it. Takes @utf8. */
static char *
with_breaks (char *utf8)
{
  g_autofree char *text = utf8;
  g_autoptr (GString) broken = NULL;
  guint n = 0;

  if (strlen (text) <= MAX_WORD)
    return g_steal_pointer (&text);

  broken = g_string_new (NULL);
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      n = g_unichar_isspace (letter) ? 0 : n + 1;
      if (n > MAX_WORD && !g_unichar_ismark (letter))
        {
          g_string_append (broken, "\342\200\213"); /* a space without width */
          n = 1;
        }
      g_string_append_len (broken, at, g_utf8_next_char (at) - at);
    }

  return g_string_free (g_steal_pointer (&broken), FALSE);
}

static void
set_up_layout (PangoLayout *layout,
               const char  *utf8,
               LsnFont      font,
               double       width)
{
  g_autoptr (PangoFontDescription) description = pango_font_description_from_string (fonts[font].families);
  g_autofree char *clean = with_breaks (g_utf8_make_valid (utf8, strnlen (utf8, fonts[font].max_bytes)));

  pango_font_description_set_weight (description, (PangoWeight) fonts[font].weight);
  pango_font_description_set_absolute_size (description, fonts[font].size * PANGO_SCALE);
  pango_layout_set_font_description (layout, description);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, width > 0.0 ? (int) (width * PANGO_SCALE) : -1);
  pango_layout_set_text (layout, clean, -1);
  while (cut_to_lines (layout, fonts[font].max_lines))
    continue;
}

/* Shapes with Pango objects that only the caller holds, now. */
LsnText *
lsn_text_shape (PangoContext *context,
                const char   *utf8,
                LsnFont       font,
                double        width)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  PangoLayoutIter *iter;
  LsnText *text = g_new0 (LsnText, 1);
  PangoRectangle logical;

  set_up_layout (layout, utf8, font, width);
  g_atomic_ref_count_init (&text->ref_count);
  text->font = font;
  text->n_lines = (guint) pango_layout_get_line_count (layout);
  text->lines = g_new0 (LsnTextLine, text->n_lines);

  iter = pango_layout_get_iter (layout);
  for (guint i = 0; i < text->n_lines; i++, pango_layout_iter_next_line (iter))
    {
      take_line (&text->lines[i], pango_layout_iter_get_line_readonly (iter), pango_layout_get_text (layout));
      text->lines[i].baseline = (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE;
      text->width = MAX (text->width, text->lines[i].width);
    }
  pango_layout_iter_free (iter);
  pango_layout_get_extents (layout, NULL, &logical);
  text->height = (double) logical.height / PANGO_SCALE;

  return text;
}
