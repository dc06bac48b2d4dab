/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include "config.h"

#include <string.h>

#include "io-test.h"
#include "io/limits.h"

/* What was opened and saved is the same when it is opened and saved again: documents of few words in every combination, so
 * that ids clash, keys come late, references lead to what is not there, and columns bear names of ours. */

static const char * const ids[] = { "a", "b", "c", "e1", "e2", "", "a b", "\303\244" };
static const char * const names[] = { "parent", "id", "kind", "name", "power", "x", "secrecy", "own", "label", "y:z" };
static const char * const types[] = { "string", "double", "boolean", "int", "nonsense" };
static const char * const values[] = {
  "a", "b", "c", "e1", "e2", "0.5", "7", "NaN", "", " a ", "true", "&lt;", "state", "covert", "<o:x xmlns:o='urn:o'>c</o:x>",
  "<y:ShapeNode xmlns:y='http://www.yworks.com/xml/graphml'><y:Geometry x='1' y='2' width='3' height='4'/>"
  "<y:NodeLabel>L</y:NodeLabel></y:ShapeNode>", "a<b/>c", "<![CDATA[<&]]>", "&#13;&#10;&#9;x", "#ff0000", "-0", "1e400",
};

#define PICK(random, words) (words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))])

static gboolean
one_in (GRand *random,
        guint  n)
{
  return g_rand_int_range (random, 0, n) == 0;
}

static void
append_key (GRand   *random,
            GString *text,
            guint    number)
{
  static const char * const whats[] = { "node", "edge", "graph", "all", "port" };

  g_string_append_printf (text, "<key id='k%u' for='%s'", number, number % 2 == 0 ? "node" : PICK (random, whats));
  if (!one_in (random, 8))
    g_string_append_printf (text, " attr.name='%s'", PICK (random, names));
  if (!one_in (random, 8))
    g_string_append_printf (text, " attr.type='%s'", PICK (random, types));
  if (one_in (random, 8))
    g_string_append_printf (text, "><default>%s</default></key>\n", PICK (random, ids));
  else
    g_string_append (text, "/>\n");
}

static void
append_data (GRand   *random,
             GString *text)
{
  for (guint n = g_rand_int_range (random, 0, 4); n > 0; n--)
    g_string_append_printf (text, "<data key='k%d'>%s</data>", g_rand_int_range (random, 0, 5), PICK (random, values));
}

static void
append_edge (GRand   *random,
             GString *text)
{
  g_string_append (text, "<edge");
  if (one_in (random, 3))
    g_string_append_printf (text, " id='%s'", PICK (random, ids));
  if (!one_in (random, 20))
    g_string_append_printf (text, " source='%s'", PICK (random, ids));
  g_string_append_printf (text, " target='%s'%s>", PICK (random, ids), one_in (random, 4) ? " directed='false'" : "");
  append_data (random, text);
  g_string_append (text, "</edge>\n");
}

static void
append_graph (GRand   *random,
              GString *text,
              guint    depth)
{
  g_string_append_printf (text, "<graph edgedefault='%s'%s>", one_in (random, 3) ? "undirected" : "directed",
                          one_in (random, 3) ? " id='a'" : "");
  append_data (random, text);
  for (guint n = g_rand_int_range (random, 0, 5); n > 0; n--)
    {
      g_string_append_printf (text, "<node id='%s'%s>", PICK (random, ids), one_in (random, 9) ? " o='1'" : "");
      append_data (random, text);
      if (depth < 2 && one_in (random, 5))
        append_graph (random, text, depth + 1);
      g_string_append (text, "</node>\n");
      if (one_in (random, 2))
        append_edge (random, text);
    }
  if (one_in (random, 9))
    g_string_append (text, "<hyperedge><endpoint node='a'/></hyperedge>");
  for (guint n = g_rand_int_range (random, 0, 4); n > 0; n--)
    append_edge (random, text);
  g_string_append (text, "</graph>\n");
}

static char *
random_document (GRand *random)
{
  GString *text = g_string_new ("<graphml>\n");
  guint n_late = one_in (random, 3) ? g_rand_int_range (random, 0, 5) : 0;

  for (guint i = 0; i < 5 - n_late; i++)
    append_key (random, text, i);
  append_graph (random, text, 0);
  for (guint i = 5 - n_late; i < 5; i++)
    append_key (random, text, i);
  if (one_in (random, 9))
    append_graph (random, text, 1);
  g_string_append (text, "</graphml>\n");
  return g_string_free (text, FALSE);
}

static void
assert_idempotent (const char *text)
{
  g_autoptr (LsnMap) first = io_test_map (text);
  g_autofree char *saved = io_test_write (first);
  g_autoptr (LsnMap) second = io_test_map (saved);
  g_autofree char *again = io_test_write (second);

  if (!g_str_equal (saved, again))
    g_print ("# from\n%s", text);
  io_test_assert_same_text (saved, again);
}

