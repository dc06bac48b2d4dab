/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "maps.h"
#include <math.h>
#include <string.h>
#include "model/callouts.h"
#include "model/notes.h"
#include "scene/geometry.h"
#include "scene/picture.h"
#include "scene/scene-private.h"
#undef G_DISABLE_ASSERT

static LsnRow
add_note (LsnMap     *map,
          const char *id,
          const char *shape,
          const char *text,
          LsnBox      box)
{
  LsnRow note = lsn_map_insert_row (map, LSN_TABLE_NOTES, id, NULL);

  test_set_text (map, LSN_TABLE_NOTES, note, LSN_NOTE_SHAPE, shape);
  test_set_text (map, LSN_TABLE_NOTES, note, LSN_NOTE_TEXT, text);
  test_set_number (map, LSN_TABLE_NOTES, note, LSN_NOTE_X, box.x);
  test_set_number (map, LSN_TABLE_NOTES, note, LSN_NOTE_Y, box.y);
  test_set_number (map, LSN_TABLE_NOTES, note, LSN_NOTE_WIDTH, box.width);
  test_set_number (map, LSN_TABLE_NOTES, note, LSN_NOTE_HEIGHT, box.height);
  return note;
}

static void
refer (LsnMap   *map,
       LsnRow    note,
       LsnColumn column,
       LsnRow    to)
{
  g_assert_true (lsn_map_set_reference (map, LSN_TABLE_NOTES, note, column, to, NULL));
}

static const LsnItem *
item_of (LsnScene *scene,
         LsnRow    note)
{
  const LsnItem *item = note < scene->n_notes ? lsn_scene_item (scene, scene->notes[note]) : NULL;

  g_assert_true (item == NULL || item->type == LSN_ITEM_NOTE);
  return item;
}

/* A box is as wide as it says, and as high as its words need. */
static void
text_is_wrapped_and_never_cut (void)
{
  g_autoptr (LsnMap) map = test_map_new ();
  LsnRow note = add_note (map, "n", "text", "One two three four five six seven eight nine ten eleven twelve.\n\nAnd more.",
                          (LsnBox) { 10, 20, 120, 30 });
  LsnRow roomy = add_note (map, "r", "text", "Short", (LsnBox) { 300, 0, 120, 200 });
  g_autoptr (LsnScene) scene = test_scene (map, FALSE);
  const LsnItem *item = item_of (scene, note);
  LsnBox box;

  g_assert_true (lsn_scene_note_box (scene, note, &box));
  g_assert_cmpfloat (box.x, ==, 10);
  g_assert_cmpfloat (box.y, ==, 20);
  g_assert_cmpfloat (box.width, ==, 120);
  g_assert_cmpfloat (box.height, >, 80);
  g_assert_cmpfloat (item->note.text->width, <, 120);
  g_assert_cmpfloat (item->note.text->height, <, box.height);
  g_assert_cmpuint (item->note.text->n_lines, >=, 5);
  g_assert_true (lsn_scene_note_box (scene, roomy, &box));
  g_assert_cmpfloat (box.height, ==, 200);
}

static double
gap_to (LsnBox   body,
        LsnPoint tip)
{
  LsnPoint nearest = lsn_box_nearest_border (&body, tip);

  return lsn_distance (nearest, tip);
}

