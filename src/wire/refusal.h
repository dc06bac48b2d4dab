/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Why a helper does not do what it was asked. The caller makes the sentence: helpers know no language. */

typedef enum
{
  LSN_REFUSAL_REQUEST,  /* the request is not one */
  LSN_REFUSAL_BOX,      /* the system does not give the box that the work must be done in */
  LSN_REFUSAL_SYNTAX,   /* no DOT: @line, and @detail is what stands there (may be "") */
  LSN_REFUSAL_EMPTY,    /* no graph in the text */
  LSN_REFUSAL_LIMIT,    /* more than limits.h allows */
  LSN_REFUSAL_FAILED,   /* Graphviz cannot; @detail is what it says */
} LsnRefusalReason;

#define LSN_N_REFUSAL_REASONS (LSN_REFUSAL_FAILED + 1)

typedef struct
{
  LsnRefusalReason reason;
  guint            line;    /* from 1; 0 when there is none */
  char            *detail;
} LsnRefusal;

LsnRefusal *lsn_refusal_new    (LsnRefusalReason reason,
                                guint            line,
                                const char      *detail);
void        lsn_refusal_free   (LsnRefusal *refusal);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LsnRefusal, lsn_refusal_free)
GBytes     *lsn_refusal_pack   (const LsnRefusal *refusal);
LsnRefusal *lsn_refusal_unpack (GBytes  *payload,
                                GError **error);

G_END_DECLS
