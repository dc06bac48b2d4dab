/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/edit.h"
#include "model/kinds.h"
#include "model/points.h"
#include "model/selection.h"

G_BEGIN_DECLS

/* What drawing by hand does to a map: each function is one labelled transaction. They know nothing of pointers and pixels.
 * Those that give gboolean tell whether the map was changed. */

LsnRow   lsn_edits_add_actor      (LsnMap     *map,
                                   double      x,
                                   double      y,
                                   LsnRow      kind,
                                   const char *merge_key);
LsnRow   lsn_edits_add_tied_actor (LsnMap     *map,
                                   LsnRow      from,
                                   double      x,
                                   double      y,
                                   LsnRow      kind,
                                   gboolean    is_reversed,
                                   const char *merge_key);
LsnRow   lsn_edits_add_tie        (LsnMap *map,
                                   LsnRow  source,
                                   LsnRow  target,
                                   LsnRow  kind);
guint    lsn_edits_tie_actors     (LsnMap       *map,
                                   LsnRow        source,
                                   const LsnRow *targets,
                                   guint         n_targets,
                                   LsnRow        kind);
gboolean lsn_edits_rename         (LsnMap     *map,
                                   LsnTable    table,
                                   LsnRow      row,
                                   const char *name,
                                   const char *merge_key,
                                   GError    **error);
gboolean lsn_edits_rename_keeping (LsnMap     *map,
                                   LsnRow      actor,
                                   const char *name,
                                   GError    **error);
gboolean lsn_edits_add_alias      (LsnMap     *map,
                                   LsnRow      actor,
                                   const char *name,
                                   GError    **error);
GArray  *lsn_edits_with_inside    (LsnMap       *map,
                                   const LsnRow *actors,
                                   guint         n_actors);
gboolean lsn_edits_move           (LsnMap       *map,
                                   const LsnRow *actors,
                                   guint         n_actors,
                                   double        dx,
                                   double        dy,
                                   const char   *merge_key);
gboolean lsn_edits_delete         (LsnMap       *map,
                                   const LsnRow *actors,
                                   guint         n_actors,
                                   const LsnRow *ties,
                                   guint         n_ties,
                                   const char   *label,
                                   GError      **error);
gboolean lsn_edits_set_kind       (LsnMap       *map,
                                   LsnTable      table,
                                   const LsnRow *rows,
                                   guint         n_rows,
                                   LsnRow        kind);
gboolean lsn_edits_set_direction  (LsnMap       *map,
                                   const LsnRow *ties,
                                   guint         n_ties,
                                   LsnDirection  direction);
gboolean lsn_edits_reverse        (LsnMap       *map,
                                   const LsnRow *ties,
                                   guint         n_ties);
gboolean lsn_edits_add_bend       (LsnMap  *map,
                                   LsnRow   tie,
                                   guint    number,
                                   LsnPoint at,
                                   GError **error);
gboolean lsn_edits_move_bend      (LsnMap     *map,
                                   LsnRow      tie,
                                   guint       number,
                                   LsnPoint    to,
                                   const char *merge_key);
gboolean lsn_edits_remove_bend    (LsnMap *map,
                                   LsnRow  tie,
                                   guint   number);
gboolean lsn_edits_straighten     (LsnMap       *map,
                                   const LsnRow *ties,
                                   guint         n_ties);
gboolean lsn_edits_set_route      (LsnMap       *map,
                                   const LsnRow *ties,
                                   guint         n_ties,
                                   LsnColumn     column,
                                   const char   *choice);
gboolean lsn_edits_put_label      (LsnMap     *map,
                                   LsnRow      tie,
                                   double      share,
                                   const char *merge_key);
gboolean lsn_edits_reattach       (LsnMap  *map,
                                   LsnRow   tie,
                                   gboolean at_target,
                                   LsnRow   actor,
                                   GError **error);
gboolean lsn_edits_set_picture    (LsnMap       *map,
                                   const LsnRow *actors,
                                   guint         n_actors,
                                   const char   *uri,
                                   GError      **error);
gboolean lsn_edits_set_pinned     (LsnMap       *map,
                                   const LsnRow *actors,
                                   guint         n_actors,
                                   gboolean      pinned);
gboolean lsn_edits_set_collapsed  (LsnMap       *map,
                                   const LsnRow *actors,
                                   guint         n_actors,
                                   gboolean      collapsed);
gboolean lsn_edits_put_into       (LsnMap       *map,
                                   const LsnRow *actors,
                                   const LsnRow *containers,
                                   guint         n_actors,
                                   double        dx,
                                   double        dy,
                                   GError      **error);
gboolean lsn_edits_is_held        (LsnMap *map,
                                   LsnRow  actor);
GArray  *lsn_edits_outermost      (LsnMap       *map,
                                   const LsnRow *actors,
                                   guint         n_actors);
gboolean lsn_edits_move_each      (LsnMap         *map,
                                   const LsnRow   *actors,
                                   const LsnPoint *by,
                                   guint           n_actors,
                                   const char     *label);
gboolean lsn_edits_turn           (LsnMap       *map,
                                   const LsnRow *actors,
                                   guint         n_actors,
                                   LsnPoint      about,
                                   double        degrees,
                                   double        factor);
gboolean lsn_edits_make_room      (LsnMap     *map,
                                   gboolean    down,
                                   double      from,
                                   double      by,
                                   const char *merge_key);
gboolean lsn_edits_set_order      (LsnMap       *map,
                                   LsnTable      table,
                                   const LsnRow *rows,
                                   guint         n_rows,
                                   gboolean      to_front);
LsnRow   lsn_edits_group          (LsnMap       *map,
                                   const LsnRow *actors,
                                   guint         n_actors,
                                   double        x,
                                   double        y);
GArray  *lsn_edits_palette        (LsnMap *map);

G_END_DECLS
