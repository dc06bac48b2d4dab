/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/types.h"

G_BEGIN_DECLS

/**
 * LsnValueKind:
 * @LSN_VALUE_EMPTY: not known
 * @LSN_VALUE_TEXT: text, a choice, a date, a colour, points, an image or XML
 * @LSN_VALUE_INTEGER: a whole number
 * @LSN_VALUE_NUMBER: a finite number
 * @LSN_VALUE_BOOLEAN: yes or no
 * @LSN_VALUE_REFERENCE: a row of the table that the column refers to
 */
typedef enum
{
  LSN_VALUE_EMPTY,
  LSN_VALUE_TEXT,
  LSN_VALUE_INTEGER,
  LSN_VALUE_NUMBER,
  LSN_VALUE_BOOLEAN,
  LSN_VALUE_REFERENCE,
} LsnValueKind;

/**
 * LsnValue:
 *
 * What a cell holds, by value. A text is borrowed: from the map when it was read there (valid until the cell changes;
 * for a snapshot, as long as the snapshot), from the caller when it is given to a setter (which copies).
 */
typedef struct
{
  LsnValueKind kind;
  union
  {
    const char *text;
    gint64      integer;
    double      number;
    gboolean    boolean;
    LsnRow      row;
  };
} LsnValue;

#define LSN_EMPTY ((LsnValue) { .kind = LSN_VALUE_EMPTY })

static inline LsnValue
lsn_value_text (const char *text)
{
  return text == NULL || *text == '\0' ? LSN_EMPTY : (LsnValue) { .kind = LSN_VALUE_TEXT, .text = text };
}

static inline LsnValue
lsn_value_integer (gint64 integer)
{
  return (LsnValue) { .kind = LSN_VALUE_INTEGER, .integer = integer };
}

static inline LsnValue
lsn_value_number (double number)
{
  return (LsnValue) { .kind = LSN_VALUE_NUMBER, .number = number };
}

static inline LsnValue
lsn_value_boolean (gboolean boolean)
{
  return (LsnValue) { .kind = LSN_VALUE_BOOLEAN, .boolean = boolean != FALSE };
}

static inline LsnValue
lsn_value_reference (LsnRow row)
{
  return row == LSN_NO_ROW ? LSN_EMPTY : (LsnValue) { .kind = LSN_VALUE_REFERENCE, .row = row };
}

gboolean lsn_value_equal (LsnValue a,
                          LsnValue b);

/**
 * lsn_number_format: shortest text that reads back as the same double, in the C locale ("0.1", "12", "1e+300").
 * @buffer must hold 32 bytes; returned.
 */
char    *lsn_number_format (double number,
                            char   buffer[32]);

/* The same with the point of the user's language. Transfer full. */
char    *lsn_number_in_locale (double number);

/**
 * lsn_number_parse: a finite number in the C locale from the whole of @text (spaces around it allowed).
 */
gboolean lsn_number_parse (const char *text,
                           double     *number);

/* Whether a cell can hold @text: valid UTF-8, only characters of XML 1.0. @length in bytes, -1 to the NUL. */
gboolean lsn_text_is_clean (const char *text,
                            gssize      length);
/* A copy that a cell can hold: what it cannot is replaced by U+FFFD, one for each. Transfer full. */
char    *lsn_text_clean    (const char *text,
                            gssize      length,
                            gboolean   *changed);

/* Whether @text is an ISO 8601 date of year, month or day precision ("2024", "2024-02", "2024-02-29"). */
gboolean lsn_date_is_valid (const char *text);

/* "#rrggbb" or "#rrggbbaa" (either case) as four bytes; opaque when there is no alpha. */
gboolean lsn_colour_parse  (const char *text,
                            guint8      rgba[4]);

G_END_DECLS
