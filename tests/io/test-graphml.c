/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include "config.h"

#include <string.h>

#include "io-test.h"
#include "io/kept.h"

/* What the reader makes of each thing that GraphML files hold. */

#define A LSN_TABLE_ACTORS
#define T LSN_TABLE_TIES

static LsnMap *
read_document (const char *keys,
               const char *graph,
               LsnReport **report)
{
  g_autofree char *text = io_test_document (keys, graph);
  g_autoptr (GError) error = NULL;
  LsnMap *map = io_test_read (text, -1, report, &error);

  g_assert_no_error (error);
  return map;
}

static void
test_basics (void)
{
  g_autoptr (LsnReport) report = NULL;
  g_autoptr (LsnMap) map = read_document (
    "<key id='label' for='node' attr.name='name' attr.type='string'/>\n"
    "<key id='d1' for='node' attr.name='power' attr.type='double'/>\n"
    "<key id='k' for='edge' attr.name='kind' attr.type='string'/>\n"
    "<key id='t' for='graph' attr.name='title' attr.type='string'/>\n",
    "<data key='t'>Two of them</data>\n"
    "<node id='a'><data key='label'>Qatar &amp; others</data><data key='d1'>0.75</data></node>\n"
    "<node id='b'/>\n"
    "<edge id='x' source='a' target='b'><data key='k'>mediation</data></edge>\n", &report);

  g_assert_cmpuint (lsn_report_n_entries (report), ==, 0);
  g_assert_cmpuint (lsn_map_n_rows (map, A), ==, 2);
  g_assert_cmpuint (lsn_map_n_rows (map, T), ==, 1);
  g_assert_cmpstr (lsn_map_row_id (map, LSN_TABLE_MAP, lsn_map_the_row (map)), ==, "G");
  g_assert_cmpstr (io_test_cell (map, LSN_TABLE_MAP, NULL, "title"), ==, "Two of them");
  g_assert_cmpstr (io_test_cell (map, A, "a", "name"), ==, "Qatar & others");
  g_assert_cmpfloat (lsn_map_get_number (map, A, lsn_map_find_row (map, A, "a"), LSN_ACTOR_POWER), ==, 0.75);
  g_assert_cmpint (lsn_map_get (map, A, lsn_map_find_row (map, A, "b"), LSN_ACTOR_POWER).kind, ==, LSN_VALUE_EMPTY);
  g_assert_cmpstr (io_test_cell (map, T, "x", "kind"), ==, "mediation");
  g_assert_cmpstr (io_test_cell (map, T, "x", "source"), ==, "a");
  g_assert_cmpstr (io_test_cell (map, T, "x", "target"), ==, "b");
  g_assert_cmpstr (io_test_cell (map, T, "x", "direction"), ==, "forward");
  g_assert_false (lsn_map_is_modified (map));
  g_assert_false (lsn_map_can_undo (map));
}

static void
test_direction (void)
{
  g_autoptr (LsnMap) map = io_test_map (
    "<graphml><key id='d' for='edge' attr.name='direction'/><graph edgedefault='undirected'><node id='a'/>"
    "<edge id='1' source='a' target='a'/><edge id='2' source='a' target='a' directed='true'/>"
    "<edge id='3' source='a' target='a' directed='false'/>"
    "<edge id='4' source='a' target='a' directed='false'><data key='d'>mutual</data></edge></graph></graphml>");

  g_assert_cmpstr (io_test_cell (map, T, "1", "direction"), ==, "none");
  g_assert_cmpstr (io_test_cell (map, T, "2", "direction"), ==, "forward");
  g_assert_cmpstr (io_test_cell (map, T, "3", "direction"), ==, "none");
  g_assert_cmpstr (io_test_cell (map, T, "4", "direction"), ==, "mutual");
}

static void
test_keys_by_name_not_id (void)
{
  g_autoptr (LsnReport) report = NULL;
  g_autoptr (LsnMap) map = read_document (
    "<key id='power' for='node' attr.name='stake' attr.type='double'/>\n"
    "<key id='d7' for='node' attr.name='power' attr.type='double'/>\n"
    "<key id='x' for='node' attr.name='across' attr.type='double'/>\n",
    "<node id='a'><data key='power'>0.1</data><data key='d7'>0.2</data><data key='x'>5</data></node>\n", &report);

  g_assert_cmpstr (io_test_cell (map, A, "a", "stake"), ==, "0.1");
  g_assert_cmpstr (io_test_cell (map, A, "a", "power"), ==, "0.2");
  g_assert_cmpstr (io_test_cell (map, A, "a", "x"), ==, "5");
  g_assert_true (io_test_says (report, LSN_SEVERITY_NOTE, 0, "“across”"));
}

