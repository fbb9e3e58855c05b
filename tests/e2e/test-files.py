# test-files.py: PDFs and links are dropped and pasted; what a menu does with
# the file of a session
#
# SPDX-License-Identifier: GPL-3.0-or-later

import contextlib
import itertools
import pathlib
import re
import subprocess
import sys

from driver import Failed, check, equal, run_tests, until, xdotool
from notes import NOTES, resources, save, scan

HERE = pathlib.Path(__file__).resolve().parent
NTK = "Neural Tangent Kernel"
NTK_FILE = "files/Pdfs/Neural_Tangent_Kernel.pdf"


@contextlib.contextmanager
def helper(name, *arguments):
    """Another program, as long as it is needed."""
    process = subprocess.Popen([sys.executable, HERE / name, *[str(item) for item in arguments]])
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def window_number(process, title):
    return until(lambda: xdotool("search", "--onlyvisible", "--pid", process.pid, "--name", title,
                                 check=False).split("\n")[0],
                 f"the window {title}")


def activate(number):
    def active():
        xdotool("windowactivate", number)
        return xdotool("getactivewindow", check=False) == number
    until(active, "the window to be active")


def begin_to_drag(other):
    """Whether the drag has begun: a window that has only just come may miss the button."""
    xdotool("mousemove", "--window", other, 78, 48, "mousemove", "--window", other, 80, 50,
            "mousedown", 1)
    steps = itertools.chain(range(1, 12), itertools.cycle((1, -1)))

    def dragged():
        step = next(steps)
        xdotool("mousemove_relative", "--", step, step)
        return xdotool("getwindowname", other) == "Dragged"
    try:
        return until(dragged, "", 3)
    except Failed:
        xdotool("mouseup", 1)
        return False


@contextlib.contextmanager
def drag_to(window, target, kind, text, driver, fraction=(0.4, 0.5)):
    """Drags from a window in a corner to a widget, or to a place in one."""
    number = xdotool("getactivewindow")
    way = driver.way_to(window, target, fraction)
    with helper("drag-source.py", kind, text) as source:
        other = window_number(source, "Drag source")
        # Beside the window, which is in the middle of the screen.
        xdotool("windowmove", other, 10, 10)
        until(lambda: re.search(r"X=\d\d?\nY=\d\d?\n", xdotool("getwindowgeometry", "--shell", other)),
              lambda: f"the source to move: {xdotool('getwindowgeometry', '--shell', other)}")
        until(lambda: begin_to_drag(other), "it to be dragged")
        xdotool(*way)
        steps = itertools.cycle((1, -1))

        def taken():
            xdotool("mousemove_relative", "--", next(steps), 0)
            return xdotool("getwindowname", other) == "Taken"
        until(taken, lambda: f"{target} to take it: {xdotool('getwindowname', other)}")
        xdotool("mouseup", 1)
        yield
    activate(number)


def drop_on_row(driver):
    """Two PDFs dragged from another window onto a row are attached in one step."""
    path = driver.copy_sample()
    first, second = scan(driver, "scan.pdf"), scan(driver, "slides.pdf", NOTES + b"2")
    process, window = driver.open(path)
    driver.go_to(window, "Git Re-Basin")
    row = driver.row(window, "Git Re-Basin")
    with drag_to(window, row, "text/uri-list", f"{first.as_uri()}\r\n{second.as_uri()}\r\n", driver):
        driver.wait_for_text(window, "Edited")
    window = driver.window(process, role="frame")
    save(driver, window, path)
    copies = [entry["file"] for entry in resources(path, "Git Re-Basin")]
    equal([entry["label"] for entry in resources(path, "Git Re-Basin")], ["Notes", "Slides"], "the labels")
    equal([(driver.folder / copy).read_bytes() for copy in copies], [NOTES, NOTES + b"2"], "the copies")
    equal(first.read_bytes(), NOTES, "the original")
    driver.key("ctrl+z")
    driver.wait_for(window, name="The copies stay in the notes folder")
    save(driver, window, path)
    equal(path.read_bytes(), driver.sample, "the file after one undo")
    check(all((driver.folder / copy).exists() for copy in copies), "the copies are there")
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")


