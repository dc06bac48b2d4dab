/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "scene/scene.h"
#include "scene/image.h"

G_BEGIN_DECLS

/* Shaped text: immutable, of no thread. Lines of glyphs at one unit, hinting off, with the UTF-8 that they stand for. */

/**
 * LsnFont:
 *
 * The house's faces. Sizes are in map units.
 */
typedef enum
{
  LSN_FONT_NAME,
  LSN_FONT_FRAME,
  LSN_FONT_TIE,
  LSN_FONT_MARK,
  LSN_FONT_TITLE,
  LSN_FONT_SUBTITLE,
  LSN_FONT_HEADING,
  LSN_FONT_LEGEND,
  LSN_FONT_NOTE,
  LSN_FONT_NOTE_TITLE,
  LSN_N_FONTS
} LsnFont;

typedef struct
{
  const char *families;
  double      size;
  int         weight; /* as in CSS */
  guint       max_lines;
  gsize       max_bytes; /* no more is shaped: shaping takes time by the byte */
} LsnFontSpec;

const LsnFontSpec *lsn_font_spec (LsnFont font);

typedef struct
{
  cairo_scaled_font_t  *font;
  char                 *utf8;
  int                   n_bytes;
  cairo_glyph_t        *glyphs; /* from the line's left end, on its baseline */
  int                   n_glyphs;
  cairo_text_cluster_t *clusters;
  int                   n_clusters;
  gboolean              backward;
  gboolean              coloured; /* glyphs are pictures: they have no outline */
} LsnTextRun;

typedef struct
{
  char       *utf8;
  double      width;
  double      baseline; /* below the text's top */
  gboolean    rtl;
  LsnTextRun *runs;
  guint       n_runs;
} LsnTextLine;

typedef struct
{
  gatomicrefcount ref_count;
  LsnFont         font;
  double          width;
  double          height;
  LsnTextLine    *lines;
  guint           n_lines;
} LsnText;

LsnText *lsn_text_ref   (LsnText *text);
void     lsn_text_unref (LsnText *text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LsnText, lsn_text_unref)

/* The shaped @utf8, wrapped at @width units (0: never); transfer full. Any thread. */
LsnText *lsn_text_cache_get (LsnTextCache *cache,
                             const char   *utf8,
                             LsnFont       font,
                             double        width);

/* The pictures that outlive scenes as the texts do. */
LsnImageCache *lsn_text_cache_images (LsnTextCache *cache);

typedef enum
{
  LSN_ALIGN_LEFT,
  LSN_ALIGN_CENTRE,
  LSN_ALIGN_RIGHT,
} LsnAlign;

/* The left end of a line of @text whose anchor stands at @x. */
double   lsn_text_line_left (const LsnText     *text,
                             const LsnTextLine *line,
                             LsnAlign           align,
                             double             x);

G_END_DECLS
