/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/kinds.h"

G_BEGIN_DECLS

/* The grammar of a line of the quick entry (quick-entry.h tells it): names, and the connectors between them. */

/**
 * LsnConnector:
 * @kind: (nullable): the kind as it was typed
 * @direction: what the arrow says
 * @is_backward: whether it leads from the name behind it to the name before it
 */
typedef struct
{
  char        *kind;
  LsnDirection direction;
  gboolean     is_backward;
} LsnConnector;

/**
 * LsnSpokenName:
 * @text: without its quotation marks; not empty
 * @is_quoted: whether it stood in quotation marks, so that nothing in it means more than itself
 */
typedef struct
{
  char    *text;
  gboolean is_quoted;
} LsnSpokenName;

/**
 * LsnEntryLine:
 * @names: (element-type LsnSpokenName): at least one
 * @connectors: (element-type LsnConnector): one fewer than names
 */
typedef struct
{
  GArray *names;
  GArray *connectors;
} LsnEntryLine;

/* NULL, with an error in the report or not, when the line says nothing. Transfer full. */
LsnEntryLine *lsn_entry_line_parse   (const char *line,
                                      const char *from,
                                      guint       number,
                                      LsnReport  *report);
void          lsn_entry_line_free    (LsnEntryLine *line);
/* Borrowed from the line. */
const char   *lsn_entry_line_name    (const LsnEntryLine *line,
                                      guint               index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LsnEntryLine, lsn_entry_line_free)
/* What stands behind the number of a numbered list; NULL when the line has none. */
const char   *lsn_entry_line_number_end (const char *line);
/* What stands between the names of a tie. Transfer full. */
char         *lsn_connector_text     (const char  *kind,
                                      LsnDirection direction);

G_END_DECLS
