/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include <stdlib.h>

#include "io/disk.h"
#include "io/files.h"
#include "io/format.h"
#include "io/graphml-reader.h"
#include "io/graphml-writer.h"

/* bench-io FILE open|save TIMES: seconds for opening the file, or for saving what was opened into memory and on to a file
 * without waiting for the disk; one a line. */

static GInputStream *
open_file (gpointer      data,
           GCancellable *cancellable,
           GError      **error)
{
  gboolean seekable;
  g_autoptr (GInputStream) stream = lsn_disk_open (data, NULL, &seekable, cancellable, error);

  return stream == NULL ? NULL : lsn_format_unpack (stream, cancellable, error);
}

static LsnMap *
read_map (GFile *file)
{
  g_autoptr (LsnOrigin) origin = lsn_origin_new_seeded (1, "2026-01-01", "bench");
  g_autoptr (LsnReport) report = lsn_report_new ();
  g_autoptr (GError) error = NULL;
  LsnMap *map = lsn_graphml_read (open_file, file, origin, report, NULL, &error);

  if (map == NULL)
    g_error ("%s", error->message);
  return map;
}

static void
time_open (GFile *file)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (LsnMap) map = read_map (file);

  g_print ("%.6f\n", (g_get_monotonic_time () - start) / 1e6);
}

static void
time_save (LsnMap     *map,
           const char *path)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (LsnMap) snapshot = lsn_map_snapshot (map);
  g_autoptr (GBytes) bytes = lsn_graphml_write (snapshot, NULL);
  g_autoptr (GError) error = NULL;

  if (!g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                 G_FILE_SET_CONTENTS_NONE, 0666, &error))
    g_error ("%s", error->message);
  g_print ("%.6f\n", (g_get_monotonic_time () - start) / 1e6);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (LsnMap) map = NULL;
  g_autofree char *path = NULL;

  if (argc != 4)
    return 2;
  file = g_file_new_for_path (argv[1]);
  if (g_str_equal (argv[2], "save"))
    map = read_map (file);
  path = g_strconcat (argv[1], ".saved", NULL);
  for (int i = atoi (argv[3]); i > 0; i--)
    if (map == NULL)
      time_open (file);
    else
      time_save (map, path);
  return 0;
}