def drop_on_editor(driver):
    """A PDF dragged onto a field of the editor is attached, and the field keeps its text."""
    path = driver.copy_sample()
    pdf = scan(driver)
    process, window = driver.open(path)
    driver.go_to(window, "Git Re-Basin")
    title = driver.wait_for(window, "text", "Title")
    before = title.text
    with drag_to(window, title, "text/uri-list", pdf.as_uri() + "\r\n", driver, (0.5, 0.5)):
        driver.wait_for_text(window, "Edited")
    window = driver.window(process, role="frame")
    equal(driver.wait_for(window, "text", "Title").text, before, "the title")
    save(driver, window, path)
    equal([entry["label"] for entry in resources(path, "Git Re-Basin")], ["Notes"], "what is attached")
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")


def drop_between(driver):
    """A PDF dropped between two rows makes a session."""
    path = driver.copy_sample()
    pdf = scan(driver, "A_new_paper.pdf")
    process, window = driver.open(path)
    driver.go_to(window, "Git Re-Basin")
    row = driver.row(window, "Git Re-Basin")
    with drag_to(window, row, "text/uri-list", pdf.as_uri() + "\r\n", driver, (0.4, 0.01)):
        driver.wait_for_text(window, "Edited")
    window = driver.window(process, role="frame")
    save(driver, window, path)
    equal(resources(path, "A new paper"), [{"label": "Notes", "file": "files/Pdfs/A_new_paper.pdf"}],
          "the session")
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")


def paste(driver, kind, text):
    path = driver.copy_sample()
    process, window = driver.open(path)
    driver.go_to(window, "Git Re-Basin")
    number = xdotool("getactivewindow")
    with helper("drag-source.py", "--clipboard", kind, text) as source:
        window_number(source, "Copied")
        activate(number)
        window = driver.window(process, role="frame")
        driver.wait_rows(window)
        driver.key("ctrl+v")
        driver.wait_for_text(window, "Edited")
    save(driver, window, path)
    found = resources(path, "Git Re-Basin")
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")
    return found


def paste_file(driver):
    """A PDF copied in the file manager is pasted."""
    pdf = scan(driver)
    [entry] = paste(driver, "text/uri-list", pdf.as_uri() + "\r\n")
    equal((driver.folder / entry["file"]).read_bytes(), NOTES, "the copy")


def paste_link(driver):
    """A link is pasted."""
    equal(paste(driver, "text/plain;charset=utf-8", "https://example.org/notes.pdf"),
          [{"url": "https://example.org/notes.pdf"}], "what is attached")


def open_menu(driver, path, item, key):
    """The menu of a row that has notes."""
    process, window = driver.open(path)
    driver.go_to(window, NTK)
    driver.key("Menu")
    driver.wait_menu_item(window, item, 0)
    driver.key(key)
    return process, window


def trash_item(driver, window):
    """The menu of the notes in the editor, all of which is to be seen."""
    driver.click(window, driver.wait_for(window, name=re.compile("^Menu of “Notes”")))
    driver.wait_menu_item(window, "Move the File to the Trash…", 0)
    driver.key("t")


def open_with(driver):
    """Open With… lets the user choose the program, and starts that one."""
    path = driver.copy_sample()
    process, window = open_menu(driver, path, "Open Notes With…", "i")
    # Since GTK 4.10 the desktop's portal asks, and where there is none nobody.
    if window.toolkit < (4, 10):
        driver.window_saying(process, "^_?Select$|^Select Select$")
        equal(driver.launched, [], "what was opened before a program was chosen")
        driver.key("Return")
    driver.wait_launched([driver.folder / NTK_FILE])
    driver.window(process, role="frame")
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")


def show_in_files(driver):
    """Show in Files asks the file manager to show the file itself."""
    path = driver.copy_sample()
    shown = driver.home / "shown"
    with helper("file-manager.py", shown):
        until(shown.exists, "the file manager")
        process, _ = open_menu(driver, path, "Show Notes in Files", "f")
        until(lambda: shown.read_text(), "the file to be shown")
        equal(shown.read_text(), (driver.folder / NTK_FILE).as_uri() + "\n", "what is shown")
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")


