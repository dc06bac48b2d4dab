/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "app/application.h"

int
main (int   argc,
      char *argv[])
{
  const char *locales = g_getenv ("LIAISON_LOCALEDIR");
  g_autoptr (LsnApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locales != NULL ? locales : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name (_("Liaison"));

  application = lsn_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
