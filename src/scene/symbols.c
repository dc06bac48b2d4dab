/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "scene/symbols.h"

/* Each symbol is a row of numbers: an operation, then its points in hundredths of half a side. */
enum { END = 1000, M, L, C, Z, O };

static const short flag[] = {
  M, -55, 100, L, -55, -90,
  M, -55, -80, C, -25, -100, 5, -45, 65, -75, L, 65, 0, C, 5, 30, -25, -25, -55, -5, END
};
static const short columns[] = {
  M, -90, -35, L, 0, -90, L, 90, -35, Z,
  M, -60, -12, L, -60, 55, M, -20, -12, L, -20, 55, M, 20, -12, L, 20, 55, M, 60, -12, L, 60, 55,
  M, -90, 82, L, 90, 82, END
};
static const short shield[] = {
  M, 0, -95, C, 25, -75, 50, -65, 78, -65, L, 78, 0, C, 78, 45, 45, 80, 0, 98, C, -45, 80, -78, 45, -78, 0, L, -78, -65,
  C, -50, -65, -25, -75, 0, -95, Z, END
};
static const short globe[] = {
  O, 0, 0, 90, M, -90, 0, L, 90, 0,
  M, 0, -90, C, 55, -50, 55, 50, 0, 90, C, -55, 50, -55, -50, 0, -90, Z, END
};
static const short heart[] = {
  M, 0, 85, C, -60, 40, -92, 10, -92, -30, C, -92, -60, -70, -80, -45, -80, C, -25, -80, -8, -68, 0, -48,
  C, 8, -68, 25, -80, 45, -80, C, 70, -80, 92, -60, 92, -30, C, 92, 10, 60, 40, 0, 85, Z, END
};
static const short building[] = {
  M, -60, 92, L, -60, -90, L, 30, -90, L, 30, 92, M, 30, -25, L, 75, -25, L, 75, 92, M, -90, 92, L, 95, 92,
  M, -32, -55, L, -32, -40, M, 2, -55, L, 2, -40, M, -32, -10, L, -32, 5, M, 2, -10, L, 2, 5,
  M, -32, 35, L, -32, 50, M, 2, 35, L, 2, 50, END
};
static const short megaphone[] = {
  M, -92, -28, L, -45, -28, L, 40, -78, L, 40, 72, L, -45, 24, L, -92, 24, Z,
  M, -62, 24, L, -48, 85, L, -20, 85, L, -28, 34, M, 66, -35, C, 90, -18, 90, 14, 66, 30, END
};
static const short crowd[] = {
  O, 0, -42, 30, M, -50, 70, C, -50, 15, -25, -2, 0, -2, C, 25, -2, 50, 15, 50, 70,
  O, -66, -22, 20, M, -98, 58, C, -98, 25, -85, 8, -62, 10,
  O, 66, -22, 20, M, 98, 58, C, 98, 25, 85, 8, 62, 10, END
};
static const short houses[] = {
  M, -98, 10, L, -45, -45, L, 8, 10, M, -82, -2, L, -82, 75, L, -8, 75, L, -8, -2,
  M, -12, -42, L, 40, -88, L, 96, -30, M, 20, 75, L, 80, 75, L, 80, -42, M, -45, 75, L, -45, 38, END
};
static const short family[] = {
  O, -36, -52, 30, M, -90, 72, C, -90, 10, -62, -8, -36, -8, C, -12, -8, 4, 4, 12, 26,
  O, 50, 0, 22, M, 14, 76, C, 14, 45, 30, 34, 50, 34, C, 70, 34, 88, 45, 88, 76, END
};
static const short bars[] = {
  M, -85, -88, L, 85, -88, M, -85, 90, L, 85, 90, M, -72, -88, L, -72, 90, M, 72, -88, L, 72, 90,
  M, -36, -88, L, -36, -45, M, 0, -88, L, 0, -58, M, 36, -88, L, 36, -45,
  O, 0, -22, 24, M, -38, 90, L, -38, 62, C, -38, 30, -20, 16, 0, 16, C, 20, 16, 38, 30, 38, 62, L, 38, 90, END
};
static const short person[] = {
  O, 0, -42, 38, M, -72, 88, C, -72, 25, -40, 12, 0, 12, C, 40, 12, 72, 25, 72, 88, END
};
static const short question[] = {
  M, -45, -35, C, -45, -75, -20, -90, 2, -90, C, 30, -90, 50, -70, 50, -42, C, 50, -5, 0, -5, 0, 38,
  M, 0, 78, L, 0, 84, END
};
static const short eye[] = {
  M, -92, 0, C, -55, -62, 55, -62, 92, 0, C, 55, 62, -55, 62, -92, 0, Z, O, 0, 0, 26, M, -70, 78, L, 70, -78, END
};
static const short star[] = {
  M, 0, -95, L, 28, -32, L, 95, -28, L, 44, 16, L, 60, 82, L, 0, 46, L, -60, 82, L, -44, 16, L, -95, -28,
  L, -28, -32, Z, END
};

