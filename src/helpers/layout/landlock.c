/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "helpers/layout/landlock.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/syscall.h>
#include <unistd.h>

/* The rights of later kernels, which the headers of Debian 12 do not name yet */
#define RIGHTS_OF_ABI_1 ((G_GUINT64_CONSTANT (1) << 13) - 1)
#define RIGHT_REFER (G_GUINT64_CONSTANT (1) << 13)
#define RIGHT_TRUNCATE (G_GUINT64_CONSTANT (1) << 14)
#define RIGHT_IOCTL (G_GUINT64_CONSTANT (1) << 15)

/* What fonts, their configuration and the plugins of Graphviz are below. */
static const char * const readable[] = {
  "/usr/share/fonts", "/usr/local/share/fonts", "/usr/share/fontconfig", "/etc/fonts", "/var/cache/fontconfig",
  "/usr/lib", "/usr/lib64", "/usr/local/lib", "/lib", "/lib64", "/etc/ld.so.cache", "/usr/share/locale",
  "/app/lib", "/app/share/fonts", "/run/host/fonts", "/run/host/fonts-cache", "/run/host/local-fonts", NULL
};

static int
create_ruleset (guint64 rights)
{
  struct landlock_ruleset_attr attributes = { .handled_access_fs = rights };

  return syscall (SYS_landlock_create_ruleset, &attributes, sizeof attributes, 0);
}

static void
allow_reading (int         ruleset,
               const char *path)
{
  struct landlock_path_beneath_attr rule = {
    .allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR,
    .parent_fd = open (path, O_PATH | O_CLOEXEC),
  };

  if (rule.parent_fd < 0)
    return;   /* what is not there needs no rule */
  if (syscall (SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) != 0 && errno == EINVAL)
    {
      rule.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE;   /* a file, not a folder */
      syscall (SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    }
  close (rule.parent_fd);
}

static void
allow_reading_own_fonts (int ruleset)
{
  g_autofree char *fonts = g_build_filename (g_get_user_data_dir (), "fonts", NULL);
  g_autofree char *old_fonts = g_build_filename (g_get_home_dir (), ".fonts", NULL);
  g_autofree char *configuration = g_build_filename (g_get_user_config_dir (), "fontconfig", NULL);
  g_autofree char *cache = g_build_filename (g_get_user_cache_dir (), "fontconfig", NULL);

  allow_reading (ruleset, fonts);
  allow_reading (ruleset, old_fonts);
  allow_reading (ruleset, configuration);
  allow_reading (ruleset, cache);
}

static guint64
rights_of (int abi)
{
  guint64 rights = RIGHTS_OF_ABI_1;

  if (abi >= 2)
    rights |= RIGHT_REFER;
  if (abi >= 3)
    rights |= RIGHT_TRUNCATE;
  if (abi >= 5)
    rights |= RIGHT_IOCTL;
  return rights;
}

/**
 * lsn_landlock_enter:
 *
 * From now on this process can read files below fonts, libraries and their caches, and no others; and write none. A kernel
 * without Landlock (before 5.13, or where it is switched off) leaves files readable: seccomp then is the box.
 *
 * Returns: %FALSE when the kernel has Landlock and refuses
 */
gboolean
lsn_landlock_enter (void)
{
  int abi = syscall (SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
  int ruleset;
  gboolean entered;

  if (abi < 0)
    return errno == ENOSYS || errno == EOPNOTSUPP;
  ruleset = create_ruleset (rights_of (abi));
  if (ruleset < 0)
    return FALSE;
  for (guint i = 0; readable[i] != NULL; i++)
    allow_reading (ruleset, readable[i]);
  allow_reading_own_fonts (ruleset);
  entered = syscall (SYS_landlock_restrict_self, ruleset, 0) == 0;
  close (ruleset);
  return entered;
}
