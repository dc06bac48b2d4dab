/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Dates of year, month or day precision, in words as people read and type them. The cells hold ISO 8601; an end is the first
 * moment that is no longer meant, so "2022" as an end is "the end of 2021" in words. */

char     *lsn_date_to_words (const char *iso,
                             gboolean    is_end);
gboolean  lsn_date_from_words (const char *words,
                               gboolean    is_end,
                               const char *today,
                               char      **iso);

G_END_DECLS
