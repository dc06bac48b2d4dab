/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "helpers/layout/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <seccomp.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "helpers/layout/landlock.h"

#define MEMORY_LIMIT (G_GUINT64_CONSTANT (4) << 30)

/* What both boxes allow. Nothing here opens, names or reaches anything outside of the process. */
static const int calls_of_memory[] = {
  SCMP_SYS (read), SCMP_SYS (readv), SCMP_SYS (write), SCMP_SYS (writev), SCMP_SYS (close), SCMP_SYS (lseek),
  SCMP_SYS (fstat), SCMP_SYS (poll), SCMP_SYS (ppoll),
  SCMP_SYS (brk), SCMP_SYS (mmap), SCMP_SYS (munmap), SCMP_SYS (mremap), SCMP_SYS (mprotect), SCMP_SYS (madvise),
  SCMP_SYS (futex), SCMP_SYS (sched_yield), SCMP_SYS (getrandom),
  SCMP_SYS (clock_gettime), SCMP_SYS (clock_getres), SCMP_SYS (gettimeofday), SCMP_SYS (time), SCMP_SYS (times),
  SCMP_SYS (getrusage), SCMP_SYS (sysinfo), SCMP_SYS (getpid), SCMP_SYS (gettid),
  SCMP_SYS (rt_sigaction), SCMP_SYS (rt_sigprocmask), SCMP_SYS (rt_sigreturn), SCMP_SYS (sigaltstack),
  SCMP_SYS (restart_syscall), SCMP_SYS (exit), SCMP_SYS (exit_group),
};

/* What reading fonts and loading plugins needs besides. Opening for writing is refused below. */
static const int calls_of_files[] = {
  SCMP_SYS (pread64), SCMP_SYS (stat), SCMP_SYS (lstat), SCMP_SYS (newfstatat), SCMP_SYS (statx), SCMP_SYS (access),
  SCMP_SYS (faccessat), SCMP_SYS (faccessat2), SCMP_SYS (readlink), SCMP_SYS (readlinkat), SCMP_SYS (getdents64),
  SCMP_SYS (statfs), SCMP_SYS (fstatfs), SCMP_SYS (fadvise64), SCMP_SYS (getcwd), SCMP_SYS (uname),
  SCMP_SYS (getuid), SCMP_SYS (geteuid), SCMP_SYS (getgid), SCMP_SYS (getegid), SCMP_SYS (umask),
  SCMP_SYS (sched_getaffinity), SCMP_SYS (set_robust_list), SCMP_SYS (rseq),
};

/**
 * lsn_sandbox_follow_parent:
 * @parent: who started this process
 *
 * From now on this process ends when its parent does; at once when that has already ended.
 */
void
lsn_sandbox_follow_parent (pid_t parent)
{
  prctl (PR_SET_PDEATHSIG, SIGKILL);
  if (getppid () != parent)
    _exit (1);
}

/**
 * lsn_sandbox_limit:
 * @cpu_seconds: how long this process may compute
 *
 * Caps memory and time, and leaves no core file. A build with sanitizers maps more than any cap, so it has none.
 */
gboolean
lsn_sandbox_limit (guint cpu_seconds)
{
  struct rlimit none = { 0, 0 };
  struct rlimit cpu = { cpu_seconds, cpu_seconds + 1 };

  if (setrlimit (RLIMIT_CORE, &none) != 0 || setrlimit (RLIMIT_CPU, &cpu) != 0)
    return FALSE;
#ifndef SANITIZED
  {
    struct rlimit memory = { MEMORY_LIMIT, MEMORY_LIMIT };

    if (setrlimit (RLIMIT_AS, &memory) != 0)
      return FALSE;
  }
#endif
  return TRUE;
}

static gboolean
allow (scmp_filter_ctx filter,
       const int      *calls,
       guint           n_calls)
{
  for (guint i = 0; i < n_calls; i++)
    {
      int result = seccomp_rule_add (filter, SCMP_ACT_ALLOW, calls[i], 0);

      if (result != 0 && result != -EDOM)   /* a call that this processor's Linux does not have needs no rule */
        return FALSE;
    }
  return TRUE;
}

