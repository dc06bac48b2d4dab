/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include "config.h"

#include <string.h>

#include "io-test.h"
#include "io/graphml-reader.h"
#include "io/kept.h"
#include "io/limits.h"
#include "random-map.h"

/* Files that are broken, and files made to do harm: a clear sentence with line and column, no crash, no hang, no leak. */

static void
assert_refused (const char *text,
                gssize      length,
                int         code,
                const char *words)
{
  g_autoptr (LsnReport) report = NULL;
  g_autoptr (GError) error = NULL;
  gint64 begin = g_get_monotonic_time ();
  g_autoptr (LsnMap) map = io_test_read (text, length, &report, &error);

  g_assert_null (map);
  g_assert_error (error, LSN_IO_ERROR, code);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” does not say “%s”", error->message, words);
  g_assert_nonnull (strstr (error->message, "See line "));
  g_assert_true (lsn_report_has_errors (report));
  g_assert_cmpuint (lsn_report_get (report, lsn_report_n_entries (report) - 1)->line, >, 0);
  g_assert_cmpint (g_get_monotonic_time () - begin, <, 20 * G_USEC_PER_SEC);
}

static void
test_not_graphml (void)
{
  assert_refused ("", 0, LSN_IO_ERROR_SYNTAX, "empty");
  assert_refused ("<html><body/></html>", -1, LSN_IO_ERROR_FORMAT, "html");
  assert_refused ("<graphml>", -1, LSN_IO_ERROR_SYNTAX, "ends too early");
  assert_refused ("<graphml><graph><node id", -1, LSN_IO_ERROR_SYNTAX, "ends too early");
  assert_refused ("<graphml><graph><node id='a", -1, LSN_IO_ERROR_SYNTAX, "ends too early");
  assert_refused ("<graphml><graph><node id='a'>te", -1, LSN_IO_ERROR_SYNTAX, "ends too early");
  assert_refused ("<graphml><graph><node id=a/></graph></graphml>", -1, LSN_IO_ERROR_SYNTAX, "quotation marks");
  assert_refused ("<graphml/>text", -1, LSN_IO_ERROR_SYNTAX, "follows after its end");
  assert_refused ("<graphml></graph>", -1, LSN_IO_ERROR_SYNTAX, "not the last one that began");
  assert_refused ("<graphml xmlns='urn:other'/>", -1, LSN_IO_ERROR_FORMAT, "graphml");
  assert_refused ("<graphml><graph><node id='a' id='b'/></graph></graphml>", -1, LSN_IO_ERROR_SYNTAX, "one attribute twice");
  assert_refused ("<graphml><graph><node id='a\xff'/></graph></graphml>", -1, LSN_IO_ERROR_SYNTAX, "not well-formed");
  assert_refused ("<graphml>&#1;</graphml>", -1, LSN_IO_ERROR_SYNTAX, "write what is meant");
  assert_refused ("<?xml version='1.0' encoding='no-such-thing'?><graphml/>", -1, LSN_IO_ERROR_SYNTAX, "not well-formed");
  assert_refused ("<graphml><key id='tables' for='graph' attr.name='tables'/><graph><data key='tables'>"
                  "<l:tables xmlns:l='urn:x-liaison:tables:2'/></data></graph></graphml>", -1, LSN_IO_ERROR_FORMAT, "newer");
}

/* What looks like UTF-32 at first and is none: the parser finds out in the middle of taking bytes in. */
static void
test_encoding (void)
{
  static const char bytes[92] = { [0] = '<', [14] = 'A', [41] = ' ', [63] = 'u', 't', 'f', '8', [72] = '\xfa', [92 - 8] = 'v' };

  for (gsize length = 4; length <= sizeof bytes; length++)
    assert_refused (bytes, (gssize) length, LSN_IO_ERROR_SYNTAX, "not well-formed");
}

