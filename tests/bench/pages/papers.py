"""Sample papers: a folder of pNN.jpg with pNN.json beside it.

The JSON tells what is on the picture: `lines` (text and word boxes, in pixels of the picture as
it lies), `ignore` (boxes of pen, seals and codes), `fields`, `conditions`, `dpi`, `size`.
"""

import json
from dataclasses import dataclass
from pathlib import Path

from scoring import TruthLine, Word, main_direction, nfc

CARD_TYPES = {"cccd", "identity_card", "driving_licence"}


@dataclass
class Paper:
    picture: Path
    dpi: int
    size: tuple
    type: str
    conditions: dict
    fields: dict
    lines: list  # of TruthLine
    ignored: list

    @property
    def name(self):
        return self.picture.stem

    @property
    def blank(self):
        return not self.lines

    @property
    def is_card(self):
        return self.type in CARD_TYPES or self.type.endswith("_card")

    @property
    def direction(self):
        return main_direction([line.words for line in self.lines])

    def groups(self):
        """The rows of a table this paper belongs to."""
        names = ["all", "cards" if self.is_card else "documents"]
        if self.conditions.get("photocopy"):
            names.append("photocopy")
        else:
            names.append("office" if "jpeg" in self.conditions else "clean")
        if self.dpi == 200:
            names.append("200 dpi")
        if self.conditions.get("rot"):
            names.append("turned")
        return names

    def turned(self, picture, degrees):
        """The same paper after its picture was turned clockwise."""
        width, height = self.size

        def turn(box):
            left, top, right, bottom = box
            if degrees == 90:
                return (height - bottom, left, height - top, right)
            if degrees == 180:
                return (width - right, height - bottom, width - left, height - top)
            return (top, width - right, bottom, width - left)

        lines = [TruthLine(line.text, [Word(w.text, turn(w.box)) for w in line.words])
                 for line in self.lines]
        size = (height, width) if degrees in (90, 270) else (width, height)
        return Paper(picture, self.dpi, size, self.type, self.conditions, self.fields, lines,
                     [turn(box) for box in self.ignored])


def paper_from(picture, truth):
    lines = [TruthLine(nfc(line["text"]), [Word(nfc(w[0]), tuple(w[1:5])) for w in line["words"]])
             for line in truth["lines"]]
    return Paper(picture, truth["dpi"], tuple(truth["size"]), truth["fields"].get("type", ""),
                 truth.get("conditions") or {}, truth["fields"], lines,
                 [tuple(box) for box in truth.get("ignore") or []])


def papers_in(folder):
    papers = []
    for truth in sorted(Path(folder).glob("*.json")):
        picture = truth.with_suffix(".jpg")
        if picture.exists():
            papers.append(paper_from(picture, json.loads(truth.read_text(encoding="utf-8"))))
    if not papers:
        raise SystemExit(f"no sample papers in {folder}")
    return papers


def spread(papers, count):
    """So many of them, from the whole range."""
    count = min(count, len(papers))
    return [papers[i * len(papers) // count] for i in range(count)]
