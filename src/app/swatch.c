/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/swatch.h"

#include <adwaita.h>

#include "model/kinds.h"
#include "scene/swatch.h"

#define ACTOR_WIDTH 20
#define TIE_WIDTH 48
#define HEIGHT 20

struct _LsnSwatch
{
  GtkWidget  parent_instance;

  LsnMap    *map;
  LsnRow     kind;
  gboolean   of_actor;   /* shows somebody, also where nobody knows of which kind */
  LsnColumn  column;     /* LSN_NO_COLUMN to show the kind as it is */
  char      *choice;     /* else how it would be with that */
};

G_DEFINE_FINAL_TYPE (LsnSwatch, lsn_swatch, GTK_TYPE_WIDGET)

static gboolean
is_of_tie (LsnSwatch *swatch)
{
  return swatch->map != NULL && lsn_map_has_row (swatch->map, LSN_TABLE_KINDS, swatch->kind) &&
         lsn_kind_is_of_tie (swatch->map, swatch->kind);
}

static void
lsn_swatch_measure (GtkWidget     *widget,
                    GtkOrientation orientation,
                    int            for_size,
                    int           *minimum,
                    int           *natural,
                    int           *minimum_baseline,
                    int           *natural_baseline)
{
  gboolean wide = orientation == GTK_ORIENTATION_HORIZONTAL && is_of_tie (LSN_SWATCH (widget));

  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : wide ? TIE_WIDTH : ACTOR_WIDTH;
  *minimum_baseline = *natural_baseline = -1;
}

static void
paint_paper (GtkSnapshot           *snapshot,
             const graphene_rect_t *bounds)
{
  GskRoundedRect paper;

  gsk_rounded_rect_init_from_rect (&paper, bounds, 4);
  gtk_snapshot_push_rounded_clip (snapshot, &paper);
  gtk_snapshot_append_color (snapshot, &(GdkRGBA) { 1, 1, 1, 1 }, bounds);
  gtk_snapshot_pop (snapshot);
}

static void
lsn_swatch_snapshot (GtkWidget   *widget,
                     GtkSnapshot *snapshot)
{
  LsnSwatch *swatch = LSN_SWATCH (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, width, height);
  cairo_t *cr;

  if (swatch->map == NULL || (!swatch->of_actor && !lsn_map_has_row (swatch->map, LSN_TABLE_KINDS, swatch->kind)))
    return;
  if (is_of_tie (swatch) && adw_style_manager_get_dark (adw_style_manager_get_default ()))
    paint_paper (snapshot, &bounds);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  if (is_of_tie (swatch) && gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    {
      cairo_translate (cr, width, 0);
      cairo_scale (cr, -1, 1);
    }
  lsn_swatch_paint_choice (swatch->map, swatch->kind, swatch->column, swatch->choice, cr, width, height);
  cairo_destroy (cr);
}

static void
lsn_swatch_dispose (GObject *object)
{
  g_clear_object (&LSN_SWATCH (object)->map);
  g_clear_pointer (&LSN_SWATCH (object)->choice, g_free);
  G_OBJECT_CLASS (lsn_swatch_parent_class)->dispose (object);
}

static void
lsn_swatch_class_init (LsnSwatchClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = lsn_swatch_dispose;
  widget_class->measure = lsn_swatch_measure;
  widget_class->snapshot = lsn_swatch_snapshot;
  gtk_widget_class_set_css_name (widget_class, "swatch");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
lsn_swatch_init (LsnSwatch *swatch)
{
  swatch->column = LSN_NO_COLUMN;
  gtk_widget_set_valign (GTK_WIDGET (swatch), GTK_ALIGN_CENTER);
  gtk_widget_set_can_target (GTK_WIDGET (swatch), FALSE);
}

GtkWidget *
lsn_swatch_new (LsnMap *map,
                LsnRow  kind)
{
  GtkWidget *swatch = g_object_new (LSN_TYPE_SWATCH, NULL);

  lsn_swatch_set_kind (LSN_SWATCH (swatch), map, kind);
  return swatch;
}

/**
 * lsn_swatch_set_kind:
 * @map: (nullable): where @kind is a row
 * @kind: %LSN_NO_ROW to show nothing
 */
void
lsn_swatch_set_kind (LsnSwatch *swatch,
                     LsnMap    *map,
                     LsnRow     kind)
{
  g_return_if_fail (LSN_IS_SWATCH (swatch));

  g_set_object (&swatch->map, map);
  swatch->kind = kind;
  swatch->of_actor = FALSE;
  gtk_widget_queue_resize (GTK_WIDGET (swatch));
}

/**
 * lsn_swatch_set_actor:
 * @map: where @actor is a row
 * @actor: shown by its kind; as the canvas draws it when it has none
 */
void
lsn_swatch_set_actor (LsnSwatch *swatch,
                      LsnMap    *map,
                      LsnRow     actor)
{
  LsnRow kind = lsn_map_get_reference (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_KIND);

  lsn_swatch_set_kind (swatch, map, lsn_map_has_row (map, LSN_TABLE_KINDS, kind) ? kind : LSN_NO_ROW);
  swatch->of_actor = TRUE;
}

/**
 * lsn_swatch_set_choice:
 * @column: the shape, symbol or line of the kinds
 * @choice: (nullable): a word of it
 *
 * Has the swatch show its kind as it would be with that.
 */
void
lsn_swatch_set_choice (LsnSwatch  *swatch,
                       LsnColumn   column,
                       const char *choice)
{
  g_return_if_fail (LSN_IS_SWATCH (swatch));

  swatch->column = column;
  g_free (swatch->choice);
  swatch->choice = g_strdup (choice);
  gtk_widget_queue_draw (GTK_WIDGET (swatch));
}
