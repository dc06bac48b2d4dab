/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/condition.h"

G_BEGIN_DECLS

/* Conditions as people read them. */

/* "Kind: state, NGO", as a chip shows it. Translated, transfer full. */
char *lsn_condition_describe       (const LsnCondition *condition,
                                    LsnMap             *map);
/* One of the values that it compares with. Transfer full. */
char *lsn_condition_value_in_words (LsnMap              *map,
                                    const LsnColumnSpec *spec,
                                    const char          *value);

G_END_DECLS
