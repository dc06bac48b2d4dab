/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "app/cell-block.h"
#include "app/sheet-cell.h"
#include "app/sheet.h"
#include "model/row-list.h"

G_BEGIN_DECLS

struct _LsnSheet
{
  GtkWidget           parent_instance;

  /* Template children */
  GtkOverlay         *overlay;
  GtkScrolledWindow  *scroller;
  GtkColumnView      *view;

  LsnTable            table;
  LsnDocument        *document;      /* NULL: none, and so are the next four */
  LsnMap             *map;
  LsnSelection       *selection;
  LsnCanvas          *canvas;        /* borrowed from the window */
  LsnRowList         *rows;
  GtkSelectionModel  *marked;        /* what the view shows as selected: follows the document's selection */
  GtkWidget          *focus;         /* has the keyboard, stands at the cursor and says its cell */
  GPtrArray          *cells;         /* of LsnSheetCell, borrowed: those that the view has made */
  GPtrArray          *hidden;        /* of GtkColumnViewColumn: those that are not in the view */
  GArray             *shown;         /* of LsnColumn, as they stand side by side */

  /* The block goes from the anchor to the cursor. LSN_NO_ROW is the row to be made. */
  LsnRow              cursor_row, anchor_row;
  LsnColumn           cursor_column, anchor_column;
  guint               cursor_position; /* where its row was last */
  LsnColumn           tab_column;    /* where Tab was first pressed; LSN_NO_COLUMN */
  guint               n_frames;      /* before the column of the cursor is brought into view; 0 when it was */
  gboolean            dragging;
  gboolean            syncing;       /* one of the two selections is being told about the other */

  GtkWidget          *editor;        /* child of the overlay; NULL while nothing is edited */
  GtkWidget          *menu;          /* at the cursor; NULL but while it is open */
  LsnRow              edited_row;
  LsnColumn           edited_column;
  GdkRectangle        edited_at;     /* where the editor stood last */
  LsnRow              made_row;      /* that the cursor is to go to; LSN_NO_ROW */
  GHashTable         *draft;         /* of the row to be made: column -> LsnSheetDraft */

  GtkColumnViewColumn *probed;       /* whose sorter was asked */
  GtkSorter          *sorter;        /* of the view */
  LsnColumn           sort_column;
  gboolean            descending;
};

/* What has been typed into the row to be made. */
typedef struct
{
  LsnValue value;   /* its text is @text */
  char    *text;
} LsnSheetDraft;

/* sheet.c */
void         lsn_sheet_say            (LsnSheet   *sheet,
                                       const char *sentence,
                                       gboolean    can_undo);
guint        lsn_sheet_position       (LsnSheet *sheet,
                                       LsnRow    row);
int          lsn_sheet_place_of       (LsnSheet *sheet,
                                       LsnColumn column);
void         lsn_sheet_get_block      (LsnSheet *sheet,
                                       guint     rows[2],
                                       guint     columns[2]);
LsnCells     lsn_sheet_block_cells    (LsnSheet *sheet,
                                       GArray  **rows);
void         lsn_sheet_show_cells     (LsnSheet *sheet);
LsnSheetCell *lsn_sheet_find_cell     (LsnSheet *sheet,
                                       LsnRow    row,
                                       LsnColumn column);
guint        lsn_sheet_marks_of       (LsnSheet *sheet,
                                       LsnRow    row,
                                       LsnColumn column);
char        *lsn_sheet_words          (LsnSheet *sheet,
                                       LsnRow    row,
                                       LsnColumn column);
void         lsn_sheet_place_new      (const LsnRow *actors,
                                       guint         n_actors,
                                       gpointer      sheet);

/* sheet-cursor.c */
void         lsn_sheet_move_cursor    (LsnSheet *sheet,
                                       LsnRow    row,
                                       LsnColumn column,
                                       gboolean  extend);
void         lsn_sheet_set_cursor     (LsnSheet *sheet,
                                       LsnRow    row,
                                       LsnColumn column,
                                       gboolean  extend);
void         lsn_sheet_keep_cursor    (LsnSheet *sheet);
void         lsn_sheet_reveal_cursor  (LsnSheet *sheet);
void         lsn_sheet_mark_rows      (LsnSheet *sheet);
void         lsn_sheet_follow_selection (LsnSheet *sheet);

/* sheet-columns.c */
void         lsn_sheet_make_columns   (LsnSheet *sheet);
void         lsn_sheet_forget_columns (LsnSheet *sheet);
void         lsn_sheet_update_columns (LsnSheet *sheet);
void         lsn_sheet_note_columns   (LsnSheet *sheet);
void         lsn_sheet_install_column_actions (GtkWidgetClass *class);
LsnColumn    lsn_sheet_column_of      (GtkColumnViewColumn *column);
GtkColumnViewColumn *lsn_sheet_view_column (LsnSheet *sheet,
                                            LsnColumn column);

/* sheet-keys.c */
void         lsn_sheet_add_keys       (LsnSheet *sheet);
void         lsn_sheet_add_pointer    (LsnSheet *sheet);
void         lsn_sheet_delete_rows    (LsnSheet *sheet);

/* sheet-own-columns.c */
void         lsn_sheet_install_own_column_actions (GtkWidgetClass *class);

/* sheet-clipboard.c */
void         lsn_sheet_install_clipboard_actions (GtkWidgetClass *class);

/* sheet-menu.c */
GMenuModel  *lsn_sheet_column_menu    (LsnTable             table,
                                       const LsnColumnSpec *spec);
void         lsn_sheet_pop_up_menu    (LsnSheet *sheet);
void         lsn_sheet_pop_up         (LsnSheet           *sheet,
                                       GtkWidget          *popover,
                                       const GdkRectangle *at);
void         lsn_sheet_install_menu_actions (GtkWidgetClass *class);

/* sheet-edit.c */
gboolean     lsn_sheet_may_edit       (LsnSheet *sheet,
                                       LsnColumn column);
void         lsn_sheet_begin_edit     (LsnSheet              *sheet,
                                       const char            *text,
                                       GtkEventControllerKey *from);
void         lsn_sheet_end_edit       (LsnSheet *sheet);
gboolean     lsn_sheet_commit         (LsnSheet *sheet,
                                       LsnRow    row,
                                       LsnColumn column,
                                       LsnValue  value);
void         lsn_sheet_clear_draft    (LsnSheet *sheet);
void         lsn_sheet_step           (LsnSheet *sheet,
                                       int       down,
                                       int       across);

G_END_DECLS
