/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "canvas/animate.h"
#include "canvas/canvas.h"
#include "canvas/live.h"
#include "canvas/layer.h"
#include "canvas/patches.h"
#include "canvas/preview.h"
#include "canvas/rings.h"
#include "canvas/scene-builder.h"
#include "canvas/signposts.h"
#include "canvas/tiles.h"
#include "canvas/tool.h"
#include "canvas/trail.h"
#include "canvas/viewport.h"

G_BEGIN_DECLS

/* The inside of the canvas, shared by the files that make it up: canvas.c holds it together, canvas-view.c moves and zooms,
 * canvas-update.c keeps up with the map, canvas-focus.c with the focused row, canvas-pointer.c hears presses and drags,
 * canvas-input.c the rest, canvas-actions.c is what the actions do, overlay.c draws above the tiles. */

/* A handle of the selected tie, or of the selected note. */
typedef enum { LSN_HANDLE_NONE, LSN_HANDLE_SOURCE, LSN_HANDLE_TARGET, LSN_HANDLE_BEND, LSN_HANDLE_NOTE } LsnHandleType;

#define LSN_N_NOTE_HANDLES 8

typedef struct
{
  LsnHandleType type;
  LsnRow        tie;
  guint         number; /* of a bend, from the source; of a note, clockwise from the corner above on the left */
  LsnRow        note;
} LsnHandle;

#define LSN_NEW_RADIUS  22.0 /* units: of an actor that is new, whose power nobody knows */
#define LSN_PICK_RADIUS 6.0 /* pixels within which a tie answers */

struct _LsnCanvas
{
  GtkWidget        parent_instance;

  /* What is shown */
  LsnMap          *map;
  LsnSelection    *selection;
  LsnScene        *scene;
  LsnMap          *shown;         /* the state of the map that the scene shows */

  /* How it is shown */
  LsnViewport     *viewport;
  LsnTextCache    *texts;
  LsnWorkers      *painters;      /* of tiles; they give way to the window */
  LsnWorkers      *helpers;       /* of scenes and of what is dragged */
  LsnSceneBuilder *builder;
  LsnFilter       *filter;        /* what of the map is shown; without conditions all is */
  LsnFilter       *followed[2];   /* the filter before and after it followed who took the place of a row; NULL for none */
  char            *followed_id;   /* of that row */
  LsnTable         followed_table;
  LsnTiles        *tiles;
  LsnPatches      *patches;
  LsnLayer        *marks;         /* along the selected ties */
  LsnBox           marks_view;    /* the part that the marks were painted for */
  LsnRings        *rings;         /* round the selected actors, and pins */
  LsnPreview      *preview;       /* of what the map may become */
  LsnAnimation    *animation;
  guint            tick;
  int              last_step;
  double           first_zoom;    /* what the first frame shows instead of the whole map; 0 for the whole map */
  LsnPoint         first_middle;
  double           fitted_zoom;   /* the view that showed the whole map; 0 when none did */
  LsnPoint         fitted_middle;
  int              covered;       /* pixels at the foot that something of the window lies over */
  LsnTrail        *trail;         /* where the view has rested */
  LsnSignposts    *signposts;     /* to the ends of ties that are out of sight */
  guint            rest;          /* source that notes where it rests next */
  guint            settle;        /* source that has tiles painted once the zoom rests */
  guint            arrived;       /* source that shows the tiles that have come meanwhile */
  guint            was_crisp    : 1;
  guint            was_shown    : 1; /* something of the map has been seen */
  guint            has_fitted   : 1;
  guint            has_moved    : 1; /* since the source looked last */
  guint            animate_next : 1;

