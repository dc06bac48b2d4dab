/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include "desk.h"

#include <glib/gstdio.h>
#include <math.h>

#include "canvas/minimap.h"
#include "model/find.h"

/* The overview with real pointer and key events. */


typedef struct
{
  Desk       *desk;
  LsnMinimap *minimap;
} Table;

/* A desk with a map of 4000 x 2000 units seen at 100 %, and the overview of it in the lower right corner. */
static Table
table_new (void)
{
  Table      table = { desk_new (), LSN_MINIMAP (lsn_minimap_new ()) };
  LsnCanvas *canvas = g_object_ref (table.desk->canvas);
  GtkWidget *overlay = gtk_overlay_new ();

  gtk_window_set_focus (GTK_WINDOW (table.desk->window), NULL);
  gtk_window_set_child (GTK_WINDOW (table.desk->window), overlay);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (canvas));
  g_object_unref (canvas);
  gtk_widget_set_halign (GTK_WIDGET (table.minimap), GTK_ALIGN_END);
  gtk_widget_set_valign (GTK_WIDGET (table.minimap), GTK_ALIGN_END);
  lsn_minimap_set_canvas (table.minimap, canvas);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), GTK_WIDGET (table.minimap));
  gtk_widget_grab_focus (GTK_WIDGET (canvas));
  for (int i = 0; i < 15; i++)
    {
      g_autofree char *name = g_strdup_printf ("Actor %d", i);

      desk_add_actor (table.desk, name, "state", -2000 + 1000 * (i % 5), -1000 + 1000 * (i / 5));
    }
  lsn_canvas_set_view (canvas, 1, &(LsnPoint) { 0, 0 });
  desk_do (table.desk, "mousemove 20 20"); /* no tooltip where something is looked at */
  desk_wait_crisp (table.desk);
  return table;
}

/* Where a place of the map is on the screen, in the overview. */
static LsnPoint
pixel_of (Table *table,
          double x,
          double y)
{
  LsnBox          area = lsn_scene_get_bounds (table->desk->canvas->scene);
  GtkWidget      *widget = GTK_WIDGET (table->minimap);
  int             width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double          scale = MIN (width / area.width, height / area.height);
  double          left, top;

  g_assert_true (gtk_widget_translate_coordinates (widget, table->desk->window, 0, 0, &left, &top));
  return (LsnPoint) { left + (width - area.width * scale) / 2 + (x - area.x) * scale,
                      top + (height - area.height * scale) / 2 + (y - area.y) * scale };
}

static void
check_middle (Table *table,
              double x,
              double y,
              double within)
{
  LsnPoint middle;
  double   zoom;

  lsn_canvas_get_view (table->desk->canvas, &zoom, &middle);
  g_assert_cmpfloat_with_epsilon (middle.x, x, within);
  g_assert_cmpfloat_with_epsilon (middle.y, y, within);
}

/* One pixel of the overview is so many units. */
static double
unit (Table *table)
{
  LsnPoint a = pixel_of (table, 0, 0), b = pixel_of (table, 1000, 0);

  return 1000 / (b.x - a.x);
}

static void
test_seen_when_needed (void)
{
  Table      table = table_new ();
  GtkWidget *widget = GTK_WIDGET (table.minimap);

  g_assert_true (gtk_widget_get_mapped (widget));
  desk_look (table.desk, "minimap");
  lsn_canvas_zoom_to_fit (table.desk->canvas);
  desk_wait_crisp (table.desk);
  g_assert_false (gtk_widget_get_mapped (widget));
  lsn_canvas_set_zoom (table.desk->canvas, 0.5);
  desk_wait_crisp (table.desk);
  g_assert_true (gtk_widget_get_mapped (widget));

  g_object_set (widget, "wanted", FALSE, NULL);
  desk_settle (table.desk);
  g_assert_false (gtk_widget_get_mapped (widget));
  g_object_set (widget, "wanted", TRUE, NULL);
  desk_settle (table.desk);
  g_assert_true (gtk_widget_get_mapped (widget));

  lsn_canvas_set_map (table.desk->canvas, NULL, NULL);
  desk_settle (table.desk);
  g_assert_false (gtk_widget_get_mapped (widget));
  desk_free (table.desk);
}

