#!/usr/bin/env python3
"""Whether a copy can be read again: both forms of a copy, rendered by poppler and read by the
station once more, without the text that is embedded."""

import subprocess
import tempfile
from pathlib import Path

from papers import papers_in, spread
from programs import arguments, needed
from scoring import Score, found_score, words_of_tsv


def text_of(cli, picture):
    """What the station reads on a picture, line by line."""
    done = subprocess.run([cli, "ocr", picture, "--tsv"], capture_output=True, check=True)
    lines = {}
    for word in words_of_tsv(done.stdout.decode()):
        lines.setdefault(word.line, []).append(word.text)
    return "\n".join(" ".join(line) for line in lines.values())


def main():
    parser = arguments(__doc__)
    parser.add_argument("--pages", type=int, default=10, help="how many (%(default)s)")
    parser.add_argument("--dpi", type=int, default=300, help="rendered at (%(default)s)")
    options = parser.parse_args()
    papers = spread([paper for paper in papers_in(options.folder) if not paper.blank],
                    options.pages)
    cli = options.bin / "tramsohoa-cli"
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        print(f"{len(papers)} pages, rendered at {options.dpi} dpi")
        for form in ("reference", "layered"):
            pdf = folder / f"{form}.pdf"
            needed([cli, "digitize", *[paper.picture for paper in papers], "--form", form,
                    "-o", pdf])
            needed(["pdftoppm", "-r", options.dpi, "-png", pdf, folder / form])
            pictures = sorted(folder.glob(f"{form}-*.png"))
            if len(pictures) != len(papers):
                raise SystemExit(f"{len(pictures)} pictures for {len(papers)} pages")
            score = sum((found_score(paper.lines, text_of(cli, picture))
                         for paper, picture in zip(papers, pictures)), Score())
            print(f"{form:10} {score.cer:6.2f} % of letters wrong")


if __name__ == "__main__":
    main()
