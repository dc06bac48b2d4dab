/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "scene/scene-private.h"

G_BEGIN_DECLS

/* House matter: the question above the picture, who drew it and of when it is, and the caveat at the foot. */
void lsn_title_add (LsnScene *scene,
                    LsnStage *stage);

G_END_DECLS
