/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "app/application.h"
#include "app/document.h"

G_BEGIN_DECLS

/* One window, one map; the welcome page as long as there is none. */

#define LSN_TYPE_WINDOW (lsn_window_get_type ())
G_DECLARE_FINAL_TYPE (LsnWindow, lsn_window, LSN, WINDOW, AdwApplicationWindow)

LsnWindow   *lsn_window_new          (LsnApplication *application);
LsnDocument *lsn_window_get_document (LsnWindow *window);
void         lsn_window_set_document (LsnWindow   *window,
                                      LsnDocument *document,
                                      GKeyFile    *view_keys);
gboolean     lsn_window_is_free      (LsnWindow *window);
gboolean     lsn_window_has_file (LsnWindow *window,
                                  GFile     *file);
gboolean     lsn_window_is_settled   (LsnWindow *window);
void         lsn_window_present_soon (LsnWindow *window);
void         lsn_window_load (LsnWindow *window,
                              GFile     *file);

G_END_DECLS
