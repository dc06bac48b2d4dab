/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/names.h"

G_BEGIN_DECLS

/* What is offered below a name while it is typed. */

/**
 * LsnSuggest:
 * @LSN_SUGGEST_ACTOR: somebody who is on the map
 * @LSN_SUGGEST_NEW_ACTOR: somebody new of that name
 * @LSN_SUGGEST_KEEP_OLD_NAME: the new name, and the old one as another name
 * @LSN_SUGGEST_ADD_NAME: the old name, and the new one as another name
 * @LSN_SUGGEST_WORD: what the title says: a word that a field can hold
 */
typedef enum
{
  LSN_SUGGEST_ACTOR,
  LSN_SUGGEST_NEW_ACTOR,
  LSN_SUGGEST_KEEP_OLD_NAME,
  LSN_SUGGEST_ADD_NAME,
  LSN_SUGGEST_WORD,
} LsnSuggest;

/**
 * LsnSuggestion:
 * @actor: who is meant; %LSN_NO_ROW for somebody new
 * @fit: how well the name fits, of somebody who is on the map
 * @title: translated, what it does
 * @detail: (nullable): translated, what tells those of one name apart
 */
typedef struct
{
  LsnSuggest what;
  LsnRow     actor;
  LsnNameFit fit;
  char      *title;
  char      *detail;
} LsnSuggestion;

void       lsn_suggestion_free     (LsnSuggestion *suggestion);

/* Transfer full, of LsnSuggestion. */
GPtrArray *lsn_suggest_actors      (LsnMap       *map,
                                    const char   *text,
                                    const LsnRow *but,
                                    guint         n_but,
                                    guint         limit);
GPtrArray *lsn_suggest_other_names (LsnMap     *map,
                                    LsnRow      actor,
                                    const char *text);
void       lsn_suggest_add_word    (GPtrArray  *suggestions,
                                    const char *word,
                                    const char *detail);
void       lsn_suggest_add_new     (GPtrArray  *suggestions,
                                    const char *text);

G_END_DECLS
