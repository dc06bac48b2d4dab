/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/condition.h"

G_BEGIN_DECLS

/* What a view shows: the rows that pass every one of its conditions. The others are hidden, or faded. */

typedef struct _LsnFilter LsnFilter;

LsnFilter          *lsn_filter_new      (void);
LsnFilter          *lsn_filter_copy     (const LsnFilter *filter);
void                lsn_filter_free     (LsnFilter *filter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LsnFilter, lsn_filter_free)
gboolean            lsn_filter_equal    (const LsnFilter *a,
                                         const LsnFilter *b);
guint               lsn_filter_n        (const LsnFilter *filter);
const LsnCondition *lsn_filter_get      (const LsnFilter *filter,
                                         guint            index);
void                lsn_filter_add      (LsnFilter    *filter,
                                         LsnCondition *condition);
void                lsn_filter_remove   (LsnFilter *filter,
                                         guint      index);

gboolean            lsn_filter_get_faded (const LsnFilter *filter);
void                lsn_filter_set_faded (LsnFilter *filter,
                                          gboolean   faded);

/* Rows that are shown besides, whatever is asked: they were made since. They are not among the conditions. */
void                lsn_filter_exempt        (LsnFilter    *filter,
                                              LsnTable      table,
                                              const LsnRow *rows,
                                              guint         n_rows);
void                lsn_filter_forget_exempt (LsnFilter *filter);

/* A condition a line, for files. Whether the rest is faded is not among them. */
char               *lsn_filter_to_text  (const LsnFilter *filter);
LsnFilter          *lsn_filter_parse    (const char *text,
                                         LsnReport  *report);
char               *lsn_filter_take_line (const char **at);

/**
 * LsnShown:
 * @actors: (array): by row, up to lsn_map_max_row(): whether it is shown
 * @ties: (array): by row
 * @n_actors: how many are shown
 * @n_ties: how many are shown
 *
 * What of a map is shown.
 */
typedef struct
{
  gboolean *actors;
  gboolean *ties;
  guint     n_actors;
  guint     n_ties;
} LsnShown;

LsnShown           *lsn_filter_apply    (const LsnFilter *filter,
                                         LsnMap          *map);
void                lsn_shown_free      (LsnShown *shown);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LsnShown, lsn_shown_free)

G_END_DECLS
