/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/canvas-private.h"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "canvas/actor-popover.h"
#include "canvas/map-edits.h"
#include "canvas/tie-path.h"
#include "canvas/travel.h"
#include "model/bends.h"
#include "model/report.h"

/* What the keyboard and the menus do to the lines of ties. */

#define LABEL_STEP 0.05 /* of the length of the line */

/* Every gesture needs a line of its own. Says so where there is none. */
static LsnRow
handled_tie_or_say (LsnCanvas *self)
{
  LsnRow tie;

  lsn_canvas_ensure_scene (self);
  tie = lsn_canvas_handled_tie (self);
  if (tie == LSN_NO_ROW)
    lsn_canvas_say (self, FALSE, _("Select one tie that is drawn with a line of its own."));
  return tie;
}

/* Bends a tie at a place, or in the middle of its longest part when @at is NULL, and goes there. */
void
lsn_canvas_add_bend (LsnCanvas      *self,
                     const LsnPoint *at)
{
  LsnRow tie = handled_tie_or_say (self);
  g_autoptr (GArray) path = tie != LSN_NO_ROW ? lsn_scene_tie_path (self->scene, tie) : NULL;
  g_autoptr (GArray) bends = NULL;
  g_autoptr (GError) error = NULL;
  LsnPoint place;
  guint    number;

  if (path == NULL)
    return;

  bends = lsn_canvas_drawn_bends (self, tie);
  place = at != NULL ? *at : lsn_tie_path_at (path, lsn_tie_path_widest (path, bends));
  number = lsn_tie_path_number (path, bends, place);
  if (lsn_edits_add_bend (self->map, tie, number, place, &error))
    lsn_canvas_focus_bend (self, tie, number);
  lsn_canvas_say_error (self, error);
}

static void
go_to_next_bend (LsnCanvas *self)
{
  LsnRow tie = handled_tie_or_say (self);
  g_autoptr (GArray) bends = tie != LSN_NO_ROW ? lsn_canvas_drawn_bends (self, tie) : NULL;
  LsnRow focused;
  guint  number;

  if (bends == NULL)
    return;
  if (bends->len == 0)
    {
      lsn_canvas_say (self, FALSE, _("This tie has no bends yet. Press B to bend it."));
      return;
    }
  number = lsn_canvas_focused_bend (self, &focused, &number) ? (number + 1) % bends->len : 0;
  lsn_canvas_focus_bend (self, tie, number);
}

/* Moves the bend that the keyboard is at. Returns whether there is one. */
gboolean
lsn_canvas_nudge_bend (LsnCanvas *self,
                       LsnPoint   by)
{
  LsnRow tie;
  guint  number;
  g_autoptr (GArray) bends = NULL;
  LsnPoint at;

  if (!lsn_canvas_focused_bend (self, &tie, &number))
    return FALSE;

  bends = lsn_bends_get (self->map, tie);
  at = g_array_index (bends, LsnPoint, number);
  lsn_edits_move_bend (self->map, tie, number, (LsnPoint) { at.x + by.x, at.y + by.y }, "canvas-nudge-bend");
  return TRUE;
}

/* Slides the label of the selected tie: right and down towards its target. Returns whether there is one. */
gboolean
lsn_canvas_nudge_label (LsnCanvas *self,
                        LsnPoint   way,
                        gboolean   far)
{
  LsnRow tie = lsn_canvas_handled_tie (self);
  double share;
  LsnBox box;
  g_autoptr (GArray) path = NULL;

  if (tie == LSN_NO_ROW || !lsn_scene_label_bounds (self->scene, tie, &box))
    return FALSE;

  path = lsn_scene_tie_path (self->scene, tie);
  share = lsn_map_get_number (self->map, LSN_TABLE_TIES, tie, LSN_TIE_LABEL_AT);
  if (isnan (share))
    share = lsn_tie_path_share (path, (LsnPoint) { box.x + box.width / 2, box.y + box.height / 2 }, NULL);
  lsn_edits_put_label (self->map, tie, share + (way.x + way.y) * (far ? 5 : 1) * LABEL_STEP, "canvas-nudge-label");
  return TRUE;
}

gboolean
lsn_canvas_remove_focused_bend (LsnCanvas *self)
{
  LsnRow tie;
  guint  number;

  if (!lsn_canvas_focused_bend (self, &tie, &number))
    return FALSE;

  lsn_edits_remove_bend (self->map, tie, number);
  lsn_canvas_focus_bend (self, tie, G_MAXUINT);
  return TRUE;
}

/* ---- ends ---- */

