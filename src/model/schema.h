/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/types.h"

G_BEGIN_DECLS

typedef enum
{
  LSN_TYPE_TEXT,
  LSN_TYPE_INTEGER,
  LSN_TYPE_NUMBER,
  LSN_TYPE_BOOLEAN,
  LSN_TYPE_CHOICE,
  LSN_TYPE_DATE,      /* ISO 8601 of year, month or day precision */
  LSN_TYPE_COLOUR,    /* #rrggbb or #rrggbbaa */
  LSN_TYPE_REFERENCE, /* a row of @refers_to */
  LSN_TYPE_POINTS,    /* "x,y x,y ..." in map units */
  LSN_TYPE_IMAGE,     /* a data: URI */
  LSN_TYPE_XML,       /* a well-formed balanced piece of foreign XML */
} LsnColumnType;

/**
 * LsnOnRemove:
 * @LSN_ON_REMOVE_CLEAR: the referring cell becomes empty
 * @LSN_ON_REMOVE_FOLLOW: the referring row is removed too
 * @LSN_ON_REMOVE_REFUSE: the row cannot be removed as long as something refers to it
 */
typedef enum
{
  LSN_ON_REMOVE_CLEAR,
  LSN_ON_REMOVE_FOLLOW,
  LSN_ON_REMOVE_REFUSE,
} LsnOnRemove;

/**
 * LsnChoice:
 *
 * One of the values that a choice column allows: the word kept in the cell and in the file, and what people read.
 */
typedef struct
{
  const char *id;
  const char *label; /* untranslated for built-in columns (use lsn_column_choice_label ()), the word itself for a user's */
} LsnChoice;

/**
 * LsnColumnSpec:
 *
 * A column says everything about itself; primitives, inspector, tables, filters, files and help all read this.
 * The id is unique in the file and never changes; the name is unique in the table.
 */
typedef struct
{
  const char      *id;           /* "power", "tie-kind"; chosen by the map when NULL in lsn_map_insert_column () */
  const char      *name;         /* `attr.name`: "power", "kind" */
  const char      *label;        /* built-in: untranslated label, msgctxt "column"; a user's: NULL, the name is the label */
  const char      *group;        /* built-in: heading of the inspector, msgctxt "column group"; may be NULL */
  LsnColumnType    type;
  const char      *unit;         /* may be NULL */
  double           min, max;     /* inclusive, for numbers; -INFINITY and INFINITY for no bound */
  double           step;         /* cells are rounded to a multiple of it; 0 for none (x, y: 0.01) */
  const LsnChoice *choices;      /* for LSN_TYPE_CHOICE */
  guint            n_choices;
  LsnTable         refers_to;    /* for LSN_TYPE_REFERENCE */
  LsnOnRemove      on_remove;    /* for LSN_TYPE_REFERENCE */
  gboolean         multiline;    /* text of several lines (notes) */
  gboolean         computed;     /* result of a measure; not typed by hand */
  gboolean         translatable; /* may have `name@language` beside it */
  gboolean         hidden;       /* not shown as a field (x, y, order, foreign XML) */
  const char      *handling;     /* least handling of its cells; NULL for open */
  const guint16   *choice_order; /* places of the choices by the bytes of their ids; NULL where they are few or not a map's */
} LsnColumnSpec;

/* Tables */
const char    *lsn_table_id        (LsnTable table);                       /* "actors": word of the file */
gboolean       lsn_table_from_id   (const char *id,
                                    LsnTable   *table);
guint          lsn_table_n_builtin (LsnTable table);
const LsnColumnSpec *lsn_table_builtin (LsnTable table,
                                        guint    column);

/* Whether its dates are the first moment after what is meant. */
gboolean       lsn_column_is_end   (const LsnColumnSpec *spec);
/* Whether its cells are yes or empty, which is no. */
gboolean       lsn_column_is_flag  (const LsnColumnSpec *spec);

/* What people read; translated, borrowed */
const char    *lsn_column_label        (const LsnColumnSpec *spec);
const char    *lsn_column_group        (const LsnColumnSpec *spec);
int            lsn_column_find_choice  (const LsnColumnSpec *spec,
                                        const char          *choice);
const char    *lsn_column_choice_label (const LsnColumnSpec *spec,
                                        const char          *choice);

G_END_DECLS
