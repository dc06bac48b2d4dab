/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/cell-words.h"
#include "app/sheet-private.h"
#include "canvas/map-edits.h"

/* What keys and the pointer do in a sheet. Keys that the canvas has too mean the same here. */

#define TABLE NC_("shortcut group", "Table")

static const LsnAccel accels[] = {
  { "tables.turn(1)", { "<Control>Page_Down" }, NULL, NC_("shortcut", "Next table"), TABLE },
  { "tables.turn(-1)", { "<Control>Page_Up" }, NULL, NC_("shortcut", "Table before that"), TABLE },
  { "sheet.next-cell", { "Tab" }, NULL, NC_("shortcut", "Next cell"), TABLE },
  { "sheet.previous-cell", { "<Shift>Tab" }, NULL, NC_("shortcut", "Cell before that"), TABLE },
  { "sheet.extend('down')", { "<Shift>Down" }, "<Shift>Left...Down", NC_("shortcut", "Select a block of cells"), TABLE },
  { "sheet.rows", { "<Shift>space" }, NULL, NC_("shortcut", "Select whole rows"), TABLE },
  { "sheet.fill-down", { "<Control><Shift>d" }, NULL, NC_("shortcut", "Fill down"), TABLE },
  { "sheet.empty", { "<Control>BackSpace", "<Control>Delete" }, NULL, NC_("shortcut", "Empty the cells"), TABLE },
};

/**
 * lsn_sheet_accels:
 * @n_accels: (out): how many there are
 *
 * Returns: the keys that mean something in a table only
 */
const LsnAccel *
lsn_sheet_accels (guint *n_accels)
{
  *n_accels = G_N_ELEMENTS (accels);
  return accels;
}

/* ---- moving ---- */

static void
move_to (LsnSheet *sheet,
         guint     position,
         int       place,
         gboolean  extend)
{
  guint n_rows = lsn_row_list_n_rows (sheet->rows);
  int last = (int) sheet->shown->len - 1;

  /* The row to be made is in no block. */
  if (extend && position >= n_rows && sheet->anchor_row != LSN_NO_ROW && n_rows > 0)
    position = n_rows - 1;
  lsn_sheet_move_cursor (sheet, lsn_row_list_get_row (sheet->rows, MIN (position, n_rows)),
                         g_array_index (sheet->shown, LsnColumn, CLAMP (place, 0, last)), extend);
}

static guint
cursor_position (LsnSheet *sheet)
{
  guint position = lsn_sheet_position (sheet, sheet->cursor_row);

  return position == G_MAXUINT ? 0 : position;
}

static void
move_by (LsnSheet *sheet,
         gint64    down,
         int       across,
         gboolean  extend)
{
  gint64 position = MAX ((gint64) cursor_position (sheet) + down, 0);

  move_to (sheet, (guint) MIN (position, G_MAXINT), lsn_sheet_place_of (sheet, sheet->cursor_column) + across, extend);
}

/* Down, or to the next cell, which after the last of a row is the first of the next one. */
void
lsn_sheet_step (LsnSheet *sheet,
                int       down,
                int       across)
{
  int place = lsn_sheet_place_of (sheet, sheet->cursor_column) + across;
  guint position = cursor_position (sheet);
  LsnColumn tab_column = sheet->tab_column;

  if (down != 0)
    {
      int from = tab_column != LSN_NO_COLUMN ? lsn_sheet_place_of (sheet, tab_column) : place;

      move_to (sheet, position + (guint) down, from, FALSE);
      sheet->tab_column = LSN_NO_COLUMN;
      return;
    }
  if (tab_column == LSN_NO_COLUMN && across > 0)
    tab_column = sheet->cursor_column;
  if (place >= (int) sheet->shown->len && position < lsn_row_list_n_rows (sheet->rows))
    move_to (sheet, position + 1, 0, FALSE);
  else if (place < 0 && position > 0)
    move_to (sheet, position - 1, (int) sheet->shown->len - 1, FALSE);
  else
    move_to (sheet, position, place, FALSE);
  sheet->tab_column = tab_column;
}

/* From the last cell, and back from the first, Tab leads out of the table. */
static gboolean
is_at_end (LsnSheet *sheet,
           gboolean  back)
{
  int place = lsn_sheet_place_of (sheet, sheet->cursor_column);

  if (back)
    return place == 0 && cursor_position (sheet) == 0;
  return place == (int) sheet->shown->len - 1 && sheet->cursor_row == LSN_NO_ROW;
}