static void
test_entities (void)
{
  assert_refused ("<!DOCTYPE g [<!ENTITY a 'x'>]><graphml>&a;</graphml>", -1, LSN_IO_ERROR_SYNTAX, "entities");
  assert_refused ("<!DOCTYPE g [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><graphml>&a;</graphml>", -1,
                  LSN_IO_ERROR_SYNTAX, "entities");
  assert_refused ("<!DOCTYPE g [<!ENTITY % a SYSTEM 'http://localhost:1/x'> %a;]><graphml/>", -1,
                  LSN_IO_ERROR_SYNTAX, "entities");
  assert_refused ("<!DOCTYPE g [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]><graphml v='&b;'/>", -1,
                  LSN_IO_ERROR_SYNTAX, "entities");
  assert_refused ("<!DOCTYPE graphml SYSTEM 'http://localhost:1/x.dtd'><graphml>&undefined;</graphml>", -1,
                  LSN_IO_ERROR_SYNTAX, "undefined");
  assert_refused ("<!DOCTYPE graphml SYSTEM 'http://localhost:1/x.dtd'><graphml a='&undefined;'/>", -1,
                  LSN_IO_ERROR_SYNTAX, "undefined");
}

static void
test_limits (void)
{
  g_autoptr (GString) deep = g_string_new ("<graphml><graph>\n");
  g_autoptr (GString) keys = g_string_new ("<graphml>\n");
  g_autofree char *name = g_strnfill (LSN_IO_MAX_NAME + 1, 'n');
  g_autofree char *long_id = g_strdup_printf ("<graphml><graph>\n<node id='%s'/></graph></graphml>", name);

  for (guint i = 0; i < LSN_IO_MAX_DEPTH; i++)
    g_string_append_printf (deep, "<node id='%u'><graph>", i);
  assert_refused (deep->str, deep->len, LSN_IO_ERROR_LIMIT, "nested more than 200 deep. See line 2");
  for (guint i = 0; i <= LSN_IO_MAX_KEYS; i++)
    g_string_append_printf (keys, "<key id='k%u'/>", i);
  assert_refused (keys->str, keys->len, LSN_IO_ERROR_LIMIT, "4256 keys. See line 2");
  assert_refused (long_id, -1, LSN_IO_ERROR_LIMIT, "“id” is longer than 4096 bytes. See line 2");
}

/* A stream whose reader is cancelled while it is told that this was all. */
typedef struct
{
  GInputStream  parent_instance;
  const char   *left;
  GCancellable *cancellable;
} LastMoment;

typedef GInputStreamClass LastMomentClass;

GType last_moment_get_type (void);
G_DEFINE_TYPE (LastMoment, last_moment, G_TYPE_INPUT_STREAM)

static gssize
read_last_moment (GInputStream *stream,
                  void         *buffer,
                  gsize         size,
                  GCancellable *cancellable,
                  GError      **error)
{
  LastMoment *self = (LastMoment *) stream;
  gsize n = MIN (size, strlen (self->left));

  if (n == 0)
    g_cancellable_cancel (self->cancellable);
  memcpy (buffer, self->left, n);
  self->left += n;
  return (gssize) n;
}

static void
last_moment_class_init (LastMomentClass *class)
{
  class->read_fn = read_last_moment;
}

static void
last_moment_init (LastMoment *self)
{
}

static GInputStream *
open_last_moment (gpointer      data,
                  GCancellable *cancellable,
                  GError      **error)
{
  LastMoment *stream = g_object_new (last_moment_get_type (), NULL);

  stream->left = data;
  stream->cancellable = cancellable;
  return G_INPUT_STREAM (stream);
}