/* `power` in megawatts is another power: all its values are kept, also those that would fit. */
static void
test_misfit (void)
{
  g_autoptr (LsnReport) report = NULL;
  g_autoptr (LsnMap) map = read_document (
    "<key id='p' for='node' attr.name='power' attr.type='double'/>\n",
    "<node id='a'><data key='p'>0.5</data></node>\n<node id='b'><data key='p'>850</data></node>\n", &report);

  g_assert_cmpstr (io_test_cell (map, A, "a", "power (file)"), ==, "0.5");
  g_assert_cmpstr (io_test_cell (map, A, "b", "power (file)"), ==, "850");
  g_assert_cmpstr (io_test_cell (map, A, "a", "power"), ==, "");
  g_assert_true (io_test_says (report, LSN_SEVERITY_WARNING, 6, "850"));
  g_assert_true (io_test_says (report, LSN_SEVERITY_WARNING, 6, "power (file)"));
}

static void
test_types (void)
{
  g_autoptr (LsnReport) report = NULL;
  g_autoptr (LsnMap) map = read_document (
    "<key id='i' for='node' attr.name='count' attr.type='int'/>\n"
    "<key id='f' for='node' attr.name='weight' attr.type='float'/>\n"
    "<key id='b' for='node' attr.name='member' attr.type='boolean'/>\n"
    "<key id='w' for='node' attr.name='wrong' attr.type='int'/>\n",
    "<node id='a'><data key='i'>12</data><data key='f'>1e-300</data><data key='b'>True</data>"
    "<data key='w'>4</data></node>\n"
    "<node id='b'><data key='i'>9223372036854775807</data><data key='f'>NaN</data><data key='b'>0</data>"
    "<data key='w'>four</data></node>\n"
    "<node id='c'><data key='i'>12.0</data><data key='f'></data></node>\n", &report);
  LsnRow b = lsn_map_find_row (map, A, "b");

  g_assert_cmpint (lsn_map_get (map, A, b, lsn_map_find_column (map, A, "count")).integer, ==, G_MAXINT64);
  g_assert_cmpstr (io_test_cell (map, A, "c", "count"), ==, "12");
  g_assert_cmpstr (io_test_cell (map, A, "a", "weight"), ==, "1e-300");
  g_assert_cmpstr (io_test_cell (map, A, "b", "weight"), ==, "");
  g_assert_cmpstr (io_test_cell (map, A, "a", "member"), ==, "true");
  g_assert_cmpstr (io_test_cell (map, A, "b", "member"), ==, "false");
  g_assert_cmpstr (io_test_cell (map, A, "a", "wrong"), ==, "4");
  g_assert_cmpstr (io_test_cell (map, A, "b", "wrong"), ==, "four");
  g_assert_true (io_test_says (report, LSN_SEVERITY_WARNING, 0, "four"));
}

/* Of two values for one cell the first counts, also where others came between; the second is named, not dropped unseen. */
static void
test_second_values (void)
{
  g_autoptr (LsnReport) report = NULL;
  g_autoptr (LsnMap) map = read_document (
    "<key id='k' for='all' attr.name='kk' attr.type='string'/>\n"
    "<key id='n' for='node' attr.name='kind' attr.type='string'/>\n"
    "<key id='p' for='node' attr.name='power' attr.type='double'/>\n"
    "<key id='y' for='node' attr.name='portrait'/>\n",
    "<data key='k'>map</data>\n"
    "<node id='a'><data key='k'>first</data>\n"
    "<graph><node id='b'><data key='k'>inner</data></node></graph>\n"
    "<data key='k'>second</data></node>\n"
    "<node id='c'><data key='n'>state</data>\n"
    "<data key='n'>ngo</data><data key='p'>NaN</data><data key='p'>0.5</data>\n"
    "<data key='p'>850</data></node>\n"
    "<node id='d'><data key='k'>same</data><data key='k'>same</data><data key='y'><o:x xmlns:o='urn:o'>1</o:x></data>\n"
    "<data key='y'><o:x xmlns:o='urn:o'>2</o:x></data></node>\n"
    "<edge id='t' source='a' target='c'><data key='k'>tie</data></edge>\n"
    "<data key='k'>map again</data>\n", &report);

  g_assert_cmpstr (io_test_cell (map, A, "a", "kk"), ==, "first");
  g_assert_cmpstr (io_test_cell (map, A, "b", "kk"), ==, "inner");
  g_assert_cmpstr (io_test_cell (map, A, "c", "kind"), ==, "state");
  g_assert_cmpstr (io_test_cell (map, A, "c", "power"), ==, "0.5");
  g_assert_cmpstr (io_test_cell (map, A, "d", "kk"), ==, "same");
  g_assert_cmpstr (io_test_cell (map, T, "t", "kk"), ==, "tie");
  g_assert_cmpstr (io_test_cell (map, LSN_TABLE_MAP, NULL, "kk"), ==, "map");
  g_assert_nonnull (strstr (io_test_cell (map, A, "d", "portrait"), ">1<"));
  g_assert_true (io_test_says (report, LSN_SEVERITY_ERROR, 11, "“second” is a second value of the column “kk” for “a”"));
  g_assert_true (io_test_says (report, LSN_SEVERITY_ERROR, 13, "“ngo” is a second value of the column “kind” for “c”"));
  g_assert_true (io_test_says (report, LSN_SEVERITY_ERROR, 14, "“850”"));
  g_assert_true (io_test_says (report, LSN_SEVERITY_ERROR, 16, "“portrait” for “d”"));
  g_assert_true (io_test_says (report, LSN_SEVERITY_ERROR, 18, "“map again”"));
  g_assert_cmpuint (lsn_report_count (report, LSN_SEVERITY_ERROR), ==, 5);
}

