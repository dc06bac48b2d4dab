/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <graphviz/gvc.h>
#include "wire/refusal.h"

G_BEGIN_DECLS

GVC_t      *lsn_graphviz_context (void);
LsnRefusal *lsn_graphviz_refusal (LsnRefusalReason otherwise);

G_END_DECLS
