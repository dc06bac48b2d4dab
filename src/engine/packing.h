/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "engine/rect.h"

G_BEGIN_DECLS

LsnRect lsn_pack_boxes (LsnRect *boxes,
                        guint    n,
                        double   gap);

G_END_DECLS
