/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/edit.h"

G_BEGIN_DECLS

/* What yEd says of a node or an edge in its own namespace: it is read into columns of ours and, as its XML is kept and
 * written back, made to agree with them again when it is written. */

typedef struct
{
  char    *label;       /* NULL when there is none */
  gboolean placed;
  double   x, y;        /* the centre */
  char    *fill;        /* #rrggbb or #rrggbbaa; NULL when there is none */
  char    *shape;       /* yEd's word; NULL when there is none */
} LsnYed;

#define LSN_YED_FILL "yed-fill"
#define LSN_YED_SHAPE "yed-shape"

gboolean lsn_yed_parse  (const char *xml,
                         LsnYed     *yed);
void     lsn_yed_clear  (LsnYed *yed);
/* @xml with what @now says; NULL members stay as they are. Transfer full. */
char    *lsn_yed_update (const char   *xml,
                         const LsnYed *now);

G_END_DECLS
