/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gio/gio.h>
#include "model/map.h"
#include "model/report.h"
#include "wire/layout-catalog.h"

G_BEGIN_DECLS

/* Laying out through the helper. One place, layout-catalog.c of wire, names the engines. */

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

G_END_DECLS
