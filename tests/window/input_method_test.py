#!/usr/bin/python3
"""Vietnamese is typed into the real program with the input methods that clerks have: a composed
word enters the one field it was typed in, and codes and PINs are not composed."""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from desktop import PROGRAMS, SKIPPED, Desktop, click, missing, press_key, type_text

TELEX, WRITTEN = "Nguyeenx Thij Hoongf Nhuwowngx ", "Nguyễn Thị Hồng Nhưỡng "
WORD_TELEX, WORD = "Ddaats", "Đất"
# Telex would make "ấđ1" of it.
UNCOMPOSED = "aasdd1"
DOSSIER, OWNER_ID = "H62.16-261125-0001", "026185001234"

FCITX_PROFILE = """\
[Groups/0]
Name=Default
Default Layout=us
DefaultIM=unikey

[Groups/0/Items/0]
Name=keyboard-us

[Groups/0/Items/1]
Name=unikey

[GroupOrder]
0=Default
"""


def start_ibus(desktop: Desktop) -> None:
    from screen import wait_for
    desktop.start("ibus-daemon", "--panel=disable", "--xim")

    def chosen() -> bool:
        # It answers with an error, since Xvfb has no keyboard layouts, and obeys.
        subprocess.run(["ibus", "engine", "Unikey"], capture_output=True)
        now = subprocess.run(["ibus", "engine"], capture_output=True, text=True)
        return now.stdout.strip() == "Unikey"

    wait_for(chosen, "ibus with Unikey", 20)


def start_fcitx(desktop: Desktop) -> None:
    from screen import wait_for
    folder = Path(os.environ["XDG_CONFIG_HOME"]) / "fcitx5"
    folder.mkdir(exist_ok=True)
    (folder / "profile").write_text(FCITX_PROFILE)
    (folder / "config").write_text("[Behavior]\nActiveByDefault=True\n")
    desktop.start("fcitx5", "--disable=wayland,waylandim,notificationitem,kimpanel")

    def answers() -> bool:
        return subprocess.run(["fcitx5-remote"], capture_output=True).returncode == 0

    wait_for(answers, "fcitx5", 20)


ENGINES: dict[str, Callable[[Desktop], None]] = {"ibus": start_ibus, "fcitx": start_fcitx}
NEEDED = {"ibus": ("ibus-daemon", "ibus"), "fcitx": ("fcitx5", "fcitx5-remote")}


class Clerk:
    """Types and clicks, and reads what came of it."""

    def __init__(self, program):
        self._program = program

    def click_into(self, name: str):
        from screen import wait_for
        click(*self._field(name).middle())
        return wait_for(lambda: self._focused(name), f"the cursor in “{name}”")

    def expect(self, name: str, text: str) -> None:
        """Waits for the engine's answer and tells what stood there instead."""
        from screen import wait_for
        try:
            wait_for(lambda: self._field(name).text() == text, name, 15)
        except AssertionError:
            raise AssertionError(f"“{name}” holds “{self._field(name).text()}”, "
                                 f"not “{text}”") from None

    def type_and_leave(self, first: str, second: str) -> None:
        """A click into the second field during a word of the first one."""
        self._field(second).set_text("")
        self._field(first).set_text("")
        self.click_into(first)
        type_text(TELEX)
        self.expect(first, WRITTEN)
        type_text(WORD_TELEX)
        self.click_into(second)
        # A late commit would stand before what is typed now.
        type_text("ba ")
        self.expect(second, "ba ")
        self.expect(first, WRITTEN + WORD)

    def type_code(self, name: str) -> None:
        type_text(UNCOMPOSED)
        self.expect(name, UNCOMPOSED)

    def type_pin(self, name: str) -> None:
        from screen import wait_for
        type_text(UNCOMPOSED)
        # A reader is told how many letters a PIN has, never which.
        wait_for(lambda: self._field(name).length() == len(UNCOMPOSED),
                 f"“{name}” with {len(UNCOMPOSED)} letters")

    def _focused(self, name: str):
        field = self._field(name)
        return field if field.focused else None

    def _field(self, name: str):
        fields = [thing for thing in self._program.things()
                  if thing.name == name and thing.editable]
        assert fields, f"no field “{name}”"
        # Of two with one name the cursor's; the form for a new dossier comes last.
        return next((field for field in fields if field.focused), fields[-1])


