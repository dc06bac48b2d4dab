/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "model/row-list.h"

#include <math.h>
#include <string.h>

#include "model/changes.h"
#include "model/kinds.h"
#include "model/row-item-private.h"
#include "model/row-text.h"

/* The rows shown, in their order, and where each row is. A change of the map makes the order anew and says the smallest
 * single splice that leads to it; altered rows that stay in place are said one by one while they are few. */

/* Above so many altered rows one splice over all of them is cheaper for the view. */
#define FEW_ROWS 64

struct _LsnRowList
{
  GObject      parent_instance;

  LsnMap      *map;
  LsnTable     table;
  LsnRowTexts *texts;
  char       **words;        /* folded; NULL: no search */
  gboolean     nested;
  LsnColumn    sort_column;  /* LSN_NO_COLUMN: as inserted */
  gboolean     descending;
  LsnFilter   *filter;       /* NULL: all rows */
  LsnShown    *shown;        /* what it shows, while an order is being made */
  gboolean     blank;

  GArray      *order;        /* of LsnRow */
  GArray      *positions;    /* of guint by row; G_MAXUINT: not shown */
};

static void lsn_row_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LsnRowList, lsn_row_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, lsn_row_list_model_init))

/* ---- The order ---- */

typedef struct
{
  LsnRow   row;
  gboolean known;
  double   number;
  char    *text;
} Key;

static void
key_clear (gpointer key)
{
  g_free (((Key *) key)->text);
}

static Key
make_key (LsnRowList *list,
          LsnRow      row)
{
  const LsnColumnSpec *spec = lsn_map_column_spec (list->map, list->table, list->sort_column);
  LsnValue value = lsn_map_get (list->map, list->table, row, list->sort_column);
  g_autofree char *text = NULL;
  Key key = { .row = row, .known = value.kind != LSN_VALUE_EMPTY };

  switch (value.kind)
    {
    case LSN_VALUE_INTEGER:
      key.number = (double) value.integer;
      break;

    case LSN_VALUE_NUMBER:
      key.number = value.number;
      break;

    case LSN_VALUE_BOOLEAN:
      key.number = value.boolean;
      break;

    case LSN_VALUE_REFERENCE:
      text = lsn_row_display_name (list->map, spec->refers_to, value.row);
      break;

    case LSN_VALUE_TEXT:
      text = g_strdup (spec->type == LSN_TYPE_CHOICE ? lsn_column_choice_label (spec, value.text) : value.text);
      break;

    case LSN_VALUE_EMPTY:
    default:
      break;
    }

  if (text != NULL)
    key.text = g_utf8_collate_key_for_filename (text, -1);

  return key;
}

/* Empty cells come last in both directions; equal ones stay in the order of insertion. */
static int
compare_keys (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  const Key *left = a, *right = b;
  LsnRowList *list = data;
  int order;

  if (left->known != right->known)
    return left->known ? -1 : 1;

  if (left->text != NULL && right->text != NULL)
    order = strcmp (left->text, right->text);
  else
    order = (left->number > right->number) - (left->number < right->number);

  if (order != 0)
    return list->descending ? -order : order;

  return left->row < right->row ? -1 : left->row > right->row;
}

static void
sort_rows (LsnRowList *list,
           GArray     *rows)
{
  g_autoptr (GArray) keys = NULL;

  if (lsn_map_column_spec (list->map, list->table, list->sort_column) == NULL)
    return;

  keys = g_array_sized_new (FALSE, FALSE, sizeof (Key), rows->len);
  g_array_set_clear_func (keys, key_clear);
  for (guint i = 0; i < rows->len; i++)
    {
      Key key = make_key (list, g_array_index (rows, LsnRow, i));

      g_array_append_val (keys, key);
    }
  g_array_sort_with_data (keys, compare_keys, list);
  for (guint i = 0; i < rows->len; i++)
    g_array_index (rows, LsnRow, i) = g_array_index (keys, Key, i).row;
}

/* Another name is shown with its actor; of what no filter knows all is. */
static gboolean
is_shown (LsnRowList *list,
          LsnRow      row)
{
  if (list->shown == NULL)
    return TRUE;
  if (list->table == LSN_TABLE_ACTORS)
    return list->shown->actors[row];
  if (list->table == LSN_TABLE_TIES)
    return list->shown->ties[row];
  if (list->table == LSN_TABLE_ALIASES)
    return list->shown->actors[lsn_map_get_reference (list->map, LSN_TABLE_ALIASES, row, LSN_ALIAS_ACTOR)];

  return TRUE;
}

