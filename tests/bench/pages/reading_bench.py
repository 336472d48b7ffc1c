#!/usr/bin/env python3
"""How much of sample papers is read right: error rates, orientation, blank sides."""

import json
import os
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from papers import papers_in
from programs import arguments
from scoring import Score, box_score, main_direction, words_of_tsv

GROUPS = ["all", "documents", "cards", "clean", "office", "photocopy", "200 dpi", "turned"]


class Reader:
    """Reads pictures with a program, or takes what it read before from the cache."""

    def __init__(self, options):
        self.cache = options.cache
        cli = str(options.bin / "tramsohoa-cli")
        self.table = [cli, "ocr", "{picture}", "--tsv"]
        self.look = [cli, "--json", "ocr", "{picture}"]
        if options.tesseract:
            self.table, self.look = ["tesseract", "{picture}", "-", "-l", "vie", "tsv"], None
        if self.cache:
            self.cache.mkdir(parents=True, exist_ok=True)

    def run(self, command, picture, ending):
        kept = self.cache / f"{picture.stem}.{ending}" if self.cache else None
        if kept and kept.exists():
            return kept.read_text(encoding="utf-8")
        done = subprocess.run([part.format(picture=picture) for part in command],
                              capture_output=True, check=False,
                              env={**os.environ, "OMP_THREAD_LIMIT": "1"})
        if done.returncode not in (0, 3):
            raise SystemExit(f"{picture}: {done.stderr.decode(errors='replace')}")
        if kept:
            kept.write_bytes(done.stdout)
        return done.stdout.decode()

    def read(self, paper):
        """The words on it, and whether it was found to be blank."""
        words = words_of_tsv(self.run(self.table, paper.picture, "tsv"))
        if words or not self.look:
            return words, not words
        return words, json.loads(self.run(self.look, paper.picture, "json"))["pages"][0]["blank"]


def lines_of(words):
    lines = {}
    for word in words:
        lines.setdefault(word.line, []).append(word)
    return lines.values()


def report(title, papers, readings):
    scores = {name: Score() for name in GROUPS}
    wrong_way, false_blanks, found_blanks, not_blank = [], [], [], []
    worst = []
    for paper, (words, is_blank) in zip(papers, readings):
        if paper.blank:
            (found_blanks if is_blank else not_blank).append(paper.name)
            continue
        score = box_score(paper.lines, paper.ignored, words)
        worst.append((score.letter_errors, paper.name, score.cer))
        if is_blank:
            false_blanks.append(paper.name)
        if main_direction(lines_of(words)) != paper.direction:
            wrong_way.append(paper.name)
        for name in paper.groups():
            scores[name] += score
    print(f"\n{title}")
    print(f"{'':12}{'pages':>6}{'CER %':>8}{'words %':>9}{'invented':>10}")
    for name in GROUPS:
        score = scores[name]
        if score.pages:
            print(f"{name:12}{score.pages:6}{score.cer:8.2f}{score.wer:9.2f}{score.invented:10}")
    written = scores["all"].pages
    print(f"orientation right: {written - len(wrong_way)} of {written}  {' '.join(wrong_way)}")
    print(f"blank sides found: {len(found_blanks)} of {len(found_blanks + not_blank)}"
          f"  {' '.join(not_blank)}")
    print(f"false blanks: {len(false_blanks)}  {' '.join(false_blanks)}")
    print("most errors: " + ", ".join(f"{name} {errors} ({cer:.1f} %)"
                                      for errors, name, cer in sorted(worst)[:-7:-1]))


def main():
    parser = arguments(__doc__)
    parser.add_argument("--turned", action="store_true",
                        help="also with every picture turned by 90, 180 and 270 degrees")
    parser.add_argument("--tesseract", action="store_true",
                        help="bare Tesseract in place of our reading, for comparison")
    parser.add_argument("--cache", type=Path, help="folder that keeps what was read")
    parser.add_argument("--jobs", type=int, default=2, help="pictures at a time (%(default)s)")
    options = parser.parse_args()
    reader = Reader(options)
    papers = papers_in(options.folder)
    with ThreadPoolExecutor(options.jobs) as pool, tempfile.TemporaryDirectory() as folder:

        def read_turned(paper, degrees):
            picture = Path(folder) / f"{paper.name}-{degrees}.jpg"
            subprocess.run([options.bin / "bench_picture", "turn", str(degrees), paper.picture,
                            picture], check=True)
            turned = paper.turned(picture, degrees)
            reading = reader.read(turned)
            picture.unlink()
            return turned, reading

        report("As they lie", papers, list(pool.map(reader.read, papers)))
        for degrees in (90, 180, 270) if options.turned else ():
            turned = pool.map(lambda paper, by=degrees: read_turned(paper, by), papers)
            report(f"Turned by {degrees} degrees", *zip(*turned))


if __name__ == "__main__":
    main()