static void
callout_points_to_the_rim (void)
{
  g_autoptr (LsnMap) map = test_map_new ();
  g_autoptr (LsnCallouts) callouts = NULL;
  g_autoptr (LsnScene) scene = NULL;
  g_autoptr (LsnScene) later = NULL;
  LsnRow a = test_actor (map, "a", "A", "state", 0, 0);
  LsnRow note = add_note (map, "n", "callout", "Here", (LsnBox) { 100, -20, 100, 40 });
  const LsnItem *item;
  LsnBox body;
  LsnPoint before;

  refer (map, note, LSN_NOTE_ACTOR, a);
  scene = test_scene (map, FALSE);
  item = item_of (scene, note);
  g_assert_true (item->note.has_tip);
  g_assert_true (lsn_scene_actor_body (scene, a, &body, NULL));
  g_assert_cmpfloat (item->note.tip.x, >, body.x + body.width);
  g_assert_cmpfloat (item->note.tip.x, <, body.x + body.width + 8);
  g_assert_cmpfloat_with_epsilon (item->note.tip.y, 0, 0.01);
  before = item->note.tip;

  callouts = lsn_callouts_note (map);
  test_set_number (map, LSN_TABLE_ACTORS, a, LSN_ACTOR_X, 50);
  test_set_number (map, LSN_TABLE_ACTORS, a, LSN_ACTOR_Y, -70);
  lsn_callouts_follow (map, callouts);
  later = test_scene (map, FALSE);
  item = item_of (later, note);
  g_assert_cmpfloat (item->note.box.x, ==, 150);
  g_assert_cmpfloat (item->note.box.y, ==, -90);
  g_assert_cmpfloat_with_epsilon (item->note.tip.x, before.x + 50, 0.01);
  g_assert_cmpfloat_with_epsilon (item->note.tip.y, before.y - 70, 0.01);
}

static void
callout_points_to_the_middle_of_a_tie (void)
{
  g_autoptr (LsnMap) map = test_map_new ();
  g_autoptr (LsnCallouts) callouts = NULL;
  g_autoptr (LsnScene) scene = NULL;
  LsnRow a = test_actor (map, "a", "A", "state", 0, 0), b = test_actor (map, "b", "B", "state", 400, 0);
  LsnRow tie = test_tie (map, "t", a, b, "contact");
  LsnRow note = add_note (map, "n", "callout", "A quiet line", (LsnBox) { 150, 100, 100, 40 });
  const LsnItem *item;

  refer (map, note, LSN_NOTE_TIE, tie);
  scene = test_scene (map, FALSE);
  item = item_of (scene, note);
  g_assert_true (item->note.has_tip);
  g_assert_cmpfloat_with_epsilon (item->note.tip.x, 200, 10);
  g_assert_cmpfloat (item->note.tip.y, >, 0);
  g_assert_cmpfloat (item->note.tip.y, <, 12);

  /* half as far as the one end that goes */
  callouts = lsn_callouts_note (map);
  test_set_number (map, LSN_TABLE_ACTORS, b, LSN_ACTOR_X, 500);
  lsn_callouts_follow (map, callouts);
  g_assert_cmpfloat (lsn_map_get_number (map, LSN_TABLE_NOTES, note, LSN_NOTE_X), ==, 200);
}

/* What is collapsed is pointed to as it is shown; an open container by its frame; nothing when it is gone. */
static void
callout_of_containers (void)
{
  g_autoptr (LsnMap) map = test_map_new ();
  g_autoptr (LsnScene) open = NULL;
  g_autoptr (LsnScene) closed = NULL;
  g_autoptr (LsnScene) without = NULL;
  LsnRow group = test_actor (map, "g", "Group", "state", NAN, NAN), inside = test_actor (map, "i", "Inside", "person", 0, 0);
  LsnRow about_group = add_note (map, "n1", "callout", "The group", (LsnBox) { 200, -20, 100, 40 });
  LsnRow about_inside = add_note (map, "n2", "callout", "Who is in it", (LsnBox) { 200, 60, 100, 40 });
  LsnBox body;

  test_put_in (map, inside, group);
  refer (map, about_group, LSN_NOTE_ACTOR, group);
  refer (map, about_inside, LSN_NOTE_ACTOR, inside);
  open = test_scene (map, FALSE);
  g_assert_true (lsn_scene_actor_body (open, group, &body, NULL));
  g_assert_cmpfloat (gap_to (body, item_of (open, about_group)->note.tip), <, 0.01);
  g_assert_cmpfloat (item_of (open, about_inside)->note.tip.x, <, body.x + body.width);

  test_set_flag (map, group, LSN_ACTOR_COLLAPSED);
  closed = test_scene (map, FALSE);
  g_assert_true (lsn_scene_actor_body (closed, group, &body, NULL));
  g_assert_cmpfloat (gap_to (body, item_of (closed, about_inside)->note.tip), <, 12);

  lsn_map_begin (map, "remove", NULL);
  g_assert_true (lsn_map_remove_row (map, LSN_TABLE_ACTORS, inside, NULL));
  lsn_map_commit (map);
  without = test_scene (map, FALSE);
  g_assert_nonnull (item_of (without, about_inside));
  g_assert_false (item_of (without, about_inside)->note.has_tip);
}

