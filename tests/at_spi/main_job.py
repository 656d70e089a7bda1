#!/usr/bin/python3
"""Does the main job in the running window by its accessibility tree alone, and fails where the tree is not enough.

Started by tests/at_spi/run, which brings a display and a session bus. No pointer, no key, no pixel: names, roles, states and
actions are all it has, as a screen reader has. What is typed goes in through EditableText (egui's text fields take it).
Leaves out: speech itself, and other systems' accessibility interfaces.
"""

import os
import sys
import time

import pyatspi

# Seconds; on a busy machine without a graphics card the first frame takes its time.
PATIENCE = 45.0
# Roles that a person works with; each needs a name.
CONTROLS = {
    pyatspi.ROLE_PUSH_BUTTON, pyatspi.ROLE_TOGGLE_BUTTON, pyatspi.ROLE_CHECK_BOX, pyatspi.ROLE_COMBO_BOX,
    pyatspi.ROLE_ENTRY, pyatspi.ROLE_PAGE_TAB, pyatspi.ROLE_MENU_ITEM, pyatspi.ROLE_LIST_ITEM, pyatspi.ROLE_TABLE_CELL,
    pyatspi.ROLE_RADIO_MENU_ITEM, pyatspi.ROLE_CHECK_MENU_ITEM, pyatspi.ROLE_SLIDER, pyatspi.ROLE_SPIN_BUTTON,
}


def fail(words):
    print(f"FAILED: {words}", flush=True)
    sys.exit(1)


def step(words):
    print(f"- {words}", flush=True)


