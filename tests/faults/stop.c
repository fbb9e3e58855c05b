/* stop.c: stops a program right before a system call, for test-interleavings.py
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * To be loaded by LD_PRELOAD.  LECTERN_STOP names calls and which of their
 * kind, such as "fsync:1; renameat2:2;".
 */

#define _GNU_SOURCE

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static void
stop_before (const char *name,
             int         count)
{
  const char *wanted = getenv ("LECTERN_STOP");
  char text[40];

  snprintf (text, sizeof text, "%s:%d;", name, count);
  if (wanted != NULL && strstr (wanted, text) != NULL)
    raise (SIGSTOP);
}

int
fsync (int fd)
{
  static int count;

  stop_before ("fsync", ++count);

  return syscall (SYS_fsync, fd);
}

int
renameat2 (int           old_folder,
           const char   *old_name,
           int           new_folder,
           const char   *new_name,
           unsigned int  flags)
{
  static int count;

  stop_before ("renameat2", ++count);

  return syscall (SYS_renameat2, old_folder, old_name, new_folder, new_name, flags);
}

int
unlinkat (int         folder,
          const char *name,
          int         flags)
{
  static int count;

  stop_before ("unlinkat", ++count);

  return syscall (SYS_unlinkat, folder, name, flags);
}