/* Notes without a place stand somewhere, apart; a callout beside what it speaks of. */
static void
nothing_is_lost_without_a_place (void)
{
  g_autoptr (LsnMap) map = test_map_new ();
  g_autoptr (LsnScene) scene = NULL;
  LsnRow a = test_actor (map, "a", "A", "state", 40, 60);
  LsnBox nowhere = { NAN, NAN, NAN, NAN }, one, other, near;
  LsnRow first = add_note (map, "n1", "text", "First", nowhere), second = add_note (map, "n2", "frame", "Second", nowhere);
  LsnRow third = add_note (map, "n3", NULL, "Third", nowhere);

  refer (map, third, LSN_NOTE_ACTOR, a);
  g_assert_cmpint (lsn_note_shape (map, third), ==, LSN_NOTE_SHAPE_CALLOUT);
  scene = test_scene (map, FALSE);
  g_assert_true (lsn_scene_note_box (scene, first, &one));
  g_assert_true (lsn_scene_note_box (scene, second, &other));
  g_assert_true (lsn_scene_note_box (scene, third, &near));
  g_assert_false (lsn_box_meets (&one, &other));
  g_assert_cmpfloat (one.y, >, 60);
  g_assert_true (isfinite (near.x) && hypot (near.x - 40, near.y - 60) < 200);
}

/* Names go where no note is. */
static void
names_avoid_notes (void)
{
  g_autoptr (LsnMap) map = test_map_new ();
  g_autoptr (LsnScene) before = NULL;
  g_autoptr (LsnScene) after = NULL;
  LsnRow a = test_actor (map, "a", "Alpha", "state", 0, 0);
  LsnBox usual, name, box;
  LsnRow note;

  before = test_scene (map, FALSE);
  g_assert_true (lsn_scene_name_bounds (before, a, &usual));
  note = add_note (map, "n", "text", "In the way", (LsnBox) { usual.x - 20, usual.y + 2, usual.width + 40, 60 });
  after = test_scene (map, FALSE);
  g_assert_true (lsn_scene_name_bounds (after, a, &name));
  g_assert_true (lsn_scene_note_box (after, note, &box));
  g_assert_true (lsn_box_meets (&usual, &box));
  g_assert_false (lsn_box_meets (&name, &box));
}

static void
assert_pick (LsnScene *scene,
             double    x,
             double    y,
             LsnTable  table,
             LsnRow    row,
             LsnPart   part)
{
  LsnHit hit = { 0 };

  g_assert_true (lsn_scene_pick (scene, x, y, 3, &hit));
  g_assert_cmpint (hit.table, ==, table);
  g_assert_cmpuint (hit.row, ==, row);
  g_assert_cmpint (hit.part, ==, part);
}

