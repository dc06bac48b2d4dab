/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <signal.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "helpers/layout/sandbox.h"

/* Goes into the boxes of the layout helper, in a process of its own, and tries to get out. An attempt says what the system said:
 * 0 when it was let through, else the error. */

typedef int (*Attempt) (void);

static int
outcome (long result)
{
  return result < 0 ? errno : 0;
}

static int
read_passwd (void)
{
  return outcome (open ("/etc/passwd", O_RDONLY));
}

static int
write_file (void)
{
  return outcome (open ("/tmp/liaison-escaped", O_WRONLY | O_CREAT, 0600));
}

static int
read_own_memory (void)
{
  return outcome (open ("/proc/self/mem", O_RDWR));
}

static int
make_socket (void)
{
  return outcome (socket (AF_INET, SOCK_STREAM, 0));
}

static int
make_unix_socket (void)
{
  return outcome (socket (AF_UNIX, SOCK_STREAM, 0));
}

static int
run_program (void)
{
  return outcome (execl ("/bin/true", "true", NULL));
}

static int
make_process (void)
{
  pid_t child = syscall (SYS_clone, SIGCHLD, NULL, NULL, NULL, NULL);

  if (child == 0)
    _exit (0);
  return outcome (child);
}

static int
signal_parent (void)
{
  return outcome (kill (getppid (), 0));
}

/* The system itself signals the owner of a file to which something happens: these send signals without kill (). */
static int
give_file_to_parent (void)
{
  return outcome (fcntl (STDERR_FILENO, F_SETOWN, getppid ()));
}

static int
give_file_to_parents_thread (void)
{
  struct f_owner_ex owner = { F_OWNER_TID, getppid () };

  return outcome (fcntl (STDERR_FILENO, F_SETOWN_EX, &owner));
}

static int
choose_signal (void)
{
  return outcome (fcntl (STDERR_FILENO, F_SETSIG, SIGKILL));
}

static int
ask_for_signals (void)
{
  return outcome (fcntl (STDERR_FILENO, F_SETFL, O_ASYNC));
}

static int
take_lease (void)
{
  return outcome (fcntl (STDERR_FILENO, F_SETLEASE, F_RDLCK));
}

static int
lock_file (void)
{
  struct flock lock = { .l_type = F_RDLCK, .l_whence = SEEK_SET };

  return outcome (fcntl (STDERR_FILENO, F_SETLK, &lock));
}

static int
trace_parent (void)
{
  return outcome (ptrace (PTRACE_ATTACH, 1, NULL, NULL));
}

static int
remove_file (void)
{
  return outcome (unlink ("/tmp/liaison-nothing"));
}

static int
make_ring (void)
{
  return outcome (syscall (SYS_io_uring_setup, 4, NULL));
}

/* What an attempt comes to in a box. The system calls of the child only: it is not this program any more. */
static int
try_in_box (LsnBoxKind kind,
            Attempt    attempt)
{
  int status;
  pid_t child = fork ();

  if (child == 0)
    {
      close (STDOUT_FILENO);
      if (!lsn_sandbox_enter (kind))
        _exit (255);
      _exit (attempt ());
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), !=, 255);
  return WEXITSTATUS (status);
}

static void
test_memory_box (void)
{
  const Attempt attempts[] = { read_passwd, write_file, read_own_memory, make_socket, make_unix_socket, run_program, make_process,
                               signal_parent, trace_parent, remove_file, make_ring, give_file_to_parent,
                               give_file_to_parents_thread, choose_signal, ask_for_signals, take_lease, lock_file };

  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    {
      g_test_message ("attempt %u", i);
      g_assert_cmpint (try_in_box (LSN_BOX_MEMORY, attempts[i]), ==, EPERM);
    }
}

