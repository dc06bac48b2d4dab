/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>
#include "maps.h"

/* Pictures for actors, as files and as what cells hold. */

typedef enum
{
  TEST_PHOTO_PLAIN,   /* one colour */
  TEST_PHOTO_SMOOTH,  /* as a camera's: a JPEG is smaller */
  TEST_PHOTO_LOGO,    /* a disc on nothing */
  TEST_PHOTO_NOISE,   /* half seen through, and not to be made small */
} TestPhoto;

GBytes *test_photo_file (TestPhoto   sort,
                         int         width,
                         int         height,
                         const char *type);
char   *test_photo_uri  (TestPhoto sort,
                         int       width,
                         int       height);
/* Every second actor of a map gets one. */
void    test_photos_put (LsnMap *map);
