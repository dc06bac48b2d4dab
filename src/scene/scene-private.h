/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "scene/grid.h"
#include "scene/items.h"
#include "scene/stage.h"

G_BEGIN_DECLS

/* What the files of this layer know of a scene. */

typedef struct
{
  guint  body;  /* items; G_MAXUINT for none */
  guint  name;
} LsnActorItems;

typedef struct
{
  guint  line;
  guint  label;
} LsnTieItems;

struct _LsnScene
{
  gatomicrefcount ref_count;
  LsnMap         *map;       /* a snapshot; NULL for what is moved */
  GPtrArray      *items;     /* of LsnItem, in drawing order */
  LsnActorItems  *actors;    /* by row */
  guint           n_actors;
  LsnTieItems    *ties;      /* by row; summed ties share a line */
  guint           n_ties;
  guint          *notes;     /* items by row; G_MAXUINT for none */
  guint           n_notes;
  LsnBox          page;      /* of the frame that is the page; empty for none */
  LsnBox          bounds;
  LsnGrid        *grid;      /* of items */
  LsnShown       *shown;     /* what passed the filter, by rows up to n_actors and n_ties; NULL for all */
  gboolean        fades;     /* what did not is pale, not left out */
};

static inline const LsnItem *
lsn_scene_item (LsnScene *scene,
                guint     number)
{
  return number < scene->items->len ? g_ptr_array_index (scene->items, number) : NULL;
}

/* While a scene is made: puts an item on top, shared with the one of the same row before when it says the same. */
guint lsn_scene_add (LsnScene *scene,
                     LsnItem   item,
                     LsnItem  *before);

G_END_DECLS
