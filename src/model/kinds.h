/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/map.h"

G_BEGIN_DECLS

/* What is common to all readers of actors, ties and kinds: names as people read them, and what a tie is by its own cells
 * or else by its kind. */

/* The kind's own name, or the translated built-in one. Never NULL; borrowed from the map. */
const char *lsn_kind_name        (LsnMap *map, LsnRow kind);
gboolean    lsn_kind_is_of_tie   (LsnMap *map, LsnRow kind);
gboolean    lsn_kind_is_a        (LsnMap *map, LsnRow kind, LsnRow wanted);
gboolean    lsn_kind_is_a_named  (LsnMap *map, LsnRow kind, const char *id);
char       *lsn_kind_dup_broader_name (LsnMap *map, LsnRow kind);
/* The built-in cell value when the row leaves a look or a role empty, walking up `broader`. */
const char *lsn_kind_text        (LsnMap *map, LsnRow kind, LsnColumn column);
int         lsn_kind_boolean     (LsnMap *map, LsnRow kind, LsnColumn column);   /* -1, 0, 1 */
int         lsn_kind_sign        (LsnMap *map, LsnRow kind);                     /* -1, 0, +1 */

/* The name, or a translated "Unnamed state". Never NULL; transfer full. */
char       *lsn_actor_display_name (LsnMap *map, LsnRow actor);
/* Of a row of any table: what refers to it shows this; the id where nothing better is known. Transfer full. */
char       *lsn_row_display_name   (LsnMap *map, LsnTable table, LsnRow row);
/* One sentence: "Qatar, state, power high; 5 ties". Translated, transfer full. For screen readers and tooltips. */
char       *lsn_actor_sentence     (LsnMap *map, LsnRow actor);
/* The same without the name, to stand below it. Transfer full. */
char       *lsn_actor_summary      (LsnMap *map, LsnRow actor);
/* "Qatar → Hamas". Transfer full. */
char       *lsn_tie_title          (LsnMap *map, LsnRow tie);
/* One sentence: "Qatar negotiates with Hamas: both ways, covert". Transfer full. In all of these a name that is read the
 * other way than the sentence is isolated from it. */
char       *lsn_tie_sentence       (LsnMap *map, LsnRow tie);

typedef enum { LSN_DIRECTION_FORWARD, LSN_DIRECTION_MUTUAL, LSN_DIRECTION_NONE } LsnDirection;
LsnDirection lsn_tie_direction   (LsnMap *map, LsnRow tie);  /* its own, else as its kind is directed */
int          lsn_tie_sign        (LsnMap *map, LsnRow tie);  /* -1, 0, +1: its own, else its kind's, else 0 */

/* Kinds in use (at least one actor or tie has it), in the order of the built-in list, others after by name. Transfer full
 * array of LsnRow. */
GArray      *lsn_kinds_in_use      (LsnMap *map, gboolean of_ties);
GArray      *lsn_kinds_of          (LsnMap *map, gboolean of_ties);
guint       *lsn_kinds_count       (LsnMap *map, gboolean of_ties);

G_END_DECLS
