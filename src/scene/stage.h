/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "scene/geometry.h"
#include "scene/looks.h"
#include "scene/text.h"

G_BEGIN_DECLS

/* Who is shown and where everybody stands: the first step from a map to its scene. */

#define LSN_NAME_WIDTH 140.0
#define LSN_NAME_GAP 3.0
#define LSN_FRAME_RADIUS 12.0
#define LSN_FRAME_TITLE_WIDTH 300.0
#define LSN_FRAME_PICTURE 10.0 /* radius */
#define LSN_NO_SPOT G_MAXUINT

/**
 * LsnSpot:
 * @parent: the spot of the frame that it stands in, or %LSN_NO_SPOT
 * @body: the square that holds its shape, or its frame
 * @reach: what layouts keep free for it: body and name below it, or the frame
 * @fill: of its frame
 * @ground: what is behind it: paper or the fill of the frame that it stands in
 * @inside: how many actors a collapsed container hides
 */
typedef struct
{
  LsnRow       row;
  guint        parent;
  guint        depth;
  gboolean     is_frame;
  LsnPoint     centre;
  LsnActorLook look;
  LsnText     *name;
  LsnImage    *image;  /* of its own; NULL for the symbol of its kind */
  LsnBox       body;
  LsnBox       reach;
  LsnColour    fill;
  LsnColour    ground;
  double       order;
  guint        inside;

  /* where its name went */
  LsnBox       name_box;
  LsnPoint     name_anchor;
  LsnAlign     name_align;
  gboolean     name_crossed; /* something runs below it */
} LsnSpot;

typedef struct
{
  LsnMap       *map;
  LsnTextCache *cache;
  LsnLooks     *looks;
  LsnSpot      *spots;
  guint         n_spots;
  guint        *by_row;      /* by actor; LSN_NO_SPOT */
  guint         n_rows;
  GArray       *notes;       /* of LsnNoteSpot, in drawing order */
  GHashTable   *only;        /* of LsnRow; NULL for all */
  GHashTable   *only_notes;  /* beside those that speak of what is shown; NULL for none */
  LsnRow        page;        /* a frame that is the page; LSN_NO_ROW for none */
  LsnScene     *shown_by;    /* borrowed: what this hides is not shown; NULL for all */
  gboolean      everybody;   /* also whom collapsed containers hide */
  GArray       *members;     /* of LsnRow: ask only these, not the whole map; NULL for all */
  GHashTable   *moved;       /* of LsnRow: these stand @by further; NULL for none */
  GHashTable   *moved_notes; /* likewise */
  LsnPoint      by;
} LsnStage;

void   lsn_stage_init    (LsnStage     *stage,
                          LsnMap       *map,
                          LsnTextCache *cache);
void   lsn_stage_finish  (LsnStage *stage);
/* Only these, and what is in them. */
void   lsn_stage_limit   (LsnStage     *stage,
                          const LsnRow *actors,
                          guint         n_actors,
                          const LsnRow *notes,
                          guint         n_notes);
/* A set of rows. */
GHashTable *lsn_stage_set_of (const LsnRow *rows,
                              guint         n_rows);
/* Finds out who is shown, and places everybody. */
void   lsn_stage_fill    (LsnStage *stage);
/* The spot that stands for an actor: its own, or that of the collapsed container that hides it. */
guint  lsn_stage_shown   (LsnStage *stage,
                          LsnRow    actor);
/* Whether @actor is one of @rows or in one of them. */
gboolean lsn_stage_is_in (LsnMap     *map,
                          GHashTable *rows,
                          LsnRow      actor);
gboolean lsn_spot_holds  (LsnStage *stage,
                          guint     outer,
                          guint     inner);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LsnStage, lsn_stage_finish)

G_END_DECLS
