/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <graphviz/cgraph.h>
#include "wire/refusal.h"

G_BEGIN_DECLS

/* A DOT text in memory, read graph by graph. */

typedef struct
{
  GBytes     *dot;
  const char *left;
  gsize       n_left;
  Agdisc_t    disc;
  Agiodisc_t  io;
  Agiddisc_t  id;
} LsnDotText;

gboolean  lsn_dot_text_open (LsnDotText  *text,
                             GBytes      *dot,
                             LsnRefusal **refusal);
Agraph_t *lsn_dot_text_next (LsnDotText  *text,
                             LsnRefusal **refusal);

G_END_DECLS
