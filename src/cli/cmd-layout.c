/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"
#include "cli/cli.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include "engine/layout.h"
#include "scene/scene.h"
#include "wire/layout-catalog.h"

/* What the user asked for, as typed */
typedef struct
{
  char    *engine;
  gint64   seed;
  char   **only;
  gboolean new_only;
  char    *budget;   /* NULL for none */
  double   timeout;
} LsnLayoutWish;

static void
clear_wish (LsnLayoutWish *wish)
{
  g_clear_pointer (&wish->engine, g_free);
  g_clear_pointer (&wish->only, g_strfreev);
  g_clear_pointer (&wish->budget, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LsnLayoutWish, clear_wish)

/* -1 for what is no budget */
static double
budget_of (const LsnLayoutWish *wish)
{
  char *end;
  double budget = g_ascii_strtod (wish->budget, &end);

  return end != wish->budget && *end == '\0' && budget >= 0 && isfinite (budget) ? budget : -1;
}

static gboolean
check_wish (const LsnLayoutWish *wish)
{
  if (wish->engine != NULL && lsn_engine_find (wish->engine) == NULL)
    {
      /* Translators: the words at the end are to be typed as they are */
      lsn_cli_complain (_("There is no engine “%s”. There are dot, neato, fdp, sfdp, twopi and circo."), wish->engine);
      return FALSE;
    }
  if (wish->seed < 0 || wish->seed > G_MAXUINT32)
    {
      lsn_cli_complain (_("The seed must be a whole number from 0 to %u."), G_MAXUINT32);
      return FALSE;
    }
  if (!(wish->timeout > 0 && wish->timeout <= 86400))
    {
      lsn_cli_complain ("%s", _("The time limit must be more than 0 and at most 86400 seconds."));
      return FALSE;
    }
  if (wish->budget != NULL && budget_of (wish) < 0)
    {
      lsn_cli_complain (_("“%s” is no budget: it must be a number of units, 0 or more."), wish->budget);
      return FALSE;
    }
  if (wish->new_only && wish->only != NULL)
    {
      lsn_cli_complain ("%s", _("Use --only or --new-only, not both."));
      return FALSE;
    }
  return TRUE;
}

static LsnExit
lay_out (LsnCli              *cli,
         LsnMap              *map,
         const LsnLayoutWish *wish,
         GArray              *only,
         const char          *name)
{
  LsnLayoutOptions options = {
    .engine = wish->engine,
    .seed = (guint32) wish->seed,
    .new_only = wish->new_only,
    .has_budget = wish->budget != NULL,
    .budget = wish->budget != NULL ? budget_of (wish) : 0,
    .timeout = wish->timeout,
  };
  g_autoptr (LsnTextCache) cache = lsn_text_cache_new ();
  g_autoptr (LsnMap) snapshot = lsn_map_snapshot (map);
  g_autoptr (GArray) extents = lsn_scene_measure (snapshot, cache);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (LsnLayout) layout = NULL;
  g_autoptr (GError) error = NULL;

  if (only != NULL)
    {
      options.only = (const LsnRow *) only->data;
      options.n_only = only->len;
    }
  lsn_layout_async (snapshot, &options, (const LsnExtents *) extents->data, extents->len,
                    cli->cancellable, lsn_cli_done, cli);
  result = lsn_cli_wait (cli);
  layout = lsn_layout_finish (result, &error);
  if (layout == NULL)
    {
      lsn_cli_show_error (NULL, name, error);
      return LSN_EXIT_HELPER;
    }
  lsn_layout_apply (layout, map, _("Lay Out"));
  return LSN_EXIT_DONE;
}

static LsnExit
lay_out_file (LsnCli              *cli,
              const LsnLayoutWish *wish,
              const char          *in,
              const char          *out,
              const char          *format)
{
  g_autoptr (LsnMap) map = NULL;
  g_autoptr (LsnMap) snapshot = NULL;
  g_autoptr (GArray) only = NULL;
  LsnExit reading, status;

  map = lsn_cli_read (cli, in, &reading);
  if (map == NULL)
    return reading;
  if (!lsn_cli_find_only (map, wish->only, &only))
    return LSN_EXIT_USAGE;
  status = lay_out (cli, map, wish, only, in);
  if (status != LSN_EXIT_DONE)
    return status;
  snapshot = lsn_map_snapshot (map);
  status = lsn_cli_save (cli, snapshot, out, format);
  return status != LSN_EXIT_DONE ? status : reading;
}

/**
 * lsn_cli_layout:
 * @cli: this run
 * @command: this command
 * @argc: how many words follow, the command's name first
 * @argv: the words
 *
 * Reads a map, gives its actors new places, and writes it. The same map, engine and seed give the same bytes.
 *
 * Returns: the exit status
 */
LsnExit
lsn_cli_layout (LsnCli           *cli,
                const LsnCommand *command,
                int               argc,
                char            **argv)
{
  g_auto (LsnLayoutWish) wish = { .seed = 1, .timeout = 60 };
  g_autofree char *wanted = NULL;
  const char *format;
  const GOptionEntry entries[] = {
    { "engine", 0, 0, G_OPTION_ARG_STRING, &wish.engine,
      N_("How: dot (levels), neato or fdp (organic), sfdp (organic, for many actors), twopi (radial), circo (circles); "
         "by the map’s size when not given"), N_("ENGINE") },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &wish.seed, N_("Where chance begins (1)"), N_("NUMBER") },
    { "only", 0, 0, G_OPTION_ARG_STRING_ARRAY, &wish.only, N_("Move only these actors"), N_("ID,…") },
    { "new-only", 0, 0, G_OPTION_ARG_NONE, &wish.new_only, N_("Move only actors that have no place yet"), NULL },
    { "budget", 0, 0, G_OPTION_ARG_STRING, &wish.budget,
      N_("Tidy up, but move no actor further than this"), N_("UNITS") },
    { "timeout", 0, 0, G_OPTION_ARG_DOUBLE, &wish.timeout, N_("Give up after so long (60)"), N_("SECONDS") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &wanted,
      N_("Write this format: graphml or dot (by the ending of OUT; graphml to standard output)"), N_("FORMAT") },
    G_OPTION_ENTRY_NULL
  };

  if (!lsn_cli_parse (command, entries, &argc, &argv) || !check_wish (&wish) ||
      !lsn_cli_map_format (argv[2], wanted, &format))
    return LSN_EXIT_USAGE;
  return lay_out_file (cli, &wish, argv[1], argv[2], format);
}
