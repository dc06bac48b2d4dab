/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <adwaita.h>
#include "model/handover.h"
#include "model/map.h"
#include "scene/scene.h"

G_BEGIN_DECLS

#define LSN_TYPE_APPLICATION (lsn_application_get_type ())
G_DECLARE_FINAL_TYPE (LsnApplication, lsn_application, LSN, APPLICATION, AdwApplication)

LsnApplication *lsn_application_new            (void);
LsnWorkers     *lsn_application_get_workers    (LsnApplication *application);
LsnTextCache   *lsn_application_get_text_cache (LsnApplication *application);
LsnOrigin      *lsn_application_get_origin     (LsnApplication *application);
void            lsn_application_open_file (LsnApplication *application,
                                           GtkWindow      *beside,
                                           GFile          *file);
GtkWindow      *lsn_application_new_window     (LsnApplication *application);

G_END_DECLS
