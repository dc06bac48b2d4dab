/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/condition.h"

G_BEGIN_DECLS

/* Which tests suit which column, what they are called, and by what their values are given. */

/**
 * LsnConditionInput:
 * @LSN_INPUT_NONE: the test has no value
 * @LSN_INPUT_WORDS: a text
 * @LSN_INPUT_TYPED: a number or a date in words
 * @LSN_INPUT_VALUES: some of the values that the column holds
 * @LSN_INPUT_ACTORS: actors by their names
 */
typedef enum
{
  LSN_INPUT_NONE,
  LSN_INPUT_WORDS,
  LSN_INPUT_TYPED,
  LSN_INPUT_VALUES,
  LSN_INPUT_ACTORS,
} LsnConditionInput;

gboolean          lsn_column_has_tests    (const LsnColumnSpec *spec);
guint             lsn_column_tests        (const LsnColumnSpec *spec,
                                           LsnTest              tests[LSN_N_TESTS]);
const char       *lsn_column_test_label   (const LsnColumnSpec *spec,
                                           LsnTest              test);
LsnConditionInput lsn_condition_input     (const LsnColumnSpec *spec,
                                           LsnTest              test);
const char       *lsn_whole_map_test_label (LsnTest test);

G_END_DECLS
