#!/usr/bin/env python3
"""Memory of a page worker on the largest usual page, and of a long batch over its time."""

import subprocess
import tempfile
import time
from pathlib import Path

from papers import papers_in
from programs import arguments, needed

WORKER = "tramsohoa-page-"  # the kernel keeps 15 letters of a name
SAMPLES = 10


def status(pid):
    """Name, parent, VmRSS and VmHWM in MB; None when it is gone."""
    try:
        rows = dict(line.split(":\t", 1) for line in
                    Path(f"/proc/{pid}/status").read_text().splitlines() if ":\t" in line)
    except (FileNotFoundError, ProcessLookupError):
        return None
    if "VmRSS" not in rows:
        return None
    return (rows["Name"], int(rows["PPid"]), int(rows["VmRSS"].split()[0]) / 1024,
            int(rows["VmHWM"].split()[0]) / 1024)


def family(pid):
    """The process and all below it, by id."""
    all_of_them = {int(path.name): status(path.name) for path in Path("/proc").glob("[0-9]*")}
    found = {}

    def add(parent):
        if all_of_them.get(parent):
            found[parent] = all_of_them[parent]
            for child, row in all_of_them.items():
                if row and row[1] == parent and child not in found:
                    add(child)

    add(pid)
    return found


def watched(command, step_s):
    """Runs a command and looks at its memory: [(seconds, program MB, workers' MB)], and the
    highest mark of any worker."""
    seen, peak = [], 0.0
    start = time.monotonic()
    process = subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
    while process.poll() is None:
        rows = family(process.pid)
        workers = [row for row in rows.values() if row[0].startswith(WORKER)]
        peak = max([peak, *(row[3] for row in workers)])
        if process.pid in rows:
            seen.append((time.monotonic() - start, rows[process.pid][2],
                         sorted(row[2] for row in workers)))
        time.sleep(step_s)
    if process.returncode not in (0, 3):
        raise SystemExit(f"digitize failed ({process.returncode})")
    return seen, peak


def main():
    parser = arguments(__doc__)
    parser.add_argument("--sides", type=int, default=500, help="of the batch (%(default)s)")
    options = parser.parse_args()
    papers = [paper for paper in papers_in(options.folder) if not paper.blank]
    digitize = [options.bin / "tramsohoa-cli", "digitize", "--text-layer", "embedded"]
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        largest = max(papers, key=lambda paper: paper.picture.stat().st_size)
        needed([options.bin / "bench_picture", "scale", str(600 / largest.dpi), largest.picture,
                folder / "600.jpg"])
        _, peak = watched([*digitize, folder / "600.jpg", "-o", folder / "600.pdf"], 0.02)
        print(f"600 dpi colour A4: at most {peak:.0f} MB in a page worker")

        small = [paper for paper in papers if paper.dpi == 200] or papers
        pictures = []
        for i in range(options.sides):
            pictures.append(folder / f"{i:04}.jpg")
            pictures[-1].symlink_to(small[i % len(small)].picture.resolve())
        seen, peak = watched([*digitize, *pictures, "-o", folder / "all.pdf"], 0.5)
        print(f"{options.sides} sides in {seen[-1][0]:.0f} s, at most {peak:.0f} MB in a worker\n"
              f"{'s':>6}{'program MB':>12}  workers MB")
        for i in range(SAMPLES + 1):
            seconds, program, workers = seen[i * (len(seen) - 1) // SAMPLES]
            print(f"{seconds:6.0f}{program:12.0f}  " + " ".join(f"{mb:.0f}" for mb in workers))


if __name__ == "__main__":
    main()
