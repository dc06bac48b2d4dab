/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include <glib.h>
#include <string.h>
#include <unistd.h>

#include "wire/frame.h"
#include "wire/limits.h"

/* A stream of two frames, made by the writer */
static GByteArray *
sample_stream (void)
{
  GByteArray *stream = g_byte_array_new ();
  g_autoptr (GBytes) first = g_bytes_new_static ("hello", 5);
  g_autoptr (GBytes) second = g_bytes_new_static ("", 0);

  lsn_frame_append_version (stream);
  lsn_frame_append (stream, LSN_FRAME_REQUEST, first);
  lsn_frame_append (stream, LSN_FRAME_ANSWER, second);
  return stream;
}

static void
assert_next (LsnFrameReader *reader,
             LsnFrameKind    kind,
             const char     *payload)
{
  g_auto (LsnWireFrame) frame = { 0 };

  g_assert_true (lsn_frame_reader_take (reader, &frame));
  g_assert_cmpint (frame.kind, ==, kind);
  g_assert_cmpmem (g_bytes_get_data (frame.payload, NULL), g_bytes_get_size (frame.payload), payload, strlen (payload));
}

static void
test_layout_of_bytes (void)
{
  g_autoptr (GByteArray) stream = sample_stream ();
  const guint8 expected[] = {
    1, 0, 0, 0, 8, 0, 0, 0, 'L', 'S', 'N', '1', 1, 0, 0, 0,
    2, 0, 0, 0, 5, 0, 0, 0, 'h', 'e', 'l', 'l', 'o',
    3, 0, 0, 0, 0, 0, 0, 0,
  };

  g_assert_cmpmem (stream->data, stream->len, expected, sizeof expected);
}

static void
test_pieces (void)
{
  g_autoptr (GByteArray) stream = sample_stream ();

  for (guint size = 1; size <= stream->len; size++)
    {
      g_autoptr (LsnFrameReader) reader = lsn_frame_reader_new ();
      g_autoptr (GError) error = NULL;

      for (guint at = 0; at < stream->len; at += size)
        g_assert_true (lsn_frame_reader_push (reader, stream->data + at, MIN (size, stream->len - at), &error));
      g_assert_no_error (error);
      assert_next (reader, LSN_FRAME_REQUEST, "hello");
      assert_next (reader, LSN_FRAME_ANSWER, "");
      g_assert_true (lsn_frame_reader_end (reader, &error));
    }
}

static void
test_truncated (void)
{
  g_autoptr (GByteArray) stream = sample_stream ();

  for (guint length = 0; length < stream->len; length++)
    {
      g_autoptr (LsnFrameReader) reader = lsn_frame_reader_new ();
      g_autoptr (GError) error = NULL;
      LsnWireFrame frame = { 0 };

      g_assert_true (lsn_frame_reader_push (reader, stream->data, length, &error));
      while (lsn_frame_reader_take (reader, &frame))
        lsn_frame_clear (&frame);
      if (length == 16 || length == 29)   /* between two frames */
        g_assert_true (lsn_frame_reader_end (reader, NULL));
      else
        {
          g_assert_false (lsn_frame_reader_end (reader, &error));
          g_assert_error (error, LSN_WIRE_ERROR, LSN_WIRE_ERROR_CLOSED);
        }
    }
}

static void
assert_refused (const guint8 *data,
                gsize         n_data,
                LsnWireError  code)
{
  g_autoptr (LsnFrameReader) reader = lsn_frame_reader_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (lsn_frame_reader_push (reader, data, n_data, &error));
  g_assert_error (error, LSN_WIRE_ERROR, (int) code);
}

static void
test_wrong (void)
{
  const guint8 not_a_frame[] = "GIF89a, or so";
  const guint8 no_version[] = { 2, 0, 0, 0, 0, 0, 0, 0 };
  const guint8 version_2[] = { 1, 0, 0, 0, 8, 0, 0, 0, 'L', 'S', 'N', '1', 2, 0, 0, 0 };
  const guint8 other_magic[] = { 1, 0, 0, 0, 8, 0, 0, 0, 'X', 'S', 'N', '1', 1, 0, 0, 0 };
  const guint8 huge[] = { 1, 0, 0, 0, 8, 0, 0, 0, 'L', 'S', 'N', '1', 1, 0, 0, 0, 2, 0, 0, 0, 255, 255, 255, 255 };
  const guint8 version_twice[] = { 1, 0, 0, 0, 8, 0, 0, 0, 'L', 'S', 'N', '1', 1, 0, 0, 0, 1, 0, 0, 0, 8, 0, 0, 0 };

  assert_refused (not_a_frame, sizeof not_a_frame, LSN_WIRE_ERROR_GARBAGE);
  assert_refused (no_version, sizeof no_version, LSN_WIRE_ERROR_GARBAGE);
  assert_refused (version_2, sizeof version_2, LSN_WIRE_ERROR_VERSION);
  assert_refused (other_magic, sizeof other_magic, LSN_WIRE_ERROR_GARBAGE);
  assert_refused (huge, sizeof huge, LSN_WIRE_ERROR_LIMIT);
  assert_refused (version_twice, sizeof version_twice, LSN_WIRE_ERROR_GARBAGE);
}

/* Whatever single bit is wrong: no crash, and what comes out is never larger than what went in. */
static void
test_flipped_bits (void)
{
  g_autoptr (GByteArray) stream = sample_stream ();

  for (guint bit = 0; bit < stream->len * 8; bit++)
    {
      g_autoptr (LsnFrameReader) reader = lsn_frame_reader_new ();
      LsnWireFrame frame = { 0 };
      gsize total = 0;

      stream->data[bit / 8] ^= 1 << bit % 8;
      if (lsn_frame_reader_push (reader, stream->data, stream->len, NULL))
        while (lsn_frame_reader_take (reader, &frame))
          {
            total += g_bytes_get_size (frame.payload);
            lsn_frame_clear (&frame);
          }
      g_assert_cmpuint (total, <=, stream->len);
      stream->data[bit / 8] ^= 1 << bit % 8;
    }
}

static void
test_descriptors (void)
{
  g_autoptr (GBytes) payload = g_bytes_new_static ("0123456789", 10);
  g_auto (LsnWireFrame) frame = { 0 };
  g_autoptr (GError) error = NULL;
  int ends[2];

  g_assert_cmpint (pipe (ends), ==, 0);
  g_assert_true (lsn_frame_write (ends[1], LSN_FRAME_REFUSAL, payload, &error));
  g_assert_true (lsn_frame_read (ends[0], &frame, &error));
  g_assert_cmpint (frame.kind, ==, LSN_FRAME_REFUSAL);
  g_assert_true (g_bytes_equal (frame.payload, payload));
  close (ends[1]);
  lsn_frame_clear (&frame);
  g_assert_false (lsn_frame_read (ends[0], &frame, &error));
  g_assert_error (error, LSN_WIRE_ERROR, LSN_WIRE_ERROR_CLOSED);
  close (ends[0]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wire/frame/layout-of-bytes", test_layout_of_bytes);
  g_test_add_func ("/wire/frame/pieces", test_pieces);
  g_test_add_func ("/wire/frame/truncated", test_truncated);
  g_test_add_func ("/wire/frame/wrong", test_wrong);
  g_test_add_func ("/wire/frame/flipped-bits", test_flipped_bits);
  g_test_add_func ("/wire/frame/descriptors", test_descriptors);
  return g_test_run ();
}