static void
assert_end_is_cancelled (const char *text)
{
  g_autoptr (LsnOrigin) origin = lsn_origin_new_seeded (1, "2026-01-01", "tester");
  g_autoptr (LsnReport) report = lsn_report_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (lsn_graphml_read (open_last_moment, (gpointer) text, origin, report, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* What is done once the document has ended ends too. */
static void
test_cancel_at_end (void)
{
  assert_end_is_cancelled ("<graphml><graph><edge source='a' target='b'/><node id='a'/><node id='b'/></graph></graphml>");
  assert_end_is_cancelled ("<graphml><key id='p' for='node' attr.name='parent'/><graph>"
                           "<node id='a'><data key='p'>b</data></node><node id='b'/></graph></graphml>");
}

/* What is found out at the end of the document is said with the place where it stands, and whose it is. */
static void
test_places (void)
{
  static const char text[] =
    "<graphml><key id='p' for='node' attr.name='parent'/><key id='w' for='node' attr.name='power' attr.type='double'/>\n"
    "<graph><node id='a'><data key='p'>b</data></node>\n"
    "<node id='b'><data key='p'>a</data><data key='w'>700</data></node>\n</graph></graphml>";
  g_autoptr (LsnReport) report = NULL;
  g_autoptr (LsnMap) map = io_test_read (text, -1, &report, NULL);

  g_assert_nonnull (map);
  g_assert_true (io_test_says (report, LSN_SEVERITY_ERROR, 0, "The reference of “"));
  g_assert_true (io_test_says (report, LSN_SEVERITY_WARNING, 3, "“700”"));
  for (guint i = 0; i < lsn_report_n_entries (report); i++)
    if (lsn_report_get (report, i)->severity != LSN_SEVERITY_NOTE)
      g_assert_cmpuint (lsn_report_get (report, i)->column, >, 1);
}

/* A default is a few bytes of the file and a cell of every row. */
static void
test_defaults (void)
{
  g_autoptr (GString) text = g_string_new ("<graphml>");

  for (guint i = 0; i < 2000; i++)
    g_string_append_printf (text, "\n<key id='k%u' for='node'><default>v</default></key>", i);
  g_string_append (text, "<graph>");
  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "<node id='%u'/>", i);
  g_string_append (text, "</graph></graphml>");
  assert_refused (text->str, text->len, LSN_IO_ERROR_LIMIT, "The defaults of the file fill more than 64 MB");
  assert_refused (text->str, text->len, LSN_IO_ERROR_LIMIT, "“k197” among them. See line 199");
}

static void
test_defaults_are_read (void)
{
  static const char text[] =
    "<graphml><key id='k' for='node' attr.name='k'><default>v</default></key><graph><node id='a'/><node id='b'>"
    "<data key='k'>w</data></node></graph></graphml>";
  g_autoptr (LsnMap) map = io_test_map (text);

  g_assert_cmpstr (io_test_cell (map, LSN_TABLE_ACTORS, "a", "k"), ==, "v");
  g_assert_cmpstr (io_test_cell (map, LSN_TABLE_ACTORS, "b", "k"), ==, "w");
}

/* Columns of one name, and keys of one id: each gets the next number that is free, without trying all from the first on. The
 * clock is not looked at: trying all takes minutes, and the test runs into its time. */
static void
test_same_names (void)
{
  for (guint same_id = 0; same_id < 2; same_id++)
    {
      g_autoptr (GString) text = g_string_new ("<graphml>");
      g_autoptr (LsnMap) map = NULL;

      for (guint i = 0; i < 3900; i++)
        g_string_append_printf (text, "\n<key id='k%u' for='node' attr.name='foo'/>", same_id ? 0 : i);
      g_string_append (text, "<graph><node id='a'><data key='k0'>v</data></node></graph></graphml>");
      map = io_test_map (text->str);
      g_assert_cmpstr (io_test_cell (map, LSN_TABLE_ACTORS, "a", "foo"), ==, "v");
      g_assert_cmpuint (lsn_map_find_column (map, LSN_TABLE_ACTORS, "foo (file)"), !=, LSN_NO_COLUMN);
      g_assert_cmpuint (lsn_map_find_column (map, LSN_TABLE_ACTORS, "foo (file 3899)"), !=, LSN_NO_COLUMN);
    }
}

/* A report that is full of warnings still names the error that came after them. */
static void
test_error_after_warnings (void)
{
  g_autoptr (GString) text = g_string_new ("<graphml><graph>");
  g_autoptr (LsnReport) report = NULL;
  g_autoptr (LsnMap) map = NULL;

  for (guint i = 0; i < 5001; i++)
    g_string_append (text, "\n<node id='a'/>");
  g_string_append (text, "\n<edge source='a' target='nobody'/></graph></graphml>");
  map = io_test_read (text->str, -1, &report, NULL);
  g_assert_nonnull (map);
  g_assert_true (io_test_says (report, LSN_SEVERITY_ERROR, 5003, "“nobody”"));
  g_assert_true (io_test_says (report, LSN_SEVERITY_WARNING, 0, "There are 4001 more"));
  g_assert_cmpuint (lsn_report_count (report, LSN_SEVERITY_ERROR), ==, 1);
  g_assert_cmpuint (lsn_report_count (report, LSN_SEVERITY_WARNING), ==, 5000);
}

/* A tag of so many attributes, each on a line of its own, from line 2 on */
static char *
tag_of (guint       n,
        const char *name,
        const char *value,
        const char *end)
{
  GString *text = g_string_new ("<graphml><graph>\n<node id='a'");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "\n%s%u=%s", name, i, value);
  g_string_append (text, end);
  return g_string_free (text, FALSE);
}

static void
assert_refused_encoded (const char *text,
                        const char *encoding)
{
  g_autofree char *head = g_strdup_printf ("<?xml version='1.0' encoding='%s'?>", encoding);
  gboolean plain = g_str_equal (encoding, "UTF-7");
  g_autofree char *whole = g_strconcat (plain ? "" : head, text, NULL);
  gsize length;
  g_autofree char *bytes = g_convert (whole, -1, encoding, "UTF-8", NULL, &length, NULL);
  g_autoptr (GString) document = g_string_new (plain ? head : "");

  g_string_append_len (document, bytes, length);
  assert_refused (document->str, document->len, LSN_IO_ERROR_LIMIT, "more than 256 attributes. See line 2, column 1.");
}

/* libxml2 compares each attribute with every other. What it would do so with for long is refused before the tag is read to
 * its end, as the line shows, in any encoding. */
static void
test_many_attributes (void)
{
  g_autofree char *most = tag_of (LSN_IO_MAX_TAG - 1, "a", "'>'", "/></graph></graphml>");
  g_autofree char *many = tag_of (LSN_IO_MAX_TAG, "a", "'>'", "/></graph></graphml>");
  g_autofree char *wide = tag_of (200000, "a", "'\343\260\274>'", "/></graph></graphml>");
  g_autofree char *endless = tag_of (200000, "a", "\"'\"", "");
  g_autofree char *names = tag_of (200000, "xmlns:a", "'urn:a'", "/></graph></graphml>");
  g_autoptr (LsnMap) map = io_test_map (most);

  g_assert_cmpuint (lsn_map_n_rows (map, LSN_TABLE_ACTORS), ==, 1);
  assert_refused (many, -1, LSN_IO_ERROR_LIMIT, "more than 256 attributes.");
  assert_refused (wide, -1, LSN_IO_ERROR_LIMIT, "more than 256 attributes. See line 2, column 1.");
  assert_refused (endless, -1, LSN_IO_ERROR_LIMIT, "more than 256 attributes. See line 2, column 1.");
  assert_refused (names, -1, LSN_IO_ERROR_LIMIT, "more than 256 attributes. See line 2, column 1.");
  assert_refused_encoded (wide, "UTF-16");
  assert_refused_encoded (wide, "UTF-16BE");
  assert_refused_encoded (wide, "UTF-7");
}

static void
test_many_namespaces (void)
{
  g_autoptr (GString) deep = g_string_new ("<graphml><graph><data key='k'>\n");

  for (guint i = 0; i < 60; i++)
    g_string_append_printf (deep, "<x:a xmlns:x='urn:%u' xmlns:a%u='urn:a' xmlns:b%u='urn:b' xmlns:c%u='urn:c'/>\n"
                                  "<x:a xmlns:x='urn:%u' xmlns:a%u='urn:a' xmlns:b%u='urn:b' xmlns:c%u='urn:c'>\n",
                            i, i, i, i, i, i, i, i);
  assert_refused (deep->str, deep->len, LSN_IO_ERROR_SYNTAX, "not well-formed");
  for (guint i = 0; i < 5; i++)
    g_string_append_printf (deep, "<x:a xmlns:x='urn:%u' xmlns:a='urn:a' xmlns:b='urn:b' xmlns:c='urn:c'>\n", i);
  assert_refused (deep->str, deep->len, LSN_IO_ERROR_LIMIT, "256 namespaces are declared at once. See line 126");
}

/* A cell that is too large is named with its line, and the rest of the file is there. */
static void
test_large_cell (void)
{
  g_autofree char *large = g_strnfill (LSN_IO_MAX_CELL + 1, 'x');
  g_autofree char *graph = g_strdup_printf (
    "<node id='a'><data key='n'>%s</data></node>\n<node id='b'><data key='n'>b</data></node>\n"
    "<node id='c'><data key='m'><o:x xmlns:o='urn:o'>%s</o:x></data></node>", large, large);
  g_autofree char *text = io_test_document ("<key id='n' for='node' attr.name='name'/><key id='m' for='node'/>", graph);
  g_autoptr (LsnReport) report = NULL;
  g_autoptr (LsnMap) map = io_test_read (text, -1, &report, NULL);

  g_assert_cmpstr (io_test_cell (map, LSN_TABLE_ACTORS, "a", "name"), ==, "");
  g_assert_cmpstr (io_test_cell (map, LSN_TABLE_ACTORS, "b", "name"), ==, "b");
  g_assert_true (io_test_says (report, LSN_SEVERITY_ERROR, 4, "longer than 1 MiB"));
  g_assert_true (io_test_says (report, LSN_SEVERITY_ERROR, 6, "longer than 1 MiB"));
}

/* A graph that is not shown and is larger than a cell: all of it is kept. Such a thing of one actor is not; what that comes to
 * is said once, however many pieces it is. */
static void
test_large_foreign (void)
{
  g_autoptr (GString) text = g_string_new ("<graphml><graph><x/><node id='a'>\n");
  g_autoptr (LsnReport) report = NULL;
  g_autoptr (LsnMap) map = NULL;
  g_autoptr (LsnMap) again = NULL;
  g_autofree char *saved = NULL;
  g_autofree char *twice = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "<port name='p%u'><desc>\330\271\330\261\330\250, and more of it</desc></port>\n", i);
  g_string_append (text, "</node></graph><graph id='second'>");
  for (guint i = 0; i < 40000; i++)
    g_string_append_printf (text, "<node id='s%u'><data key='k'>\330\271\330\261\330\250, some value</data></node>", i);
  g_string_append (text, "</graph><tail/></graphml>");
  map = io_test_read (text->str, text->len, &report, NULL);
  saved = io_test_write (map);
  again = io_test_map (saved);
  twice = io_test_write (again);
  g_assert_nonnull (strstr (saved, "<node id=\"s0\"><data key=\"k\">\330\271\330\261\330\250, some value</data></node>"));
  g_assert_nonnull (strstr (saved, "<node id=\"s39999\"><data key=\"k\">\330\271\330\261\330\250, some value</data></node>"
                                   "</graph><tail/>"));
  io_test_assert_same_text (saved, twice);
  g_assert_nonnull (strstr (saved, "<port name=\"p0\">"));
  g_assert_null (strstr (saved, "<port name=\"p19999\">"));
  g_assert_cmpuint (lsn_report_count (report, LSN_SEVERITY_ERROR), ==, 1);
  g_assert_true (io_test_says (report, LSN_SEVERITY_ERROR, 0, "kB of it could not be kept"));
}

