/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/schema.h"

G_BEGIN_DECLS

/* What a number of a column is called: "high" for a power of 0.7. */

const char *lsn_number_word (const LsnColumnSpec *spec,
                             double               number);
char       *lsn_number_in_words (const LsnColumnSpec *spec,
                                 double               number);

G_END_DECLS
