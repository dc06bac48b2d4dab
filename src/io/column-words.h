/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/schema.h"

G_BEGIN_DECLS

/* The words with which a file describes the columns that users add: cells of its table `columns`. */

/* What GraphML calls the type: one of boolean, long, double and string */
const char *lsn_column_graphml_type   (LsnColumnType type);
/* Whether a <key> alone says all about the column */
gboolean    lsn_column_is_plain       (const LsnColumnSpec *spec);
/* Sets what the cell says; FALSE when the word is unknown. A text is borrowed from @value, a name becomes the spec's. */
gboolean    lsn_column_set_by_word    (LsnColumnSpec *spec,
                                       const char    *word,
                                       const char    *value);
/* The text of a cell of the table `columns`, or NULL when it is empty. Transfer full. */
const char * const *lsn_column_words  (void);
char       *lsn_column_get_by_word    (const LsnColumnSpec *spec,
                                       const char          *word);

G_END_DECLS
