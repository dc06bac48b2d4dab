/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "desk.h"

#include <gdk/x11/gdkx.h>
#include <math.h>

static void
on_message_cb (LsnCanvas  *canvas,
               const char *text,
               gboolean    can_undo,
               Desk       *desk)
{
  g_free (desk->message);
  desk->message = g_strdup (text);
}

static gboolean
on_time_cb (gpointer done)
{
  *(gboolean *) done = TRUE;
  return G_SOURCE_REMOVE;
}

static void
run_for (guint milliseconds)
{
  gboolean done = FALSE;

  g_timeout_add (milliseconds, on_time_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

/* Without a window manager nobody gives the keyboard to the window. */
static void
give_keyboard (Desk *desk)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (desk->window));

  desk_do (desk, "windowfocus %lu", gdk_x11_surface_get_xid (surface));
}

Desk *
desk_new (void)
{
  Desk *desk = g_new0 (Desk, 1);
  g_autoptr (LsnOrigin) origin = lsn_origin_new_seeded (7, "2024-05-01", "tester");

  desk->map = lsn_map_new (origin);
  desk->selection = lsn_selection_new (desk->map);
  desk->window = g_object_ref_sink (gtk_window_new ());
  desk->canvas = LSN_CANVAS (lsn_canvas_new ());
  g_signal_connect (desk->canvas, "message", G_CALLBACK (on_message_cb), desk);
  gtk_window_set_decorated (GTK_WINDOW (desk->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (desk->window), 1000, 700);
  gtk_window_set_child (GTK_WINDOW (desk->window), GTK_WIDGET (desk->canvas));
  lsn_canvas_set_map (desk->canvas, desk->map, desk->selection);
  gtk_window_present (GTK_WINDOW (desk->window));
  while (gtk_widget_get_width (GTK_WIDGET (desk->canvas)) == 0)
    g_main_context_iteration (NULL, TRUE);
  give_keyboard (desk);
  gtk_widget_grab_focus (GTK_WIDGET (desk->canvas));
  desk_settle (desk);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (desk->canvas)), ==, 1000);
  return desk;
}

void
desk_free (Desk *desk)
{
  gtk_window_destroy (GTK_WINDOW (desk->window));
  desk_settle (desk);
  g_object_unref (desk->window);
  g_object_unref (desk->selection);
  g_assert_finalize_object (desk->map);
  g_free (desk->message);
  g_free (desk);
}

void
desk_settle (Desk *desk)
{
  /* First all that waits, however long that takes on a busy machine */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  run_for (60);
}

void
desk_wait_crisp (Desk *desk)
{
  gint64 end = g_get_monotonic_time () + 10 * G_TIME_SPAN_SECOND;

  while (!lsn_canvas_is_crisp (desk->canvas) && g_get_monotonic_time () < end)
    run_for (5);
  g_assert_true (lsn_canvas_is_crisp (desk->canvas));
  desk_settle (desk);
}

static void
on_exit_cb (GObject      *process,
            GAsyncResult *result,
            gpointer      done)
{
  g_autoptr (GError) error = NULL;

  g_subprocess_wait_check_finish (G_SUBPROCESS (process), result, &error);
  g_assert_no_error (error);
  *(gboolean *) done = TRUE;
}

static void
run (const char *command)
{
  g_auto (GStrv) words = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;

  g_assert_true (g_shell_parse_argv (command, NULL, &words, NULL));
  process = g_subprocess_newv ((const char *const *) words, G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error);
  g_assert_no_error (error);
  g_subprocess_wait_check_async (process, NULL, on_exit_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

void
desk_do (Desk       *desk,
         const char *format,
         ...)
{
  va_list arguments;
  g_autofree char *words = NULL;
  g_autofree char *command = NULL;

  va_start (arguments, format);
  words = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  command = g_strconcat ("xdotool ", words, NULL);
  run (command);
  desk_settle (desk);
}

void
desk_do_at_once (Desk       *desk,
                 const char *words)
{
  g_autofree char *command = g_strconcat ("xdotool ", words, NULL);
  g_autoptr (GError) error = NULL;
  int status;

  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, &status, &error));
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  desk_settle (desk);
}

