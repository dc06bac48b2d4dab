/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/application.h"

#include <glib/gi18n-lib.h>

#include "app/accels.h"
#include "app/liaison-resources.h"
#include "app/window.h"

struct _LsnApplication
{
  AdwApplication  parent_instance;

  LsnWorkers     *workers;
  LsnTextCache   *texts;
  LsnOrigin      *origin;
  gboolean        exit_after_startup;
};

G_DEFINE_FINAL_TYPE (LsnApplication, lsn_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "new-window", 'w', 0, G_OPTION_ARG_NONE, NULL, N_("Open a new window"), NULL },
  { "version", 'V', 0, G_OPTION_ARG_NONE, NULL, N_("Show the version and exit"), NULL },
  { "exit-after-startup", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_("[FILE…]") },
  { NULL }
};

static void
show_about (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (user_data));
  GtkWidget *about = adw_about_window_new ();

  g_object_set (about,
                "transient-for", parent,
                "application-name", _("Liaison"),
                "application-icon", APP_ID,
                "version", VERSION,
                "license-type", GTK_LICENSE_MIT_X11,
                "developer-name", _("The Liaison contributors"),
                "comments", _("Draw who influences whom, how, and how sure we are."),
                /* Translators: put your names here, one a line */
                "translator-credits", _("translator-credits"),
                NULL);
  gtk_window_present (GTK_WINDOW (about));
}

static void
new_window (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  gtk_window_present (lsn_application_new_window (user_data));
}

static void
quit (GSimpleAction *action,
      GVariant      *parameter,
      gpointer       user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (user_data));

  /* Each window asks for itself; those that refuse stay. */
  for (GList *window = windows; window != NULL; window = window->next)
    gtk_window_close (window->data);
}

static const GActionEntry actions[] = {
  { "about", show_about },
  { "new-window", new_window },
  { "quit", quit },
};

static void
set_accels (GtkApplication *application)
{
  guint n_accels;
  const LsnAccel *accels = lsn_window_accels (&n_accels);

  for (guint i = 0; i < n_accels; i++)
    gtk_application_set_accels_for_action (application, accels[i].action, accels[i].accels);
}

static void
lsn_application_startup (GApplication *application)
{
  LsnApplication *self = LSN_APPLICATION (application);

  g_resources_register (liaison_get_resource ());
  G_APPLICATION_CLASS (lsn_application_parent_class)->startup (application);
  gtk_window_set_default_icon_name (APP_ID);
  self->workers = lsn_workers_new (2, FALSE);
  self->texts = lsn_text_cache_new ();
  self->origin = lsn_origin_new_default ();
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  set_accels (GTK_APPLICATION (application));
}

static void
lsn_application_shutdown (GApplication *application)
{
  LsnApplication *self = LSN_APPLICATION (application);

  G_APPLICATION_CLASS (lsn_application_parent_class)->shutdown (application);
  g_clear_pointer (&self->workers, lsn_workers_free);
  g_clear_pointer (&self->texts, lsn_text_cache_unref);
  g_clear_pointer (&self->origin, lsn_origin_unref);
}

static void
lsn_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = lsn_application_new_window (LSN_APPLICATION (application));
  gtk_window_present (window);
}

static void
lsn_application_open (GApplication *application,
                      GFile       **files,
                      int           n_files,
                      const char   *hint)
{
  GtkWindow *beside = gtk_application_get_active_window (GTK_APPLICATION (application));

  for (int i = 0; i < n_files; i++)
    lsn_application_open_file (LSN_APPLICATION (application), beside, files[i]);
}

static int
lsn_application_handle_local_options (GApplication *application,
                                      GVariantDict *dict)
{
  if (g_variant_dict_contains (dict, "version"))
    {
      g_print ("liaison %s\n", VERSION);
      return 0;
    }
  if (g_variant_dict_contains (dict, "exit-after-startup"))
    {
      LSN_APPLICATION (application)->exit_after_startup = TRUE;
      g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
    }
  return -1;
}

