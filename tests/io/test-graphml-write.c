/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include "config.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include "io-test.h"
#include "io/format.h"
#include "io/limits.h"
#include "io/kept.h"
#include "io/natural-order.h"
#include "io/xml-text.h"
#include "random-map.h"

/* What the writer writes: canonical, whole, and read back as it was. */

static void
test_natural_order (void)
{
  static const char * const sorted[] = { "", "0", "1", "01", "2", "10", "99999999999999999999998", "99999999999999999999999",
                                         "A", "a", "e2", "e2a", "e10", "e010", "e10b", "f", "é" };

  for (guint i = 0; i < G_N_ELEMENTS (sorted); i++)
    for (guint j = 0; j < G_N_ELEMENTS (sorted); j++)
      {
        int order = lsn_natural_compare (sorted[i], sorted[j]);

        /* Equal values are ordered by their bytes: "01" is before "1". */
        if (g_str_equal (sorted[i], "1") && g_str_equal (sorted[j], "01"))
          g_assert_cmpint (order, >, 0);
        else if (g_str_equal (sorted[i], "01") && g_str_equal (sorted[j], "1"))
          g_assert_cmpint (order, <, 0);
        else if (g_str_equal (sorted[i], "e10") && g_str_equal (sorted[j], "e010"))
          g_assert_cmpint (order, >, 0);
        else if (g_str_equal (sorted[i], "e010") && g_str_equal (sorted[j], "e10"))
          g_assert_cmpint (order, <, 0);
        else
          g_assert_cmpint (order < 0 ? -1 : order > 0, ==, i < j ? -1 : i > j);
      }
}

static void
test_random_maps (void)
{
  for (guint32 seed = 1; seed <= 60; seed++)
    {
      g_autoptr (LsnMap) map = random_map_new (seed);
      g_autofree char *saved = io_test_write (map);
      g_autoptr (LsnReport) report = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (LsnMap) again = io_test_read (saved, -1, &report, &error);
      g_autofree char *twice = NULL;

      g_assert_no_error (error);
      if (lsn_report_n_entries (report) > 0)
        {
          g_autofree char *text = lsn_report_to_text (report, "map");

          g_error ("seed %u: %s", seed, text);
        }
      io_test_assert_equal (map, again);
      io_test_assert_equal (again, map);
      twice = io_test_write (again);
      io_test_assert_same_text (saved, twice);
    }
}

/* What stands where in the file, letter for letter */
static void
test_shape (void)
{
  g_autoptr (LsnMap) map = io_test_map (
    "<graphml><key id='tables' for='graph' attr.name='tables'/><graph id='m' edgedefault='directed'>"
    "<data key='tables'><l:tables xmlns:l='urn:x-liaison:tables:1' version='1'/></data>"
    "<node id='b10'/><node id='b9'/><node id='b1'/></graph></graphml>");
  g_autofree char *saved = NULL;
  LsnRow row = lsn_map_find_row (map, LSN_TABLE_ACTORS, "b9");

  lsn_map_begin (map, "Fill", NULL);
  lsn_map_set_text (map, LSN_TABLE_ACTORS, row, LSN_ACTOR_NAME, "R&D \"x\"\r\n<y>", NULL);
  lsn_map_set_number (map, LSN_TABLE_ACTORS, row, LSN_ACTOR_X, 0.1, NULL);
  lsn_map_insert_tie (map, "t\"1", row, row, LSN_NO_ROW, NULL);
  lsn_map_commit (map);
  saved = io_test_write (map);
  g_assert_cmpstr (
    saved, ==,
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"
    "  <key id=\"tables\" for=\"graph\" attr.name=\"tables\" attr.type=\"string\"/>\n"
    "  <key id=\"label\" for=\"node\" attr.name=\"name\" attr.type=\"string\"/>\n"
    "  <key id=\"x\" for=\"node\" attr.name=\"x\" attr.type=\"double\"/>\n"
    "  <graph id=\"m\" edgedefault=\"directed\">\n"
    "    <data key=\"tables\">\n"
    "      <l:tables xmlns:l=\"urn:x-liaison:tables:1\" version=\"1\">\n"
    "        <l:table name=\"kinds\"/>\n"
    "        <l:table name=\"aliases\"/>\n"
    "      </l:tables>\n"
    "    </data>\n"
    "    <node id=\"b1\"/>\n"
    "    <node id=\"b9\">\n"
    "      <data key=\"label\">R&amp;D \"x\"&#13;\n&lt;y&gt;</data>\n"
    "      <data key=\"x\">0.1</data>\n"
    "    </node>\n"
    "    <node id=\"b10\"/>\n"
    "    <edge id=\"t&quot;1\" source=\"b9\" target=\"b9\"/>\n"
    "  </graph>\n"
    "</graphml>\n");
}

