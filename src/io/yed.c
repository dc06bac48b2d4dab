/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "io/yed.h"

#include <math.h>
#include <string.h>

#include "io/kept.h"
#include "io/xml-text.h"

/* The XML is as graphml-foreign.c writes it: attributes in double quotes, nothing but escapes in them. So it is searched as
 * text, and what changes is replaced in place: all else stays byte for byte. */

typedef struct
{
  gsize begin;      /* of "<" */
  gsize end;        /* behind ">" */
  gboolean empty;   /* "/>" */
} Tag;

typedef struct
{
  gsize begin, end;
} Range;

static const char *
local_name (const char *name)
{
  gsize length = strcspn (name, " \t\n/>");
  const char *colon = memchr (name, ':', length);

  return colon == NULL ? name : colon + 1;
}

/* The first start tag at or behind @from whose name, without its prefix, is @name */
static gboolean
find_tag (const char *xml,
          gsize       from,
          const char *name,
          Tag        *tag)
{
  gsize length = strlen (name);

  for (const char *at = strchr (xml + from, '<'); at != NULL; at = strchr (at + 1, '<'))
    {
      const char *local = local_name (at + 1);
      const char *end;

      if (strncmp (local, name, length) != 0 || strchr (" />", local[length]) == NULL || local[length] == '\0')
        continue;
      end = strchr (local, '>');
      if (end == NULL)
        return FALSE;
      *tag = (Tag) { at - xml, end + 1 - xml, end[-1] == '/' };
      return TRUE;
    }
  return FALSE;
}

static gboolean
find_attribute (const char *xml,
                const Tag  *tag,
                const char *name,
                Range      *range)
{
  g_autofree char *start = g_strconcat (" ", name, "=\"", NULL);
  g_autofree char *text = g_strndup (xml + tag->begin, tag->end - tag->begin);
  const char *at = strstr (text, start);
  const char *end = at == NULL ? NULL : strchr (at + strlen (start), '"');

  if (end == NULL)
    return FALSE;
  *range = (Range) { tag->begin + (at - text) + strlen (start), tag->begin + (end - text) };
  return TRUE;
}

static gboolean
find_in_tag (const char *xml,
             gsize       from,
             const char *element,
             const char *attribute,
             Range      *range)
{
  Tag tag;

  return find_tag (xml, from, element, &tag) && find_attribute (xml, &tag, attribute, range);
}

static gboolean
find_number (const char *xml,
             gsize       from,
             const char *attribute,
             double     *number,
             Range      *range)
{
  g_autofree char *text = NULL;

  if (!find_in_tag (xml, from, "Geometry", attribute, range))
    return FALSE;
  text = g_strndup (xml + range->begin, range->end - range->begin);
  return lsn_number_parse (text, number);
}

/* The text of a label, up to the elements in it */
static gboolean
find_label (const char *xml,
            gsize       from,
            Range      *range)
{
  Tag tag;

  if (!find_tag (xml, from, "NodeLabel", &tag) && !find_tag (xml, from, "EdgeLabel", &tag))
    return FALSE;
  if (tag.empty)
    return FALSE;
  *range = (Range) { tag.end, tag.end + strcspn (xml + tag.end, "<") };
  return TRUE;
}

/* A group holds how it looks open and how it looks closed; "active" says which one counts. */
static gsize
find_realizer (const char *xml)
{
  Range range;
  Tag tag;
  gsize from = 0;
  guint active;

  if (!find_in_tag (xml, 0, "Realizers", "active", &range))
    return 0;
  active = xml[range.begin] >= '0' && xml[range.begin] <= '9' ? xml[range.begin] - '0' : 0;
  for (guint i = 0; i <= active && find_tag (xml, from, "GroupNode", &tag); i++)
    from = tag.end;
  return from;
}

static char *
copy_range (const char *xml,
            Range       range)
{
  return lsn_xml_unescape (xml + range.begin, range.end - range.begin);
}