static gboolean
is_found (LsnRowList *list,
          LsnRow      row)
{
  const char *text;

  if (!is_shown (list, row))
    return FALSE;
  if (list->words == NULL)
    return TRUE;

  text = lsn_row_texts_get (list->texts, row);
  for (char **word = list->words; *word != NULL; word++)
    if (strstr (text, *word) == NULL)
      return FALSE;

  return TRUE;
}

/* Each container before what is in it; siblings keep the order of @flat. Without recursion, as containers may be deep:
 * the last child is pushed first, so that the first one is taken next. */
static GArray *
nest (LsnRowList *list,
      GArray     *flat)
{
  guint n_slots = lsn_map_max_row (list->map, LSN_TABLE_ACTORS) + 1;
  g_autofree LsnRow *first = g_new0 (LsnRow, n_slots);
  g_autofree LsnRow *next = g_new0 (LsnRow, n_slots);
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (LsnRow));
  GArray *nested = g_array_sized_new (FALSE, FALSE, sizeof (LsnRow), flat->len);

  /* Backwards, so that each list of children begins with the first one; the roots are the children of no row. */
  for (guint i = flat->len; i-- > 0;)
    {
      LsnRow row = g_array_index (flat, LsnRow, i);
      LsnRow parent = lsn_map_get_reference (list->map, LSN_TABLE_ACTORS, row, LSN_ACTOR_PARENT);

      next[row] = first[parent];
      first[parent] = row;
    }

  if (first[LSN_NO_ROW] != LSN_NO_ROW)
    g_array_append_val (stack, first[LSN_NO_ROW]);
  while (stack->len > 0)
    {
      LsnRow row = g_array_index (stack, LsnRow, stack->len - 1);

      g_array_set_size (stack, stack->len - 1);
      g_array_append_val (nested, row);
      if (next[row] != LSN_NO_ROW)
        g_array_append_val (stack, next[row]);
      if (first[row] != LSN_NO_ROW)
        g_array_append_val (stack, first[row]);
    }

  return nested;
}

static gboolean
is_nested (LsnRowList *list)
{
  return list->nested && list->table == LSN_TABLE_ACTORS && list->words == NULL && list->filter == NULL;
}

static GArray *
make_order (LsnRowList *list)
{
  GArray *rows = g_array_sized_new (FALSE, FALSE, sizeof (LsnRow), lsn_map_n_rows (list->map, list->table));

  if (list->filter != NULL)
    list->shown = lsn_filter_apply (list->filter, list->map);
  for (LsnRow row = lsn_map_next_row (list->map, list->table, LSN_NO_ROW);
       row != LSN_NO_ROW;
       row = lsn_map_next_row (list->map, list->table, row))
    if (is_found (list, row))
      g_array_append_val (rows, row);
  g_clear_pointer (&list->shown, lsn_shown_free);

  sort_rows (list, rows);

  if (is_nested (list))
    {
      g_autoptr (GArray) flat = rows;

      rows = nest (list, flat);
    }

  return rows;
}

static void
note_positions (LsnRowList *list)
{
  guint n_slots = lsn_map_max_row (list->map, list->table) + 1;

  g_array_set_size (list->positions, n_slots);
  memset (list->positions->data, 0xff, n_slots * sizeof (guint));
  for (guint i = 0; i < list->order->len; i++)
    g_array_index (list->positions, guint, g_array_index (list->order, LsnRow, i)) = i;
}

/* ---- Telling the views ---- */

static void
tell_altered (LsnRowList   *list,
              const LsnRow *rows,
              guint         n_rows)
{
  if (n_rows > FEW_ROWS)
    {
      g_list_model_items_changed (G_LIST_MODEL (list), 0, list->order->len, list->order->len);
      return;
    }

  for (guint i = 0; i < n_rows; i++)
    {
      guint at = lsn_row_list_find (list, rows[i]);

      if (at != G_MAXUINT)
        g_list_model_items_changed (G_LIST_MODEL (list), at, 1, 1);
    }
}

