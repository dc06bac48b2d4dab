/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "helpers/layout/graphviz-context.h"

#include <stdio.h>
#include <string.h>

#include "wire/limits.h"

/* cgraph tells its errors to a function without any data: what they say has to stand here. */
static char   said[LSN_WIRE_MAX_DETAIL / 4];
static gsize  n_said;

static int
gather (char *piece)
{
  gsize length = MIN (strlen (piece), sizeof said - 1 - n_said);

  memcpy (said + n_said, piece, length);
  n_said += length;
  return 0;
}

/**
 * lsn_graphviz_context:
 *
 * Graphviz wants one context in a process. From the first call on, what it says goes into refusals, not to standard error.
 *
 * Returns: (transfer none): that one
 */
GVC_t *
lsn_graphviz_context (void)
{
  static GVC_t *gvc = NULL;

  if (gvc == NULL)
    {
      agseterrf (gather);
      gvc = gvContext ();
    }
  return gvc;
}

/* "Error: <unknown>: syntax error in line 3 near 'x'" */
static LsnRefusal *
syntax_refusal (const char *message)
{
  const char *near = strstr (message, "near '");
  const char *line = strstr (message, "in line ");
  guint number = line == NULL ? 0 : CLAMP (g_ascii_strtoll (line + strlen ("in line "), NULL, 10), 0, G_MAXINT32);
  g_autofree char *detail = near == NULL ? g_strdup ("") : g_strdup (near + strlen ("near '"));
  char *end = strchr (detail, '\n');

  if (end != NULL)
    *end = '\0';
  if (g_str_has_suffix (detail, "'"))
    detail[strlen (detail) - 1] = '\0';
  return lsn_refusal_new (LSN_REFUSAL_SYNTAX, number, detail);
}

/**
 * lsn_graphviz_refusal:
 * @otherwise: the reason when Graphviz has not complained about syntax
 *
 * Returns: (transfer full): what Graphviz has said since the start
 */
LsnRefusal *
lsn_graphviz_refusal (LsnRefusalReason otherwise)
{
  const char *syntax = strstr (said, "syntax error");

  if (syntax != NULL)
    return syntax_refusal (syntax);
  return lsn_refusal_new (otherwise, 0, g_strstrip (said));
}