static int
page_of (LsnSheet *sheet)
{
  LsnSheetCell *cell = lsn_sheet_find_cell (sheet, sheet->cursor_row, sheet->cursor_column);
  int height = cell != NULL ? gtk_widget_get_height (GTK_WIDGET (cell)) : 0;

  return MAX (gtk_widget_get_height (GTK_WIDGET (sheet->scroller)) / MAX (height, 16) - 2, 1);
}

static int
rightwards (LsnSheet *sheet)
{
  return gtk_widget_get_direction (GTK_WIDGET (sheet)) == GTK_TEXT_DIR_RTL ? -1 : 1;
}

static gboolean
handle_arrows (LsnSheet       *sheet,
               guint           key,
               GdkModifierType state)
{
  gboolean extend = (state & GDK_SHIFT_MASK) != 0, far = (state & GDK_CONTROL_MASK) != 0;
  int rows = far ? G_MAXINT / 2 : 1, columns = (far ? 10000 : 1) * rightwards (sheet);

  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move_by (sheet, -rows, 0, extend);
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move_by (sheet, rows, 0, extend);
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      move_by (sheet, 0, -columns, extend);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      move_by (sheet, 0, columns, extend);
      return TRUE;
    default:
      return FALSE;
    }
}

/* As in spreadsheets, Ctrl turns to the table before or after this one. */
static void
move_page (LsnSheet *sheet,
           int       pages,
           gboolean  extend,
           gboolean  turn)
{
  if (turn)
    gtk_widget_activate_action (GTK_WIDGET (sheet), "tables.turn", "i", pages);
  else
    move_by (sheet, pages * page_of (sheet), 0, extend);
}

static gboolean
handle_travel (LsnSheet       *sheet,
               guint           key,
               GdkModifierType state)
{
  gboolean extend = (state & GDK_SHIFT_MASK) != 0, far = (state & GDK_CONTROL_MASK) != 0;

  switch (key)
    {
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      move_page (sheet, -1, extend, far);
      return TRUE;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      move_page (sheet, 1, extend, far);
      return TRUE;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      move_by (sheet, far ? -G_MAXINT / 2 : 0, -10000, extend);
      return TRUE;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      move_by (sheet, far ? G_MAXINT / 2 : 0, 10000, extend);
      return TRUE;
    default:
      return handle_arrows (sheet, key, state);
    }
}

/* ---- rows ---- */

static void
select_rows (LsnSheet *sheet)
{
  LsnColumn first = g_array_index (sheet->shown, LsnColumn, 0);
  LsnColumn last = g_array_index (sheet->shown, LsnColumn, sheet->shown->len - 1);

  sheet->anchor_column = last;
  lsn_sheet_move_cursor (sheet, sheet->cursor_row, first, TRUE);
}

static void
select_all (LsnSheet *sheet)
{
  guint n_rows = lsn_row_list_n_rows (sheet->rows);

  if (n_rows == 0)
    return;
  sheet->anchor_row = lsn_row_list_get_row (sheet->rows, n_rows - 1);
  sheet->anchor_column = g_array_index (sheet->shown, LsnColumn, sheet->shown->len - 1);
  lsn_sheet_move_cursor (sheet, lsn_row_list_get_row (sheet->rows, 0), g_array_index (sheet->shown, LsnColumn, 0), TRUE);
}

static gboolean
delete_names (LsnSheet     *sheet,
              const LsnRow *rows,
              guint         n_rows,
              GError      **error)
{
  lsn_map_begin (sheet->map, g_dngettext (GETTEXT_PACKAGE, "Delete Name", "Delete Names", n_rows), NULL);
  for (guint i = 0; i < n_rows; i++)
    if (!lsn_map_remove_row (sheet->map, sheet->table, rows[i], error))
      {
        lsn_map_rollback (sheet->map);
        return FALSE;
      }
  return lsn_map_commit (sheet->map);
}

static char *
deleted_sentence (LsnTable table,
                  guint    n_rows)
{
  if (table == LSN_TABLE_ACTORS)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u actor deleted", "%u actors deleted", n_rows), n_rows);
  if (table == LSN_TABLE_TIES)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u tie deleted", "%u ties deleted", n_rows), n_rows);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u name deleted", "%u names deleted", n_rows), n_rows);
}

