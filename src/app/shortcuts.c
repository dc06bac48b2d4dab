/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/shortcuts.h"

#include <glib/gi18n-lib.h>

#include "app/accels.h"
#include "app/layout-offer.h"
#include "app/quick-bar.h"
#include "app/sheet.h"
#include "canvas/minimap.h"

#define SECTION_ROWS 12 /* of one column, so that the window goes on a screen of 800 x 600; its pages are not turned */

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

/* The first group after those from @first on that go into one section. Its title is all their names. */
static guint
end_of_section (const LsnAccel *accels,
                guint           n_accels,
                guint           first,
                GString        *title)
{
  guint n_rows = 0, i = first;

  while (i < n_accels)
    {
      const char *group = accels[i].group;
      guint rows = rows_of_group (accels, n_accels, i);

      if (n_rows > 0 && n_rows + rows > SECTION_ROWS)
        break;
      if (n_rows > 0)
        /* Translators: between the names of groups of keys in one heading: "Map, Change" */
        g_string_append (title, C_("shortcut group", ", "));
      g_string_append (title, g_dpgettext2 (GETTEXT_PACKAGE, "shortcut group", group));
      n_rows += rows;
      while (i < n_accels && g_str_equal (accels[i].group, group))
        i++;
    }
  return i;
}

/* As many groups in a section as go on one page. */
static void
append_table (GString        *markup,
              const LsnAccel *accels,
              guint           n_accels)
{
  for (guint i = 0; i < n_accels;)
    {
      g_autoptr (GString) title = g_string_new (NULL);
      guint end = end_of_section (accels, n_accels, i, title);
      g_autofree char *section = NULL;

      section = g_markup_printf_escaped ("<child><object class='GtkShortcutsSection'><property name='section-name'>%s"
                                         "</property><property name='title'>%s</property>"
                                         "<property name='max-height'>%d</property>", accels[i].group, title->str,
                                         2 * SECTION_ROWS);
      g_string_append (markup, section);
      while (i < end)
        i = append_group (markup, accels, n_accels, i);
      g_string_append (markup, "</object></child>");
    }
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
                                  "<property name='modal'>1</property>"
                                  "<property name='default-width'>720</property>"
                                  "<property name='default-height'>560</property>");
  guint n_accels;
  const LsnAccel *accels = lsn_canvas_accels (&n_accels);

  append_table (markup, accels, n_accels);
  accels = lsn_minimap_accels (&n_accels);
  append_table (markup, accels, n_accels);
  accels = lsn_naming_accels (&n_accels);
  append_table (markup, accels, n_accels);
  accels = lsn_connect_accels (&n_accels);
  append_table (markup, accels, n_accels);
  accels = lsn_quick_bar_accels (&n_accels);
  append_table (markup, accels, n_accels);
  accels = lsn_sheet_accels (&n_accels);
  append_table (markup, accels, n_accels);
  accels = lsn_layout_offer_accels (&n_accels);
  append_table (markup, accels, n_accels);
  accels = lsn_window_accels (&n_accels);
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
