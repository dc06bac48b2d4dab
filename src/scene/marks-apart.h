/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "scene/routes.h"

G_BEGIN_DECLS

/* Where lines cross or run close: the marks of one tie keep off those of another. */

void lsn_marks_keep_apart (LsnRoutes *routes);

G_END_DECLS
