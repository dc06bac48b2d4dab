/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "model/bounds.h"
#include "model/map-private.h"
#include "model/points.h"

/* What a column says is checked here, for every value that goes into a cell. */

/* Says in words why a cell does not take a value; FALSE, to return at once. */
gboolean
lsn_value_refuse (GError    **error,
                  const char *format,
                  ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_set_error_literal (error, LSN_MODEL_ERROR, LSN_MODEL_ERROR_VALUE, message);
  return FALSE;
}

static gboolean
refuse_kind (const LsnColumnSpec *spec,
             GError             **error)
{
  /* Translators: %s is the name of a column */
  return lsn_value_refuse (error, _("The column “%s” holds another sort of value."), lsn_column_label (spec));
}

static gboolean
check_range (const LsnColumnSpec *spec,
             double               number,
             GError             **error)
{
  char given[32], least[32], greatest[32];

  if (!isfinite (number))
    /* Translators: %s is the name of a column */
    return lsn_value_refuse (error, _("The column “%s” holds finite numbers only."), lsn_column_label (spec));

  if (number >= spec->min && number <= spec->max)
    return TRUE;

  lsn_number_format (number, given);
  lsn_number_format (spec->min, least);
  lsn_number_format (spec->max, greatest);

  if (number < spec->min && spec->max == INFINITY)
    /* Translators: %1$s is the name of a column, the others are numbers */
    return lsn_value_refuse (error, _("The column “%1$s” begins at %2$s, so it cannot hold %3$s."),
                             lsn_column_label (spec), least, given);
  if (number > spec->max && spec->min == -INFINITY)
    /* Translators: %1$s is the name of a column, the others are numbers */
    return lsn_value_refuse (error, _("The column “%1$s” ends at %2$s, so it cannot hold %3$s."),
                             lsn_column_label (spec), greatest, given);

  /* Translators: %1$s is the name of a column, the others are numbers */
  return lsn_value_refuse (error, _("The column “%1$s” goes from %2$s to %3$s, so it cannot hold %4$s."),
                           lsn_column_label (spec), least, greatest, given);
}

static gboolean
check_clean (const char *text,
             GError    **error)
{
  if (strlen (text) > LSN_MAX_TEXT)
    return lsn_value_refuse (error, _("The text is longer than 1 MiB, which is the most that a cell can hold."));

  if (!lsn_text_is_clean (text, -1))
    return lsn_value_refuse (error, _("The text has characters that a file cannot hold, such as control characters."));

  return TRUE;
}

static gboolean
is_points (const char *text)
{
  g_autoptr (GArray) points = lsn_points_parse (text);

  return points != NULL;
}

static gboolean
check_text (const LsnColumnSpec *spec,
            const char          *text,
            GError             **error)
{
  guint8 rgba[4];

  if (!check_clean (text, error))
    return FALSE;

  if (spec->type == LSN_TYPE_CHOICE && lsn_column_find_choice (spec, text) < 0)
    /* Translators: %1$s is what was given, %2$s the name of a column */
    return lsn_value_refuse (error, _("“%1$s” is none of the choices of the column “%2$s”."), text, lsn_column_label (spec));

  if (spec->type == LSN_TYPE_DATE && !lsn_date_is_valid (text))
    return lsn_value_refuse (error, _("“%s” is not a date of year, month or day precision, such as 2021, 2021-02 or 2021-02-28."),
                             text);

  if (spec->type == LSN_TYPE_COLOUR && !lsn_colour_parse (text, rgba))
    return lsn_value_refuse (error, _("“%s” is not a colour such as #3566a8."), text);

  if (spec->type == LSN_TYPE_POINTS && !is_points (text))
    return lsn_value_refuse (error, _("“%s” is not a list of points such as “0,0 12,5”."), text);

  if (spec->type == LSN_TYPE_IMAGE && !g_str_has_prefix (text, "data:image/"))
    return lsn_value_refuse (error, _("An image must be part of the map itself, as a “data:image/…” address."));

  return TRUE;
}

static double
rounded (const LsnColumnSpec *spec,
         double               number)
{
  if (spec->step <= 0.0 || !isfinite (number))
    return number;

  /* Dividing by the inverse keeps hundredths exact: 1.15 is what is nearest to 115 / 100, not to 115 * 0.01. Adding zero
   * makes -0 a plain 0. */
  if (spec->step < 1.0)
    return round (number * round (1.0 / spec->step)) / round (1.0 / spec->step) + 0.0;

  return round (number / spec->step) * spec->step + 0.0;
}