static void
what_answers_where (void)
{
  g_autoptr (LsnMap) map = test_map_new ();
  g_autoptr (GArray) actors = NULL, ties = NULL, notes = NULL;
  g_autoptr (LsnScene) scene = NULL;
  LsnRow a = test_actor (map, "a", "A", "state", 0, 0);
  LsnRow frame = add_note (map, "f", "frame", "Title", (LsnBox) { -100, -100, 300, 250 });
  LsnRow over = add_note (map, "o", "text", "Over the actor", (LsnBox) { -10, -10, 100, 30 });
  LsnHit hit;

  scene = test_scene (map, FALSE);
  assert_pick (scene, 5, 5, LSN_TABLE_NOTES, over, LSN_PART_BODY);
  assert_pick (scene, -15, 0, LSN_TABLE_ACTORS, a, LSN_PART_BODY);
  assert_pick (scene, -100, 20, LSN_TABLE_NOTES, frame, LSN_PART_RIM);
  assert_pick (scene, -80, -80, LSN_TABLE_NOTES, frame, LSN_PART_FRAME_TITLE);
  g_assert_false (lsn_scene_pick (scene, 150, 100, 3, &hit));
  lsn_scene_pick_box (scene, &(LsnBox) { -50, -50, 200, 120 }, &actors, &ties, &notes);
  g_assert_cmpuint (notes->len, ==, 1);
  g_assert_cmpuint (g_array_index (notes, LsnRow, 0), ==, over);
}

static void
what_is_taken (void)
{
  g_autoptr (LsnMap) map = test_map_new ();
  g_autoptr (LsnScene) scene = NULL;
  LsnRow a = test_actor (map, "a", "A", "state", 0, 0), b = test_actor (map, "b", "B", "state", 400, 0);
  LsnRow note = add_note (map, "n", "text", "Note", (LsnBox) { 150, 100, 80, 30 });
  const LsnBox on_body = { 10, 10, 5, 5 }, on_line = { 190, -10, 20, 20 }, on_note = { 220, 120, 40, 40 };
  const LsnBox in_frame = { 180, 200, 20, 20 };

  test_tie (map, "t", a, b, "contact");
  add_note (map, "f", "frame", "Frame", (LsnBox) { -100, -100, 600, 500 });
  scene = test_scene (map, FALSE);
  g_assert_true (lsn_scene_is_taken (scene, &on_body, LSN_NO_ROW, FALSE));
  g_assert_false (lsn_scene_is_taken (scene, &on_line, LSN_NO_ROW, FALSE));
  g_assert_true (lsn_scene_is_taken (scene, &on_line, LSN_NO_ROW, TRUE));
  g_assert_true (lsn_scene_is_taken (scene, &on_note, LSN_NO_ROW, FALSE));
  g_assert_false (lsn_scene_is_taken (scene, &on_note, note, TRUE));
  g_assert_false (lsn_scene_is_taken (scene, &in_frame, LSN_NO_ROW, TRUE));
}

/* Frames are behind everything, in their own order; texts over everything. */
static void
drawn_in_order (void)
{
  g_autoptr (LsnMap) map = test_map_new ();
  g_autoptr (LsnScene) scene = NULL;
  LsnRow a = test_actor (map, "a", "A", "state", 0, 0);
  LsnRow text = add_note (map, "t", "text", "Text", (LsnBox) { 0, 0, 100, 30 });
  LsnRow later = add_note (map, "f1", "frame", "Later", (LsnBox) { 0, 0, 100, 100 });
  LsnRow first = add_note (map, "f2", "frame", "First", (LsnBox) { 0, 0, 100, 100 });

  g_assert_true (lsn_map_set (map, LSN_TABLE_NOTES, later, LSN_NOTE_ORDER, lsn_value_integer (1), NULL));
  scene = test_scene (map, FALSE);
  g_assert_cmpuint (scene->notes[first], <, scene->notes[later]);
  g_assert_cmpuint (scene->notes[later], <, scene->actors[a].body);
  g_assert_cmpuint (scene->actors[a].name, <, scene->notes[text]);
}

