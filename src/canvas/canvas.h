/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>
#include "model/quick-entry.h"
#include "model/selection.h"
#include "scene/scene.h"

G_BEGIN_DECLS

/* The node editor: one widget over a map and a selection. Actions (prefix "canvas."): all edits and views that the keyboard
 * reaches; see canvas-actions.c. The zoom is in device-independent pixels per map unit (1 is 100 %). */

#define LSN_TYPE_CANVAS (lsn_canvas_get_type ())
G_DECLARE_FINAL_TYPE (LsnCanvas, lsn_canvas, LSN, CANVAS, GtkWidget)

GtkWidget *lsn_canvas_new           (void);
void       lsn_canvas_set_map       (LsnCanvas *canvas, LsnMap *map, LsnSelection *selection); /* NULLs to empty */
LsnScene  *lsn_canvas_get_scene     (LsnCanvas *canvas);  /* what is shown; borrowed */
double     lsn_canvas_get_zoom      (LsnCanvas *canvas);
void       lsn_canvas_set_zoom      (LsnCanvas *canvas, double zoom); /* about the middle */
/* What is in the middle and how large: kept and restored between sessions. Before the first frame it replaces the fit. */
void       lsn_canvas_get_view      (LsnCanvas *canvas, double *zoom, LsnPoint *middle);
void       lsn_canvas_set_view      (LsnCanvas *canvas, double zoom, const LsnPoint *middle);
/* Pixels at the foot that the window covers: what is fitted keeps clear of them. */
void       lsn_canvas_set_covered   (LsnCanvas *canvas, int pixels);
/* What the window lays over the canvas elsewhere: signs at the border keep clear of it. */
void       lsn_canvas_keep_clear    (LsnCanvas *canvas, GtkWidget *widget);
void       lsn_canvas_zoom_to_fit   (LsnCanvas *canvas);
void       lsn_canvas_zoom_to_rows  (LsnCanvas *canvas, LsnTable table, const LsnRow *rows, guint n_rows);
void       lsn_canvas_show_row      (LsnCanvas *canvas, LsnTable table, LsnRow row); /* scrolls only when it is out of sight */
void       lsn_canvas_edit_name     (LsnCanvas *canvas, LsnTable table, LsnRow row);  /* in place */
/* Gives up what has only been begun; TRUE: there was such a thing, and the undo or redo that asked has done its work. */
gboolean   lsn_canvas_interrupt     (LsnCanvas *canvas);
/* The kind that the next drawn tie gets; LSN_NO_ROW: the first of the palette. */
LsnRow     lsn_canvas_get_next_kind (LsnCanvas *canvas);
void       lsn_canvas_set_next_kind (LsnCanvas *canvas, LsnRow kind);
/* Lines that were typed: one step; new actors near what they are tied to. */
gboolean   lsn_canvas_take_entry    (LsnCanvas *canvas, LsnQuickEntry *entry, GError **error);
/* Another actor beside @actor with its cells and those of its ties: one step. LSN_NO_ROW and an error when it cannot be. */
LsnRow     lsn_canvas_split_actor   (LsnCanvas *canvas, LsnRow actor, const char *name, const LsnRow *ties, guint n_ties,
                                     GError **error);
/* New actors get places. */
void       lsn_canvas_put_new       (LsnCanvas *canvas, const LsnRow *actors, guint n_actors);
/* Files that were dropped, pixels from the canvas's corner: pictures go to the actor there or make new ones; FALSE for others. */
gboolean   lsn_canvas_drop_pictures (LsnCanvas *canvas, GSList *files, double x, double y);
/* The nine kinds of keys 1 to 9, in order. Array of LsnRow, transfer full. */
GArray    *lsn_canvas_palette       (LsnMap *map);
/* What the map may become, shown before it does; %NULL ends it. */
void       lsn_canvas_set_preview   (LsnCanvas *canvas, LsnMap *preview);
/* After a layout: the next change of places is shown as a movement (unless the desktop says reduce motion). */
void       lsn_canvas_animate_next  (LsnCanvas *canvas);
/* What of the map is shown: copied, %NULL for all; the signal "shown" says when what is shown is another. */
void       lsn_canvas_set_filter    (LsnCanvas *canvas, const LsnFilter *filter);
const LsnFilter *lsn_canvas_get_filter (LsnCanvas *canvas);
void       lsn_canvas_add_condition (LsnCanvas *canvas, LsnCondition *condition); /* transfer full */
/* Whether a filter hides that row. */
gboolean   lsn_canvas_hides         (LsnCanvas *canvas, LsnTable table, LsnRow row);
/* Whether a filter hides something, and how many actors and ties it shows. */
gboolean   lsn_canvas_count_shown   (LsnCanvas *canvas, guint *n_actors, guint *n_ties);
/* Whether every tile of the view is crisp: for tests and benchmarks. */
gboolean   lsn_canvas_is_crisp      (LsnCanvas *canvas);

/**
 * LsnAccel:
 * @action: a detailed action name, "canvas.travel('left')"
 * @accels: what triggers it, %NULL-terminated
 * @shown: (nullable): accelerator for the shortcuts window when one row stands for several ("1...9"); %NULL: as @accels
 * @title: (nullable): untranslated, msgctxt "shortcut"; %NULL when the row before stands for this one too
 * @group: untranslated, msgctxt "shortcut group"
 *
 * A key of a class: what its bindings, the shortcuts window and the test for clashes are made from.
 */
typedef struct
{
  const char *action;
  const char *accels[5];
  const char *shown;
  const char *title;
  const char *group;
} LsnAccel;

const LsnAccel *lsn_canvas_accels  (guint *n_accels);
/* The keys of what is typed over the map: a name, and whom to connect to. They mean something only there. */
const LsnAccel *lsn_naming_accels  (guint *n_accels);
const LsnAccel *lsn_connect_accels (guint *n_accels);
/* Binds the keys of a table to the actions of a class. */
void            lsn_accels_bind    (GtkWidgetClass *widget_class, const LsnAccel *accels, guint n_accels);
int             lsn_accels_find    (const LsnAccel *accels, guint n_accels, guint keyval, GdkModifierType state);

/* Signal "ask-entry" (char *text): lines were pasted of which something has to be asked; the window shows them where they can be
 * typed. Properties: "zoom" (double), "next-kind" (uint), "crisp" (boolean, read only),
 * "snap-to-grid" (boolean). Signals: "message" (char *text, gboolean
 * can_undo): something was done or refused that the window says in a toast; "activate-row" (int table, uint row): a double
 * click on a tie, or what else asks for its fields to be shown; "shown" (): what the filter shows may be another.
 *
 * Actions of the widget, all "canvas.": new-actor, tied-actor, rename, delete, cut, copy, paste, duplicate, select-all,
 * select-none, cancel, travel(s), nudge(s), nudge-far(s), kind(i), follow(i), set-kind(s: id of a kind), set-next-kind(s),
 * direction(s: forward, mutual, none), reverse, new-note, new-callout, new-frame,
 * note-colour(s), next-note(s), resize(s), same-size(s), same-power, tie-selected, connect, pin, unpin, group, collapse,
 * expand, zoom-in, zoom-out, zoom-normal, zoom-fit, zoom-selection, context-menu. */

G_END_DECLS
