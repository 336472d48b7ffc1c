"""What the program tells a screen reader: things by their names, and what can be done to them."""

import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

Found = TypeVar("Found")
LOOK_EVERY_S = 0.02


def wait_for(question: Callable[[], Found], what: str, seconds: float = 10) -> Found:
    """Asks until the answer is yes, and returns it."""
    end = time.monotonic() + seconds
    while True:
        try:
            if answer := question():
                return answer
        except GLib.Error:  # it went from the screen while it was asked
            pass
        if time.monotonic() > end:
            raise AssertionError(f"waited {seconds:.0f} s for {what}")
        time.sleep(LOOK_EVERY_S)


@dataclass(frozen=True)
class Thing:
    """One thing on the screen, as it was when it was looked at."""

    node: Atspi.Accessible
    role: str
    name: str
    states: frozenset[Atspi.StateType]

    @property
    def enabled(self) -> bool:
        return Atspi.StateType.SENSITIVE in self.states

    @property
    def focused(self) -> bool:
        return Atspi.StateType.FOCUSED in self.states

    @property
    def selected(self) -> bool:
        return Atspi.StateType.SELECTED in self.states

    @property
    def editable(self) -> bool:
        return Atspi.StateType.EDITABLE in self.states

    def description(self) -> str:
        return self.node.get_description()

    def text(self) -> str:
        return Atspi.Text.get_text(self.node, 0, -1)

    def length(self) -> int:
        return Atspi.Text.get_character_count(self.node)

    def set_text(self, text: str) -> None:
        Atspi.EditableText.set_text_contents(self.node, text)

    def act(self, action: str) -> None:
        offered = [Atspi.Action.get_action_name(self.node, i)
                   for i in range(Atspi.Action.get_n_actions(self.node))]
        assert action in offered, f"“{self.name}” offers {offered}, not {action}"
        Atspi.Action.do_action(self.node, offered.index(action))

    def press(self) -> None:
        self.act("Press")

    def focus(self) -> None:
        self.act("SetFocus")

    def children(self) -> list["Thing"]:
        """Also those that are scrolled out of sight."""
        nodes = (self.node.get_child_at_index(i) for i in range(self.node.get_child_count()))
        return [_look(node) for node in nodes if node]

    def middle(self) -> tuple[int, int]:
        box = Atspi.Component.get_extents(self.node, Atspi.CoordType.SCREEN)
        return box.x + box.width // 2, box.y + box.height // 2


def _look(node: Atspi.Accessible) -> Thing:
    return Thing(node, node.get_role_name(), node.get_name(),
                 frozenset(node.get_state_set().get_states()))


class Program:
    """A running program, seen through its accessible names. Ends with its `with`.

    The accessibility bus is found once in the life of a process: one desktop for each."""

    def __init__(self, *command: str | Path):
        self._started = time.monotonic()
        self.process = subprocess.Popen([str(part) for part in command],
                                        stdin=subprocess.DEVNULL)
        self._root: Atspi.Accessible | None = None

    def __enter__(self) -> "Program":
        return self

    def __exit__(self, *_) -> None:
        self.process.terminate()
        self.process.wait()

    def things(self) -> Iterator[Thing]:
        """All that is shown, in the order of the window."""
        self._see_it_alive()
        root = self._root or wait_for(self._find, "the program on the accessibility bus", 30)
        yield from _shown_below(root)

    def find(self, name: str, role: str = "") -> Thing | None:
        for thing in self.things():
            if thing.name == name and role in ("", thing.role):
                return thing
        return None

    def seconds(self) -> float:
        """Since the start."""
        return time.monotonic() - self._started

    def told(self) -> str:
        """For a message about a failure: what is on the screen, a line for each thing."""
        try:
            return "\n".join(f"{thing.role}: {thing.name}{' [focus]' if thing.focused else ''}"
                             for thing in self.things() if thing.name)
        except (AssertionError, GLib.Error) as gone:
            return f"nothing: {gone}"

    def wait_for(self, name: str, role: str = "", seconds: float = 20) -> Thing:
        return wait_for(lambda: self.find(name, role), f"“{name}”", seconds)

    def _see_it_alive(self) -> None:
        if self.process.poll() is not None:
            raise AssertionError(f"the program ended by itself ({self.process.returncode})")

    def _find(self) -> Atspi.Accessible | None:
        self._see_it_alive()
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child and child.get_process_id() == self.process.pid:
                # Asked anew each time: what is kept would only be renewed by a main loop.
                child.set_cache_mask(Atspi.Cache.NONE)
                self._root = child
        return self._root


def _shown_below(node: Atspi.Accessible) -> Iterator[Thing]:
    for i in range(node.get_child_count()):
        child = node.get_child_at_index(i)
        if child is None:
            continue
        thing = _look(child)
        if Atspi.StateType.SHOWING in thing.states:
            yield thing
            yield from _shown_below(child)
