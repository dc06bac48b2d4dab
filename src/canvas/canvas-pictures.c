/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/canvas-private.h"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "canvas/image-job.h"
#include "canvas/map-edits.h"

/* The pictures of actors: pasted, dropped, chosen, and taken away. */

/* Who gets a picture that is being read. */
typedef struct
{
  GWeakRef canvas;
  LsnMap  *map;
  GArray  *actors;    /* LsnRow; empty: a new one */
  gboolean is_placed; /* a new one stands exactly at the place */
  LsnPoint at;
  char    *name;      /* of a new one; NULL: it is typed */
  char    *merge_key; /* joins several; NULL for one alone */
} Giving;

static Giving *
giving_new (LsnCanvas *self,
            GArray    *actors)
{
  Giving *giving = g_new0 (Giving, 1);

  g_weak_ref_init (&giving->canvas, self);
  giving->map = g_object_ref (self->map);
  giving->actors = g_array_ref (actors);
  giving->at = lsn_canvas_place_to_paste (self);
  return giving;
}

static void
giving_free (Giving *giving)
{
  g_weak_ref_clear (&giving->canvas);
  g_object_unref (giving->map);
  g_array_unref (giving->actors);
  g_free (giving->name);
  g_free (giving->merge_key);
  g_free (giving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Giving, giving_free)

static GArray *
selected_actors (LsnCanvas *self)
{
  guint         n;
  const LsnRow *rows = lsn_selection_rows (self->selection, LSN_TABLE_ACTORS, &n);

  return g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (LsnRow)), rows, n);
}

static void
say_given (LsnCanvas    *self,
           const LsnRow *actors,
           guint         n)
{
  g_autofree char *name = lsn_actor_display_name (self->map, actors[0]);
  g_autofree char *text = NULL;

  if (n == 1)
    /* Translators: %s is the name of an actor, which is drawn with a picture from now on */
    text = g_strdup_printf (_("“%s” has a picture now"), name);
  else
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u actor has a picture now", "%u actors have a picture now", n), n);
  lsn_canvas_say (self, TRUE, text);
}

static void
give (LsnCanvas  *self,
      Giving     *giving,
      const char *uri)
{
  g_autoptr (GError) error = NULL;
  const LsnRow *actors = (const LsnRow *) (gpointer) giving->actors->data;
  guint n;

  for (guint i = giving->actors->len; i-- > 0;)
    if (!lsn_map_has_row (self->map, LSN_TABLE_ACTORS, actors[i]))
      g_array_remove_index (giving->actors, i);
  n = giving->actors->len;
  if (n > 0 && lsn_edits_set_picture (self->map, actors, n, uri, &error))
    say_given (self, actors, n);
  lsn_canvas_say_error (self, error);
}

/* A new actor, whose name is typed unless it has one from its file. */
static void
give_new (LsnCanvas  *self,
          Giving     *giving,
          const char *uri)
{
  g_autofree char *merge_key = giving->merge_key != NULL ? g_strdup (giving->merge_key) : lsn_canvas_new_merge_key (self);
  LsnPoint at = giving->at;
  LsnRow   actor;

  lsn_canvas_end_naming (self);
  if (!giving->is_placed)
    at = lsn_canvas_free_place (self, LSN_NO_ROW, at);
  lsn_map_begin (self->map, _("Add Actor"), merge_key);
  actor = lsn_edits_add_actor (self->map, at.x, at.y, LSN_NO_ROW, merge_key);
  if (actor != LSN_NO_ROW)
    lsn_edits_set_picture (self->map, &actor, 1, uri, NULL);
  if (actor != LSN_NO_ROW && giving->name != NULL)
    lsn_edits_rename (self->map, LSN_TABLE_ACTORS, actor, giving->name, NULL, NULL);
  lsn_map_commit (self->map);
  if (actor != LSN_NO_ROW && giving->name == NULL)
    lsn_canvas_name_new (self, actor, &(LsnMade) { LSN_NO_ROW, merge_key, FALSE, FALSE });
  else if (actor != LSN_NO_ROW)
    lsn_selection_select (self->selection, LSN_TABLE_ACTORS, actor);
}