def copy_link(driver):
    """Copy Link gives the address on the web, which can be pasted."""
    path = driver.copy_sample()
    process, window = open_menu(driver, path, "Copy Link to Notes", "k")
    driver.wait_for_text(window, "The link was copied")
    driver.key("ctrl+f")
    field = driver.wait_for_focus(window, None, "Search sessions")
    driver.key("ctrl+v")
    until(lambda: re.fullmatch(r"https://\S+/Neural_Tangent_Kernel\.pdf", field.text),
          lambda: f"the address, not “{field.text}”")
    driver.key("Escape", "ctrl+w")
    equal(process.wait(), 0, "the exit status")


def trash(driver):
    """Moving the file to the trash is asked for apart, and nothing brings the file back."""
    path = driver.copy_sample()
    pdf = driver.folder / NTK_FILE
    content = pdf.read_bytes()
    process, window = driver.open(path)
    xdotool("getactivewindow", "windowmove", 0, 0, "windowsize", 1390, 980)
    driver.go_to(window, NTK)
    trash_item(driver, window)
    dialog = driver.dialog(process, "Move the File to the Trash\\?")
    driver.press(dialog, "Cancel")
    window = driver.window(process, role="frame")
    check(pdf.exists(), "the file is there after Cancel")
    trash_item(driver, window)
    dialog = driver.dialog(process, "Undo brings the session’s entry back, but not the file")
    driver.press(dialog, "Move to Trash")
    window = driver.window(process, role="frame")
    driver.wait_for_text(window, "Edited")
    check(not pdf.exists(), "the file has gone")
    [trashed] = (driver.home / ".local/share/Trash/files").iterdir()
    equal(trashed.read_bytes(), content, "what is in the trash")
    save(driver, window, path)
    equal(resources(path, NTK), [{"url": "https://rajatvd.github.io/NTK/"}], "what is attached")
    driver.key("ctrl+z")
    driver.wait_for_text(window, "Edited")
    save(driver, window, path)
    equal(path.read_bytes(), driver.sample, "the schedule after undo")
    check(not pdf.exists(), "undo does not restore the file")
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")


def drag_unattached(driver):
    """A PDF is dragged from Unattached Files onto any session, and stays where it is."""
    path = driver.copy_sample()
    (driver.folder / "files/Pdfs/zz.pdf").write_bytes(NOTES)
    before = sorted(driver.folder.rglob("*"))
    process, window = driver.open(path)
    xdotool("getactivewindow", "windowmove", 0, 0)
    driver.go_to(window, "PoDLT")
    way = driver.way_to(window, driver.row(window, "Neural Tangent Kernel"), (0.4, 0.5))
    driver.key("F10")
    driver.press_mnemonic(window, "Unattached Files…", "u")
    dialog = driver.dialog(process, "To the selected session.*PoDLT")
    xdotool("getactivewindow", "windowmove", 900, 300)
    start = driver.way_to(dialog, driver.wait_for(dialog, name="files/Pdfs/zz.pdf"), (0.3, 0.5))
    xdotool(*start, "mousedown", 1)
    for step in range(1, 12):
        xdotool("mousemove_relative", "--", -step, step)
    xdotool(*way)
    for step in (1, -1, 1, -1, 1, -1):
        xdotool("mousemove_relative", "--", step, 0, "sleep", 0.1)
    xdotool("mouseup", 1)
    driver.wait_for_text(window, "Edited")
    driver.wait_for(dialog, name="No Unattached Files")
    driver.key("Escape")
    window = driver.window(process, role="frame")
    save(driver, window, path)
    equal([entry.get("file") for entry in resources(path, NTK)],
          [None, NTK_FILE, "files/Pdfs/zz.pdf"], "what is attached")
    equal(sorted(driver.folder.rglob("*")), before, "the files")
    driver.key("ctrl+w")
    equal(process.wait(), 0, "the exit status")


run_tests([drop_on_row, drop_on_editor, drop_between, paste_file, paste_link, open_with, show_in_files,
           copy_link, trash, drag_unattached])
