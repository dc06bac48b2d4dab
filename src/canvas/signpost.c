/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/signpost.h"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "model/kinds.h"
#include "scene/swatch.h"

#define ARROW      12 /* pixels */
#define MARK       16
#define MOST_NAME  112 /* pixels of a name that are shown */
#define ANGLE_STEP 15 /* degrees: so that an arrow is seldom drawn anew while the view moves */

/* ---- arrow ---- */

#define LSN_TYPE_SIGNPOST_ARROW (lsn_signpost_arrow_get_type ())
G_DECLARE_FINAL_TYPE (LsnSignpostArrow, lsn_signpost_arrow, LSN, SIGNPOST_ARROW, GtkWidget)

struct _LsnSignpostArrow
{
  GtkWidget parent_instance;

  int       degrees; /* clockwise from the right */
};

G_DEFINE_FINAL_TYPE (LsnSignpostArrow, lsn_signpost_arrow, GTK_TYPE_WIDGET)

static void
measure_square (int  size,
                int *minimum,
                int *natural)
{
  *minimum = *natural = size;
}

static void
lsn_signpost_arrow_measure (GtkWidget     *widget,
                            GtkOrientation orientation,
                            int            for_size,
                            int           *minimum,
                            int           *natural,
                            int           *minimum_baseline,
                            int           *natural_baseline)
{
  measure_square (ARROW, minimum, natural);
}

static void
lsn_signpost_arrow_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  GdkRGBA  colour;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, ARROW, ARROW));

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_translate (cr, ARROW / 2.0, ARROW / 2.0);
  cairo_rotate (cr, LSN_SIGNPOST_ARROW (widget)->degrees * G_PI / 180);
  /* Longer than wide, with a notch: a triangle of equal sides would point in three directions. */
  cairo_move_to (cr, ARROW * 0.5, 0);
  cairo_line_to (cr, -ARROW * 0.45, -ARROW * 0.36);
  cairo_line_to (cr, -ARROW * 0.2, 0);
  cairo_line_to (cr, -ARROW * 0.45, ARROW * 0.36);
  cairo_close_path (cr);
  cairo_fill (cr);
  cairo_destroy (cr);
}

static void
lsn_signpost_arrow_class_init (LsnSignpostArrowClass *klass)
{
  GTK_WIDGET_CLASS (klass)->measure = lsn_signpost_arrow_measure;
  GTK_WIDGET_CLASS (klass)->snapshot = lsn_signpost_arrow_snapshot;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
lsn_signpost_arrow_init (LsnSignpostArrow *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/* ---- mark of a kind ---- */

#define LSN_TYPE_SIGNPOST_MARK (lsn_signpost_mark_get_type ())
G_DECLARE_FINAL_TYPE (LsnSignpostMark, lsn_signpost_mark, LSN, SIGNPOST_MARK, GtkWidget)

struct _LsnSignpostMark
{
  GtkWidget parent_instance;

  LsnMap   *map;
  LsnRow    kind;
};

G_DEFINE_FINAL_TYPE (LsnSignpostMark, lsn_signpost_mark, GTK_TYPE_WIDGET)

static void
lsn_signpost_mark_measure (GtkWidget     *widget,
                           GtkOrientation orientation,
                           int            for_size,
                           int           *minimum,
                           int           *natural,
                           int           *minimum_baseline,
                           int           *natural_baseline)
{
  measure_square (MARK, minimum, natural);
}

static void
lsn_signpost_mark_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  LsnSignpostMark *self = LSN_SIGNPOST_MARK (widget);
  cairo_t         *cr;

  if (self->map == NULL || !lsn_map_has_row (self->map, LSN_TABLE_KINDS, self->kind))
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, MARK, MARK));
  lsn_swatch_paint (self->map, self->kind, cr, MARK, MARK);
  cairo_destroy (cr);
}

static void
lsn_signpost_mark_dispose (GObject *object)
{
  g_clear_object (&LSN_SIGNPOST_MARK (object)->map);
  G_OBJECT_CLASS (lsn_signpost_mark_parent_class)->dispose (object);
}

