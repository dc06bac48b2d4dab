/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/kinds.h"
#include "scene/colour.h"
#include "scene/scene.h"
#include "scene/symbols.h"

G_BEGIN_DECLS

/* The one place that decides how rows look: what is built in, then the row's kind, then its own cells. What it decided is kept
 * as a trace, from which the legend is made. */

typedef enum
{
  LSN_SHAPE_DISC,
  LSN_SHAPE_SQUARE,
  LSN_SHAPE_DIAMOND,
  LSN_SHAPE_HEXAGON,
} LsnShape;

typedef enum
{
  LSN_LINE_SOLID,
  LSN_LINE_THIN,
  LSN_LINE_THICK,
  LSN_LINE_DOUBLE,
  LSN_LINE_TRIPLE,
  LSN_LINE_DASHED,
  LSN_LINE_LONG_DASHED,
  LSN_LINE_DOTTED,
  LSN_LINE_BEADED,
  LSN_LINE_DASH_DOTTED,
  LSN_LINE_DASH_DOT_DOTTED,
  LSN_LINE_WAVY,
  LSN_LINE_ZIGZAG,
  LSN_LINE_BARRED,
  LSN_LINE_CROSSED,
  LSN_LINE_RINGED,
  LSN_LINE_BRACKET,
} LsnLine;

typedef enum
{
  LSN_STATUS_CONFIRMED,
  LSN_STATUS_LIKELY,
  LSN_STATUS_RUMOURED,
  LSN_STATUS_ABSENT,
} LsnStatus;

typedef struct
{
  LsnColour colour;
  LsnShape  shape;
  LsnSymbol symbol;
  double    radius;
  gboolean  power_known;
  gboolean  external;
  gboolean  ours;
  gboolean  covert;
  gboolean  closed;      /* a collapsed container */
} LsnActorLook;

typedef struct
{
  LsnColour colour;
  LsnLine   line;
  double    width;
  LsnStatus status;
  gboolean  covert;
  gboolean  head_at_target;
  gboolean  head_at_source;
} LsnTieLook;

/* Everything that the resolver was asked and said. */
typedef struct
{
  GHashTable *actor_kinds;  /* of LsnRow; LSN_NO_ROW for actors without one */
  GHashTable *tie_kinds;
  gboolean    power_known;
  gboolean    power_unknown;
  gboolean    external;
  gboolean    ours;
  gboolean    covert_actor;
  gboolean    covert_tie;
  gboolean    closed;
  gboolean    summed;
  gboolean    status[LSN_STATUS_ABSENT + 1];
  gboolean    frames;
} LsnTrace;

typedef struct _LsnLooks LsnLooks;

#define LSN_RADIUS_MIN 14.0
#define LSN_RADIUS_MAX 38.0

LsnLooks       *lsn_looks_new    (LsnMap *map);
void            lsn_looks_free   (LsnLooks *looks);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LsnLooks, lsn_looks_free)
void            lsn_looks_actor  (LsnLooks     *looks,
                                  LsnRow        actor,
                                  gboolean      closed,
                                  LsnActorLook *look);
void            lsn_looks_tie    (LsnLooks   *looks,
                                  LsnRow      tie,
                                  LsnTieLook *look);
/* The looks of a kind itself, for legends and swatches. */
void            lsn_looks_actor_kind (LsnLooks     *looks,
                                      LsnRow        kind,
                                      LsnActorLook *look);
void            lsn_looks_tie_kind   (LsnLooks   *looks,
                                      LsnRow      kind,
                                      LsnTieLook *look);
/* What a look would be with another shape or symbol of the column of the kinds, or with another line. */
void            lsn_actor_look_choose (LsnActorLook *look,
                                       LsnColumn     column,
                                       const char   *choice);
void            lsn_tie_look_choose   (LsnTieLook *look,
                                       const char *line);
LsnTrace       *lsn_looks_trace  (LsnLooks *looks);
/* Radius for a power of 0 to 1; NaN for one that is not known. */
double          lsn_radius_for_power (double power);

G_END_DECLS