static gboolean
check_integer (const LsnColumnSpec *spec,
               gint64               integer,
               GError             **error)
{
  if (spec->min == -INFINITY && spec->max == INFINITY)
    return TRUE;

  return check_range (spec, (double) integer, error);
}

/**
 * lsn_check_value:
 * @map: a map
 * @spec: a column
 * @value: what a cell of it shall hold
 * @error: %LSN_MODEL_ERROR_VALUE or %LSN_MODEL_ERROR_REFERENCE
 *
 * Returns: whether the column can hold it. O(length of a text).
 */
gboolean
lsn_check_value (LsnMap              *map,
                 const LsnColumnSpec *spec,
                 LsnValue             value,
                 GError             **error)
{
  LsnStoreType store = lsn_column_store_type (spec->type);

  switch (value.kind)
    {
    case LSN_VALUE_EMPTY:
      return TRUE;

    case LSN_VALUE_TEXT:
      if (store != LSN_STORE_TEXT && store != LSN_STORE_CHOICE)
        return refuse_kind (spec, error);
      return check_text (spec, value.text, error);

    case LSN_VALUE_INTEGER:
      if (store == LSN_STORE_INTEGER)
        return check_integer (spec, value.integer, error);
      return store == LSN_STORE_NUMBER ? check_range (spec, (double) value.integer, error) : refuse_kind (spec, error);

    case LSN_VALUE_NUMBER:
      if (store == LSN_STORE_NUMBER)
        return check_range (spec, rounded (spec, value.number), error);
      if (store == LSN_STORE_INTEGER && value.number == trunc (value.number) && fabs (value.number) < 0x1p53)
        return check_integer (spec, (gint64) value.number, error);
      return refuse_kind (spec, error);

    case LSN_VALUE_BOOLEAN:
      return store == LSN_STORE_BOOLEAN ? TRUE : refuse_kind (spec, error);

    case LSN_VALUE_REFERENCE:
      if (store != LSN_STORE_ROW)
        return refuse_kind (spec, error);
      if (lsn_map_has (map, spec->refers_to, value.row))
        return TRUE;
      g_set_error (error, LSN_MODEL_ERROR, LSN_MODEL_ERROR_REFERENCE,
                   /* Translators: %s is the name of a column */
                   _("What the column “%s” shall refer to does not exist (any more)."), lsn_column_label (spec));
      return FALSE;

    default:
      g_return_val_if_reached (FALSE);
    }
}

static LsnCell
cell_of_text (LsnMap              *map,
              const LsnColumnSpec *spec,
              const char          *text)
{
  g_autofree char *lower = NULL;

  if (*text == '\0')
    return LSN_CELL_EMPTY;

  if (spec->type == LSN_TYPE_CHOICE)
    return (LsnCell) { .known = TRUE, .choice = lsn_column_find_choice (spec, text) + 1 }
  ;

  if (spec->type == LSN_TYPE_COLOUR)
    text = lower = g_ascii_strdown (text, -1);

  return (LsnCell) { .known = TRUE, .text = lsn_text_pool_take (map->pool, text, strlen (text)) };
}

/**
 * lsn_cell_of_value:
 * @map: a map
 * @spec: a column
 * @value: a value that lsn_check_value () allowed
 *
 * Returns: (transfer full): the cell that holds it: numbers rounded to the column's step, colours in lower case
 */
LsnCell
lsn_cell_of_value (LsnMap              *map,
                   const LsnColumnSpec *spec,
                   LsnValue             value)
{
  switch (value.kind)
    {
    case LSN_VALUE_EMPTY:
      return LSN_CELL_EMPTY;

    case LSN_VALUE_TEXT:
      return cell_of_text (map, spec, value.text);

    case LSN_VALUE_INTEGER:
      if (spec->type == LSN_TYPE_NUMBER)
        return (LsnCell) { .known = TRUE, .number = rounded (spec, (double) value.integer) }
      ;
      return (LsnCell) { .known = TRUE, .integer = value.integer };

    case LSN_VALUE_NUMBER:
      if (spec->type == LSN_TYPE_INTEGER)
        return (LsnCell) { .known = TRUE, .integer = (gint64) value.number }
      ;
      return (LsnCell) { .known = TRUE, .number = rounded (spec, value.number) };

    case LSN_VALUE_BOOLEAN:
      return (LsnCell) { .known = TRUE, .boolean = value.boolean != FALSE };

    case LSN_VALUE_REFERENCE:
      return (LsnCell) { .known = TRUE, .row = value.row };

    default:
      g_return_val_if_reached (LSN_CELL_EMPTY);
    }
}

