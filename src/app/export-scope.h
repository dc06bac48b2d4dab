/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <adwaita.h>
#include "app/document.h"
#include "model/filter.h"

G_BEGIN_DECLS

/* What of a map a picture may show. */

typedef enum
{
  LSN_EXPORT_WHOLE,
  LSN_EXPORT_SHOWN,
  LSN_EXPORT_SELECTED,
  LSN_EXPORT_FRAME,
  LSN_EXPORT_FRAMES, /* each a file of its own */
} LsnExportWhat;

/**
 * LsnExportScope:
 * @frame: the one that it is, or the first of all; %LSN_NO_ROW for what is no frame
 */
typedef struct
{
  LsnExportWhat what;
  LsnRow        frame;
} LsnExportScope;

GArray *lsn_export_scopes      (LsnDocument     *document,
                                LsnMap          *map,
                                const LsnFilter *filter,
                                AdwComboRow     *row);
GArray *lsn_export_selected    (LsnDocument *document);
char   *lsn_export_frames_note (LsnMap *map);

G_END_DECLS
