/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "io-test.h"
#include "model/edit.h"

/* Files from the outside: any format under any name, gzip, large ones, none at all; saving and opening again. */

static LsnMap *
load (GFile         *file,
      LsnReport    **report,
      LsnFileState **state,
      GError       **error)
{
  g_autoptr (LsnOrigin) origin = lsn_origin_new_seeded (1, "2026-01-01", "tester");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) done = NULL;

  lsn_load_async (file, origin, NULL, io_test_done, &result);
  done = io_test_wait (&result);
  return lsn_load_finish (done, report, state, error);
}

static LsnFileState *
save_with_report (LsnMap       *map,
                  GFile        *file,
                  LsnFileState *expected,
                  LsnReport   **report,
                  GError      **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) done = NULL;

  lsn_save_async (map, file, expected, NULL, io_test_done, &result);
  done = io_test_wait (&result);
  return lsn_save_finish (done, report, error);
}

static LsnFileState *
save (LsnMap       *map,
      GFile        *file,
      LsnFileState *expected,
      GError      **error)
{
  return save_with_report (map, file, expected, NULL, error);
}

static GFile *
file_in (const char *folder,
         const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_new_for_path (path);
}

static LsnMap *
small_map (void)
{
  return io_test_map ("<graphml><key id='n' for='node' attr.name='name'/><graph id='m'><node id='a'><data key='n'>A</data>"
                      "</node><edge id='t' source='a' target='a'/></graph></graphml>");
}

static void
test_save_and_load (void)
{
  static const char * const names[] = { "m.graphml", "m.GraphML", "m.xml", "m.graphml.gz" };
  g_autofree char *folder = g_dir_make_tmp ("liaison-test-XXXXXX", NULL);
  g_autoptr (LsnMap) map = small_map ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GFile) file = file_in (folder, names[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (LsnFileState) written = save (map, file, NULL, &error);
      g_autoptr (LsnFileState) read = NULL;
      g_autoptr (LsnReport) report = NULL;
      g_autoptr (LsnMap) again = NULL;
      g_autofree char *bytes = NULL;

      g_assert_no_error (error);
      again = load (file, &report, &read, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (lsn_report_n_entries (report), ==, 0);
      io_test_assert_equal (map, again);
      g_assert_true (lsn_file_state_is_current (written, file));
      g_assert_true (lsn_file_state_is_current (read, file));
      g_assert_true (g_file_load_contents (file, NULL, &bytes, NULL, NULL, NULL));
      g_assert_cmpint (memcmp (bytes, "\x1f\x8b", 2) == 0, ==, g_str_has_suffix (names[i], ".gz"));
      g_assert_true (g_file_delete (file, NULL, NULL));
    }
  g_rmdir (folder);
}

/* What a format cannot hold is said, whoever saves. */
static void
test_losses (void)
{
  g_autofree char *folder = g_dir_make_tmp ("liaison-test-XXXXXX", NULL);
  g_autoptr (LsnMap) map = small_map ();
  static const char *const names[] = { "whole.graphml", "part.dot" };

  lsn_map_begin (map, "Alias", NULL);
  lsn_map_set_reference (map, LSN_TABLE_ALIASES, lsn_map_insert_row (map, LSN_TABLE_ALIASES, "other", NULL), LSN_ALIAS_ACTOR,
                         lsn_map_find_row (map, LSN_TABLE_ACTORS, "a"), NULL);
  lsn_map_commit (map);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GFile) file = file_in (folder, names[i]);
      g_autoptr (LsnReport) report = NULL;
      g_autoptr (LsnFileState) state = save_with_report (map, file, NULL, &report, NULL);

      g_assert_nonnull (state);
      g_assert_cmpuint (lsn_report_n_entries (report), ==, i);
      g_file_delete (file, NULL, NULL);
    }
  g_rmdir (folder);
}

static void
test_unknown_format (void)
{
  g_autofree char *folder = g_dir_make_tmp ("liaison-test-XXXXXX", NULL);
  g_autoptr (LsnMap) map = small_map ();
  g_autoptr (GFile) file = file_in (folder, "m.docx");
  g_autoptr (GError) error = NULL;

  g_assert_null (save (map, file, NULL, &error));
  g_assert_error (error, LSN_IO_ERROR, LSN_IO_ERROR_FORMAT);
  g_assert_false (g_file_query_exists (file, NULL));
  g_clear_error (&error);
  g_assert_true (g_file_replace_contents (file, "PK\003\004 and so on", 14, NULL, FALSE, 0, NULL, NULL, NULL));
  g_assert_null (load (file, NULL, NULL, &error));
  g_assert_error (error, LSN_IO_ERROR, LSN_IO_ERROR_FORMAT);
  g_assert_true (g_file_delete (file, NULL, NULL));
  g_rmdir (folder);
}

