/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/map.h"

G_BEGIN_DECLS

/* What a search looks in: the folded text of each row of a table, made once and kept until something that it is made of
 * changes. */

typedef struct _LsnRowTexts LsnRowTexts;

LsnRowTexts *lsn_row_texts_new    (LsnMap  *map,
                                   LsnTable table);
void         lsn_row_texts_free   (LsnRowTexts *texts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LsnRowTexts, lsn_row_texts_free)

/* To be told of every change of the map before the next look. */
void         lsn_row_texts_forget (LsnRowTexts *texts,
                                   LsnChanges  *changes);
const char  *lsn_row_texts_get    (LsnRowTexts *texts,
                                   LsnRow       row);

/* Case, accents and compatibility forms folded, so that "Élysée" is found by "elysee". Transfer full. */
char        *lsn_text_fold        (const char *text);

G_END_DECLS
