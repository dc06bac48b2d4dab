/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/thumbnail.h"

#include "app/application.h"
#include "scene/image.h"
#include "scene/text.h"

struct _LsnThumbnail
{
  GtkWidget   parent_instance;

  int         size;     /* pixels */
  LsnImage   *image;    /* NULL for none */
  GdkTexture *texture;
};

G_DEFINE_FINAL_TYPE (LsnThumbnail, lsn_thumbnail, GTK_TYPE_WIDGET)

static void
lsn_thumbnail_measure (GtkWidget     *widget,
                       GtkOrientation orientation,
                       int            for_size,
                       int           *minimum,
                       int           *natural,
                       int           *minimum_baseline,
                       int           *natural_baseline)
{
  *minimum = *natural = LSN_THUMBNAIL (widget)->size;
  *minimum_baseline = *natural_baseline = -1;
}

/* On white, as on the map; the middle of what is not square. */
static void
lsn_thumbnail_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  LsnThumbnail *self = LSN_THUMBNAIL (widget);
  float width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget), side = MIN (width, height), scale;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((width - side) / 2, (height - side) / 2, side, side);
  GskRoundedRect disc;
  float across, down;

  if (self->texture == NULL)
    return;

  across = gdk_texture_get_width (self->texture);
  down = gdk_texture_get_height (self->texture);
  scale = side / MIN (across, down);
  gsk_rounded_rect_init_from_rect (&disc, &bounds, side / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &disc);
  gtk_snapshot_append_color (snapshot, &(GdkRGBA) { 1, 1, 1, 1 }, &bounds);
  gtk_snapshot_append_texture (snapshot, self->texture,
                               &GRAPHENE_RECT_INIT ((width - across * scale) / 2, (height - down * scale) / 2, across * scale,
                                                    down * scale));
  gtk_snapshot_pop (snapshot);
}

static void
lsn_thumbnail_dispose (GObject *object)
{
  LsnThumbnail *self = LSN_THUMBNAIL (object);

  g_clear_pointer (&self->image, lsn_image_unref);
  g_clear_object (&self->texture);
  G_OBJECT_CLASS (lsn_thumbnail_parent_class)->dispose (object);
}

static void
lsn_thumbnail_class_init (LsnThumbnailClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = lsn_thumbnail_dispose;
  widget_class->measure = lsn_thumbnail_measure;
  widget_class->snapshot = lsn_thumbnail_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
lsn_thumbnail_init (LsnThumbnail *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * lsn_thumbnail_new:
 * @size: pixels of its sides
 *
 * Returns: (transfer floating): a view of nothing, which is not visible
 */
GtkWidget *
lsn_thumbnail_new (int size)
{
  LsnThumbnail *self = g_object_new (LSN_TYPE_THUMBNAIL, NULL);

  self->size = size;
  return GTK_WIDGET (self);
}

static GdkTexture *
texture_of (LsnImage *image,
            int       pixels)
{
  g_autoptr (LsnPixels) found = lsn_image_get_pixels (image, pixels);
  g_autoptr (GBytes) bytes = NULL;

  if (found == NULL)
    return NULL;

  bytes = g_bytes_new_with_free_func (found->data, (gsize) found->stride * (gsize) found->height,
                                      (GDestroyNotify) lsn_pixels_unref, lsn_pixels_ref (found));
  return gdk_memory_texture_new (found->width, found->height, GDK_MEMORY_DEFAULT, bytes, (gsize) found->stride);
}

/**
 * lsn_thumbnail_set_cell:
 * @text: (nullable): what the cell holds, as the map gives it; %NULL for nothing
 *
 * Shows it; nothing is not visible.
 *
 * Returns: whether there is a picture to be seen
 */
gboolean
lsn_thumbnail_set_cell (LsnThumbnail *thumbnail,
                        const char   *text)
{
  LsnTextCache *cache = lsn_application_get_text_cache (LSN_APPLICATION (g_application_get_default ()));
  g_autoptr (LsnImage) image = text != NULL ? lsn_image_cache_get (lsn_text_cache_images (cache), text) : NULL;

  g_return_val_if_fail (LSN_IS_THUMBNAIL (thumbnail), FALSE);

  if (image != thumbnail->image)
    {
      g_clear_object (&thumbnail->texture);
      g_clear_pointer (&thumbnail->image, lsn_image_unref);
      thumbnail->image = g_steal_pointer (&image);
      if (thumbnail->image != NULL)
        thumbnail->texture = texture_of (thumbnail->image,
                                         thumbnail->size * gtk_widget_get_scale_factor (GTK_WIDGET (thumbnail)));
      gtk_widget_queue_draw (GTK_WIDGET (thumbnail));
    }
  gtk_widget_set_visible (GTK_WIDGET (thumbnail), thumbnail->texture != NULL);
  return thumbnail->texture != NULL;
}
