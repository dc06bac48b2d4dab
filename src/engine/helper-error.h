/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <glib.h>
#include "wire/refusal.h"

G_BEGIN_DECLS

/* Every way in which a helper fails, as a sentence. */

GError *lsn_helper_error_missing    (const char *path);
GError *lsn_helper_error_crashed    (const char *said);
GError *lsn_helper_error_timed_out  (double seconds);
GError *lsn_helper_error_garbage    (void);
GError *lsn_helper_error_version    (void);
GError *lsn_helper_error_refused    (const LsnRefusal *refusal);

G_END_DECLS