void
lsn_canvas_reattach (LsnCanvas *self,
                     LsnRow     tie,
                     gboolean   at_target,
                     LsnRow     actor)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;

  if (!lsn_map_has_row (self->map, LSN_TABLE_TIES, tie) || !lsn_map_has_row (self->map, LSN_TABLE_ACTORS, actor))
    return;

  name = lsn_actor_display_name (self->map, actor);
  if (lsn_edits_reattach (self->map, tie, at_target, actor, &error))
    /* Translators: %s is the actor that an end of a tie has been attached to */
    words = g_strdup_printf (at_target ? _("The tie leads to %s now") : _("The tie comes from %s now"), name);
  else if (error == NULL)
    /* Translators: %s is an actor */
    words = g_strdup_printf (at_target ? _("The tie already leads to %s.") : _("The tie already comes from %s."), name);
  if (words != NULL)
    lsn_canvas_say (self, error == NULL && g_str_has_suffix (words, ".") == FALSE, words);
  lsn_canvas_say_error (self, error);
}

static void
on_source_chosen_cb (LsnActorPopover *popover,
                     guint            actor,
                     LsnCanvas       *self)
{
  lsn_canvas_reattach (self, self->asked_tie, FALSE, actor);
}

static void
on_target_chosen_cb (LsnActorPopover *popover,
                     guint            actor,
                     LsnCanvas       *self)
{
  lsn_canvas_reattach (self, self->asked_tie, TRUE, actor);
}

static void
ask_end (LsnCanvas *self,
         gboolean   at_target)
{
  LsnRow tie = handled_tie_or_say (self), old;
  g_autoptr (GArray) path = tie != LSN_NO_ROW ? lsn_scene_tie_path (self->scene, tie) : NULL;
  GtkWidget *popover;
  LsnPoint   at;

  if (path == NULL)
    return;

  old = lsn_map_get_reference (self->map, LSN_TABLE_TIES, tie, at_target ? LSN_TIE_TARGET : LSN_TIE_SOURCE);
  lsn_canvas_show_row (self, LSN_TABLE_TIES, tie);
  at = g_array_index (path, LsnPoint, at_target ? path->len - 1 : 0);
  popover = lsn_actor_popover_new (self->map, at_target ? _("Tie leads to…") : _("Tie comes from…"), &old, 1);
  self->asked_tie = tie;
  g_signal_connect (popover, "chosen", G_CALLBACK (at_target ? on_target_chosen_cb : on_source_chosen_cb), self);
  lsn_canvas_ask (self, popover, at);
}

/* ---- the actions ---- */

static GArray *
selected_ties (LsnCanvas *self)
{
  guint         n_rows;
  const LsnRow *rows = lsn_selection_rows (self->selection, LSN_TABLE_TIES, &n_rows);

  return g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (LsnRow)), rows, n_rows);
}

static const char *
choice_or_none (GVariant *parameter)
{
  const char *choice = g_variant_get_string (parameter, NULL);

  return *choice != '\0' ? choice : NULL;
}

void
lsn_canvas_act_on_ties (LsnCanvas  *self,
                        const char *name,
                        GVariant   *parameter)
{
  g_autoptr (GArray) ties = selected_ties (self);
  const LsnRow *rows = (const LsnRow *) (gpointer) ties->data;

  self->by_keyboard = TRUE;
  if (g_str_equal (name, "canvas.add-bend"))
    lsn_canvas_add_bend (self, NULL);
  else if (g_str_equal (name, "canvas.next-bend"))
    go_to_next_bend (self);
  else if (g_str_equal (name, "canvas.straighten"))
    lsn_edits_straighten (self->map, rows, ties->len);
  else if (g_str_equal (name, "canvas.reattach"))
    ask_end (self, g_str_equal (g_variant_get_string (parameter, NULL), "target"));
  else if (g_str_equal (name, "canvas.route"))
    lsn_edits_set_route (self->map, rows, ties->len, LSN_TIE_ROUTE, choice_or_none (parameter));
  else if (g_str_equal (name, "canvas.form"))
    lsn_edits_set_route (self->map, rows, ties->len, LSN_TIE_FORM, choice_or_none (parameter));
  else if (g_str_equal (name, "canvas.route-all"))
    lsn_edits_set_route (self->map, NULL, 0, LSN_TIE_ROUTE, choice_or_none (parameter));
  else if (g_str_equal (name, "canvas.form-all"))
    lsn_edits_set_route (self->map, NULL, 0, LSN_TIE_FORM, choice_or_none (parameter));
  else if (g_str_equal (name, "canvas.free-label"))
    for (guint i = 0; i < ties->len; i++)
      lsn_edits_put_label (self->map, rows[i], NAN, NULL);
}
