/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/map-edits.h"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "model/bends.h"
#include "model/callouts.h"
#include "model/notes.h"

/* Several actors put in order at once. Who is pinned stays: a pin is let go by hand only, by dragging or nudging. */

/**
 * lsn_edits_is_held:
 *
 * Returns: whether arranging leaves @actor where it is: it is pinned, or somebody in it is
 */
gboolean
lsn_edits_is_held (LsnMap *map,
                   LsnRow  actor)
{
  if (lsn_map_get_boolean (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_PINNED) == 1)
    return TRUE;
  for (LsnRow child = LSN_NO_ROW; (child = lsn_map_next_child (map, actor, child)) != LSN_NO_ROW;)
    if (lsn_edits_is_held (map, child))
      return TRUE;
  return FALSE;
}

/**
 * lsn_edits_outermost:
 *
 * Returns: (transfer full) (element-type LsnRow): those of @actors that are in no other of them
 */
GArray *
lsn_edits_outermost (LsnMap       *map,
                     const LsnRow *actors,
                     guint         n_actors)
{
  g_autoptr (GHashTable) among = g_hash_table_new (NULL, NULL);
  GArray *outermost = g_array_new (FALSE, FALSE, sizeof (LsnRow));

  for (guint i = 0; i < n_actors; i++)
    g_hash_table_add (among, GUINT_TO_POINTER (actors[i]));
  for (guint i = 0; i < n_actors; i++)
    {
      LsnRow above = lsn_map_get_reference (map, LSN_TABLE_ACTORS, actors[i], LSN_ACTOR_PARENT);

      while (above != LSN_NO_ROW && !g_hash_table_contains (among, GUINT_TO_POINTER (above)))
        above = lsn_map_get_reference (map, LSN_TABLE_ACTORS, above, LSN_ACTOR_PARENT);
      if (above == LSN_NO_ROW)
        g_array_append_val (outermost, actors[i]);
    }
  return outermost;
}

static GHashTable *
set_of (GArray *rows)
{
  GHashTable *set = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < rows->len; i++)
    g_hash_table_add (set, GUINT_TO_POINTER (g_array_index (rows, LsnRow, i)));
  return set;
}

static void
put (LsnMap  *map,
     LsnRow   actor,
     LsnPoint to)
{
  lsn_map_set_number (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_X, to.x, NULL);
  lsn_map_set_number (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_Y, to.y, NULL);
}

static gboolean
place_of (LsnMap   *map,
          LsnRow    actor,
          LsnPoint *at)
{
  at->x = lsn_map_get_number (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_X);
  at->y = lsn_map_get_number (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_Y);
  return isfinite (at->x) && isfinite (at->y);
}

/**
 * lsn_edits_move_each:
 * @actors: (array length=n_actors): none inside another
 * @by: (array length=n_actors): how far each moves with what is inside, in map units
 * @label: translated
 *
 * Cost: O(actors that move and their ties).
 */
gboolean
lsn_edits_move_each (LsnMap         *map,
                     const LsnRow   *actors,
                     const LsnPoint *by,
                     guint           n_actors,
                     const char     *label)
{
  g_autoptr (GArray) everybody = lsn_edits_with_inside (map, actors, n_actors);
  g_autoptr (GHashTable) moved = set_of (everybody);
  g_autoptr (GArray) bent = lsn_bends_note (map, moved);
  g_autoptr (LsnCallouts) callouts = lsn_callouts_note (map);

  lsn_map_begin (map, label, NULL);
  for (guint i = 0; i < n_actors; i++)
    {
      g_autoptr (GArray) all = lsn_edits_with_inside (map, &actors[i], 1);
      LsnPoint at;

      for (guint k = 0; k < all->len && (by[i].x != 0 || by[i].y != 0); k++)
        if (place_of (map, g_array_index (all, LsnRow, k), &at))
          put (map, g_array_index (all, LsnRow, k), (LsnPoint) { at.x + by[i].x, at.y + by[i].y });
    }
  lsn_bends_follow (map, bent);
  lsn_callouts_follow (map, callouts);
  return lsn_map_commit (map);
}

/**
 * lsn_edits_turn:
 * @actors: with what is inside them
 * @about: what stays where it is, in map units
 * @degrees: clockwise
 * @factor: of the distances from @about; above 0
 *
 * Rotates and scales the places of actors, not their sizes, which say something. Who is pinned stays.
 */