static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261201);

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *text = random_document (random);

      assert_idempotent (text);
    }
}

/* Several descriptions keep their order, also where something else stands between them. */
static void
test_descriptions (void)
{
  static const char text[] =
    "<graphml><desc>f1</desc><key id='r' for='port'/><desc>f2</desc><desc/><graph><desc>g1</desc><desc>g2</desc>"
    "<node id='a'><desc>a1</desc><port/><desc>a2</desc><graph><node id='b'><desc>b1</desc><desc>b2</desc></node></graph>"
    "<desc o='3'>a3</desc></node><edge source='a' target='b'><o/><desc>t1</desc><desc>t2</desc></edge></graph></graphml>";
  static const char * const wanted[] = {
    "  <desc>f1</desc><desc>f2</desc><desc/><key ", "    <desc>g1</desc><desc>g2</desc>\n",
    "      <desc>a1</desc><desc>a2</desc><desc o=\"3\">a3</desc><port/>\n", "      <desc>b1</desc><desc>b2</desc>\n",
    "      <desc>t1</desc><desc>t2</desc><o/>\n",
  };
  g_autoptr (LsnMap) map = io_test_map (text);
  g_autofree char *saved = io_test_write (map);

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    if (strstr (saved, wanted[i]) == NULL)
      g_error ("%s is not in\n%s", wanted[i], saved);
  assert_idempotent (text);
}

/* The key `parent` is known only once the document has ended; then "c" is made, and is the end of the tie. */
static void
test_late_parent (void)
{
  static const char text[] =
    "<graphml><graph><node id='a'><data key='p'>c</data></node><edge id='t' source='a' target='c'/></graph>"
    "<key id='p' for='node' attr.name='parent' attr.type='string'/></graphml>";
  g_autoptr (LsnMap) map = io_test_map (text);

  g_assert_cmpuint (lsn_map_n_rows (map, LSN_TABLE_TIES), ==, 1);
  g_assert_cmpstr (io_test_cell (map, LSN_TABLE_TIES, "t", "target"), ==, "c");
  assert_idempotent (text);
}

/* A column `id` gives the rows their ids; what the tie means by "c" is what `parent` means by it. */
static void
test_column_of_ids (void)
{
  static const char text[] =
    "<graphml><key id='i' for='node' attr.name='id' attr.type='string'/>"
    "<key id='p' for='node' attr.name='parent' attr.type='string'/>"
    "<graph><node id='n0'><data key='i'>a</data><data key='p'>c</data></node>"
    "<edge id='t' source='n0' target='c'/></graph></graphml>";
  g_autoptr (LsnMap) map = io_test_map (text);

  g_assert_cmpuint (lsn_map_n_rows (map, LSN_TABLE_TIES), ==, 1);
  g_assert_cmpstr (io_test_cell (map, LSN_TABLE_TIES, "t", "source"), ==, "a");
  g_assert_cmpstr (io_test_cell (map, LSN_TABLE_TIES, "t", "target"), ==, "c");
  assert_idempotent (text);
}

/* A column `id` that holds elements in one place holds XML in all of them. */
static void
test_xml_in_column_of_ids (void)
{
  static const char text[] =
    "<graphml><key id='i' for='node' attr.name='id'/><graph><node id='a'><data key='i'>&lt;</data></node>"
    "<node id='b'><data key='i'>x<y/></data></node></graph></graphml>";

  assert_idempotent (text);
}

/* Whatever gives a row its id, what is too long for one is not taken: the file that is saved must be read again. */
static void
test_long_ids (void)
{
  g_autofree char *word = g_strnfill (5000, 'w');
  g_autofree char *text = g_strdup_printf (
    "<graphml><key id='i' for='node' attr.name='id' attr.type='string'/><key id='p' for='node' attr.name='parent'/>"
    "<key id='k' for='all' attr.name='kind'/>"
    "<graph><node id='a'><data key='i'>%s</data><data key='p'>%s2</data><data key='k'>%s3</data></node>"
    "<node id='b'><data key='i'>b</data></node><edge source='a' target='b'><data key='k'>%s4</data></edge></graph></graphml>",
    word, word, word, word);
  g_autoptr (LsnMap) map = io_test_map (text);

  g_assert_cmpuint (lsn_map_n_rows (map, LSN_TABLE_ACTORS), ==, 2);
  g_assert_cmpuint (lsn_map_n_rows (map, LSN_TABLE_TIES), ==, 1);
  assert_idempotent (text);
}