static void
test_unreadable (void)
{
  g_autofree char *folder = g_dir_make_tmp ("liaison-test-XXXXXX", NULL);
  g_autoptr (GFile) missing = file_in (folder, "missing.graphml");
  g_autoptr (GFile) itself = g_file_new_for_path (folder);
  g_autoptr (GFile) empty = file_in (folder, "empty.graphml");
  g_autoptr (GFile) broken = file_in (folder, "broken.graphml.gz");
  g_autoptr (LsnReport) report = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (load (missing, &report, NULL, &error));
  g_assert_error (error, LSN_IO_ERROR, LSN_IO_ERROR_DISK);
  g_assert_nonnull (strstr (error->message, "No such file"));
  g_assert_true (lsn_report_has_errors (report));
  g_clear_error (&error);
  g_assert_null (load (itself, NULL, NULL, &error));
  g_assert_error (error, LSN_IO_ERROR, LSN_IO_ERROR_DISK);
  g_clear_error (&error);
  g_assert_true (g_file_replace_contents (empty, "", 0, NULL, FALSE, 0, NULL, NULL, NULL));
  g_assert_null (load (empty, NULL, NULL, &error));
  g_assert_error (error, LSN_IO_ERROR, LSN_IO_ERROR_SYNTAX);
  g_clear_error (&error);
  g_assert_true (g_file_replace_contents (broken, "\x1f\x8b\x08 garbage", 11, NULL, FALSE, 0, NULL, NULL, NULL));
  g_assert_null (load (broken, NULL, NULL, &error));
  g_assert_error (error, LSN_IO_ERROR, LSN_IO_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, "(gzip)"));
  g_assert_true (g_file_delete (empty, NULL, NULL));
  g_assert_true (g_file_delete (broken, NULL, NULL));
  g_rmdir (folder);
}

/* A pipe can be read once only; a document that must be read twice is read from memory then. */
static void
test_pipe (void)
{
  static const char text[] = "<graphml><key id='p' for='node' attr.name='power' attr.type='double'/><graph><node id='a'>"
                             "<data key='p'>850</data></node></graph></graphml>";
  int ends[2];
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LsnMap) map = NULL;

  g_assert_cmpint (pipe (ends), ==, 0);
  g_assert_cmpint (write (ends[1], text, strlen (text)), ==, strlen (text));
  close (ends[1]);
  path = g_strdup_printf ("/proc/self/fd/%d", ends[0]);
  file = g_file_new_for_path (path);
  map = load (file, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (io_test_cell (map, LSN_TABLE_ACTORS, "a", "power (file)"), ==, "850");
  close (ends[0]);
}

static gboolean
on_cancel (gpointer data)
{
  g_cancellable_cancel (data);
  return G_SOURCE_REMOVE;
}

