"""Sample papers: a folder of pictures, each with its truth (.json) beside it.

The JSON tells what is on the picture: `lines` (text and word boxes, in pixels of the picture as
it lies), `ignore` (boxes of pen, seals and codes), `conditions`, `dpi`, `size`, and what the
whole paper says (see field_truth.py). A paper of several pictures lists them in `sides`.
"""

import json
from dataclasses import dataclass
from pathlib import Path

from scoring import TruthLine, Word, main_direction, nfc

CARDS = {"cccd", "gplx", "dang_ky_xe"}


@dataclass
class Paper:
    picture: Path
    truth: dict
    size: tuple
    lines: list  # of TruthLine
    ignored: list

    @property
    def name(self):
        return self.picture.stem

    @property
    def blank(self):
        return not self.lines

    @property
    def dpi(self):
        return self.truth["dpi"]

    @property
    def kind(self):
        return self.truth.get("kind") or self.truth["fields"].get("type", "")

    @property
    def sides(self):
        """The pictures of the whole paper; only the first side tells, the others have none."""
        if self.truth.get("side", 0) != 0:
            return []
        return [self.picture.with_name(name) for name in
                self.truth.get("sides") or [self.picture.name]]

    @property
    def direction(self):
        return main_direction([line.words for line in self.lines])

    def groups(self):
        """The rows of a table this paper belongs to."""
        conditions = self.truth.get("conditions") or {}
        condition = "photocopy" if conditions.get("photocopy") else (
            "office" if "jpeg" in conditions else "clean")
        names = ["all", "cards" if self.kind in CARDS else "documents",
                 conditions.get("name", condition)]
        if self.dpi == 200:
            names.append("200 dpi")
        if conditions.get("rot"):
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
        return Paper(picture, self.truth, size, lines, [turn(box) for box in self.ignored])


def paper_from(picture, truth):
    lines = [TruthLine(nfc(line["text"]), [Word(nfc(w[0]), tuple(w[1:5])) for w in line["words"]])
             for line in truth["lines"]]
    return Paper(picture, truth, tuple(truth["size"]), lines,
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