/* Of an id that is long, or has line breaks, a message shows as much as a line holds. */
static void
test_long_ids_in_messages (void)
{
  g_autofree char *id = g_strnfill (4000, 'z');
  g_autoptr (GString) text = g_string_new ("<graphml><key id='k' for='node' attr.name='kind'/>"
                                           "<key id='p' for='node' attr.name='parent'/>"
                                           "<graph><node id='a'><data key='k'>X</data><data key='k'>Y&#10;X</data></node>"
                                           "<node id='b'><data key='p'>X</data><data key='X'>1</data></node>"
                                           "<edge source='X&#10;' target='a'/></graph></graphml>");
  g_autoptr (LsnReport) report = NULL;
  g_autoptr (LsnMap) map = NULL;

  g_string_replace (text, "X", id, 0);
  map = io_test_read (text->str, text->len, &report, NULL);
  g_assert_nonnull (map);
  g_assert_cmpuint (lsn_report_n_entries (report), >=, 5);
  for (guint i = 0; i < lsn_report_n_entries (report); i++)
    {
      g_assert_cmpuint (strlen (lsn_report_get (report, i)->text), <, 400);
      g_assert_null (strchr (lsn_report_get (report, i)->text, '\n'));
    }
}

/* A description of a column that makes no sense costs that description, not the file. */
static void
test_senseless_column (void)
{
  static const char text[] =
    "<graphml><key id='tables' for='graph' attr.name='tables'/><key id='q' for='node' attr.name='quota'/><graph>"
    "<data key='tables'><l:tables xmlns:l='urn:x-liaison:tables:1' version='1'><l:table name='columns'><l:row id='q'>"
    "<l:cell column='of'>actors</l:cell><l:cell column='name'>quota</l:cell><l:cell column='type'>number</l:cell>"
    "<l:cell column='min'>5</l:cell><l:cell column='max'>1</l:cell></l:row></l:table></l:tables></data>"
    "<node id='a'><data key='q'>3</data></node></graph></graphml>";
  g_autoptr (LsnReport) report = NULL;
  g_autoptr (LsnMap) map = io_test_read (text, -1, &report, NULL);

  g_assert_nonnull (map);
  g_assert_cmpstr (io_test_cell (map, LSN_TABLE_ACTORS, "a", "quota"), ==, "3");
  g_assert_true (io_test_says (report, LSN_SEVERITY_WARNING, 1, "says about the column “quota” cannot be used"));
}

