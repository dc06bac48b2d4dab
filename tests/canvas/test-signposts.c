/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include "desk.h"

#include <math.h>

#include "canvas/signpost.h"

/* The signs at the border for the ends of ties that are out of sight, with real pointer and key events. */

/* A hub in the middle, an actor in sight, and three that are not, to the right, above and to the left. */
static Desk *
star_new (void)
{
  Desk  *desk = desk_new ();
  LsnRow hub = desk_add_actor (desk, "Hub", "state", 0, 0);

  desk_add_tie (desk, hub, desk_add_actor (desk, "Near", "person", 200, 100), "influence");
  desk_add_tie (desk, hub, desk_add_actor (desk, "Right", "media", 2000, 200), "influence");
  desk_add_tie (desk, desk_add_actor (desk, "Above", "state", 100, -1500), hub, "pressure");
  desk_add_tie (desk, hub, desk_add_actor (desk, "Left", "state", -3000, 0), "pressure");
  desk_add_actor (desk, "Stranger", "state", 3000, 3000);
  lsn_canvas_set_view (desk->canvas, 1, &(LsnPoint) { 0, 0 });
  desk_do (desk, "mousemove 500 600");
  desk_wait_crisp (desk);
  return desk;
}

static void
select_actor (Desk       *desk,
              const char *name)
{
  lsn_selection_select (desk->selection, LSN_TABLE_ACTORS, desk_find_actor (desk, name));
  desk_settle (desk);
}

static GPtrArray *
signs_of (Desk *desk)
{
  GPtrArray *signs = g_ptr_array_new ();

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (desk->canvas)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (LSN_IS_SIGNPOST (child) && gtk_widget_get_mapped (child))
      g_ptr_array_add (signs, child);
  return signs;
}

static GtkWidget *
sign_for (Desk       *desk,
          const char *said)
{
  g_autoptr (GPtrArray) signs = signs_of (desk);

  for (guint i = 0; i < signs->len; i++)
    if (g_strcmp0 (gtk_widget_get_tooltip_text (g_ptr_array_index (signs, i)), said) == 0)
      return g_ptr_array_index (signs, i);
  return NULL;
}

static graphene_rect_t
bounds_of (Desk      *desk,
           GtkWidget *widget)
{
  graphene_rect_t bounds;

  g_assert_nonnull (widget);
  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (desk->canvas), &bounds));
  return bounds;
}

static void
click_sign (Desk      *desk,
            GtkWidget *sign)
{
  graphene_rect_t bounds = bounds_of (desk, sign);

  desk_do (desk, "mousemove %d %d sleep 0.05 click 1", (int) (bounds.origin.x + bounds.size.width / 2),
           (int) (bounds.origin.y + bounds.size.height / 2));
}

static void
check_at (Desk       *desk,
          const char *name)
{
  LsnPoint middle;
  LsnBox   body;
  gboolean is_frame;
  double   zoom;
  LsnRow   actor = desk_find_actor (desk, name);

  g_assert_cmpuint (lsn_selection_n_rows (desk->selection, LSN_TABLE_ACTORS), ==, 1);
  g_assert_true (lsn_selection_contains (desk->selection, LSN_TABLE_ACTORS, actor));
  g_assert_true (lsn_scene_actor_body (desk->canvas->scene, actor, &body, &is_frame));
  lsn_canvas_get_view (desk->canvas, &zoom, &middle);
  g_assert_cmpfloat_with_epsilon (middle.x, body.x + body.width / 2, 1);
  g_assert_cmpfloat_with_epsilon (middle.y, body.y + body.height / 2, 1);
}

static guint
count_signs (Desk *desk)
{
  g_autoptr (GPtrArray) signs = signs_of (desk);

  return signs->len;
}

static void
test_where_lines_leave (void)
{
  Desk           *desk = star_new ();
  graphene_rect_t bounds;

  g_assert_cmpuint (count_signs (desk), ==, 0);
  select_actor (desk, "Hub");
  desk_look (desk, "signposts");
  g_assert_cmpuint (count_signs (desk), ==, 3);
  g_assert_null (sign_for (desk, "Go to Near"));

  /* The line to the right goes down by a tenth; it is level to the left. */
  bounds = bounds_of (desk, sign_for (desk, "Go to Right"));
  g_assert_cmpfloat_with_epsilon (bounds.origin.x + bounds.size.width, 994, 1);
  g_assert_cmpfloat_with_epsilon (bounds.origin.y + bounds.size.height / 2, 350 + 49.4, 2);
  bounds = bounds_of (desk, sign_for (desk, "Go to Left"));
  g_assert_cmpfloat_with_epsilon (bounds.origin.x, 6, 1);
  g_assert_cmpfloat_with_epsilon (bounds.origin.y + bounds.size.height / 2, 350, 2);
  bounds = bounds_of (desk, sign_for (desk, "Go to Above"));
  g_assert_cmpfloat_with_epsilon (bounds.origin.y, 6, 1);
  g_assert_cmpfloat_with_epsilon (bounds.origin.x + bounds.size.width / 2, 500 + 344 / 15.0, 2);

  /* When the view moves they move along; who comes into sight needs none. */
  lsn_viewport_pan (desk->canvas->viewport, 0, 60);
  desk_settle (desk);
  bounds = bounds_of (desk, sign_for (desk, "Go to Left"));
  g_assert_cmpfloat_with_epsilon (bounds.origin.y + bounds.size.height / 2, 410, 2);
  lsn_canvas_zoom_to_fit (desk->canvas);
  desk_settle (desk);
  g_assert_cmpuint (count_signs (desk), ==, 0);
  lsn_canvas_set_view (desk->canvas, 1, &(LsnPoint) { 0, 0 });
  desk_settle (desk);
  g_assert_cmpuint (count_signs (desk), ==, 3);
  lsn_selection_clear (desk->selection);
  desk_settle (desk);
  g_assert_cmpuint (count_signs (desk), ==, 0);
  desk_free (desk);
}

