"""Programs under measurement: found, started and billed."""

import argparse
import ctypes
import os
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

PR_SET_CHILD_SUBREAPER = 36


@dataclass
class Bill:
    """What a program and all that it started have cost."""

    exit_code: int = 0
    wall_s: float = 0.0
    cpu_s: float = 0.0
    peak_mb: float = 0.0  # of the largest single process
    output: bytes = b""
    errors: bytes = b""


def arguments(description):
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("folder", type=Path, help="sample papers: pNN.jpg with pNN.json")
    add_programs(parser)
    return parser


def add_programs(parser):
    root = Path(__file__).resolve().parents[3]
    parser.add_argument("--bin", type=Path, default=root / "build" / "release" / "bin",
                        help="where tramsohoa-cli is (%(default)s)")


def billed(command, environment=None):
    """Runs a command to its end. Orphans that it leaves behind are waited for and billed, too.
    Call it while nothing else that was started here is running."""
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    bill = Bill()
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        start = time.monotonic()
        process = subprocess.Popen([str(part) for part in command], stdin=subprocess.DEVNULL,
                                   stdout=output, stderr=errors,
                                   env={**os.environ, **(environment or {})})
        while True:
            try:
                pid, status, usage = os.wait4(-1, 0)
            except ChildProcessError:
                break
            if pid == process.pid:
                bill.exit_code = process.returncode = os.waitstatus_to_exitcode(status)
                bill.wall_s = time.monotonic() - start
            bill.cpu_s += usage.ru_utime + usage.ru_stime
            bill.peak_mb = max(bill.peak_mb, usage.ru_maxrss / 1024)
        output.seek(0)
        errors.seek(0)
        bill.output, bill.errors = output.read(), errors.read()
    return bill


def needed(command, environment=None):
    """The same for a command without which there is nothing to measure."""
    bill = billed(command, environment)
    if bill.exit_code not in (0, 3):  # 3: done, but somebody should look
        raise SystemExit(f"{command[0]} failed ({bill.exit_code}):\n"
                         f"{bill.errors.decode(errors='replace')[-2000:]}")
    return bill
