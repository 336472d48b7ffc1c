#!/usr/bin/python3
"""The real program takes a training dossier from paper to the department, driven by what a
screen reader is told and by the keys that a clerk presses."""

import argparse
import json
import re
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from desktop import SKIPPED, Desktop, missing, press_key

# The one button that shows what comes next.
NEXT = re.compile(r"Paper \d+: .+|Scan paper \d+|Stop the scan|Look at .+|Sign \d+ cop.+|"
                  r"Check the fields of paper \d+|Confirm the field|Accept the code|"
                  r"Hand over the dossier|Next dossier|Open the dossier|Please wait …")
PIN_FIELD = "PIN of your signing token"
PROCEDURE, CODE = "1.002809", "H62.16-261125-0001"
OWNER, OWNER_ID = "Nguyễn Thị Thu Hường", "026185001234"
# Key in training/truth.json by the name of the field.
FIELDS = {
    "Number and symbol": "document_number", "Date of issue": "document_date",
    "Issuing agency": "issuing_agency", "Superior agency": "parent_agency",
    "Subject": "subject", "Signed by": "signer", "Full name": "owner_name",
    "Date of birth": "birth_date", "Personal identification number": "personal_id",
    "Sex": "sex", "Place of residence": "address", "Licence number": "licence_number",
    "Licence class": "licence_class", "Date of expiry": "expiry_date",
}
MOST_STEPS = 100


@dataclass(frozen=True)
class Situation:
    """What the clerk notices when a step is done."""

    step: str
    possible: bool
    field: str
    paper: int


class Counter:
    """The counter window as a clerk knows it who only listens."""

    def __init__(self, program, training: Path):
        self._program = program
        truth = json.loads((training / "truth.json").read_text(encoding="utf-8"))
        self._printed = {paper["component"]: paper["fields"] for paper in truth["papers"]}
        self.presses = 0

    def look(self) -> tuple[Situation, list]:
        things = list(self._program.things())
        button = next((thing for thing in things
                       if thing.role == "push button" and NEXT.fullmatch(thing.name)), None)
        field = next((thing.name for thing in things if thing.focused and thing.editable), "")
        papers = _rows_below(things, "Papers of the dossier")
        paper = next((int(row.name.split(",")[0]) for row in papers if row.selected), 0)
        return Situation(button.name if button else "", bool(button and button.enabled),
                         field, paper), things

    def next_step(self) -> tuple[Situation, list]:
        from screen import wait_for

        def work():
            situation, things = self.look()
            idle = situation.step in ("", "Stop the scan", "Please wait …")
            return (situation, things) if situation.possible and not idle else None

        return wait_for(work, "something to do", 30)

    def do(self, situation: Situation, things: list) -> None:
        if situation.field == PIN_FIELD:
            _named(things, PIN_FIELD).set_text(_training_pin(things))
        elif situation.step == "Confirm the field":
            field = next(thing for thing in things if thing.focused and thing.editable)
            if not field.text():
                field.set_text(self._printed_in(situation))
        if situation.step.startswith("Scan paper"):
            press_key("F5")
        else:
            _named(things, situation.step).press()
        self.presses += 1
        self._wait_for_another(situation)

    def _printed_in(self, situation: Situation) -> str:
        fields = self._printed[f"GT{situation.paper:02}"]
        return fields[FIELDS[situation.field]]

    def _wait_for_another(self, before: Situation) -> None:
        from screen import wait_for
        # A page may be asked for again: its picture came after the key. Fields come when the
        # text is read.
        seconds = 3 if before.step.startswith("Look at") else 60
        try:
            wait_for(lambda: self.look()[0] != before,
                     f"another step than “{before.step}”", seconds)
        except AssertionError:
            if not before.step.startswith("Look at"):
                raise

    def papers(self) -> list[str]:
        checklist = self._program.find("Papers of the dossier", "list")
        return [row.name for row in checklist.children()]

    def is_handed_over(self) -> bool:
        return any(thing.name.startswith(f"Dossier {CODE} is handed over") and
                   "in part" not in thing.name for thing in self.look()[1])


def _named(things: list, name: str):
    return next(thing for thing in things if thing.name == name and thing.role != "label")


def _rows_below(things: list, list_name: str) -> list:
    place = next((i for i, thing in enumerate(things)
                  if thing.role == "list" and thing.name == list_name), len(things))
    rows = []
    for thing in things[place + 1:]:
        if thing.role != "list item":
            break
        rows.append(thing)
    return rows


def _training_pin(things: list) -> str:
    found = (re.search(r"PIN of the training token: (\d+)", thing.name) for thing in things)
    return next(match.group(1) for match in found if match)


def open_new(program, counter: Counter) -> None:
    program.wait_for("Unfinished dossiers", "list")
    press_key("F4")
    program.wait_for("Procedure", "text").set_text(PROCEDURE)
    program.find("Personal identification number or tax code", "text").set_text(OWNER_ID)
    program.find("Owner of the dossier", "text").set_text(OWNER)
    code = [thing for thing in program.things()
            if thing.role == "text" and thing.name == "Dossier code"][-1]
    code.set_text(CODE)
    code.focus()
    program.wait_for("Open the new dossier", "push button").press()
    counter.next_step()
    program.wait_for(CODE, "label")


def feed_by_tray(program) -> None:
    """The first paper is laid into the scanner by hand."""
    from screen import wait_for
    press_key("F12")
    program.wait_for("Put into the feeder", "push button").press()
    wait_for(lambda: any(re.match(r"[1-9]\d* sheets? in the feeder", thing.name)
                         for thing in program.things()), "paper in the feeder")
    press_key("F12")
    wait_for(lambda: not program.find("Put into the feeder"), "the tray to fold")


def take_through(program, counter: Counter) -> None:
    from screen import wait_for
    open_new(program, counter)
    feed_by_tray(program)
    for _ in range(MOST_STEPS):
        situation, things = counter.next_step()
        print(f"{program.seconds():6.2f} s  {situation}", flush=True)
        counter.do(situation, things)
        if situation.step == "Hand over the dossier":
            break
    wait_for(counter.is_handed_over, "the word that the dossier is handed over", 40)
    program.wait_for("Dossier code", "text").set_text(CODE)
    press_key("Return")
    program.wait_for(CODE, "label")
    papers = counter.papers()
    done = [row for row in papers if "handed over" in row]
    assert len(done) >= 5, "not handed over:\n" + "\n".join(papers)
    print(f"{len(done)} papers handed over by {counter.presses} presses "
          f"in {program.seconds():.1f} s")


def run(bin_folder: Path, share: Path, data: Path) -> None:
    from screen import Program
    with Program(bin_folder / "tramsohoa", "--training", "--language", "en",
                 "--data", data) as program:
        try:
            take_through(program, Counter(program, share / "training"))
        except AssertionError as failure:
            raise SystemExit(f"{failure}\n\nOn the screen:\n{program.told()}") from failure


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bin", type=Path, required=True, help="folder of the programs")
    parser.add_argument("--share", type=Path, required=True, help="folder of their resources")
    parser.add_argument("--screen", default="1366x768", help="in pixels (%(default)s)")
    parser.add_argument("--scale", default="1", help="everything is drawn larger by it")
    options = parser.parse_args()
    if lacks := missing():
        print("SKIPPED: not installed:", " ".join(lacks))
        return SKIPPED
    with (tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder,
          Desktop(Path(folder) / "home", {"QT_SCALE_FACTOR": options.scale}, options.screen)):
        run(options.bin, options.share, Path(folder) / "data")
    return 0


if __name__ == "__main__":
    sys.exit(main())
