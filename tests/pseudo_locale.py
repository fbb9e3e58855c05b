#!/usr/bin/env python3
# pseudo_locale.py: makes a locale that nobody speaks: longer, and accented
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Usage: pseudo_locale.py ROOT CATALOGUE
#
# Takes the messages out of the tree at ROOT and writes them, translated, as
# a catalogue that gettext reads; in the folder “locale” beside it they are
# those of the language en_XA.  What appears without accents in a window
# is not translatable, and what is cut in it would be in another language.

import ast
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

# Vowels are doubled, which makes words longer, as those of other languages
# are; a sentence can be broken where the English one can.
LETTERS = str.maketrans({
    "a": "áá", "e": "éé", "i": "íí", "o": "óó", "u": "úú", "y": "ý", "c": "ç", "n": "ñ",
    "s": "š", "r": "ř", "t": "ť", "z": "ž", "A": "Áá", "E": "Éé", "I": "Íí", "O": "Óó",
    "U": "Úú", "C": "Ç", "N": "Ñ", "S": "Š", "R": "Ř", "Y": "Ý", "D": "Ď", "T": "Ť"})

# What a program reads: of printf() and strftime(), names in braces, markup,
# options, and names of files.
KEPT = re.compile(r"(%[-+#0-9.$OE]*[A-Za-z%]|\{[a-z-]+\}|<[^<>]+>|&\w+;|--[a-z]+|\S+\.(?:json|html|ics|pdf)\b)")
FIELD = re.compile(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?) (".*")$')


def make_template(root, template):
    """Takes the messages out of all files that have some; gives what xgettext said."""
    lines = (root / "po/POTFILES.in").read_text().splitlines()
    listed = [line for line in lines if line and not line.startswith("#")]
    return subprocess.run(
        ["xgettext", "--from-code=UTF-8", "--add-comments=Translators", "--keyword=_",
         "--keyword=N_", "--keyword=C_:1c,2", "--keyword=NC_:1c,2", "--keyword=ngettext:1,2",
         "--keyword=g_dngettext:2,3", "--flag=ngettext:1:c-format", "--flag=ngettext:2:c-format",
         "--flag=_:1:pass-c-format", "--flag=g_strdup_printf:1:c-format",
         "--flag=g_string_append_printf:2:c-format", "--flag=g_set_error:4:c-format",
         f"--directory={root}", f"--output={template}"] + listed,
        text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


def read(path):
    """The messages of a catalogue: for each its fields by name, and its flags."""
    messages = []
    for block in path.read_text().split("\n\n"):
        message = {"flags": []}
        field = None
        for line in block.splitlines():
            match = FIELD.match(line)
            if line.startswith("#,"):
                message["flags"] += [flag.strip() for flag in line[2:].split(",")]
            elif match:
                field = match[1]
                message[field] = ast.literal_eval(match[2])
            elif line.startswith('"'):
                message[field] += ast.literal_eval(line)
        if message.get("msgid"):
            messages.append(message)
    return messages


def translate(text):
    return "".join(part if KEPT.fullmatch(part) else part.translate(LETTERS)
                   for part in KEPT.split(text))


def quote(text):
    text = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{text}"'


def write(messages, path):
    lines = ['msgid ""', 'msgstr ""', '"Content-Type: text/plain; charset=UTF-8\\n"',
             '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"', ""]
    for message in messages:
        if message["flags"]:
            lines.append("#, " + ", ".join(message["flags"]))
        lines += [f"{name} {quote(message[name])}" for name in ("msgctxt", "msgid", "msgid_plural")
                  if name in message]
        # A code of a language is no text.
        kept = message.get("msgctxt") == "language code"
        for number, name in enumerate(("msgid", "msgid_plural")):
            if name in message:
                form = f"msgstr[{number}]" if "msgid_plural" in message else "msgstr"
                lines.append(f"{form} {quote(message[name] if kept else translate(message[name]))}")
        lines.append("")
    path.write_text("\n".join(lines))


def main():
    root, catalogue = (pathlib.Path(argument) for argument in sys.argv[1:])
    with tempfile.TemporaryDirectory() as scratch:
        template = pathlib.Path(scratch) / "lectern.pot"
        result = make_template(root, template)
        if result.returncode != 0:
            sys.exit(result.stdout)
        po = pathlib.Path(scratch) / "pseudo.po"
        write(read(template), po)
        subprocess.run(["msgfmt", "--check-format", "--check-accelerators=_", "-o", catalogue, po], check=True)
    place = catalogue.parent / "locale/en_XA/LC_MESSAGES/lectern.mo"
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(catalogue, place)


if __name__ == "__main__":
    main()
