/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/map.h"

G_BEGIN_DECLS

/* Whom a typed text means: the actors by their names and their other names. */

/**
 * LsnNameFit:
 * @LSN_NAME_FIT_EQUAL: letter for letter
 * @LSN_NAME_FIT_FOLDED: but for case, accents and compatibility forms
 * @LSN_NAME_FIT_BEGINS: the name begins with the text
 * @LSN_NAME_FIT_WORD: a later word of the name begins with it
 * @LSN_NAME_FIT_HOLDS: the text is somewhere in the name
 *
 * How well a name fits a text, the best first.
 */
typedef enum
{
  LSN_NAME_FIT_EQUAL,
  LSN_NAME_FIT_FOLDED,
  LSN_NAME_FIT_BEGINS,
  LSN_NAME_FIT_WORD,
  LSN_NAME_FIT_HOLDS,
} LsnNameFit;

/**
 * LsnNameHit:
 * @actor: who is meant
 * @alias: the row of the other name that fitted; %LSN_NO_ROW when it was the actor's own
 * @fit: how well it fitted
 */
typedef struct
{
  LsnRow     actor;
  LsnRow     alias;
  LsnNameFit fit;
} LsnNameHit;

/* Each actor once. Transfer full, of LsnNameHit. */
GArray       *lsn_names_complete   (LsnMap     *map,
                                    const char *text,
                                    guint       limit);

/* Whole names, looked up in one go; it does not see what changes later. */
typedef struct _LsnNameIndex LsnNameIndex;

LsnNameIndex *lsn_name_index_new   (LsnMap *map);
void          lsn_name_index_free  (LsnNameIndex *index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LsnNameIndex, lsn_name_index_free)
GArray       *lsn_name_index_find  (LsnNameIndex *index,
                                    const char   *name);

G_END_DECLS
