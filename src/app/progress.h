/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Says what runs, since when, and offers to cancel it: shown when it lasts over a second. One thing at a time. */

#define LSN_TYPE_PROGRESS (lsn_progress_get_type ())
G_DECLARE_FINAL_TYPE (LsnProgress, lsn_progress, LSN, PROGRESS, GtkWidget)

GCancellable *lsn_progress_begin (LsnProgress *progress,
                                  const char  *what);
void          lsn_progress_end     (LsnProgress *progress);
gboolean      lsn_progress_is_busy (LsnProgress *progress);
void          lsn_progress_cancel  (LsnProgress *progress);

G_END_DECLS
