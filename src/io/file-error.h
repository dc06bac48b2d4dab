/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "io/files.h"

G_BEGIN_DECLS

GError *lsn_io_error_new_at (LsnIoError code, const char *message, guint line, guint column);

G_END_DECLS
