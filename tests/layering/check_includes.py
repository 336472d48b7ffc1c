#!/usr/bin/env python3
"""check_includes.py ROOT: reads every include against the table in docs/architecture.md."""

import pathlib
import re
import sys

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
UMBRELLA = re.compile(r"Qt(Core|Gui|Widgets|Network|Concurrent|DBus|PrintSupport|Test)")
ABOVE_CORE = re.compile(r"\bQt6?(::|/)?(Gui|Widgets|PrintSupport)\b")


def rooms_and_entries(document):
    table = re.search(r"<!-- layering -->(.*?)<!-- /layering -->", document, re.S).group(1)
    rows = re.findall(r"^\| ([a-z/]+) \|(.*)\|$", table, re.M)
    return {room: [e.strip() for e in entries.split(",")] for room, entries in rows}


def room_of(path, rooms):
    return next((room for room in rooms if path.startswith(room + "/")), None)


def fault_of(kind, target, room, rooms):
    if kind == "<":
        if UMBRELLA.fullmatch(target):
            return "Qt umbrella header"
        if room != "app" and ABOVE_CORE.match(target):
            return "Qt Gui and Widgets belong to app"
        return None
    if any(target == e or target.startswith(e + "/") for e in [room, *rooms[room]] if e):
        return None
    return f"{room} may not enter it" if room_of(target, rooms) else "not a path from the root"


def faults_in(name, text, rooms):
    if name.endswith("CMakeLists.txt"):
        if not name.startswith("app/") and ABOVE_CORE.search(text):
            yield f"{name}: Qt Gui and Widgets belong to app"
        return
    room = room_of(name, rooms)
    if room is None:
        yield f"{name}: lies in no room of docs/architecture.md"
        return
    for number, line in enumerate(text.splitlines(), 1):
        include = INCLUDE.match(line)
        fault = include and fault_of(*include.groups(), room, rooms)
        if fault:
            yield f"{name}:{number}: {include.group(2)}: {fault}"


root = pathlib.Path(sys.argv[1])
table = rooms_and_entries((root / "docs/architecture.md").read_text(encoding="utf-8"))
files = sorted(p for top in ("app", "core", "scanner", "signing") for p in (root / top).rglob("*")
               if p.suffix in (".h", ".cpp") or p.name == "CMakeLists.txt")
found = [fault for p in files for fault in
         faults_in(p.relative_to(root).as_posix(), p.read_text(encoding="utf-8"), table)]
print("\n".join(found))
sys.exit(1 if found else 0)
