/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

/* How large notes are, in map units. */

#define LSN_NOTE_INSET 9.0         /* from the border of a text to its words */
#define LSN_NOTE_FRAME_INSET 12.0  /* from the border of a frame to its title */
#define LSN_NOTE_MOST_WIDTH 200.0   /* of one that nobody gave a width */
#define LSN_NOTE_FRAME_WIDTH 480.0
#define LSN_NOTE_FRAME_HEIGHT 320.0
#define LSN_NOTE_LEAST 48.0
#define LSN_NOTE_LEAST_HEIGHT 24.0
