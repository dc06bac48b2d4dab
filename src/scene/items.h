/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/notes.h"
#include "scene/lines.h"
#include "scene/text.h"

G_BEGIN_DECLS

/* The things of a scene, in drawing order: immutable, shared between scenes. */

typedef enum
{
  LSN_ITEM_FRAME,
  LSN_ITEM_LINE,
  LSN_ITEM_BODY,
  LSN_ITEM_WORDS,
  LSN_ITEM_NOTE,
  LSN_ITEM_RING,  /* an outline without a row: sizes in the legend */
  LSN_ITEM_RULE,  /* a hairline of the page */
} LsnItemType;

typedef struct
{
  LsnBox       box;
  LsnActorLook look;
  LsnColour    fill;
  LsnImage    *image;  /* NULL for none */
  gboolean     image_at_left; /* where its title is not */
} LsnFrameItem;

typedef struct
{
  LsnWay      way;
  LsnLineLook line;
  LsnText    *count;  /* NULL but for sums */
} LsnLineItem;

typedef struct
{
  LsnPoint     centre;
  LsnActorLook look;
  LsnText     *inside; /* how many a collapsed container hides; NULL for others */
  LsnImage    *image;  /* NULL for the symbol of its kind */
} LsnBodyItem;

typedef struct
{
  LsnText  *text;
  LsnPoint  anchor;
  LsnAlign  align;
  LsnColour colour;
  LsnColour halo;
  gboolean  plate;   /* a piece of the colour of the halo is below, as what is there would show between the letters */
} LsnWordsItem;

/**
 * LsnNoteItem:
 * @tip: what a callout points to, when @has_tip
 * @text: (nullable): what it says
 * @fill: %LSN_NO_COLOUR for none
 * @bare: without its border: a frame that is the page itself
 */
typedef struct
{
  LsnBox       box;
  LsnPoint     tip;
  LsnText     *text;
  LsnColour    fill;
  LsnColour    stroke;
  LsnColour    ink;
  LsnNoteShape shape;
  gboolean     has_tip;
  gboolean     bare;
} LsnNoteItem;

typedef struct
{
  LsnPoint  centre;
  double    radius;
  gboolean  dashed;
} LsnRingItem;

typedef struct
{
  gatomicrefcount ref_count;
  LsnItemType     type;
  LsnTable        table;
  LsnRow          row;  /* LSN_NO_ROW for what belongs to the page */
  gboolean        faded; /* drawn pale, as it is not what one looks for */
  LsnBox          ink;
  union
  {
    LsnFrameItem frame;
    LsnLineItem  line;
    LsnBodyItem  body;
    LsnWordsItem words;
    LsnNoteItem  note;
    LsnRingItem  ring;
    LsnCurve     rule;
  };
} LsnItem;

/* Takes over what @item holds by reference, and sets its ink. When @before says the same, that is shared. */
LsnItem *lsn_item_new   (LsnItem  item,
                         LsnItem *before);
LsnItem *lsn_item_ref   (LsnItem *item);
void     lsn_item_unref (LsnItem *item);
/* Whether something of it is drawn in @area. */
gboolean lsn_item_meets (const LsnItem *item,
                         const LsnBox  *area);
void     lsn_item_draw  (const LsnItem *item,
                         LsnPen        *pen);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LsnItem, lsn_item_unref)

G_END_DECLS
