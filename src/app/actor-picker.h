/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>
#include "model/selection.h"

G_BEGIN_DECLS

/* Some actors, named one after the other; those who are selected are named by one click.
 *
 * Signals: "changed" (): others are named. "done" (): Enter was pressed with nothing typed. */

#define LSN_TYPE_ACTOR_PICKER (lsn_actor_picker_get_type ())
G_DECLARE_FINAL_TYPE (LsnActorPicker, lsn_actor_picker, LSN, ACTOR_PICKER, GtkWidget)

void   lsn_actor_picker_set_map  (LsnActorPicker *picker,
                                  LsnMap         *map,
                                  LsnSelection   *selection,
                                  guint           most);
void   lsn_actor_picker_set_ids  (LsnActorPicker    *picker,
                                  const char *const *ids);
void   lsn_actor_picker_use_selection (LsnActorPicker *picker);
char **lsn_actor_picker_get_ids  (LsnActorPicker *picker);

G_END_DECLS
