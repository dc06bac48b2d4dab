/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <glib.h>
#include <graphviz/cgraph.h>

G_BEGIN_DECLS

void lsn_dot_merge (Agraph_t *into,
                    Agraph_t *from);

G_END_DECLS