def check(program) -> None:
    from screen import wait_for
    clerk = Clerk(program)
    program.wait_for("Unfinished dossiers", "list")
    press_key("F4")
    program.wait_for("Open the new dossier", "push button")
    clerk.type_and_leave("Owner of the dossier", "Procedure")
    clerk.click_into("Personal identification number or tax code")
    clerk.type_code("Personal identification number or tax code")

    press_key("F3")
    wait_for(lambda: program.find("Dossier code").focused, "the cursor in the entry")
    clerk.type_code("Dossier code")
    press_key("ctrl+a")
    type_text(DOSSIER)
    press_key("Return")
    program.wait_for(DOSSIER, "label")

    press_key("4")
    wait_for(lambda: any(thing.name.startswith("4, ") and "to be signed" in thing.name and
                         "pages to look at" not in thing.name for thing in program.things()),
             "the page of paper 4 to be looked at", 20)
    press_key("F8")
    program.wait_for("PIN of your signing token", "password text", 20)
    clerk.type_pin("PIN of your signing token")
    press_key("Escape")

    program.wait_for("Digitize", "push button")
    press_key("3")
    program.wait_for("Full name", "text", 20)
    clerk.type_and_leave("Full name", "Place of residence")


def prepare(bin_folder: Path, share: Path, data: Path) -> None:
    """A dossier with one signed paper, which has fields, and one that waits for the PIN."""
    papers = share / "training"

    def cli(*arguments: str | Path) -> None:
        done = subprocess.run([bin_folder / "tramsohoa-cli", "--data", data, *arguments],
                              capture_output=True, text=True)
        if done.returncode not in (0, 3):  # 3: done, and proof is still to come
            raise SystemExit(f"{arguments[0]}: {done.stderr}")

    cli("dossier", "new", "--procedure", "1.002809", "--owner-id", OWNER_ID,
        "--owner-name", "Nguyễn Thị Thu Hường", "--code", DOSSIER)
    cli("token", "list")  # makes the training token and its PIN
    cli("import", DOSSIER, "--component", "GT03", papers / "03-driving-licence-front.jpg")
    cli("sign", DOSSIER, "--pin-file", data / "token" / "pin")
    cli("import", DOSSIER, "--component", "GT04", papers / "04-identity-card-front.jpg")


def run(engine: str, bin_folder: Path, share: Path, folder: Path) -> None:
    environment = {"QT_IM_MODULE": engine, "XMODIFIERS": f"@im={engine}", "LANG": "C.UTF-8"}
    with Desktop(folder / "home", environment) as desktop:
        from screen import Program
        data = folder / "data"
        prepare(bin_folder, share, data)
        ENGINES[engine](desktop)
        with Program(bin_folder / "tramsohoa", "--training", "--language", "en",
                     "--data", data) as program:
            try:
                check(program)
            except AssertionError as failure:
                raise SystemExit(f"{engine}: {failure}\n\nOn the screen:\n"
                                 f"{program.told()}") from failure
            print(f"{engine}: one word, one field; codes and PIN uncomposed "
                  f"({program.seconds():.1f} s)", flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bin", type=Path, required=True, help="folder of the programs")
    parser.add_argument("--share", type=Path, required=True, help="folder of their resources")
    parser.add_argument("--engine", choices=ENGINES, required=True)
    options = parser.parse_args()
    if lacks := missing(PROGRAMS + NEEDED[options.engine]):
        print("SKIPPED: not installed:", " ".join(lacks))
        return SKIPPED
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        run(options.engine, options.bin, options.share, Path(folder))
    return 0


if __name__ == "__main__":
    sys.exit(main())
