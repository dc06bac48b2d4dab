/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/canvas-private.h"

#include "config.h"

#include <glib/gi18n-lib.h>

/* Every key of the canvas has one meaning and stands here once. The names of groups and titles are read by people in the
 * shortcuts window. */

#define DRAW   NC_("shortcut group", "Draw")
#define NOTE   NC_("shortcut group", "Notes and frames")
#define LINE   NC_("shortcut group", "Lines of ties")
#define HOLD   NC_("shortcut group", "Containers and pins")
#define ARRANGE NC_("shortcut group", "Arrange")
#define CLIP   NC_("shortcut group", "Clipboard")
#define SELECT NC_("shortcut group", "Select")
#define TRAVEL NC_("shortcut group", "Travel and move")
#define SEE    NC_("shortcut group", "See")

static const LsnAccel accels[] = {
  { "canvas.new-actor", { "Insert" }, NULL, NC_("shortcut", "New actor in the middle of the view"), DRAW },
  { "canvas.tied-actor", { "<Control>Return", "<Control>KP_Enter" }, NULL,
    NC_("shortcut", "New actor, tied to the focused one"), DRAW },
  { "canvas.rename", { "F2", "Return", "KP_Enter" }, NULL, NC_("shortcut", "Edit the name, or the text of a note"), DRAW },
  { "canvas.kind(1)", { "1", "KP_1" }, "1...9",
    NC_("shortcut", "Kind of the selected ties, or of the next one"), DRAW },
  { "canvas.kind(2)", { "2", "KP_2" }, NULL, NULL, DRAW },
  { "canvas.kind(3)", { "3", "KP_3" }, NULL, NULL, DRAW },
  { "canvas.kind(4)", { "4", "KP_4" }, NULL, NULL, DRAW },
  { "canvas.kind(5)", { "5", "KP_5" }, NULL, NULL, DRAW },
  { "canvas.kind(6)", { "6", "KP_6" }, NULL, NULL, DRAW },
  { "canvas.kind(7)", { "7", "KP_7" }, NULL, NULL, DRAW },
  { "canvas.kind(8)", { "8", "KP_8" }, NULL, NULL, DRAW },
  { "canvas.kind(9)", { "9", "KP_9" }, NULL, NULL, DRAW },
  { "canvas.tie-selected", { "t" }, NULL, NC_("shortcut", "Tie the selected actors"), DRAW },
  { "canvas.connect", { "<Control>l" }, NULL, NC_("shortcut", "Connect the selected actors to one by its name"), DRAW },
  { "canvas.reverse", { "r" }, NULL, NC_("shortcut", "Reverse the selected ties"), DRAW },
  { "canvas.delete", { "Delete", "KP_Delete", "BackSpace" }, NULL, NC_("shortcut", "Delete what is selected"), DRAW },
  { "canvas.new-note", { "<Shift>Insert" }, NULL,
    NC_("shortcut", "New note at the pointer, or in the middle of the view"), NOTE },
  { "canvas.new-callout", { "<Control>Insert" }, NULL, NC_("shortcut", "New callout about the selected actor or tie"), NOTE },
  { "canvas.new-frame", { "<Control><Shift>Insert" }, NULL,
    NC_("shortcut", "New frame around what is selected, or by the next drag"), NOTE },
  { "canvas.next-note('')", { "m" }, "m <Shift>m", NC_("shortcut", "Go to the next note or frame, and back"), NOTE },
  { "canvas.next-note('back')", { "<Shift>m" }, NULL, NULL, NOTE },
  { "canvas.resize('left')", { "<Control>Left", "<Control>KP_Left" }, "<Control>Left...Down",
    NC_("shortcut", "Make the selected notes narrower, wider, lower or higher"), NOTE },
  { "canvas.resize('right')", { "<Control>Right", "<Control>KP_Right" }, NULL, NULL, NOTE },
  { "canvas.resize('up')", { "<Control>Up", "<Control>KP_Up" }, NULL, NULL, NOTE },
  { "canvas.resize('down')", { "<Control>Down", "<Control>KP_Down" }, NULL, NULL, NOTE },
  { "canvas.add-bend", { "b" }, NULL, NC_("shortcut", "Bend the selected tie"), LINE },
  { "canvas.next-bend", { "n" }, NULL, NC_("shortcut", "Go to the next bend; arrow keys move it, Delete removes it"), LINE },
  { "canvas.straighten", { "<Shift>b" }, NULL, NC_("shortcut", "Straighten the selected ties"), LINE },
  { "canvas.merge-ties", { "j" }, NULL, NC_("shortcut", "Merge the ties between two actors into one"), LINE },
  { "canvas.reattach('source')", { "<Shift>l" }, NULL, NC_("shortcut", "Attach the start of the tie to another actor"), LINE },
  { "canvas.reattach('target')", { "l" }, NULL, NC_("shortcut", "Attach the end of the tie to another actor"), LINE },
  { "canvas.group", { "<Control>g" }, NULL, NC_("shortcut", "Put the selected actors into a container"), HOLD },
  { "canvas.collapse", { "c" }, NULL, NC_("shortcut", "Collapse the selected containers"), HOLD },
  { "canvas.expand", { "e" }, NULL, NC_("shortcut", "Expand the selected containers"), HOLD },
  { "canvas.pin", { "p" }, NULL, NC_("shortcut", "Pin the selected actors"), HOLD },
  { "canvas.unpin", { "<Shift>p" }, NULL, NC_("shortcut", "Unpin the selected actors"), HOLD },
  { "canvas.put-into", { "i" }, NULL, NC_("shortcut", "Put the selected actors into another by its name"), HOLD },
  { "canvas.take-out", { "<Shift>i" }, NULL, NC_("shortcut", "Take the selected actors out of their container"), HOLD },

  { "canvas.align('left')", { "a" }, "a d w s",
    NC_("shortcut", "Align the edges of the selected actors"), ARRANGE },
  { "canvas.align('right')", { "d" }, NULL, NULL, ARRANGE },
  { "canvas.align('top')", { "w" }, NULL, NULL, ARRANGE },
  { "canvas.align('bottom')", { "s" }, NULL, NULL, ARRANGE },
  { "canvas.align('centre')", { "v" }, NULL, NC_("shortcut", "Align them below one another"), ARRANGE },
  { "canvas.align('middle')", { "h" }, NULL, NC_("shortcut", "Align them beside one another"), ARRANGE },
  { "canvas.distribute('across')", { "k" }, NULL, NC_("shortcut", "Space them evenly from left to right"), ARRANGE },
  { "canvas.distribute('down')", { "<Shift>k" }, NULL, NC_("shortcut", "Space them evenly from top to bottom"), ARRANGE },
  { "canvas.to-front", { "Page_Up", "KP_Page_Up" }, NULL, NC_("shortcut", "Bring them to the front"), ARRANGE },
  { "canvas.to-back", { "Page_Down", "KP_Page_Down" }, NULL, NC_("shortcut", "Send them to the back"), ARRANGE },
  { "canvas.turn", { "o" }, NULL, NC_("shortcut", "Rotate and scale how they stand"), ARRANGE },
  { "canvas.make-room", { "<Control><Shift>r" }, NULL, NC_("shortcut", "Make room by the next drag"), ARRANGE },
  { "canvas.make-room-beyond('left')", { "<Control><Shift>Left", "<Control><Shift>KP_Left" }, "<Control><Shift>Left...Down",
    NC_("shortcut", "Make room beside the focused actor"), ARRANGE },
  { "canvas.make-room-beyond('right')", { "<Control><Shift>Right", "<Control><Shift>KP_Right" }, NULL, NULL, ARRANGE },
  { "canvas.make-room-beyond('up')", { "<Control><Shift>Up", "<Control><Shift>KP_Up" }, NULL, NULL, ARRANGE },
  { "canvas.make-room-beyond('down')", { "<Control><Shift>Down", "<Control><Shift>KP_Down" }, NULL, NULL, ARRANGE },

  { "canvas.cut", { "<Control>x" }, NULL, NC_("shortcut", "Cut"), CLIP },
  { "canvas.copy", { "<Control>c" }, NULL, NC_("shortcut", "Copy"), CLIP },
  { "canvas.copy-picture", { "<Control><Shift>c" }, NULL, NC_("shortcut", "Copy a picture of the map"), CLIP },
  { "canvas.paste", { "<Control>v" }, NULL, NC_("shortcut", "Paste"), CLIP },
  { "canvas.duplicate", { "<Control>d" }, NULL, NC_("shortcut", "Duplicate"), CLIP },

  { "canvas.select-all", { "<Control>a" }, NULL, NC_("shortcut", "Select all"), SELECT },
  { "canvas.select-none", { "<Control><Shift>a" }, NULL, NC_("shortcut", "Select nothing"), SELECT },
  { "canvas.cancel", { "Escape" }, NULL, NC_("shortcut", "Cancel what is being done, or select nothing"), SELECT },
  { "canvas.context-menu", { "Menu", "<Shift>F10" }, NULL, NC_("shortcut", "Menu of what is selected"), SELECT },

  { "canvas.travel('left')", { "Left", "KP_Left" }, "Left Right Up Down",
    NC_("shortcut", "Go to the next actor in that direction"), TRAVEL },
  { "canvas.travel('right')", { "Right", "KP_Right" }, NULL, NULL, TRAVEL },
  { "canvas.travel('up')", { "Up", "KP_Up" }, NULL, NULL, TRAVEL },
  { "canvas.travel('down')", { "Down", "KP_Down" }, NULL, NULL, TRAVEL },
  { "canvas.follow(1)", { "<Alt>1", "<Alt>KP_1" }, "<Alt>1...9",
    NC_("shortcut", "Follow a tie of the focused actor, clockwise from the top"), TRAVEL },
  { "canvas.follow(2)", { "<Alt>2", "<Alt>KP_2" }, NULL, NULL, TRAVEL },
  { "canvas.follow(3)", { "<Alt>3", "<Alt>KP_3" }, NULL, NULL, TRAVEL },
  { "canvas.follow(4)", { "<Alt>4", "<Alt>KP_4" }, NULL, NULL, TRAVEL },
  { "canvas.follow(5)", { "<Alt>5", "<Alt>KP_5" }, NULL, NULL, TRAVEL },
  { "canvas.follow(6)", { "<Alt>6", "<Alt>KP_6" }, NULL, NULL, TRAVEL },
  { "canvas.follow(7)", { "<Alt>7", "<Alt>KP_7" }, NULL, NULL, TRAVEL },
  { "canvas.follow(8)", { "<Alt>8", "<Alt>KP_8" }, NULL, NULL, TRAVEL },
  { "canvas.follow(9)", { "<Alt>9", "<Alt>KP_9" }, NULL, NULL, TRAVEL },
  { "canvas.next-end", { "g" }, "g <Shift>g", NC_("shortcut", "Go round the ends of ties that are out of sight"), TRAVEL },
  { "canvas.previous-end", { "<Shift>g" }, NULL, NULL, TRAVEL },
  { "canvas.trail('left')", { "<Control>bracketleft" }, "<Control>bracketleft <Control>bracketright",
    NC_("shortcut", "Go back to where one was, and forward again"), TRAVEL },
  { "canvas.trail('right')", { "<Control>bracketright" }, NULL, NULL, TRAVEL },
  { "canvas.nudge('left')", { "<Alt>Left", "<Alt>KP_Left" }, "<Alt>Left...Down",
    NC_("shortcut", "Move what is selected, or the label of a tie along its line"), TRAVEL },
  { "canvas.nudge('right')", { "<Alt>Right", "<Alt>KP_Right" }, NULL, NULL, TRAVEL },
  { "canvas.nudge('up')", { "<Alt>Up", "<Alt>KP_Up" }, NULL, NULL, TRAVEL },
  { "canvas.nudge('down')", { "<Alt>Down", "<Alt>KP_Down" }, NULL, NULL, TRAVEL },
  { "canvas.nudge-far('left')", { "<Alt><Shift>Left", "<Alt><Shift>KP_Left" },
    "<Alt><Shift>Left...Down",
    NC_("shortcut", "Move it ten times as far"), TRAVEL },
  /* the window's own, as it is kept with its settings */
  { "win.snap-to-grid", { "<Control>apostrophe" }, NULL, NC_("shortcut", "Snap to the grid, or no longer"), TRAVEL },
  { "canvas.nudge-far('right')", { "<Alt><Shift>Right", "<Alt><Shift>KP_Right" }, NULL, NULL, TRAVEL },
  { "canvas.nudge-far('up')", { "<Alt><Shift>Up", "<Alt><Shift>KP_Up" }, NULL, NULL, TRAVEL },
  { "canvas.nudge-far('down')", { "<Alt><Shift>Down", "<Alt><Shift>KP_Down" }, NULL, NULL, TRAVEL },

  { "canvas.zoom-fit", { "Home", "KP_Home" }, NULL, NC_("shortcut", "Show the whole map"), SEE },
  { "canvas.zoom-selection", { "<Shift>Home", "<Shift>KP_Home" }, NULL,
    NC_("shortcut", "Show what is selected"), SEE },
  { "canvas.zoom-in", { "<Control>plus", "<Control>equal", "<Control>KP_Add" }, NULL,
    NC_("shortcut", "Zoom in"), SEE },
  { "canvas.zoom-out", { "<Control>minus", "<Control>KP_Subtract" }, NULL, NC_("shortcut", "Zoom out"), SEE },
  { "canvas.zoom-normal", { "<Control>0", "<Control>KP_0" }, NULL, NC_("shortcut", "Zoom to 100 %"), SEE },
};