static void
drag (Table   *table,
      LsnPoint from,
      LsnPoint to)
{
  desk_do (table->desk, "mousemove %d %d sleep 0.02 mousedown 1 sleep 0.02 mousemove %d %d sleep 0.03 mousemove %d %d sleep "
                        "0.03 mouseup 1", (int) round (from.x), (int) round (from.y), (int) round ((from.x + to.x) / 2),
           (int) round ((from.y + to.y) / 2), (int) round (to.x), (int) round (to.y));
}

/* The frame is held where it was caught, so the view moves as far as the pointer. */
static void
test_drag_frame (void)
{
  Table    table = table_new ();
  LsnPoint from = pixel_of (&table, 200, 100), to = from;
  double   per_pixel = unit (&table);
  guint64  revision = lsn_map_get_revision (table.desk->map);

  to.x += 40;
  to.y -= 20;
  drag (&table, from, to);
  check_middle (&table, 40 * per_pixel, -20 * per_pixel, 1.5);
  g_assert_cmpfloat (lsn_canvas_get_zoom (table.desk->canvas), ==, 1);

  /* Beyond the edge the view stays on the map. */
  to.x = 999;
  to.y = 699;
  drag (&table, pixel_of (&table, 40 * per_pixel, -20 * per_pixel), to);
  check_middle (&table, 2000, 1000, 120);
  g_assert_cmpuint (lsn_map_get_revision (table.desk->map), ==, revision);
  g_assert_true (lsn_selection_is_empty (table.desk->selection));
  desk_free (table.desk);
}

static void
test_click_and_wheel (void)
{
  Table    table = table_new ();
  LsnPoint at = pixel_of (&table, -1500, 800);

  desk_do (table.desk, "mousemove %d %d sleep 0.02 click 1", (int) round (at.x), (int) round (at.y));
  check_middle (&table, -1500, 800, unit (&table));
  /* Pressed there, and dragged on: the middle follows the pointer. */
  drag (&table, pixel_of (&table, 1500, -800), pixel_of (&table, 1000, 500));
  check_middle (&table, 1000, 500, unit (&table));

  desk_do (table.desk, "click --repeat 4 --delay 30 4");
  g_assert_cmpfloat_with_epsilon (lsn_canvas_get_zoom (table.desk->canvas), 2, 0.02);
  check_middle (&table, 1000, 500, unit (&table));
  desk_do (table.desk, "click --repeat 8 --delay 30 5");
  g_assert_cmpfloat_with_epsilon (lsn_canvas_get_zoom (table.desk->canvas), 0.5, 0.02);
  check_middle (&table, 1000, 500, unit (&table));
  desk_free (table.desk);
}

static void
test_keys (void)
{
  Table table = table_new ();

  lsn_selection_select (table.desk->selection, LSN_TABLE_ACTORS, desk_find_actor (table.desk, "Actor 7"));
  desk_settle (table.desk);
  desk_do (table.desk, "key Tab");
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (table.minimap)));
  desk_look (table.desk, "minimap-focus");
  desk_do (table.desk, "key Right Right Down");
  check_middle (&table, 250, 700 / 8.0, 1);
  desk_do (table.desk, "key shift+Left shift+Up");
  check_middle (&table, -750, 700 / 8.0 - 700, 1);
  desk_do (table.desk, "key plus plus");
  g_assert_cmpfloat_with_epsilon (lsn_canvas_get_zoom (table.desk->canvas), sqrt (2), 0.02);
  desk_do (table.desk, "key minus minus minus minus");
  g_assert_cmpfloat_with_epsilon (lsn_canvas_get_zoom (table.desk->canvas), sqrt (0.5), 0.02);

  /* These are keys of the canvas, which has no say here. */
  desk_do (table.desk, "key Delete");
  g_assert_cmpuint (lsn_map_n_rows (table.desk->map, LSN_TABLE_ACTORS), ==, 15);
  desk_do (table.desk, "key Escape");
  g_assert_true (gtk_widget_has_focus (table.desk->canvas->focus_child));
  g_assert_cmpuint (lsn_selection_n_rows (table.desk->selection, LSN_TABLE_ACTORS), ==, 1);

  /* When it goes, the map has the keyboard. */
  gtk_widget_grab_focus (GTK_WIDGET (table.minimap));
  lsn_canvas_zoom_to_fit (table.desk->canvas);
  desk_wait_crisp (table.desk);
  g_assert_true (gtk_widget_has_focus (table.desk->canvas->focus_child));
  desk_free (table.desk);
}

