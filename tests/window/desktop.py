"""A clerk's desktop without a screen: display, session bus and window manager of its own."""

import os
import shutil
import subprocess
from pathlib import Path

PROGRAMS = ("Xvfb", "openbox", "dbus-daemon", "xdotool")
SKIPPED = 77  # how ctest is told that a test could not run


def missing(programs: tuple[str, ...] = PROGRAMS) -> list[str]:
    """What a test needs and does not find, in the words of `apt-get install`."""
    lacks = [program for program in programs if not shutil.which(program)]
    try:
        import gi
        gi.require_version("Atspi", "2.0")
    except (ImportError, ValueError):
        lacks.append("python3-pyatspi")  # brings gi and its Atspi
    return lacks


class Desktop:
    """Lives as long as its `with`. Programs started in between find it by the environment."""

    def __init__(self, home: Path, environment: dict[str, str] | None = None,
                 size: str = "1366x768"):
        """`home`: a folder in place of the account's; what programs keep there stays in it."""
        self._home = home
        self._wanted = environment or {}
        self._size = size
        self._before = dict(os.environ)
        self._started: list[subprocess.Popen] = []

    def __enter__(self) -> "Desktop":
        try:
            home = self._home
            for folder in ("config", "cache", "share", "run"):
                (home / folder).mkdir(mode=0o700, parents=True, exist_ok=True)
            os.environ.update({
                "HOME": str(home),
                "XDG_CONFIG_HOME": str(home / "config"),
                "XDG_CACHE_HOME": str(home / "cache"),
                "XDG_DATA_HOME": str(home / "share"),
                "XDG_RUNTIME_DIR": str(home / "run"),
                "DISPLAY": self._display(),
                # Without this word Qt tells nobody what is on the screen.
                "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
                "QT_QPA_PLATFORM": "xcb",
                **self._wanted,
            })
            os.environ["DBUS_SESSION_BUS_ADDRESS"] = self._session_bus()
            self.start("openbox")
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_) -> None:
        for process in reversed(self._started):
            process.terminate()
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        os.environ.clear()
        os.environ.update(self._before)

    def start(self, *command: str, **options) -> subprocess.Popen:
        """A program that is ended with the desktop."""
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                   **options)
        self._started.append(process)
        return process

    def _display(self) -> str:
        reader, writer = os.pipe()
        self.start("Xvfb", "-displayfd", str(writer), "-screen", "0", self._size + "x24",
                   "-nolisten", "tcp", pass_fds=[writer])
        os.close(writer)
        with os.fdopen(reader) as answer:
            number = answer.readline().strip()
        if not number:
            raise RuntimeError("Xvfb did not start")
        return ":" + number

    def _session_bus(self) -> str:
        bus = self.start("dbus-daemon", "--session", "--nofork", "--print-address",
                         stdout=subprocess.PIPE, text=True)
        return bus.stdout.readline().strip()


def press_key(*keys: str) -> None:
    """As a person does it, e.g. "F5" or "ctrl+z"; it goes to the window that has the focus."""
    subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], check=True)


def type_text(text: str, delay_ms: int = 30) -> None:
    subprocess.run(["xdotool", "type", "--delay", str(delay_ms), text], check=True)


def click(x: int, y: int) -> None:
    subprocess.run(["xdotool", "mousemove", str(x), str(y), "click", "1"], check=True)
