/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "model/views.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "model/condition-words.h"
#include "model/edit.h"
#include "model/names.h"
#include "model/row-text.h"

static double
order_of (LsnMap *map,
          LsnRow  view)
{
  double order = lsn_map_get_number (map, LSN_TABLE_VIEWS, view, LSN_VIEW_ORDER);

  return isnan (order) ? G_MAXDOUBLE : order;
}

static int
compare_views (gconstpointer a,
               gconstpointer b,
               gpointer      map)
{
  LsnRow one = *(const LsnRow *) a, other = *(const LsnRow *) b;
  double first = order_of (map, one), second = order_of (map, other);

  if (first != second)
    return first < second ? -1 : 1;
  return one < other ? -1 : one > other;
}

/**
 * lsn_views:
 * @map: a map
 *
 * Returns: (transfer full) (element-type LsnRow): its views, in the order of lists
 */
GArray *
lsn_views (LsnMap *map)
{
  GArray *views = g_array_new (FALSE, FALSE, sizeof (LsnRow));

  for (LsnRow view = lsn_map_next_row (map, LSN_TABLE_VIEWS, LSN_NO_ROW); view != LSN_NO_ROW;
       view = lsn_map_next_row (map, LSN_TABLE_VIEWS, view))
    g_array_append_val (views, view);
  g_array_sort_with_data (views, compare_views, map);
  return views;
}

/* What the conditions say, as a name for who has given none. */
static char *
name_from_conditions (LsnMap          *map,
                      const LsnFilter *filter)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  if (lsn_filter_n (filter) == 0)
    /* Translators: the view of a map that hides nothing */
    return g_strdup (C_("view", "Everything"));
  for (guint i = 0; i < lsn_filter_n (filter); i++)
    g_ptr_array_add (words, lsn_condition_describe (lsn_filter_get (filter, i), map));
  g_ptr_array_add (words, NULL);
  return g_strjoinv (C_("list", ", "), (char **) words->pdata);
}

/**
 * lsn_view_display_name:
 * @view: a row of the views
 *
 * Returns: (transfer full): its name; what it asks for, in words, when it has none
 */
char *
lsn_view_display_name (LsnMap *map,
                       LsnRow  view)
{
  const char            *name = lsn_map_get_text (map, LSN_TABLE_VIEWS, view, LSN_VIEW_NAME);
  g_autoptr (LsnFilter)  filter = NULL;

  if (name != NULL)
    return g_strdup (name);
  filter = lsn_view_filter (map, view);
  return name_from_conditions (map, filter);
}

/**
 * lsn_view_filter:
 * @view: a row of the views
 *
 * Returns: (transfer full): what it shows; conditions that are not understood are passed over
 */
LsnFilter *
lsn_view_filter (LsnMap *map,
                 LsnRow  view)
{
  const char *text = lsn_map_get_text (map, LSN_TABLE_VIEWS, view, LSN_VIEW_CONDITIONS);

  LsnFilter  *filter = lsn_filter_parse (text != NULL ? text : "", NULL);

  lsn_filter_set_faded (filter, lsn_map_get_boolean (map, LSN_TABLE_VIEWS, view, LSN_VIEW_FADED) == 1);
  return filter;
}

static LsnRow
find_named (LsnMap     *map,
            const char *name,
            LsnRow      but)
{
  g_autofree char   *wanted = lsn_text_fold (name);
  g_autoptr (GArray) views = lsn_views (map);

  for (guint i = 0; i < views->len; i++)
    {
      LsnRow           view = g_array_index (views, LsnRow, i);
      g_autofree char *shown = lsn_view_display_name (map, view);
      g_autofree char *folded = lsn_text_fold (shown);

      if (view != but && strcmp (folded, wanted) == 0)
        return view;
    }
  return LSN_NO_ROW;
}

/**
 * lsn_view_find:
 * @name: the name of a view, without regard to case and accents, or its id
 *
 * Returns: the view, or %LSN_NO_ROW. O(views).
 */
LsnRow
lsn_view_find (LsnMap     *map,
               const char *name)
{
  LsnRow view = find_named (map, name, LSN_NO_ROW);

  return view != LSN_NO_ROW ? view : lsn_map_find_row (map, LSN_TABLE_VIEWS, name);
}

/* ---- edits ---- */

static gboolean
end (LsnMap  *map,
     gboolean done)
{
  if (done)
    lsn_map_commit (map);
  else
    lsn_map_rollback (map);
  return done;
}

static gboolean
set_filter (LsnMap          *map,
            LsnRow           view,
            const LsnFilter *filter,
            GError         **error)
{
  g_autofree char *text = lsn_filter_to_text (filter);

  /* Empty is no: a map without faded views says nothing of them. */
  return lsn_map_set_text (map, LSN_TABLE_VIEWS, view, LSN_VIEW_CONDITIONS, text, error) &&
         lsn_map_set_boolean (map, LSN_TABLE_VIEWS, view, LSN_VIEW_FADED, lsn_filter_get_faded (filter) ? 1 : -1, error);
}