/* Nobody writes: one can cancel. */
static void
test_idle_pipe (void)
{
  g_autofree char *folder = g_dir_make_tmp ("liaison-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "pipe", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (LsnOrigin) origin = lsn_origin_new_seeded (1, "2026-01-01", "tester");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  lsn_load_async (file, origin, cancellable, io_test_done, &result);
  g_timeout_add (50, on_cancel, cancellable);
  done = io_test_wait (&result);
  g_assert_null (lsn_load_finish (done, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_remove (path);
  g_rmdir (folder);
}

static void
test_cancel (void)
{
  g_autoptr (LsnOrigin) origin = lsn_origin_new_seeded (1, "2026-01-01", "tester");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("<graphml/>", 10);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  lsn_load_bytes_async (bytes, NULL, origin, cancellable, io_test_done, &result);
  done = io_test_wait (&result);
  g_assert_null (lsn_load_finish (done, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpstr (error->message, ==, "The reading of “-” was cancelled.");
}

static LsnMap *
load_bytes (const char *text,
            gsize       length,
            GError    **error)
{
  g_autoptr (LsnOrigin) origin = lsn_origin_new_seeded (1, "2026-01-01", "tester");
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, length);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) done = NULL;

  lsn_load_bytes_async (bytes, "m", origin, NULL, io_test_done, &result);
  done = io_test_wait (&result);
  return lsn_load_finish (done, NULL, NULL, error);
}

/* What XML forbids is replaced in every encoding that can hold it: control characters, U+FFFE, U+FFFF, half characters. */
static void
test_forbidden_characters (void)
{
  static const char name[] = "a\357\277\276b\357\277\277c\001d\357\277\275\360\237\230\200";
  static const char mended[] = "a\357\277\275b\357\277\275c\357\277\275d\357\277\275\360\237\230\200";
  static const char * const encodings[] = { "UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE" };
  g_autoptr (GString) text = g_string_new ("<?xml version='1.0'?><graphml><key id='n' for='node' attr.name='name'/><graph>\n");

  /* Longer than a chunk, and in steps of odd bytes, so that one ends inside each character. */
  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (text, "\n<node id='%u'><data key='n'>%s</data></node>", i, name);
  g_string_append (text, "</graph></graphml>");
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      gsize length;
      g_autofree char *bytes = g_convert (text->str, text->len, encodings[i], "UTF-8", NULL, &length, NULL);
      g_autoptr (LsnReport) report = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (LsnMap) map = io_test_read (bytes, length, &report, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (lsn_map_n_rows (map, LSN_TABLE_ACTORS), ==, 3000);
      for (LsnRow row = lsn_map_next_row (map, LSN_TABLE_ACTORS, LSN_NO_ROW); row != LSN_NO_ROW;
           row = lsn_map_next_row (map, LSN_TABLE_ACTORS, row))
        g_assert_cmpstr (lsn_map_get_text (map, LSN_TABLE_ACTORS, row, LSN_ACTOR_NAME), ==, mended);
      g_assert_true (io_test_says (report, LSN_SEVERITY_WARNING, 3, "9000 characters"));
    }
}

static void
test_half_characters (void)
{
  static const char plain[] = "<?xml version='1.0'?><graphml><graph><node id='a1b2'/></graph></graphml>";
  gsize length;
  g_autofree char *bytes = g_convert (plain, -1, "UTF-16LE", "UTF-8", NULL, &length, NULL);
  char *digit = memmem (bytes, length, "a\0001", 3);
  g_autoptr (LsnMap) map = NULL;

  memcpy (digit + 2, "\0\xd8", 2);
  memcpy (digit + 6, "\0\xdc", 2);
  map = io_test_read (bytes, length, NULL, NULL);
  g_assert_nonnull (map);
  g_assert_cmpuint (lsn_map_find_row (map, LSN_TABLE_ACTORS, "a\357\277\275b\357\277\275"), !=, LSN_NO_ROW);
}

/* DOT may begin with a byte order mark; what is in wider units is named as such, XML in UTF-16 is read. */
static void
test_encodings (void)
{
  static const char dot[] = "\357\273\277digraph { a -> b }";
  static const char * const encodings[] = { "UTF-16", "UTF-16BE", "UTF-32", "UTF-32LE", "UTF-32BE" };
  g_autoptr (GError) none = NULL;
  g_autoptr (LsnMap) map = load_bytes (dot, sizeof dot - 1, &none);
  gsize length;
  g_autofree char *xml = g_convert ("<?xml version='1.0'?>\n<graphml/>", -1, "UTF-16", "UTF-8", NULL, &length, NULL);
  g_autoptr (LsnMap) wide = load_bytes (xml, length, NULL);

  g_assert_no_error (none);
  g_assert_cmpuint (lsn_map_n_rows (map, LSN_TABLE_ACTORS), ==, 2);
  g_assert_nonnull (wide);
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      g_autofree char *text = g_convert (dot + 3, -1, encodings[i], "UTF-8", NULL, &length, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_null (load_bytes (text, length, &error));
      g_assert_error (error, LSN_IO_ERROR, LSN_IO_ERROR_FORMAT);
      g_assert_nonnull (strstr (error->message, "Save it as UTF-8."));
    }
}

/* Lines beyond what libxml2's tree can count, and the last edge ends nowhere */
static void
test_400000_ties (void)
{
  g_autofree char *folder = g_dir_make_tmp ("liaison-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "large.graphml", NULL);
  g_autoptr (GString) text = g_string_new ("<graphml>\n<graph edgedefault=\"directed\">\n");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (LsnReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LsnMap) map = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (text, "<node id=\"n%u\"/>\n", i);
  for (guint i = 0; i < 400000; i++)
    g_string_append_printf (text, "<edge source=\"n%u\" target=\"n%u\"/>\n", i % 1000, i * 7 % 1000);
  g_string_append (text, "<edge source=\"n1\" target=\"nowhere\"/>\n</graph>\n</graphml>\n");
  g_assert_true (g_file_set_contents (path, text->str, text->len, NULL));
  map = load (file, &report, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lsn_map_n_rows (map, LSN_TABLE_TIES), ==, 400000);
  g_assert_cmpstr (io_test_cell (map, LSN_TABLE_TIES, "e400000", "source"), ==, "n999");
  g_assert_true (io_test_says (report, LSN_SEVERITY_ERROR, 2 + 1000 + 400000 + 1, "nowhere"));
  g_clear_object (&map);
  /* The same for what is not well-formed */
  g_string_truncate (text, text->len - strlen ("</graphml>\n"));
  g_string_append (text, "</wrong>\n");
  g_assert_true (g_file_set_contents (path, text->str, text->len, NULL));
  g_assert_null (load (file, NULL, NULL, &error));
  g_assert_error (error, LSN_IO_ERROR, LSN_IO_ERROR_SYNTAX);
  g_assert_nonnull (strstr (error->message, "See line 401005, column "));
  g_remove (path);
  g_rmdir (folder);
}

static void
test_format_from_name (void)
{
  g_assert_cmpstr (lsn_format_from_name ("a.graphml"), ==, "graphml");
  g_assert_cmpstr (lsn_format_from_name ("/x/a.XML"), ==, "graphml");
  g_assert_cmpstr (lsn_format_from_name ("a.graphml.gz"), ==, "graphml");
  g_assert_cmpstr (lsn_format_from_name ("a.gv"), ==, "dot");
  g_assert_cmpstr (lsn_format_from_name ("a.dot"), ==, "dot");
  g_assert_null (lsn_format_from_name ("graphml"));
  g_assert_null (lsn_format_from_name ("a.svg"));
}

static void
append_gzip (GByteArray *to,
             const char *text,
             gsize       length)
{
  g_autoptr (GConverter) gzip = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, -1));
  g_autoptr (GInputStream) plain = g_memory_input_stream_new_from_data (text, length, NULL);
  g_autoptr (GInputStream) packed = g_converter_input_stream_new (plain, gzip);
  guint8 chunk[4096];
  gssize n;

  while ((n = g_input_stream_read (packed, chunk, sizeof chunk, NULL, NULL)) > 0)
    g_byte_array_append (to, chunk, n);
  g_assert_cmpint (n, ==, 0);
}

static LsnMap *
load_packed (GByteArray *packed,
             GError    **error)
{
  g_autoptr (LsnOrigin) origin = lsn_origin_new_seeded (1, "2026-01-01", "tester");
  g_autoptr (GBytes) bytes = g_bytes_new (packed->data, packed->len);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) done = NULL;

  lsn_load_bytes_async (bytes, "packed", origin, NULL, io_test_done, &result);
  done = io_test_wait (&result);
  return lsn_load_finish (done, NULL, NULL, error);
}

static void
assert_packed_refused (GByteArray *packed,
                       LsnIoError  code,
                       const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LsnMap) map = load_packed (packed, &error);

  g_assert_null (map);
  g_assert_error (error, LSN_IO_ERROR, (int) code);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” does not say “%s”", error->message, words);
}

