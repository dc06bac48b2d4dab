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
guint       lsn_number_n_words (const LsnColumnSpec *spec);
const char *lsn_number_nth_word (const LsnColumnSpec *spec,
                                 guint                index,
                                 double              *number);
gboolean    lsn_number_from_word (const LsnColumnSpec *spec,
                                  const char          *word,
                                  double              *number);

G_END_DECLS