/* Takes the new order; whether views were told of a splice. */
static gboolean
take_order (LsnRowList *list,
            GArray     *order)
{
  g_autoptr (GArray) before = list->order;
  const LsnRow *old = (const LsnRow *) before->data, *new = (const LsnRow *) order->data;
  guint same_head = 0, same_tail = 0, shorter = MIN (before->len, order->len);

  while (same_head < shorter && old[same_head] == new[same_head])
    same_head++;
  while (same_tail < shorter - same_head &&
         old[before->len - 1 - same_tail] == new[order->len - 1 - same_tail])
    same_tail++;

  list->order = order;
  note_positions (list);
  if (same_head == before->len && same_head == order->len)
    return FALSE;

  g_list_model_items_changed (G_LIST_MODEL (list), same_head,
                              before->len - same_head - same_tail, order->len - same_head - same_tail);
  return TRUE;
}

static void
on_map_changed_cb (LsnMap     *map,
                   LsnChanges *changes,
                   LsnRowList *list)
{
  guint n_altered;
  const LsnRow *altered = lsn_changes_altered (changes, list->table, &n_altered);

  if (lsn_changes_only_places (changes) &&
      (list->sort_column == LSN_NO_COLUMN || !lsn_changes_touch_column (changes, list->table, list->sort_column)))
    return;

  lsn_row_texts_forget (list->texts, changes);
  take_order (list, make_order (list));
  if (is_nested (list) && lsn_changes_touch_column (changes, LSN_TABLE_ACTORS, LSN_ACTOR_PARENT))
    n_altered = G_MAXUINT; /* what is inside what moved is deeper now, without a change of its own */
  tell_altered (list, altered, n_altered);
}

/* ---- The list model ---- */

static GType
lsn_row_list_get_item_type (GListModel *model)
{
  return LSN_TYPE_ROW_ITEM;
}

static guint
lsn_row_list_get_n_items (GListModel *model)
{
  LsnRowList *list = LSN_ROW_LIST (model);

  return list->order->len + (list->blank ? 1 : 0);
}

static guint
depth_of (LsnRowList *list,
          LsnRow      row)
{
  guint depth = 0;

  if (!is_nested (list))
    return 0;
  while ((row = lsn_map_get_reference (list->map, LSN_TABLE_ACTORS, row, LSN_ACTOR_PARENT)) != LSN_NO_ROW)
    depth++;

  return depth;
}

static gpointer
lsn_row_list_get_item (GListModel *model,
                       guint       position)
{
  LsnRowList *list = LSN_ROW_LIST (model);
  LsnRow row = lsn_row_list_get_row (list, position);

  if (row != LSN_NO_ROW)
    return _lsn_row_item_new (list->map, list->table, row, depth_of (list, row));

  return list->blank && position == list->order->len ? _lsn_row_item_new (list->map, list->table, LSN_NO_ROW, 0) : NULL;
}

static void
lsn_row_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = lsn_row_list_get_item_type;
  iface->get_n_items = lsn_row_list_get_n_items;
  iface->get_item = lsn_row_list_get_item;
}

static void
lsn_row_list_dispose (GObject *object)
{
  LsnRowList *list = LSN_ROW_LIST (object);

  g_clear_pointer (&list->texts, lsn_row_texts_free);
  g_clear_object (&list->map);
  G_OBJECT_CLASS (lsn_row_list_parent_class)->dispose (object);
}

static void
lsn_row_list_finalize (GObject *object)
{
  LsnRowList *list = LSN_ROW_LIST (object);

  g_strfreev (list->words);
  g_clear_pointer (&list->filter, lsn_filter_free);
  g_array_unref (list->order);
  g_array_unref (list->positions);
  G_OBJECT_CLASS (lsn_row_list_parent_class)->finalize (object);
}

static void
lsn_row_list_class_init (LsnRowListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = lsn_row_list_dispose;
  object_class->finalize = lsn_row_list_finalize;
}

static void
lsn_row_list_init (LsnRowList *list)
{
  list->order = g_array_new (FALSE, FALSE, sizeof (LsnRow));
  list->positions = g_array_new (FALSE, FALSE, sizeof (guint));
  list->sort_column = LSN_NO_COLUMN;
}

/**
 * lsn_row_list_new:
 * @map: whose rows; the list follows it
 * @table: which of them
 *
 * Returns: (transfer full): a list model of #LsnRowItem, of all rows as inserted, actors nested
 */
LsnRowList *
lsn_row_list_new (LsnMap  *map,
                  LsnTable table)
{
  LsnRowList *list = g_object_new (LSN_TYPE_ROW_LIST, NULL);

  list->map = g_object_ref (map);
  list->table = table;
  list->nested = table == LSN_TABLE_ACTORS;
  list->texts = lsn_row_texts_new (list->map, table);
  g_signal_connect_object (map, "changed", G_CALLBACK (on_map_changed_cb), list, 0);
  take_order (list, make_order (list));

  return list;
}