/* Neither of two values of a column `id` is lost when the ids come from there. */
static void
test_second_id (void)
{
  g_autoptr (LsnReport) report = NULL;
  g_autoptr (LsnMap) map = read_document (
    "<key id='v' for='node' attr.name='id' attr.type='string'/>\n",
    "<node id='n0'><data key='v'>qatar</data>\n<data key='v'>egypt</data></node>\n", &report);

  g_assert_cmpuint (lsn_map_find_row (map, A, "qatar"), !=, LSN_NO_ROW);
  g_assert_true (io_test_says (report, LSN_SEVERITY_ERROR, 6, "“egypt”"));
}

static void
test_infinite_places (void)
{
  g_autoptr (LsnReport) report = NULL;
  g_autoptr (LsnMap) map = read_document (
    "<key id='x' for='node' attr.name='x' attr.type='double'/>\n",
    "<node id='a'><data key='x'>inf</data></node>\n<node id='b'><data key='x'>NaN</data></node>\n"
    "<node id='c'><data key='x'>-Infinity</data></node>\n<node id='d'><data key='x'>3.14159</data></node>\n", &report);

  g_assert_cmpstr (io_test_cell (map, A, "a", "x"), ==, "");
  g_assert_cmpstr (io_test_cell (map, A, "b", "x"), ==, "");
  g_assert_cmpstr (io_test_cell (map, A, "c", "x"), ==, "");
  g_assert_cmpstr (io_test_cell (map, A, "d", "x"), ==, "3.14");
  g_assert_true (io_test_says (report, LSN_SEVERITY_WARNING, 5, "not finite"));
  g_assert_true (io_test_says (report, LSN_SEVERITY_WARNING, 7, "not finite"));
  g_assert_true (io_test_says (report, LSN_SEVERITY_NOTE, 0, "hundredths"));
}

static void
test_defaults (void)
{
  g_autoptr (LsnMap) map = read_document (
    "<key id='c' for='node' attr.name='colour' attr.type='string'><default>yellow</default></key>\n"
    "<key id='p' for='node' attr.name='power' attr.type='double'><default>0.5</default></key>\n",
    "<node id='a'><data key='c'>green</data></node>\n<node id='b'><data key='p'>0.1</data></node>\n", NULL);
  g_autofree char *saved = io_test_write (map);

  g_assert_cmpstr (io_test_cell (map, A, "a", "colour"), ==, "green");
  g_assert_cmpstr (io_test_cell (map, A, "b", "colour"), ==, "yellow");
  g_assert_cmpstr (io_test_cell (map, A, "a", "power"), ==, "0.5");
  g_assert_cmpstr (io_test_cell (map, A, "b", "power"), ==, "0.1");
  g_assert_null (strstr (saved, "<default>"));
}

static void
test_late_double_and_missing_keys (void)
{
  g_autoptr (LsnReport) report = NULL;
  g_autoptr (LsnMap) map = read_document (
    "<key id='n' for='node' attr.name='name'/>\n<key id='n' for='edge' attr.name='label'/>\n"
    "<key id='n' for='node' attr.name='other'/>\n",
    "<node id='a'><data key='n'>A</data><data key='late'>0.5</data><data key='never'>kept</data></node>\n"
    "<edge source='a' target='a'><data key='n'>loop</data></edge>\n"
    "<key id='late' for='node' attr.name='power' attr.type='double'/>\n", &report);

  g_assert_cmpstr (io_test_cell (map, A, "a", "name"), ==, "A");
  g_assert_cmpstr (io_test_cell (map, A, "a", "power"), ==, "0.5");
  g_assert_cmpstr (io_test_cell (map, A, "a", "never"), ==, "kept");
  g_assert_cmpstr (io_test_cell (map, T, "e1", "label"), ==, "loop");
  g_assert_true (io_test_says (report, LSN_SEVERITY_WARNING, 5, "twice"));
  g_assert_true (io_test_says (report, LSN_SEVERITY_WARNING, 7, "“never” is not declared"));
  g_assert_false (io_test_says (report, LSN_SEVERITY_WARNING, 0, "“late”"));
}

