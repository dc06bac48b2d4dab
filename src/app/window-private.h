/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "app/find-bar.h"
#include "app/footbar.h"
#include "app/history-popover.h"
#include "app/inspector.h"
#include "app/kinds-window.h"
#include "app/layout-offer.h"
#include "app/layout-popover.h"
#include "app/outline.h"
#include "app/empty-hint.h"
#include "app/palette.h"
#include "app/progress.h"
#include "app/quick-bar.h"
#include "app/tables.h"
#include "app/window.h"
#include "canvas/canvas.h"
#include "canvas/minimap.h"

G_BEGIN_DECLS

typedef struct _LsnOffering LsnOffering;

struct _LsnWindow
{
  AdwApplicationWindow  parent_instance;

  /* Template children */
  AdwToastOverlay      *toasts;
  AdwWindowTitle       *title;
  AdwSplitButton       *open_button;
  GtkMenuButton        *layout_button;
  GtkMenuButton        *menu_button;
  GtkWidget            *outline_button;
  GtkWidget            *inspector_button;
  GtkWidget            *map_tools;     /* what needs a map, in the header bar */
  GtkWidget            *map_button;
  GtkWidget            *table_button;
  GtkWidget            *export_button;
  GtkWidget            *undo_button;
  GtkWidget            *redo_button;
  GtkMenuButton        *history_button;
  GtkInfoBar           *report_bar;
  GtkLabel             *report_label;
  GtkInfoBar           *places_bar;
  GtkInfoBar           *disk_bar;
  GtkLabel             *disk_label;
  GtkWidget            *disk_load;
  GtkStack             *pages;
  AdwFlap              *outline_flap;
  AdwFlap              *inspector_flap;
  LsnOutline           *outline;
  LsnInspector         *inspector;
  GtkPaned             *paned;         /* the canvas and the tables, or one of them */
  GtkOverlay           *overlay;
  LsnFindBar           *find_bar;
  LsnLayoutOffer       *layout_offer;
  LsnPalette           *palette;
  LsnEmptyHint         *empty_hint;
  LsnProgress          *progress;
  LsnQuickBar          *quick_bar;
  LsnFootbar           *footbar;

  /* Own */
  LsnCanvas            *canvas;        /* child of the overlay */
  LsnMinimap           *minimap;       /* above the canvas */
  LsnLayoutPopover     *layouts;       /* of the layout button; NULL until it is first opened */
  LsnOffering          *offering;      /* a layout that is made or offered; NULL when none is */
  LsnHistoryPopover    *history;       /* of its button; NULL until it is first opened */
  LsnKindsWindow       *kinds;         /* NULL when it is not open */
  LsnTables            *tables;        /* end of the paned; NULL until they are first shown */
  GSettings            *settings;
  LsnDocument          *document;      /* NULL on the welcome page */
  LsnReport            *report;        /* of the file that was opened, or saved last */
  GFile                *loading;       /* what is being read */
  GKeyFile             *view_keys;     /* how the map was looked at when it was opened */
  GCancellable         *watching;      /* while the monitor is set up */
  GFileMonitor         *monitor;       /* of the document's file */
  guint                 fitting;       /* source that fits what is shown to the width */
  guint                 patience;      /* source that shows the window, when reading takes long */
  guint                 monitor_delay; /* source that looks at the file soon */
  AdwToast             *undo_toast;    /* offers to undo the last step as long as it is the last */
  GQueue                said;          /* of AdwToast, of the overlay: the first is seen, the others wait */
  gint64                said_since;    /* when the first came */
  AdwToast             *old_toast;     /* the first, when it goes as soon as it may */
  guint                 taking_back;   /* source */
  GCancellable         *looking;       /* while the disk is asked after the document's file */
  gboolean              close_when_saved;
  gboolean              is_closing;    /* while the disk is asked before that */
  gboolean              may_close;     /* whoever had to be asked before it closes has been asked */
  gboolean              shows_table;
  gboolean              beside;        /* the table is shown together with the canvas */
  gboolean              showed_table;  /* before that: what turning it off goes back to */
};

/* window.c */
void     lsn_window_appear (LsnWindow *window);

/* window-message.c */
void     lsn_window_say (LsnWindow  *window,
                         const char *sentence,
                         gboolean    can_undo);
void     lsn_window_take_back_undo (LsnWindow *window);
void     lsn_window_show_problem (LsnWindow  *window,
                                  const char *heading,
                                  const char *sentence);

/* window-look.c */
void     lsn_window_install_look_actions (GtkWidgetClass *class);
void     lsn_window_set_look    (LsnWindow *window,
                                 gboolean   table,
                                 gboolean   beside);
void     lsn_window_fill_tables (LsnWindow *window);
void     lsn_window_focus_map   (LsnWindow *window);

/* window-actions.c */
void     lsn_window_install_actions (GtkWidgetClass *class);
void     lsn_window_update_actions  (LsnWindow *window);

/* window-file.c */
void     lsn_window_install_file_actions (GtkWidgetClass *class);
void     lsn_window_watch_file      (LsnWindow *window);
void     lsn_window_forget_file     (LsnWindow *window);
gboolean lsn_window_ask_before_close (LsnWindow *window);
void     lsn_window_show_report    (LsnWindow  *window,
                                    LsnReport  *report,
                                    const char *text);
void     lsn_window_on_report_response (GtkInfoBar *bar,
                                        int         response,
                                        LsnWindow  *window);
void     lsn_window_on_places_response (GtkInfoBar *bar,
                                        int         response,
                                        LsnWindow  *window);
void     lsn_window_on_disk_response (GtkInfoBar *bar,
                                      int         response,
                                      LsnWindow  *window);

/* window-save.c */
void     lsn_window_install_save_actions (GtkWidgetClass *class);
void     lsn_window_save            (LsnWindow *window);

/* window-layout.c */
void     lsn_window_install_layout_actions (GtkWidgetClass *class);
void     lsn_window_init_layouts    (LsnWindow *window);
void     lsn_window_drop_layout     (LsnWindow *window);

/* window-identity.c */
void     lsn_window_install_identity_actions (GtkWidgetClass *class);

/* window-overview.c */
void     lsn_window_init_overview   (LsnWindow *window);

/* window-width.c */
void     lsn_window_init_width       (LsnWindow *window);
void     lsn_window_fit_width        (LsnWindow *window);

/* window-views.c */
void     lsn_window_install_view_actions (GtkWidgetClass *class);

/* window-kinds.c */
void     lsn_window_install_kinds_actions (GtkWidgetClass *class);
void     lsn_window_close_kinds     (LsnWindow *window);

G_END_DECLS
