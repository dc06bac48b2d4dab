/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "io/files.h"
#include "model/map.h"
#include "model/selection.h"

G_BEGIN_DECLS

/* One open map: the map, its selection, and the file that it came from. Knows no widgets.
 *
 * Properties: "title", "subtitle", "modified" (all read only). */

#define LSN_TYPE_DOCUMENT (lsn_document_get_type ())
G_DECLARE_FINAL_TYPE (LsnDocument, lsn_document, LSN, DOCUMENT, GObject)

LsnDocument  *lsn_document_new               (LsnMap *map);
LsnDocument  *lsn_document_new_for_file (LsnMap       *map,
                                         GFile        *file,
                                         LsnFileState *state);
LsnMap       *lsn_document_get_map           (LsnDocument *document);
LsnSelection *lsn_document_get_selection     (LsnDocument *document);
GFile        *lsn_document_get_file          (LsnDocument *document);
gboolean      lsn_document_is_modified       (LsnDocument *document);
gboolean      lsn_document_is_untouched      (LsnDocument *document);
void          lsn_document_check_file_async (LsnDocument        *document,
                                             GCancellable       *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer            user_data);
void          lsn_document_accept_disk       (LsnDocument *document);
char         *lsn_document_dup_title         (LsnDocument *document);
char         *lsn_document_dup_subtitle      (LsnDocument *document);
char         *lsn_document_suggest_name (LsnDocument *document,
                                         const char  *ending);
void          lsn_document_save_async (LsnDocument        *document,
                                       GFile              *file,
                                       GCancellable       *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data);
gboolean      lsn_document_save_finish (LsnDocument  *document,
                                        GAsyncResult *result,
                                        LsnReport   **report,
                                        GError      **error);

G_END_DECLS