static void
test_ids (void)
{
  g_autoptr (LsnReport) report = NULL;
  g_autoptr (LsnMap) map = read_document (
    "<key id='n' for='all' attr.name='label'/>\n",
    "<node id='a'><data key='n'>first</data></node>\n<node id='a'><data key='n'>second</data></node>\n"
    "<edge source='a' target='a'><data key='n'>one</data></edge>\n"
    "<edge source='a' target='a'><data key='n'>two</data></edge>\n"
    "<edge id='e1' source='a' target='a'><data key='n'>three</data></edge>\n"
    "<edge id='e1' source='a' target='a'><data key='n'>four</data></edge>\n", &report);

  g_assert_cmpstr (io_test_cell (map, A, "a", "name"), ==, "first");
  g_assert_cmpstr (io_test_cell (map, A, "e1", "name"), ==, "second");
  g_assert_cmpstr (io_test_cell (map, T, "e1", "label"), ==, "three");
  g_assert_cmpstr (io_test_cell (map, T, "e2", "label"), ==, "one");
  g_assert_cmpstr (io_test_cell (map, T, "e3", "label"), ==, "two");
  g_assert_cmpstr (io_test_cell (map, T, "e4", "label"), ==, "four");
  g_assert_true (io_test_says (report, LSN_SEVERITY_WARNING, 6, "“a” is there already"));
  g_assert_true (io_test_says (report, LSN_SEVERITY_WARNING, 10, "“e1” is there already"));
}

static void
test_ids_from_column (void)
{
  const char *keys = "<key id='v' for='node' attr.name='id' attr.type='string'/>\n";
  g_autoptr (LsnMap) map = read_document (
    keys, "<node id='n0'><data key='v'>qatar</data></node>\n<node id='n1'><data key='v'>egypt</data></node>\n"
          "<edge id='x' source='n1' target='n0'/>\n", NULL);
  g_autoptr (LsnMap) incomplete = read_document (
    keys, "<node id='n0'><data key='v'>qatar</data></node>\n<node id='n1'/>\n", NULL);
  g_autoptr (LsnMap) twice = read_document (
    keys, "<node id='n0'><data key='v'>qatar</data></node>\n<node id='n1'><data key='v'>qatar</data></node>\n", NULL);

  g_assert_cmpstr (io_test_cell (map, T, "x", "source"), ==, "egypt");
  g_assert_cmpstr (io_test_cell (map, T, "x", "target"), ==, "qatar");
  g_assert_cmpuint (lsn_map_find_column (map, A, "id"), ==, LSN_NO_COLUMN);
  g_assert_cmpstr (io_test_cell (incomplete, A, "n0", "id"), ==, "qatar");
  g_assert_cmpstr (io_test_cell (twice, A, "n1", "id"), ==, "qatar");
}

static void
test_nested (void)
{
  g_autoptr (LsnMap) map = io_test_map (
    "<graphml><graph edgedefault='directed'><node id='g'><graph edgedefault='undirected'><node id='g::a'>"
    "<graph><node id='deep'/></graph></node><edge id='in' source='g::a' target='deep'/></graph></node>"
    "<node id='out'/><edge id='ex' source='out' target='g::a'/></graph></graphml>");

  g_assert_cmpuint (lsn_map_n_rows (map, A), ==, 4);
  g_assert_cmpstr (io_test_cell (map, A, "g::a", "parent"), ==, "g");
  g_assert_cmpstr (io_test_cell (map, A, "deep", "parent"), ==, "g::a");
  g_assert_cmpstr (io_test_cell (map, A, "out", "parent"), ==, "");
  g_assert_cmpstr (io_test_cell (map, T, "in", "direction"), ==, "none");
  g_assert_cmpstr (io_test_cell (map, T, "ex", "direction"), ==, "forward");
}