static void
lsn_signpost_mark_class_init (LsnSignpostMarkClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lsn_signpost_mark_dispose;
  GTK_WIDGET_CLASS (klass)->measure = lsn_signpost_mark_measure;
  GTK_WIDGET_CLASS (klass)->snapshot = lsn_signpost_mark_snapshot;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
lsn_signpost_mark_init (LsnSignpostMark *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/* ---- the sign ---- */

struct _LsnSignpost
{
  GtkButton         parent_instance;

  GtkBox           *box;
  LsnSignpostArrow *arrow;
  LsnSignpostMark  *mark;
  GtkLabel         *name;
};

G_DEFINE_FINAL_TYPE (LsnSignpost, lsn_signpost, GTK_TYPE_BUTTON)

static void
lsn_signpost_class_init (LsnSignpostClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "signpost");
}

static void
lsn_signpost_init (LsnSignpost *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);

  self->box = GTK_BOX (box);
  self->arrow = g_object_new (LSN_TYPE_SIGNPOST_ARROW, NULL);
  self->mark = g_object_new (LSN_TYPE_SIGNPOST_MARK, NULL);
  self->name = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->name, PANGO_ELLIPSIZE_END);
  /* The arrow stands at the border, in every language. */
  gtk_widget_set_direction (box, GTK_TEXT_DIR_LTR);
  gtk_box_append (self->box, GTK_WIDGET (self->arrow));
  gtk_box_append (self->box, GTK_WIDGET (self->mark));
  gtk_box_append (self->box, GTK_WIDGET (self->name));
  gtk_button_set_child (GTK_BUTTON (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "osd-panel");
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_widget_set_focus_on_click (GTK_WIDGET (self), FALSE);
}

/**
 * lsn_signpost_new:
 *
 * Returns: (transfer floating): a sign for nothing yet
 */
GtkWidget *
lsn_signpost_new (void)
{
  return g_object_new (LSN_TYPE_SIGNPOST, NULL);
}

static void
set_words (LsnSignpost *self,
           const char  *shown,
           const char  *said)
{
  if (g_strcmp0 (gtk_label_get_text (self->name), shown) != 0)
    gtk_label_set_text (self->name, shown);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), said);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
}

/**
 * lsn_signpost_set_actor:
 * @map: where it is a row
 * @actor: who is out of sight
 */
void
lsn_signpost_set_actor (LsnSignpost *self,
                        LsnMap      *map,
                        LsnRow       actor)
{
  g_autofree char *name = NULL;
  g_autofree char *said = NULL;

  g_return_if_fail (LSN_IS_SIGNPOST (self));

  name = lsn_actor_display_name (map, actor);
  /* Translators: a sign at the border of the map for an actor that is out of sight; %s is its name */
  said = g_strdup_printf (_("Go to %s"), name);
  g_set_object (&self->mark->map, map);
  self->mark->kind = lsn_map_get_reference (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_KIND);
  gtk_widget_queue_draw (GTK_WIDGET (self->mark));
  gtk_widget_set_visible (GTK_WIDGET (self->mark), self->mark->kind != LSN_NO_ROW);
  set_words (self, name, said);
}

/**
 * lsn_signpost_forget:
 *
 * Lets go of the map.
 */
void
lsn_signpost_forget (LsnSignpost *self)
{
  g_return_if_fail (LSN_IS_SIGNPOST (self));

  g_clear_object (&self->mark->map);
}

/**
 * lsn_signpost_set_count:
 * @n: how many actors it stands for
 */
void
lsn_signpost_set_count (LsnSignpost *self,
                        guint        n)
{
  g_autofree char *shown = NULL;
  g_autofree char *said = NULL;

  g_return_if_fail (LSN_IS_SIGNPOST (self));

  /* Translators: a sign at the border of the map for so many actors that are out of sight */
  shown = g_strdup_printf (_("+%u"), n);
  said = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u tied actor out of sight", "%u tied actors out of sight", n), n);
  gtk_widget_set_visible (GTK_WIDGET (self->mark), FALSE);
  set_words (self, shown, said);
}

/**
 * lsn_signpost_measure:
 * @self: a sign without words, seen
 * @words: what one like it would say
 *
 * Returns: how wide that would be, in pixels; long words are cut
 */
int
lsn_signpost_measure (LsnSignpost *self,
                      const char  *words)
{
  g_autoptr (PangoLayout) layout = NULL;
  int empty, width;

  g_return_val_if_fail (LSN_IS_SIGNPOST (self), 0);

  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self->name), words);
  pango_layout_get_pixel_size (layout, &width, NULL);
  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_HORIZONTAL, -1, &empty, NULL, NULL, NULL);
  return empty + MIN (width + 1, MOST_NAME);
}

/**
 * lsn_signpost_point:
 * @side: of the view that it stands at
 * @angle: where its arrow points, in radians clockwise from the right
 */
void
lsn_signpost_point (LsnSignpost *self,
                    LsnSide      side,
                    double       angle)
{
  int        degrees = (int) round (angle * 180 / G_PI / ANGLE_STEP) * ANGLE_STEP;
  gboolean   is_last = side == LSN_SIDE_RIGHT;
  GtkWidget *arrow;

  g_return_if_fail (LSN_IS_SIGNPOST (self));

  arrow = GTK_WIDGET (self->arrow);
  if (is_last != (gtk_widget_get_next_sibling (arrow) == NULL))
    gtk_box_reorder_child_after (self->box, arrow, is_last ? GTK_WIDGET (self->name) : NULL);
  if (degrees == self->arrow->degrees)
    return;
  self->arrow->degrees = degrees;
  gtk_widget_queue_draw (arrow);
}