/**
 * lsn_row_list_set_search:
 * @words: (nullable): what a row's text must hold, each of them, in any order; case and accents do not count
 *
 * Shows only the rows that have all the words, flat; %NULL or "" shows all again. Cost: O(rows); the first search also folds
 * their texts.
 */
void
lsn_row_list_set_search (LsnRowList *list,
                         const char *words)
{
  g_autofree char *folded = lsn_text_fold (words != NULL ? words : "");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = g_strsplit_set (folded, " \t\n", -1);
  g_auto (GStrv) searched = NULL;
  const char *const none[] = { NULL };
  gboolean was_nested = is_nested (list);

  for (char **part = parts; *part != NULL; part++)
    if (**part != '\0')
      g_strv_builder_add (builder, *part);

  searched = g_strv_builder_end (builder);
  if (g_strv_equal ((const char *const *) searched, list->words != NULL ? (const char *const *) list->words : none))
    return;
  g_clear_pointer (&list->words, g_strfreev);
  if (*searched != NULL)
    list->words = g_steal_pointer (&searched);

  take_order (list, make_order (list));
  if (was_nested != is_nested (list))
    g_list_model_items_changed (G_LIST_MODEL (list), 0, list->order->len, list->order->len);
}

/**
 * lsn_row_list_set_nested:
 * @nested: whether actors follow the container that they are in
 *
 * Has no effect on other tables and while there is a search.
 */
void
lsn_row_list_set_nested (LsnRowList *list,
                         gboolean    nested)
{
  if (list->nested == nested)
    return;

  list->nested = nested;
  take_order (list, make_order (list));
  g_list_model_items_changed (G_LIST_MODEL (list), 0, list->order->len, list->order->len);
}

/**
 * lsn_row_list_set_sort:
 * @column: the column to sort by, as people read its cells; %LSN_NO_COLUMN for the order of insertion
 * @descending: the greatest first; empty cells come last all the same
 *
 * Cost: O(n log n) now and at each change.
 */
void
lsn_row_list_set_sort (LsnRowList *list,
                       LsnColumn   column,
                       gboolean    descending)
{
  list->sort_column = column;
  list->descending = descending;
  take_order (list, make_order (list));
}

/**
 * lsn_row_list_set_filter:
 * @filter: (nullable): copied; %NULL or one without conditions for all rows
 *
 * Shows only the rows that pass, flat; it looks again at each change of the map. Cost: that of lsn_filter_apply ().
 */
void
lsn_row_list_set_filter (LsnRowList      *list,
                         const LsnFilter *filter)
{
  gboolean was_nested = is_nested (list);

  g_clear_pointer (&list->filter, lsn_filter_free);
  if (filter != NULL && lsn_filter_n (filter) > 0)
    list->filter = lsn_filter_copy (filter);
  take_order (list, make_order (list));
  if (was_nested != is_nested (list))
    g_list_model_items_changed (G_LIST_MODEL (list), 0, list->order->len, list->order->len);
}

/**
 * lsn_row_list_set_blank:
 * @blank: whether the model has an item of no row after the rows
 */
void
lsn_row_list_set_blank (LsnRowList *list,
                        gboolean    blank)
{
  if (list->blank == blank)
    return;

  list->blank = blank;
  g_list_model_items_changed (G_LIST_MODEL (list), list->order->len, blank ? 0 : 1, blank ? 1 : 0);
}

/**
 * lsn_row_list_n_rows:
 *
 * Returns: how many rows are shown, the blank item left out
 */
guint
lsn_row_list_n_rows (LsnRowList *list)
{
  return list->order->len;
}

/**
 * lsn_row_list_find:
 *
 * Returns: the position of @row, or %G_MAXUINT when it is not shown. Cost: O(1)
 */
guint
lsn_row_list_find (LsnRowList *list,
                   LsnRow      row)
{
  return row < list->positions->len ? g_array_index (list->positions, guint, row) : G_MAXUINT;
}

/**
 * lsn_row_list_get_row:
 *
 * Returns: the row at @position, or %LSN_NO_ROW past the end. Makes no object
 */
LsnRow
lsn_row_list_get_row (LsnRowList *list,
                      guint       position)
{
  return position < list->order->len ? g_array_index (list->order, LsnRow, position) : LSN_NO_ROW;
}
