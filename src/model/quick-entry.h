/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/kinds.h"

G_BEGIN_DECLS

/* Actors and ties as they are spoken, a statement a line:
 *
 *   Qatar                          an actor
 *   Qatar (state)                  an actor and of which kind it is
 *   Qatar -negotiation-> Hamas     a tie from the first to the second
 *   Qatar <-negotiation- Hamas     the other way round
 *   Qatar <-negotiation-> Hamas    both ways
 *   Qatar -contact- Hamas          no direction
 *   Qatar -> Hamas -> Israel       ties without a kind; a line may go on
 *
 * A connector stands between spaces, so that names and kinds may hold hyphens; a name or kind that looks like one is put in
 * "quotation marks" (a doubled one stands for itself). The arrows → ← ↔ may be typed too. A digit from 1 to 9 for a kind is
 * that kind of the palette. What stands in brackets behind a name is a kind only if it is the whole name of one, and nobody on
 * the map is called so, brackets and all.
 *
 * Lines may begin with the bullets of lists; when all of several begin with numbers, those are left out too. */

typedef struct _LsnQuickEntry LsnQuickEntry;

/**
 * LsnEntryActor:
 * @name: as it was typed
 * @actor: whom it means; %LSN_NO_ROW: somebody new, or not decided yet
 * @n_candidates: how many bear that name; above 1 somebody has to decide
 * @candidates: (array length=n_candidates): who they are
 * @is_decided: whether @actor is what is meant
 * @kind: what it is said to be; %LSN_NO_ROW when nothing is said
 *
 * Somebody that the text names; the same name on several lines is one of these.
 */
typedef struct
{
  const char   *name;
  LsnRow        actor;
  guint         n_candidates;
  const LsnRow *candidates;
  gboolean      is_decided;
  LsnRow        kind;
} LsnEntryActor;

/**
 * LsnEntryTie:
 * @line: where it stands, from 1
 * @source: place among the actors of the entry
 * @target: place among the actors of the entry
 * @kind_name: (nullable): as it was typed
 * @kind: what it means; %LSN_NO_ROW: none was typed, or a new one
 * @direction: what the arrow says
 */
typedef struct
{
  guint        line;
  guint        source;
  guint        target;
  const char  *kind_name;
  LsnRow       kind;
  LsnDirection direction;
} LsnEntryTie;

LsnQuickEntry       *lsn_quick_entry_parse    (LsnMap       *map,
                                               const char   *text,
                                               const LsnRow *palette,
                                               guint         n_palette,
                                               LsnReport    *report);
void                 lsn_quick_entry_free     (LsnQuickEntry *entry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LsnQuickEntry, lsn_quick_entry_free)

guint                lsn_quick_entry_n_actors (LsnQuickEntry *entry);
const LsnEntryActor *lsn_quick_entry_actor    (LsnQuickEntry *entry,
                                               guint          index);
guint                lsn_quick_entry_n_ties   (LsnQuickEntry *entry);
const LsnEntryTie   *lsn_quick_entry_tie      (LsnQuickEntry *entry,
                                               guint          index);
/* LSN_NO_ROW: somebody new of that name. */
void                 lsn_quick_entry_decide   (LsnQuickEntry *entry,
                                               guint          index,
                                               LsnRow         actor);
gboolean             lsn_quick_entry_is_ready (LsnQuickEntry *entry);
gboolean             lsn_quick_entry_apply    (LsnQuickEntry *entry,
                                               LsnMap        *map,
                                               LsnRow         next_kind,
                                               GArray        *made,
                                               GError       **error);

/* A name as the entry takes it: in quotation marks where it must be. Transfer full. */
char                *lsn_quick_entry_quote    (const char *name);

G_END_DECLS
