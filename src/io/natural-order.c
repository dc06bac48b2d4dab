/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "io/natural-order.h"

#include <string.h>

/* The order of rows in a file: runs of digits by their value, however long, all else by bytes. Never the locale: two people
 * who save the same map must get the same bytes. */

typedef struct
{
  LsnRow      row;
  const char *id;
} Entry;

static const char *
skip_zeros (const char *digits)
{
  while (*digits == '0' && g_ascii_isdigit (digits[1]))
    digits++;
  return digits;
}

static gsize
count_digits (const char *digits)
{
  gsize n = 0;

  while (g_ascii_isdigit (digits[n]))
    n++;
  return n;
}

/* Compares the runs of digits at the beginning of both, and moves both behind them. */
static int
compare_runs (const char **a,
              const char **b)
{
  const char *left = skip_zeros (*a);
  const char *right = skip_zeros (*b);
  gsize n_left = count_digits (left);
  gsize n_right = count_digits (right);
  int order;

  if (n_left != n_right)
    return n_left < n_right ? -1 : 1;
  order = memcmp (left, right, n_left);
  *a = left + n_left;
  *b = right + n_right;
  return order;
}

/**
 * lsn_natural_compare:
 *
 * Compares two ids: runs of digits by value ("e2" before "e10"), all else by bytes. Texts that differ only in leading zeros
 * follow in the order of their bytes, so that 0 is returned for equal texts only.
 *
 * Returns: below, equal to or above 0, as strcmp() does
 */
int
lsn_natural_compare (const char *a,
                     const char *b)
{
  const char *left = a;
  const char *right = b;

  while (*left != '\0' || *right != '\0')
    {
      if (g_ascii_isdigit (*left) && g_ascii_isdigit (*right))
        {
          int order = compare_runs (&left, &right);

          if (order != 0)
            return order;
        }
      else if (*left != *right)
        return (guchar) *left < (guchar) *right ? -1 : 1;
      else
        {
          left++;
          right++;
        }
    }
  return strcmp (a, b);
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *left = a;
  const Entry *right = b;

  return lsn_natural_compare (left->id, right->id);
}

static gboolean
is_sorted (const Entry *entries,
           guint        n_entries)
{
  for (guint i = 1; i < n_entries; i++)
    if (lsn_natural_compare (entries[i - 1].id, entries[i].id) > 0)
      return FALSE;
  return TRUE;
}

/**
 * lsn_natural_rows:
 *
 * All rows of a table in natural order of their ids. O(n) when the rows already stand so, as in a map that was read from
 * a file of ours, else O(n log n).
 *
 * Returns: (transfer full) (element-type LsnRow): the rows
 */
GArray *
lsn_natural_rows (LsnMap  *map,
                  LsnTable table)
{
  guint n_rows = lsn_map_n_rows (map, table);
  g_autofree Entry *entries = g_new (Entry, n_rows + 1);
  GArray *rows = g_array_sized_new (FALSE, FALSE, sizeof (LsnRow), n_rows);
  guint n = 0;

  for (LsnRow row = lsn_map_next_row (map, table, LSN_NO_ROW); row != LSN_NO_ROW && n < n_rows;
       row = lsn_map_next_row (map, table, row))
    entries[n++] = (Entry) { row, lsn_map_row_id (map, table, row) }
  ;
  if (!is_sorted (entries, n))
    qsort (entries, n, sizeof (Entry), compare_entries);
  for (guint i = 0; i < n; i++)
    g_array_append_val (rows, entries[i].row);
  return rows;
}
