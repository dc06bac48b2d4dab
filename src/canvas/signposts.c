/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/signposts.h"

#include <math.h>

#include "canvas/border.h"
#include "canvas/canvas-private.h"
#include "canvas/signpost.h"
#include "canvas/tie-ends.h"
#include "model/kinds.h"

#define MARGIN    6.0  /* pixels from the edge of the canvas */

typedef struct
{
  LsnSignpost *sign;
  LsnRow       actor;    /* LSN_NO_ROW when it stands for several */
  guint        n;
  guint        serial;   /* of the map that its words are from */
  GArray      *members;  /* of LsnRow: whom it stands for */
  LsnBox       box;      /* pixels */
  gboolean     is_shown;
} Post;

struct _LsnSignposts
{
  LsnCanvas *canvas;   /* borrowed: who owns this */
  GPtrArray *clear_of; /* of GtkWidget; weak */
  LsnTieEnds *ends;    /* of the scene and the selection as they were */
  GArray    *widths;   /* of double: of their signs in pixels; 0 when that is not known yet */
  gboolean   is_stale;
  guint      serial;   /* counts the scenes and selections */
  LsnSignpost *ruler;  /* NULL until something is measured */
  GArray    *away;     /* of LsnRow: the ends that are out of sight, clockwise from the top */
  GPtrArray *posts;    /* of Post */
};

static void
free_post (gpointer data)
{
  Post *post = data;

  g_array_unref (post->members);
  g_free (post);
}

/**
 * lsn_signposts_new:
 * @canvas: owns them, and is the parent of the signs
 *
 * Returns: (transfer full): none yet
 */
LsnSignposts *
lsn_signposts_new (LsnCanvas *canvas)
{
  LsnSignposts *posts = g_new0 (LsnSignposts, 1);

  posts->canvas = canvas;
  posts->clear_of = g_ptr_array_new ();
  posts->ends = lsn_tie_ends_new ();
  posts->widths = g_array_new (FALSE, TRUE, sizeof (double));
  posts->away = g_array_new (FALSE, FALSE, sizeof (LsnRow));
  posts->posts = g_ptr_array_new_with_free_func (free_post);
  return posts;
}

static void
forget_widget (gpointer posts,
               GObject *widget)
{
  g_ptr_array_remove (((LsnSignposts *) posts)->clear_of, widget);
}

/**
 * lsn_signposts_free:
 *
 * The signs themselves go with the canvas.
 */
void
lsn_signposts_free (LsnSignposts *posts)
{
  for (guint i = 0; i < posts->clear_of->len; i++)
    g_object_weak_unref (g_ptr_array_index (posts->clear_of, i), forget_widget, posts);
  g_ptr_array_unref (posts->clear_of);
  lsn_tie_ends_free (posts->ends);
  g_array_unref (posts->widths);
  g_array_unref (posts->away);
  g_ptr_array_unref (posts->posts);
  g_free (posts);
}

/**
 * lsn_signposts_keep_clear:
 * @widget: lies over the canvas: no sign stands where it is seen
 */
void
lsn_signposts_keep_clear (LsnSignposts *posts,
                          GtkWidget    *widget)
{
  g_ptr_array_add (posts->clear_of, widget);
  g_object_weak_ref (G_OBJECT (widget), forget_widget, posts);
}

static void
hide_all (LsnSignposts *posts)
{
  for (guint i = 0; i < posts->posts->len; i++)
    ((Post *) g_ptr_array_index (posts->posts, i))->is_shown = FALSE;
}

static void
forget_ends (LsnSignposts *posts)
{
  lsn_tie_ends_clear (posts->ends);
  g_array_set_size (posts->widths, 0);
  g_array_set_size (posts->away, 0);
  hide_all (posts);
}

/**
 * lsn_signposts_clear:
 *
 * Forgets the map.
 */