/* A message is one line. */
static void
test_wrong_encoding (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (io_test_read ("<graphml><graph><node id='\xe9\xff'/></graph></graphml>", -1, NULL, &error));
  g_assert_nonnull (strstr (error->message, "mean nothing in its encoding"));
  g_assert_null (strchr (error->message, '\n'));
}

static const char everything[] =
  "<?xml version='1.0'?><!DOCTYPE graphml><graphml xmlns='http://graphml.graphdrawing.org/xmlns' "
  "xmlns:y='http://www.yworks.com/xml/graphml'><key id='d' for='node' yfiles.type='nodegraphics'/>"
  "<key id='p' for='all' attr.name='power' attr.type='double'><default>0.5</default><desc>x</desc></key>"
  "<key for='port' id='r'/><graph edgedefault='undirected' id='G' z='1'><node id='a' yfiles.foldertype='group'>"
  "<data key='d'><y:ShapeNode><y:Geometry x='1' y='2' width='3' height='4'/><y:NodeLabel>L&amp;M</y:NodeLabel>"
  "<!-- c --><?pi x?></y:ShapeNode></data><graph><node id='b'/></graph><port/></node>"
  "<edge source='a' target='b' directed='true'><data key='p'>7<![CDATA[5]]></data></edge><edge source='a'/>"
  "<hyperedge><endpoint node='a'/></hyperedge><data key='q'>t</data></graph><graph/><data key='r'/></graphml>";

