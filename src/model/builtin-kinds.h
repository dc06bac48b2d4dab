/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/types.h"

G_BEGIN_DECLS

/* The built-in kinds: one table. Texts are untranslated: names have the msgctxt "kind", meanings "kind meaning", phrases
 * "tie phrase". Above the kinds that every map begins with stand a few heads: kinds so general that no map has a row for
 * them until somebody asks for one, though filters and whatever asks for the broader kind know them by their id. */

typedef struct
{
  const char *id;
  const char *name;
  gboolean    of_tie;
  gboolean    is_head;   /* no row of a new map */
  const char *broader;   /* id; NULL for heads only */
  const char *shape;     /* of actors */
  const char *symbol;
  const char *line;      /* of ties */
  const char *colour;
  int         sign;      /* of ties */
  gboolean    directed;
  gboolean    carries;
  gboolean    presses;
  gboolean    commands;
  const char *meaning;
  const char *phrase;    /* of ties: a sentence of source and target, without its full stop */
} LsnBuiltinKind;

const LsnBuiltinKind *lsn_builtin_kinds     (guint *n_kinds);
const LsnBuiltinKind *lsn_builtin_kind_find (const char *id);
const char           *lsn_builtin_kind_name (const LsnBuiltinKind *kind);

G_END_DECLS
