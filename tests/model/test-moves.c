/* test-moves.c: tables of a schedule before, an action, and the schedule after
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "schedule-text.h"
#include "tests.h"

#include <stdlib.h>
#include <string.h>

#include "lectern-date.h"
#include "lectern-edit.h"
#include "lectern-postpone.h"
#include "lectern-term.h"

/* A schedule is "DATE TITLE" for each session, with "; " between; the title
 * ends in "!b" for a break, "!a" for an announcement, "!x" for one that is
 * cancelled; a date of "-" is none.  "@15:00" after the title is the time. */
typedef struct
{
  const char *name;
  const char *before;
  const char *action;
  const char *after;
} Case;

static const Case cases[] = {
  { "weeks",
    "2023-01-04 A; 2023-01-11 B; 2023-01-18 C", "weeks 1 1",
    "2023-01-04 A; 2023-01-18 B; 2023-01-25 C" },
  { "weeks-two",
    "2023-01-04 A; 2023-01-11 B; 2023-01-18 C", "weeks 0 2",
    "2023-01-18 A; 2023-01-25 B; 2023-02-01 C" },
  { "weeks-over-a-break",
    "2022-12-14 A; 2022-12-21 Christmas!b; 2022-12-28 B; 2023-01-04 C", "weeks 0 1",
    "2022-12-21 Christmas!b; 2022-12-28 A; 2023-01-04 B; 2023-01-11 C" },
  { "weeks-over-a-break-of-two-weeks",
    "2022-12-14 A; 2022-12-21 X!b; 2022-12-28 X!b; 2023-01-04 B; 2023-01-18 C", "weeks 0 1",
    "2022-12-21 X!b; 2022-12-28 X!b; 2023-01-04 A; 2023-01-11 B; 2023-01-25 C" },
  { "weeks-two-over-a-break-keep-their-order",
    "2022-12-07 A; 2022-12-14 B; 2022-12-21 X!b; 2022-12-28 C; 2023-01-04 D", "weeks 0 2",
    "2022-12-21 X!b; 2022-12-28 A; 2023-01-04 B; 2023-01-11 C; 2023-01-18 D" },
  { "weeks-leave-a-slip-where-it-is",
    "2023-01-04 A; 2023-01-18 B; 2023-01-11 C; 2023-01-25 News!a; 2023-02-01 D", "weeks 0 1",
    "2023-01-11 A; 2023-01-25 B; 2023-01-18 C; 2023-01-25 News!a; 2023-02-08 D" },
  { "weeks-fortnight-stays-in-step",
    "2022-11-23 Z; 2022-12-07 A; 2022-12-21 X!b; 2023-01-04 B; 2023-01-18 C", "weeks 1 2",
    "2022-11-23 Z; 2022-12-21 X!b; 2023-01-04 A; 2023-01-18 B; 2023-02-01 C" },
  { "weeks-twice-a-week",
    "2023-01-03 A; 2023-01-05 B; 2023-01-10 X!b; 2023-01-12 C; 2023-01-17 D", "weeks 0 1",
    "2023-01-10 X!b; 2023-01-12 A; 2023-01-17 B; 2023-01-19 C; 2023-01-24 D" },
  { "weeks-two-on-a-day",
    "2023-01-04 A@10:00; 2023-01-04 B@14:00; 2023-01-11 X!b; 2023-01-18 C", "weeks 0 1",
    "2023-01-11 X!b; 2023-01-18 A@10:00; 2023-01-18 B@14:00; 2023-01-25 C" },
  { "weeks-newest-first",
    "2023-02-08 E; 2023-02-01 D; 2023-01-25 X!b; 2023-01-18 C; 2023-01-11 B; 2023-01-04 A", "weeks 3 1",
    "2023-02-15 E; 2023-02-08 D; 2023-02-01 C; 2023-01-25 X!b; 2023-01-11 B; 2023-01-04 A" },
  { "weeks-forward-to-the-one-before",
    "2023-01-04 A; 2023-01-18 B; 2023-01-25 C", "weeks 1 -2",
    "2023-01-04 A; 2023-01-11 B; 2023-01-18 C" },
  { "weeks-forward-over-a-break",
    "2022-12-14 Z; 2022-12-28 X!b; 2023-01-04 A; 2023-01-11 B; 2023-01-18 C", "weeks 2 -1",
    "2022-12-14 Z; 2022-12-21 A; 2022-12-28 X!b; 2023-01-04 B; 2023-01-11 C" },
  { "weeks-forward-up-to-a-break",
    "2022-12-21 Z; 2022-12-28 X!b; 2023-01-11 A; 2023-01-18 B", "weeks 2 -2",
    "2022-12-21 Z; 2022-12-28 X!b; 2023-01-04 A; 2023-01-11 B" },
  { "weeks-past-a-cancelled-one",
    "2023-01-04 A; 2023-01-11 B!x; 2023-01-18 C", "weeks 0 1",
    "2023-01-11 B!x; 2023-01-18 A; 2023-01-25 C" },
  { "weeks-leave-announcements",
    "2023-01-04 A; 2023-01-11 News!a; 2023-01-11 B", "weeks 0 1",
    "2023-01-11 A; 2023-01-11 News!a; 2023-01-18 B" },
  { "weeks-leave-the-backlog",
    "2023-01-04 A; - B", "weeks 0 1",
    "2023-01-11 A; - B" },
  { "weeks-out-of-order",
    "2023-01-11 A; 2023-01-18 B; 2023-01-11 C; 2023-01-25 D", "weeks 0 1",
    "2023-01-18 A; 2023-01-25 B; 2023-01-18 C; 2023-02-01 D" },
  { "weeks-forward",
    "2023-01-04 A; 2023-01-18 B; 2023-01-25 C", "weeks 1 -1",
    "2023-01-04 A; 2023-01-11 B; 2023-01-18 C" },
  { "weeks-leap-day",
    "2024-02-22 A; 2024-02-29 B", "weeks 0 1",
    "2024-02-29 A; 2024-03-07 B" },
  { "weeks-leap-year-missing",
    "2023-02-22 A; 2023-03-01 B", "weeks 0 1",
    "2023-03-01 A; 2023-03-08 B" },
  { "weeks-new-year-of-53-weeks",
    "2020-12-30 A; 2021-01-06 B", "weeks 0 1",
    "2021-01-06 A; 2021-01-13 B" },
  { "weeks-summer-time",
    "2023-03-22 A; 2023-03-29 B", "weeks 0 1",
    "2023-03-29 A; 2023-04-05 B" },
  { "only-this",
    "2023-01-04 A; 2023-01-11 B; 2023-01-18 C", "only 0 1",
    "2023-01-11 B; 2023-01-18 C; 2023-01-25 A" },
  { "only-this-onto-a-free-day",
    "2023-01-04 A; 2023-01-18 C", "only 0 1",
    "2023-01-11 A; 2023-01-18 C" },
  { "slots",
    "2023-01-04 A; 2023-01-11 B; 2023-01-18 C", "slots 1",
    "2023-01-04 A; 2023-01-18 B; 2023-01-25 C" },
  { "slots-keep-breaks-and-times",
    "2022-12-14 A@15:00; 2022-12-21 Christmas!b; 2023-01-04 B@16:00; 2023-01-11 C", "slots 0",
    "2022-12-21 Christmas!b; 2023-01-04 A@16:00; 2023-01-11 B; 2023-01-18 C" },
  { "slots-two-on-a-day",
    "2023-01-04 A; 2023-01-04 B; 2023-01-11 C", "slots 0",
    "2023-01-11 A; 2023-01-11 B; 2023-01-18 C" },
  { "slots-fortnight",
    "2023-01-04 A; 2023-01-18 B; 2023-02-01 C", "slots 0",
    "2023-01-18 A; 2023-02-01 B; 2023-02-15 C" },
  { "slots-end-before-a-break",
    "2022-12-07 A; 2022-12-14 B; 2022-12-21 Christmas!b", "slots 0",
    "2022-12-14 A; 2022-12-21 Christmas!b; 2022-12-28 B" },
  { "slots-twice-a-day-keep-their-times",
    "2023-01-04 A@10:00; 2023-01-04 B@14:00; 2023-01-11 C@10:00; 2023-01-11 D@14:00", "slots 0",
    "2023-01-11 A@10:00; 2023-01-11 B@14:00; 2023-01-18 C@10:00; 2023-01-18 D@14:00" },
  { "slots-to-a-day-with-fewer",
    "2023-01-04 A@10:00; 2023-01-04 B@14:00; 2023-01-11 C@12:00", "slots 0",
    "2023-01-11 A@12:00; 2023-01-11 B@14:00; 2023-01-18 C@12:00" },
  { "slots-twice-a-week",
    "2023-01-03 A; 2023-01-05 B; 2023-01-10 C; 2023-01-12 D", "slots 2",
    "2023-01-03 A; 2023-01-05 B; 2023-01-12 C; 2023-01-17 D" },
  { "slots-first-tuesday",
    "2022-11-01 A; 2022-12-06 B; 2023-01-03 C; 2023-02-07 D", "slots 2",
    "2022-11-01 A; 2022-12-06 B; 2023-02-07 C; 2023-03-07 D" },
  { "slots-new-year-of-53-weeks",
    "2020-12-16 A; 2020-12-23 B; 2020-12-30 C", "slots 1",
    "2020-12-16 A; 2020-12-30 B; 2021-01-06 C" },
  { "slots-leap-day",
    "2024-02-15 A; 2024-02-22 B", "slots 0",
    "2024-02-22 A; 2024-02-29 B" },
  { "swap",
    "2023-01-04 A@15:00; 2023-01-11 B; 2023-01-18 C", "swap 0 2",
    "2023-01-04 C@15:00; 2023-01-11 B; 2023-01-18 A" },
  { "swap-neighbours",
    "2023-01-04 A; 2023-01-11 B; 2023-01-18 C", "swap 2 1",
    "2023-01-04 A; 2023-01-11 C; 2023-01-18 B" },
  { "cancel",
    "2023-01-04 A; 2023-01-11 B", "cancel 0",
    "2023-01-04 A!x; 2023-01-11 B" },
  { "cancel-and-slide",
    "2023-01-04 A; 2023-01-11 B", "cancel-slide 0",
    "2023-01-04 A!x; 2023-01-11 A; 2023-01-18 B" },
  { "cancel-and-slide-over-a-break",
    "2022-12-14 A@15:00; 2022-12-21 X!b; 2022-12-28 B; 2023-01-04 C", "cancel-slide 0",
    "2022-12-14 A!x@15:00; 2022-12-21 X!b; 2022-12-28 A; 2023-01-04 B; 2023-01-11 C" },
  { "continue",
    "2023-01-04 A; 2023-01-11 B; 2023-01-25 C", "continue 0",
    "2023-01-04 A; 2023-01-11 B; 2023-01-18 A; 2023-01-25 C" },
  { "continue-at-the-next-meeting",
    "2023-01-04 A; 2023-01-11 B@16:00; 2023-01-25 C", "continue-slide 0",
    "2023-01-04 A; 2023-01-11 A@16:00; 2023-01-25 B; 2023-02-01 C" },
  { "continue-on-a-day-that-is-free",
    "2023-01-04 A; 2023-01-11 B; 2023-01-25 C", "continue-slide 1",
    "2023-01-04 A; 2023-01-11 B; 2023-01-18 B; 2023-01-25 C" },
  { "continue-after-a-break",
    "2022-12-07 A; 2022-12-14 B; 2022-12-21 X!b; 2022-12-28 C", "continue-slide 1",
    "2022-12-07 A; 2022-12-14 B; 2022-12-21 X!b; 2022-12-28 B; 2023-01-04 C" },
  { "continue-the-last",
    "2020-12-23 A; 2020-12-30 B", "continue-slide 1",
    "2020-12-23 A; 2020-12-30 B; 2021-01-06 B" },
  { "schedule-next",
    "2023-01-04 A; 2023-01-11 B; 2023-01-25 C; - D", "next 3",
    "2023-01-04 A; 2023-01-11 B; 2023-01-18 D; 2023-01-25 C" },
  { "schedule-next-after-a-pause",
    "2022-01-05 A; 2022-01-12 B; 2022-01-19 C; - D", "next 3",
    "2022-01-05 A; 2022-01-12 B; 2022-01-19 C; 2023-01-04 D" },
  { "schedule-several-next",
    "2023-01-04 A; 2023-01-11 B; 2023-01-25 C; - D; - E; - F!b", "next 3,4,5",
    "2023-01-04 A; 2023-01-11 B; 2023-01-18 D; 2023-01-25 C; 2023-02-01 E; - F!b" },
  { "schedule-next-not-onto-a-break",
    "2022-12-21 A; 2022-12-28 B; 2023-01-04 X!b; 2023-01-11 Y!x; - C", "next 4",
    "2022-12-21 A; 2022-12-28 B; 2023-01-04 X!b; 2023-01-11 Y!x; 2023-01-18 C" },
  { "schedule-next-after-the-holidays",
    "2022-11-02 A; 2022-11-09 B; 2023-02-01 C; 2023-02-15 D; - E", "next 4",
    "2022-11-02 A; 2022-11-09 B; 2023-02-01 C; 2023-02-08 E; 2023-02-15 D" },
  { "schedule-next-twice-a-week",
    "2022-12-20 A; 2022-12-22 B; 2022-12-27 C; 2022-12-29 D; - E; - F", "next 4,5",
    "2022-12-20 A; 2022-12-22 B; 2022-12-27 C; 2022-12-29 D; 2023-01-03 E; 2023-01-05 F" },
  { "schedule-next-first-tuesday",
    "2022-10-04 A; 2022-11-01 B; 2022-12-06 C; - D; - E", "next 3,4",
    "2022-10-04 A; 2022-11-01 B; 2022-12-06 C; 2023-01-03 D; 2023-02-07 E" },
  { "schedule-next-last-friday",
    "2022-09-30 A; 2022-10-28 B; 2022-11-25 C; 2022-12-30 D; - E", "next 4",
    "2022-09-30 A; 2022-10-28 B; 2022-11-25 C; 2022-12-30 D; 2023-01-27 E" },
  { "schedule-next-fortnight",
    "2022-11-16 A; 2022-11-30 B; 2022-12-14 C; 2022-12-28 D; - E", "next 4",
    "2022-11-16 A; 2022-11-30 B; 2022-12-14 C; 2022-12-28 D; 2023-01-11 E" },
  { "schedule-next-after-an-odd-day",
    "2022-12-07 A; 2022-12-14 B; 2022-12-21 C; 2022-12-28 D; 2023-01-03 E; - F", "next 5",
    "2022-12-07 A; 2022-12-14 B; 2022-12-21 C; 2022-12-28 D; 2023-01-03 E; 2023-01-11 F" },
  { "schedule-next-newest-first",
    "- E; 2023-01-04 D; 2022-12-28 C; 2022-12-21 B; 2022-12-14 A", "next 0",
    "2023-01-11 E; 2023-01-04 D; 2022-12-28 C; 2022-12-21 B; 2022-12-14 A" },
  { "sort-newest-first",
    "2023-01-25 D; 2023-01-11 B; 2023-01-18 C; 2023-01-04 A; 2022-12-28 Z; 2022-12-21 Y", "sort",
    "2023-01-25 D; 2023-01-18 C; 2023-01-11 B; 2023-01-04 A; 2022-12-28 Z; 2022-12-21 Y" },
  { "sort",
    "2023-01-18 A; - X; 2023-01-04 B; 2023-01-11 C; 2023-01-04 D", "sort",
    "2023-01-04 B; 2023-01-04 D; 2023-01-11 C; 2023-01-18 A; - X" },
  { "several-weeks",
    "2023-01-04 A; 2023-01-11 B; 2023-01-18 C", "several-weeks 0,1 1",
    "2023-01-11 A; 2023-01-18 C; 2023-01-25 B" },
  { "several-weeks-keep-their-order",
    "2023-01-04 A; 2023-01-11 B; 2023-01-18 Rest!b; 2023-01-25 C", "several-weeks 0,1,2 2",
    "2023-01-18 Rest!b; 2023-01-25 C; 2023-02-01 A; 2023-02-08 B" },
  { "several-weeks-forward",
    "2023-01-04 A; 2023-01-25 B; 2023-02-01 C", "several-weeks 1,2 -1",
    "2023-01-04 A; 2023-01-18 B; 2023-01-25 C" },
  { "several-weeks-two-on-a-day",
    "2023-01-04 A; 2023-01-04 B; 2023-01-11 C", "several-weeks 0,1 1",
    "2023-01-11 C; 2023-01-18 A; 2023-01-18 B" },
  { "several-weeks-over-new-year-of-53-weeks",
    "2020-12-23 A; 2020-12-30 B", "several-weeks 0,1 1",
    "2020-12-30 A; 2021-01-06 B" },
  { "several-slots",
    "2023-01-04 A; 2023-01-11 B; 2023-01-18 C", "several-slots 0,1",
    "2023-01-18 C; 2023-01-25 A; 2023-02-01 B" },
  { "several-cancelled",
    "2023-01-04 A; 2023-01-11 Rest!b; 2023-01-18 C; - D", "several-cancel 0,1,2,3",
    "2023-01-04 A!x; 2023-01-11 Rest!b; 2023-01-18 C!x; - D" },
  { "move-down",
    "2023-01-04 A@15:00; 2023-01-11 B; 2023-01-18 C; 2023-01-25 D", "move 0 2",
    "2023-01-04 B@15:00; 2023-01-11 C; 2023-01-18 A; 2023-01-25 D" },
  { "move-up",
    "2023-01-04 A@15:00; 2023-01-11 B; 2023-01-18 C; 2023-01-25 D", "move 2 0",
    "2023-01-04 C@15:00; 2023-01-11 A; 2023-01-18 B; 2023-01-25 D" },
  { "move-over-a-break",
    "2022-12-14 A; 2022-12-21 Christmas!b; 2022-12-28 B; 2023-01-04 C!x; 2023-01-11 D", "move 0 4",
    "2022-12-14 B; 2022-12-21 Christmas!b; 2022-12-28 D; 2023-01-04 C!x; 2023-01-11 A" },
  { "move-onto-itself",
    "2023-01-04 A; 2023-01-11 B", "move 1 1",
    "2023-01-04 A; 2023-01-11 B" },
  { "move-several-down",
    "2023-01-04 A; 2023-01-11 B; 2023-01-18 C; 2023-01-25 D", "move 0,1 2",
    "2023-01-04 C; 2023-01-11 A; 2023-01-18 B; 2023-01-25 D" },
  { "move-several-up-together",
    "2023-01-04 A; 2023-01-11 B; 2023-01-18 C; 2023-01-25 D", "move 1,3 0",
    "2023-01-04 B; 2023-01-11 D; 2023-01-18 A; 2023-01-25 C" },
  { "move-from-the-backlog",
    "2023-01-04 A@15:00; 2023-01-11 B; 2023-01-18 Rest!b; - C", "move 3 1",
    "2023-01-04 A@15:00; 2023-01-11 C; 2023-01-18 Rest!b; 2023-01-25 B" },
  { "move-several-from-the-backlog",
    "2023-01-04 A; 2023-01-11 B; - C; - D", "move 2,3 0",
    "2023-01-04 C; 2023-01-11 D; 2023-01-18 A; 2023-01-25 B" },
  { "move-leap-day",
    "2024-02-22 A; 2024-02-29 B; 2024-03-07 C", "move 2 1",
    "2024-02-22 A; 2024-02-29 C; 2024-03-07 B" },
  { "remove-several",
    "2023-01-04 A; 2023-01-11 B; 2023-01-18 C; 2023-01-25 D", "remove 0,2,3",
    "2023-01-11 B" },
  { "remove-all",
    "2023-01-04 A; 2023-01-11 B; - C", "remove 0,1,2",
    "" },
  { "duplicate-several",
    "2023-01-04 A; 2023-01-11 B; 2023-01-18 C", "duplicate 0,2",
    "2023-01-04 A; 2023-01-04 A; 2023-01-11 B; 2023-01-18 C; 2023-01-18 C" },
  { "breaks",
    "2023-01-04 A; 2023-01-11 B; - C", "breaks 0,2",
    "2023-01-04 A!b; 2023-01-11 B; - C!b" },
  { "term",
    "2023-01-04 A; 2023-01-11 B", "term 2023-01-18 3",
    "2023-01-04 A; 2023-01-11 B; 2023-01-18 Week 1; 2023-01-25 Week 2; 2023-02-01 Week 3" },
  { "term-with-holidays",
    "2022-12-21 A", "term 2022-12-14 3",
    "2022-12-14 Week 1; 2022-12-21 A; 2022-12-28 Rest!b; 2023-01-04 Rest!b; 2023-01-11 Week 2; 2023-01-18 Week 3" },
  { "term-leap-day",
    "2024-02-15 A", "term 2024-02-22 2 7 2024-02-29=Leap 17:30",
    "2024-02-15 A; 2024-02-22 Week 1@17:30; 2024-02-29 Leap!b; 2024-03-07 Week 2@17:30" },
  { "term-on-leap-days",
    "2024-02-28 A", "term 2024-02-29 2 366",
    "2024-02-28 A; 2024-02-29 Week 1; 2025-03-01 Week 2" },
  { "term-new-year",
    "2025-12-18 A", "term 2025-12-25 3 7 2025-12-25=Christmas 2026-01-01",
    "2025-12-18 A; 2025-12-25 Christmas!b; 2026-01-08 Week 1; 2026-01-15 Week 2; 2026-01-22 Week 3" },
  { "term-53-weeks",
    "2020-12-17 A", "term 2020-12-24 3 7 2020-12-28..2021-01-03=Week-53",
    "2020-12-17 A; 2020-12-24 Week 1; 2020-12-31 Week-53!b; 2021-01-07 Week 2; 2021-01-14 Week 3" },
  { "term-daylight-saving",
    "2023-03-19 A", "term 2023-03-26 2 7 02:30",
    "2023-03-19 A; 2023-03-26 Week 1@02:30; 2023-04-02 Week 2@02:30" },
  { "term-onto-a-break",
    "2023-01-04 A; 2023-01-11 Rest!b; 2023-01-18 B!x; 2023-01-25 C!a", "term 2023-01-04 2 7 2023-01-11=Again",
    "2023-01-04 A; 2023-01-11 Rest!b; 2023-01-18 B!x; 2023-01-25 C!a; 2023-01-25 Week 1; 2023-02-01 Week 2" },
  { "term-twice-a-week",
    "2023-01-10 A; 2023-01-12 B; 2023-01-17 C; 2023-01-19 D", "term 2023-01-24 3 0",
    "2023-01-10 A; 2023-01-12 B; 2023-01-17 C; 2023-01-19 D; 2023-01-24 Week 1; 2023-01-26 Week 2; 2023-01-31 Week 3" },
  { "term-second-monday",
    "2023-01-09 A; 2023-02-13 B; 2023-03-13 C", "term 2023-04-10 3 0",
    "2023-01-09 A; 2023-02-13 B; 2023-03-13 C; 2023-04-10 Week 1; 2023-05-08 Week 2; 2023-06-12 Week 3" },
  { "term-ends-with-the-calendar",
    "2023-01-04 A", "term 9999-12-24 3 7",
    "2023-01-04 A; 9999-12-24 Week 1; 9999-12-31 Week 2" },
};