/* As parallel compressors and "cat a.gz b.gz" write it, cut anywhere, also where the reader's buffers end */
static void
test_members (void)
{
  g_autoptr (GString) text = g_string_new ("<graphml><graph>");

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "<node id='%08x'/>\n", i * 2654435761u);
  g_string_append (text, "</graph></graphml>\n");
  for (gsize size = 61; size < 2 * text->len; size = size * 7 + 1)
    {
      g_autoptr (GByteArray) packed = g_byte_array_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (LsnMap) map = NULL;

      for (gsize at = 0; at < text->len; at += size)
        append_gzip (packed, text->str + at, MIN (size, text->len - at));
      append_gzip (packed, "", 0);
      map = load_packed (packed, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (lsn_map_n_rows (map, LSN_TABLE_ACTORS), ==, 20000);
      /* Zeros that fill a block are no content; anything else is. */
      g_byte_array_append (packed, (const guint8 *) "\0\0\0", 3);
      g_clear_object (&map);
      map = load_packed (packed, &error);
      g_assert_no_error (error);
      g_assert_nonnull (map);
      g_byte_array_append (packed, (const guint8 *) "x", 1);
      assert_packed_refused (packed, LSN_IO_ERROR_FORMAT,
                             "damaged: something that is not compressed follows the compressed data (gzip).");
    }
}

