/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "engine/ground-private.h"
#include "model/geometry.h"

/* Who stands in a frame that is not theirs */

/* Whether it is somebody's doing that @unit stands in @frame: what is fixed may have stood there before. */
static gboolean
is_strange_in (LsnGround *ground,
               guint      unit,
               guint      frame)
{
  LsnUnit *stranger = lsn_units_get (ground->units, unit);

  return lsn_rect_meets (stranger->box, lsn_units_get (ground->units, frame)->box)
         && !(stranger->is_held && lsn_rect_meets (stranger->box, ground->fixed[frame]))
         && !lsn_units_is_within (ground->units, unit, frame);
}

/* Free units inside of @frame that stand beyond what is fixed of it */
static void
add_outlying (LsnGround *ground,
              guint      frame,
              guint      container,
              gboolean  *to_move)
{
  LsnUnit *around = lsn_units_get (ground->units, container);
  LsnRect fixed = ground->fixed[frame];

  for (guint i = 0; i < around->children->len; i++)
    {
      guint child = lsn_unit_child (around, i);
      LsnUnit *unit = lsn_units_get (ground->units, child);
      LsnRect box = lsn_rect_grown (unit->box, LSN_FRAME_PADDING);

      if (unit->is_held && unit->is_container)
        add_outlying (ground, frame, child, to_move);
      else if (!unit->is_held && (box.x0 < fixed.x0 || box.x1 > fixed.x1 || box.y0 - LSN_FRAME_TITLE_BAND < fixed.y0
                                  || box.y1 > fixed.y1))
        to_move[child] = TRUE;
    }
}

/**
 * lsn_ground_strangers:
 * @ground: the ground
 * @to_move: (nullable) (array): by unit; set for the free ones that stand in strange frames, and for those on whose account
 *   their frame is over others
 *
 * Returns: how often somebody stands in a frame that it is not in, and need not
 */
guint
lsn_ground_strangers (LsnGround *ground,
                      gboolean  *to_move)
{
  guint n = 0;

  for (guint i = 0; i < ground->frames->len; i++)
    {
      guint frame = g_array_index (ground->frames, guint, i), before = n;
      g_autoptr (GArray) obstacles = lsn_ground_obstacles (ground, lsn_units_get (ground->units, frame)->box);

      for (guint j = 0; j < obstacles->len; j++)
        {
          guint unit = g_array_index (obstacles, guint, j);

          if (!is_strange_in (ground, unit, frame))
            continue;
          n++;
          if (to_move != NULL && !lsn_units_get (ground->units, unit)->is_held)
            to_move[unit] = TRUE;
        }
      if (to_move != NULL && n > before)
        add_outlying (ground, frame, frame, to_move);
    }
  return n;
}