  /* What the pointer does */
  LsnTool         *tool;
  LsnPoint         pointer;
  LsnPoint         press;
  LsnHit           hover;
  LsnHit           pressed;
  LsnHandle        hover_handle;
  LsnHandle        pressed_handle;
  guint32          press_time;
  guint            has_hover         : 1;
  guint            has_pressed       : 1;
  guint            has_pointer       : 1;
  guint            space_held        : 1;
  guint            is_double         : 1;
  guint            select_on_release : 1;
  guint            snap_to_grid      : 1;
  guint            makes_room        : 1; /* the next drag does */
  guint            draws_frame       : 1; /* likewise */
  double           pinch_zoom;
  LsnPoint         pinch_at;
  GtkGesture      *drag;          /* borrowed from the widget, as is the next */
  GtkGesture      *pan_drag;

  /* What the keyboard does */
  LsnRow           next_kind;
  guint            by_keyboard : 1; /* the user works with it, so that the focus is shown */
  GtkWidget       *focus_child;
  GtkWidget       *menu;
  GtkWidget       *asked;         /* asks something; NULL when it does not */
  LsnRow           asked_actor;   /* that it points to; LSN_NO_ROW when it points to the place below */
  LsnPoint         asked_at;      /* of the map */
  LsnRow           asked_tie;     /* what it is about, when that is a tie */
  GArray          *tour;          /* of LsnRow: the ends that the keyboard goes round; NULL when it does not */
  guint            tour_at;
  LsnRow           bent;          /* the tie of the bend below */
  guint            bend;          /* the bend that the keyboard is at, from 1; 0 for none */
  GtkWidget       *editor;        /* of the name below; NULL when none is typed */
  LsnTable         named_table;
  LsnRow           named;
  LsnRow           named_from;    /* the actor that the named one was tied to when it was made */
  char            *named_key;     /* merge key of its making; NULL when it was there before */
  guint64          named_revision;
  guint            named_is_typed : 1; /* made by the keyboard: Enter makes the next one */
  guint            named_is_reversed : 1; /* its tie goes to the actor above */
  guint            n_made;        /* numbers the merge keys */
};

/* canvas.c */
void     lsn_canvas_say            (LsnCanvas  *self,
                                    gboolean    can_undo,
                                    const char *text);
void     lsn_canvas_say_error      (LsnCanvas    *self,
                                    const GError *error);
void     lsn_canvas_say_shown      (LsnCanvas *self);
void     lsn_canvas_say_seen       (LsnCanvas *self);
void     lsn_canvas_activate_row   (LsnCanvas *self,
                                    LsnTable   table,
                                    LsnRow     row);
void     lsn_canvas_ask_entry      (LsnCanvas  *self,
                                    const char *text);
void     lsn_canvas_place_children (LsnCanvas *self);

/* saying.c */
void     lsn_canvas_say_deleted    (LsnCanvas *self,
                                    guint      n_actors,
                                    guint      n_ties,
                                    guint      n_notes);
void     lsn_canvas_say_pinned     (LsnCanvas *self,
                                    guint      n_actors,
                                    gboolean   pinned);

/* canvas-update.c */
void     lsn_canvas_init_picture   (LsnCanvas *self);
void     lsn_canvas_take_map       (LsnCanvas    *self,
                                    LsnMap       *map,
                                    LsnSelection *selection);
void     lsn_canvas_drop_map       (LsnCanvas *self);
void     lsn_canvas_ensure_scene   (LsnCanvas *self);
void     lsn_canvas_queue_update   (LsnCanvas *self);

/* canvas-focus.c */
LsnRow   lsn_canvas_focused_actor  (LsnCanvas *self);
void     lsn_canvas_focus_row      (LsnCanvas *self,
                                    LsnTable   table,
                                    LsnRow     row);
void     lsn_canvas_place_focus_child (LsnCanvas *self);
void     lsn_canvas_take_focus_from   (LsnCanvas *self,
                                       GtkWidget *widget);

/* canvas-view.c */
void     lsn_canvas_fit_first_time (LsnCanvas *self);
void     lsn_canvas_fit_again      (LsnCanvas *self);
void     lsn_canvas_zoom_by        (LsnCanvas *self,
                                    double     factor,
                                    double     x,
                                    double     y);
void     lsn_canvas_view_changed   (LsnCanvas *self);
void     lsn_canvas_fit_box        (LsnCanvas *self,
                                    LsnBox     bounds);