static void
test_files_box (void)
{
  const Attempt attempts[] = { write_file, read_own_memory, make_socket, make_unix_socket, run_program, make_process,
                               signal_parent, trace_parent, remove_file, make_ring, give_file_to_parent,
                               give_file_to_parents_thread, choose_signal, ask_for_signals, take_lease, lock_file };

  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    {
      g_test_message ("attempt %u", i);
      g_assert_cmpint (try_in_box (LSN_BOX_FILES, attempts[i]), ==, EPERM);
    }
}

static gboolean
has_landlock (void)
{
  return syscall (SYS_landlock_create_ruleset, NULL, 0, 1) >= 0;
}

static int
read_fonts (void)
{
  return outcome (open ("/usr/share/fonts", O_RDONLY | O_DIRECTORY));
}

/* Fonts can be read and nothing else, where the kernel has Landlock. */
static void
test_files_box_reads_fonts_only (void)
{
  if (!has_landlock ())
    {
      g_test_skip ("this kernel has no Landlock");
      return;
    }
  g_assert_cmpint (try_in_box (LSN_BOX_FILES, read_passwd), ==, EACCES);
  if (g_file_test ("/usr/share/fonts", G_FILE_TEST_IS_DIR))
    g_assert_cmpint (try_in_box (LSN_BOX_FILES, read_fonts), ==, 0);
}

static int
allocate (void)
{
  char *memory = malloc (64 << 20);

  if (memory == NULL)
    return ENOMEM;
  memset (memory, 1, 64 << 20);
  return memory[12345] == 1 ? 0 : EFAULT;
}

static int
double_file (void)
{
  int copy = fcntl (STDERR_FILENO, F_DUPFD_CLOEXEC, 3);

  if (copy < 0 || fcntl (copy, F_GETFD) != FD_CLOEXEC || fcntl (copy, F_SETFD, 0) != 0)
    return EINVAL;
  return outcome (fcntl (copy, F_GETFL));
}

/* What the fonts' configuration does to the files that it opens. */
static void
test_files_box_doubles_files (void)
{
  g_assert_cmpint (try_in_box (LSN_BOX_FILES, double_file), ==, 0);
}

/* The box must let through what layouts need. */
static void
test_memory (void)
{
  g_assert_cmpint (try_in_box (LSN_BOX_MEMORY, allocate), ==, 0);
  g_assert_cmpint (try_in_box (LSN_BOX_FILES, allocate), ==, 0);
}

/* A process whose parent is not who started it ends. */
static void
test_orphan (void)
{
  int status;
  pid_t child = fork ();

  if (child == 0)
    {
      lsn_sandbox_follow_parent (1);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (WEXITSTATUS (status), ==, getpid () == 1 ? 0 : 1);
}

/* A helper that computes for ever ends when nobody is at the other end of its standard input any more. */
static void
test_end_of_input (void)
{
  int ends[2], status;
  pid_t child;

  g_assert_cmpint (socketpair (AF_UNIX, SOCK_STREAM, 0, ends), ==, 0);
  child = fork ();
  if (child == 0)
    {
      close (ends[0]);
      dup2 (ends[1], STDIN_FILENO);
      lsn_sandbox_ignore_input ();
      if (!lsn_sandbox_enter (LSN_BOX_MEMORY))
        _exit (255);
      lsn_sandbox_end_with_input ();
      for (;;)
        ;
    }
  close (ends[1]);
  g_usleep (100 * 1000);
  g_assert_cmpint (waitpid (child, &status, WNOHANG), ==, 0);
  close (ends[0]);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status) || WEXITSTATUS (status) == 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/helpers/box/memory-box", test_memory_box);
  g_test_add_func ("/helpers/box/files-box", test_files_box);
  g_test_add_func ("/helpers/box/files-box-reads-fonts-only", test_files_box_reads_fonts_only);
  g_test_add_func ("/helpers/box/files-box-doubles-files", test_files_box_doubles_files);
  g_test_add_func ("/helpers/box/memory", test_memory);
  g_test_add_func ("/helpers/box/orphan", test_orphan);
  g_test_add_func ("/helpers/box/end-of-input", test_end_of_input);
  return g_test_run ();
}