static LecternPlan *
plan_term (LecternSchedule *schedule,
           char           **words)
{
  g_autoptr (GPtrArray) holidays = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_holiday_free);
  LecternTerm term = { .count = atoi (words[2]), .interval = 7, .holidays = holidays, .number_text = "Week" };

  if (words[3] == NULL)
    g_ptr_array_add (holidays, lectern_holiday_parse ("2022-12-24..2023-01-06=Rest"));
  else
    term.interval = atoi (words[3]);
  for (guint i = 4; words[3] != NULL && words[i] != NULL; i++)
    {
      if (strchr (words[i], ':') != NULL)
        term.time = words[i];
      else
        g_ptr_array_add (holidays, lectern_holiday_parse (words[i]));
    }
  g_assert_true (lectern_date_parse (words[1], &term.start));

  return lectern_term_plan (schedule, &term);
}

static LecternPlan *
plan_several (LecternSchedule *schedule,
              char           **words)
{
  g_autoptr (GPtrArray) sessions = schedule_text_list (schedule, words[1]);

  if (g_str_equal (words[0], "several-weeks"))
    return lectern_postpone_several_by_weeks (schedule, sessions, atoi (words[2]), NULL);
  else if (g_str_equal (words[0], "several-slots"))
    return lectern_postpone_several_by_slots (schedule, sessions, NULL);
  else if (g_str_equal (words[0], "several-cancel"))
    return lectern_postpone_cancel_several (schedule, sessions, "strike", NULL);
  else
    return lectern_postpone_move (schedule, sessions,
                                  lectern_schedule_get_session (schedule, atoi (words[2])), NULL);
}

