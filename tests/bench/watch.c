/* watch.c: starts a program, and measures from outside when its window is
 * painted and how much memory it takes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Usage: watch MINIMUM-INK COMMAND [ARGUMENT...]
 *
 * Prints, in one line: milliseconds from the start to the first frame, RSS
 * and USS in KiB when the window has come to rest, and how many pixels of
 * the list are ink.  MINIMUM-INK is how many of them the first frame must
 * have; and it must have the rows in the place where they come to rest.
 */

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* Where the rows of the list are: below the header bar, away from the edge
 * of the window and from the scroll bar. */
#define LIST_X      20
#define LIST_Y      60
#define LIST_WIDTH 560
#define LIST_HEIGHT 600
/* Those at the top stay where they are, when warnings come to those below. */
#define TOP_HEIGHT  300

#define TIMEOUT_MS 20000
#define REST_MS     1500
#define POLL_US     1000

/* Darker than this is text. */
#define INK 150

static double
now_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000.0 + time.tv_nsec / 1e6;
}

static void
fail (pid_t       pid,
      const char *why)
{
  fprintf (stderr, "watch: %s\n", why);
  if (pid > 0)
    kill (pid, SIGKILL);
  exit (1);
}

static int
ignore_error (Display     *display,
              XErrorEvent *event)
{
  /* A window may be gone by the time it is asked about. */
  return 0;
}

static Window
find_window (Display *display)
{
  Window root, parent, *children = NULL, found = None;
  unsigned int n = 0;

  XQueryTree (display, DefaultRootWindow (display), &root, &parent, &children, &n);
  for (unsigned int i = 0; i < n && found == None; i++)
    {
      XWindowAttributes attributes;

      if (XGetWindowAttributes (display, children[i], &attributes)
          && attributes.map_state == IsViewable && attributes.width > 600)
        found = children[i];
    }
  if (children != NULL)
    XFree (children);

  return found;
}

/* Before anything is drawn there is the black of the screen. */
static int
is_painted (Display *display,
            Window   window)
{
  XImage *image = XGetImage (display, window, 300, 20, 1, 400, AllPlanes, ZPixmap);
  int painted = 0;

  if (image == NULL)
    return 0;
  for (int y = 0; y < image->height && !painted; y++)
    painted = (XGetPixel (image, 0, y) & 0xffffff) != 0;
  XDestroyImage (image);

  return painted;
}

static unsigned char *
capture (Display *display,
         Window   window,
         long    *ink)
{
  XImage *image = XGetImage (display, window, LIST_X, LIST_Y, LIST_WIDTH, LIST_HEIGHT,
                             AllPlanes, ZPixmap);
  unsigned char *pixels;

  if (image == NULL)
    return NULL;

  pixels = calloc (LIST_WIDTH, LIST_HEIGHT);
  *ink = 0;
  for (int y = 0; y < LIST_HEIGHT; y++)
    for (int x = 0; x < LIST_WIDTH; x++)
      {
        /* Green is enough: text is grey. */
        pixels[y * LIST_WIDTH + x] = (XGetPixel (image, x, y) >> 8 & 0xff) < INK;
        *ink += pixels[y * LIST_WIDTH + x];
      }
  XDestroyImage (image);

  return pixels;
}

static long
read_kib (pid_t       pid,
          const char *file,
          const char *name)
{
  char path[64], line[256];
  long value = 0, sum = 0;
  FILE *stream;

  snprintf (path, sizeof path, "/proc/%d/%s", (int) pid, file);
  stream = fopen (path, "r");
  if (stream == NULL)
    return 0;
  while (fgets (line, sizeof line, stream) != NULL)
    {
      if (strncmp (line, name, strlen (name)) == 0
          && sscanf (strchr (line, ':') + 1, "%ld", &value) == 1)
        sum += value;
    }
  fclose (stream);

  return sum;
}

static pid_t
start (char **command)
{
  pid_t pid = fork ();

  if (pid == 0)
    {
      execvp (command[0], command);
      fprintf (stderr, "watch: %s: %s\n", command[0], strerror (errno));
      _exit (127);
    }

  return pid;
}

int
main (int    argc,
      char **argv)
{
  Display *display = XOpenDisplay (NULL);
  Window window = None;
  unsigned char *first, *last;
  long minimum, first_ink, last_ink, differing = 0;
  double begin, painted;
  pid_t pid;

  if (argc < 3 || display == NULL)
    fail (0, display == NULL ? "no display" : "usage: watch MINIMUM-INK COMMAND [ARGUMENT...]");
  minimum = atol (argv[1]);
  XSetErrorHandler (ignore_error);

  begin = now_ms ();
  pid = start (argv + 2);
  for (;;)
    {
      if (now_ms () - begin > TIMEOUT_MS || waitpid (pid, NULL, WNOHANG) != 0)
        fail (pid, "there was no window");
      if (window == None)
        window = find_window (display);
      if (window != None && is_painted (display, window))
        break;
      usleep (POLL_US);
    }
  painted = now_ms () - begin;
  first = capture (display, window, &first_ink);

  usleep (REST_MS * 1000);
  last = capture (display, window, &last_ink);
  if (first == NULL || last == NULL)
    fail (pid, "the window is gone");

  for (int i = 0; i < LIST_WIDTH * TOP_HEIGHT; i++)
    differing += first[i] != last[i];
  if (first_ink < minimum)
    fail (pid, "the first frame does not show the rows");
  if (differing > (first_ink + 99) / 100)
    fail (pid, "the rows are not where the first frame had them");

  printf ("%.1f %ld %ld %ld\n", painted, read_kib (pid, "status", "VmRSS"),
          read_kib (pid, "smaps_rollup", "Private_"), first_ink);

  kill (pid, SIGTERM);
  waitpid (pid, NULL, 0);
  free (first);
  free (last);
  XCloseDisplay (display);

  return 0;
}