LsnBox   lsn_canvas_bounds_of      (LsnCanvas    *self,
                                    LsnTable      table,
                                    const LsnRow *rows,
                                    guint         n_rows);
void     lsn_canvas_show_actors    (LsnCanvas    *self,
                                    const LsnRow *actors,
                                    guint         n_actors);
void     lsn_canvas_show_row_with_room (LsnCanvas *self,
                                        LsnTable   table,
                                        LsnRow     row,
                                        int        below);
void     lsn_canvas_zoom_to_selection (LsnCanvas *self);

/* canvas-trail.c */
void     lsn_canvas_await_rest     (LsnCanvas *self);
void     lsn_canvas_note_stop      (LsnCanvas *self);
void     lsn_canvas_step_trail     (LsnCanvas *self,
                                    gboolean   back);

/* canvas-ends.c */
void     lsn_canvas_go_to_end      (LsnCanvas *self,
                                    LsnRow     actor);
void     lsn_canvas_popup_ends     (LsnCanvas *self,
                                    GArray    *actors,
                                    double     x,
                                    double     y);
void     lsn_canvas_forget_tour    (LsnCanvas *self);
void     lsn_canvas_act_on_ends    (LsnCanvas  *self,
                                    const char *name,
                                    GVariant   *parameter);

/* canvas-filter.c */
void     lsn_canvas_exempt_made    (LsnCanvas  *self,
                                    LsnChanges *changes);
void     lsn_canvas_forget_filter  (LsnCanvas *self);
void     lsn_canvas_follow_replaced (LsnCanvas  *self,
                                     guint       table,
                                     const char *id,
                                     const char *by);
void     lsn_canvas_follow_history (LsnCanvas *self);
void     lsn_canvas_note_shown     (LsnCanvas *self);
void     lsn_canvas_toggle_fade    (LsnCanvas *self);
void     lsn_canvas_select_shown   (LsnCanvas *self);
void     lsn_canvas_show_within    (LsnCanvas *self,
                                    guint      steps);
void     lsn_canvas_show_between   (LsnCanvas *self);
void     lsn_canvas_filter_kind    (LsnCanvas *self,
                                    gboolean   hide);

/* canvas-input.c */
void     lsn_canvas_init_input     (LsnCanvas *self);

/* canvas-pointer.c */
void     lsn_canvas_init_pointer   (LsnCanvas *self);
gboolean lsn_canvas_is_for_map     (LsnCanvas  *self,
                                    GtkGesture *gesture,
                                    double      x,
                                    double      y);
void     lsn_canvas_update_hover   (LsnCanvas *self);
LsnRow   lsn_canvas_pick_end       (LsnCanvas *self,
                                    double     x,
                                    double     y);
gboolean lsn_canvas_pick           (LsnCanvas *self,
                                    double     x,
                                    double     y,
                                    LsnHit    *hit);
gboolean lsn_canvas_cancel_tool    (LsnCanvas *self);
void     lsn_canvas_update_cursor  (LsnCanvas *self);

/* canvas-actions.c */
void     lsn_canvas_class_init_actions  (LsnCanvasClass *klass);
void     lsn_canvas_update_actions (LsnCanvas *self);

/* canvas-accels.c */
void     lsn_canvas_bind_accels    (GtkWidgetClass *widget_class);

/* naming.c */

/* How the actor was made that is named next. */
typedef struct
{
  LsnRow      from;        /* whom it is tied to; LSN_NO_ROW for nobody */
  const char *merge_key;   /* of its making */
  gboolean    is_typed;    /* by the keyboard */
  gboolean    is_reversed; /* the tie goes to @from */
} LsnMade;

void     lsn_canvas_name_new       (LsnCanvas     *self,
                                    LsnRow         actor,
                                    const LsnMade *made);
void     lsn_canvas_end_naming     (LsnCanvas *self);
void     lsn_canvas_follow_named   (LsnCanvas *self);
void     lsn_canvas_place_editor   (LsnCanvas *self);
void     lsn_canvas_drop_editor    (LsnCanvas *self);
gboolean lsn_canvas_take_back_new  (LsnCanvas *self);