/* A well-formed file of blanks below every other limit */
static void
test_gzip_bomb (void)
{
  const gsize n = 80 * 1024 * 1024;
  g_autoptr (GByteArray) packed = g_byte_array_new ();
  g_autofree char *blanks = g_strnfill (n, ' ');
  g_autoptr (GByteArray) less = g_byte_array_new ();
  g_autoptr (LsnMap) map = NULL;
  g_autoptr (GError) error = NULL;

  memcpy (blanks, "<graphml>", strlen ("<graphml>"));
  memcpy (blanks + n - strlen ("</graphml>"), "</graphml>", strlen ("</graphml>"));
  append_gzip (packed, blanks, n);
  assert_packed_refused (packed, LSN_IO_ERROR_LIMIT, "decompressed (gzip) it is more than 400 times as large");

  memcpy (blanks + n / 4 - strlen ("</graphml>"), "</graphml>", strlen ("</graphml>"));
  append_gzip (less, blanks, n / 4);
  map = load_packed (less, &error);
  g_assert_no_error (error);
  g_assert_nonnull (map);
}

static void
test_damaged_gzip (void)
{
  g_autoptr (GByteArray) packed = g_byte_array_new ();
  static const char text[] = "<graphml><graph><node id='a'/></graph></graphml>";

  append_gzip (packed, text, strlen (text));
  g_byte_array_set_size (packed, packed->len - 4);
  assert_packed_refused (packed, LSN_IO_ERROR_FORMAT, "damaged: the end of the compressed data (gzip) is missing.");
  g_byte_array_set_size (packed, 0);
  append_gzip (packed, text, strlen (text));
  packed->data[packed->len - 8] ^= 1;
  assert_packed_refused (packed, LSN_IO_ERROR_FORMAT, "damaged: the compressed data (gzip) do not fit together.");
}

/* The line stands where it does of every other error. */
static void
test_bad_dot (void)
{
  g_autoptr (LsnOrigin) origin = lsn_origin_new_seeded (1, "2026-01-01", "tester");
  g_autoptr (GBytes) bytes = g_bytes_new_static ("digraph {\n a -- b\n}\n", 20);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (LsnReport) report = NULL;
  g_autoptr (GError) error = NULL;

  lsn_load_bytes_async (bytes, "bad", origin, NULL, io_test_done, &result);
  done = io_test_wait (&result);
  g_assert_null (lsn_load_finish (done, &report, NULL, &error));
  g_assert_error (error, LSN_IO_ERROR, LSN_IO_ERROR_SYNTAX);
  g_assert_cmpstr (error->message, ==, "This is not valid DOT, near “--”. See line 2.");
  g_assert_cmpuint (lsn_report_n_entries (report), ==, 1);
  g_assert_true (io_test_says (report, LSN_SEVERITY_ERROR, 2, "This is not valid DOT, near “--”."));
}

/* A place without a name on this disk: what is there is read, and where nothing can be saved, a sentence says so. */
static void
test_no_path (void)
{
  g_autoptr (GFile) missing = g_file_new_for_uri ("resource:///no/such/map.graphml");
  g_autoptr (LsnMap) map = small_map ();
  g_autoptr (LsnFileState) state = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (g_file_peek_path (missing));
  g_assert_null (load (missing, NULL, NULL, &error));
  g_assert_error (error, LSN_IO_ERROR, LSN_IO_ERROR_DISK);
  g_assert_nonnull (strstr (error->message, "resource:///no/such/map.graphml” cannot be read: "));
  g_clear_error (&error);
  state = save (map, missing, NULL, &error);
  g_assert_null (state);
  g_assert_error (error, LSN_IO_ERROR, LSN_IO_ERROR_DISK);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, "resource:///no/such/map.graphml” cannot be written: "));
  g_assert_nonnull (strstr (error->message, "unchanged"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/load/save-and-load", test_save_and_load);
  g_test_add_func ("/load/losses", test_losses);
  g_test_add_func ("/load/unknown-format", test_unknown_format);
  g_test_add_func ("/load/unreadable", test_unreadable);
  g_test_add_func ("/load/pipe", test_pipe);
  g_test_add_func ("/load/idle-pipe", test_idle_pipe);
  g_test_add_func ("/load/cancel", test_cancel);
  g_test_add_func ("/load/encodings", test_encodings);
  g_test_add_func ("/load/forbidden-characters", test_forbidden_characters);
  g_test_add_func ("/load/half-characters", test_half_characters);
  g_test_add_func ("/load/400000-ties", test_400000_ties);
  g_test_add_func ("/load/format-from-name", test_format_from_name);
  g_test_add_func ("/load/members", test_members);
  g_test_add_func ("/load/damaged-gzip", test_damaged_gzip);
  g_test_add_func ("/load/gzip-bomb", test_gzip_bomb);
  g_test_add_func ("/load/bad-dot", test_bad_dot);
  g_test_add_func ("/load/no-path", test_no_path);
  return g_test_run ();
}
