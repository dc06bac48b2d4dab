/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Colours to choose from: each stands out from white paper by at least 3:1, and each from each other also for those who see
 * no red or no green. */

typedef struct
{
  const char *colour; /* "#rrggbb" */
  const char *name;   /* untranslated, msgctxt "colour" */
} LsnNamedColour;

const LsnNamedColour *lsn_named_colours        (guint *n_colours);
const char           *lsn_colour_name          (const char *colour);
double                lsn_colour_paper_contrast (const char *colour);

G_END_DECLS
