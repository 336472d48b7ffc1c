#!/usr/bin/env python3
"""How much of sample papers is read right: error rates, orientation, blank sides."""

import os
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from papers import papers_in
from programs import arguments
from scoring import Score, box_score, main_direction, words_of_tsv

GROUPS = ["all", "documents", "cards", "clean", "office", "photocopy", "200 dpi", "turned"]


def read(command, paper, cache):
    """The table of words of one picture; from the cache where it was read before."""
    kept = cache / f"{paper.name}.tsv" if cache else None
    if kept and kept.exists():
        return kept.read_text(encoding="utf-8")
    run = subprocess.run([part.format(picture=paper.picture) for part in command],
                         capture_output=True, check=False,
                         env={**os.environ, "OMP_THREAD_LIMIT": "1"})
    if run.returncode not in (0, 3):
        raise SystemExit(f"{paper.picture}: {run.stderr.decode(errors='replace')}")
    tsv = run.stdout.decode()
    if kept:
        kept.write_text(tsv, encoding="utf-8")
    return tsv


def lines_of(words):
    lines = {}
    for word in words:
        lines.setdefault(word.line, []).append(word)
    return lines.values()


def report(title, papers, tables):
    scores = {name: Score() for name in GROUPS}
    wrong_way, lost, false_text = [], [], []
    worst = []
    for paper, table in zip(papers, tables):
        words = words_of_tsv(table)
        if paper.blank:
            if words:
                false_text.append(paper.name)
            continue
        score = box_score(paper.lines, paper.ignored, words)
        worst.append((score.letter_errors, paper.name, score.cer, score.invented))
        if not words:
            lost.append(paper.name)
        elif main_direction(lines_of(words)) != paper.direction:
            wrong_way.append(paper.name)
        for name in paper.groups():
            scores[name] += score
    print(f"\n{title}")
    print(f"{'':12}{'pages':>6}{'CER %':>8}{'words %':>9}{'invented':>10}")
    for name in GROUPS:
        score = scores[name]
        if score.pages:
            print(f"{name:12}{score.pages:6}{score.cer:8.2f}{score.wer:9.2f}{score.invented:10}")
    written = sum(not paper.blank for paper in papers)
    blank = len(papers) - written
    print(f"orientation right: {written - len(wrong_way) - len(lost)} of {written}"
          f"  {' '.join(wrong_way)}")
    print(f"blank sides found: {blank - len(false_text)} of {blank}  {' '.join(false_text)}")
    print(f"false blanks: {len(lost)}  {' '.join(lost)}")
    print("most errors: " + ", ".join(f"{name} {errors} ({cer:.1f} %)"
                                      for errors, name, cer, _ in sorted(worst)[:-7:-1]))


def main():
    parser = arguments(__doc__)
    parser.add_argument("--turned", action="store_true",
                        help="also with every picture turned by 90, 180 and 270 degrees")
    parser.add_argument("--tesseract", action="store_true",
                        help="bare Tesseract in place of our reading, for comparison")
    parser.add_argument("--cache", type=Path, help="folder that keeps what was read")
    parser.add_argument("--jobs", type=int, default=2, help="pictures at a time (%(default)s)")
    options = parser.parse_args()
    if options.cache:
        options.cache.mkdir(parents=True, exist_ok=True)
    command = [str(options.bin / "tramsohoa-cli"), "ocr", "{picture}", "--tsv"]
    if options.tesseract:
        command = ["tesseract", "{picture}", "-", "-l", "vie", "tsv"]

    papers = papers_in(options.folder)
    with ThreadPoolExecutor(options.jobs) as pool, tempfile.TemporaryDirectory() as folder:
        tables = list(pool.map(lambda paper: read(command, paper, options.cache), papers))
        report("As they lie", papers, tables)
        for degrees in (90, 180, 270) if options.turned else ():
            def turn(paper):
                picture = Path(folder) / f"{paper.name}-{degrees}.jpg"
                subprocess.run([options.bin / "bench_picture", "turn", str(degrees),
                                paper.picture, picture], check=True)
                turned = paper.turned(picture, degrees)
                table = read(command, turned, options.cache)
                picture.unlink()
                return turned, table
            turned = list(pool.map(turn, papers))
            report(f"Turned by {degrees} degrees", *zip(*turned))


if __name__ == "__main__":
    main()
