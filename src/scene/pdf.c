/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"
#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include "scene/page.h"

#define POINTS_PER_UNIT 0.75

/* The longest side that readers of PDF take. */
#define MAX_POINTS 14400.0

static cairo_status_t
take_bytes (void         *bytes,
            const guchar *data,
            unsigned int  length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Never the clock: the same map must give the same bytes. */
static char *
creation_date (LsnMap *map)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  const char *as_of = lsn_map_get_text (map, LSN_TABLE_MAP, lsn_map_the_row (map), LSN_MAP_AS_OF);
  gint64 seconds = 0;
  g_autoptr (GDateTime) date = NULL;

  if (epoch != NULL && g_ascii_string_to_signed (epoch, 10, 0, 253402300799, &seconds, NULL))
    date = g_date_time_new_from_unix_utc (seconds);
  if (date != NULL)
    return g_date_time_format (date, "%Y-%m-%dT%H:%M:%SZ");
  if (as_of != NULL && strlen (as_of) == 4)
    return g_strconcat (as_of, "-01-01T00:00:00Z", NULL);
  if (as_of != NULL && strlen (as_of) == 7)
    return g_strconcat (as_of, "-01T00:00:00Z", NULL);
  if (as_of != NULL && strlen (as_of) == 10)
    return g_strconcat (as_of, "T00:00:00Z", NULL);

  return g_strdup ("1970-01-01T00:00:00Z");
}

static void
set_metadata (cairo_surface_t *surface,
              const LsnPage   *page)
{
  g_autofree char *date = creation_date (page->scene->map);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Liaison");
  if (page->title != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, page->title);
}

static void
paint_page (cairo_surface_t *surface,
            const LsnPage   *page,
            double           scale)
{
  cairo_t *cr = cairo_create (surface);
  double parts[3];

  if (page->ground != LSN_NO_COLOUR)
    {
      lsn_colour_parts (page->ground, parts);
      cairo_set_source_rgb (cr, parts[0], parts[1], parts[2]);
      cairo_paint (cr);
    }
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -page->page.x, -page->page.y);
  lsn_scene_paint (page->scene, cr, &page->page, scale, LSN_PAINT_EXACT, page->cancellable);
  cairo_show_page (cr);
  cairo_destroy (cr);
}

GBytes *
lsn_pdf_render (const LsnPage *page,
                GError       **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  double longest = MAX (page->page.width, page->page.height);
  double scale = MIN (POINTS_PER_UNIT, MAX_POINTS / longest);
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (take_bytes, bytes, page->page.width * scale,
                                                                  page->page.height * scale);
  cairo_status_t status;

  set_metadata (surface, page);
  paint_page (surface, page, scale);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (g_cancellable_set_error_if_cancelled (page->cancellable, error))
    return NULL;
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, LSN_EXPORT_ERROR, LSN_EXPORT_ERROR_FAILED,
                   /* Translators: %s is the graphics library's own word for what went wrong */
                   _("The PDF could not be made: %s."), cairo_status_to_string (status));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