void
desk_look (Desk       *desk,
           const char *name)
{
  const char *folder = g_getenv ("LIAISON_SCREENSHOTS");
  g_autofree char *command = NULL;

  if (folder == NULL)
    return;

  command = g_strdup_printf ("import -window root -crop 1000x700+0+0 %s/%s.png", folder, name);
  run (command);
}

LsnPoint
desk_at (Desk  *desk,
         double x,
         double y)
{
  return lsn_viewport_to_widget (desk->canvas->viewport, x, y);
}

void
desk_click (Desk  *desk,
            double x,
            double y)
{
  LsnPoint at = desk_at (desk, x, y);

  desk_do (desk, "mousemove %d %d sleep 0.02 click 1", (int) round (at.x), (int) round (at.y));
}

void
desk_drag (Desk  *desk,
           double x0,
           double y0,
           double x1,
           double y1)
{
  LsnPoint from = desk_at (desk, x0, y0);
  LsnPoint to = desk_at (desk, x1, y1);

  desk_do (desk, "mousemove %d %d sleep 0.02 mousedown 1 sleep 0.02 mousemove %d %d sleep 0.02 mousemove %d %d sleep 0.03 "
                 "mouseup 1", (int) round (from.x), (int) round (from.y), (int) round ((from.x + to.x) / 2),
           (int) round ((from.y + to.y) / 2), (int) round (to.x), (int) round (to.y));
}

LsnRow
desk_add_actor (Desk       *desk,
                const char *name,
                const char *kind,
                double      x,
                double      y)
{
  LsnRow row;

  lsn_map_begin (desk->map, "Set up", NULL);
  row = lsn_map_insert_row (desk->map, LSN_TABLE_ACTORS, NULL, NULL);
  g_assert_true (lsn_map_set_text (desk->map, LSN_TABLE_ACTORS, row, LSN_ACTOR_NAME, name, NULL));
  g_assert_true (lsn_map_set_number (desk->map, LSN_TABLE_ACTORS, row, LSN_ACTOR_X, x, NULL));
  g_assert_true (lsn_map_set_number (desk->map, LSN_TABLE_ACTORS, row, LSN_ACTOR_Y, y, NULL));
  g_assert_true (lsn_map_set_reference (desk->map, LSN_TABLE_ACTORS, row, LSN_ACTOR_KIND,
                                        lsn_map_find_row (desk->map, LSN_TABLE_KINDS, kind), NULL));
  lsn_map_commit (desk->map);
  return row;
}

LsnRow
desk_add_tie (Desk       *desk,
              LsnRow      source,
              LsnRow      target,
              const char *kind)
{
  LsnRow row;

  lsn_map_begin (desk->map, "Set up", NULL);
  row = lsn_map_insert_row (desk->map, LSN_TABLE_TIES, NULL, NULL);
  g_assert_true (lsn_map_set_reference (desk->map, LSN_TABLE_TIES, row, LSN_TIE_SOURCE, source, NULL));
  g_assert_true (lsn_map_set_reference (desk->map, LSN_TABLE_TIES, row, LSN_TIE_TARGET, target, NULL));
  g_assert_true (lsn_map_set_reference (desk->map, LSN_TABLE_TIES, row, LSN_TIE_KIND,
                                        lsn_map_find_row (desk->map, LSN_TABLE_KINDS, kind), NULL));
  lsn_map_commit (desk->map);
  return row;
}

LsnRow
desk_find_actor (Desk       *desk,
                 const char *name)
{
  for (LsnRow row = lsn_map_next_row (desk->map, LSN_TABLE_ACTORS, LSN_NO_ROW); row != LSN_NO_ROW;
       row = lsn_map_next_row (desk->map, LSN_TABLE_ACTORS, row))
    if (g_strcmp0 (lsn_map_get_text (desk->map, LSN_TABLE_ACTORS, row, LSN_ACTOR_NAME), name) == 0)
      return row;
  return LSN_NO_ROW;
}
