/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>
#include "canvas/canvas.h"

G_BEGIN_DECLS

/* What a drag of the pointer does. A tool is made when the drag begins; it draws what it does above the map and touches the
 * map only in `finish`, in one transaction, so that to cancel it is to free it. Places are pixels of the canvas. */

typedef struct _LsnTool LsnTool;

typedef struct
{
  const char *cursor;
  void      (*motion)(LsnTool        *tool,
                      double          x,
                      double          y,
                      GdkModifierType state);
  void      (*finish)(LsnTool *tool);
  void      (*snapshot)(LsnTool     *tool,
                        GtkSnapshot *snapshot);
  void      (*clear)(LsnTool *tool);            /* frees what the tool holds; NULL when that is nothing */
  gboolean    moves_view;                       /* and nothing of the map */
} LsnToolClass;

struct _LsnTool
{
  const LsnToolClass *klass;
  LsnCanvas          *canvas; /* borrowed */
  LsnPoint            from;
  LsnPoint            to;
};

gpointer lsn_tool_alloc         (gsize               size,
                                 const LsnToolClass *klass,
                                 LsnCanvas          *canvas,
                                 double              x,
                                 double              y);
void     lsn_tool_free          (LsnTool *tool);

LsnTool *lsn_tool_pan_new       (LsnCanvas *canvas,
                                 double     x,
                                 double     y);
LsnTool *lsn_tool_rubber_band_new (LsnCanvas      *canvas,
                                   double          x,
                                   double          y,
                                   GdkModifierType state);
LsnTool *lsn_tool_move_new      (LsnCanvas *canvas,
                                 double     x,
                                 double     y,
                                 LsnTable   table,
                                 LsnRow     pressed,
                                 gboolean   alone);
LsnTool *lsn_tool_connect_new   (LsnCanvas *canvas,
                                 double     x,
                                 double     y,
                                 LsnRow     source);
/* @number: the bend that is moved; G_MAXUINT for a new one where the tie was pressed */
LsnTool *lsn_tool_bend_new      (LsnCanvas *canvas,
                                 double     x,
                                 double     y,
                                 LsnRow     tie,
                                 guint      number);
LsnTool *lsn_tool_end_new       (LsnCanvas *canvas,
                                 double     x,
                                 double     y,
                                 LsnRow     tie,
                                 gboolean   at_target);
/* NULL when the label of the tie is not drawn. */
LsnTool *lsn_tool_label_new     (LsnCanvas *canvas,
                                 double     x,
                                 double     y,
                                 LsnRow     tie);
LsnTool *lsn_tool_room_new      (LsnCanvas *canvas,
                                 double     x,
                                 double     y);
LsnTool *lsn_tool_resize_new     (LsnCanvas *canvas,
                                  double     x,
                                  double     y,
                                  LsnRow     note,
                                  guint      number);
LsnTool *lsn_tool_frame_new      (LsnCanvas *canvas,
                                  double     x,
                                  double     y);
/* How far a tool moves the selected actors meanwhile, in map units; 0, 0 for other tools. */
LsnPoint lsn_tool_move_by       (LsnTool *tool);

G_END_DECLS