def application():
    """The application on the bus, as soon as it is there."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        for app in pyatspi.Registry.getDesktop(0):
            if app is not None and app.name == "sidebyside" and app.childCount:
                return app
        time.sleep(0.2)
    fail("the application is not on the accessibility bus")


def walk(node):
    """All nodes below, in reading order. A node may go while it is read."""
    try:
        children = [node.getChildAtIndex(i) for i in range(node.childCount)]
    except Exception:  # noqa: BLE001 - the tree changed under our hands
        return
    for child in children:
        if child is not None:
            yield child
            yield from walk(child)


def words(node):
    """The name; for a label, its text."""
    try:
        if node.name:
            return node.name
        return node.queryText().getText(0, -1)
    except Exception:  # noqa: BLE001
        return ""


def find(root, role, fits, what):
    """The first node of this role whose words fit, waiting for it."""
    end = time.monotonic() + PATIENCE
    while True:
        for node in walk(root):
            try:
                if node.getRole() == role and fits(words(node)):
                    return node
            except Exception:  # noqa: BLE001
                continue
        if time.monotonic() > end:
            fail(f"there is no {what}")
        time.sleep(0.2)


def press(node, what):
    actions = node.queryAction()
    for index in range(actions.nActions):
        if actions.getName(index) in ("click", "press", "activate"):
            actions.doAction(index)
            step(f"pressed {what}")
            return
    fail(f"{what} has nothing to press: {[actions.getName(i) for i in range(actions.nActions)]}")


def wait(holds, what):
    end = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > end:
            fail(what)
        time.sleep(0.2)


def check_names(app, where):
    """No control without a name, no figure without a description; returns how many nodes there are."""
    unnamed, count = [], 0
    for node in walk(app):
        count += 1
        try:
            if node.getRole() in CONTROLS and not words(node).strip():
                unnamed.append(node.getRoleName())
        except Exception:  # noqa: BLE001 - it went while it was read, as the words "Drawing" do when the preview is there
            continue
    if unnamed:
        fail(f"{where}: controls without a name: {unnamed}")
    step(f"{where}: {count} nodes, every control has a name")


def main(path):
    app = application()
    window = find(app, pyatspi.ROLE_FRAME, lambda name: True, "window")
    step(f"the window is called {window.name!r}")
    check_names(app, "Overview")

    press(find(app, pyatspi.ROLE_PAGE_TAB, lambda n: n == "Room: Compare", "tab of Compare"), "the tab Compare")
    chosen = find(app, pyatspi.ROLE_COMBO_BOX, lambda n: n.startswith("Concept to compare: "), "selector of concepts")
    press(chosen, "the selector of concepts")
    wanted = lambda n: n.startswith("Looked-after children (")  # noqa: E731
    option = find(app, pyatspi.ROLE_LIST_ITEM, wanted, "concept of looked-after children")
    press(option, f"the concept {words(option)!r}")
    said = lambda n: n.startswith("Concept to compare: Looked-after children")  # noqa: E731
    step(f"the selector says: {words(find(app, pyatspi.ROLE_COMBO_BOX, said, 'selector that says what was chosen'))}")
    panel = find(app, pyatspi.ROLE_PANEL, lambda n: n.startswith("Looked-after children"), "figure")
    step(f"the figure says: {panel.name}")
    step(f"and describes itself: {panel.description}")
    check_names(app, "Compare")

    row = find(app, pyatspi.ROLE_LIST_ITEM, lambda n: n.startswith("Wolverhampton, ") and "outcome" in n, "Wolverhampton")
    press(row, f"the row {words(row)!r}")
    datum = lambda n: n.startswith("Wolverhampton, looked-after children: ")  # noqa: E731
    wolverhampton = find(app, pyatspi.ROLE_LIST_ITEM, datum, "datum of Wolverhampton")
    wait(lambda: wolverhampton.getState().contains(pyatspi.STATE_SELECTED), "the datum is not selected")
    step(f"selected: {words(wolverhampton)}")

    pane = find(app, pyatspi.ROLE_LANDMARK, lambda n: n == "Outcome in full", "pane of the outcome")
    told = [words(node) for node in walk(pane) if node.getRole() == pyatspi.ROLE_LABEL]
    for words_of_outcome in ("780", "626"):
        if not any(words_of_outcome in line for line in told):
            fail(f"the outcome does not tell {words_of_outcome}: {told}")
    step("the outcome reads: " + " | ".join(told[:14]))

    press(find(app, pyatspi.ROLE_PUSH_BUTTON, lambda n: n == "Help", "menu Help"), "the menu Help")
    press(find(app, pyatspi.ROLE_MENU_ITEM, lambda n: n == "Find anything…", "entry of the palette"), "Find anything")
    field = find(app, pyatspi.ROLE_ENTRY, lambda n: n.startswith("Find a command"), "field of the palette")
    field.queryEditableText().setTextContents("save the figure")
    step("typed 'save the figure' through EditableText")
    press(find(app, pyatspi.ROLE_LIST_ITEM, lambda n: n.startswith("Save the figure"), "line of the palette"), "Save the figure")

    save(app, path)
    check_names(app, "at the end")
    print("The main job was done by the tree alone.", flush=True)


def save(app, path):
    """The dialog that saves a figure; its path is typed."""
    check_names(app, "the dialog that saves")
    field = find(app, pyatspi.ROLE_ENTRY, lambda n: n.startswith("Save as"), "field for a path")
    field.queryEditableText().setTextContents(path)
    step("wrote the path through EditableText")
    press(find(app, pyatspi.ROLE_PUSH_BUTTON, lambda n: n == "Save", "button Save"), "Save")
    wait(lambda: os.path.exists(path) and os.path.getsize(path) > 0, f"nothing was saved to {path}")
    notice = find(app, pyatspi.ROLE_NOTIFICATION, lambda n: n.startswith("Saved"), "notice that it was saved")
    step(f"the notice says: {words(notice)}")
    with open(path, encoding="utf-8") as file:
        if "Looked-after children" not in file.read():
            fail("the saved figure does not bear its title")
    step(f"saved {os.path.getsize(path)} bytes")


if __name__ == "__main__":
    main(sys.argv[1])
