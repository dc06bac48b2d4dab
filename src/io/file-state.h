/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <sys/stat.h>

#include "io/files.h"

G_BEGIN_DECLS

LsnFileState *lsn_file_state_new_from_stat (const struct stat *status);
LsnFileState *lsn_file_state_new_from_etag (const char *etag);
gboolean      lsn_file_state_is_same       (const LsnFileState *state,
                                            const struct stat  *status);
const char   *lsn_file_state_get_etag      (const LsnFileState *state);
char         *lsn_file_state_query_etag    (GFile        *file,
                                            GCancellable *cancellable);

G_END_DECLS