static char *
seed_document (guint seed)
{
  g_autoptr (LsnMap) map = NULL;

  if (seed > 0)
    {
      map = random_map_new (seed);
      return io_test_write (map);
    }
  return g_strdup (everything);
}

/* Any beginning of a file is refused or read, and whatever is read can be written and read again. */
static void
try_text (const char *text,
          gsize       length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LsnMap) map = io_test_read (text, length, NULL, &error);
  g_autofree char *saved = NULL;
  g_autoptr (LsnMap) again = NULL;
  g_autofree char *twice = NULL;

  if (map == NULL)
    {
      g_assert_nonnull (error);
      return;
    }
  saved = io_test_write (map);
  again = io_test_map (saved);
  twice = io_test_write (again);
  if (!g_str_equal (saved, twice))
    g_test_message ("from\n%.*s", (int) length, text);
  io_test_assert_same_text (saved, twice);
}

static void
test_truncated (void)
{
  for (guint seed = 0; seed < 3; seed++)
    {
      g_autofree char *text = seed_document (seed);
      gsize length = strlen (text);

      for (gsize n = 0; n < length; n += seed == 0 ? 1 : 97)
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (LsnMap) map = io_test_read (text, n, NULL, &error);

          /* Only the line end behind the last tag may be missing. */
          g_assert_true (map == NULL || n >= length - 1);
        }
      try_text (text, length);
    }
}

