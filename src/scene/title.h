/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "scene/scene-private.h"

G_BEGIN_DECLS

/* House matter: the question above the picture, who drew it and of when it is, and the caveat at the foot. */
void     lsn_title_add         (LsnScene *scene,
                                LsnStage *stage);
/* Whether the language of the messages is read from the right: then all house matter stands the other way round. */
gboolean lsn_title_is_mirrored (LsnStage *stage);

G_END_DECLS
