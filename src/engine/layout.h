/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gio/gio.h>
#include "model/map.h"
#include "model/report.h"
#include "wire/layout-catalog.h"

G_BEGIN_DECLS

/* Laying out through the helper. One place, layout-catalog.c of wire, names the engines.
 *
 * A layout is an offer. lsn_layout_finish () gives places that are not applied yet: lsn_layout_places () tells where each actor
 * that moves would go (for arrows of a preview: from its place in the map), lsn_layout_measure () what that would better. To
 * accept it, lsn_layout_apply (), one transaction; to drop it, lsn_layout_unref (). It stays good while the map is edited: an
 * actor that is gone is left out.
 *
 * Scopes: everything (neither only nor new_only); a selection (only); new actors (new_only). Each may have a budget. */

#define LSN_ENGINE_ERROR (lsn_engine_error_quark ())
GQuark lsn_engine_error_quark (void);
typedef enum
{
  LSN_ENGINE_ERROR_MISSING,   /* the helper is not installed */
  LSN_ENGINE_ERROR_CRASHED,
  LSN_ENGINE_ERROR_TIMED_OUT,
  LSN_ENGINE_ERROR_GARBAGE,   /* what came back is not an answer */
  LSN_ENGINE_ERROR_REFUSED,   /* the helper says why: a syntax error, a limit */
} LsnEngineError;             /* a cancel is G_IO_ERROR_CANCELLED */
guint      lsn_engine_error_line (const GError *error);   /* of the input; 0 for none */

typedef struct
{
  const char   *engine;        /* "dot", "neato", "fdp", "sfdp", "twopi", "circo"; NULL: the default for the map's size */
  guint32       seed;
  const LsnRow *only;          /* NULL: all actors; else only these move (pinned ones never do) */
  guint         n_only;
  gboolean      new_only;      /* only actors without a place move */
  gboolean      has_budget;    /* who has a place is moved no further than: */
  double        budget;        /* map units, 0 or more */
  double        timeout;       /* seconds; 0 for the default (60) */
} LsnLayoutOptions;

typedef struct { LsnRow actor; double x, y; } LsnPlace;
typedef struct _LsnLayout LsnLayout; /* result: places by row, revision of the snapshot; boxed by ref/unref */

void       lsn_layout_async   (LsnMap                 *snapshot,
                               const LsnLayoutOptions *options,
                               const LsnExtents       *extents,
                               guint                   n_extents,
                               GCancellable           *cancellable,
                               GAsyncReadyCallback     callback,
                               gpointer                user_data);
LsnLayout *lsn_layout_finish  (GAsyncResult *result, GError **error);
LsnLayout *lsn_layout_ref     (LsnLayout *layout);
void       lsn_layout_unref   (LsnLayout *layout);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LsnLayout, lsn_layout_unref)
const LsnPlace *lsn_layout_places (LsnLayout *layout, guint *n_places); /* only actors that move */
/* One undoable transaction with @label; places of actors that are gone are left out. Returns how many moved. */
guint      lsn_layout_apply   (LsnLayout *layout, LsnMap *map, const char *label);
const char *lsn_layout_default_engine (LsnMap *map);

/* What an offer would do. What lsn_tidiness_of_map () counts, before and after; shifts are in map units. */
typedef struct
{
  guint  n_moved;                   /* actors that have a place and would get another */
  guint  n_placed;                  /* actors that have none and would get one */
  double mean_shift, max_shift;     /* of those that would be moved; 0 when there are none */
  guint  crossings_before, crossings_after;
  guint  overlaps_before, overlaps_after;
  guint  strangers_before, strangers_after;
} LsnLayoutMeasures;

LsnLayoutMeasures lsn_layout_measure (LsnLayout        *layout,
                                      LsnMap           *snapshot,
                                      const LsnExtents *extents,
                                      guint             n_extents);

G_END_DECLS
