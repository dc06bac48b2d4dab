/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Replaces the characters that XML forbids in the bytes of a document, in UTF-16 too, before a parser sees them: some programs
 * write them all the same. */
typedef struct _LsnXmlBytes LsnXmlBytes;

LsnXmlBytes   *lsn_xml_bytes_new      (void);
void           lsn_xml_bytes_free     (LsnXmlBytes *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LsnXmlBytes, lsn_xml_bytes_free)
const GString *lsn_xml_bytes_mend     (LsnXmlBytes *self,
                                       const char  *bytes,
                                       gsize        length);
guint          lsn_xml_bytes_n_mended (LsnXmlBytes *self,
                                       guint       *first_line);

G_END_DECLS
