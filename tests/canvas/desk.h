/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "canvas/canvas-private.h"
#include "model/edit.h"

G_BEGIN_DECLS

/* A window with a canvas on a screen of its own, and a user who moves the pointer and types: real events of the X server. */

typedef struct
{
  GtkWidget    *window;
  LsnCanvas    *canvas;
  LsnMap       *map;
  LsnSelection *selection;
  char         *message; /* the last one that the canvas said */
} Desk;

/* A window of 1000 x 700 at the screen's top left, showing a new map at 100 % with the origin in the middle. */
Desk    *desk_new        (void);
void     desk_free       (Desk *desk);
/* Runs xdotool with these words, and the window meanwhile; returns when the events have been handled. */
void     desk_do         (Desk       *desk,
                          const char *format,
                          ...) G_GNUC_PRINTF (2, 3);
/* The same while the window is held up: it finds all the events waiting, as those of somebody who types ahead. */
void     desk_do_at_once (Desk       *desk,
                          const char *words);
void     desk_settle     (Desk *desk);
void     desk_wait_crisp (Desk *desk);
/* Keeps what the screen shows as NAME.png in the folder LIAISON_SCREENSHOTS, when that is set. */
void     desk_look       (Desk       *desk,
                          const char *name);
/* Where a place on the map is on the screen. */
LsnPoint desk_at         (Desk  *desk,
                          double x,
                          double y);
void     desk_click      (Desk  *desk,
                          double x,
                          double y);
void     desk_drag       (Desk  *desk,
                          double x0,
                          double y0,
                          double x1,
                          double y1);
LsnRow   desk_add_actor  (Desk       *desk,
                          const char *name,
                          const char *kind,
                          double      x,
                          double      y);
LsnRow   desk_add_tie    (Desk       *desk,
                          LsnRow      source,
                          LsnRow      target,
                          const char *kind);
LsnRow   desk_find_actor (Desk       *desk,
                          const char *name);

G_END_DECLS
