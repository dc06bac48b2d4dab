/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "io/files.h"

G_BEGIN_DECLS

/* Opens the document from its beginning, each time it is called: a document may be read more than once. */
typedef GInputStream *(*LsnOpenFunc) (gpointer      data,
                                      GCancellable *cancellable,
                                      GError      **error);

LsnMap *lsn_graphml_read (LsnOpenFunc   open,
                          gpointer      data,
                          LsnOrigin    *origin,
                          LsnReport    *report,
                          GCancellable *cancellable,
                          GError      **error);

G_END_DECLS
