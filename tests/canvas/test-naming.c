/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include "desk.h"

#include "model/kinds.h"

/* Names typed in place by a keyboard alone: an outline of actors, and what is offered below the name. */

static guint
n_rows (Desk    *desk,
        LsnTable table)
{
  return lsn_map_n_rows (desk->map, table);
}

static gboolean
has_tie (Desk       *desk,
         const char *source,
         const char *target)
{
  LsnRow from = desk_find_actor (desk, source), to = desk_find_actor (desk, target);

  for (LsnRow tie = lsn_map_next_row (desk->map, LSN_TABLE_TIES, LSN_NO_ROW); tie != LSN_NO_ROW;
       tie = lsn_map_next_row (desk->map, LSN_TABLE_TIES, tie))
    if (lsn_map_get_reference (desk->map, LSN_TABLE_TIES, tie, LSN_TIE_SOURCE) == from &&
        lsn_map_get_reference (desk->map, LSN_TABLE_TIES, tie, LSN_TIE_TARGET) == to)
      return TRUE;
  return FALSE;
}

static guint
n_steps (Desk *desk)
{
  return lsn_map_n_done (desk->map);
}

static const char *
name_of (Desk  *desk,
         LsnRow actor)
{
  return lsn_map_get_text (desk->map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_NAME);
}

static void
test_letters_begin (void)
{
  Desk  *desk = desk_new ();
  LsnRow first;

  /* On an empty map also the letters that are keys; each actor is one step. */
  desk_do (desk, "type --delay 15 'The palace'");
  g_assert_nonnull (desk->canvas->editor);
  desk_do (desk, "key Tab");
  g_assert_cmpuint (desk_find_actor (desk, "The palace"), !=, LSN_NO_ROW);
  desk_do (desk, "type --delay 15 Hamas");
  desk_do (desk, "key Escape");
  desk_do (desk, "key Escape");
  g_assert_cmpuint (n_rows (desk, LSN_TABLE_ACTORS), ==, 1);
  g_assert_cmpuint (n_steps (desk), ==, 1);

  desk_do (desk, "type --delay 15 reseau");
  desk_do (desk, "key shift+Tab");
  desk_do (desk, "type --delay 15 Payer");
  desk_do (desk, "key Return");
  desk_do (desk, "type --delay 15 Other");
  desk_do (desk, "key Return");
  desk_do (desk, "key Return");
  g_assert_null (desk->canvas->editor);
  g_assert_cmpuint (n_rows (desk, LSN_TABLE_ACTORS), ==, 4);
  g_assert_true (has_tie (desk, "Payer", "reseau"));
  g_assert_true (has_tie (desk, "Other", "reseau"));
  g_assert_cmpuint (n_rows (desk, LSN_TABLE_TIES), ==, 2);
  g_assert_cmpuint (n_steps (desk), ==, 4);

  /* Whoever leaves by Tab without having typed leaves nothing behind. */
  desk_do (desk, "key ctrl+Return");
  g_assert_nonnull (desk->canvas->editor);
  desk_do (desk, "key Tab");
  g_assert_null (desk->canvas->editor);
  g_assert_cmpuint (n_rows (desk, LSN_TABLE_ACTORS), ==, 4);
  g_assert_cmpuint (n_steps (desk), ==, 4);

  /* With something selected the letters are keys again, and digits always are. */
  first = desk_find_actor (desk, "The palace");
  lsn_selection_select (desk->selection, LSN_TABLE_ACTORS, first);
  desk_do (desk, "key p");
  g_assert_null (desk->canvas->editor);
  g_assert_cmpint (lsn_map_get_boolean (desk->map, LSN_TABLE_ACTORS, first, LSN_ACTOR_PINNED), ==, 1);
  desk_do (desk, "key Escape");
  desk_do (desk, "key 3");
  g_assert_null (desk->canvas->editor);
  desk_free (desk);
}