static LecternPlan *
make_plan (LecternSchedule *schedule,
           const char      *action)
{
  g_auto (GStrv) words = g_strsplit (action, " ", -1);
  LecternSession *session = NULL;
  GDate today;

  if (words[1] != NULL && strlen (words[1]) < 3)
    session = lectern_schedule_get_session (schedule, atoi (words[1]));
  lectern_date_parse ("2023-01-02", &today);

  if (g_str_equal (words[0], "weeks") || g_str_equal (words[0], "only"))
    return lectern_postpone_by_weeks (schedule, session, atoi (words[2]), words[0][0] == 'w', NULL);
  else if (g_str_equal (words[0], "slots"))
    return lectern_postpone_by_slots (schedule, session, TRUE, NULL);
  else if (g_str_equal (words[0], "swap"))
    return lectern_postpone_swap (schedule, session,
                                  lectern_schedule_get_session (schedule, atoi (words[2])), NULL);
  else if (g_str_has_prefix (words[0], "cancel"))
    return lectern_postpone_cancel (schedule, session, "strike",
                                    g_str_equal (words[0], "cancel-slide"), NULL);
  else if (g_str_has_prefix (words[0], "continue"))
    return lectern_postpone_continue (schedule, session, words[0][8] == '-', NULL);
  else if (g_str_equal (words[0], "next"))
    {
      g_autoptr (GPtrArray) sessions = schedule_text_list (schedule, words[1]);

      return lectern_postpone_schedule_next (schedule, sessions, &today, NULL);
    }
  else if (g_str_has_prefix (words[0], "several") || g_str_equal (words[0], "move"))
    return plan_several (schedule, words);
  else if (g_str_equal (words[0], "term"))
    return plan_term (schedule, words);
  else
    g_assert_not_reached ();
}

