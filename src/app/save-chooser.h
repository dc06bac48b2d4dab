/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>
#include "app/document.h"

G_BEGIN_DECLS

/* What a file may be saved as. */
typedef struct
{
  const char        *name;     /* shown */
  const char * const *endings; /* without their dot, up to a NULL; a name that has none of them gets the first */
} LsnSaveFormat;

/**
 * LsnSaveChosen:
 * @parent: the window that asked
 * @file: (nullable): where to save; %NULL when that was called off
 */
typedef void (*LsnSaveChosen) (GtkWindow *parent,
                               GFile     *file);

GtkFileFilter *lsn_file_filter_new  (const char         *name,
                                     const char * const *endings);
typedef void (*LsnFolderChosen) (GtkWindow *parent,
                                 GFile     *folder);

void           lsn_folder_chooser_run (GtkWindow      *parent,
                                       const char     *title,
                                       const char     *accept,
                                       LsnDocument    *document,
                                       LsnFolderChosen chosen);
void           lsn_save_chooser_run (GtkWindow           *parent,
                                     const char          *title,
                                     const char          *accept,
                                     LsnDocument         *document,
                                     const char          *stem,
                                     const LsnSaveFormat *formats,
                                     guint                n_formats,
                                     LsnSaveChosen        chosen);

G_END_DECLS
