/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/map.h"

G_BEGIN_DECLS

/* A question that each row answers with yes or no, over one column or over how the ties lead. */

/**
 * LsnTest:
 * @LSN_TEST_IS: the cell is one of the values; a kind is also each broader kind, a container also holds what is inside, a
 *   month and a year their days
 * @LSN_TEST_IS_NOT: it is none of them, or not known
 * @LSN_TEST_HOLDS: the text of the cell holds one of the values, without case and accents
 * @LSN_TEST_AT_LEAST: the number or date of the cell is the value or above it; a date of less than day precision is
 *   neither before nor after what it holds, but an "until" is a moment
 * @LSN_TEST_AT_MOST: it is the value or below it
 * @LSN_TEST_KNOWN: the cell is not empty
 * @LSN_TEST_UNKNOWN: it is
 * @LSN_TEST_DURING: the time from "since" until "until" has a part in common with the date
 * @LSN_TEST_WITHIN: an actor is no more than `steps` ties from one of the values
 * @LSN_TEST_BETWEEN: an actor is on a path from the first of the values to the second that passes nobody twice
 * @LSN_TEST_TIED: an actor has a tie that is shown
 */
typedef enum
{
  LSN_TEST_IS,
  LSN_TEST_IS_NOT,
  LSN_TEST_HOLDS,
  LSN_TEST_AT_LEAST,
  LSN_TEST_AT_MOST,
  LSN_TEST_KNOWN,
  LSN_TEST_UNKNOWN,
  LSN_TEST_DURING,
  LSN_TEST_WITHIN,
  LSN_TEST_BETWEEN,
  LSN_TEST_TIED,
} LsnTest;

#define LSN_N_TESTS (LSN_TEST_TIED + 1)

/**
 * LsnCondition:
 * @table: actors or ties; the last four tests have no column and ask of actors, and %LSN_TEST_DURING of ties too
 * @test: what is asked
 * @column: (nullable): id of the column; %NULL for the last four tests
 * @steps: for %LSN_TEST_WITHIN
 * @values: (array zero-terminated=1): the texts of cells; a date; ids of actors
 */
typedef struct
{
  LsnTable table;
  LsnTest  test;
  char    *column;
  guint    steps;
  char   **values;
} LsnCondition;

LsnCondition *lsn_condition_new      (LsnTest            test,
                                      LsnTable           table,
                                      const char        *column,
                                      const char *const *values);
LsnCondition *lsn_condition_copy     (const LsnCondition *condition);
void          lsn_condition_free     (LsnCondition *condition);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LsnCondition, lsn_condition_free)
gboolean      lsn_condition_equal    (const LsnCondition *a,
                                      const LsnCondition *b);

/* What cells say, asked for or hidden. */
LsnCondition *lsn_condition_of_cells (LsnMap       *map,
                                      LsnTable      table,
                                      LsnColumn     column,
                                      const LsnRow *rows,
                                      guint         n_rows,
                                      gboolean      hide);

/* As words of a line, for files. */
char         *lsn_condition_to_text  (const LsnCondition *condition);
LsnCondition *lsn_condition_parse    (const char *text,
                                      GError    **error);

gboolean      lsn_condition_has_column (const LsnCondition *condition);
gboolean      lsn_condition_is_complete (const LsnCondition *condition);
/* For the tests that have a column. A column that the map has not got is passed by all. */
gboolean      lsn_condition_test     (const LsnCondition *condition,
                                      LsnMap             *map,
                                      LsnRow              row);
/* For %LSN_TEST_DURING, of an actor or a tie. */
gboolean      lsn_condition_test_during (const LsnCondition *condition,
                                         LsnMap             *map,
                                         LsnTable            table,
                                         LsnRow              row);

G_END_DECLS