/* note-editing.c */
void     lsn_canvas_edit_note      (LsnCanvas *self,
                                    LsnRow     note);
void     lsn_canvas_edit_new_note  (LsnCanvas  *self,
                                    LsnRow      note,
                                    const char *merge_key);
void     lsn_canvas_place_note_editor (LsnCanvas *self);

/* canvas-notes.c */
void     lsn_canvas_make_frame     (LsnCanvas      *self,
                                    const LsnBox   *box,
                                    const LsnPoint *at);
void     lsn_canvas_settle_callout (LsnCanvas  *self,
                                    LsnRow      note,
                                    const char *merge_key);
void     lsn_canvas_moving_rows    (LsnCanvas *self,
                                    gboolean   alone,
                                    GArray   **actors,
                                    GArray   **notes);
void     lsn_canvas_nudge_selected (LsnCanvas *self,
                                    LsnPoint   by);
void     lsn_canvas_act_on_notes   (LsnCanvas  *self,
                                    const char *name,
                                    GVariant   *parameter);

/* note-handles.c */
LsnRow   lsn_canvas_handled_note   (LsnCanvas *self);
gboolean lsn_canvas_note_box       (LsnCanvas *self,
                                    LsnRow     note,
                                    LsnBox    *box);
gboolean lsn_canvas_note_handle_at (LsnCanvas *self,
                                    double     x,
                                    double     y,
                                    LsnHandle *handle);
const char *lsn_canvas_note_cursor (guint number);
LsnBox   lsn_canvas_resized_note   (const LsnBox *box,
                                    guint         number,
                                    LsnPoint      by);
void     lsn_canvas_snapshot_notes (LsnCanvas   *self,
                                    GtkSnapshot *snapshot);

/* making.c */
char    *lsn_canvas_new_merge_key  (LsnCanvas *self);
LsnPoint lsn_canvas_free_place     (LsnCanvas *self,
                                    LsnRow     beside,
                                    LsnPoint   wish);
LsnPoint lsn_canvas_middle         (LsnCanvas *self);
void     lsn_canvas_make_actor     (LsnCanvas *self,
                                    LsnPoint   at);
void     lsn_canvas_make_actor_near (LsnCanvas *self,
                                     LsnPoint   wish,
                                     LsnRow     kind);
void     lsn_canvas_make_tied_actor (LsnCanvas *self,
                                     LsnRow     from,
                                     gboolean   is_reversed);
void     lsn_canvas_make_sibling   (LsnCanvas *self,
                                    LsnRow     of,
                                    LsnRow     from,
                                    gboolean   is_reversed);
gboolean lsn_canvas_type_new_actor (LsnCanvas             *self,
                                    GtkEventControllerKey *controller,
                                    guint                  keyval);

/* entry.c */
gboolean lsn_canvas_take_entry_at  (LsnCanvas     *self,
                                    LsnQuickEntry *entry,
                                    const char    *label,
                                    LsnPoint       wish,
                                    GError       **error);
void     lsn_canvas_paste_lines    (LsnCanvas  *self,
                                    const char *text,
                                    LsnPoint    wish);

/* connect.c */
void     lsn_canvas_connect_selected (LsnCanvas *self);

/* asking.c */
void     lsn_canvas_ask            (LsnCanvas *self,
                                    GtkWidget *popover,
                                    LsnPoint   at);
void     lsn_canvas_ask_about      (LsnCanvas *self,
                                    GtkWidget *popover,
                                    LsnRow     actor);
void     lsn_canvas_place_asked    (LsnCanvas *self);

/* handles.c */
LsnRow   lsn_canvas_handled_tie    (LsnCanvas *self);
GArray  *lsn_canvas_drawn_bends    (LsnCanvas *self,
                                    LsnRow     tie);
gboolean lsn_canvas_focused_bend   (LsnCanvas *self,
                                    LsnRow    *tie,
                                    guint     *number);