/* What is done at once, without a plan. */
static gboolean
edit (LecternHistory *history,
      const char     *action)
{
  g_auto (GStrv) words = g_strsplit (action, " ", -1);
  g_autoptr (GPtrArray) sessions = NULL;

  if (words[1] != NULL)
    sessions = schedule_text_list (lectern_history_get_schedule (history), words[1]);

  if (g_str_equal (words[0], "sort"))
    lectern_edit_sort (history);
  else if (g_str_equal (words[0], "remove"))
    lectern_edit_remove_all (history, sessions);
  else if (g_str_equal (words[0], "duplicate"))
    g_ptr_array_unref (lectern_edit_duplicate_all (history, sessions));
  else if (g_str_equal (words[0], "breaks"))
    g_assert_true (lectern_edit_set_all (history, sessions, "kind", "break", NULL));
  else
    return FALSE;

  return TRUE;
}

static void
count_change (guint *n)
{
  (*n)++;
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (LecternSchedule) schedule = schedule_text_read (c->before);
  g_autoptr (LecternHistory) history = lectern_history_new (schedule);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *again = NULL;
  guint n = 0;

  if (!edit (history, c->action))
    {
      g_autoptr (LecternPlan) plan = make_plan (schedule, c->action);

      g_assert_nonnull (plan);
      g_assert_nonnull (plan->label);
      lectern_plan_apply (plan, history);
    }

  after = schedule_text_write (schedule);
  g_assert_cmpstr (after, ==, c->after);

  /* Whatever comes, goes and moves: a list is told once. */
  g_signal_connect_swapped (schedule, "items-changed", G_CALLBACK (count_change), &n);
  g_assert_cmpint (lectern_history_undo (history), ==, strcmp (c->before, c->after) != 0);
  g_assert_cmpuint (n, <=, 1);
  g_assert_false (lectern_history_get_can_undo (history));
  undone = schedule_text_write (schedule);
  g_assert_cmpstr (undone, ==, c->before);

  lectern_history_redo (history);
  g_assert_cmpuint (n, <=, 2);
  again = schedule_text_write (schedule);
  g_assert_cmpstr (again, ==, c->after);
}

