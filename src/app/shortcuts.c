/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/shortcuts.h"

#include <glib/gi18n-lib.h>

#include "app/accels.h"

#define COLUMN_ROWS 20  /* of the shortcuts window; a section of so many is one column */
#define SECTION_ROWS 26 /* and of so many one page: its pages are not turned */

static char *
shown_accel (const LsnAccel *accel)
{
  if (accel->shown != NULL)
    return g_strdup (accel->shown);
  return g_strjoinv (" ", (char **) accel->accels);
}

/* The first of two keys that mean the same is enough to be told, but for the keys of the number pad. */
static char *
told_accel (const LsnAccel *accel)
{
  g_autofree char *all = shown_accel (accel);
  g_auto (GStrv) keys = g_strsplit (all, " ", -1);
  g_autoptr (GStrvBuilder) told = g_strv_builder_new ();
  g_auto (GStrv) result = NULL;

  for (guint i = 0; keys[i] != NULL; i++)
    if (strstr (keys[i], "KP_") == NULL)
      g_strv_builder_add (told, keys[i]);
  result = g_strv_builder_end (told);
  return g_strjoinv (" ", result);
}

static void
append_shortcut (GString        *markup,
                 const LsnAccel *accel)
{
  g_autofree char *keys = told_accel (accel);
  g_autofree char *one = NULL;

  one = g_markup_printf_escaped ("<child><object class='GtkShortcutsShortcut'>"
                                 "<property name='accelerator'>%s</property>"
                                 "<property name='title'>%s</property></object></child>", keys,
                                 g_dpgettext2 (GETTEXT_PACKAGE, "shortcut", accel->title));
  g_string_append (markup, one);
}

/* The rows of @accels from @first on that belong to one group. Returns the first of the next group. */
static guint
append_group (GString        *markup,
              const LsnAccel *accels,
              guint           n_accels,
              guint           first)
{
  g_autofree char *title = NULL;
  guint i;

  title = g_markup_printf_escaped ("<child><object class='GtkShortcutsGroup'><property name='title'>%s</property>",
                                   g_dpgettext2 (GETTEXT_PACKAGE, "shortcut group", accels[first].group));
  g_string_append (markup, title);
  for (i = first; i < n_accels && g_str_equal (accels[i].group, accels[first].group); i++)
    if (accels[i].title != NULL)
      append_shortcut (markup, &accels[i]);
  g_string_append (markup, "</object></child>");
  return i;
}

/* How many rows of the window the group at @first takes, and its heading. */
static guint
rows_of_group (const LsnAccel *accels,
               guint           n_accels,
               guint           first)
{
  guint rows = 1;

  for (guint i = first; i < n_accels && g_str_equal (accels[i].group, accels[first].group); i++)
    rows += accels[i].title != NULL;
  return rows;
}

static void
begin_section (GString    *markup,
               const char *group)
{
  g_autofree char *section = NULL;

  section = g_markup_printf_escaped ("<child><object class='GtkShortcutsSection'><property name='section-name'>%s"
                                     "</property><property name='title'>%s</property>"
                                     "<property name='max-height'>%d</property>", group,
                                     g_dpgettext2 (GETTEXT_PACKAGE, "shortcut group", group), COLUMN_ROWS);
  g_string_append (markup, section);
}

/* A section bears the name of its first group and holds as many as go on one page. */
static void
append_table (GString        *markup,
              const LsnAccel *accels,
              guint           n_accels)
{
  guint n_rows = 0;

  for (guint i = 0; i < n_accels;)
    {
      guint rows = rows_of_group (accels, n_accels, i);

      if (n_rows == 0 || n_rows + rows > SECTION_ROWS)
        {
          if (n_rows > 0)
            g_string_append (markup, "</object></child>");
          begin_section (markup, accels[i].group);
          n_rows = 0;
        }
      n_rows += rows;
      i = append_group (markup, accels, n_accels, i);
    }
  g_string_append (markup, "</object></child>");
}

/**
 * lsn_shortcuts_markup:
 *
 * Returns: (transfer full): what GtkBuilder makes the shortcuts window from (before GTK 4.14 there is no other way)
 */
char *
lsn_shortcuts_markup (void)
{
  GString *markup = g_string_new ("<interface><object class='GtkShortcutsWindow' id='shortcuts'>"
                                  "<property name='modal'>1</property>");
  guint n_accels;
  const LsnAccel *accels = lsn_window_accels (&n_accels);

  append_table (markup, accels, n_accels);
  accels = lsn_canvas_accels (&n_accels);
  append_table (markup, accels, n_accels);
  g_string_append (markup, "</object></interface>");
  return g_string_free (markup, FALSE);
}

/**
 * lsn_shortcuts_window_new:
 *
 * Returns: (transfer none): a window that lives until it is destroyed
 */
GtkWidget *
lsn_shortcuts_window_new (void)
{
  g_autofree char *markup = lsn_shortcuts_markup ();
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_string (markup, -1);

  return GTK_WIDGET (gtk_builder_get_object (builder, "shortcuts"));
}