static void
test_click_goes_there (void)
{
  Desk    *desk = star_new ();
  guint64  revision = lsn_map_get_revision (desk->map);
  LsnPoint middle;
  double   zoom;

  select_actor (desk, "Hub");
  lsn_viewport_pan (desk->canvas->viewport, 40, -30);
  desk_settle (desk);
  click_sign (desk, sign_for (desk, "Go to Right"));
  check_at (desk, "Right");
  desk_look (desk, "signposts-there");
  /* From there the hub is out of sight. */
  g_assert_cmpuint (count_signs (desk), ==, 1);
  g_assert_nonnull (sign_for (desk, "Go to Hub"));

  desk_do (desk, "key ctrl+bracketleft");
  lsn_canvas_get_view (desk->canvas, &zoom, &middle);
  g_assert_cmpfloat_with_epsilon (middle.x, -40, 1);
  g_assert_cmpfloat_with_epsilon (middle.y, 30, 1);
  desk_do (desk, "key ctrl+bracketright");
  check_at (desk, "Right");
  g_assert_cmpuint (lsn_map_get_revision (desk->map), ==, revision);
  desk_free (desk);
}

/* Round and back again, and to where one was at first. */
static void
test_keys_go_round (void)
{
  Desk *desk = star_new ();

  select_actor (desk, "Hub");
  gtk_widget_grab_focus (GTK_WIDGET (desk->canvas));
  desk_do (desk, "key g");
  check_at (desk, "Above");
  desk_do (desk, "key g");
  check_at (desk, "Right");
  desk_do (desk, "key shift+g");
  check_at (desk, "Above");
  desk_do (desk, "key g g");
  check_at (desk, "Left");
  desk_do (desk, "key g");
  check_at (desk, "Hub");
  /* From another actor another round begins. */
  select_actor (desk, "Near");
  lsn_canvas_show_row (desk->canvas, LSN_TABLE_ACTORS, desk_find_actor (desk, "Near"));
  desk_settle (desk);
  g_clear_pointer (&desk->message, g_free);
  desk_do (desk, "key g");
  g_assert_cmpstr (desk->message, ==, "No tie of what is selected leads out of sight.");
  g_assert_true (lsn_selection_contains (desk->selection, LSN_TABLE_ACTORS, desk_find_actor (desk, "Near")));
  desk_free (desk);
}

/* A collapsed container has the ties of what is inside; open, only its own. */
static void
test_collapsed (void)
{
  Desk  *desk = star_new ();
  LsnRow hub = desk_find_actor (desk, "Hub"), wing = desk_add_actor (desk, "Wing", "state", -60, 120);

  desk_add_tie (desk, wing, desk_add_actor (desk, "Below", "person", 0, 2000), "influence");
  lsn_map_begin (desk->map, "Test", NULL);
  g_assert_true (lsn_map_set_reference (desk->map, LSN_TABLE_ACTORS, wing, LSN_ACTOR_PARENT, hub, NULL));
  g_assert_true (lsn_map_set_boolean (desk->map, LSN_TABLE_ACTORS, hub, LSN_ACTOR_COLLAPSED, TRUE, NULL));
  lsn_map_commit (desk->map);
  select_actor (desk, "Hub");
  desk_wait_crisp (desk);
  g_assert_nonnull (sign_for (desk, "Go to Below"));
  g_assert_nonnull (sign_for (desk, "Go to Right"));

  lsn_map_begin (desk->map, "Test", NULL);
  g_assert_true (lsn_map_set_boolean (desk->map, LSN_TABLE_ACTORS, hub, LSN_ACTOR_COLLAPSED, FALSE, NULL));
  lsn_map_commit (desk->map);
  desk_wait_crisp (desk);
  g_assert_null (sign_for (desk, "Go to Below"));
  g_assert_nonnull (sign_for (desk, "Go to Right"));
  select_actor (desk, "Wing");
  g_assert_nonnull (sign_for (desk, "Go to Below"));
  desk_free (desk);
}