/* The new actor gives way to the one that is meant, in one step. */
static void
test_takes_existing (void)
{
  Desk  *desk = desk_new ();
  LsnRow hamas = desk_add_actor (desk, "Hamas", "armed-group", -300, -100);
  LsnRow qatar = desk_add_actor (desk, "Qatar", "state", 0, 0);
  guint  before;

  desk_add_actor (desk, "Hamburg", "state", 300, 100);
  before = n_steps (desk);
  desk_wait_crisp (desk);
  lsn_selection_select (desk->selection, LSN_TABLE_ACTORS, qatar);
  desk_do (desk, "key ctrl+Return");
  desk_do (desk, "type --delay 15 ham");
  desk_look (desk, "naming-list");
  desk_do (desk, "key Down");
  desk_look (desk, "naming-chosen");
  desk_do (desk, "key Return");
  g_assert_true (has_tie (desk, "Qatar", "Hamas"));

  /* The sibling that Enter began goes away when nothing is typed. */
  g_assert_nonnull (desk->canvas->editor);
  desk_do (desk, "key Return");
  g_assert_null (desk->canvas->editor);
  g_assert_cmpuint (n_rows (desk, LSN_TABLE_ACTORS), ==, 3);
  g_assert_cmpuint (n_rows (desk, LSN_TABLE_TIES), ==, 1);
  g_assert_cmpuint (n_steps (desk), ==, before + 1);

  /* Nothing is chosen by itself, an Escape gives up the choice first, and the other direction goes the same way. */
  lsn_selection_select (desk->selection, LSN_TABLE_ACTORS, hamas);
  desk_do (desk, "key ctrl+Return");
  desk_do (desk, "type --delay 15 Ham");
  desk_do (desk, "key Down");
  desk_do (desk, "key Escape");
  g_assert_nonnull (desk->canvas->editor);
  desk_do (desk, "key shift+Tab");
  g_assert_true (has_tie (desk, "Hamas", "Ham"));
  desk_do (desk, "type --delay 15 qat");
  desk_do (desk, "key Up");
  desk_do (desk, "key Tab");
  g_assert_true (has_tie (desk, "Qatar", "Ham"));
  desk_do (desk, "key Escape");
  g_assert_cmpuint (n_rows (desk, LSN_TABLE_ACTORS), ==, 4);
  g_assert_cmpuint (n_rows (desk, LSN_TABLE_TIES), ==, 3);

  while (lsn_map_can_undo (desk->map))
    g_assert_true (lsn_map_undo (desk->map));
  g_assert_cmpuint (n_rows (desk, LSN_TABLE_ACTORS), ==, 0);
  desk_free (desk);
}

/* An actor that has a name may keep it as another one, or get the new one as another. */
static void
test_other_names (void)
{
  Desk  *desk = desk_new ();
  LsnRow court = desk_add_actor (desk, "Royal court", "state", 0, 0);
  guint  before = n_steps (desk);

  desk_wait_crisp (desk);
  lsn_selection_select (desk->selection, LSN_TABLE_ACTORS, court);
  desk_do (desk, "key F2 ctrl+a");
  desk_do (desk, "type --delay 15 'The palace'");
  desk_look (desk, "naming-other-names");
  desk_do (desk, "key Down Down Return");
  g_assert_null (desk->canvas->editor);
  g_assert_cmpstr (name_of (desk, court), ==, "Royal court");
  g_assert_cmpuint (n_rows (desk, LSN_TABLE_ALIASES), ==, 1);

  desk_do (desk, "key F2 ctrl+a");
  desk_do (desk, "type --delay 15 'Court'");
  desk_do (desk, "key Down Return");
  g_assert_cmpstr (name_of (desk, court), ==, "Court");
  g_assert_cmpuint (n_rows (desk, LSN_TABLE_ALIASES), ==, 2);
  g_assert_cmpuint (n_steps (desk), ==, before + 2);

  /* Who is known by another name is found by it. */
  desk_do (desk, "key ctrl+Return");
  desk_do (desk, "type --delay 15 'royal'");
  desk_do (desk, "key Escape");
  g_assert_cmpuint (n_rows (desk, LSN_TABLE_ACTORS), ==, 1);
  desk_do (desk, "key Escape");
  desk_do (desk, "type --delay 15 'Royal'");
  desk_look (desk, "naming-alias");
  desk_do (desk, "key Down Return Return");
  g_assert_cmpuint (n_rows (desk, LSN_TABLE_ACTORS), ==, 1);
  desk_free (desk);
}