/* What a nested graph says of itself is not said of its node: both are kept. */
static void
test_nested_values (void)
{
  g_autoptr (LsnReport) report = NULL;
  g_autoptr (LsnMap) map = read_document (
    "<key id='d' for='all' attr.name='descr' attr.type='string'/>\n<key id='z' for='graph' attr.name='zed'/>\n",
    "<node id='n'><data key='d'>the group</data>\n"
    "<graph id='n:' edgedefault='undirected' f='1'><desc>in</desc><data key='d'>inner</data>\n"
    "<node id='m'><data key='d'>the member</data></node><data key='z'>zz</data>\n"
    "<data key='q'>?</data><o:x xmlns:o='urn:o'/><edge id='t' source='m' target='m'/></graph>\n"
    "<graph id='i'><node id='o'/></graph><graph><node id='p'/></graph></node>\n", &report);
  g_autofree char *saved = io_test_write (map);
  g_autoptr (LsnMap) again = io_test_map (saved);
  g_autofree char *twice = io_test_write (again);

  g_assert_cmpstr (io_test_cell (map, A, "n", "descr"), ==, "the group");
  g_assert_cmpstr (io_test_cell (map, A, "m", "descr"), ==, "the member");
  g_assert_cmpstr (io_test_cell (map, A, "o", "parent"), ==, "n");
  g_assert_cmpstr (io_test_cell (map, A, "p", "parent"), ==, "n");
  g_assert_cmpstr (io_test_cell (map, T, "t", "direction"), ==, "none");
  g_assert_nonnull (strstr (saved, "      <graph id=\"n:\" edgedefault=\"undirected\" f=\"1\"><desc>in</desc>"
                                   "<data key=\"map-d\">inner</data><data key=\"z\">zz</data><data key=\"q\">?</data>"
                                   "<o:x xmlns:o=\"urn:o\"/></graph><graph id=\"i\"/>\n"));
  g_assert_nonnull (strstr (saved, "<key id=\"map-d\" for=\"graph\" attr.name=\"descr\""));
  g_assert_cmpstr (saved, ==, twice);
  io_test_assert_equal (map, again);
  g_assert_true (io_test_says (report, LSN_SEVERITY_WARNING, 7, "The graph inside “n” has values of its own"));
  g_assert_cmpuint (lsn_report_count (report, LSN_SEVERITY_ERROR), ==, 0);
}

static void
test_references (void)
{
  g_autoptr (LsnReport) report = NULL;
  g_autoptr (LsnMap) map = read_document (
    "<key id='k' for='node' attr.name='kind'/>\n<key id='p' for='node' attr.name='parent'/>\n",
    "<node id='a'><data key='k'>oracle</data><data key='p'>b</data></node>\n"
    "<node id='b'><data key='k'>state</data><data key='p'>nowhere</data></node>\n"
    "<node id='c'><data key='p'>d</data></node>\n<node id='d'><data key='p'>c</data></node>\n", &report);

  g_assert_cmpstr (io_test_cell (map, A, "a", "kind"), ==, "oracle");
  g_assert_cmpstr (io_test_cell (map, LSN_TABLE_KINDS, "oracle", "of"), ==, "actor");
  g_assert_cmpstr (io_test_cell (map, A, "a", "parent"), ==, "b");
  g_assert_cmpstr (io_test_cell (map, A, "b", "parent"), ==, "nowhere");
  g_assert_cmpstr (io_test_cell (map, A, "nowhere", "name"), ==, "nowhere");
  g_assert_true (io_test_says (report, LSN_SEVERITY_WARNING, 7, "nowhere"));
  /* A circle of containers: one of the two is refused. */
  g_assert_true (io_test_says (report, LSN_SEVERITY_ERROR, 0, "could not be set"));
}

static void
test_ties_before_and_without_actors (void)
{
  g_autoptr (LsnReport) report = NULL;
  g_autoptr (LsnMap) map = read_document (
    "", "<edge id='early' source='a' target='b'/>\n<edge id='lost' source='a' target='ghost'/>\n"
        "<edge id='loop' source='a' target='a'/>\n<node id='a'/>\n<node id='b'/>\n", &report);
  g_autofree char *saved = io_test_write (map);

  g_assert_cmpuint (lsn_map_n_rows (map, T), ==, 2);
  g_assert_cmpstr (io_test_cell (map, T, "early", "target"), ==, "b");
  g_assert_cmpstr (io_test_cell (map, T, "loop", "target"), ==, "a");
  g_assert_true (io_test_says (report, LSN_SEVERITY_ERROR, 5, "ghost"));
  g_assert_nonnull (strstr (saved, "<edge id=\"lost\" source=\"a\" target=\"ghost\"/>"));
}