static void
test_edgedefault (void)
{
  g_autoptr (LsnMap) undirected = io_test_map (
    "<graphml><graph edgedefault='undirected'><node id='a'/><edge source='a' target='a'/></graph></graphml>");
  g_autoptr (LsnMap) mixed = io_test_map (
    "<graphml><graph edgedefault='undirected'><node id='a'/><edge source='a' target='a'/>"
    "<edge source='a' target='a' directed='true'/></graph></graphml>");
  g_autoptr (LsnMap) empty = io_test_map ("<graphml><graph edgedefault='undirected'/></graphml>");
  g_autofree char *first = io_test_write (undirected);
  g_autofree char *second = io_test_write (mixed);
  g_autofree char *third = io_test_write (empty);

  g_assert_nonnull (strstr (first, "edgedefault=\"undirected\""));
  g_assert_nonnull (strstr (second, "edgedefault=\"directed\""));
  g_assert_nonnull (strstr (third, "edgedefault=\"directed\""));
  g_assert_null (strstr (second, " directed=\""));
}

/* Every power of two and its neighbours come back as they were. */
static void
test_numbers (void)
{
  g_autoptr (LsnOrigin) origin = lsn_origin_new_seeded (1, "2026-01-01", "tester");
  g_autoptr (LsnMap) map = lsn_map_new (origin);
  LsnColumnSpec spec = { .id = "n", .name = "n", .type = LSN_TYPE_NUMBER, .min = -INFINITY, .max = INFINITY };
  g_autoptr (LsnMap) again = NULL;
  g_autofree char *saved = NULL;
  LsnColumn column;

  lsn_map_begin (map, "Fill", NULL);
  column = lsn_map_insert_column (map, LSN_TABLE_ACTORS, &spec, NULL);
  for (int exponent = -1074; exponent <= 1023; exponent++)
    for (int step = -1; step <= 1; step++)
      {
        double power = ldexp (1.0, exponent);
        double number = step == 0 ? power : nextafter (power, step < 0 ? 0.0 : INFINITY);
        g_autofree char *id = g_strdup_printf ("%d/%d", exponent, step);
        LsnRow row = lsn_map_insert_row (map, LSN_TABLE_ACTORS, id, NULL);

        lsn_map_set_number (map, LSN_TABLE_ACTORS, row, column, step == 0 ? -number : number, NULL);
      }
  lsn_map_commit (map);
  saved = io_test_write (map);
  again = io_test_map (saved);
  io_test_assert_equal (map, again);
  for (LsnRow row = lsn_map_next_row (map, LSN_TABLE_ACTORS, LSN_NO_ROW); row != LSN_NO_ROW;
       row = lsn_map_next_row (map, LSN_TABLE_ACTORS, row))
    {
      LsnRow other = lsn_map_find_row (again, LSN_TABLE_ACTORS, lsn_map_row_id (map, LSN_TABLE_ACTORS, row));
      double before = lsn_map_get_number (map, LSN_TABLE_ACTORS, row, column);
      double after = lsn_map_get_number (again, LSN_TABLE_ACTORS, other,
                                         lsn_map_find_column (again, LSN_TABLE_ACTORS, "n"));

      g_assert_true (before == after);
    }
}

static void
test_escapes (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *plain = NULL;

  g_assert_cmpuint (lsn_xml_append_text (text, "a\001b\357\277\277c\357\277\275", -1), ==, 2);
  g_assert_cmpstr (text->str, ==, "a\357\277\275b\357\277\275c\357\277\275");
  g_string_truncate (text, 0);
  g_assert_cmpuint (lsn_xml_append_attribute (text, "<\t\n\r\"&>'", -1), ==, 0);
  g_assert_cmpstr (text->str, ==, "&lt;&#9;&#10;&#13;&quot;&amp;&gt;'");
  plain = lsn_xml_unescape (text->str, text->len);
  g_assert_cmpstr (plain, ==, "<\t\n\r\"&>'");
  g_assert_true (lsn_xml_is_attributes (" a=\"1\" y:b=\"&lt;\" xmlns:y=\"urn:y\""));
  g_assert_true (lsn_xml_is_attributes (""));
  g_assert_false (lsn_xml_is_attributes (" a=\"1\" a=\"2\""));
  g_assert_false (lsn_xml_is_attributes ("a=\"1\""));
  g_assert_false (lsn_xml_is_attributes (" a=\"&x\""));
  g_assert_false (lsn_xml_is_attributes (" a=\"1\">"));
  g_assert_false (lsn_xml_is_attributes (" a='1'"));
}