static gboolean
find_centre (const char *xml,
             gsize       from,
             const char *place,
             const char *extent,
             double     *centre)
{
  double begin, size = 0.0;
  Range range;

  if (!find_number (xml, from, place, &begin, &range))
    return FALSE;
  find_number (xml, from, extent, &size, &range);
  *centre = begin + size / 2.0;
  return isfinite (*centre);
}

/**
 * lsn_yed_parse:
 * @yed: (out): what it says; free with lsn_yed_clear()
 *
 * Returns: whether @xml is yEd's at all
 */
gboolean
lsn_yed_parse (const char *xml,
               LsnYed     *yed)
{
  gsize from;
  Range range;

  memset (yed, 0, sizeof *yed);
  if (strstr (xml, LSN_YED_NAMESPACE) == NULL)
    return FALSE;
  from = find_realizer (xml);
  if (find_label (xml, from, &range))
    yed->label = g_strstrip (copy_range (xml, range));
  yed->placed = find_centre (xml, from, "x", "width", &yed->x) && find_centre (xml, from, "y", "height", &yed->y);
  if (find_in_tag (xml, from, "Fill", "color", &range))
    yed->fill = copy_range (xml, range);
  if (find_in_tag (xml, from, "Shape", "type", &range))
    yed->shape = copy_range (xml, range);
  return TRUE;
}

void
lsn_yed_clear (LsnYed *yed)
{
  g_clear_pointer (&yed->label, g_free);
  g_clear_pointer (&yed->fill, g_free);
  g_clear_pointer (&yed->shape, g_free);
}

static void
replace (GString    *xml,
         Range       range,
         const char *text)
{
  g_autoptr (GString) escaped = g_string_new (NULL);

  lsn_xml_append_attribute (escaped, text, -1);
  g_string_erase (xml, range.begin, range.end - range.begin);
  g_string_insert_len (xml, range.begin, escaped->str, escaped->len);
}

static void
update_label (GString    *xml,
              gsize       from,
              const char *now)
{
  Range range;
  g_autofree char *before = NULL;
  g_autoptr (GString) escaped = g_string_new (NULL);

  if (!find_label (xml->str, from, &range))
    return;
  before = g_strstrip (copy_range (xml->str, range));
  if (g_str_equal (before, now))
    return;
  lsn_xml_append_text (escaped, now, -1);
  g_string_erase (xml, range.begin, range.end - range.begin);
  g_string_insert_len (xml, range.begin, escaped->str, escaped->len);
}

static void
update_attribute (GString    *xml,
                  gsize       from,
                  const char *element,
                  const char *attribute,
                  const char *now)
{
  Range range;
  g_autofree char *before = NULL;

  if (now == NULL || !find_in_tag (xml->str, from, element, attribute, &range))
    return;
  before = copy_range (xml->str, range);
  /* Colours differ by more than their case, and words of yEd's do not differ by case. */
  if (g_ascii_strcasecmp (before, now) != 0)
    replace (xml, range, now);
}

/* Leaves the digits of a place that is the same in hundredths, as our columns keep it. */
static void
update_centre (GString    *xml,
               gsize       from,
               const char *place,
               const char *extent,
               double      now)
{
  double before, size = 0.0, begin;
  char number[32];
  Range range;

  if (!find_centre (xml->str, from, place, extent, &before) || fabs (before - now) < 0.0051)
    return;
  find_number (xml->str, from, extent, &size, &range);
  if (find_number (xml->str, from, place, &begin, &range))
    replace (xml, range, lsn_number_format (now - size / 2.0, number));
}

/**
 * lsn_yed_update:
 * @now: what a map says
 *
 * Returns: (transfer full): @xml with that label, place, fill and shape
 */
char *
lsn_yed_update (const char   *xml,
                const LsnYed *now)
{
  GString *updated = g_string_new (xml);
  gsize from = find_realizer (xml);

  if (now->label != NULL)
    update_label (updated, from, now->label);
  if (now->placed)
    {
      update_centre (updated, from, "x", "width", now->x);
      update_centre (updated, from, "y", "height", now->y);
    }
  update_attribute (updated, from, "Fill", "color", now->fill);
  update_attribute (updated, from, "Shape", "type", now->shape);
  return g_string_free (updated, FALSE);
}