static void
test_foreign (void)
{
  g_autoptr (LsnReport) report = NULL;
  g_autoptr (LsnMap) map = read_document (
    "<key id='r' for='port' yfiles.type='portgraphics'/>\n<key id='u' for='node' attr.name='unit' v.x='1&amp;2'><desc>A\n"
    "B</desc></key>\n",
    "<desc>About</desc><node id='a' z='&quot;&#10;'><desc>d</desc><port name='n'/><data key='u'>kg</data></node>\n"
    "<hyperedge id='h'><endpoint node='a'/></hyperedge>\n<o:foo xmlns:o='urn:o' o:bar='1'>t&lt;<!--c--><o:in/></o:foo>\n"
    "</graph>\n<graph id='H'><node id='z'/>", &report);
  g_autofree char *saved = io_test_write (map);
  g_autoptr (LsnMap) again = io_test_map (saved);
  g_autofree char *twice = io_test_write (again);
  static const char * const kept[] = {
    "<key id=\"r\" for=\"port\" yfiles.type=\"portgraphics\"/>", "v.x=\"1&amp;2\"><desc>A&#10;B</desc></key>",
    "<desc>About</desc>", "<node id=\"a\" z=\"&quot;&#10;\">", "<desc>d</desc><port name=\"n\"/>",
    "<hyperedge id=\"h\"><endpoint node=\"a\"/></hyperedge>",
    "<o:foo xmlns:o=\"urn:o\" o:bar=\"1\">t&lt;<!--c--><o:in/></o:foo>", "<graph id=\"H\"><node id=\"z\"/></graph>"
  };

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    if (strstr (saved, kept[i]) == NULL)
      g_error ("%s is not in\n%s", kept[i], saved);
  g_assert_cmpstr (saved, ==, twice);
  g_assert_cmpuint (lsn_map_n_rows (map, A), ==, 1);
  g_assert_true (io_test_says (report, LSN_SEVERITY_WARNING, 8, "hyperedge"));
  g_assert_true (io_test_says (report, LSN_SEVERITY_WARNING, 11, "more than one graph"));
}

/* In a document that has a namespace, an element of none is not GraphML's; in one that has none it is. */
static void
test_no_namespace (void)
{
  static const char graph[] =
    "<node id='n'><s:svg xmlns:s='urn:s'><plain xmlns='' a='1'><x/><d xmlns='http://graphml.graphdrawing.org/xmlns'/></plain>"
    "<port/><s:in><none xmlns=''/></s:in></s:svg></node>\n<other xmlns=''/>";
  static const char bare_text[] =
    "<graphml><graph><node id='n'><s:svg xmlns:s='urn:s'><plain/></s:svg></node></graph></graphml>";
  g_autoptr (LsnMap) map = read_document ("", graph, NULL);
  g_autofree char *saved = io_test_write (map);
  g_autoptr (LsnMap) again = io_test_map (saved);
  g_autofree char *twice = io_test_write (again);
  g_autoptr (LsnMap) bare = io_test_map (bare_text);
  g_autofree char *bare_saved = io_test_write (bare);

  g_assert_nonnull (strstr (saved, "<s:svg xmlns:s=\"urn:s\"><plain xmlns=\"\" a=\"1\"><x/><d xmlns=\"" LSN_GRAPHML_NAMESPACE
                            "\"/></plain><port/><s:in><none xmlns=\"\"/></s:in></s:svg>"));
  g_assert_nonnull (strstr (saved, "<other xmlns=\"\"/>"));
  g_assert_cmpstr (saved, ==, twice);
  g_assert_nonnull (strstr (bare_saved, "<plain/>"));
}

static const char yed[] =
  "<graphml xmlns='"
  LSN_GRAPHML_NAMESPACE
  "' xmlns:y='"
  LSN_YED_NAMESPACE
  "'>"
  "<key id='d6' for='node' yfiles.type='nodegraphics'/><key id='d10' for='edge' yfiles.type='edgegraphics'/>"
  "<graph edgedefault='directed'><node id='n0'><data key='d6'><y:ShapeNode>"
  "<y:Geometry height='30.0' width='50.0' x='100.123456' y='200.0'/><y:Fill color='#FFCC00' transparent='false'/>"
  "<y:NodeLabel visible='true'>Ministry &amp; Co<y:LabelModel/></y:NodeLabel><y:Shape type='ellipse'/></y:ShapeNode>"
  "</data></node><edge id='e' source='n0' target='n0'><data key='d10'><y:PolyLineEdge><y:EdgeLabel>pays</y:EdgeLabel>"
  "</y:PolyLineEdge></data></edge></graph></graphml>";