gboolean
lsn_edits_turn (LsnMap       *map,
                const LsnRow *actors,
                guint         n_actors,
                LsnPoint      about,
                double        degrees,
                double        factor)
{
  g_autoptr (GArray) all = lsn_edits_with_inside (map, actors, n_actors);
  g_autoptr (GHashTable) set = set_of (all);
  g_autoptr (GArray) bent = lsn_bends_note (map, set);
  g_autoptr (LsnCallouts) callouts = lsn_callouts_note (map);
  double across = factor * cos (degrees * G_PI / 180), down = factor * sin (degrees * G_PI / 180);
  LsnPoint at;

  lsn_map_begin (map, _("Rotate and Scale"), NULL);
  for (guint i = 0; i < all->len; i++)
    {
      LsnRow actor = g_array_index (all, LsnRow, i);

      if (lsn_map_get_boolean (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_PINNED) == 1 || !place_of (map, actor, &at))
        continue;
      at = (LsnPoint) { at.x - about.x, at.y - about.y };
      put (map, actor, (LsnPoint) { about.x + at.x * across - at.y * down, about.y + at.x * down + at.y * across });
    }
  lsn_bends_follow (map, bent);
  lsn_callouts_follow (map, callouts);
  return lsn_map_commit (map);
}

/* ---- room ---- */

typedef struct
{
  gboolean down;
  double   from, by;
} Room;

static gboolean
make_way (const Room *room,
          LsnPoint   *at)
{
  double *place = room->down ? &at->y : &at->x;

  if (room->by > 0 ? *place <= room->from : *place >= room->from)
    return FALSE;
  *place += room->by;
  return TRUE;
}

static void
make_way_for_actor (LsnMap     *map,
                    const Room *room,
                    LsnRow      actor)
{
  g_autoptr (GArray) all = NULL;
  LsnPoint old, at;

  if (!place_of (map, actor, &at))
    return;
  old = at;
  if (!make_way (room, &at))
    return;
  all = lsn_edits_with_inside (map, &actor, 1);
  for (guint i = 0; i < all->len; i++)
    {
      LsnRow   each = g_array_index (all, LsnRow, i);
      LsnPoint place;

      if (place_of (map, each, &place))
        put (map, each, (LsnPoint) { place.x + at.x - old.x, place.y + at.y - old.y });
    }
}

static void
make_way_for_bends (LsnMap     *map,
                    const Room *room)
{
  for (LsnRow tie = LSN_NO_ROW; (tie = lsn_map_next_row (map, LSN_TABLE_TIES, tie)) != LSN_NO_ROW;)
    {
      g_autoptr (GArray) bends = lsn_bends_get (map, tie);
      gboolean moved = FALSE;

      for (guint i = 0; i < bends->len; i++)
        moved |= make_way (room, &g_array_index (bends, LsnPoint, i));
      if (moved)
        lsn_bends_set (map, tie, (const LsnPoint *) (gpointer) bends->data, bends->len, NULL);
    }
}

static double
extent_of (LsnMap   *map,
           LsnRow    note,
           LsnColumn column)
{
  double extent = lsn_map_get_number (map, LSN_TABLE_NOTES, note, column);

  return isfinite (extent) ? extent : 0;
}

/* By its middle, as actors; a frame that the line goes through becomes larger instead. What speaks of somebody goes with it. */
static void
make_way_for_note (LsnMap     *map,
                   const Room *room,
                   LsnRow      note)
{
  LsnPoint corner = { lsn_map_get_number (map, LSN_TABLE_NOTES, note, LSN_NOTE_X),
                      lsn_map_get_number (map, LSN_TABLE_NOTES, note, LSN_NOTE_Y) };
  LsnColumn place = room->down ? LSN_NOTE_Y : LSN_NOTE_X, size = room->down ? LSN_NOTE_HEIGHT : LSN_NOTE_WIDTH;
  double begin = room->down ? corner.y : corner.x, extent = extent_of (map, note, size);
  gboolean through = begin < room->from && begin + extent > room->from;
  LsnPoint middle = { corner.x + extent_of (map, note, LSN_NOTE_WIDTH) / 2,
                      corner.y + extent_of (map, note, LSN_NOTE_HEIGHT) / 2 };

  if (!isfinite (corner.x) || !isfinite (corner.y) ||
      lsn_map_get_reference (map, LSN_TABLE_NOTES, note, LSN_NOTE_ACTOR) != LSN_NO_ROW ||
      lsn_map_get_reference (map, LSN_TABLE_NOTES, note, LSN_NOTE_TIE) != LSN_NO_ROW)
    return;

  if (through && lsn_note_shape (map, note) == LSN_NOTE_SHAPE_FRAME)
    {
      lsn_map_set_number (map, LSN_TABLE_NOTES, note, size, extent + fabs (room->by), NULL);
      if (room->by < 0)
        lsn_map_set_number (map, LSN_TABLE_NOTES, note, place, begin + room->by, NULL);
    }
  else if (make_way (room, &middle))
    lsn_map_set_number (map, LSN_TABLE_NOTES, note, place, begin + room->by, NULL);
}

