/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>
#include "canvas/suggest.h"

G_BEGIN_DECLS

/* A list of what an entry may mean. The entry keeps the keyboard: it hands the arrow keys on, and is told here what is
 * chosen. Signal "taken" (): a row was clicked, and is the chosen one. */

#define LSN_TYPE_SUGGESTION_LIST (lsn_suggestion_list_get_type ())
G_DECLARE_FINAL_TYPE (LsnSuggestionList, lsn_suggestion_list, LSN, SUGGESTION_LIST, GtkWidget)

GtkWidget           *lsn_suggestion_list_new        (GtkWidget *entry);
void                 lsn_suggestion_list_set        (LsnSuggestionList *self,
                                                     GPtrArray         *suggestions); /* transfer full; NULL for none */
guint                lsn_suggestion_list_n          (LsnSuggestionList *self);
void                 lsn_suggestion_list_choose     (LsnSuggestionList *self,
                                                     int                place);       /* -1: none */
/* NULL when nothing is chosen; borrowed. */
const LsnSuggestion *lsn_suggestion_list_get_chosen (LsnSuggestionList *self);
gboolean             lsn_suggestion_list_handle_key (LsnSuggestionList *self,
                                                     guint              keyval,
                                                     gboolean           may_choose_none);

G_END_DECLS
