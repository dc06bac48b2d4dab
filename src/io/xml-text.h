/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Text as XML holds it. Characters that XML 1.0 forbids become U+FFFD; the functions say how many. */

guint    lsn_xml_append_text      (GString    *xml,
                                   const char *text,
                                   gssize      length);
guint    lsn_xml_append_attribute (GString    *xml,
                                   const char *value,
                                   gssize      length);
/* Whether @text is nothing but ` name="value"`, any number of times, as lsn_xml_append_attribute () writes values */
gboolean lsn_xml_is_attributes    (const char *text);
/* The text that escaped XML stands for: the five entities and character references. Transfer full. */
char    *lsn_xml_unescape         (const char *xml,
                                   gsize       length);

G_END_DECLS
