/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "wire/frame.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "wire/limits.h"

#define HEADER_SIZE 8
#define CHUNK (64 * 1024)

/* Bytes gather in @pending until a frame is whole. What a header announces is never allocated before it has come. */
struct _LsnFrameReader
{
  GByteArray *pending;
  gsize       begin;     /* of the first frame that is not yet taken */
  gboolean    version_seen;
};

G_DEFINE_QUARK (lsn-wire-error-quark, lsn_wire_error)

static guint32
get_u32 (const guint8 *data)
{
  guint32 value;

  memcpy (&value, data, sizeof value);
  return GUINT32_FROM_LE (value);
}

static void
put_header (guint8       header[HEADER_SIZE],
            LsnFrameKind kind,
            gsize        length)
{
  guint32 words[2] = { GUINT32_TO_LE ((guint32) kind), GUINT32_TO_LE ((guint32) length) };

  memcpy (header, words, HEADER_SIZE);
}

/**
 * lsn_frame_clear:
 * @frame: a frame, or one that is all zero
 *
 * Frees what the frame holds, not the frame.
 */
void
lsn_frame_clear (LsnWireFrame *frame)
{
  g_clear_pointer (&frame->payload, g_bytes_unref);
}

/**
 * lsn_frame_reader_new:
 *
 * A reader that is fed with bytes as they come, in pieces of any size, and gives whole frames.
 *
 * Returns: (transfer full): free it with lsn_frame_reader_free ()
 */
LsnFrameReader *
lsn_frame_reader_new (void)
{
  LsnFrameReader *reader = g_new0 (LsnFrameReader, 1);

  reader->pending = g_byte_array_new ();
  return reader;
}

/**
 * lsn_frame_reader_free:
 * @reader: (transfer full) (nullable): a reader
 *
 * Frees a reader and what it had read of a frame.
 */
void
lsn_frame_reader_free (LsnFrameReader *reader)
{
  if (reader == NULL)
    return;
  g_byte_array_unref (reader->pending);
  g_free (reader);
}