/* abort () sends a signal: to this process alone */
static gboolean
allow_abort (scmp_filter_ctx filter)
{
  return seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (tgkill), 1, SCMP_A0 (SCMP_CMP_EQ, (guint64) getpid ())) == 0;
}

static gboolean
allow_opening_to_read (scmp_filter_ctx filter)
{
  const guint64 writing = O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND;
  int open_result = seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (open), 1,
                                      SCMP_A1 (SCMP_CMP_MASKED_EQ, writing, O_RDONLY));

  if (open_result != 0 && open_result != -EDOM)
    return FALSE;
  return seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (openat), 1,
                           SCMP_A2 (SCMP_CMP_MASKED_EQ, writing, O_RDONLY)) == 0;
}

/* Files may be looked at and doubled by fcntl, and closed by a new program. Its other commands do more than that: an owner, a
 * signal and O_ASYNC together send any signal to any process of the user, and locks, leases and notices reach others too. */
static gboolean
allow_harmless_fcntl (scmp_filter_ctx filter)
{
  const guint64 commands[] = { F_GETFD, F_SETFD, F_GETFL, F_DUPFD, F_DUPFD_CLOEXEC };

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (fcntl), 1, SCMP_A1 (SCMP_CMP_EQ, commands[i])) != 0)
      return FALSE;
  return TRUE;
}

/* Pango reads the fonts' configuration in a thread: threads may be made, processes not. Filters cannot see what clone3 is asked
 * for; said not to be there, the C library takes clone. */
static gboolean
allow_threads (scmp_filter_ctx filter)
{
  return seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (clone), 1,
                           SCMP_A0 (SCMP_CMP_MASKED_EQ, CLONE_THREAD | CLONE_VM, CLONE_THREAD | CLONE_VM)) == 0
         && seccomp_rule_add (filter, SCMP_ACT_ERRNO (ENOSYS), SCMP_SYS (clone3), 0) == 0
         && seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (prctl), 1, SCMP_A0 (SCMP_CMP_EQ, PR_SET_NAME)) == 0;
}

static gboolean
load_filter (LsnBoxKind kind)
{
  scmp_filter_ctx filter = seccomp_init (SCMP_ACT_ERRNO (EPERM));
  gboolean loaded;

  if (filter == NULL)
    return FALSE;
  loaded = allow (filter, calls_of_memory, G_N_ELEMENTS (calls_of_memory)) && allow_abort (filter);
  if (loaded && kind == LSN_BOX_FILES)
    loaded = allow (filter, calls_of_files, G_N_ELEMENTS (calls_of_files)) && allow_opening_to_read (filter)
             && allow_harmless_fcntl (filter) && allow_threads (filter);
  loaded = loaded && seccomp_load (filter) == 0;
  seccomp_release (filter);
  return loaded;
}

/**
 * lsn_sandbox_enter:
 * @kind: which box
 *
 * Goes into the box. There is no way back. What is refused fails with EPERM (EACCES for files out of reach).
 *
 * Returns: %FALSE when the system does not give the box; do no work then
 */
gboolean
lsn_sandbox_enter (LsnBoxKind kind)
{
  if (prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
    return FALSE;
  if (kind == LSN_BOX_FILES && !lsn_landlock_enter ())
    return FALSE;
  return load_filter (kind);
}

/**
 * lsn_sandbox_ignore_input:
 *
 * Has the system send a signal whenever something happens to standard input, and ignores it, until
 * lsn_sandbox_end_with_input (). To be called before the box closes: the means are not in it.
 */
void
lsn_sandbox_ignore_input (void)
{
  signal (SIGIO, SIG_IGN);
  fcntl (STDIN_FILENO, F_SETOWN, getpid ());
  fcntl (STDIN_FILENO, F_SETFL, fcntl (STDIN_FILENO, F_GETFL) | O_ASYNC);
}

/**
 * lsn_sandbox_end_with_input:
 *
 * From now on this process ends when standard input does: nobody waits for the answer. Graphviz has no call that stops it, so
 * the signal's own doing, the end, is what is wanted.
 */
void
lsn_sandbox_end_with_input (void)
{
  struct pollfd input = { .fd = STDIN_FILENO, .events = POLLIN };

  signal (SIGIO, SIG_DFL);
  if (poll (&input, 1, 0) > 0)
    _exit (1);
}
