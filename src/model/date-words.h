/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Dates as people read them, in the language of the messages: the locale's own names of months may be another language's. */

const char *lsn_month_name   (guint    month,
                              gboolean with_day);
char       *lsn_date_in_words (const char *iso);
char       *lsn_date_end_in_words (const char *iso);

G_END_DECLS
