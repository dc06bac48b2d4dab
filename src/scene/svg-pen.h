/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <libxml/xmlwriter.h>
#include "scene/pen.h"

G_BEGIN_DECLS

/* The pen that writes SVG elements. */

typedef struct
{
  LsnPen           pen;
  xmlTextWriterPtr writer;
  char            *name;     /* the id of the next words for their halo, or of a picture's outline; NULL for none */
  cairo_t         *outliner; /* text becomes outlines; NULL for real text */
  GString         *data;     /* path data being written */
} LsnSvgPen;

void  lsn_svg_pen_init   (LsnSvgPen       *pen,
                          xmlTextWriterPtr writer,
                          gboolean         outlines);
void  lsn_svg_pen_finish (LsnSvgPen *pen);
/* An attribute that is a number, with two decimals at most, in the C locale. */
void  lsn_svg_number     (xmlTextWriterPtr writer,
                          const char      *attribute,
                          double           value);
void  lsn_svg_attribute  (xmlTextWriterPtr writer,
                          const char      *attribute,
                          const char      *value);
void  lsn_svg_colour     (xmlTextWriterPtr writer,
                          const char      *attribute,
                          LsnColour        colour);
void  lsn_svg_start      (xmlTextWriterPtr writer,
                          const char      *element);
void  lsn_svg_end        (xmlTextWriterPtr writer);

G_END_DECLS