/* The window has shown what it was opened with: that is all that was asked for. */
static gboolean
exit_when_settled (gpointer user_data)
{
  GApplication *application = user_data;
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window != NULL && !lsn_window_is_settled (LSN_WINDOW (window)))
    return G_SOURCE_CONTINUE;
  g_application_quit (application);
  return G_SOURCE_REMOVE;
}

static int
lsn_application_command_line (GApplication            *application,
                              GApplicationCommandLine *line)
{
  LsnApplication *self = LSN_APPLICATION (application);
  GVariantDict *dict = g_application_command_line_get_options_dict (line);
  g_autofree const char **names = NULL;
  GtkWindow *beside = gtk_application_get_active_window (GTK_APPLICATION (application));

  g_variant_dict_lookup (dict, G_OPTION_REMAINING, "^a&ay", &names);
  if (g_variant_dict_contains (dict, "new-window") || (names != NULL && beside == NULL))
    beside = lsn_application_new_window (self);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_application_command_line_create_file_for_arg (line, names[i]);

      lsn_application_open_file (self, beside, file);
    }
  if (beside == NULL)
    g_application_activate (application);
  else if (names == NULL)
    gtk_window_present (beside);
  if (self->exit_after_startup)
    g_timeout_add (20, exit_when_settled, application);
  return 0;
}

static void
lsn_application_class_init (LsnApplicationClass *class)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (class);

  application_class->startup = lsn_application_startup;
  application_class->shutdown = lsn_application_shutdown;
  application_class->activate = lsn_application_activate;
  application_class->open = lsn_application_open;
  application_class->handle_local_options = lsn_application_handle_local_options;
  application_class->command_line = lsn_application_command_line;
}

static void
lsn_application_init (LsnApplication *application)
{
  g_application_add_main_option_entries (G_APPLICATION (application), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (application), NULL);
  g_application_set_option_context_summary (G_APPLICATION (application),
                                            _("Draw, lay out and export maps of who influences whom."));
}

LsnApplication *
lsn_application_new (void)
{
  return g_object_new (LSN_TYPE_APPLICATION,
                       "application-id", APP_ID,
                       "resource-base-path", "/io/github/liaison_map/Liaison",
                       "flags", G_APPLICATION_HANDLES_OPEN | G_APPLICATION_HANDLES_COMMAND_LINE,
                       NULL);
}

/**
 * lsn_application_get_workers:
 *
 * Returns: (transfer none): the threads for what is asked for and waited for: measuring, exporting
 */
LsnWorkers *
lsn_application_get_workers (LsnApplication *application)
{
  return application->workers;
}

LsnTextCache *
lsn_application_get_text_cache (LsnApplication *application)
{
  return application->texts;
}

LsnOrigin *
lsn_application_get_origin (LsnApplication *application)
{
  return application->origin;
}

static LsnWindow *
window_with_file (LsnApplication *application,
                  GFile          *file)
{
  for (GList *window = gtk_application_get_windows (GTK_APPLICATION (application)); window != NULL;
       window = window->next)
    if (LSN_IS_WINDOW (window->data) && lsn_window_has_file (window->data, file))
      return window->data;
  return NULL;
}

/**
 * lsn_application_open_file:
 * @beside: (nullable): the window that it was asked for in; used when nothing is open in it
 * @file: what to open; a window that has it already is shown
 */
void
lsn_application_open_file (LsnApplication *application,
                           GtkWindow      *beside,
                           GFile          *file)
{
  LsnWindow *window = window_with_file (application, file);

  if (window == NULL)
    {
      window = LSN_IS_WINDOW (beside) && lsn_window_is_free (LSN_WINDOW (beside))
                 ? LSN_WINDOW (beside) : LSN_WINDOW (lsn_application_new_window (application));
      lsn_window_load (window, file);
    }
  lsn_window_present_soon (window);
}

/**
 * lsn_application_new_window:
 *
 * Returns: (transfer none): a window that shows the welcome page
 */
GtkWindow *
lsn_application_new_window (LsnApplication *application)
{
  return GTK_WINDOW (lsn_window_new (application));
}
