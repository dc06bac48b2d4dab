/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include <pango/pangocairo.h>
#include "scene/shaper.h"

/* Shaping is the dear part of a scene, so texts outlive it, and pictures with them. Pango's objects are private to the cache
 * and used under its lock: what leaves is plain glyphs and cairo's fonts, which threads may share. */

/* More texts than this are forgotten all at once: those in use live on in their scenes. */
#define MAX_TEXTS 60000

typedef struct
{
  char   *utf8;
  LsnFont font;
  double  width;
} Key;

struct _LsnTextCache
{
  gatomicrefcount ref_count;
  GMutex          lock;
  PangoContext   *context;
  GHashTable     *texts;
  LsnImageCache  *images;  /* has a lock of its own */
};

static guint
key_hash (gconstpointer data)
{
  const Key *key = data;

  return g_str_hash (key->utf8) * 31u + (guint) key->font * 7919u + (guint) key->width;
}

static gboolean
key_equal (gconstpointer a,
           gconstpointer b)
{
  const Key *one = a, *other = b;

  return one->font == other->font && one->width == other->width && g_str_equal (one->utf8, other->utf8);
}

static void
key_free (gpointer data)
{
  Key *key = data;

  g_free (key->utf8);
  g_free (key);
}

/* One unit is one pixel; no hinting, so that a text is as wide at every zoom and in every output. */
static PangoContext *
new_context (void)
{
  g_autoptr (PangoFontMap) fonts = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);
  PangoContext *context;
  cairo_font_options_t *options = cairo_font_options_create ();

  if (fonts == NULL)
    fonts = pango_cairo_font_map_new ();
  context = pango_font_map_create_context (fonts);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string ("und"));

  return context;
}

/**
 * lsn_text_cache_new:
 *
 * Makes an empty cache of shaped texts, to be kept as long as scenes are made. Thread-safe.
 *
 * Returns: (transfer full): the cache
 */
LsnTextCache *
lsn_text_cache_new (void)
{
  LsnTextCache *cache = g_new0 (LsnTextCache, 1);

  g_atomic_ref_count_init (&cache->ref_count);
  g_mutex_init (&cache->lock);
  cache->context = new_context ();
  cache->images = lsn_image_cache_new ();
  cache->texts = g_hash_table_new_full (key_hash, key_equal, key_free, (GDestroyNotify) lsn_text_unref);

  return cache;
}

/**
 * lsn_text_cache_ref:
 * @cache: shaped texts
 *
 * Holds it once more. Any thread.
 *
 * Returns: (transfer full): @cache
 */
LsnTextCache *
lsn_text_cache_ref (LsnTextCache *cache)
{
  g_atomic_ref_count_inc (&cache->ref_count);
  return cache;
}

/**
 * lsn_text_cache_unref:
 * @cache: (transfer full): shaped texts
 *
 * Gives back one hold, and frees it with the last. Any thread.
 */
void
lsn_text_cache_unref (LsnTextCache *cache)
{
  if (!g_atomic_ref_count_dec (&cache->ref_count))
    return;

  g_hash_table_unref (cache->texts);
  lsn_image_cache_free (cache->images);
  g_object_unref (cache->context);
  g_mutex_clear (&cache->lock);
  g_free (cache);
}

/**
 * lsn_text_cache_images:
 * @cache: shaped texts
 *
 * Returns: (transfer none): the pictures that outlive scenes as the texts do
 */
LsnImageCache *
lsn_text_cache_images (LsnTextCache *cache)
{
  return cache->images;
}

/**
 * lsn_text_cache_get:
 * @cache: shaped texts
 * @utf8: what it says
 * @font: of the document
 * @width: units at which it is wrapped; 0 for never
 *
 * Shapes the text, unless it was before. Any thread.
 *
 * Returns: (transfer full): the shaped text
 */
LsnText *
lsn_text_cache_get (LsnTextCache *cache,
                    const char   *utf8,
                    LsnFont       font,
                    double        width)
{
  Key wanted = { (char *) utf8, font, width };
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&cache->lock);
  LsnText *text = g_hash_table_lookup (cache->texts, &wanted);
  Key *key;

  if (text != NULL)
    return lsn_text_ref (text);

  if (g_hash_table_size (cache->texts) >= MAX_TEXTS)
    g_hash_table_remove_all (cache->texts);

  text = lsn_text_shape (cache->context, utf8, font, width);
  key = g_new (Key, 1);
  *key = (Key) { g_strdup (utf8), font, width };
  g_hash_table_insert (cache->texts, key, text);

  return lsn_text_ref (text);
}
