/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/edit.h"

G_BEGIN_DECLS

/* A small map of everything that cells can hold, the same for the same seed. */
LsnMap *random_map_new (guint32 seed);

G_END_DECLS
