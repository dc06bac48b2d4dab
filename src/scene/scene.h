/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <cairo.h>
#include <gio/gio.h>
#include "model/filter.h"
#include "model/points.h"

G_BEGIN_DECLS

/* The immutable picture of a map: paths, text runs and symbols in map coordinates (1 unit = 1/96 inch, y down), in drawing
 * order, with a grid index and the row that each belongs to. Safe to read from any thread. Knows no toolkit. */

typedef struct _LsnScene LsnScene;
typedef struct _LsnTextCache LsnTextCache;

typedef struct { double x, y, width, height; } LsnBox;

/* Shaped text by (text, font, width); outlives scenes; thread-safe. */
LsnTextCache *lsn_text_cache_new   (void);
LsnTextCache *lsn_text_cache_ref   (LsnTextCache *cache);
void          lsn_text_cache_unref (LsnTextCache *cache);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LsnTextCache, lsn_text_cache_unref)

/**
 * LsnSceneOptions:
 *
 * What of a map is shown. All zero is the whole map without house matter.
 */
typedef struct
{
  const LsnRow *only_actors;   /* NULL: all; else only these actors, what is inside them, and the ties among them */
  guint         n_only_actors;
  const LsnRow *only_notes;    /* (nullable): and these notes, beside the callouts about those; when only some are shown */
  guint         n_only_notes;
  LsnRow        page;          /* a frame: pictures are of what is in it, as large as it, without house matter; LSN_NO_ROW: all */
  const LsnFilter *filter;     /* (nullable): of these, what passes it */
  LsnScene     *like;          /* (nullable): instead of a filter: what this one hides is hidden */
  gboolean      legend;        /* the legend, right of the picture */
  gboolean      title;         /* question as title, author and as-of date, the caveat at the foot */
  LsnScene     *previous;      /* (nullable): items of unchanged rows are shared with it */
} LsnSceneOptions;

/**
 * lsn_scene_new:
 *
 * Builds the scene of @map, which must be a snapshot when this runs off the map's thread. Actors without a place are put
 * beside the picture in a grid, so nothing is ever invisible. Cost: O(rows), plus the shaping of new texts.
 */
LsnScene *lsn_scene_new         (LsnMap                *map,
                                 const LsnSceneOptions *options,
                                 LsnTextCache          *cache);
/**
 * lsn_scene_new_moved:
 *
 * A small scene of only @actors (with what is inside them), all their ties, callouts about them and @notes, as if they stood
 * (@dx, @dy) further: what is drawn live above the tiles while they are dragged. What @like, a scene of the map a moment ago,
 * hides, is hidden here too; it may be %NULL. Cost: O(actors and their ties).
 */
LsnScene *lsn_scene_new_moved   (LsnMap       *map,
                                 LsnTextCache *cache,
                                 const LsnRow *actors,
                                 guint         n_actors,
                                 const LsnRow *notes,
                                 guint         n_notes,
                                 double        dx,
                                 double        dy,
                                 LsnScene     *like);
LsnScene *lsn_scene_ref         (LsnScene *scene);
void      lsn_scene_unref       (LsnScene *scene);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LsnScene, lsn_scene_unref)

LsnBox    lsn_scene_get_bounds  (LsnScene *scene);      /* ink; empty (width 0) for an empty map */
/* Whether a filter keeps an actor or tie out of the scene. What is inside a collapsed container is not hidden by that. */
gboolean  lsn_scene_hides       (LsnScene *scene, LsnTable table, LsnRow row);
/* Whether a filter has an actor or tie drawn pale. */
gboolean  lsn_scene_fades       (LsnScene *scene, LsnTable table, LsnRow row);
/* How many actors and ties pass the filter; FALSE when the scene has none. */
gboolean  lsn_scene_count_shown (LsnScene *scene, guint *n_actors, guint *n_ties);
/* The frame that is the page of pictures; FALSE when there is none. */
gboolean  lsn_scene_get_page    (LsnScene *scene, LsnBox *page);
/* Where an actor, tie or note is drawn; FALSE when it is not in the scene. */
gboolean  lsn_scene_row_bounds  (LsnScene *scene, LsnTable table, LsnRow row, LsnBox *ink);
/* The body of an actor: centre and size of its disc, square or frame. FALSE when it is not drawn as itself. */
gboolean  lsn_scene_actor_body  (LsnScene *scene, LsnRow actor, LsnBox *body, gboolean *is_frame);
/* The box of a note, without what a callout points with. FALSE when it is not drawn. */
gboolean  lsn_scene_note_box    (LsnScene *scene, LsnRow note, LsnBox *box);
/* The line of a tie from source to target, flattened: an array of LsnPoint, transfer full; NULL when it is not drawn. What
 * shows that a tie is selected follows it. */
