#!/usr/bin/env python3
"""What the whole of `digitize` costs beside bare recognition of the same cleaned pages."""

import tempfile
from pathlib import Path
from statistics import median

from papers import papers_in, spread
from programs import arguments, needed

ONE_THREAD = {"OMP_THREAD_LIMIT": "1"}
NOTHING_WRITTEN = b"P5 400 200 255\n" + bytes([255]) * 80_000


def main():
    parser = arguments(__doc__)
    parser.add_argument("--pages", type=int, default=10, help="how many (%(default)s)")
    parser.add_argument("--rounds", type=int, default=3,
                        help="each in alternation; the medians are told (%(default)s)")
    options = parser.parse_args()
    papers = spread([paper for paper in papers_in(options.folder) if not paper.blank],
                    options.pages)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        pdf = folder / "all.pdf"
        digitize = [options.bin / "tramsohoa-cli", "digitize", *[p.picture for p in papers],
                    "--text-layer", "embedded", "-o", pdf]
        needed(digitize)
        needed(["pdfimages", "-all", pdf, folder / "page"])
        cleaned = sorted(folder.glob("page-*"))
        if len(cleaned) != len(papers):
            raise SystemExit(f"{len(cleaned)} pictures for {len(papers)} pages")
        (folder / "pages.txt").write_text("".join(f"{picture}\n" for picture in cleaned))
        (folder / "nothing.pgm").write_bytes(NOTHING_WRITTEN)

        def bare(pictures):
            return needed(["tesseract", pictures, folder / "out", "-l", "vie"], ONE_THREAD)

        whole, recognition = [], []
        for _ in range(options.rounds):
            whole.append(needed(digitize).cpu_s)
            recognition.append(bare(folder / "pages.txt").cpu_s -
                               bare(folder / "nothing.pgm").cpu_s)
        print(f"CPU s/page of {len(papers)} pages, medians of {options.rounds} rounds")
        print(f"digitize            {median(whole) / len(papers):.2f}")
        print(f"bare recognition    {median(recognition) / len(papers):.2f}")
        print(f"ratio               {median(a / b for a, b in zip(whole, recognition)):.2f}")


if __name__ == "__main__":
    main()
