/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/colours.h"

#include <glib/gi18n-lib.h>

#include "scene/colour.h"

static const LsnNamedColour colours[] = {
  { "#1f2933", NC_("colour", "ink") },
  { "#5f6a74", NC_("colour", "grey") },
  { "#332288", NC_("colour", "indigo") },
  { "#0072b2", NC_("colour", "blue") },
  { "#2f8fd0", NC_("colour", "sky blue") },
  { "#0f8b8d", NC_("colour", "teal") },
  { "#117733", NC_("colour", "green") },
  { "#7d7a1a", NC_("colour", "olive") },
  { "#6b4423", NC_("colour", "brown") },
  { "#c84b00", NC_("colour", "vermilion") },
  { "#882255", NC_("colour", "wine red") },
  { "#aa4499", NC_("colour", "purple") },
};

/**
 * lsn_named_colours:
 * @n_colours: (out): how many there are
 *
 * Returns: (array length=n_colours): the colours to choose from, dark and quiet ones first
 */
const LsnNamedColour *
lsn_named_colours (guint *n_colours)
{
  *n_colours = G_N_ELEMENTS (colours);
  return colours;
}

/**
 * lsn_colour_name:
 * @colour: a colour as cells hold it
 *
 * Returns: its translated name, or @colour when it is none of those to choose from
 */
const char *
lsn_colour_name (const char *colour)
{
  for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
    if (g_ascii_strcasecmp (colours[i].colour, colour) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, "colour", colours[i].name);
  return colour;
}

/**
 * lsn_colour_paper_contrast:
 * @colour: a colour as cells hold it
 *
 * Returns: its contrast with white paper as WCAG 2.1 defines it, 1 to 21; graphics need 3
 */
double
lsn_colour_paper_contrast (const char *colour)
{
  return 1.05 / (lsn_colour_light (lsn_colour_from_text (colour, 0xffffff)) + 0.05);
}
