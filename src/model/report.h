/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/types.h"

G_BEGIN_DECLS

/* What a reader has to say about what it read: reference-counted list of severity, place and sentence. */

typedef enum
{
  LSN_SEVERITY_NOTE,    /* kept, but not as a Liaison user would expect */
  LSN_SEVERITY_WARNING, /* something was mended, or could not be kept */
  LSN_SEVERITY_ERROR,   /* something of the input is wrong and could not be taken */
} LsnSeverity;

typedef struct
{
  LsnSeverity severity;
  guint64     line;    /* from 1; 0 when there is none */
  guint       column;  /* from 1; 0 when there is none */
  char       *text;    /* a translated sentence */
} LsnReportEntry;

LsnReport   *lsn_report_new      (void);
LsnReport   *lsn_report_ref      (LsnReport *report);
void         lsn_report_unref    (LsnReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LsnReport, lsn_report_unref)
void         lsn_report_add      (LsnReport  *report,
                                  LsnSeverity severity,
                                  guint64     line,
                                  guint       column,
                                  const char *format,
                                  ...) G_GNUC_PRINTF (5, 6);
void         lsn_report_append   (LsnReport *report,
                                  LsnReport *more);
guint64      lsn_report_count    (LsnReport  *report,
                                  LsnSeverity severity);
guint        lsn_report_n_entries (LsnReport *report);
const LsnReportEntry *lsn_report_get (LsnReport *report,
                                      guint      index);
gboolean     lsn_report_has_errors (LsnReport *report);
guint        lsn_report_limit    (void);
/* "FILE:LINE:COLUMN: error: text", one a line. Transfer full. At most lsn_report_limit () entries are kept; then a last
 * one says how many more there were. */
char        *lsn_report_to_text  (LsnReport  *report,
                                  const char *file);

G_END_DECLS
