/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "scene/scene-private.h"

G_BEGIN_DECLS

/* What the picture shows, explained beside it: made from the trace of the resolver. */
void lsn_legend_add (LsnScene *scene,
                     LsnStage *stage);

G_END_DECLS