/* The rows of the block go; what was typed of the one to be made is forgotten. */
void
lsn_sheet_delete_rows (LsnSheet *sheet)
{
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  LsnCells cells = lsn_sheet_block_cells (sheet, &rows);
  guint n_rows = cells.n_rows;
  gboolean done;

  if (n_rows > 0 && cells.rows[n_rows - 1] == LSN_NO_ROW)
    n_rows--;
  if (n_rows == 0)
    {
      lsn_sheet_clear_draft (sheet);
      return;
    }
  if (sheet->table == LSN_TABLE_ALIASES)
    done = delete_names (sheet, cells.rows, n_rows, &error);
  else if (sheet->table == LSN_TABLE_TIES)
    done = lsn_edits_delete (sheet->map, NULL, 0, cells.rows, n_rows, NULL, &error);
  else
    done = lsn_edits_delete (sheet->map, cells.rows, n_rows, NULL, 0, NULL, &error);
  sentence = deleted_sentence (sheet->table, n_rows);
  lsn_sheet_say (sheet, done ? sentence : error->message, done);
  if (done)
    lsn_sheet_move_cursor (sheet, sheet->cursor_row, sheet->cursor_column, FALSE);
}

/* ---- keys ---- */

/* Yes becomes no, and what is not known yes. */
static gboolean
toggle (LsnSheet *sheet)
{
  const LsnColumnSpec *spec = lsn_map_column_spec (sheet->map, sheet->table, sheet->cursor_column);

  if (spec == NULL || spec->type != LSN_TYPE_BOOLEAN || spec->computed || sheet->cursor_row == LSN_NO_ROW)
    return FALSE;
  lsn_sheet_commit (sheet, sheet->cursor_row, sheet->cursor_column,
                    lsn_value_boolean (lsn_map_get_boolean (sheet->map, sheet->table, sheet->cursor_row,
                                                            sheet->cursor_column) != 1));
  return TRUE;
}

static void
cancel (LsnSheet *sheet)
{
  if (sheet->cursor_row == LSN_NO_ROW)
    lsn_sheet_clear_draft (sheet);
  lsn_sheet_move_cursor (sheet, sheet->cursor_row, sheet->cursor_column, FALSE);
}

static gboolean
handle_tab (LsnSheet *sheet,
            gboolean  back)
{
  if (is_at_end (sheet, back))
    return GDK_EVENT_PROPAGATE;
  lsn_sheet_step (sheet, 0, back ? -1 : 1);
  return GDK_EVENT_STOP;
}

