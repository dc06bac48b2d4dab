/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Writes JSON into a string, with a comma before what is not the first of its object or array. */

void lsn_json_open   (GString *json,
                      char     bracket);
void lsn_json_close  (GString *json,
                      char     bracket);
void lsn_json_key    (GString    *json,
                      const char *key);
void lsn_json_text   (GString    *json,
                      const char *text);
void lsn_json_count  (GString *json,
                      guint64  count);
void lsn_json_number (GString *json,
                      double   number);
void lsn_json_truth  (GString *json,
                      gboolean truth);

G_END_DECLS