/* The meetings that a move by one goes to. */
static void
test_neighbours (void)
{
  static const struct { const char *sessions; const char *before; const char *behind; } rows[] = {
    { "0", NULL, "C" }, { "2", "A", "D" }, { "3", "C", NULL }, { "0,2", NULL, "D" },
    { "4", "D", NULL }, { "1", "D", NULL },
  };
  g_autoptr (LecternSchedule) schedule =
    schedule_text_read ("2023-01-04 A; 2023-01-11 B!b; 2023-01-18 C; 2023-01-25 D; - E");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) sessions = schedule_text_list (schedule, rows[i].sessions);
      LecternSession *before = lectern_postpone_find_neighbour (schedule, sessions, FALSE);
      LecternSession *behind = lectern_postpone_find_neighbour (schedule, sessions, TRUE);

      g_assert_cmpstr (before != NULL ? lectern_session_get_title (before) : NULL, ==, rows[i].before);
      g_assert_cmpstr (behind != NULL ? lectern_session_get_title (behind) : NULL, ==, rows[i].behind);
    }
}

static void
test_parts (void)
{
  static const struct { const char *part; const char *next; } parts[] = {
    { "Lecture 3", "Lecture 4" }, { "9", "10" }, { "Chapters 1 & 2", NULL },
    { "Introduction", NULL }, { "Section 7...", NULL }, { NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (LecternSchedule) schedule = schedule_text_read ("2023-01-04 A");
      g_autoptr (LecternPaper) paper = lectern_paper_new ();
      g_autoptr (LecternPlan) plan = NULL;
      g_autoptr (LecternPaper) planned = NULL;
      LecternSession *session = lectern_schedule_get_session (schedule, 0);

      lectern_record_set_string (LECTERN_RECORD (paper), LECTERN_PAPER_PART, parts[i].part);
      g_list_store_append (G_LIST_STORE (lectern_session_get_papers (session)), paper);
      plan = lectern_postpone_continue (schedule, session, FALSE, NULL);
      planned = g_list_model_get_item (lectern_session_get_papers (((LecternPlanRow *) plan->rows->pdata[0])->after), 0);
      g_assert_cmpstr (lectern_paper_get_part (planned), ==, parts[i].next);
    }
}

static void
test_refusals (void)
{
  g_autoptr (LecternSchedule) schedule = schedule_text_read ("2023-01-04 A!x; 2023-01-11 B!b; - C; 2023-02-30 D");

  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (lectern_postpone_by_weeks (schedule, lectern_schedule_get_session (schedule, i),
                                                1, TRUE, &error));
      g_assert_error (error, LECTERN_POSTPONE_ERROR, LECTERN_POSTPONE_ERROR_NO_MEETING);
    }
}