void
lsn_signposts_clear (LsnSignposts *posts)
{
  forget_ends (posts);
  for (guint i = 0; i < posts->posts->len; i++)
    {
      Post *post = g_ptr_array_index (posts->posts, i);

      lsn_signpost_forget (post->sign);
      post->n = 0;
      post->actor = LSN_NO_ROW;
    }
}

/**
 * lsn_signposts_stale:
 *
 * The scene or the selection is another.
 */
void
lsn_signposts_stale (LsnSignposts *posts)
{
  posts->is_stale = TRUE;
}

/* ---- which are out of sight, and where their signs stand ---- */

static void
collect_ends (LsnSignposts *posts)
{
  LsnCanvas *canvas = posts->canvas;

  posts->is_stale = FALSE;
  posts->serial++;
  forget_ends (posts);
  if (canvas->map != NULL && canvas->scene != NULL)
    lsn_tie_ends_collect (posts->ends, canvas->map, canvas->scene, canvas->selection);
  g_array_set_size (posts->widths, lsn_tie_ends_n (posts->ends));
}

/* Nothing is told while a gesture changes what is seen, or while something else than the map is shown. */
static gboolean
may_show (LsnCanvas *canvas)
{
  return canvas->map != NULL && canvas->scene != NULL && canvas->has_fitted && canvas->animation == NULL &&
         !lsn_preview_is_seen (canvas->preview) && (canvas->tool == NULL || canvas->tool->klass->moves_view);
}

static LsnBox
view_of (LsnCanvas *canvas)
{
  int width, height;

  lsn_viewport_get_size (canvas->viewport, &width, &height);
  return (LsnBox) { MARGIN, MARGIN, MAX (width - 2 * MARGIN, 1), MAX (height - canvas->covered - 2 * MARGIN, 1) }
  ;
}

static Post *
post_for (LsnSignposts *posts,
          LsnRow        actor)
{
  Post *spare = NULL;

  for (guint i = 0; i < posts->posts->len; i++)
    {
      Post *post = g_ptr_array_index (posts->posts, i);

      if (!post->is_shown && post->actor == actor && post->n > 0)
        return post;
      if (!post->is_shown)
        spare = post;
    }
  return spare;
}

static void
on_clicked_cb (GtkButton    *button,
               LsnSignposts *posts)
{
  for (guint i = 0; i < posts->posts->len; i++)
    {
      Post *post = g_ptr_array_index (posts->posts, i);

      if (GTK_BUTTON (post->sign) != button)
        continue;
      if (post->actor != LSN_NO_ROW)
        lsn_canvas_go_to_end (posts->canvas, post->actor);
      else
        lsn_canvas_popup_ends (posts->canvas, post->members, post->box.x + post->box.width / 2,
                               post->box.y + post->box.height / 2);
      return;
    }
}

static Post *
add_post (LsnSignposts *posts)
{
  Post *post = g_new0 (Post, 1);

  post->sign = LSN_SIGNPOST (lsn_signpost_new ());
  post->members = g_array_new (FALSE, FALSE, sizeof (LsnRow));
  gtk_widget_set_parent (GTK_WIDGET (post->sign), GTK_WIDGET (posts->canvas));
  g_signal_connect (post->sign, "clicked", G_CALLBACK (on_clicked_cb), posts);
  g_ptr_array_add (posts->posts, post);
  return post;
}

static GArray *
obstacles_of (LsnSignposts *posts)
{
  GArray *obstacles = g_array_new (FALSE, FALSE, sizeof (LsnBox));

  for (guint i = 0; i < posts->clear_of->len; i++)
    {
      GtkWidget      *widget = g_ptr_array_index (posts->clear_of, i);
      graphene_rect_t bounds;
      LsnBox          box;

      if (!gtk_widget_get_mapped (widget) || !gtk_widget_compute_bounds (widget, GTK_WIDGET (posts->canvas), &bounds))
        continue;
      box = (LsnBox) { bounds.origin.x, bounds.origin.y, bounds.size.width, bounds.size.height };
      g_array_append_val (obstacles, box);
    }
  return obstacles;
}

