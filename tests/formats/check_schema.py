#!/usr/bin/env python3
"""check_schema.py SCHEMA FILE...: says what in the files the schema refuses, and which of the
schema's properties none of them has. Silent when both fit."""

import json
import pathlib
import sys

from jsonschema import Draft202012Validator, FormatChecker


def unused(schema, instances, root, path=""):
    while "$ref" in schema:
        target = root
        for part in schema["$ref"].removeprefix("#/").split("/"):
            target = target[part]
        schema = target
    objects = [one for one in instances if isinstance(one, dict)]
    for name, inner in schema.get("properties", {}).items():
        values = [one[name] for one in objects if name in one]
        if values:
            yield from unused(inner, values, root, f"{path}/{name}")
        else:
            yield f"unused: {path}/{name}"
    if "items" in schema:
        elements = [e for one in instances if isinstance(one, list) for e in one]
        yield from unused(schema["items"], elements, root, f"{path}/*")


schema = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
Draft202012Validator.check_schema(schema)
validator = Draft202012Validator(schema, format_checker=FormatChecker())
instances = [json.loads(pathlib.Path(name).read_text(encoding="utf-8")) for name in sys.argv[2:]]
for instance in instances:
    for error in validator.iter_errors(instance):
        place = "/".join(str(part) for part in error.absolute_path)
        # Not the message: it repeats the value, which may be a person's.
        print(f"refused: /{place}: {error.validator}")
for problem in unused(schema, instances, schema):
    print(problem)
