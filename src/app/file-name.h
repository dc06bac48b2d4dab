/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/map.h"

G_BEGIN_DECLS

/* Names of files made from what people call things. */

char      *lsn_file_name_safe   (const char *name);
GPtrArray *lsn_file_name_frames (LsnMap     *map,
                                 GArray     *frames,
                                 const char *ending);

G_END_DECLS
