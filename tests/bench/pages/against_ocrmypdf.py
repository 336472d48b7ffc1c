#!/usr/bin/env python3
"""The whole way from pictures to a searchable PDF/A, side by side with OCRmyPDF."""

import subprocess
import tempfile
from pathlib import Path
from statistics import median

from papers import papers_in, spread
from programs import arguments, needed
from scoring import Score, found_score


def text_score(pdf, papers):
    """Errors in what poppler gets out of the file, page by page."""
    pages = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, check=True)
    texts = pages.stdout.decode().split("\f")[:-1]
    if len(texts) != len(papers):
        raise SystemExit(f"{pdf} has {len(texts)} pages in place of {len(papers)}")
    return sum((found_score(paper.lines, text) for paper, text in zip(papers, texts)), Score())


def main():
    parser = arguments(__doc__)
    parser.add_argument("--pages", type=int, default=10, help="how many (%(default)s)")
    parser.add_argument("--rounds", type=int, default=1,
                        help="each in alternation; the medians are told (%(default)s)")
    parser.add_argument("--keep", type=Path, help="folder for the files that were made")
    options = parser.parse_args()
    papers = spread([paper for paper in papers_in(options.folder) if not paper.blank],
                    options.pages)
    pictures = [paper.picture for paper in papers]
    cli = options.bin / "tramsohoa-cli"
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        needed(["img2pdf", *pictures, "-o", folder / "in.pdf"])
        ours = [cli, "digitize", *pictures, "--text-layer", "embedded"]
        commands = {
            "OCRmyPDF": ["ocrmypdf", "-q", "-l", "vie", "--deskew", "--rotate-pages",
                         "--output-type", "pdfa", "-j", "2", folder / "in.pdf",
                         folder / "OCRmyPDF.pdf"],
            "ours": [*ours, "-o", folder / "ours.pdf"],
            "ours, layered": [*ours, "--form", "layered", "-o", folder / "ours, layered.pdf"],
        }
        bills = {name: [] for name in commands}
        for _ in range(options.rounds):
            for name, command in commands.items():
                bills[name].append(needed(command))

        count = len(papers)
        given = sum(picture.stat().st_size for picture in pictures) / count
        print(f"{count} pages of {given / 1e3:.0f} kB, medians of {options.rounds} rounds")
        print(f"{'':15}{'wall s/page':>12}{'CPU s/page':>12}{'kB/page':>9}{'peak MB':>9}"
              f"{'CER %':>8}{'words %':>9}")
        rows = {}
        for name, rounds in bills.items():
            pdf = folder / f"{name}.pdf"
            score = text_score(pdf, papers)
            rows[name] = (median(bill.wall_s for bill in rounds) / count,
                          median(bill.cpu_s for bill in rounds) / count,
                          pdf.stat().st_size / count / 1e3,
                          max(bill.peak_mb for bill in rounds), score.cer, score.wer)
            wall, cpu, size, peak, cer, wer = rows[name]
            print(f"{name:15}{wall:12.2f}{cpu:12.2f}{size:9.1f}{peak:9.0f}{cer:8.2f}{wer:9.2f}")
        peer = rows.pop("OCRmyPDF")
        for name, row in rows.items():
            print(f"{name}: {peer[0] / row[0]:.1f} times the pages per second, "
                  f"1/{peer[1] / row[1]:.1f} of the CPU, 1/{peer[2] / row[2]:.1f} of the bytes")


if __name__ == "__main__":
    main()