static LsnPoint
middle_of (const LsnBox *box)
{
  return (LsnPoint) { box->x + box->width / 2, box->y + box->height / 2 };
}

/* An end that is out of sight. */
typedef struct
{
  LsnRow   actor;
  guint    end;   /* its number among the ends */
  LsnPoint at;    /* where its line leaves the view */
  LsnPoint there; /* where it is, in pixels */
} Away;

/* The number of the end that the first item of a group is, or another of its members. */
static const Away *
away_of (const LsnBorderGroup *group,
         GArray               *members,
         GArray               *aways,
         guint                 member)
{
  return &g_array_index (aways, Away, g_array_index (members, guint, group->first + member));
}

/* One that stands for several points straight out. */
static double
angle_of (const LsnBorderGroup *group,
          const Away           *away)
{
  static const double out[LSN_N_SIDES] = { G_PI, 0, -G_PI / 2, G_PI / 2 };
  LsnPoint            from = middle_of (&group->box);

  return group->n > 1 ? out[group->side] : atan2 (away->there.y - from.y, away->there.x - from.x);
}

static void
show_sign (LsnSignposts         *posts,
           const LsnBorderGroup *group,
           GArray               *members,
           GArray               *aways)
{
  const Away *first = away_of (group, members, aways, 0);
  LsnRow      actor = group->n == 1 ? first->actor : LSN_NO_ROW;
  Post       *post = post_for (posts, actor);

  if (post == NULL)
    post = add_post (posts);
  if (group->n > 1 && (post->actor != LSN_NO_ROW || post->n != group->n))
    lsn_signpost_set_count (post->sign, group->n);
  else if (group->n == 1 && (post->actor != actor || post->serial != posts->serial))
    lsn_signpost_set_actor (post->sign, posts->canvas->map, actor);
  lsn_signpost_point (post->sign, group->side, angle_of (group, first));
  g_array_set_size (post->members, 0);
  for (guint i = 0; i < group->n; i++)
    g_array_append_val (post->members, away_of (group, members, aways, i)->actor);
  post->actor = actor;
  post->n = group->n;
  post->serial = posts->serial;
  post->box = group->box;
  post->is_shown = TRUE;
}

static int
compare_clockwise (gconstpointer a,
                   gconstpointer b,
                   gpointer      view)
{
  LsnPoint    middle = middle_of (view);
  const Away *v = a, *w = b;
  double      x = atan2 (middle.x - v->at.x, v->at.y - middle.y), y = atan2 (middle.x - w->at.x, w->at.y - middle.y);

  return x < y ? -1 : x > y;
}

/* The ends that are out of sight, clockwise from the top. */
static GArray *
find_aways (LsnSignposts *posts,
            LsnBox       *view)
{
  GArray *aways = g_array_new (FALSE, FALSE, sizeof (Away));

  for (guint i = 0; i < lsn_tie_ends_n (posts->ends); i++)
    {
      Away away = { lsn_tie_ends_actor (posts->ends, i), i };

      if (lsn_map_has_row (posts->canvas->map, LSN_TABLE_ACTORS, away.actor) &&
          lsn_tie_ends_leaves (posts->ends, i, posts->canvas->viewport, view, &away.at, &away.there))
        g_array_append_val (aways, away);
    }
  g_array_sort_with_data (aways, compare_clockwise, view);
  return aways;
}

static double
width_of (LsnSignposts *posts,
          const Away   *away)
{
  double *width = &g_array_index (posts->widths, double, away->end);

  if (*width == 0)
    {
      g_autofree char *name = lsn_actor_display_name (posts->canvas->map, away->actor);

      *width = lsn_signpost_measure (posts->ruler, name);
    }
  return *width;
}