static void
mutate (GRand   *random,
        GString *text)
{
  static const char * const words[] = {
    "<", ">", "/", "\"", "'", "&", ";", "=", "<node>", "</node>", "<data key='d'>", "</data>", "<graph>", "</graph>",
    "&#0;", "&lt;", "\001", "\xff", "<![CDATA[", "]]>", "<!--", "xmlns=''", "<key/>", "id='a'", "l:", "inf", "1e999"
  };
  guint at = g_rand_int_range (random, 0, text->len);
  guint n = g_rand_int_range (random, 1, 12);

  n = MIN (n, text->len - at);
  switch (g_rand_int_range (random, 0, 4))
    {
    case 0:
      text->str[at] = g_rand_int_range (random, 0, 256);
      break;
    case 1:
      g_string_erase (text, at, n);
      break;
    case 2:
      g_string_insert (text, at, words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);
      break;
    default:
      {
        g_autofree char *copy = g_strndup (text->str + at, n);

        g_string_insert_len (text, g_rand_int_range (random, 0, text->len), copy, n);
      }
    }
}

static void
test_mutated (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261122);

  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *seed = seed_document (i % 4 == 3 ? 1 + i % 5 : 0);
      g_autoptr (GString) text = g_string_new (seed);
      guint n = g_rand_int_range (random, 1, 4);

      while (n-- > 0 && text->len > 0)
        mutate (random, text);
      try_text (text->str, text->len);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hostile/not-graphml", test_not_graphml);
  g_test_add_func ("/hostile/encoding", test_encoding);
  g_test_add_func ("/hostile/entities", test_entities);
  g_test_add_func ("/hostile/limits", test_limits);
  g_test_add_func ("/hostile/cancel-at-end", test_cancel_at_end);
  g_test_add_func ("/hostile/places", test_places);
  g_test_add_func ("/hostile/defaults", test_defaults);
  g_test_add_func ("/hostile/defaults-are-read", test_defaults_are_read);
  g_test_add_func ("/hostile/same-names", test_same_names);
  g_test_add_func ("/hostile/error-after-warnings", test_error_after_warnings);
  g_test_add_func ("/hostile/many-attributes", test_many_attributes);
  g_test_add_func ("/hostile/many-namespaces", test_many_namespaces);
  g_test_add_func ("/hostile/large-cell", test_large_cell);
  g_test_add_func ("/hostile/large-foreign", test_large_foreign);
  g_test_add_func ("/hostile/long-ids-in-messages", test_long_ids_in_messages);
  g_test_add_func ("/hostile/senseless-column", test_senseless_column);
  g_test_add_func ("/hostile/wrong-encoding", test_wrong_encoding);
  g_test_add_func ("/hostile/truncated", test_truncated);
  g_test_add_func ("/hostile/mutated", test_mutated);
  return g_test_run ();
}
