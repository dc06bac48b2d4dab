/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include "canvas/entry-words.h"

#include <string.h>

#include "model/edit.h"
#include "model/report.h"

/* What is said about lines of the quick entry, and how they are completed. */

typedef struct
{
  LsnMap *map;
} Fixture;

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  static const char *const names[] = { "Hamas", "Hamburg", "Qatar", "Office -era", "قطر" };
  g_autoptr (LsnOrigin) origin = lsn_origin_new_seeded (3, "2024-05-01", "tester");
  LsnRow actor, alias;

  f->map = lsn_map_new (origin);
  lsn_map_begin (f->map, "Set up", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    actor = lsn_map_insert_actor (f->map, NULL, names[i], LSN_NO_ROW, 0, 100 * i, NULL);
  alias = lsn_map_insert_row (f->map, LSN_TABLE_ALIASES, NULL, NULL);
  g_assert_true (lsn_map_set_reference (f->map, LSN_TABLE_ALIASES, alias, LSN_ALIAS_ACTOR, actor, NULL));
  g_assert_true (lsn_map_set_text (f->map, LSN_TABLE_ALIASES, alias, LSN_ALIAS_TEXT, "Doha", NULL));
  lsn_map_commit (f->map);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  g_assert_finalize_object (f->map);
}

static void
test_summary (Fixture      *f,
              gconstpointer data)
{
  static const struct
  {
    const char *text, *words, *problem;
  } cases[] = {
    { "", "", NULL },
    { "Hamas", "", NULL },
    { "Egypt", "1 new actor", NULL },
    { "Egypt (state)", "1 new actor", NULL },
    { "Qatar (state) -> Egypt", "1 new actor, the kind of 1 actor, 1 tie", NULL },
    { "Egypt -> Hamas", "1 new actor, 1 tie", NULL },
    { "Egypt -> Hamas\nEgypt -negotiation-> Israel", "2 new actors, 2 ties", NULL },
    { "Hamas -flirts-> Qatar\nQatar -Flirts-> Hamas", "2 ties, 1 new kind of tie", NULL },
    { "Hamas\n-> Qatar", "", "Line 2, letter 1: There is no name before this arrow." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LsnReport) report = lsn_report_new ();
      g_autoptr (LsnQuickEntry) entry = lsn_quick_entry_parse (f->map, cases[i].text, NULL, 0, report);
      g_autofree char *words = lsn_entry_summary (f->map, entry);
      g_autofree char *problem = lsn_entry_problem (report);

      g_assert_cmpstr (words, ==, cases[i].words);
      g_assert_cmpstr (problem, ==, cases[i].problem);
    }
}

static void
test_complete (Fixture      *f,
               gconstpointer data)
{
  static const struct
  {
    const char *head;
    guint       nth;
    const char *line; /* NULL when nothing fits */
  } cases[] = {
    { "ham", 0, "Hamas" },
    { "ham", 1, "Hamburg" },
    { "ham", 2, NULL },
    { "Qatar -> do", 0, "Qatar -> Doha" },
    { "Qatar -negotiation-> قط", 0, "Qatar -negotiation-> قطر" },
    { "- hamb", 0, "- Hamburg" },
    { "off", 0, "\"Office -era\"" },
    { "Qatar -nego", 0, "Qatar -Negotiation-> " },
    { "Qatar <-nego", 0, "Qatar <-Negotiation- " },
    { "Qatar -nego", 1, NULL },
    { "Oman (sta", 0, "Oman (State) " },
    { "Oman (armed", 0, "Oman (Armed group) " },
    { "Oman (zz", 0, NULL },
    { "Qatar -> Oman (n", 0, "Qatar -> Oman (NGO) " },
    { "Qatar -> ", 0, NULL },
    { "Qatar -> zz", 0, NULL },
    { "", 0, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize start = 0;
      g_autoptr (GPtrArray) all = lsn_entry_completions (f->map, cases[i].head, &start);
      const char *completed = cases[i].nth < all->len ? ((LsnCompletion *) g_ptr_array_index (all, cases[i].nth))->text : NULL;
      g_autofree char *before = g_strndup (cases[i].head, start);
      g_autofree char *line = completed != NULL ? g_strconcat (before, completed, NULL) : NULL;

      g_assert_cmpuint (start, <=, strlen (cases[i].head));
      g_assert_cmpstr (line, ==, cases[i].line);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/canvas/entry-words/summary", Fixture, NULL, set_up, test_summary, tear_down);
  g_test_add ("/canvas/entry-words/complete", Fixture, NULL, set_up, test_complete, tear_down);
  return g_test_run ();
}
