/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gdk/gdk.h>
#include "canvas/picture-job.h"

G_BEGIN_DECLS

/* What is on the clipboard after something was copied: a state of the map, of which rows, text, PNG or SVG are made when
 * somebody asks, in a thread of their own. */

#define LSN_TYPE_ROWS_PROVIDER (lsn_rows_provider_get_type ())
G_DECLARE_FINAL_TYPE (LsnRowsProvider, lsn_rows_provider, LSN, ROWS_PROVIDER, GdkContentProvider)

GdkContentProvider *lsn_rows_provider_new (LsnMap          *snapshot,
                                           LsnTextCache    *cache,
                                           const LsnFilter *filter,
                                           GArray          *actors,
                                           GArray          *ties,
                                           GArray          *notes);

G_END_DECLS
