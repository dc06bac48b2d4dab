/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/filter.h"

G_BEGIN_DECLS

/* The views of a map: filters under a name, kept in the map. */

GArray    *lsn_views             (LsnMap *map);                    /* of LsnRow, in their order; transfer full */
char      *lsn_view_display_name (LsnMap *map, LsnRow view);       /* transfer full */
LsnFilter *lsn_view_filter       (LsnMap *map, LsnRow view);       /* transfer full */
LsnRow     lsn_view_find         (LsnMap *map, const char *name);  /* LSN_NO_ROW */

/* Each is one step that can be undone; one that refuses changes nothing. */
LsnRow     lsn_view_save         (LsnMap          *map,
                                  const LsnFilter *filter,
                                  const char      *merge_key,
                                  GError         **error);
gboolean   lsn_view_rename       (LsnMap     *map,
                                  LsnRow      view,
                                  const char *name,
                                  const char *merge_key,
                                  GError    **error);
gboolean   lsn_view_update       (LsnMap          *map,
                                  LsnRow           view,
                                  const LsnFilter *filter,
                                  GError         **error);
gboolean   lsn_view_remove       (LsnMap  *map,
                                  LsnRow   view,
                                  GError **error);

G_END_DECLS