static void
on_taken_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (Giving) giving = data;
  g_autoptr (LsnCanvas) self = g_weak_ref_get (&giving->canvas);
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = lsn_image_take_finish (result, &error);

  if (self == NULL || self->map != giving->map)
    return;
  if (uri != NULL && giving->actors->len > 0)
    give (self, giving, uri);
  else if (uri != NULL)
    give_new (self, giving, uri);
  lsn_canvas_say_error (self, error);
}

/* The selected actors get the picture, or else a new one. */
void
lsn_canvas_take_picture_bytes (LsnCanvas *self,
                               GBytes    *bytes)
{
  g_autoptr (GArray) actors = selected_actors (self);

  lsn_image_take_bytes_async (bytes, on_taken_cb, giving_new (self, actors));
}

static char *
name_from_file (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  char            *name = g_filename_display_name (base);
  char            *dot = strrchr (name, '.');

  if (dot != NULL && dot != name)
    *dot = '\0';
  return g_strdelimit (name, "_", ' ');
}

/**
 * lsn_canvas_take_picture_files:
 * @files: (element-type GFile): pictures
 * @at: (nullable): pixels where they were dropped; %NULL when they were pasted
 *
 * One file: the actor there, or those that are selected, get it, or else a new actor whose name is typed. Several: as many
 * new actors, named as the files.
 */
void
lsn_canvas_take_picture_files (LsnCanvas      *self,
                               GPtrArray      *files,
                               const LsnPoint *at)
{
  g_autofree char *merge_key = files->len > 1 ? lsn_canvas_new_merge_key (self) : NULL;
  g_autoptr (GArray) actors = at == NULL && files->len == 1 ? selected_actors (self)
                                                            : g_array_new (FALSE, FALSE, sizeof (LsnRow));
  LsnHit hit;

  if (at != NULL && files->len == 1 && lsn_canvas_pick (self, at->x, at->y, &hit) && hit.table == LSN_TABLE_ACTORS)
    g_array_append_val (actors, hit.row);
  for (guint i = 0; i < files->len; i++)
    {
      GFile  *file = g_ptr_array_index (files, i);
      Giving *giving = giving_new (self, actors);

      if (at != NULL)
        giving->at = lsn_viewport_to_map (self->viewport, at->x, at->y);
      giving->is_placed = at != NULL && files->len == 1;
      giving->name = files->len > 1 ? name_from_file (file) : NULL;
      giving->merge_key = g_strdup (merge_key);
      lsn_image_take_file_async (file, on_taken_cb, giving);
    }
}

/**
 * lsn_canvas_drop_pictures:
 * @files: (element-type GFile): what was dropped somewhere in the window
 * @x: pixels from the left of the canvas, which may be outside of it
 * @y: pixels from its top
 *
 * Returns: whether the files are pictures, which are taken
 */
gboolean
lsn_canvas_drop_pictures (LsnCanvas *self,
                          GSList    *files,
                          double     x,
                          double     y)
{
  g_autoptr (GPtrArray) pictures = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean is_inside = gtk_widget_contains (GTK_WIDGET (self), x, y);

  g_return_val_if_fail (LSN_IS_CANVAS (self), FALSE);

  if (self->map == NULL || files == NULL)
    return FALSE;
  for (GSList *file = files; file != NULL; file = file->next)
    {
      if (!lsn_image_is_named_so (file->data))
        return FALSE;
      g_ptr_array_add (pictures, g_object_ref (file->data));
    }
  lsn_canvas_take_picture_files (self, pictures, is_inside ? &(LsnPoint) { x, y } : NULL);
  return TRUE;
}

/* What the actions "canvas.choose-picture" and "canvas.remove-picture" do. */
void
lsn_canvas_act_on_pictures (LsnCanvas  *self,
                            const char *name,
                            GVariant   *parameter)
{
  g_autoptr (GArray) actors = selected_actors (self);
  g_autoptr (GError) error = NULL;

  if (g_str_equal (name, "canvas.choose-picture"))
    lsn_image_choose_async (GTK_WIDGET (self), on_taken_cb, giving_new (self, actors));
  else
    lsn_edits_set_picture (self->map, (const LsnRow *) (gpointer) actors->data, actors->len, NULL, &error);
  lsn_canvas_say_error (self, error);
}
