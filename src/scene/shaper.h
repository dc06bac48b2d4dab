/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <pango/pango.h>
#include "scene/text.h"

G_BEGIN_DECLS

/* Shaping proper: inside the layer only, by whoever holds @context alone. */
LsnText *lsn_text_shape (PangoContext *context,
                         const char   *utf8,
                         LsnFont       font,
                         double        width);

G_END_DECLS
