/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "model/report.h"

#undef G_DISABLE_ASSERT

static void
test_entries (void)
{
  g_autoptr (LsnReport) report = lsn_report_new ();
  g_autofree char *text = NULL;

  g_assert_cmpuint (lsn_report_n_entries (report), ==, 0);
  g_assert_false (lsn_report_has_errors (report));

  lsn_report_add (report, LSN_SEVERITY_NOTE, 0, 0, "Nothing much.");
  lsn_report_add (report, LSN_SEVERITY_WARNING, 70000, 0, "%s is late.", "A key");
  g_assert_false (lsn_report_has_errors (report));
  lsn_report_add (report, LSN_SEVERITY_ERROR, 12, 5, "No actor “%s”.", "n7");
  g_assert_true (lsn_report_has_errors (report));

  g_assert_cmpuint (lsn_report_n_entries (report), ==, 3);
  g_assert_cmpuint (lsn_report_get (report, 1)->line, ==, 70000);
  g_assert_cmpint (lsn_report_get (report, 2)->severity, ==, LSN_SEVERITY_ERROR);
  g_assert_cmpstr (lsn_report_get (report, 2)->text, ==, "No actor “n7”.");

  text = lsn_report_to_text (report, "a.graphml");
  g_assert_cmpstr (text, ==,
                   "a.graphml: note: Nothing much.\n"
                   "a.graphml:70000: warning: A key is late.\n"
                   "a.graphml:12:5: error: No actor “n7”.\n");
}

/* Past the limit they are counted, and an error among them is not forgotten. */
static void
test_limit (void)
{
  g_autoptr (LsnReport) report = lsn_report_new ();
  guint limit = lsn_report_limit ();

  for (guint i = 0; i < limit; i++)
    lsn_report_add (report, LSN_SEVERITY_NOTE, i + 1, 1, "Note %u.", i);
  g_assert_cmpuint (lsn_report_n_entries (report), ==, limit);

  lsn_report_add (report, LSN_SEVERITY_ERROR, 1, 1, "Error.");
  g_assert_cmpuint (lsn_report_n_entries (report), ==, limit + 1);
  g_assert_cmpstr (lsn_report_get (report, limit - 1)->text, ==, "Error.");
  g_assert_cmpstr (lsn_report_get (report, limit)->text, ==, "There is 1 more to report.");
  g_assert_cmpint (lsn_report_get (report, limit)->severity, ==, LSN_SEVERITY_NOTE);
  g_assert_true (lsn_report_has_errors (report));

  for (guint i = 0; i < 4999; i++)
    lsn_report_add (report, LSN_SEVERITY_NOTE, 1, 1, "Another.");
  g_assert_cmpuint (lsn_report_n_entries (report), ==, limit + 1);
  g_assert_cmpstr (lsn_report_get (report, limit)->text, ==, "There are 5000 more to report.");
}

/* What is worse is listed before what came earlier, and all is counted, also when one report goes into another. */
static void
test_append (void)
{
  g_autoptr (LsnReport) report = lsn_report_new ();
  g_autoptr (LsnReport) more = lsn_report_new ();
  guint limit = lsn_report_limit ();

  lsn_report_add (report, LSN_SEVERITY_NOTE, 0, 0, "First.");
  for (guint i = 0; i < limit + 20; i++)
    lsn_report_add (more, LSN_SEVERITY_WARNING, i + 1, 1, "Warning %u.", i);
  lsn_report_add (more, LSN_SEVERITY_ERROR, 7, 1, "Error.");
  lsn_report_append (report, more);

  g_assert_cmpuint (lsn_report_n_entries (report), ==, limit + 1);
  g_assert_cmpstr (lsn_report_get (report, 0)->text, ==, "Warning 0.");
  g_assert_cmpstr (lsn_report_get (report, limit - 1)->text, ==, "Error.");
  g_assert_cmpstr (lsn_report_get (report, limit)->text, ==, "There are 22 more to report.");
  g_assert_cmpint (lsn_report_get (report, limit)->severity, ==, LSN_SEVERITY_WARNING);
  g_assert_cmpuint (lsn_report_count (report, LSN_SEVERITY_NOTE), ==, 1);
  g_assert_cmpuint (lsn_report_count (report, LSN_SEVERITY_WARNING), ==, limit + 20);
  g_assert_cmpuint (lsn_report_count (report, LSN_SEVERITY_ERROR), ==, 1);

  for (guint i = 0; i < 2 * limit; i++)
    lsn_report_add (report, LSN_SEVERITY_ERROR, 1, 1, "Error %u.", i);
  g_assert_cmpstr (lsn_report_get (report, 0)->text, ==, "Error.");
  g_assert_cmpstr (lsn_report_get (report, limit - 1)->text, ==, "Error 998.");
  g_assert_cmpint (lsn_report_get (report, limit)->severity, ==, LSN_SEVERITY_ERROR);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/report/entries", test_entries);
  g_test_add_func ("/model/report/limit", test_limit);

  g_test_add_func ("/model/report/append", test_append);

  return g_test_run ();
}