static gboolean
check_header (LsnFrameReader *reader,
              guint32         kind,
              guint32         length,
              GError        **error)
{
  if (kind < LSN_FRAME_VERSION || kind > LSN_FRAME_REFUSAL || (kind == LSN_FRAME_VERSION) == reader->version_seen)
    {
      g_set_error (error, LSN_WIRE_ERROR, LSN_WIRE_ERROR_GARBAGE, "frame of unknown kind %u", kind);
      return FALSE;
    }
  if (kind == LSN_FRAME_VERSION && length != HEADER_SIZE)
    {
      g_set_error (error, LSN_WIRE_ERROR, LSN_WIRE_ERROR_GARBAGE, "version frame of %u bytes", length);
      return FALSE;
    }
  if (length > LSN_WIRE_MAX_FRAME)
    {
      g_set_error (error, LSN_WIRE_ERROR, LSN_WIRE_ERROR_LIMIT, "frame of %u bytes", length);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_version (const guint8 *payload,
               GError      **error)
{
  guint32 magic = get_u32 (payload);
  guint32 version = get_u32 (payload + 4);

  if (magic == LSN_WIRE_MAGIC && version == LSN_WIRE_VERSION)
    return TRUE;
  g_set_error (error, LSN_WIRE_ERROR, magic == LSN_WIRE_MAGIC ? LSN_WIRE_ERROR_VERSION : LSN_WIRE_ERROR_GARBAGE,
               "version frame says %08x, version %u", magic, version);
  return FALSE;
}

/* Looks at the header that is at the beginning of what is pending, and takes the version frame away. */
static gboolean
check_pending (LsnFrameReader *reader,
               GError        **error)
{
  const guint8 *data = reader->pending->data + reader->begin;
  gsize n_data = reader->pending->len - reader->begin;

  while (n_data >= HEADER_SIZE)
    {
      if (!check_header (reader, get_u32 (data), get_u32 (data + 4), error))
        return FALSE;
      if (reader->version_seen || n_data < 2 * HEADER_SIZE)
        return TRUE;
      if (!check_version (data + HEADER_SIZE, error))
        return FALSE;
      reader->version_seen = TRUE;
      reader->begin += 2 * HEADER_SIZE;
      data += 2 * HEADER_SIZE;
      n_data -= 2 * HEADER_SIZE;
    }
  return TRUE;
}

/**
 * lsn_frame_reader_push:
 * @reader: a reader
 * @data: bytes that came
 * @n_data: how many
 *
 * Takes bytes in. The version frame is checked here and never given out.
 *
 * Returns: %FALSE with a %LSN_WIRE_ERROR when this is no stream of frames; push nothing more then
 */
gboolean
lsn_frame_reader_push (LsnFrameReader *reader,
                       const guint8   *data,
                       gsize           n_data,
                       GError        **error)
{
  if (n_data > (gsize) G_MAXUINT / 2 - reader->pending->len)
    {
      g_set_error (error, LSN_WIRE_ERROR, LSN_WIRE_ERROR_LIMIT, "too many bytes");
      return FALSE;
    }
  g_byte_array_append (reader->pending, data, n_data);
  return check_pending (reader, error);
}

/**
 * lsn_frame_reader_take:
 * @reader: a reader
 * @frame: (out): the next whole frame
 *
 * Returns: %FALSE when none is whole yet
 */
gboolean
lsn_frame_reader_take (LsnFrameReader *reader,
                       LsnWireFrame   *frame)
{
  const guint8 *data = reader->pending->data + reader->begin;
  gsize n_data = reader->pending->len - reader->begin;
  guint32 length;

  if (!reader->version_seen || n_data < HEADER_SIZE)
    return FALSE;
  length = get_u32 (data + 4);
  if (!check_header (reader, get_u32 (data), length, NULL) || n_data - HEADER_SIZE < length)
    return FALSE;

  frame->kind = get_u32 (data);
  frame->payload = g_bytes_new (data + HEADER_SIZE, length);
  reader->begin += HEADER_SIZE + length;
  if (reader->begin == reader->pending->len)
    {
      g_byte_array_set_size (reader->pending, 0);
      reader->begin = 0;
    }
  return TRUE;
}

/**
 * lsn_frame_reader_end:
 * @reader: a reader
 *
 * To be called at the end of the stream.
 *
 * Returns: %FALSE with an error when the stream ended within a frame, or before the version
 */
gboolean
lsn_frame_reader_end (LsnFrameReader *reader,
                      GError        **error)
{
  if (reader->version_seen && reader->begin == reader->pending->len)
    return TRUE;
  g_set_error (error, LSN_WIRE_ERROR, LSN_WIRE_ERROR_CLOSED, "the stream ends within a frame");
  return FALSE;
}

/**
 * lsn_frame_append_version:
 * @stream: the bytes of a stream, still empty
 *
 * Begins a stream: what every stream must begin with.
 */
void
lsn_frame_append_version (GByteArray *stream)
{
  guint8 header[HEADER_SIZE];
  guint32 payload[2] = { GUINT32_TO_LE (LSN_WIRE_MAGIC), GUINT32_TO_LE (LSN_WIRE_VERSION) };

  put_header (header, LSN_FRAME_VERSION, sizeof payload);
  g_byte_array_append (stream, header, HEADER_SIZE);
  g_byte_array_append (stream, (const guint8 *) payload, sizeof payload);
}

/**
 * lsn_frame_append:
 * @stream: the bytes of a stream
 * @kind: any but %LSN_FRAME_VERSION
 * @payload: at most %LSN_WIRE_MAX_FRAME bytes
 */
void
lsn_frame_append (GByteArray  *stream,
                  LsnFrameKind kind,
                  GBytes      *payload)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (payload, &length);
  guint8 header[HEADER_SIZE];

  g_return_if_fail (length <= LSN_WIRE_MAX_FRAME);
  put_header (header, kind, length);
  g_byte_array_append (stream, header, HEADER_SIZE);
  g_byte_array_append (stream, data, length);
}

/**
 * lsn_frame_read:
 * @fd: a descriptor that blocks
 * @frame: (out): the first frame after the version
 *
 * Reads the version and one frame. Reads further than that frame only when more was already sent.
 *
 * Returns: %FALSE with a %LSN_WIRE_ERROR at the end of the stream or when it is not one of frames
 */
gboolean
lsn_frame_read (int           fd,
                LsnWireFrame *frame,
                GError      **error)
{
  g_autoptr (LsnFrameReader) reader = lsn_frame_reader_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK);

  while (!lsn_frame_reader_take (reader, frame))
    {
      gssize n = read (fd, chunk, CHUNK);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        {
          g_set_error (error, LSN_WIRE_ERROR, LSN_WIRE_ERROR_CLOSED, "the stream ends before a frame is whole");
          return FALSE;
        }
      if (!lsn_frame_reader_push (reader, chunk, n, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_all (int           fd,
           const guint8 *data,
           gsize         n_data,
           GError      **error)
{
  while (n_data > 0)
    {
      gssize n = write (fd, data, n_data);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        {
          g_set_error (error, LSN_WIRE_ERROR, LSN_WIRE_ERROR_CLOSED, "cannot write: %s", g_strerror (errno));
          return FALSE;
        }
      data += n;
      n_data -= n;
    }
  return TRUE;
}

/**
 * lsn_frame_write:
 * @fd: a descriptor that blocks
 * @kind: any but %LSN_FRAME_VERSION
 * @payload: at most %LSN_WIRE_MAX_FRAME bytes
 *
 * Writes a whole stream: the version and one frame.
 */
gboolean
lsn_frame_write (int          fd,
                 LsnFrameKind kind,
                 GBytes      *payload,
                 GError     **error)
{
  g_autoptr (GByteArray) start = g_byte_array_new ();
  guint8 header[HEADER_SIZE];
  gsize length;
  const guint8 *data = g_bytes_get_data (payload, &length);

  if (length > LSN_WIRE_MAX_FRAME)
    {
      g_set_error (error, LSN_WIRE_ERROR, LSN_WIRE_ERROR_LIMIT, "frame of %" G_GSIZE_FORMAT " bytes", length);
      return FALSE;
    }
  lsn_frame_append_version (start);
  put_header (header, kind, length);
  g_byte_array_append (start, header, HEADER_SIZE);
  return write_all (fd, start->data, start->len, error) && write_all (fd, data, length, error);
}