static void
test_yed (void)
{
  g_autoptr (LsnMap) map = io_test_map (yed);
  LsnRow actor = lsn_map_find_row (map, A, "n0");
  g_autofree char *same = io_test_write (map);
  g_autofree char *moved = NULL;

  g_assert_cmpstr (io_test_cell (map, A, "n0", "name"), ==, "Ministry & Co");
  g_assert_cmpstr (io_test_cell (map, A, "n0", "x"), ==, "125.12");
  g_assert_cmpstr (io_test_cell (map, A, "n0", "y"), ==, "215");
  g_assert_cmpstr (io_test_cell (map, A, "n0", "fill"), ==, "#ffcc00");
  g_assert_cmpstr (io_test_cell (map, A, "n0", "shape"), ==, "ellipse");
  g_assert_cmpstr (io_test_cell (map, T, "e", "label"), ==, "pays");
  g_assert_nonnull (strstr (same, "x=\"100.123456\" y=\"200.0\""));
  g_assert_nonnull (strstr (same, "color=\"#FFCC00\""));
  lsn_map_begin (map, "Change", NULL);
  lsn_map_set_text (map, A, actor, LSN_ACTOR_NAME, "Other <one>", NULL);
  lsn_map_set_number (map, A, actor, LSN_ACTOR_X, 25.0, NULL);
  lsn_map_set_text (map, A, actor, lsn_map_find_column (map, A, "fill"), "#112233", NULL);
  lsn_map_set_text (map, A, actor, lsn_map_find_column (map, A, "shape"), "hexagon", NULL);
  lsn_map_set_text (map, T, lsn_map_find_row (map, T, "e"), LSN_TIE_LABEL, "owes", NULL);
  lsn_map_commit (map);
  moved = io_test_write (map);
  g_assert_nonnull (strstr (moved, "width=\"50.0\" x=\"0\" y=\"200.0\""));
  g_assert_nonnull (strstr (moved, "<y:Fill color=\"#112233\" transparent=\"false\"/>"));
  g_assert_nonnull (strstr (moved, "\">Other &lt;one&gt;<y:LabelModel/></y:NodeLabel><y:Shape type=\"hexagon\"/>"));
  g_assert_nonnull (strstr (moved, "<y:EdgeLabel>owes</y:EdgeLabel>"));
}