/* What could not be read again is not saved; other programs may read more DOT than we do. */
static void
test_too_long (void)
{
  g_autoptr (LsnReport) report = lsn_report_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (lsn_format_check_length ("graphml", LSN_IO_MAX_BYTES, report, NULL));
  g_assert_true (lsn_format_check_length ("dot", LSN_IO_MAX_DOT_BYTES, report, NULL));
  g_assert_cmpuint (lsn_report_n_entries (report), ==, 0);
  g_assert_true (lsn_format_check_length ("dot", LSN_IO_MAX_DOT_BYTES + 1, report, NULL));
  g_assert_true (io_test_says (report, LSN_SEVERITY_WARNING, 0, "larger than the 32 MB"));
  g_assert_false (lsn_format_check_length ("graphml", LSN_IO_MAX_BYTES + 1, report, &error));
  g_assert_error (error, LSN_IO_ERROR, LSN_IO_ERROR_LIMIT);
  g_assert_nonnull (strstr (error->message, "512 MB"));
}

/* What notes say and speak of is read as it was written; what is not there is told, and the note stays. */
static void
test_notes (void)
{
  g_autofree char *document = io_test_document (
    "<key id=\"tables\" for=\"graph\" attr.name=\"tables\" attr.type=\"string\"/>",
    "<data key=\"tables\"><l:tables xmlns:l=\"urn:x-liaison:tables:1\" version=\"1\"><l:table name=\"notes\">\n"
    "<l:row id=\"n1\"><l:cell column=\"text\">One\n\n  two &amp; </l:cell><l:cell column=\"shape\">callout</l:cell>"
    "<l:cell column=\"actor\">a</l:cell><l:cell column=\"x\">-12.25</l:cell><l:cell column=\"width\">80</l:cell></l:row>\n"
    "<l:row id=\"n2\"><l:cell column=\"tie\">t</l:cell><l:cell column=\"colour\">#123456</l:cell></l:row>\n"
    "<l:row id=\"n3\"><l:cell column=\"text\">Left</l:cell><l:cell column=\"actor\">gone</l:cell></l:row>\n"
    "</l:table></l:tables></data><node id=\"a\"/><edge id=\"t\" source=\"a\" target=\"a\"/>");
  g_autoptr (LsnReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LsnMap) map = io_test_read (document, -1, &report, &error);
  g_autofree char *saved = NULL;
  g_autoptr (LsnMap) again = NULL;

  g_assert_no_error (error);
  g_assert_true (io_test_says (report, LSN_SEVERITY_ERROR, 0, "“n3” refers to “gone”, which is not in the file"));
  g_assert_cmpuint (lsn_map_n_rows (map, LSN_TABLE_ACTORS), ==, 1);
  saved = io_test_write (map);
  again = io_test_map (saved);
  io_test_assert_equal (map, again);
  g_assert_cmpstr (io_test_cell (again, LSN_TABLE_NOTES, "n1", "text"), ==, "One\n\n  two & ");
  g_assert_cmpstr (io_test_cell (again, LSN_TABLE_NOTES, "n1", "actor"), ==, "a");
  g_assert_cmpstr (io_test_cell (again, LSN_TABLE_NOTES, "n1", "x"), ==, "-12.25");
  g_assert_cmpstr (io_test_cell (again, LSN_TABLE_NOTES, "n2", "tie"), ==, "t");
  g_assert_cmpstr (io_test_cell (again, LSN_TABLE_NOTES, "n2", "colour"), ==, "#123456");
  g_assert_cmpstr (io_test_cell (again, LSN_TABLE_NOTES, "n3", "text"), ==, "Left");
  g_assert_cmpstr (io_test_cell (again, LSN_TABLE_NOTES, "n3", "actor"), ==, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/graphml-write/natural-order", test_natural_order);
  g_test_add_func ("/graphml-write/random-maps", test_random_maps);
  g_test_add_func ("/graphml-write/shape", test_shape);
  g_test_add_func ("/graphml-write/edgedefault", test_edgedefault);
  g_test_add_func ("/graphml-write/numbers", test_numbers);
  g_test_add_func ("/graphml-write/escapes", test_escapes);
  g_test_add_func ("/graphml-write/notes", test_notes);
  g_test_add_func ("/graphml-write/too-long", test_too_long);
  return g_test_run ();
}
