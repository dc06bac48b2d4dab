/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "io/fifo.h"

#include <errno.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <unistd.h>

/* Named pipes: reading one that nobody writes to would never end, nor would writing to one that nobody reads. */

#define STEP 20

/* Whether there is a writer, or something that one has left. Nothing is taken out of the pipe: a copy of its first byte goes
 * to another one. */
static gboolean
has_writer (int fd,
            int scratch)
{
  ssize_t n = tee (fd, scratch, 1, SPLICE_F_NONBLOCK);

  return n > 0 || (n < 0 && errno == EAGAIN);
}

/**
 * lsn_fifo_wait_for_writer:
 * @fd: a named pipe, open for reading and not blocking
 * @cancellable: (nullable): ends the waiting
 *
 * Waits until somebody has the pipe open for writing, but no longer than %LSN_FIFO_PATIENCE. A pipe between two programs
 * has its writer from the beginning.
 *
 * Returns: whether somebody has, or the waiting was cancelled
 */
gboolean
lsn_fifo_wait_for_writer (int           fd,
                          GCancellable *cancellable)
{
  int scratch[2];
  gboolean there;

  /* Without pipes of our own, reading has to find out */
  if (!g_unix_open_pipe (scratch, FD_CLOEXEC, NULL))
    return TRUE;
  there = has_writer (fd, scratch[1]);
  for (guint waited = 0; !there && waited < LSN_FIFO_PATIENCE && !g_cancellable_is_cancelled (cancellable); waited += STEP)
    {
      g_usleep (STEP * 1000);
      there = has_writer (fd, scratch[1]);
    }
  close (scratch[0]);
  close (scratch[1]);
  return there || g_cancellable_is_cancelled (cancellable);
}

/**
 * lsn_fifo_open_for_writing:
 * @path: a named pipe
 * @cancellable: (nullable): ends the waiting
 *
 * Waits until somebody reads from the pipe, but no longer than %LSN_FIFO_PATIENCE.
 *
 * Returns: the pipe, not blocking; or -1 with errno, %ENXIO when nobody reads
 */
int
lsn_fifo_open_for_writing (const char   *path,
                           GCancellable *cancellable)
{
  int fd = open (path, O_WRONLY | O_CLOEXEC | O_NONBLOCK);

  for (guint waited = 0; fd < 0 && errno == ENXIO && waited < LSN_FIFO_PATIENCE
       && !g_cancellable_is_cancelled (cancellable); waited += STEP)
    {
      g_usleep (STEP * 1000);
      fd = open (path, O_WRONLY | O_CLOEXEC | O_NONBLOCK);
    }
  return fd;
}

/**
 * lsn_fifo_write:
 * @fd: a named pipe, open for writing and not blocking
 * @bytes: what goes through it
 * @cancellable: (nullable): ends the waiting for somebody to read
 *
 * Returns: whether all of it is in the pipe; else errno says why, %ECANCELED when it was cancelled
 */
gboolean
lsn_fifo_write (int           fd,
                GBytes       *bytes,
                GCancellable *cancellable)
{
  gsize left;
  const char *at = g_bytes_get_data (bytes, &left);

  while (left > 0)
    {
      ssize_t n = write (fd, at, left);
      GPollFD ready = { .fd = fd, .events = G_IO_OUT };

      if (n < 0 && errno != EINTR && errno != EAGAIN)
        return FALSE;
      if (n < 0)
        g_poll (&ready, 1, STEP);
      if (n < 0 && g_cancellable_is_cancelled (cancellable))
        {
          errno = ECANCELED;
          return FALSE;
        }
      at += MAX (n, 0);
      left -= MAX (n, 0);
    }
  return TRUE;
}