static gboolean
overlap (const graphene_rect_t *a,
         const graphene_rect_t *b)
{
  return a->origin.x < b->origin.x + b->size.width && b->origin.x < a->origin.x + a->size.width &&
         a->origin.y < b->origin.y + b->size.height && b->origin.y < a->origin.y + a->size.height;
}

static void
check_apart (Desk *desk)
{
  g_autoptr (GPtrArray) signs = signs_of (desk);

  for (guint i = 0; i < signs->len; i++)
    for (guint j = 0; j < i; j++)
      {
        graphene_rect_t a = bounds_of (desk, g_ptr_array_index (signs, i)), b = bounds_of (desk, g_ptr_array_index (signs, j));

        g_assert_false (overlap (&a, &b));
      }
}

/* A hub of a hundred ties: many of them are one sign, whose menu lists them. */
static void
test_hub (void)
{
  Desk      *desk = star_new ();
  LsnRow     hub = desk_find_actor (desk, "Hub");
  GtkWidget *item;
  g_autoptr (GPtrArray) signs = NULL;

  for (int i = 0; i < 100; i++)
    {
      g_autofree char *name = g_strdup_printf ("Actor with number %d", i);
      double           angle = i < 60 ? i * 2 * G_PI / 60 : 0.6 + i * 0.0005;

      desk_add_tie (desk, hub, desk_add_actor (desk, name, "person", 2500 * cos (angle), 2500 * sin (angle)), "contact");
    }
  select_actor (desk, "Hub");
  desk_wait_crisp (desk);
  desk_look (desk, "signposts-hub");
  check_apart (desk);
  signs = signs_of (desk);
  g_assert_cmpuint (signs->len, >, 4);
  g_assert_cmpuint (signs->len, <, 60);
  item = NULL;
  for (guint i = 0; i < signs->len && item == NULL; i++)
    if (g_str_has_suffix (gtk_widget_get_tooltip_text (g_ptr_array_index (signs, i)), "tied actors out of sight"))
      item = g_ptr_array_index (signs, i);
  click_sign (desk, item);
  g_assert_nonnull (desk->canvas->menu);
  desk_look (desk, "signposts-menu");
  desk_do (desk, "key Down Return");
  g_assert_false (lsn_selection_contains (desk->selection, LSN_TABLE_ACTORS, hub));
  g_assert_cmpuint (lsn_selection_n_rows (desk->selection, LSN_TABLE_ACTORS), ==, 1);

  /* Everything selected tells nothing. */
  lsn_canvas_set_view (desk->canvas, 1, &(LsnPoint) { 0, 0 });
  gtk_widget_grab_focus (GTK_WIDGET (desk->canvas));
  desk_do (desk, "key ctrl+a");
  check_apart (desk);
  desk_free (desk);
}

/* What lies over the canvas is kept clear of; while an actor is dragged there are no signs. */
static void
test_out_of_the_way (void)
{
  Desk           *desk = star_new ();
  LsnCanvas      *canvas = g_object_ref (desk->canvas);
  GtkWidget      *overlay = gtk_overlay_new ();
  GtkWidget      *cover = gtk_button_new_with_label ("Cover");
  graphene_rect_t over, sign;

  gtk_window_set_child (GTK_WINDOW (desk->window), overlay);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (canvas));
  g_object_unref (canvas);
  gtk_widget_set_size_request (cover, 180, 200);
  gtk_widget_set_halign (cover, GTK_ALIGN_END);
  gtk_widget_set_valign (cover, GTK_ALIGN_CENTER);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), cover);
  lsn_canvas_keep_clear (desk->canvas, cover);
  desk_settle (desk);
  select_actor (desk, "Hub");
  desk_wait_crisp (desk);
  over = bounds_of (desk, cover);
  sign = bounds_of (desk, sign_for (desk, "Go to Right"));
  g_assert_false (overlap (&over, &sign));

  desk_do (desk, "mousemove 500 350 sleep 0.02 mousedown 1 sleep 0.02 mousemove 520 370 sleep 0.02 mousemove 540 380 sleep 0.05");
  g_assert_cmpuint (count_signs (desk), ==, 0);
  desk_do (desk, "mouseup 1");
  desk_wait_crisp (desk);
  g_assert_cmpuint (count_signs (desk), ==, 3);

  /* Who is deleted has none. */
  lsn_map_begin (desk->map, "Test", NULL);
  lsn_map_remove_row (desk->map, LSN_TABLE_ACTORS, desk_find_actor (desk, "Right"), NULL);
  lsn_map_commit (desk->map);
  desk_wait_crisp (desk);
  g_assert_cmpuint (count_signs (desk), ==, 2);
  desk_free (desk);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/signposts/where-lines-leave", test_where_lines_leave);
  g_test_add_func ("/signposts/click-goes-there", test_click_goes_there);
  g_test_add_func ("/signposts/keys-go-round", test_keys_go_round);
  g_test_add_func ("/signposts/collapsed", test_collapsed);
  g_test_add_func ("/signposts/hub", test_hub);
  g_test_add_func ("/signposts/out-of-the-way", test_out_of_the_way);
  return g_test_run ();
}
