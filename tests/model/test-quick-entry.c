/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include "model/edit.h"
#include "model/entry-line.h"
#include "model/quick-entry.h"
#include "model/report.h"

/* A line as one text: names in brackets, connectors as source-kind-target with < and > for heads. */
static char *
describe (const char *line,
          LsnReport  *report)
{
  g_autoptr (LsnEntryLine) said = lsn_entry_line_parse (line, line, 7, report);
  g_autoptr (GString) text = g_string_new (NULL);

  if (said == NULL)
    return g_strdup ("nothing");

  for (guint i = 0; i < said->names->len; i++)
    {
      g_string_append_printf (text, "[%s]", lsn_entry_line_name (said, i));
      if (i < said->connectors->len)
        {
          const LsnConnector *connector = &g_array_index (said->connectors, LsnConnector, i);
          gboolean is_mutual = connector->direction == LSN_DIRECTION_MUTUAL;
          gboolean is_none = connector->direction == LSN_DIRECTION_NONE;

          g_string_append_printf (text, "%s%s%s", is_mutual || (!is_none && connector->is_backward) ? "<" : "-",
                                  connector->kind != NULL ? connector->kind : "",
                                  is_mutual || (!is_none && !connector->is_backward) ? ">" : "-");
        }
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_lines (void)
{
  static const struct
  {
    const char *line, *said;
  } cases[] = {
    { "Qatar", "[Qatar]" },
    { "  The  Palace \t", "[The  Palace]" },
    { "Qatar -negotiation-> Hamas", "[Qatar]-negotiation>[Hamas]" },
    { "Qatar <-negotiation- Hamas", "[Qatar]<negotiation-[Hamas]" },
    { "Qatar <-negotiation-> Hamas", "[Qatar]<negotiation>[Hamas]" },
    { "Qatar -contact- Hamas", "[Qatar]-contact-[Hamas]" },
    { "Qatar -> Hamas", "[Qatar]->[Hamas]" },
    { "Qatar <- Hamas", "[Qatar]<-[Hamas]" },
    { "Qatar <-> Hamas", "[Qatar]<>[Hamas]" },
    { "Qatar -- Hamas", "[Qatar]--[Hamas]" },
    { "Qatar → Hamas ← Iran ↔ Syria", "[Qatar]->[Hamas]<-[Iran]<>[Syria]" },
    { "Qatar -pays→ Hamas ←arms- Iran", "[Qatar]-pays>[Hamas]<arms-[Iran]" },
    { "A -1-> B -back-channel-> C", "[A]-1>[B]-back-channel>[C]" },
    { "A -accepts as mediator-> B", "[A]-accepts as mediator>[B]" },
    { "al-Qassam -supports-> Abu-Ali Mustafa", "[al-Qassam]-supports>[Abu-Ali Mustafa]" },
    { "Trump -era officials -pressure-> Doha", "[Trump -era officials]-pressure>[Doha]" },
    { "Trump -era officials ←pressure- Doha", "[Trump -era officials]<pressure-[Doha]" },
    { "A - B -> C - D", "[A - B]->[C - D]" },
    { "\"A -> B\" -x-> \"say \"\"no\"\"\"", "[A -> B]-x>[say \"no\"]" },
    { "A -\"strange -> kind\"-> B", "[A]-strange -> kind>[B]" },
    { "قطر -تفاوض-> حماس", "[قطر]-تفاوض>[حماس]" },
    { "卡塔尔 -谈判-> 哈马斯", "[卡塔尔]-谈判>[哈马斯]" },
    { "- Qatar", "[Qatar]" },
    { " • Egypt -> Israel", "[Egypt]->[Israel]" },
    { "◦\tEgypt", "[Egypt]" },
    { "+ Egypt", "[Egypt]" },
    { "\tQatar\t", "[Qatar]" },
    { "Qatar\t->\tHamas", "[Qatar]->[Hamas]" },
    { "1. FC Köln", "[1. FC Köln]" },
    { "\"a\tb\"", "[a\tb]" },
    { "A-> B", "[A-> B]" },
    { "", "nothing" },
    { " \t", "nothing" },
    { "-", "nothing" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LsnReport) report = lsn_report_new ();
      g_autofree char *said = describe (cases[i].line, report);

      g_assert_cmpstr (said, ==, cases[i].said);
      g_assert_cmpuint (lsn_report_n_entries (report), ==, 0);
    }
}

static void
test_wrong_lines (void)
{
  static const struct
  {
    const char *line;
    guint       column;
  } cases[] = {
    { "-> Hamas", 1 },
    { "Qatar -> ", 10 },
    { "Qatar -> -x-> Hamas", 10 },
    { "Kätar -> \"Hamas", 10 },
    { "\"\" -> Hamas", 1 },
    { "\"Qatar\" and -> Hamas", 9 },
    { "Qatar\tState", 1 },
    { "Qatar -> Hamas\tmovement", 10 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LsnReport) report = lsn_report_new ();
      g_autofree char *said = describe (cases[i].line, report);

      g_assert_cmpstr (said, ==, "nothing");
      g_assert_cmpuint (lsn_report_n_entries (report), ==, 1);
      g_assert_cmpuint (lsn_report_get (report, 0)->line, ==, 7);
      g_assert_cmpuint (lsn_report_get (report, 0)->column, ==, cases[i].column);
      g_assert_cmpint (lsn_report_get (report, 0)->severity, ==, LSN_SEVERITY_ERROR);
    }
}

/* Whatever a name is, between quotation marks it comes back. */
static void
test_quotes (void)
{
  static const char *const pieces[] = { "a", "-", "->", "<-", " ", "\"", "b-c", "→", "é", "قطر", "--",
                                        "•", "<", ">", "\t", "1.", "2)" };

  for (guint i = 0; i < 5000; i++)
    {
      g_autoptr (GString)   name = g_string_new (NULL);
      g_autoptr (LsnReport) report = lsn_report_new ();
      g_autofree char      *stripped = NULL, *quoted = NULL, *line = NULL, *said = NULL, *expected = NULL;

      for (int n = g_test_rand_int_range (1, 8); n > 0; n--)
        g_string_append (name, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      stripped = g_strstrip (g_strdup (name->str));
      if (*stripped == '\0')
        continue;

      quoted = lsn_quick_entry_quote (stripped);
      line = g_strdup_printf ("%s -x-> %s", quoted, quoted);
      said = describe (line, report);
      expected = g_strdup_printf ("[%s]-x>[%s]", stripped, stripped);
      g_assert_cmpstr (said, ==, expected);
    }
}

/* Whatever a kind is, between two names it comes back with where the tie leads. */
static void
test_connectors (void)
{
  static const char *const pieces[] = { "a", "-", "->", "<-", " ", "\"", "b-c", "→", "é", "←", "--", "<", ">" };
  static const char *const heads[][2] = { { "-", ">" }, { "<", ">" }, { "-", "-" } };

  for (guint i = 0; i < 5000; i++)
    {
      g_autoptr (GString)   kind = g_string_new (NULL);
      g_autoptr (LsnReport) report = lsn_report_new ();
      g_autofree char      *connector = NULL, *line = NULL, *said = NULL, *expected = NULL;
      LsnDirection          direction = (LsnDirection) (i % 3);

      for (int n = g_test_rand_int_range (0, 8); n > 0; n--)
        g_string_append (kind, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      g_strstrip (kind->str);

      connector = lsn_connector_text (kind->str, direction);
      line = g_strdup_printf ("A %s B", connector);
      said = describe (line, report);
      expected = g_strdup_printf ("[A]%s%s%s[B]", heads[direction][0], kind->str, heads[direction][1]);
      g_assert_cmpstr (said, ==, expected);
    }
}

typedef struct
{
  LsnMap *map;
  LsnRow  qatar, hamas, palace, other_palace;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (LsnOrigin) origin = lsn_origin_new_seeded (1, "2026-01-01", "tester");
  LsnRow alias;

  fixture->map = lsn_map_new (origin);
  lsn_map_begin (fixture->map, "Draw", NULL);
  fixture->qatar = lsn_map_insert_actor (fixture->map, "q", "Qatar", LSN_NO_ROW, 0, 0, NULL);
  fixture->hamas = lsn_map_insert_actor (fixture->map, "h", "Hamas", LSN_NO_ROW, 0, 0, NULL);
  fixture->palace = lsn_map_insert_actor (fixture->map, "p", "Palace", LSN_NO_ROW, 0, 0, NULL);
  fixture->other_palace = lsn_map_insert_actor (fixture->map, "o", "palace", LSN_NO_ROW, 0, 0, NULL);
  alias = lsn_map_insert_row (fixture->map, LSN_TABLE_ALIASES, NULL, NULL);
  lsn_map_set_reference (fixture->map, LSN_TABLE_ALIASES, alias, LSN_ALIAS_ACTOR, fixture->hamas, NULL);
  lsn_map_set_text (fixture->map, LSN_TABLE_ALIASES, alias, LSN_ALIAS_TEXT, "The Movement", NULL);
  lsn_map_commit (fixture->map);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_object_unref (fixture->map);
}

static LsnQuickEntry *
parse (Fixture    *fixture,
       const char *text,
       guint       n_errors)
{
  g_autoptr (LsnReport) report = lsn_report_new ();
  LsnRow palette[] = { lsn_map_find_row (fixture->map, LSN_TABLE_KINDS, "negotiation"),
                       lsn_map_find_row (fixture->map, LSN_TABLE_KINDS, "rivalry") };
  LsnQuickEntry *entry = lsn_quick_entry_parse (fixture->map, text, palette, 2, report);

  g_assert_cmpuint (lsn_report_n_entries (report), ==, n_errors);
  return entry;
}

static void
test_whom (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (LsnQuickEntry) entry = parse (fixture, "qatar -> the movement\nPALACE -> Iran\nIRAN -> Palace", 0);

  g_assert_cmpuint (lsn_quick_entry_n_actors (entry), ==, 5);
  g_assert_cmpuint (lsn_quick_entry_actor (entry, 0)->actor, ==, fixture->qatar);
  g_assert_cmpuint (lsn_quick_entry_actor (entry, 1)->actor, ==, fixture->hamas);
  g_assert_cmpuint (lsn_quick_entry_actor (entry, 2)->n_candidates, ==, 2);
  g_assert_false (lsn_quick_entry_actor (entry, 2)->is_decided);
  g_assert_cmpuint (lsn_quick_entry_actor (entry, 3)->actor, ==, LSN_NO_ROW);
  g_assert_true (lsn_quick_entry_actor (entry, 3)->is_decided);
  g_assert_cmpuint (lsn_quick_entry_actor (entry, 4)->actor, ==, fixture->palace);
  g_assert_cmpuint (lsn_quick_entry_tie (entry, 2)->source, ==, 3);

  g_assert_false (lsn_quick_entry_is_ready (entry));
  lsn_quick_entry_decide (entry, 2, fixture->other_palace);
  g_assert_true (lsn_quick_entry_is_ready (entry));
}

static void
test_kinds (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (LsnQuickEntry) entry = parse (fixture,
                                           "Qatar -2-> Hamas\nQatar -MEDIAT-> Hamas\nQatar -back-channel-> Hamas\n"
                                           "Qatar -owes a favour-> Hamas\nQatar -co-> Hamas\nQatar -> Hamas", 1);
  static const char *const ids[] = { "rivalry", "mediation", "back-channel", NULL, NULL };

  g_assert_cmpuint (lsn_quick_entry_n_ties (entry), ==, G_N_ELEMENTS (ids));
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      LsnRow kind = lsn_quick_entry_tie (entry, i)->kind;

      g_assert_cmpstr (kind != LSN_NO_ROW ? lsn_map_row_id (fixture->map, LSN_TABLE_KINDS, kind) : NULL, ==, ids[i]);
    }
  g_assert_cmpstr (lsn_quick_entry_tie (entry, 3)->kind_name, ==, "owes a favour");
  g_assert_null (lsn_quick_entry_tie (entry, 4)->kind_name);
}

static void
test_apply (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (LsnQuickEntry) entry = parse (fixture,
                                           "Qatar -owes-> Iran\nIran <-owes- Hamas\nQatar -- Oman\nOman <-rivalry-> Iran", 0);
  g_autoptr (GArray)        made = g_array_new (FALSE, FALSE, sizeof (LsnRow));
  g_autoptr (GError)        error = NULL;
  LsnRow  next = lsn_map_find_row (fixture->map, LSN_TABLE_KINDS, "pressure");
  guint   n_kinds = lsn_map_n_rows (fixture->map, LSN_TABLE_KINDS);
  guint64 before = lsn_map_get_revision (fixture->map);
  LsnRow  tie, kind;

  g_assert_true (lsn_quick_entry_apply (entry, fixture->map, next, made, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (made->len, ==, 2);
  g_assert_cmpstr (lsn_map_get_text (fixture->map, LSN_TABLE_ACTORS, g_array_index (made, LsnRow, 0), LSN_ACTOR_NAME), ==,
                   "Iran");
  g_assert_cmpuint (lsn_map_n_rows (fixture->map, LSN_TABLE_TIES), ==, 4);
  g_assert_cmpuint (lsn_map_n_rows (fixture->map, LSN_TABLE_KINDS), ==, n_kinds + 1);

  tie = lsn_map_next_row (fixture->map, LSN_TABLE_TIES, LSN_NO_ROW);
  kind = lsn_map_get_reference (fixture->map, LSN_TABLE_TIES, tie, LSN_TIE_KIND);
  g_assert_cmpstr (lsn_kind_name (fixture->map, kind), ==, "owes");
  g_assert_true (lsn_kind_is_of_tie (fixture->map, kind));
  g_assert_cmpint (lsn_tie_direction (fixture->map, tie), ==, LSN_DIRECTION_FORWARD);

  tie = lsn_map_next_row (fixture->map, LSN_TABLE_TIES, tie);
  g_assert_cmpuint (lsn_map_get_reference (fixture->map, LSN_TABLE_TIES, tie, LSN_TIE_SOURCE), ==, fixture->hamas);
  g_assert_cmpuint (lsn_map_get_reference (fixture->map, LSN_TABLE_TIES, tie, LSN_TIE_KIND), ==, kind);

  tie = lsn_map_next_row (fixture->map, LSN_TABLE_TIES, tie);
  g_assert_cmpuint (lsn_map_get_reference (fixture->map, LSN_TABLE_TIES, tie, LSN_TIE_KIND), ==, next);
  g_assert_cmpint (lsn_tie_direction (fixture->map, tie), ==, LSN_DIRECTION_NONE);

  tie = lsn_map_next_row (fixture->map, LSN_TABLE_TIES, tie);
  g_assert_cmpint (lsn_tie_direction (fixture->map, tie), ==, LSN_DIRECTION_MUTUAL);

  g_assert_true (lsn_map_undo (fixture->map));
  g_assert_cmpuint (lsn_map_get_revision (fixture->map), ==, before);
}

/* What is in brackets is a kind if it is the name of one, in any case, or its id; else it is a part of the name. */
static void
test_kinds_of_actors (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr (LsnQuickEntry) entry = parse (fixture,
                                           "Qatar (STATE) -> Oman (state)\nFamilies (Gaza)\n\"Reuters (media)\"\n"
                                           "Fatah(armed-group)\n(state)\nOman -> Qatar", 0);
  static const struct
  {
    const char *name, *kind;
  } cases[] = {
    { "Qatar", "state" }, { "Oman", "state" }, { "Families (Gaza)", NULL }, { "Reuters (media)", NULL },
    { "Fatah", "armed-group" }, { "(state)", NULL },
  };
  g_autoptr (GArray) made = g_array_new (FALSE, FALSE, sizeof (LsnRow));
  LsnMap *map = fixture->map;
  guint64 before = lsn_map_get_revision (map);

  g_assert_cmpuint (lsn_quick_entry_n_actors (entry), ==, G_N_ELEMENTS (cases));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LsnRow kind = lsn_quick_entry_actor (entry, i)->kind;

      g_assert_cmpstr (lsn_quick_entry_actor (entry, i)->name, ==, cases[i].name);
      g_assert_cmpstr (kind != LSN_NO_ROW ? lsn_map_row_id (map, LSN_TABLE_KINDS, kind) : NULL, ==, cases[i].kind);
    }

  g_assert_true (lsn_quick_entry_apply (entry, map, LSN_NO_ROW, made, NULL));
  g_assert_cmpuint (lsn_map_get_reference (map, LSN_TABLE_ACTORS, fixture->qatar, LSN_ACTOR_KIND), ==,
                    lsn_map_find_row (map, LSN_TABLE_KINDS, "state"));
  g_assert_cmpuint (lsn_map_get_reference (map, LSN_TABLE_ACTORS, g_array_index (made, LsnRow, 0), LSN_ACTOR_KIND), ==,
                    lsn_map_find_row (map, LSN_TABLE_KINDS, "state"));
  g_assert_cmpuint (lsn_map_get_reference (map, LSN_TABLE_ACTORS, g_array_index (made, LsnRow, 1), LSN_ACTOR_KIND), ==,
                    LSN_NO_ROW);
  g_assert_true (lsn_map_undo (map));
  g_assert_cmpuint (lsn_map_get_revision (map), ==, before);
}

/* Who is called so, brackets and all, is meant. */
static void
test_brackets_in_names (Fixture      *fixture,
                        gconstpointer data)
{
  g_autoptr (LsnQuickEntry) entry = NULL;
  g_autofree char *quoted = lsn_quick_entry_quote ("Jazeera (media)");
  LsnRow jazeera;

  lsn_map_begin (fixture->map, "x", NULL);
  jazeera = lsn_map_insert_actor (fixture->map, NULL, "Jazeera (media)", LSN_NO_ROW, 0, 0, NULL);
  lsn_map_commit (fixture->map);
  entry = parse (fixture, "Jazeera (Media)", 0);
  g_assert_cmpuint (lsn_quick_entry_actor (entry, 0)->actor, ==, jazeera);
  g_assert_cmpuint (lsn_quick_entry_actor (entry, 0)->kind, ==, LSN_NO_ROW);
  g_assert_cmpstr (quoted, ==, "\"Jazeera (media)\"");
}

/* A refused cell takes everything back. */
static void
test_refused (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (LsnQuickEntry) entry = parse (fixture, "Qatar -> Iran\nIran -> \001", 0);
  g_autoptr (GArray)        made = g_array_new (FALSE, FALSE, sizeof (LsnRow));
  g_autoptr (GError)        error = NULL;
  guint64 before = lsn_map_get_revision (fixture->map);

  g_assert_false (lsn_quick_entry_apply (entry, fixture->map, LSN_NO_ROW, made, &error));
  g_assert_error (error, LSN_MODEL_ERROR, LSN_MODEL_ERROR_VALUE);
  g_assert_cmpuint (made->len, ==, 0);
  g_assert_cmpuint (lsn_map_get_revision (fixture->map), ==, before);
}

/* Any text is read without harm, and what is ready can be made. */
static void
test_random (Fixture      *fixture,
             gconstpointer data)
{
  static const char *const pieces[] = { "a", "Qatar", " ", " ", "-", "->", " -> ", "<-", "\"", "\n", "1", "co", "→",
                                        "\303", "\342\206", "palace", " -x-> ", "•" };

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (GString)       text = g_string_new (NULL);
      g_autoptr (LsnReport)     report = lsn_report_new ();
      g_autoptr (LsnQuickEntry) entry = NULL;
      g_autoptr (GArray)        made = g_array_new (FALSE, FALSE, sizeof (LsnRow));

      for (int n = g_test_rand_int_range (0, 30); n > 0; n--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      entry = lsn_quick_entry_parse (fixture->map, text->str, NULL, 0, report);
      if (lsn_quick_entry_is_ready (entry))
        g_assert_true (lsn_quick_entry_apply (entry, fixture->map, LSN_NO_ROW, made, NULL));
      while (lsn_map_n_rows (fixture->map, LSN_TABLE_ACTORS) > 4)
        lsn_map_undo (fixture->map);
    }
}

/* A list as other programs put it on the clipboard. */
static void
test_numbered (Fixture      *fixture,
               gconstpointer data)
{
  static const struct
  {
    const char *text, *names[4];
  } cases[] = {
    { "1. Qatar\r\n2. Egypt\r\n\r\n10.\tAda\r\n", { "Qatar", "Egypt", "Ada" } },
    { "1) Qatar\n2) - Egypt", { "Qatar", "Egypt" } },
    { "١. قطر\n٢. مصر", { "قطر", "مصر" } },
    { "1. FC Köln", { "1. FC Köln" } },
    { "1. FC Köln\nBerlin", { "1. FC Köln", "Berlin" } },
    { "3.5\n4.", { "3.5", "4." } },
    { "\"1. FC Köln\"\n\"1. FC Nürnberg\"", { "1. FC Köln", "1. FC Nürnberg" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LsnReport)     report = lsn_report_new ();
      g_autoptr (LsnQuickEntry) entry = lsn_quick_entry_parse (fixture->map, cases[i].text, NULL, 0, report);
      guint n = g_strv_length ((char **) cases[i].names);

      g_assert_cmpuint (lsn_report_n_entries (report), ==, 0);
      g_assert_cmpuint (lsn_quick_entry_n_actors (entry), ==, n);
      for (guint k = 0; k < n; k++)
        g_assert_cmpstr (lsn_quick_entry_actor (entry, k)->name, ==, cases[i].names[k]);
    }
}

/* The lines of a file of Windows are counted as one counts them. */
static void
test_line_numbers (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr (LsnReport)     report = lsn_report_new ();
  g_autoptr (LsnQuickEntry) entry = lsn_quick_entry_parse (fixture->map, "Qatar\r\nEgypt\r\n-> Ada\rBen", NULL, 0, report);

  g_assert_cmpuint (lsn_quick_entry_n_actors (entry), ==, 3);
  g_assert_cmpuint (lsn_report_n_entries (report), ==, 1);
  g_assert_cmpuint (lsn_report_get (report, 0)->line, ==, 3);
}

/* Columns are those of the line as it was typed, with the number of the list. */
static void
test_columns_of_numbered (Fixture      *fixture,
                          gconstpointer data)
{
  g_autoptr (LsnReport)     report = lsn_report_new ();
  g_autoptr (LsnQuickEntry) entry = lsn_quick_entry_parse (fixture->map, "1. Qatar\n2. -> Ada", NULL, 0, report);

  g_assert_cmpuint (lsn_quick_entry_n_actors (entry), ==, 1);
  g_assert_cmpuint (lsn_report_n_entries (report), ==, 1);
  g_assert_cmpuint (lsn_report_get (report, 0)->line, ==, 2);
  g_assert_cmpuint (lsn_report_get (report, 0)->column, ==, 4);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quick-entry/lines", test_lines);
  g_test_add_func ("/quick-entry/wrong-lines", test_wrong_lines);
  g_test_add_func ("/quick-entry/quotes", test_quotes);
  g_test_add_func ("/quick-entry/connectors", test_connectors);
  g_test_add ("/quick-entry/numbered", Fixture, NULL, set_up, test_numbered, tear_down);
  g_test_add ("/quick-entry/numbered-columns", Fixture, NULL, set_up, test_columns_of_numbered, tear_down);
  g_test_add ("/quick-entry/line-numbers", Fixture, NULL, set_up, test_line_numbers, tear_down);
  g_test_add ("/quick-entry/whom", Fixture, NULL, set_up, test_whom, tear_down);
  g_test_add ("/quick-entry/kinds", Fixture, NULL, set_up, test_kinds, tear_down);
  g_test_add ("/quick-entry/kinds-of-actors", Fixture, NULL, set_up, test_kinds_of_actors, tear_down);
  g_test_add ("/quick-entry/brackets-in-names", Fixture, NULL, set_up, test_brackets_in_names, tear_down);
  g_test_add ("/quick-entry/apply", Fixture, NULL, set_up, test_apply, tear_down);
  g_test_add ("/quick-entry/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/quick-entry/random", Fixture, NULL, set_up, test_random, tear_down);
  return g_test_run ();
}
