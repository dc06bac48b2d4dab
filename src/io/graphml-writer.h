/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "io/files.h"

G_BEGIN_DECLS

GBytes *lsn_graphml_write (LsnMap    *map,
                           LsnReport *report);

G_END_DECLS
