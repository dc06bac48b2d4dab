/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"
#include "cli/cli.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>
#include "engine/graphviz.h"
#include "io/files.h"
#include "model/notes.h"
#include "model/views.h"
#include "scene/picture.h"

/* render: a map as a picture of the scene, or in one of Graphviz's formats */

#define LSN_NOT_GIVEN (-1)

/* What the user asked for, as typed */
typedef struct
{
  char    *format;
  int      width;
  double   scale;
  double   dpi;
  char    *background;
  char   **only;
  char    *view;
  char    *frame;
  gboolean legend;
  gboolean title;
  gboolean outlines;
} LsnRenderWish;

static void
clear_wish (LsnRenderWish *wish)
{
  g_clear_pointer (&wish->format, g_free);
  g_clear_pointer (&wish->background, g_free);
  g_clear_pointer (&wish->only, g_strfreev);
  g_clear_pointer (&wish->view, g_free);
  g_clear_pointer (&wish->frame, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LsnRenderWish, clear_wish)

/* What is to be written: a picture of ours, or Graphviz's format of that name */
typedef struct
{
  const char *graphviz;   /* NULL for a picture */
  LsnPicture  picture;
} LsnRenderTarget;

static const char *
find_graphviz_format (const char *ending)
{
  const char * const *formats = lsn_graphviz_formats ();

  for (guint i = 0; formats[i] != NULL; i++)
    if (strcmp (formats[i], ending) == 0)
      return formats[i];
  return NULL;
}

static gboolean
choose_target (LsnRenderTarget     *target,
               const LsnRenderWish *wish,
               const char          *name)
{
  const char *dot = strrchr (name, '.');
  const char *ending = dot == NULL ? NULL : dot + 1;
  g_autofree char *formats = NULL;

  if (wish->format != NULL)
    ending = wish->format;
  else if (lsn_cli_is_standard (name))
    ending = "svg";
  if (ending != NULL)
    {
      g_autofree char *pretended = g_strdup_printf ("x.%s", ending);

      if (lsn_picture_format_from_name (pretended, &target->picture.format))
        return TRUE;
      target->graphviz = find_graphviz_format (strcmp (ending, "gv") == 0 ? "dot" : ending);
      if (target->graphviz != NULL)
        return TRUE;
    }
  formats = g_strjoinv (", ", (char **) lsn_graphviz_formats ());
  /* Translators: %s is a list of names of formats */
  lsn_cli_complain (_("No such format. There are svg, png and pdf, and Graphviz’s %s."), formats);
  return FALSE;
}

static gboolean
is_colour (const char *text)
{
  if (text[0] != '#' || strlen (text) != 7)
    return FALSE;
  for (guint i = 1; i < 7; i++)
    if (!g_ascii_isxdigit (text[i]))
      return FALSE;
  return TRUE;
}

/* Options that the chosen format would ignore are refused: nobody should wonder why nothing changed. */
static gboolean
check_format (const LsnRenderWish   *wish,
              const LsnRenderTarget *target)
{
  gboolean sized = wish->width != LSN_NOT_GIVEN || wish->scale != LSN_NOT_GIVEN || wish->dpi != LSN_NOT_GIVEN;

  if (target->graphviz != NULL &&
      (sized || wish->background != NULL || wish->only != NULL || wish->view != NULL || wish->frame != NULL ||
       wish->legend || wish->title || wish->outlines))
    {
      lsn_cli_complain ("%s", _("Only --format goes with Graphviz’s formats."));
      return FALSE;
    }
  if (sized && target->picture.format != LSN_PICTURE_PNG)
    {
      lsn_cli_complain ("%s", _("Only a PNG has pixels: --width, --scale and --dpi do not go with this format."));
      return FALSE;
    }
  if (wish->frame != NULL && (wish->legend || wish->title))
    {
      lsn_cli_complain ("%s", _("A frame is drawn as it is: --legend and --title do not go with --frame."));
      return FALSE;
    }
  if (wish->outlines && target->picture.format != LSN_PICTURE_SVG)
    {
      lsn_cli_complain ("%s", _("--outlines goes with SVG only."));
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_wish (const LsnRenderWish *wish)
{
  if (wish->width != LSN_NOT_GIVEN && wish->width <= 0)
    {
      lsn_cli_complain ("%s", _("The width must be a whole number of pixels above 0."));
      return FALSE;
    }
  if ((wish->scale != LSN_NOT_GIVEN && !(wish->scale > 0 && isfinite (wish->scale))) ||
      (wish->dpi != LSN_NOT_GIVEN && !(wish->dpi > 0 && isfinite (wish->dpi))))
    {
      lsn_cli_complain ("%s", _("Scale and dots per inch must be numbers above 0."));
      return FALSE;
    }
  if (wish->width != LSN_NOT_GIVEN && wish->scale != LSN_NOT_GIVEN)
    {
      lsn_cli_complain ("%s", _("Use --width or --scale, not both."));
      return FALSE;
    }
  if (wish->background != NULL && strcmp (wish->background, "none") != 0 && !is_colour (wish->background))
    {
      /* Translators: %s is what the user typed; none is to be typed as it is */
      lsn_cli_complain (_("“%s” is no background. Write none, or a colour such as #ffffff."), wish->background);
      return FALSE;
    }
  return TRUE;
}

static void
fill_picture (LsnPicture          *picture,
              const LsnRenderWish *wish)
{
  picture->margin = -1;
  picture->width = wish->width == LSN_NOT_GIVEN ? 0 : wish->width;
  picture->scale = wish->scale == LSN_NOT_GIVEN ? 0 : wish->scale;
  picture->dpi = wish->dpi == LSN_NOT_GIVEN ? 0 : wish->dpi;
  picture->outlines = wish->outlines;
  picture->transparent = g_strcmp0 (wish->background, "none") == 0;
  picture->ground = picture->transparent ? NULL : wish->background;
}

/* The title of the map, or else the name of its file without folder and ending: what a viewer shows in its title bar. */
static char *
name_picture (LsnMap     *map,
              const char *in)
{
  const char *title = lsn_map_get_text (map, LSN_TABLE_MAP, lsn_map_the_row (map), LSN_MAP_TITLE);
  g_autofree char *base = g_path_get_basename (in);
  char *dot = strrchr (base, '.');

  if (title != NULL)
    return g_strdup (title);
  if (lsn_cli_is_standard (in))
    return g_strdup (_("Stakeholder map"));
  if (dot != NULL && dot != base)
    *dot = '\0';
  return g_filename_display_name (base);
}

static GBytes *
draw_picture (LsnCli              *cli,
              LsnMap              *snapshot,
              const LsnRenderWish *wish,
              const LsnPicture    *picture,
              GArray              *only,
              const LsnFilter     *filter,
              LsnRow               frame,
              const char          *in,
              GError             **error)
{
  g_autofree char *title = frame != LSN_NO_ROW ? lsn_note_display_name (snapshot, frame) : name_picture (snapshot, in);
  g_autoptr (LsnTextCache) cache = lsn_text_cache_new ();
  g_autoptr (LsnScene) scene = NULL;
  LsnSceneOptions options = { .filter = filter, .legend = wish->legend, .title = wish->title, .page = frame };

  if (only != NULL)
    {
      options.only_actors = (const LsnRow *) only->data;
      options.n_only_actors = only->len;
    }
  scene = lsn_scene_new (snapshot, &options, cache);
  return lsn_picture_render (scene, picture, title, cli->cancellable, error);
}

static GBytes *
draw_by_graphviz (LsnCli     *cli,
                  LsnMap     *snapshot,
                  const char *format,
                  GError    **error)
{
  g_autoptr (LsnReport) report = lsn_report_new ();
  g_autoptr (GBytes) dot = lsn_encode (snapshot, "dot", report, error);
  g_autoptr (GAsyncResult) result = NULL;

  if (dot == NULL)
    return NULL;
  lsn_graphviz_render_async (dot, format, cli->cancellable, lsn_cli_done, cli);
  result = lsn_cli_wait (cli);
  return lsn_graphviz_render_finish (result, error);
}

/* What a view shows; NULL when there is none of that name, which is said. */
static LsnFilter *
filter_of_view (LsnMap     *map,
                const char *name)
{
  LsnRow view = lsn_view_find (map, name);
  g_autoptr (GArray) views = lsn_views (map);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  if (view != LSN_NO_ROW)
    return lsn_view_filter (map, view);
  if (views->len == 0)
    {
      /* Translators: %s is what the user typed */
      lsn_cli_complain (_("There is no view “%s”: the map has no views."), name);
      return NULL;
    }
  for (guint i = 0; i < views->len; i++)
    g_ptr_array_add (names, lsn_view_display_name (map, g_array_index (views, LsnRow, i)));
  g_ptr_array_add (names, NULL);
  list = g_strjoinv (C_("list", ", "), (char **) names->pdata);
  /* Translators: %1$s is what the user typed, %2$s a list of names */
  lsn_cli_complain (_("There is no view “%1$s”. The map has these: %2$s."), name, list);
  return NULL;
}

/* The frame with that id, or, when there is one only, with that title. LSN_NO_ROW when there is none, which is said. */
static LsnRow
find_frame (LsnMap     *map,
            const char *wanted)
{
  LsnRow row = lsn_map_find_row (map, LSN_TABLE_NOTES, wanted), found = LSN_NO_ROW;
  g_autoptr (GArray) frames = lsn_notes_frames (map);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;
  guint n_found = 0;

  if (row != LSN_NO_ROW && lsn_note_shape (map, row) == LSN_NOTE_SHAPE_FRAME)
    return row;
  for (guint i = 0; i < frames->len; i++)
    {
      char *name = lsn_note_display_name (map, g_array_index (frames, LsnRow, i));

      if (strcmp (name, wanted) == 0)
        {
          found = g_array_index (frames, LsnRow, i);
          n_found++;
        }
      /* Translators: %1$s is the id of a frame, %2$s its title */
      g_ptr_array_add (names, g_strdup_printf (C_("frame", "%1$s (%2$s)"),
                                               lsn_map_row_id (map, LSN_TABLE_NOTES, g_array_index (frames, LsnRow, i)), name));
      g_free (name);
    }
  if (n_found == 1)
    return found;
  if (frames->len == 0)
    {
      /* Translators: %s is what the user typed */
      lsn_cli_complain (_("There is no frame “%s”: the map has no frames."), wanted);
      return LSN_NO_ROW;
    }
  g_ptr_array_add (names, NULL);
  list = g_strjoinv (C_("list", ", "), (char **) names->pdata);
  if (n_found > 1)
    /* Translators: %1$s is what the user typed, %2$s a list of ids and titles */
    lsn_cli_complain (_("Several frames are called “%1$s”: name one by its id. The map has these: %2$s."), wanted, list);
  else
    /* Translators: %1$s is what the user typed, %2$s a list of ids and titles */
    lsn_cli_complain (_("There is no frame “%1$s”. The map has these: %2$s."), wanted, list);
  return LSN_NO_ROW;
}

static LsnExit
render_file (LsnCli                *cli,
             const LsnRenderWish   *wish,
             const LsnRenderTarget *target,
             const char            *in,
             const char            *out)
{
  g_autoptr (LsnMap) map = NULL;
  g_autoptr (LsnMap) snapshot = NULL;
  g_autoptr (GArray) only = NULL;
  g_autoptr (LsnFilter) filter = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  LsnExit reading, writing;
  LsnRow frame = LSN_NO_ROW;

  map = lsn_cli_read (cli, in, &reading);
  if (map == NULL)
    return reading;
  if (!lsn_cli_find_only (map, wish->only, &only))
    return LSN_EXIT_USAGE;
  if (wish->view != NULL && (filter = filter_of_view (map, wish->view)) == NULL)
    return LSN_EXIT_USAGE;
  if (wish->frame != NULL && (frame = find_frame (map, wish->frame)) == LSN_NO_ROW)
    return LSN_EXIT_USAGE;
  snapshot = lsn_map_snapshot (map);
  if (target->graphviz != NULL)
    bytes = draw_by_graphviz (cli, snapshot, target->graphviz, &error);
  else
    bytes = draw_picture (cli, snapshot, wish, &target->picture, only, filter, frame, in, &error);
  if (bytes == NULL)
    {
      lsn_cli_show_error (NULL, out, error);
      return target->graphviz != NULL ? LSN_EXIT_HELPER : LSN_EXIT_OUTPUT;
    }
  writing = lsn_cli_write (cli, bytes, out);
  return writing != LSN_EXIT_DONE ? writing : reading;
}

/**
 * lsn_cli_render:
 * @cli: this run
 * @command: this command
 * @argc: how many words follow, the command's name first
 * @argv: the words
 *
 * Draws a map: SVG, PNG and PDF show the scene just as the window does; Graphviz's formats hold its looks and places.
 *
 * Returns: the exit status
 */
LsnExit
lsn_cli_render (LsnCli           *cli,
                const LsnCommand *command,
                int               argc,
                char            **argv)
{
  g_auto (LsnRenderWish) wish = { .width = LSN_NOT_GIVEN, .scale = LSN_NOT_GIVEN, .dpi = LSN_NOT_GIVEN };
  LsnRenderTarget target = { NULL };
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &wish.format,
      N_("Draw svg, png, pdf, dot, xdot or another format of Graphviz (by the ending of OUT; svg to standard output)"),
      N_("FORMAT") },
    { "width", 0, 0, G_OPTION_ARG_INT, &wish.width, N_("PNG: this wide"), N_("PIXELS") },
    { "scale", 0, 0, G_OPTION_ARG_DOUBLE, &wish.scale, N_("PNG: so many times as large (1)"), N_("FACTOR") },
    { "dpi", 0, 0, G_OPTION_ARG_DOUBLE, &wish.dpi, N_("PNG: dots per inch (96)"), N_("NUMBER") },
    { "background", 0, 0, G_OPTION_ARG_STRING, &wish.background, N_("none, or a colour such as #ffffff (paper white)"),
      N_("COLOUR") },
    { "legend", 0, 0, G_OPTION_ARG_NONE, &wish.legend, N_("Explain the kinds in use beside the map"), NULL },
    { "title", 0, 0, G_OPTION_ARG_NONE, &wish.title, N_("Put the question, author and date around the map"), NULL },
    { "only", 0, 0, G_OPTION_ARG_STRING_ARRAY, &wish.only, N_("Show only these actors and the ties among them"),
      N_("ID,…") },
    { "view", 0, 0, G_OPTION_ARG_STRING, &wish.view, N_("Show what this view of the map shows"), N_("NAME") },
    { "frame", 0, 0, G_OPTION_ARG_STRING, &wish.frame, N_("Draw what is in this frame of the map, as large as it"),
      N_("ID") },
    { "outlines", 0, 0, G_OPTION_ARG_NONE, &wish.outlines,
      N_("SVG: words as outlines, the same where fonts are missing"), NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!lsn_cli_parse (command, entries, &argc, &argv) || !check_wish (&wish) ||
      !choose_target (&target, &wish, argv[2]) || !check_format (&wish, &target))
    return LSN_EXIT_USAGE;
  fill_picture (&target.picture, &wish);
  return render_file (cli, &wish, &target, argv[1], argv[2]);
}