static char *
svg_of (LsnScene *scene)
{
  LsnPicture picture = { .format = LSN_PICTURE_SVG, .margin = -1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = lsn_picture_render (scene, &picture, "Title", NULL, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
svg_has_real_text (void)
{
  g_autoptr (LsnMap) map = test_map_new ();
  g_autoptr (LsnScene) scene = NULL;
  g_autofree char *svg = NULL;

  add_note (map, "n", "text", "First line\n\nلا أحد يعرف", (LsnBox) { 0, 0, 200, 30 });
  scene = test_scene (map, FALSE);
  svg = svg_of (scene);
  g_assert_nonnull (strstr (svg, ">First line</text>"));
  g_assert_nonnull (strstr (svg, ">لا أحد يعرف</text>"));
  g_assert_nonnull (strstr (svg, "direction=\"rtl\""));
  g_assert_nonnull (strstr (svg, "id=\"note-n\""));
  g_assert_nonnull (strstr (svg, "<title>First line</title>"));
  g_assert_null (strstr (svg, "></text>"));
}

/* The page of a frame is the frame; what is not on it is not in the file. */
static void
frame_is_a_page (void)
{
  g_autoptr (LsnMap) map = test_map_new ();
  g_autoptr (LsnTextCache) cache = lsn_text_cache_new ();
  g_autoptr (LsnScene) scene = NULL;
  g_autofree char *svg = NULL;
  LsnSceneOptions options = { .legend = TRUE, .title = TRUE };
  LsnPicture picture = { .format = LSN_PICTURE_PNG, .margin = -1, .scale = 2 };
  LsnRow frame = add_note (map, "f", "frame", "The first page", (LsnBox) { -200, -100, 400, 200 });
  guint width, height;

  test_actor (map, "a", "Alpha", "state", 0, 0);
  test_actor (map, "b", "Beta", "state", 900, 0);
  add_note (map, "n", "text", "Secret", (LsnBox) { 300, 0, 100, 30 });
  options.page = frame;
  scene = lsn_scene_new (map, &options, cache);
  svg = svg_of (scene);
  g_assert_nonnull (strstr (svg, "viewBox=\"-200 -100 400 200\""));
  g_assert_nonnull (strstr (svg, "Alpha"));
  g_assert_nonnull (strstr (svg, ">The first page</text>"));
  g_assert_null (strstr (svg, "Beta"));
  g_assert_null (strstr (svg, "Secret"));
  lsn_picture_size (scene, &picture, &width, &height);
  g_assert_cmpuint (width, ==, 800);
  g_assert_cmpuint (height, ==, 400);
}

/* What speaks of somebody who is not shown is not shown either, and pale with who is pale. */
static void
filters_take_callouts_along (void)
{
  g_autoptr (LsnMap) map = test_map_new ();
  g_autoptr (LsnTextCache) cache = lsn_text_cache_new ();
  g_autoptr (LsnFilter) filter = lsn_filter_new ();
  g_autoptr (LsnScene) hiding = NULL;
  g_autoptr (LsnScene) fading = NULL;
  g_autoptr (LsnScene) only = NULL;
  LsnRow a = test_actor (map, "a", "A", "state", 0, 0), b = test_actor (map, "b", "B", "state", 300, 0);
  LsnRow about_a = add_note (map, "n1", "callout", "a", (LsnBox) { 0, 90, 60, 30 });
  LsnRow about_b = add_note (map, "n2", "callout", "b", (LsnBox) { 300, 90, 60, 30 });
  LsnRow free = add_note (map, "n3", "text", "free", (LsnBox) { 150, 90, 60, 30 });
  LsnSceneOptions options = { .filter = filter };

  refer (map, about_a, LSN_NOTE_ACTOR, a);
  refer (map, about_b, LSN_NOTE_ACTOR, b);
  lsn_filter_add (filter, lsn_condition_new (LSN_TEST_WITHIN, LSN_TABLE_ACTORS, NULL,
                                             (const char *const[]) { "a", NULL }));
  hiding = lsn_scene_new (map, &options, cache);
  g_assert_nonnull (item_of (hiding, about_a));
  g_assert_null (item_of (hiding, about_b));
  g_assert_nonnull (item_of (hiding, free));
  lsn_filter_set_faded (filter, TRUE);
  fading = lsn_scene_new (map, &options, cache);
  g_assert_false (item_of (fading, about_a)->faded);
  g_assert_true (item_of (fading, about_b)->faded);

  options = (LsnSceneOptions) { .only_actors = &a, .n_only_actors = 1 };
  only = lsn_scene_new (map, &options, cache);
  g_assert_nonnull (item_of (only, about_a));
  g_assert_null (item_of (only, about_b));
  g_assert_null (item_of (only, free));
}

/* What is drawn while something is dragged is what will be there when it is let go. */
static void
moved_as_it_will_be (void)
{
  g_autoptr (LsnMap) map = test_map_new ();
  g_autoptr (LsnTextCache) cache = lsn_text_cache_new ();
  g_autoptr (LsnCallouts) callouts = NULL;
  g_autoptr (LsnScene) moved = NULL;
  g_autoptr (LsnScene) after = NULL;
  LsnRow a = test_actor (map, "a", "A", "state", 0, 0), b = test_actor (map, "b", "B", "state", 300, 0);
  LsnRow notes[] = { add_note (map, "n1", "callout", "a", (LsnBox) { 0, 90, 60, 30 }),
                     add_note (map, "n2", "callout", "tie", (LsnBox) { 150, 90, 60, 30 }),
                     add_note (map, "n3", "text", "free", (LsnBox) { 250, 90, 60, 30 }) };
  LsnRow still = add_note (map, "n4", "text", "still", (LsnBox) { 350, 90, 60, 30 });

  refer (map, notes[0], LSN_NOTE_ACTOR, a);
  refer (map, notes[1], LSN_NOTE_TIE, test_tie (map, "t", a, b, "contact"));
  moved = lsn_scene_new_moved (map, cache, &a, 1, &notes[2], 1, 40, -20, NULL);
  g_assert_null (item_of (moved, still));

  callouts = lsn_callouts_note (map);
  test_set_number (map, LSN_TABLE_ACTORS, a, LSN_ACTOR_X, 40);
  test_set_number (map, LSN_TABLE_ACTORS, a, LSN_ACTOR_Y, -20);
  test_set_number (map, LSN_TABLE_NOTES, notes[2], LSN_NOTE_X, 290);
  test_set_number (map, LSN_TABLE_NOTES, notes[2], LSN_NOTE_Y, 70);
  lsn_callouts_follow (map, callouts);
  after = test_scene (map, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      const LsnNoteItem *one = &item_of (moved, notes[i])->note, *other = &item_of (after, notes[i])->note;

      g_assert_cmpfloat_with_epsilon (one->box.x, other->box.x, 0.01);
      g_assert_cmpfloat_with_epsilon (one->box.y, other->box.y, 0.01);
      g_assert_cmpfloat_with_epsilon (one->tip.x, other->tip.x, 0.01);
      g_assert_cmpfloat_with_epsilon (one->tip.y, other->tip.y, 0.01);
    }
}

/* A callout that is dragged without what it speaks of is there, and points to it; where that is not there, it points nowhere. */
static void
callout_moved_alone (void)
{
  g_autoptr (LsnMap) map = test_map_new ();
  g_autoptr (LsnTextCache) cache = lsn_text_cache_new ();
  g_autoptr (LsnScene) moved = NULL;
  g_autoptr (LsnScene) only = NULL;
  LsnRow a = test_actor (map, "a", "A", "state", 0, 0);
  LsnRow note = add_note (map, "n1", "callout", "a", (LsnBox) { 0, 90, 60, 30 });
  LsnSceneOptions options = { .only_notes = &note, .n_only_notes = 1 };

  refer (map, note, LSN_NOTE_ACTOR, a);
  moved = lsn_scene_new_moved (map, cache, NULL, 0, &note, 1, 200, 0, NULL);
  g_assert_nonnull (item_of (moved, note));
  g_assert_true (item_of (moved, note)->note.has_tip);
  g_assert_cmpfloat (item_of (moved, note)->note.box.x, ==, 200);
  g_assert_cmpfloat (hypot (item_of (moved, note)->note.tip.x, item_of (moved, note)->note.tip.y), <, 60);
  g_assert_false (lsn_scene_actor_body (moved, a, &(LsnBox) { 0, 0, 0, 0 }, NULL));
  only = lsn_scene_new (map, &options, cache);
  g_assert_nonnull (item_of (only, note));
  g_assert_false (item_of (only, note)->note.has_tip);
  g_assert_false (lsn_scene_actor_body (only, a, &(LsnBox) { 0, 0, 0, 0 }, NULL));
}

static void
shared_with_the_scene_before (void)
{
  g_autoptr (LsnMap) map = test_map_new ();
  g_autoptr (LsnTextCache) cache = lsn_text_cache_new ();
  g_autoptr (LsnScene) before = NULL;
  g_autoptr (LsnScene) after = NULL;
  LsnSceneOptions options = { NULL };
  LsnRow same = add_note (map, "n1", "text", "Same", (LsnBox) { 0, 0, 60, 30 });
  LsnRow other = add_note (map, "n2", "text", "Other", (LsnBox) { 100, 0, 60, 30 });

  before = lsn_scene_new (map, NULL, cache);
  test_set_text (map, LSN_TABLE_NOTES, other, LSN_NOTE_TEXT, "Changed");
  options.previous = before;
  after = lsn_scene_new (map, &options, cache);
  g_assert_true (item_of (before, same) == item_of (after, same));
  g_assert_false (item_of (before, other) == item_of (after, other));
}

/* A word that is longer than any is broken also where it would not have to be, and takes no room for that. */
static void
endless_words_are_broken (void)
{
  g_autoptr (LsnTextCache) cache = lsn_text_cache_new ();
  g_autofree char *thousand = g_strnfill (1000, 'x');
  g_autofree char *more = g_strnfill (1500, 'x');
  g_autoptr (LsnText) part = lsn_text_cache_get (cache, thousand, LSN_FONT_NOTE, 0);
  g_autoptr (LsnText) whole = lsn_text_cache_get (cache, more, LSN_FONT_NOTE, 0);
  g_autoptr (LsnText) wrapped = lsn_text_cache_get (cache, more, LSN_FONT_NOTE, 1.2 * part->width);

  g_assert_cmpuint (part->n_lines, ==, 1);
  g_assert_cmpuint (whole->n_lines, ==, 1);
  g_assert_cmpfloat_with_epsilon (whole->width, 1.5 * part->width, 1.0);
  g_assert_cmpuint (wrapped->n_lines, ==, 2);
  g_assert_cmpfloat_with_epsilon (wrapped->lines[0].width, part->width, 1.0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/notes/text", text_is_wrapped_and_never_cut);
  g_test_add_func ("/scene/notes/endless-words", endless_words_are_broken);
  g_test_add_func ("/scene/notes/callout-of-actor", callout_points_to_the_rim);
  g_test_add_func ("/scene/notes/callout-of-tie", callout_points_to_the_middle_of_a_tie);
  g_test_add_func ("/scene/notes/callout-of-container", callout_of_containers);
  g_test_add_func ("/scene/notes/no-place", nothing_is_lost_without_a_place);
  g_test_add_func ("/scene/notes/names", names_avoid_notes);
  g_test_add_func ("/scene/notes/pick", what_answers_where);
  g_test_add_func ("/scene/notes/taken", what_is_taken);
  g_test_add_func ("/scene/notes/order", drawn_in_order);
  g_test_add_func ("/scene/notes/svg", svg_has_real_text);
  g_test_add_func ("/scene/notes/page", frame_is_a_page);
  g_test_add_func ("/scene/notes/filter", filters_take_callouts_along);
  g_test_add_func ("/scene/notes/moved", moved_as_it_will_be);
  g_test_add_func ("/scene/notes/moved-alone", callout_moved_alone);
  g_test_add_func ("/scene/notes/shared", shared_with_the_scene_before);

  return g_test_run ();
}
