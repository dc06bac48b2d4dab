/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The words that every header of the layer shares, so that headers need not include one another. */

typedef struct _LsnMap LsnMap;
typedef struct _LsnChanges LsnChanges;
typedef struct _LsnReport LsnReport;
typedef struct _LsnSelection LsnSelection;

/**
 * LsnTable:
 * @LSN_TABLE_MAP: one row, the map itself
 * @LSN_TABLE_ACTORS: the stakeholders
 * @LSN_TABLE_TIES: the relations between them
 * @LSN_TABLE_KINDS: the kinds of actors and ties
 * @LSN_TABLE_ALIASES: other names of actors
 * @LSN_TABLE_NOTES: texts and frames on the map
 * @LSN_TABLE_VIEWS: what of the map is shown, under a name
 *
 * The tables of a map. Everything that a map holds is a row of one of them.
 */
typedef enum
{
  LSN_TABLE_MAP,
  LSN_TABLE_ACTORS,
  LSN_TABLE_TIES,
  LSN_TABLE_KINDS,
  LSN_TABLE_ALIASES,
  LSN_TABLE_NOTES,
  LSN_TABLE_VIEWS,
} LsnTable;

#define LSN_N_TABLES (LSN_TABLE_VIEWS + 1)

/**
 * LsnRow:
 *
 * The handle of a row: small, stable through undo and redo, the same in a map and in its snapshots, and never given to
 * another row as long as the map lives. %LSN_NO_ROW is none.
 */
typedef guint32 LsnRow;
#define LSN_NO_ROW 0u

/**
 * LsnColumn:
 *
 * The handle of a column within its table: the built-in columns have the fixed handles below, those that a user adds
 * follow; stable through undo and never given to another column. %LSN_NO_COLUMN is none.
 */
typedef guint LsnColumn;
#define LSN_NO_COLUMN G_MAXUINT

/**
 * LsnExtents:
 *
 * How far an actor with its name reaches from its centre, in map units, rounded up: what layouts keep free.
 */
typedef struct
{
  LsnRow actor;
  double left, right, above, below;
} LsnExtents;

/* The built-in columns of each table; their descriptions are in schema.c, which is the one place that knows more. */

enum
{
  LSN_MAP_TITLE, LSN_MAP_QUESTION, LSN_MAP_AS_OF, LSN_MAP_AUTHOR, LSN_MAP_PHASE, LSN_MAP_HANDLING, LSN_MAP_LANGUAGE,
  LSN_MAP_ROUTE, LSN_MAP_FORM,
  LSN_N_MAP_COLUMNS
};

enum
{
  LSN_ACTOR_NAME, LSN_ACTOR_KIND, LSN_ACTOR_PARENT, LSN_ACTOR_POWER, LSN_ACTOR_STAKE, LSN_ACTOR_LEGITIMACY,
  LSN_ACTOR_URGENCY, LSN_ACTOR_ATTITUDE, LSN_ACTOR_POSITION, LSN_ACTOR_INTERESTS, LSN_ACTOR_NEEDS, LSN_ACTOR_FEARS,
  LSN_ACTOR_EXTERNAL, LSN_ACTOR_OURS, LSN_ACTOR_SECRECY, LSN_ACTOR_HANDLING, LSN_ACTOR_SINCE, LSN_ACTOR_UNTIL,
  LSN_ACTOR_NOTES, LSN_ACTOR_X, LSN_ACTOR_Y, LSN_ACTOR_ORDER, LSN_ACTOR_PINNED, LSN_ACTOR_COLLAPSED,
  LSN_ACTOR_PICTURE,
  LSN_N_ACTOR_COLUMNS
};

enum
{
  LSN_TIE_SOURCE, LSN_TIE_TARGET, LSN_TIE_KIND, LSN_TIE_DIRECTION, LSN_TIE_STRENGTH, LSN_TIE_TRUST, LSN_TIE_TRUST_BACK,
  LSN_TIE_SIGN, LSN_TIE_STATUS, LSN_TIE_LABEL, LSN_TIE_SECRECY, LSN_TIE_HANDLING, LSN_TIE_SINCE, LSN_TIE_UNTIL,
  LSN_TIE_NOTES, LSN_TIE_BENDS, LSN_TIE_ROUTE, LSN_TIE_FORM, LSN_TIE_LABEL_AT,
  LSN_N_TIE_COLUMNS
};

enum
{
  LSN_KIND_NAME, LSN_KIND_OF, LSN_KIND_BROADER, LSN_KIND_SHAPE, LSN_KIND_SYMBOL, LSN_KIND_LINE, LSN_KIND_COLOUR,
  LSN_KIND_SIGN, LSN_KIND_DIRECTED, LSN_KIND_CARRIES, LSN_KIND_PRESSES, LSN_KIND_COMMANDS, LSN_KIND_MEANING,
  LSN_N_KIND_COLUMNS
};

enum
{
  LSN_ALIAS_ACTOR, LSN_ALIAS_TEXT, LSN_ALIAS_LANGUAGE, LSN_ALIAS_USE,
  LSN_N_ALIAS_COLUMNS
};

enum
{
  LSN_NOTE_TEXT, LSN_NOTE_SHAPE, LSN_NOTE_ACTOR, LSN_NOTE_TIE, LSN_NOTE_X, LSN_NOTE_Y, LSN_NOTE_WIDTH, LSN_NOTE_HEIGHT,
  LSN_NOTE_COLOUR, LSN_NOTE_ORDER,
  LSN_N_NOTE_COLUMNS
};

enum
{
  LSN_VIEW_NAME, LSN_VIEW_CONDITIONS, LSN_VIEW_FADED, LSN_VIEW_ORDER,
  LSN_N_VIEW_COLUMNS
};

G_END_DECLS
