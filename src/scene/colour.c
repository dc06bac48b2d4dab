/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "scene/colour.h"
#include <math.h>
#include <string.h>

/**
 * lsn_colour_from_text:
 * @text: (nullable): "#rrggbb" or "#rrggbbaa", as cells hold it
 * @otherwise: what anything else gives
 *
 * Returns: the colour, without its opacity
 */
LsnColour
lsn_colour_from_text (const char *text,
                      LsnColour   otherwise)
{
  LsnColour colour = 0;
  gsize length = text != NULL ? strlen (text) : 0;

  if ((length != 7 && length != 9) || text[0] != '#')
    return otherwise;

  for (guint i = 1; i < length; i++)
    {
      if (!g_ascii_isxdigit (text[i]))
        return otherwise;
      if (i < 7)
        colour = colour << 4 | (guint) g_ascii_xdigit_value (text[i]);
    }

  return colour;
}

/**
 * lsn_colour_mix:
 * @share_of_b: 0 to 1
 *
 * Returns: a colour between @a and @b, mixed as the numbers are
 */
LsnColour
lsn_colour_mix (LsnColour a,
                LsnColour b,
                double    share_of_b)
{
  LsnColour mixed = 0;

  for (guint shift = 0; shift <= 16; shift += 8)
    {
      double one = a >> shift & 0xff, other = b >> shift & 0xff;

      mixed |= (LsnColour) lround (one + (other - one) * share_of_b) << shift;
    }

  return mixed;
}

/**
 * lsn_colour_parts:
 * @colour: a colour
 * @parts: (out) (array fixed-size=3): red, green and blue, 0 to 1
 */
void
lsn_colour_parts (LsnColour colour,
                  double    parts[3])
{
  parts[0] = (colour >> 16 & 0xff) / 255.0;
  parts[1] = (colour >> 8 & 0xff) / 255.0;
  parts[2] = (colour & 0xff) / 255.0;
}

/**
 * lsn_colour_light:
 * @colour: a colour
 *
 * Returns: its relative luminance as WCAG 2.1 defines it, 0 to 1
 */
double
lsn_colour_light (LsnColour colour)
{
  double parts[3];

  lsn_colour_parts (colour, parts);
  for (guint i = 0; i < 3; i++)
    parts[i] = parts[i] <= 0.04045 ? parts[i] / 12.92 : pow ((parts[i] + 0.055) / 1.055, 2.4);

  return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
}