/**
 * lsn_canvas_accels:
 * @n_accels: (out): how many there are
 *
 * Returns: (array length=n_accels) (transfer none): the keys of the canvas, in the order of the shortcuts window
 */
const LsnAccel *
lsn_canvas_accels (guint *n_accels)
{
  *n_accels = G_N_ELEMENTS (accels);
  return accels;
}

/**
 * lsn_accels_find:
 * @table: (array length=n_accels): the keys of what has the keyboard
 * @keyval: what was pressed
 * @state: what was held with it; locks do not count
 *
 * Returns: the place in @table of what that key means; -1 for none
 */
int
lsn_accels_find (const LsnAccel *table,
                 guint           n_accels,
                 guint           keyval,
                 GdkModifierType state)
{
  for (guint i = 0; i < n_accels; i++)
    for (guint j = 0; j < G_N_ELEMENTS (table[i].accels) && table[i].accels[j] != NULL; j++)
      {
        GdkModifierType modifiers;
        guint           key;

        if (gtk_accelerator_parse (table[i].accels[j], &key, &modifiers) && key == keyval &&
            modifiers == (state & gtk_accelerator_get_default_mod_mask ()))
          return (int) i;
      }
  return -1;
}

static void
bind_accel (GtkWidgetClass *widget_class,
            const char     *accel,
            const char     *name,
            GVariant       *target)
{
  GtkShortcutTrigger *trigger = gtk_shortcut_trigger_parse_string (accel);
  g_autoptr (GtkShortcut) shortcut = gtk_shortcut_new (trigger, gtk_named_action_new (name));

  gtk_shortcut_set_arguments (shortcut, target);
  gtk_widget_class_add_shortcut (widget_class, shortcut);
}

/**
 * lsn_accels_bind:
 * @table: (array length=n_accels): keys of what has the keyboard
 *
 * Has the keys of @table activate the actions of a class.
 */
void
lsn_accels_bind (GtkWidgetClass *widget_class,
                 const LsnAccel *table,
                 guint           n_accels)
{
  for (guint i = 0; i < n_accels; i++)
    {
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;

      if (!g_action_parse_detailed_name (table[i].action, &name, &target, NULL))
        g_assert_not_reached ();
      /* A menu shows the one that was bound last, which is to be the first. */
      for (guint j = g_strv_length ((char **) table[i].accels); j > 0; j--)
        bind_accel (widget_class, table[i].accels[j - 1], name, target);
    }
}

/* Binds the keys of the canvas to its actions. */
void
lsn_canvas_bind_accels (GtkWidgetClass *widget_class)
{
  lsn_accels_bind (widget_class, accels, G_N_ELEMENTS (accels));
}
