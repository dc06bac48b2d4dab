/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <glib.h>

#include "wire/refusal.h"

G_BEGIN_DECLS

/* What the helper can do. Each takes what a request frame holds, gives what an answer frame holds, or a refusal. The ones
 * without a request prepare: whatever must be opened is opened then, before the box closes. */

void    lsn_layout_prepare (void);
GBytes *lsn_layout_job     (GBytes      *payload,
                            LsnRefusal **refusal);
void    lsn_parse_prepare  (void);
GBytes *lsn_parse_job      (GBytes      *payload,
                            LsnRefusal **refusal);
void    lsn_render_prepare (void);
GBytes *lsn_render_job     (GBytes      *payload,
                            LsnRefusal **refusal);

G_END_DECLS
