/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "scene/scene.h"

G_BEGIN_DECLS

/* Where the view has rested, so that one can go back there. Knows no canvas. */

typedef struct
{
  double   zoom;   /* pixels per map unit */
  LsnPoint middle; /* in map units */
} LsnStop;

typedef struct _LsnTrail LsnTrail;

LsnTrail *lsn_trail_new   (void);
void      lsn_trail_free  (LsnTrail *trail);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LsnTrail, lsn_trail_free)
void      lsn_trail_clear (LsnTrail *trail);
void      lsn_trail_note  (LsnTrail *trail,
                           LsnStop   stop);
gboolean  lsn_trail_step  (LsnTrail *trail,
                           LsnStop   from,
                           gboolean  back,
                           LsnStop  *to);

G_END_DECLS
