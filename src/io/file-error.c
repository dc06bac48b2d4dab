/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"
#include "io/file-error.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (lsn-io-error-quark, lsn_io_error)

/**
 * lsn_io_error_new_at:
 * @message: a whole sentence, or several
 * @line: where in the file, from 1
 * @column: where in the line, from 1, or 0 when only the line is known
 *
 * Returns: (transfer full): the error; its last sentence says where to look
 */
GError *
lsn_io_error_new_at (LsnIoError  code,
                     const char *message,
                     guint       line,
                     guint       column)
{
  g_autofree char *where = NULL;

  if (column > 0)
    /* Translators: a sentence of its own, after those that say what is wrong with a file */
    where = g_strdup_printf (_("See line %u, column %u."), line, column);
  else
    /* Translators: a sentence of its own, after those that say what is wrong with a file */
    where = g_strdup_printf (_("See line %u."), line);
  return g_error_new (LSN_IO_ERROR, code, "%s %s", message, where);
}