static guint
count_colour (Table  *table,
              double  x,
              double  y,
              guint32 wanted)
{
  LsnPoint     at = pixel_of (table, x, y);
  GdkPixbuf   *shot;
  const guchar *pixels;
  guint        n = 0;
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "minimap-marks.png", NULL);
  g_autofree char *command = g_strdup_printf ("import -window root -crop 13x13+%d+%d +repage %s", (int) round (at.x) - 6,
                                              (int) round (at.y) - 6, path);

  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  shot = gdk_pixbuf_new_from_file (path, NULL);
  g_assert_nonnull (shot);
  pixels = gdk_pixbuf_read_pixels (shot);
  for (int i = 0; i < 13 * 13; i++)
    {
      const guchar *p = pixels + i / 13 * gdk_pixbuf_get_rowstride (shot) + i % 13 * gdk_pixbuf_get_n_channels (shot);

      n += ABS (p[0] - (int) (wanted >> 16)) < 12 && ABS (p[1] - (int) (wanted >> 8 & 255)) < 12 &&
           ABS (p[2] - (int) (wanted & 255)) < 12;
    }
  g_object_unref (shot);
  g_unlink (path);
  return n;
}

static LsnRow
add_note (Desk  *desk,
          double x,
          double y)
{
  LsnRow note;

  lsn_map_begin (desk->map, "Set up", NULL);
  note = lsn_map_insert_row (desk->map, LSN_TABLE_NOTES, NULL, NULL);
  g_assert_true (lsn_map_set_text (desk->map, LSN_TABLE_NOTES, note, LSN_NOTE_TEXT, "Note", NULL));
  g_assert_true (lsn_map_set_number (desk->map, LSN_TABLE_NOTES, note, LSN_NOTE_X, x, NULL));
  g_assert_true (lsn_map_set_number (desk->map, LSN_TABLE_NOTES, note, LSN_NOTE_Y, y, NULL));
  lsn_map_commit (desk->map);
  desk_wait_crisp (desk);
  return note;
}

static void
test_marks (void)
{
  const guint32 selected = 0x1c70d9, found = 0xb84500;
  Table         table = table_new ();
  LsnRow        actor = desk_find_actor (table.desk, "Actor 0");
  LsnFound      hit = { LSN_TABLE_ACTORS, desk_find_actor (table.desk, "Actor 14"), LSN_ACTOR_NAME, LSN_NO_ROW };
  g_autoptr (GArray) hits = g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (LsnFound)), &hit, 1);

  g_assert_cmpuint (count_colour (&table, -2000, -1000, selected), ==, 0);
  g_assert_cmpuint (count_colour (&table, 2000, 1000, found), ==, 0);
  lsn_selection_select (table.desk->selection, LSN_TABLE_ACTORS, actor);
  lsn_minimap_set_found (table.minimap, hits);
  desk_settle (table.desk);
  desk_look (table.desk, "minimap-marks");
  g_assert_cmpuint (count_colour (&table, -2000, -1000, selected), >, 8);
  g_assert_cmpuint (count_colour (&table, 2000, 1000, found), >, 8);

  /* A note that says what is looked for, where it is */
  hit = (LsnFound) { LSN_TABLE_NOTES, add_note (table.desk, -1500, 500), LSN_NOTE_TEXT, LSN_NO_ROW };
  g_array_append_val (hits, hit);
  lsn_minimap_set_found (table.minimap, hits);
  desk_settle (table.desk);
  desk_look (table.desk, "minimap-note");
  g_assert_cmpuint (count_colour (&table, -1500, 500, found), >, 8);

  lsn_selection_clear (table.desk->selection);
  lsn_minimap_set_found (table.minimap, NULL);
  desk_settle (table.desk);
  g_assert_cmpuint (count_colour (&table, -2000, -1000, selected), ==, 0);
  g_assert_cmpuint (count_colour (&table, 2000, 1000, found), ==, 0);
  desk_free (table.desk);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/minimap/seen-when-needed", test_seen_when_needed);
  g_test_add_func ("/minimap/drag-frame", test_drag_frame);
  g_test_add_func ("/minimap/click-and-wheel", test_click_and_wheel);
  g_test_add_func ("/minimap/keys", test_keys);
  g_test_add_func ("/minimap/marks", test_marks);
  return g_test_run ();
}