static gboolean
handle_plain (LsnSheet       *sheet,
              guint           key,
              GdkModifierType state)
{
  switch (key)
    {
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
      return handle_tab (sheet, (state & GDK_SHIFT_MASK) != 0);
    case GDK_KEY_ISO_Left_Tab:
      return handle_tab (sheet, TRUE);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_F2:
      lsn_sheet_begin_edit (sheet, NULL, NULL);
      return GDK_EVENT_STOP;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      lsn_sheet_delete_rows (sheet);
      return GDK_EVENT_STOP;
    case GDK_KEY_Insert:
    case GDK_KEY_KP_Insert:
      move_to (sheet, G_MAXINT, 0, FALSE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Menu:
    case GDK_KEY_F10:
      if (key == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) == 0)
        return GDK_EVENT_PROPAGATE;
      lsn_sheet_pop_up_menu (sheet);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      cancel (sheet);
      return GDK_EVENT_STOP;
    case GDK_KEY_space:
      if ((state & GDK_SHIFT_MASK) != 0)
        select_rows (sheet);
      return (state & GDK_SHIFT_MASK) != 0 || toggle (sheet);
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
handle_command (LsnSheet       *sheet,
                guint           key,
                GdkModifierType state)
{
  static const struct { guint key; gboolean shift; const char *action; } commands[] = {
    { GDK_KEY_c, FALSE, "sheet.copy" },
    { GDK_KEY_x, FALSE, "sheet.cut" },
    { GDK_KEY_v, FALSE, "sheet.paste" },
    { GDK_KEY_d, TRUE, "sheet.fill-down" },
    { GDK_KEY_BackSpace, FALSE, "sheet.empty" },
    { GDK_KEY_Delete, FALSE, "sheet.empty" },
  };
  gboolean shift = (state & GDK_SHIFT_MASK) != 0;

  if (key == GDK_KEY_a && !shift)
    {
      select_all (sheet);
      return GDK_EVENT_STOP;
    }
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (commands[i].key == key && commands[i].shift == shift)
      {
        gtk_widget_activate_action (GTK_WIDGET (sheet), commands[i].action, NULL);
        return GDK_EVENT_STOP;
      }
  return GDK_EVENT_PROPAGATE;
}

/* What is a letter, a digit or a sign replaces what the cell holds; so does what an input method begins with. */
static gboolean
begins_text (guint key)
{
  gunichar c = gdk_keyval_to_unicode (key);

  return (c != 0 && g_unichar_isprint (c)) || key == GDK_KEY_Multi_key || (key >= GDK_KEY_dead_grave && key < 0xff00);
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        LsnSheet              *sheet)
{
  gboolean command = (state & GDK_CONTROL_MASK) != 0;

  if (sheet->map == NULL || (state & (GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (handle_travel (sheet, key, state))
    {
      sheet->tab_column = LSN_NO_COLUMN;
      return GDK_EVENT_STOP;
    }
  if (command)
    return handle_command (sheet, gdk_keyval_to_lower (key), state);
  if (handle_plain (sheet, key, state))
    return GDK_EVENT_STOP;
  if (!begins_text (key))
    return GDK_EVENT_PROPAGATE;
  lsn_sheet_begin_edit (sheet, "", controller);
  return GDK_EVENT_STOP;
}

/* Keys work while the cursor has the keyboard. */
void
lsn_sheet_add_keys (LsnSheet *sheet)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  g_signal_connect (controller, "key-pressed", G_CALLBACK (on_key), sheet);
  gtk_widget_add_controller (sheet->focus, controller);
}

/* ---- the pointer ---- */

static LsnSheetCell *
cell_at (LsnSheet *sheet,
         double    x,
         double    y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (sheet->view), x, y, GTK_PICK_DEFAULT);
  GtkWidget *cell = NULL;

  /* The room around a cell is its own. */
  for (; picked != NULL && picked != GTK_WIDGET (sheet->view) && cell == NULL; picked = gtk_widget_get_parent (picked))
    if (LSN_IS_SHEET_CELL (picked))
      cell = picked;
    else if (LSN_IS_SHEET_CELL (gtk_widget_get_first_child (picked)))
      cell = gtk_widget_get_first_child (picked);
  return cell != NULL && lsn_sheet_cell_is_bound (LSN_SHEET_CELL (cell)) ? LSN_SHEET_CELL (cell) : NULL;
}

/* The menu is about the block, when it is opened within it. */
static void
on_menu_pressed (GtkGestureClick *gesture,
                 int              n_press,
                 double           x,
                 double           y,
                 LsnSheet        *sheet)
{
  LsnSheetCell *cell = sheet->map != NULL ? cell_at (sheet, x, y) : NULL;

  if (cell == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (sheet->focus);
  if (lsn_sheet_marks_of (sheet, lsn_sheet_cell_get_row (cell), lsn_sheet_cell_get_column (cell)) == 0)
    lsn_sheet_move_cursor (sheet, lsn_sheet_cell_get_row (cell), lsn_sheet_cell_get_column (cell), FALSE);
  lsn_sheet_pop_up_menu (sheet);
}

static void
on_pressed (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            LsnSheet        *sheet)
{
  LsnSheetCell *cell = sheet->map != NULL ? cell_at (sheet, x, y) : NULL;
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  sheet->dragging = FALSE;
  if (cell == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (sheet->focus);
  sheet->tab_column = LSN_NO_COLUMN;
  lsn_sheet_move_cursor (sheet, lsn_sheet_cell_get_row (cell), lsn_sheet_cell_get_column (cell),
                         (state & GDK_SHIFT_MASK) != 0);
  sheet->dragging = n_press == 1;
  if (n_press == 2)
    lsn_sheet_begin_edit (sheet, NULL, NULL);
}

static void
on_motion (GtkEventControllerMotion *motion,
           double                    x,
           double                    y,
           LsnSheet                 *sheet)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (motion));
  LsnSheetCell *cell;

  sheet->dragging = sheet->dragging && (state & GDK_BUTTON1_MASK) != 0 && sheet->editor == NULL;
  if (!sheet->dragging || sheet->map == NULL)
    return;
  cell = cell_at (sheet, x, y);
  if (cell == NULL || lsn_sheet_cell_get_row (cell) == LSN_NO_ROW ||
      (lsn_sheet_cell_get_row (cell) == sheet->cursor_row && lsn_sheet_cell_get_column (cell) == sheet->cursor_column))
    return;
  lsn_sheet_move_cursor (sheet, lsn_sheet_cell_get_row (cell), lsn_sheet_cell_get_column (cell), TRUE);
}

/* Presses and drags are taken before the rows of the view see them. */
void
lsn_sheet_add_pointer (LsnSheet *sheet)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), sheet);
  gtk_widget_add_controller (GTK_WIDGET (sheet->view), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (menu), GTK_PHASE_CAPTURE);
  g_signal_connect (menu, "pressed", G_CALLBACK (on_menu_pressed), sheet);
  gtk_widget_add_controller (GTK_WIDGET (sheet->view), GTK_EVENT_CONTROLLER (menu));
  gtk_event_controller_set_propagation_phase (motion, GTK_PHASE_CAPTURE);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), sheet);
  gtk_widget_add_controller (GTK_WIDGET (sheet->view), motion);
}