/* A sign that is not drawn, for measuring. */
static double
height_of (LsnSignposts *posts)
{
  int height;

  if (posts->ruler == NULL)
    {
      posts->ruler = LSN_SIGNPOST (lsn_signpost_new ());
      gtk_widget_set_parent (GTK_WIDGET (posts->ruler), GTK_WIDGET (posts->canvas));
      gtk_widget_set_child_visible (GTK_WIDGET (posts->ruler), FALSE);
    }
  gtk_widget_measure (GTK_WIDGET (posts->ruler), GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  return height;
}

static void
show_signs (LsnSignposts *posts,
            GArray       *aways,
            const LsnBox *view)
{
  double height = height_of (posts);
  g_autofree char *widest = g_strdup_printf ("+%u", aways->len);
  double joined = lsn_signpost_measure (posts->ruler, widest);
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (LsnBorderItem));
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) obstacles = obstacles_of (posts);
  g_autoptr (GArray) groups = NULL;

  for (guint i = 0; i < aways->len; i++)
    {
      const Away   *away = &g_array_index (aways, Away, i);
      LsnBorderItem item = { away->at, width_of (posts, away), height };

      g_array_append_val (items, item);
    }
  groups = lsn_border_arrange (view, (const LsnBorderItem *) (gpointer) items->data, items->len, joined,
                               (const LsnBox *) (gpointer) obstacles->data, obstacles->len, members);
  for (guint i = 0; i < groups->len; i++)
    show_sign (posts, &g_array_index (groups, LsnBorderGroup, i), members, aways);
}

/**
 * lsn_signposts_update:
 *
 * To be called before a frame is laid out. Cost: O(points of the lines of the selected actors' ties); nothing when none has
 * ties.
 */
void
lsn_signposts_update (LsnSignposts *posts)
{
  if (posts->is_stale)
    collect_ends (posts);
  hide_all (posts);
  g_array_set_size (posts->away, 0);
  if (lsn_tie_ends_n (posts->ends) > 0 && may_show (posts->canvas))
    {
      LsnBox view = view_of (posts->canvas);
      g_autoptr (GArray) aways = find_aways (posts, &view);

      for (guint i = 0; i < aways->len; i++)
        g_array_append_val (posts->away, g_array_index (aways, Away, i).actor);
      if (aways->len > 0)
        show_signs (posts, aways, &view);
    }
  for (guint i = 0; i < posts->posts->len; i++)
    {
      Post *post = g_ptr_array_index (posts->posts, i);

      gtk_widget_set_visible (GTK_WIDGET (post->sign), post->is_shown);
    }
  if (posts->posts->len > 0)
    lsn_canvas_place_children (posts->canvas);
}

/**
 * lsn_signposts_place:
 *
 * Part of the allocation of the canvas.
 */
void
lsn_signposts_place (LsnSignposts *posts)
{
  for (guint i = 0; i < posts->posts->len; i++)
    {
      Post *post = g_ptr_array_index (posts->posts, i);

      if (!gtk_widget_should_layout (GTK_WIDGET (post->sign)))
        continue;
      gtk_widget_measure (GTK_WIDGET (post->sign), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (GTK_WIDGET (post->sign),
                                &(GtkAllocation) { (int) round (post->box.x), (int) round (post->box.y),
                                                   (int) round (post->box.width), (int) round (post->box.height) }, -1);
    }
}

/**
 * lsn_signposts_snapshot:
 *
 * Part of the snapshot of the canvas.
 */
void
lsn_signposts_snapshot (LsnSignposts *posts,
                        GtkSnapshot  *snapshot)
{
  for (guint i = 0; i < posts->posts->len; i++)
    {
      Post *post = g_ptr_array_index (posts->posts, i);

      if (post->is_shown)
        gtk_widget_snapshot_child (GTK_WIDGET (posts->canvas), GTK_WIDGET (post->sign), snapshot);
    }
}

/**
 * lsn_signposts_ends:
 *
 * Returns: (transfer full) (element-type LsnRow): the actors that there are signs for now, clockwise from the top
 */
GArray *
lsn_signposts_ends (LsnSignposts *posts)
{
  lsn_signposts_update (posts);
  return g_array_copy (posts->away);
}