static const struct
{
  const char  *name;
  const short *lines;
} symbols[LSN_N_SYMBOLS] = {
  [LSN_SYMBOL_NONE] = { "none", NULL },
  [LSN_SYMBOL_FLAG] = { "flag", flag },
  [LSN_SYMBOL_COLUMNS] = { "columns", columns },
  [LSN_SYMBOL_SHIELD] = { "shield", shield },
  [LSN_SYMBOL_GLOBE] = { "globe", globe },
  [LSN_SYMBOL_HEART] = { "heart", heart },
  [LSN_SYMBOL_BUILDING] = { "building", building },
  [LSN_SYMBOL_MEGAPHONE] = { "megaphone", megaphone },
  [LSN_SYMBOL_CROWD] = { "crowd", crowd },
  [LSN_SYMBOL_HOUSES] = { "houses", houses },
  [LSN_SYMBOL_FAMILY] = { "family", family },
  [LSN_SYMBOL_BARS] = { "bars", bars },
  [LSN_SYMBOL_PERSON] = { "person", person },
  [LSN_SYMBOL_QUESTION] = { "question", question },
  [LSN_SYMBOL_EYE] = { "eye", eye },
  [LSN_SYMBOL_STAR] = { "star", star },
};

LsnSymbol
lsn_symbol_from_name (const char *name)
{
  for (guint i = 1; name != NULL && i < LSN_N_SYMBOLS; i++)
    if (g_str_equal (name, symbols[i].name))
      return (LsnSymbol) i;

  return LSN_SYMBOL_NONE;
}

static LsnPoint
place (const short *numbers,
       LsnPoint     centre,
       double       half)
{
  return (LsnPoint) { centre.x + numbers[0] * half / 100.0, centre.y + numbers[1] * half / 100.0 };
}

static void
trace (LsnPath     *path,
       const short *at,
       LsnPoint     centre,
       double       half)
{
  while (*at != END)
    switch (*at++)
      {
      case M:
        lsn_path_move (path, place (at, centre, half));
        at += 2;
        break;
      case L:
        lsn_path_line (path, place (at, centre, half));
        at += 2;
        break;
      case C:
        lsn_path_curve (path, place (at, centre, half), place (at + 2, centre, half), place (at + 4, centre, half));
        at += 6;
        break;
      case O:
        lsn_path_add_circle (path, place (at, centre, half), at[2] * half / 100.0);
        at += 3;
        break;
      case Z:
      default:
        lsn_path_close (path);
        break;
      }
}

void
lsn_symbol_draw (LsnSymbol symbol,
                 LsnPen   *pen,
                 LsnPoint  centre,
                 double    half,
                 LsnColour colour,
                 double    width)
{
  if (symbols[symbol].lines == NULL || !lsn_pen_shows (pen, half, 2.0))
    return;

  lsn_path_clear (&pen->path);
  trace (&pen->path, symbols[symbol].lines, centre, half);
  pen->draw_path (pen, &pen->path, &(LsnStyle) { .fill = LSN_NO_COLOUR, .stroke = colour, .width = width, .round = TRUE });
}
