/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "scene/lines.h"
#include "scene/stage.h"

G_BEGIN_DECLS

/* The way of each tie from body to body. */

typedef enum
{
  LSN_ROUTING_SLIGHT,   /* a slight bend where that avoids somebody */
  LSN_ROUTING_DIRECT,
  LSN_ROUTING_AROUND,
} LsnRouting;

typedef struct
{
  LsnRow      tie;
  const char *id;           /* of the tie; the map's */
  guint       from, to;     /* spots */
  gboolean    is_turned;    /* goes against the order of the ids of its ends: rows have another order when a file is read again */
  gboolean    loop;
  gboolean    mergeable;    /* an end stands for what it hides */
  LsnRow      kind;
  LsnLineLook line;
  LsnWay      way;
  LsnPoint   *bends;        /* by hand; NULL for none */
  guint       n_bends;
  gboolean    angular;      /* has corners where it is bent */
  LsnRouting  routing;
} LsnRoute;

typedef struct
{
  LsnRoute *routes;   /* in order of the ids of their ties */
  guint     n_routes;
  guint    *by_tie;   /* the route that shows a tie; G_MAXUINT for none */
  guint     n_ties;
} LsnRoutes;

/* @touching: only ties with an end in it; NULL for all */
void lsn_routes_find   (LsnRoutes  *routes,
                        LsnStage   *stage,
                        GHashTable *touching);
void lsn_routes_finish (LsnRoutes *routes);
/* The way of one tie alone if it were bent there; to be cleared. */
LsnWay lsn_routes_way  (LsnStage       *stage,
                        LsnRow          tie,
                        guint           from,
                        guint           to,
                        const LsnPoint *bends,
                        guint           n_bends);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LsnRoutes, lsn_routes_finish)

G_END_DECLS