/* A name that needs more room than there was thought to be makes the new actor go where it has it, in the same step. */
static void
test_long_name (void)
{
  Desk  *desk = desk_new ();
  LsnRow made;
  LsnBox box, other;

  desk_add_actor (desk, "Neighbour", "state", -105, 0);
  desk_add_actor (desk, "Neighbour", "state", 105, 0);
  desk_wait_crisp (desk);
  desk_do (desk, "type --delay 15 'Committee for the return of the captives of the north'");
  desk_do (desk, "key Return Return");
  made = desk_find_actor (desk, "Committee for the return of the captives of the north");
  g_assert_cmpuint (made, !=, LSN_NO_ROW);
  g_assert_cmpuint (n_steps (desk), ==, 3);
  for (LsnRow row = lsn_map_next_row (desk->map, LSN_TABLE_ACTORS, LSN_NO_ROW); row != made;
       row = lsn_map_next_row (desk->map, LSN_TABLE_ACTORS, row))
    {
      g_assert_true (lsn_scene_row_bounds (lsn_canvas_get_scene (desk->canvas), LSN_TABLE_ACTORS, made, &box));
      g_assert_true (lsn_scene_row_bounds (lsn_canvas_get_scene (desk->canvas), LSN_TABLE_ACTORS, row, &other));
      g_assert_true (box.x >= other.x + other.width || other.x >= box.x + box.width || box.y >= other.y + other.height ||
                     other.y >= box.y + box.height);
    }
  desk_look (desk, "naming-long");
  desk_free (desk);
}

static const char *
kind_between (Desk       *desk,
              const char *source,
              const char *target)
{
  LsnRow from = desk_find_actor (desk, source), to = desk_find_actor (desk, target);

  for (LsnRow tie = lsn_map_next_tie (desk->map, from, LSN_NO_ROW); tie != LSN_NO_ROW;
       tie = lsn_map_next_tie (desk->map, from, tie))
    if (lsn_map_get_reference (desk->map, LSN_TABLE_TIES, tie, LSN_TIE_SOURCE) == from &&
        lsn_map_get_reference (desk->map, LSN_TABLE_TIES, tie, LSN_TIE_TARGET) == to)
      return lsn_map_row_id (desk->map, LSN_TABLE_KINDS,
                             lsn_map_get_reference (desk->map, LSN_TABLE_TIES, tie, LSN_TIE_KIND));
  return NULL;
}

/* Ctrl+L: by a name that is completed, by a new one, with a digit or an arrow for the kind, and on to the next. */
static void
test_connect (void)
{
  Desk  *desk = desk_new ();
  LsnRow qatar = desk_add_actor (desk, "Qatar", "state", 0, 0);
  guint  before;

  desk_add_actor (desk, "Hamas", "armed-group", -300, -100);
  before = n_steps (desk);
  desk_wait_crisp (desk);
  desk_do (desk, "key ctrl+l");
  g_assert_null (desk->canvas->asked);
  lsn_selection_select (desk->selection, LSN_TABLE_ACTORS, qatar);
  desk_do (desk, "key ctrl+l");
  g_assert_nonnull (desk->canvas->asked);
  desk_do (desk, "type --delay 15 ham");
  desk_look (desk, "connect-list");
  desk_do (desk, "key Return");
  g_assert_cmpstr (kind_between (desk, "Qatar", "Hamas"), ==, "influence");
  desk_do (desk, "type --delay 15 '2 Egypt'");
  desk_look (desk, "connect-digit");
  desk_do (desk, "key Return");
  g_assert_cmpstr (kind_between (desk, "Qatar", "Egypt"), ==, "mediation");
  desk_do (desk, "key alt+4");
  desk_do (desk, "type --delay 15 'Ham'");
  desk_do (desk, "key Up Return");
  g_assert_cmpstr (kind_between (desk, "Qatar", "Ham"), ==, "pressure");
  desk_do (desk, "type --delay 15 '<-negotiation- Isra'");
  desk_look (desk, "connect-arrow");
  desk_do (desk, "key Return");
  g_assert_cmpstr (kind_between (desk, "Isra", "Qatar"), ==, "negotiation");
  g_assert_cmpuint (n_steps (desk), ==, before + 4);
  g_assert_nonnull (desk->canvas->asked);
  desk_do (desk, "key Escape");
  g_assert_null (desk->canvas->asked);
  g_assert_true (lsn_selection_contains (desk->selection, LSN_TABLE_ACTORS, qatar));

  /* Several at once are one step. */
  lsn_selection_add (desk->selection, LSN_TABLE_ACTORS, desk_find_actor (desk, "Hamas"));
  desk_do (desk, "key ctrl+l");
  desk_do (desk, "type --delay 15 ' -alliance- Oman'");
  desk_do (desk, "key Return Escape");
  g_assert_true (kind_between (desk, "Qatar", "Oman") != NULL && kind_between (desk, "Hamas", "Oman") != NULL);
  g_assert_cmpuint (n_steps (desk), ==, before + 5);
  g_assert_cmpuint (n_rows (desk, LSN_TABLE_ACTORS), ==, 6);
  while (lsn_map_can_undo (desk->map))
    g_assert_true (lsn_map_undo (desk->map));
  g_assert_cmpuint (n_rows (desk, LSN_TABLE_ACTORS), ==, 0);
  desk_free (desk);
}

