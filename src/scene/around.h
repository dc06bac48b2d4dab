/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "scene/stage.h"

G_BEGIN_DECLS

/* The shortest way of a line around everybody whom it does not join. */

typedef struct _LsnAround LsnAround;

LsnAround *lsn_around_new  (LsnStage *stage);
void       lsn_around_free (LsnAround *around);
gboolean   lsn_around_find (LsnAround *around,
                            guint      from,
                            guint      to,
                            double     clearance,
                            GArray    *bends);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LsnAround, lsn_around_free)

G_END_DECLS