LsnValue
lsn_value_of_cell (const LsnColumnSpec *spec,
                   LsnCell              cell)
{
  if (!cell.known)
    return LSN_EMPTY;

  switch (lsn_column_store_type (spec->type))
    {
    case LSN_STORE_TEXT:
      return lsn_value_text (cell.text);

    case LSN_STORE_NUMBER:
      return lsn_value_number (cell.number);

    case LSN_STORE_INTEGER:
      return lsn_value_integer (cell.integer);

    case LSN_STORE_BOOLEAN:
      return lsn_value_boolean (cell.boolean);

    case LSN_STORE_CHOICE:
      return lsn_value_text (spec->choices[cell.choice - 1].id);

    case LSN_STORE_ROW:
      return lsn_value_reference (cell.row);

    default:
      g_return_val_if_reached (LSN_EMPTY);
    }
}

/* How many levels are inside an actor. */
static guint
levels_inside (LsnMap *map,
               LsnRow  actor)
{
  guint deepest = 0;

  for (LsnRow child = lsn_map_next_child (map, actor, LSN_NO_ROW); child != LSN_NO_ROW;
       child = lsn_map_next_child (map, actor, child))
    {
      guint levels = 1 + (lsn_map_is_container (map, child) ? levels_inside (map, child) : 0);

      deepest = MAX (deepest, levels);
    }
  return deepest;
}

/**
 * lsn_check_circle:
 * @map: a map
 * @table: a table
 * @row: a row
 * @column: a reference column
 * @to: what it shall refer to
 * @error: %LSN_MODEL_ERROR_REFERENCE or %LSN_MODEL_ERROR_FULL
 *
 * Containers and broader kinds are trees: nothing is above itself. Whoever walks up or down containers relies on there being
 * no more than %LSN_MAX_LEVELS of them.
 *
 * Returns: whether @row may refer to @to. O(depth), and O(all that is inside @row).
 */
gboolean
lsn_check_circle (LsnMap   *map,
                  LsnTable  table,
                  LsnRow    row,
                  LsnColumn column,
                  LsnRow    to,
                  GError  **error)
{
  gboolean is_parent = table == LSN_TABLE_ACTORS && column == LSN_ACTOR_PARENT;
  gboolean is_broader = table == LSN_TABLE_KINDS && column == LSN_KIND_BROADER;
  guint    levels = 0;

  if ((!is_parent && !is_broader) || to == LSN_NO_ROW)
    return TRUE;

  for (; to != LSN_NO_ROW && to != row; to = lsn_map_get_reference (map, table, to, column))
    levels++;

  if (to == LSN_NO_ROW && levels <= LSN_MAX_LEVELS && (!is_parent || levels + levels_inside (map, row) <= LSN_MAX_LEVELS))
    return TRUE;

  if (to == LSN_NO_ROW)
    {
      g_set_error (error, LSN_MODEL_ERROR, LSN_MODEL_ERROR_FULL,
                   is_parent ? _("Containers cannot be inside one another more than %u deep.")
                             : _("Kinds cannot be broader than one another more than %u times over."), LSN_MAX_LEVELS);
      return FALSE;
    }
  g_set_error_literal (error, LSN_MODEL_ERROR, LSN_MODEL_ERROR_REFERENCE,
                       is_parent ? _("An actor cannot be inside itself or inside what it contains.")
                                 : _("A kind cannot be broader than itself."));
  return FALSE;
}

/**
 * lsn_check_id:
 * @map: a map
 * @table: a table
 * @id: an id
 * @error: %LSN_MODEL_ERROR_NAME
 *
 * Returns: whether a new row of @table may have that id
 */
gboolean
lsn_check_id (LsnMap     *map,
              LsnTable    table,
              const char *id,
              GError    **error)
{
  if (strlen (id) > LSN_MAX_ID)
    {
      g_set_error_literal (error, LSN_MODEL_ERROR, LSN_MODEL_ERROR_NAME, _("An id has at most 4,096 bytes."));
      return FALSE;
    }

  if (*id == '\0' || !lsn_text_is_clean (id, -1))
    {
      g_set_error_literal (error, LSN_MODEL_ERROR, LSN_MODEL_ERROR_NAME,
                           _("An id must be a text that is not empty and has no control characters."));
      return FALSE;
    }

  if (lsn_map_find_row (map, table, id) != LSN_NO_ROW)
    {
      g_set_error (error, LSN_MODEL_ERROR, LSN_MODEL_ERROR_NAME,
                   /* Translators: %s is the id of an actor or a tie */
                   _("The id “%s” is taken."), id);
      return FALSE;
    }

  return TRUE;
}
