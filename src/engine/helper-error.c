/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "engine/helper-error.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "engine/layout.h"

/* What an error carries beside its sentence */
typedef struct
{
  guint line;
} LsnEngineErrorPrivate;

static void
lsn_engine_error_private_init (LsnEngineErrorPrivate *details)
{
  details->line = 0;
}

static void
lsn_engine_error_private_copy (const LsnEngineErrorPrivate *details,
                               LsnEngineErrorPrivate       *copy)
{
  *copy = *details;
}

static void
lsn_engine_error_private_clear (LsnEngineErrorPrivate *details)
{
}

G_DEFINE_EXTENDED_ERROR (LsnEngineError, lsn_engine_error)

/**
 * lsn_engine_error_line:
 * @error: any error
 *
 * Returns: the line of the input that it is about, from 1; 0 when there is none
 */
guint
lsn_engine_error_line (const GError *error)
{
  return error->domain == LSN_ENGINE_ERROR ? lsn_engine_error_get_private (error)->line : 0;
}

static GError *
new_error (LsnEngineError code,
           const char    *sentence)
{
  return g_error_new_literal (LSN_ENGINE_ERROR, code, sentence);
}

GError *
lsn_helper_error_missing (const char *path)
{
  return g_error_new (LSN_ENGINE_ERROR, LSN_ENGINE_ERROR_MISSING,
                      /* Translators: %s is the path of a program that belongs to Liaison */
                      _("The layout helper %s cannot be started. Install Liaison again."), path);
}

/**
 * lsn_helper_error_crashed:
 * @said: the last thing that the helper wrote to its standard error; may be ""
 */
GError *
lsn_helper_error_crashed (const char *said)
{
  if (*said == '\0')
    return new_error (LSN_ENGINE_ERROR_CRASHED, _("The layout helper stopped unexpectedly. Nothing was changed."));
  return g_error_new (LSN_ENGINE_ERROR, LSN_ENGINE_ERROR_CRASHED,
                      /* Translators: %s is what a program said before it crashed, in English */
                      _("The layout helper stopped unexpectedly: “%s”. Nothing was changed."), said);
}

GError *
lsn_helper_error_timed_out (double seconds)
{
  if (seconds != floor (seconds))
    return g_error_new (LSN_ENGINE_ERROR, LSN_ENGINE_ERROR_TIMED_OUT,
                        /* Translators: %g is a number with a fraction, such as 0.5 */
                        _("The layout helper was not done after %g seconds and was stopped. Nothing was changed."), seconds);
  return g_error_new (LSN_ENGINE_ERROR, LSN_ENGINE_ERROR_TIMED_OUT,
                      g_dngettext (GETTEXT_PACKAGE,
                                   "The layout helper was not done after %u second and was stopped. Nothing was changed.",
                                   "The layout helper was not done after %u seconds and was stopped. Nothing was changed.",
                                   (guint) seconds), (guint) seconds);
}

GError *
lsn_helper_error_garbage (void)
{
  return new_error (LSN_ENGINE_ERROR_GARBAGE,
                    _("The layout helper gave an answer that makes no sense. Nothing was changed."));
}

GError *
lsn_helper_error_version (void)
{
  return new_error (LSN_ENGINE_ERROR_GARBAGE,
                    _("The layout helper belongs to another version of Liaison. Install Liaison again."));
}

static GError *
syntax_error (const LsnRefusal *refusal)
{
  GError *error;

  if (*refusal->detail == '\0')
    error = new_error (LSN_ENGINE_ERROR_REFUSED, _("This is not valid DOT."));
  else
    error = g_error_new (LSN_ENGINE_ERROR, LSN_ENGINE_ERROR_REFUSED,
                         /* Translators: DOT is the language of Graphviz; %s is what stands there */
                         _("This is not valid DOT, near “%s”."), refusal->detail);
  lsn_engine_error_get_private (error)->line = refusal->line;
  return error;
}

GError *
lsn_helper_error_refused (const LsnRefusal *refusal)
{
  switch (refusal->reason)
    {
    case LSN_REFUSAL_SYNTAX:
      return syntax_error (refusal);
    case LSN_REFUSAL_EMPTY:
      return new_error (LSN_ENGINE_ERROR_REFUSED, _("There is no graph in this DOT text."));
    case LSN_REFUSAL_LIMIT:
      return new_error (LSN_ENGINE_ERROR_REFUSED, _("This is larger than the layout helper can take."));
    case LSN_REFUSAL_BOX:
      return new_error (LSN_ENGINE_ERROR_REFUSED,
                        _("This system cannot lock the layout helper in, so the helper did not start to work."));
    case LSN_REFUSAL_FAILED:
      return g_error_new (LSN_ENGINE_ERROR, LSN_ENGINE_ERROR_REFUSED,
                          /* Translators: %s is what Graphviz says, in English */
                          _("Graphviz cannot do this: “%s”."), refusal->detail);
    case LSN_REFUSAL_REQUEST:
    default:
      return new_error (LSN_ENGINE_ERROR_REFUSED,
                        _("The layout helper did not understand what it was asked. Install Liaison again."));
    }
}