GArray   *lsn_scene_tie_path    (LsnScene *scene, LsnRow tie);
/* That line as it would run through other points. */
GArray   *lsn_scene_bent_path    (LsnMap *map, LsnTextCache *cache, LsnRow tie, const LsnPoint *bends, guint n_bends);
/* How many ties the line of a tie stands for; 0 when it is not drawn. */
guint     lsn_scene_tie_count    (LsnScene *scene, LsnRow tie);
/* Where the label of a tie stands. FALSE when it has none, or is not drawn. */
gboolean  lsn_scene_label_bounds (LsnScene *scene, LsnRow tie, LsnBox *ink);
/* Where a name is edited in place. */
gboolean  lsn_scene_name_bounds (LsnScene *scene, LsnRow actor, LsnBox *ink);

typedef enum { LSN_PART_BODY, LSN_PART_RIM, LSN_PART_NAME, LSN_PART_LINE, LSN_PART_FRAME_TITLE } LsnPart;

typedef struct
{
  LsnTable table;
  LsnRow   row;
  LsnPart  part;
} LsnHit;

/* What is at a place: notes and actors before ties, topmost first, within @radius units. The outer fifth of a body is its rim (at
 * least 4 units); a frame answers on its border and title only. */
gboolean  lsn_scene_pick        (LsnScene *scene, double x, double y, double radius, LsnHit *hit);
/* The actor whose shape is within @radius units, the nearest first; LSN_NO_ROW for none. */
LsnRow    lsn_scene_nearest_body (LsnScene *scene, double x, double y, double radius);
/* All actors (bodies wholly inside), ties (both ends inside) and notes (wholly inside) of a box; arrays of LsnRow, transfer
 * full. */
void      lsn_scene_pick_box    (LsnScene *scene, const LsnBox *box, GArray **actors, GArray **ties, GArray **notes);

/* Whether a box lies on a body, a name, a label or a note, frames aside; with @lines, or on the line of a tie. @but: a note that
 * does not count; LSN_NO_ROW for none. */
gboolean  lsn_scene_is_taken    (LsnScene *scene, const LsnBox *box, LsnRow but, gboolean lines);

/**
 * LsnPaintFlags:
 * @LSN_PAINT_SCREEN: leave out what is smaller than a device pixel, thin lines by the fast routine
 */
typedef enum { LSN_PAINT_EXACT = 0, LSN_PAINT_SCREEN = 1 << 0 } LsnPaintFlags;

/**
 * lsn_scene_paint:
 * @area: the part wanted, in map units
 * @scale: device pixels per map unit; @cr is already transformed to map units
 *
 * Paints onto any cairo surface, from any thread. Does not paint the ground.
 */
void      lsn_scene_paint       (LsnScene *scene, cairo_t *cr, const LsnBox *area, double scale, LsnPaintFlags flags,
                                 GCancellable *cancellable);
/* The document's own ground (paper white), 0 to 1; never depends on the theme. */
void      lsn_scene_ground      (double *red, double *green, double *blue);

/* Size of each actor with its name around its centre, for layouts. Array of LsnExtents, one for every actor; transfer full. */
GArray   *lsn_scene_measure     (LsnMap *map, LsnTextCache *cache);

G_END_DECLS