/* Who types faster than the window draws loses no key: it goes where it would have gone had they waited. */
static void
test_typing_ahead (void)
{
  Desk  *desk = desk_new ();
  LsnRow qatar = desk_add_actor (desk, "Qatar", "state", 0, 0);

  desk_wait_crisp (desk);
  lsn_selection_select (desk->selection, LSN_TABLE_ACTORS, qatar);
  desk_do_at_once (desk, "key F2 ctrl+a type --args 1 Oman key Tab type --args 1 UN key shift+Tab type --args 1 Egypt key Return "
                         "type --args 1 Iran key Return Escape");
  g_assert_cmpstr (name_of (desk, qatar), ==, "Oman");
  g_assert_true (has_tie (desk, "Oman", "UN"));
  g_assert_true (has_tie (desk, "Egypt", "UN"));
  g_assert_true (has_tie (desk, "Iran", "UN"));
  g_assert_cmpuint (n_rows (desk, LSN_TABLE_ACTORS), ==, 4);
  g_assert_null (desk->canvas->editor);

  /* What has closed hears no more. */
  lsn_selection_select (desk->selection, LSN_TABLE_ACTORS, qatar);
  desk_do_at_once (desk, "key ctrl+l type --args 1 ira key Return Escape F2 ctrl+a type --args 1 Qatar key Return");
  g_assert_true (has_tie (desk, "Qatar", "Iran"));
  desk_do_at_once (desk, "key shift+F10 Escape F2 ctrl+a type --args 1 Sudan key Return");
  g_assert_cmpstr (name_of (desk, qatar), ==, "Sudan");
  g_assert_cmpuint (n_rows (desk, LSN_TABLE_ACTORS), ==, 4);
  desk_free (desk);
}

/* Whoever is named stands above what the window covers at the foot, with the field for the name. */
static void
test_above_what_is_covered (void)
{
  enum { COVERED = 90 };
  Desk *desk = desk_new ();
  GtkWidget *canvas = GTK_WIDGET (desk->canvas);

  lsn_canvas_set_covered (desk->canvas, COVERED);
  desk_do (desk, "type --delay 15 A1");
  for (int i = 2; i < 16; i++)
    {
      graphene_rect_t box;

      desk_do (desk, i == 2 ? "key Tab type --delay 15 A%d" : "key Return type --delay 15 A%d", i);
      g_assert_nonnull (desk->canvas->editor);
      g_assert_true (gtk_widget_compute_bounds (desk->canvas->editor, canvas, &box));
      g_assert_cmpfloat (box.origin.y + box.size.height, <=, gtk_widget_get_height (canvas) - COVERED);
    }
  desk_do (desk, "key Escape");
  desk_free (desk);
}

/* A name is typed only for somebody who is there. */
static void
test_named_one_goes (void)
{
  Desk *desk = desk_new ();

  desk_do (desk, "type --delay 15 First");
  desk_do (desk, "key Return");
  g_assert_nonnull (desk->canvas->editor);
  g_assert_cmpuint (n_rows (desk, LSN_TABLE_ACTORS), ==, 2);
  g_assert_true (lsn_map_undo (desk->map));
  desk_settle (desk);
  g_assert_null (desk->canvas->editor);
  g_assert_cmpuint (n_rows (desk, LSN_TABLE_ACTORS), ==, 1);

  /* The canvas hears what is typed next. */
  desk_do (desk, "key Escape type --delay 15 Ghost");
  desk_do (desk, "key Return Escape");
  g_assert_cmpuint (desk_find_actor (desk, "Ghost"), !=, LSN_NO_ROW);

  /* Likewise a note. */
  desk_do (desk, "key Escape");
  gtk_widget_activate_action (GTK_WIDGET (desk->canvas), "canvas.new-note", NULL);
  desk_do (desk, "type --delay 15 words");
  g_assert_nonnull (desk->canvas->editor);
  g_assert_true (lsn_map_undo (desk->map));
  desk_settle (desk);
  g_assert_null (desk->canvas->editor);
  g_assert_cmpuint (n_rows (desk, LSN_TABLE_NOTES), ==, 0);
  desk_free (desk);
}

