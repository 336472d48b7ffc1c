#!/usr/bin/env python3
"""Which fields of sample papers are proposed right, and whether the sure ones can be trusted.

Judges the shipped program end to end; tests/bench/papers/field_figures calibrates the rules.
"""

import json
import os
import subprocess
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from field_truth import column, expected_fields, is_unwritten, normal, type_is_right
from papers import papers_in
from programs import arguments
from scoring import least_share

THRESHOLDS = [0.0, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.93, 0.95, 0.97, 0.98, 0.99]


@dataclass
class Judged:
    """One printed field of one paper."""

    paper: str
    kind: str
    key: str
    expected: str
    value: str = ""
    confidence: float = 0.0
    sure: bool = False

    @property
    def exact(self):
        return self.value == self.expected

    @property
    def folded(self):
        return self.value.casefold() == self.expected.casefold()


def propose(program, paper, cache):
    kept = cache / f"{paper.name}.json" if cache else None
    if kept and kept.exists():
        return json.loads(kept.read_text(encoding="utf-8"))
    run = subprocess.run([program, "--json", "fields", *paper.sides], capture_output=True,
                         check=False, env={**os.environ, "OMP_THREAD_LIMIT": "1"})
    if run.returncode not in (0, 3):
        raise SystemExit(f"{paper.picture}: {run.stderr.decode(errors='replace')}")
    if kept:
        kept.write_bytes(run.stdout)
    return json.loads(run.stdout)


def judge(paper, proposal):
    """The printed fields; how many are by pen; the proposals for those by pen, and for those of
    which the paper says nothing."""
    values, by_pen = expected_fields(paper.truth)
    proposed = {field["key"]: field for field in proposal.get("fields", [])
                if normal(field["value"])}
    judged = []
    for key, expected in values.items():
        field = proposed.get(key, {})
        if key not in by_pen:
            judged.append(Judged(paper.name, paper.kind, key, expected,
                                 normal(field.get("value", "")), field.get("confidence", 0.0),
                                 field.get("sure", False)))
    pen = [proposed[key] for key in sorted(by_pen) if key in proposed]
    unwritten = [field for key, field in proposed.items() if is_unwritten(paper.truth, key)]
    return judged, len(by_pen), pen, unwritten


def table(title, rows):
    print(f"\n{title:24}{'n':>5}{'exact %':>9}{'folded %':>10}{'sure %':>8}"
          f"{'sure and exact, folded':>25}")
    for name, fields in rows:
        count = len(fields)
        sure = [field for field in fields if field.sure]
        print(f"{name:24}{count:5}{100 * sum(f.exact for f in fields) / count:9.1f}"
              f"{100 * sum(f.folded for f in fields) / count:10.1f}"
              f"{100 * len(sure) / count:8.1f}"
              f"{sum(f.exact for f in sure):9}, {sum(f.folded for f in sure)} of {len(sure)}")


def by(fields, name):
    groups = defaultdict(list)
    for field in fields:
        groups[name(field)].append(field)
    return sorted(groups.items())


def curve(fields):
    print(f"\n{'confidence at least':24}{'n':>5}{'share %':>9}{'right %':>9}{'at least %':>12}")
    for threshold in THRESHOLDS:
        above = [f for f in fields if f.value and f.confidence >= threshold]
        if above:
            right = sum(f.exact for f in above)
            print(f"{threshold:<24.2f}{len(above):5}{100 * len(above) / len(fields):9.1f}"
                  f"{100 * right / len(above):9.2f}"
                  f"{100 * least_share(right, len(above)):12.2f}")


def main():
    parser = arguments(__doc__)
    parser.add_argument("--cache", type=Path, help="folder that keeps what was proposed")
    parser.add_argument("--jobs", type=int, default=2, help="pictures at a time (%(default)s)")
    parser.add_argument("--wrong", action="store_true", help="list every field that is not exact")
    options = parser.parse_args()
    if options.cache:
        options.cache.mkdir(parents=True, exist_ok=True)
    papers = [paper for paper in papers_in(options.folder) if not paper.blank and paper.sides]
    with ThreadPoolExecutor(options.jobs) as pool:
        proposals = list(pool.map(
            lambda paper: propose(options.bin / "tramsohoa-cli", paper, options.cache), papers))

    fields, pen_count, pen, unwritten, types = [], 0, [], [], Counter()
    for paper, proposal in zip(papers, proposals):
        judged, by_pen, on_pen, on_nothing = judge(paper, proposal)
        fields += judged
        pen_count += by_pen
        pen += on_pen
        unwritten += on_nothing
        proposed = (proposal.get("type") or {}).get("key", "")
        types[(paper.kind, proposed, type_is_right(paper.truth, proposed))] += 1

    table("field", by(fields, lambda field: column(field.key)))
    table("kind of paper", by(fields, lambda field: field.kind))
    table("", [("all", fields)])
    sure = [field for field in fields if field.sure]
    for name, right in (("exact", sum(field.exact for field in sure)),
                        ("but for capitals", sum(field.folded for field in sure))):
        print(f"sure and right, {name}: {right} of {len(sure)} "
              f"(with 95 % at least {100 * least_share(right, len(sure)):.2f} % are)")
    for name, some in ((f"by pen: {pen_count} fields", pen), ("of what is not there", unwritten)):
        print(f"{name}, {len(some)} proposed, {sum(field['sure'] for field in some)} of them sure")
    right_types = sum(count for (_, _, is_right), count in types.items() if is_right)
    print(f"kind of paper proposed right: {right_types} of {len(papers)}")
    for (sample, proposed, is_right), count in sorted(types.items()):
        if not is_right:
            print(f"    {sample} read as {proposed or 'nothing'}: {count}")
    curve(fields)
    if options.wrong:
        print("\nnot exact")
        for field in fields:
            if not field.exact:
                print(f"    {field.paper} {field.key}{' SURE' if field.sure else ''} "
                      f"{field.confidence:.2f}: {field.value!r}, written {field.expected!r}")


if __name__ == "__main__":
    main()