/* What is said where there is no day to move to, and nothing to schedule. */
static void
test_no_room (void)
{
  static const struct { const char *schedule; guint session; int weeks; } rows[] = {
    { "2023-01-04 A; 2023-01-11 B; 2023-01-18 C", 1, -1 },
    { "2023-01-04 A; 2023-01-11 X!b; 2023-01-18 C", 2, -3 },
    { "9999-12-24 A; 9999-12-31 B", 0, 1 },
    { "9999-12-24 A", 0, 520 },
    { "0001-01-03 A", 0, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (LecternSchedule) schedule = schedule_text_read (rows[i].schedule);
      g_autoptr (GPtrArray) none = g_ptr_array_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (GError) waiting = NULL;
      GDate today;

      g_assert_null (lectern_postpone_by_weeks (schedule,
                                                lectern_schedule_get_session (schedule, rows[i].session),
                                                rows[i].weeks, TRUE, &error));
      g_assert_error (error, LECTERN_POSTPONE_ERROR, LECTERN_POSTPONE_ERROR_NO_ROOM);

      lectern_date_parse ("2023-01-02", &today);
      g_ptr_array_add (none, lectern_schedule_get_session (schedule, 0));
      g_assert_null (lectern_postpone_schedule_next (schedule, none, &today, &waiting));
      g_assert_error (waiting, LECTERN_POSTPONE_ERROR, LECTERN_POSTPONE_ERROR_NOT_WAITING);
    }
}

/* Nothing is moved onto a break or onto what is cancelled, and they stay. */
static void
test_move_refusals (void)
{
  static const struct { const char *sessions; guint target; } rows[] = {
    { "0", 1 }, { "0", 2 }, { "0", 3 }, { "1", 0 }, { "2", 0 }, { "1,2", 0 },
  };
  g_autoptr (LecternSchedule) schedule =
    schedule_text_read ("2023-01-04 A; 2023-01-11 B!b; 2023-01-18 C!x; - D");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) sessions = schedule_text_list (schedule, rows[i].sessions);
      g_autoptr (GError) error = NULL;

      g_assert_null (lectern_postpone_move (schedule, sessions,
                                            lectern_schedule_get_session (schedule, rows[i].target),
                                            &error));
      g_assert_error (error, LECTERN_POSTPONE_ERROR, LECTERN_POSTPONE_ERROR_NO_MEETING);
    }
}

void
add_moves_tests (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/model/moves/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  g_test_add_func ("/model/moves/parts", test_parts);
  g_test_add_func ("/model/moves/refusals", test_refusals);
  g_test_add_func ("/model/moves/no-room", test_no_room);
  g_test_add_func ("/model/moves/move-refusals", test_move_refusals);
  g_test_add_func ("/model/moves/neighbours", test_neighbours);
}