static void
test_encodings (void)
{
  static const char latin[] = "<?xml version='1.0' encoding='iso-8859-1'?><graphml><key id='n' for='node' attr.name='name'/>"
                              "<graph><node id='a'><data key='n'>Fran\347ois</data></node></graph></graphml>";
  g_autofree char *plain = g_strdup ("<graphml><key id='n' for='node' attr.name='name'/><graph><node id='a'>"
                                     "<data key='n'>\330\271\330\261\330\250</data></node></graph></graphml>");
  gsize length;
  g_autofree char *wide = g_convert (plain, -1, "UTF-16", "UTF-8", NULL, &length, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (LsnMap) one = io_test_map (latin);
  g_autoptr (LsnMap) two = io_test_map (plain);
  g_autoptr (LsnMap) three = io_test_read (wide, length, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (io_test_cell (one, A, "a", "name"), ==, "François");
  g_assert_cmpstr (io_test_cell (two, A, "a", "name"), ==, "عرب");
  g_assert_cmpstr (io_test_cell (three, A, "a", "name"), ==, "عرب");
}

static void
test_control_characters (void)
{
  g_autoptr (LsnReport) report = NULL;
  g_autoptr (LsnMap) map = read_document (
    "<key id='n' for='node' attr.name='name'/>\n",
    "<node id='a'><data key='n'>x\001y\vz</data></node>\n", &report);

  g_assert_cmpstr (io_test_cell (map, A, "a", "name"), ==, "x\357\277\275y\357\277\275z");
  g_assert_true (io_test_says (report, LSN_SEVERITY_WARNING, 5, "2 characters"));
}

static void
test_long_and_mixed_names (void)
{
  g_autoptr (GString) name = g_string_new (NULL);
  g_autofree char *graph = NULL;
  g_autoptr (LsnMap) map = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append (name, i % 3 == 0 ? "ش" : i % 3 == 1 ? "x" : "漢");
  graph = g_strdup_printf ("<node id='a'><data key='n'>%s</data></node>", name->str);
  map = read_document ("<key id='n' for='node' attr.name='name'/>", graph, NULL);
  g_assert_cmpstr (io_test_cell (map, A, "a", "name"), ==, name->str);
}

/* An attribute that is too long ends the reading, whichever others the tag has before and after it. */
static void
test_long_attributes (void)
{
  static const char * const tags[] = {
    "<key id='%s' for='node' attr.name='x' attr.type='string'/><graph/>",
    "<key id='k' for='node' attr.name='%s' attr.type='string'/><graph/>",
    "<key id='k' for='%s' attr.name='x' attr.type='string'/><graph/>",
    "<graph id='%s'/>",
    "<graph><node id='%s'/></graph>",
    "<graph><node id='a'/><edge id='%s' source='a' target='a'/></graph>",
    "<graph><node id='a'/><edge id='e' source='%s' target='a'/></graph>",
    "<graph><node id='a'><data key='%s'>x</data></node></graph>",
  };
  g_autofree char *value = g_strnfill (100000, 'n');

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      g_autoptr (GString) text = g_string_new ("<graphml>\n");
      g_autoptr (LsnReport) report = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (LsnMap) map = NULL;

      g_string_append (text, tags[i]);
      g_string_append (text, "</graphml>");
      g_string_replace (text, "%s", value, 1);
      map = io_test_read (text->str, text->len, &report, &error);
      g_assert_error (error, LSN_IO_ERROR, LSN_IO_ERROR_LIMIT);
      g_assert_null (map);
      g_assert_true (io_test_says (report, LSN_SEVERITY_ERROR, 2, "longer than"));
    }
}

/* A file of ours whose tables another program moved to the end still means the same. */
static void
test_tables_moved (void)
{
  g_autoptr (LsnMap) map = io_test_map (
    "<graphml><key id='tables' for='graph' attr.name='tables' attr.type='string'/>"
    "<key id='k' for='node' attr.name='kind'/><key id='q' for='node' attr.name='colour of flag'/>"
    "<graph edgedefault='directed'><node id='a'><data key='k'>oracle</data><data key='q'>#ff0000</data></node>"
    "<edge id='e' source='a' target='a'/>"
    "<data key='tables'><l:tables xmlns:l='urn:x-liaison:tables:1' version='1'><l:table name='columns'>"
    "<l:row id='q'><l:cell column='of'>actors</l:cell><l:cell column='name'>colour of flag</l:cell>"
    "<l:cell column='type'>colour</l:cell></l:row></l:table><l:table name='kinds'><l:row id='oracle'>"
    "<l:cell column='name'>Oracle</l:cell><l:cell column='of'>actor</l:cell></l:row></l:table>"
    "<l:table name='aliases'><l:row id='x'><l:cell column='actor'>a</l:cell><l:cell column='text'>AAA</l:cell></l:row>"
    "</l:table><l:table name='events'><l:row id='v'/></l:table></l:tables></data></graph></graphml>");
  LsnColumn flag = lsn_map_find_column (map, A, "colour of flag");
  g_autofree char *saved = io_test_write (map);

  g_assert_cmpuint (lsn_map_n_rows (map, LSN_TABLE_KINDS), ==, 1);
  g_assert_cmpstr (io_test_cell (map, LSN_TABLE_KINDS, "oracle", "name"), ==, "Oracle");
  g_assert_cmpint (lsn_map_column_spec (map, A, flag)->type, ==, LSN_TYPE_COLOUR);
  g_assert_cmpstr (io_test_cell (map, LSN_TABLE_ALIASES, "x", "actor"), ==, "a");
  g_assert_cmpstr (io_test_cell (map, T, "e", "direction"), ==, "");
  g_assert_nonnull (strstr (saved, " name=\"events\"><l:row id=\"v\"/></l:table>"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/graphml/basics", test_basics);
  g_test_add_func ("/graphml/direction", test_direction);
  g_test_add_func ("/graphml/keys-by-name", test_keys_by_name_not_id);
  g_test_add_func ("/graphml/misfit", test_misfit);
  g_test_add_func ("/graphml/types", test_types);
  g_test_add_func ("/graphml/second-values", test_second_values);
  g_test_add_func ("/graphml/second-id", test_second_id);
  g_test_add_func ("/graphml/infinite-places", test_infinite_places);
  g_test_add_func ("/graphml/defaults", test_defaults);
  g_test_add_func ("/graphml/late-double-missing-keys", test_late_double_and_missing_keys);
  g_test_add_func ("/graphml/ids", test_ids);
  g_test_add_func ("/graphml/ids-from-column", test_ids_from_column);
  g_test_add_func ("/graphml/nested", test_nested);
  g_test_add_func ("/graphml/nested-values", test_nested_values);
  g_test_add_func ("/graphml/references", test_references);
  g_test_add_func ("/graphml/ties-before-and-without-actors", test_ties_before_and_without_actors);
  g_test_add_func ("/graphml/foreign", test_foreign);
  g_test_add_func ("/graphml/no-namespace", test_no_namespace);
  g_test_add_func ("/graphml/yed", test_yed);
  g_test_add_func ("/graphml/encodings", test_encodings);
  g_test_add_func ("/graphml/control-characters", test_control_characters);
  g_test_add_func ("/graphml/long-and-mixed-names", test_long_and_mixed_names);
  g_test_add_func ("/graphml/long-attributes", test_long_attributes);
  g_test_add_func ("/graphml/tables-moved", test_tables_moved);
  return g_test_run ();
}
