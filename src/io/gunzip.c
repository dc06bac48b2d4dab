/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"
#include "io/gunzip.h"

#include <glib/gi18n-lib.h>

#include "io/files.h"

/* GLib's decompressor ends with the first member. Here it is begun anew for each, until the file ends or goes on otherwise. */

/* Maps become 5 to 60 times as large, nothing but equal lines 300 times. A bomb becomes 1,000 times as large and is known
 * as one long before it has come to the most that is read. */
#define MOST_TIMES 400u
#define HARMLESS (G_GUINT64_CONSTANT (64) * 1024 * 1024)

struct _LsnGunzip
{
  GObject     parent_instance;
  GConverter *member;
  guint64     n_in, n_out;
  gboolean    between;   /* a member has ended, and what follows it has not been looked at */
};

static void lsn_gunzip_converter_init (GConverterIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LsnGunzip, lsn_gunzip, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_CONVERTER, lsn_gunzip_converter_init))

/* What comes after a member: nothing, zeros that some writers fill a block with, or the next member. */
static GConverterResult
look_between (LsnGunzip      *self,
              const guint8   *bytes,
              gsize           length,
              GConverterFlags flags,
              gsize          *n_read,
              GError        **error)
{
  gboolean at_end = (flags & G_CONVERTER_INPUT_AT_END) != 0;
  gsize n = 0;

  while (n < length && bytes[n] == 0)
    n++;
  *n_read = n;
  if (n == length && at_end)
    return G_CONVERTER_FINISHED;
  if (n > 0)
    return G_CONVERTER_CONVERTED;
  if (length < 2 && !at_end)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT, "a member or the end must follow");
      return G_CONVERTER_ERROR;
    }
  if (length >= 2 && bytes[0] == 0x1f && bytes[1] == 0x8b)
    {
      self->between = FALSE;
      return G_CONVERTER_CONVERTED;
    }
  g_set_error_literal (error, LSN_IO_ERROR, LSN_IO_ERROR_FORMAT,
                       _("The file is damaged: something that is not compressed follows the compressed data (gzip)."));
  return G_CONVERTER_ERROR;
}

static void
say_in_our_words (GError        **error,
                  GConverterFlags flags)
{
  const char *words;

  if (g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT) && (flags & G_CONVERTER_INPUT_AT_END) != 0)
    words = _("The file is damaged: the end of the compressed data (gzip) is missing.");
  else if (g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
    words = _("The file is damaged: the compressed data (gzip) do not fit together.");
  else
    return;
  g_clear_error (error);
  g_set_error_literal (error, LSN_IO_ERROR, LSN_IO_ERROR_FORMAT, words);
}

static gboolean
is_bomb (LsnGunzip *self)
{
  return self->n_out > HARMLESS && self->n_out / MOST_TIMES > self->n_in;
}

static GConverterResult
lsn_gunzip_convert (GConverter     *converter,
                    const void     *bytes,
                    gsize           length,
                    void           *space,
                    gsize           size,
                    GConverterFlags flags,
                    gsize          *n_read,
                    gsize          *n_written,
                    GError        **error)
{
  LsnGunzip *self = LSN_GUNZIP (converter);
  GError *reason = NULL;
  GConverterResult result;

  if (self->between)
    {
      result = look_between (self, bytes, length, flags, n_read, error);
      *n_written = 0;
      if (self->between || *n_read > 0)
        return result;
    }
  result = g_converter_convert (self->member, bytes, length, space, size, flags, n_read, n_written, &reason);
  if (result != G_CONVERTER_ERROR)
    {
      self->n_in += *n_read;
      self->n_out += *n_written;
    }
  if (result != G_CONVERTER_ERROR && is_bomb (self))
    {
      g_set_error (error, LSN_IO_ERROR, LSN_IO_ERROR_LIMIT,
                   /* Translators: %u is a number */
                   _("The file is no map: decompressed (gzip) it is more than %u times as large."), MOST_TIMES);
      return G_CONVERTER_ERROR;
    }
  if (result == G_CONVERTER_FINISHED)
    {
      g_converter_reset (self->member);
      self->between = TRUE;
      return G_CONVERTER_CONVERTED;
    }
  if (result == G_CONVERTER_ERROR)
    {
      say_in_our_words (&reason, flags);
      g_propagate_error (error, reason);
    }
  return result;
}

static void
lsn_gunzip_reset (GConverter *converter)
{
  LsnGunzip *self = LSN_GUNZIP (converter);

  g_converter_reset (self->member);
  self->between = FALSE;
  self->n_in = self->n_out = 0;
}

static void
lsn_gunzip_converter_init (GConverterIface *iface)
{
  iface->convert = lsn_gunzip_convert;
  iface->reset = lsn_gunzip_reset;
}

static void
lsn_gunzip_finalize (GObject *object)
{
  g_object_unref (LSN_GUNZIP (object)->member);
  G_OBJECT_CLASS (lsn_gunzip_parent_class)->finalize (object);
}

static void
lsn_gunzip_class_init (LsnGunzipClass *class)
{
  G_OBJECT_CLASS (class)->finalize = lsn_gunzip_finalize;
}

static void
lsn_gunzip_init (LsnGunzip *self)
{
  self->member = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
}

/**
 * lsn_gunzip_new:
 *
 * Returns: (transfer full): for a stream that begins with gzip
 */
GConverter *
lsn_gunzip_new (void)
{
  return g_object_new (LSN_TYPE_GUNZIP, NULL);
}
