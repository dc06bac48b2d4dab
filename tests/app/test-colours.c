/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include "app/colours.h"

#include <math.h>

#include "scene/colour.h"

/* The colours to choose from: seen on paper, and told apart by everybody. */

/* What those see who lack one sort of cones, in linear light: Viénot, Brettel and Mollon, 1999. */
static const double eyes[][3][3] = {
  { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
  { { 0.11238, 0.88762, 0 }, { 0.11238, 0.88762, 0 }, { 0.00401, -0.00401, 1 } },
  { { 0.29275, 0.70725, 0 }, { 0.29275, 0.70725, 0 }, { -0.02234, 0.02234, 1 } },
};

static double
cube_root (double t)
{
  return t > 0.008856 ? cbrt (t) : 7.787 * t + 16.0 / 116.0;
}

/* CIE L*a*b* (D65) of a colour as an eye sees it. */
static void
seen_as (const char  *colour,
         const double eye[3][3],
         double       lab[3])
{
  double light[3], seen[3], x, y, z;

  lsn_colour_parts (lsn_colour_from_text (colour, 0), light);
  for (guint i = 0; i < 3; i++)
    light[i] = light[i] <= 0.04045 ? light[i] / 12.92 : pow ((light[i] + 0.055) / 1.055, 2.4);
  for (guint i = 0; i < 3; i++)
    seen[i] = CLAMP (eye[i][0] * light[0] + eye[i][1] * light[1] + eye[i][2] * light[2], 0.0, 1.0);
  x = cube_root ((0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.9505);
  y = cube_root (0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2]);
  z = cube_root ((0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.089);
  lab[0] = 116.0 * y - 16.0;
  lab[1] = 500.0 * (x - y);
  lab[2] = 200.0 * (y - z);
}

static void
test_contrast (void)
{
  guint n_colours;
  const LsnNamedColour *colours = lsn_named_colours (&n_colours);

  for (guint i = 0; i < n_colours; i++)
    g_assert_cmpfloat (lsn_colour_paper_contrast (colours[i].colour), >=, 3.0);
  g_assert_cmpfloat (lsn_colour_paper_contrast ("#ffffff"), <, 1.01);
  g_assert_cmpfloat (lsn_colour_paper_contrast ("#000000"), >, 20.9);
}

static void
test_apart (void)
{
  guint n_colours;
  const LsnNamedColour *colours = lsn_named_colours (&n_colours);

  for (guint eye = 0; eye < G_N_ELEMENTS (eyes); eye++)
    for (guint i = 0; i < n_colours; i++)
      for (guint j = 0; j < i; j++)
        {
          double a[3], b[3];

          seen_as (colours[i].colour, eyes[eye], a);
          seen_as (colours[j].colour, eyes[eye], b);
          /* 2.3 is just noticeable. */
          g_assert_cmpfloat (hypot (hypot (a[0] - b[0], a[1] - b[1]), a[2] - b[2]), >, 8.0);
        }
}

static void
test_names (void)
{
  g_assert_cmpstr (lsn_colour_name ("#0072B2"), ==, "blue");
  g_assert_cmpstr (lsn_colour_name ("#123456"), ==, "#123456");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/app/colours/contrast", test_contrast);
  g_test_add_func ("/app/colours/apart", test_apart);
  g_test_add_func ("/app/colours/names", test_names);

  return g_test_run ();
}
