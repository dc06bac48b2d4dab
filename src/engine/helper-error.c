/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "engine/helper-error.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "engine/layout.h"

G_DEFINE_QUARK (lsn-engine-error-quark, lsn_engine_error)

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
  guint whole = ceil (seconds);

  return g_error_new (LSN_ENGINE_ERROR, LSN_ENGINE_ERROR_TIMED_OUT,
                      g_dngettext (GETTEXT_PACKAGE,
                                   "The layout helper was not done after %u second and was stopped. Nothing was changed.",
                                   "The layout helper was not done after %u seconds and was stopped. Nothing was changed.",
                                   whole), whole);
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
  if (refusal->line == 0)
    return new_error (LSN_ENGINE_ERROR_REFUSED, _("This is not valid DOT."));
  if (*refusal->detail == '\0')
    return g_error_new (LSN_ENGINE_ERROR, LSN_ENGINE_ERROR_REFUSED,
                        /* Translators: DOT is the language of Graphviz */
                        _("Line %u is not valid DOT."), refusal->line);
  return g_error_new (LSN_ENGINE_ERROR, LSN_ENGINE_ERROR_REFUSED,
                      /* Translators: DOT is the language of Graphviz; %s is what stands in that line */
                      _("Line %u is not valid DOT, near “%s”."), refusal->line, refusal->detail);
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
