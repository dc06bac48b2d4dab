/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gio/gio.h>
#include "model/map.h"
#include "model/report.h"

G_BEGIN_DECLS

/* What every command of liaison-cli is made of: it parses its options, loads, works, writes, and gives an exit status. */

typedef enum
{
  LSN_EXIT_DONE,
  LSN_EXIT_NO,      /* done, but the report has errors, or the answer is "no" */
  LSN_EXIT_USAGE,
  LSN_EXIT_INPUT,   /* cannot be read */
  LSN_EXIT_OUTPUT,  /* cannot be written */
  LSN_EXIT_HELPER,  /* a helper failed, was cancelled or ran out of time */
} LsnExit;

/* One run of the program: asynchronous work is waited for in a main context of its own. */
typedef struct
{
  GMainContext *context;
  GCancellable *cancellable;  /* cancelled by SIGINT and SIGTERM while something is waited for */
  GAsyncResult *result;
} LsnCli;

typedef struct _LsnCommand LsnCommand;
struct _LsnCommand
{
  const char *name;
  const char *arguments;    /* untranslated; what follows the options: "IN OUT" */
  int         n_arguments;
  const char *summary;      /* untranslated; one line of the list of commands */
  LsnExit   (*run) (LsnCli           *cli,
                    const LsnCommand *command,
                    int               argc,
                    char            **argv);
};

LsnExit lsn_cli_info    (LsnCli           *cli,
                         const LsnCommand *command,
                         int               argc,
                         char            **argv);
LsnExit lsn_cli_check   (LsnCli           *cli,
                         const LsnCommand *command,
                         int               argc,
                         char            **argv);
LsnExit lsn_cli_convert (LsnCli           *cli,
                         const LsnCommand *command,
                         int               argc,
                         char            **argv);
LsnExit lsn_cli_layout  (LsnCli           *cli,
                         const LsnCommand *command,
                         int               argc,
                         char            **argv);
LsnExit lsn_cli_render  (LsnCli           *cli,
                         const LsnCommand *command,
                         int               argc,
                         char            **argv);

/* options.c */
gboolean      lsn_cli_parse       (const LsnCommand   *command,
                                   const GOptionEntry *entries,
                                   int                *argc,
                                   char             ***argv);
void          lsn_cli_complain    (const char *format,
                                   ...) G_GNUC_PRINTF (1, 2);
gboolean      lsn_cli_find_only   (LsnMap  *map,
                                   char   **ids,
                                   GArray **only);

/* waiting.c */
void          lsn_cli_done        (GObject      *source,
                                   GAsyncResult *result,
                                   gpointer      cli);
GAsyncResult *lsn_cli_wait        (LsnCli *cli);

/* input.c */
gboolean      lsn_cli_is_standard (const char *name);
LsnMap       *lsn_cli_load        (LsnCli     *cli,
                                   const char *name,
                                   LsnReport **report,
                                   GError    **error);
LsnMap       *lsn_cli_read        (LsnCli     *cli,
                                   const char *name,
                                   LsnExit    *status);
void          lsn_cli_show_report (LsnReport  *report,
                                   const char *name);
void          lsn_cli_show_error  (LsnReport    *report,
                                   const char   *name,
                                   const GError *error);
LsnExit       lsn_cli_blame       (const GError *error,
                                   LsnExit       otherwise);

/* output.c */
gboolean      lsn_cli_map_format  (const char  *name,
                                   const char  *wanted,
                                   const char **format);
LsnExit       lsn_cli_save        (LsnCli     *cli,
                                   LsnMap     *snapshot,
                                   const char *name,
                                   const char *format);
LsnExit       lsn_cli_write       (LsnCli     *cli,
                                   GBytes     *bytes,
                                   const char *name);

G_END_DECLS
