/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include "app/accels.h"

#include <string.h>
#include <gtk/gtk.h>
#include <locale.h>

#include "app/layout-offer.h"
#include "app/quick-bar.h"
#include "app/sheet.h"
#include "app/shortcuts.h"
#include "canvas/minimap.h"

/* Keys have one meaning each: the tables of the window, of the canvas and of sheets are joined, clashes found, and the
 * shortcuts window compared with them. Where something is typed, keys have a meaning of their own: those tables are looked at
 * one by one. */

typedef void (*Visit) (const LsnAccel *accel,
                       gpointer        data);

typedef const LsnAccel *(*Table) (guint *n_accels);

static const Table typing[] = { lsn_naming_accels, lsn_connect_accels, lsn_quick_bar_accels,
                                lsn_layout_offer_accels, lsn_minimap_accels };

static void
visit_table (Table    table,
             Visit    visit,
             gpointer data)
{
  guint           n;
  const LsnAccel *accels = table (&n);

  g_assert_cmpuint (n, >, 0);
  for (guint i = 0; i < n; i++)
    visit (&accels[i], data);
}

static void
visit_all (Visit    visit,
           gpointer data)
{
  visit_table (lsn_window_accels, visit, data);
  visit_table (lsn_canvas_accels, visit, data);
  visit_table (lsn_sheet_accels, visit, data);
}

static void
visit_typing (Visit    visit,
              gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (typing); i++)
    visit_table (typing[i], visit, data);
}

static void
check_keys (const LsnAccel *accel,
            gpointer        data)
{
  GHashTable *owners = data;

  g_assert_nonnull (accel->accels[0]);
  for (guint i = 0; accel->accels[i] != NULL; i++)
    {
      GdkModifierType modifiers;
      guint key;
      char *name;
      const char *owner;

      if (!gtk_accelerator_parse (accel->accels[i], &key, &modifiers) || key == 0)
        g_error ("%s: \"%s\" is no key", accel->action, accel->accels[i]);
      name = gtk_accelerator_name (gdk_keyval_to_lower (key), modifiers);
      owner = g_hash_table_lookup (owners, name);
      if (owner != NULL)
        g_error ("%s is both %s and %s", name, owner, accel->action);
      g_hash_table_insert (owners, name, (gpointer) accel->action);
    }
}

/* What GTK and libadwaita do in every window where the program has nothing to do with the key just then. */
static const char *const of_toolkit[] = {
  "<Control><Shift>i", /* GTK's inspector */
  "<Control><Shift>m", /* libadwaita 1.7 shows the window as on a telephone */
};

static void
test_clashes (void)
{
  g_autoptr (GHashTable) owners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (of_toolkit); i++)
    {
      GdkModifierType modifiers;
      guint key;

      g_assert_true (gtk_accelerator_parse (of_toolkit[i], &key, &modifiers));
      g_hash_table_insert (owners, gtk_accelerator_name (key, modifiers), (gpointer) "the toolkit");
    }
  visit_all (check_keys, owners);
  g_assert_cmpuint (g_hash_table_size (owners), >, 40);
  for (guint i = 0; i < G_N_ELEMENTS (typing); i++)
    {
      g_hash_table_remove_all (owners);
      visit_table (typing[i], check_keys, owners);
    }
}

/* What is typed over the map asks its table what a key means, whatever lock is on. */
static void
test_find (void)
{
  guint           n;
  const LsnAccel *accels = lsn_naming_accels (&n);
  int             place = lsn_accels_find (accels, n, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK | GDK_LOCK_MASK);

  g_assert_cmpint (place, >=, 0);
  g_assert_cmpstr (accels[place].action, ==, "name.tied-from");
  g_assert_cmpint (lsn_accels_find (accels, n, GDK_KEY_Tab, GDK_SHIFT_MASK), ==, place);
  place = lsn_accels_find (accels, n, GDK_KEY_Tab, 0);
  g_assert_cmpstr (accels[place].action, ==, "name.tied-actor");
  g_assert_cmpint (lsn_accels_find (accels, n, GDK_KEY_Tab, GDK_CONTROL_MASK), ==, -1);
  g_assert_cmpint (lsn_accels_find (accels, n, GDK_KEY_a, 0), ==, -1);

  accels = lsn_connect_accels (&n);
  for (int digit = 1; digit <= 9; digit++)
    g_assert_cmpint (lsn_accels_find (accels, n, (guint) (GDK_KEY_0 + digit), GDK_ALT_MASK), ==, digit - 1);
}