/* An undo takes back the actor whose name has not been typed, and nothing else; what was typed is kept first. */
static void
test_interrupted (void)
{
  Desk  *desk = desk_new ();
  LsnRow first;

  desk_do (desk, "type --delay 15 First");
  desk_do (desk, "key Return");
  g_assert_true (lsn_canvas_interrupt (desk->canvas));
  desk_settle (desk);
  g_assert_null (desk->canvas->editor);
  g_assert_cmpuint (n_rows (desk, LSN_TABLE_ACTORS), ==, 1);
  g_assert_cmpuint (n_steps (desk), ==, 1);
  g_assert_false (lsn_map_can_redo (desk->map));
  g_assert_false (lsn_canvas_interrupt (desk->canvas));

  desk_do (desk, "key Escape type --delay 15 Second");
  g_assert_false (lsn_canvas_interrupt (desk->canvas));
  g_assert_null (desk->canvas->editor);
  g_assert_cmpuint (desk_find_actor (desk, "Second"), !=, LSN_NO_ROW);
  g_assert_cmpuint (n_steps (desk), ==, 2);

  first = desk_find_actor (desk, "First");
  lsn_selection_select (desk->selection, LSN_TABLE_ACTORS, first);
  desk_do (desk, "key F2 ctrl+a BackSpace");
  g_assert_nonnull (desk->canvas->editor);
  g_assert_false (lsn_canvas_interrupt (desk->canvas));
  g_assert_null (desk->canvas->editor);
  g_assert_true (lsn_map_has_row (desk->map, LSN_TABLE_ACTORS, first));
  desk_free (desk);
}

/* What was given up while it was typed is nothing that could be redone. */
static void
test_nothing_to_redo (void)
{
  static const char *const actions[] = { "canvas.new-actor", "canvas.new-note", "canvas.tied-actor" };
  Desk *desk = desk_new ();

  desk_add_actor (desk, "Qatar", "state", 0, 0);
  desk_wait_crisp (desk);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      guint before = n_steps (desk);

      lsn_selection_select (desk->selection, LSN_TABLE_ACTORS, desk_find_actor (desk, "Qatar"));
      gtk_widget_activate_action (GTK_WIDGET (desk->canvas), actions[i], NULL);
      desk_do (desk, "type --delay 15 words");
      g_assert_cmpuint (n_steps (desk), ==, before + 1);
      desk_do (desk, "key Escape");
      g_assert_null (desk->canvas->editor);
      g_assert_cmpuint (lsn_map_n_steps (desk->map), ==, before);
      g_assert_cmpuint (n_rows (desk, LSN_TABLE_ACTORS), ==, 1);
      g_assert_cmpuint (n_rows (desk, LSN_TABLE_NOTES), ==, 0);
    }
  desk_free (desk);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/canvas/naming/above-what-is-covered", test_above_what_is_covered);
  g_test_add_func ("/canvas/naming/letters-begin", test_letters_begin);
  g_test_add_func ("/canvas/naming/takes-existing", test_takes_existing);
  g_test_add_func ("/canvas/naming/other-names", test_other_names);
  g_test_add_func ("/canvas/naming/long-name", test_long_name);
  g_test_add_func ("/canvas/naming/connect", test_connect);
  g_test_add_func ("/canvas/naming/typing-ahead", test_typing_ahead);
  g_test_add_func ("/canvas/naming/named-one-goes", test_named_one_goes);
  g_test_add_func ("/canvas/naming/interrupted", test_interrupted);
  g_test_add_func ("/canvas/naming/nothing-to-redo", test_nothing_to_redo);
  return g_test_run ();
}
