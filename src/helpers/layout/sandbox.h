/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <glib.h>
#include <sys/types.h>

G_BEGIN_DECLS

/* The boxes that the work is done in. A request carries what a stranger's file says, and Graphviz is large and old. */

typedef enum
{
  LSN_BOX_MEMORY, /* layout and parse: read and write what is open, memory, time and exit; nothing else */
  LSN_BOX_FILES,  /* render: files below fonts, libraries and caches may be read too */
} LsnBoxKind;

void     lsn_sandbox_follow_parent (pid_t parent);
gboolean lsn_sandbox_limit         (guint cpu_seconds);
gboolean lsn_sandbox_enter         (LsnBoxKind kind);
void     lsn_sandbox_ignore_input  (void);
void     lsn_sandbox_end_with_input (void);

G_END_DECLS
