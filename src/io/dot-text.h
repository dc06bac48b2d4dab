/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The text that people see for a label of DOT: escapes, entities and markup resolved. NULL for NULL. Transfer full. */
char *lsn_dot_label_to_text (const char *label,
                             const char *node,
                             const char *graph);
/* The text that our own writer made a label of. Transfer full. */
char *lsn_dot_own_label_to_text (const char *label);
/* The text that our own writer quoted. Transfer full. */
char *lsn_dot_unquote       (const char *value);

G_END_DECLS