/**
 * lsn_edits_make_room:
 * @down: whether room is made between above and below, not between left and right
 * @from: the line that stays, in map units
 * @by: how much room; to the right or down when above 0, then all beyond the line in that direction moves; else to the left or up
 * @merge_key: (nullable): joins it with the room made before
 *
 * Moves all actors that stand beyond a line, the bends of ties and notes there too. What is inside a collapsed container moves
 * with it, and who is pinned stays; a frame that the line goes through becomes larger. Cost: O(rows).
 */
gboolean
lsn_edits_make_room (LsnMap     *map,
                     gboolean    down,
                     double      from,
                     double      by,
                     const char *merge_key)
{
  Room room = { down, from, by };
  g_autoptr (LsnCallouts) callouts = NULL;

  if (by == 0)
    return FALSE;

  callouts = lsn_callouts_note (map);
  lsn_map_begin (map, _("Make Room"), merge_key);
  for (LsnRow actor = LSN_NO_ROW; (actor = lsn_map_next_row (map, LSN_TABLE_ACTORS, actor)) != LSN_NO_ROW;)
    {
      gboolean is_open = lsn_map_is_container (map, actor) &&
                         lsn_map_get_boolean (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_COLLAPSED) != 1;

      if (!is_open && lsn_map_shown_as (map, actor) == actor && !lsn_edits_is_held (map, actor))
        make_way_for_actor (map, &room, actor);
    }
  make_way_for_bends (map, &room);
  for (LsnRow note = LSN_NO_ROW; (note = lsn_map_next_row (map, LSN_TABLE_NOTES, note)) != LSN_NO_ROW;)
    make_way_for_note (map, &room, note);
  lsn_callouts_follow (map, callouts);
  return lsn_map_commit (map);
}

/* ---- who is drawn over whom ---- */

typedef struct
{
  LsnMap   *map;
  LsnTable  table;
  LsnColumn column;
} Orders;

static gint64
order_of (const Orders *orders,
          LsnRow        row)
{
  LsnValue order = lsn_map_get (orders->map, orders->table, row, orders->column);

  return order.kind == LSN_VALUE_INTEGER ? order.integer : 0;
}

static int
compare_orders (gconstpointer a,
                gconstpointer b,
                gpointer      orders)
{
  LsnRow one = *(const LsnRow *) a, other = *(const LsnRow *) b;
  gint64 x = order_of (orders, one), y = order_of (orders, other);

  if (x != y)
    return x < y ? -1 : 1;
  return one < other ? -1 : one > other;
}

/**
 * lsn_edits_set_order:
 * @table: actors or notes
 * @to_front: whether @rows are drawn over all others of the table, not below
 *
 * Among themselves they stay as they are.
 */
gboolean
lsn_edits_set_order (LsnMap       *map,
                     LsnTable      table,
                     const LsnRow *rows,
                     guint         n_rows,
                     gboolean      to_front)
{
  Orders   orders = { map, table, table == LSN_TABLE_NOTES ? (LsnColumn) LSN_NOTE_ORDER : (LsnColumn) LSN_ACTOR_ORDER };
  g_autoptr (GArray) sorted = g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (LsnRow)), rows, n_rows);
  g_autoptr (GHashTable) among = set_of (sorted);
  gint64   least = 0, most = 0, order;
  gboolean any = FALSE;

  for (LsnRow row = LSN_NO_ROW; (row = lsn_map_next_row (map, table, row)) != LSN_NO_ROW;)
    if (!g_hash_table_contains (among, GUINT_TO_POINTER (row)))
      {
        order = order_of (&orders, row);
        least = any ? MIN (least, order) : order;
        most = any ? MAX (most, order) : order;
        any = TRUE;
      }
  if (!any)
    return FALSE;

  /* a file may hold any number */
  least = MAX (least, G_MININT64 / 2);
  most = MIN (most, G_MAXINT64 / 2);
  g_array_sort_with_data (sorted, compare_orders, &orders);
  lsn_map_begin (map, to_front ? _("Bring to Front") : _("Send to Back"), NULL);
  for (guint i = 0; i < sorted->len; i++)
    {
      order = to_front ? most + 1 + i : least - (gint64) sorted->len + i;
      lsn_map_set (map, table, g_array_index (sorted, LsnRow, i), orders.column, lsn_value_integer (order), NULL);
    }
  return lsn_map_commit (map);
}
