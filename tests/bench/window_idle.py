#!/usr/bin/python3
"""The real window from outside: how long until a clerk can type with many dossiers in the store,
and who wakes up while nobody does anything."""

import argparse
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "window"))
from desktop import Desktop, missing  # noqa: E402

STARTS = 5
# The one that lies open is copied; a finished dossier's sealed values are not read at the start.
COPIES = """
WITH RECURSIVE number(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM number WHERE i < :copies)
INSERT INTO dossiers (uuid, procedure, owner_kind, owner_id, owner_name, department,
                      received_at_ms, handed_over, identity)
SELECT printf('%08x-0000-7000-8000-000000000000', i), procedure, owner_kind, owner_id, owner_name,
       department, received_at_ms, 1, identity FROM (SELECT * FROM dossiers LIMIT 1), number;
"""
PAPERS = """
INSERT INTO components (dossier_uuid, position, code, state, event_id)
SELECT dossiers.uuid, position, components.code, 'handed_over', 'event'
FROM (SELECT * FROM components WHERE dossier_uuid = (SELECT uuid FROM dossiers LIMIT 1))
     AS components, dossiers WHERE dossiers.handed_over = 1;
"""


def fill(bin_folder: Path, data: Path, dossiers: int) -> None:
    opened = subprocess.run([bin_folder / "tramsohoa-cli", "--data", data, "dossier", "new",
                             "--procedure", "1.002809", "--owner-id", "026185001234",
                             "--owner-name", "Nguyễn Thị Thu Hường"], capture_output=True)
    if opened.returncode != 0:
        raise SystemExit(opened.stderr.decode())
    with sqlite3.connect(data / "station.db") as store:
        store.execute(COPIES, {"copies": dossiers - 1})
        store.execute(PAPERS)
    store.close()


def window(bin_folder: Path, data: Path):
    from screen import Program
    return Program(bin_folder / "tramsohoa", "--training", "--language", "en", "--data", data)


def seconds_until_usable(bin_folder: Path, data: Path) -> float:
    """Until the cursor stands in the entry and the window answers."""
    from screen import wait_for
    with window(bin_folder, data) as program:
        wait_for(lambda: (entry := program.find("Dossier code", "text")) and entry.focused,
                 "the cursor in the entry", 60)
        return program.seconds()


def switches(process: Path) -> dict[tuple[str, str, str], int]:
    """(process, thread's id, thread's name) → how often it went to sleep by itself."""
    found = {}
    for task in process.glob("task/*"):
        try:
            rows = dict(line.split(":\t", 1) for line in
                        (task / "status").read_text().splitlines() if ":\t" in line)
        except (FileNotFoundError, ProcessLookupError):
            continue
        found[process.name, task.name, rows["Name"]] = int(rows["voluntary_ctxt_switches"])
    return found


def children(pid: int) -> list[Path]:
    listed = subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, text=True)
    return [Path("/proc", child) for child in listed.stdout.split()]


def all_switches(pid: int) -> dict[tuple[str, str, str], int]:
    found = switches(Path("/proc", str(pid)))
    for child in children(pid):
        found.update(switches(child))
    return found


def resident_mb(pid: int) -> float:
    for line in Path("/proc", str(pid), "smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    return 0


def print_idle(bin_folder: Path, data: Path, seconds: int, stacks: bool) -> None:
    with window(bin_folder, data) as program:
        program.wait_for("Dossier code", "text")
        pid = program.process.pid
        time.sleep(8)  # what the start leaves to do
        before = all_switches(pid)
        time.sleep(seconds)
        after = all_switches(pid)
        print(f"idle for {seconds} s, {resident_mb(pid):.0f} MB (proportional); wake-ups a second:")
        for thread, count in sorted(after.items(), key=lambda row: -row[1]):
            woken = (count - before.get(thread, count)) / seconds
            if woken > 0:
                process, task, name = thread
                owner = "window" if process == str(pid) else "helper"
                kind = "GUI thread" if task == process and owner == "window" else name
                print(f"{woken:8.2f}  {owner}  {kind}  {task}")
        if stacks:
            subprocess.run(["eu-stack", "-p", str(pid)], check=False)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    root = Path(__file__).resolve().parents[2]
    parser.add_argument("--bin", type=Path, default=root / "build" / "release" / "bin")
    parser.add_argument("--dossiers", type=int, nargs="*", default=[500, 100_000])
    parser.add_argument("--idle", type=int, default=20, help="seconds (%(default)s)")
    parser.add_argument("--stacks", action="store_true", help="of all threads, with eu-stack")
    options = parser.parse_args()
    if lacks := missing():
        raise SystemExit("not installed: " + " ".join(lacks))
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        with Desktop(Path(folder) / "home"):
            for dossiers in options.dossiers:
                data = Path(folder) / str(dossiers)
                fill(options.bin, data, dossiers)
                first = seconds_until_usable(options.bin, data)  # makes the training token
                starts = sorted(seconds_until_usable(options.bin, data) for _ in range(STARTS))
                size = os.stat(data / "station.db").st_size / 1e6
                print(f"{dossiers} dossiers, {size:.0f} MB: usable after {starts[STARTS // 2]:.2f} s"
                      f" (worst {starts[-1]:.2f} s), the very first time {first:.2f} s", flush=True)
            print_idle(options.bin, data, options.idle, options.stacks)


if __name__ == "__main__":
    main()
