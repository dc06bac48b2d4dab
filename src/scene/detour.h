/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "scene/stage.h"

G_BEGIN_DECLS

/* The way of a line around actors that it does not join. */

typedef struct _LsnDetour LsnDetour;

LsnDetour *lsn_detour_new  (LsnStage *stage);
void       lsn_detour_free (LsnDetour *detour);
double     lsn_detour_bend (LsnDetour *detour,
                            guint      from,
                            guint      to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LsnDetour, lsn_detour_free)

G_END_DECLS
