/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "io/dot-text.h"

#include <string.h>

#include "io/xml-text.h"

static void
append_escape (GString    *text,
               char        escape,
               const char *node,
               const char *graph)
{
  switch (escape)
    {
    case 'n':
    case 'l':
    case 'r':
      g_string_append_c (text, '\n');
      break;
    case 'N':
      g_string_append (text, node);
      break;
    case 'G':
      g_string_append (text, graph == NULL ? "" : graph);
      break;
    default:
      g_string_append_c (text, escape);
    }
}

/* The words of markup: what stands between tags; a line break is one. */
static char *
strip_markup (const char *html)
{
  GString *text = g_string_new (NULL);

  while (*html != '\0')
    {
      const char *end = *html == '<' ? strchr (html, '>') : NULL;

      if (end == NULL)
        g_string_append_c (text, *html++);
      else
        {
          if (g_ascii_strncasecmp (html, "<br", 3) == 0 || g_ascii_strncasecmp (html, "</tr", 4) == 0)
            g_string_append_c (text, '\n');
          else if (g_ascii_strncasecmp (html, "</td", 4) == 0)
            g_string_append_c (text, ' ');
          html = end + 1;
        }
    }
  return g_string_free (text, FALSE);
}

static gboolean
is_markup (const char *label)
{
  gsize length = strlen (label);

  return length > 1 && label[0] == '<' && label[length - 1] == '>';
}

char *
lsn_dot_label_to_text (const char *label,
                       const char *node,
                       const char *graph)
{
  g_autoptr (GString) text = NULL;

  if (label == NULL)
    return NULL;
  if (is_markup (label))
    {
      g_autofree char *inside = g_strndup (label + 1, strlen (label) - 2);
      g_autofree char *words = strip_markup (inside);

      return g_strstrip (lsn_xml_unescape (words, strlen (words)));
    }
  text = g_string_new (NULL);
  for (; *label != '\0'; label++)
    if (*label == '\\' && label[1] != '\0')
      append_escape (text, *++label, node, graph);
    else
      g_string_append_c (text, *label);
  while (text->len > 0 && text->str[text->len - 1] == '\n')
    g_string_truncate (text, text->len - 1);
  return lsn_xml_unescape (text->str, text->len);
}

char *
lsn_dot_own_label_to_text (const char *label)
{
  GString *text = g_string_new (NULL);

  for (; *label != '\0'; label++)
    if (label[0] == '\\' && label[1] != '\0')
      g_string_append_c (text, *++label == 'n' ? '\n' : *label);
    else
      g_string_append_c (text, *label);
  /* The helper tells a text that looks like markup from markup by this entity, which we never write. */
  g_string_replace (text, "&lt;", "<", 1);
  g_string_replace (text, "&amp;", "&", 0);
  return g_string_free (text, FALSE);
}

char *
lsn_dot_unquote (const char *value)
{
  GString *text = g_string_new (NULL);

  for (; *value != '\0'; value++)
    if (value[0] == '\\' && strchr ("\\n%", value[1]) != NULL && value[1] != '\0')
      {
        value++;
        g_string_append_c (text, *value == 'n' ? '\n' : *value);
      }
    else
      g_string_append_c (text, *value);
  return g_string_free (text, FALSE);
}