static void
test_many_columns (void)
{
  g_autoptr (GString) text = g_string_new ("<graphml>");

  for (guint i = 0; i < LSN_MAX_COLUMNS - 8; i++)
    g_string_append_printf (text, "<key id='k%u' for='%s' attr.name='n%u' o='1'/>\n", i, i % 2 == 0 ? "node" : "edge", i);
  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (text, "<key id='p%u' for='port'/>\n", i);
  g_string_append (text, "<graph><node id='a' o='1'><data key='k0'>v</data><o/></node></graph></graphml>");
  assert_idempotent (text->str);
}

/* A column for actors and one for ties of each key: more than a map takes. */
static void
test_too_many_columns (void)
{
  g_autoptr (GString) text = g_string_new ("<graphml>");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < LSN_MAX_COLUMNS; i++)
    g_string_append_printf (text, "<key id='k%u' for='all' attr.name='n%u'><default>v</default></key>\n", i, i);
  g_string_append (text, "<graph><node id='a'/><edge source='a' target='a'/></graph></graphml>");
  g_assert_null (io_test_read (text->str, -1, NULL, &error));
  g_assert_error (error, LSN_IO_ERROR, LSN_IO_ERROR_LIMIT);
}

/* Attributes of others are written beside ours: no more of them are kept than can be read so. */
static void
test_many_attributes (void)
{
  for (guint n = 240; n <= LSN_IO_MAX_TAG; n++)
    {
      g_autoptr (GString) text = g_string_new ("<graphml xmlns:o='urn:o'><graph><node");

      for (guint i = 0; i < n; i++)
        g_string_append_printf (text, " o:a%u='1'", i);
      g_string_append (text, "/><o:x");
      for (guint i = 0; i < n; i++)
        g_string_append_printf (text, " o:a%u='1'", i);
      g_string_append (text, "/></graph></graphml>");
      assert_idempotent (text->str);
    }
}

/* What an id may be, the id of the graph may be. */
static void
test_long_graph_id (void)
{
  g_autofree char *id = g_strnfill (LSN_MAX_ID, 'g');
  g_autofree char *text = g_strdup_printf ("<graphml><graph id='%s'/></graphml>", id);
  g_autoptr (LsnMap) map = io_test_map (text);

  g_assert_cmpstr (lsn_map_row_id (map, LSN_TABLE_MAP, lsn_map_the_row (map)), ==, id);
}

/* A table where none is expected is no table of the map, however often it is read and written. */
static void
test_table_in_table (void)
{
  g_autoptr (LsnMap) map = io_test_map (
    "<graphml><key id='tables' for='graph' attr.name='tables' attr.type='string'/><graph edgedefault='directed'>"
    "<data key='tables'><t:tables xmlns:t='urn:x-liaison:tables:1' version='1'><t:table name='kinds'>"
    "<t:row id='oracle'><t:table name='kinds'><t:row id='false'><t:cell column='name'>False</t:cell></t:row></t:table>"
    "<t:cell column='name'>Oracle</t:cell></t:row></t:table><t:table name='aliases'><t:table name='columns'>"
    "<t:row id='q'><t:cell column='of'>actors</t:cell><t:cell column='name'>mine</t:cell></t:row></t:table>"
    "<t:tables version='9'/></t:table></t:tables></data><node id='a'/></graph></graphml>");
  g_autofree char *saved = io_test_write (map);

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (LsnMap) again = io_test_map (saved);
      g_autofree char *saved_again = io_test_write (again);

      g_assert_cmpuint (lsn_map_n_rows (again, LSN_TABLE_KINDS), ==, 1);
      g_assert_cmpstr (io_test_cell (again, LSN_TABLE_KINDS, "oracle", "name"), ==, "Oracle");
      g_assert_cmpint (lsn_map_find_column (again, LSN_TABLE_ACTORS, "mine"), ==, LSN_NO_COLUMN);
      g_assert_nonnull (strstr (saved_again, "<t:row id=\"false\"><t:cell column=\"name\">False</t:cell></t:row></t:table>"));
      g_assert_nonnull (strstr (saved_again, "<t:cell column=\"name\">mine</t:cell>"));
      g_assert_cmpstr (saved_again, ==, saved);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/idempotent/descriptions", test_descriptions);
  g_test_add_func ("/idempotent/late-parent", test_late_parent);
  g_test_add_func ("/idempotent/column-of-ids", test_column_of_ids);
  g_test_add_func ("/idempotent/xml-in-column-of-ids", test_xml_in_column_of_ids);
  g_test_add_func ("/idempotent/long-ids", test_long_ids);
  g_test_add_func ("/idempotent/long-graph-id", test_long_graph_id);
  g_test_add_func ("/idempotent/many-columns", test_many_columns);
  g_test_add_func ("/idempotent/too-many-columns", test_too_many_columns);
  g_test_add_func ("/idempotent/many-attributes", test_many_attributes);
  g_test_add_func ("/idempotent/random", test_random);
  g_test_add_func ("/idempotent/table-in-table", test_table_in_table);
  return g_test_run ();
}
