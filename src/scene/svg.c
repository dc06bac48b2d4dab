/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"
#include <glib/gi18n-lib.h>
#include "model/kinds.h"
#include "model/notes.h"
#include "scene/page.h"
#include "scene/svg-pen.h"

/* An id that XML allows, different for different rows: every byte that is not plain stands as its number. */
static char *
id_of (const char *prefix,
       const char *row_id)
{
  GString *id = g_string_new (prefix);

  for (const char *p = row_id; *p != '\0'; p++)
    if (g_ascii_isalnum (*p) || *p == '-' || *p == '.')
      g_string_append_c (id, *p);
    else
      g_string_append_printf (id, "_%02X", (guint) (guchar) *p);

  return g_string_free (id, FALSE);
}

static void
write_words (xmlTextWriterPtr writer,
             const char      *element,
             const char      *words)
{
  g_autofree char *valid = g_utf8_make_valid (words, -1);

  xmlTextWriterWriteElement (writer, (const xmlChar *) element, (const xmlChar *) valid);
}

/* What a shape is, for those who hear it or rest the pointer on it. */
static void
describe (LsnSvgPen     *pen,
          LsnMap        *map,
          const LsnItem *item)
{
  g_autofree char *name = NULL, *sentence = NULL;

  if (item->table == LSN_TABLE_ACTORS)
    {
      name = lsn_actor_display_name (map, item->row);
      sentence = lsn_actor_sentence (map, item->row);
    }
  else if (item->table == LSN_TABLE_NOTES)
    {
      name = lsn_note_display_name (map, item->row);
      sentence = lsn_note_sentence (map, item->row);
    }
  else
    {
      LsnRow kind = lsn_map_get_reference (map, LSN_TABLE_TIES, item->row, LSN_TIE_KIND);

      name = kind != LSN_NO_ROW ? g_strdup (lsn_kind_name (map, kind)) : g_strdup (C_("tie", "Tie"));
      sentence = lsn_tie_sentence (map, item->row);
    }
  write_words (pen->writer, "title", name);
  write_words (pen->writer, "desc", sentence);
}

static const char *
prefix_of (const LsnItem *item)
{
  if (item->table == LSN_TABLE_NOTES)
    return "note-";

  return item->table == LSN_TABLE_ACTORS ? "actor-" : "tie-";
}

static void
write_item (LsnSvgPen     *pen,
            LsnMap        *map,
            const LsnItem *item)
{
  gboolean own = item->row != LSN_NO_ROW && item->type != LSN_ITEM_WORDS;
  const char *row_id = item->row != LSN_NO_ROW ? lsn_map_row_id (map, item->table, item->row) : NULL;

  if (own)
    {
      g_autofree char *id = id_of (prefix_of (item), row_id);

      lsn_svg_start (pen->writer, "g");
      lsn_svg_attribute (pen->writer, "id", id);
      describe (pen, map, item);
      pen->name = id_of ("picture-", row_id);
    }
  else if (row_id != NULL)
    {
      g_free (pen->name);
      pen->name = id_of (item->table == LSN_TABLE_ACTORS ? "name-" : "label-", row_id);
    }
  lsn_item_draw (item, &pen->pen);
  if (own)
    lsn_svg_end (pen->writer);
  g_clear_pointer (&pen->name, g_free);
}

static void
write_head (xmlTextWriterPtr writer,
            const LsnPage   *page)
{
  LsnMap *map = page->scene->map;
  const char *language = lsn_map_get_text (map, LSN_TABLE_MAP, lsn_map_the_row (map), LSN_MAP_LANGUAGE);
  const char *question = lsn_map_get_text (map, LSN_TABLE_MAP, lsn_map_the_row (map), LSN_MAP_QUESTION);
  g_autofree char *view = g_strdup_printf ("%.0f %.0f %.0f %.0f", page->page.x, page->page.y, page->page.width,
                                           page->page.height);

  lsn_svg_start (writer, "svg");
  lsn_svg_attribute (writer, "xmlns", "http://www.w3.org/2000/svg");
  lsn_svg_attribute (writer, "xmlns:xlink", "http://www.w3.org/1999/xlink");
  lsn_svg_attribute (writer, "version", "1.1");
  lsn_svg_number (writer, "width", page->page.width);
  lsn_svg_number (writer, "height", page->page.height);
  lsn_svg_attribute (writer, "viewBox", view);
  lsn_svg_attribute (writer, "font-family", lsn_font_spec (LSN_FONT_NAME)->families);
  lsn_svg_attribute (writer, "fill", "none");
  if (language != NULL)
    lsn_svg_attribute (writer, "xml:lang", language);
  if (page->title != NULL)
    write_words (writer, "title", page->title);
  if (question != NULL)
    write_words (writer, "desc", question);
}

static void
write_ground (xmlTextWriterPtr writer,
              const LsnPage   *page)
{
  if (page->ground == LSN_NO_COLOUR)
    return;

  lsn_svg_start (writer, "rect");
  lsn_svg_number (writer, "x", page->page.x);
  lsn_svg_number (writer, "y", page->page.y);
  lsn_svg_number (writer, "width", page->page.width);
  lsn_svg_number (writer, "height", page->page.height);
  lsn_svg_colour (writer, "fill", page->ground);
  lsn_svg_end (writer);
}

static void
write_document (xmlTextWriterPtr writer,
                const LsnPage   *page)
{
  LsnSvgPen pen;

  lsn_svg_pen_init (&pen, writer, page->picture->outlines);
  xmlTextWriterSetIndent (writer, 1);
  xmlTextWriterSetIndentString (writer, (const xmlChar *) "");
  xmlTextWriterStartDocument (writer, "1.0", "UTF-8", NULL);
  write_head (writer, page);
  write_ground (writer, page);
  for (guint i = 0; i < page->scene->items->len && !g_cancellable_is_cancelled (page->cancellable); i++)
    if (lsn_item_meets (lsn_scene_item (page->scene, i), &page->page))
      write_item (&pen, page->scene->map, lsn_scene_item (page->scene, i));
  lsn_svg_end (writer);
  xmlTextWriterEndDocument (writer);
  lsn_svg_pen_finish (&pen);
}

GBytes *
lsn_svg_render (const LsnPage *page,
                GError       **error)
{
  xmlBufferPtr buffer = xmlBufferCreate ();
  xmlTextWriterPtr writer = xmlNewTextWriterMemory (buffer, 0);
  GBytes *bytes;

  write_document (writer, page);
  xmlFreeTextWriter (writer);
  bytes = g_bytes_new (xmlBufferContent (buffer), (gsize) xmlBufferLength (buffer));
  xmlBufferFree (buffer);
  if (!g_cancellable_set_error_if_cancelled (page->cancellable, error))
    return bytes;

  g_bytes_unref (bytes);
  return NULL;
}