/* The name of a view that asks for nothing, at which nobody could tell it from another. */
static char *
numbered_name (LsnMap *map,
               LsnRow  view)
{
  for (guint i = 1;; i++)
    {
      /* Translators: a view that hides nothing and has no name yet, the first, second ... of them */
      g_autofree char *name = g_strdup_printf (C_("view", "View %u"), i);

      if (find_named (map, name, view) == LSN_NO_ROW)
        return g_steal_pointer (&name);
    }
}

/* A name for @view that no other has. */
static char *
free_name (LsnMap          *map,
           LsnRow           view,
           const LsnFilter *filter)
{
  g_autofree char *stem = name_from_conditions (map, filter);
  char            *name;

  if (lsn_filter_n (filter) == 0)
    return numbered_name (map, view);
  name = g_strdup (stem);
  for (guint i = 2; find_named (map, name, view) != LSN_NO_ROW; i++)
    {
      g_free (name);
      /* Translators: the name of another view (%1$s) and a number that makes a new name of it */
      name = g_strdup_printf (C_("view", "%1$s (%2$u)"), stem, i);
    }
  return name;
}

static gboolean
fill_view (LsnMap          *map,
           LsnRow           view,
           const LsnFilter *filter,
           gint64           order,
           GError         **error)
{
  g_autofree char *name = free_name (map, view, filter);

  return lsn_map_set_text (map, LSN_TABLE_VIEWS, view, LSN_VIEW_NAME, name, error) &&
         set_filter (map, view, filter, error) &&
         lsn_map_set (map, LSN_TABLE_VIEWS, view, LSN_VIEW_ORDER, lsn_value_integer (order), error);
}

/**
 * lsn_view_save:
 * @filter: what the view shows
 * @merge_key: (nullable): of the step
 *
 * A new view, the last of the list. It is called by what it asks for, as nobody has named it yet.
 *
 * Returns: the view, or %LSN_NO_ROW and an error
 */
LsnRow
lsn_view_save (LsnMap          *map,
               const LsnFilter *filter,
               const char      *merge_key,
               GError         **error)
{
  g_autoptr (GArray) views = lsn_views (map);
  gint64             order = 1;
  LsnRow             view;

  for (guint i = 0; i < views->len; i++)
    {
      double other = order_of (map, g_array_index (views, LsnRow, i));

      if (other < G_MAXINT)
        order = MAX (order, (gint64) other + 1);
    }
  lsn_map_begin (map, C_("undo", "Save View"), merge_key);
  view = lsn_map_insert_row (map, LSN_TABLE_VIEWS, NULL, error);
  return end (map, view != LSN_NO_ROW && fill_view (map, view, filter, order, error)) ? view : LSN_NO_ROW;
}

/**
 * lsn_view_rename:
 * @name: not empty, and no other view's
 * @merge_key: (nullable): of the step
 *
 * Returns: whether it is called so now; else @error says why not
 */
gboolean
lsn_view_rename (LsnMap     *map,
                 LsnRow      view,
                 const char *name,
                 const char *merge_key,
                 GError    **error)
{
  g_autofree char *clean = g_strstrip (g_strdup (name));

  if (*clean == '\0')
    {
      g_set_error (error, LSN_MODEL_ERROR, LSN_MODEL_ERROR_NAME, "%s", _("A view needs a name."));
      return FALSE;
    }
  if (find_named (map, clean, view) != LSN_NO_ROW)
    {
      /* Translators: %s is a name that was typed */
      g_set_error (error, LSN_MODEL_ERROR, LSN_MODEL_ERROR_NAME, _("There is another view called “%s”. Choose another name."),
                   clean);
      return FALSE;
    }
  lsn_map_begin (map, C_("undo", "Rename View"), merge_key);
  return end (map, lsn_map_set_text (map, LSN_TABLE_VIEWS, view, LSN_VIEW_NAME, clean, error));
}

/**
 * lsn_view_update:
 * @filter: what the view shows from now on
 *
 * Returns: whether it does; else @error says why not
 */
gboolean
lsn_view_update (LsnMap          *map,
                 LsnRow           view,
                 const LsnFilter *filter,
                 GError         **error)
{
  lsn_map_begin (map, C_("undo", "Update View"), NULL);
  return end (map, set_filter (map, view, filter, error));
}

/**
 * lsn_view_remove:
 *
 * Returns: whether the view is gone; else @error says why not
 */
gboolean
lsn_view_remove (LsnMap  *map,
                 LsnRow   view,
                 GError **error)
{
  lsn_map_begin (map, C_("undo", "Delete View"), NULL);
  return end (map, lsn_map_remove_row (map, LSN_TABLE_VIEWS, view, error));
}