void     lsn_canvas_focus_bend     (LsnCanvas *self,
                                    LsnRow     tie,
                                    guint      number);
gboolean lsn_canvas_handle_at      (LsnCanvas *self,
                                    double     x,
                                    double     y,
                                    LsnHandle *handle);
void     lsn_canvas_snapshot_handles (LsnCanvas   *self,
                                      GtkSnapshot *snapshot);
void     lsn_canvas_snapshot_path  (LsnCanvas   *self,
                                    GtkSnapshot *snapshot,
                                    GArray      *path);

/* canvas-ties.c */
void     lsn_canvas_add_bend       (LsnCanvas      *self,
                                    const LsnPoint *at);
gboolean lsn_canvas_nudge_bend     (LsnCanvas *self,
                                    LsnPoint   by);
gboolean lsn_canvas_nudge_label    (LsnCanvas *self,
                                    LsnPoint   way,
                                    gboolean   far);
gboolean lsn_canvas_remove_focused_bend (LsnCanvas *self);
void     lsn_canvas_reattach       (LsnCanvas *self,
                                    LsnRow     tie,
                                    gboolean   at_target,
                                    LsnRow     actor);
void     lsn_canvas_act_on_ties    (LsnCanvas  *self,
                                    const char *name,
                                    GVariant   *parameter);

/* canvas-arrange.c */
void     lsn_canvas_arrange        (LsnCanvas  *self,
                                    const char *name,
                                    GVariant   *parameter);

/* canvas-merge.c */
void     lsn_canvas_merge_ties     (LsnCanvas  *self,
                                    const char *name,
                                    GVariant   *parameter);

/* canvas-containers.c */
void     lsn_canvas_act_on_containers (LsnCanvas  *self,
                                       const char *name,
                                       GVariant   *parameter);

/* canvas-menu.c */
void     lsn_canvas_popup_model    (LsnCanvas  *self,
                                    GMenuModel *model,
                                    double      x,
                                    double      y);
void     lsn_canvas_popup_menu     (LsnCanvas *self,
                                    double     x,
                                    double     y);

void     lsn_canvas_popup_menu_for (LsnCanvas *self,
                                    double     x,
                                    double     y,
                                    LsnTable   table,
                                    LsnRow     row);
void     lsn_canvas_popup_menu_at_focus (LsnCanvas *self);

/* canvas-clipboard.c */
void     lsn_canvas_copy           (LsnCanvas *self,
                                    gboolean   cut);
void     lsn_canvas_copy_picture   (LsnCanvas *self);
void     lsn_canvas_paste          (LsnCanvas *self);
LsnPoint lsn_canvas_place_to_paste (LsnCanvas *self);
void     lsn_canvas_duplicate      (LsnCanvas *self);

/* canvas-pictures.c */
void     lsn_canvas_take_picture_bytes (LsnCanvas *self,
                                        GBytes    *bytes);
void     lsn_canvas_take_picture_files (LsnCanvas      *self,
                                        GPtrArray      *files,
                                        const LsnPoint *at);
void     lsn_canvas_act_on_pictures (LsnCanvas  *self,
                                     const char *name,
                                     GVariant   *parameter);

/* overlay.c */
void     lsn_canvas_snapshot_overlay (LsnCanvas   *self,
                                      GtkSnapshot *snapshot);
void     lsn_canvas_refresh_marks  (LsnCanvas *self);
gboolean lsn_canvas_is_square      (LsnCanvas *self,
                                    LsnRow     actor,
                                    gboolean   is_frame);
gboolean lsn_canvas_is_scene_current (LsnCanvas *self);
LsnPoint lsn_canvas_moved_since    (LsnCanvas *self,
                                    LsnRow     actor);
gboolean lsn_canvas_body_of        (LsnCanvas *self,
                                    LsnRow     actor,
                                    LsnBox    *body,
                                    gboolean  *square);
gboolean lsn_canvas_is_seen        (LsnCanvas    *self,
                                    const LsnBox *box);

G_END_DECLS
