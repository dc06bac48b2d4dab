/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "model/map-private.h"

#include <string.h>

#define FEW_CHOICES 8 /* that are as soon found one by one */

struct _LsnDescription
{
  int           references; /* atomic */
  LsnColumnSpec spec;       /* a user's: everything in it is owned; a built-in one's is static */
  gboolean      is_builtin;
};

static LsnChoice *
copy_choices (const LsnChoice *choices,
              guint            n_choices)
{
  LsnChoice *copy = g_new0 (LsnChoice, n_choices);

  for (guint i = 0; i < n_choices; i++)
    {
      copy[i].id = g_strdup (choices[i].id);
      copy[i].label = g_strdup (choices[i].label != NULL ? choices[i].label : choices[i].id);
    }

  return copy;
}

static int
compare_choices (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  const LsnChoice *choices = data;

  return strcmp (choices[*(const guint16 *) a].id, choices[*(const guint16 *) b].id);
}

/* What is looked up for every cell that is read is found by halving. */
static guint16 *
order_choices (const LsnChoice *choices,
               guint            n_choices)
{
  guint16 *order;

  if (n_choices <= FEW_CHOICES || n_choices > G_MAXUINT16)
    return NULL;
  order = g_new (guint16, n_choices);
  for (guint i = 0; i < n_choices; i++)
    order[i] = i;
  g_qsort_with_data (order, (gint) n_choices, sizeof *order, compare_choices, (gpointer) choices);
  return order;
}

/**
 * lsn_description_new:
 * @spec: what a user's column is
 *
 * Returns: (transfer full): a description that owns copies of all that @spec says
 */
LsnDescription *
lsn_description_new (const LsnColumnSpec *spec)
{
  LsnDescription *description = g_new0 (LsnDescription, 1);

  description->references = 1;
  description->spec = *spec;
  description->spec.id = g_strdup (spec->id);
  description->spec.name = g_strdup (spec->name);
  description->spec.label = NULL;
  description->spec.group = g_strdup (spec->group);
  description->spec.unit = g_strdup (spec->unit);
  description->spec.handling = g_strdup (spec->handling);
  description->spec.n_choices = spec->type == LSN_TYPE_CHOICE ? spec->n_choices : 0;
  description->spec.choices = copy_choices (spec->choices, description->spec.n_choices);
  description->spec.choice_order = order_choices (description->spec.choices, description->spec.n_choices);

  return description;
}

/* Of a column in the schema, whose texts live for ever. */
LsnDescription *
lsn_description_builtin (const LsnColumnSpec *spec)
{
  LsnDescription *description = g_new0 (LsnDescription, 1);

  description->references = 1;
  description->spec = *spec;
  description->is_builtin = TRUE;

  return description;
}

LsnDescription *
lsn_description_ref (LsnDescription *description)
{
  g_atomic_int_inc (&description->references);
  return description;
}

void
lsn_description_unref (LsnDescription *description)
{
  LsnColumnSpec *spec = &description->spec;

  if (!g_atomic_int_dec_and_test (&description->references))
    return;

  if (!description->is_builtin)
    {
      for (guint i = 0; i < spec->n_choices; i++)
        {
          g_free ((char *) spec->choices[i].id);
          g_free ((char *) spec->choices[i].label);
        }
      g_free ((LsnChoice *) spec->choices);
      g_free ((guint16 *) spec->choice_order);
      g_free ((char *) spec->id);
      g_free ((char *) spec->name);
      g_free ((char *) spec->group);
      g_free ((char *) spec->unit);
      g_free ((char *) spec->handling);
    }

  g_free (description);
}

const LsnColumnSpec *
lsn_description_spec (const LsnDescription *description)
{
  return &description->spec;
}

LsnStoreType
lsn_column_store_type (LsnColumnType type)
{
  switch (type)
    {
    case LSN_TYPE_INTEGER:
      return LSN_STORE_INTEGER;

    case LSN_TYPE_NUMBER:
      return LSN_STORE_NUMBER;

    case LSN_TYPE_BOOLEAN:
      return LSN_STORE_BOOLEAN;

    case LSN_TYPE_CHOICE:
      return LSN_STORE_CHOICE;

    case LSN_TYPE_REFERENCE:
      return LSN_STORE_ROW;

    case LSN_TYPE_TEXT:
    case LSN_TYPE_DATE:
    case LSN_TYPE_COLOUR:
    case LSN_TYPE_POINTS:
    case LSN_TYPE_IMAGE:
    case LSN_TYPE_XML:
      return LSN_STORE_TEXT;

    default:
      g_return_val_if_reached (LSN_STORE_TEXT);
    }
}

/**
 * lsn_field_new:
 * @description: (transfer full): what the column is
 *
 * Returns: (transfer full): a column without any cell
 */
LsnField *
lsn_field_new (LsnDescription *description)
{
  LsnField *field = g_new0 (LsnField, 1);

  field->description = description;
  field->spec = lsn_description_spec (description);
  lsn_store_init (&field->store, lsn_column_store_type (field->spec->type));

  return field;
}

LsnField *
lsn_field_share (const LsnField *field)
{
  LsnField *copy = g_new0 (LsnField, 1);

  copy->description = lsn_description_ref (field->description);
  copy->spec = field->spec;
  lsn_store_share (&field->store, &copy->store);

  return copy;
}

void
lsn_field_free (LsnField *field)
{
  lsn_store_clear (&field->store);
  lsn_description_unref (field->description);
  g_free (field);
}
