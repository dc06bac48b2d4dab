/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

/* What the scene draws and layouts keep free must agree on: the geometry of a container's frame, in map units. A frame is the
 * union of the extents of what it holds, LSN_FRAME_PADDING on every side, and LSN_FRAME_TITLE_BAND more above for its title. */

#define LSN_FRAME_PADDING 24.0
#define LSN_FRAME_TITLE_BAND 28.0