static void
check_action (const LsnAccel *accel,
              gpointer        data)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_action_parse_detailed_name (accel->action, &name, &target, &error))
    g_error ("%s", error->message);
  if (!g_hash_table_add (data, g_strdup (accel->action)))
    g_error ("%s stands twice", accel->action);
  g_assert_nonnull (accel->group);
}

static void
test_actions (void)
{
  g_autoptr (GHashTable) actions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  visit_all (check_action, actions);
  visit_typing (check_action, actions);
}

typedef struct
{
  GPtrArray *titles;   /* what the shortcuts window says, in its order */
  GPtrArray *keys;
  char      *property;
} Shown;

static void
on_start (GMarkupParseContext *context,
          const char          *element,
          const char         **names,
          const char         **values,
          gpointer             data,
          GError             **error)
{
  Shown *shown = data;

  g_clear_pointer (&shown->property, g_free);
  if (g_str_equal (element, "property"))
    shown->property = g_strdup (values[0]);
}

static void
on_text (GMarkupParseContext *context,
         const char          *text,
         gsize                length,
         gpointer             data,
         GError             **error)
{
  Shown *shown = data;

  if (g_strcmp0 (shown->property, "accelerator") == 0)
    g_ptr_array_add (shown->keys, g_strndup (text, length));
  else if (g_strcmp0 (shown->property, "title") == 0 && shown->titles->len < shown->keys->len)
    g_ptr_array_add (shown->titles, g_strndup (text, length));
}

static void
on_end (GMarkupParseContext *context,
        const char          *element,
        gpointer             data,
        GError             **error)
{
  g_clear_pointer (&((Shown *) data)->property, g_free);
}

static void
check_shown (const LsnAccel *accel,
             gpointer        data)
{
  Shown *shown = data;
  guint i;

  if (accel->title == NULL)
    return;
  if (!g_ptr_array_find_with_equal_func (shown->titles, accel->title, g_str_equal, &i))
    g_error ("the shortcuts window does not say \"%s\"", accel->title);
  if (accel->shown != NULL)
    g_assert_cmpstr (shown->keys->pdata[i], ==, accel->shown);
  else
    {
      g_auto (GStrv) keys = g_strsplit (shown->keys->pdata[i], " ", -1);

      g_assert_cmpstr (keys[0], ==, accel->accels[0]);
      for (guint k = 0; keys[k] != NULL; k++)
        g_assert_true (g_strv_contains (accel->accels, keys[k]));
    }
  g_ptr_array_remove_index (shown->titles, i);
  g_ptr_array_remove_index (shown->keys, i);
}

static void
test_shortcuts_window (void)
{
  static const GMarkupParser parser = { .start_element = on_start, .text = on_text, .end_element = on_end };
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autofree char *markup = lsn_shortcuts_markup ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  Shown shown = { titles, keys, NULL };

  context = g_markup_parse_context_new (&parser, 0, &shown, NULL);
  g_markup_parse_context_parse (context, markup, -1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (keys->len, ==, titles->len);
  visit_all (check_shown, &shown);
  visit_typing (check_shown, &shown);
  /* Nothing is shown that no table has. */
  g_assert_cmpuint (titles->len, ==, 0);
  g_free (shown.property);
}

/* The window goes on a small screen: no section has more rows than its one column shows, and the canvas comes first. */
static void
test_sections (void)
{
  g_autofree char *markup = lsn_shortcuts_markup ();
  g_auto (GStrv) sections = g_strsplit (markup, "<object class='GtkShortcutsSection'>", -1);
  guint n = g_strv_length (sections);

  g_assert_cmpuint (n, >, 3);
  g_assert_nonnull (strstr (sections[1], "<property name='title'>Draw"));
  for (guint i = 1; i < n; i++)
    {
      g_auto (GStrv) keys = g_strsplit (sections[i], "'GtkShortcutsShortcut'", -1);
      g_auto (GStrv) groups = g_strsplit (sections[i], "'GtkShortcutsGroup'", -1);

      g_assert_cmpuint (g_strv_length (keys) - 1 + g_strv_length (groups) - 1, <=, 12);
    }
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/accels/clashes", test_clashes);
  g_test_add_func ("/app/accels/find", test_find);
  g_test_add_func ("/app/accels/actions", test_actions);
  g_test_add_func ("/app/accels/shortcuts-window", test_shortcuts_window);
  g_test_add_func ("/app/accels/sections", test_sections);
  return g_test_run ();
}
