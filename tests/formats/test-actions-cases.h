/* test-actions-cases.h: the actions, and the lines that they change
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

  { "weeks", before, "weeks b 1",
    "-{ \"id\":\"b\", \"date\":\"2022-12-14\", \"time\": \"15:00\", \"papers\":[{\"title\":\"B\",\"part\":\"Lecture 1\"}], \"presenters\":[\"Bob\"]},\n"
    "-{ \"id\":\"c\", \"date\":\"2022-12-28\", \"title\":\"C\" },\n"
    "-{   \"id\":\"d\", \"date\":\"2023-01-11\",  \"title\":\"D\", \"y\":null }  ,\n"
    "+{ \"id\":\"b\", \"date\":\"2022-12-28\", \"time\": \"15:00\", \"papers\":[{\"title\":\"B\",\"part\":\"Lecture 1\"}], \"presenters\":[\"Bob\"]},\n"
    "+{ \"id\":\"c\", \"date\":\"2023-01-11\", \"title\":\"C\" },\n"
    "+{   \"id\":\"d\", \"date\":\"2023-01-18\",  \"title\":\"D\", \"y\":null }  ,\n"
    "a x b y c d e f" },
  { "weeks-two", before, "weeks a 2",
    "-{ \"id\":\"a\", \"date\":\"2022-12-07\", \"title\":\"A\", \"presenters\":[\"Ann\"], \"x\":  1.0 },\n"
    "-{ \"id\":\"b\", \"date\":\"2022-12-14\", \"time\": \"15:00\", \"papers\":[{\"title\":\"B\",\"part\":\"Lecture 1\"}], \"presenters\":[\"Bob\"]},\n"
    "-  {\"id\":\"x\",\"date\":\"2022-12-21\" ,\"kind\":\"break\", \"title\":\"Christmas\"},\n"
    "-{ \"id\":\"c\", \"date\":\"2022-12-28\", \"title\":\"C\" },\n"
    "-{   \"id\":\"d\", \"date\":\"2023-01-11\",  \"title\":\"D\", \"y\":null }  ,\n"
    "+{\"id\":\"x\",\"date\":\"2022-12-21\" ,\"kind\":\"break\", \"title\":\"Christmas\"},\n"
    "+{ \"id\":\"a\", \"date\":\"2022-12-28\", \"title\":\"A\", \"presenters\":[\"Ann\"], \"x\":  1.0 },\n"
    "+{ \"id\":\"b\", \"date\":\"2023-01-11\", \"time\": \"15:00\", \"papers\":[{\"title\":\"B\",\"part\":\"Lecture 1\"}], \"presenters\":[\"Bob\"]},\n"
    "+{ \"id\":\"c\", \"date\":\"2023-01-18\", \"title\":\"C\" },\n"
    "+{   \"id\":\"d\", \"date\":\"2023-01-25\",  \"title\":\"D\", \"y\":null }  ,\n"
    "x a y b c d e f" },
  { "weeks-forward", before, "weeks a -1",
    "-{ \"id\":\"a\", \"date\":\"2022-12-07\", \"title\":\"A\", \"presenters\":[\"Ann\"], \"x\":  1.0 },\n"
    "-{ \"id\":\"b\", \"date\":\"2022-12-14\", \"time\": \"15:00\", \"papers\":[{\"title\":\"B\",\"part\":\"Lecture 1\"}], \"presenters\":[\"Bob\"]},\n"
    "-  {\"id\":\"x\",\"date\":\"2022-12-21\" ,\"kind\":\"break\", \"title\":\"Christmas\"},\n"
    "-{ \"id\":\"c\", \"date\":\"2022-12-28\", \"title\":\"C\" },\n"
    "-{ \"id\":\"y\", \"date\":\"2023-01-04\", \"status\":\"cancelled\", \"reason\":\"strike\", \"title\":\"Y\"},\n"
    "-{   \"id\":\"d\", \"date\":\"2023-01-11\",  \"title\":\"D\", \"y\":null }  ,\n"
    "+{ \"id\":\"a\", \"date\":\"2022-11-30\", \"title\":\"A\", \"presenters\":[\"Ann\"], \"x\":  1.0 },\n"
    "+{ \"id\":\"b\", \"date\":\"2022-12-07\", \"time\": \"15:00\", \"papers\":[{\"title\":\"B\",\"part\":\"Lecture 1\"}], \"presenters\":[\"Bob\"]},\n"
    "+{ \"id\":\"c\", \"date\":\"2022-12-14\", \"title\":\"C\" },\n"
    "+{\"id\":\"x\",\"date\":\"2022-12-21\" ,\"kind\":\"break\", \"title\":\"Christmas\"},\n"
    "+{   \"id\":\"d\", \"date\":\"2022-12-28\",  \"title\":\"D\", \"y\":null },\n"
    "+{ \"id\":\"y\", \"date\":\"2023-01-04\", \"status\":\"cancelled\", \"reason\":\"strike\", \"title\":\"Y\"}  ,\n"
    "a b c x d y e f" },
  { "only", before, "only b 1",
    "-{ \"id\":\"b\", \"date\":\"2022-12-14\", \"time\": \"15:00\", \"papers\":[{\"title\":\"B\",\"part\":\"Lecture 1\"}], \"presenters\":[\"Bob\"]},\n"
    "-{   \"id\":\"d\", \"date\":\"2023-01-11\",  \"title\":\"D\", \"y\":null }  ,\n"
    "+{   \"id\":\"d\", \"date\":\"2023-01-11\",  \"title\":\"D\", \"y\":null },\n"
    "+{ \"id\":\"b\", \"date\":\"2023-01-18\", \"time\": \"15:00\", \"papers\":[{\"title\":\"B\",\"part\":\"Lecture 1\"}], \"presenters\":[\"Bob\"]}  ,\n"
    "a x c y d b e f" },
  { "several", before, "several b,c 1",
    "-{ \"id\":\"b\", \"date\":\"2022-12-14\", \"time\": \"15:00\", \"papers\":[{\"title\":\"B\",\"part\":\"Lecture 1\"}], \"presenters\":[\"Bob\"]},\n"
    "-{ \"id\":\"c\", \"date\":\"2022-12-28\", \"title\":\"C\" },\n"
    "-{   \"id\":\"d\", \"date\":\"2023-01-11\",  \"title\":\"D\", \"y\":null }  ,\n"
    "+{ \"id\":\"b\", \"date\":\"2022-12-28\", \"time\": \"15:00\", \"papers\":[{\"title\":\"B\",\"part\":\"Lecture 1\"}], \"presenters\":[\"Bob\"]},\n"
    "+{   \"id\":\"d\", \"date\":\"2023-01-11\",  \"title\":\"D\", \"y\":null },\n"
    "+{ \"id\":\"c\", \"date\":\"2023-01-18\", \"title\":\"C\" }  ,\n"
    "a x b y d c e f" },
  { "several-slots", before, "several-slots a,b",
    "-{ \"id\":\"a\", \"date\":\"2022-12-07\", \"title\":\"A\", \"presenters\":[\"Ann\"], \"x\":  1.0 },\n"
    "-{ \"id\":\"b\", \"date\":\"2022-12-14\", \"time\": \"15:00\", \"papers\":[{\"title\":\"B\",\"part\":\"Lecture 1\"}], \"presenters\":[\"Bob\"]},\n"
    "-  {\"id\":\"x\",\"date\":\"2022-12-21\" ,\"kind\":\"break\", \"title\":\"Christmas\"},\n"
    "-{   \"id\":\"d\", \"date\":\"2023-01-11\",  \"title\":\"D\", \"y\":null }  ,\n"
    "+{\"id\":\"x\",\"date\":\"2022-12-21\" ,\"kind\":\"break\", \"title\":\"Christmas\"},\n"
    "+{   \"id\":\"d\", \"date\":\"2023-01-11\",  \"title\":\"D\", \"y\":null },\n"
    "+{ \"id\":\"a\", \"date\":\"2023-01-18\", \"title\":\"A\", \"presenters\":[\"Ann\"], \"x\":  1.0 },\n"
    "+{ \"id\":\"b\", \"date\":\"2023-01-25\", \"time\": \"15:00\", \"papers\":[{\"title\":\"B\",\"part\":\"Lecture 1\"}], \"presenters\":[\"Bob\"]}  ,\n"
    "x c y d a b e f" },
  { "slots", before, "slots a",
    "-{ \"id\":\"a\", \"date\":\"2022-12-07\", \"title\":\"A\", \"presenters\":[\"Ann\"], \"x\":  1.0 },\n"
    "-{ \"id\":\"b\", \"date\":\"2022-12-14\", \"time\": \"15:00\", \"papers\":[{\"title\":\"B\",\"part\":\"Lecture 1\"}], \"presenters\":[\"Bob\"]},\n"
    "-{ \"id\":\"c\", \"date\":\"2022-12-28\", \"title\":\"C\" },\n"
    "-{   \"id\":\"d\", \"date\":\"2023-01-11\",  \"title\":\"D\", \"y\":null }  ,\n"
    "+{ \"id\":\"a\", \"date\":\"2022-12-14\", \"time\":\"15:00\", \"title\":\"A\", \"presenters\":[\"Ann\"], \"x\":  1.0 },\n"
    "+{ \"id\":\"b\", \"date\":\"2022-12-28\", \"papers\":[{\"title\":\"B\",\"part\":\"Lecture 1\"}], \"presenters\":[\"Bob\"]},\n"
    "+{ \"id\":\"c\", \"date\":\"2023-01-11\", \"title\":\"C\" },\n"
    "+{   \"id\":\"d\", \"date\":\"2023-01-18\",  \"title\":\"D\", \"y\":null }  ,\n"
    "a x b y c d e f" },
  { "next-free", before, "next-free b",
    "-{ \"id\":\"b\", \"date\":\"2022-12-14\", \"time\": \"15:00\", \"papers\":[{\"title\":\"B\",\"part\":\"Lecture 1\"}], \"presenters\":[\"Bob\"]},\n"
    "-{   \"id\":\"d\", \"date\":\"2023-01-11\",  \"title\":\"D\", \"y\":null }  ,\n"
    "+{   \"id\":\"d\", \"date\":\"2023-01-11\",  \"title\":\"D\", \"y\":null },\n"
    "+{ \"id\":\"b\", \"date\":\"2023-01-18\", \"time\": \"15:00\", \"papers\":[{\"title\":\"B\",\"part\":\"Lecture 1\"}], \"presenters\":[\"Bob\"]}  ,\n"
    "a x c y d b e f" },
  { "cancel", before, "cancel b",
    "-{ \"id\":\"b\", \"date\":\"2022-12-14\", \"time\": \"15:00\", \"papers\":[{\"title\":\"B\",\"part\":\"Lecture 1\"}], \"presenters\":[\"Bob\"]},\n"
    "+{ \"id\":\"b\", \"date\":\"2022-12-14\", \"time\": \"15:00\", \"status\":\"cancelled\", \"reason\":\"ill\", \"papers\":[{\"title\":\"B\",\"part\":\"Lecture 1\"}], \"presenters\":[\"Bob\"]},\n"
    "a b x c y d e f" },
  { "cancel-and-slide", before, "cancel-slide b",
    "-{ \"id\":\"b\", \"date\":\"2022-12-14\", \"time\": \"15:00\", \"papers\":[{\"title\":\"B\",\"part\":\"Lecture 1\"}], \"presenters\":[\"Bob\"]},\n"
    "-  {\"id\":\"x\",\"date\":\"2022-12-21\" ,\"kind\":\"break\", \"title\":\"Christmas\"},\n"
    "-{ \"id\":\"c\", \"date\":\"2022-12-28\", \"title\":\"C\" },\n"
    "-{   \"id\":\"d\", \"date\":\"2023-01-11\",  \"title\":\"D\", \"y\":null }  ,\n"
    "+{ \"id\": \"NEW\", \"date\": \"2022-12-14\", \"time\": \"15:00\", \"status\": \"cancelled\", \"reason\": \"ill\", \"papers\": [{ \"title\": \"B\", \"part\": \"Lecture 1\" }], \"presenters\": [\"Bob\"] },\n"
    "+{\"id\":\"x\",\"date\":\"2022-12-21\" ,\"kind\":\"break\", \"title\":\"Christmas\"},\n"
    "+{ \"id\":\"b\", \"date\":\"2022-12-28\", \"papers\":[{\"title\":\"B\",\"part\":\"Lecture 1\"}], \"presenters\":[\"Bob\"]},\n"
    "+{ \"id\":\"c\", \"date\":\"2023-01-11\", \"title\":\"C\" },\n"
    "+{   \"id\":\"d\", \"date\":\"2023-01-18\",  \"title\":\"D\", \"y\":null }  ,\n"
    "a NEW x b y c d e f" },
  { "cancel-several", before, "cancel-several b,c",
    "-{ \"id\":\"b\", \"date\":\"2022-12-14\", \"time\": \"15:00\", \"papers\":[{\"title\":\"B\",\"part\":\"Lecture 1\"}], \"presenters\":[\"Bob\"]},\n"
    "-{ \"id\":\"c\", \"date\":\"2022-12-28\", \"title\":\"C\" },\n"
    "+{ \"id\":\"b\", \"date\":\"2022-12-14\", \"time\": \"15:00\", \"status\":\"cancelled\", \"reason\":\"ill\", \"papers\":[{\"title\":\"B\",\"part\":\"Lecture 1\"}], \"presenters\":[\"Bob\"]},\n"
    "+{ \"id\":\"c\", \"date\":\"2022-12-28\", \"title\":\"C\", \"status\":\"cancelled\", \"reason\":\"ill\" },\n"
    "a b x c y d e f" },
  { "swap", before, "swap b d",
    "-{ \"id\":\"b\", \"date\":\"2022-12-14\", \"time\": \"15:00\", \"papers\":[{\"title\":\"B\",\"part\":\"Lecture 1\"}], \"presenters\":[\"Bob\"]},\n"
    "-  {\"id\":\"x\",\"date\":\"2022-12-21\" ,\"kind\":\"break\", \"title\":\"Christmas\"},\n"
    "-{   \"id\":\"d\", \"date\":\"2023-01-11\",  \"title\":\"D\", \"y\":null }  ,\n"
    "+{   \"id\":\"d\", \"date\":\"2022-12-14\", \"time\":\"15:00\", \"title\":\"D\", \"y\":null },\n"
    "+{\"id\":\"x\",\"date\":\"2022-12-21\" ,\"kind\":\"break\", \"title\":\"Christmas\"},\n"
    "+{ \"id\":\"b\", \"date\":\"2023-01-11\", \"papers\":[{\"title\":\"B\",\"part\":\"Lecture 1\"}], \"presenters\":[\"Bob\"]}  ,\n"
    "a d x c y b e f" },
  { "move", before, "move b d",
    "-{ \"id\":\"b\", \"date\":\"2022-12-14\", \"time\": \"15:00\", \"papers\":[{\"title\":\"B\",\"part\":\"Lecture 1\"}], \"presenters\":[\"Bob\"]},\n"
    "-  {\"id\":\"x\",\"date\":\"2022-12-21\" ,\"kind\":\"break\", \"title\":\"Christmas\"},\n"
    "-{ \"id\":\"c\", \"date\":\"2022-12-28\", \"title\":\"C\" },\n"
    "-{   \"id\":\"d\", \"date\":\"2023-01-11\",  \"title\":\"D\", \"y\":null }  ,\n"
    "+{ \"id\":\"c\", \"date\":\"2022-12-14\", \"time\":\"15:00\", \"title\":\"C\" },\n"
    "+{\"id\":\"x\",\"date\":\"2022-12-21\" ,\"kind\":\"break\", \"title\":\"Christmas\"},\n"
    "+{   \"id\":\"d\", \"date\":\"2022-12-28\",  \"title\":\"D\", \"y\":null },\n"
    "+{ \"id\":\"b\", \"date\":\"2023-01-11\", \"papers\":[{\"title\":\"B\",\"part\":\"Lecture 1\"}], \"presenters\":[\"Bob\"]}  ,\n"
    "a c x d y b e f" },
  { "move-from-the-backlog", before, "move e b",
    "-{ \"id\":\"a\", \"date\":\"2022-12-07\", \"title\":\"A\", \"presenters\":[\"Ann\"], \"x\":  1.0 },\n"
    "-{ \"id\":\"b\", \"date\":\"2022-12-14\", \"time\": \"15:00\", \"papers\":[{\"title\":\"B\",\"part\":\"Lecture 1\"}], \"presenters\":[\"Bob\"]},\n"
    "-  {\"id\":\"x\",\"date\":\"2022-12-21\" ,\"kind\":\"break\", \"title\":\"Christmas\"},\n"
    "-{ \"id\":\"c\", \"date\":\"2022-12-28\", \"title\":\"C\" },\n"
    "-{   \"id\":\"d\", \"date\":\"2023-01-11\",  \"title\":\"D\", \"y\":null }  ,\n"
    "-{ \"id\":\"e\", \"title\":\"E\", \"dateText\":\"soon\" },\n"
    "+{ \"id\":\"a\", \"date\":\"2022-12-07\", \"title\":\"A\", \"presenters\":[\"Ann\"], \"x\":  1.0 }  ,\n"
    "+{ \"id\":\"e\", \"date\":\"2022-12-14\", \"time\":\"15:00\", \"title\":\"E\" },\n"
    "+{\"id\":\"x\",\"date\":\"2022-12-21\" ,\"kind\":\"break\", \"title\":\"Christmas\"},\n"
    "+{ \"id\":\"b\", \"date\":\"2022-12-28\", \"papers\":[{\"title\":\"B\",\"part\":\"Lecture 1\"}], \"presenters\":[\"Bob\"]},\n"
    "+{ \"id\":\"c\", \"date\":\"2023-01-11\", \"title\":\"C\" },\n"
    "+{   \"id\":\"d\", \"date\":\"2023-01-18\",  \"title\":\"D\", \"y\":null },\n"
    "a e x b y c d f" },
  { "continue", before, "continue b",
    "-{   \"id\":\"d\", \"date\":\"2023-01-11\",  \"title\":\"D\", \"y\":null }  ,\n"
    "+{   \"id\":\"d\", \"date\":\"2023-01-11\",  \"title\":\"D\", \"y\":null },\n"
    "+{ \"id\": \"NEW\", \"date\": \"2023-01-18\", \"time\": \"15:00\", \"papers\": [{ \"title\": \"B\", \"part\": \"Lecture 2\" }], \"presenters\": [\"Bob\"] },\n"
    "a b x c y d NEW e f" },
  { "continue-at-the-next-meeting", before, "continue-slide b",
    "-{ \"id\":\"c\", \"date\":\"2022-12-28\", \"title\":\"C\" },\n"
    "-{   \"id\":\"d\", \"date\":\"2023-01-11\",  \"title\":\"D\", \"y\":null }  ,\n"
    "+{ \"id\": \"NEW\", \"date\": \"2022-12-28\", \"papers\": [{ \"title\": \"B\", \"part\": \"Lecture 2\" }], \"presenters\": [\"Bob\"] },\n"
    "+{ \"id\":\"c\", \"date\":\"2023-01-11\", \"title\":\"C\" },\n"
    "+{   \"id\":\"d\", \"date\":\"2023-01-18\",  \"title\":\"D\", \"y\":null }  ,\n"
    "a b x NEW y c d e f" },
  { "schedule", before, "schedule e,f",
    "-{ \"id\":\"e\", \"title\":\"E\", \"dateText\":\"soon\" },\n"
    "-{ \"id\":\"f\", \"title\":\"F\" }\n"
    "+{ \"id\":\"e\", \"date\":\"2023-01-18\", \"title\":\"E\" },\n"
    "+{ \"id\":\"f\", \"date\":\"2023-01-25\", \"title\":\"F\" }\n"
    "a b x c y d e f" },
  { "rota", before, "rota",
    "-{ \"id\":\"c\", \"date\":\"2022-12-28\", \"title\":\"C\" },\n"
    "-{   \"id\":\"d\", \"date\":\"2023-01-11\",  \"title\":\"D\", \"y\":null }  ,\n"
    "+{ \"id\":\"c\", \"date\":\"2022-12-28\", \"title\":\"C\", \"presenters\":[\"Ann\"] },\n"
    "+{   \"id\":\"d\", \"date\":\"2023-01-11\",  \"title\":\"D\", \"presenters\":[\"Bob\"], \"y\":null }  ,\n"
    "a b x c y d e f" },
  { "term", before, "term",
    "-{   \"id\":\"d\", \"date\":\"2023-01-11\",  \"title\":\"D\", \"y\":null }  ,\n"
    "+{   \"id\":\"d\", \"date\":\"2023-01-11\",  \"title\":\"D\", \"y\":null },\n"
    "+{ \"id\": \"NEW\", \"date\": \"2023-01-18\", \"title\": \"Week 1\" },\n"
    "+{ \"id\": \"NEW\", \"date\": \"2023-01-25\", \"kind\": \"break\", \"title\": \"Rest\" },\n"
    "+{ \"id\": \"NEW\", \"date\": \"2023-02-01\", \"title\": \"Week 2\" },\n"
    "a b x c y d NEW NEW NEW e f" },
  { "suggest", before, "suggest c",
    "-{ \"id\":\"c\", \"date\":\"2022-12-28\", \"title\":\"C\" },\n"
    "+{ \"id\":\"c\", \"date\":\"2022-12-28\", \"title\":\"C\", \"presenters\":[\"Ann\"] },\n"
    "a b x c y d e f" },
  { "skip", before, "skip Ann",
    "-{\"lectern\": 1,  \"title\":\"G\",\n"
    "-  \"x-ours\": {\"a\":[1, 2]},\n"
    "+{\"lectern\": 1,  \"title\":\"G\",  \"skipPresenters\": [\"Ann\"],  \"x-ours\": {\"a\":[1, 2]},\n"
    "a b x c y d e f" },
  { "sort", wrong, "sort",
    "d a b c e e g" },
  { "remedy-order", wrong, "remedy order",
    "a b c d e e g" },
  { "remedy-year", wrong, "remedy year",
    "-{\"id\":\"d\",\"date\":\"2022-01-04\",\"title\":\"D\"},\n"
    "+{\"id\":\"d\",\"date\":\"2023-01-04\",\"title\":\"D\"},\n"
    "a b c d e e g" },
  { "remedy-weekday", wrong, "remedy weekday",
    "-{\"id\":\"c\",\"date\":\"2022-12-22\",\"title\":\"C\"},\n"
    "+{\"id\":\"c\",\"date\":\"2022-12-21\",\"title\":\"C\"},\n"
    "a b c d e e g" },
  { "remedy-duration", wrong, "remedy invalid-duration",
    "-{\"id\":\"a\",\"date\":\"2022-12-07\",\"title\":\"A\",\"duration\":-60, \"resources\":[{\"url\":\"https://example.org/\", \"primary\":true},{\"file\":\"a.pdf\",\"primary\":true}]},\n"
    "+{\"id\":\"a\",\"date\":\"2022-12-07\",\"title\":\"A\", \"resources\":[{\"url\":\"https://example.org/\", \"primary\":true},{\"file\":\"a.pdf\",\"primary\":true}]},\n"
    "a b c d e e g" },
  { "remedy-primary", wrong, "remedy several-primary",
    "-{\"id\":\"a\",\"date\":\"2022-12-07\",\"title\":\"A\",\"duration\":-60, \"resources\":[{\"url\":\"https://example.org/\", \"primary\":true},{\"file\":\"a.pdf\",\"primary\":true}]},\n"
    "+{\"id\":\"a\",\"date\":\"2022-12-07\",\"title\":\"A\",\"duration\":-60, \"resources\":[{\"url\":\"https://example.org/\", \"primary\":true},{\"file\":\"a.pdf\"}]},\n"
    "a b c d e e g" },
  { "remedy-id", wrong, "remedy repeated-id",
    "-{\"id\":\"e\",\"date\":\"2023-01-18\",\"title\":\"F\"},\n"
    "+{\"id\": \"NEW\",\"date\":\"2023-01-18\",\"title\":\"F\"},\n"
    "a b c d e NEW g" },
  { "dismiss", wrong, "dismiss order",
    "-{\"id\":\"e\",\"date\":\"2023-01-18\",\"title\":\"F\"},\n"
    "+{\"id\":\"e\",\"date\":\"2023-01-18\",\"title\":\"F\",\"ignore\":[\"order\"]},\n"
    "a b c d e e g" },
